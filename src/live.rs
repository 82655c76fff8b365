//! Who is watching which letter: rooms for each letter, one for each language, where one change,
//! rendered once, is handed to everybody who has the page open in it.
//!
//! Nobody is buffered without bound. A reader too slow for the room's short memory is told to
//! fetch the list anew, which costs as much as one page.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use tokio::sync::{broadcast, watch};
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;

/// Server-sent events, ready to be written, that bring a page to number `seq` of its letter.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The number that a page has reached after this.
    pub seq: i64,
    /// The events.
    pub bytes: Bytes,
}

/// What everybody in a room hears. One for all: a clock and an ear for the end of each reader's own would be a
/// good part of what a reader costs.
#[derive(Debug, Clone)]
enum Said {
    Change(Frame),
    /// Nothing; but the line is alive.
    Beat,
    /// The site stops.
    Over,
}

/// The readers of one letter in one language.
pub struct Room {
    said: broadcast::Sender<Said>,
}

/// Changes a reader may lag behind before fetching the list anew is cheaper.
const MEMORY: usize = 32;
/// No reader comes back sooner than this, and none is asked to wait more than this on top of it.
const SOONEST: Duration = Duration::from_secs(1);
const LATEST: Duration = Duration::from_secs(30);
/// So many readers of a letter come back in a second.
const COME_BACK_A_SECOND: u64 = 2_000;
/// A comment this often ([`Room::beat`]) keeps proxies from closing a silent connection, and finds dead ones.
pub const HEARTBEAT: Duration = Duration::from_secs(20);

impl Default for Room {
    fn default() -> Self {
        Self { said: broadcast::Sender::new(MEMORY) }
    }
}

impl Room {
    /// Hands a change to everybody in the room; it is not even put into words for an empty one. The
    /// letter has to be on the shelf as it is after the change: whoever comes in after this looked has
    /// seen it there.
    pub fn tell(&self, change: impl FnOnce() -> Frame) {
        if self.said.receiver_count() > 0 {
            let _ = self.said.send(Said::Change(change())); // the last one may have gone: no error
        }
    }

    /// Lets everybody in the room, and what is between, know that their connections are alive.
    pub fn beat(&self) {
        let _ = self.said.send(Said::Beat); // nobody there: no error
    }

    /// Ends the streams of everybody in the room. The `stop` of [`Room::listen`] has to be true before.
    pub fn close(&self) {
        let _ = self.said.send(Said::Over); // nobody there: no error
    }

    /// How soon a reader is asked to come back after a lost connection. When a site starts again all come
    /// back: the more there are, the more time they are given, each a moment of their own.
    pub fn come_back_after(&self) -> Duration {
        let readers = u64::try_from(self.said.receiver_count()).unwrap_or(u64::MAX);
        let spread = SOONEST.as_millis() as u64 + readers.saturating_mul(1000) / COME_BACK_A_SECOND;
        SOONEST + Duration::from_millis(rand::random_range(0..=spread.min(LATEST.as_millis() as u64)))
    }

    /// The events for one reader: first what `catch_up` says, which also tells the number it
    /// reaches, then every later change, until the site stops. `anew` is what a reader gets who
    /// was too slow.
    pub fn listen<A: Fn() -> Bytes + Unpin>(
        &self,
        catch_up: &dyn Fn() -> Frame,
        anew: A,
        stop: &watch::Receiver<bool>,
    ) -> Listening<A> {
        let said = self.said.subscribe(); // before looking, so that nothing falls between
        let first = catch_up();
        let over = *stop.borrow(); // and this after: whoever comes when the room is closed is told nothing more
        Listening {
            first: Some(first.bytes),
            reached: first.seq,
            said: BroadcastStream::new(said),
            anew,
            over,
        }
    }
}

/// What one reader hears; see [`Room::listen`].
pub struct Listening<A> {
    first: Option<Bytes>,
    reached: i64,
    said: BroadcastStream<Said>,
    anew: A,
    over: bool,
}

impl<A: Fn() -> Bytes + Unpin> Stream for Listening<A> {
    type Item = Bytes;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Bytes>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(first));
        }
        while !self.over {
            match ready!(self.said.poll_next_unpin(context)) {
                Some(Ok(Said::Change(frame))) if frame.seq > self.reached => {
                    return Poll::Ready(Some(frame.bytes));
                }
                Some(Ok(Said::Change(_))) => {} // seen on the page, or in what came first
                Some(Ok(Said::Beat)) => return Poll::Ready(Some(Bytes::from_static(b":\n\n"))),
                Some(Err(BroadcastStreamRecvError::Lagged(_))) => return Poll::Ready(Some((self.anew)())),
                Some(Ok(Said::Over)) | None => self.over = true,
            }
        }
        Poll::Ready(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(seq: i64) -> Frame {
        Frame { seq, bytes: Bytes::from(format!("{seq}")) }
    }

    fn anew() -> Bytes {
        Bytes::from_static(b"anew")
    }

    async fn hear(listening: &mut Listening<fn() -> Bytes>) -> Option<Bytes> {
        tokio::time::timeout(Duration::from_secs(5), listening.next()).await.expect("something is said")
    }

    #[tokio::test]
    async fn a_reader_hears_what_they_missed_then_what_is_new_and_no_more_once_the_room_is_closed() {
        let (room, (stopping, stop)) = (Room::default(), watch::channel(false));
        room.tell(|| panic!("nobody is there"));
        let catch_up = || {
            room.tell(|| frame(7)); // comes while the letter is looked at, and is in what was seen
            frame(7)
        };
        let mut listening = room.listen(&catch_up, anew as fn() -> Bytes, &stop);
        room.tell(|| frame(8));
        room.beat();
        stopping.send(true).unwrap();
        room.close();
        let mut late = room.listen(&|| frame(8), anew as fn() -> Bytes, &stop);
        for heard in [Some("7"), Some("8"), Some(":\n\n"), None, None] {
            assert_eq!(hear(&mut listening).await.as_deref(), heard.map(str::as_bytes));
        }
        assert_eq!(hear(&mut late).await.as_deref(), Some(&b"8"[..]));
        assert_eq!(hear(&mut late).await, None);
    }

    #[tokio::test]
    async fn who_is_too_slow_is_told_to_fetch_the_page_anew_and_goes_on_from_there() {
        let (room, (_stopping, stop)) = (Room::default(), watch::channel(false));
        let mut listening = room.listen(&|| frame(0), anew as fn() -> Bytes, &stop);
        assert_eq!(hear(&mut listening).await.as_deref(), Some(&b"0"[..]));
        let last = MEMORY as i64 + 3;
        (1..=last).for_each(|seq| room.tell(|| frame(seq)));
        assert_eq!(hear(&mut listening).await.as_deref(), Some(&b"anew"[..]));
        for seq in 4..=last {
            assert_eq!(hear(&mut listening).await, Some(frame(seq).bytes));
        }
    }
}
