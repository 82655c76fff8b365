//! Taking a signatory off the list.

use diesel::prelude::*;

use super::changes::changing;
use super::forgetting::marks_of;
use super::lines::{find_line, forget_unused_footnotes};
use super::mails;
use super::signing::take_off;
use super::withholding::record_of;
use crate::db::{Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, SignatureId};
use crate::letters::{self, EventKind, Happened, Letter, OwnLetter, UNNAMED, log};
use crate::mail;
use crate::schema::signatures;
use crate::text::speaking;
use crate::text::words::{Words, say};

/// A line that was taken off.
#[derive(Debug, Clone)]
pub(super) struct Removed {
    /// The name that stood there.
    pub name: String,
    /// The organization that had signed; none for a listed signatory.
    pub organization: Option<OrganizationId>,
    /// Whether its name was withheld.
    pub withheld: bool,
}

/// Why nobody was taken off.
#[derive(Debug)]
pub(super) enum RemovalError {
    /// There is no such signatory on the list.
    NoSuchSignatory,
    /// The organization signed here, and nobody said why its name is taken off.
    ReasonMissing,
    /// The name is withheld, and the reason, which stays in the log, says whose it is.
    ReasonNames,
    /// The line is delivered, and frozen.
    Delivered,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(RemovalError);

/// Takes a line off the list. A listed signatory's can be put back by undoing it. An organization
/// that signed is never taken off silently: it needs a reason, which the caller mails to its owners,
/// and only the organization itself can put its name there again. The letter must be held.
pub(super) fn remove(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    reason: &str,
) -> Result<Removed, RemovalError> {
    let letter = own.letter();
    let (line, own_name) = find_line(tx, letter.id, signature)?.ok_or(RemovalError::NoSuchSignatory)?;
    if letter.delivered_at.is_some() && line.delivered_position.is_some() {
        return Err(RemovalError::Delivered);
    }
    let name = line.printed_name.or(own_name.map(|own| own.name)).unwrap_or_default();
    let organization = line.organization_id.filter(|_| line.confirmed_at.is_some());
    if organization.is_some() && reason.is_empty() {
        return Err(RemovalError::ReasonMissing);
    }
    let withheld = line.withheld_at.is_some();
    if withheld && marks_of(tx, signature)?.are_in(reason) {
        return Err(RemovalError::ReasonNames);
    }
    let about = if withheld { UNNAMED } else { &name };
    let now = tx.now();
    let withdrawn = signatures::withdrawn_at.eq(now);
    if organization.is_some() {
        on!(tx, c => diesel::update(signatures::table.find(signature)).set(withdrawn).execute(c))?;
        record_of(tx, letter.id, EventKind::Withdrew, signature)?;
    } else {
        changing::<_, Fault>(tx, own, "took off the list", about, |tx| {
            on!(tx, c => diesel::update(signatures::table.find(signature)).set(withdrawn).execute(c))?;
            forget_unused_footnotes(tx, letter.id)
        })?;
    }
    log(tx, letter.id, Some(own.person()), Happened::Removed, about, reason)?;
    Ok(Removed { organization, withheld, name })
}

/// Takes a listed signatory off the list because its organization, asked to confirm, said no: nobody
/// stands under a letter against their will, delivered or not. The coordinators get a mail. Nothing
/// happens where the line is confirmed or gone.
///
/// # Errors
/// A fault of the database.
pub fn take_off_declined(
    tx: &mut Tx<'_>,
    letter: &Letter,
    signature: SignatureId,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    letters::hold(tx, letter.id)?;
    let Some((line, _)) = find_line(tx, letter.id, signature)? else { return Ok(()) };
    if line.confirmed_at.is_some() || !take_off(tx, letter.id, signature)? {
        return Ok(());
    }
    // A mail is no page that is looked at with a trace: it says no name that is withheld.
    let name = match line.withheld_at {
        Some(_) => None,
        None => Some(line.printed_name.unwrap_or_default()),
    };
    log(tx, letter.id, None, Happened::Removed, name.as_deref().unwrap_or(UNNAMED), &declined(letter))?;
    for coordinator in letters::coordinators_of(tx, letter.id)? {
        let link = address(&format!("/letters/{}/invitations", letter.slug));
        mail::enqueue(tx, &mails::says_no(&coordinator, name.as_deref(), letter, link))?;
    }
    Ok(())
}

/// What the log says of a line whose organization said no, in the letter's language: its coordinators read
/// it together.
fn declined(letter: &Letter) -> String {
    speaking::in_words(Words::of(&letter.language()), || say!("signatures-log-declined"))
}
