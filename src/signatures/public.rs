//! Which organizations anybody can find on the list of a public letter.

use diesel::prelude::*;

use super::standing::on_the_list;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::schema::{letters, organizations, signatures};

/// The addresses under `/organizations/` of those that stand by name on the list of a public letter.
///
/// Not of all that have a page: whoever has registered and signed nothing yet may be about to sign
/// without its name, and a list that programs collect would have named it before.
///
/// # Errors
/// A fault of the database.
pub fn addresses_of_public_signatories(tx: &mut Tx<'_>) -> Result<Vec<String>, Fault> {
    let mut found: Vec<String> = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .inner_join(organizations::table)
        .filter(letters::published_at.is_not_null().and(letters::suspended_at.is_null()))
        .filter(signatures::confirmed_at.is_not_null().and(signatures::withheld_at.is_null()))
        .filter(organizations::protected_at.is_null())
        .filter(on_the_list!())
        .select(organizations::slug)
        .distinct()
        .load(c))?;
    found.sort();
    Ok(found)
}
