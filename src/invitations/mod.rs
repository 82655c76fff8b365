//! **Invitation**: an organization, or a person in it, was asked to read, comment on and sign a
//! letter; and what came of it.
//!
//! A private letter is seen by its coordinators and by those invited, and by nobody else: this is
//! where that is decided ([`find_turn`], [`may_see`]).

mod addresses;
mod answering;
mod asking;
mod board;
pub mod handlers;
mod inviting;
mod mails;
mod model;
mod of_organization;
mod pages;
mod reminding;
mod sending;

pub use answering::{Waiting, invitations_waiting_for, is_preparing, take_up};
pub use inviting::{NewInvitation, add_link, bears_another_mail, has_been_mailed, invite, is_about};
pub use model::{
    Invitation, Stage, about_listed, find_by_token, find_turn, has_signed, hold_turn, invitation_of, may_see,
};
pub use of_organization::{InvitationTo, invitations_of_organization};
pub use reminding::{is_any_reminder_due, remind_due};
pub use sending::{Letterhead, tell_opened};
