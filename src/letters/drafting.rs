//! Writing a letter: what its form says, saving it, saving it again.

use diesel::prelude::*;

use super::deadlines::note_move;
use super::events::{EventKind, record};
use super::letter_log::{Happened, log};
use super::model::{Grouping, Letter, ListRule, Numbering, Ordering, OwnLetter, hold_own};
use super::revisions::LetterText;
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, PersonId, Slug};
use crate::schema::{letter_coordinators, letters};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::dates::{self, NoSuchTime, ZonedTime};
use crate::text::language::Language;
use crate::text::markdown;

/// The fields of the form, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct DraftForm {
    /// The title.
    pub title: String,
    /// To whom, a line each.
    pub addressees: String,
    /// The place and date line.
    pub place_and_date: String,
    /// The body, Markdown.
    pub body: String,
    /// BCP 47.
    pub language: String,
    /// See [`Grouping`].
    pub grouping: String,
    /// See [`Ordering`].
    pub ordering: String,
    /// See [`Numbering`].
    pub numbering: String,
    /// Local time in `time_zone`, or a time that carries its zone.
    pub deadline: String,
    /// IANA name.
    pub time_zone: String,
    /// The version the form was opened with; empty from programs that do not know it.
    pub version: String,
    /// Which button was pressed: `save` or `preview`.
    pub then: String,
}

/// A draft whose fields are in order.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The text.
    pub text: LetterText,
    /// The rule of the list.
    pub rule: ListRule,
    /// Until when it can be signed.
    pub deadline: Option<ZonedTime>,
}

/// Longer letters exist, but not with signatories; the longest we know has 60,000 characters.
const LONGEST_BODY: usize = 100_000;

/// The HTML parser behind the sanitizer takes time by the square of these: a hundred thousand would
/// hold it for seconds, five thousand for a moment.
const MOST_SIGNS: usize = 5000;

impl Draft {
    /// Reads a form. What is left empty of language, headings, order and numbers is English, by
    /// coalition, by name and through.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn read(form: &DraftForm) -> Result<Self, Complaints> {
        let mut complaints = Complaints::default();
        let title = clean::line(&form.title);
        let addressees = clean::prose(&form.addressees);
        let place_and_date = clean::line(&form.place_and_date);
        let body = clean::prose(&form.body);
        complaints.required("title", &title, 300, "The letter needs a title.");
        complaints.at_most("addressees", &addressees, 2000);
        complaints.at_most("place_and_date", &place_and_date, 200);
        complaints.required("body", &body, LONGEST_BODY, "The letter needs a text.");
        if body.matches(['&', '<', '>']).count() > MOST_SIGNS {
            complaints.add("body", "The text has thousands of the signs & < and >, which no letter needs.");
        }
        let language = choice(&form.language, Language::english(), "language", &mut complaints);
        let grouping = choice(&form.grouping, Grouping::Coalition, "grouping", &mut complaints);
        let ordering = choice(&form.ordering, Ordering::Name, "ordering", &mut complaints);
        let numbering = choice(&form.numbering, Numbering::Through, "numbering", &mut complaints);
        let deadline = read_deadline(form, &mut complaints);
        let language = language.tag().to_owned();
        complaints.or(Self {
            text: LetterText { title, addressees, place_and_date, body, language },
            rule: ListRule { grouping, ordering, numbering },
            deadline,
        })
    }

    /// The form that would be read as this letter.
    pub fn form_of(letter: &Letter) -> DraftForm {
        let zone = letter.deadline_zone.clone().unwrap_or_default();
        let deadline = letter.deadline.map(|at| dates::for_field(at.to_timestamp(), &zone));
        DraftForm {
            title: letter.title.clone(),
            addressees: letter.addressees.clone(),
            place_and_date: letter.place_and_date.clone(),
            body: letter.body.clone(),
            language: letter.language.clone(),
            grouping: letter.grouping.as_str().to_owned(),
            ordering: letter.ordering.as_str().to_owned(),
            numbering: letter.numbering.as_str().to_owned(),
            deadline: deadline.unwrap_or_default(),
            time_zone: zone,
            version: letter.version.to_string(),
            then: String::new(),
        }
    }
}

fn choice<T: std::str::FromStr>(
    typed: &str,
    otherwise: T,
    field: &'static str,
    complaints: &mut Complaints,
) -> T {
    if typed.trim().is_empty() {
        return otherwise;
    }
    typed.trim().parse().unwrap_or_else(|_| {
        complaints.add(field, "Choose one from the list.");
        otherwise
    })
}

