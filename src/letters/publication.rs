//! Opening a letter for signatures, making it public, and closing it.

use diesel::prelude::*;

use super::events::{EventKind, hold, record};
use super::letter_log::{Happened, log};
use super::model::{Letter, Standing, hold_own};
use super::revisions::lock_first;
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{PersonId, Slug};
use crate::schema::letters;

/// Why a letter was not opened.
#[derive(Debug)]
pub enum OpenError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is open, or was.
    AlreadyOpened,
    /// Its coordinators retracted it.
    Retracted,
    /// An operator suspended it.
    Suspended,
    /// Nobody could sign it: its deadline is over.
    DeadlineIsOver,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(OpenError);

/// Opens a draft for the signatures of those who are invited: its text becomes revision 1, and it
/// stays private until it is published.
///
/// # Errors
/// See [`OpenError`].
pub fn open(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Letter, OpenError> {
    let own = hold_own(tx, person, slug)?.ok_or(OpenError::NoSuchLetter)?;
    let letter = own.letter();
    if letter.opened_at.is_some() {
        return Err(OpenError::AlreadyOpened);
    }
    if letter.retracted_at.is_some() {
        return Err(OpenError::Retracted);
    }
    if letter.suspended_at.is_some() {
        return Err(OpenError::Suspended);
    }
    if letter.deadline.is_some_and(|deadline| deadline <= tx.now()) {
        return Err(OpenError::DeadlineIsOver);
    }
    lock(tx, letter, Some(person))?;
    log(tx, letter.id, Some(person), Happened::Opened, "", "")?;
    Ok(letter.clone())
}

fn lock(tx: &mut Tx<'_>, letter: &Letter, by: Option<PersonId>) -> Result<(), Fault> {
    let now = tx.now();
    lock_first(tx, letter.id, &letter.text(), by)?;
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((letters::opened_at.eq(now), letters::updated_at.eq(now)))
        .execute(c))?;
    Ok(())
}

/// Why a letter was not published.
#[derive(Debug)]
pub enum PublishError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is public already.
    AlreadyPublished,
    /// Its coordinators retracted it.
    Retracted,
    /// An operator suspended it.
    Suspended,
    /// It was never open for signatures, and its deadline is over: nobody could sign it.
    DeadlineIsOver,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(PublishError);

/// Publishes a letter at once: anyone can read it. The text of a draft becomes revision 1; a letter
/// that was collecting shows its current revision and whoever signed it.
///
/// # Errors
/// See [`PublishError`].
pub fn publish(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<(), PublishError> {
    let own = hold_own(tx, person, slug)?.ok_or(PublishError::NoSuchLetter)?;
    check_ready(own.letter(), tx.now())?;
    make_public(tx, own.letter(), Some(person))?;
    Ok(())
}

fn check_ready(letter: &Letter, at: Moment) -> Result<(), PublishError> {
    if letter.suspended_at.is_some() {
        return Err(PublishError::Suspended);
    }
    if letter.is_public() {
        return Err(PublishError::AlreadyPublished);
    }
    if letter.retracted_at.is_some() {
        return Err(PublishError::Retracted);
    }
    if letter.opened_at.is_none() && letter.deadline.is_some_and(|deadline| deadline <= at) {
        return Err(PublishError::DeadlineIsOver);
    }
    Ok(())
}

fn make_public(tx: &mut Tx<'_>, letter: &Letter, by: Option<PersonId>) -> Result<(), Fault> {
    let now = tx.now();
    if letter.opened_at.is_none() {
        lock(tx, letter, by)?;
    }
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((letters::published_at.eq(now), letters::publish_at.eq(None::<Moment>), letters::updated_at.eq(now)))
        .execute(c))?;
    log(tx, letter.id, by, Happened::Published, "", "")?;
    record(tx, letter.id, EventKind::Published, None)
}

/// Has a letter published by itself at a moment to come; a draft's text can be changed until then.
/// `None` takes that back.
pub(super) fn schedule(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    at: Option<Moment>,
) -> Result<(), PublishError> {
    let own = hold_own(tx, person, slug)?.ok_or(PublishError::NoSuchLetter)?;
    let letter = own.letter();
    check_ready(letter, at.unwrap_or(tx.now()))?;
    on!(tx, c => diesel::update(letters::table.find(letter.id)).set(letters::publish_at.eq(at)).execute(c))?;
    let (happened, about) = match at {
        Some(at) => (Happened::Scheduled, at.to_string()),
        None => (Happened::ScheduleCancelled, String::new()),
    };
    log(tx, letter.id, Some(person), happened, &about, "")?;
    Ok(())
}

/// Publishes the letters whose moment has come, and returns those that were drafts until then: whoever
/// was invited to one is yet to hear that it can be signed, in the same transaction. Called every
/// second, by every node: each letter is published once, because whoever comes second finds it public.
///
/// # Errors
/// A fault of the database.
pub fn publish_due(tx: &mut Tx<'_>) -> Result<Vec<Letter>, Fault> {
    let now = tx.now();
    let due: Vec<Letter> = on!(tx, c => letters::table
        .filter(letters::publish_at.le(now).and(letters::published_at.is_null()))
        .filter(letters::suspended_at.is_null())
        .order(letters::id) // as everybody holds several letters, so that no two wait in a circle
        .select(Letter::as_select())
        .load(c))?;
    let mut opened = Vec::new();
    for letter in due {
        hold(tx, letter.id)?;
        let still: Option<Letter> = on!(tx, c => letters::table
            .find(letter.id)
            .filter(letters::publish_at.le(now).and(letters::published_at.is_null()))
        .filter(letters::suspended_at.is_null())
            .select(Letter::as_select())
            .first(c)
            .optional())?;
        if let Some(letter) = still {
            make_public(tx, &letter, None)?;
            if letter.opened_at.is_none() {
                opened.push(letter);
            }
        }
    }
    Ok(opened)
}

/// Whether a letter waits to be published by itself and its moment has come.
///
/// # Errors
/// A fault of the database.
pub fn is_any_due(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let now = tx.now();
    let due: i64 = on!(tx, c => letters::table
        .filter(letters::publish_at.le(now).and(letters::published_at.is_null()))
        .filter(letters::suspended_at.is_null())
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

/// Closes an open letter: it can no longer be signed, and stays as public or private as it is.
pub(super) fn close(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<(), CloseError> {
    let own = hold_own(tx, person, slug)?.ok_or(CloseError::NoSuchLetter)?;
    let (letter, now) = (own.letter(), tx.now());
    match letter.standing(now) {
        Standing::Open { .. } => {}
        Standing::Draft | Standing::Closed { .. } => return Err(CloseError::NotOpen),
    }
    on!(tx, c => diesel::update(letters::table.find(letter.id)).set(letters::closed_at.eq(now)).execute(c))?;
    log(tx, letter.id, Some(person), Happened::Closed, "", "")?;
    record(tx, letter.id, EventKind::Closed, None)?;
    Ok(())
}
