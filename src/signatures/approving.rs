//! The second of two steps: somebody with authority approves from a mail what another has prepared, or
//! refuses it. What is approved is exactly what was prepared, under exactly the text that was shown
//! then; and nobody approves what they have prepared themselves.

use diesel::prelude::*;

use super::declaring;
use super::mails::preparing as mails;
use super::preparing::{Head, Prepared};
use super::reconsents::{self, Case};
use super::signing::{SignError, sign_by_two};
use super::telling::tell_given;
use super::withholding::log_of;
use crate::coalitions;
use crate::db::{Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, PersonId, TokenHash};
use crate::letters::{self, Happened, LockedLetter, Turn, UNNAMED};
use crate::mail;
use crate::organizations::{self, Organization, Role, SigningAuthority};
use crate::people::{self, Person};
use crate::schema::{approval_links, organizations as organization_rows, prepared_signatures};

/// Two persons: one who prepared a signature, and another with authority who approves it. There is
/// no way to have them but to have passed [`TwoPersons::of`].
#[derive(Debug, Clone)]
pub(super) struct TwoPersons {
    second: SigningAuthority,
}

impl TwoPersons {
    fn of(prepared: &Prepared, second: SigningAuthority) -> Result<Self, ApprovalError> {
        if prepared.prepared_by == Some(second.person()) {
            return Err(ApprovalError::OwnPreparation);
        }
        Ok(Self { second })
    }

    /// Who approves, and in whose name the signature is given.
    pub(super) fn second(&self) -> &SigningAuthority {
        &self.second
    }
}

/// Everything that the page of an approval link shows, and what its buttons need.
pub(super) struct Approval {
    pub prepared: Prepared,
    pub organization: Organization,
    /// The signature that stands already, if this is to keep it under a text that says something else.
    pub keeps: Option<Case>,
    /// The coalition it is to stand under, by its name.
    pub coalition: Option<String>,
    /// The letter as its readers see it at this moment.
    pub letter: LockedLetter,
    /// Who prepared it.
    pub by: Option<Person>,
    /// Whose link it is.
    pub approver: Person,
    two: TwoPersons,
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
    /// Its person has prepared it: somebody else approves.
    OwnPreparation,
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
    let two = TwoPersons::of(&prepared, authority.ok_or(ApprovalError::NoSuchLink)?)?;
    let letter = letters::find_locked(tx, prepared.letter_id)?.ok_or(ApprovalError::NoSuchLink)?;
    let by = match prepared.prepared_by {
        Some(by) => people::find_person(tx, by)?,
        None => None,
    };
    let approver = people::find_person(tx, person)?.ok_or(ApprovalError::NoSuchLink)?;
    let keeps = reconsents::find_case_of(tx, &two.second, letter.letter())?;
    let coalition = match prepared.group_slug.as_deref().map(str::parse) {
        Some(Ok(slug)) => coalitions::find_coalition(tx, &slug)?.map(|coalition| coalition.name),
        Some(Err(())) | None => None,
    };
    Ok(Approval { prepared, organization, coalition, keeps, letter, by, approver, two })
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
    /// The letter can no longer be signed, or the signature no longer kept.
    Closed,
    /// See [`SignError`].
    Sign(SignError),
}

impl From<Fault> for ApproveError {
    fn from(fault: Fault) -> Self {
        Self::Sign(SignError::Fault(fault))
    }
}

/// Puts the organization's name under the letter, or keeps it there, on the word of the person whose
/// link it is. The deadline's grace counts from when the signature was prepared. Whoever prepared it
/// gets a mail.
pub(super) fn approve(tx: &mut Tx<'_>, token: &TokenHash, head: &Head<'_>) -> Result<Approval, ApproveError> {
    let approval = hold_approval(tx, token).map_err(ApproveError::Link)?;
    match &approval.keeps {
        Some(case) => {
            keep(tx, &approval, case, head.address)?;
            declaring::prepared_is_given(tx, approval.prepared.id, case.signature())?;
        }
        None => {
            let opened = approval.prepared.form_opened_at.unwrap_or(approval.prepared.prepared_at);
            let open = match letters::turn_of(tx, approval.letter.clone(), Some(opened)) {
                Turn::Open(open) => open,
                Turn::Closed(_) => return Err(ApproveError::Closed),
            };
            let given = approval.prepared.given();
            let signature = sign_by_two(tx, &approval.two, &open, &given).map_err(ApproveError::Sign)?;
            declaring::prepared_is_given(tx, approval.prepared.id, signature)?;
            tell_given(tx, &approval.letter, signature, approval.approver.id, head.address)?;
        }
    }
    let now = tx.now();
    on!(tx, c => diesel::update(prepared_signatures::table.find(approval.prepared.id))
        .set((
            prepared_signatures::approved_at.eq(now),
            prepared_signatures::settled_by.eq(approval.approver.id),
        ))
        .execute(c))
    .map_err(Fault::from)?;
    let (letter, organization) = (approval.prepared.letter_id, &approval.organization);
    if approval.prepared.withheld {
        letters::log(tx, letter, None, Happened::Approved, UNNAMED, "")?;
    } else {
        log_of(tx, letter, Some(approval.approver.id), Happened::Approved, organization, "")?;
    }
    // The owners get a mail about every signature that is given or kept.
    let by = match &approval.by {
        Some(by) if !owns(tx, by.id, organization.id)? => Some(by),
        _ => None,
    };
    if let Some(by) = by {
        let link = (head.address)(&format!("/letters/{}/sign", approval.letter.letter().slug));
        let about = mails::Prepared {
            by,
            organization,
            title: &head.title,
            keeps: approval.keeps.is_some(),
            withheld: approval.prepared.withheld,
        };
        mail::enqueue(tx, &mails::was_approved(&approval.approver, &about, link))?;
    }
    Ok(approval)
}

fn owns(tx: &mut Tx<'_>, person: PersonId, organization: OrganizationId) -> Result<bool, Fault> {
    Ok(organizations::find_role(tx, person, organization)? == Some(Role::Owner))
}

fn keep(
    tx: &mut Tx<'_>,
    approval: &Approval,
    case: &Case,
    address: &dyn Fn(&str) -> String,
) -> Result<(), ApproveError> {
    if !approval.is_of_this_text() {
        return Err(ApproveError::Sign(SignError::TextMoved));
    }
    if !case.can_keep(tx) {
        return Err(ApproveError::Closed);
    }
    Ok(reconsents::keep(tx, case, address)?)
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
            prepared_signatures::reason.eq(sealed(reason)),
        ))
        .execute(c))
    .map_err(Fault::from)?;
    let letter = approval.letter.letter();
    // The reason is the organization's own affair: the letter's coordinators do not read it.
    if approval.prepared.withheld {
        letters::log(tx, letter.id, None, Happened::PreparationRefused, UNNAMED, "")?;
    } else {
        let (by, organization) = (Some(approval.approver.id), &approval.organization);
        log_of(tx, letter.id, by, Happened::PreparationRefused, organization, "")?;
    }
    if let Some(by) = &approval.by {
        let link = (head.address)(&format!("/letters/{}/sign", letter.slug));
        let organization = &approval.organization;
        let about = mails::Prepared {
            by,
            organization,
            title: &head.title,
            keeps: approval.keeps.is_some(),
            withheld: approval.prepared.withheld,
        };
        mail::enqueue(tx, &mails::was_refused(&approval.approver, &about, reason, link))?;
    }
    Ok(())
}
