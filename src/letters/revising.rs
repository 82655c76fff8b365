//! Revising a locked text: what the form says, and the revision that comes of it.
//!
//! Asking those who signed before is [`crate::signatures`]' part; the two happen in one transaction.

use diesel::prelude::*;

use super::drafting::{Draft, DraftForm};
use super::events::{EventKind, record};
use super::letter_log::{Happened, log};
use super::model::{Letter, OwnLetter, hold_own};
use super::revisions::{
    AnswerRule, LetterText, NewRevision, Revision, RevisionKind, Silence, find_current,
    find_revision_by_hash, lock,
};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{PersonId, Slug};
use crate::schema::letters;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::dates::{self, NoSuchTime};
use crate::text::difference::{self, Change};
use crate::text::words::say;

/// The fields of the form, as typed. A part of the text that is not sent stays as it is.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct RevisionForm {
    /// `editorial` or `substantive`.
    pub kind: String,
    /// What was changed and why.
    pub note: String,
    /// The title.
    pub title: Option<String>,
    /// To whom, a line each.
    pub addressees: Option<String>,
    /// The place and date line.
    pub place_and_date: Option<String>,
    /// The body, Markdown.
    pub body: Option<String>,
    /// The SHA-256 of the revision the form was opened with; empty from programs that do not know it.
    pub revision: String,
    /// Until when signatories answer, local time in `time_zone`; three days if empty.
    pub answer_by: String,
    /// IANA name; the deadline's zone if empty.
    pub time_zone: String,
    /// `stay` or `leave`; to stay if empty.
    pub silence: String,
    /// Which button was pressed: `lock` or `preview`.
    pub then: String,
}

/// A revision whose form is in order.
#[derive(Debug, Clone)]
pub struct Wording {
    kind: RevisionKind,
    note: String,
    /// The text.
    pub text: LetterText,
    answer: Option<AnswerRule>,
}

/// How long signatories have to answer where the coordinators name no date: over a weekend, and
/// within the days that a letter of this field has.
const ANSWER_SECONDS: i64 = 72 * 3600;

