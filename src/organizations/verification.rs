//! How an organization is verified: every way it is, since when, and what that rests on.
//!
//! *email*: its address was confirmed. *domain*: that address is at the registered domain of its own
//! website (see `domains`; only the organization's own address counts, not one of a colleague, who may
//! work at a large house by day and act for a small one in the evening). *vouched*: the coordinators of
//! a coalition confirmed it as a member, none of whom acts for the organization itself: nobody vouches
//! for themselves. *operator*: whoever runs the installation looked.
//!
//! What it rested on changed: the row is dropped and stays as history. The best of those that stand is
//! also written into `organizations.verified_by` and `verified_at`, where lists find it, and whoever
//! shows the organization is told (`renewals`).

use std::collections::HashMap;

use diesel::prelude::*;

use super::domains;
use super::model::{VerifiedBy, find_role};
use super::renewals::call_for_renewal;
use crate::db::{Moment, Tx, on, sealed_if};
use crate::error::Fault;
use crate::ids::{CoalitionId, OrganizationId, PersonId, VerificationId};
use crate::schema::{organization_verifications as verifications, organizations};

/// A way in which an organization is verified.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = verifications)]
pub struct Verification {
    /// How.
    pub method: VerifiedBy,
    /// Since when.
    pub since: Moment,
    /// The coalition that vouches.
    pub coalition_id: Option<CoalitionId>,
    /// The address, the domain, or what the operator looked at. An address is not for everybody.
    pub rests_on: Option<String>,
}

impl VerifiedBy {
    /// How much it says: a later one more than an earlier one.
    pub fn rank(self) -> u8 {
        match self {
            Self::Email => 0,
            Self::Domain => 1,
            Self::Vouched => 2,
            Self::Operator => 3,
        }
    }
}

/// All ways in which an organization is verified now, the best first, of equal ones the oldest.
///
/// # Errors
/// A fault of the database.
pub fn standing_verifications(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
) -> Result<Vec<Verification>, Fault> {
    let mut standing: Vec<Verification> = on!(tx, c => verifications::table
        .filter(verifications::organization_id.eq(organization).and(verifications::dropped_at.is_null()))
        .order((verifications::since, verifications::id))
        .select(Verification::as_select())
        .load(c))?;
    standing.sort_by_key(|one| std::cmp::Reverse(one.method.rank())); // stable: the oldest stays first
    Ok(standing)
}

/// What a verification rests on.
#[derive(Default)]
struct Basis<'a> {
    coalition: Option<CoalitionId>,
    given_by: Option<PersonId>,
    rests_on: Option<&'a str>,
}

/// Lets nobody else change how this organization is verified until the end of the transaction.
fn hold(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    tx.hold(&format!("organization {organization}"))
}

/// Adds a way that stands from now on, and writes the best.
fn add(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    method: VerifiedBy,
    basis: &Basis<'_>,
) -> Result<(), Fault> {
    let row = (
        verifications::id.eq(VerificationId::new()),
        verifications::organization_id.eq(organization),
        verifications::method.eq(method),
        verifications::since.eq(tx.now()),
        verifications::coalition_id.eq(basis.coalition),
        verifications::given_by.eq(basis.given_by),
        verifications::rests_on.eq(sealed_if(basis.rests_on)),
    );
    on!(tx, c => diesel::insert_into(verifications::table).values(row).execute(c))?;
    write_best(tx, organization)
}

/// Writes the best way that stands where lists find it.
fn write_best(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    let best = standing_verifications(tx, organization)?.into_iter().next();
    let (by, at) = (best.as_ref().map(|best| best.method), best.as_ref().map(|best| best.since));
    let before: (Option<VerifiedBy>, Option<Moment>) = on!(tx, c => organizations::table
        .find(organization)
        .select((organizations::verified_by, organizations::verified_at))
        .first(c))?;
    if before == (by, at) {
        return Ok(());
    }
    on!(tx, c => diesel::update(organizations::table.find(organization))
        .set((organizations::verified_by.eq(by), organizations::verified_at.eq(at)))
        .execute(c))?;
    call_for_renewal(tx, organization)
}

/// Ends what stands of this method.
fn end(tx: &mut Tx<'_>, organization: OrganizationId, method: VerifiedBy) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(verifications::table
            .filter(verifications::organization_id.eq(organization))
            .filter(verifications::method.eq(method).and(verifications::dropped_at.is_null())))
        .set(verifications::dropped_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// The first verification of an organization that has just come to be: by its confirmed address, or
/// as its maker says; and by its domain, if the address is there.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    method: VerifiedBy,
    email: &str,
) -> Result<(), Fault> {
    add(tx, organization, method, &Basis { rests_on: Some(email), ..Basis::default() })?;
    settle_domain(tx, organization)
}

/// Another address is confirmed: the verification by the earlier one ends, and the domain is decided
/// anew.
pub(super) fn confirm_address(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    email: &str,
) -> Result<(), Fault> {
    hold(tx, organization)?;
    end(tx, organization, VerifiedBy::Email)?;
    add(tx, organization, VerifiedBy::Email, &Basis { rests_on: Some(email), ..Basis::default() })?;
    settle_domain(tx, organization)
}

