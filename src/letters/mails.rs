//! The mails about coordinating a letter, each in its recipient's language.

use crate::mail::Message;
use crate::people::{Email, Person};
use crate::text::speaking;
use crate::text::words::{Words, say};

fn message(person: &Person, subject: String, sentence: String, link: Option<(String, String)>) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject,
        paragraphs: vec![say!("mail-dear", name = &person.name), sentence],
        link,
        code: None,
        afterwards: vec![],
    }
}

/// To whoever is asked. The same for an address with an account and for one without, but for the language.
pub(super) fn invitation(
    email: &Email,
    by: &Person,
    title: &str,
    hand_over: bool,
    link: String,
    words: Words,
) -> Message {
    speaking::in_words(words, || {
        let (name, address) = (&by.name, &by.email);
        let asked = if hand_over {
            say!("letters-mail-hand-over", name = name, address = address, title = title)
        } else {
            say!("letters-mail-coordinate", name = name, address = address, title = title)
        };
        Message {
            words: speaking::current(),
            to_name: String::new(),
            to_address: email.as_str().to_owned(),
            subject: say!("letters-mail-coordinate-subject", name = name),
            paragraphs: vec![say!("letters-mail-good-day"), asked],
            link: Some((say!("letters-mail-look"), link)),
            code: None,
            afterwards: vec![say!("letters-mail-works-once"), say!("letters-mail-do-nothing")],
        }
    })
}

/// To a coordinator to whom another has handed the letter over.
pub(super) fn is_yours(person: &Person, by: &Person, title: &str, link: String) -> Message {
    speaking::in_words(person.words(), || {
        let sentence = say!("letters-mail-is-yours", name = &by.name, title = title);
        let subject = say!("letters-mail-is-yours-subject", name = &by.name);
        message(person, subject, sentence, Some((say!("letters-mail-open"), link)))
    })
}

/// To whoever handed a letter over: it was accepted.
pub(super) fn has_taken_over(person: &Person, by: &Person, title: &str, link: String) -> Message {
    speaking::in_words(person.words(), || {
        let sentence = say!("letters-mail-taken-over", name = &by.name, title = title);
        let subject = say!("letters-mail-taken-over-subject", name = &by.name);
        message(person, subject, sentence, Some((say!("letters-to-desk"), link)))
    })
}

/// To whoever was removed. There is no link: the letter does not exist for them.
pub(super) fn was_removed(person: &Person, by: &Person, title: &str) -> Message {
    speaking::in_words(person.words(), || {
        let sentence = say!("letters-mail-removed", name = &by.name, address = &by.email, title = title);
        message(person, say!("letters-mail-removed-subject"), sentence, None)
    })
}
