//! **API**: what other programs read and do here. Each address is documented where it is answered, and the
//! document of all of them is made from that (`document.rs`), so it cannot tell of anything that is not there.
//!
//! Reading is for everybody, from every page of the web: what is public, by the same list that the letter's
//! page shows. Doing something takes a token of an organization ([`crate::organizations::Bearer`]) and is
//! open to no page elsewhere; what is done is in the concepts' own handlers, by the rules of their forms.
//!
//! Whatever goes wrong is a problem by RFC 9457 ([`crate::web::problem`]), also what no address answers.

mod answers;
mod around;
mod cursors;
mod document;
pub mod handlers;
mod letters;
mod pages;

pub use around::for_programs;
pub use document::document;
