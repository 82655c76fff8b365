//! **Letter**: an open letter, joint statement or petition, written by its coordinators.
//!
//! `draft` → `collecting` → `published` → `closed` → `delivered` → `answered`; each state is the time
//! at which it began, and a letter may skip some; it can be retracted from anywhere. Opening it for signatures, or publishing it at
//! once, locks the text as [`Revision`] 1, named by its SHA-256, and a revision is never changed or deleted.
//! Whatever changes what a reader sees appends an event ([`record`]), numbered without gaps inside
//! the letter; reading and the live stream count in these numbers.

mod addresses;
mod coordinators;
mod deadlines;
mod drafting;
mod events;
pub mod handlers;
mod letter_log;
mod mails;
mod model;
mod pages;
mod paging;
mod press;
mod publication;
mod retention;
mod retraction;
mod revising;
mod revisions;
mod suspension;
mod templates;
mod translating;
mod translations;
mod verification;

pub use addresses::{PublicAddress, public_addresses};
pub use coordinators::{Waiting, forget_coordinator_invitations, waiting_for};
pub use deadlines::{Extension, extensions_of};
pub use drafting::{Draft, DraftForm, add_letter};
pub use events::{Event, EventKind, events_after, hold, latest_event, latest_events, record};
pub use letter_log::{A_MEMBER, Happened, SOMEBODY_INVITED, UNNAMED, counted_addresses, log};
pub use model::{
    GRACE_SECONDS, Grouping, Letter, Letters, ListRule, LockedLetter, Numbering, OpenLetter, Ordering,
    OwnLetter, Standing, Turn, coordinators_of, find_any, find_locked, find_own, find_public,
    find_public_by_id, hold_own, is_coordinator, letters_of, public_letters, turn_of, with_text,
};
pub use pages::places::{Place, coordinating_nav, visibility};
pub use pages::retraction::{retraction_note, suspension_note};
pub use pages::revising::difference as difference_markup;
pub use pages::{
    Level, NO_COUNT, article, article_to_sign, draft as draft_page, standing_in_words, translation_in_words,
    translation_note, zoned,
};
pub use paging::public_letters_after;
pub use press::find_for_press;
pub use publication::{OpenError, PublishError, is_any_due, open, publish, publish_due};
pub use retention::{
    MONTHS as RETENTION_MONTHS, Retention, RetentionStep, find_retention, months_in_words, note_retention,
    retention_of,
};
pub use revising::{ReviseError, RevisionForm, TextDifference, Wording};
pub use revisions::{
    AnswerRule, LetterText, Revision, RevisionKind, Silence, find_revision, find_revision_by_hash,
    latest_substantive, revisions_of,
};
pub use suspension::{
    SuspendLetterError, find_for_operator, find_suspended, letters_for_operator, lift_letter, suspend_letter,
};
pub use translating::keep_draft_translation;
pub use translations::{
    Translation, draft_translations_of, latest_of, latest_translations, titles_to_read, translation_to_read,
    translations_of,
};
pub use verification::{Minimum, verified_in_words};
