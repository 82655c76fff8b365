//! The public letters, some at a time, each after the one before: what is added meanwhile moves nothing.

use diesel::prelude::*;

use super::model::{LockedLetter, find_public_by_id};
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::LetterId;
use crate::schema::letters;

/// Up to `most` public letters, the newest first, after the one that was published at this moment.
///
/// # Errors
/// A fault of the database.
pub fn public_letters_after(
    tx: &mut Tx<'_>,
    after: Option<(Moment, LetterId)>,
    most: i64,
) -> Result<Vec<LockedLetter>, Fault> {
    let public = letters::published_at.is_not_null().and(letters::suspended_at.is_null());
    let order = (letters::published_at.desc(), letters::id.desc());
    let ids: Vec<LetterId> = match after {
        None => {
            on!(tx, c => letters::table.filter(public).order(order).limit(most).select(letters::id).load(c))?
        }
        Some((at, id)) => on!(tx, c => letters::table
            .filter(public)
            .filter(letters::published_at.lt(at).or(letters::published_at.eq(at).and(letters::id.lt(id)).nullable()))
            .order(order)
            .limit(most)
            .select(letters::id)
            .load(c))?,
    };
    let mut found = Vec::new();
    for id in ids {
        found.extend(find_public_by_id(tx, id)?);
    }
    Ok(found)
}
