//! **Suspension** of a letter: an operator has stopped it. Whoever asks for it reads a dated note in
//! place of its text, and nobody signs it; its coordinators and those invited still see it. Lifted, it
//! stands as it stood.

use diesel::prelude::*;

use super::events::{EventKind, hold, record};
use super::letter_log::{Happened, log};
use super::model::{Letter, find_any};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, Slug};
use crate::schema::letters;

/// Why nothing was suspended or lifted.
#[derive(Debug)]
pub enum SuspendLetterError {
    /// There is no such letter.
    NoSuchLetter,
    /// It is suspended already, perhaps this moment by another operator.
    AlreadySuspended,
    /// It is not suspended.
    NotSuspended,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SuspendLetterError);

/// Suspends the letter at `slug`, public or private, with a note that everyone reads who asks for it.
/// It is not published by itself while it is suspended.
///
/// # Errors
/// See [`SuspendLetterError`].
pub fn suspend_letter(tx: &mut Tx<'_>, slug: &Slug, note: &str) -> Result<Letter, SuspendLetterError> {
    let letter = held(tx, slug)?;
    if letter.suspended_at.is_some() {
        return Err(SuspendLetterError::AlreadySuspended);
    }
    let now = tx.now();
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((letters::suspended_at.eq(now), letters::suspension_note.eq(sealed(note))))
        .execute(c))?;
    log(tx, letter.id, None, Happened::Suspended, "", note)?;
    record(tx, letter.id, EventKind::Suspended, None)?;
    Ok(letter)
}

/// Lifts the suspension.
///
/// # Errors
/// See [`SuspendLetterError`].
pub fn lift_letter(tx: &mut Tx<'_>, slug: &Slug, why: &str) -> Result<Letter, SuspendLetterError> {
    let letter = held(tx, slug)?;
    if letter.suspended_at.is_none() {
        return Err(SuspendLetterError::NotSuspended);
    }
    let none = letters::suspension_note.eq(None::<crate::db::SealedText<'_>>);
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((letters::suspended_at.eq(None::<Moment>), none))
        .execute(c))?;
    log(tx, letter.id, None, Happened::SuspensionLifted, "", why)?;
    record(tx, letter.id, EventKind::Restored, None)?;
    find_any(tx, slug)?.ok_or(SuspendLetterError::NoSuchLetter)
}

fn held(tx: &mut Tx<'_>, slug: &Slug) -> Result<Letter, SuspendLetterError> {
    let letter = find_any(tx, slug)?.ok_or(SuspendLetterError::NoSuchLetter)?;
    hold(tx, letter.id)?;
    find_any(tx, slug)?.ok_or(SuspendLetterError::NoSuchLetter) // again: it may have changed while we waited
}

/// The suspended letter at `slug` that was public: whoever asks for it is told.
///
/// # Errors
/// A fault of the database.
pub fn find_suspended(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Letter>, Fault> {
    let stopped = |letter: &Letter| letter.suspended_at.is_some() && letter.published_at.is_some();
    Ok(find_any(tx, slug)?.filter(stopped))
}

/// A letter by its id, whatever its state: for operators, about whom nothing is hidden but what is
/// private in it.
///
/// # Errors
/// A fault of the database.
pub fn find_for_operator(tx: &mut Tx<'_>, id: LetterId) -> Result<Option<Letter>, Fault> {
    Ok(on!(tx, c => letters::table.find(id).select(Letter::as_select()).first(c).optional())?)
}

/// The letters that are or were public, the latest first, also suspended ones; and suspended ones that
/// never were.
///
/// # Errors
/// A fault of the database.
pub fn letters_for_operator(tx: &mut Tx<'_>) -> Result<Vec<Letter>, Fault> {
    Ok(on!(tx, c => letters::table
        .filter(letters::published_at.is_not_null().or(letters::suspended_at.is_not_null()))
        .order((letters::published_at.desc(), letters::id.desc()))
        .limit(1000)
        .select(Letter::as_select())
        .load(c))?)
}
