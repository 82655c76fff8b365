//! Many who have a letter open: each a stream, and an account of what it heard.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

use crate::client::{Place, Stream};
use crate::events::{Batch, Follower, Heard};
use crate::message;
use crate::meter::{Meter, Pen};
use crate::progress;
use crate::signers::{Ballot, Signers};
use crate::site::Site;
use crate::wrong::Wrong;

/// So many streams are opened at a time: fewer than a listening socket keeps waiting.
const OPENING: usize = 256;
/// After the last change every reader has so long to hear of it.
const LAST_WORD: Duration = Duration::from_secs(10);
/// Everybody has to be back so soon after a cut.
pub const ALL_BACK: Duration = Duration::from_secs(60);
/// What a browser waits that was told nothing.
const USUAL_RETRY: u64 = 3_000;

/// The rows that readers write.
pub const FROM_ASKING: &str = "heard, since it was sent";
/// See [`FROM_ASKING`].
pub const FROM_ANSWER: &str = "heard, since it was answered";
/// How long after the cut a reader hears the site again.
pub const BACK: &str = "back, since the cut";
/// How long that took since it asked.
pub const ASKED_AGAIN: &str = "back, since it asked";

/// When each change was sent and answered, in microseconds since the beginning; 0 for not yet.
pub struct Changes {
    by_name: HashMap<String, usize>,
    accounts: usize,
    sent: Vec<AtomicU64>,
    answered: Vec<AtomicU64>,
}

impl Changes {
    fn of(signers: &Signers) -> Self {
        let none = || (0..signers.total()).map(|_| AtomicU64::new(0)).collect();
        Self { by_name: signers.by_name(), accounts: signers.accounts(), sent: none(), answered: none() }
    }

    fn note(times: &[AtomicU64], place: usize, now: u64) {
        if let Some(time) = times.get(place) {
            time.store(now.max(1), Ordering::Relaxed);
        }
    }

    /// A signature is sent now.
    pub fn is_sent(&self, ballot: Ballot, now: u64) {
        Self::note(&self.sent, ballot.place(self.accounts), now);
    }

    /// Its answer is here.
    pub fn is_answered(&self, ballot: Ballot, now: u64) {
        Self::note(&self.answered, ballot.place(self.accounts), now);
    }

    /// When the change was sent and answered that put `name` on a letter. If it has not been answered yet, the
    /// news was quicker than its answer.
    fn times(&self, letter: usize, name: &str) -> Option<(u64, Option<u64>)> {
        let account = *self.by_name.get(name)?;
        let place = Ballot { account, letter }.place(self.accounts);
        let time = |times: &[AtomicU64]| times.get(place).map_or(0, |time| time.load(Ordering::Relaxed));
        let (sent, answered) = (time(&self.sent), time(&self.answered));
        (sent > 0).then_some((sent, Some(answered).filter(|answered| *answered > 0)))
    }
}

/// What all readers share.
pub struct Audience {
    place: Place,
    letters: Vec<String>,
    meter: Arc<Meter>,
    /// The changes they hear of.
    pub changes: Changes,
    heard: Heard,
    lines: AtomicUsize,
    longest: AtomicUsize,
    listening: AtomicUsize,
    turned_away: AtomicUsize,
    opening: Semaphore,
    cut: watch::Sender<u64>,
    stop: watch::Sender<bool>,
}

/// What a reader has to tell at the end.
struct Told {
    letter: usize,
    follower: Follower,
    wrong: Option<Wrong>,
}

/// What they all have to tell.
#[derive(Debug, Default)]
pub struct Heardings {
    /// Readers that were there to the end.
    pub readers: usize,
    /// Lines that they heard.
    pub lines: usize,
    /// How often one was told to fetch the page anew.
    pub anew: usize,
    /// The most bytes that were said at once to those who listened.
    pub longest: usize,
    /// What is wrong.
    pub wrong: Vec<String>,
}

/// Readers that listen.
pub struct Listening {
    /// What they share.
    pub audience: Arc<Audience>,
    tasks: JoinSet<Told>,
}

