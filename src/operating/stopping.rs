//! Suspending organizations and letters, and lifting it: the change, the line in the log, the mail to
//! those it is about.

use super::mails;
use super::model::{Acting, Did, log};
use crate::db::Tx;
use crate::error::{Fault, carries_faults};
use crate::ids::{PersonId, Slug};
use crate::letters::{self, Letter, SuspendLetterError};
use crate::mail::{self, Message};
use crate::organizations::{self, Organization, SuspendError};
use crate::people::Person;
use crate::signatures;

/// Why nothing was stopped or lifted.
#[derive(Debug)]
pub(super) enum StopError {
    /// There is no such organization or letter.
    NotThere,
    /// It stands as it was to stand, perhaps since this moment by another operator.
    AlreadySo,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(StopError);

impl From<SuspendError> for StopError {
    fn from(refusal: SuspendError) -> Self {
        match refusal {
            SuspendError::AlreadySuspended | SuspendError::NotSuspended => Self::AlreadySo,
            SuspendError::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<SuspendLetterError> for StopError {
    fn from(refusal: SuspendLetterError) -> Self {
        match refusal {
            SuspendLetterError::NoSuchLetter => Self::NotThere,
            SuspendLetterError::AlreadySuspended | SuspendLetterError::NotSuspended => Self::AlreadySo,
            SuspendLetterError::Fault(fault) => Self::Fault(fault),
        }
    }
}

/// Suspends an organization, with the note that everyone reads. Its owners get a mail; the letters it
/// signed leave its name out, and their coordinators find it in their logs.
pub(super) fn suspend_organization(
    tx: &mut Tx<'_>,
    by: &Acting,
    organization: &Organization,
    note: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), StopError> {
    // The letters first: whoever signs holds a letter and then looks at the organization.
    signatures::tell_letters_of_suspension(tx, organization.id, &organization.name, true)?;
    organizations::suspend_organization(tx, organization.id, note)?;
    log(tx, by, Did::OrganizationSuspended, &organization.name, note)?;
    let link = address(&format!("/organizations/{}", organization.slug));
    for owner in organizations::owners_of(tx, organization.id)? {
        mail::enqueue(tx, &mails::organization_suspended(&owner, organization, note, link.clone()))?;
    }
    Ok(())
}

/// Lifts it; the owners get a mail with the reason.
pub(super) fn lift_organization(
    tx: &mut Tx<'_>,
    by: &Acting,
    organization: &Organization,
    why: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), StopError> {
    signatures::tell_letters_of_suspension(tx, organization.id, &organization.name, false)?;
    organizations::lift_organization(tx, organization.id)?;
    log(tx, by, Did::OrganizationLifted, &organization.name, why)?;
    let link = address(&format!("/organizations/{}", organization.slug));
    for owner in organizations::owners_of(tx, organization.id)? {
        mail::enqueue(tx, &mails::organization_lifted(&owner, organization, why, link.clone()))?;
    }
    Ok(())
}

/// Suspends a letter, public or private. Its coordinators and the people behind its signatures get a
/// mail.
pub(super) fn suspend_letter(
    tx: &mut Tx<'_>,
    by: &Acting,
    slug: &Slug,
    note: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), StopError> {
    let letter = letters::suspend_letter(tx, slug, note)?;
    log(tx, by, Did::LetterSuspended, &named(&letter), note)?;
    let link = address(&format!("/letters/{slug}"));
    tell(tx, &letter, |person, title| mails::letter_suspended(person, title, note, link.clone()))?;
    Ok(())
}

/// Lifts it.
pub(super) fn lift_letter(
    tx: &mut Tx<'_>,
    by: &Acting,
    slug: &Slug,
    why: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), StopError> {
    let letter = letters::lift_letter(tx, slug, why)?;
    log(tx, by, Did::LetterLifted, &named(&letter), why)?;
    let link = address(&format!("/letters/{slug}"));
    tell(tx, &letter, |person, title| mails::letter_lifted(person, title, why, link.clone()))?;
    Ok(())
}

/// How operators name a letter: the title of a private one is nobody's to read who is not invited.
pub(super) fn named(letter: &Letter) -> String {
    if letter.published_at.is_some() { letter.shown_title() } else { format!("/letters/{}", letter.slug) }
}

fn tell(tx: &mut Tx<'_>, letter: &Letter, words: impl Fn(&Person, &str) -> Message) -> Result<(), Fault> {
    let title = signatures::title_in_mail(tx, letter)?;
    let mut told: Vec<PersonId> = Vec::new();
    let mut people = letters::coordinators_of(tx, letter.id)?;
    people.extend(signatures::people_behind(tx, letter.id)?);
    for person in people {
        if !told.contains(&person.id) {
            told.push(person.id);
            mail::enqueue(tx, &words(&person, &title))?;
        }
    }
    Ok(())
}
