//! Two steps: somebody prepares a signature, somebody else with authority approves it from a mail (see
//! [`super::approving`]). Keeping a signature under a text that says something else is the same: it is
//! prepared, and approved by another.

use diesel::prelude::*;

use super::confirming::waiting_line;
use super::declaring::{Giving, declare};
use super::mails::preparing as mails;
use super::signed_letters::find_signature;
use super::signing::GivenSignature;
use super::withholding::{is_withheld, log_of};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, OrganizationId, PersonId, PreparedId, SignatureId, Slug, Token};
use crate::invitations;
use crate::letters::{self, Grouping, Happened, LockedLetter, OpenLetter, UNNAMED};
use crate::mail;
use crate::organizations::{self, Organization, Role};
use crate::people::Person;
use crate::schema::{approval_links, letters as letter_rows, prepared_signatures, signatures};

/// Longer than a letter usually waits for its signatures.
const KEPT_SECONDS: i64 = 30 * 86_400;

/// A signature that waits for somebody with authority.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = prepared_signatures)]
pub(super) struct Prepared {
    pub id: PreparedId,
    pub letter_id: LetterId,
    pub revision_hash: String,
    pub group_slug: Option<String>,
    pub representative_name: String,
    pub representative_title: String,
    pub show_representative: bool,
    pub withheld: bool,
    pub prepared_by: Option<PersonId>,
    pub prepared_at: Moment,
    pub form_opened_at: Option<Moment>,
    pub expires_at: Moment,
    pub approved_at: Option<Moment>,
    pub refused_at: Option<Moment>,
    pub replaced_at: Option<Moment>,
}

impl Prepared {
    pub fn given(&self) -> GivenSignature {
        GivenSignature {
            revision: self.revision_hash.clone(),
            group: self.group_slug.clone(),
            representative_name: self.representative_name.clone(),
            representative_title: self.representative_title.clone(),
            show_representative: self.show_representative,
            withheld: self.withheld,
            confirms_listed: None, // what was meant stands with the invitation, see `prepare`
        }
    }
}

/// The organization at `slug`, if `person` acts for it in whatever role, and so can prepare its
/// signature; whether somebody is there to approve it is [`prepare`]'s to see.
pub(super) fn find_preparable(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Option<Organization>, Fault> {
    let Some(organization) = organizations::find_organization(tx, slug)? else { return Ok(None) };
    let role = organizations::find_role(tx, person, organization.id)?;
    Ok(role.filter(|_| organization.verified_at.is_some()).map(|_| organization))
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
    let id = letter.letter().id;
    if find_signature(tx, id, organization.id)?.is_some() {
        return Err(PrepareError::AlreadySigned);
    }
    if given.revision != letter.revision().sha256() {
        return Err(PrepareError::TextMoved);
    }
    // Where the list has no such headings nothing is asked and nothing is kept, as in signing.
    if let Some(slug) = given.group.as_ref().filter(|_| letter.letter().grouping == Grouping::Coalition) {
        let confirmed = crate::coalitions::confirmed_coalitions_of(tx, organization.id)?;
        if confirmed.iter().all(|(coalition, _)| coalition.slug != *slug) {
            return Err(PrepareError::NotAMember);
        }
    }
    let approvers = approvers_besides(tx, person.id, organization.id)?;
    let line = waiting_line(tx, id, person.id, organization)?;
    let confirms = line.as_ref().is_none_or(|line| line.is_meant(given.confirms_listed));
    let what = Preparing { organization, letter: letter.locked(), given, form_opened, keeps: false };
    store(tx, person, &what, approvers, head)?;
    // Who approves finds the listed line by this; the invitation of another's line stays another's.
    if let Some(invitation) = invitations::invitation_of(tx, id, person.id)?
        && (confirms || invitation.signature_id.is_none())
    {
        invitations::is_preparing(tx, invitation.id, organization.id)?;
    }
    Ok(())
}

/// What is prepared, and for whom.
struct Preparing<'a> {
    organization: &'a Organization,
    letter: &'a LockedLetter,
    given: &'a GivenSignature,
    form_opened: Option<Moment>,
    /// Whether it is to keep a signature that stands.
    keeps: bool,
}

fn approvers_besides(
    tx: &mut Tx<'_>,
    person: PersonId,
    organization: OrganizationId,
) -> Result<Vec<Person>, PrepareError> {
    let mut approvers = organizations::people_with_authority(tx, organization)?;
    approvers.retain(|other| other.id != person);
    if approvers.is_empty() { Err(PrepareError::NobodyToApprove) } else { Ok(approvers) }
}

