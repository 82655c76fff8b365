//! How an organization's name appears in one letter, as the organization itself would like it.

use diesel::prelude::*;

use super::lines::{PrintedName, Renamed, find_line, print_name};
use super::signed_letters::find_signature;
use crate::db::{Tx, on};
use crate::error::{Fault, carries_faults};
use crate::letters::{EventKind, Happened, OpenLetter, log, record};
use crate::organizations::SigningAuthority;
use crate::schema::signatures;

/// Why nothing was changed.
#[derive(Debug)]
pub(super) enum PrintError {
    /// The organization's name does not stand under this letter.
    NotSigned,
    /// The name is withheld, so it is not printed at all.
    Withheld,
    /// The letter was delivered with the name as it is.
    Delivered,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(PrintError);

/// Prints the organization's name otherwise in this letter, and says for how many members it speaks
/// (`None` leaves that as it is). Who may: whoever may sign for it, while the letter can be signed.
pub(super) fn appear_as(
    tx: &mut Tx<'_>,
    authority: &SigningAuthority,
    letter: &OpenLetter,
    printed: Option<&PrintedName>,
    members: Option<Option<i32>>,
) -> Result<(), PrintError> {
    let id = letter.letter().id;
    let signature = find_signature(tx, id, authority.organization().id)?.ok_or(PrintError::NotSigned)?;
    let (line, own) = find_line(tx, id, signature)?.ok_or(PrintError::NotSigned)?;
    if line.withheld_at.is_some() {
        return Err(PrintError::Withheld);
    }
    if letter.letter().delivered_at.is_some() {
        return Err(PrintError::Delivered);
    }
    let renamed = match printed {
        Some(printed) => print_name(tx, &line, own.as_ref(), printed)?,
        None => None,
    };
    if let Some(members) = members {
        on!(tx, c => diesel::update(signatures::table.find(signature))
            .set(signatures::members.eq(members))
            .execute(c))?;
    }
    if let Some(Renamed { before, after, .. }) = renamed {
        log(tx, id, Some(authority.person()), Happened::PrintedNameChanged, &after, &before)?;
    }
    record(tx, id, EventKind::Relisted, None)?;
    Ok(())
}

/// What an organization has said of how it appears in a letter.
#[derive(Debug, Clone, Default, Queryable)]
pub(super) struct Appearance {
    /// Its name in this letter, if it is another.
    pub name: Option<String>,
    /// The acronym with it.
    pub acronym: Option<String>,
    /// On behalf of how many members.
    pub members: Option<i32>,
}

/// How the organization of a signature appears.
pub(super) fn appearance_of(
    tx: &mut Tx<'_>,
    signature: crate::ids::SignatureId,
) -> Result<Appearance, Fault> {
    Ok(on!(tx, c => signatures::table
        .find(signature)
        .select((signatures::printed_name, signatures::printed_acronym, signatures::members))
        .first(c))?)
}