impl RevisionForm {
    /// The form as it opens on a letter with this current revision.
    pub fn of(letter: &Letter, current: &Revision) -> Self {
        let text = current.text();
        Self {
            title: Some(text.title),
            addressees: Some(text.addressees),
            place_and_date: Some(text.place_and_date),
            body: Some(text.body),
            revision: current.sha256(),
            time_zone: letter.deadline_zone.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The form with the parts of the text that were not sent put in from `text`.
    pub fn completed(self, text: &LetterText) -> Self {
        Self {
            title: self.title.or_else(|| Some(text.title.clone())),
            addressees: self.addressees.or_else(|| Some(text.addressees.clone())),
            place_and_date: self.place_and_date.or_else(|| Some(text.place_and_date.clone())),
            body: self.body.or_else(|| Some(text.body.clone())),
            ..self
        }
    }

    fn text(&self, language: &str) -> Result<LetterText, Complaints> {
        let typed = |part: &Option<String>| part.clone().unwrap_or_default();
        let form = DraftForm {
            title: typed(&self.title),
            addressees: typed(&self.addressees),
            place_and_date: typed(&self.place_and_date),
            body: typed(&self.body),
            language: language.to_owned(),
            ..DraftForm::default()
        };
        Draft::read(&form).map(|draft| draft.text)
    }

    /// Reads a completed form on a letter whose text is `current`.
    ///
    /// # Errors
    /// What is wrong, field by field; also if nothing is changed.
    pub fn read(&self, letter: &Letter, current: &LetterText, now: Moment) -> Result<Wording, Complaints> {
        let (text, mut complaints) = match self.text(&current.language) {
            Ok(text) => (Some(text), Complaints::default()),
            Err(complaints) => (None, complaints),
        };
        if text.as_ref() == Some(current) {
            complaints.add("body", say!("letters-revision-changes-nothing"));
        }
        let kind = match self.kind.trim().parse() {
            Ok(kind @ (RevisionKind::Editorial | RevisionKind::Substantive)) => Some(kind),
            Ok(RevisionKind::First) | Err(()) => {
                complaints.add("kind", say!("letters-kind-missing"));
                None
            }
        };
        let substantive = kind == Some(RevisionKind::Substantive);
        let note = clean::prose(&self.note);
        complaints.at_most("note", &note, 2000);
        if substantive && note.is_empty() {
            complaints.add("note", say!("letters-revision-note-missing"));
        }
        let answer = if substantive { self.answer_rule(letter, now, &mut complaints) } else { None };
        match (text, kind) {
            (Some(text), Some(kind)) => complaints.or(Wording { kind, note, text, answer }),
            _ => Err(complaints),
        }
    }

    fn answer_rule(&self, letter: &Letter, now: Moment, complaints: &mut Complaints) -> Option<AnswerRule> {
        let silence = match self.silence.trim() {
            "" => Some(Silence::Stay),
            typed => typed.parse().ok(),
        };
        if silence.is_none() {
            complaints.add("silence", say!("letters-silence-missing"));
        }
        let zone = match self.time_zone.trim() {
            "" => letter.deadline_zone.as_deref().unwrap_or("UTC"),
            typed => typed,
        };
        let (by, zone) = if self.answer_by.trim().is_empty() {
            let known = dates::read("2000-01-01T12:00", zone).is_ok();
            (now.plus_seconds(ANSWER_SECONDS), if known { zone } else { "UTC" }.to_owned())
        } else {
            match dates::read(&self.answer_by, zone) {
                Ok(time) => (Moment::from(time.at), time.zone),
                Err(NoSuchTime::Unreadable) => {
                    complaints.add("answer_by", say!("letters-date-looks-like"));
                    return None;
                }
                Err(NoSuchTime::UnknownZone) => {
                    complaints.add("time_zone", say!("letters-no-zone"));
                    return None;
                }
                Err(NoSuchTime::Skipped) => {
                    complaints.add("answer_by", say!("letters-hour-skipped"));
                    return None;
                }
            }
        };
        if by <= now {
            complaints.add("answer_by", say!("letters-time-over"));
        }
        silence.map(|silence| AnswerRule { by, zone, silence })
    }
}

/// Why a text was not revised, or could not be.
#[derive(Debug)]
pub enum ReviseError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is a draft, which is edited.
    NotOpened,
    /// It was delivered as it stands.
    Delivered,
    /// Its coordinators retracted it.
    Retracted,
    /// Another revision came since the form was opened.
    TextMoved {
        /// The revision that the form was opened with, if it is one of this letter's.
        opened: Option<Box<Revision>>,
        /// The current one.
        current: Box<Revision>,
    },
    /// The form needs another look.
    Unreadable(Complaints),
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ReviseError);

/// A letter that was opened and not delivered, with its current revision: what can be revised.
pub(super) fn revisable(tx: &mut Tx<'_>, own: Option<OwnLetter>) -> Result<(Letter, Revision), ReviseError> {
    let letter = own.ok_or(ReviseError::NoSuchLetter)?.letter().clone();
    let current = find_current(tx, letter.id)?.filter(|_| letter.opened_at.is_some());
    let current = current.ok_or(ReviseError::NotOpened)?;
    if letter.retracted_at.is_some() {
        return Err(ReviseError::Retracted);
    }
    if letter.delivered_at.is_some() {
        return Err(ReviseError::Delivered);
    }
    Ok((letter, current))
}

/// Reads a form on the letter as it stands; nothing is changed.
pub(super) fn look_over(
    tx: &mut Tx<'_>,
    own: Option<OwnLetter>,
    form: &RevisionForm,
) -> Result<(Letter, Revision, Wording), ReviseError> {
    let (letter, current) = revisable(tx, own)?;
    let opened = form.revision.trim();
    if !opened.is_empty() && !opened.eq_ignore_ascii_case(&current.sha256()) {
        let opened = find_revision_by_hash(tx, letter.id, opened)?.map(Box::new);
        return Err(ReviseError::TextMoved { opened, current: Box::new(current) });
    }
    let form = form.clone().completed(&current.text());
    let wording = form.read(&letter, &current.text(), tx.now()).map_err(ReviseError::Unreadable)?;
    Ok((letter, current, wording))
}

/// A letter that was revised.
pub(super) struct Revised {
    /// The letter with its text of this moment.
    pub letter: Letter,
    /// The revision before.
    pub before: Revision,
    /// The revision it has.
    pub after: Revision,
}

/// Locks another text as the next revision. Signatures keep the revision they were given to; what a
/// substantive one asks of them is the caller's part.
pub(super) fn revise(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    form: &RevisionForm,
) -> Result<Revised, ReviseError> {
    let own = hold_own(tx, person, slug)?;
    let (mut letter, before, wording) = look_over(tx, own, form)?;
    let new = NewRevision {
        number: before.number + 1,
        kind: wording.kind,
        note: &wording.note,
        text: &wording.text,
        answer: wording.answer.as_ref(),
    };
    let after = lock(tx, letter.id, &new, Some(person))?;
    let text = (
        letters::title.eq(&wording.text.title),
        letters::addressees.eq(&wording.text.addressees),
        letters::place_and_date.eq(&wording.text.place_and_date),
        letters::body.eq(&wording.text.body),
        letters::updated_at.eq(tx.now()),
        letters::version.eq(letters::version + 1),
    );
    on!(tx, c => diesel::update(letters::table.find(letter.id)).set(text).execute(c))?;
    let about = format!("revision {}, {}", after.number, after.kind.as_str());
    log(tx, letter.id, Some(person), Happened::Revised, &about, &wording.note)?;
    record(tx, letter.id, EventKind::Revised, None)?;
    letter.title = wording.text.title;
    Ok(Revised { letter, before, after })
}

/// What changed between two texts of a letter, word by word.
#[derive(Debug, Clone)]
pub struct TextDifference {
    pub(super) title: Vec<Change>,
    pub(super) addressees: Vec<Change>,
    pub(super) place_and_date: Vec<Change>,
    pub(super) body: Vec<Vec<Change>>,
    pub(super) language: String,
}

impl TextDifference {
    /// The difference, in the order of reading.
    pub fn between(old: &LetterText, new: &LetterText) -> Self {
        Self {
            title: difference::between(&old.title, &new.title),
            addressees: difference::between(&old.addressees, &new.addressees),
            place_and_date: difference::between(&old.place_and_date, &new.place_and_date),
            body: difference::by_paragraph(&difference::between(&old.body, &new.body)),
            language: new.language.clone(),
        }
    }

    /// All paragraphs, the title's first.
    fn paragraphs(&self) -> impl Iterator<Item = &Vec<Change>> {
        [&self.place_and_date, &self.addressees, &self.title].into_iter().chain(&self.body)
    }

    /// Whether the two say the same, word by word.
    pub fn is_none(&self) -> bool {
        !self.paragraphs().any(|paragraph| difference::is_any(paragraph))
    }

    /// The paragraphs that changed, each as it was and as it is, for a mail: at most `most` of them,
    /// and how many more there are.
    pub fn changed_paragraphs(&self, most: usize) -> (Vec<(String, String)>, usize) {
        let side = |paragraph: &[Change], gone: difference::Kind| -> String {
            let kept = paragraph.iter().filter(|change| change.kind != gone);
            kept.map(|change| change.words.as_str()).collect()
        };
        let changed: Vec<&Vec<Change>> = self.paragraphs().filter(|p| difference::is_any(p)).collect();
        let shown = changed.iter().take(most).map(|paragraph| {
            (side(paragraph, difference::Kind::Added), side(paragraph, difference::Kind::Removed))
        });
        (shown.collect(), changed.len().saturating_sub(most))
    }
}
