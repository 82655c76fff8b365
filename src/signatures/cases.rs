//! **Case**: an owner says that a signature in the organization's name was not authorised. It is
//! suspended at once, and the letter's coordinators decide.
//!
//! What the owners say is kept, and of each the latest counts. Who said it can take it back: if nobody
//! says so any more the signature stands again by itself. Where one owner objects and another confirms
//! the case stays: which of them is right the coordinators find out, outside this program.

use std::collections::HashMap;

use diesel::prelude::*;

use super::links::{self, InHand, Purpose, Way, WayError};
use super::mails::authority as mails;
use super::preparing::replace_waiting;
use super::reconsents::answered_by_withdrawing;
use super::signing;
use super::standing::{Given, find_given};
use super::withholding::{log_about, log_of, record_of};
use crate::db::{Moment, Tx, on, sealed, text_enum};
use crate::error::{Fault, carries_faults};
use crate::ids::{CaseId, LetterId, PersonId, SignatureId, VoiceId};
use crate::letters::{self, EventKind, Happened, OwnLetter};
use crate::organizations::{self, Organization, Role};
use crate::schema::{authority_cases as cases, authority_voices as voices, signatures};
use crate::text::words::say;

text_enum! {
    /// What an owner says.
    Says {
        /// It was not authorised.
        Objects = "objects",
        /// It was, or is now.
        Confirms = "confirms",
    }
}

text_enum! {
    /// How a case ended.
    Outcome {
        /// A coordinator put the signature back.
        Restored = "restored",
        /// A coordinator took it off for good.
        Removed = "removed",
        /// Who had objected took it back.
        TakenBack = "taken-back",
        /// The organization withdrew.
        Withdrawn = "withdrawn",
    }
}

impl Outcome {
    /// What became of it.
    pub fn in_words(self) -> String {
        match self {
            Self::Restored => say!("signatures-outcome-restored"),
            Self::Removed => say!("signatures-outcome-removed"),
            Self::TakenBack => say!("signatures-outcome-taken-back"),
            Self::Withdrawn => say!("signatures-outcome-withdrawn"),
        }
    }
}

/// What one owner said.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = voices)]
pub(super) struct Voice {
    person_id: Option<PersonId>,
    pub person_name: String,
    pub says: Says,
    pub words: String,
    pub said_at: Moment,
}

/// A case with everything that was said.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub id: CaseId,
    pub opened_at: Moment,
    pub settled_at: Option<Moment>,
    pub outcome: Option<Outcome>,
    pub reason: String,
    pub given: Given,
    pub organization: Organization,
    /// The first first.
    pub voices: Vec<Voice>,
}

impl Case {
    /// The latest that each owner said.
    fn latest(&self) -> Vec<&Voice> {
        let mut latest: HashMap<PersonId, &Voice> = HashMap::new();
        let mut nobodys = Vec::new(); // of those who have no account any more, everything stands
        for voice in &self.voices {
            match voice.person_id {
                Some(person) => {
                    latest.insert(person, voice);
                }
                None => nobodys.push(voice),
            }
        }
        latest.into_values().chain(nobodys).collect()
    }

    /// Whether somebody objects still.
    pub fn is_objected(&self) -> bool {
        self.latest().iter().any(|voice| voice.says == Says::Objects)
    }

    /// Whether an owner says that the signature is authorised.
    pub fn is_confirmed(&self) -> bool {
        self.latest().iter().any(|voice| voice.says == Says::Confirms)
    }

    /// What this person says.
    pub fn said_by(&self, person: PersonId) -> Option<Says> {
        self.latest().into_iter().find(|voice| voice.person_id == Some(person)).map(|voice| voice.says)
    }
}

type CaseRow = (CaseId, SignatureId, Moment, Option<Moment>, Option<Outcome>, String);

macro_rules! case_columns {
    () => {
        (cases::id, cases::signature_id, cases::opened_at, cases::settled_at, cases::outcome, cases::reason)
    };
}

fn whole(tx: &mut Tx<'_>, row: CaseRow) -> Result<Option<Case>, Fault> {
    let (id, signature, opened_at, settled_at, outcome, reason) = row;
    let Some((given, organization, _)) = find_given(tx, signature)? else { return Ok(None) };
    let voices: Vec<Voice> = on!(tx, c => voices::table
        .filter(voices::case_id.eq(id))
        .order(voices::id)
        .select(Voice::as_select())
        .load(c))?;
    Ok(Some(Case { id, opened_at, settled_at, outcome, reason, given, organization, voices }))
}

/// The case of a signature that is open.
pub(super) fn open_case_of(tx: &mut Tx<'_>, signature: SignatureId) -> Result<Option<Case>, Fault> {
    let row: Option<CaseRow> = on!(tx, c => cases::table
        .filter(cases::signature_id.eq(signature).and(cases::settled_at.is_null()))
        .select(case_columns!())
        .first(c)
        .optional())?;
    match row {
        Some(row) => whole(tx, row),
        None => Ok(None),
    }
}

/// More settled cases than this no letter has; a page need not show more.
const SHOWN: i64 = 200;

