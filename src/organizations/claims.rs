//! **Claim**: somebody registered, and confirmed an address for, an organization that exists already.
//!
//! There are never two rows that both look right: the registrant gets an account and a claim. They say
//! whether they act for the organization or are another body of the same name; its owners are asked,
//! and may take them in as a colleague; otherwise the operator decides. Until then there is nothing that
//! the registrant could sign with.

use diesel::prelude::*;

use super::mails;
use super::model::{
    NewOrganization, Organization, Role, VerifiedBy, add_member, add_organization, find_by_id, find_role,
    owners_of,
};
use crate::db::{Moment, Tx, on, sealed, sealed_if, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{ClaimId, InvitationId, OrganizationId, PersonId};
use crate::mail;
use crate::people::{Email, Person};
use crate::schema::{organization_claims as claims, people};
use crate::text::words::say;

text_enum! {
    /// What a claimant says.
    ClaimKind {
        /// They act for the organization that exists.
        Act = "act",
        /// They are another body.
        Another = "another",
    }
}

text_enum! {
    /// What became of a claim.
    ClaimOutcome {
        /// The claimant acts for the organization that existed.
        Joined = "joined",
        /// There are two organizations.
        Separate = "separate",
        /// Neither.
        Refused = "refused",
        /// The claimant took it back.
        Withdrawn = "withdrawn",
    }
}

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = claims)]
struct Row {
    id: ClaimId,
    organization_id: OrganizationId,
    email: String,
    name: String,
    acronym: Option<String>,
    website: Option<String>,
    country: Option<String>,
    invitation_id: Option<InvitationId>,
    raised_at: Moment,
    kind: Option<ClaimKind>,
    words: String,
    said_at: Option<Moment>,
    answer: String,
    answered_at: Option<Moment>,
    settled_at: Option<Moment>,
    outcome: Option<ClaimOutcome>,
    reason: String,
}

/// A claim with both sides of it.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// The organization that exists.
    pub organization: Organization,
    /// Who claims.
    pub person: Person,
    /// The address that they confirmed.
    pub email: String,
    /// The organization as they registered it.
    pub registered: NewOrganization,
    /// The invitation on whose way they registered.
    pub invitation: Option<InvitationId>,
    /// When.
    pub raised_at: Moment,
    /// What they say; none while they have not said it.
    pub kind: Option<ClaimKind>,
    /// Their words.
    pub words: String,
    /// When they said it.
    pub said_at: Option<Moment>,
    /// What an owner answered; empty for nothing.
    pub answer: String,
    /// When.
    pub answered_at: Option<Moment>,
    /// When it was settled.
    pub settled_at: Option<Moment>,
    /// How.
    pub outcome: Option<ClaimOutcome>,
    /// Why.
    pub reason: String,
}

impl Claim {
    /// Whether the address they confirmed is at the registered domain of the existing organization's
    /// website.
    pub fn is_at_its_domain(&self) -> bool {
        let site = self.organization.website.as_deref().and_then(super::domains::of_website);
        site.is_some() && site == super::domains::of_address(&self.email)
    }
}

/// Why nothing came of it.
#[derive(Debug)]
pub enum ClaimError {
    /// There is no such claim for this person.
    NoSuchClaim,
    /// It is settled, perhaps this moment by another operator.
    AlreadySettled,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ClaimError);

/// Raises a claim, or finds the open one of the same person to the same organization.
pub(super) fn raise(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    person: PersonId,
    email: &Email,
    new: &NewOrganization,
    invitation: Option<InvitationId>,
) -> Result<ClaimId, Fault> {
    let open: Option<ClaimId> = on!(tx, c => claims::table
        .filter(claims::organization_id.eq(organization).and(claims::person_id.eq(person)))
        .filter(claims::settled_at.is_null())
        .select(claims::id)
        .first(c)
        .optional())?;
    if let Some(id) = open {
        return Ok(id);
    }
    let id = ClaimId::new();
    let row = (
        (
            claims::id.eq(id),
            claims::organization_id.eq(organization),
            claims::person_id.eq(person),
            claims::email.eq(sealed(email.as_str())),
            claims::name.eq(sealed(&new.name)),
            claims::acronym.eq(sealed_if(new.acronym.as_ref())),
            claims::website.eq(sealed_if(new.website.as_ref())),
            claims::country.eq(&new.country),
        ),
        (
            claims::invitation_id.eq(invitation),
            claims::raised_at.eq(tx.now()),
            claims::words.eq(sealed("")),
            claims::answer.eq(sealed("")),
            claims::reason.eq(sealed("")),
        ),
    );
    on!(tx, c => diesel::insert_into(claims::table).values(row).execute(c))?;
    Ok(id)
}

type Joined = (Row, Person);