/// Decides whether the confirmed address is at the website's domain, and keeps or ends the
/// verification by it.
pub(super) fn settle_domain(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<(), Fault> {
    hold(tx, organization)?;
    let website: Option<String> = on!(tx, c => organizations::table
        .find(organization)
        .select(organizations::website)
        .first(c))?;
    let standing = standing_verifications(tx, organization)?;
    let of =
        |method| standing.iter().find(|one| one.method == method).and_then(|one| one.rests_on.as_deref());
    let wanted = match (of(VerifiedBy::Email), &website) {
        (Some(email), Some(website)) => domains::proven(email, website),
        _ => None,
    };
    if of(VerifiedBy::Domain) == wanted.as_deref() {
        return Ok(());
    }
    end(tx, organization, VerifiedBy::Domain)?;
    match wanted {
        Some(domain) => {
            let basis = Basis { rests_on: Some(&domain), ..Basis::default() };
            add(tx, organization, VerifiedBy::Domain, &basis)
        }
        None => write_best(tx, organization),
    }
}

/// A coalition vouches for an organization that its coordinator `by` has confirmed as a member. Does
/// nothing where it vouches already, and where `by` acts for the organization: nobody vouches for
/// themselves.
///
/// # Errors
/// A fault of the database.
pub fn vouch(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    coalition: CoalitionId,
    by: PersonId,
) -> Result<(), Fault> {
    hold(tx, organization)?;
    if find_role(tx, by, organization)?.is_some() {
        return Ok(());
    }
    let standing = standing_verifications(tx, organization)?;
    if standing.iter().any(|one| one.coalition_id == Some(coalition)) {
        return Ok(());
    }
    let basis = Basis { coalition: Some(coalition), given_by: Some(by), rests_on: None };
    add(tx, organization, VerifiedBy::Vouched, &basis)
}

/// The membership ended, and with it the coalition's word.
///
/// # Errors
/// A fault of the database.
pub fn end_vouching(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    coalition: CoalitionId,
) -> Result<(), Fault> {
    hold(tx, organization)?;
    let now = tx.now();
    on!(tx, c => diesel::update(verifications::table
            .filter(verifications::organization_id.eq(organization))
            .filter(verifications::coalition_id.eq(coalition).and(verifications::dropped_at.is_null())))
        .set(verifications::dropped_at.eq(now))
        .execute(c))?;
    write_best(tx, organization)
}

/// An operator has looked at who this is. `looked_at` says at what, in a few words, for operators.
/// Said again it replaces what was said.
///
/// # Errors
/// A fault of the database.
pub fn verify_by_operator(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    operator: PersonId,
    looked_at: &str,
) -> Result<(), Fault> {
    hold(tx, organization)?;
    end(tx, organization, VerifiedBy::Operator)?;
    let basis = Basis { given_by: Some(operator), rests_on: Some(looked_at), coalition: None };
    add(tx, organization, VerifiedBy::Operator, &basis)
}

/// Ends every verification of this method, because the operator found that it does not hold; with the
/// address also what rests on it, the domain. The organization falls back to the best that is left,
/// down to none: then it cannot sign until an address is confirmed again, and what it signed stays.
///
///
/// # Errors
/// A fault of the database.
pub fn end_verification(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    method: VerifiedBy,
) -> Result<(), Fault> {
    hold(tx, organization)?;
    end(tx, organization, method)?;
    if method == VerifiedBy::Email {
        end(tx, organization, VerifiedBy::Domain)?;
    }
    write_best(tx, organization)
}

/// Decides the domain of every organization that has a website and a confirmed address: at start,
/// because the lists that decide it come with the program.
///
/// # Errors
/// A fault of the database.
pub fn settle_domains(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let websites: Vec<(OrganizationId, Option<String>)> = on!(tx, c => organizations::table
        .filter(organizations::website.is_not_null())
        .order(organizations::id)
        .select((organizations::id, organizations::website))
        .load(c))?;
    let standing: Vec<(OrganizationId, VerifiedBy, Option<String>)> = on!(tx, c => verifications::table
        .filter(verifications::dropped_at.is_null())
        .filter(verifications::method.eq_any([VerifiedBy::Email, VerifiedBy::Domain]))
        .select((verifications::organization_id, verifications::method, verifications::rests_on))
        .load(c))?;
    let (mut emails, mut decided) = (HashMap::new(), HashMap::new());
    for (organization, method, rests_on) in standing {
        let known = if method == VerifiedBy::Email { &mut emails } else { &mut decided };
        known.extend(rests_on.map(|rests_on| (organization, rests_on)));
    }
    for (organization, website) in websites {
        let wanted =
            emails.get(&organization).zip(website).and_then(|(email, site)| domains::proven(email, &site));
        if wanted.as_ref() != decided.get(&organization) {
            settle_domain(tx, organization)?;
        }
    }
    Ok(())
}
