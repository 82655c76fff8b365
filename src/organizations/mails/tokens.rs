//! The mail to an organization's owners when somebody lets a program act for it.

use crate::mail::Message;
use crate::organizations::model::Organization;
use crate::people::Person;
use crate::text::speaking;
use crate::text::words::say;

/// A token was made; in the owner's language.
pub(in crate::organizations) fn made(
    owner: &Person,
    by: &Person,
    organization: &Organization,
    name: &str,
    link: String,
) -> Message {
    speaking::in_words(owner.words(), || Message {
        words: speaking::current(),
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        // Subjects are read over shoulders: a protected name stands in none.
        subject: match organization.is_protected() {
            true => say!("api-mail-token-subject-unnamed"),
            false => say!("api-mail-token-subject", organization = &organization.name),
        },
        paragraphs: vec![
            say!("mail-dear", name = &owner.name),
            say!("api-mail-token", person = &by.name, token = name, organization = &organization.name),
        ],
        link: Some((say!("api-mail-token-link"), link)),
        code: None,
        afterwards: vec![say!("api-mail-token-afterwards")],
    })
}
