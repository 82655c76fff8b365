//! **Organization**: a body that can sign. *Registered* at `/register`, *verified* once the mail
//! to its address is answered; only then does it exist here as a row, with its first owner.
//!
//! The way to sign for one is a [`SigningAuthority`], which only this module makes: a verified
//! organization and a person with the role for it.

mod colleagues;
pub mod handlers;
mod mails;
mod model;
mod pages;
mod protection;
mod registrations;

pub use colleagues::{forget_member_invitations, has_two_steps, people_with_authority};
pub use model::{
    NewOrganization, Organization, Role, SigningAuthority, VerifiedBy, add_organization, authorities_of,
    find_authority, find_organization, find_role, memberships_of, name_and_address, owners_of,
};
pub use protection::{end_protection, protect};
pub use registrations::forget_registrations;
