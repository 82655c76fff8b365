//! What readers can see happen to a letter, numbered without gaps.

use diesel::dsl::max;
use diesel::prelude::*;

use crate::db::{Moment, News, Tx, on, text_enum};
use crate::error::Fault;
use crate::ids::{LetterId, SignatureId};
use crate::schema::{letter_events, letters};

text_enum! {
    /// What happened.
    EventKind {
        /// The letter became public.
        Published = "published",
        /// An organization signed.
        Signed = "signed",
        /// An organization kept its signature under another revision.
        Kept = "kept",
        /// An organization withdrew.
        Withdrew = "withdrew",
        /// The coordinators closed it.
        Closed = "closed",
        /// Its text has a new revision.
        Revised = "revised",
        /// A translation was added or corrected.
        Translated = "translated",
        /// It was delivered, and its list frozen.
        Delivered = "delivered",
        /// Its coordinators retracted it.
        Retracted = "retracted",
        /// A signature was suspended: its organization says that it was not authorised.
        Suspended = "suspended",
        /// A suspended signature stands again.
        Restored = "restored",
        /// The list is to be read anew: its order, its rule, the deadline or a name changed.
        Relisted = "relisted",
    }
}

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = letter_events)]
pub struct Event {
    /// Its number inside the letter, from 1.
    pub seq: i64,
    /// What happened.
    pub kind: EventKind,
    /// Whose signature, if it is about one.
    pub signature_id: Option<SignatureId>,
    /// When.
    pub happened_at: Moment,
}

/// Appends an event and tells those who show the letter. The letter is held until the end of the
/// transaction, so its numbers have no gaps and become visible in their order.
///
/// # Errors
/// A fault of the database.
pub fn record(
    tx: &mut Tx<'_>,
    letter: LetterId,
    kind: EventKind,
    signature: Option<SignatureId>,
) -> Result<(), Fault> {
    hold(tx, letter)?;
    let seq = latest_event(tx, letter)? + 1;
    let row = (
        letter_events::letter_id.eq(letter),
        letter_events::seq.eq(seq),
        letter_events::kind.eq(kind),
        letter_events::signature_id.eq(signature),
        letter_events::happened_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(letter_events::table).values(row).execute(c))?;
    tx.tell(News::Letter(letter, seq));
    Ok(())
}

/// Lets nobody else change this letter until the end of the transaction.
///
/// # Errors
/// A fault of the database.
pub fn hold(tx: &mut Tx<'_>, letter: LetterId) -> Result<(), Fault> {
    tx.hold(&format!("letter {letter}"))
}

/// The number of the latest event; 0 before the first.
///
/// # Errors
/// A fault of the database.
pub fn latest_event(tx: &mut Tx<'_>, letter: LetterId) -> Result<i64, Fault> {
    let latest: Option<i64> = on!(tx, c => letter_events::table
        .filter(letter_events::letter_id.eq(letter))
        .select(max(letter_events::seq))
        .first(c))?;
    Ok(latest.unwrap_or(0))
}

/// So many letters are asked for with one statement.
const ASKED_AT_ONCE: usize = 1000;

/// The number of the latest event of each of these letters. One look into an index for each, however many
/// events they have: every node asks every second for all letters that it shows.
///
/// # Errors
/// A fault of the database.
pub fn latest_events(tx: &mut Tx<'_>, of: &[LetterId]) -> Result<Vec<(LetterId, i64)>, Fault> {
    let mut all = Vec::with_capacity(of.len());
    for some in of.chunks(ASKED_AT_ONCE) {
        let latest = || {
            letter_events::table
                .filter(letter_events::letter_id.eq(letters::id))
                .order(letter_events::seq.desc())
                .select(letter_events::seq)
                .limit(1)
                .single_value()
        };
        let found: Vec<(LetterId, Option<i64>)> = on!(tx, c => letters::table
            .filter(letters::id.eq_any(some))
            .select((letters::id, latest()))
            .load(c))?;
        all.extend(found.into_iter().map(|(letter, seq)| (letter, seq.unwrap_or(0))));
    }
    Ok(all)
}

/// The events after number `after`, at most `most` of them, the first first.
///
/// # Errors
/// A fault of the database.
pub fn events_after(tx: &mut Tx<'_>, letter: LetterId, after: i64, most: i64) -> Result<Vec<Event>, Fault> {
    Ok(on!(tx, c => letter_events::table
        .filter(letter_events::letter_id.eq(letter).and(letter_events::seq.gt(after)))
        .order(letter_events::seq)
        .limit(most)
        .select(Event::as_select())
        .load(c))?)
}
