//! Signing, withdrawing, and signing again.

use diesel::prelude::*;

use super::approving::TwoPersons;
use super::cases;
use super::confirming::{WaitingLine, confirm_listed, waiting_line};
use super::declaring::{Giving, declare};
use super::groups::find_or_add_group;
use super::mails;
use super::preparing::{needs_another, replace_waiting};
use super::queue;
use super::reconsents::{answered_by_withdrawing, supersede};
use super::standing::{Given, find_given, given_by};
use super::withholding::{apply_wish, log_as, log_of, record_of};
use crate::coalitions::{self, Coalition};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, PersonId, SignatureId};
use crate::invitations;
use crate::letters::{EventKind, Grouping, Happened, Letter, LockedLetter, OpenLetter, record};
use crate::organizations::{self, Organization, SigningAuthority};
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
    /// Whether the organization is to be counted and not named.
    pub withheld: bool,
    /// Whether the listed signatory that the person was asked to confirm is their organization; if
    /// nobody says, its name and its address decide.
    pub confirms_listed: Option<bool>,
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
    /// The organization wants two persons to every signature, and this is one.
    NeedsAnother,
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
/// Where the organization wants two persons to every signature this refuses, whichever way the
/// person came (a form, an invitation, a listed line to confirm): the only other way to put a name
/// here is `sign_by_two`.
///
/// # Errors
/// See [`SignError`]; nothing is kept then.
pub fn sign(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &OpenLetter,
    given: &GivenSignature,
) -> Result<SignatureId, SignError> {
    if needs_another(tx, authority.person(), authority.organization().id)? {
        return Err(SignError::NeedsAnother);
    }
    put_name(tx, authority, letter, given, Giving::Signed)
}

/// The same for what one person prepared and another approved.
///
/// # Errors
/// See [`SignError`], but for [`SignError::NeedsAnother`].
pub(super) fn sign_by_two(
    tx: &mut Tx<'_>,
    two: &TwoPersons,
    letter: &OpenLetter,
    given: &GivenSignature,
) -> Result<SignatureId, SignError> {
    put_name(tx, two.second(), letter, given, Giving::Approved)
}