/// The cases of a letter: those that are open first, then the latest settled.
pub(super) fn cases_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Case>, Fault> {
    let rows: Vec<CaseRow> = on!(tx, c => cases::table
        .filter(cases::letter_id.eq(letter))
        .order(cases::id.desc())
        .limit(SHOWN)
        .select(case_columns!())
        .load(c))?;
    let mut all = Vec::new();
    for row in rows {
        all.extend(whole(tx, row)?);
    }
    all.sort_by_key(|case| case.settled_at.is_some()); // stable
    Ok(all)
}

/// How many cases of a letter are open.
pub(super) fn count_open(tx: &mut Tx<'_>, letter: LetterId) -> Result<usize, Fault> {
    let count: i64 = on!(tx, c => cases::table
        .filter(cases::letter_id.eq(letter).and(cases::settled_at.is_null()))
        .count()
        .get_result(c))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Why nothing came of what an owner said.
#[derive(Debug)]
pub(super) enum VoiceError {
    /// See [`WayError`].
    Way(WayError),
    /// The organization has withdrawn: there is nothing to object to.
    Withdrawn,
    /// Nobody objected, so there is nothing to confirm.
    NoCase,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(VoiceError);

impl From<WayError> for VoiceError {
    fn from(error: WayError) -> Self {
        Self::Way(error)
    }
}

/// The signature at the end of a way, with its letter held.
fn hold_in_hand(tx: &mut Tx<'_>, way: &Way) -> Result<InHand, WayError> {
    let found = links::find_in_hand(tx, way, Purpose::Objection)?;
    letters::hold(tx, found.letter.id)?;
    links::find_in_hand(tx, way, Purpose::Objection) // again: it may have changed while we waited
}

/// An owner says that a signature was not authorised: it leaves the list and the count at once, and the
/// coordinators, whoever signed and the other owners hear of it. Saying it twice is saying it once.
pub(super) fn object(
    tx: &mut Tx<'_>,
    way: &Way,
    words: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<InHand, VoiceError> {
    let in_hand = hold_in_hand(tx, way)?;
    let InHand { given, organization, letter, person } = &in_hand;
    if given.withdrawn_at.is_some() {
        return Err(VoiceError::Withdrawn);
    }
    links::use_up(tx, way)?;
    let open = open_case_of(tx, given.id)?;
    if open.as_ref().and_then(|case| case.said_by(person.id)) == Some(Says::Objects) {
        return Ok(in_hand);
    }
    let case = match open {
        Some(case) => case.id,
        None => open_case(tx, given)?,
    };
    add_voice(tx, case, person.id, &person.name, Says::Objects, words)?;
    let now = tx.now();
    let suspended = on!(tx, c => diesel::update(signatures::table
            .find(given.id)
            .filter(signatures::suspended_at.is_null()))
        .set(signatures::suspended_at.eq(now))
        .execute(c))
    .map_err(Fault::from)?;
    if suspended == 1 && given.awaiting_since.is_none() {
        record_of(tx, letter.id, EventKind::Suspended, given.id)?;
    }
    log_of(tx, letter.id, Some(person.id), Happened::Disputed, organization, "")?;
    mails::tell_of_objection(tx, &in_hand, address)?;
    Ok(in_hand)
}

fn open_case(tx: &mut Tx<'_>, given: &Given) -> Result<CaseId, Fault> {
    let id = CaseId::new();
    let row = (
        cases::id.eq(id),
        cases::letter_id.eq(given.letter_id),
        cases::signature_id.eq(given.id),
        cases::opened_at.eq(tx.now()),
        cases::reason.eq(sealed("")),
    );
    on!(tx, c => diesel::insert_into(cases::table).values(row).execute(c))?;
    Ok(id)
}

fn add_voice(
    tx: &mut Tx<'_>,
    case: CaseId,
    person: PersonId,
    name: &str,
    says: Says,
    words: &str,
) -> Result<(), Fault> {
    let row = (
        voices::id.eq(VoiceId::new()),
        voices::case_id.eq(case),
        voices::person_id.eq(person),
        voices::person_name.eq(sealed(name)),
        voices::says.eq(says),
        voices::words.eq(sealed(words)),
        voices::said_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(voices::table).values(row).execute(c))?;
    Ok(())
}

/// What came of a confirmation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Confirmed {
    /// Nobody objects any more: the signature stands again.
    StandsAgain,
    /// Another owner objects still: the coordinators decide.
    Kept,
}

/// An owner says that a suspended signature is authorised. If that takes back the only objections, the
/// signature stands again; if another owner objects still, the coordinators see both.
pub(super) fn confirm(
    tx: &mut Tx<'_>,
    way: &Way,
    words: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<Confirmed, VoiceError> {
    let in_hand = hold_in_hand(tx, way)?;
    let InHand { given, organization, letter, person } = &in_hand;
    let case = open_case_of(tx, given.id)?.ok_or(VoiceError::NoCase)?;
    if case.said_by(person.id) != Some(Says::Confirms) {
        add_voice(tx, case.id, person.id, &person.name, Says::Confirms, words)?;
        log_of(tx, letter.id, Some(person.id), Happened::AuthorityConfirmed, organization, "")?;
    }
    let case = open_case_of(tx, given.id)?.ok_or(VoiceError::NoCase)?;
    if case.is_objected() {
        mails::tell_of_disagreement(tx, &in_hand, address)?;
        return Ok(Confirmed::Kept);
    }
    end(tx, case.id, Outcome::TakenBack, None, "")?;
    stand_again(tx, given)?;
    mails::tell_taken_back(tx, &in_hand, address)?;
    Ok(Confirmed::StandsAgain)
}

fn end(
    tx: &mut Tx<'_>,
    case: CaseId,
    outcome: Outcome,
    by: Option<PersonId>,
    reason: &str,
) -> Result<(), Fault> {
    let settled = (
        cases::settled_at.eq(tx.now()),
        cases::settled_by.eq(by),
        cases::outcome.eq(outcome),
        cases::reason.eq(sealed(reason)),
    );
    on!(tx, c => diesel::update(cases::table.find(case).filter(cases::settled_at.is_null()))
        .set(settled)
        .execute(c))?;
    Ok(())
}

/// The signature is suspended no longer. One that also waits for a coordinator goes on waiting.
fn stand_again(tx: &mut Tx<'_>, given: &Given) -> Result<(), Fault> {
    on!(tx, c => diesel::update(signatures::table.find(given.id))
        .set(signatures::suspended_at.eq(None::<Moment>))
        .execute(c))?;
    if given.awaiting_since.is_none() {
        record_of(tx, given.letter_id, EventKind::Restored, given.id)?;
    }
    Ok(())
}

/// The organization withdrew: its case is over.
pub(super) fn end_by_withdrawal(tx: &mut Tx<'_>, signature: SignatureId) -> Result<(), Fault> {
    match open_case_of(tx, signature)? {
        Some(case) => end(tx, case.id, Outcome::Withdrawn, None, ""),
        None => Ok(()),
    }
}

/// What coordinators decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The signature stands again.
    Restore,
    /// It is taken off, as if it were withdrawn.
    Remove,
}

/// Why nothing was settled.
#[derive(Debug)]
pub(super) enum SettleError {
    /// There is no such case of this letter.
    NoSuchCase,
    /// It is settled already: by another coordinator, or by the organization.
    Settled(Outcome),
    /// No owner has confirmed the signature, so it cannot be put back.
    NotConfirmed,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SettleError);

/// Settles a case, with a reason that the organization's people read. Putting a signature back takes
/// the word of one of its owners. The letter must be held.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    id: CaseId,
    verdict: Verdict,
    reason: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), SettleError> {
    let letter = own.letter();
    let row: Option<CaseRow> = on!(tx, c => cases::table
        .find(id)
        .filter(cases::letter_id.eq(letter.id))
        .select(case_columns!())
        .first(c)
        .optional())?;
    let row = row.ok_or(SettleError::NoSuchCase)?;
    let case = whole(tx, row)?.ok_or(SettleError::NoSuchCase)?;
    if let Some(outcome) = case.outcome {
        return Err(SettleError::Settled(outcome));
    }
    let (given, about) = (&case.given, (case.given.id, &case.organization));
    match verdict {
        Verdict::Restore => {
            if !case.is_confirmed() {
                return Err(SettleError::NotConfirmed);
            }
            end(tx, id, Outcome::Restored, Some(own.person()), reason)?;
            stand_again(tx, given)?;
            log_about(tx, letter.id, Some(own.person()), Happened::Restored, about, reason)?;
        }
        Verdict::Remove => {
            end(tx, id, Outcome::Removed, Some(own.person()), reason)?;
            answered_by_withdrawing(tx, given.id, own.person())?;
            replace_waiting(tx, letter.id, case.organization.id)?;
            signing::take_off(tx, letter.id, given.id)?;
            log_about(tx, letter.id, Some(own.person()), Happened::DisputedRemoved, about, reason)?;
        }
    }
    mails::tell_settled(tx, letter, &case, verdict, reason, address)?;
    Ok(())
}

/// Whether a signature that was withdrawn under dispute and is given again is disputed still: an owner
/// who objected, and is an owner, is not who gives it. Else whoever had signed without authority would
/// withdraw, sign again and stand there.
pub(super) fn is_disputed(
    tx: &mut Tx<'_>,
    signature: SignatureId,
    organization: &Organization,
    giver: PersonId,
) -> Result<bool, Fault> {
    let row: Option<CaseRow> = on!(tx, c => cases::table
        .filter(cases::signature_id.eq(signature).and(cases::settled_at.is_not_null()))
        .order(cases::id.desc())
        .select(case_columns!())
        .first(c)
        .optional())?;
    let Some(row) = row.filter(|row| matches!(row.4, Some(Outcome::Removed | Outcome::Withdrawn))) else {
        return Ok(false);
    };
    let Some(case) = whole(tx, row)? else { return Ok(false) };
    for voice in case.latest() {
        if let Some(person) = voice.person_id.filter(|person| voice.says == Says::Objects && *person != giver)
            && organizations::find_role(tx, person, organization.id)? == Some(Role::Owner)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
