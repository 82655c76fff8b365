//! Browsers in which a person has signed in before, known again by a cookie of their own.
//!
//! A known browser is not slowed by guesses that come from elsewhere, and signing in with one sends no
//! mail. It opens nothing: the password, and the code if there is one, are asked for as ever.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{PersonId, Token, TokenHash};
use crate::schema::known_devices;

/// As long as browsers keep a cookie at most.
pub const DEVICE_DAYS: i64 = 400;
const LASTS_SECONDS: i64 = DEVICE_DAYS * 86_400;

/// A browser as its person sees it.
#[derive(Debug, Clone, Queryable)]
pub struct Device {
    /// What kind of browser it is, roughly.
    pub device: String,
    /// Since when it is known.
    pub created_at: Moment,
    /// When somebody last signed in with it.
    pub last_seen_at: Moment,
}

/// Whether `person` signed in before in the browser with this cookie.
pub(super) fn is_known(tx: &mut Tx<'_>, person: PersonId, cookie: &TokenHash) -> Result<bool, Fault> {
    let since = tx.now().plus_seconds(-LASTS_SECONDS);
    let found: i64 = on!(tx, c => known_devices::table
        .find((cookie.as_bytes(), person))
        .filter(known_devices::last_seen_at.gt(since))
        .count()
        .get_result(c))?;
    Ok(found > 0)
}

/// Notes a sign-in. A browser that is not known to `person` gets a cookie: the returned token. It is a
/// fresh one even if the browser came with somebody else's, whose place it takes over, so that a cookie
/// which was planted there is never known to two people in two browsers.
pub(super) fn note_sign_in(
    tx: &mut Tx<'_>,
    person: PersonId,
    cookie: Option<&TokenHash>,
    device: &str,
) -> Result<Option<Token>, Fault> {
    let now = tx.now();
    if let Some(cookie) = cookie
        && is_known(tx, person, cookie)?
    {
        on!(tx, c => diesel::update(known_devices::table.find((cookie.as_bytes(), person)))
            .set((known_devices::last_seen_at.eq(now), known_devices::device.eq(device)))
            .execute(c))?;
        return Ok(None);
    }
    let token = Token::new();
    if let Some(cookie) = cookie {
        on!(tx, c => diesel::update(known_devices::table.filter(known_devices::token_hash.eq(cookie.as_bytes())))
            .set(known_devices::token_hash.eq(token.hash().as_bytes().to_vec()))
            .execute(c))?;
    }
    let row = (
        known_devices::token_hash.eq(token.hash().as_bytes().to_vec()),
        known_devices::person_id.eq(person),
        known_devices::device.eq(device),
        known_devices::created_at.eq(now),
        known_devices::last_seen_at.eq(now),
    );
    on!(tx, c => diesel::insert_into(known_devices::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(Some(token))
}

/// The browsers that `person` is known in.
///
/// # Errors
/// A fault of the database.
pub fn devices_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Device>, Fault> {
    Ok(on!(tx, c => known_devices::table
        .filter(known_devices::person_id.eq(person))
        .order(known_devices::last_seen_at.desc())
        .select((known_devices::device, known_devices::created_at, known_devices::last_seen_at))
        .load(c))?)
}

/// No browser is known to `person` any more, but perhaps the one with this cookie.
pub(super) fn forget_devices(
    tx: &mut Tx<'_>,
    person: PersonId,
    but: Option<&TokenHash>,
) -> Result<(), Fault> {
    let but = but.map_or_else(Vec::new, |cookie| cookie.as_bytes().to_vec());
    on!(tx, c => diesel::delete(known_devices::table
            .filter(known_devices::person_id.eq(person).and(known_devices::token_hash.ne(but))))
        .execute(c))?;
    Ok(())
}

/// Deletes those that nobody used for as long as a cookie is kept.
pub(super) fn forget_old(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now().plus_seconds(-LASTS_SECONDS);
    on!(tx, c => diesel::delete(known_devices::table.filter(known_devices::last_seen_at.le(before))).execute(c))?;
    Ok(())
}
