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
