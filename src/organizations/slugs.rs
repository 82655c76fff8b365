//! The addresses of organizations under `/organizations/`. One that was given up leads to where its
//! organization is, and nobody else is ever given it: links in articles live for years.

use diesel::prelude::*;

use crate::db::{Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{OrganizationId, Slug};
use crate::schema::{former_slugs, organizations};

/// Lets nobody else take an address until the end of the transaction.
pub(super) fn hold(tx: &mut Tx<'_>) -> Result<(), Fault> {
    tx.hold("organization addresses")
}

/// The organization that has this address, or had it.
pub(super) fn whose(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<OrganizationId>, Fault> {
    let current: Option<OrganizationId> = on!(tx, c => organizations::table
        .filter(organizations::slug.eq(sealed(slug.as_str())))
        .select(organizations::id)
        .first(c)
        .optional())?;
    match current {
        Some(organization) => Ok(Some(organization)),
        None => Ok(on!(tx, c => former_slugs::table
            .find(sealed(slug.as_str()))
            .select(former_slugs::organization_id)
            .first(c)
            .optional())?),
    }
}

/// Gives an organization another address, and keeps the one it had. `false` if another organization
/// has it or had it.
pub(super) fn change(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    before: &str,
    wanted: &Slug,
) -> Result<bool, Fault> {
    hold(tx)?;
    if whose(tx, wanted)?.is_some_and(|whose| whose != organization) {
        return Ok(false);
    }
    // One of its own former addresses is its address again.
    on!(tx, c => diesel::delete(former_slugs::table.find(sealed(wanted.as_str()))).execute(c))?;
    let row = (
        former_slugs::slug.eq(sealed(before)),
        former_slugs::organization_id.eq(organization),
        former_slugs::retired_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(former_slugs::table).values(row).execute(c))?;
    on!(tx, c => diesel::update(organizations::table.find(organization))
        .set(organizations::slug.eq(sealed(wanted.as_str())))
        .execute(c))?;
    Ok(true)
}
