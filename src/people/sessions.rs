//! Sessions: rows, so that they can be listed and ended.

use diesel::prelude::*;

use super::model::{Email, Person, find_person, find_person_by_email};
use super::{devices, email_changes, steps};
use crate::config::Accounts;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{PersonId, SessionId, Token, TokenHash};
use crate::schema::{operator_invitations, password_resets, people, sessions, sign_in_steps};

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

const DAY: i64 = 86_400;
/// An operator can do more harm than anyone, and sits at a desk: a day without use, a week in all.
pub const OPERATOR_DAYS: (u16, u16) = (1, 7);

/// How long sessions last.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    idle: (i64, i64),
    absolute: (i64, i64),
}

impl Limits {
    /// As this installation has it.
    pub fn of(accounts: &Accounts) -> Self {
        let both = |days: u16, operators: u16| (i64::from(days) * DAY, i64::from(days.min(operators)) * DAY);
        Self {
            idle: both(accounts.session_idle, OPERATOR_DAYS.0),
            absolute: both(accounts.session_absolute, OPERATOR_DAYS.1),
        }
    }

    fn idle_seconds(&self, person: &Person) -> i64 {
        if person.is_operator() { self.idle.1 } else { self.idle.0 }
    }

    fn absolute_seconds(&self, person: &Person) -> i64 {
        if person.is_operator() { self.absolute.1 } else { self.absolute.0 }
    }
}

/// How exactly "last used" is known; each more exact step would be a write.
const SEEN_SECONDS: i64 = 3600;

/// Opens a session for a person who has just proved who they are, and ends the one `instead_of`
/// which their browser came with, so that nobody who planted a cookie there shares the new one.
///
/// No address leads here past a proof. Programs that have the database itself (`undersigned-load` opens
/// thousands of sessions in one of its own) need none: whoever has it can write the row.
///
/// # Errors
/// A fault of the database.
pub fn open_session(
    tx: &mut Tx<'_>,
    person: PersonId,
    device: &str,
    instead_of: Option<&TokenHash>,
    limits: &Limits,
) -> Result<OpenedSession, Fault> {
    if let Some(old) = instead_of {
        close_session(tx, old)?;
    }
    let lasts = find_person(tx, person)?.map_or(0, |person| limits.absolute_seconds(&person));
    let token = Token::new();
    let now = tx.now();
    let row = (
        sessions::id.eq(SessionId::new()),
        sessions::token_hash.eq(token.hash().as_bytes().to_vec()),
        sessions::person_id.eq(person),
        sessions::device.eq(device),
        sessions::created_at.eq(now),
        sessions::last_seen_at.eq(now),
        sessions::expires_at.eq(now.plus_seconds(lasts)),
    );
    on!(tx, c => diesel::insert_into(sessions::table).values(row).execute(c))?;
    Ok(OpenedSession { token })
}

/// Who is signed in with this token, in which session, and whether its use should be noted.
pub(super) fn find_session(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    limits: &Limits,
) -> Result<Option<(Person, Session, bool)>, Fault> {
    let now = tx.now();
    let found: Option<(Person, Session)> = on!(tx, c => sessions::table
        .inner_join(people::table)
        .filter(sessions::token_hash.eq(token.as_bytes()))
        .filter(sessions::expires_at.gt(now))
        .select((Person::as_select(), Session::as_select()))
        .first(c)
        .optional())?;
    let found = found.filter(|(person, session)| {
        session.last_seen_at > now.plus_seconds(-limits.idle_seconds(person))
            && session.created_at > now.plus_seconds(-limits.absolute_seconds(person))
    });
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

/// Ends one session of a person, if it is theirs.
pub(super) fn close_one(tx: &mut Tx<'_>, person: PersonId, session: SessionId) -> Result<bool, Fault> {
    let closed = on!(tx, c => diesel::delete(sessions::table.find(session).filter(sessions::person_id.eq(person)))
        .execute(c))?;
    Ok(closed > 0)
}

/// Ends all sessions of a person; no browser is known to them any more.
pub(super) fn close_all_sessions(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    on!(tx, c => diesel::delete(sessions::table.filter(sessions::person_id.eq(person))).execute(c))?;
    steps::forget_steps_of(tx, person)?;
    devices::forget_devices(tx, person, None)
}

/// What `undersigned operator sign-out` does: ends all sessions of the person with this address, or, without one,
/// of everybody. How many there were; `None` if nobody has the address.
///
/// # Errors
/// A fault of the database.
pub fn sign_out(tx: &mut Tx<'_>, email: Option<&Email>) -> Result<Option<usize>, Fault> {
    let Some(email) = email else {
        on!(tx, c => diesel::delete(sign_in_steps::table).execute(c))?;
        return Ok(Some(on!(tx, c => diesel::delete(sessions::table).execute(c))?));
    };
    let Some(person) = find_person_by_email(tx, email)? else { return Ok(None) };
    let open: i64 =
        on!(tx, c => sessions::table.filter(sessions::person_id.eq(person.id)).count().get_result(c))?;
    close_all_sessions(tx, person.id)?;
    Ok(usize::try_from(open).ok())
}

/// Ends all sessions of a person but the one in which they changed something that matters; so with
/// the browsers that are known to them.
pub(super) fn close_other_sessions(
    tx: &mut Tx<'_>,
    person: PersonId,
    own: SessionId,
    device: Option<&TokenHash>,
) -> Result<(), Fault> {
    on!(tx, c => diesel::delete(sessions::table.filter(sessions::person_id.eq(person).and(sessions::id.ne(own))))
        .execute(c))?;
    steps::forget_steps_of(tx, person)?;
    devices::forget_devices(tx, person, device)
}

/// The sessions of a person that are not over, the latest used first.
///
/// # Errors
/// A fault of the database.
pub fn sessions_of(tx: &mut Tx<'_>, person: PersonId, limits: &Limits) -> Result<Vec<Session>, Fault> {
    let now = tx.now();
    let idle = find_person(tx, person)?.map_or(0, |person| limits.idle_seconds(&person));
    Ok(on!(tx, c => sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::last_seen_at.gt(now.plus_seconds(-idle)))
        .order(sessions::last_seen_at.desc())
        .select(Session::as_select())
        .load(c))?)
}

/// Deletes sessions and links that are over.
///
/// # Errors
/// A fault of the database.
pub fn forget_what_is_over(tx: &mut Tx<'_>, limits: &Limits) -> Result<(), Fault> {
    let now = tx.now();
    let idle = now.plus_seconds(-limits.idle.0);
    steps::forget_old(tx)?;
    devices::forget_old(tx)?;
    email_changes::forget_old(tx)?;
    on!(tx, c => diesel::delete(sessions::table
        .filter(sessions::expires_at.le(now).or(sessions::last_seen_at.le(idle))))
        .execute(c))?;
    on!(tx, c => diesel::delete(password_resets::table.filter(password_resets::expires_at.le(now))).execute(c))?;
    on!(tx, c => diesel::delete(operator_invitations::table.filter(operator_invitations::expires_at.le(now)))
        .execute(c))?;
    Ok(())
}