/// Prepares that a signature is kept under the text that stands there; the others with authority get
/// the mail to approve it. What is shown of the signature stays as it is. The letter must be held.
pub(super) fn prepare_keeping(
    tx: &mut Tx<'_>,
    person: &Person,
    organization: &Organization,
    letter: &LockedLetter,
    signature: SignatureId,
    head: &Head<'_>,
) -> Result<(), PrepareError> {
    let (representative_name, representative_title, show_representative) = on!(tx, c => signatures::table
        .find(signature)
        .select((
            signatures::representative_name,
            signatures::representative_title,
            signatures::show_representative,
        ))
        .first(c))
    .map_err(Fault::from)?;
    let given = GivenSignature {
        revision: letter.revision().sha256(),
        group: None,
        representative_name,
        representative_title,
        show_representative,
        withheld: is_withheld(tx, letter.letter().id, organization.id)?,
        confirms_listed: None,
    };
    let approvers = approvers_besides(tx, person.id, organization.id)?;
    let what = Preparing { organization, letter, given: &given, form_opened: None, keeps: true };
    store(tx, person, &what, approvers, head)
}

fn store(
    tx: &mut Tx<'_>,
    person: &Person,
    what: &Preparing<'_>,
    approvers: Vec<Person>,
    head: &Head<'_>,
) -> Result<(), PrepareError> {
    let (now, id) = (tx.now(), what.letter.letter().id);
    let (organization, given) = (what.organization, what.given);
    replace_waiting(tx, id, organization.id)?;
    let prepared = PreparedId::new();
    let row = (
        prepared_signatures::id.eq(prepared),
        prepared_signatures::letter_id.eq(id),
        prepared_signatures::organization_id.eq(organization.id),
        prepared_signatures::revision_hash.eq(&given.revision),
        prepared_signatures::group_slug.eq(&given.group),
        prepared_signatures::representative_name.eq(sealed(&given.representative_name)),
        prepared_signatures::representative_title.eq(sealed(&given.representative_title)),
        prepared_signatures::show_representative.eq(given.show_representative),
        prepared_signatures::withheld.eq(given.withheld),
        prepared_signatures::prepared_by.eq(person.id),
        prepared_signatures::prepared_at.eq(now),
        prepared_signatures::form_opened_at.eq(what.form_opened),
        prepared_signatures::expires_at.eq(now.plus_seconds(KEPT_SECONDS)),
        prepared_signatures::reason.eq(sealed("")),
    );
    on!(tx, c => diesel::insert_into(prepared_signatures::table).values(row).execute(c))
        .map_err(Fault::from)?;
    let revision = what.letter.revision().id; // the one that was shown: both callers have seen to it
    declare(tx, Giving::Prepared, person.id, organization, revision, (None, Some(prepared)))?;
    for approver in approvers {
        let token = add_link(tx, prepared, approver.id)?;
        let link = (head.address)(&format!("/approvals/{}", token.as_str()));
        let about = mails::Prepared {
            by: person,
            organization,
            title: &head.title,
            keeps: what.keeps,
            withheld: given.withheld,
        };
        mail::enqueue(tx, &mails::asks_to_approve(&approver, &about, what.letter.letter(), link))?;
    }
    if given.withheld {
        letters::log(tx, id, None, Happened::Prepared, UNNAMED, "")?;
    } else {
        log_of(tx, id, Some(person.id), Happened::Prepared, organization, "")?;
    }
    Ok(())
}

/// What the mails of this concept need from outside.
pub(super) struct Head<'a> {
    /// The letter's title, with its count in it.
    pub title: String,
    /// The full address of a path.
    pub address: &'a dyn Fn(&str) -> String,
}

/// What waits for approval is over: a newer one is prepared, or the organization withdrew.
pub(super) fn replace_waiting(
    tx: &mut Tx<'_>,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<(), Fault> {
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

/// Whether what `person` prepared for exactly this text waits still: pressing twice is pressing once,
/// and one mail.
pub(super) fn waits_from(
    tx: &mut Tx<'_>,
    person: PersonId,
    letter: LetterId,
    organization: OrganizationId,
    revision: &str,
) -> Result<bool, Fault> {
    let now = tx.now();
    let waiting: i64 = on!(tx, c => prepared_signatures::table
        .filter(prepared_signatures::letter_id.eq(letter))
        .filter(prepared_signatures::organization_id.eq(organization))
        .filter(prepared_signatures::prepared_by.eq(person))
        .filter(prepared_signatures::revision_hash.eq(revision))
        .filter(prepared_signatures::approved_at.is_null().and(prepared_signatures::refused_at.is_null()))
        .filter(prepared_signatures::replaced_at.is_null().and(prepared_signatures::expires_at.gt(now)))
        .count()
        .get_result(c))?;
    Ok(waiting > 0)
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
