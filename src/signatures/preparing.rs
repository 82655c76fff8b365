//! Two steps: somebody prepares a signature, somebody with authority approves it from a mail. What
//! is approved is exactly what was prepared, under exactly the text that was shown then.

use diesel::prelude::*;

use super::mails::preparing as mails;
use super::model::find_signature;
use super::signing::{GivenSignature, SignError, sign};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, OrganizationId, PersonId, PreparedId, Slug, Token, TokenHash};
use crate::invitations;
use crate::letters::{self, Happened, LockedLetter, OpenLetter, Turn};
use crate::mail;
use crate::organizations::{self, Organization, Role, SigningAuthority};
use crate::people::{self, Person};
use crate::schema::{
    approval_links, letters as letter_rows, organizations as organization_rows, prepared_signatures,
};

/// Longer than a letter usually waits for its signatures.
const KEPT_SECONDS: i64 = 30 * 86_400;

/// A signature that waits for somebody with authority.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = prepared_signatures)]
pub(super) struct Prepared {
    id: PreparedId,
    letter_id: LetterId,
    pub revision_hash: String,
    pub group_slug: Option<String>,
    pub representative_name: String,
    pub representative_title: String,
    pub show_representative: bool,
    prepared_by: Option<PersonId>,
    pub prepared_at: Moment,
    form_opened_at: Option<Moment>,
    expires_at: Moment,
    approved_at: Option<Moment>,
    refused_at: Option<Moment>,
    replaced_at: Option<Moment>,
}

impl Prepared {
    fn given(&self) -> GivenSignature {
        GivenSignature {
            revision: self.revision_hash.clone(),
            group: self.group_slug.clone(),
            representative_name: self.representative_name.clone(),
            representative_title: self.representative_title.clone(),
            show_representative: self.show_representative,
        }
    }
}

/// The organization at `slug` for which `person` could prepare a signature: any that they act for
/// and in which somebody else, or they themselves where one person is enough, has authority.
pub(super) fn find_preparable(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Option<Organization>, Fault> {
    let Some(organization) = organizations::find_organization(tx, slug)? else { return Ok(None) };
    let role = organizations::find_role(tx, person, organization.id)?;
    Ok(role.map(|_| organization))
}

/// Those organizations of `person` for which they can prepare and not sign alone: as a member, or
/// because the organization asks for two persons and there is another one.
pub(super) fn preparable_by(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Organization>, Fault> {
    let mut found = Vec::new();
    for (organization, role) in organizations::memberships_of(tx, person)? {
        if organization.verified_at.is_some()
            && (role == Role::Member || needs_another(tx, person, organization.id)?)
        {
            found.push(organization);
        }
    }
    Ok(found)
}

/// Whether the organization asks for two persons to every signature, and there is another one with
/// authority besides `person`.
pub(super) fn needs_another(
    tx: &mut Tx<'_>,
    person: PersonId,
    organization: OrganizationId,
) -> Result<bool, Fault> {
    Ok(organizations::has_two_steps(tx, organization)?
        && organizations::people_with_authority(tx, organization)?.iter().any(|other| other.id != person))
}

/// Why nothing was prepared.
#[derive(Debug)]
pub(super) enum PrepareError {
    /// The organization's name stands under this letter already.
    AlreadySigned,
    /// The person was shown another text than the one that stands there.
    TextMoved,
    /// The coalition has not confirmed this organization.
    NotAMember,
    /// Nobody else has authority.
    NobodyToApprove,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(PrepareError);

/// Prepares a signature of `organization`, for which `person` acts in whatever role, and mails a
/// link to each other person with authority. An earlier one that still waits is replaced.
///
/// # Errors
/// See [`PrepareError`]; nothing is kept then.
pub(super) fn prepare(
    tx: &mut Tx<'_>,
    person: &Person,
    organization: &Organization,
    letter: &OpenLetter,
    given: &GivenSignature,
    form_opened: Option<Moment>,
    head: &Head<'_>,
) -> Result<(), PrepareError> {
    let (now, id) = (tx.now(), letter.letter().id);
    if find_signature(tx, id, organization.id)?.is_some() {
        return Err(PrepareError::AlreadySigned);
    }
    if given.revision != letter.revision().sha256() {
        return Err(PrepareError::TextMoved);
    }
    if let Some(slug) = &given.group {
        let confirmed = crate::coalitions::confirmed_coalitions_of(tx, organization.id)?;
        if confirmed.iter().all(|(coalition, _)| coalition.slug != *slug) {
            return Err(PrepareError::NotAMember);
        }
    }
    let mut approvers = organizations::people_with_authority(tx, organization.id)?;
    approvers.retain(|other| other.id != person.id);
    if approvers.is_empty() {
        return Err(PrepareError::NobodyToApprove);
    }
    replace_waiting(tx, id, organization.id)?;
    let prepared = PreparedId::new();
    let row = (
        prepared_signatures::id.eq(prepared),
        prepared_signatures::letter_id.eq(id),
        prepared_signatures::organization_id.eq(organization.id),
        prepared_signatures::revision_hash.eq(&given.revision),
        prepared_signatures::group_slug.eq(&given.group),
        prepared_signatures::representative_name.eq(&given.representative_name),
        prepared_signatures::representative_title.eq(&given.representative_title),
        prepared_signatures::show_representative.eq(given.show_representative),
        prepared_signatures::prepared_by.eq(person.id),
        prepared_signatures::prepared_at.eq(now),
        prepared_signatures::form_opened_at.eq(form_opened),
        prepared_signatures::expires_at.eq(now.plus_seconds(KEPT_SECONDS)),
        prepared_signatures::reason.eq(""),
    );
    on!(tx, c => diesel::insert_into(prepared_signatures::table).values(row).execute(c))
        .map_err(Fault::from)?;
    for approver in approvers {
        let token = add_link(tx, prepared, approver.id)?;
        let link = (head.address)(&format!("/approvals/{}", token.as_str()));
        let message =
            mails::asks_to_approve(&approver, person, organization, &head.title, letter.letter(), link);
        mail::enqueue(tx, &message)?;
    }
    if let Some(invitation) = invitations::invitation_of(tx, id, person.id)? {
        invitations::is_preparing(tx, invitation.id, organization.id)?;
    }
    letters::log(tx, id, Some(person.id), Happened::Prepared, &organization.name, "")?;
    Ok(())
}

/// What the mails of this concept need from outside.
pub(super) struct Head<'a> {
    /// The letter's title, with its count in it.
    pub title: String,
    /// The full address of a path.
    pub address: &'a dyn Fn(&str) -> String,
}

fn replace_waiting(tx: &mut Tx<'_>, letter: LetterId, organization: OrganizationId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(prepared_signatures::table
            .filter(prepared_signatures::letter_id.eq(letter))
            .filter(prepared_signatures::organization_id.eq(organization))
            .filter(prepared_signatures::approved_at.is_null().and(prepared_signatures::refused_at.is_null()))
            .filter(prepared_signatures::replaced_at.is_null()))
        .set(prepared_signatures::replaced_at.eq(now))
        .execute(c))?;
    Ok(())
}

