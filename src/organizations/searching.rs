//! Organizations as operators find them: also those that are not verified.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::Organization;
use crate::db::{Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{OrganizationId, Slug};
use crate::schema::{organization_words, organizations};

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

/// The names that organizations have in other languages, by organization: whoever looks for one may know it
/// by any.
///
/// # Errors
/// A fault of the database.
pub fn names_in_other_languages(tx: &mut Tx<'_>) -> Result<HashMap<OrganizationId, Vec<String>>, Fault> {
    let rows: Vec<(OrganizationId, String)> = on!(tx, c => organization_words::table
        .select((organization_words::organization_id, organization_words::name))
        .load(c))?;
    let mut names: HashMap<OrganizationId, Vec<String>> = HashMap::new();
    for (organization, name) in rows.into_iter().filter(|(_, name)| !name.is_empty()) {
        names.entry(organization).or_default().push(name);
    }
    Ok(names)
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
