//! The people of an organization: invited by an owner, with a role; never without an owner.

use diesel::prelude::*;

use super::model::{Organization, Role, add_member, find_organization, find_role, owners_of};
use super::{handing_over, mails, tokens};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{MemberInvitationId, OrganizationId, PersonId, Slug, Token, TokenHash};
use crate::mail;
use crate::people::{Email, NewPerson, PasswordHash, Person, add_person, find_person};
use crate::schema::{member_invitations, memberships, organizations, people};

/// How long an invitation waits: a colleague is away for a week now and then.
pub const KEPT_SECONDS: i64 = 14 * 86_400;
/// Nobody has so many colleagues; an account that was taken over must not send mail to thousands.
const WAITING: i64 = 50;

/// Why nothing was changed.
#[derive(Debug)]
pub(super) enum ColleagueError {
    /// There is no such organization of which this person is an owner, or no such colleague.
    NoSuchOrganization,
    /// The address belongs to somebody who is there.
    AlreadyHere,
    /// Very many are invited already and have not answered.
    TooMany,
    /// The organization would have no owner.
    LastOwner,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ColleagueError);

/// An organization and its people, as its own people see them.
pub(super) struct Team {
    pub organization: Organization,
    /// The viewer's role.
    pub role: Role,
    pub people: Vec<(Person, Role)>,
    /// Invited and not there yet: address and role.
    pub waiting: Vec<(String, Role)>,
    pub two_steps: bool,
    /// To whom the viewer has offered the organization.
    pub offered_to: Option<Person>,
}

