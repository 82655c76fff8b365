//! The mails that verify an address.

pub(super) mod claims;
pub(super) mod house;
pub(super) mod tokens;

use super::model::{Organization, Role};
use crate::mail::Message;
use crate::people::{Email, Person};
use crate::text::speaking;
use crate::text::words::say;

/// To an address without an account.
pub(super) fn confirm(email: &Email, person: &str, organization: &str, link: String, code: &str) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.to_owned(),
        to_address: email.to_string(),
        // No name: whether this organization wishes to be known here is not known yet.
        subject: say!("organizations-mail-confirm"),
        paragraphs: vec![
            say!("mail-dear", name = person),
            say!("organizations-mail-confirm-text", name = organization),
        ],
        link: Some((say!("organizations-mail-confirm-link"), link)),
        code: Some((say!("organizations-mail-code-you"), code.to_owned())),
        afterwards: vec![say!("organizations-mail-link-and-code"), say!("organizations-mail-not-registered")],
    }
}

/// To an address that has an account: the page was the same, the mail says more.
pub(super) fn confirm_for_known(person: &Person, organization: &str, link: String, code: &str) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: say!("organizations-mail-add"),
        paragraphs: vec![
            say!("mail-dear", name = &person.name),
            say!("organizations-mail-add-text", name = organization),
        ],
        link: Some((say!("organizations-mail-add-link"), link)),
        code: Some((say!("organizations-mail-code-it"), code.to_owned())),
        afterwards: vec![say!("organizations-mail-link-and-code"), say!("organizations-mail-not-you")],
    })
}

/// To a colleague whom an owner invites.
pub(super) fn colleague(
    email: &Email,
    owner: &Person,
    organization: &Organization,
    role: Role,
    link: String,
) -> Message {
    let (person, name) = (&owner.name, &organization.name);
    let invites = match role {
        Role::Owner => say!("organizations-mail-invites-owner", person = person, name = name),
        Role::Signatory => say!("organizations-mail-invites-signatory", person = person, name = name),
        Role::Member => say!("organizations-mail-invites-member", person = person, name = name),
    };
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: email.to_string(),
        // No name of one that does not wish to be known here.
        subject: match organization.is_protected() {
            true => say!("organizations-mail-join-unnamed"),
            false => say!("organizations-mail-join", name = name),
        },
        paragraphs: vec![say!("organizations-mail-dear-colleague"), invites],
        link: Some((say!("organizations-mail-look-invitation"), link)),
        code: None,
        afterwards: vec![say!("organizations-mail-link-weeks"), say!("organizations-mail-unknown")],
    }
}

/// To somebody whom an owner has taken out.
pub(super) fn removed(person: &Person, organization: &Organization) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: match organization.is_protected() {
            true => say!("organizations-mail-no-longer-unnamed"),
            false => say!("organizations-mail-no-longer", name = &organization.name),
        },
        paragraphs: vec![
            say!("mail-dear", name = &person.name),
            say!("organizations-mail-removed-text", name = &organization.name),
        ],
        link: None,
        code: None,
        afterwards: vec![],
    })
}
