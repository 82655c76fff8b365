//! Writing a letter: what its form says, saving it, saving it again.

use diesel::prelude::*;

use super::deadlines::note_move;
use super::events::{EventKind, record};
use super::letter_log::{Happened, NO_HOUR, did_lately, log, moment};
use super::model::{Grouping, Letter, ListRule, Numbering, Ordering, OwnLetter, hold_own};
use super::revisions::{LetterText, find_current};
use super::verification::Minimum;
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, PersonId, Slug};
use crate::schema::{letter_coordinators, letters};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::dates::{self, NoSuchTime, ZonedTime};
use crate::text::language::Language;
use crate::text::markdown;
use crate::text::words::say;

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
    /// See [`Minimum`]. Where it is missing it stays as it is.
    pub verification: Option<String>,
    /// Local time in `time_zone`, or a time that carries its zone.
    pub deadline: String,
    /// IANA name.
    pub time_zone: String,
    /// Until when those invited should say what they cannot sign: local time in `red_lines_zone`, or a
    /// time that carries its zone. Where it is missing the hour stays as it is.
    pub red_lines_by: Option<String>,
    /// IANA name; the deadline's if empty.
    pub red_lines_zone: String,
    /// How many months after closing the contacts are kept; where it is empty that stays as it is.
    pub retention: String,
    /// The version the form was opened with; empty from programs that do not know it.
    pub version: String,
    /// Which button was pressed: `save` or `preview`; `autosave` is the page's script.
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
    /// How signatories have to be verified at least, if the form says anything of it.
    pub verification: Option<Minimum>,
    /// Until when red lines are named, if the form says anything of it.
    pub red_lines: Option<RedLines>,
    /// How many months after closing the contacts are kept, if the form says anything of it.
    pub retention: Option<i32>,
}

/// The hour for red lines, which may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedLines(Option<ZonedTime>);

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
        complaints.required("title", &title, 300, &say!("letters-title-missing"));
        complaints.at_most("addressees", &addressees, 2000);
        complaints.at_most("place_and_date", &place_and_date, 200);
        complaints.required("body", &body, LONGEST_BODY, &say!("letters-body-missing"));
        if body.matches(['&', '<', '>']).count() > MOST_SIGNS {
            complaints.add("body", say!("letters-body-signs"));
        }
        let language = choice(&form.language, Language::english(), "language", &mut complaints);
        let grouping = choice(&form.grouping, Grouping::Coalition, "grouping", &mut complaints);
        let ordering = choice(&form.ordering, Ordering::Name, "ordering", &mut complaints);
        let numbering = choice(&form.numbering, Numbering::Through, "numbering", &mut complaints);
        let typed = form.verification.as_deref().filter(|typed| !typed.trim().is_empty());
        let verification = typed.map(|typed| choice(typed, Minimum::Email, "verification", &mut complaints));
        let deadline =
            read_time(("deadline", &form.deadline), ("time_zone", &form.time_zone), &mut complaints);
        let red_lines = form.red_lines_by.as_ref().map(|by| {
            let zone =
                if form.red_lines_zone.trim().is_empty() { &form.time_zone } else { &form.red_lines_zone };
            RedLines(read_time(("red_lines_by", by), ("red_lines_zone", zone), &mut complaints))
        });
        let language = language.tag().to_owned();
        let retention = read_retention(&form.retention, &mut complaints);
        complaints.or(Self {
            text: LetterText { title, addressees, place_and_date, body, language },
            rule: ListRule { grouping, ordering, numbering },
            deadline,
            verification,
            red_lines,
            retention,
        })
    }

    /// The form that would be read as this letter.
    pub fn form_of(letter: &Letter) -> DraftForm {
        let zone = letter.deadline_zone.clone().unwrap_or_default();
        let deadline = letter.deadline.map(|at| dates::for_field(at.to_timestamp(), &zone));
        let red_lines_zone = letter.red_lines_zone.clone().unwrap_or_default();
        let red_lines = letter.red_lines_by.map(|at| dates::for_field(at.to_timestamp(), &red_lines_zone));
        DraftForm {
            title: letter.title.clone(),
            addressees: letter.addressees.clone(),
            place_and_date: letter.place_and_date.clone(),
            body: letter.body.clone(),
            language: letter.language.clone(),
            grouping: letter.grouping.as_str().to_owned(),
            ordering: letter.ordering.as_str().to_owned(),
            numbering: letter.numbering.as_str().to_owned(),
            verification: Some(letter.verification.as_str().to_owned()),
            deadline: deadline.unwrap_or_default(),
            time_zone: zone,
            red_lines_by: Some(red_lines.unwrap_or_default()),
            red_lines_zone,
            retention: String::new(),
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
        complaints.add(field, say!("letters-choose-from-list"));
        otherwise
    })
}

/// Ten years of somebody's address are more than any letter needs.
const LONGEST_RETENTION: i32 = 120;

fn read_retention(typed: &str, complaints: &mut Complaints) -> Option<i32> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let months = typed.parse().ok().filter(|months| (1..=LONGEST_RETENTION).contains(months));
    if months.is_none() {
        complaints.add("retention", say!("letters-retention-wrong"));
    }
    months
}