impl Audience {
    /// Opens so many streams, spread over the letters.
    ///
    /// # Errors
    /// If some cannot be opened.
    pub async fn gather(
        site: &Site,
        signers: &Signers,
        meter: &Arc<Meter>,
        readers: usize,
    ) -> Result<Listening, Wrong> {
        let audience = Arc::new(Self {
            place: site.place.clone(),
            letters: site.letters.clone(),
            meter: meter.clone(),
            changes: Changes::of(signers),
            heard: Heard::default(),
            lines: AtomicUsize::new(0),
            longest: AtomicUsize::new(0),
            listening: AtomicUsize::new(0),
            turned_away: AtomicUsize::new(0),
            opening: Semaphore::new(OPENING),
            cut: watch::Sender::new(0),
            stop: watch::Sender::new(false),
        });
        let bar = progress::steps("Readers", readers);
        let mut tasks = JoinSet::new();
        for nth in 0..readers {
            let audience = audience.clone();
            tasks.spawn(async move { audience.listen(nth).await });
        }
        while audience.listening() < readers {
            if let Some(ended) = tasks.try_join_next() {
                let wrong = ended?.wrong.unwrap_or_else(|| Wrong::new("a stream ended at once"));
                return Err(Wrong::new(format!("reader {}: {wrong}", audience.listening())));
            }
            bar.set_position(u64::try_from(audience.listening()).unwrap_or(0));
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        bar.finish_and_clear();
        Ok(Listening { audience, tasks })
    }

    /// How many have heard the site since they were last cut off.
    pub fn listening(&self) -> usize {
        self.listening.load(Ordering::Relaxed)
    }

    /// Cuts all of them off at once.
    pub fn cut(&self) {
        self.listening.store(0, Ordering::Relaxed);
        self.cut.send_replace(self.meter.now());
    }

    async fn listen(self: Arc<Self>, nth: usize) -> Told {
        let letter = nth % self.letters.len().max(1);
        let mut reader =
            Reader { nth, letter, follower: Follower::default(), retry: USUAL_RETRY, rest: Vec::new() };
        let wrong = self.follow(&mut reader).await.err();
        Told { letter, follower: reader.follower, wrong }
    }

    async fn follow(&self, reader: &mut Reader) -> Result<(), Wrong> {
        let (mut cut, mut stop) = (self.cut.subscribe(), self.stop.subscribe());
        let mut pens = [self.meter.pen(FROM_ASKING)?, self.meter.pen(FROM_ANSWER)?];
        let mut stream = self.open(reader, None).await?;
        loop {
            tokio::select! {
                bytes = stream.next() => match bytes? {
                    Some(bytes) => {
                        self.longest.fetch_max(bytes.len(), Ordering::Relaxed);
                        self.hear(reader, bytes, &mut pens)?;
                    }
                    None => return Err(Wrong::new("the site closed a stream")),
                },
                _ = cut.changed() => {
                    let since = *cut.borrow_and_update();
                    drop(stream);
                    reader.rest.clear();
                    stream = self.come_back(reader, since).await?;
                }
                _ = stop.changed() => return Ok(()),
            }
        }
    }

    /// As a browser does it: waits as long as it was told to, and again whenever it does not get through.
    async fn come_back(&self, reader: &mut Reader, since: u64) -> Result<Stream, Wrong> {
        let began = Instant::now();
        loop {
            tokio::time::sleep(Duration::from_millis(reader.retry)).await;
            match self.open(reader, Some(since)).await {
                Err(_) if began.elapsed() < ALL_BACK => self.turned_away.fetch_add(1, Ordering::Relaxed),
                opened => return opened,
            };
        }
    }

    /// How often one who wanted to come back did not get through.
    pub fn turned_away(&self) -> usize {
        self.turned_away.load(Ordering::Relaxed)
    }

    /// Opens a stream and waits for its first words.
    async fn open(&self, reader: &mut Reader, since: Option<u64>) -> Result<Stream, Wrong> {
        // Whoever comes back does not wait for others: that is the storm. Only the first opening is ours to pace.
        let _turn = match since {
            None => Some(self.opening.acquire().await.map_err(|_| Wrong::new("nobody opens any more"))?),
            Some(_) => None,
        };
        let letter = self.letters.get(reader.letter).map_or("", String::as_str);
        let reached = reader.follower.reached.map(|id| id.to_string());
        let mut fields = vec![("Accept", "text/event-stream")];
        fields.extend(reached.as_deref().map(|id| ("Last-Event-ID", id)));
        let request = message::get(&self.place.host, &format!("/letters/{letter}/live"), &fields);
        let asked = self.meter.now();
        let mut stream = Stream::open(&self.place, reader.nth, &request).await?;
        let mut pens = [self.meter.pen(FROM_ASKING)?, self.meter.pen(FROM_ANSWER)?];
        let first = stream.next().await?.ok_or_else(|| Wrong::new("a stream ended before its first word"))?;
        match since {
            None => self.hear(reader, first, &mut pens)?,
            // What was missed was not heard late: nobody was there. It is checked and not timed.
            Some(since) => {
                self.take_in(reader, first, |_, _| {})?;
                let now = self.meter.now();
                self.meter.pen(BACK)?.took(now, now.saturating_sub(since), 0);
                self.meter.pen(ASKED_AGAIN)?.took(now, now.saturating_sub(asked), 0);
            }
        }
        self.listening.fetch_add(1, Ordering::Relaxed);
        Ok(stream)
    }

    fn hear(&self, reader: &mut Reader, bytes: &[u8], pens: &mut [Pen; 2]) -> Result<(), Wrong> {
        let now = self.meter.now();
        let size = bytes.len();
        self.take_in(reader, bytes, |letter, name| {
            let Some((sent, answered)) = self.changes.times(letter, name) else { return };
            let [since_asking, since_answer] = pens;
            since_asking.took(now, now.saturating_sub(sent), size);
            since_answer.took(now, answered.map_or(0, |answered| now.saturating_sub(answered)), 0);
        })
    }

    fn take_in(
        &self,
        reader: &mut Reader,
        bytes: &[u8],
        mut line: impl FnMut(usize, &str),
    ) -> Result<(), Wrong> {
        if !reader.rest.is_empty() || !bytes.ends_with(b"\n\n") {
            reader.rest.extend_from_slice(bytes); // events that the site handed on in pieces
            if !reader.rest.ends_with(b"\n\n") {
                return Ok(());
            }
        }
        let whole = std::mem::take(&mut reader.rest);
        let batches: Arc<Vec<Batch>> = self.heard.read(if whole.is_empty() { bytes } else { &whole })?;
        for batch in batches.iter() {
            reader.retry = batch.retry.unwrap_or(reader.retry);
            reader.follower.hear(batch)?;
            self.lines.fetch_add(batch.added.len(), Ordering::Relaxed);
            batch.added.iter().for_each(|name| line(reader.letter, name));
        }
        Ok(())
    }
}

struct Reader {
    nth: usize,
    letter: usize,
    follower: Follower,
    retry: u64,
    rest: Vec<u8>,
}

impl Listening {
    /// Waits until everybody has heard of everything that was acknowledged, or should have, and ends it.
    ///
    /// # Errors
    /// A task that broke.
    pub async fn end(mut self, signers: &Signers, letters: usize) -> Result<Heardings, Wrong> {
        let readers = self.tasks.len();
        let of_letter = |letter: usize| readers / letters + usize::from(letter < readers % letters);
        let due: usize = (0..letters).map(|letter| of_letter(letter) * signers.acknowledged(letter)).sum();
        let began = Instant::now();
        while self.audience.lines.load(Ordering::Relaxed) < due && began.elapsed() < LAST_WORD {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.audience.stop.send_replace(true);
        let longest = self.audience.longest.load(Ordering::Relaxed);
        let mut all = Heardings { longest, ..Heardings::default() };
        let mut first: HashMap<usize, Follower> = HashMap::new();
        let mut counted: HashMap<String, usize> = HashMap::new();
        while let Some(told) = self.tasks.join_next().await {
            let told = told?;
            all.lines += told.follower.added;
            all.anew += told.follower.anew;
            let like = *first.entry(told.letter).or_insert(told.follower);
            match complaint(&told, like, signers.acknowledged(told.letter)) {
                Some(words) => *counted.entry(words).or_default() += 1,
                None => all.readers += 1,
            }
        }
        all.wrong.extend(counted.into_iter().map(|(words, times)| format!("{times} readers: {words}")));
        Ok(all)
    }
}

/// What is wrong with what a reader heard, beside another one of the same letter who heard as much.
fn complaint(told: &Told, like: Follower, acknowledged: usize) -> Option<String> {
    let Follower { from, reached, added, anew } = told.follower;
    match &told.wrong {
        Some(wrong) => Some(wrong.to_string()),
        None if reached != like.reached => Some("ended at another number than others".to_owned()),
        // Whoever fetched the page anew saw there what no event said.
        None if anew > 0 => None,
        None if like.anew == 0 && from != like.from => Some("began at another number than others".to_owned()),
        None if added != acknowledged => Some(format!("heard of {added} signatures of {acknowledged}")),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(from: i64, reached: i64, added: usize, anew: usize) -> Told {
        let follower = Follower { from: Some(from), reached: Some(reached), added, anew };
        Told { letter: 0, follower, wrong: None }
    }

    #[test]
    fn who_missed_something_is_found() {
        let like = told(1, 11, 10, 0).follower;
        assert_eq!(complaint(&told(1, 11, 10, 0), like, 10), None);
        assert_eq!(complaint(&told(1, 11, 2, 1), like, 10), None, "the page told the rest");
        assert!(complaint(&told(1, 10, 9, 0), like, 10).is_some());
        assert!(complaint(&told(2, 11, 9, 0), like, 10).is_some());
        assert!(complaint(&told(1, 11, 9, 0), like, 10).is_some());
        let broken = Told { wrong: Some(Wrong::new("closed")), ..told(1, 11, 10, 0) };
        assert_eq!(complaint(&broken, like, 10), Some("closed".to_owned()));
    }
}
