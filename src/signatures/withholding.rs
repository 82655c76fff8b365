//! **Withheld** names: a signature that is counted and never named, because being named could hurt.
//!
//! Whose wish it is are two facts. The organization's own ([`display`], or in the form it signs with):
//! `withheld_at` without `withheld_by`; it can take that back alone. A coordinator's, to protect
//! ([`protect`](super::withheld::protect)): `withheld_by` is set, and then a name is shown again only
//! if both agree: the coordinators end the protection, and afterwards the organization itself shows it.
//! No name ever appears by somebody else's button.

use diesel::prelude::*;

use super::forgetting::{forget_in_log, marks_of};
use super::lines::forget_unused_footnotes;
use super::signed_letters::find_signature;
use crate::coalitions;
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{FootnoteId, LetterId, OrganizationId, PersonId, SignatureId};
use crate::letters::{EventKind, Happened, LockedLetter, UNNAMED, log, record};
use crate::organizations::{self, Organization, Role, SigningAuthority};
use crate::schema::{letters, signatures};
use crate::text::words::say;

/// What the public sees of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// The organization's name.
    Organization,
    /// And who signed for it.
    Representative,
    /// That one more has signed.
    Withheld,
}

impl Display {
    /// What a form says.
    ///
    /// # Errors
    /// If it is none: a wish that is not understood is not guessed at, for it could be one to stay
    /// hidden.
    pub fn read(typed: &str) -> Result<Self, String> {
        match typed {
            "" | "organization" => Ok(Self::Organization),
            "representative" => Ok(Self::Representative),
            "withheld" => Ok(Self::Withheld),
            _ => Err(say!("signatures-choose-display")),
        }
    }
}

/// That a name is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Withholding {
    /// Since when.
    pub at: Moment,
    /// By a coordinator, to protect: the organization cannot end it alone.
    pub forced: bool,
}

/// Whether, and how, the name of a signature is withheld, also while it is withdrawn.
pub(super) fn withholding_of(tx: &mut Tx<'_>, signature: SignatureId) -> Result<Option<Withholding>, Fault> {
    let (at, by): (Option<Moment>, Option<PersonId>) = on!(tx, c => signatures::table
        .find(signature)
        .select((signatures::withheld_at, signatures::withheld_by))
        .first(c))?;
    Ok(at.map(|at| Withholding { at, forced: by.is_some() }))
}

/// Whether the name of an organization is withheld under a letter, also while its signature is
/// withdrawn.
pub(super) fn is_withheld(
    tx: &mut Tx<'_>,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<bool, Fault> {
    let withheld: i64 = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter).and(signatures::organization_id.eq(organization)))
        .filter(signatures::withheld_at.is_not_null())
        .count()
        .get_result(c))?;
    Ok(withheld > 0)
}

/// Appends an event about a signature; readers are not told whose it is where the name is withheld.
pub(super) fn record_of(
    tx: &mut Tx<'_>,
    letter: LetterId,
    kind: EventKind,
    signature: SignatureId,
) -> Result<(), Fault> {
    let named = withholding_of(tx, signature)?.is_none();
    record(tx, letter, kind, named.then_some(signature))
}

/// Writes into the letter's log what somebody did for an organization; without either name where the
/// organization's is withheld.
pub(super) fn log_of(
    tx: &mut Tx<'_>,
    letter: LetterId,
    by: Option<PersonId>,
    happened: Happened,
    organization: &Organization,
    note: &str,
) -> Result<(), Fault> {
    let withheld = is_withheld(tx, letter, organization.id)?;
    log_as(tx, letter, by, happened, (organization, withheld), note)
}

/// The same where it is known whether the name is withheld.
pub(super) fn log_as(
    tx: &mut Tx<'_>,
    letter: LetterId,
    by: Option<PersonId>,
    happened: Happened,
    (organization, withheld): (&Organization, bool),
    note: &str,
) -> Result<(), Fault> {
    match withheld {
        true => log(tx, letter, None, happened, UNNAMED, note),
        false => log(tx, letter, by, happened, &organization.name, note),
    }
}

/// Writes into the letter's log what a coordinator, or nobody, did with a signature; of one whose name
/// is withheld without it, also where the note says it.
pub(super) fn log_about(
    tx: &mut Tx<'_>,
    letter: LetterId,
    by: Option<PersonId>,
    happened: Happened,
    (signature, organization): (SignatureId, &Organization),
    note: &str,
) -> Result<(), Fault> {
    if withholding_of(tx, signature)?.is_none() {
        return log(tx, letter, by, happened, &organization.name, note);
    }
    let note = if marks_of(tx, signature)?.are_in(note) { "" } else { note };
    log(tx, letter, by, happened, UNNAMED, note)
}

/// Applies what the organization wishes as it signs; returns whether its name is withheld then, which
/// it also is where a coordinator protects it. The signature's row is written already.
pub(super) fn apply_wish(
    tx: &mut Tx<'_>,
    letter: LetterId,
    signature: SignatureId,
    organization: &Organization,
    wish: bool,
) -> Result<bool, Fault> {
    let withheld = match (withholding_of(tx, signature)?, wish) {
        (Some(Withholding { forced: true, .. }), _) | (Some(_), true) => true,
        (Some(_), false) => {
            set_withheld(tx, signature, None)?;
            false
        }
        (None, wish) => {
            if wish {
                let now = tx.now();
                set_withheld(tx, signature, Some(now))?;
            }
            wish
        }
    };
    if withheld {
        settle_withheld(tx, letter, signature)?;
    } else {
        // Its name goes public with this signature: there is nothing left to keep off other pages.
        organizations::end_protection(tx, organization.id)?;
    }
    Ok(withheld)
}

