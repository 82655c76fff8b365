//! The mails about what is kept of people.

use crate::db::Moment;
use crate::mail::Message;
use crate::people::Person;
use crate::text::dates;
use crate::text::speaking;
use crate::text::words::say;

/// The last mail to somebody whose account is gone.
pub(super) fn account_deleted(person: &Person) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: say!("rights-mail-deleted-subject"),
        paragraphs: vec![
            say!("mail-dear", name = &person.name),
            say!("rights-mail-deleted"),
            say!("rights-mail-deleted-last"),
        ],
        link: None,
        code: None,
        afterwards: vec![],
    })
}

/// To a coordinator: the contacts of a letter are erased in two weeks.
pub(super) fn contacts_erased_soon(coordinator: &Person, title: &str, at: Moment, link: String) -> Message {
    speaking::in_words(coordinator.words(), || {
        let day = dates::date_in_words(at.to_timestamp(), "UTC", &speaking::current().language());
        Message {
            words: speaking::current(),
            to_name: coordinator.name.clone(),
            to_address: coordinator.email.clone(),
            subject: say!("rights-mail-contacts-subject", title = title, day = &day),
            paragraphs: vec![
                say!("mail-dear", name = &coordinator.name),
                say!("rights-mail-contacts", title = title, day = &day),
                say!("rights-mail-contacts-take"),
            ],
            link: Some((say!("rights-mail-contacts-link"), link)),
            code: None,
            afterwards: vec![],
        }
    })
}
