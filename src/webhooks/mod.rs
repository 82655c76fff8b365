//! **Webhook**: where a program of a letter's coordinators, or of an organization, hears what happens, in the
//! form of Standard Webhooks. What is to be sent is a row in the transaction of its cause, as mail is
//! (`happenings.rs`); a worker sends it, tries again for three days, and then switches the webhook off.
//!
//! A coordinator's webhook hears of their letter, private or not. An organization's hears of letters that
//! it stands under, as far as they are public, and of nobody's signature but its own. No webhook hears a
//! name that is withheld: it is told that there is one more, or one less.
//!
//! The address is somebody's to choose, and this program asks it from inside its own network. So it is
//! looked up and checked, and what was checked is what is connected to (`targets.rs`, `posting.rs`).

pub mod handlers;
mod happenings;
mod mails;
mod model;
mod pages;
mod posting;
mod sending;
mod signing;
mod targets;
mod told;
mod worker;

pub use happenings::{Telling, follow};
pub use sending::forget_deliveries;
pub use told::{Told, ToldLetter, ToldSignatory};
pub use worker::{Sender, start};
