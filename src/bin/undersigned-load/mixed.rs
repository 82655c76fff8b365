//! Scenario `mixed`: a letter in the news. Readers, people who have it open, organizations that sign; then
//! the same while a flood of sign-ins, each of which costs the site 19 MB and some 20 ms, is let loose on it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::audience::{Audience, FROM_ASKING};
use crate::client::{Connection, Place};
use crate::filling::Wanted;
use crate::listening::{changes, sign, told};
use crate::message;
use crate::meter::Meter;
use crate::options::{Options, size};
use crate::progress;
use crate::reading::Readers;
use crate::report::{Findings, short};
use crate::signers::Signers;
use crate::site::{Site, allow_connections};
use crate::wrong::Wrong;

const CONNECTIONS: u32 = 32;
const READERS: u32 = 500;
const FLOOD: u32 = 32;
const SECONDS: u32 = 8;
/// Signatures a second.
const RATE: f64 = 10.0;
/// Pages a second: as many as a site on one processor answers without being busy, so that a latency is one and
/// not the length of a queue.
const READING: f64 = 2_000.0;
/// From one address so many are let in at once; the flood comes from as many as it needs.
const FROM_ONE_ADDRESS: usize = 150;

const CALM: (&str, &str) = ("page", "304");
const FLOODED: (&str, &str) = ("page, with sign-ins", "304, with sign-ins");
const SIGN_IN: &str = "sign-in";

/// Runs it.
///
/// # Errors
/// What keeps it from being run.
pub async fn run(options: &Options) -> Result<Findings, Wrong> {
    let connections = size(options.connections, CONNECTIONS);
    let (readers, flood) = (size(options.readers, READERS), size(options.flood, FLOOD));
    allow_connections(connections + readers + flood)?;
    let (part, rate) = (options.part(SECONDS), options.rate.unwrap_or(RATE));
    let letters = size(options.letters, 1);
    let wanted = Wanted {
        letters: vec![size(options.signatories, 1_000); letters],
        organizations: size(options.organizations, changes(rate, part * 3, letters)),
        commits: false,
    };
    let site = Site::open(options, wanted).await?;
    let signers = Signers::of(&site, true).await?;
    let reading = Readers::of(&site, options).await?;
    let meter = Arc::new(Meter::over(part * 2));
    for first in [CALM.0, FLOODED.0, "sign", SIGN_IN, FROM_ASKING] {
        meter.row(first)?; // the plot has no colours for all rows
    }
    let listening = Audience::gather(&site, &signers, &meter, readers).await?;
    let mut findings = Findings::default();

    let over = Arc::new(AtomicBool::new(false));
    let audience = listening.audience.clone();
    let signing = tokio::spawn(sign(signers.clone(), audience, meter.clone(), rate, part * 3, over.clone()));
    let bar = progress::time("Without sign-ins", part);
    reading.read(&meter, CALM, connections, Some(READING), part).await?;
    bar.finish_and_clear();
    let calm = site.memory();

    let bar = progress::time("With a flood of sign-ins", part);
    let mut tasks = JoinSet::new();
    for nth in 0..flood {
        tasks.spawn(sign_in(site.place.clone(), meter.clone(), nth, flood, Instant::now() + part));
    }
    reading.read(&meter, FLOODED, connections, Some(READING), part).await?;
    bar.finish_and_clear();
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    over.store(true, Ordering::Relaxed);
    signing.await??;

    let heard = listening.end(&signers, site.letters.len()).await?;
    told(&mut findings, &heard, readers);
    let p99 = |name: &str| meter.sum(name).map_or(0.0, |sum| sum.latency.get(2).copied().unwrap_or(0.0));
    let (without, with) = (p99(CALM.0), p99(FLOODED.0));
    findings.figure("p99 of reading with sign-ins : without", short(with / without.max(0.001)));
    if let (Some(calm), Some(flooded)) = (calm, site.memory()) {
        findings.figure("memory at most, without sign-ins", format!("{} MB", calm.peak >> 20));
        findings.figure("memory at most, with sign-ins", format!("{} MB", flooded.peak >> 20));
    }
    let (stored, wrong) = signers.compare().await?;
    findings.figure("acknowledged and stored once", stored.kept.to_string());
    findings.wrong.extend(wrong);
    findings.wrong.extend(site.stop().await?);
    findings.rows = meter.sums();
    Ok(findings)
}

/// Tries passwords of people who have no account, which costs the site as much as if they had one. "Not so fast"
/// is an answer too.
async fn sign_in(
    place: Place,
    meter: Arc<Meter>,
    nth: usize,
    flood: usize,
    end: Instant,
) -> Result<(), Wrong> {
    let (mut pen, mut slowed) = (meter.pen(SIGN_IN)?, meter.pen("sign-in, told to wait")?);
    let mut connection: Option<Connection> = None;
    let mut tried = 0;
    while Instant::now() < end {
        let since = meter.now();
        // No two of the flood from one address, and none for long: the site slows those who do that.
        let address = (1 + nth + tried / FROM_ONE_ADDRESS * flood) * 4_000;
        if tried % FROM_ONE_ADDRESS == 0 {
            connection = None;
        }
        tried += 1;
        let email = format!("nobody-{nth}-{tried}@load.example");
        let form = [("email", email.as_str()), ("password", "not the one")];
        let request = message::post(&place.host, "/sign-in", None, &form);
        let asked = async {
            let open = match &mut connection {
                Some(open) => open,
                None => connection.insert(Connection::open(&place, address).await?),
            };
            Ok::<_, Wrong>(open.ask(&request).await?.head.status)
        };
        match asked.await {
            Ok(422) => pen.answered(since, 0),
            Ok(429) => {
                slowed.answered(since, 0);
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            Ok(status) => pen.is_wrong(&Wrong::new(format!("status {status} for a wrong password"))),
            Err(wrong) => {
                pen.is_wrong(&wrong);
                connection = None;
            }
        }
    }
    Ok(())
}
