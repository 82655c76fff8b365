//! The mails about an account.

use super::model::{Email, Person};
use crate::mail::Message;

/// A link that sets a new password.
pub(super) fn new_password(person: &Person, link: String) -> Message {
    Message {
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: "A new password for Undersigned".into(),
        paragraphs: vec![
            format!("Dear {},", person.name),
            "somebody, probably you, asked for a new password for your account.".into(),
        ],
        link: Some(("Choose a new password".into(), link)),
        code: None,
        afterwards: vec![
            "The link works once, within an hour.".into(),
            "If it was not you, do nothing: your password stays as it is.".into(),
        ],
    }
}

/// For an address without an account: whoever owns it should know, and nobody else.
pub(super) fn no_account(email: &Email, register: String) -> Message {
    Message {
        to_name: String::new(),
        to_address: email.to_string(),
        subject: "There is no account with this address".into(),
        paragraphs: vec![
            "Somebody, perhaps you, asked Undersigned for a new password for this address. There is no account with it.".into(),
            "If it was you, you may have registered with another address. Or register your organization:".into(),
        ],
        link: Some(("Register".into(), register)),
        code: None,
        afterwards: vec!["If it was not you, there is nothing to do.".into()],
    }
}

/// After the password was changed: the one mail that a thief would not want sent.
pub(super) fn password_changed(person: &Person, forgot: String) -> Message {
    Message {
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: "Your password was changed".into(),
        paragraphs: vec![
            format!("Dear {},", person.name),
            "the password of your Undersigned account was changed, and all devices were signed out.".into(),
            "If it was not you, somebody can read your mail or knows this link. Take your account back at once:".into(),
        ],
        link: Some(("Choose another password".into(), forgot)),
        code: None,
        afterwards: vec![],
    }
}
