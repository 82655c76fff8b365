//! What readers see of an organization beside its name is the organization's, not the letter's: when it
//! changes, every public letter under which the name stands is shown anew.

use diesel::prelude::*;

use super::standing::on_the_list;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId};
use crate::letters::{EventKind, record};
use crate::organizations::{end_renewals, take_renewals};
use crate::schema::{letters, signatures};

/// Has every public letter that an organization signed shown anew, because how it is verified, what it
/// is called or where it is has changed; unless somebody did that since it changed.
///
/// # Errors
/// A fault of the database.
pub fn show_anew(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    let called_for = take_renewals(tx, organization)?;
    if called_for.is_empty() {
        return Ok(());
    }
    // By id, so that two who do this at once hold the letters in one order and never wait in a circle.
    let public: Vec<LetterId> = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq(organization))
        .filter(signatures::confirmed_at.is_not_null())
        .filter(on_the_list!())
        .filter(letters::published_at.is_not_null())
        .order(letters::id)
        .select(letters::id)
        .load(c))?;
    for letter in public {
        record(tx, letter, EventKind::Relisted, None)?;
    }
    end_renewals(tx, &called_for)
}
