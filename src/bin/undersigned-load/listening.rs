//! Scenarios `live` and `storm`: who has a letter open hears of every signature, soon, and comes back after
//! a cut without missing one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::audience::{ALL_BACK, Audience, BACK, Heardings};
use crate::filling::Wanted;
use crate::meter::Meter;
use crate::options::{Options, size};
use crate::pace;
use crate::progress;
use crate::report::{Findings, short};
use crate::signers::Signers;
use crate::site::{Memory, Site, allow_connections};
use crate::wrong::Wrong;

const READERS: u32 = 1_000;
const SECONDS: u32 = 10;
/// One signs every 100 ms.
const RATE: f64 = 10.0;
/// In a storm two a second are enough for everybody to have missed some.
const STORM_RATE: f64 = 2.0;
/// Memory is looked at when readers have settled.
const SETTLING: Duration = Duration::from_secs(2);

/// Runs `live`.
///
/// # Errors
/// What keeps it from being run.
pub async fn live(options: &Options) -> Result<Findings, Wrong> {
    run(options, options.rate.unwrap_or(RATE), false).await
}

/// Runs `storm`.
///
/// # Errors
/// What keeps it from being run.
pub async fn storm(options: &Options) -> Result<Findings, Wrong> {
    run(options, options.rate.unwrap_or(STORM_RATE), true).await
}

async fn run(options: &Options, rate: f64, storm: bool) -> Result<Findings, Wrong> {
    let (readers, letters) = (size(options.readers, READERS), size(options.letters, 1));
    allow_connections(readers)?;
    let part = options.part(SECONDS);
    let longest = part + if storm { ALL_BACK } else { Duration::ZERO };
    let wanted = Wanted {
        letters: vec![size(options.signatories, 25); letters],
        organizations: size(options.organizations, changes(rate, longest, letters)),
        commits: false,
    };
    let site = Site::open(options, wanted).await?;
    let letters = site.letters.len();
    let signers = Signers::of(&site, true).await?;
    let meter = Arc::new(Meter::over(longest));
    let mut findings = Findings::default();

    let before = site.memory();
    let listening = Audience::gather(&site, &signers, &meter, readers).await?;
    tokio::time::sleep(SETTLING).await;
    let with_readers = site.memory();
    memory(&mut findings, "a reader", before, with_readers, readers);

    let audience = listening.audience.clone();
    let over = Arc::new(AtomicBool::new(false));
    let signing = sign(signers.clone(), audience.clone(), meter.clone(), rate, longest, over.clone());
    let signing = tokio::spawn(signing);
    let bar = progress::time("Listening", part);
    if storm {
        tokio::time::sleep(part / 2).await;
        let began = Instant::now();
        audience.cut();
        while audience.listening() < readers && began.elapsed() < ALL_BACK {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let back = audience.listening();
        findings.figure("back after the cut", format!("{back} of {readers}"));
        findings.figure("tries to come back that did not get through", audience.turned_away().to_string());
        if back < readers {
            findings.wrong.push(format!("{} readers did not come back", readers - back));
        }
        tokio::time::sleep(part / 2).await;
    } else {
        tokio::time::sleep(part).await;
    }
    bar.finish_and_clear();
    over.store(true, Ordering::Relaxed);
    signing.await??;
    let heard = listening.end(&signers, letters).await?;
    told(&mut findings, &heard, readers);
    memory(&mut findings, "a reader, after all that", before, site.memory(), readers);
    let (stored, wrong) = signers.compare().await?;
    findings.figure("acknowledged and stored once", stored.kept.to_string());
    findings.wrong.extend(wrong);
    findings.wrong.extend(site.stop().await?);
    findings.rows = meter.sums();
    if storm && let Some(back) = meter.sum(BACK) {
        let [_, _, p99, ..] = back.latency;
        findings.figure("99 of 100 were back after", format!("{} s", short(p99 / 1000.0)));
    }
    Ok(findings)
}

/// How many organizations a run needs in which `rate` sign a second.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // rounded up, and bounded
pub fn changes(rate: f64, length: Duration, letters: usize) -> u32 {
    ((rate * length.as_secs_f64() / letters.max(1) as f64).ceil() + 1.0).clamp(1.0, 50_000.0) as u32
}

/// One who signs, so many times a second, for so long or until it is `over`.
pub async fn sign(
    signers: Arc<Signers>,
    audience: Arc<Audience>,
    meter: Arc<Meter>,
    rate: f64,
    length: Duration,
    over: Arc<AtomicBool>,
) -> Result<(), Wrong> {
    let (mut pen, begin) = (meter.pen("sign")?, meter.now());
    let mut connection = signers.connect(0).await?;
    for after in pace::Due::new(rate, 1, 0, length) {
        pace::until(&meter, begin + after).await;
        if over.load(Ordering::Relaxed) {
            break;
        }
        let Some(ballot) = signers.next(usize::MAX) else { break };
        let since = meter.now();
        audience.changes.is_sent(ballot, since);
        match signers.sign(&mut connection, ballot).await {
            Ok(bytes) => {
                audience.changes.is_answered(ballot, meter.now());
                pen.answered(since, bytes);
            }
            Err(wrong) => {
                pen.is_wrong(&wrong);
                connection = signers.connect(0).await?;
            }
        }
    }
    Ok(())
}

/// Says what the audience heard.
pub fn told(findings: &mut Findings, heard: &Heardings, readers: usize) {
    findings.figure("readers that heard everything", format!("{} of {readers}", heard.readers));
    findings.figure("lines heard", heard.lines.to_string());
    findings.figure("told to fetch the page anew", heard.anew.to_string());
    findings.figure("the most that was said at once", format!("{} bytes", heard.longest));
    findings.wrong.extend(heard.wrong.iter().cloned());
}

/// Says how much memory so many of something take.
pub fn memory(
    findings: &mut Findings,
    what: &str,
    before: Option<Memory>,
    after: Option<Memory>,
    many: usize,
) {
    let (Some(before), Some(after)) = (before, after) else { return };
    let each =
        |before: u64, after: u64| after.saturating_sub(before) / u64::try_from(many.max(1)).unwrap_or(1);
    let resident = each(before.resident, after.resident);
    findings.figure(
        &format!("memory of {what}"),
        format!(
            "{resident} bytes of the site's ({} MB → {} MB)",
            before.resident >> 20,
            after.resident >> 20
        ),
    );
    findings.figure(
        &format!("the kernel's buffers of {what}"),
        format!("{} bytes for both ends", each(before.sockets, after.sockets)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_organizations_enough_for_every_change() {
        assert_eq!(changes(10.0, Duration::from_secs(10), 1), 101);
        assert_eq!(changes(10.0, Duration::from_secs(10), 1_000), 2);
        assert_eq!(changes(1e6, Duration::from_secs(600), 1), 50_000);
    }

    #[test]
    fn memory_is_shared_among_those_who_take_it() {
        let mut findings = Findings::default();
        let memory_of = |resident| Some(Memory { resident, peak: 0, sockets: 4_000 });
        memory(&mut findings, "a reader", memory_of(1 << 20), memory_of(2 << 20), 100);
        assert!(findings.figures[0].1.starts_with("10485 bytes"), "{:?}", findings.figures);
        memory(&mut findings, "a reader", None, memory_of(1), 100);
        assert_eq!(findings.figures.len(), 2);
    }
}
