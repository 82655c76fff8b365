//! **Queue**: signatures that are not listed before a coordinator has looked. A letter may ask for a
//! way of verification; who is below it signs all the same, and waits. So does a signature that was
//! withdrawn under dispute and is given again over the objection.

use diesel::prelude::*;

use super::cases;
use super::mails::queue as mails;
use super::signing;
use super::standing::{Given, find_given};
use super::withholding::{log_about, record_of};
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, PersonId, QueueEntryId, SignatureId};
use crate::letters::{self, EventKind, Happened, Letter, Minimum, OwnLetter};
use crate::organizations::Organization;
use crate::schema::{letters as letter_rows, organizations, queue_entries as entries, signatures};
use crate::text::speaking;
use crate::text::words::{Words, say};

text_enum! {
    /// Why a signature waits.
    Why {
        /// The organization is verified in a lesser way than the letter asks for.
        Verification = "verification",
        /// An owner had said that the earlier signature was not authorised.
        Disputed = "disputed",
    }
}

text_enum! {
    /// What became of a signature that waited.
    Decision {
        /// A coordinator put it on the list.
        Accepted = "accepted",
        /// A coordinator refused it.
        Refused = "refused",
        /// The organization is verified as the letter asks.
        Risen = "risen",
        /// The organization withdrew.
        Withdrawn = "withdrawn",
    }
}

impl Decision {
    /// What became of it.
    pub fn in_words(self) -> String {
        match self {
            Self::Accepted => say!("signatures-decision-accepted"),
            Self::Refused => say!("signatures-decision-refused"),
            Self::Risen => say!("signatures-decision-risen"),
            Self::Withdrawn => say!("signatures-outcome-withdrawn"),
        }
    }
}

/// Why a signature has to wait, if it has.
pub(super) fn why_it_waits(
    tx: &mut Tx<'_>,
    letter: &Letter,
    organization: &Organization,
    signature: SignatureId,
    giver: PersonId,
) -> Result<Option<Why>, Fault> {
    if cases::is_disputed(tx, signature, organization, giver)? {
        return Ok(Some(Why::Disputed));
    }
    let met = letter.verification.is_met_by(organization.verified_by);
    Ok((!met).then_some(Why::Verification))
}

/// Puts a signature that was just given into the queue. Readers see nothing of it.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    letter: LetterId,
    signature: SignatureId,
    why: Why,
) -> Result<(), Fault> {
    let now = tx.now();
    let row = (
        entries::id.eq(QueueEntryId::new()),
        entries::letter_id.eq(letter),
        entries::signature_id.eq(signature),
        entries::why.eq(why),
        entries::since.eq(now),
        entries::reason.eq(sealed("")),
    );
    on!(tx, c => diesel::insert_into(entries::table).values(row).execute(c))?;
    on!(tx, c => diesel::update(signatures::table.find(signature))
        .set(signatures::awaiting_since.eq(now))
        .execute(c))?;
    Ok(())
}

/// A signature that waits, or waited.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub id: QueueEntryId,
    pub why: Why,
    pub since: Moment,
    pub decided_at: Option<Moment>,
    pub decision: Option<Decision>,
    pub reason: String,
    pub given: Given,
    pub organization: Organization,
}

type Row = (QueueEntryId, SignatureId, Why, Moment, Option<Moment>, Option<Decision>, String);

macro_rules! entry_columns {
    () => {
        (
            entries::id,
            entries::signature_id,
            entries::why,
            entries::since,
            entries::decided_at,
            entries::decision,
            entries::reason,
        )
    };
}

fn whole(tx: &mut Tx<'_>, row: Row) -> Result<Option<Entry>, Fault> {
    let (id, signature, why, since, decided_at, decision, reason) = row;
    let found = find_given(tx, signature)?;
    Ok(found.map(|(given, organization, _)| Entry {
        id,
        why,
        since,
        decided_at,
        decision,
        reason,
        given,
        organization,
    }))
}

/// More than this a page does not show; the oldest that wait come first.
const SHOWN: i64 = 200;

