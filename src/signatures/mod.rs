//! **Signature**: an organization's name under a revision, given by a person with authority, under
//! at most one group. One per organization and letter, ever; withdrawn and given again it is the
//! same signature.
//!
//! **Signatory list**: groups in order, signatories in order inside them, numbers by the letter's
//! rule. The rule is a pure function, [`list::arrange`]; the count always equals the list.

mod approving;
mod by_program;
mod cases;
mod changes;
mod confirming;
mod counting;
mod declaring;
mod duplicates;
mod ending;
mod entering;
mod entry;
mod forgetting;
mod gathering;
mod given;
mod groups;
pub mod handlers;
mod likeness;
mod lines;
mod links;
pub mod list;
mod listed;
mod mails;
mod named;
mod ordering;
mod pages;
mod past;
mod preparing;
mod printed;
mod public;
mod queue;
mod reconsents;
mod removal;
mod retracting;
mod showing;
mod signed_letters;
mod signing;
mod silence;
mod standing;
mod stopping;
mod telling;
mod withdrawing;
mod withheld;
mod withholding;

pub use counting::{count_at_latest_event, count_signatories, title_in_mail};
pub use ending::{Unanswered, end_questions, open_questions};
pub use entering::{NewListed, add_group, enter_listed};
pub use gathering::{signatory_list, signatory_list_after_questions, signatory_list_since};
pub use given::{GivenLine, carry_name, everything_signed};
pub use groups::find_or_add_group;
pub use links::forget_signature_links;
pub use list::SignatoryList;
pub use named::{Named, PublicEvent, named_in_public, public_events, publicly_named};
pub use ordering::keep_order;
pub use past::{Standing, public_withdrawals, standing_under, without_withheld};
pub use public::addresses_of_public_signatories;
pub use queue::{Waits, has_anyone_risen, list_the_risen, waits_for_coordinator};
pub use reconsents::{Answer, tell_of_revision};
pub use removal::take_off_declined;
pub use retracting::tell_of_retraction;
pub use showing::show_anew;
pub use signed_letters::{
    SignedLetter, as_read, find_signature, letters_signed_by, public_letters_signed_by,
};
pub use signing::{GivenSignature, SignError, sign};
pub use silence::{
    Board, BoardLine, OpenQuestion, RemindError, answer_for_the_silent, board, is_anyone_silent,
    questions_to, remind_the_silent,
};
pub use standing::{OffTheList, Stands, off_the_list};
pub use stopping::{
    named_signatories, people_behind, public_suspensions, signed_by_name, tell_letters_of_suspension,
};
pub use withdrawing::{Left, left_after_delivery};
pub use withholding::was_withheld_since_delivery;
