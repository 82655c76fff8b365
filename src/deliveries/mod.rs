//! **Delivery**: a letter handed over: its revision, its list and its numbers, frozen with a date
//! and a hash.

pub mod pack;
mod paper;
mod snapshot;
