//! The links in the mail after a signature: one to see and withdraw it, one to say that it was not
//! authorised. Each is one person's, for one signature and one purpose: presented for another it opens
//! nothing. What its person may do is looked up anew: a link is worth what they may do now.

use diesel::prelude::*;

use super::standing::{Given, find_given};
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, PersonId, SignatureId, Slug, Token, TokenHash};
use crate::letters::{Letter, Standing};
use crate::organizations::{self, Organization, Role};
use crate::people::{self, Person};
use crate::schema::{letters, organizations as organization_rows, signature_links, signatures};

text_enum! {
    /// What a link is for.
    Purpose {
        /// To see and withdraw the signature; it works as often as its person likes.
        Withdrawal = "withdrawal",
        /// To say that the signature was not authorised; it works once.
        Objection = "objection",
    }
}

/// An owner who is away reads their mail within the month; later they sign in and say it there.
const OBJECTION_SECONDS: i64 = 30 * 86_400;

/// Whoever changes their mind after a letter closed does so soon; later they sign in.
const AFTER_CLOSING_SECONDS: i64 = 30 * 86_400;

/// Makes a link for a person.
pub(super) fn add_link(
    tx: &mut Tx<'_>,
    signature: SignatureId,
    person: PersonId,
    purpose: Purpose,
) -> Result<Token, Fault> {
    let (token, now) = (Token::new(), tx.now());
    let expires_at = match purpose {
        Purpose::Withdrawal => None, // with the letter, see `is_over`
        Purpose::Objection => Some(now.plus_seconds(OBJECTION_SECONDS)),
    };
    let row = (
        signature_links::token_hash.eq(token.hash().as_bytes().to_vec()),
        signature_links::signature_id.eq(signature),
        signature_links::person_id.eq(person),
        signature_links::purpose.eq(purpose),
        signature_links::created_at.eq(now),
        signature_links::expires_at.eq(expires_at),
    );
    on!(tx, c => diesel::insert_into(signature_links::table).values(row).execute(c))?;
    Ok(token)
}

/// How somebody comes to a signature of their organization.
#[derive(Debug, Clone)]
pub(super) enum Way {
    /// By the link in a mail.
    Link(TokenHash),
    /// Signed in.
    SignedIn { person: PersonId, letter: Slug, organization: Slug },
}

/// A signature in the hands of one of its organization's people.
#[derive(Debug, Clone)]
pub(super) struct InHand {
    pub given: Given,
    pub organization: Organization,
    pub letter: Letter,
    pub person: Person,
}

/// Why a way leads to nothing.
#[derive(Debug)]
pub(super) enum WayError {
    /// Forged or cut off, for another purpose, or its person may not do this (any more).
    LeadsNowhere,
    /// It was used.
    Used,
    /// Its time is over, or the signature was given anew since.
    Over,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(WayError);

#[derive(Queryable)]
struct Link {
    signature: SignatureId,
    person: PersonId,
    created_at: Moment,
    expires_at: Option<Moment>,
    used_at: Option<Moment>,
}

/// What a way leads to, for this purpose: withdrawing takes somebody who may sign, objecting an owner.
pub(super) fn find_in_hand(tx: &mut Tx<'_>, way: &Way, purpose: Purpose) -> Result<InHand, WayError> {
    let (signature, person, link) = match way {
        Way::Link(hash) => {
            let link = find_link(tx, hash, purpose)?.ok_or(WayError::LeadsNowhere)?;
            (link.signature, link.person, Some(link))
        }
        Way::SignedIn { person, letter, organization } => {
            let found: Option<SignatureId> = on!(tx, c => signatures::table
                .inner_join(letters::table)
                .inner_join(organization_rows::table)
                .filter(letters::slug.eq(letter.as_str()))
                .filter(organization_rows::slug.eq(sealed(organization.as_str())))
                .filter(signatures::confirmed_at.is_not_null())
                .select(signatures::id)
                .first(c)
                .optional())?;
            (found.ok_or(WayError::LeadsNowhere)?, *person, None)
        }
    };
    let (given, organization, letter) = find_given(tx, signature)?.ok_or(WayError::LeadsNowhere)?;
    if !may(tx, person, organization.id, purpose)? {
        return Err(WayError::LeadsNowhere);
    }
    if let Some(link) = link {
        is_good(tx, &link, purpose, &given, &letter)?;
    }
    let person = people::find_person(tx, person)?.ok_or(WayError::LeadsNowhere)?;
    Ok(InHand { given, organization, letter, person })
}

fn find_link(tx: &mut Tx<'_>, hash: &TokenHash, purpose: Purpose) -> Result<Option<Link>, Fault> {
    Ok(on!(tx, c => signature_links::table
        .find(hash.as_bytes())
        .filter(signature_links::purpose.eq(purpose))
        .select((
            signature_links::signature_id,
            signature_links::person_id,
            signature_links::created_at,
            signature_links::expires_at,
            signature_links::used_at,
        ))
        .first(c)
        .optional())?)
}

fn may(
    tx: &mut Tx<'_>,
    person: PersonId,
    organization: OrganizationId,
    purpose: Purpose,
) -> Result<bool, Fault> {
    let role = organizations::find_role(tx, person, organization)?;
    Ok(match purpose {
        Purpose::Withdrawal => role.is_some_and(Role::may_sign),
        Purpose::Objection => role == Some(Role::Owner),
    })
}

fn is_good(
    tx: &Tx<'_>,
    link: &Link,
    purpose: Purpose,
    given: &Given,
    letter: &Letter,
) -> Result<(), WayError> {
    if link.used_at.is_some() {
        return Err(WayError::Used);
    }
    let now = tx.now();
    let over = match purpose {
        // Of a signature given anew another mail came, and what the earlier one asked is settled.
        Purpose::Objection => link.created_at < given.signed_at,
        Purpose::Withdrawal => match letter.standing(now) {
            Standing::Closed { since } => since.plus_seconds(AFTER_CLOSING_SECONDS) <= now,
            Standing::Draft | Standing::Open { .. } => false,
        },
    };
    if over || link.expires_at.is_some_and(|at| at <= now) {
        return Err(WayError::Over);
    }
    Ok(())
}

/// Notes that a link was used.
pub(super) fn use_up(tx: &mut Tx<'_>, way: &Way) -> Result<(), Fault> {
    let Way::Link(hash) = way else { return Ok(()) };
    let now = tx.now();
    on!(tx, c => diesel::update(signature_links::table
            .find(hash.as_bytes())
            .filter(signature_links::used_at.is_null()))
        .set(signature_links::used_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// Forgets links whose time is over for good: an objection's after its month.
///
/// # Errors
/// A fault of the database.
pub fn forget_signature_links(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::delete(signature_links::table.filter(signature_links::expires_at.le(now)))
        .execute(c))?;
    Ok(())
}
