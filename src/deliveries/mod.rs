//! **Delivery**: a letter handed over: its revision, its list and its numbers, frozen with a date
//! and a hash. A letter is delivered once; whoever signs later stands under "signed after delivery".
//!
//! The same paper without a cover is what readers take with them of a public letter as it stands
//! ([`PrintedLetter`]); that changes with the letter, and a delivery does not.

mod copies;
pub mod handlers;
mod mails;
mod model;
mod pack;
mod pages;
mod paper;
mod printed;
mod snapshot;

pub use model::{Answer, Handed, find_handed};
pub use paper::fonts;
pub use printed::{Form, PrintedLetter};
pub use snapshot::count_line;
