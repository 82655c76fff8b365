//! Moving the deadline of a letter whose text is locked, with a word about why.

use diesel::prelude::*;

use super::events::{EventKind, record};
use super::letter_log::{Happened, NO_DEADLINE, log};
use super::model::{Letter, hold_own};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{ExtensionId, LetterId, PersonId, Slug};
use crate::schema::{deadline_extensions, letters};
use crate::text::dates::ZonedTime;

/// Why a deadline was not moved.
#[derive(Debug)]
pub(super) enum MoveError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is a draft, whose deadline is part of its form.
    NotOpened,
    /// Its coordinators retracted it.
    Retracted,
    /// The moment is over already.
    Over,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(MoveError);

/// Sets another deadline, or none; a letter that was closed can be signed again from here on. What
/// was said of it stands in the letter's history.
pub(super) fn move_deadline(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    to: Option<&ZonedTime>,
    note: &str,
) -> Result<(), MoveError> {
    let own = hold_own(tx, person, slug)?.ok_or(MoveError::NoSuchLetter)?;
    let letter = own.letter();
    if letter.opened_at.is_none() {
        return Err(MoveError::NotOpened);
    }
    if letter.retracted_at.is_some() {
        return Err(MoveError::Retracted);
    }
    let at = to.map(|time| Moment::from(time.at));
    if at.is_some_and(|at| at <= tx.now()) {
        return Err(MoveError::Over);
    }
    let zone = to.map(|time| time.zone.as_str());
    note_move(tx, letter, person, at, zone, note)?;
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((
            letters::deadline.eq(at),
            letters::deadline_zone.eq(zone),
            letters::closed_at.eq(None::<Moment>),
            // A form of the letter that is open elsewhere has the earlier deadline in it.
            letters::version.eq(letters::version + 1),
        ))
        .execute(c))?;
    record(tx, letter.id, EventKind::Relisted, None)?;
    Ok(())
}

/// Writes down that a deadline is moved, if it is another than before.
pub(super) fn note_move(
    tx: &mut Tx<'_>,
    letter: &Letter,
    person: PersonId,
    to: Option<Moment>,
    zone: Option<&str>,
    note: &str,
) -> Result<(), Fault> {
    if letter.deadline == to && letter.closed_at.is_none() {
        return Ok(());
    }
    let row = (
        deadline_extensions::id.eq(ExtensionId::new()),
        deadline_extensions::letter_id.eq(letter.id),
        deadline_extensions::before_at.eq(letter.deadline),
        deadline_extensions::after_at.eq(to),
        deadline_extensions::zone.eq(zone.or(letter.deadline_zone.as_deref())),
        deadline_extensions::note.eq(note),
        deadline_extensions::extended_by.eq(person),
        deadline_extensions::extended_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(deadline_extensions::table).values(row).execute(c))?;
    let about = to.map_or_else(|| NO_DEADLINE.to_owned(), |at| at.to_string());
    log(tx, letter.id, Some(person), Happened::DeadlineMoved, &about, note)
}

/// A deadline that was moved.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = deadline_extensions)]
pub struct Extension {
    /// The deadline before, if there was one.
    pub before_at: Option<Moment>,
    /// The deadline since, if there is one.
    pub after_at: Option<Moment>,
    /// The zone in which it was named.
    pub zone: Option<String>,
    /// What the coordinators said of it.
    pub note: String,
    /// When it was moved.
    pub extended_at: Moment,
}

/// How a letter's deadline was moved, the first time first.
///
/// # Errors
/// A fault of the database.
pub fn extensions_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Extension>, Fault> {
    Ok(on!(tx, c => deadline_extensions::table
        .filter(deadline_extensions::letter_id.eq(letter))
        .order(deadline_extensions::id)
        .select(Extension::as_select())
        .load(c))?)
}
