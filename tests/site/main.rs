//! The site as people and programs meet it: a real server, a real database, real mail.
//!
//! Each story is told twice, on SQLite and on PostgreSQL (see [`support::postgres`]).

#[macro_use]
mod support;

mod accounts;
mod authority;
mod caching;
mod carrying;
mod claiming;
mod coalitions;
mod commenting;
mod confirming;
mod coordinating;
mod delivering;
mod drafting;
mod elsewhere;
mod embargo;
mod evidence;
mod grouping;
mod handing_over;
mod hardening;
mod history;
mod importing;
mod inviting;
mod languages;
mod leaving;
mod listing;
mod live;
mod logos;
mod look_alikes;
mod machines;
mod mail;
mod nodes;
mod operating;
mod paper;
mod passwords;
mod preparing;
mod privacy;
mod profiles;
mod programs;
mod queueing;
mod quick;
mod reading;
mod reconsenting;
mod registering;
mod reminding;
mod reporting;
mod retention;
mod revising;
mod rough;
mod safety;
mod sealing;
mod second_factor;
mod signatories;
mod signing;
mod signing_in;
mod starting;
mod tongues;
mod translating;
mod verifying;
mod webhooks;
mod withdrawing;
mod withholding;
