//! Those who have not answered: the board, the desk, reminders, and what silence means at the date.

use diesel::prelude::*;

use super::ending::{self, When};
use super::reconsents::{Answer, Signed, write_to};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{OrganizationId, PersonId, ReconsentId, RevisionId};
use crate::letters::{self, Happened, Letter, OwnLetter, log};
use crate::organizations::{self, Organization};
use crate::schema::{letters as letter_rows, organizations as organization_rows};
use crate::schema::{reconsents, revisions, signatures};
use crate::text::order::NameOrder;
use crate::text::speaking;
use crate::text::words::{Words, say};

/// How one signature answered to a revision.
#[derive(Debug, Clone, Queryable)]
pub struct BoardLine {
    /// The organization; of a name that is withheld, that it is.
    pub name: String,
    /// Its answer; none while it is waited for.
    pub answer: Option<Answer>,
    reminded_at: Option<Moment>,
    withdrawn_at: Option<Moment>,
    withheld_at: Option<Moment>,
}

/// How the question of a revision stands.
#[derive(Debug, Clone)]
pub struct Board {
    /// Each signature that was asked, by name.
    pub lines: Vec<BoardLine>,
    /// When those who had not answered were last reminded.
    pub reminded_at: Option<Moment>,
}

impl Board {
    fn count(&self, is: impl Fn(Option<Answer>) -> bool) -> usize {
        self.lines.iter().filter(|line| is(line.answer)).count()
    }

    /// How many keep their signature.
    pub fn kept(&self) -> usize {
        self.count(|answer| answer == Some(Answer::Keep))
    }

    /// How many withdrew.
    pub fn withdrew(&self) -> usize {
        self.count(|answer| answer == Some(Answer::Withdraw))
    }

    /// How many are waited for.
    pub fn waiting(&self) -> usize {
        self.count(|answer| answer.is_none())
    }

    /// How many did not answer in time.
    pub fn silent(&self) -> usize {
        self.count(|answer| matches!(answer, Some(Answer::SilenceStay | Answer::SilenceLeave)))
    }
}

/// How the question of a revision stands.
///
/// # Errors
/// A fault of the database.
pub fn board(tx: &mut Tx<'_>, revision: RevisionId) -> Result<Board, Fault> {
    let mut lines: Vec<BoardLine> = on!(tx, c => reconsents::table
        .inner_join(signatures::table.inner_join(organization_rows::table))
        .filter(reconsents::revision_id.eq(revision))
        .filter(reconsents::superseded_at.is_null())
        .select((
            organization_rows::name,
            reconsents::answer,
            reconsents::reminded_at,
            signatures::withdrawn_at,
            signatures::withheld_at,
        ))
        .load(c))?;
    lines.sort_by_cached_key(|line| line.name.to_lowercase());
    let reminded_at = lines.iter().filter_map(|line| line.reminded_at).max();
    for line in &mut lines {
        // Whoever left the list in some other way is waited for no longer.
        if line.answer.is_none() && line.withdrawn_at.is_some() {
            line.answer = Some(Answer::Withdraw);
        }
        if line.withheld_at.is_some() {
            line.name = say!("signatures-a-withheld-name");
        }
    }
    // By name, and those without one last: where they would stand says what they begin with.
    let order = NameOrder::of(&speaking::current().language());
    lines.sort_by_cached_key(|line| (line.withheld_at.is_some(), order.key(&line.name)));
    Ok(Board { lines, reminded_at })
}

