//! The mails that ask: to read, to sign, and once more before it is too late. Each in the language of
//! whoever is asked, or else in the letter's.

use crate::letters::{Letter, Standing};
use crate::mail::Message;
use crate::text::words::{Words, say};
use crate::text::{dates, speaking};

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
    /// In which words they are asked.
    pub words: Words,
}

/// A mail with the personal link.
pub(super) fn asking(mail: &Asking<'_>) -> Message {
    speaking::in_words(mail.words, || asked(mail))
}

fn asked(mail: &Asking<'_>) -> Message {
    let draft = mail.standing == Standing::Draft;
    let title = mail.title;
    let subject = match (mail.occasion, draft) {
        (Occasion::Invited, true) => say!("invitations-mail-invited-draft-subject", title = title),
        (Occasion::Invited, false) => say!("invitations-mail-invited-subject", title = title),
        (Occasion::Opened, _) => say!("invitations-mail-opened-subject", title = title),
        (Occasion::Reminded, true) => say!("invitations-mail-reminded-draft-subject", title = title),
        (Occasion::Reminded, false) => say!("invitations-mail-reminded-subject", title = title),
    };
    let mut paragraphs = vec![greeting(mail.to_name), sentence(mail, draft)];
    paragraphs.extend(times(mail));
    paragraphs.push(if mail.letter.is_public() {
        say!("invitations-mail-no-account")
    } else {
        say!("invitations-mail-no-account-confidential")
    });
    let words =
        if draft { say!("invitations-mail-read-draft") } else { say!("invitations-mail-read-letter") };
    // The one link that stands on a line of its own is the one that is meant. Put into the message, the address
    // would have marks of direction around it, which some programs take for a part of it.
    let decline = format!("{} {}/decline", say!("invitations-mail-decline"), mail.link);
    Message {
        words: speaking::current(),
        to_name: mail.to_name.to_owned(),
        to_address: mail.to_address.to_owned(),
        subject,
        paragraphs,
        link: Some((words, mail.link.clone())),
        code: None,
        afterwards: vec![say!("invitations-mail-yours"), decline],
    }
}

fn greeting(name: &str) -> String {
    if name.is_empty() { say!("invitations-mail-dear-colleague") } else { say!("mail-dear", name = name) }
}

fn sentence(mail: &Asking<'_>, draft: bool) -> String {
    let whom = match mail.organization {
        "" => say!("invitations-mail-your-organization"),
        name => name.to_owned(),
    };
    let (from, title) = (mail.from, mail.title);
    match (mail.occasion, draft, from) {
        (Occasion::Opened, _, _) => say!("invitations-mail-opened", whom = whom, title = title),
        (Occasion::Invited, true, "") => {
            say!("invitations-mail-invited-draft-by-coordinators", whom = whom, title = title)
        }
        (Occasion::Invited, true, _) => {
            say!("invitations-mail-invited-draft", from = from, whom = whom, title = title)
        }
        (Occasion::Invited, false, "") => {
            say!("invitations-mail-invited-by-coordinators", whom = whom, title = title)
        }
        (Occasion::Invited, false, _) => {
            say!("invitations-mail-invited", from = from, whom = whom, title = title)
        }
        (Occasion::Reminded, true, "") => {
            say!("invitations-mail-reminded-draft-by-coordinators", whom = whom, title = title)
        }
        (Occasion::Reminded, true, _) => {
            say!("invitations-mail-reminded-draft", from = from, whom = whom, title = title)
        }
        (Occasion::Reminded, false, "") => {
            say!("invitations-mail-reminded-by-coordinators", whom = whom, title = title)
        }
        (Occasion::Reminded, false, _) => {
            say!("invitations-mail-reminded", from = from, whom = whom, title = title)
        }
    }
}

/// Until when, in the letter's zone, and in UTC for whoever is elsewhere.
fn times(mail: &Asking<'_>) -> Vec<String> {
    let letter = mail.letter;
    let mut lines = Vec::new();
    if let (Standing::Draft, Some(at)) = (mail.standing, letter.red_lines_by) {
        let time = both_zones(at.to_timestamp(), letter.red_lines_zone.as_deref());
        lines.push(say!("invitations-mail-red-lines", time = time));
    }
    if let Some(at) = letter.deadline {
        let time = both_zones(at.to_timestamp(), letter.deadline_zone.as_deref());
        lines.push(say!("invitations-mail-until", time = time));
    }
    lines
}

fn both_zones(at: jiff::Timestamp, zone: Option<&str>) -> String {
    let (zone, language) = (zone.unwrap_or("UTC"), speaking::current().language());
    let there = dates::time_in_words(at, zone, &language);
    if zone == "UTC" {
        there
    } else {
        say!("invitations-mail-both-zones", there = there, utc = dates::time_in_words(at, "UTC", &language))
    }
}
