//! **Protected** organizations: kept off the site's public pages, because being known to be here could
//! hurt them. Their page is there for their own people and for operators only, coalitions count them
//! without naming them, and their address is a random one, so that nobody finds them by trying names.

use diesel::prelude::*;

use super::model::{Organization, find_role};
use super::slugs;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, PersonId, Slug};
use crate::organizations::{Role, find_organization};
use crate::people::Person;
use crate::schema::{former_slugs, organizations};

impl Organization {
    /// Whether it is kept off public pages.
    pub fn is_protected(&self) -> bool {
        self.protected_at.is_some()
    }
}

/// Lets nobody else decide until the end of the transaction whether this organization is protected, so that what is
/// signed with its name and what is signed without it at the same moment know of each other. Held before it is asked
/// where the name stands.
///
/// # Errors
/// A fault of the database.
pub fn hold_protection(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    tx.hold(&format!("protection of {organization}"))
}

/// Keeps an organization off the site's public pages from here on. Nothing where it is already.
///
/// Its earlier addresses are free again: that one is taken would tell whoever tries a name.
///
/// # Errors
/// A fault of the database.
pub fn protect(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    hold_protection(tx, organization)?;
    slugs::hold(tx)?;
    let now = tx.now();
    let unprotected = organizations::table.find(organization).filter(organizations::protected_at.is_null());
    let hidden = (
        organizations::protected_at.eq(now),
        organizations::slug.eq(sealed(Slug::random().as_str().to_owned())),
    );
    let changed = on!(tx, c => diesel::update(unprotected).set(hidden).execute(c))?;
    if changed == 1 {
        on!(tx, c => diesel::delete(former_slugs::table.filter(former_slugs::organization_id.eq(organization)))
            .execute(c))?;
    }
    Ok(())
}

/// Lets an organization be found again: its address reads like its name once more. Nothing where it
/// is not protected.
///
/// # Errors
/// A fault of the database.
pub fn end_protection(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    hold_protection(tx, organization)?;
    let found: Option<String> = on!(tx, c => organizations::table
        .find(organization)
        .filter(organizations::protected_at.is_not_null())
        .select(organizations::name)
        .first(c)
        .optional())?;
    let Some(name) = found else { return Ok(()) };
    // Not before: whoever signs comes by here, and the signatures of all letters would wait for each other.
    slugs::hold(tx)?;
    let wanted = Slug::reading(&name);
    let mut slug = wanted.clone();
    for attempt in 2_u32.. {
        if slugs::whose(tx, &slug)?.is_none() {
            break;
        }
        slug = wanted.clone().numbered(attempt);
    }
    let found_again =
        (organizations::protected_at.eq(None::<Moment>), organizations::slug.eq(sealed(slug.as_str())));
    on!(tx, c => diesel::update(organizations::table.find(organization)).set(found_again).execute(c))?;
    Ok(())
}

/// The organization at `slug` for whoever looks at its page: a protected one exists for its own people
/// and for operators only.
///
/// # Errors
/// A fault of the database.
pub fn find_visible(
    tx: &mut Tx<'_>,
    slug: &Slug,
    viewer: Option<&Person>,
) -> Result<Option<Organization>, Fault> {
    let Some(organization) = find_organization(tx, slug)? else { return Ok(None) };
    if !organization.is_protected() {
        return Ok(Some(organization));
    }
    let Some(viewer) = viewer else { return Ok(None) };
    let visible = viewer.is_operator() || find_role(tx, viewer.id, organization.id)?.is_some();
    Ok(Some(organization).filter(|_| visible))
}

/// Why nothing was changed.
#[derive(Debug)]
pub(super) enum ProtectError {
    /// There is no such organization for this person.
    NoSuchOrganization,
    /// They are no owner of it.
    NotAnOwner,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ProtectError);

/// The organization at `slug` in the hands of an owner.
pub(super) fn find_owned(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Organization, ProtectError> {
    let organization = find_organization(tx, slug)?.ok_or(ProtectError::NoSuchOrganization)?;
    match find_role(tx, person, organization.id)? {
        Some(Role::Owner) => Ok(organization),
        Some(Role::Signatory | Role::Member) => Err(ProtectError::NotAnOwner),
        None => Err(ProtectError::NoSuchOrganization),
    }
}

/// Protects the organization, or ends its protection, on the word of an owner. Returns its address
/// afterwards.
pub(super) fn set_protection(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    protected: bool,
) -> Result<String, ProtectError> {
    let id = find_owned(tx, person, slug)?.id;
    if protected {
        protect(tx, id)?
    } else {
        end_protection(tx, id)?
    }
    let slug: String = on!(tx, c => organizations::table.find(id).select(organizations::slug).first(c))
        .map_err(Fault::from)?;
    Ok(slug)
}