fn whole(tx: &mut Tx<'_>, rows: Vec<Joined>) -> Result<Vec<Claim>, Fault> {
    let mut all = Vec::new();
    for (row, person) in rows {
        let Some(organization) = find_by_id(tx, row.organization_id)? else { continue };
        let registered = NewOrganization {
            name: row.name,
            acronym: row.acronym,
            website: row.website,
            country: row.country,
        };
        all.push(Claim {
            id: row.id,
            organization,
            person,
            email: row.email,
            registered,
            invitation: row.invitation_id,
            raised_at: row.raised_at,
            kind: row.kind,
            words: row.words,
            said_at: row.said_at,
            answer: row.answer,
            answered_at: row.answered_at,
            settled_at: row.settled_at,
            outcome: row.outcome,
            reason: row.reason,
        });
    }
    Ok(all)
}

/// A claim, for operators.
///
/// # Errors
/// A fault of the database.
pub fn find_claim(tx: &mut Tx<'_>, id: ClaimId) -> Result<Option<Claim>, Fault> {
    let rows: Vec<Joined> = on!(tx, c => claims::table
        .inner_join(people::table)
        .filter(claims::id.eq(id))
        .select((Row::as_select(), Person::as_select()))
        .load(c))?;
    Ok(whole(tx, rows)?.pop())
}

/// The claims that wait for the operator: what the claimant has to say is said. The oldest first.
///
/// # Errors
/// A fault of the database.
pub fn open_claims(tx: &mut Tx<'_>) -> Result<Vec<Claim>, Fault> {
    let rows: Vec<Joined> = on!(tx, c => claims::table
        .inner_join(people::table)
        .filter(claims::settled_at.is_null().and(claims::said_at.is_not_null()))
        .order(claims::said_at)
        .limit(200)
        .select((Row::as_select(), Person::as_select()))
        .load(c))?;
    whole(tx, rows)
}

/// The open claims that a person made, and those to organizations they own: for their desk.
///
/// # Errors
/// A fault of the database.
pub fn claims_about(tx: &mut Tx<'_>, person: PersonId) -> Result<(Vec<Claim>, Vec<Claim>), Fault> {
    let own: Vec<Joined> = on!(tx, c => claims::table
        .inner_join(people::table)
        .filter(claims::settled_at.is_null().and(claims::person_id.eq(person)))
        .order(claims::raised_at)
        .select((Row::as_select(), Person::as_select()))
        .load(c))?;
    let mut owned = Vec::new();
    for (organization, role) in super::model::memberships_of(tx, person)? {
        if role == Role::Owner {
            owned.push(organization.id);
        }
    }
    let to: Vec<Joined> = on!(tx, c => claims::table
        .inner_join(people::table)
        .filter(claims::settled_at.is_null().and(claims::said_at.is_not_null()))
        .filter(claims::organization_id.eq_any(owned))
        .order(claims::said_at)
        .limit(50)
        .select((Row::as_select(), Person::as_select()))
        .load(c))?;
    Ok((whole(tx, own)?, whole(tx, to)?))
}

/// Whose view of a claim a person has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// They made it.
    Claimant,
    /// They own the organization.
    Owner,
}

/// A claim as far as a person may know of it: their own, or one to an organization they own, once its
/// claimant has said what they want.
pub(super) fn find_for(
    tx: &mut Tx<'_>,
    id: ClaimId,
    person: PersonId,
) -> Result<Option<(Claim, Side)>, Fault> {
    let Some(claim) = find_claim(tx, id)? else { return Ok(None) };
    if claim.person.id == person {
        return Ok(Some((claim, Side::Claimant)));
    }
    let owner = find_role(tx, person, claim.organization.id)? == Some(Role::Owner);
    Ok((owner && claim.said_at.is_some()).then_some((claim, Side::Owner)))
}

/// The same for whoever changes it, while it is open. The organization is held, so that two who settle
/// it at once do so one after the other.
fn hold_open(tx: &mut Tx<'_>, id: ClaimId) -> Result<Claim, ClaimError> {
    tx.hold(&format!("claim {id}"))?;
    let claim = find_claim(tx, id)?.ok_or(ClaimError::NoSuchClaim)?;
    if claim.settled_at.is_some() { Err(ClaimError::AlreadySettled) } else { Ok(claim) }
}

fn hold_for(tx: &mut Tx<'_>, id: ClaimId, person: PersonId, side: Side) -> Result<Claim, ClaimError> {
    match find_for(tx, id, person)? {
        Some((_, found)) if found == side => hold_open(tx, id),
        _ => Err(ClaimError::NoSuchClaim),
    }
}

/// The claimant says what they want. Whether they say it for the first time, which is when the owners
/// hear of it, is the second part of the answer.
pub(super) fn say(
    tx: &mut Tx<'_>,
    id: ClaimId,
    person: PersonId,
    kind: ClaimKind,
    words: &str,
) -> Result<(Claim, bool), ClaimError> {
    let claim = hold_for(tx, id, person, Side::Claimant)?;
    let now = tx.now();
    on!(tx, c => diesel::update(claims::table.find(id))
        .set((claims::kind.eq(kind), claims::words.eq(sealed(words)), claims::said_at.eq(now)))
        .execute(c))?;
    let first = claim.said_at.is_none();
    Ok((find_claim(tx, id)?.ok_or(ClaimError::NoSuchClaim)?, first))
}

