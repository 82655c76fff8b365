//! Whether the database can be reached, and what is done while it cannot: nobody waits for long.
//!
//! The first requests that find it away wait for a connection; from then on all are told at once, until the
//! pool, which goes on trying by itself, has one again.

use std::future::Future;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::connection::Engine;
use crate::error::{Away, Fault};

/// What is known of the way to the database.
#[derive(Default)]
pub struct Reach {
    away: AtomicBool,
    patience: OnceLock<Duration>,
}

impl Reach {
    /// A connection of `pool` that works, as far as can be told without asking the server.
    ///
    /// # Errors
    /// [`Away::NothingKept`].
    pub fn connection(&self, pool: &r2d2::Pool<Engine>) -> Result<r2d2::PooledConnection<Engine>, Fault> {
        loop {
            let found = if self.is_away() { pool.try_get().ok_or(None) } else { pool.get().map_err(Some) };
            let mut slot = found.map_err(|error| {
                let fault = Fault::of_away(Away::NothingKept, error.map(Fault::from));
                // With connections, it is slow and not away.
                if pool.state().connections == 0 {
                    self.note_lost(&fault);
                }
                fault
            })?;
            if !slot.is_gone() {
                self.note_found();
                return Ok(slot);
            }
            // Given back, it is thrown away. There are no more of these than the pool has.
        }
    }

    /// Whether it was away when it was last asked for.
    pub fn is_away(&self) -> bool {
        self.away.load(Ordering::Relaxed)
    }

    /// Written into the log once, however many ask meanwhile.
    fn note_lost(&self, fault: &Fault) {
        if !self.away.swap(true, Ordering::Relaxed) {
            tracing::error!(%fault, "the database cannot be reached");
        }
    }

    fn note_found(&self) {
        if self.is_away() && self.away.swap(false, Ordering::Relaxed) {
            tracing::warn!("the database can be reached again");
        }
    }

    /// From here on nobody waits longer than this for what the database does; see [`Reach::wait`].
    pub fn wait_at_most(&self, patience: Duration) {
        let _ = self.patience.set(patience); // once, at start
    }

    /// What `work` gives, or that the database is `away` if it takes too long. The work itself goes on: it
    /// cannot be called back from the server.
    ///
    /// # Errors
    /// Too long, or a panic inside it.
    pub async fn wait<T>(
        &self,
        work: impl Future<Output = Result<T, tokio::task::JoinError>>,
        away: Away,
    ) -> Result<T, Fault> {
        let Some(patience) = self.patience.get() else { return Ok(work.await?) };
        match tokio::time::timeout(*patience, work).await {
            Ok(done) => Ok(done?),
            Err(late) => Err(Fault::of_away(away, Some(Fault::from_error(late)))),
        }
    }
}
