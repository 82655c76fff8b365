//! Coalitions, their coordinators and their members.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{CoalitionId, OrganizationId, PersonId, Slug};
use crate::organizations::{NewOrganization, Organization, SigningAuthority, end_vouching, vouch};
use crate::people::Person;
use crate::schema::{coalition_coordinators, coalition_members, coalitions, organizations, people};
use crate::text::complaints::Complaints;
use crate::text::order::NameOrder;
use crate::text::speaking;

/// A standing alliance of organizations.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = coalitions)]
pub struct Coalition {
    /// Its id.
    pub id: CoalitionId,
    /// Its address under `/coalitions/`.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its website.
    pub website: Option<String>,
}

/// A coalition to be.
#[derive(Debug, Clone)]
pub struct NewCoalition {
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its website.
    pub website: Option<String>,
}

impl NewCoalition {
    /// Reads the fields `name`, `acronym`, `website`, by the rules for organizations.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn read(name: &str, acronym: &str, website: &str) -> Result<Self, Complaints> {
        let body = NewOrganization::read("name", name, acronym, website, "")?;
        Ok(Self { name: body.name, acronym: body.acronym, website: body.website })
    }
}

/// A coalition in the hands of one of its coordinators.
pub(super) struct Coordinated {
    coalition: Coalition,
    person: PersonId,
}

impl Coordinated {
    pub(super) fn coalition(&self) -> &Coalition {
        &self.coalition
    }
}

/// An organization that asks to be confirmed.
pub struct Request {
    /// The coalition it asks.
    pub coalition: Coalition,
    /// The organization that asks.
    pub organization: Organization,
}

/// Creates a coalition; `person` coordinates it.
///
/// # Errors
/// A fault of the database.
pub fn add_coalition(tx: &mut Tx<'_>, new: &NewCoalition, person: PersonId) -> Result<Coalition, Fault> {
    let now = tx.now();
    let wanted = Slug::reading(&new.name);
    let mut slug = wanted.clone();
    for attempt in 2_u32.. {
        let row = (
            coalitions::id.eq(CoalitionId::new()),
            coalitions::slug.eq(slug.as_str()),
            coalitions::name.eq(&new.name),
            coalitions::acronym.eq(&new.acronym),
            coalitions::website.eq(&new.website),
            coalitions::created_at.eq(now),
        );
        let added: Option<Coalition> = on!(tx, c => diesel::insert_into(coalitions::table)
            .values(row)
            .on_conflict(coalitions::slug)
            .do_nothing()
            .returning(Coalition::as_returning())
            .get_result(c)
            .optional())?;
        if let Some(coalition) = added {
            let coordinator = (
                coalition_coordinators::coalition_id.eq(coalition.id),
                coalition_coordinators::person_id.eq(person),
                coalition_coordinators::created_at.eq(now),
            );
            on!(tx, c => diesel::insert_into(coalition_coordinators::table).values(coordinator).execute(c))?;
            return Ok(coalition);
        }
        slug = wanted.clone().numbered(attempt);
    }
    Err(Fault::new("every address for this coalition's name is taken"))
}

/// A coalition by its address.
///
/// # Errors
/// A fault of the database.
pub fn find_coalition(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Coalition>, Fault> {
    Ok(on!(tx, c => coalitions::table
        .filter(coalitions::slug.eq(slug.as_str()))
        .select(Coalition::as_select())
        .first(c)
        .optional())?)
}

/// All coalitions by name, at most five hundred.
///
/// # Errors
/// A fault of the database.
pub fn all_coalitions(tx: &mut Tx<'_>) -> Result<Vec<Coalition>, Fault> {
    let mut all: Vec<Coalition> =
        on!(tx, c => coalitions::table.limit(500).select(Coalition::as_select()).load(c))?;
    let order = NameOrder::of(&speaking::current().language());
    all.sort_by_cached_key(|coalition| order.key(&coalition.name));
    Ok(all)
}

/// The addresses of all coalitions under `/coalitions/`, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn coalition_addresses(tx: &mut Tx<'_>) -> Result<Vec<String>, Fault> {
    Ok(on!(tx, c => coalitions::table.order(coalitions::id).select(coalitions::slug).load(c))?)
}

