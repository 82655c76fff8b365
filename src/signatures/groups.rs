//! **Group**: a heading of the list in one letter. It comes to stand there with its first
//! signatory, in the words the coalition has at that moment.

use diesel::dsl::max;
use diesel::prelude::*;

use crate::coalitions::Coalition;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{GroupId, LetterId};
use crate::schema::letter_groups;

/// The group of a coalition in a letter, after those that are there. The letter must be held.
///
/// # Errors
/// A fault of the database.
pub fn find_or_add_group(tx: &mut Tx<'_>, letter: LetterId, coalition: &Coalition) -> Result<GroupId, Fault> {
    let found: Option<GroupId> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter).and(letter_groups::coalition_id.eq(coalition.id)))
        .select(letter_groups::id)
        .first(c)
        .optional())?;
    if let Some(group) = found {
        return Ok(group);
    }
    let last: Option<i32> = on!(tx, c => letter_groups::table
        .filter(letter_groups::letter_id.eq(letter))
        .select(max(letter_groups::position))
        .first(c))?;
    let id = GroupId::new();
    let row = (
        letter_groups::id.eq(id),
        letter_groups::letter_id.eq(letter),
        letter_groups::coalition_id.eq(coalition.id),
        letter_groups::name.eq(&coalition.name),
        letter_groups::acronym.eq(&coalition.acronym),
        letter_groups::position.eq(last.map_or(0, |last| last + 1)),
    );
    on!(tx, c => diesel::insert_into(letter_groups::table).values(row).execute(c))?;
    Ok(id)
}
