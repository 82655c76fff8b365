//! The mail with which a letter is delivered to its own signatories.

use super::model::Recipient;
use super::snapshot::Snapshot;
use crate::mail::Message;
use crate::text::speaking;

/// To whoever signed, and to the organizations they signed for: the final copy.
pub(super) fn final_copy(to: &Recipient, snapshot: &Snapshot, sha256: &str, link: String) -> Message {
    let title = snapshot.title_with_count();
    let whom = if snapshot.delivered_to.is_empty() {
        "The letter that your organization signed has been delivered.".to_owned()
    } else {
        format!("The letter that your organization signed has been delivered to {}.", snapshot.delivered_to)
    };
    Message {
        words: speaking::current(),
        to_name: to.name.clone(),
        to_address: to.address.clone(),
        subject: format!("Delivered: {title}"),
        paragraphs: vec![
            format!("Dear {},", to.name),
            whom,
            format!("{title}\n{}", snapshot.count_line()),
            "The final copy, with the list as it was handed over, is attached.".into(),
        ],
        link: Some(("All files of the delivery".into(), link)),
        code: None,
        afterwards: vec![format!("The delivery is named by its SHA-256: {sha256}")],
    }
}
