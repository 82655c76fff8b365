//! **Operating**: what whoever runs the installation does about organizations and letters: flags, claims
//! and reports to settle, a verification, a suspension with a public note.
//!
//! Every act goes through an `Acting`, which says in the same transaction that the
//! person is an operator at this moment, and writes a line of the operators' log, which nothing changes
//! afterwards. So does looking at what is private. To everybody else nothing of `/operator` exists.

pub mod handlers;
mod mails;
mod model;
mod pages;
mod reports;
mod stopping;

pub use model::Waiting;
pub use model::waiting;
