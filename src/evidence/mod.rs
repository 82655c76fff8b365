//! **Evidence**: what can be checked from outside. The installation's [key](PublicKey); a letter's **log**,
//! append-only, of every public event, with **checkpoints** that anyone can keep; a **receipt** for each
//! signature; the **doctor**, which compares the rows with the log.
//!
//! A log begins with the publication of its letter: what happened before leaves no trace, and the list
//! enters as it stands. Its leaves follow the rows ([`keep_up`], before every commit), so no verb writes
//! into it by itself. A leaf commits to what it says of a signatory under a salt, and names nobody: of a
//! public name the salt is published beside the leaf, of a withheld one it is not, and once it is
//! destroyed ([`erase`]) nothing can be read from the leaf, while every proof holds as before.
//!
//! What a log proves: that the list as it is shown is the one that the log tells, and that whoever kept
//! a checkpoint sees the same past. What it does not: that a name was given by somebody who might; that is
//! verification's part. A row that somebody changes behind the program's back does not match the log, which
//! the doctor says; if such a row is written into the log later, the log shows it as a dated change.

mod canonical;
mod command;
mod doctor;
pub mod handlers;
mod keeping;
mod keys;
mod leaves;
mod lines;
mod log;
mod notes;
mod pages;
mod reading;
mod receipts;
mod tree;
mod verifying;

pub use command::{Asked, verify_files};
pub use doctor::{Examined, examine};
pub use keeping::{begin_logs, keep_up};
pub use keys::{PublicKey, public_keys, rotate_keys};
pub use log::erase;
pub use receipts::receipt_address;
pub use verifying::{Kept, Unreadable, Verdict, verify};
