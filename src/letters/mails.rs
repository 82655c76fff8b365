//! The mails about coordinating a letter.

use crate::mail::Message;
use crate::people::{Email, Person};
use crate::text::speaking;

fn message(person: &Person, subject: String, sentence: String, link: Option<(String, String)>) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject,
        paragraphs: vec![format!("Dear {},", person.name), sentence],
        link,
        code: None,
        afterwards: vec![],
    }
}

/// To whoever is asked. The same for an address with an account and for one without.
pub(super) fn invitation(email: &Email, by: &Person, title: &str, hand_over: bool, link: String) -> Message {
    let asked = if hand_over {
        format!(
            "{} ({}) wants to hand over to you the coordination of a letter, “{title}”. When you accept, it is yours.",
            by.name, by.email
        )
    } else {
        format!(
            "{} ({}) asks you to coordinate a letter together, “{title}”. Coordinators write the text, invite organizations and publish the letter.",
            by.name, by.email
        )
    };
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: email.as_str().to_owned(),
        subject: format!("{} asks you to coordinate a letter", by.name),
        paragraphs: vec!["Good day,".into(), asked],
        link: Some(("Look at the invitation".into(), link)),
        code: None,
        afterwards: vec![
            "The link works once, for 14 days, for whoever holds it: please do not pass it on. If you have no account yet, register with this address first; the invitation then waits on your desk.".into(),
            "If you do not know what this is about, do nothing.".into(),
        ],
    }
}

/// To a coordinator to whom another has handed the letter over.
pub(super) fn is_yours(person: &Person, by: &Person, title: &str, link: String) -> Message {
    let sentence = format!(
        "{} has handed over to you the coordination of “{title}” and no longer coordinates it.",
        by.name
    );
    let subject = format!("{} has handed a letter over to you", by.name);
    message(person, subject, sentence, Some(("Open the letter".into(), link)))
}

/// To whoever handed a letter over: it was accepted.
pub(super) fn has_taken_over(person: &Person, by: &Person, title: &str, link: String) -> Message {
    let sentence = format!(
        "{} has accepted to take over the coordination of “{title}”. You no longer coordinate it.",
        by.name
    );
    let subject = format!("{} has taken your letter over", by.name);
    message(person, subject, sentence, Some(("Go to your desk".into(), link)))
}

/// To whoever was removed. There is no link: the letter does not exist for them.
pub(super) fn was_removed(person: &Person, by: &Person, title: &str) -> Message {
    let sentence = format!(
        "{} ({}) has removed you from the coordinators of “{title}”. If this surprises you, please ask them.",
        by.name, by.email
    );
    message(person, "You no longer coordinate a letter".into(), sentence, None)
}
