//! The mails about what is kept of people.

use crate::db::Moment;
use crate::mail::Message;
use crate::people::Person;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::speaking;

/// The last mail to somebody whose account is gone.
pub(super) fn account_deleted(person: &Person) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: "Your account is deleted".into(),
        paragraphs: vec![
            format!("Dear {},", person.name),
            "your account at Undersigned is deleted, as you asked, and what was kept about you with it. What your organizations signed stays signed.".into(),
            "This is the last mail to this address. If it was not you who asked, write to those who run the place at once.".into(),
        ],
        link: None,
        code: None,
        afterwards: vec![],
    }
}

/// To a coordinator: the contacts of a letter are erased in two weeks.
pub(super) fn contacts_erased_soon(coordinator: &Person, title: &str, at: Moment, link: String) -> Message {
    let day = dates::date_in_words(at.to_timestamp(), "UTC", &Language::english());
    Message {
        words: speaking::current(),
        to_name: coordinator.name.clone(),
        to_address: coordinator.email.clone(),
        subject: format!("The contacts of “{title}” are erased on {day}"),
        paragraphs: vec![
            format!("Dear {},", coordinator.name),
            format!("on {day} the contacts of the letter “{title}” are erased, as those invited were told: their addresses and names, your notes about them, the mails that prove a yes, and the names of people that the public does not see. The letter and its list stay as they are."),
            "Until then you can take the contacts along as a table, if you have a reason of your own to keep them.".into(),
        ],
        link: Some(("The contacts".into(), link)),
        code: None,
        afterwards: vec![],
    }
}
