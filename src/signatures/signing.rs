//! Signing, withdrawing, and signing again.

use diesel::prelude::*;

use super::groups::find_or_add_group;
use crate::coalitions::{self, Coalition};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::SignatureId;
use crate::letters::{EventKind, Grouping, OpenLetter, PublicLetter, record};
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
/// [`SigningAuthority`] is. The letter must have come from [`crate::letters::hold_standing`]. One
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
    let id = SignatureId::new();
    let words = (
        signatures::revision_id.eq(letter.revision().id),
        signatures::group_id.eq(group),
        signatures::representative_name.eq(&given.representative_name),
        signatures::representative_title.eq(&given.representative_title),
        signatures::show_representative.eq(given.show_representative),
        signatures::signed_by.eq(authority.person()),
        signatures::signed_at.eq(now),
    );
    let identity = (
        signatures::id.eq(id),
        signatures::letter_id.eq(letter.letter().id),
        signatures::organization_id.eq(organization),
        signatures::first_signed_at.eq(now),
    );
    let added = on!(tx, c => diesel::insert_into(signatures::table)
        .values((identity, words))
        .on_conflict((signatures::letter_id, signatures::organization_id))
        .do_nothing()
        .execute(c))?;
    let signature = if added == 1 {
        id
    } else {
        // Given again after a withdrawal: the same signature, as of now.
        let again: Option<SignatureId> = on!(tx, c => diesel::update(signatures::table
                .filter(signatures::letter_id.eq(letter.letter().id))
                .filter(signatures::organization_id.eq(organization))
                .filter(signatures::withdrawn_at.is_not_null()))
            .set((words, signatures::withdrawn_at.eq(None::<Moment>), signatures::hand_position.eq(None::<i32>)))
            .returning(signatures::id)
            .get_result(c)
            .optional())?;
        again.ok_or(SignError::AlreadySigned)?
    };
    record(tx, letter.letter().id, EventKind::Signed, Some(signature))?;
    Ok(signature)
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
    letter: &PublicLetter,
) -> Result<SignatureId, WithdrawError> {
    let now = tx.now();
    let withdrawn: Option<SignatureId> = on!(tx, c => diesel::update(signatures::table
            .filter(signatures::letter_id.eq(letter.letter().id))
            .filter(signatures::organization_id.eq(authority.organization().id))
            .filter(signatures::withdrawn_at.is_null()))
        .set(signatures::withdrawn_at.eq(now))
        .returning(signatures::id)
        .get_result(c)
        .optional())?;
    let signature = withdrawn.ok_or(WithdrawError::NotSigned)?;
    record(tx, letter.letter().id, EventKind::Withdrew, Some(signature))?;
    Ok(signature)
}
