//! What readers see of an organization has changed, and the letters it stands under have yet to be shown anew.
//!
//! That is done in transactions of their own ([`News::Organization`] says why), and between the change and them a
//! program can end. So the change leaves a row, which the renewal takes away; rows that are left are looked for when
//! a program starts, and by and by.

use diesel::prelude::*;

use crate::db::{News, Tx, on};
use crate::error::Fault;
use crate::ids::{OrganizationId, RenewalId};
use crate::schema::organization_renewals;

/// Whoever changed the organization renews its letters at once; after so long somebody else does.
const LEFT_AFTER_SECONDS: i64 = 30;

/// What readers see of this organization has just changed.
pub(super) fn call_for_renewal(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    let row = (
        organization_renewals::id.eq(RenewalId::new()),
        organization_renewals::organization_id.eq(organization),
        organization_renewals::since.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(organization_renewals::table).values(row).execute(c))?;
    tx.tell(News::Organization(organization));
    Ok(())
}

/// The renewals that this organization waits for, until the end of the transaction nobody else's; none if they were
/// done meanwhile.
///
/// # Errors
/// A fault of the database.
pub fn take_renewals(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<RenewalId>, Fault> {
    tx.hold(&format!("renewal of {organization}"))?;
    Ok(on!(tx, c => organization_renewals::table
        .filter(organization_renewals::organization_id.eq(organization))
        .order(organization_renewals::id)
        .select(organization_renewals::id)
        .load(c))?)
}

/// These are done. One that was called for meanwhile is not among them and stays.
///
/// # Errors
/// A fault of the database.
pub fn end_renewals(tx: &mut Tx<'_>, done: &[RenewalId]) -> Result<(), Fault> {
    for id in done {
        on!(tx, c => diesel::delete(organization_renewals::table.find(id)).execute(c))?;
    }
    Ok(())
}

/// The organizations whose letters nobody has shown anew; `at_start` also those of a moment ago.
///
/// # Errors
/// A fault of the database.
pub fn renewals_left(tx: &mut Tx<'_>, at_start: bool) -> Result<Vec<OrganizationId>, Fault> {
    let until = if at_start { tx.now() } else { tx.now().plus_seconds(-LEFT_AFTER_SECONDS) };
    Ok(on!(tx, c => organization_renewals::table
        .filter(organization_renewals::since.le(until))
        .select(organization_renewals::organization_id)
        .distinct()
        .load(c))?)
}
