//! Handing an organization over: an owner offers it to a colleague, who accepts; only then do roles
//! change, and everybody who owns it hears of it.

use diesel::prelude::*;

use super::colleagues::{ColleagueError, hold_owned};
use super::model::{Organization, Role, find_role, owners_of};
use super::{mails, tokens};
use crate::db::{Tx, on, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, OwnershipOfferId, PersonId, Slug, Token, TokenHash};
use crate::mail;
use crate::people::{Person, find_person};
use crate::schema::{memberships, organizations, ownership_offers as offers};

/// A colleague is away for a week now and then.
const KEPT_SECONDS: i64 = 14 * 86_400;

text_enum! {
    /// What becomes of the owner who hands over.
    Afterwards {
        /// They sign for it.
        Signatory = "signatory",
        /// They read and prepare.
        Member = "member",
        /// They leave it.
        Leaves = "leaves",
    }
}

/// Why nothing was offered, accepted or taken back.
#[derive(Debug)]
pub(super) enum HandOverError {
    /// There is no such organization of which this person is an owner, or no such colleague.
    NoSuchOrganization,
    /// The colleague owns it already.
    AlreadyOwner,
    /// The link is used, over, taken back or forged, or is somebody else's.
    NoSuchOffer,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(HandOverError);

impl From<ColleagueError> for HandOverError {
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

/// An owner offers the organization to a colleague. Offered again, the earlier offer is over.
pub(super) fn offer(
    tx: &mut Tx<'_>,
    owner: &Person,
    slug: &Slug,
    to: PersonId,
    afterwards: Afterwards,
    address: impl Fn(&str) -> String,
) -> Result<(), HandOverError> {
    let organization = hold_owned(tx, owner.id, slug)?;
    let colleague = find_person(tx, to)?.ok_or(HandOverError::NoSuchOrganization)?;
    match find_role(tx, to, organization.id)? {
        Some(Role::Owner) => return Err(HandOverError::AlreadyOwner),
        Some(Role::Signatory | Role::Member) => {}
        None => return Err(HandOverError::NoSuchOrganization),
    }
    take_back(tx, organization.id, owner.id)?;
    let (token, now) = (Token::new(), tx.now());
    let row = (
        offers::id.eq(OwnershipOfferId::new()),
        offers::organization_id.eq(organization.id),
        offers::offered_by.eq(owner.id),
        offers::offered_to.eq(to),
        offers::afterwards.eq(afterwards),
        offers::token_hash.eq(token.hash().as_bytes().to_vec()),
        offers::offered_at.eq(now),
        offers::expires_at.eq(now.plus_seconds(KEPT_SECONDS)),
    );
    on!(tx, c => diesel::insert_into(offers::table).values(row).execute(c))?;
    let link = address(&format!("/ownership/{}", token.as_str()));
    mail::enqueue(tx, &mails::house::ownership_offered(&colleague, owner, &organization, link))?;
    Ok(())
}

/// Whether there was an offer of this owner, which is over then.
fn take_back(tx: &mut Tx<'_>, organization: OrganizationId, owner: PersonId) -> Result<bool, Fault> {
    let own =
        offers::table.filter(offers::organization_id.eq(organization).and(offers::offered_by.eq(owner)));
    Ok(on!(tx, c => diesel::delete(own).execute(c))? > 0)
}

/// An owner takes their offer back.
pub(super) fn withdraw_offer(tx: &mut Tx<'_>, owner: PersonId, slug: &Slug) -> Result<(), HandOverError> {
    let organization = hold_owned(tx, owner, slug)?;
    if take_back(tx, organization.id, owner)? { Ok(()) } else { Err(HandOverError::NoSuchOffer) }
}

/// To whom an owner has offered the organization, if the colleague has not answered yet.
pub(super) fn offered_to(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    owner: PersonId,
) -> Result<Option<Person>, Fault> {
    let now = tx.now();
    let to: Option<PersonId> = on!(tx, c => offers::table
        .filter(offers::organization_id.eq(organization).and(offers::offered_by.eq(owner)))
        .filter(offers::expires_at.gt(now))
        .select(offers::offered_to)
        .first(c)
        .optional())?;
    match to {
        Some(to) => find_person(tx, to),
        None => Ok(None),
    }
}

/// An offer, as the colleague sees it.
pub(super) struct Offer {
    id: OwnershipOfferId,
    pub organization: Organization,
    pub by: Person,
    pub afterwards: Afterwards,
}

/// The offer of a link to `person`; none for one that is used, over, taken back, forged or another's,
/// and none once whoever offered it is no owner, or `person` is not among the organization's people.
pub(super) fn find_offer(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    person: PersonId,
) -> Result<Option<Offer>, Fault> {
    let now = tx.now();
    let found: Option<(OwnershipOfferId, Organization, PersonId, Afterwards)> = on!(tx, c => offers::table
        .inner_join(organizations::table)
        .filter(offers::token_hash.eq(token.as_bytes()).and(offers::offered_to.eq(person)))
        .filter(offers::expires_at.gt(now))
        .select((offers::id, Organization::as_select(), offers::offered_by, offers::afterwards))
        .first(c)
        .optional())?;
    let Some((id, organization, by, afterwards)) = found else { return Ok(None) };
    let owns = find_role(tx, by, organization.id)? == Some(Role::Owner);
    let is_here = find_role(tx, person, organization.id)?.is_some();
    let by = find_person(tx, by)?.filter(|_| owns && is_here);
    Ok(by.map(|by| Offer { id, organization, by, afterwards }))
}

/// The offer in the hands of the colleague it was made to; it is over with this.
fn use_offer(tx: &mut Tx<'_>, token: &TokenHash, person: PersonId) -> Result<Offer, HandOverError> {
    let offer = find_offer(tx, token, person)?.ok_or(HandOverError::NoSuchOffer)?;
    tx.hold(&format!("organization {}", offer.organization.id))?;
    // Looked at once more: roles may have changed while this waited.
    let offer = find_offer(tx, token, person)?.ok_or(HandOverError::NoSuchOffer)?;
    let first = on!(tx, c => diesel::delete(offers::table.find(offer.id)).execute(c))?;
    if first == 1 { Ok(offer) } else { Err(HandOverError::NoSuchOffer) }
}

/// The colleague accepts: they own the organization, and whoever offered it becomes what was said. Both
/// and the other owners get a mail. Returns the organization.
pub(super) fn accept(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    colleague: &Person,
) -> Result<Organization, HandOverError> {
    let offer = use_offer(tx, token, colleague.id)?;
    let organization = offer.organization;
    let others: Vec<Person> =
        owners_of(tx, organization.id)?.into_iter().filter(|owner| owner.id != offer.by.id).collect();
    on!(tx, c => diesel::update(memberships::table.find((organization.id, colleague.id)))
        .set(memberships::role.eq(Role::Owner))
        .execute(c))?;
    let theirs = memberships::table.find((organization.id, offer.by.id));
    match offer.afterwards {
        Afterwards::Signatory | Afterwards::Member => {
            let role = if offer.afterwards == Afterwards::Member { Role::Member } else { Role::Signatory };
            on!(tx, c => diesel::update(theirs).set(memberships::role.eq(role)).execute(c))?;
        }
        Afterwards::Leaves => {
            on!(tx, c => diesel::delete(theirs).execute(c))?;
        }
    }
    if offer.afterwards != Afterwards::Signatory {
        tokens::end_tokens(tx, organization.id, Some(offer.by.id))?;
    }
    for person in others.iter().chain([colleague, &offer.by]) {
        let message =
            mails::house::handed_over(person, &offer.by, colleague, &organization, offer.afterwards);
        mail::enqueue(tx, &message)?;
    }
    Ok(organization)
}

/// The colleague does not want it; whoever offered it hears so.
pub(super) fn refuse(tx: &mut Tx<'_>, token: &TokenHash, colleague: &Person) -> Result<(), HandOverError> {
    let offer = use_offer(tx, token, colleague.id)?;
    mail::enqueue(tx, &mails::house::ownership_refused(&offer.by, colleague, &offer.organization))?;
    Ok(())
}

/// Deletes what was offered by or to somebody who is no longer among the people.
pub(super) fn forget_offers_of(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    person: PersonId,
) -> Result<(), Fault> {
    let theirs = offers::table
        .filter(offers::organization_id.eq(organization))
        .filter(offers::offered_by.eq(person).or(offers::offered_to.eq(person)));
    on!(tx, c => diesel::delete(theirs).execute(c))?;
    Ok(())
}

/// Deletes offers that nobody answered in time.
///
/// # Errors
/// A fault of the database.
pub fn forget_offers(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::delete(offers::table.filter(offers::expires_at.le(now))).execute(c))?;
    Ok(())
}
