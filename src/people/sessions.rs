//! Sessions: rows, so that they can be listed and ended.

use diesel::prelude::*;

use super::model::Person;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{PersonId, SessionId, Token, TokenHash};
use crate::schema::{operator_invitations, password_resets, people, sessions};

/// A session just opened: its token goes into the cookie and nowhere else.
pub struct OpenedSession {
    /// What the cookie carries.
    pub token: Token,
}

/// A session as its person sees it.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// What kind of browser it is in, roughly.
    pub device: String,
    /// When it was opened.
    pub created_at: Moment,
    /// When it was last used, to the hour.
    pub last_seen_at: Moment,
}

/// A session nobody uses ends after two weeks, any session after ninety days.
const IDLE_SECONDS: i64 = 14 * 86_400;
const ABSOLUTE_SECONDS: i64 = 90 * 86_400;
/// How exactly "last used" is known; each more exact step would be a write.
const SEEN_SECONDS: i64 = 3600;

/// Opens a session for a person who has just proved who they are, and ends the one `instead_of`
/// which their browser came with, so that nobody who planted a cookie there shares the new one.
///
/// # Errors
/// A fault of the database.
pub fn open_session(
    tx: &mut Tx<'_>,
    person: PersonId,
    device: &str,
    instead_of: Option<&TokenHash>,
) -> Result<OpenedSession, Fault> {
    if let Some(old) = instead_of {
        close_session(tx, old)?;
    }
    let token = Token::new();
    let now = tx.now();
    let row = (
        sessions::id.eq(SessionId::new()),
        sessions::token_hash.eq(token.hash().as_bytes().to_vec()),
        sessions::person_id.eq(person),
        sessions::device.eq(device),
        sessions::created_at.eq(now),
        sessions::last_seen_at.eq(now),
        sessions::expires_at.eq(now.plus_seconds(ABSOLUTE_SECONDS)),
    );
    on!(tx, c => diesel::insert_into(sessions::table).values(row).execute(c))?;
    Ok(OpenedSession { token })
}

/// Who is signed in with this token, in which session, and whether its use should be noted.
pub(super) fn find_session(
    tx: &mut Tx<'_>,
    token: &TokenHash,
) -> Result<Option<(Person, Session, bool)>, Fault> {
    let now = tx.now();
    let found: Option<(Person, Session)> = on!(tx, c => sessions::table
        .inner_join(people::table)
        .filter(sessions::token_hash.eq(token.as_bytes()))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::last_seen_at.gt(now.plus_seconds(-IDLE_SECONDS)))
        .select((Person::as_select(), Session::as_select()))
        .first(c)
        .optional())?;
    Ok(found.map(|(person, session)| {
        let stale = session.last_seen_at < now.plus_seconds(-SEEN_SECONDS);
        (person, session, stale)
    }))
}

/// Notes that the session is used.
pub(super) fn note_use(tx: &mut Tx<'_>, session: SessionId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(sessions::table.find(session)).set(sessions::last_seen_at.eq(now)).execute(c))?;
    Ok(())
}

/// Ends the session of this token.
pub(super) fn close_session(tx: &mut Tx<'_>, token: &TokenHash) -> Result<(), Fault> {
    on!(tx, c => diesel::delete(sessions::table.filter(sessions::token_hash.eq(token.as_bytes()))).execute(c))?;
    Ok(())
}

/// Ends all sessions of a person.
pub(super) fn close_all_sessions(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    on!(tx, c => diesel::delete(sessions::table.filter(sessions::person_id.eq(person))).execute(c))?;
    Ok(())
}

/// The open sessions of a person, the latest used first.
pub(super) fn sessions_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Session>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::last_seen_at.gt(now.plus_seconds(-IDLE_SECONDS)))
        .order(sessions::last_seen_at.desc())
        .select(Session::as_select())
        .load(c))?)
}

/// Deletes sessions and links that are over.
///
/// # Errors
/// A fault of the database.
pub fn forget_what_is_over(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    let idle = now.plus_seconds(-IDLE_SECONDS);
    on!(tx, c => diesel::delete(sessions::table
        .filter(sessions::expires_at.le(now).or(sessions::last_seen_at.le(idle))))
        .execute(c))?;
    on!(tx, c => diesel::delete(password_resets::table.filter(password_resets::expires_at.le(now))).execute(c))?;
    on!(tx, c => diesel::delete(operator_invitations::table.filter(operator_invitations::expires_at.le(now)))
        .execute(c))?;
    Ok(())
}
