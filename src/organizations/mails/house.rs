//! The mails about an organization's own house: its address, its ownership, who left.

use crate::mail::Message;
use crate::organizations::handing_over::Afterwards;
use crate::organizations::model::Organization;
use crate::people::{Email, Person};
use crate::text::speaking;

fn to(person: &Person, subject: String, said: Vec<String>, link: Option<(&str, String)>) -> Message {
    let mut paragraphs = vec![format!("Dear {},", person.name)];
    paragraphs.extend(said);
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject,
        paragraphs,
        link: link.map(|(words, link)| (words.to_owned(), link)),
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
    let said = vec![format!(
        "{} wants {} to have this address on Undersigned. Open the link and press the button there to confirm it:",
        owner.name, organization.name
    )];
    Message {
        words: speaking::current(),
        link: Some(("Confirm the address".into(), link)),
        afterwards: vec![
            "The link works once, within 24 hours.".into(),
            "If you do not know this organization, do nothing, and nothing will come of it.".into(),
        ],
        ..to_address(email.as_str(), format!("Confirm the address of {}", organization.name), said)
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
        format!("{} wants {} to have another address on Undersigned than this one.", owner.name, organization.name),
        "Nothing changes until the new address is confirmed. If this should not be, tell an owner of the organization, or whoever runs this site, today.".into(),
    ];
    to_address(before, format!("{} is to have another address", organization.name), said)
}

/// To the address that it had.
pub(in crate::organizations) fn no_longer_the_address(before: &str, organization: &Organization) -> Message {
    let said = vec![format!(
        "{} has another address on Undersigned from now on; this one is no longer its. If this should not be, tell whoever runs this site.",
        organization.name
    )];
    to_address(before, format!("{} has another address", organization.name), said)
}

/// To the owners: the address is another.
pub(in crate::organizations) fn address_is_changed(
    owner: &Person,
    organization: &Organization,
    email: &str,
    lost_domain: bool,
) -> Message {
    let mut said = vec![format!(
        "the address of {} on Undersigned is now {email}. It was confirmed from that mailbox, and {} is verified by it from today.",
        organization.name, organization.name
    )];
    if lost_domain {
        said.push("The new address is not at the domain of the website, so the organization is no longer verified by its web domain.".into());
    }
    to(owner, format!("{} has another address", organization.name), said, None)
}

/// To the owners: another website, which the address does not prove.
pub(in crate::organizations) fn domain_is_lost(
    owner: &Person,
    organization: &Organization,
    link: String,
) -> Message {
    let said = vec![format!(
        "the website of {} was changed, and its address is not at the domain of the new one. So it is no longer verified by its web domain; what else it is verified by stands. An address at that domain would verify it again.",
        organization.name
    )];
    let link = Some(("Look at the profile", link));
    to(owner, format!("{} is no longer verified by its web domain", organization.name), said, link)
}

/// To a colleague to whom an owner wants to hand over.
pub(in crate::organizations) fn ownership_offered(
    colleague: &Person,
    owner: &Person,
    organization: &Organization,
    link: String,
) -> Message {
    let said = vec![format!(
        "{} wants to hand {} over to you: you would own it on Undersigned, sign for it and look after its people and its profile.",
        owner.name, organization.name
    )];
    Message {
        words: speaking::current(),
        afterwards: vec!["The link works once, within two weeks, signed in to your account.".into()],
        ..to(
            colleague,
            format!("{} is to be yours", organization.name),
            said,
            Some(("Look at the offer", link)),
        )
    }
}

/// To both and to the other owners.
pub(in crate::organizations) fn handed_over(
    person: &Person,
    by: &Person,
    to_whom: &Person,
    organization: &Organization,
    afterwards: Afterwards,
) -> Message {
    let becomes = match afterwards {
        Afterwards::Signatory => "signs for it from now on and no longer owns it",
        Afterwards::Member => "is a member of it from now on and no longer owns it",
        Afterwards::Leaves => "has left it",
    };
    let said = vec![
        format!(
            "{} has handed {} over to {}, who accepted and owns it from now on.",
            by.name, organization.name, to_whom.name
        ),
        format!("{} {becomes}.", by.name),
    ];
    to(person, format!("{} is handed over", organization.name), said, None)
}

/// To the owner whose offer was not taken up.
pub(in crate::organizations) fn ownership_refused(
    owner: &Person,
    colleague: &Person,
    organization: &Organization,
) -> Message {
    let said = vec![format!(
        "{} does not take {} over. Nothing has changed: you own it.",
        colleague.name, organization.name
    )];
    to(owner, format!("{} is not handed over", organization.name), said, None)
}

/// To the owners: somebody has left.
pub(in crate::organizations) fn has_left(
    owner: &Person,
    colleague: &Person,
    organization: &Organization,
) -> Message {
    let said = vec![format!(
        "{} has left {} on Undersigned. What they signed for it stays signed.",
        colleague.name, organization.name
    )];
    to(owner, format!("{} has left {}", colleague.name, organization.name), said, None)
}
