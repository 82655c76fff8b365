//! Between the right password and the code: who has got so far, for ten minutes.
//!
//! The page that asks for the code carries a token and not the password, which therefore stands in no
//! page that a browser keeps.

use diesel::prelude::*;

use super::model::Person;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{PersonId, Token, TokenHash};
use crate::schema::{people, sign_in_steps};

/// Long enough to find the phone.
const LASTS_SECONDS: i64 = 600;
/// After so many wrong codes the password is asked for again.
const WRONG_CODES: i32 = 5;

/// Notes that somebody gave the right password of `person`.
pub(super) fn take(tx: &mut Tx<'_>, person: PersonId) -> Result<Token, Fault> {
    let (token, now) = (Token::new(), tx.now());
    let row = (
        sign_in_steps::token_hash.eq(token.hash().as_bytes().to_vec()),
        sign_in_steps::person_id.eq(person),
        sign_in_steps::created_at.eq(now),
        sign_in_steps::expires_at.eq(now.plus_seconds(LASTS_SECONDS)),
        sign_in_steps::wrong_codes.eq(0),
    );
    on!(tx, c => diesel::insert_into(sign_in_steps::table).values(row).execute(c))?;
    Ok(token)
}

/// Who has got so far with this token.
pub(super) fn find(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Person>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => sign_in_steps::table
        .inner_join(people::table)
        .filter(sign_in_steps::token_hash.eq(token.as_bytes()))
        .filter(sign_in_steps::expires_at.gt(now).and(sign_in_steps::wrong_codes.lt(WRONG_CODES)))
        .select(Person::as_select())
        .first(c)
        .optional())?)
}

/// Notes a wrong code.
pub(super) fn note_wrong(tx: &mut Tx<'_>, token: &TokenHash) -> Result<(), Fault> {
    on!(tx, c => diesel::update(sign_in_steps::table.filter(sign_in_steps::token_hash.eq(token.as_bytes())))
        .set(sign_in_steps::wrong_codes.eq(sign_in_steps::wrong_codes + 1))
        .execute(c))?;
    Ok(())
}

/// The person is in, or their password is another: none of their steps leads on.
pub(super) fn forget_steps_of(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    on!(tx, c => diesel::delete(sign_in_steps::table.filter(sign_in_steps::person_id.eq(person))).execute(c))?;
    Ok(())
}

/// Deletes those that are over.
pub(super) fn forget_old(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::delete(sign_in_steps::table.filter(sign_in_steps::expires_at.le(now))).execute(c))?;
    Ok(())
}