/// Why nobody was reminded.
#[derive(Debug)]
pub enum RemindError {
    /// Everyone has answered, or nobody was asked.
    NobodyWaits,
    /// They were reminded less than 24 hours ago.
    TooSoon,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(RemindError);

/// The least time between two reminders of coordinators.
const REMINDER_SECONDS: i64 = 24 * 3600;

/// Reminds those who have not answered to the latest substantive revision; each mail brings a link.
///
/// # Errors
/// See [`RemindError`].
pub fn remind_the_silent(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    address: &dyn Fn(&str) -> String,
) -> Result<(), RemindError> {
    let letter = own.letter();
    let asked = letters::latest_substantive(tx, letter.id)?.ok_or(RemindError::NobodyWaits)?;
    let now = tx.now();
    if board(tx, asked.id)?.reminded_at.is_some_and(|at| now < at.plus_seconds(REMINDER_SECONDS)) {
        return Err(RemindError::TooSoon);
    }
    let silent: Vec<(ReconsentId, Signed, Organization)> = on!(tx, c => reconsents::table
        .inner_join(signatures::table.inner_join(organization_rows::table))
        .filter(reconsents::revision_id.eq(asked.id))
        .filter(reconsents::superseded_at.is_null())
        .filter(reconsents::answer.is_null())
        .filter(signatures::withdrawn_at.is_null())
        .select((reconsents::id, Signed::as_select(), Organization::as_select()))
        .load(c))?;
    if silent.is_empty() {
        return Err(RemindError::NobodyWaits);
    }
    for (question, signature, organization) in &silent {
        on!(tx, c => diesel::update(reconsents::table.find(*question))
            .set(reconsents::reminded_at.eq(now))
            .execute(c))?;
        write_to(tx, letter, &asked, *question, signature, organization, true, address)?;
    }
    let about = speaking::in_words(Words::of(&letter.language()), || {
        say!("signatures-log-reminded", count = silent.len(), revision = asked.number)
    });
    log(tx, letter.id, Some(own.person()), Happened::Reminded, &about, "")?;
    Ok(())
}

/// A question that waits for somebody's answer.
#[derive(Debug, Clone)]
pub struct OpenQuestion {
    /// For which organization.
    pub organization: Organization,
    /// About which letter.
    pub letter: Letter,
    /// Until when.
    pub answer_by: Option<Moment>,
    /// The zone in which that was named.
    pub zone: Option<String>,
}

/// The questions that wait for the answer of a person's organizations, the most urgent first.
///
/// # Errors
/// A fault of the database.
pub fn questions_to(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<OpenQuestion>, Fault> {
    let authorities = organizations::authorities_of(tx, person)?;
    let ids: Vec<OrganizationId> = authorities.iter().map(|a| a.organization().id).collect();
    let found: Vec<(Organization, Letter, Option<Moment>, Option<String>)> = on!(tx, c => reconsents::table
        .inner_join(revisions::table)
        .inner_join(signatures::table.inner_join(organization_rows::table).inner_join(letter_rows::table))
        .filter(signatures::organization_id.eq_any(&ids))
        .filter(reconsents::superseded_at.is_null())
        .filter(reconsents::answer.is_null())
        .filter(signatures::withdrawn_at.is_null())
        .order(revisions::answer_by)
        .select((
            Organization::as_select(),
            Letter::as_select(),
            revisions::answer_by,
            revisions::answer_zone,
        ))
        .load(c))?;
    let question =
        |(organization, letter, answer_by, zone)| OpenQuestion { organization, letter, answer_by, zone };
    Ok(found.into_iter().map(question).collect())
}

/// Whether somebody has been silent beyond the date.
///
/// # Errors
/// A fault of the database.
pub fn is_anyone_silent(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let now = tx.now();
    let silent: i64 = on!(tx, c => reconsents::table
        .inner_join(revisions::table)
        .inner_join(signatures::table)
        .filter(revisions::answer_by.le(now))
        .filter(reconsents::superseded_at.is_null())
        .filter(reconsents::answer.is_null())
        .filter(signatures::withdrawn_at.is_null())
        .count()
        .get_result(c))?;
    Ok(silent > 0)
}

/// Applies the rule for silence to those whose date is over. Called every second, by every node:
/// each question is settled once, because whoever comes second finds it settled.
///
/// # Errors
/// A fault of the database.
pub fn answer_for_the_silent(tx: &mut Tx<'_>, address: &dyn Fn(&str) -> String) -> Result<(), Fault> {
    for question in ending::overdue(tx)? {
        letters::hold(tx, question.letter())?;
        // Again: it may have been answered before the letter was held.
        if ending::is_open(tx, &question)? {
            ending::end(tx, &question, When::AtItsDate, address)?;
        }
    }
    Ok(())
}
