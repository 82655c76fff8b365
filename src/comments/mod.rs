//! **Comment**: what an invited organization says of a paragraph of the draft, or of the whole; its
//! coordinators answer and resolve it.
//!
//! A **red line** is a comment on what its author could not sign. Coordinators set an hour for them;
//! what comes later is marked, not refused. Comments end when the text is locked.
//!
//! Those invited see their own comments and the answers to them, and nobody else's: who is invited to
//! a private letter is known to its coordinators alone.

pub mod handlers;
mod mails;
mod model;
mod pages;
mod placing;
mod settling;