fn read_deadline(form: &DraftForm, complaints: &mut Complaints) -> Option<ZonedTime> {
    if form.deadline.trim().is_empty() {
        return None;
    }
    match dates::read(&form.deadline, &form.time_zone) {
        Ok(time) => Some(time),
        Err(NoSuchTime::Unreadable) => {
            complaints.add("deadline", "A deadline looks like 2026-12-14T13:00.");
            None
        }
        Err(NoSuchTime::UnknownZone) => {
            complaints.add("time_zone", "There is no such time zone.");
            None
        }
        Err(NoSuchTime::Skipped) => {
            complaints.add(
                "deadline",
                "The clocks skip this hour: daylight saving time begins. Choose an hour later.",
            );
            None
        }
    }
}

/// What a letter's row says of its draft.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = letters, treat_none_as_null = true)]
struct Columns<'a> {
    title: &'a str,
    addressees: &'a str,
    place_and_date: &'a str,
    body: &'a str,
    language: &'a str,
    grouping: Grouping,
    ordering: Ordering,
    numbering: Numbering,
    deadline: Option<Moment>,
    deadline_zone: Option<&'a str>,
    updated_at: Moment,
}

impl Draft {
    fn columns(&self, now: Moment) -> Columns<'_> {
        Columns {
            title: &self.text.title,
            addressees: &self.text.addressees,
            place_and_date: &self.text.place_and_date,
            body: &self.text.body,
            language: &self.text.language,
            grouping: self.rule.grouping,
            ordering: self.rule.ordering,
            numbering: self.rule.numbering,
            deadline: self.deadline.as_ref().map(|time| Moment::from(time.at)),
            deadline_zone: self.deadline.as_ref().map(|time| time.zone.as_str()),
            updated_at: now,
        }
    }
}

/// Adds a draft; `person` coordinates it.
///
/// # Errors
/// A fault of the database.
pub fn add_letter(tx: &mut Tx<'_>, draft: &Draft, slug: &Slug, person: PersonId) -> Result<OwnLetter, Fault> {
    let now = tx.now();
    let id = LetterId::new();
    let row = (
        letters::id.eq(id),
        letters::slug.eq(slug.as_str()),
        letters::version.eq(1),
        letters::created_at.eq(now),
        draft.columns(now),
    );
    let letter: Letter = on!(tx, c => diesel::insert_into(letters::table)
        .values(row)
        .returning(Letter::as_returning())
        .get_result(c))?;
    let coordinator = (
        letter_coordinators::letter_id.eq(id),
        letter_coordinators::person_id.eq(person),
        letter_coordinators::created_at.eq(now),
    );
    on!(tx, c => diesel::insert_into(letter_coordinators::table).values(coordinator).execute(c))?;
    log(tx, id, Some(person), Happened::Began, "", "")?;
    Ok(OwnLetter::new(letter, person))
}

/// An address for a new letter: readable, and not to be guessed while it is private.
pub(super) fn address_for(text: &LetterText) -> Slug {
    Slug::reading(&text.title.replace(markdown::COUNT, " ")).unguessable()
}

/// Why a draft was not saved.
#[derive(Debug)]
pub enum SaveError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// Somebody saved it since this form was opened.
    TextMoved {
        /// The letter as it stands.
        letter: Box<Letter>,
    },
    /// The letter is open, or was: its text is locked as a revision.
    TextLocked {
        /// The letter as it stands.
        letter: Box<Letter>,
    },
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SaveError);

/// Saves a draft over the version it was opened with. Of a letter that was opened the rule of the list and
/// the deadline can be changed, the text cannot.
pub(super) fn save(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    draft: &Draft,
    opened_version: Option<i32>,
) -> Result<(), SaveError> {
    let own = hold_own(tx, person, slug)?.ok_or(SaveError::NoSuchLetter)?;
    let letter = own.letter();
    if letter.opened_at.is_some() && letter.text() != draft.text {
        return Err(SaveError::TextLocked { letter: Box::new(letter.clone()) });
    }
    if opened_version.is_some_and(|opened| opened != letter.version) {
        return Err(SaveError::TextMoved { letter: Box::new(letter.clone()) });
    }
    if letter.opened_at.is_some() {
        let deadline = draft.deadline.as_ref();
        let at = deadline.map(|time| Moment::from(time.at));
        if at != letter.deadline {
            note_move(tx, letter, person, at, deadline.map(|time| time.zone.as_str()), "")?;
        }
    }
    let columns = draft.columns(tx.now());
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((columns, letters::version.eq(letters::version + 1)))
        .execute(c))?;
    if letter.published_at.is_some() {
        record(tx, letter.id, EventKind::Relisted, None)?;
    }
    Ok(())
}
