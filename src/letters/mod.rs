//! **Letter**: an open letter, joint statement or petition, written by its coordinators.
//!
//! `draft` → `published` → `closed`; each state is the time at which it began. Publishing locks
//! the text as [`Revision`] 1, named by its SHA-256, and a revision is never changed or deleted.
//! Whatever changes what a reader sees appends an event ([`record`]), numbered without gaps inside
//! the letter; reading and the live stream count in these numbers.

mod drafting;
mod events;
pub mod handlers;
mod model;
mod pages;
mod publication;
mod revisions;

pub use drafting::{Draft, DraftForm, add_letter};
pub use events::{Event, EventKind, events_after, latest_event, record};
pub use model::{
    Grouping, Letter, Letters, ListRule, Numbering, OpenLetter, Ordering, OwnLetter, PublicLetter, Standing,
    Turn, find_own, find_public, find_public_by_id, find_standing, hold_standing, letters_of, public_letters,
};
pub use pages::{Level, article, draft as draft_page, standing_in_words};
pub use publication::{PublishError, is_any_due, publish, publish_due};
pub use revisions::{LetterText, Revision};
