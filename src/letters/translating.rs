//! Writing translations: while the letter is a draft they are saved like it; afterwards each saving adds
//! one to the current revision, with its date. The text that is signed never changes by it.

use diesel::prelude::*;

use super::drafting::{Draft, DraftForm};
use super::events::{EventKind, record};
use super::letter_log::{Happened, did_lately, log};
use super::model::{Letter, OwnLetter, hold_own};
use super::revisions::{LetterText, Revision, find_current, latest_substantive};
use super::translations::{Translation, add, draft_translations_of, latest_of, translations_of};
use crate::db::{Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{LetterId, PersonId, Slug};
use crate::schema::draft_translations;
use crate::text::complaints::Complaints;
use crate::text::language::Language;

/// The fields of the form, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct TranslationForm {
    /// The title.
    pub title: String,
    /// To whom, a line each.
    pub addressees: String,
    /// The place and date line.
    pub place_and_date: String,
    /// The body, Markdown.
    pub body: String,
    /// The SHA-256 of the translation that the form was opened with; `none` if there was none, empty from
    /// programs that do not know it.
    pub opened: String,
}

/// What the form says that was opened where there was no translation.
pub(super) const NONE: &str = "none";

impl TranslationForm {
    /// The form that would be read as this translation, or an empty one.
    ///
    /// # Errors
    /// See [`LetterText::sha256`].
    pub fn of(text: Option<&LetterText>) -> Result<Self, Fault> {
        let Some(text) = text else { return Ok(Self { opened: NONE.to_owned(), ..Self::default() }) };
        Ok(Self {
            title: text.title.clone(),
            addressees: text.addressees.clone(),
            place_and_date: text.place_and_date.clone(),
            body: text.body.clone(),
            opened: crate::ids::hex(&text.sha256()?),
        })
    }

    /// Reads it by the rules for letters.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn read(&self, language: &Language) -> Result<LetterText, Complaints> {
        let form = DraftForm {
            title: self.title.clone(),
            addressees: self.addressees.clone(),
            place_and_date: self.place_and_date.clone(),
            body: self.body.clone(),
            language: language.tag().to_owned(),
            ..DraftForm::default()
        };
        Draft::read(&form).map(|draft| draft.text)
    }
}

/// A letter's translations, for its coordinators.
#[derive(Debug, Clone)]
pub(super) struct Translated {
    pub letter: Letter,
    /// The revision they are of; none of a draft.
    pub current: Option<Revision>,
    /// The latest of each language; its revision and when it was added, of a letter that was opened.
    pub texts: Vec<(LetterText, Option<Translation>)>,
    /// The number of the latest revision that says something else than those before it.
    pub agreed_from: i32,
}

impl Translated {
    /// The text that is signed, or will be.
    pub fn authoritative(&self) -> LetterText {
        self.current.as_ref().map_or_else(|| self.letter.text(), Revision::text)
    }

    /// The translation in a language.
    pub fn find(&self, language: &Language) -> Option<&(LetterText, Option<Translation>)> {
        self.texts.iter().find(|(text, _)| text.language == language.tag())
    }
}

/// The translations of a letter that somebody coordinates.
pub(super) fn translated(tx: &mut Tx<'_>, own: &OwnLetter) -> Result<Translated, Fault> {
    let letter = own.letter().clone();
    let current = find_current(tx, letter.id)?.filter(|_| letter.opened_at.is_some());
    let texts = match &current {
        Some(revision) => {
            let latest = latest_of(&translations_of(tx, letter.id)?, &revision.text().language);
            latest.into_iter().map(|translation| (translation.text(), Some(translation))).collect()
        }
        None => draft_translations_of(tx, letter.id)?.into_iter().map(|text| (text, None)).collect(),
    };
    let agreed_from = latest_substantive(tx, letter.id)?.map_or(1, |revision| revision.number);
    Ok(Translated { letter, current, texts, agreed_from })
}

