//! Making a letter public, and closing it.

use diesel::prelude::*;

use super::events::{EventKind, hold, record};
use super::model::{Letter, OwnLetter, Standing, find_own};
use super::revisions::lock_first;
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{PersonId, Slug};
use crate::schema::letters;

/// Why a letter was not published.
#[derive(Debug)]
pub enum PublishError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is public already.
    AlreadyPublished,
    /// Nobody could sign it: its deadline is over.
    DeadlineIsOver,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(PublishError);

fn held(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Option<OwnLetter>, Fault> {
    let Some(own) = find_own(tx, person, slug)? else { return Ok(None) };
    hold(tx, own.letter().id)?;
    find_own(tx, person, slug) // again: it may have changed while we waited
}

/// Publishes a draft at once: its text becomes revision 1, and anyone can read it.
///
/// # Errors
/// See [`PublishError`].
pub fn publish(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<(), PublishError> {
    let own = held(tx, person, slug)?.ok_or(PublishError::NoSuchLetter)?;
    check_ready(own.letter(), tx.now())?;
    make_public(tx, own.letter(), Some(person))?;
    Ok(())
}

fn check_ready(letter: &Letter, at: Moment) -> Result<(), PublishError> {
    if letter.published_at.is_some() {
        return Err(PublishError::AlreadyPublished);
    }
    if letter.deadline.is_some_and(|deadline| deadline <= at) {
        return Err(PublishError::DeadlineIsOver);
    }
    Ok(())
}

fn make_public(tx: &mut Tx<'_>, letter: &Letter, by: Option<PersonId>) -> Result<(), Fault> {
    let now = tx.now();
    lock_first(tx, letter.id, &letter.text(), by)?;
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((letters::published_at.eq(now), letters::publish_at.eq(None::<Moment>), letters::updated_at.eq(now)))
        .execute(c))?;
    record(tx, letter.id, EventKind::Published, None)
}

/// Has a draft published by itself at a moment to come; its text can be changed until then.
/// `None` takes that back.
pub(super) fn schedule(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    at: Option<Moment>,
) -> Result<(), PublishError> {
    let own = held(tx, person, slug)?.ok_or(PublishError::NoSuchLetter)?;
    check_ready(own.letter(), at.unwrap_or(tx.now()))?;
    on!(tx, c => diesel::update(letters::table.find(own.letter().id)).set(letters::publish_at.eq(at)).execute(c))?;
    Ok(())
}

/// Publishes the drafts whose moment has come; returns how many. Called every second, by every
/// node: each letter is published once, because whoever comes second finds it public.
///
/// # Errors
/// A fault of the database.
pub fn publish_due(tx: &mut Tx<'_>) -> Result<usize, Fault> {
    let now = tx.now();
    let due: Vec<Letter> = on!(tx, c => letters::table
        .filter(letters::publish_at.le(now).and(letters::published_at.is_null()))
        .order(letters::publish_at)
        .select(Letter::as_select())
        .load(c))?;
    let mut published = 0;
    for letter in due {
        hold(tx, letter.id)?;
        let still: Option<Letter> = on!(tx, c => letters::table
            .find(letter.id)
            .filter(letters::publish_at.le(now).and(letters::published_at.is_null()))
            .select(Letter::as_select())
            .first(c)
            .optional())?;
        if let Some(letter) = still {
            make_public(tx, &letter, None)?;
            published += 1;
        }
    }
    Ok(published)
}

/// Whether a draft waits to be published by itself and its moment has come.
///
/// # Errors
/// A fault of the database.
pub fn is_any_due(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let now = tx.now();
    let due: i64 = on!(tx, c => letters::table
        .filter(letters::publish_at.le(now).and(letters::published_at.is_null()))
        .count()
        .get_result(c))?;
    Ok(due > 0)
}

/// Why a letter was not closed.
#[derive(Debug)]
pub enum CloseError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is not open.
    NotOpen,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(CloseError);

/// Closes an open letter: it stays public and can no longer be signed.
pub(super) fn close(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<(), CloseError> {
    let own = held(tx, person, slug)?.ok_or(CloseError::NoSuchLetter)?;
    let now = tx.now();
    match own.letter().standing(now) {
        Standing::Open { .. } => {}
        Standing::Draft | Standing::Closed { .. } => return Err(CloseError::NotOpen),
    }
    on!(tx, c => diesel::update(letters::table.find(own.letter().id)).set(letters::closed_at.eq(now)).execute(c))?;
    record(tx, own.letter().id, EventKind::Closed, None)?;
    Ok(())
}
