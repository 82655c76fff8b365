//! A connection to whoever asks, and how long it is waited for.
//!
//! The server below bounds the head of a connection's first request and the silence between two requests. It does
//! not bound the head of a second request, a body in chunks that goes on behind its answer, or somebody who never
//! reads what they asked for; and whoever asks for far more than they read keeps it turning in circles, which costs
//! a whole core. Nothing of HTTP is known here: bytes move, or they do not.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// How long a connection is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For so long nothing need be taken from us, nor a kilobyte be sent to us. More than anybody waits for an
    /// answer, and more than lies between two heartbeats of a live stream.
    pub silence: Duration,
    /// For so long it may only be us who are sent something: a little more than the largest form takes.
    pub one_sided: Duration,
}

/// What the site has.
pub const USUAL: Patience =
    Patience { silence: Duration::from_secs(60), one_sided: Duration::from_secs(16 * 60) };

/// Who sends less in all that time is silent: a byte now and then costs nothing and would hold a connection for
/// ever.
const LEAST: usize = 1024;

/// So often the server comes back without a byte having moved. Honest connections are looked after when there is
/// something to do, a few times a second; in a circle this is reached within milliseconds.
const MOST_TURNS: u32 = 10_000;

/// A connection that ends with an error when it was waited for long enough.
pub struct Connection<T> {
    io: T,
    patience: Patience,
    timer: Pin<Box<Sleep>>,
    /// When something moved, other than drops.
    moved: Instant,
    /// When the other end last took something.
    taken: Instant,
    /// What has come since something moved.
    drops: usize,
    /// How often the server came since a byte moved.
    turns: u32,
    /// Whether the other end does not take what it is sent. Nothing more is read from it then: what it asks for
    /// would have to be kept.
    full: bool,
    /// Whether somebody wanted to read meanwhile.
    unread: bool,
}

impl<T> Connection<T> {
    /// Waits for `io` with this patience.
    pub fn new(io: T, patience: Patience) -> Self {
        let now = Instant::now();
        Self {
            io,
            patience,
            timer: Box::pin(sleep(patience.silence)),
            moved: now,
            taken: now,
            drops: 0,
            turns: 0,
            full: false,
            unread: false,
        }
    }

    /// Nothing to do but to wait, unless that was done for long enough.
    fn wait<R>(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<R>> {
        while self.timer.as_mut().poll(cx).is_ready() {
            let until = (self.moved + self.patience.silence).min(self.taken + self.patience.one_sided);
            if until <= Instant::now() {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            self.timer.as_mut().reset(until);
        }
        Poll::Pending
    }

    fn turn(&mut self) -> io::Result<()> {
        self.turns += 1;
        if self.turns > MOST_TURNS { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Connection<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.full {
            self.unread = true;
            return self.wait(cx);
        }
        let before = buffer.filled().len();
        match Pin::new(&mut self.io).poll_read(cx, buffer) {
            Poll::Pending => self.wait(cx),
            done => {
                self.turns = 0;
                self.drops += buffer.filled().len() - before;
                if self.drops >= LEAST {
                    (self.moved, self.drops) = (Instant::now(), 0);
                }
                done
            }
        }
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Connection<T> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.io).poll_write(cx, bytes) {
            Poll::Pending => {
                self.full = true;
                self.turn()?;
                self.wait(cx)
            }
            done => {
                let now = Instant::now();
                (self.moved, self.taken, self.drops, self.turns) = (now, now, 0, 0);
                self.full = false;
                if std::mem::take(&mut self.unread) {
                    cx.waker().wake_by_ref(); // what was asked meanwhile is read now
                }
                done
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.turn()?;
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use tokio::io::{DuplexStream, duplex};

    const SOON: Patience =
        Patience { silence: Duration::from_millis(80), one_sided: Duration::from_millis(400) };

    fn pair(holds: usize) -> (Connection<DuplexStream>, DuplexStream) {
        let (here, there) = duplex(holds);
        (Connection::new(here, SOON), there)
    }

    async fn read(connection: &mut Connection<DuplexStream>) -> io::Result<usize> {
        let mut bytes = [0; 2048];
        let mut buffer = ReadBuf::new(&mut bytes);
        poll_fn(|cx| Pin::new(&mut *connection).poll_read(cx, &mut buffer)).await?;
        Ok(buffer.filled().len())
    }

    async fn write(to: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> io::Result<usize> {
        poll_fn(|cx| Pin::new(&mut *to).poll_write(cx, bytes)).await
    }

    fn is_late<V: std::fmt::Debug>(done: io::Result<V>) {
        assert_eq!(done.unwrap_err().kind(), io::ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn whoever_says_nothing_or_a_byte_now_and_then_is_not_waited_for() {
        let (mut here, _there) = pair(4096);
        is_late(read(&mut here).await);

        let (mut here, mut there) = pair(4096);
        let began = Instant::now();
        let ended = loop {
            tokio::select! {
                done = read(&mut here) => if done.is_err() { break done },
                () = sleep(SOON.silence / 8) => { write(&mut there, b"x").await.unwrap(); }
            }
        };
        is_late(ended);
        assert!(began.elapsed() < SOON.silence * 3, "{:?}", began.elapsed());
    }

    #[tokio::test]
    async fn whoever_sends_much_or_is_sent_something_is_waited_for_and_not_for_ever() {
        let (mut here, mut there) = pair(4096);
        let began = Instant::now();
        let ended = loop {
            tokio::select! {
                done = read(&mut here) => if done.is_err() { break done },
                () = sleep(SOON.silence / 2) => { write(&mut there, &[0; 2048]).await.unwrap(); }
            }
        };
        is_late(ended);
        assert!(began.elapsed() >= SOON.one_sided, "{:?}", began.elapsed());

        // As a live stream: nothing comes from there, and all that is sent is taken.
        let (mut here, _there) = pair(4096);
        let began = Instant::now();
        while began.elapsed() < SOON.one_sided * 2 {
            tokio::select! {
                done = read(&mut here) => panic!("{done:?}"),
                () = sleep(SOON.silence / 2) => { write(&mut here, b":\n\n").await.unwrap(); }
            }
        }
    }

    #[tokio::test]
    async fn whoever_never_reads_is_not_read_from_and_not_waited_for() {
        let (mut here, mut there) = pair(4096);
        write(&mut there, b"asks for much").await.unwrap();
        assert_eq!(write(&mut here, &[0; 4096]).await.unwrap(), 4096);
        let turns = poll_fn(|cx| match Pin::new(&mut here).poll_write(cx, b"more") {
            Poll::Pending => {
                Poll::Ready(Pin::new(&mut here).poll_read(cx, &mut ReadBuf::new(&mut [0; 64])).is_pending())
            }
            Poll::Ready(done) => panic!("{done:?}"),
        });
        assert!(turns.await, "it is not read while it does not read");
        is_late(write(&mut here, b"more").await);
    }

    #[tokio::test]
    async fn a_server_that_turns_in_circles_is_let_out() {
        let (mut here, _there) = pair(16);
        assert_eq!(write(&mut here, &[0; 16]).await.unwrap(), 16);
        let mut turns = 0;
        let ended = poll_fn(|cx| {
            turns += 1;
            match Pin::new(&mut here).poll_write(cx, b"x") {
                Poll::Pending => {
                    cx.waker().wake_by_ref();
                    Poll::Pending
                }
                done => done,
            }
        });
        is_late(ended.await);
        assert_eq!(turns, MOST_TURNS + 1);
    }
}
