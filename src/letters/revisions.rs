//! **Revision**: one immutable version of a letter's text, named by the SHA-256 of its canonical
//! form.

use diesel::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, PersonId, RevisionId, hex};
use crate::schema::revisions;
use crate::text::language::Language;

/// What a signature is given to: everything of a letter that its signatories answer for.
///
/// The fields stand in the order of their names, because the canonical form does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterText {
    /// To whom, a line each.
    pub addressees: String,
    /// The body, Markdown.
    pub body: String,
    /// The language, BCP 47.
    pub language: String,
    /// The place and date line.
    pub place_and_date: String,
    /// The title.
    pub title: String,
}

impl LetterText {
    /// The canonical form: a JSON object of these five strings by RFC 8785 (JSON Canonicalization
    /// Scheme). The strings are NFC with LF line ends, as the form reads them; `{{count}}` stays as
    /// it is written. Anyone can compute it from `/letters/{slug}.json`.
    ///
    /// # Errors
    /// None that can happen: strings always serialize.
    pub fn canonical(&self) -> Result<String, Fault> {
        Ok(serde_json::to_string(self)?)
    }

    /// The SHA-256 of the canonical form.
    ///
    /// # Errors
    /// See [`LetterText::canonical`].
    pub fn sha256(&self) -> Result<Vec<u8>, Fault> {
        Ok(Sha256::digest(self.canonical()?.as_bytes()).to_vec())
    }
}

/// One version of a letter's text.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = revisions)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// Its number, from 1.
    pub number: i32,
    title: String,
    addressees: String,
    place_and_date: String,
    body: String,
    language: String,
    sha256: Vec<u8>,
    /// When it was locked.
    pub created_at: Moment,
}

impl Revision {
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

    /// The SHA-256 of its canonical form, in hex.
    pub fn sha256(&self) -> String {
        hex(&self.sha256)
    }
}

/// Locks a text as the first revision of a letter. Nothing changes or deletes it afterwards; a
/// trigger of the database holds that too.
pub(super) fn lock_first(
    tx: &mut Tx<'_>,
    letter: LetterId,
    text: &LetterText,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let row = (
        revisions::id.eq(RevisionId::new()),
        revisions::letter_id.eq(letter),
        revisions::number.eq(1),
        revisions::kind.eq("first"),
        revisions::note.eq(""),
        revisions::title.eq(&text.title),
        revisions::addressees.eq(&text.addressees),
        revisions::place_and_date.eq(&text.place_and_date),
        revisions::body.eq(&text.body),
        revisions::language.eq(&text.language),
        revisions::sha256.eq(text.sha256()?),
        revisions::created_by.eq(by),
        revisions::created_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(revisions::table).values(row).execute(c))?;
    Ok(())
}

/// The latest revision of a letter.
pub(super) fn find_current(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Revision>, Fault> {
    Ok(on!(tx, c => revisions::table
        .filter(revisions::letter_id.eq(letter))
        .order(revisions::number.desc())
        .select(Revision::as_select())
        .first(c)
        .optional())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_form_is_fixed() {
        let text = LetterText {
            title: "We, the {{count}}".into(),
            addressees: "To \"all\"".into(),
            place_and_date: "حلب, 2016".into(),
            body: "One\n\nTwo\t\u{1}".into(),
            language: "en".into(),
        };
        let canonical = text.canonical().unwrap();
        assert_eq!(
            canonical,
            "{\"addressees\":\"To \\\"all\\\"\",\"body\":\"One\\n\\nTwo\\t\\u0001\",\"language\":\"en\",\"place_and_date\":\"حلب, 2016\",\"title\":\"We, the {{count}}\"}"
        );
        assert_eq!(hex(&text.sha256().unwrap()).len(), 64);
    }
}
