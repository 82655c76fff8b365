//! Signing, withdrawing, and signing again.

use diesel::prelude::*;

use super::groups::find_or_add_group;
use super::reconsents::{answered_by_withdrawing, supersede};
use crate::coalitions::{self, Coalition};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{GroupId, LetterId, OrganizationId, SignatureId};
use crate::invitations;
use crate::letters::{EventKind, Grouping, Happened, LockedLetter, OpenLetter, log, record};
use crate::organizations::SigningAuthority;
use crate::schema::signatures;

/// What the signing form says, in order.
#[derive(Debug, Clone)]
pub struct GivenSignature {
    /// The SHA-256 of the revision that the person was shown, in hex.
    pub revision: String,
    /// The address of the coalition to stand under; none for no heading.
    pub group: Option<String>,
    /// Who signs.
    pub representative_name: String,
    /// As what.
    pub representative_title: String,
    /// Whether the public sees who signed.
    pub show_representative: bool,
}

/// Why nothing was signed.
#[derive(Debug)]
pub enum SignError {
    /// The organization's name stands under this letter already.
    AlreadySigned,
    /// The person was shown another text than the one that stands there now.
    TextMoved,
    /// The coalition has not confirmed this organization (or there is no such coalition).
    NotAMember,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SignError);

/// Puts an organization's name under an open letter.
///
/// Who may: a person with the owner or signatory role in a verified organization, which is what a
/// [`SigningAuthority`] is. The letter must have come from [`crate::invitations::hold_turn`]. One
/// signature per organization and letter, also when fifty requests arrive at once: the table's
/// unique key decides, and the others are told [`SignError::AlreadySigned`].
///
/// # Errors
/// See [`SignError`]; nothing is kept then.
pub fn sign(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &OpenLetter,
    given: &GivenSignature,
) -> Result<SignatureId, SignError> {
    if given.revision != letter.revision().sha256() {
        return Err(SignError::TextMoved);
    }
    let organization = authority.organization().id;
    let group = match chosen_coalition(tx, authority, letter, given)? {
        Some(coalition) => Some(find_or_add_group(tx, letter.letter().id, &coalition)?),
        None => None,
    };
    let now = tx.now();
    let invitation = invitations::invitation_of(tx, letter.letter().id, authority.person())?;
    let words = (
        signatures::revision_id.eq(letter.revision().id),
        signatures::representative_name.eq(&given.representative_name),
        signatures::representative_title.eq(&given.representative_title),
        signatures::show_representative.eq(given.show_representative),
        signatures::signed_by.eq(authority.person()),
        signatures::signed_at.eq(now),
        signatures::confirmed_at.eq(now),
    );
    let listed = invitation.as_ref().and_then(|invitation| invitation.signature_id);
    let confirmed = match listed {
        Some(listed) => confirm_listed(tx, letter, organization, listed, group)?,
        None => None,
    };
    let signature = match confirmed {
        Some(listed) => {
            on!(tx, c => diesel::update(signatures::table.find(listed)).set(words).execute(c))?;
            listed
        }
        None => {
            let id = SignatureId::new();
            let identity = (
                signatures::id.eq(id),
                signatures::letter_id.eq(letter.letter().id),
                signatures::organization_id.eq(organization),
                signatures::group_id.eq(group),
                signatures::first_signed_at.eq(now),
            );
            let added = on!(tx, c => diesel::insert_into(signatures::table)
                .values((identity, words))
                .on_conflict((signatures::letter_id, signatures::organization_id))
                .do_nothing()
                .execute(c))?;
            if added == 1 {
                id
            } else {
                // Given again after a withdrawal: the same signature, as of now.
                let anew = (
                    signatures::group_id.eq(group),
                    signatures::withdrawn_at.eq(None::<Moment>),
                    signatures::hand_position.eq(None::<i32>),
                    signatures::delivered_position.eq(None::<i32>),
                    signatures::delivered_number.eq(None::<i32>),
                );
                let again: Option<SignatureId> = on!(tx, c => diesel::update(signatures::table
                        .filter(signatures::letter_id.eq(letter.letter().id))
                        .filter(signatures::organization_id.eq(organization))
                        .filter(signatures::withdrawn_at.is_not_null()))
                    .set((words, anew))
                    .returning(signatures::id)
                    .get_result(c)
                    .optional())?;
                let again = again.ok_or(SignError::AlreadySigned)?;
                supersede(tx, again)?; // what it was asked before its withdrawal is settled by this
                again
            }
        }
    };
    if let Some(invitation) = invitation {
        invitations::has_signed(tx, invitation.id, authority)?;
    }
    let happened = if confirmed.is_some() { Happened::ListedConfirmed } else { Happened::Signed };
    let name = &authority.organization().name;
    log(tx, letter.letter().id, Some(authority.person()), happened, name, "")?;
    record(tx, letter.letter().id, EventKind::Signed, Some(signature))?;
    Ok(signature)
}