/// The signatures of a letter that wait, the oldest first.
pub(super) fn waiting(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Entry>, Fault> {
    let rows: Vec<Row> = on!(tx, c => entries::table
        .filter(entries::letter_id.eq(letter).and(entries::decided_at.is_null()))
        .order(entries::id)
        .limit(SHOWN)
        .select(entry_columns!())
        .load(c))?;
    all(tx, rows)
}

/// Those that were decided, the latest first.
pub(super) fn decided(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Entry>, Fault> {
    let rows: Vec<Row> = on!(tx, c => entries::table
        .filter(entries::letter_id.eq(letter).and(entries::decided_at.is_not_null()))
        .order(entries::decided_at.desc())
        .limit(SHOWN)
        .select(entry_columns!())
        .load(c))?;
    all(tx, rows)
}

fn all(tx: &mut Tx<'_>, rows: Vec<Row>) -> Result<Vec<Entry>, Fault> {
    let mut all = Vec::new();
    for row in rows {
        all.extend(whole(tx, row)?);
    }
    Ok(all)
}

/// What waits for the coordinators of a letter.
#[derive(Debug, Clone)]
pub struct Waits {
    /// The letter.
    pub letter: Letter,
    /// How many signatures wait.
    pub signatures: usize,
    /// How many cases are open.
    pub cases: usize,
}

impl Waits {
    /// "2 signatures wait to be looked at; 1 is said not to be authorised".
    pub fn in_words(&self) -> String {
        let look = || say!("signatures-waits-look", count = self.signatures);
        let cases = || say!("signatures-waits-cases", count = self.cases);
        match (self.signatures, self.cases) {
            (0, _) => cases(),
            (_, 0) => look(),
            _ => say!("signatures-waits-both", look = look(), cases = cases()),
        }
    }
}

/// What waits for the coordinators of a letter, if anything does.
pub(super) fn waits_of(tx: &mut Tx<'_>, letter: &Letter) -> Result<Option<Waits>, Fault> {
    let count: i64 = on!(tx, c => entries::table
        .filter(entries::letter_id.eq(letter.id).and(entries::decided_at.is_null()))
        .count()
        .get_result(c))?;
    let signatures = usize::try_from(count).unwrap_or(0);
    let cases = cases::count_open(tx, letter.id)?;
    Ok((signatures + cases > 0).then(|| Waits { letter: letter.clone(), signatures, cases }))
}

/// The letters that a person coordinates and in which something waits for them.
///
/// # Errors
/// A fault of the database.
pub fn waits_for_coordinator(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Waits>, Fault> {
    let mut all = Vec::new();
    for letter in letters::letters_of(tx, person)? {
        all.extend(waits_of(tx, &letter)?);
    }
    Ok(all)
}

/// Why nothing was decided.
#[derive(Debug)]
pub(super) enum DecideError {
    /// There is no such signature in this letter's queue.
    NoSuchEntry,
    /// It is decided already: by another coordinator, by the organization, or by itself.
    Decided(Decision),
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(DecideError);

/// Accepts or refuses a signature that waits, with a reason that the organization's people read by
/// mail. In any state of the letter: of a delivered one, who is accepted stands under "signed after
/// delivery". The letter must be held.
pub(super) fn decide(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    id: QueueEntryId,
    accepts: bool,
    reason: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), DecideError> {
    let letter = own.letter();
    let row: Option<Row> = on!(tx, c => entries::table
        .find(id)
        .filter(entries::letter_id.eq(letter.id))
        .select(entry_columns!())
        .first(c)
        .optional())?;
    let row = row.ok_or(DecideError::NoSuchEntry)?;
    let entry = whole(tx, row)?.ok_or(DecideError::NoSuchEntry)?;
    if let Some(decision) = entry.decision {
        return Err(DecideError::Decided(decision));
    }
    let about = (entry.given.id, &entry.organization);
    let by = Some(own.person());
    if accepts {
        end(tx, entry.id, Decision::Accepted, by, reason)?;
        list(tx, &entry)?;
        log_about(tx, letter.id, by, Happened::QueueAccepted, about, reason)?;
    } else {
        end(tx, entry.id, Decision::Refused, by, reason)?;
        super::reconsents::answered_by_withdrawing(tx, entry.given.id, own.person())?;
        super::preparing::replace_waiting(tx, letter.id, entry.organization.id)?;
        signing::take_off(tx, letter.id, entry.given.id)?;
        log_about(tx, letter.id, by, Happened::QueueRefused, about, reason)?;
    }
    mails::tell_decided(tx, letter, &entry, accepts, &|| reason.to_owned(), address)?;
    Ok(())
}

fn end(
    tx: &mut Tx<'_>,
    entry: QueueEntryId,
    decision: Decision,
    by: Option<PersonId>,
    reason: &str,
) -> Result<(), Fault> {
    let decided = (
        entries::decided_at.eq(tx.now()),
        entries::decided_by.eq(by),
        entries::decision.eq(decision),
        entries::reason.eq(sealed(reason)),
    );
    on!(tx, c => diesel::update(entries::table.find(entry).filter(entries::decided_at.is_null()))
        .set(decided)
        .execute(c))?;
    Ok(())
}

/// Puts a signature that waited on the list; one that is suspended stays off it.
fn list(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), Fault> {
    on!(tx, c => diesel::update(signatures::table.find(entry.given.id))
        .set(signatures::awaiting_since.eq(None::<Moment>))
        .execute(c))?;
    if entry.given.suspended_at.is_none() {
        record_of(tx, entry.given.letter_id, EventKind::Signed, entry.given.id)?;
    }
    Ok(())
}

/// The organization withdrew: nobody decides any more.
pub(super) fn end_by_withdrawal(tx: &mut Tx<'_>, signature: SignatureId) -> Result<(), Fault> {
    let open: Option<QueueEntryId> = on!(tx, c => entries::table
        .filter(entries::signature_id.eq(signature).and(entries::decided_at.is_null()))
        .select(entries::id)
        .first(c)
        .optional())?;
    match open {
        Some(entry) => end(tx, entry, Decision::Withdrawn, None, ""),
        None => Ok(()),
    }
}

/// Those that wait for their verification and have what their letter asks for.
fn risen(tx: &mut Tx<'_>) -> Result<Vec<(QueueEntryId, Letter)>, Fault> {
    let waiting: Vec<(QueueEntryId, Letter, Minimum, Organization)> = on!(tx, c => entries::table
        .inner_join(signatures::table.inner_join(organizations::table))
        .inner_join(letter_rows::table)
        .filter(entries::decided_at.is_null().and(entries::why.eq(Why::Verification)))
        .order((entries::letter_id, entries::id)) // so that no two nodes that hold the letters wait in a circle
        .select((entries::id, Letter::as_select(), letter_rows::verification, Organization::as_select()))
        .load(c))?;
    let met = |(id, letter, minimum, organization): (QueueEntryId, Letter, Minimum, Organization)| {
        minimum.is_met_by(organization.verified_by).then_some((id, letter))
    };
    Ok(waiting.into_iter().filter_map(met).collect())
}

/// Whether somebody who waits has come to be verified as their letter asks, or the letter asks for less.
///
/// # Errors
/// A fault of the database.
pub fn has_anyone_risen(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    Ok(!risen(tx)?.is_empty())
}

/// Lists those who wait and have come to be verified as their letter asks; their people get a mail.
/// Called every second, by every node: each is listed once, because whoever comes second finds it
/// decided. (Organizations cannot call it, for they do not know signatures.)
///
/// # Errors
/// A fault of the database.
pub fn list_the_risen(tx: &mut Tx<'_>, address: &dyn Fn(&str) -> String) -> Result<(), Fault> {
    for (id, letter) in risen(tx)? {
        letters::hold(tx, letter.id)?;
        // Again: a coordinator may have decided before the letter was held.
        if !risen(tx)?.iter().any(|(other, _)| *other == id) {
            continue;
        }
        let row: Row = on!(tx, c => entries::table.find(id).select(entry_columns!()).first(c))?;
        let Some(entry) = whole(tx, row)? else { continue };
        end(tx, id, Decision::Risen, None, "")?;
        list(tx, &entry)?;
        let about = (entry.given.id, &entry.organization);
        // The letter's coordinators read the log together: in the letter's language.
        let risen = speaking::in_words(Words::of(&letter.language()), || Decision::Risen.in_words());
        log_about(tx, letter.id, None, Happened::QueueAccepted, about, &risen)?;
        mails::tell_decided(tx, &letter, &entry, true, &|| Decision::Risen.in_words(), address)?;
    }
    Ok(())
}