/// The people of the organization at `slug`, if `person` is one of them.
pub(super) fn team(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Option<Team>, Fault> {
    let Some(organization) = find_organization(tx, slug)? else { return Ok(None) };
    let Some(role) = find_role(tx, person, organization.id)? else { return Ok(None) };
    let people = people_of(tx, organization.id)?;
    let now = tx.now();
    let waiting: Vec<(String, Role)> = on!(tx, c => member_invitations::table
        .filter(member_invitations::organization_id.eq(organization.id))
        .filter(member_invitations::accepted_at.is_null().and(member_invitations::expires_at.gt(now)))
        .order(member_invitations::id)
        .select((member_invitations::email, member_invitations::role))
        .load(c))?;
    let two_steps = has_two_steps(tx, organization.id)?;
    let offered_to = handing_over::offered_to(tx, organization.id, person)?;
    Ok(Some(Team { organization, role, people, waiting, two_steps, offered_to }))
}

/// All people of an organization with their roles, the first first.
///
/// # Errors
/// A fault of the database.
pub fn people_of(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<(Person, Role)>, Fault> {
    Ok(on!(tx, c => memberships::table
        .inner_join(people::table)
        .filter(memberships::organization_id.eq(organization))
        .order((memberships::created_at, people::id))
        .select((Person::as_select(), memberships::role))
        .load(c))?)
}

/// The people who may put the organization's name under a letter, to write to.
///
/// # Errors
/// A fault of the database.
pub fn people_with_authority(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<Vec<Person>, Fault> {
    let all = people_of(tx, organization)?;
    Ok(all.into_iter().filter(|(_, role)| role.may_sign()).map(|(person, _)| person).collect())
}

/// Whether the organization asks for two persons to every signature.
///
/// # Errors
/// A fault of the database.
pub fn has_two_steps(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<bool, Fault> {
    let found: Option<bool> = on!(tx, c => organizations::table
        .find(organization)
        .select(organizations::two_steps)
        .first(c)
        .optional())?;
    Ok(found.unwrap_or(false))
}

/// The organization at `slug` in the hands of one of its owners; nobody else changes its people
/// until the end of the transaction.
pub(super) fn hold_owned(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Organization, ColleagueError> {
    let organization = find_organization(tx, slug)?.ok_or(ColleagueError::NoSuchOrganization)?;
    tx.hold(&format!("organization {}", organization.id))?;
    match find_role(tx, person, organization.id)? {
        Some(Role::Owner) => Ok(organization),
        Some(Role::Signatory | Role::Member) | None => Err(ColleagueError::NoSuchOrganization),
    }
}

/// An owner invites a colleague by mail. Asked again, the mail goes out again with a new link, and
/// the earlier one stops working.
pub(super) fn invite_colleague(
    tx: &mut Tx<'_>,
    owner: &Person,
    slug: &Slug,
    email: &Email,
    role: Role,
    address: impl Fn(&str) -> String,
) -> Result<(), ColleagueError> {
    let organization = hold_owned(tx, owner.id, slug)?;
    if people_of(tx, organization.id)?.iter().any(|(person, _)| person.email == email.as_str()) {
        return Err(ColleagueError::AlreadyHere);
    }
    let now = tx.now();
    let waiting: i64 = on!(tx, c => member_invitations::table
        .filter(member_invitations::organization_id.eq(organization.id))
        .filter(member_invitations::accepted_at.is_null().and(member_invitations::expires_at.gt(now)))
        .count()
        .get_result(c))
    .map_err(Fault::from)?;
    if waiting >= WAITING {
        return Err(ColleagueError::TooMany);
    }
    let token = Token::new();
    on!(tx, c => diesel::delete(member_invitations::table
            .filter(member_invitations::organization_id.eq(organization.id))
            .filter(member_invitations::email.eq(sealed(email.as_str()))))
        .execute(c))
    .map_err(Fault::from)?;
    let row = (
        member_invitations::id.eq(MemberInvitationId::new()),
        member_invitations::organization_id.eq(organization.id),
        member_invitations::email.eq(sealed(email.as_str())),
        member_invitations::role.eq(role),
        member_invitations::token_hash.eq(token.hash().as_bytes().to_vec()),
        member_invitations::invited_by.eq(owner.id),
        member_invitations::created_at.eq(now),
        member_invitations::expires_at.eq(now.plus_seconds(KEPT_SECONDS)),
    );
    on!(tx, c => diesel::insert_into(member_invitations::table).values(row).execute(c))
        .map_err(Fault::from)?;
    let link = address(&format!("/colleagues/{}", token.as_str()));
    mail::enqueue(tx, &mails::colleague(email, owner, &organization, role, link))?;
    Ok(())
}

/// What a colleague's link is for.
pub(super) struct Place {
    id: MemberInvitationId,
    pub organization: Organization,
    pub role: Role,
    pub email: String,
}

/// The place that a link offers; none for one that is used, expired, replaced or forged.
pub(super) fn find_place(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Place>, Fault> {
    let now = tx.now();
    let found: Option<(MemberInvitationId, Organization, Role, String)> = on!(tx, c => member_invitations::table
        .inner_join(organizations::table)
        .filter(member_invitations::token_hash.eq(token.as_bytes()))
        .filter(member_invitations::accepted_at.is_null().and(member_invitations::expires_at.gt(now)))
        .select((
            member_invitations::id,
            Organization::as_select(),
            member_invitations::role,
            member_invitations::email,
        ))
        .first(c)
        .optional())?;
    Ok(found.map(|(id, organization, role, email)| Place { id, organization, role, email }))
}

/// Who takes the place.
pub(super) enum Joining {
    /// Somebody with an account, whatever its address.
    Person(PersonId),
    /// Somebody without one: the link has proved the address.
    New {
        /// Their name.
        name: String,
        /// The hash of the password they chose.
        password: PasswordHash,
    },
}

/// Why nobody joined.
#[derive(Debug)]
pub(super) enum JoinError {
    /// The link is used, expired, replaced or forged.
    NoSuchPlace,
    /// The address has an account: they sign in with it.
    HasAccount,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(JoinError);

/// Takes the place that a link offers. Who is there already keeps the role they have.
pub(super) fn join(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    who: Joining,
) -> Result<(PersonId, Organization), JoinError> {
    let place = find_place(tx, token)?.ok_or(JoinError::NoSuchPlace)?;
    let now = tx.now();
    let first = on!(tx, c => diesel::update(member_invitations::table
            .find(place.id)
            .filter(member_invitations::accepted_at.is_null()))
        .set(member_invitations::accepted_at.eq(now))
        .execute(c))
    .map_err(Fault::from)?;
    if first == 0 {
        return Err(JoinError::NoSuchPlace);
    }
    let person = match who {
        Joining::Person(person) => person,
        Joining::New { name, password } => {
            let email = Email::read(&place.email).ok_or(JoinError::NoSuchPlace)?;
            let new = NewPerson { name, title: String::new(), email, password };
            add_person(tx, &new)?.ok_or(JoinError::HasAccount)?.id
        }
    };
    add_member(tx, place.organization.id, person, place.role)?;
    Ok((person, place.organization))
}

/// An owner gives a colleague another role.
pub(super) fn set_role(
    tx: &mut Tx<'_>,
    owner: PersonId,
    slug: &Slug,
    colleague: PersonId,
    role: Role,
) -> Result<(), ColleagueError> {
    let organization = hold_owned(tx, owner, slug)?;
    let before = find_role(tx, colleague, organization.id)?.ok_or(ColleagueError::NoSuchOrganization)?;
    if before == Role::Owner && role != Role::Owner {
        keep_an_owner(tx, organization.id, colleague)?;
    }
    on!(tx, c => diesel::update(memberships::table.find((organization.id, colleague)))
        .set(memberships::role.eq(role))
        .execute(c))
    .map_err(Fault::from)?;
    if !role.may_sign() {
        tokens::end_tokens(tx, organization.id, Some(colleague))?;
    }
    Ok(())
}

/// Takes a person out of an organization: an owner anybody, everybody themselves. What they signed
/// stays signed. Who was taken out gets a mail; when somebody leaves, its owners do.
pub(super) fn remove(
    tx: &mut Tx<'_>,
    by: PersonId,
    slug: &Slug,
    colleague: PersonId,
) -> Result<(), ColleagueError> {
    let organization = if by == colleague {
        let organization = find_organization(tx, slug)?.ok_or(ColleagueError::NoSuchOrganization)?;
        tx.hold(&format!("organization {}", organization.id))?;
        organization
    } else {
        hold_owned(tx, by, slug)?
    };
    let role = find_role(tx, colleague, organization.id)?.ok_or(ColleagueError::NoSuchOrganization)?;
    if role == Role::Owner {
        keep_an_owner(tx, organization.id, colleague)?;
    }
    on!(tx, c => diesel::delete(memberships::table.find((organization.id, colleague))).execute(c))
        .map_err(Fault::from)?;
    handing_over::forget_offers_of(tx, organization.id, colleague)?;
    tokens::end_tokens(tx, organization.id, Some(colleague))?;
    let Some(person) = find_person(tx, colleague)? else { return Ok(()) };
    if by != colleague {
        mail::enqueue(tx, &mails::removed(&person, &organization))?;
        return Ok(());
    }
    for owner in owners_of(tx, organization.id)? {
        mail::enqueue(tx, &mails::house::has_left(&owner, &person, &organization))?;
    }
    Ok(())
}

fn keep_an_owner(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    leaving: PersonId,
) -> Result<(), ColleagueError> {
    let people = people_of(tx, organization)?;
    let another = people.iter().any(|(person, role)| *role == Role::Owner && person.id != leaving);
    if another { Ok(()) } else { Err(ColleagueError::LastOwner) }
}

/// An owner chooses whether every signature needs two persons.
pub(super) fn set_two_steps(
    tx: &mut Tx<'_>,
    owner: PersonId,
    slug: &Slug,
    two_steps: bool,
) -> Result<(), ColleagueError> {
    let organization = hold_owned(tx, owner, slug)?;
    on!(tx, c => diesel::update(organizations::table.find(organization.id))
        .set(organizations::two_steps.eq(two_steps))
        .execute(c))
    .map_err(Fault::from)?;
    Ok(())
}

/// Deletes invitations that are over: they hold somebody's address.
///
/// # Errors
/// A fault of the database.
pub fn forget_member_invitations(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now: Moment = tx.now();
    on!(tx, c => diesel::delete(member_invitations::table.filter(member_invitations::expires_at.le(now)))
        .execute(c))?;
    Ok(())
}