/// Makes a listed signatory the organization's own signature, if it still waits for that and the
/// organization has no other under this letter. It keeps its place on the list, unless the
/// organization chose another heading.
fn confirm_listed(
    tx: &mut Tx<'_>,
    letter: &OpenLetter,
    organization: OrganizationId,
    listed: SignatureId,
    group: Option<GroupId>,
) -> Result<Option<SignatureId>, Fault> {
    let others: i64 = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter.letter().id))
        .filter(signatures::organization_id.eq(organization))
        .count()
        .get_result(c))?;
    if others > 0 {
        return Ok(None);
    }
    let waiting = signatures::table
        .find(listed)
        .filter(signatures::letter_id.eq(letter.letter().id))
        .filter(signatures::confirmed_at.is_null())
        .filter(signatures::withdrawn_at.is_null());
    let taken = on!(tx, c => diesel::update(waiting)
        .set(signatures::organization_id.eq(organization))
        .execute(c))?;
    if taken == 1 && group.is_some() {
        on!(tx, c => diesel::update(signatures::table.find(listed))
            .set(signatures::group_id.eq(group))
            .execute(c))?;
    }
    Ok((taken == 1).then_some(listed))
}

fn chosen_coalition(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &OpenLetter,
    given: &GivenSignature,
) -> Result<Option<Coalition>, SignError> {
    let Some(slug) = &given.group else { return Ok(None) };
    if letter.letter().grouping != Grouping::Coalition {
        return Ok(None); // the list has no such headings; nothing is asked and nothing is kept
    }
    let confirmed = coalitions::confirmed_coalitions_of(tx, authority.organization().id)?;
    let coalition = confirmed.into_iter().map(|(coalition, _)| coalition).find(|c| c.slug == *slug);
    coalition.map(Some).ok_or(SignError::NotAMember)
}

/// Why nothing was withdrawn.
#[derive(Debug)]
pub enum WithdrawError {
    /// The organization's name does not stand under this letter.
    NotSigned,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(WithdrawError);

/// Takes an organization's name from under a letter, open or closed: nobody is held to a text.
///
/// # Errors
/// See [`WithdrawError`].
pub(super) fn withdraw(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &LockedLetter,
) -> Result<SignatureId, WithdrawError> {
    let standing = super::model::find_signature(tx, letter.letter().id, authority.organization().id)?;
    let signature = standing.ok_or(WithdrawError::NotSigned)?;
    answered_by_withdrawing(tx, signature, authority.person())?;
    if !take_off(tx, letter.letter().id, signature)? {
        return Err(WithdrawError::NotSigned);
    }
    let name = &authority.organization().name;
    log(tx, letter.letter().id, Some(authority.person()), Happened::Withdrew, name, "")?;
    Ok(signature)
}

/// Takes a signature off the list, and tells those who show the letter; whether it stood there.
pub(super) fn take_off(tx: &mut Tx<'_>, letter: LetterId, signature: SignatureId) -> Result<bool, Fault> {
    let now = tx.now();
    let taken = on!(tx, c => diesel::update(signatures::table
            .find(signature)
            .filter(signatures::withdrawn_at.is_null()))
        .set(signatures::withdrawn_at.eq(now))
        .execute(c))?;
    if taken == 1 {
        record(tx, letter, EventKind::Withdrew, Some(signature))?;
    }
    Ok(taken == 1)
}
