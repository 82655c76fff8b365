//! The mails about what an operator decided.

use super::reports::Subject;
use crate::mail::Message;
use crate::organizations::{Claim, Decision, Organization};
use crate::people::Person;
use crate::text::speaking;
use crate::text::words::{Words, say};

/// What a mail says, in the language of `person`.
struct Said {
    subject: String,
    paragraphs: Vec<String>,
    link: Option<(String, String)>,
}

fn message(person: &Person, say: impl FnOnce() -> Said) -> Message {
    speaking::in_words(person.words(), || {
        let Said { subject, paragraphs, link } = say();
        let mut all = vec![say!("mail-dear", name = &person.name)];
        all.extend(paragraphs);
        Message {
            words: speaking::current(),
            to_name: person.name.clone(),
            to_address: person.email.clone(),
            subject,
            paragraphs: all,
            link,
            code: None,
            afterwards: vec![],
        }
    })
}

/// To an owner of a suspended organization.
pub(super) fn organization_suspended(
    owner: &Person,
    organization: &Organization,
    note: &str,
    link: String,
) -> Message {
    let name = &organization.name;
    message(owner, || Said {
        subject: say!("operating-mail-organization-suspended-subject", name = name),
        paragraphs: vec![
            say!("operating-mail-organization-suspended", name = name),
            note.to_owned(),
            say!("operating-mail-mistake"),
        ],
        link: Some((say!("operating-mail-page"), link)),
    })
}

/// To an owner of an organization whose suspension is lifted.
pub(super) fn organization_lifted(
    owner: &Person,
    organization: &Organization,
    why: &str,
    link: String,
) -> Message {
    let name = &organization.name;
    message(owner, || Said {
        subject: say!("operating-mail-organization-lifted-subject", name = name),
        paragraphs: vec![say!("operating-mail-organization-lifted", name = name), why.to_owned()],
        link: Some((say!("operating-mail-page"), link)),
    })
}

/// To a coordinator of a suspended letter, and to those whose organizations signed it.
pub(super) fn letter_suspended(person: &Person, title: &str, note: &str, link: String) -> Message {
    message(person, || Said {
        subject: say!("operating-mail-letter-suspended-subject"),
        paragraphs: vec![
            say!("operating-mail-letter-suspended", title = title),
            note.to_owned(),
            say!("operating-mail-mistake"),
        ],
        link: Some((say!("operating-mail-letter"), link)),
    })
}

/// To the same people when it stands again.
pub(super) fn letter_lifted(person: &Person, title: &str, why: &str, link: String) -> Message {
    message(person, || Said {
        subject: say!("operating-mail-letter-lifted-subject"),
        paragraphs: vec![say!("operating-mail-letter-lifted", title = title), why.to_owned()],
        link: Some((say!("operating-mail-letter"), link)),
    })
}

/// To the claimant: what the operator decided about their claim.
pub(super) fn claim_decided(claim: &Claim, decision: Decision, reason: &str, link: String) -> Message {
    let name = &claim.organization.name;
    message(&claim.person, || Said {
        subject: say!("operating-mail-decided-subject", name = &claim.registered.name),
        paragraphs: vec![
            match decision {
                Decision::Join(_) => say!("operating-mail-joined", name = name),
                Decision::Separate => say!("operating-mail-separate", name = &claim.registered.name),
                Decision::Refuse => say!("operating-mail-refuse", name = name),
            },
            reason.to_owned(),
        ],
        link: Some((say!("operating-mail-desk"), link)),
    })
}

/// To an owner of the organization that was claimed.
pub(super) fn claim_decided_for_owner(
    owner: &Person,
    claim: &Claim,
    decision: Decision,
    reason: &str,
) -> Message {
    let (name, who) = (&claim.organization.name, &claim.person.name);
    message(owner, || Said {
        subject: say!("operating-mail-decided-subject", name = name),
        paragraphs: vec![
            match decision {
                Decision::Join(_) => {
                    say!("operating-mail-joined-owner", who = who, email = &claim.email, name = name)
                }
                Decision::Separate => {
                    say!("operating-mail-separate-owner", who = who, name = &claim.registered.name)
                }
                Decision::Refuse => say!("operating-mail-refuse-owner", who = who, name = name),
            },
            reason.to_owned(),
        ],
        link: None,
    })
}

/// To whoever reported something and gave an address, in the language of the letter they read, or that
/// of the answer. It says nothing of what they wrote: the address may be somebody else's.
pub(super) fn report_answered(address: &str, about: &Subject, answer: &str) -> Message {
    let words = match about {
        Subject::Letter(letter) => Words::of(&letter.language()),
        Subject::Organization(_) => speaking::current(),
    };
    speaking::in_words(words, || Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: address.to_owned(),
        subject: say!("operating-mail-report-subject"),
        paragraphs: vec![
            say!("operating-mail-good-day"),
            say!("operating-mail-report", about = about.name()),
            answer.to_owned(),
        ],
        link: None,
        code: None,
        afterwards: vec![say!("operating-mail-report-not-you")],
    })
}
