//! How long the contacts of a letter are kept: the addresses of those invited, what was said of them,
//! and whatever else of people the public never saw. A number of months after it closed they are erased
//! ([`crate::rights`] does it); those invited and those who sign are told beforehand.
//!
//! The number is written down with the draft, so that a promise that was read does not move when the
//! installation's own default does. Once the letter was opened it can only become shorter.

use diesel::prelude::*;

use super::model::{Letter, Standing};
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::LetterId;
use crate::schema::retentions;
use crate::text::dates;
use crate::text::speaking;
use crate::text::words::say;

/// The numbers of months to choose from.
pub const MONTHS: [i32; 5] = [1, 3, 6, 12, 24];

/// What holds for the contacts of one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// How many months after closing they are erased.
    pub months: i32,
    /// When the coordinators were told that it is near.
    pub warned_at: Option<Moment>,
    /// When it was done.
    pub erased_at: Option<Moment>,
}

impl Retention {
    /// What holds where nothing was written down.
    pub fn usual(months: u16) -> Self {
        Self { months: i32::from(months), warned_at: None, erased_at: None }
    }

    /// When the contacts of a letter that closed at `since` are erased.
    pub fn due(&self, since: Moment) -> Moment {
        let closed = since.to_timestamp().to_zoned(jiff::tz::TimeZone::UTC);
        let later = closed.checked_add(jiff::Span::new().months(self.months));
        later.map_or(since.plus_seconds(i64::from(self.months) * 31 * 86_400), |later| {
            later.timestamp().into()
        })
    }

    /// Whether they were erased since the letter closed; one that was opened again collects others.
    pub fn is_done(&self, since: Moment) -> bool {
        self.erased_at.is_some_and(|at| at >= since)
    }

    /// What those invited and those who sign read of it.
    pub fn in_words(&self, letter: &Letter, now: Moment) -> String {
        let months = months_in_words(self.months);
        let language = speaking::current().language();
        let date = |at: Moment| dates::date_in_words(at.to_timestamp(), "UTC", &language);
        match letter.standing(now) {
            Standing::Closed { since } if self.is_done(since) => say!("letters-erased", months = months),
            Standing::Closed { since } => {
                say!("letters-erased-by", date = date(self.due(since)), months = months)
            }
            Standing::Draft | Standing::Open { .. } => match letter.deadline {
                Some(deadline) => {
                    say!("letters-erased-by-deadline", date = date(self.due(deadline)), months = months)
                }
                None => say!("letters-erased-after", months = months),
            },
        }
    }
}

/// "6 months", "a month".
pub fn months_in_words(months: i32) -> String {
    say!("letters-months", months = months)
}

/// What was written down for a letter, if anything was.
///
/// # Errors
/// A fault of the database.
pub fn find_retention(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Retention>, Fault> {
    let found: Option<(i32, Option<Moment>, Option<Moment>)> = on!(tx, c => retentions::table
        .find(letter)
        .select((retentions::months, retentions::warned_at, retentions::erased_at))
        .first(c)
        .optional())?;
    Ok(found.map(|(months, warned_at, erased_at)| Retention { months, warned_at, erased_at }))
}

/// What holds for a letter; `otherwise` months where nothing was written down for it.
///
/// # Errors
/// A fault of the database.
pub fn retention_of(tx: &mut Tx<'_>, letter: LetterId, otherwise: u16) -> Result<Retention, Fault> {
    Ok(find_retention(tx, letter)?.unwrap_or(Retention::usual(otherwise)))
}

/// Writes down what holds for a letter from now on. Of a letter that was opened it only becomes
/// shorter: who has read the promise gave an address because of it. Returns whether it is as wanted.
pub(super) fn set_retention(
    tx: &mut Tx<'_>,
    letter: &Letter,
    wanted: Option<i32>,
    otherwise: u16,
) -> Result<bool, Fault> {
    let before = retention_of(tx, letter.id, otherwise)?;
    let wanted = wanted.unwrap_or(before.months);
    let months = if letter.opened_at.is_some() { wanted.min(before.months) } else { wanted };
    write(tx, letter.id, months)?;
    Ok(months == wanted)
}

fn write(tx: &mut Tx<'_>, letter: LetterId, months: i32) -> Result<(), Fault> {
    let row = (retentions::letter_id.eq(letter), retentions::months.eq(months));
    on!(tx, c => diesel::insert_into(retentions::table)
        .values(row)
        .on_conflict(retentions::letter_id)
        .do_update()
        .set(retentions::months.eq(months))
        .execute(c))?;
    Ok(())
}

/// Notes that the coordinators were told that the contacts are erased soon, or that they were.
///
/// # Errors
/// A fault of the database.
pub fn note_retention(
    tx: &mut Tx<'_>,
    letter: LetterId,
    step: RetentionStep,
    kept: &Retention,
) -> Result<(), Fault> {
    let now = tx.now();
    write(tx, letter, kept.months)?;
    match step {
        RetentionStep::Warned => on!(tx, c => diesel::update(retentions::table.find(letter))
            .set(retentions::warned_at.eq(now))
            .execute(c))?,
        RetentionStep::Erased => on!(tx, c => diesel::update(retentions::table.find(letter))
            .set(retentions::erased_at.eq(now))
            .execute(c))?,
    };
    Ok(())
}

/// What is done because of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetentionStep {
    /// The coordinators were told.
    Warned,
    /// The contacts were erased.
    Erased,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_month_of_the_calendar() {
        let at = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
        let kept = |months| Retention { months, warned_at: None, erased_at: None };
        assert_eq!(kept(1).due(at("2026-01-31T10:00:00Z")), at("2026-02-28T10:00:00Z"));
        assert_eq!(kept(12).due(at("2026-12-14T12:00:00Z")), at("2027-12-14T12:00:00Z"));
        assert_eq!(kept(24).due(at("2024-02-29T00:00:00Z")), at("2026-02-28T00:00:00Z"));
    }
}
