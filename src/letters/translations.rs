//! **Translation**: a revision's text in another language, with a SHA-256 of its own.
//!
//! A letter has one list, and its signatories sign one text: the revision, in the letter's language. What
//! stands here helps to read it. A correction is another row; nothing is changed or deleted, which a
//! trigger of the database holds too.

use std::collections::HashMap;

use diesel::prelude::*;

use super::revisions::{LetterText, Revision, RevisionKind, latest_substantive};
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, PersonId, RevisionId, TranslationId, hex};
use crate::schema::{draft_translations, revisions, translations};
use crate::text::language::Language;
use crate::text::speaking;

/// A translation of a revision.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Translation {
    /// The number of the revision it is of.
    pub revision: i32,
    /// Its number among those of the revision in this language; the latest is shown.
    pub number: i32,
    title: String,
    addressees: String,
    place_and_date: String,
    body: String,
    language: String,
    sha256: Vec<u8>,
    /// When it was added.
    pub created_at: Moment,
}

impl Translation {
    /// The text.
    pub fn text(&self) -> LetterText {
        LetterText {
            title: self.title.clone(),
            addressees: self.addressees.clone(),
            place_and_date: self.place_and_date.clone(),
            body: self.body.clone(),
            language: self.language.clone(),
        }
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        Language::of_row(&self.language)
    }

    /// The BCP 47 tag of its language.
    pub fn tag(&self) -> &str {
        &self.language
    }

    /// The SHA-256 of the text's canonical form, in hex.
    pub fn sha256(&self) -> String {
        hex(&self.sha256)
    }

    /// Whether it says what the letter says: no revision since says something else. `agreed_from` is the
    /// number of the latest that does.
    pub fn is_current(&self, agreed_from: i32) -> bool {
        self.revision >= agreed_from
    }
}

/// All translations that a letter ever had, the first first.
///
/// # Errors
/// A fault of the database.
pub fn translations_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Translation>, Fault> {
    Ok(on!(tx, c => translations::table
        .inner_join(revisions::table)
        .filter(revisions::letter_id.eq(letter))
        .order((revisions::number, translations::created_at, translations::number, translations::language))
        .select((
            revisions::number,
            translations::number,
            translations::title,
            translations::addressees,
            translations::place_and_date,
            translations::body,
            translations::language,
            translations::sha256,
            translations::created_at,
        ))
        .load(c))?)
}

/// Of all translations of a letter the latest of each language, in the order of their languages' tags.
/// One in `own`, the letter's language, is none.
pub fn latest_of(all: &[Translation], own: &str) -> Vec<Translation> {
    let mut latest: std::collections::BTreeMap<&str, &Translation> = std::collections::BTreeMap::new();
    for translation in all.iter().filter(|translation| translation.language != own) {
        let known = latest.entry(&translation.language).or_insert(translation);
        if (translation.revision, translation.number) >= (known.revision, known.number) {
            *known = translation;
        }
    }
    latest.into_values().cloned().collect()
}

/// The latest translation of each language.
///
/// # Errors
/// A fault of the database.
pub fn latest_translations(tx: &mut Tx<'_>, letter: LetterId, own: &str) -> Result<Vec<Translation>, Fault> {
    Ok(latest_of(&translations_of(tx, letter)?, own))
}

/// The translation in which somebody who is about to sign reads a revision: into the language they asked
/// for, if there is one that says what the revision says. A translation of an earlier text would have them
/// sign what they have not read.
///
/// # Errors
/// A fault of the database.
pub fn translation_to_read(tx: &mut Tx<'_>, revision: &Revision) -> Result<Option<Translation>, Fault> {
    let Some(words) = speaking::asked() else { return Ok(None) };
    let agreed_from = latest_substantive(tx, revision.letter_id)?.map_or(1, |latest| latest.number);
    let latest = latest_translations(tx, revision.letter_id, &revision.text().language)?;
    Ok(latest.into_iter().find(|of| of.tag() == words.tag() && of.is_current(agreed_from)))
}

