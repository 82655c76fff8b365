//! The mails that ask: to read, to sign, and once more before it is too late.

use crate::letters::{Letter, Standing};
use crate::mail::Message;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::speaking;

/// Why somebody is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// They are invited.
    Invited,
    /// The draft they were invited to can be signed.
    Opened,
    /// They have not answered.
    Reminded,
}

/// To whom, about what, from whom.
pub(super) struct Asking<'a> {
    pub occasion: Occasion,
    pub letter: &'a Letter,
    /// The letter's title, with its count in it.
    pub title: &'a str,
    /// Whether it can be signed, as seen now.
    pub standing: Standing,
    /// The coordinator's name; empty where there is none to name.
    pub from: &'a str,
    pub to_name: &'a str,
    pub to_address: &'a str,
    /// The organization's name as the coordinators wrote it; may be empty.
    pub organization: &'a str,
    pub link: String,
}

/// A mail with the personal link.
pub(super) fn asking(mail: &Asking<'_>) -> Message {
    let draft = mail.standing == Standing::Draft;
    let title = mail.title;
    let subject = match (mail.occasion, draft) {
        (Occasion::Invited, true) => format!("Invitation to read a draft: {title}"),
        (Occasion::Invited, false) => format!("Invitation to sign: {title}"),
        (Occasion::Opened, _) => format!("Open for signatures: {title}"),
        (Occasion::Reminded, true) => format!("Reminder, a draft to read: {title}"),
        (Occasion::Reminded, false) => format!("Reminder, a letter to sign: {title}"),
    };
    let mut paragraphs = vec![greeting(mail.to_name), sentence(mail, draft)];
    paragraphs.extend(times(mail));
    let confidential =
        if mail.letter.is_public() { "" } else { " Please keep it confidential until it is published." };
    paragraphs.push(format!("You need no account to read it.{confidential}"));
    let words = if draft { "Read the draft" } else { "Read the letter" };
    let decline = format!("To decline, and get no more mails about this letter: {}/decline", mail.link);
    Message {
        words: speaking::current(),
        to_name: mail.to_name.to_owned(),
        to_address: mail.to_address.to_owned(),
        subject,
        paragraphs,
        link: Some((words.into(), mail.link.clone())),
        code: None,
        afterwards: vec![
            "The link is yours: whoever has it can read the text and answer for you.".into(),
            decline,
        ],
    }
}

fn greeting(name: &str) -> String {
    if name.is_empty() { "Dear colleague,".to_owned() } else { format!("Dear {name},") }
}

fn sentence(mail: &Asking<'_>, draft: bool) -> String {
    let from = if mail.from.is_empty() { "The coordinators of a letter" } else { mail.from };
    let whom = if mail.organization.is_empty() { "your organization" } else { mail.organization };
    let title = mail.title;
    let verb = if mail.from.is_empty() { "invite" } else { "invites" };
    match (mail.occasion, draft) {
        (Occasion::Invited, true) => {
            format!("{from} {verb} {whom} to read and comment on the draft of this letter: {title}")
        }
        (Occasion::Invited, false) => format!("{from} {verb} {whom} to read and sign this letter: {title}"),
        (Occasion::Opened, _) => {
            format!("The text of this letter is final, and {whom} can sign it: {title}")
        }
        (Occasion::Reminded, true) => {
            format!("{from} invited {whom} to read and comment on the draft of this letter: {title}")
        }
        (Occasion::Reminded, false) => {
            format!("{from} invited {whom} to sign this letter, and has no answer yet: {title}")
        }
    }
}

/// Until when, in the letter's zone, and in UTC for whoever is elsewhere.
fn times(mail: &Asking<'_>) -> Vec<String> {
    let letter = mail.letter;
    let mut lines = Vec::new();
    if let (Standing::Draft, Some(at)) = (mail.standing, letter.red_lines_by) {
        let time = both_zones(at.to_timestamp(), letter.red_lines_zone.as_deref());
        lines.push(format!("Red lines by {time}: please say by then what you could not sign."));
    }
    if let Some(at) = letter.deadline {
        let time = both_zones(at.to_timestamp(), letter.deadline_zone.as_deref());
        lines.push(format!("It can be signed until {time}."));
    }
    lines
}

fn both_zones(at: jiff::Timestamp, zone: Option<&str>) -> String {
    let zone = zone.unwrap_or("UTC");
    let there = dates::time_in_words(at, zone, &Language::english());
    if zone == "UTC" {
        there
    } else {
        format!("{there}, which is {}", dates::time_in_words(at, "UTC", &Language::english()))
    }
}
