//! The mails about membership.

use super::model::Coalition;
use crate::mail::Message;
use crate::organizations::Organization;
use crate::people::Person;
use crate::text::speaking;
use crate::text::words::say;

/// To each coordinator: an organization asks.
pub(super) fn asks_to_join(
    person: &Person,
    organization: &Organization,
    coalition: &Coalition,
    link: String,
) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: match organization.is_protected() {
            true => say!("coalitions-mail-asks-unnamed", coalition = &coalition.name),
            false => {
                say!("coalitions-mail-asks", organization = &organization.name, coalition = &coalition.name)
            }
        },
        paragraphs: vec![
            say!("mail-dear", name = &person.name),
            say!("coalitions-mail-asks-text", organization = &organization.name, coalition = &coalition.name),
        ],
        link: Some((say!("coalitions-mail-look"), link)),
        code: None,
        afterwards: vec![],
    })
}

/// To each owner of the organization: it is confirmed.
pub(super) fn is_confirmed(
    person: &Person,
    organization: &Organization,
    coalition: &Coalition,
    link: String,
) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: match organization.is_protected() {
            true => say!("coalitions-mail-confirmed-unnamed", coalition = &coalition.name),
            false => {
                say!(
                    "coalitions-mail-confirmed",
                    coalition = &coalition.name,
                    organization = &organization.name
                )
            }
        },
        paragraphs: vec![
            say!("mail-dear", name = &person.name),
            say!(
                "coalitions-mail-confirmed-text",
                coalition = &coalition.name,
                organization = &organization.name,
            ),
        ],
        link: Some((say!("coalitions-mail-see"), link)),
        code: None,
        afterwards: vec![],
    })
}
