//! Imports as rows: kept while somebody looks them over, then taken over as a draft.

use diesel::prelude::*;

use super::understanding::{GroupOfEntries, Understood};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{GroupId, ImportId, LetterId, PersonId, Slug};
use crate::letters::{self, Draft, DraftForm, Happened};
use crate::people::{self, Email};
use crate::schema::{imports, letters as letters_table};
use crate::signatures::{self, NewListed};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;

/// A letter that is being imported.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The name of the file, or what was done.
    pub name: String,
    /// What was understood, with the corrections.
    pub understood: Understood,
    /// The draft it became.
    pub letter: Option<LetterId>,
}

/// An import on the desk: its id, its name and when it was last looked at.
pub type Waiting = (ImportId, String, Moment);

/// More are no letter's; the largest we know has a thousand.
pub const MOST_SIGNATORIES: usize = 5000;

/// Keeps what was understood of a letter, for this person alone.
///
/// # Errors
/// A fault of the database.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    person: PersonId,
    name: &str,
    understood: &Understood,
) -> Result<ImportId, Fault> {
    let (id, now) = (ImportId::new(), tx.now());
    let row = (
        imports::id.eq(id),
        imports::person_id.eq(person),
        imports::name.eq(sealed(name)),
        imports::understood.eq(sealed(serde_json::to_string(understood)?)),
        imports::created_at.eq(now),
        imports::updated_at.eq(now),
    );
    on!(tx, c => diesel::insert_into(imports::table).values(row).execute(c))?;
    Ok(id)
}

/// A person's import; nobody else's exists for them.
///
/// # Errors
/// A fault of the database.
pub(super) fn find(tx: &mut Tx<'_>, person: PersonId, id: ImportId) -> Result<Option<Import>, Fault> {
    let row: Option<(String, String, Option<LetterId>)> = on!(tx, c => imports::table
        .find(id)
        .filter(imports::person_id.eq(person))
        .select((imports::name, imports::understood, imports::letter_id))
        .first(c)
        .optional())?;
    let Some((name, understood, letter)) = row else { return Ok(None) };
    Ok(Some(Import { id, name, understood: serde_json::from_str(&understood)?, letter }))
}

/// The same, held until the end of the transaction.
fn hold(tx: &mut Tx<'_>, person: PersonId, id: ImportId) -> Result<Option<Import>, Fault> {
    tx.hold(&format!("import {id}"))?;
    find(tx, person, id)
}

