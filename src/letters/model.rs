//! Letters: their rows, their rule for the list, and who may see and do what with them.

use diesel::prelude::*;

use super::events::hold;
use super::revisions::{LetterText, Revision, find_current};
use super::verification::Minimum;
use crate::db::{Moment, Tx, on, text_enum};
use crate::error::Fault;
use crate::ids::{LetterId, PersonId, Slug};
use crate::people::Person;
use crate::schema::{letter_coordinators, letters, people};
use crate::text::language::Language;
use crate::text::markdown;

text_enum! {
    /// What the headings of the list are.
    Grouping {
        /// The coalitions that organizations chose to stand under.
        Coalition = "coalition",
        /// The organizations' countries.
        Country = "country",
        /// There are none.
        None = "none",
    }
}

text_enum! {
    /// The order of signatories under a heading.
    Ordering {
        /// By name, collated in the letter's language.
        Name = "name",
        /// By time of signing, the first first.
        Time = "time",
        /// As the coordinators put them; newcomers last.
        Hand = "hand",
    }
}

text_enum! {
    /// How signatories are numbered.
    Numbering {
        /// From one through the whole list.
        Through = "through",
        /// From one under each heading.
        Restart = "restart",
        /// Not at all.
        None = "none",
    }
}

/// The rule by which a letter's signatories are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListRule {
    /// The headings.
    pub grouping: Grouping,
    /// The order under a heading.
    pub ordering: Ordering,
    /// The numbers.
    pub numbering: Numbering,
}

/// A letter's row. Its text is the draft's until publication; what readers see afterwards is the
/// current [`Revision`].
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = letters)]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// Its address under `/letters/`.
    pub slug: String,
    /// The draft's title.
    pub title: String,
    /// The draft's addressees.
    pub addressees: String,
    /// The draft's place and date line.
    pub place_and_date: String,
    /// The draft's body, Markdown.
    pub body: String,
    /// The language of the text, BCP 47.
    pub language: String,
    /// See [`ListRule`].
    pub grouping: Grouping,
    /// See [`ListRule`].
    pub ordering: Ordering,
    /// See [`ListRule`].
    pub numbering: Numbering,
    /// Until when it can be signed.
    pub deadline: Option<Moment>,
    /// The zone in which the deadline was named.
    pub deadline_zone: Option<String>,
    /// Grows with each saving of the draft.
    pub version: i32,
    /// When the draft was last saved.
    pub updated_at: Moment,
    /// When it is to be published by itself.
    pub publish_at: Option<Moment>,
    /// When it was published.
    pub published_at: Option<Moment>,
    /// When its coordinators closed it.
    pub closed_at: Option<Moment>,
    /// When its text was locked and signing began.
    pub opened_at: Option<Moment>,
    /// When it was delivered, and its list with its numbers frozen.
    pub delivered_at: Option<Moment>,
    /// When its addressee answered.
    pub answered_at: Option<Moment>,
    /// Until when those invited to the draft can say what they cannot sign.
    pub red_lines_by: Option<Moment>,
    /// The zone in which that was named.
    pub red_lines_zone: Option<String>,
    /// When its coordinators retracted it.
    pub retracted_at: Option<Moment>,
    /// Why.
    pub retraction_note: Option<String>,
    /// When an operator suspended it.
    pub suspended_at: Option<Moment>,
    /// What the operator says of it to everyone.
    pub suspension_note: Option<String>,
    /// How a signatory has to be verified at least to be listed by itself.
    pub verification: Minimum,
}

impl Letter {
    /// The rule of its list.
    pub fn rule(&self) -> ListRule {
        ListRule { grouping: self.grouping, ordering: self.ordering, numbering: self.numbering }
    }

    /// The language of its text.
    pub fn language(&self) -> Language {
        Language::of_row(&self.language)
    }

    /// The draft's text.
    pub fn text(&self) -> LetterText {
        LetterText {
            title: self.title.clone(),
            addressees: self.addressees.clone(),
            place_and_date: self.place_and_date.clone(),
            body: self.body.clone(),
            language: self.language.clone(),
        }
    }

    /// The title where no count is at hand, or none is meant: an ellipsis stands for it.
    pub fn shown_title(&self) -> String {
        self.title.replace(markdown::COUNT, "…")
    }

    /// Where signing stands at `now`.
    pub fn standing(&self, now: Moment) -> Standing {
        let ended = self.suspended_at.or(self.retracted_at).or(self.closed_at);
        match (self.opened_at, ended, self.deadline) {
            (None, _, _) => Standing::Draft,
            (Some(_), Some(closed), _) => Standing::Closed { since: closed },
            (Some(_), None, Some(deadline)) if deadline <= now => Standing::Closed { since: deadline },
            (Some(_), None, until) => Standing::Open { until },
        }
    }

