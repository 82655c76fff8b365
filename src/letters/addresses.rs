//! Where all public letters are, for those who look through the whole site.

use diesel::dsl::max;
use diesel::prelude::*;

use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::schema::{letter_events, letters};

/// Where a public letter is, and since when it has read as it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAddress {
    /// Its address under `/letters/`.
    pub slug: String,
    /// The latest change that its readers can see.
    pub changed_at: Moment,
}

/// Every public letter, the first published first. One that an operator has suspended is none.
///
/// # Errors
/// A fault of the database.
pub fn public_addresses(tx: &mut Tx<'_>) -> Result<Vec<PublicAddress>, Fault> {
    let found: Vec<(String, Option<Moment>, Option<Moment>)> = on!(tx, c => letter_events::table
        .inner_join(letters::table)
        .filter(letters::published_at.is_not_null().and(letters::suspended_at.is_null()))
        .group_by((letters::slug, letters::published_at))
        .order(letters::published_at)
        .select((letters::slug, letters::published_at, max(letter_events::happened_at)))
        .load(c))?;
    let changed = |(slug, published, happened): (String, Option<Moment>, Option<Moment>)| {
        Some(PublicAddress { slug, changed_at: happened.or(published)? })
    };
    Ok(found.into_iter().filter_map(changed).collect())
}
