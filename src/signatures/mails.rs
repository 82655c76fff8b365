//! The mails about a signature.

use crate::mail::Message;
use crate::organizations::Organization;
use crate::people::Person;

/// To each owner: the organization's name stands under a letter.
pub(super) fn has_signed(
    owner: &Person,
    organization: &Organization,
    title: &str,
    representative: &str,
    sha256: &str,
    link: String,
) -> Message {
    Message {
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("{} has signed: {title}", organization.name),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!("{representative} has signed this letter for {}: {title}", organization.name),
        ],
        link: Some(("See or withdraw the signature".into(), link)),
        code: None,
        afterwards: vec![
            format!("The signature is given to exactly this text (SHA-256): {sha256}"),
            "If nobody may sign for your organization like this, withdraw the signature there and change your password.".into(),
        ],
    }
}

/// To each owner: the organization has withdrawn.
pub(super) fn has_withdrawn(
    owner: &Person,
    organization: &Organization,
    title: &str,
    link: String,
) -> Message {
    Message {
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("{} has withdrawn its signature: {title}", organization.name),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!("the name of {} no longer stands under this letter: {title}", organization.name),
            "While the letter is open, it can be signed again:".into(),
        ],
        link: Some(("See the letter".into(), link)),
        code: None,
        afterwards: vec![],
    }
}
