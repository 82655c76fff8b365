//! **Organization**: a body that can sign. *Registered* at `/register`, *verified* once the mail
//! to its address is answered; only then does it exist here as a row, with its first owner.
//!
//! What an organization may be taken for is looked for when it comes to be (`likeness`); whoever
//! registers one that exists gets a claim and no second row (`claims`).
//!
//! The way to sign for one is a [`SigningAuthority`], which only this module makes: a verified
//! organization and a person with the role for it.

mod acting;
mod addresses;
mod bearer;
mod claims;
mod colleagues;
mod domains;
mod flags;
mod handing_over;
pub mod handlers;
mod likeness;
mod logos;
mod mails;
mod model;
mod pages;
mod profile;
mod protection;
mod registrations;
mod renewals;
mod searching;
mod slugs;
mod suspension;
mod tokens;
mod verification;

pub use acting::{Acting, find_acting};
pub use addresses::forget_wanted_addresses;
pub use bearer::Bearer;
pub use claims::{
    Claim, ClaimError, ClaimKind, Decision, claim_as_same, claims_about, find_claim, open_claims,
    settle_claim,
};
pub use colleagues::{
    KEPT_SECONDS as COLLEAGUE_KEPT_SECONDS, forget_member_invitations, has_two_steps, people_of,
    people_with_authority,
};
pub use flags::{
    Flag, FlagOutcome, FlagReason, SettleFlagError, count_open_flags, flags_for_coordinators, flags_of,
    open_flags, settle_flag,
};
pub use handing_over::forget_offers;
pub use likeness::{look_for_likeness, settle_likeness};
pub use logos::{LogoPlace, logo_of};
pub use model::{
    NewOrganization, Organization, Role, SigningAuthority, VerifiedBy, add_organization, authorities_of,
    find_authority, find_by_id, find_organization, find_role, memberships_of, name_and_address, owners_of,
};
pub use profile::{OrganizationWords, words_of};
pub use protection::{end_protection, find_visible, hold_protection, protect};
pub use registrations::{KEPT_SECONDS as REGISTRATION_KEPT_SECONDS, forget_registrations};
pub use renewals::{end_renewals, renewals_left, take_renewals};
pub use searching::{all_organizations, find_for_operator, names_in_other_languages};
pub use suspension::{SuspendError, Suspension, lift_organization, suspend_organization, suspension_of};
pub use tokens::{ApiToken, Scope, TokenHolder, find_token_holder, forget_tokens, note_token_use};
pub use verification::{
    Verification, end_verification, end_vouching, settle_domains, standing_verifications, verify_by_operator,
    vouch,
};
