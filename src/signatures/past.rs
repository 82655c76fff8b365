//! What the public history says of signatories: how many stand under which revision, and who
//! withdrew since the letter was public.

use std::collections::HashMap;

use diesel::dsl::{count, count_star, min};
use diesel::prelude::*;

use super::reconsents::Answer;
use super::standing::on_the_list;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, RevisionId, SignatureId};
use crate::letters::{Event, EventKind};
use crate::schema::{letter_events, organizations, reconsents, signatures};

/// How many organizations stand under a revision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Those whose signature is to this text.
    pub signed: usize,
    /// Those of them who had signed an earlier text and kept their signature.
    pub kept: usize,
}

/// How many organizations stand under each revision of a letter at this moment. Whoever withdrew is
/// in no number.
///
/// # Errors
/// A fault of the database.
pub fn standing_under(tx: &mut Tx<'_>, letter: LetterId) -> Result<HashMap<RevisionId, Standing>, Fault> {
    let signed: Vec<(Option<RevisionId>, i64)> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::confirmed_at.is_not_null())
        .filter(on_the_list!())
        .group_by(signatures::revision_id)
        .select((signatures::revision_id, count_star()))
        .load(c))?;
    let kept: Vec<(Option<RevisionId>, i64)> = on!(tx, c => reconsents::table
        .inner_join(signatures::table)
        .filter(signatures::letter_id.eq(letter))
        .filter(on_the_list!())
        .filter(reconsents::answer.eq(Answer::Keep))
        // A signature that was withdrawn and given again was given to the text of that moment.
        .filter(reconsents::answered_at.ge(signatures::signed_at.nullable()))
        .group_by(signatures::revision_id)
        .select((signatures::revision_id, count(reconsents::signature_id).aggregate_distinct()))
        .load(c))?;
    let number = |count: i64| usize::try_from(count).unwrap_or(0);
    let mut standing: HashMap<RevisionId, Standing> = HashMap::new();
    for (revision, count) in signed {
        if let Some(revision) = revision {
            standing.entry(revision).or_default().signed = number(count);
        }
    }
    for (revision, count) in kept {
        if let Some(revision) = revision {
            standing.entry(revision).or_default().kept = number(count);
        }
    }
    Ok(standing)
}

/// When which signatories withdrew since a letter was public, the first first; none for one whose
/// name was, or is, withheld. Before that a withdrawal leaves no trace.
///
/// # Errors
/// A fault of the database.
pub fn public_withdrawals(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<(Moment, Option<String>)>, Fault> {
    let published: Option<i64> = on!(tx, c => letter_events::table
        .filter(letter_events::letter_id.eq(letter))
        .filter(letter_events::kind.eq(EventKind::Published))
        .select(min(letter_events::seq))
        .first(c))?;
    let Some(published) = published else { return Ok(Vec::new()) };
    let withdrawals: Vec<(Moment, Option<SignatureId>)> = on!(tx, c => letter_events::table
        .filter(letter_events::letter_id.eq(letter))
        .filter(letter_events::kind.eq(EventKind::Withdrew))
        .filter(letter_events::seq.gt(published))
        .order(letter_events::seq)
        .select((letter_events::happened_at, letter_events::signature_id))
        .load(c))?;
    let ids: Vec<SignatureId> = withdrawals.iter().filter_map(|(_, id)| *id).collect();
    let known: Vec<(SignatureId, Option<Moment>, Option<String>, String)> = on!(tx, c => signatures::table
        .inner_join(organizations::table)
        .filter(signatures::id.eq_any(&ids))
        .filter(signatures::confirmed_at.is_not_null())
        .select((signatures::id, signatures::withheld_at, signatures::printed_name, organizations::name))
        .load(c))?;
    let known: HashMap<SignatureId, Option<String>> = known
        .into_iter()
        .map(|(id, withheld, printed, name)| (id, withheld.is_none().then_some(printed.unwrap_or(name))))
        .collect();
    // One that is not known was listed, and no organization's to withdraw.
    let named = |(at, id): (Moment, Option<SignatureId>)| match id {
        Some(id) => known.get(&id).map(|name| (at, name.clone())),
        None => Some((at, None)),
    };
    Ok(withdrawals.into_iter().filter_map(named).collect())
}

/// Takes from events whose they are, where the name is withheld: readers are told that somebody
/// signed, and nothing by which two such events could be known for one organization's.
///
/// # Errors
/// A fault of the database.
pub fn without_withheld(tx: &mut Tx<'_>, letter: LetterId, events: &mut [Event]) -> Result<(), Fault> {
    let withheld: Vec<SignatureId> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::withheld_at.is_not_null())
        .select(signatures::id)
        .load(c))?;
    for event in events {
        event.signature_id = event.signature_id.filter(|id| !withheld.contains(id));
    }
    Ok(())
}
