//! The command line, and its limits: every run is bounded in time and number.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use url::Url;

/// The command line of `undersigned-load`.
#[derive(Parser)]
#[command(
    name = "undersigned-load",
    version,
    about = "Tries a site of Undersigned, and checks every answer."
)]
pub struct CommandLine {
    /// What to try.
    #[command(subcommand)]
    pub scenario: Scenario,
}

/// What can be tried.
#[derive(Subcommand, Debug)]
pub enum Scenario {
    /// Readers ask for letters, some of them with what they have already.
    Read(Options),
    /// Organizations sign: one after the other, all at once, and at half of that rate.
    Sign(Options),
    /// Many have a letter open while one signs; each has to hear of it.
    Live(Options),
    /// All who have a letter open are cut off at once and come back.
    Storm(Options),
    /// Readers, live readers and signers, without and with a flood of sign-ins.
    Mixed(Options),
    /// Fill an empty database, for a site that is started elsewhere.
    Fill(FillOptions),
}

/// In which encoding pages are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Encoding {
    /// Brotli.
    #[value(name = "br")]
    Brotli,
    /// gzip.
    Gzip,
    /// As they are.
    Identity,
}

impl Encoding {
    /// What `Accept-Encoding` says.
    pub fn accept(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    /// What `Content-Encoding` then says.
    pub fn content(self) -> &'static str {
        match self {
            Self::Identity => "",
            packed => packed.accept(),
        }
    }
}

/// What all scenarios are told. What is left out has a value by the scenario, with which it ends within half a
/// minute.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// A site that runs already, such as http://127.0.0.1:8080 [default: one of its own].
    #[arg(long, conflicts_with_all = ["database_url", "workers", "signatories", "organizations", "letters"])]
    pub url: Option<Url>,
    /// The letters of that site, by the end of their address; may be given several times.
    #[arg(long = "letter", value_name = "SLUG", default_value = "load-1")]
    pub named: Vec<String>,
    /// Who can sign there: what `undersigned-load fill` wrote.
    #[arg(long, value_name = "FILE", requires = "url")]
    pub sessions: Option<PathBuf>,
    /// An empty database for its own site, such as postgres://… [default: a SQLite file, deleted afterwards].
    #[arg(long)]
    pub database_url: Option<String>,
    /// Threads of its own site that answer requests [default: one per processor].
    #[arg(long, value_parser = value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,
    /// Signatories that stand on each letter beforehand.
    #[arg(long, value_parser = value_parser!(u32).range(0..=100_000))]
    pub signatories: Option<u32>,
    /// Letters of its own site.
    #[arg(long, value_parser = value_parser!(u32).range(1..=1_000))]
    pub letters: Option<u32>,
    /// Organizations that can sign.
    #[arg(long, value_parser = value_parser!(u32).range(1..=50_000))]
    pub organizations: Option<u32>,
    /// Connections that ask, one request after the other.
    #[arg(long, value_parser = value_parser!(u32).range(1..=5_000))]
    pub connections: Option<u32>,
    /// Readers that have a letter open.
    #[arg(long, value_parser = value_parser!(u32).range(1..=20_000))]
    pub readers: Option<u32>,
    /// How long each part of the scenario takes.
    #[arg(long, value_parser = value_parser!(u32).range(1..=600))]
    pub seconds: Option<u32>,
    /// Requests per second, whether or not the earlier ones are answered; each one's time begins when it was due
    /// [default: as many as are answered]. In `live` and `mixed`: signatures per second.
    #[arg(long, value_parser = rate)]
    pub rate: Option<f64>,
    /// How pages are packed.
    #[arg(long, value_enum, default_value = "br")]
    pub encoding: Encoding,
    /// How many of a hundred readers say that they have the page already.
    #[arg(long, value_parser = value_parser!(u8).range(0..=100), default_value = "10")]
    pub conditional: u8,
    /// Connections of the flood of sign-ins.
    #[arg(long, value_parser = value_parser!(u32).range(1..=500))]
    pub flood: Option<u32>,
    /// Draw rate and latency into this file.
    #[arg(long, value_name = "FILE.svg")]
    pub report: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// What `fill` is told.
