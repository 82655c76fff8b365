//! How a question ends that nobody answers: by the rule for silence, at its date or, if the letter is
//! delivered before that, with the delivery.

use diesel::prelude::*;

use super::mails;
use super::reconsents::{Answer, settle};
use super::signing;
use super::withholding::log_of;
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, ReconsentId, SignatureId};
use crate::letters::{self, Happened, Letter, Silence};
use crate::organizations::Organization;
use crate::schema::{organizations, reconsents, revisions, signatures};
use crate::text::speaking;
use crate::text::words::{Words, say};

/// A question that nobody has answered.
#[derive(Debug, Clone, Queryable)]
pub struct Unanswered {
    id: ReconsentId,
    letter: LetterId,
    signature: SignatureId,
    /// Who was asked.
    pub organization: Organization,
    silence: Option<Silence>,
    /// The number of the revision that asked.
    pub revision: i32,
    /// Until when it may be answered.
    pub answer_by: Option<Moment>,
    /// The zone in which that was named.
    pub zone: Option<String>,
    withheld_at: Option<Moment>,
}

impl Unanswered {
    /// Whether silence takes the organization off the list.
    pub fn leaves(&self) -> bool {
        self.silence == Some(Silence::Leave)
    }

    /// Whether the organization's name is withheld.
    pub fn is_withheld(&self) -> bool {
        self.withheld_at.is_some()
    }

    pub(super) fn letter(&self) -> LetterId {
        self.letter
    }

    pub(super) fn signature(&self) -> SignatureId {
        self.signature
    }
}

/// All questions that are open; each caller narrows it.
macro_rules! unanswered {
    () => {
        reconsents::table
            .inner_join(revisions::table)
            .inner_join(signatures::table.inner_join(organizations::table))
            .filter(reconsents::superseded_at.is_null())
            .filter(reconsents::answer.is_null())
            .filter(signatures::withdrawn_at.is_null())
            .select((
                reconsents::id,
                revisions::letter_id,
                signatures::id,
                Organization::as_select(),
                revisions::silence,
                revisions::number,
                revisions::answer_by,
                revisions::answer_zone,
                signatures::withheld_at,
            ))
    };
}

/// The questions of a letter that nobody has answered, by the organizations' names.
///
/// # Errors
/// A fault of the database.
pub fn open_questions(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Unanswered>, Fault> {
    let mut questions: Vec<Unanswered> = on!(tx, c => unanswered!()
        .filter(revisions::letter_id.eq(letter))
        .order(reconsents::id)
        .load(c))?;
    questions.sort_by_cached_key(|question| question.organization.name.to_lowercase());
    Ok(questions)
}

/// The questions of all letters whose date is over.
pub(super) fn overdue(tx: &mut Tx<'_>) -> Result<Vec<Unanswered>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => unanswered!()
        .filter(revisions::answer_by.le(now))
        .order((revisions::letter_id, reconsents::id))
        .load(c))?)
}

/// Whether a question is still open.
pub(super) fn is_open(tx: &mut Tx<'_>, question: &Unanswered) -> Result<bool, Fault> {
    let id = question.id;
    let open: Vec<Unanswered> = on!(tx, c => unanswered!().filter(reconsents::id.eq(id)).load(c))?;
    Ok(!open.is_empty())
}

/// What ends a question that nobody has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    AtItsDate,
    AtTheDelivery,
}

/// Applies the rule for silence to an open question of a letter that is held.
pub(super) fn end(
    tx: &mut Tx<'_>,
    question: &Unanswered,
    when: When,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let letter = question.letter;
    let Some(locked) = letters::find_locked(tx, letter)? else { return Ok(()) };
    // The letter's coordinators read the log together: in the letter's language.
    let about = speaking::in_words(Words::of(&locked.letter().language()), || match when {
        When::AtItsDate => say!("signatures-log-revision", revision = question.revision),
        When::AtTheDelivery => say!("signatures-log-revision-delivery", revision = question.revision),
    });
    if question.leaves() {
        settle(tx, question.id, Answer::SilenceLeave, None)?;
        signing::take_off(tx, letter, question.signature)?;
        log_of(tx, letter, None, Happened::SilenceLeft, &question.organization, &about)?;
        mails::tell_owners_of_silence(tx, locked.letter(), &question.organization, when, address)
    } else {
        settle(tx, question.id, Answer::SilenceStay, None)?;
        log_of(tx, letter, None, Happened::SilenceStayed, &question.organization, &about)
    }
}

/// Ends all open questions of a letter, which its delivery does: the list that is handed over is the
/// one that stays. Whoever has not answered stays under the revision it signed or leaves the list, as
/// the coordinators set it when they asked.
///
/// # Errors
/// A fault of the database.
pub fn end_questions(
    tx: &mut Tx<'_>,
    letter: &Letter,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    letters::hold(tx, letter.id)?;
    for question in open_questions(tx, letter.id)? {
        end(tx, &question, When::AtTheDelivery, address)?;
    }
    Ok(())
}
