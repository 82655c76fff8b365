//! The mails about membership.

use super::model::Coalition;
use crate::mail::Message;
use crate::organizations::Organization;
use crate::people::Person;
use crate::text::speaking;

/// To each coordinator: an organization asks.
pub(super) fn asks_to_join(
    person: &Person,
    organization: &Organization,
    coalition: &Coalition,
    link: String,
) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: match organization.is_protected() {
            true => format!("An organization asks to join {}", coalition.name),
            false => format!("{} asks to join {}", organization.name, coalition.name),
        },
        paragraphs: vec![
            format!("Dear {},", person.name),
            format!(
                "{} says that it is a member of {} and asks you to confirm it. Until you do, it cannot stand under your heading in a letter.",
                organization.name, coalition.name
            ),
        ],
        link: Some(("Look at the request".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To each owner of the organization: it is confirmed.
pub(super) fn is_confirmed(
    person: &Person,
    organization: &Organization,
    coalition: &Coalition,
    link: String,
) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: match organization.is_protected() {
            true => format!("{} has confirmed your organization", coalition.name),
            false => format!("{} has confirmed {}", coalition.name, organization.name),
        },
        paragraphs: vec![
            format!("Dear {},", person.name),
            format!(
                "{} has confirmed {} as its member. In letters it can stand under that heading.",
                coalition.name, organization.name
            ),
        ],
        link: Some(("See the coalition".into(), link)),
        code: None,
        afterwards: vec![],
    }
}