#[derive(Args, Clone, Debug)]
pub struct FillOptions {
    /// The empty database.
    #[arg(long)]
    pub database_url: String,
    /// The key that names are sealed with; made if it is missing [default: where the site looks for it].
    #[arg(long)]
    pub key_file: Option<PathBuf>,
    /// Signatories of each letter: 25,1000,10000 makes load-1, load-2 and load-3.
    #[arg(long, value_delimiter = ',', default_value = "25", value_parser = value_parser!(u32).range(0..=100_000))]
    pub signatories: Vec<u32>,
    /// Organizations that can sign.
    #[arg(long, default_value = "0", value_parser = value_parser!(u32).range(0..=50_000))]
    pub organizations: u32,
    /// Where their sessions are written: whoever reads the file signs for them.
    #[arg(long, value_name = "FILE")]
    pub sessions: Option<PathBuf>,
}

fn rate(typed: &str) -> Result<f64, String> {
    let rate: f64 = typed.trim_end_matches("/s").parse().map_err(|_| "not a number".to_owned())?;
    match rate.is_finite() && (0.1..=1_000_000.0).contains(&rate) {
        true => Ok(rate),
        false => Err("between 0.1 and 1000000 a second".to_owned()),
    }
}

impl Options {
    /// What was asked for, as it is typed; without a database's password.
    pub fn said(&self) -> String {
        let mut said = String::new();
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                said.push_str(&format!(" --{name} {value}"));
            }
        };
        let engine = |url: &String| url.split(':').next().unwrap_or_default().to_owned() + "://…";
        add("url", self.url.as_ref().map(Url::to_string));
        add("database-url", self.database_url.as_ref().map(engine));
        add("workers", self.workers.map(|workers| workers.to_string()));
        let numbers = [
            ("signatories", self.signatories),
            ("letters", self.letters),
            ("organizations", self.organizations),
            ("connections", self.connections),
            ("readers", self.readers),
            ("flood", self.flood),
            ("seconds", self.seconds),
        ];
        for (name, number) in numbers {
            add(name, number.map(|number| number.to_string()));
        }
        add("rate", self.rate.map(|rate| rate.to_string()));
        add("encoding", Some(self.encoding.accept().to_owned()));
        said
    }

    /// How long a part takes.
    pub fn part(&self, otherwise: u32) -> Duration {
        Duration::from_secs(u64::from(self.seconds.unwrap_or(otherwise)))
    }
}

/// A number as sizes have it.
pub fn size(given: Option<u32>, otherwise: u32) -> usize {
    usize::try_from(given.unwrap_or(otherwise)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parses(line: &str) -> bool {
        CommandLine::try_parse_from(line.split(' ')).is_ok()
    }

    #[test]
    fn the_command_line_is_in_order() {
        CommandLine::command().debug_assert();
        for scenario in ["read", "sign", "live", "storm", "mixed"] {
            assert!(parses(&format!("undersigned-load {scenario}")));
        }
    }

    #[test]
    fn what_is_without_bound_is_refused() {
        for wrong in [
            "--seconds 0",
            "--seconds 601",
            "--connections 0",
            "--connections 5001",
            "--readers 20001",
            "--signatories 100001",
            "--letters 1001",
            "--rate 0",
            "--rate inf",
            "--rate NaN",
            "--conditional 101",
            "--encoding zstd",
        ] {
            assert!(!parses(&format!("undersigned-load read {wrong}")), "{wrong}");
        }
        for right in ["--seconds 600", "--readers 20000", "--rate 500/s", "--rate 0.5", "--encoding identity"]
        {
            assert!(parses(&format!("undersigned-load read {right}")), "{right}");
        }
    }

    #[test]
    fn a_report_does_not_say_the_password_of_a_database() {
        let line =
            "undersigned-load read --database-url postgres://me:secret@host/db --seconds 3 --rate 50/s";
        let Scenario::Read(options) = CommandLine::try_parse_from(line.split(' ')).unwrap().scenario else {
            panic!("another scenario");
        };
        assert_eq!(options.said(), " --database-url postgres://… --seconds 3 --rate 50 --encoding br");
    }

    #[test]
    fn a_site_of_others_is_not_set_up() {
        assert!(parses("undersigned-load read --url http://127.0.0.1:8080 --letter aleppo"));
        assert!(!parses("undersigned-load read --url http://127.0.0.1:8080 --workers 1"));
        assert!(!parses("undersigned-load sign --sessions file"));
        assert!(parses("undersigned-load fill --database-url sqlite://x.db --signatories 25,1000"));
        assert!(!parses("undersigned-load fill"));
    }
}
