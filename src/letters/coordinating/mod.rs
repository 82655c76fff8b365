//! Who coordinates a letter: inviting others by mail, handing it over, leaving. There is always
//! somebody.

pub mod handlers;
mod mails;
mod model;
mod pages;

pub use model::{Waiting, forget_over, waiting_for};
