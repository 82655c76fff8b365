//! The mails about an organization's own house: its address, its ownership, who left.

use crate::mail::Message;
use crate::organizations::handing_over::Afterwards;
use crate::organizations::model::Organization;
use crate::people::{Email, Person};
use crate::text::speaking;
use crate::text::words::say;

fn to(person: &Person, subject: String, said: Vec<String>, link: Option<(String, String)>) -> Message {
    let mut paragraphs = vec![say!("mail-dear", name = &person.name)];
    paragraphs.extend(said);
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject,
        paragraphs,
        link,
        code: None,
        afterwards: vec![],
    }
}

fn to_address(address: &str, subject: String, said: Vec<String>) -> Message {
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: address.to_owned(),
        subject,
        paragraphs: said,
        link: None,
        code: None,
        afterwards: vec![],
    }
}

/// To the address that an organization wants: one button.
pub(in crate::organizations) fn confirm_address(
    email: &Email,
    owner: &Person,
    organization: &Organization,
    link: String,
) -> Message {
    let name = &organization.name;
    let said = vec![say!("organizations-mail-wants-address", person = &owner.name, name = name)];
    Message {
        words: speaking::current(),
        link: Some((say!("organizations-confirm-address"), link)),
        afterwards: vec![say!("organizations-mail-link-day"), say!("organizations-mail-unknown")],
        ..to_address(email.as_str(), say!("organizations-mail-confirm-address-of", name = name), said)
    }
}

/// To the address that it has: another one is asked for. The new one is not named: this mailbox may be
/// in other hands, which is why it is given up.
pub(in crate::organizations) fn address_is_asked(
    before: &str,
    owner: &Person,
    organization: &Organization,
) -> Message {
    let said = vec![
        say!("organizations-mail-another-address-text", person = &owner.name, name = &organization.name),
        say!("organizations-mail-nothing-until-confirmed"),
    ];
    to_address(before, say!("organizations-mail-to-have-another", name = &organization.name), said)
}

/// To the address that it had.
pub(in crate::organizations) fn no_longer_the_address(before: &str, organization: &Organization) -> Message {
    let name = &organization.name;
    let said = vec![say!("organizations-mail-no-longer-its", name = name)];
    to_address(before, say!("organizations-mail-has-another", name = name), said)
}

/// To the owners: the address is another.
pub(in crate::organizations) fn address_is_changed(
    owner: &Person,
    organization: &Organization,
    email: &str,
    lost_domain: bool,
) -> Message {
    speaking::in_words(owner.words(), || {
        let name = &organization.name;
        let mut said = vec![say!("organizations-mail-address-is", name = name, email = email)];
        if lost_domain {
            said.push(say!("organizations-mail-domain-gone"));
        }
        to(owner, say!("organizations-mail-has-another", name = name), said, None)
    })
}

/// To the owners: another website, which the address does not prove.
pub(in crate::organizations) fn domain_is_lost(
    owner: &Person,
    organization: &Organization,
    link: String,
) -> Message {
    speaking::in_words(owner.words(), || {
        let name = &organization.name;
        let said = vec![say!("organizations-mail-domain-lost-text", name = name)];
        let link = Some((say!("organizations-mail-look-profile"), link));
        to(owner, say!("organizations-mail-domain-lost", name = name), said, link)
    })
}

/// To a colleague to whom an owner wants to hand over.
pub(in crate::organizations) fn ownership_offered(
    colleague: &Person,
    owner: &Person,
    organization: &Organization,
    link: String,
) -> Message {
    speaking::in_words(colleague.words(), || {
        let name = &organization.name;
        let said = vec![say!("organizations-mail-offered-text", person = &owner.name, name = name)];
        Message {
            words: speaking::current(),
            afterwards: vec![say!("organizations-mail-offered-link")],
            ..to(
                colleague,
                say!("organizations-mail-offered", name = name),
                said,
                Some((say!("organizations-mail-look-offer"), link)),
            )
        }
    })
}

/// To both and to the other owners.
pub(in crate::organizations) fn handed_over(
    person: &Person,
    by: &Person,
    to_whom: &Person,
    organization: &Organization,
    afterwards: Afterwards,
) -> Message {
    speaking::in_words(person.words(), || {
        let (by, name) = (&by.name, &organization.name);
        let becomes = match afterwards {
            Afterwards::Signatory => say!("organizations-mail-then-signs", by = by),
            Afterwards::Member => say!("organizations-mail-then-member", by = by),
            Afterwards::Leaves => say!("organizations-mail-then-left", by = by),
        };
        let said = vec![
            say!("organizations-mail-handed-over-text", by = by, name = name, heir = &to_whom.name),
            becomes,
        ];
        to(person, say!("organizations-mail-handed-over", name = name), said, None)
    })
}

/// To the owner whose offer was not taken up.
pub(in crate::organizations) fn ownership_refused(
    owner: &Person,
    colleague: &Person,
    organization: &Organization,
) -> Message {
    speaking::in_words(owner.words(), || {
        let name = &organization.name;
        let said = vec![say!("organizations-mail-refused-text", person = &colleague.name, name = name)];
        to(owner, say!("organizations-mail-refused", name = name), said, None)
    })
}

/// To the owners: somebody has left.
pub(in crate::organizations) fn has_left(
    owner: &Person,
    colleague: &Person,
    organization: &Organization,
) -> Message {
    speaking::in_words(owner.words(), || {
        let (person, name) = (&colleague.name, &organization.name);
        let said = vec![say!("organizations-mail-left-text", person = person, name = name)];
        to(owner, say!("organizations-mail-left", person = person, name = name), said, None)
    })
}
