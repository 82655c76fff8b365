//! **Person**: someone with an account (an address, a password, perhaps a second factor). A person acts for organizations
//! through memberships, coordinates letters and coalitions, and may run the installation.
//!
//! A person comes to exist when the mail of a registration is answered
//! ([`crate::organizations`]), or through a one-time link for operators.

mod complaints;
mod devices;
mod email_changes;
pub mod handlers;
mod mails;
mod model;
mod operators;
mod pages;
mod passwords;
mod resets;
mod second_factor;
mod sessions;
mod steps;
mod visitor;

pub use complaints::password_complaint;
pub use devices::{DEVICE_DAYS, Device, devices_of};
pub use email_changes::{WAITING_DAYS, change_due_addresses, is_any_address_due};
pub use handlers::proving::{Proof, prove};
pub use model::{
    Email, NewPerson, Person, add_person, find_person, find_person_by_email, words_of_addresses,
};
pub use operators::{add_operator, invite_operator, is_nobody_here};
pub use pages::proof_fields;
pub use passwords::{PasswordHash, Passwords};
pub use second_factor::{has_second_factor, turn_off_for};
pub use sessions::{
    Limits as SessionLimits, OPERATOR_DAYS, OpenedSession, Session, forget_what_is_over, open_session,
    sessions_of, sign_out,
};
pub use visitor::{AccountHolder, Arrival, SignedIn, Visitor, enter, session_cookie};
