//! Languages and scripts: cleaning what people type, Markdown, order, dates, words.
//!
//! Pure functions that know no concept, no HTTP and no database.

pub mod clean;
pub mod complaints;
pub mod country;
pub mod dates;
pub mod difference;
pub mod direction;
pub mod encoding;
pub mod language;
pub mod likeness;
pub mod markdown;
pub mod order;
pub mod speaking;
pub mod spreadsheet;
pub mod words;
