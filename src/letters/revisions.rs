//! **Revision**: one immutable version of a letter's text, named by the SHA-256 of its canonical
//! form.

use diesel::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::translations::lock_with;
use crate::db::{Moment, Tx, on, text_enum};
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

text_enum! {
    /// What a revision is, beside the one before it.
    RevisionKind {
        /// The first.
        First = "first",
        /// It fixes a slip and says the same.
        Editorial = "editorial",
        /// It says something else, and whoever signed before is asked again.
        Substantive = "substantive",
    }
}

text_enum! {
    /// What it means that a signatory does not answer to a substantive revision in time.
    Silence {
        /// It stays on the list, under the revision it signed.
        Stay = "stay",
        /// It leaves the list.
        Leave = "leave",
    }
}

/// One version of a letter's text.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = revisions)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// Its letter.
    pub letter_id: LetterId,
    /// Its number, from 1.
    pub number: i32,
    /// What it is beside the one before it.
    pub kind: RevisionKind,
    /// What its coordinators said of it; empty for the first.
    pub note: String,
    title: String,
    addressees: String,
    place_and_date: String,
    body: String,
    language: String,
    sha256: Vec<u8>,
    /// When it was locked.
    pub created_at: Moment,
    /// Until when those who signed before answer; of substantive ones only.
    pub answer_by: Option<Moment>,
    /// The zone in which that was named.
    pub answer_zone: Option<String>,
    /// What it means if they do not.
    pub silence: Option<Silence>,
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

/// Until when the signatories answer to a substantive revision, and what their silence means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRule {
    /// Until when.
    pub by: Moment,
    /// The zone in which that was named.
    pub zone: String,
    /// What silence means.
    pub silence: Silence,
}

/// A revision before it is a row.
pub(super) struct NewRevision<'a> {
    pub number: i32,
    pub kind: RevisionKind,
    pub note: &'a str,
    pub text: &'a LetterText,
    pub answer: Option<&'a AnswerRule>,
}

/// Locks a text as a revision of a letter. Nothing changes or deletes it afterwards; a trigger of
/// the database holds that too.
pub(super) fn lock(
    tx: &mut Tx<'_>,
    letter: LetterId,
    new: &NewRevision<'_>,
    by: Option<PersonId>,
) -> Result<Revision, Fault> {
    let text = new.text;
    let row = (
        (
            revisions::id.eq(RevisionId::new()),
            revisions::letter_id.eq(letter),
            revisions::number.eq(new.number),
            revisions::kind.eq(new.kind),
            revisions::note.eq(new.note),
        ),
        (
            revisions::title.eq(&text.title),
            revisions::addressees.eq(&text.addressees),
            revisions::place_and_date.eq(&text.place_and_date),
            revisions::body.eq(&text.body),
            revisions::language.eq(&text.language),
            revisions::sha256.eq(text.sha256()?),
        ),
        revisions::created_by.eq(by),
        revisions::created_at.eq(tx.now()),
        revisions::answer_by.eq(new.answer.map(|rule| rule.by)),
        revisions::answer_zone.eq(new.answer.map(|rule| rule.zone.as_str())),
        revisions::silence.eq(new.answer.map(|rule| rule.silence)),
    );
    Ok(on!(tx, c => diesel::insert_into(revisions::table)
        .values(row)
        .returning(Revision::as_returning())
        .get_result(c))?)
}

/// Locks a text as the first revision of a letter, and the translations of its draft with it.
pub(super) fn lock_first(
    tx: &mut Tx<'_>,
    letter: LetterId,
    text: &LetterText,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let first = NewRevision { number: 1, kind: RevisionKind::First, note: "", text, answer: None };
    let revision = lock(tx, letter, &first, by)?;
    lock_with(tx, &revision, by)
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

/// All revisions of a letter, the first first.
///
/// # Errors
/// A fault of the database.
pub fn revisions_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Revision>, Fault> {
    Ok(on!(tx, c => revisions::table
        .filter(revisions::letter_id.eq(letter))
        .order(revisions::number)
        .select(Revision::as_select())
        .load(c))?)
}

/// A revision by its id.
///
/// # Errors
/// A fault of the database; also if there is none, for ids of revisions come from rows.
pub fn find_revision(tx: &mut Tx<'_>, id: RevisionId) -> Result<Revision, Fault> {
    Ok(on!(tx, c => revisions::table.find(id).select(Revision::as_select()).first(c))?)
}

/// The revision of a letter with this SHA-256 in hex; the latest, where a text came back.
///
/// # Errors
/// A fault of the database.
pub fn find_revision_by_hash(
    tx: &mut Tx<'_>,
    letter: LetterId,
    sha256: &str,
) -> Result<Option<Revision>, Fault> {
    let Ok(hash) = data_encoding::HEXLOWER_PERMISSIVE.decode(sha256.trim().as_bytes()) else {
        return Ok(None);
    };
    Ok(on!(tx, c => revisions::table
        .filter(revisions::letter_id.eq(letter).and(revisions::sha256.eq(&hash)))
        .order(revisions::number.desc())
        .select(Revision::as_select())
        .first(c)
        .optional())?)
}

/// The latest substantive revision of a letter: whoever signed an earlier one has not agreed to it.
///
/// # Errors
/// A fault of the database.
pub fn latest_substantive(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Revision>, Fault> {
    Ok(on!(tx, c => revisions::table
        .filter(revisions::letter_id.eq(letter))
        .filter(revisions::kind.eq(RevisionKind::Substantive))
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
