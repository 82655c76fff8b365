//! The site as people and programs meet it: a real server, a real database, real mail.
//!
//! Each story is told twice, on SQLite and on PostgreSQL (see [`support::postgres`]).

#[macro_use]
mod support;

mod authority;
mod coalitions;
mod commenting;
mod confirming;
mod coordinating;
mod delivering;
mod drafting;
mod embargo;
mod evidence;
mod grouping;
mod hardening;
mod history;
mod importing;
mod inviting;
mod listing;
mod live;
mod machines;
mod mail;
mod paper;
mod preparing;
mod queueing;
mod reading;
mod reconsenting;
mod registering;
mod reminding;
mod revising;
mod safety;
mod sealing;
mod signing;
mod signing_in;
mod starting;
mod withdrawing;