fn put_name(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &OpenLetter,
    given: &GivenSignature,
    giving: Giving,
) -> Result<SignatureId, SignError> {
    if given.revision != letter.revision().sha256() {
        return Err(SignError::TextMoved);
    }
    let (id, organization) = (letter.letter().id, authority.organization());
    // Before a row names the organization: whoever protects it at the same moment has to change its address, which
    // waits for such rows.
    organizations::hold_protection(tx, organization.id)?;
    let group = match chosen_coalition(tx, authority, letter, given)? {
        Some(coalition) => Some(find_or_add_group(tx, id, &coalition)?),
        None => None,
    };
    let now = tx.now();
    let words = (
        signatures::revision_id.eq(letter.revision().id),
        signatures::representative_name.eq(sealed(&given.representative_name)),
        signatures::representative_title.eq(sealed(&given.representative_title)),
        signatures::show_representative.eq(given.show_representative && !given.withheld),
        signatures::signed_by.eq(authority.person()),
        signatures::signed_at.eq(now),
        signatures::confirmed_at.eq(now),
    );
    let line = waiting_line(tx, id, authority.person(), organization)?;
    let confirmed = match line.as_ref().filter(|line| line.is_meant(given.confirms_listed)) {
        Some(line) if confirm_listed(tx, line, organization.id, group)? => Some(line),
        _ => None,
    };
    let signature = match confirmed {
        Some(line) => {
            on!(tx, c => diesel::update(signatures::table.find(line.signature)).set(words.clone()).execute(c))?;
            line.signature
        }
        None => {
            let new = SignatureId::new();
            let identity = (
                signatures::id.eq(new),
                signatures::letter_id.eq(id),
                signatures::organization_id.eq(organization.id),
                signatures::group_id.eq(group),
                signatures::first_signed_at.eq(now),
            );
            let added = on!(tx, c => diesel::insert_into(signatures::table)
                .values((identity, words.clone()))
                .on_conflict((signatures::letter_id, signatures::organization_id))
                .do_nothing()
                .execute(c))?;
            if added == 1 {
                new
            } else {
                // Given again after a withdrawal: the same signature, as of now.
                let anew = (
                    signatures::group_id.eq(group),
                    signatures::withdrawn_at.eq(None::<Moment>),
                    signatures::suspended_at.eq(None::<Moment>),
                    signatures::hand_position.eq(None::<i32>),
                    // The number it was delivered with stays written: nobody else is ever given it.
                    signatures::delivered_position.eq(None::<i32>),
                );
                let again: Option<SignatureId> = on!(tx, c => diesel::update(signatures::table
                        .filter(signatures::letter_id.eq(id))
                        .filter(signatures::organization_id.eq(organization.id))
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
    answer_invitation(tx, id, authority, line.as_ref(), confirmed)?;
    declare(tx, giving, authority.person(), organization, letter.revision().id, (Some(signature), None))?;
    let withheld = apply_wish(tx, id, signature, organization, given.withheld)?;
    // Whom the coordinators asked at their own address they have looked at.
    let was_asked = confirmed.is_some_and(|line| line.was_sent_to_them);
    let waits = queue::why_it_waits(tx, letter.letter(), organization, signature, authority.person())?;
    let waits = waits.filter(|_| !was_asked);
    let happened = match (waits, confirmed) {
        (Some(_), _) => Happened::Queued,
        (None, Some(_)) => Happened::ListedConfirmed,
        (None, None) => Happened::Signed,
    };
    log_as(tx, id, Some(authority.person()), happened, (organization, withheld), "")?;
    match waits {
        Some(why) => {
            queue::enter(tx, id, signature, why)?;
            if confirmed.is_some() {
                record(tx, id, EventKind::Relisted, None)?; // the listed line is gone until it is decided
            }
        }
        None => {
            record(tx, id, EventKind::Signed, (!withheld).then_some(signature))?;
            if withheld && confirmed.is_some() {
                record(tx, id, EventKind::Relisted, None)?; // the line stood there with its name
            }
        }
    }
    Ok(signature)
}

/// The invitation that led here is answered. One that asks another organization to confirm its line
/// is not: whoever signed had only been passed its link.
fn answer_invitation(
    tx: &mut Tx<'_>,
    letter: LetterId,
    authority: &SigningAuthority,
    line: Option<&WaitingLine>,
    confirmed: Option<&WaitingLine>,
) -> Result<(), Fault> {
    let invitation = match confirmed {
        Some(line) => Some(line.invitation),
        None => invitations::invitation_of(tx, letter, authority.person())?.map(|invitation| invitation.id),
    };
    let anothers = line.filter(|line| confirmed.is_none() && !line.was_sent_to_them);
    match invitation.filter(|id| anothers.is_none_or(|line| line.invitation != *id)) {
        Some(id) => invitations::has_signed(tx, id, authority),
        None => Ok(()),
    }
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

/// Takes an organization's name from under a letter, open or closed: nobody is held to a text. The
/// owners get a mail, and after a delivery the coordinators, who can tell those that got the letter.
///
/// # Errors
/// See [`WithdrawError`].
pub(super) fn withdraw(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &LockedLetter,
    address: &dyn Fn(&str) -> String,
) -> Result<SignatureId, WithdrawError> {
    let (letter, organization) = (letter.letter(), authority.organization());
    let given = given_by(tx, letter.id, organization.id)?.ok_or(WithdrawError::NotSigned)?;
    answered_by_withdrawing(tx, given.id, authority.person())?;
    leave(tx, letter, organization, &given, authority.person(), Happened::Withdrew, address)?;
    Ok(given.id)
}

/// What every withdrawal does, wherever the button was. The letter must be held.
pub(super) fn leave(
    tx: &mut Tx<'_>,
    letter: &Letter,
    organization: &Organization,
    given: &Given,
    by: PersonId,
    happened: Happened,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    replace_waiting(tx, letter.id, organization.id)?;
    if !take_off(tx, letter.id, given.id)? {
        return Ok(());
    }
    log_of(tx, letter.id, Some(by), happened, organization, "")?;
    mails::tell_owners_of_withdrawal(tx, letter, given, organization, address)?;
    if letter.delivered_at.is_some() && given.delivered_position.is_some() {
        mails::authority::tell_left_after_delivery(tx, letter, given, organization, address)?;
    }
    Ok(())
}

/// Takes a signature off the list, and tells those who show the letter, if it ever stood before their
/// eyes; whether it was given. What was to be decided about it is over.
pub(super) fn take_off(tx: &mut Tx<'_>, letter: LetterId, signature: SignatureId) -> Result<bool, Fault> {
    let now = tx.now();
    let before = find_given(tx, signature)?;
    let taken = on!(tx, c => diesel::update(signatures::table
            .find(signature)
            .filter(signatures::withdrawn_at.is_null()))
        .set((
            signatures::withdrawn_at.eq(now),
            signatures::suspended_at.eq(None::<Moment>),
            signatures::awaiting_since.eq(None::<Moment>),
        ))
        .execute(c))?;
    if taken == 0 {
        return Ok(false);
    }
    cases::end_by_withdrawal(tx, signature)?;
    queue::end_by_withdrawal(tx, signature)?;
    // A listed signatory has no organization yet; it stood there.
    if before.is_none_or(|(given, _, letter)| given.was_seen(&letter)) {
        record_of(tx, letter, EventKind::Withdrew, signature)?;
    }
    Ok(true)
}