/// The coalition at `slug`, if `person` coordinates it.
pub(super) fn find_coordinated(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Option<Coordinated>, Fault> {
    let found: Option<Coalition> = on!(tx, c => coalition_coordinators::table
        .inner_join(coalitions::table)
        .filter(coalition_coordinators::person_id.eq(person))
        .filter(coalitions::slug.eq(slug.as_str()))
        .select(Coalition::as_select())
        .first(c)
        .optional())?;
    Ok(found.map(|coalition| Coordinated { coalition, person }))
}

/// The coalitions that `person` coordinates.
///
/// # Errors
/// A fault of the database.
pub fn coordinated_by(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Coalition>, Fault> {
    Ok(on!(tx, c => coalition_coordinators::table
        .inner_join(coalitions::table)
        .filter(coalition_coordinators::person_id.eq(person))
        .order(coalitions::name)
        .select(Coalition::as_select())
        .load(c))?)
}

/// A coalition's coordinators, to write to.
pub(super) fn coordinators_of(tx: &mut Tx<'_>, coalition: CoalitionId) -> Result<Vec<Person>, Fault> {
    Ok(on!(tx, c => coalition_coordinators::table
        .inner_join(people::table)
        .filter(coalition_coordinators::coalition_id.eq(coalition))
        .select(Person::as_select())
        .load(c))?)
}

/// Asks for membership. `false` if the organization has asked or is a member already.
///
/// # Errors
/// A fault of the database.
pub fn request_membership(
    tx: &mut Tx<'_>,
    coalition: CoalitionId,
    authority: &SigningAuthority,
) -> Result<bool, Fault> {
    let row = (
        coalition_members::coalition_id.eq(coalition),
        coalition_members::organization_id.eq(authority.organization().id),
        coalition_members::requested_at.eq(tx.now()),
    );
    let added = on!(tx, c => diesel::insert_into(coalition_members::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(added == 1)
}

/// Confirms an organization that asked, and vouches for it. `None` if it did not ask; `Some(false)` if
/// it is a member already: a second coordinator who confirms it vouches too, where the first could not
/// because they act for it.
pub(super) fn confirm_member(
    tx: &mut Tx<'_>,
    coordinated: &Coordinated,
    organization: OrganizationId,
) -> Result<Option<bool>, Fault> {
    let now = tx.now();
    let coalition = coordinated.coalition.id;
    let confirmed = on!(tx, c => diesel::update(coalition_members::table
            .find((coalition, organization))
            .filter(coalition_members::confirmed_at.is_null()))
        .set((
            coalition_members::confirmed_at.eq(now),
            coalition_members::confirmed_by.eq(coordinated.person),
        ))
        .execute(c))?;
    let newly = confirmed == 1;
    if !newly && !is_confirmed_member(tx, coalition, organization)? {
        return Ok(None);
    }
    vouch(tx, organization, coalition, coordinated.person)?;
    Ok(Some(newly))
}

/// Declines a request, or ends a membership and the coalition's word with it. What the organization
/// signed under this coalition stays where it was given. `false` if there was neither.
pub(super) fn remove_member(
    tx: &mut Tx<'_>,
    coordinated: &Coordinated,
    organization: OrganizationId,
) -> Result<bool, Fault> {
    let coalition = coordinated.coalition.id;
    let removed =
        on!(tx, c => diesel::delete(coalition_members::table.find((coalition, organization))).execute(c))?;
    if removed == 1 {
        end_vouching(tx, organization, coalition)?;
    }
    Ok(removed == 1)
}

/// Makes an organization a confirmed member on the word of the coalition's coordinator `by`, whether
/// or not it asked.
///
/// # Errors
/// A fault of the database.
pub fn admit(
    tx: &mut Tx<'_>,
    coalition: CoalitionId,
    organization: OrganizationId,
    by: PersonId,
) -> Result<(), Fault> {
    let now = tx.now();
    let row = (
        coalition_members::coalition_id.eq(coalition),
        coalition_members::organization_id.eq(organization),
        coalition_members::requested_at.eq(now),
        coalition_members::confirmed_at.eq(now),
        coalition_members::confirmed_by.eq(by),
    );
    let added = on!(tx, c => diesel::insert_into(coalition_members::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    if added == 0 {
        on!(tx, c => diesel::update(coalition_members::table
                .find((coalition, organization))
                .filter(coalition_members::confirmed_at.is_null()))
            .set((coalition_members::confirmed_at.eq(now), coalition_members::confirmed_by.eq(by)))
            .execute(c))?;
    }
    vouch(tx, organization, coalition, by)
}

/// Whether a coalition has confirmed this organization.
///
/// # Errors
/// A fault of the database.
pub fn is_confirmed_member(
    tx: &mut Tx<'_>,
    coalition: CoalitionId,
    organization: OrganizationId,
) -> Result<bool, Fault> {
    let confirmed: Option<Option<Moment>> = on!(tx, c => coalition_members::table
        .find((coalition, organization))
        .select(coalition_members::confirmed_at)
        .first(c)
        .optional())?;
    Ok(confirmed.flatten().is_some())
}

/// The coalitions that have confirmed this organization, and when.
///
/// # Errors
/// A fault of the database.
pub fn confirmed_coalitions_of(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
) -> Result<Vec<(Coalition, Moment)>, Fault> {
    let all = coalitions_of(tx, organization)?;
    Ok(all.into_iter().filter_map(|(coalition, confirmed)| Some((coalition, confirmed?))).collect())
}

/// The coalitions of this organization: confirmed, or (without a time) asked.
///
/// # Errors
/// A fault of the database.
pub fn coalitions_of(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
) -> Result<Vec<(Coalition, Option<Moment>)>, Fault> {
    Ok(on!(tx, c => coalition_members::table
        .inner_join(coalitions::table)
        .filter(coalition_members::organization_id.eq(organization))
        .order(coalitions::name)
        .select((Coalition::as_select(), coalition_members::confirmed_at))
        .load(c))?)
}

/// The members of a coalition, by name; with `confirmed` false, those who ask.
pub(super) fn members(
    tx: &mut Tx<'_>,
    coalition: CoalitionId,
    confirmed: bool,
) -> Result<Vec<Organization>, Fault> {
    let mut members: Vec<Organization> = on!(tx, c => coalition_members::table
        .inner_join(organizations::table)
        .filter(coalition_members::coalition_id.eq(coalition))
        .filter(coalition_members::confirmed_at.is_not_null().eq(confirmed))
        .select(Organization::as_select())
        .load(c))?;
    // Sorted here and not by the databases, whose ideas of an order differ.
    let order = NameOrder::of(&speaking::current().language());
    members.sort_by_cached_key(|organization| order.key(&organization.name));
    Ok(members)
}

/// The members of a coalition, by name.
///
/// # Errors
/// A fault of the database.
pub fn confirmed_members_of(tx: &mut Tx<'_>, coalition: CoalitionId) -> Result<Vec<Organization>, Fault> {
    members(tx, coalition, true)
}

/// The organizations that ask the coalitions which `person` coordinates.
///
/// # Errors
/// A fault of the database.
pub fn requests_to(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Request>, Fault> {
    let mut requests = Vec::new();
    for coalition in coordinated_by(tx, person)? {
        for organization in members(tx, coalition.id, false)? {
            requests.push(Request { coalition: coalition.clone(), organization });
        }
    }
    Ok(requests)
}
