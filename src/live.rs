//! Who is watching which letter: rooms for each letter, one for each language, where one change,
//! rendered once, is handed to everybody who has the page open in it.
//!
//! Nobody is buffered without bound. A reader too slow for the room's short memory is told to
//! fetch the list anew, which costs as much as one page.

use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::{broadcast, watch};
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;
use tokio_stream::wrappers::{BroadcastStream, IntervalStream};

/// Server-sent events, ready to be written, that bring a page to number `seq` of its letter.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The number that a page has reached after this.
    pub seq: i64,
    /// The events.
    pub bytes: Bytes,
}

/// The readers of one letter in one language.
pub struct Room {
    frames: broadcast::Sender<Frame>,
}

/// Changes a reader may lag behind before fetching the list anew is cheaper.
const MEMORY: usize = 32;
/// No reader comes back sooner than this, and none is asked to wait more than this on top of it.
const SOONEST: Duration = Duration::from_secs(1);
const LATEST: Duration = Duration::from_secs(30);
/// So many readers of a letter come back in a second.
const COME_BACK_A_SECOND: u64 = 2_000;
/// A comment this often keeps proxies from closing a silent connection, and finds dead ones.
const HEARTBEAT: Duration = Duration::from_secs(20);

impl Default for Room {
    fn default() -> Self {
        Self { frames: broadcast::Sender::new(MEMORY) }
    }
}

impl Room {
    /// Hands a change to everybody in the room; it is not even put into words for an empty one. The
    /// letter has to be on the shelf as it is after the change: whoever comes in after this looked has
    /// seen it there.
    pub fn tell(&self, change: impl FnOnce() -> Frame) {
        if self.frames.receiver_count() > 0 {
            let _ = self.frames.send(change()); // the last one may have gone: no error
        }
    }

    /// How soon a reader is asked to come back after a lost connection. When a site starts again all come
    /// back: the more there are, the more time they are given, each a moment of their own.
    pub fn come_back_after(&self) -> Duration {
        let readers = u64::try_from(self.frames.receiver_count()).unwrap_or(u64::MAX);
        let spread = SOONEST.as_millis() as u64 + readers.saturating_mul(1000) / COME_BACK_A_SECOND;
        SOONEST + Duration::from_millis(rand::random_range(0..=spread.min(LATEST.as_millis() as u64)))
    }

    /// The events for one reader: first what `catch_up` says, which also tells the number it
    /// reaches, then every later change, until the site stops. `anew` is what a reader gets who
    /// was too slow.
    pub fn listen(
        &self,
        catch_up: &dyn Fn() -> Frame,
        anew: Bytes,
        mut stop: watch::Receiver<bool>,
    ) -> impl Stream<Item = Bytes> + use<> {
        let changes = self.frames.subscribe(); // before looking, so that nothing falls between
        let first = catch_up();
        let reached = first.seq;
        let later = BroadcastStream::new(changes).filter_map(move |change| {
            let bytes = match change {
                Ok(frame) => (frame.seq > reached).then_some(frame.bytes),
                Err(BroadcastStreamRecvError::Lagged(_)) => Some(anew.clone()),
            };
            std::future::ready(bytes)
        });
        let start = tokio::time::Instant::now() + HEARTBEAT;
        let beats = IntervalStream::new(tokio::time::interval_at(start, HEARTBEAT));
        let beats = beats.map(|_| Bytes::from_static(b":\n\n"));
        stream::once(std::future::ready(first.bytes)).chain(stream::select(later, beats)).take_until(
            async move {
                let _ = stop.wait_for(|stopping| *stopping).await;
            },
        )
    }
}