    /// Whether anyone can read it: it was published, and no operator has suspended it.
    pub fn is_public(&self) -> bool {
        self.published_at.is_some() && self.suspended_at.is_none()
    }

    /// The furthest point of its life at `now`, as `state` in its JSON says it.
    pub fn state(&self, now: Moment) -> &'static str {
        match self.standing(now) {
            _ if self.suspended_at.is_some() => "suspended",
            _ if self.retracted_at.is_some() => "retracted",
            Standing::Draft => "draft",
            _ if self.answered_at.is_some() => "answered",
            _ if self.delivered_at.is_some() => "delivered",
            Standing::Closed { .. } => "closed",
            Standing::Open { .. } if self.is_public() => "published",
            Standing::Open { .. } => "collecting",
        }
    }
}

/// Where the signing of a letter stands. Whether it is public is another question: see
/// [`Letter::is_public`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its coordinators write it.
    Draft,
    /// Its text is locked and it can be signed.
    Open {
        /// Until its deadline, if it has one.
        until: Option<Moment>,
    },
    /// It can no longer be signed.
    Closed {
        /// Since its deadline, or since its coordinators closed it.
        since: Moment,
    },
}

/// A letter in the hands of one of its coordinators.
#[derive(Debug, Clone)]
pub struct OwnLetter {
    letter: Letter,
    person: PersonId,
}

impl OwnLetter {
    /// The letter.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// The coordinator.
    pub fn person(&self) -> PersonId {
        self.person
    }

    pub(super) fn new(letter: Letter, person: PersonId) -> Self {
        Self { letter, person }
    }
}

/// A letter whose text is locked, with the revision that its readers see. Not necessarily public.
#[derive(Debug, Clone)]
pub struct LockedLetter {
    letter: Letter,
    revision: Revision,
}

impl LockedLetter {
    /// The letter.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// The current revision.
    pub fn revision(&self) -> &Revision {
        &self.revision
    }
}

/// A letter that can be signed at this moment. There is no way to have one but [`turn_of`].
#[derive(Debug, Clone)]
pub struct OpenLetter(LockedLetter);

impl OpenLetter {
    /// The letter with its text.
    pub fn locked(&self) -> &LockedLetter {
        &self.0
    }

    /// The letter.
    pub fn letter(&self) -> &Letter {
        &self.0.letter
    }

    /// The revision that would be signed.
    pub fn revision(&self) -> &Revision {
        &self.0.revision
    }
}

/// A locked letter by whether it can be signed.
#[derive(Debug, Clone)]
pub enum Turn {
    /// It can.
    Open(OpenLetter),
    /// Not any more.
    Closed(LockedLetter),
}

impl Turn {
    /// The letter, either way.
    pub fn locked(self) -> LockedLetter {
        match self {
            Turn::Open(OpenLetter(locked)) | Turn::Closed(locked) => locked,
        }
    }
}

/// How long after the deadline a signature still counts whose form was opened before it: the text
/// was being read, and nobody is shut out by a slow line.
pub const GRACE_SECONDS: i64 = 15 * 60;

/// Whether a letter can be signed now. `form_opened` is when the form that is being sent was
/// opened, as a stamp of ours says it, not as the sender does.
pub fn turn_of(tx: &Tx<'_>, locked: LockedLetter, form_opened: Option<Moment>) -> Turn {
    let now = tx.now();
    let letter = &locked.letter;
    let in_grace = letter.closed_at.is_none()
        && letter.retracted_at.is_none()
        && letter.suspended_at.is_none()
        && letter.deadline.is_some_and(|deadline| {
            now < deadline.plus_seconds(GRACE_SECONDS) && form_opened.is_some_and(|opened| opened < deadline)
        });
    match letter.standing(now) {
        Standing::Open { .. } => Turn::Open(OpenLetter(locked)),
        Standing::Closed { .. } if in_grace => Turn::Open(OpenLetter(locked)),
        Standing::Draft | Standing::Closed { .. } => Turn::Closed(locked),
    }
}

