//! An organization's mail address, and how it gets another: an owner asks, a mail goes to the new one,
//! and the button at its link changes it. Until then nothing has changed.

use diesel::prelude::*;

use super::colleagues::{ColleagueError, hold_owned};
use super::likeness::look_for_likeness;
use super::mails;
use super::model::{Organization, Role, VerifiedBy, find_by_id, find_role, owners_of};
use super::verification::{confirm_address, standing_verifications};
use crate::db::{Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{EmailChangeId, OrganizationId, PersonId, Slug, Token, TokenHash};
use crate::mail;
use crate::people::{Email, Person};
use crate::schema::{organization_email_changes as changes, organizations};

/// As long as the mail of a registration.
const KEPT_SECONDS: i64 = 86_400;

/// Why no mail was sent.
#[derive(Debug)]
pub(super) enum AskAddressError {
    /// There is no such organization of which this person is an owner.
    NoSuchOrganization,
    /// It is the address that it has.
    Same,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AskAddressError);

impl From<ColleagueError> for AskAddressError {
    fn from(error: ColleagueError) -> Self {
        match error {
            ColleagueError::Fault(fault) => Self::Fault(fault),
            ColleagueError::NoSuchOrganization
            | ColleagueError::AlreadyHere
            | ColleagueError::TooMany
            | ColleagueError::LastOwner => Self::NoSuchOrganization,
        }
    }
}

/// The address that an organization wants and has not confirmed.
pub(super) fn wanted(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Option<String>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => changes::table
        .filter(changes::organization_id.eq(organization).and(changes::expires_at.gt(now)))
        .select(changes::email)
        .first(c)
        .optional())?)
}

/// An owner asks for another address. The new one gets a link, the one it has a notice. Asked again,
/// the earlier link stops working. An address that is confirmed and does no longer stand can be asked
/// for too: that is how an organization is verified again.
pub(super) fn ask_address(
    tx: &mut Tx<'_>,
    owner: &Person,
    slug: &Slug,
    email: &Email,
    address: impl Fn(&str) -> String,
) -> Result<(), AskAddressError> {
    let organization = hold_owned(tx, owner.id, slug)?;
    let before = address_of(tx, organization.id)?;
    let stands =
        standing_verifications(tx, organization.id)?.iter().any(|one| one.method == VerifiedBy::Email);
    if before == email.as_str() && stands {
        return Err(AskAddressError::Same);
    }
    let (token, now) = (Token::new(), tx.now());
    let earlier = changes::table.filter(changes::organization_id.eq(organization.id));
    on!(tx, c => diesel::delete(earlier).execute(c))?;
    let row = (
        changes::id.eq(EmailChangeId::new()),
        changes::organization_id.eq(organization.id),
        changes::email.eq(sealed(email.as_str())),
        changes::token_hash.eq(token.hash().as_bytes().to_vec()),
        changes::asked_by.eq(owner.id),
        changes::created_at.eq(now),
        changes::expires_at.eq(now.plus_seconds(KEPT_SECONDS)),
    );
    on!(tx, c => diesel::insert_into(changes::table).values(row).execute(c))?;
    let link = address(&format!("/organization-address/{}", token.as_str()));
    mail::enqueue(tx, &mails::house::confirm_address(email, owner, &organization, link))?;
    if before != email.as_str() {
        mail::enqueue(tx, &mails::house::address_is_asked(&before, owner, &organization))?;
    }
    Ok(())
}

fn address_of(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<String, Fault> {
    Ok(on!(tx, c => organizations::table.find(organization).select(organizations::email).first(c))?)
}

/// What a link would change.
pub(super) struct WantedAddress {
    id: EmailChangeId,
    pub organization: Organization,
    pub email: String,
    pub asked_by: PersonId,
}

/// What the link would change; none for one that is used, over, replaced or forged, and none once
/// whoever asked is no owner any more.
pub(super) fn find_wanted(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<WantedAddress>, Fault> {
    let now = tx.now();
    let found: Option<(EmailChangeId, Organization, String, PersonId)> = on!(tx, c => changes::table
        .inner_join(organizations::table)
        .filter(changes::token_hash.eq(token.as_bytes()).and(changes::expires_at.gt(now)))
        .select((changes::id, Organization::as_select(), changes::email, changes::asked_by))
        .first(c)
        .optional())?;
    let Some((id, organization, email, asked_by)) = found else { return Ok(None) };
    let owns = find_role(tx, asked_by, organization.id)? == Some(Role::Owner);
    Ok(owns.then_some(WantedAddress { id, organization, email, asked_by }))
}

/// The button at the link: the organization has this address from now on. What rested on the earlier
/// one falls; the owners and the earlier address get a mail. `None` for a link that is over.
pub(super) fn take_address(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Organization>, Fault> {
    let Some(wanted) = find_wanted(tx, token)? else { return Ok(None) };
    let id = wanted.organization.id;
    tx.hold(&format!("organization {id}"))?;
    let first = on!(tx, c => diesel::delete(changes::table.find(wanted.id)).execute(c))?;
    if first == 0 || find_role(tx, wanted.asked_by, id)? != Some(Role::Owner) {
        return Ok(None);
    }
    let before = address_of(tx, id)?;
    let stood = standing_verifications(tx, id)?;
    on!(tx, c => diesel::update(organizations::table.find(id))
        .set(organizations::email.eq(sealed(&wanted.email)))
        .execute(c))?;
    confirm_address(tx, id, &wanted.email)?;
    look_for_likeness(tx, id, false)?;
    let stands = standing_verifications(tx, id)?;
    let by_domain = |all: &[super::Verification]| all.iter().any(|one| one.method == VerifiedBy::Domain);
    let lost = by_domain(&stood) && !by_domain(&stands);
    let owners = owners_of(tx, id)?;
    for owner in &owners {
        mail::enqueue(
            tx,
            &mails::house::address_is_changed(owner, &wanted.organization, &wanted.email, lost),
        )?;
    }
    if before != wanted.email && owners.iter().all(|owner| owner.email != before) {
        mail::enqueue(tx, &mails::house::no_longer_the_address(&before, &wanted.organization))?;
    }
    find_by_id(tx, id)
}

/// Deletes addresses that were asked for and not confirmed in time: they are somebody's.
///
/// # Errors
/// A fault of the database.
pub fn forget_wanted_addresses(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::delete(changes::table.filter(changes::expires_at.le(now))).execute(c))?;
    Ok(())
}
