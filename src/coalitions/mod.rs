//! **Coalition**: a standing alliance of organizations, with coordinators of its own and members
//! it has confirmed. An organization asks to join; only the coalition's coordinators confirm it,
//! and only then may it stand under the coalition's heading in a letter.

pub mod handlers;
mod mails;
mod model;
mod pages;
mod paging;

pub use model::{
    Coalition, NewCoalition, Request, add_coalition, admit, all_coalitions, coalition_addresses,
    coalitions_of, confirmed_coalitions_of, confirmed_members_of, coordinated_by, find_coalition,
    is_confirmed_member, request_membership, requests_to,
};
pub use paging::{coalitions_after, count_members, members_after};
