//! **Press link**: a link with which journalists read a letter under embargo, until it expires or
//! is revoked.

use diesel::prelude::*;

use super::letter_log::{Happened, log};
use super::model::{LockedLetter, find_locked, hold_own};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, PersonId, PressLinkId, Slug, Token, TokenHash};
use crate::schema::press_links;

/// A link that was made.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = press_links)]
pub(super) struct PressLink {
    pub id: PressLinkId,
    /// For whom, in the coordinators' words.
    pub label: String,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub revoked_at: Option<Moment>,
}

/// Why no link was made.
#[derive(Debug)]
pub(super) enum PressError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// The text is not locked: the press would quote what nobody signs.
    NotOpened,
    /// Anyone can read it.
    Public,
    /// So many links are in use that nobody keeps them apart.
    TooMany,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(PressError);

/// Coordinators give one link to each newsroom; nobody has more newsrooms than this.
const MOST_LINKS: i64 = 100;

/// Makes a link to the letter as it stands at each reading, for `hours` from this moment. The token
/// is in the answer and nowhere else.
pub(super) fn make_press_link(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    label: &str,
    hours: i64,
) -> Result<Token, PressError> {
    let own = hold_own(tx, person, slug)?.ok_or(PressError::NoSuchLetter)?;
    let letter = own.letter();
    if letter.opened_at.is_none() {
        return Err(PressError::NotOpened);
    }
    if letter.is_public() {
        return Err(PressError::Public);
    }
    let now = tx.now();
    let in_use: i64 = on!(tx, c => press_links::table
        .filter(press_links::letter_id.eq(letter.id).and(press_links::revoked_at.is_null()))
        .filter(press_links::expires_at.gt(now))
        .count()
        .get_result(c))?;
    if in_use >= MOST_LINKS {
        return Err(PressError::TooMany);
    }
    let token = Token::new();
    let row = (
        press_links::id.eq(PressLinkId::new()),
        press_links::letter_id.eq(letter.id),
        press_links::token_hash.eq(token.hash().as_bytes().to_vec()),
        press_links::label.eq(sealed(label)),
        press_links::created_by.eq(person),
        press_links::created_at.eq(now),
        press_links::expires_at.eq(now.plus_seconds(hours * 3600)),
    );
    on!(tx, c => diesel::insert_into(press_links::table).values(row).execute(c))?;
    log(tx, letter.id, Some(person), Happened::PressLinkMade, label, "")?;
    Ok(token)
}

/// Ends a link; false if there is none that could be ended.
pub(super) fn revoke_press_link(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: PressLinkId,
) -> Result<bool, PressError> {
    let own = hold_own(tx, person, slug)?.ok_or(PressError::NoSuchLetter)?;
    let (letter, now) = (own.letter().id, tx.now());
    let label: Option<String> = on!(tx, c => diesel::update(press_links::table
            .find(id)
            .filter(press_links::letter_id.eq(letter).and(press_links::revoked_at.is_null())))
        .set(press_links::revoked_at.eq(now))
        .returning(press_links::label)
        .get_result(c)
        .optional())?;
    if let Some(label) = &label {
        log(tx, letter, Some(person), Happened::PressLinkRevoked, label, "")?;
    }
    Ok(label.is_some())
}

/// The links of a letter, the latest first.
pub(super) fn press_links_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<PressLink>, Fault> {
    Ok(on!(tx, c => press_links::table
        .filter(press_links::letter_id.eq(letter))
        .order(press_links::id.desc())
        .select(PressLink::as_select())
        .load(c))?)
}

/// The letter that a press link opens, and until when it does.
///
/// # Errors
/// A fault of the database.
pub fn find_for_press(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<(LockedLetter, Moment)>, Fault> {
    let now = tx.now();
    let link: Option<(LetterId, Moment)> = on!(tx, c => press_links::table
        .filter(press_links::token_hash.eq(token.as_bytes()))
        .filter(press_links::revoked_at.is_null().and(press_links::expires_at.gt(now)))
        .select((press_links::letter_id, press_links::expires_at))
        .first(c)
        .optional())?;
    let Some((letter, until)) = link else { return Ok(None) };
    Ok(find_locked(tx, letter)?.map(|locked| (locked, until)))
}
