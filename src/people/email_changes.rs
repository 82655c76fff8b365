//! A new address for an account.
//!
//! The new mailbox has to confirm it in every case. The old one confirms too, with a button, and then
//! it takes effect at once; if it is lost, and so says nothing, it takes effect after a week, in which
//! whoever reads the old mailbox can stop it. So neither a thief with a session and a password nor a
//! lost mailbox takes an account away from its person.

use diesel::prelude::*;

use super::model::{Email, Person, find_person, find_person_by_email};
use super::{mails, sessions};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{EmailChangeId, PersonId, Token, TokenHash};
use crate::mail;
use crate::schema::{email_changes, password_resets, people};

/// How long the old mailbox can stop it.
pub const WAITING_DAYS: i64 = 7;
/// How long the new mailbox can confirm it.
const LASTS_DAYS: i64 = 14;
const DAY: i64 = 86_400;

/// A change that waits.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = email_changes)]
pub(super) struct EmailChange {
    pub id: EmailChangeId,
    pub person_id: PersonId,
    pub new_email: String,
    pub takes_effect_at: Moment,
    pub new_confirmed_at: Option<Moment>,
    pub old_confirmed_at: Option<Moment>,
}

/// Whose link it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mailbox {
    /// The one that the account is to have.
    New,
    /// The one that it has.
    Old,
}

/// Asks for another address; an earlier wish that waits is over. The page and the mail to the old
/// address are the same whether or not the new one has an account: only the mail to it differs, and
/// of a wish for an address that has one nothing comes.
pub(super) fn ask(
    tx: &mut Tx<'_>,
    person: &Person,
    new: &Email,
    address: impl Fn(&str) -> String,
) -> Result<(), Fault> {
    let now = tx.now();
    take_back(tx, person.id)?;
    let (new_token, old_token) = (Token::new(), Token::new());
    let takes_effect_at = now.plus_seconds(WAITING_DAYS * DAY);
    let row = (
        email_changes::id.eq(EmailChangeId::new()),
        email_changes::person_id.eq(person.id),
        email_changes::new_email.eq(sealed(new.as_str())),
        email_changes::new_token_hash.eq(new_token.hash().as_bytes().to_vec()),
        email_changes::old_token_hash.eq(old_token.hash().as_bytes().to_vec()),
        email_changes::created_at.eq(now),
        email_changes::takes_effect_at.eq(takes_effect_at),
        email_changes::expires_at.eq(now.plus_seconds(LASTS_DAYS * DAY)),
    );
    on!(tx, c => diesel::insert_into(email_changes::table).values(row).execute(c))?;
    let link = |token: &Token| address(&format!("/addresses/{}", token.as_str()));
    let to_new = match find_person_by_email(tx, new)? {
        Some(_) => mails::address_has_account(new, address("/sign-in")),
        None => mails::confirm_address(new, link(&new_token)),
    };
    mail::enqueue(tx, &to_new)?;
    mail::enqueue(tx, &mails::address_to_change(person, new, takes_effect_at, link(&old_token)))?;
    Ok(())
}

/// The change that waits for `person`.
pub(super) fn waiting_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<EmailChange>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => email_changes::table
        .filter(email_changes::person_id.eq(person).and(email_changes::expires_at.gt(now)))
        .filter(email_changes::stopped_at.is_null().and(email_changes::done_at.is_null()))
        .order(email_changes::id.desc())
        .select(EmailChange::as_select())
        .first(c)
        .optional())?)
}