fn add_link(tx: &mut Tx<'_>, prepared: PreparedId, person: PersonId) -> Result<Token, Fault> {
    let token = Token::new();
    let row = (
        approval_links::token_hash.eq(token.hash().as_bytes().to_vec()),
        approval_links::prepared_id.eq(prepared),
        approval_links::person_id.eq(person),
        approval_links::created_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(approval_links::table).values(row).execute(c))?;
    Ok(token)
}

/// Everything that the page of an approval link shows, and what its buttons need.
#[derive(Debug, Clone)]
pub(super) struct Approval {
    pub prepared: Prepared,
    pub organization: Organization,
    /// The letter as its readers see it at this moment.
    pub letter: LockedLetter,
    /// Who prepared it.
    pub by: Option<Person>,
    /// Whose link it is.
    pub approver: Person,
    authority: SigningAuthority,
}

impl Approval {
    /// Whether the text that stands there is the one that it was prepared for.
    pub fn is_of_this_text(&self) -> bool {
        self.letter.revision().sha256() == self.prepared.revision_hash
    }
}

/// Why a link opens nothing.
#[derive(Debug)]
pub(super) enum ApprovalError {
    /// Forged, or its person has no authority any more.
    NoSuchLink,
    /// Somebody approved it.
    Approved,
    /// Somebody refused it.
    Refused,
    /// A newer one was prepared, or this one has expired.
    Over,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ApprovalError);

