//! The mails about an account.

use super::model::{Email, Person};
use crate::db::Moment;
use crate::mail::Message;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::speaking;
use crate::text::words::say;

/// A link that sets a new password.
pub(super) fn new_password(person: &Person, link: String) -> Message {
    Message {
        words: speaking::current(),
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
        words: speaking::current(),
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
        words: speaking::current(),
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

fn to(person: &Person, subject: &str) -> Message {
    Message {
        words: speaking::current(),
        to_name: person.name.clone(),
        to_address: person.email.clone(),
        subject: subject.into(),
        paragraphs: vec![say!("mail-dear", name = &person.name)],
        link: None,
        code: None,
        afterwards: vec![],
    }
}

/// After a sign-in with a browser that the account was not used in before. Where it came from is not
/// said: a network address tells more about its owner than the mail should, and is not kept.
pub(super) fn new_device(person: &Person, device: &str, at: Moment, forgot: String) -> Message {
    let time = dates::time_in_words(at.to_timestamp(), "UTC", &Language::english());
    let mut message = to(person, "A sign-in with a new browser");
    message.paragraphs.push(format!(
        "somebody signed in to your Undersigned account with a browser that was not used for it before: {device}, {time}."
    ));
    message.paragraphs.push(
        "If it was you, there is nothing to do. If it was not, somebody knows your password. Choose another one: that signs out every browser.".into(),
    );
    message.link = Some(("Choose another password".into(), forgot));
    message
}

/// After a second factor was turned on.
pub(super) fn second_factor_on(person: &Person, address: String) -> Message {
    let mut message = to(person, "Your second factor is on");
    message.paragraphs.push(
        "your Undersigned account asks for a code from now on whenever somebody signs in, and all other browsers were signed out. Keep the recovery codes where you find them and others do not.".into(),
    );
    message.link = Some(("Your second factor".into(), address));
    message
        .afterwards
        .push("If it was not you, choose another password and write to those who run this place.".into());
    message
}

/// After it was turned off: by the person, or by those who run the installation.
pub(super) fn second_factor_off(person: &Person, by_operator: bool) -> Message {
    let mut message = to(person, "Your second factor is off");
    message.paragraphs.push(if by_operator {
        "those who run this place have turned off the second factor of your Undersigned account, as somebody who had lost it asks. Signing in takes the password alone until you set it up again.".into()
    } else {
        "the second factor of your Undersigned account was turned off. Signing in takes the password alone.".into()
    });
    message.afterwards.push(
        "If you did not want this, choose another password and write to those who run this place.".into(),
    );
    message
}

/// After new recovery codes were made.
pub(super) fn recovery_codes_renewed(person: &Person, address: String) -> Message {
    let mut message = to(person, "New recovery codes");
    message.paragraphs.push(
        "new recovery codes were made for your Undersigned account. The earlier ones no longer work.".into(),
    );
    message.link = Some(("Your second factor".into(), address));
    message.afterwards.push("If it was not you, choose another password at once.".into());
    message
}

/// After a sign-in with a recovery code.
pub(super) fn recovery_code_used(person: &Person, left: i64, address: String) -> Message {
    let mut message = to(person, "A recovery code was used");
    message.paragraphs.push(format!(
        "somebody signed in to your Undersigned account with a recovery code; {left} of them are left."
    ));
    message.link = Some(("Your second factor".into(), address));
    message
        .afterwards
        .push("If it was not you, choose another password and make new recovery codes at once.".into());
    message
}

/// To the mailbox that an account is to have. It does not say whose account: the address may be
/// mistyped, and its owner a stranger.
pub(super) fn confirm_address(new: &Email, link: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: new.to_string(),
        subject: "Is this your address?".into(),
        paragraphs: vec![
            "Somebody, probably you, wants to have this address for their account at Undersigned. That happens only after you have confirmed it here.".into(),
        ],
        link: Some(("Confirm the address".into(), link)),
        code: None,
        afterwards: vec!["If you have no account there, do nothing: nothing happens.".into()],
    }
}

/// To a mailbox that has an account already: whoever owns it should know, and nobody else.
pub(super) fn address_has_account(new: &Email, sign_in: String) -> Message {
    Message {
        words: speaking::current(),
        to_name: String::new(),
        to_address: new.to_string(),
        subject: "This address has an account already".into(),
        paragraphs: vec![
            "Somebody, perhaps you, wants to use this address for another account at Undersigned. It has an account already, so nothing was changed.".into(),
            "If it was you, sign in with this address, or delete the account that has it.".into(),
        ],
        link: Some(("Sign in".into(), sign_in)),
        code: None,
        afterwards: vec!["If it was not you, there is nothing to do.".into()],
    }
}

/// To the mailbox that the account has: it can agree, and it can stop it.
pub(super) fn address_to_change(person: &Person, new: &Email, at: Moment, link: String) -> Message {
    let time = dates::time_in_words(at.to_timestamp(), "UTC", &Language::english());
    let mut message = to(person, "Your account is to have another address");
    message.paragraphs.push(format!(
        "somebody who is signed in and knows your password, probably you, asked for another address for your Undersigned account: {new}."
    ));
    message.paragraphs.push(format!(
        "If it was you, say so, and it takes effect as soon as the other mailbox has confirmed. If it was not, stop it. If you say nothing, it takes effect on {time}, for you may have lost this mailbox."
    ));
    message.link = Some(("Agree, or stop it".into(), link));
    message
}

/// After it took effect, to both mailboxes.
pub(super) fn address_changed(person: &Person, new: &Email) -> [Message; 2] {
    let mut to_old = to(person, "Your account has another address");
    to_old.paragraphs.push(format!("your Undersigned account has the address {new} from now on. This mailbox no longer gets anything from it."));
    to_old.afterwards.push("If you did not want this, write to those who run this place at once.".into());
    let mut to_new = to_old.clone();
    to_new.to_address = new.to_string();
    to_new.paragraphs.pop();
    to_new.paragraphs.push("your Undersigned account has this address from now on. Sign in with it.".into());
    [to_old, to_new]
}
