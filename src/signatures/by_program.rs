//! Signing and withdrawing by an organization's own program: the same verbs as by the form, said once
//! however often they are asked for.

use diesel::prelude::*;

use super::preparing::{self, Head, PrepareError, needs_another, waits_from};
use super::signing::{self, GivenSignature, SignError, WithdrawError};
use super::standing::{Given, Stands, given_by};
use super::telling::tell_given;
use crate::db::{Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, OrganizationId, RevisionId, Slug};
use crate::invitations;
use crate::letters::{LockedLetter, Turn};
use crate::organizations::SigningAuthority;
use crate::people::Person;
use crate::schema::{revisions, signatures};
use crate::signatures::counting::title_in_mail;

/// How an organization stands to a letter after its program asked to sign.
pub(super) struct Standing {
    pub letter: LockedLetter,
    /// Whether this request did it; else an earlier one had.
    pub anew: bool,
    pub what: What,
}

/// What stands there.
pub(super) enum What {
    /// Its signature: where, since when, and to which revision.
    Signature { stands: Stands, given: Given, revision: Option<(i32, String)> },
    /// What somebody else with authority is to approve.
    Prepared,
}

/// Why nothing was signed.
#[derive(Debug)]
pub(super) enum AskError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// Its time for signing is over.
    Closed,
    /// What the form refuses.
    Sign(SignError),
    /// What the form of two steps refuses.
    Prepare(PrepareError),
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AskError);

/// Puts the organization's name under a letter, or prepares that where it takes two persons. Asked
/// again, it says what stands there and does nothing, also once the letter is closed.
pub(super) fn ask_to_sign(
    tx: &mut Tx<'_>,
    person: &Person,
    authority: &SigningAuthority,
    slug: &Slug,
    given: &GivenSignature,
    address: &dyn Fn(&str) -> String,
) -> Result<Standing, AskError> {
    let turn = invitations::hold_turn(tx, slug, Some(person.id), None)?.ok_or(AskError::NoSuchLetter)?;
    let locked = turn.clone().locked();
    let (letter, organization) = (locked.letter().id, authority.organization());
    if let Some(what) = what_stands(tx, letter, organization.id)? {
        return Ok(Standing { letter: locked, anew: false, what });
    }
    let Turn::Open(open) = turn else { return Err(AskError::Closed) };
    if needs_another(tx, person.id, organization.id)? {
        if waits_from(tx, person.id, letter, organization.id, &given.revision)? {
            return Ok(Standing { letter: locked, anew: false, what: What::Prepared });
        }
        let head = Head { title: title_in_mail(tx, open.letter())?, address };
        preparing::prepare(tx, person, organization, &open, given, None, &head).map_err(AskError::Prepare)?;
        return Ok(Standing { letter: locked, anew: true, what: What::Prepared });
    }
    let signature = signing::sign(tx, authority, &open, given).map_err(AskError::Sign)?;
    tell_given(tx, &locked, signature, person.id, &address)?;
    let what = what_stands(tx, letter, organization.id)?
        .ok_or_else(|| Fault::new("a signature that was just given is not there"))?;
    Ok(Standing { letter: locked, anew: true, what })
}

fn what_stands(
    tx: &mut Tx<'_>,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<Option<What>, Fault> {
    let Some(given) = given_by(tx, letter, organization)? else { return Ok(None) };
    let id: Option<RevisionId> =
        on!(tx, c => signatures::table.find(given.id).select(signatures::revision_id).first(c))?;
    let revision: Option<(i32, Vec<u8>)> = match id {
        Some(id) => on!(tx, c => revisions::table
            .find(id)
            .select((revisions::number, revisions::sha256))
            .first(c)
            .optional())?,
        None => None,
    };
    let revision = revision.map(|(number, sha256)| (number, crate::ids::hex(&sha256)));
    Ok(Some(What::Signature { stands: given.stands(), given, revision }))
}

/// Why nothing was withdrawn.
#[derive(Debug)]
pub(super) enum AskWithdrawError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// The organization has never signed it.
    NeverSigned,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AskWithdrawError);

/// Takes the organization's name from under a letter. Withdrawn already is withdrawn.
pub(super) fn ask_to_withdraw(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    slug: &Slug,
    address: &dyn Fn(&str) -> String,
) -> Result<(), AskWithdrawError> {
    let turn = invitations::hold_turn(tx, slug, Some(authority.person()), None)?;
    let locked = turn.ok_or(AskWithdrawError::NoSuchLetter)?.locked();
    match signing::withdraw(tx, authority, &locked, address) {
        Ok(_) => Ok(()),
        Err(WithdrawError::NotSigned) => {
            let before: i64 = on!(tx, c => signatures::table
                .filter(signatures::letter_id.eq(locked.letter().id))
                .filter(signatures::organization_id.eq(authority.organization().id))
                .filter(signatures::withdrawn_at.is_not_null())
                .count()
                .get_result(c))?;
            if before > 0 { Ok(()) } else { Err(AskWithdrawError::NeverSigned) }
        }
        Err(WithdrawError::Fault(fault)) => Err(fault.into()),
    }
}
