//! The front page, the desk of a signed-in person, what this place is, and what the operator sees.

pub mod handlers;
mod pages;
