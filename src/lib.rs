//! **Undersigned**: organizations put their names to a text together.
//!
//! This page is the map. It says what the site is made of, how a request travels, and what always
//! holds; each module then speaks for itself.
//!
//! # The words
//!
//! | word | is | lives in |
//! |---|---|---|
//! | Person | someone with an account; may be an operator | [`people`] |
//! | Organization | a body that can sign: registered, then verified | [`organizations`] |
//! | Coalition | a standing alliance and its confirmed members | [`coalitions`] |
//! | Letter | an open letter and its rule for the list | [`letters`] |
//! | Revision | one immutable text of a letter, named by its SHA-256 | [`letters`] |
//! | Invitation | who was asked, and who may see a private letter | [`invitations`] |
//! | Comment | what an invited organization says of a paragraph of the draft | [`comments`] |
//! | Signature | an organization's name under a revision | [`signatures`] |
//! | Declaration | who gave a signature, in which role, in which words | [`signatures`] |
//! | Case | an owner says that a signature was not authorised | [`signatures`] |
//! | Queue | signatures that wait for a coordinator's look | [`signatures`] |
//! | Signatory list | groups, order, numbers, count: a pure function | [`signatures::list`] |
//! | Import | a letter read with its signatories | [`imports`] |
//! | Delivery | what was handed over, frozen; a letter on paper | [`deliveries`] |
//! | Evidence | the key, each letter's log, receipts: what can be checked from outside | [`evidence`] |
//! | Webhook | where a program hears what happens: rows with their cause, sent signed | [`webhooks`] |
//! | Rights | what people may know and take back of what is kept about them | [`rights`] |
//! | Operating | flags, claims and reports settled, suspensions, the log of all that | [`operating`] |
//! | Token | what an organization's own programs sign in with | [`organizations`] |
//! | API | what programs read and do, and the document of it | [`api`] |
//! | Reading | the public letter as bytes, its JSON, its live stream | [`reading`] |
//! | Carrying | what of a public letter stands elsewhere: feeds, frame, badge, card | [`reading`] |
//!
//! Supporters (individuals) will have a table and a folder of their own, `supporters/`, right of
//! `signatures/`; nothing here counts them among signatories.
//!
//! # How a request travels
//!
//! [`routes`] → a concept's `handlers` (parse, ask the model, answer) → its model (rules and
//! queries, inside one [`db::Tx`]) → its `pages` or `mails` (plain data → words). Every change is
//! one transaction of [`db::Db::write`]; mail is a row in it ([`mail`]); after its commit the
//! [`db::News`] of it is passed on: letters are rendered anew ([`reading`]), readers who have the
//! page open are told ([`live`]), and only then does the person who caused it get an answer. So
//! whoever changes something sees it, and a reader never waits for a writer nor asks the database.
//! Other nodes on the same database hear of it, or ask ([`nodes`]).
//!
//! In a spike two ways are shorter. A reader without a session who asks for a letter that is rendered is answered
//! before all routes ([`reading::handlers::quick`]), byte for byte as behind them. While many sign one letter,
//! changes that wait at the same moment share a commit (on PostgreSQL: those of one letter,
//! [`db::Db::write_in_turn`]), the letter is rendered ten times a second and not for each of them, and of its list
//! only the lines that changed are read ([`signatures::signatory_list_since`]).
//!
//! # What points where
//!
//! ```text
//! main → app → routes → handlers → pages → web
//!                         ├→ mails → mail
//!                         └→ model → db, schema, ids, text
//! models: people ← organizations ← coalitions ← letters ← invitations ← comments ← signatures ← imports ← deliveries ← evidence ← webhooks ← rights ← operating ← reading
//! ```
//!
//! `tests/architecture.rs` reads the `use` lines and holds these rules. Handlers, pages and mails
//! may use any concept's front door (its `mod.rs`), models only those to their left.
//!
//! # What always holds
//!
//! * Only a verified organization signs ([`organizations::SigningAuthority`]), only an open letter
//!   ([`letters::OpenLetter`]), only the revision that the person was shown; one signature per
//!   organization and letter. The first two cannot be made without passing the check.
//! * Each giving keeps what was declared; whatever is suspended or waits is on no list and in no count.
//! * A revision is never changed or deleted; the database holds that too.
//! * The count, the numbers and the words come from the list ([`signatures::SignatoryList`]).
//! * Whatever changes what a reader sees appends an event, numbered without gaps
//!   ([`letters::record`]), and of a public letter a leaf to its log, in the same transaction
//!   ([`evidence::keep_up`]). Whoever asked to be told of it has a row there too ([`webhooks::follow`]).
//! * Nothing changes on GET. A private letter answers exactly as one that does not exist. Whether an
//!   address is known is never said.
//! * Nothing outside the database happens inside a write transaction.
//! * What happens by itself happens once, however many nodes try: under a key that the transaction holds
//!   ([`db::Tx::hold`]), what is due is looked at again.
//! * Nobody waits for a database that is away: what was not kept is said to be not kept ([`error::Away`]).
//! * Names, addresses and words about people lie sealed in the database, under a key that lies
//!   elsewhere: columns of the type [`db::Sealed`], written with [`db::sealed`].
//!
//! # Where the shape differs from the plan
//!
//! Reading is a concept of its own, right of signatures, because the public page is made of both
//! the letter and the list and is bytes, not a page per request. [`text`] holds what knows
//! languages and scripts and nothing else, so that models may use it.

#![forbid(unsafe_code)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::todo,
    clippy::unimplemented,
    missing_docs
)]

// The ground.
pub mod config;

pub mod error;

pub mod ids;

#[allow(missing_docs)] // the tables' own comments are in the migrations
pub mod schema;

pub mod db;

pub mod secrets;

pub mod text;

// The concepts; the model of each uses only those above it.
pub mod people;

pub mod organizations;

pub mod coalitions;

pub mod letters;

pub mod invitations;

pub mod comments;

pub mod signatures;

pub mod imports;

pub mod deliveries;

pub mod evidence;

pub mod webhooks;

pub mod rights;

pub mod operating;

pub mod reading;

pub mod home;

pub mod api;

// What carries them.
pub mod mail;

pub mod live;

pub mod web;

pub mod routes;

pub mod housekeeping;

pub mod nodes;

pub mod app;

pub mod demo;
