//! **Suspension**: an operator has stopped an organization. It cannot sign, its page says so with a
//! dated note, and its name stands on no list until the suspension is lifted.
//!
//! Lists leave it out because the suspension stands, not because its signatures were changed: whatever
//! else happens to a signature meanwhile, the name does not come back before the suspension ends.

use diesel::prelude::*;

use super::tokens::end_tokens;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, SuspensionId};
use crate::schema::organization_suspensions as suspensions;

/// The suspension of an organization that stands.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = suspensions)]
pub struct Suspension {
    /// Since when.
    pub since: Moment,
    /// What everyone reads.
    pub note: String,
}

/// Why nothing was suspended or lifted.
#[derive(Debug)]
pub enum SuspendError {
    /// It is suspended already, perhaps this moment by another operator.
    AlreadySuspended,
    /// It is not suspended.
    NotSuspended,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SuspendError);

/// Suspends an organization, and ends what its programs sign in with. Its lists are the caller's to tell.
///
/// # Errors
/// See [`SuspendError`].
pub fn suspend_organization(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    note: &str,
) -> Result<(), SuspendError> {
    let row = (
        suspensions::id.eq(SuspensionId::new()),
        suspensions::organization_id.eq(organization),
        suspensions::since.eq(tx.now()),
        suspensions::note.eq(sealed(note)),
    );
    // One that stands for each organization; the unique key decides between two at once.
    let added = on!(tx, c => diesel::insert_into(suspensions::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    if added == 0 {
        return Err(SuspendError::AlreadySuspended);
    }
    Ok(end_tokens(tx, organization, None)?)
}

/// Lifts the suspension of an organization. Its lists are the caller's to tell.
///
/// # Errors
/// See [`SuspendError`].
pub fn lift_organization(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), SuspendError> {
    let now = tx.now();
    let lifted = on!(tx, c => diesel::update(suspensions::table
            .filter(suspensions::organization_id.eq(organization).and(suspensions::lifted_at.is_null())))
        .set(suspensions::lifted_at.eq(now))
        .execute(c))?;
    if lifted == 1 { Ok(()) } else { Err(SuspendError::NotSuspended) }
}

/// The suspension that stands, if one does.
///
/// # Errors
/// A fault of the database.
pub fn suspension_of(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Option<Suspension>, Fault> {
    Ok(on!(tx, c => suspensions::table
        .filter(suspensions::organization_id.eq(organization).and(suspensions::lifted_at.is_null()))
        .select(Suspension::as_select())
        .first(c)
        .optional())?)
}
