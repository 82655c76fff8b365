//! Coalitions and their members, some at a time, in the order in which they came here.

use diesel::prelude::*;

use super::model::Coalition;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{CoalitionId, OrganizationId};
use crate::organizations::Organization;
use crate::schema::{coalition_members, coalitions, organizations};

/// Up to `most` coalitions after this one.
///
/// # Errors
/// A fault of the database.
pub fn coalitions_after(
    tx: &mut Tx<'_>,
    after: Option<CoalitionId>,
    most: i64,
) -> Result<Vec<Coalition>, Fault> {
    Ok(on!(tx, c => coalitions::table
        .filter(coalitions::id.gt(after.unwrap_or(CoalitionId::FIRST)))
        .order(coalitions::id)
        .limit(most)
        .select(Coalition::as_select())
        .load(c))?)
}

/// How many members a coalition has confirmed: those that anybody may know, and those that are
/// protected, which are counted and not named.
///
/// # Errors
/// A fault of the database.
pub fn count_members(tx: &mut Tx<'_>, coalition: CoalitionId) -> Result<(i64, i64), Fault> {
    let members = coalition_members::table
        .inner_join(organizations::table)
        .filter(coalition_members::coalition_id.eq(coalition))
        .filter(coalition_members::confirmed_at.is_not_null());
    let all: i64 = on!(tx, c => members.count().get_result(c))?;
    let named: i64 =
        on!(tx, c => members.filter(organizations::protected_at.is_null()).count().get_result(c))?;
    Ok((named, all - named))
}

/// Up to `most` confirmed members of a coalition after this one, with the moment of their confirmation;
/// none that is protected.
///
/// # Errors
/// A fault of the database.
pub fn members_after(
    tx: &mut Tx<'_>,
    coalition: CoalitionId,
    after: Option<OrganizationId>,
    most: i64,
) -> Result<Vec<(Organization, Option<Moment>)>, Fault> {
    Ok(on!(tx, c => coalition_members::table
        .inner_join(organizations::table)
        .filter(coalition_members::coalition_id.eq(coalition))
        .filter(coalition_members::confirmed_at.is_not_null())
        .filter(organizations::protected_at.is_null())
        .filter(organizations::id.gt(after.unwrap_or(OrganizationId::FIRST)))
        .order(organizations::id)
        .limit(most)
        .select((Organization::as_select(), coalition_members::confirmed_at))
        .load(c))?)
}
