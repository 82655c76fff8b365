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

/// To each owner: a coordinator changed how the organization's name is printed in one letter.
pub(super) fn is_renamed(owner: &Person, before: &str, after: &str, title: &str, link: String) -> Message {
    Message {
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("{before} appears under another name: {title}"),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!("a coordinator of this letter changed how the name of your organization is printed in it: {title}"),
            format!("Before: {before}"),
            format!("Since then: {after}"),
        ],
        link: Some(("See the signature, or say how you would like to appear".into(), link)),
        code: None,
        afterwards: vec!["Nothing else changed, here or anywhere outside this letter.".into()],
    }
}

/// To each owner: a coordinator took the organization's name off the list.
pub(super) fn is_removed(owner: &Person, organization: &str, title: &str, reason: &str, link: String) -> Message {
    Message {
        to_name: owner.name.clone(),
        to_address: owner.email.clone(),
        subject: format!("{organization} was taken off the list: {title}"),
        paragraphs: vec![
            format!("Dear {},", owner.name),
            format!("a coordinator took the name of {organization} off the list of this letter: {title}"),
            format!("The reason they gave: {reason}"),
            "While the letter is open, it can be signed again:".into(),
        ],
        link: Some(("See the letter".into(), link)),
        code: None,
        afterwards: vec![],
    }
}

/// To an organization that a coordinator listed: please confirm, or say no.
pub(super) fn please_confirm(organization: &str, address: &str, title: &str, link: String) -> Message {
    Message {
        to_name: String::new(),
        to_address: address.to_owned(),
        subject: format!("Please confirm that {organization} signs: {title}"),
        paragraphs: vec![
            format!("A coordinator of this letter has put {organization} on its list of signatories, because somebody said yes for it: {title}"),
            "Until it is confirmed, the list says that it is not. Please read the exact text, and sign it or decline:".into(),
        ],
        link: Some(("Read the letter and confirm".into(), link)),
        code: None,
        afterwards: vec!["The link is for your organization alone; please do not pass it on to others.".into()],
    }
}
