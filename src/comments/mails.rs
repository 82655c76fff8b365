//! The mails about comments.

use super::settling::Recipient;
use crate::mail::Message;
use crate::people::Person;
use crate::text::speaking;

/// To each coordinator, at most once an hour. Who said what is on the page, not in the mail.
pub(super) fn commented(person: &Person, title: &str, link: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: "There are comments on your draft".into(),
        paragraphs: vec![
            format!("Dear {},", person.name),
            format!(
                "Somebody you invited has commented on “{title}”. If more comments come within the next hour, you get no further mail about them."
            ),
        ],
        link: Some(("Read the comments".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To the author of a comment.
pub(super) fn answered(to: &Recipient, by: &Person, title: &str, words: &str, link: String) -> Message {
    let greeting = if to.name.is_empty() { "Good day,".to_owned() } else { format!("Dear {},", to.name) };
    Message {
        words: speaking::current(),
        to_name: to.name.clone(),
        to_address: to.email.clone(),
        subject: format!("{} has answered your comment", by.name),
        paragraphs: vec![
            greeting,
            format!("{} has answered your comment on the draft “{title}”:", by.name),
            words.to_owned(),
        ],
        link: Some(("See your comments on the draft".into(), link)),
        code: None,
        afterwards: vec![],
    }
}