/// Why a translation was not saved or removed.
#[derive(Debug)]
pub(super) enum TranslateError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is the letter's own language.
    OwnLanguage,
    /// Its coordinators retracted it, or an operator suspended it.
    Stopped,
    /// Somebody else saved one since the form was opened: this.
    Moved(Box<LetterText>),
    /// There is none in this language.
    NoSuchTranslation,
    /// It belongs to a text that is locked, and stays.
    Locked,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(TranslateError);

fn own_open(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<OwnLetter, TranslateError> {
    let own = hold_own(tx, person, slug)?.ok_or(TranslateError::NoSuchLetter)?;
    let letter = own.letter();
    if letter.retracted_at.is_some() || letter.suspended_at.is_some() {
        return Err(TranslateError::Stopped);
    }
    Ok(own)
}

/// Who saves a draft's translation is in the letter's log once in this time, as with the draft itself.
const LOGGED_EVERY_SECONDS: i64 = 600;

/// Saves a translation. What is the same already is saved.
pub(super) fn save(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    text: &LetterText,
    opened: &str,
) -> Result<(), TranslateError> {
    let own = own_open(tx, person, slug)?;
    let translated = translated(tx, &own)?;
    if text.language == translated.authoritative().language {
        return Err(TranslateError::OwnLanguage);
    }
    let language = Language::of_row(&text.language);
    let known = translated.find(&language);
    let stands = known.is_some_and(|(known, of)| {
        // The same words for another text than they were written for say that they hold for that too.
        known == text && of.as_ref().is_none_or(|of| of.is_current(translated.agreed_from))
    });
    if stands {
        return Ok(());
    }
    let opened = opened.trim();
    let is = match known {
        Some((known, _)) => crate::ids::hex(&known.sha256()?),
        None => NONE.to_owned(),
    };
    if let Some((known, _)) = known.filter(|_| !opened.is_empty() && !opened.eq_ignore_ascii_case(&is)) {
        return Err(TranslateError::Moved(Box::new(known.clone())));
    }
    let letter = own.letter().id;
    match &translated.current {
        Some(revision) => {
            add(tx, revision.id, text, Some(person))?;
            log(tx, letter, Some(person), Happened::Translated, language.tag(), "")?;
            record(tx, letter, EventKind::Translated, None)?;
        }
        None => {
            keep_draft_translation(tx, letter, text)?;
            if !did_lately(tx, letter, person, Happened::Translated, LOGGED_EVERY_SECONDS)? {
                log(tx, letter, Some(person), Happened::Translated, language.tag(), "")?;
            }
        }
    }
    Ok(())
}

/// Keeps a translation of a draft in place of the one that there was.
///
/// # Errors
/// A fault of the database.
pub fn keep_draft_translation(tx: &mut Tx<'_>, letter: LetterId, text: &LetterText) -> Result<(), Fault> {
    let words = (
        draft_translations::title.eq(&text.title),
        draft_translations::addressees.eq(&text.addressees),
        draft_translations::place_and_date.eq(&text.place_and_date),
        draft_translations::body.eq(&text.body),
        draft_translations::updated_at.eq(tx.now()),
    );
    let row =
        (draft_translations::letter_id.eq(letter), draft_translations::language.eq(&text.language), words);
    let key = (draft_translations::letter_id, draft_translations::language);
    on!(tx, c => diesel::insert_into(draft_translations::table)
        .values(row)
        .on_conflict(key)
        .do_update()
        .set(words)
        .execute(c))?;
    Ok(())
}

/// Removes a translation of a draft.
pub(super) fn remove(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    language: &Language,
) -> Result<(), TranslateError> {
    let own = own_open(tx, person, slug)?;
    let letter = own.letter();
    if letter.opened_at.is_some() {
        return Err(TranslateError::Locked);
    }
    let removed =
        on!(tx, c => diesel::delete(draft_translations::table.find((letter.id, language.tag()))).execute(c))?;
    if removed == 0 {
        return Err(TranslateError::NoSuchTranslation);
    }
    log(tx, letter.id, Some(person), Happened::TranslationRemoved, language.tag(), "")?;
    Ok(())
}