/// The claimant takes it back.
pub(super) fn withdraw(tx: &mut Tx<'_>, id: ClaimId, person: PersonId) -> Result<(), ClaimError> {
    hold_for(tx, id, person, Side::Claimant)?;
    end(tx, id, person, ClaimOutcome::Withdrawn, "")?;
    Ok(())
}

/// An owner says what they know of the claimant.
pub(super) fn answer(tx: &mut Tx<'_>, id: ClaimId, owner: PersonId, words: &str) -> Result<(), ClaimError> {
    hold_for(tx, id, owner, Side::Owner)?;
    let now = tx.now();
    let said = (claims::answer.eq(sealed(words)), claims::answered_at.eq(now), claims::answered_by.eq(owner));
    on!(tx, c => diesel::update(claims::table.find(id)).set(said).execute(c))?;
    Ok(())
}

/// An owner takes the claimant in, which settles it without the operator.
pub(super) fn take_in(
    tx: &mut Tx<'_>,
    id: ClaimId,
    owner: PersonId,
    role: Role,
) -> Result<Claim, ClaimError> {
    let claim = hold_for(tx, id, owner, Side::Owner)?;
    add_member(tx, claim.organization.id, claim.person.id, role)?;
    end(tx, id, owner, ClaimOutcome::Joined, "")?;
    Ok(claim)
}

/// What an operator decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// The claimant acts for the organization that exists, in this role.
    Join(Role),
    /// They are another body.
    Separate,
    /// Neither.
    Refuse,
}

/// Settles a claim as an operator, who may do so before the claimant has said anything. Returns it as
/// it was, and the organization that the claimant now acts for, if any.
///
/// # Errors
/// See [`ClaimError`]; nothing is kept then.
pub fn settle_claim(
    tx: &mut Tx<'_>,
    id: ClaimId,
    operator: PersonId,
    decision: Decision,
    reason: &str,
) -> Result<(Claim, Option<Organization>), ClaimError> {
    let claim = hold_open(tx, id)?;
    let (outcome, organization) = match decision {
        Decision::Join(role) => {
            add_member(tx, claim.organization.id, claim.person.id, role)?;
            (ClaimOutcome::Joined, Some(claim.organization.clone()))
        }
        Decision::Separate => {
            let email = Email::read(&claim.email).ok_or_else(|| Fault::new("a claim without an address"))?;
            let new = add_organization(tx, &claim.registered, &email, VerifiedBy::Email, claim.person.id)?;
            super::flags::are_different(tx, new.id, claim.organization.id, operator, reason)?;
            (ClaimOutcome::Separate, Some(new))
        }
        Decision::Refuse => (ClaimOutcome::Refused, None),
    };
    end(tx, id, operator, outcome, reason)?;
    Ok((claim, organization))
}

fn end(tx: &mut Tx<'_>, id: ClaimId, by: PersonId, outcome: ClaimOutcome, reason: &str) -> Result<(), Fault> {
    let now = tx.now();
    let settled = (
        claims::settled_at.eq(now),
        claims::settled_by.eq(by),
        claims::outcome.eq(outcome),
        claims::reason.eq(sealed(reason)),
    );
    on!(tx, c => diesel::update(claims::table.find(id)).set(settled).execute(c))?;
    Ok(())
}

/// An operator has found two organizations to be one body: the later one's owners claim to act for the
/// earlier one, whose owners get a mail and can take them in.
///
/// # Errors
/// A fault of the database.
pub fn claim_as_same(
    tx: &mut Tx<'_>,
    later: &Organization,
    earlier: &Organization,
    words: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let registered = NewOrganization {
        name: later.name.clone(),
        acronym: later.acronym.clone(),
        website: later.website.clone(),
        country: later.country.clone(),
    };
    let now = tx.now();
    for person in owners_of(tx, later.id)? {
        let Some(email) = Email::read(&person.email) else { continue };
        if find_role(tx, person.id, earlier.id)?.is_some() {
            continue;
        }
        let id = raise(tx, earlier.id, person.id, &email, &registered, None)?;
        on!(tx, c => diesel::update(claims::table.find(id))
            .set((
                claims::kind.eq(ClaimKind::Act),
                claims::words.eq(sealed(say!("organizations-claim-operator-says", words = words))),
                claims::said_at.eq(now),
            ))
            .execute(c))?;
        let Some(claim) = find_claim(tx, id)? else { continue };
        for owner in owners_of(tx, earlier.id)? {
            let link = address(&format!("/claims/{id}"));
            mail::enqueue(tx, &mails::claims::asks_owner(&owner, &claim, link))?;
        }
    }
    Ok(())
}