/// What a link of a mail asks to approve. The authority is looked up anew: a link is worth what its
/// person may do now, not what they could when it was sent.
pub(super) fn find_approval(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Approval, ApprovalError> {
    let found: Option<(Prepared, Organization, PersonId)> = on!(tx, c => approval_links::table
        .inner_join(prepared_signatures::table.inner_join(organization_rows::table))
        .filter(approval_links::token_hash.eq(token.as_bytes()))
        .select((Prepared::as_select(), Organization::as_select(), approval_links::person_id))
        .first(c)
        .optional())
    .map_err(Fault::from)?;
    let (prepared, organization, person) = found.ok_or(ApprovalError::NoSuchLink)?;
    if prepared.approved_at.is_some() {
        return Err(ApprovalError::Approved);
    }
    if prepared.refused_at.is_some() {
        return Err(ApprovalError::Refused);
    }
    if prepared.replaced_at.is_some() || prepared.expires_at <= tx.now() {
        return Err(ApprovalError::Over);
    }
    let authorities = organizations::authorities_of(tx, person)?;
    let authority = authorities.into_iter().find(|a| a.organization().id == organization.id);
    let authority = authority.ok_or(ApprovalError::NoSuchLink)?;
    let letter = letters::find_locked(tx, prepared.letter_id)?.ok_or(ApprovalError::NoSuchLink)?;
    let by = match prepared.prepared_by {
        Some(by) => people::find_person(tx, by)?,
        None => None,
    };
    let approver = people::find_person(tx, person)?.ok_or(ApprovalError::NoSuchLink)?;
    Ok(Approval { prepared, organization, letter, by, approver, authority })
}

/// The same, with the letter held until the end of the transaction.
fn hold_approval(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Approval, ApprovalError> {
    let approval = find_approval(tx, token)?;
    letters::hold(tx, approval.prepared.letter_id)?;
    find_approval(tx, token)
}

/// Why nothing was approved.
#[derive(Debug)]
pub(super) enum ApproveError {
    /// See [`ApprovalError`].
    Link(ApprovalError),
    /// The letter can no longer be signed.
    Closed,
    /// See [`SignError`].
    Sign(SignError),
}

impl From<Fault> for ApproveError {
    fn from(fault: Fault) -> Self {
        Self::Sign(SignError::Fault(fault))
    }
}

/// Puts the organization's name under the letter, on the word of the person whose link it is. The
/// deadline's grace counts from when the signature was prepared.
pub(super) fn approve(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Approval, ApproveError> {
    let approval = hold_approval(tx, token).map_err(ApproveError::Link)?;
    let opened = approval.prepared.form_opened_at.unwrap_or(approval.prepared.prepared_at);
    let open = match letters::turn_of(tx, approval.letter.clone(), Some(opened)) {
        Turn::Open(open) => open,
        Turn::Closed(_) => return Err(ApproveError::Closed),
    };
    sign(tx, &approval.authority, &open, &approval.prepared.given()).map_err(ApproveError::Sign)?;
    let now = tx.now();
    on!(tx, c => diesel::update(prepared_signatures::table.find(approval.prepared.id))
        .set((
            prepared_signatures::approved_at.eq(now),
            prepared_signatures::settled_by.eq(approval.approver.id),
        ))
        .execute(c))
    .map_err(Fault::from)?;
    let (letter, name) = (approval.prepared.letter_id, &approval.organization.name);
    letters::log(tx, letter, Some(approval.approver.id), Happened::Approved, name, "")?;
    Ok(approval)
}

/// Refuses what was prepared; whoever prepared it gets a mail with the reason.
pub(super) fn refuse(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    reason: &str,
    head: &Head<'_>,
) -> Result<(), ApprovalError> {
    let approval = hold_approval(tx, token)?;
    let now = tx.now();
    on!(tx, c => diesel::update(prepared_signatures::table.find(approval.prepared.id))
        .set((
            prepared_signatures::refused_at.eq(now),
            prepared_signatures::settled_by.eq(approval.approver.id),
            prepared_signatures::reason.eq(reason),
        ))
        .execute(c))
    .map_err(Fault::from)?;
    let letter = approval.letter.letter();
    // The reason is the organization's own affair: the letter's coordinators do not read it.
    let name = &approval.organization.name;
    letters::log(tx, letter.id, Some(approval.approver.id), Happened::PreparationRefused, name, "")?;
    if let Some(by) = &approval.by {
        let link = (head.address)(&format!("/letters/{}/sign", letter.slug));
        let title = &head.title;
        mail::enqueue(
            tx,
            &mails::was_refused(by, &approval.approver, &approval.organization, title, reason, link),
        )?;
    }
    Ok(())
}

/// A signature that waits, as the signing page says it.
#[derive(Debug, Clone)]
pub(super) struct WaitingSignature {
    pub organization: OrganizationId,
    pub prepared_at: Moment,
}

/// The signatures under this letter that wait for approval, of these organizations.
pub(super) fn waiting_of(
    tx: &mut Tx<'_>,
    letter: LetterId,
    organizations: &[OrganizationId],
) -> Result<Vec<WaitingSignature>, Fault> {
    let now = tx.now();
    let found: Vec<(OrganizationId, Moment)> = on!(tx, c => prepared_signatures::table
        .inner_join(letter_rows::table)
        .filter(letter_rows::id.eq(letter))
        .filter(prepared_signatures::organization_id.eq_any(organizations))
        .filter(prepared_signatures::approved_at.is_null().and(prepared_signatures::refused_at.is_null()))
        .filter(prepared_signatures::replaced_at.is_null().and(prepared_signatures::expires_at.gt(now)))
        .select((prepared_signatures::organization_id, prepared_signatures::prepared_at))
        .load(c))?;
    Ok(found
        .into_iter()
        .map(|(organization, prepared_at)| WaitingSignature { organization, prepared_at })
        .collect())
}
