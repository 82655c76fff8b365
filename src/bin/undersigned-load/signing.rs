//! Scenario `sign`: what the database commits one by one, what one signer gets through, what many do at
//! once, and how long each waits at half of that. All in one run, so that the ratios mean something.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::client::Connection;
use crate::filling::Wanted;
use crate::meter::{Meter, Pen};
use crate::options::{Options, size};
use crate::progress;
use crate::report::{Findings, short};
use crate::signers::Signers;
use crate::site::{Site, allow_connections};
use crate::wrong::Wrong;

/// So many signers at once, if nobody says otherwise.
const CONNECTIONS: u32 = 64;
const ORGANIZATIONS: u32 = 4_000;
const SECONDS: u32 = 5;
/// One in so many of those at once also sends what has to be refused.
const MISUSE_EACH: usize = 25;

/// Runs it.
///
/// # Errors
/// What keeps it from being run; what is wrong with the site is in the findings.
pub async fn run(options: &Options) -> Result<Findings, Wrong> {
    let connections = size(options.connections, CONNECTIONS);
    allow_connections(connections)?;
    let wanted = Wanted {
        letters: vec![size(options.signatories, 25); size(options.letters, 1)],
        organizations: size(options.organizations, ORGANIZATIONS),
        commits: true,
    };
    let site = Site::open(options, wanted).await?;
    let signers = Signers::of(&site, false).await?;
    let part = options.part(SECONDS);
    let meter = Arc::new(Meter::over(part * 3));
    let total = signers.total();
    let mut findings = Findings::default();

    // One after the other. It gets a tenth of the signatures at most, so that the others have some.
    let alone = "sign, one after the other";
    let bar = progress::time("One signer", part);
    at_once(&signers, &meter, alone, 1, total / 10, Instant::now() + part).await?;
    bar.finish_and_clear();

    let bar = progress::time("Many signers", part);
    let many = format!("sign, {connections} at once");
    at_once(&signers, &meter, &many, connections, total * 7 / 10, Instant::now() + part).await?;
    bar.finish_and_clear();

    let rate = |name: &str| meter.sum(name).map_or(0.0, |sum| sum.rate);
    let half = options.rate.unwrap_or(rate(&many) / 2.0).max(1.0);
    let steady = format!("sign, {} a second", short(half));
    let bar = progress::time("Half as many", part);
    at_rate(&signers, &meter, &steady, connections, half, part).await?;
    bar.finish_and_clear();

    if let Some(commits) = site.commits {
        findings.figure("single commits of one row a second", short(commits));
        findings.figure("many at once : single commits of one row", short(rate(&many) / commits.max(0.001)));
    }
    findings.figure("many at once : one after the other", short(rate(&many) / rate(alone).max(0.001)));
    let (stored, wrong) = signers.compare().await?;
    findings.figure("acknowledged and stored once", stored.kept.to_string());
    findings.figure("lost", stored.lost.to_string());
    findings.figure("stored twice", stored.twice.to_string());
    findings.figure("stored without an answer", stored.unanswered.to_string());
    findings.wrong.extend(wrong);
    if let Some(memory) = site.memory() {
        findings.figure("memory at most", format!("{} MB", memory.peak >> 20));
    }
    findings.wrong.extend(site.stop().await?);
    findings.rows = meter.sums();
    Ok(findings)
}

/// Signs on so many connections, each with the next as soon as it is answered, until `until` or until the first
/// `most` signatures are given.
async fn at_once(
    signers: &Arc<Signers>,
    meter: &Arc<Meter>,
    name: &str,
    connections: usize,
    most: usize,
    until: Instant,
) -> Result<(), Wrong> {
    let mut tasks = tokio::task::JoinSet::new();
    for nth in 0..connections {
        let (signers, meter, name) = (signers.clone(), meter.clone(), name.to_owned());
        tasks.spawn(async move {
            let (mut pen, mut misused) = (meter.pen(&name)?, meter.pen("refused, and told")?);
            let mut connection = None;
            let mut given = 0_usize;
            while Instant::now() < until {
                let Some(ballot) = signers.next(most) else { break };
                let since = meter.now();
                let open = &mut connection;
                if !sign_one(&signers, open, nth, ballot, since, &mut pen).await {
                    continue;
                }
                given += 1;
                if given % MISUSE_EACH == 1
                    && connections > 1
                    && let Some(open) = &mut connection
                {
                    let since = meter.now();
                    match signers.misuse(open, ballot).await {
                        Ok(()) => misused.answered(since, 0),
                        Err(wrong) => misused.is_wrong(&wrong),
                    }
                }
            }
            Ok::<_, Wrong>(())
        });
    }
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    Ok(())
}

/// One signature; opens the connection if there is none, and gives it up after an error.
async fn sign_one(
    signers: &Signers,
    connection: &mut Option<Connection>,
    nth: usize,
    ballot: crate::signers::Ballot,
    since: u64,
    pen: &mut Pen,
) -> bool {
    let signed = async {
        let open = match connection {
            Some(open) => open,
            None => connection.insert(signers.connect(nth).await?),
        };
        signers.sign(open, ballot).await
    };
    match signed.await {
        Ok(bytes) => {
            pen.answered(since, bytes);
            true
        }
        Err(wrong) => {
            pen.is_wrong(&wrong);
            *connection = None;
            false
        }
    }
}

/// Signs so many times a second, whether or not the earlier ones are answered; the time of each begins when it
/// was due.
pub async fn at_rate(
    signers: &Arc<Signers>,
    meter: &Arc<Meter>,
    name: &str,
    connections: usize,
    rate: f64,
    length: Duration,
) -> Result<(), Wrong> {
    let begin = meter.now();
    let mut tasks = tokio::task::JoinSet::new();
    for nth in 0..connections {
        let (signers, meter, name) = (signers.clone(), meter.clone(), name.to_owned());
        let due = crate::pace::Due::new(rate, connections, nth, length);
        tasks.spawn(async move {
            let mut pen = meter.pen(&name)?;
            let mut connection = None;
            for after in due {
                let since = begin + after;
                crate::pace::until(&meter, since).await;
                let Some(ballot) = signers.next(usize::MAX) else { break };
                sign_one(&signers, &mut connection, nth, ballot, since, &mut pen).await;
            }
            Ok::<_, Wrong>(())
        });
    }
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    Ok(())
}