/// The titles of those of these letters that have a translation into the language that was asked for.
///
/// # Errors
/// A fault of the database.
pub fn titles_to_read(tx: &mut Tx<'_>, letters: &[LetterId]) -> Result<HashMap<LetterId, String>, Fault> {
    let Some(words) = speaking::asked() else { return Ok(HashMap::new()) };
    let found: Vec<(LetterId, String)> = on!(tx, c => translations::table
        .inner_join(revisions::table)
        .filter(revisions::letter_id.eq_any(letters).and(translations::language.eq(words.tag())))
        .order((revisions::number, translations::number))
        .select((revisions::letter_id, translations::title))
        .load(c))?;
    Ok(found.into_iter().collect()) // of several of a letter the last, which is the latest
}

/// The translations of a draft, as they were last saved, in the order of their languages' tags.
///
/// # Errors
/// A fault of the database.
pub fn draft_translations_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<LetterText>, Fault> {
    let rows: Vec<(String, String, String, String, String)> = on!(tx, c => draft_translations::table
        .filter(draft_translations::letter_id.eq(letter))
        .order(draft_translations::language)
        .select((
            draft_translations::title,
            draft_translations::addressees,
            draft_translations::place_and_date,
            draft_translations::body,
            draft_translations::language,
        ))
        .load(c))?;
    let text = |(title, addressees, place_and_date, body, language)| LetterText {
        title,
        addressees,
        place_and_date,
        body,
        language,
    };
    Ok(rows.into_iter().map(text).collect())
}

/// Adds a translation of a revision, after those that the revision has in this language.
pub(super) fn add(
    tx: &mut Tx<'_>,
    revision: RevisionId,
    text: &LetterText,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let last: Option<i32> = on!(tx, c => translations::table
        .filter(translations::revision_id.eq(revision).and(translations::language.eq(&text.language)))
        .select(diesel::dsl::max(translations::number))
        .first(c))?;
    let row = (
        translations::id.eq(TranslationId::new()),
        translations::revision_id.eq(revision),
        translations::number.eq(last.unwrap_or(0) + 1),
        (
            translations::language.eq(&text.language),
            translations::title.eq(&text.title),
            translations::addressees.eq(&text.addressees),
            translations::place_and_date.eq(&text.place_and_date),
            translations::body.eq(&text.body),
            translations::sha256.eq(text.sha256()?),
        ),
        translations::created_by.eq(by),
        translations::created_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(translations::table).values(row).execute(c))?;
    Ok(())
}

/// Locks the translations of a draft with its first revision.
pub(super) fn lock_with(tx: &mut Tx<'_>, revision: &Revision, by: Option<PersonId>) -> Result<(), Fault> {
    for text in draft_translations_of(tx, revision.letter_id)? {
        if text.language != revision.text().language {
            add(tx, revision.id, &text, by)?;
        }
    }
    Ok(())
}

/// What a revision takes over from the one before it: if it says the same, the translations that said
/// it; if it says something else, none.
pub(super) fn carry_over(tx: &mut Tx<'_>, after: &Revision, by: Option<PersonId>) -> Result<(), Fault> {
    if after.kind != RevisionKind::Editorial {
        return Ok(());
    }
    let agreed_from = latest_substantive(tx, after.letter_id)?.map_or(1, |revision| revision.number);
    for translation in latest_translations(tx, after.letter_id, &after.text().language)? {
        if translation.is_current(agreed_from) {
            add(tx, after.id, &translation.text(), by)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translation(language: &str, revision: i32, number: i32) -> Translation {
        Translation {
            revision,
            number,
            title: String::new(),
            addressees: String::new(),
            place_and_date: String::new(),
            body: String::new(),
            language: language.to_owned(),
            sha256: Vec::new(),
            created_at: Moment::from_micros(0),
        }
    }

    #[test]
    fn of_each_language_the_latest_of_the_latest_revision_is_shown() {
        let all = [("fr", 1, 1), ("ar", 2, 1), ("ar", 1, 9), ("en", 2, 1), ("fr", 1, 2)];
        let all = all.map(|(language, revision, number)| translation(language, revision, number));
        let shown: Vec<_> =
            latest_of(&all, "en").into_iter().map(|t| (t.language, t.revision, t.number)).collect();
        assert_eq!(shown, [("ar".to_owned(), 2, 1), ("fr".to_owned(), 1, 2)]);
    }
}
