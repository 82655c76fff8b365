//! What an operator's suspension of an organization does to the letters it signed: they are told, and
//! their histories say so. That its name is on no list is `on_the_list!`'s to hold.

use diesel::prelude::*;

use super::reconsents::signed_now;
use super::standing::{WITHHELD, on_the_list};
use super::telling::recipients;
use super::withholding::record_of;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, PersonId, SignatureId};
use crate::letters::{EventKind, Happened, Letter, log};
use crate::people::Person;
use crate::schema::{letter_events, letters, organization_suspensions, organizations, signatures};

/// Tells every letter that an organization signed that it was just suspended, or that this was lifted:
/// an event for readers where the name comes or goes, a line in the coordinators' log, and the letters
/// themselves, for whoever has to write to somebody.
///
/// # Errors
/// A fault of the database.
pub fn tell_letters_of_suspension(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    name: &str,
    suspended: bool,
) -> Result<Vec<Letter>, Fault> {
    // By id, so that two who do this at once hold the letters in one order and never wait in a circle.
    let signed: Vec<(SignatureId, Option<Moment>, Letter)> = on!(tx, c => signatures::table
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq(organization))
        .filter(signatures::withdrawn_at.is_null())
        .order(letters::id)
        .select((signatures::id, signatures::withheld_at, Letter::as_select()))
        .load(c))?;
    let (kind, happened) = if suspended {
        (EventKind::Suspended, Happened::SignatorySuspended)
    } else {
        (EventKind::Restored, Happened::SignatoryRestored)
    };
    let mut told = Vec::new();
    for (signature, withheld, letter) in signed {
        let about = if withheld.is_some() { WITHHELD } else { name };
        log(tx, letter.id, None, happened, about, "")?;
        record_of(tx, letter.id, kind, signature)?;
        told.push(letter);
    }
    Ok(told)
}

/// When which signatories of a letter were suspended by the operator, or stood again (`false`), the
/// first first; none whose name is withheld.
///
/// # Errors
/// A fault of the database.
pub fn public_suspensions(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<(Moment, String, bool)>, Fault> {
    let found: Vec<(Moment, EventKind, Option<String>, String, OrganizationId)> = on!(tx, c => letter_events::table
        .inner_join(signatures::table.on(letter_events::signature_id.eq(signatures::id.nullable())))
        .inner_join(organizations::table.on(signatures::organization_id.eq(organizations::id.nullable())))
        .filter(letter_events::letter_id.eq(letter))
        .filter(letter_events::kind.eq_any([EventKind::Suspended, EventKind::Restored]))
        .filter(signatures::withheld_at.is_null())
        .order(letter_events::seq)
        .select((
            letter_events::happened_at,
            letter_events::kind,
            signatures::printed_name,
            organizations::name,
            organizations::id,
        ))
        .load(c))?;
    let mut public = Vec::new();
    for (at, kind, printed, name, organization) in found {
        // Those by an owner's word are no act of the operator's and are nobody else's to know.
        let of_operator: i64 = on!(tx, c => organization_suspensions::table
            .filter(organization_suspensions::organization_id.eq(organization))
            .filter(organization_suspensions::since.eq(at).or(organization_suspensions::lifted_at.eq(at)))
            .count()
            .get_result(c))?;
        if of_operator > 0 {
            public.push((at, printed.unwrap_or(name), kind == EventKind::Suspended));
        }
    }
    Ok(public)
}

/// The people behind the signatures of a letter: each organization's owners and whoever signed, once.
///
/// # Errors
/// A fault of the database.
pub fn people_behind(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Person>, Fault> {
    let mut people: Vec<Person> = Vec::new();
    for (signature, organization) in signed_now(tx, letter)? {
        for person in recipients(tx, organization.id, signature.signed_by)? {
            let known: Vec<PersonId> = people.iter().map(|known| known.id).collect();
            if !known.contains(&person.id) {
                people.push(person);
            }
        }
    }
    Ok(people)
}

/// The organizations that signed a letter and have not withdrawn, whether they are on the list or kept
/// off it; none whose name is withheld.
///
/// # Errors
/// A fault of the database.
pub fn named_signatories(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<OrganizationId>, Fault> {
    let found: Vec<Option<OrganizationId>> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::confirmed_at.is_not_null().and(signatures::withdrawn_at.is_null()))
        .filter(signatures::withheld_at.is_null())
        .order(signatures::id)
        .select(signatures::organization_id)
        .load(c))?;
    Ok(found.into_iter().flatten().collect())
}

/// The public letters that an organization signed by name and has not withdrawn from, with the moment
/// and whether its name stands on the list. A signature whose name is withheld is not among them, also
/// for an operator.
///
/// # Errors
/// A fault of the database.
pub fn signed_by_name(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
) -> Result<Vec<(Letter, Moment, bool)>, Fault> {
    Ok(on!(tx, c => signatures::table
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq(organization))
        .filter(signatures::confirmed_at.is_not_null().and(signatures::withdrawn_at.is_null()))
        .filter(signatures::withheld_at.is_null().and(letters::published_at.is_not_null()))
        .order(signatures::signed_at.desc())
        .limit(200)
        .select((Letter::as_select(), signatures::signed_at, on_the_list!()))
        .load(c))?)
}
