//! The mails about an account.

use super::model::{Email, Person};
use super::pages::account::device_in_words;
use crate::db::Moment;
use crate::mail::Message;
use crate::text::dates;
use crate::text::speaking;
use crate::text::words::say;

/// A link that sets a new password.
pub(super) fn new_password(person: &Person, link: String) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: say!("people-mail-new-password"),
        paragraphs: vec![say!("mail-dear", name = &person.name), say!("people-mail-new-password-text")],
        link: Some((say!("people-choose-password"), link)),
        code: None,
        afterwards: vec![say!("people-mail-link-once"), say!("people-mail-password-stays")],
    })
}

/// For an address without an account: whoever owns it should know, and nobody else.
pub(super) fn no_account(email: &Email, register: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: email.to_string(),
        subject: say!("people-mail-no-account"),
        paragraphs: vec![say!("people-mail-no-account-text"), say!("people-mail-no-account-or")],
        link: Some((say!("people-mail-register"), register)),
        code: None,
        afterwards: vec![say!("people-mail-nothing-to-do")],
    }
}

/// After the password was changed: the one mail that a thief would not want sent.
pub(super) fn password_changed(person: &Person, forgot: String) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: say!("people-mail-password-changed"),
        paragraphs: vec![
            say!("mail-dear", name = &person.name),
            say!("people-mail-password-changed-text"),
            say!("people-mail-take-back"),
        ],
        link: Some((say!("people-mail-another-password"), forgot)),
        code: None,
        afterwards: vec![],
    })
}

fn to(person: &Person, subject: String) -> Message {
    speaking::in_words(person.words(), || Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject,
        paragraphs: vec![say!("mail-dear", name = &person.name)],
        link: None,
        code: None,
        afterwards: vec![],
    })
}

/// After a sign-in with a browser that the account was not used in before. Where it came from is not
/// said: a network address tells more about its owner than the mail should, and is not kept.
pub(super) fn new_device(person: &Person, device: &str, at: Moment, forgot: String) -> Message {
    let time = dates::time_in_words(at.to_timestamp(), "UTC", &speaking::current().language());
    let mut message = to(person, say!("people-mail-new-browser"));
    let device = device_in_words(device);
    message.paragraphs.push(say!("people-mail-new-browser-text", device = device, time = time));
    message.paragraphs.push(say!("people-mail-new-browser-or"));
    message.link = Some((say!("people-mail-another-password"), forgot));
    message
}

/// After a second factor was turned on.
pub(super) fn second_factor_on(person: &Person, address: String) -> Message {
    speaking::in_words(person.words(), || {
        let mut message = to(person, say!("people-mail-factor-on"));
        message.paragraphs.push(say!("people-mail-factor-on-text"));
        message.link = Some((say!("people-mail-your-factor"), address));
        message.afterwards.push(say!("people-mail-factor-not-you"));
        message
    })
}

/// After it was turned off: by the person, or by those who run the installation.
pub(super) fn second_factor_off(person: &Person, by_operator: bool) -> Message {
    speaking::in_words(person.words(), || {
        let mut message = to(person, say!("people-mail-factor-off"));
        message.paragraphs.push(if by_operator {
            say!("people-mail-factor-off-by-operator")
        } else {
            say!("people-mail-factor-off-text")
        });
        message.afterwards.push(say!("people-mail-not-wanted"));
        message
    })
}

/// After new recovery codes were made.
pub(super) fn recovery_codes_renewed(person: &Person, address: String) -> Message {
    speaking::in_words(person.words(), || {
        let mut message = to(person, say!("people-mail-new-codes"));
        message.paragraphs.push(say!("people-mail-new-codes-text"));
        message.link = Some((say!("people-mail-your-factor"), address));
        message.afterwards.push(say!("people-mail-password-at-once"));
        message
    })
}

/// After a sign-in with a recovery code.
pub(super) fn recovery_code_used(person: &Person, left: i64, address: String) -> Message {
    speaking::in_words(person.words(), || {
        let mut message = to(person, say!("people-mail-code-used"));
        message.paragraphs.push(say!("people-mail-code-used-text", left = left));
        message.link = Some((say!("people-mail-your-factor"), address));
        message.afterwards.push(say!("people-mail-codes-at-once"));
        message
    })
}

/// To the mailbox that an account is to have. It does not say whose account: the address may be
/// mistyped, and its owner a stranger.
pub(super) fn confirm_address(new: &Email, link: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: new.to_string(),
        subject: say!("people-mail-is-this-yours"),
        paragraphs: vec![say!("people-mail-confirm-text")],
        link: Some((say!("people-mail-confirm-link"), link)),
        code: None,
        afterwards: vec![say!("people-mail-confirm-stranger")],
    }
}

/// To a mailbox that has an account already: whoever owns it should know, and nobody else.
pub(super) fn address_has_account(new: &Email, sign_in: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: new.to_string(),
        subject: say!("people-mail-has-account"),
        paragraphs: vec![say!("people-mail-has-account-text"), say!("people-mail-has-account-or")],
        link: Some((say!("people-sign-in"), sign_in)),
        code: None,
        afterwards: vec![say!("people-mail-nothing-to-do")],
    }
}

/// To the mailbox that the account has: it can agree, and it can stop it.
pub(super) fn address_to_change(person: &Person, new: &Email, at: Moment, link: String) -> Message {
    let time = dates::time_in_words(at.to_timestamp(), "UTC", &speaking::current().language());
    let mut message = to(person, say!("people-mail-address-to-change"));
    message.paragraphs.push(say!("people-mail-address-to-change-text", email = new.as_str()));
    message.paragraphs.push(say!("people-mail-address-to-change-or", time = time));
    message.link = Some((say!("people-mail-agree"), link));
    message
}

/// After it took effect, to both mailboxes.
pub(super) fn address_changed(person: &Person, new: &Email) -> [Message; 2] {
    speaking::in_words(person.words(), || {
        let mut to_old = to(person, say!("people-mail-address-changed"));
        to_old.paragraphs.push(say!("people-mail-address-changed-old", email = new.as_str()));
        to_old.afterwards.push(say!("people-mail-address-changed-not-wanted"));
        let mut to_new = to_old.clone();
        to_new.to_address = new.to_string();
        to_new.paragraphs.pop();
        to_new.paragraphs.push(say!("people-mail-address-changed-new"));
        [to_old, to_new]
    })
}