/// A time in a pair of fields, each with its name; empty is none.
fn read_time(
    (field, typed): (&'static str, &str),
    (zone_field, zone): (&'static str, &str),
    complaints: &mut Complaints,
) -> Option<ZonedTime> {
    if typed.trim().is_empty() {
        return None;
    }
    match dates::read(typed, zone) {
        Ok(time) => return Some(time),
        Err(NoSuchTime::Unreadable) => {
            let deadline = field == "deadline";
            let sentence =
                if deadline { say!("letters-deadline-looks-like") } else { say!("letters-time-looks-like") };
            complaints.add(field, sentence);
        }
        Err(NoSuchTime::UnknownZone) => complaints.add(zone_field, say!("letters-no-zone")),
        Err(NoSuchTime::Skipped) => complaints.add(field, say!("letters-hour-skipped")),
    }
    None
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
    /// Whether saving it would change nothing.
    fn is_saved_in(&self, letter: &Letter) -> bool {
        let same = |time: Option<&ZonedTime>, at: Option<Moment>, zone: Option<&str>| {
            time.map(|time| Moment::from(time.at)) == at && time.map(|time| time.zone.as_str()) == zone
        };
        let red_lines = self.red_lines.as_ref().filter(|_| letter.opened_at.is_none());
        self.text == letter.text()
            && self.rule == letter.rule()
            && self.verification.is_none_or(|minimum| minimum == letter.verification)
            && same(self.deadline.as_ref(), letter.deadline, letter.deadline_zone.as_deref())
            && red_lines.is_none_or(|RedLines(by)| {
                same(by.as_ref(), letter.red_lines_by, letter.red_lines_zone.as_deref())
            })
    }

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
    set_red_lines(tx, &letter, person, draft)?;
    set_minimum(tx, &letter, person, draft)?;
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
        /// The number of that revision.
        revision: i32,
    },
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(SaveError);

/// A person who saves, by hand or by the page's script, is in the log once in this time: a log that
/// says it every three seconds says nothing.
const LOGGED_EVERY_SECONDS: i64 = 600;

/// Saves a draft over the version it was opened with, and returns the version it then has. Of a letter
/// that was opened the rule of the list and the deadline can be changed, the text cannot. What is the
/// same already is saved, whatever version it was opened with: nobody is told of a conflict that is none.
pub(super) fn save(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    draft: &Draft,
    opened_version: Option<i32>,
) -> Result<i32, SaveError> {
    let own = hold_own(tx, person, slug)?.ok_or(SaveError::NoSuchLetter)?;
    let letter = own.letter();
    if letter.opened_at.is_some() && letter.text() != draft.text {
        let revision = find_current(tx, letter.id)?.map_or(1, |revision| revision.number);
        return Err(SaveError::TextLocked { letter: Box::new(letter.clone()), revision });
    }
    if draft.is_saved_in(letter) {
        return Ok(letter.version);
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
        if draft.rule != letter.rule() {
            log(tx, letter.id, Some(person), Happened::ListChanged, "", "")?;
        }
    } else if !did_lately(tx, letter.id, person, Happened::Saved, LOGGED_EVERY_SECONDS)? {
        log(tx, letter.id, Some(person), Happened::Saved, "", "")?;
    }
    set_red_lines(tx, letter, person, draft)?;
    set_minimum(tx, letter, person, draft)?;
    let columns = draft.columns(tx.now());
    let version = on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((columns, letters::version.eq(letters::version + 1)))
        .returning(letters::version)
        .get_result(c))?;
    if letter.published_at.is_some() {
        record(tx, letter.id, EventKind::Relisted, None)?;
    }
    Ok(version)
}

/// Sets the hour for red lines, if the form says anything of it and the letter is a draft.
fn set_red_lines(tx: &mut Tx<'_>, letter: &Letter, person: PersonId, draft: &Draft) -> Result<(), Fault> {
    let Some(RedLines(by)) = draft.red_lines.as_ref().filter(|_| letter.opened_at.is_none()) else {
        return Ok(());
    };
    let at = by.as_ref().map(|time| Moment::from(time.at));
    let zone = by.as_ref().map(|time| time.zone.as_str());
    if at == letter.red_lines_by && zone == letter.red_lines_zone.as_deref() {
        return Ok(());
    }
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set((letters::red_lines_by.eq(at), letters::red_lines_zone.eq(zone)))
        .execute(c))?;
    let about = by.as_ref().map(moment);
    log(tx, letter.id, Some(person), Happened::RedLinesSet, about.as_deref().unwrap_or(NO_HOUR), "")
}

/// Sets how signatories have to be verified at least, if the form says anything of it. Who is listed
/// stays; who waits and meets it is listed by itself.
fn set_minimum(tx: &mut Tx<'_>, letter: &Letter, person: PersonId, draft: &Draft) -> Result<(), Fault> {
    let Some(minimum) = draft.verification.filter(|minimum| *minimum != letter.verification) else {
        return Ok(());
    };
    on!(tx, c => diesel::update(letters::table.find(letter.id))
        .set(letters::verification.eq(minimum))
        .execute(c))?;
    log(tx, letter.id, Some(person), Happened::MinimumSet, minimum.as_str(), "")
}
