//! Possible duplicates of a list, without those that coordinators have said are none.

use std::collections::HashSet;

use diesel::prelude::*;

use super::duplicates::{Named, propose};
use super::gathering::signatory_list;
use super::list::{Signatory, SignatoryList};
use crate::db::{Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, SignatureId};
use crate::letters::{Happened, OwnLetter, log};
use crate::schema::distinct_signatures;

/// How many pairs are shown at once; who decides about them is shown the next.
const SHOWN: usize = 20;

/// Pairs of lines that may be one organization's, the first first.
pub(super) fn possible_duplicates(
    tx: &mut Tx<'_>,
    letter: LetterId,
    list: &SignatoryList,
) -> Result<Vec<(Signatory, Signatory)>, Fault> {
    let known: Vec<(SignatureId, SignatureId)> = on!(tx, c => distinct_signatures::table
        .filter(distinct_signatures::letter_id.eq(letter))
        .select((distinct_signatures::one_id, distinct_signatures::other_id))
        .load(c))?;
    let known: HashSet<_> = known.into_iter().collect();
    let lines: Vec<&Signatory> = list.lines().map(|(_, line)| line).collect();
    let named: Vec<Named<'_>> = lines
        .iter()
        .map(|line| Named { name: &line.entry.name, acronym: line.entry.acronym.as_deref() })
        .collect();
    let pairs =
        propose(&named).into_iter().filter_map(|(one, other)| Some((*lines.get(one)?, *lines.get(other)?)));
    let undecided =
        pairs.filter(|(one, other)| !known.contains(&in_order(one.entry.signature, other.entry.signature)));
    Ok(undecided.take(SHOWN).map(|(one, other)| (one.clone(), other.clone())).collect())
}

fn in_order(one: SignatureId, other: SignatureId) -> (SignatureId, SignatureId) {
    (one.min(other), one.max(other))
}

/// Why nothing was kept.
#[derive(Debug)]
pub(super) enum DistinctError {
    /// The two are not two lines of this letter's list.
    NoSuchPair,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(DistinctError);

/// Remembers that two lines are not the same organization's; they are not proposed again. The letter
/// must be held.
pub(super) fn are_distinct(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    one: SignatureId,
    other: SignatureId,
) -> Result<(), DistinctError> {
    if one == other {
        return Err(DistinctError::NoSuchPair);
    }
    let letter = own.letter().id;
    let list = signatory_list(tx, own.letter(), &own.letter().language())?;
    let name_of = |id| list.lines().find(|(_, line)| line.entry.signature == id).map(|(_, l)| &l.entry.name);
    let (Some(one_name), Some(other_name)) = (name_of(one), name_of(other)) else {
        return Err(DistinctError::NoSuchPair);
    };
    let about = format!("{one_name}, {other_name}");
    let (one, other) = in_order(one, other);
    let row = (
        distinct_signatures::one_id.eq(one),
        distinct_signatures::other_id.eq(other),
        distinct_signatures::letter_id.eq(letter),
        distinct_signatures::said_by.eq(own.person()),
        distinct_signatures::said_at.eq(tx.now()),
    );
    let added = on!(tx, c => diesel::insert_into(distinct_signatures::table)
        .values(row)
        .on_conflict((distinct_signatures::one_id, distinct_signatures::other_id))
        .do_nothing()
        .execute(c))?;
    if added == 1 {
        log(tx, letter, Some(own.person()), Happened::NotDuplicates, &about, "")?;
    }
    Ok(())
}
