//! The mails about signatures that wait for a coordinator.

use super::title_of;
use crate::db::Tx;
use crate::error::Fault;
use crate::letters::Letter;
use crate::mail::{self, Message};
use crate::signatures::queue::Entry;
use crate::signatures::reconsents::recipients;
use crate::text::speaking;

/// The owners and whoever signed hear what became of their signature, and why.
pub(in crate::signatures) fn tell_decided(
    tx: &mut Tx<'_>,
    letter: &Letter,
    entry: &Entry,
    accepted: bool,
    reason: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let title = title_of(letter);
    let called = entry.given.called_to_its_own(&entry.organization);
    let (subject, said, next) = if accepted {
        (
            format!("{called} is on the list: {title}"),
            format!(
                "the signature of {called} under this letter waited for a look, and is on its list: {title}"
            ),
            None,
        )
    } else {
        (
            format!("{called} is not listed: {title}"),
            format!(
                "the coordinators of this letter have not put the signature of {called} on its list: {title}"
            ),
            Some("The signature is taken back. While the letter is open, it can be given again:"),
        )
    };
    for person in recipients(tx, entry.organization.id, entry.given.signed_by)? {
        let mut paragraphs =
            vec![format!("Dear {},", person.name), said.clone(), format!("The reason they gave: {reason}")];
        paragraphs.extend(next.map(str::to_owned));
        let message = Message {
            words: speaking::current(),
            to_name: person.name.clone(),
            to_address: person.email.clone(),
            subject: subject.clone(),
            paragraphs,
            link: Some(("See the letter".into(), address(&format!("/letters/{}/sign", letter.slug)))),
            code: None,
            afterwards: vec![],
        };
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}
