//! The mails that verify an address.

pub(super) mod claims;
pub(super) mod house;
pub(super) mod tokens;

use super::model::{Organization, Role};
use crate::mail::Message;
use crate::people::{Email, Person};
use crate::text::speaking;

/// To an address without an account.
pub(super) fn confirm(email: &Email, person: &str, organization: &str, link: String, code: &str) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.to_owned(),
        to_address: email.to_string(),
        // No name: whether this organization wishes to be known here is not known yet.
        subject: "Confirm your organization on Undersigned".into(),
        paragraphs: vec![
            format!("Dear {person},"),
            format!(
                "{organization} was registered on Undersigned with this address. Open the link and press the button there to confirm it:"
            ),
        ],
        link: Some(("Confirm the registration".into(), link)),
        code: Some(("Or type this code on the page where you registered:".into(), code.to_owned())),
        afterwards: vec![
            "Link and code work once, within 24 hours.".into(),
            "If you did not register, do nothing, and nothing will come of it.".into(),
        ],
    }
}

/// To an address that has an account: the page was the same, the mail says more.
pub(super) fn confirm_for_known(person: &Person, organization: &str, link: String, code: &str) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: "Add an organization to your Undersigned account?".into(),
        paragraphs: vec![
            format!("Dear {},", person.name),
            format!(
                "{organization} was registered on Undersigned with this address, which already has an account: yours. Your account and its password stay as they are. To add {organization} to it, open the link and press the button there:"
            ),
        ],
        link: Some(("Add the organization".into(), link)),
        code: Some(("Or type this code on the page where it was registered:".into(), code.to_owned())),
        afterwards: vec![
            "Link and code work once, within 24 hours.".into(),
            "If it was not you, do nothing, and nothing will come of it.".into(),
        ],
    }
}

/// To a colleague whom an owner invites.
pub(super) fn colleague(
    email: &Email,
    owner: &Person,
    organization: &Organization,
    role: Role,
    link: String,
) -> Message {
    let may = match role {
        Role::Owner => "sign for it and look after its people",
        Role::Signatory => "sign for it",
        Role::Member => "read what it is invited to and prepare signatures",
    };
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: email.to_string(),
        subject: format!("Join {} on Undersigned", in_subject(organization)),
        paragraphs: vec![
            "Dear colleague,".into(),
            format!("{} invites you to act for {}: you could {may}.", owner.name, organization.name),
        ],
        link: Some(("Look at the invitation".into(), link)),
        code: None,
        afterwards: vec![
            "The link works once, within two weeks.".into(),
            "If you do not know this organization, do nothing, and nothing will come of it.".into(),
        ],
    }
}

/// What a subject calls an organization: one that is protected is named in none.
fn in_subject(organization: &Organization) -> &str {
    if organization.is_protected() { "your organization" } else { &organization.name }
}

/// To somebody whom an owner has taken out.
pub(super) fn removed(person: &Person, organization: &Organization) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: format!("You no longer act for {}", in_subject(organization)),
        paragraphs: vec![
            format!("Dear {},", person.name),
            format!(
                "an owner of {} has taken you out of its people. What you signed for it stays signed; your account stays yours.",
                organization.name
            ),
        ],
        link: None,
        code: None,
        afterwards: vec![],
    }
}
