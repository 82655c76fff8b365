//! The mail with which a letter is delivered to its own signatories, in the language of each.

use super::model::Recipient;
use super::snapshot::Snapshot;
use crate::mail::Message;
use crate::text::speaking;
use crate::text::words::say;

/// To whoever signed, and to the organizations they signed for: the final copy.
pub(super) fn final_copy(to: &Recipient, snapshot: &Snapshot, sha256: &str, link: String) -> Message {
    speaking::in_words(to.words, || {
        let title = snapshot.title_with_count();
        let whom = match snapshot.delivered_to.as_str() {
            "" => say!("deliveries-mail-delivered"),
            whom => say!("deliveries-mail-delivered-to", whom = whom),
        };
        Message {
            words: speaking::current(),
            to_name: to.name.clone(),
            to_address: to.address.clone(),
            subject: say!("deliveries-mail-subject", title = &title),
            paragraphs: vec![
                say!("mail-dear", name = &to.name),
                whom,
                format!("{title}\n{}", snapshot.count_line_in(to.words)),
                say!("deliveries-mail-attached"),
            ],
            link: Some((say!("deliveries-mail-files"), link)),
            code: None,
            afterwards: vec![say!("deliveries-mail-sha256", sha256 = sha256)],
        }
    })
}
