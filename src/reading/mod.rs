//! Reading: the public letter as bytes, made when something changes and not when someone reads.
//!
//! A reader gets the bytes that are there, without a query and without waiting for a writer. After
//! each commit that changed what readers see, the letter is rendered once in its own language, in others when
//! somebody asks, and the change is handed to those who have the page open, in the language of that page.

mod carrying;
mod changes;
mod finding;
mod forms;
pub mod handlers;
mod machine;
mod pace;
mod pages;
mod papers;
mod parts;
mod rendered;
mod shelf;
mod tongues;

pub use rendered::{Rendered, Snapshot};
pub use shelf::{Seen, Shelf};
