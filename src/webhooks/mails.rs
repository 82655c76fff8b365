//! The mail to whoever made a webhook that is switched off.

use super::model::{OffBecause, Webhook};
use crate::mail::Message;
use crate::people::Person;
use crate::text::speaking;
use crate::text::words::say;

/// Nothing is sent there any more, and why; in the language of whoever made it.
pub(super) fn switched_off(person: &Person, webhook: &Webhook, because: OffBecause, link: String) -> Message {
    speaking::in_words(person.words(), || {
        let host = webhook.host();
        let why = match because {
            OffBecause::Gone => say!("webhooks-mail-gone", host = &host),
            OffBecause::GivenUp | OffBecause::Asked | OffBecause::MakerLeft => {
                say!("webhooks-mail-given-up", host = &host)
            }
        };
        Message {
            words: speaking::current(),
            to_name: person.name.clone(),
            to_address: person.email.clone(),
            subject: say!("webhooks-mail-subject"),
            paragraphs: vec![say!("mail-dear", name = &person.name), why],
            link: Some((say!("webhooks-mail-link"), link)),
            code: None,
            afterwards: vec![say!("webhooks-mail-afterwards")],
        }
    })
}
