//! How many signatories a letter has.

use diesel::prelude::*;

use super::list::GroupKind;
use super::standing::on_the_list;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, SignatureId};
use crate::letters::{EventKind, Letter};
use crate::schema::{letter_events as events, letter_groups, signatures};
use crate::text::markdown;

/// Those that count: on the list, and no observers.
macro_rules! counted {
    ($letter:expr) => {
        signatures::table
            .left_join(letter_groups::table)
            .filter(signatures::letter_id.eq($letter))
            .filter(on_the_list!())
            .filter(letter_groups::kind.is_null().or(letter_groups::kind.nullable().ne(GroupKind::Observers)))
    };
}

fn number(count: i64) -> usize {
    usize::try_from(count).unwrap_or(0)
}

/// How many signatories a letter has; the same number as its list's.
///
/// # Errors
/// A fault of the database.
pub fn count_signatories(tx: &mut Tx<'_>, letter: LetterId) -> Result<usize, Fault> {
    Ok(number(on!(tx, c => counted!(letter).count().get_result(c))?))
}

/// The same number in a transaction that has changed the letter, after it has recorded that (and holds the letter):
/// one more than after the event before, if this one is of a signature that was given for the first time. So
/// thousands of names are not counted again for each that joins them.
///
/// # Errors
/// A fault of the database.
pub fn count_at_latest_event(tx: &mut Tx<'_>, letter: LetterId) -> Result<usize, Fault> {
    let [latest, before] = latest_two(tx, letter)?;
    let Some(latest) = latest else { return count_signatories(tx, letter) };
    if let Some(count) = latest.signatories {
        return Ok(number(count));
    }
    let joined = match (before.and_then(|before| before.signatories), latest.kind, latest.signature_id) {
        (Some(before), EventKind::Signed, Some(signature)) => {
            joined(tx, letter, signature, latest.happened_at)?.map(|counts| before + counts)
        }
        _ => None,
    };
    let count = match joined {
        Some(count) => count,
        None => on!(tx, c => counted!(letter).count().get_result(c))?,
    };
    on!(tx, c => diesel::update(events::table.find((letter, latest.seq)))
        .set(events::signatories.eq(count))
        .execute(c))?;
    Ok(number(count))
}

/// An event with the number of signatories after it, if somebody wanted to know it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Counted {
    seq: i64,
    kind: EventKind,
    signature_id: Option<SignatureId>,
    happened_at: Moment,
    signatories: Option<i64>,
}

/// The latest event of a letter, and the one before it.
fn latest_two(tx: &mut Tx<'_>, letter: LetterId) -> Result<[Option<Counted>; 2], Fault> {
    let found: Vec<Counted> = on!(tx, c => events::table
        .filter(events::letter_id.eq(letter))
        .order(events::seq.desc())
        .limit(2)
        .select(Counted::as_select())
        .load(c))?;
    let mut found = found.into_iter();
    Ok([found.next(), found.next()])
}

/// How many more there are by a signature that was given for the first time `at`: 1, and of an observer 0. `None` if
/// it stood there before, or is not on the list.
fn joined(
    tx: &mut Tx<'_>,
    letter: LetterId,
    signature: SignatureId,
    at: Moment,
) -> Result<Option<i64>, Fault> {
    let found: Option<(Moment, Option<GroupKind>)> = on!(tx, c => signatures::table
        .left_join(letter_groups::table)
        .filter(signatures::id.eq(signature).and(signatures::letter_id.eq(letter)))
        .filter(on_the_list!())
        .select((signatures::first_signed_at, letter_groups::kind.nullable()))
        .first(c)
        .optional())?;
    let found = found.filter(|(first, _)| *first == at);
    Ok(found.map(|(_, kind)| i64::from(kind != Some(GroupKind::Observers))))
}

/// The title of a letter as a mail says it: with its count, or an ellipsis while nobody has signed.
///
/// # Errors
/// A fault of the database.
pub fn title_in_mail(tx: &mut Tx<'_>, letter: &Letter) -> Result<String, Fault> {
    let counts = letter.title.contains(markdown::COUNT);
    Ok(with_count(letter, if counts { count_signatories(tx, letter.id)? } else { 0 }))
}

/// The same for a mail about a change that has just been made and recorded.
///
/// # Errors
/// A fault of the database.
pub fn title_in_mail_of_change(tx: &mut Tx<'_>, letter: &Letter) -> Result<String, Fault> {
    let counts = letter.title.contains(markdown::COUNT);
    Ok(with_count(letter, if counts { count_at_latest_event(tx, letter.id)? } else { 0 }))
}

fn with_count(letter: &Letter, count: usize) -> String {
    match count {
        0 => letter.shown_title(),
        count => letter.title.replace(markdown::COUNT, &count.to_string()),
    }
}