/// The change behind a link, and which mailbox the link went to; none for one that is done, stopped,
/// over or forged.
pub(super) fn find(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<(EmailChange, Mailbox)>, Fault> {
    let now = tx.now();
    let found: Option<(EmailChange, Vec<u8>)> = on!(tx, c => email_changes::table
        .filter(email_changes::new_token_hash.eq(token.as_bytes())
            .or(email_changes::old_token_hash.eq(token.as_bytes())))
        .filter(email_changes::expires_at.gt(now))
        .filter(email_changes::stopped_at.is_null().and(email_changes::done_at.is_null()))
        .select((EmailChange::as_select(), email_changes::new_token_hash))
        .first(c)
        .optional())?;
    Ok(found.map(|(change, new)| (change, if new == token.as_bytes() { Mailbox::New } else { Mailbox::Old })))
}

/// Takes back what waits for `person`.
pub(super) fn take_back(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(email_changes::table
            .filter(email_changes::person_id.eq(person))
            .filter(email_changes::done_at.is_null().and(email_changes::stopped_at.is_null())))
        .set(email_changes::stopped_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// Why a link did nothing.
#[derive(Debug)]
pub(super) enum AnswerError {
    /// It is done, stopped, over or forged.
    NoSuchChange,
    /// The new address has an account by now.
    HasAccount,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AnswerError);

/// What came of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    /// The account has the new address.
    Changed,
    /// It waits for the other mailbox; the old one may also say nothing until this moment.
    Waits {
        /// Until when.
        until: Moment,
        /// Whether it is the new mailbox that has still to confirm.
        for_new: bool,
    },
}

fn hold(tx: &mut Tx<'_>, token: &TokenHash) -> Result<(EmailChange, Mailbox), AnswerError> {
    tx.hold("addresses of accounts")?;
    find(tx, token)?.ok_or(AnswerError::NoSuchChange)
}

/// The button of either mailbox.
pub(super) fn confirm(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Answered, AnswerError> {
    let (mut change, mailbox) = hold(tx, token)?;
    let now = tx.now();
    match mailbox {
        Mailbox::New => {
            change.new_confirmed_at.get_or_insert(now);
        }
        Mailbox::Old => {
            change.old_confirmed_at.get_or_insert(now);
        }
    }
    on!(tx, c => diesel::update(email_changes::table.find(change.id))
        .set((
            email_changes::new_confirmed_at.eq(change.new_confirmed_at),
            email_changes::old_confirmed_at.eq(change.old_confirmed_at),
        ))
        .execute(c))?;
    let old_agrees = change.old_confirmed_at.is_some() || change.takes_effect_at <= now;
    if change.new_confirmed_at.is_some() && old_agrees {
        take_effect(tx, &change)?;
        return Ok(Answered::Changed);
    }
    Ok(Answered::Waits { until: change.takes_effect_at, for_new: change.new_confirmed_at.is_none() })
}

/// "This was not me", from the old mailbox: nothing changes, and everybody is signed out.
pub(super) fn stop(tx: &mut Tx<'_>, token: &TokenHash) -> Result<(), AnswerError> {
    let (change, mailbox) = hold(tx, token)?;
    if mailbox != Mailbox::Old {
        return Err(AnswerError::NoSuchChange);
    }
    take_back(tx, change.person_id)?;
    Ok(sessions::close_all_sessions(tx, change.person_id)?)
}

fn take_effect(tx: &mut Tx<'_>, change: &EmailChange) -> Result<(), AnswerError> {
    let now = tx.now();
    let person = find_person(tx, change.person_id)?.ok_or(AnswerError::NoSuchChange)?;
    let new = Email::read(&change.new_email).ok_or(AnswerError::NoSuchChange)?;
    if find_person_by_email(tx, &new)?.is_some() {
        return Err(AnswerError::HasAccount);
    }
    on!(tx, c => diesel::update(people::table.find(person.id)).set(people::email.eq(sealed(new.as_str()))).execute(c))?;
    on!(tx, c => diesel::update(email_changes::table.find(change.id))
        .set(email_changes::done_at.eq(now))
        .execute(c))?;
    // Links for a new password went to the old mailbox, which may be somebody else's by now.
    on!(tx, c => diesel::delete(password_resets::table.filter(password_resets::person_id.eq(person.id)))
        .execute(c))?;
    for message in mails::address_changed(&person, &new) {
        mail::enqueue(tx, &message)?;
    }
    Ok(())
}

/// Whether a change waits for nothing but its moment, and that has come.
///
/// # Errors
/// A fault of the database.
pub fn is_any_address_due(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    Ok(!due(tx)?.is_empty())
}

fn due(tx: &mut Tx<'_>) -> Result<Vec<EmailChange>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => email_changes::table
        .filter(email_changes::new_confirmed_at.is_not_null().and(email_changes::takes_effect_at.le(now)))
        .filter(email_changes::stopped_at.is_null().and(email_changes::done_at.is_null()))
        .filter(email_changes::expires_at.gt(now))
        .limit(20)
        .select(EmailChange::as_select())
        .load(c))?)
}

/// Lets those changes take effect to which the old mailbox has said nothing.
///
/// # Errors
/// A fault of the database.
pub fn change_due_addresses(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.hold("addresses of accounts")?;
    for change in due(tx)? {
        match take_effect(tx, &change) {
            Ok(()) => {}
            // Somebody registered with it meanwhile: there is nothing to take.
            Err(AnswerError::HasAccount | AnswerError::NoSuchChange) => take_back(tx, change.person_id)?,
            Err(AnswerError::Fault(fault)) => return Err(fault),
        }
    }
    Ok(())
}

/// Deletes those that are over: they hold an address.
pub(super) fn forget_old(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::delete(email_changes::table.filter(email_changes::expires_at.le(now))).execute(c))?;
    Ok(())
}
