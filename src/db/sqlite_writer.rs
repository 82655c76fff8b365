//! SQLite's one writer: a thread that owns the writing connection and takes one transaction
//! after another from a queue. Because all changes pass here, several requests can later share a
//! commit without any concept noticing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;

use tokio::sync::oneshot;

use super::connection::Slot;
use crate::error::Fault;

type Job = Box<dyn FnOnce(&mut Slot) + Send>;

/// The way to the writing thread, which ends when the last of these is dropped.
pub struct SqliteWriter {
    queue: mpsc::SyncSender<Job>,
}

impl SqliteWriter {
    /// More waiting writers than this wait outside; at thousands of commits a second the queue
    /// is a fraction of a second long.
    const QUEUE: usize = 1024;

    /// Starts the thread.
    pub fn start(mut slot: Slot) -> Result<Self, Fault> {
        let (queue, jobs) = mpsc::sync_channel::<Job>(Self::QUEUE);
        std::thread::Builder::new().name("sqlite-writer".into()).spawn(move || {
            while let Ok(job) = jobs.recv() {
                if catch_unwind(AssertUnwindSafe(|| job(&mut slot))).is_err() {
                    slot.roll_back();
                }
            }
        })?;
        Ok(Self { queue })
    }

    /// Runs `work` on the writing connection when its turn comes.
    pub async fn run<T, F>(&self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Slot) -> T + Send + 'static,
    {
        let (answer, done) = oneshot::channel();
        let mut job: Job = Box::new(move |slot| {
            let _ = answer.send(work(slot)); // whoever asked may have gone; the change stays
        });
        loop {
            match self.queue.try_send(job) {
                Ok(()) => break,
                Err(mpsc::TrySendError::Full(back)) => {
                    job = back;
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                }
                Err(mpsc::TrySendError::Disconnected(_)) => {
                    return Err(Fault::new("the writing thread has ended"));
                }
            }
        }
        done.await.map_err(|_| Fault::new("a write transaction panicked and was rolled back"))
    }
}
