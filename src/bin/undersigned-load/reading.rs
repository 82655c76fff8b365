//! Scenario `read`: readers who ask for letters, some of whom have them already; every answer is compared.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::checks::{Pages, Right};
use crate::client::{Connection, Place};
use crate::filling::Wanted;
use crate::message;
use crate::meter::Meter;
use crate::options::{Encoding, Options, size};
use crate::pace::{self, Due};
use crate::progress;
use crate::report::{Findings, short};
use crate::signers::look_at;
use crate::site::{Site, allow_connections};
use crate::wrong::Wrong;

const CONNECTIONS: u32 = 64;
const SIGNATORIES: u32 = 1_000;
const SECONDS: u32 = 10;

/// Readers of the letters of a site.
pub struct Readers {
    place: Place,
    letters: Vec<Read>,
    encoding: Encoding,
    /// How many of a hundred say what they have.
    conditional: usize,
}

/// A letter as it is read.
struct Read {
    request: Vec<u8>,
    path: String,
    pages: Pages,
}

impl Readers {
    /// Looks at each letter once, so that its pages can be compared with what they have to hold.
    ///
    /// # Errors
    /// A letter that is not there or does not agree with itself.
    pub async fn of(site: &Site, options: &Options) -> Result<Arc<Self>, Wrong> {
        let mut letters = Vec::new();
        for slug in &site.letters {
            let letter = look_at(&site.place, slug).await?;
            let path = format!("/letters/{slug}");
            let accept = [("Accept-Encoding", options.encoding.accept())];
            let request = message::get(&site.place.host, &path, &accept);
            letters.push(Read { request, path, pages: Pages::of(&letter.title, letter.count) });
        }
        let conditional = usize::from(options.conditional);
        Ok(Arc::new(Self { place: site.place.clone(), letters, encoding: options.encoding, conditional }))
    }

    /// How many different pages were seen.
    pub fn seen(&self) -> usize {
        self.letters.iter().map(|letter| letter.pages.seen()).sum()
    }

    /// Reads on so many connections for so long: as often as answers come, or `rate` times a second. The row of
    /// whole pages is called `page`, that of those who have them `unchanged`.
    ///
    /// # Errors
    /// A task that broke.
    pub async fn read(
        self: &Arc<Self>,
        meter: &Arc<Meter>,
        (page, unchanged): (&'static str, &'static str),
        connections: usize,
        rate: Option<f64>,
        length: Duration,
    ) -> Result<(), Wrong> {
        let (begin, end) = (meter.now(), Instant::now() + length);
        let mut tasks = JoinSet::new();
        for nth in 0..connections {
            let (readers, meter) = (self.clone(), meter.clone());
            let mut due = rate.map(|rate| Due::new(rate, connections, nth, length));
            tasks.spawn(async move {
                let mut pens = (meter.pen(page)?, meter.pen(unchanged)?);
                let mut reader = Reader::new(&readers, nth);
                while Instant::now() < end {
                    let since = match &mut due {
                        None => meter.now(),
                        Some(due) => {
                            let Some(after) = due.next() else { break };
                            pace::until(&meter, begin + after).await;
                            begin + after
                        }
                    };
                    match reader.ask().await {
                        Ok((Right::Page, bytes)) => pens.0.answered(since, bytes),
                        Ok((Right::Unchanged, _)) => pens.1.answered(since, 0),
                        Err(wrong) => {
                            pens.0.is_wrong(&wrong);
                            reader.connection = None;
                            tokio::time::sleep(Duration::from_millis(10)).await; // a site that is down is not asked on and on
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
}

/// One who reads letter after letter.
struct Reader<'a> {
    readers: &'a Readers,
    nth: usize,
    asked: usize,
    connection: Option<Connection>,
    /// The tags of what they have, by letter.
    has: Vec<Option<String>>,
}

impl<'a> Reader<'a> {
    fn new(readers: &'a Readers, nth: usize) -> Self {
        Self { readers, nth, asked: nth, connection: None, has: vec![None; readers.letters.len()] }
    }

    /// Asks for the next letter; what kind of answer it was, and the bytes of its body.
    async fn ask(&mut self) -> Result<(Right, usize), Wrong> {
        self.asked += 1;
        let at = self.asked % self.readers.letters.len().max(1);
        let letter = self.readers.letters.get(at).ok_or_else(|| Wrong::new("there is no letter"))?;
        // 37 is prime to 100: of each hundred requests so many are conditional, spread among the others.
        let conditional = self.asked * 37 % 100 < self.readers.conditional;
        let known = self.has.get(at).cloned().flatten().filter(|_| conditional);
        let connection = match &mut self.connection {
            Some(open) => open,
            None => self.connection.insert(Connection::open(&self.readers.place, self.nth).await?),
        };
        let encoding = self.readers.encoding;
        let answer = match &known {
            None => connection.ask(&letter.request).await?,
            Some(tag) => {
                let fields = [("Accept-Encoding", encoding.accept()), ("If-None-Match", tag)];
                connection.ask(&message::get(&self.readers.place.host, &letter.path, &fields)).await?
            }
        };
        let right = letter.pages.check(encoding, known.as_deref(), &answer.head, answer.body)?;
        let bytes = answer.body.len();
        if let Some(has) = self.has.get_mut(at)
            && has.as_ref() != Some(&answer.head.tag)
        {
            *has = Some(answer.head.tag);
        }
        Ok((right, bytes))
    }
}

/// Runs it.
///
/// # Errors
/// What keeps it from being run.
pub async fn run(options: &Options) -> Result<Findings, Wrong> {
    let connections = size(options.connections, CONNECTIONS);
    allow_connections(connections)?;
    let wanted = Wanted {
        letters: vec![size(options.signatories, SIGNATORIES); size(options.letters, 1)],
        organizations: 0,
        commits: false,
    };
    let site = Site::open(options, wanted).await?;
    let mut findings = Findings::default();
    if let Some(started) = site.started_in {
        findings.figure("the site answered after", format!("{} ms", short(started.as_secs_f64() * 1000.0)));
    }
    if let Some(memory) = site.memory() {
        findings.figure("memory before the first reader", format!("{} MB", memory.resident >> 20));
    }
    let readers = Readers::of(&site, options).await?;
    let part = options.part(SECONDS);
    let meter = Arc::new(Meter::over(part));
    let bar = progress::time("Reading", part);
    readers.read(&meter, ("page", "304"), connections, options.rate, part).await?;
    bar.finish_and_clear();
    findings.figure("different pages", readers.seen().to_string());
    if let Some(memory) = site.memory() {
        findings.figure("memory at most", format!("{} MB", memory.peak >> 20));
    }
    findings.wrong.extend(site.stop().await?);
    findings.rows = meter.sums();
    Ok(findings)
}
