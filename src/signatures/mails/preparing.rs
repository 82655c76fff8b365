//! The mails about a signature that two persons give.

use crate::letters::Letter;
use crate::mail::Message;
use crate::organizations::Organization;
use crate::people::Person;
use crate::text::dates;
use crate::text::language::Language;

/// To each person with authority: a signature was prepared.
pub(in crate::signatures) fn asks_to_approve(
    approver: &Person,
    by: &Person,
    organization: &Organization,
    title: &str,
    letter: &Letter,
    link: String,
) -> Message {
    let mut paragraphs = vec![
        format!("Dear {},", approver.name),
        format!(
            "{} has prepared the signature of {} under this letter: {title}. Nothing is signed until somebody with authority approves it.",
            by.name, organization.name
        ),
    ];
    if let Some(at) = letter.deadline {
        let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
        let time = dates::time_in_words(at.to_timestamp(), zone, &Language::english());
        paragraphs.push(format!("It can be signed until {time}."));
    }
    Message {
        to_name: approver.name.clone(),
        to_address: approver.email.clone(),
        subject: format!("Approve the signature of {}? {title}", organization.name),
        paragraphs,
        link: Some(("Read the text, and approve or refuse".into(), link)),
        code: None,
        afterwards: vec![
            "The link is yours alone: do not pass this mail on. Whoever approves first decides.".into(),
        ],
    }
}

/// To whoever prepared a signature: it was refused.
pub(in crate::signatures) fn was_refused(
    by: &Person,
    approver: &Person,
    organization: &Organization,
    title: &str,
    reason: &str,
    link: String,
) -> Message {
    let mut paragraphs = vec![
        format!("Dear {},", by.name),
        format!(
            "{} does not approve the signature of {} that you prepared, and nothing is signed: {title}",
            approver.name, organization.name
        ),
    ];
    if !reason.is_empty() {
        paragraphs.push(format!("They say: {reason}"));
    }
    Message {
        to_name: by.name.clone(),
        to_address: by.email.clone(),
        subject: format!("Not approved: the signature of {} under {title}", organization.name),
        paragraphs,
        link: Some(("See the letter".into(), link)),
        code: None,
        afterwards: vec![],
    }
}
