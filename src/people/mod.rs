//! **Person**: someone with an account (an address, a password). A person acts for organizations
//! through memberships, coordinates letters and coalitions, and may run the installation.
//!
//! A person comes to exist when the mail of a registration is answered
//! ([`crate::organizations`]), or through a one-time link for operators.

pub mod handlers;
mod mails;
mod model;
mod operators;
mod pages;
mod passwords;
mod resets;
mod sessions;
mod visitor;

pub use model::{
    Email, NewPerson, Person, add_person, find_person, find_person_by_email, password_complaint,
};
pub use operators::{add_operator, invite_operator, is_nobody_here};
pub use passwords::{PasswordHash, Passwords};
pub use sessions::{OpenedSession, forget_what_is_over, open_session};
pub use visitor::{SignedIn, Visitor, session_cookie};
