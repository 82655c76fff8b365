//! The mails about a signature that two persons give.

use crate::letters::Letter;
use crate::mail::Message;
use crate::organizations::Organization;
use crate::people::Person;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::speaking;

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
    let mut paragraphs = vec![format!("Dear {},", approver.name)];
    let deadline = letter.deadline.filter(|_| !about.keeps);
    if about.keeps {
        paragraphs.push(format!(
            "{by} would keep the signature of {name} under the changed text of this letter: {title}. It stays under the earlier text until somebody else with authority approves that."
        ));
    } else {
        paragraphs.push(format!(
            "{by} has prepared the signature of {name} under this letter: {title}. Nothing is signed until somebody with authority approves it."
        ));
    }
    if let Some(at) = deadline {
        let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
        let time = dates::time_in_words(at.to_timestamp(), zone, &Language::english());
        paragraphs.push(format!("It can be signed until {time}."));
    }
    let subject = if about.keeps { "Keep the signature of" } else { "Approve the signature of" };
    let whose = if about.withheld { "your organization" } else { name };
    Message {
        words: speaking::current(),
        to_name: approver.name.clone(),
        to_address: approver.email.clone(),
        subject: format!("{subject} {whose}? {title}"),
        paragraphs,
        link: Some(("Read the text, and approve or refuse".into(), link)),
        code: None,
        afterwards: vec![
            "The link is yours alone: do not pass this mail on. Whoever approves first decides.".into(),
        ],
    }
}

fn to_who_prepared(about: &Prepared<'_>, subject: &str, said: String, link: String) -> Message {
    let whose = if about.withheld { "your organization" } else { &about.organization.name };
    Message {
        words: speaking::current(),
        to_name: about.by.name.clone(),
        to_address: about.by.email.clone(),
        subject: format!("{subject}: the signature of {whose} under {}", about.title),
        paragraphs: vec![format!("Dear {},", about.by.name), said],
        link: Some(("See the letter".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To whoever prepared a signature: it was approved.
pub(in crate::signatures) fn was_approved(approver: &Person, about: &Prepared<'_>, link: String) -> Message {
    let (name, title) = (&about.organization.name, about.title);
    let now =
        if about.keeps { "keeps its signature under the changed text" } else { "has signed this letter" };
    let said = format!("{} has approved what you prepared, and {name} {now}: {title}", approver.name);
    to_who_prepared(about, "Approved", said, link)
}

/// To whoever prepared a signature: it was refused.
pub(in crate::signatures) fn was_refused(
    approver: &Person,
    about: &Prepared<'_>,
    reason: &str,
    link: String,
) -> Message {
    let (name, title) = (&about.organization.name, about.title);
    let said = format!(
        "{} does not approve the signature of {name} that you prepared, and {}: {title}",
        approver.name,
        if about.keeps { "it stays under the earlier text" } else { "nothing is signed" }
    );
    let mut message = to_who_prepared(about, "Not approved", said, link);
    if !reason.is_empty() {
        message.paragraphs.push(format!("They say: {reason}"));
    }
    message
}