/// The person's imports that are not letters yet, the latest first.
///
/// # Errors
/// A fault of the database.
pub fn waiting_for(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Waiting>, Fault> {
    Ok(on!(tx, c => imports::table
        .filter(imports::person_id.eq(person))
        .filter(imports::letter_id.is_null())
        .order(imports::updated_at.desc())
        .limit(20)
        .select((imports::id, imports::name, imports::updated_at))
        .load(c))?)
}

/// Why nothing was corrected.
#[derive(Debug)]
pub(super) enum CorrectError {
    /// There is no such import, or no such line in it, for this person.
    NoSuchImport,
    /// What was typed needs another look.
    Complaints(Complaints),
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(CorrectError);

/// Corrects an import by `change`, which says whether there was anything to correct.
pub(super) fn correct(
    tx: &mut Tx<'_>,
    person: PersonId,
    id: ImportId,
    change: impl FnOnce(&mut Understood) -> Result<bool, Complaints>,
) -> Result<(), CorrectError> {
    let mut import = hold(tx, person, id)?.ok_or(CorrectError::NoSuchImport)?;
    if import.letter.is_some() {
        // The draft would not follow, and the correction would be lost without a word.
        return Err(CorrectError::Complaints(Complaints::about("import", say!("imports-draft-already"))));
    }
    let before = import.understood.clone();
    if !change(&mut import.understood).map_err(CorrectError::Complaints)? {
        return Err(CorrectError::NoSuchImport);
    }
    import.understood.remember(&before);
    keep_corrected(tx, &import).map_err(CorrectError::Fault)
}

/// Takes back the last correction, and returns its line; `None` if there is none.
///
/// # Errors
/// A fault of the database.
pub(super) fn undo(tx: &mut Tx<'_>, person: PersonId, id: ImportId) -> Result<Option<usize>, Fault> {
    let Some(mut import) = hold(tx, person, id)?.filter(|import| import.letter.is_none()) else {
        return Ok(None);
    };
    let Some(line) = import.understood.undo() else { return Ok(None) };
    keep_corrected(tx, &import)?;
    Ok(Some(line))
}

fn keep_corrected(tx: &mut Tx<'_>, import: &Import) -> Result<(), Fault> {
    let row = (
        imports::understood.eq(sealed(serde_json::to_string(&import.understood)?)),
        imports::updated_at.eq(tx.now()),
    );
    on!(tx, c => diesel::update(imports::table.find(import.id)).set(row).execute(c))?;
    Ok(())
}

/// Deletes a person's import.
///
/// # Errors
/// A fault of the database.
pub(super) fn discard(tx: &mut Tx<'_>, person: PersonId, id: ImportId) -> Result<bool, Fault> {
    let discarded = on!(tx, c => diesel::delete(imports::table.find(id).filter(imports::person_id.eq(person))).execute(c))?;
    Ok(discarded == 1)
}

/// How long an import waits. Who has not come back in this time will not; the source can be imported again.
pub const KEPT_DAYS: i64 = 30;

/// Deletes imports that nobody has touched for a month: each holds a list of organizations.
///
/// # Errors
/// A fault of the database.
pub fn forget_old(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now().plus_seconds(-KEPT_DAYS * 86_400);
    on!(tx, c => diesel::delete(imports::table.filter(imports::updated_at.le(before))).execute(c))?;
    Ok(())
}

/// Why an import did not become a letter.
#[derive(Debug)]
pub enum TakeOverError {
    /// There is no such import for this person.
    NoSuchImport,
    /// The letter's text needs another look.
    Complaints(Complaints),
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(TakeOverError);

/// Makes a person's import a draft that they coordinate. A second time the same draft is meant.
pub(super) fn take_over_import(
    tx: &mut Tx<'_>,
    person: PersonId,
    id: ImportId,
) -> Result<String, TakeOverError> {
    let import = hold(tx, person, id)?.ok_or(TakeOverError::NoSuchImport)?;
    if let Some(letter) = import.letter {
        let slug: String =
            on!(tx, c => letters_table::table.find(letter).select(letters_table::slug).first(c))?;
        return Ok(slug);
    }
    let (letter, slug) = take_over(tx, person, &import.understood, &import.name)?;
    on!(tx, c => diesel::update(imports::table.find(id)).set(imports::letter_id.eq(letter)).execute(c))?;
    Ok(slug)
}

impl TakeOverError {
    /// A sentence for the command line.
    pub fn in_words(&self) -> String {
        match self {
            Self::NoSuchImport => "nobody has an account with this address".to_owned(),
            Self::Complaints(complaints) => complaints
                .iter()
                .map(|(field, sentence)| format!("{field}: {sentence}"))
                .collect::<Vec<_>>()
                .join(" "),
            Self::Fault(fault) => fault.to_string(),
        }
    }
}

/// The same from the command line, for the person with this address. Returns the draft's slug.
///
/// # Errors
/// As [`take_over`]; [`TakeOverError::NoSuchImport`] if nobody has this address.
pub fn take_over_for(
    tx: &mut Tx<'_>,
    email: &Email,
    understood: &Understood,
    source: &str,
) -> Result<String, TakeOverError> {
    let person = people::find_person_by_email(tx, email)?.ok_or(TakeOverError::NoSuchImport)?;
    take_over(tx, person.id, understood, source).map(|(_, slug)| slug)
}

/// Creates a draft that `person` coordinates, with its groups and its *listed* signatories in the
/// order and with the numbers as printed. Individuals and withheld names are not taken over.
///
/// # Errors
/// What is wrong with the text, as for a draft written here; a fault.
pub fn take_over(
    tx: &mut Tx<'_>,
    person: PersonId,
    understood: &Understood,
    source: &str,
) -> Result<(LetterId, String), TakeOverError> {
    let groups = understood.groups();
    if understood.count() > MOST_SIGNATORIES {
        let sentence = say!("imports-take-over-too-many", most = MOST_SIGNATORIES);
        return Err(TakeOverError::Complaints(Complaints::about("signatories", sentence)));
    }
    let draft = Draft::read(&draft_form(understood, &groups)).map_err(TakeOverError::Complaints)?;
    let slug = Slug::reading(&draft.text.title).unguessable();
    let own = letters::add_letter(tx, &draft, &slug, person)?;
    let letter = own.letter().id;
    let mut position = 0_i32;
    let only_one_without_name =
        groups.len() == 1 && groups.first().is_some_and(|group| group.heading.name.is_empty());
    for group in &groups {
        let id = if only_one_without_name { None } else { Some(enter_group(tx, letter, group)?) };
        for (_, entry) in &group.entries {
            let listed = NewListed {
                name: clean::line(&entry.name),
                acronym: entry.acronym.as_deref().and_then(clean::optional_line),
                country: entry.country.clone().or_else(|| group.heading.country.clone()),
                representative: clean::line(entry.representative.as_deref().unwrap_or_default()),
                printed_form: clean::optional_line(&entry.printed),
                group: id,
                hand_position: Some(position),
            };
            if listed.name.is_empty() {
                continue; // a line without a name is a doubt, not a signatory
            }
            signatures::enter_listed(tx, letter, person, &listed)?;
            position = position.saturating_add(1);
        }
    }
    letters::log(tx, letter, Some(person), Happened::Imported, source, &taken_over(understood, position))?;
    Ok((letter, slug.as_str().to_owned()))
}

/// What the letter's log says of it, with what was left out.
fn taken_over(understood: &Understood, listed: i32) -> String {
    let mut said = say!("imports-log-listed", count = listed);
    if understood.individuals() > 0 {
        said = say!("imports-log-individuals", said = said, count = understood.individuals());
    }
    if understood.withheld() > 0 {
        said = say!("imports-log-withheld", said = said, count = understood.withheld());
    }
    said
}

/// The group's name without the acronym that stands beside it.
fn enter_group(tx: &mut Tx<'_>, letter: LetterId, group: &GroupOfEntries<'_>) -> Result<GroupId, Fault> {
    let heading = &group.heading;
    let with_acronym = heading.acronym.as_ref().map(|acronym| format!("({acronym})"));
    let bare =
        with_acronym.and_then(|sign| heading.name.trim_end().strip_suffix(sign.as_str()).map(str::to_owned));
    let name = clean::line(bare.as_deref().unwrap_or(&heading.name));
    signatures::add_group(tx, letter, &name, heading.acronym.as_deref())
}

/// The form that would be written for this letter: in the printed order, numbered as printed.
pub(super) fn draft_form(understood: &Understood, groups: &[GroupOfEntries<'_>]) -> DraftForm {
    let starts = groups
        .iter()
        .filter(|group| group.entries.first().is_some_and(|(_, entry)| entry.number == Some(1)))
        .count();
    let numbered = groups.iter().flat_map(|group| &group.entries).any(|(_, entry)| entry.number.is_some());
    let numbering = match (numbered, starts > 1) {
        (false, _) => "none",
        (true, true) => "restart",
        (true, false) => "through",
    };
    DraftForm {
        title: understood.title(),
        addressees: understood.addressees(),
        place_and_date: understood.place_and_date(),
        body: understood.body(),
        language: understood.language.clone(),
        grouping: "coalition".to_owned(),
        ordering: "hand".to_owned(),
        numbering: numbering.to_owned(),
        ..DraftForm::default()
    }
}
