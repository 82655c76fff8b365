//! The mails about a signature that two persons give.

use super::{inside, plain};
use crate::letters::Letter;
use crate::mail::Message;
use crate::organizations::Organization;
use crate::people::Person;
use crate::text::words::say;
use crate::text::{dates, speaking};

/// What was prepared: by whom, for whom, under which letter.
pub(in crate::signatures) struct Prepared<'a> {
    pub by: &'a Person,
    pub organization: &'a Organization,
    /// The letter's title, with its count in it.
    pub title: &'a str,
    /// Whether it is to keep a signature that stands, under a text that says something else.
    pub keeps: bool,
    /// Whether the organization's name is, or is to be, withheld.
    pub withheld: bool,
}

/// To each person with authority: a signature was prepared.
pub(in crate::signatures) fn asks_to_approve(
    approver: &Person,
    about: &Prepared<'_>,
    letter: &Letter,
    link: String,
) -> Message {
    let (by, name, title) = (&about.by.name, &about.organization.name, about.title);
    speaking::in_words(approver.words(), || {
        let whose = inside(name, about.withheld);
        let (subject, said) = if about.keeps {
            (
                say!("signatures-mail-approve-keep-subject", name = whose, title = title),
                say!("signatures-mail-approve-keep", by = by, name = name, title = title),
            )
        } else {
            (
                say!("signatures-mail-approve-subject", name = whose, title = title),
                say!("signatures-mail-approve", by = by, name = name, title = title),
            )
        };
        let mut paragraphs = vec![said];
        if let Some(at) = letter.deadline.filter(|_| !about.keeps) {
            let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
            let time = dates::time_in_words(at.to_timestamp(), zone, &speaking::current().language());
            paragraphs.push(say!("signatures-mail-until", time = time));
        }
        plain(approver, subject, paragraphs, (say!("signatures-mail-read-and-decide"), link))
            .adding(say!("signatures-mail-first-decides"))
    })
}

/// To whoever prepared a signature: it was approved.
pub(in crate::signatures) fn was_approved(approver: &Person, about: &Prepared<'_>, link: String) -> Message {
    let (by, name, title) = (&approver.name, &about.organization.name, about.title);
    speaking::in_words(about.by.words(), || {
        let whose = inside(name, about.withheld);
        let subject = say!("signatures-mail-approved-subject", name = whose, title = title);
        let said = if about.keeps {
            say!("signatures-mail-approved-keep", by = by, name = name, title = title)
        } else {
            say!("signatures-mail-approved", by = by, name = name, title = title)
        };
        plain(about.by, subject, vec![said], (say!("signatures-see-letter"), link))
    })
}

/// To whoever prepared a signature: it was refused.
pub(in crate::signatures) fn was_refused(
    approver: &Person,
    about: &Prepared<'_>,
    reason: &str,
    link: String,
) -> Message {
    let (by, name, title) = (&approver.name, &about.organization.name, about.title);
    speaking::in_words(about.by.words(), || {
        let whose = inside(name, about.withheld);
        let subject = say!("signatures-mail-not-approved-subject", name = whose, title = title);
        let mut paragraphs = vec![if about.keeps {
            say!("signatures-mail-not-approved-keep", by = by, name = name, title = title)
        } else {
            say!("signatures-mail-not-approved", by = by, name = name, title = title)
        }];
        if !reason.is_empty() {
            paragraphs.push(say!("signatures-mail-they-say", note = reason));
        }
        plain(about.by, subject, paragraphs, (say!("signatures-see-letter"), link))
    })
}
