//! A new password by mail: a link that works once, for an hour.

use diesel::prelude::*;

use super::model::{Email, Person, find_person_by_email, set_password};
use super::passwords::PasswordHash;
use super::{email_changes, mails, sessions};
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{PasswordResetId, PersonId, Token, TokenHash};
use crate::mail;
use crate::schema::{password_resets, people};

/// How long the link works.
const HOUR: i64 = 3600;

/// Mails a link for a new password, or, to an address without an account, a mail that says so:
/// the page is the same and the owner of the mailbox knows either way.
pub(super) fn ask_reset(
    tx: &mut Tx<'_>,
    email: &Email,
    address: impl Fn(&str) -> String,
) -> Result<(), Fault> {
    let message = match find_person_by_email(tx, email)? {
        Some(person) => {
            let token = Token::new();
            let now = tx.now();
            let row = (
                password_resets::id.eq(PasswordResetId::new()),
                password_resets::token_hash.eq(token.hash().as_bytes().to_vec()),
                password_resets::person_id.eq(person.id),
                password_resets::created_at.eq(now),
                password_resets::expires_at.eq(now.plus_seconds(HOUR)),
            );
            on!(tx, c => diesel::insert_into(password_resets::table).values(row).execute(c))?;
            mails::new_password(&person, address(&format!("/password/reset/{}", token.as_str())))
        }
        None => mails::no_account(email, address("/register")),
    };
    mail::enqueue(tx, &message)?;
    Ok(())
}

/// Whose password this link would set; nobody's if it was used, is over or never was.
pub(super) fn find_reset(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Person>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => password_resets::table
        .inner_join(people::table)
        .filter(password_resets::token_hash.eq(token.as_bytes()))
        .filter(password_resets::used_at.is_null())
        .filter(password_resets::expires_at.gt(now))
        .select(Person::as_select())
        .first(c)
        .optional())?)
}

/// Sets the new password, once; ends all sessions and every other such link of this person.
/// `None` if the link does not work (any more).
pub(super) fn use_reset(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    password: &PasswordHash,
) -> Result<Option<PersonId>, Fault> {
    let now = tx.now();
    let used: Option<PersonId> = on!(tx, c => diesel::update(password_resets::table
            .filter(password_resets::token_hash.eq(token.as_bytes()))
            .filter(password_resets::used_at.is_null())
            .filter(password_resets::expires_at.gt(now)))
        .set(password_resets::used_at.eq(now))
        .returning(password_resets::person_id)
        .get_result(c)
        .optional())?;
    let Some(person) = used else { return Ok(None) };
    on!(tx, c => diesel::update(password_resets::table
            .filter(password_resets::person_id.eq(person))
            .filter(password_resets::used_at.is_null()))
        .set(password_resets::used_at.eq(now))
        .execute(c))?;
    set_password(tx, person, password)?;
    // Whoever had the password may have asked for another address.
    email_changes::take_back(tx, person)?;
    sessions::close_all_sessions(tx, person)?;
    Ok(Some(person))
}
