//! The mails about what an operator decided.

use crate::mail::Message;
use crate::organizations::{Claim, Organization};
use crate::people::Person;
use crate::text::speaking;

fn message(
    person: &Person,
    subject: String,
    paragraphs: Vec<String>,
    link: Option<(&str, String)>,
) -> Message {
    let mut all = vec![format!("Dear {},", person.name)];
    all.extend(paragraphs);
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject,
        paragraphs: all,
        link: link.map(|(words, address)| (words.to_owned(), address)),
        code: None,
        afterwards: vec![],
    }
}

/// To an owner of a suspended organization.
pub(super) fn organization_suspended(
    owner: &Person,
    organization: &Organization,
    note: &str,
    link: String,
) -> Message {
    let name = &organization.name;
    let what = format!(
        "the operator of this installation has suspended {name}: it cannot sign, and its name stands on no list until this is lifted. Its page says so, with this note:"
    );
    let answer = "If this is a mistake, write to the operator.".to_owned();
    message(
        owner,
        format!("{name} is suspended"),
        vec![what, note.to_owned(), answer],
        Some(("See the page", link)),
    )
}

/// To an owner of an organization whose suspension is lifted.
pub(super) fn organization_lifted(
    owner: &Person,
    organization: &Organization,
    why: &str,
    link: String,
) -> Message {
    let name = &organization.name;
    let what = format!(
        "the suspension of {name} is lifted: it can sign again, and its name stands again where it signed."
    );
    let subject = format!("{name} is no longer suspended");
    message(owner, subject, vec![what, why.to_owned()], Some(("See the page", link)))
}

/// To a coordinator of a suspended letter, and to those whose organizations signed it.
pub(super) fn letter_suspended(person: &Person, title: &str, note: &str, link: String) -> Message {
    let what = format!(
        "the operator of this installation has suspended the letter “{title}”: nobody can sign it, and whoever asks for it reads this note in place of its text:"
    );
    let answer = "If this is a mistake, write to the operator.".to_owned();
    let subject = "A letter is suspended".to_owned();
    message(person, subject, vec![what, note.to_owned(), answer], Some(("The letter", link)))
}

/// To the same people when it stands again.
pub(super) fn letter_lifted(person: &Person, title: &str, why: &str, link: String) -> Message {
    let what = format!("the suspension of the letter “{title}” is lifted: it stands as it stood before.");
    let subject = "A letter is no longer suspended".to_owned();
    message(person, subject, vec![what, why.to_owned()], Some(("The letter", link)))
}

/// To the claimant: what the operator decided about their claim.
pub(super) fn claim_decided(claim: &Claim, what: &str, reason: &str, link: String) -> Message {
    let subject = format!("It is decided: {}", claim.registered.name);
    message(&claim.person, subject, vec![what.to_owned(), reason.to_owned()], Some(("Your desk", link)))
}

/// To an owner of the organization that was claimed.
pub(super) fn claim_decided_for_owner(owner: &Person, claim: &Claim, what: &str, reason: &str) -> Message {
    let subject = format!("It is decided: {}", claim.organization.name);
    message(owner, subject, vec![what.to_owned(), reason.to_owned()], None)
}

/// To whoever reported something and gave an address. It says nothing of what they wrote: the address
/// may be somebody else's.
pub(super) fn report_answered(address: &str, about: &str, answer: &str) -> Message {
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: address.to_owned(),
        subject: "Your report was looked at".into(),
        paragraphs: vec![
            "Good day,".into(),
            format!(
                "with this address somebody reported “{about}” to us. The operator of this installation has looked at it and answers:"
            ),
            answer.to_owned(),
        ],
        link: None,
        code: None,
        afterwards: vec![
            "If it was not you, do nothing; nothing more is sent to this address about it.".into(),
        ],
    }
}
