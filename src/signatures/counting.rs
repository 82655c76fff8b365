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
    type Latest = (i64, EventKind, Option<SignatureId>, Moment, Option<i64>);
    let latest: Option<Latest> = on!(tx, c => events::table
        .filter(events::letter_id.eq(letter))
        .order(events::seq.desc())
        .select((events::seq, events::kind, events::signature_id, events::happened_at, events::signatories))
        .first(c)
        .optional())?;
    let Some((seq, kind, signature, at, count)) = latest else { return count_signatories(tx, letter) };
    if let Some(count) = count {
        return Ok(number(count));
    }
    let joined = match (kind, signature) {
        (EventKind::Signed, Some(signature)) => one_more(tx, letter, seq, signature, at)?,
        _ => None,
    };
    let count = match joined {
        Some(count) => count,
        None => on!(tx, c => counted!(letter).count().get_result(c))?,
    };
    on!(tx, c => diesel::update(events::table.find((letter, seq)))
        .set(events::signatories.eq(count))
        .execute(c))?;
    Ok(number(count))
}

/// The number after event `seq`, if that was the first ever of a signature, and the number before it is known.
fn one_more(
    tx: &mut Tx<'_>,
    letter: LetterId,
    seq: i64,
    signature: SignatureId,
    at: Moment,
) -> Result<Option<i64>, Fault> {
    let before: Option<Option<i64>> = on!(tx, c => events::table
        .find((letter, seq - 1))
        .select(events::signatories)
        .first(c)
        .optional())?;
    let Some(before) = before.flatten() else { return Ok(None) };
    let first: Option<Moment> = on!(tx, c => signatures::table
        .find(signature)
        .select(signatures::first_signed_at)
        .first(c)
        .optional())?;
    if first != Some(at) {
        return Ok(None); // it stood there before, or waited
    }
    let counts: i64 =
        on!(tx, c => counted!(letter).filter(signatures::id.eq(signature)).count().get_result(c))?;
    Ok(Some(before + counts))
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
