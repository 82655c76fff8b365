//! The mails about signatures that wait for a coordinator.

use super::{in_subject, inside, plain, title_of};
use crate::db::Tx;
use crate::error::Fault;
use crate::letters::Letter;
use crate::mail;
use crate::signatures::queue::Entry;
use crate::signatures::telling::recipients;
use crate::text::speaking;
use crate::text::words::say;

/// The owners and whoever signed hear what became of their signature, and why; `reason` says it in the
/// language of each.
pub(in crate::signatures) fn tell_decided(
    tx: &mut Tx<'_>,
    letter: &Letter,
    entry: &Entry,
    accepted: bool,
    reason: &dyn Fn() -> String,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let (title, name) = (title_of(letter), &entry.organization.name);
    let withheld = entry.given.withheld_at.is_some();
    for person in recipients(tx, entry.organization.id, entry.given.signed_by)? {
        let link = address(&format!("/letters/{}/sign", letter.slug));
        let message = speaking::in_words(person.words(), || {
            let (called, called_inside) = (in_subject(name, withheld), inside(name, withheld));
            let because = say!("signatures-mail-reason", reason = reason());
            let (subject, paragraphs) = if accepted {
                let said = say!("signatures-mail-accepted", name = called_inside, title = &title);
                (say!("signatures-mail-accepted-subject", name = called, title = &title), vec![said, because])
            } else {
                let said = say!("signatures-mail-not-listed", name = called_inside, title = &title);
                let next = say!("signatures-mail-not-listed-next");
                let subject = say!("signatures-mail-not-listed-subject", name = called, title = &title);
                (subject, vec![said, because, next])
            };
            plain(&person, subject, paragraphs, (say!("signatures-see-letter"), link))
        });
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}
