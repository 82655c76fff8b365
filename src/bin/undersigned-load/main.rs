//! `undersigned-load` tries a site of Undersigned as readers and signers do, checks every answer, and says what
//! it found: a table, JSON, a plot.
//!
//! By itself it makes the site that it tries: it fills an empty database through the library's own verbs
//! ([`filling`]), starts the `undersigned` beside it and stops it afterwards ([`site`]). From then on it speaks
//! HTTP only. Each scenario has a file ([`reading`], [`signing`], [`listening`], [`mixed`]); what they have in
//! common is a client that can be cheaper than the server ([`client`], [`message`]), the account of what signers
//! were told ([`signers`]) and what readers heard ([`audience`], [`events`]), the checks ([`checks`]) and what
//! is measured ([`meter`], [`report`], [`plot`]).
//!
//! It ends with 0 if every answer was right, with 1 if one was not, with 2 if it could not be run. How quick the
//! site was is for its reader to judge.

#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod audience;
mod checks;
mod client;
mod events;
mod filling;
mod listening;
mod message;
mod meter;
mod mixed;
mod options;
mod pace;
mod plot;
mod progress;
mod reading;
mod report;
mod signers;
mod signing;
mod site;
mod wrong;

use std::process::ExitCode;

use clap::Parser;

use crate::options::{CommandLine, Options, Scenario};
use crate::report::{Findings, Machine};
use crate::wrong::Wrong;

#[tokio::main]
async fn main() -> ExitCode {
    match run(CommandLine::parse().scenario).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(wrong) => {
            eprintln!("undersigned-load: {wrong}");
            ExitCode::from(2)
        }
    }
}

async fn run(scenario: Scenario) -> Result<bool, Wrong> {
    let (name, options, findings) = match scenario {
        Scenario::Fill(options) => {
            println!("{}", site::fill(options).await?);
            return Ok(true);
        }
        Scenario::Read(options) => ("read", options.clone(), reading::run(&options).await?),
        Scenario::Sign(options) => ("sign", options.clone(), signing::run(&options).await?),
        Scenario::Live(options) => ("live", options.clone(), listening::live(&options).await?),
        Scenario::Storm(options) => ("storm", options.clone(), listening::storm(&options).await?),
        Scenario::Mixed(options) => ("mixed", options.clone(), mixed::run(&options).await?),
    };
    tell(name, &options, &findings)?;
    Ok(findings.is_right())
}

fn tell(name: &str, options: &Options, findings: &Findings) -> Result<(), Wrong> {
    let machine = Machine::here();
    let title = format!("undersigned-load {name}{}", options.said());
    match options.json {
        true => println!("{:#}", report::as_json(&title, &machine, findings)),
        false => print!("{}", report::table(&title, &machine, findings)),
    }
    if let Some(file) = &options.report {
        std::fs::write(file, plot::draw(&title, &findings.rows)?)?;
    }
    Ok(())
}