fn set_withheld(tx: &mut Tx<'_>, signature: SignatureId, at: Option<Moment>) -> Result<(), Fault> {
    on!(tx, c => diesel::update(signatures::table.find(signature))
        .set(signatures::withheld_at.eq(at))
        .execute(c))?;
    Ok(())
}

/// What follows whenever a name begins to be withheld, by whoever's wish: nobody sees who signed for
/// it, the letter's log forgets both names, and an organization whose name stands nowhere else in
/// public is protected.
pub(super) fn settle_withheld(
    tx: &mut Tx<'_>,
    letter: LetterId,
    signature: SignatureId,
) -> Result<(), Fault> {
    on!(tx, c => diesel::update(signatures::table.find(signature))
        .set((signatures::show_representative.eq(false), signatures::footnote_id.eq(None::<FootnoteId>)))
        .execute(c))?;
    forget_unused_footnotes(tx, letter)?; // its words were about the name at which they stood
    forget_in_log(tx, letter, signature)?;
    let organization: Option<OrganizationId> = on!(tx, c => signatures::table
        .find(signature)
        .filter(signatures::confirmed_at.is_not_null())
        .select(signatures::organization_id)
        .first(c)
        .optional())?
    .flatten();
    let Some(organization) = organization else { return Ok(()) };
    organizations::hold_protection(tx, organization)?;
    if is_known_in_public(tx, organization)? {
        return Ok(());
    }
    organizations::protect(tx, organization)
}

/// Whether the name of an organization stands somewhere for everyone to read, or will when a letter
/// that it signed is published: under a letter, in a history of who withdrew, or in a coalition.
fn is_known_in_public(tx: &mut Tx<'_>, organization: OrganizationId) -> Result<bool, Fault> {
    let named: i64 = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq(organization))
        .filter(signatures::confirmed_at.is_not_null().and(signatures::withheld_at.is_null()))
        // Who withdrew before the publication has left no trace.
        .filter(signatures::withdrawn_at.is_null().or(signatures::withdrawn_at.ge(letters::published_at)))
        .count()
        .get_result(c))?;
    Ok(named > 0 || !coalitions::confirmed_coalitions_of(tx, organization)?.is_empty())
}

/// Why what the public sees was not changed.
#[derive(Debug)]
pub(super) enum DisplayError {
    /// The organization's name does not stand under this letter.
    NotSigned,
    /// A coordinator withholds the name to protect it.
    Protected,
    /// The letter was delivered with the name withheld, or without the person's.
    Delivered,
    /// Where two persons give a signature, an owner shows the name again.
    NotAnOwner,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(DisplayError);

/// Says anew what the public sees of an organization's signature. Who may: whoever may sign for it,
/// in any state of the letter. To withhold is to protect, which one person may do also where two give
/// a signature; to show a name again is an owner's there.
pub(super) fn display(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &LockedLetter,
    display: Display,
) -> Result<(), DisplayError> {
    let (id, organization) = (letter.letter().id, authority.organization());
    let signature = find_signature(tx, id, organization.id)?.ok_or(DisplayError::NotSigned)?;
    let standing = withholding_of(tx, signature)?;
    if display == Display::Withheld {
        if standing.is_some() {
            return Ok(());
        }
        let now = tx.now();
        set_withheld(tx, signature, Some(now))?;
        settle_withheld(tx, id, signature)?;
        log(tx, id, None, Happened::NameHidden, UNNAMED, "")?;
        record(tx, id, EventKind::Relisted, None)?;
        return Ok(());
    }
    let delivered: Option<i32> = on!(tx, c => signatures::table
        .find(signature)
        .select(signatures::delivered_position)
        .first(c))
    .map_err(Fault::from)?;
    let handed_over = letter.letter().delivered_at.filter(|_| delivered.is_some());
    let shows_person = display == Display::Representative;
    if let Some(standing) = standing {
        if standing.forced {
            return Err(DisplayError::Protected);
        }
        if handed_over.is_some_and(|at| standing.at <= at) {
            return Err(DisplayError::Delivered);
        }
        let role = organizations::find_role(tx, authority.person(), organization.id)?;
        if organizations::has_two_steps(tx, organization.id)? && role != Some(Role::Owner) {
            return Err(DisplayError::NotAnOwner);
        }
        set_withheld(tx, signature, None)?;
        organizations::end_protection(tx, organization.id)?;
        log(tx, id, Some(authority.person()), Happened::NameShown, &organization.name, "")?;
    } else if shows_person && handed_over.is_some() {
        return Err(DisplayError::Delivered);
    }
    on!(tx, c => diesel::update(signatures::table.find(signature))
        .set(signatures::show_representative.eq(shows_person))
        .execute(c))
    .map_err(Fault::from)?;
    record(tx, id, EventKind::Relisted, None)?;
    Ok(())
}

/// Whether a name that was handed over with a delivery has been withheld since: then the delivered
/// files, which have it, are the coordinators' alone.
///
/// # Errors
/// A fault of the database.
pub fn was_withheld_since_delivery(
    tx: &mut Tx<'_>,
    letter: LetterId,
    delivered_at: Moment,
) -> Result<bool, Fault> {
    let since: i64 = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::delivered_position.is_not_null())
        .filter(signatures::withheld_at.gt(delivered_at))
        .count()
        .get_result(c))?;
    Ok(since > 0)
}