fn by_slug(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Letter>, Fault> {
    Ok(on!(tx, c => letters::table
        .filter(letters::slug.eq(slug.as_str()))
        .select(Letter::as_select())
        .first(c)
        .optional())?)
}

/// A letter with its text, if that is locked.
///
/// # Errors
/// A fault of the database.
pub fn with_text(tx: &mut Tx<'_>, letter: impl Into<Option<Letter>>) -> Result<Option<LockedLetter>, Fault> {
    let Some(letter) = letter.into().filter(|letter| letter.opened_at.is_some()) else { return Ok(None) };
    let revision = find_current(tx, letter.id)?;
    Ok(revision.map(|revision| LockedLetter { letter, revision }))
}

/// The public letter at `slug`. A private one is `None`, exactly as one that does not exist.
///
/// # Errors
/// A fault of the database.
pub fn find_public(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<LockedLetter>, Fault> {
    let letter = by_slug(tx, slug)?.filter(Letter::is_public);
    with_text(tx, letter)
}

/// The public letter with this id.
///
/// # Errors
/// A fault of the database.
pub fn find_public_by_id(tx: &mut Tx<'_>, id: LetterId) -> Result<Option<LockedLetter>, Fault> {
    Ok(find_locked(tx, id)?.filter(|locked| locked.letter.is_public()))
}

/// The letter with this id whose text is locked, public or not. Whoever calls this has made sure
/// that it is only shown to those who may see it.
///
/// # Errors
/// A fault of the database.
pub fn find_locked(tx: &mut Tx<'_>, id: LetterId) -> Result<Option<LockedLetter>, Fault> {
    let letter: Option<Letter> =
        on!(tx, c => letters::table.find(id).select(Letter::as_select()).first(c).optional())?;
    with_text(tx, letter)
}

/// The letter at `slug`, draft or locked, public or not. Whoever calls this has made sure that it
/// is only shown to those who may see it; most callers want `invitations::find_turn`.
///
/// # Errors
/// A fault of the database.
pub fn find_any(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<Letter>, Fault> {
    by_slug(tx, slug)
}

/// The letter at `slug`, if `person` coordinates it.
///
/// # Errors
/// A fault of the database.
pub fn find_own(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Option<OwnLetter>, Fault> {
    let letter: Option<Letter> = on!(tx, c => letter_coordinators::table
        .inner_join(letters::table)
        .filter(letter_coordinators::person_id.eq(person))
        .filter(letters::slug.eq(slug.as_str()))
        .select(Letter::as_select())
        .first(c)
        .optional())?;
    Ok(letter.map(|letter| OwnLetter::new(letter, person)))
}

/// The same, and nobody else changes the letter until the end of the transaction.
///
/// # Errors
/// A fault of the database.
pub fn hold_own(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Option<OwnLetter>, Fault> {
    let Some(own) = find_own(tx, person, slug)? else { return Ok(None) };
    hold(tx, own.letter.id)?;
    find_own(tx, person, slug) // again: it may have changed while we waited
}

/// Whether `person` coordinates a letter.
///
/// # Errors
/// A fault of the database.
pub fn is_coordinator(tx: &mut Tx<'_>, person: PersonId, letter: LetterId) -> Result<bool, Fault> {
    let found: i64 = on!(tx, c => letter_coordinators::table
        .find((letter, person))
        .count()
        .get_result(c))?;
    Ok(found > 0)
}

/// The coordinators of a letter, to write to.
///
/// # Errors
/// A fault of the database.
pub fn coordinators_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Person>, Fault> {
    Ok(on!(tx, c => letter_coordinators::table
        .inner_join(people::table)
        .filter(letter_coordinators::letter_id.eq(letter))
        .order(letter_coordinators::created_at)
        .select(Person::as_select())
        .load(c))?)
}

/// The letters that `person` coordinates, the latest touched first.
///
/// # Errors
/// A fault of the database.
pub fn letters_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Letter>, Fault> {
    Ok(on!(tx, c => letter_coordinators::table
        .inner_join(letters::table)
        .filter(letter_coordinators::person_id.eq(person))
        .order(letters::updated_at.desc())
        .select(Letter::as_select())
        .load(c))?)
}

/// Public letters, a page of them.
#[derive(Debug)]
pub struct Letters {
    /// The letters, newest first.
    pub letters: Vec<Letter>,
    /// The moment before which the next page begins, if there is one.
    pub older_than: Option<Moment>,
}

/// How many letters a page of the front page has.
const PAGE: usize = 30;

/// The public letters, newest first, published before `before`.
///
/// # Errors
/// A fault of the database.
pub fn public_letters(tx: &mut Tx<'_>, before: Option<Moment>) -> Result<Letters, Fault> {
    let before = before.unwrap_or(Moment::from_micros(i64::MAX));
    let mut found: Vec<Letter> = on!(tx, c => letters::table
        .filter(letters::published_at.lt(before).and(letters::suspended_at.is_null()))
        .order((letters::published_at.desc(), letters::id.desc()))
        .limit(PAGE as i64 + 1)
        .select(Letter::as_select())
        .load(c))?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let older_than = found.last().and_then(|letter| letter.published_at).filter(|_| more);
    Ok(Letters { letters: found, older_than })
}
