//! **Delivery**: a letter handed over: its revision, its list and its numbers, frozen with a date
//! and a hash. A letter is delivered once; whoever signs later stands under "signed after delivery".

pub mod handlers;
mod mails;
mod model;
mod pack;
mod pages;
mod paper;
mod snapshot;

pub use model::{Answer, find_answer};
