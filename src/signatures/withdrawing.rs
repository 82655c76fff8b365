//! Withdrawing from the link in the mail after a signature, and who has left since a delivery.

use diesel::prelude::*;

use super::links::{self, InHand, Purpose, Way, WayError};
use super::signing::{self, WithdrawError};
use super::standing::Given;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::LetterId;
use crate::letters;
use crate::organizations::{self, Organization};
use crate::schema::{organizations as organization_rows, signatures};

/// Withdraws the signature that a link is bound to, without signing in: leaving is easy. (Coming back
/// takes signing in, because a mail that is passed on must not put a name under a letter.) Withdrawn
/// already is withdrawn.
pub(super) fn withdraw_by_link(
    tx: &mut Tx<'_>,
    way: &Way,
    address: &dyn Fn(&str) -> String,
) -> Result<(), WayError> {
    let found = links::find_in_hand(tx, way, Purpose::Withdrawal)?;
    letters::hold(tx, found.letter.id)?;
    let InHand { given, organization, letter, person } = links::find_in_hand(tx, way, Purpose::Withdrawal)?;
    if given.withdrawn_at.is_some() {
        return Ok(());
    }
    let slug = organization.slug.parse().map_err(|()| WayError::LeadsNowhere)?;
    let authority = organizations::find_authority(tx, person.id, &slug)?.ok_or(WayError::LeadsNowhere)?;
    let locked = letters::find_locked(tx, letter.id)?.ok_or(WayError::LeadsNowhere)?;
    match signing::withdraw(tx, &authority, &locked, address) {
        Ok(_) | Err(WithdrawError::NotSigned) => Ok(()),
        Err(WithdrawError::Fault(fault)) => Err(fault.into()),
    }
}

/// A signatory that stood under what was delivered and stands there no longer.
#[derive(Debug, Clone)]
pub struct Left {
    /// Its name, or what stands for it.
    pub name: String,
    /// When it left.
    pub at: Moment,
    /// Whether it is only suspended, and may stand there again.
    pub suspended: bool,
}

/// Who has left since the letter was delivered, the first first.
///
/// # Errors
/// A fault of the database.
pub fn left_after_delivery(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Left>, Fault> {
    let found: Vec<(Given, Organization, Option<String>)> = on!(tx, c => signatures::table
        .inner_join(organization_rows::table)
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::delivered_position.is_not_null())
        .filter(signatures::withdrawn_at.is_not_null().or(signatures::suspended_at.is_not_null()))
        .select((Given::as_select(), Organization::as_select(), signatures::printed_name))
        .load(c))?;
    let left = found.into_iter().filter_map(|(given, organization, printed)| {
        let at = given.withdrawn_at.or(given.suspended_at)?;
        let name = match given.withheld_at {
            Some(_) => given.called(&organization),
            None => printed.unwrap_or(organization.name),
        };
        Some(Left { name, at, suspended: given.withdrawn_at.is_none() })
    });
    let mut left: Vec<Left> = left.collect();
    left.sort_by_key(|left| left.at);
    Ok(left)
}
