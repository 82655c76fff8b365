//! A letter on paper as it stands, for whoever wants to print it, pass it on or reckon with it. What
//! was delivered does not come from here: those are the bytes that were kept.

use super::paper::{Paper, commonmark, docx, fonts, pdf, plain};
use super::snapshot::{self, Cover, Snapshot};
use crate::db::Moment;
use crate::error::Fault;
use crate::letters::{LockedLetter, Translation, translation_in_words};
use crate::signatures::SignatoryList;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::spreadsheet;
use crate::text::words::Words;

/// The forms in which a letter leaves the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For paper.
    Pdf,
    /// For a word processor.
    Docx,
    /// For a mail.
    Txt,
    /// For whoever sets it in type elsewhere: CommonMark.
    Md,
    /// The list, for programs.
    Csv,
    /// The list, for a spreadsheet program, which takes UTF-8 for something else unless it is marked.
    Sheet,
}

impl Form {
    /// The form that a file's name ends with.
    pub fn of_extension(extension: &str) -> Option<Self> {
        let all = [Form::Pdf, Form::Docx, Form::Txt, Form::Md, Form::Csv];
        all.into_iter().find(|form| form.extension() == extension)
    }

    /// What its file's name ends with.
    pub fn extension(self) -> &'static str {
        match self {
            Form::Pdf => "pdf",
            Form::Docx => "docx",
            Form::Txt => "txt",
            Form::Md => "md",
            Form::Csv | Form::Sheet => "csv",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Pdf => "application/pdf",
            Form::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Form::Txt => "text/plain; charset=utf-8",
            Form::Md => "text/markdown; charset=utf-8",
            Form::Csv | Form::Sheet => "text/csv; charset=utf-8",
        }
    }

    /// What stands behind it in an address: that a spreadsheet program asks.
    pub fn query(self) -> &'static str {
        match self {
            Form::Sheet => "?bom=1",
            Form::Pdf | Form::Docx | Form::Txt | Form::Md | Form::Csv => "",
        }
    }

    /// The forms in which people read a letter in this language, for links to them: the PDF has no
    /// fonts for some scripts, which a word processor and a browser find on their own.
    pub fn readable_in(language: &Language) -> impl Iterator<Item = Self> {
        let fonts = fonts::are_there_for(language);
        let all = [Form::Pdf, Form::Docx, Form::Txt, Form::Sheet].into_iter();
        all.filter(move |form| fonts || *form != Form::Pdf)
    }

    /// Whether its bytes are compressed already.
    pub fn is_packed(self) -> bool {
        matches!(self, Form::Pdf | Form::Docx)
    }
}

/// A letter and its list at one moment, ready to be set on paper.
pub struct PrintedLetter {
    snapshot: Snapshot,
    /// What stands above it.
    notes: Vec<String>,
    /// When it was delivered, in words.
    delivered: Option<String>,
    /// Of a translation its SHA-256.
    translation: Option<String>,
}

/// What a letter that is printed as it stands is beside its text and its list.
pub struct AsItStands<'a> {
    /// The number of the latest revision that says something else than those before it.
    pub agreed_from: i32,
    /// Where it can be checked.
    pub url: &'a str,
    /// Since when it has stood so.
    pub since: Moment,
}

impl PrintedLetter {
    /// A letter with this list, in the language of a translation if one is given: then it says above that it
    /// is one. Whoever calls this has made sure that the letter is shown only to those who may see it.
    pub fn of(
        letter: &LockedLetter,
        translation: Option<&Translation>,
        list: &SignatoryList,
        standing: &AsItStands<'_>,
    ) -> Self {
        let text = translation.map_or_else(|| letter.revision().text(), Translation::text);
        let cover = Cover { delivered_to: String::new(), note: String::new() };
        let snapshot = snapshot::of_list(
            letter,
            &text,
            list,
            standing.agreed_from,
            &cover,
            standing.url,
            standing.since,
        );
        let words = Words::of(&snapshot.language());
        let day =
            |at: Moment| dates::date_in_words(at.to_timestamp(), &snapshot.time_zone, &words.language());
        let row = letter.letter();
        let mut notes = Vec::new();
        if let Some(translation) = translation {
            notes.push(translation_in_words(
                translation,
                &letter.revision().language(),
                standing.agreed_from,
                words,
            ));
        }
        if let Some(at) = row.retracted_at {
            notes.push(words.say_with("retracted-on", &[("date", &day(at))]));
            notes.extend(row.retraction_note.clone());
        }
        let delivered = row.delivered_at.map(|at| words.say_with("delivered-on", &[("date", &day(at))]));
        Self { notes, delivered, snapshot, translation: translation.map(Translation::sha256) }
    }

    /// Sets it. A long list takes some hundred milliseconds: for a thread that may block.
    ///
    /// # Errors
    /// What the libraries report; none that text can cause.
    pub fn set(&self, form: Form) -> Result<Vec<u8>, Fault> {
        let paper = || {
            Paper::standing(
                &self.snapshot,
                &self.notes,
                self.delivered.as_deref(),
                self.translation.as_deref(),
            )
        };
        match form {
            Form::Pdf => pdf::whole(&paper()),
            Form::Docx => docx::whole(&paper()),
            Form::Txt => Ok(plain::text(&paper()).into_bytes()),
            Form::Md => {
                Ok(commonmark::text(&self.snapshot, &self.notes, self.delivered.as_deref()).into_bytes())
            }
            Form::Sheet => plain::csv(&self.snapshot),
            Form::Csv => {
                let mut table = plain::csv(&self.snapshot)?;
                Ok(table.split_off(spreadsheet::MARK.len().min(table.len())))
            }
        }
    }
}
