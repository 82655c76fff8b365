//! Organizations as operators find them: also those that are not verified.

use diesel::prelude::*;

use super::model::Organization;
use crate::db::{Tx, on, sealed};
use crate::error::Fault;
use crate::ids::Slug;
use crate::schema::organizations;

/// An organization by its address, verified or not.
///
/// # Errors
/// A fault of the database.
pub fn find_for_operator(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Organization>, Fault> {
    Ok(on!(tx, c => organizations::table
        .filter(organizations::slug.eq(sealed(slug.as_str())))
        .select(Organization::as_select())
        .first(c)
        .optional())?)
}

/// Every organization by the name it goes by: for operators, who look for one. Names are sealed in the
/// database, so they are looked through here.
///
/// # Errors
/// A fault of the database.
pub fn all_organizations(tx: &mut Tx<'_>) -> Result<Vec<Organization>, Fault> {
    Ok(on!(tx, c => organizations::table
        .order(organizations::id.desc())
        .select(Organization::as_select())
        .load(c))?)
}
