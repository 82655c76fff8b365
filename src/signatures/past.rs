//! What the public history says of signatories: how many stand under which revision, and who
//! withdrew since the letter was public.

use std::collections::HashMap;

use diesel::dsl::{count, count_star, min};
use diesel::prelude::*;

use super::reconsents::Answer;
use super::standing::on_the_list;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, RevisionId};
use crate::letters::EventKind;
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

/// When which signatories withdrew since a letter was public, the first first. Before that a
/// withdrawal leaves no trace.
///
/// # Errors
/// A fault of the database.
pub fn public_withdrawals(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<(Moment, String)>, Fault> {
    let published: Option<i64> = on!(tx, c => letter_events::table
        .filter(letter_events::letter_id.eq(letter))
        .filter(letter_events::kind.eq(EventKind::Published))
        .select(min(letter_events::seq))
        .first(c))?;
    let Some(published) = published else { return Ok(Vec::new()) };
    let found: Vec<(Moment, Option<String>, String)> = on!(tx, c => letter_events::table
        .inner_join(signatures::table.on(letter_events::signature_id.eq(signatures::id.nullable())))
        .inner_join(organizations::table.on(signatures::organization_id.eq(organizations::id.nullable())))
        .filter(letter_events::letter_id.eq(letter))
        .filter(letter_events::kind.eq(EventKind::Withdrew))
        .filter(letter_events::seq.gt(published))
        .filter(signatures::confirmed_at.is_not_null())
        .order(letter_events::seq)
        .select((letter_events::happened_at, signatures::printed_name, organizations::name))
        .load(c))?;
    Ok(found.into_iter().map(|(at, printed, name)| (at, printed.unwrap_or(name))).collect())
}
