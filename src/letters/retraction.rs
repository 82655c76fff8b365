//! Retracting a letter: its coordinators no longer stand behind it, and say so.

use diesel::prelude::*;

use super::events::{EventKind, record};
use super::letter_log::{Happened, log};
use super::model::{Letter, hold_own};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{PersonId, Slug};
use crate::schema::letters;

/// Why a letter was not retracted.
#[derive(Debug)]
pub(super) enum RetractError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is retracted already.
    AlreadyRetracted,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(RetractError);

/// Retracts a letter from wherever it stands: nobody signs it any more, it is not published by
/// itself, and where it is public a dated note stands above it. Its text and its list stay, because
/// others have quoted them.
pub(super) fn retract(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    note: &str,
) -> Result<Letter, RetractError> {
    let own = hold_own(tx, person, slug)?.ok_or(RetractError::NoSuchLetter)?;
    let letter = own.letter();
    if letter.retracted_at.is_some() {
        return Err(RetractError::AlreadyRetracted);
    }
    let retracted = (
        letters::retracted_at.eq(tx.now()),
        letters::retraction_note.eq(note),
        letters::publish_at.eq(None::<Moment>),
    );
    on!(tx, c => diesel::update(letters::table.find(letter.id)).set(retracted).execute(c))?;
    log(tx, letter.id, Some(person), Happened::Retracted, "", note)?;
    record(tx, letter.id, EventKind::Retracted, None)?;
    Ok(letter.clone())
}
