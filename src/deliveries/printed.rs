//! A letter on paper as it stands, for whoever wants to print it, pass it on or reckon with it. What
//! was delivered does not come from here: those are the bytes that were kept.

use super::paper::{Paper, commonmark, docx, fonts, pdf, plain};
use super::snapshot::{self, Cover, Snapshot};
use crate::db::Moment;
use crate::error::Fault;
use crate::letters::LockedLetter;
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
}

impl PrintedLetter {
    /// A letter with this list, which has stood so `since` then. `agreed_from` is the number of the
    /// latest revision that says something else than those before it. Whoever calls this has made
    /// sure that the letter is shown only to those who may see it.
    pub fn of(
        letter: &LockedLetter,
        list: &SignatoryList,
        agreed_from: i32,
        url: &str,
        since: Moment,
    ) -> Self {
        let cover = Cover { delivered_to: String::new(), note: String::new() };
        let snapshot = snapshot::of_list(letter, list, agreed_from, &cover, url, since);
        let words = Words::of(&snapshot.language());
        let day =
            |at: Moment| dates::date_in_words(at.to_timestamp(), &snapshot.time_zone, &words.language());
        let row = letter.letter();
        let mut notes = Vec::new();
        if let Some(at) = row.retracted_at {
            notes.push(words.say_with("retracted-on", &[("date", &day(at))]));
            notes.extend(row.retraction_note.clone());
        }
        let delivered = row.delivered_at.map(|at| words.say_with("delivered-on", &[("date", &day(at))]));
        Self { notes, delivered, snapshot }
    }

    /// Sets it. A long list takes some hundred milliseconds: for a thread that may block.
    ///
    /// # Errors
    /// What the libraries report; none that text can cause.
    pub fn set(&self, form: Form) -> Result<Vec<u8>, Fault> {
        let paper = || Paper::standing(&self.snapshot, &self.notes, self.delivered.as_deref());
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
