//! What follows a giving: the organization's people hear of it, each owner also of their own.

use diesel::prelude::*;

use super::declaring::declarations_of;
use super::mails::authority::tell_of_giving;
use super::standing::Given;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{PersonId, SignatureId};
use crate::letters::LockedLetter;
use crate::organizations::Organization;
use crate::people;
use crate::schema::{organizations, signatures};

/// Tells the owners and whoever gave it that a signature was just given or kept.
pub(super) fn tell_given(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    signature: SignatureId,
    by: PersonId,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let missing = || Fault::new("a signature that was just given is not there");
    let found: Option<(Given, Organization, String)> = on!(tx, c => signatures::table
        .inner_join(organizations::table)
        .filter(signatures::id.eq(signature))
        .select((Given::as_select(), Organization::as_select(), signatures::representative_name))
        .first(c)
        .optional())?;
    let (given, organization, representative) = found.ok_or_else(missing)?;
    let declared = declarations_of(tx, signature)?.pop().ok_or_else(missing)?;
    let signer = people::find_person(tx, by)?.ok_or_else(missing)?;
    tell_of_giving(tx, letter, &organization, &given, &declared, &signer, &representative, address)
}
