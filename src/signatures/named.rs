//! What anybody may learn who goes through everything: which organizations are named somewhere in
//! public, and what the public history of a letter says, event by event.
//!
//! Both name those that a reader can find named, and nobody else: an organization whose name is
//! withheld wherever it signed is not among those that are here at all.

use std::collections::HashMap;

use diesel::dsl::{exists, min};
use diesel::prelude::*;

use super::past::without_withheld;
use super::standing::on_the_list;
use super::stopping::public_suspensions;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, SignatureId};
use crate::letters::{EventKind, events_after};
use crate::organizations::Organization;
use crate::schema::{coalition_members, letter_events, letters, organizations, signatures};

/// Up to `most` organizations after this one that stand by name under a public letter, or that a
/// coalition names as its members; none that is protected. In the order in which they came here.
///
/// # Errors
/// A fault of the database.
pub fn publicly_named(
    tx: &mut Tx<'_>,
    after: Option<OrganizationId>,
    most: i64,
) -> Result<Vec<Organization>, Fault> {
    let signed = signatures::table
        .inner_join(letters::table)
        .filter(signatures::organization_id.eq(organizations::id.nullable()))
        .filter(signatures::confirmed_at.is_not_null().and(signatures::withheld_at.is_null()))
        .filter(on_the_list!())
        .filter(letters::published_at.is_not_null().and(letters::suspended_at.is_null()));
    let member = coalition_members::table
        .filter(coalition_members::organization_id.eq(organizations::id))
        .filter(coalition_members::confirmed_at.is_not_null());
    Ok(on!(tx, c => organizations::table
        .filter(organizations::id.gt(after.unwrap_or(OrganizationId::FIRST)))
        .filter(organizations::verified_at.is_not_null().and(organizations::protected_at.is_null()))
        .filter(exists(signed.select(signatures::id)).or(exists(member.select(coalition_members::coalition_id))))
        .order(organizations::id)
        .limit(most)
        .select(Organization::as_select())
        .load(c))?)
}

/// A signatory as a line of history names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name, as the letter prints it.
    pub name: String,
    /// Its address under `/organizations/`, if it has a public page.
    pub slug: Option<String>,
}

/// Something that happened to a public letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicEvent {
    /// Its number, without gaps: that of the publication is 1.
    pub number: i64,
    /// What happened.
    pub kind: EventKind,
    /// When.
    pub happened_at: Moment,
    /// Whose signature it is about; none if about nobody's, or if the name is not to be known.
    pub signatory: Option<Named>,
}

/// Up to `most` events of a letter after number `after`, the first first. They begin with the
/// publication and are numbered from there: what was before it leaves no trace, not even a number.
///
/// # Errors
/// A fault of the database.
pub fn public_events(
    tx: &mut Tx<'_>,
    letter: LetterId,
    after: i64,
    most: i64,
) -> Result<Vec<PublicEvent>, Fault> {
    let published: Option<i64> = on!(tx, c => letter_events::table
        .filter(letter_events::letter_id.eq(letter))
        .filter(letter_events::kind.eq(EventKind::Published))
        .select(min(letter_events::seq))
        .first(c))?;
    let Some(before) = published.map(|seq| seq - 1) else { return Ok(Vec::new()) };
    let mut events = events_after(tx, letter, before.saturating_add(after), most)?;
    without_withheld(tx, letter, &mut events)?;
    let ids: Vec<SignatureId> = events.iter().filter_map(|event| event.signature_id).collect();
    let named = named_in_public(tx, letter, &ids)?;
    let suspensions = public_suspensions(tx, letter)?;
    let public = events.into_iter().map(|event| {
        let signatory = event.signature_id.and_then(|id| named.get(&id).cloned());
        let of_operator = |named: &Named| {
            let suspended = event.kind == EventKind::Suspended;
            suspensions.contains(&(event.happened_at, named.name.clone(), suspended))
        };
        let (kind, signatory) = match (event.kind, event.signature_id, signatory) {
            (kind @ (EventKind::Suspended | EventKind::Restored), None, _) => (kind, None),
            (kind @ (EventKind::Suspended | EventKind::Restored), Some(_), Some(named))
                if of_operator(&named) =>
            {
                (kind, Some(named))
            }
            // That an owner objected is between the organization and the coordinators.
            (EventKind::Suspended | EventKind::Restored, Some(_), _) => (EventKind::Relisted, None),
            (kind, _, signatory) => (kind, signatory),
        };
        PublicEvent { number: event.seq - before, kind, happened_at: event.happened_at, signatory }
    });
    Ok(public.collect())
}

/// How those of these signatories are called that are on the list, or whose withdrawal is public.
///
/// # Errors
/// A fault of the database.
pub fn named_in_public(
    tx: &mut Tx<'_>,
    letter: LetterId,
    ids: &[SignatureId],
) -> Result<HashMap<SignatureId, Named>, Fault> {
    type Row = (SignatureId, Option<String>, Option<Organization>, Option<Moment>);
    let found: Vec<Row> = on!(tx, c => signatures::table
        .left_join(organizations::table)
        .filter(signatures::letter_id.eq(letter).and(signatures::id.eq_any(ids)))
        .filter(signatures::withheld_at.is_null())
        .filter(on_the_list!().or(signatures::withdrawn_at.is_not_null().and(signatures::confirmed_at.is_not_null())))
        .select((
            signatures::id,
            signatures::printed_name,
            Option::<Organization>::as_select(),
            signatures::confirmed_at,
        ))
        .load(c))?;
    let named = found.into_iter().filter_map(|(id, printed, organization, confirmed)| {
        let own = organization.as_ref().map(|organization| organization.name.clone());
        let page = organization.filter(|o| confirmed.is_some() && !o.is_protected());
        Some((id, Named { name: printed.or(own)?, slug: page.map(|o| o.slug) }))
    });
    Ok(named.collect())
}
