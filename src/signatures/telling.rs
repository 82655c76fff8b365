//! Who hears of a signature: the organization's people, each owner also of their own.

use diesel::prelude::*;

use super::declaring::declarations_of;
use super::mails::authority::tell_of_giving;
use super::standing::Given;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{OrganizationId, PersonId, SignatureId};
use crate::letters::LockedLetter;
use crate::organizations::{self, Organization};
use crate::people::{self, Person};
use crate::schema::{organizations as organization_rows, signatures};

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
        .inner_join(organization_rows::table)
        .filter(signatures::id.eq(signature))
        .select((Given::as_select(), Organization::as_select(), signatures::representative_name))
        .first(c)
        .optional())?;
    let (given, organization, representative) = found.ok_or_else(missing)?;
    let declared = declarations_of(tx, signature)?.pop().ok_or_else(missing)?;
    let signer = people::find_person(tx, by)?.ok_or_else(missing)?;
    tell_of_giving(tx, letter, &organization, &given, &declared, &signer, &representative, address)
}

/// Those who may answer for an organization and are written to: its owners, and who signed.
pub(super) fn recipients(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    signed_by: Option<PersonId>,
) -> Result<Vec<Person>, Fault> {
    let owners = organizations::owners_of(tx, organization)?;
    with_signer(tx, owners, organization, signed_by)
}

/// The same where the owners are known.
pub(super) fn with_signer(
    tx: &mut Tx<'_>,
    mut all: Vec<Person>,
    organization: OrganizationId,
    signed_by: Option<PersonId>,
) -> Result<Vec<Person>, Fault> {
    if let Some(signer) = signed_by
        && all.iter().all(|person| person.id != signer)
        && organizations::find_role(tx, signer, organization)?.is_some_and(|role| role.may_sign())
    {
        all.extend(people::find_person(tx, signer)?);
    }
    Ok(all)
}
