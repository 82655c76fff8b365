//! The mails about comments, each in its recipient's language.

use super::settling::Recipient;
use crate::mail::Message;
use crate::people::Person;
use crate::text::speaking;
use crate::text::words::say;

/// To each coordinator, at most once an hour. Who said what is on the page, not in the mail.
pub(super) fn commented(person: &Person, title: &str, link: String) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: say!("comments-mail-subject"),
        paragraphs: vec![
            say!("mail-dear", name = &person.name),
            say!("comments-mail-commented", title = title),
        ],
        link: Some((say!("comments-mail-read"), link)),
        code: None,
        afterwards: vec![],
    })
}

/// To the author of a comment.
pub(super) fn answered(to: &Recipient, by: &Person, title: &str, words: &str, link: String) -> Message {
    speaking::in_words(to.words, || {
        let greeting = match to.name.as_str() {
            "" => say!("comments-mail-good-day"),
            name => say!("mail-dear", name = name),
        };
        Message {
            words: speaking::current(),
            to_name: to.name.clone(),
            to_address: to.email.clone(),
            subject: say!("comments-mail-answered-subject", name = &by.name),
            paragraphs: vec![
                greeting,
                say!("comments-mail-answered", name = &by.name, title = title),
                words.to_owned(),
            ],
            link: Some((say!("comments-mail-see"), link)),
            code: None,
            afterwards: vec![],
        }
    })
}
