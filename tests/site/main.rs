//! The site as people and programs meet it: a real server, a real database, real mail.
//!
//! Each story is told twice, on SQLite and on PostgreSQL (see [`support::postgres`]).

#[macro_use]
mod support;

mod coalitions;
mod drafting;
mod importing;
mod live;
mod machines;
mod mail;
mod reading;
mod registering;
mod safety;
mod signing;
mod signing_in;
mod starting;
