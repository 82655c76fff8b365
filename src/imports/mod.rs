//! **Import**: an existing letter with its signatories, pasted or uploaded, becomes a draft.
//!
//! The reader is a chain of pure functions: `source` (bytes → lines) → `region` (where the list
//! is) → `layout` (what each line is) → `entries` (what an entry's parts are) →
//! `understanding` (the result, which is kept and corrected line by line). It reads kinds of
//! letters, not letters: words of many languages are in `words`, and whatever it is unsure of is
//! a `Doubt` at a line. It never makes up a name.

mod acronyms;
mod body;
mod columns;
mod command;
mod completion;
mod continuing;
mod corrections;
mod countries;
mod counts;
mod docx;
mod entries;
mod evaluation;
mod features;
mod folding;
pub mod handlers;
mod headings;
mod json;
mod layout;
mod markers;
mod model;
mod notes;
mod numbering;
mod pages;
mod people_lines;
mod region;
mod rows;
mod shape;
mod source;
mod splitting;
mod steps;
mod table_rows;
mod tables;
mod titles;
mod understanding;
#[rustfmt::skip] // a word a line would be eight hundred
mod words;

pub use command::{figures_in_words, in_words, read_file};
pub use evaluation::{Figures, evaluate};
pub use json::as_json;
pub use model::{
    KEPT_DAYS, MOST_SIGNATORIES, TakeOverError, Waiting, forget_old, take_over, take_over_for, waiting_for,
};
pub use source::{Format, Unreadable};
pub use steps::Step;
pub use understanding::{Doubt, Entry, GroupOfEntries, Heading, Mark, ReadLine, Role, Typed, Understood};

/// Reads a letter: bytes of a file or of what was pasted. The kind is guessed where it is not told.
/// Takes time linear in the length; the longest that is read, two megabytes, takes seconds.
///
/// # Errors
/// Why it could not be read.
pub fn understand(
    bytes: &[u8],
    format: Option<Format>,
    name: Option<&str>,
) -> Result<Understood, Unreadable> {
    Ok(layout::understand(&source::read(bytes, format, name)?))
}
