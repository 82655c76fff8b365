//! SQLite's one writer: a thread that owns the writing connection. Changes that wait at the same moment share a
//! commit ([`super::sharing`]).

use std::sync::mpsc;
use std::time::Duration;

use super::connection::Slot;
use super::sharing::{Job, answer, commit_together, job};
use crate::error::Fault;

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
            let mut fails = false;
            while let Ok(first) = jobs.recv() {
                // Written when it begins and when it ends, however many changes are tried meanwhile.
                match commit_together(&mut slot, first, || jobs.try_recv().ok()) {
                    Err(fault) if !fails => {
                        tracing::error!(%fault, "changes are not committed");
                        fails = true;
                    }
                    Ok(()) if fails => {
                        tracing::warn!("changes are committed again");
                        fails = false;
                    }
                    _ => {}
                }
            }
        })?;
        Ok(Self { queue })
    }

    /// Runs `work` on the writing connection when its turn comes, inside a transaction that is open: it has
    /// to take a savepoint ([`Slot::share`]). Returns after the commit.
    ///
    /// # Errors
    /// When what it did was not committed.
    pub async fn run<T, F>(&self, work: F) -> Result<T, Fault>
    where
        T: Send + 'static,
        F: FnOnce(&mut Slot) -> T + Send + 'static,
    {
        let (mut job, done) = job(work);
        loop {
            match self.queue.try_send(job) {
                Ok(()) => break,
                Err(mpsc::TrySendError::Full(back)) => {
                    job = back;
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                Err(mpsc::TrySendError::Disconnected(_)) => {
                    return Err(Fault::new("the writing thread has ended"));
                }
            }
        }
        answer(done).await
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use diesel::prelude::*;
    use diesel::sql_query;
    use diesel::sql_types::BigInt;

    use crate::db::{Db, on};
    use crate::error::{Away, Fault};

    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn changes_that_share_a_commit_leave_each_other_alone() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("t.db").display());
        let db = Db::open(&url, &folder.path().join("t.key")).await.unwrap();
        db.write::<_, Fault, _>(|tx| Ok(on!(tx, c => sql_query("CREATE TABLE t (n BIGINT)").execute(c))?))
            .await
            .unwrap();
        let changes = (0..500_i64).map(|n| {
            let db = db.clone();
            tokio::spawn(async move {
                let done = db.write::<_, Fault, _>(move |tx| {
                    on!(tx, c => sql_query("INSERT INTO t VALUES (?)").bind::<BigInt, _>(n).execute(c))?;
                    match n % 10 {
                        3 => Err(Fault::new("refused")),
                        4 => panic!("a change that panics, as this test wants it"),
                        _ => Ok(n),
                    }
                });
                done.await
            })
        });
        let changes: Vec<_> = changes.collect();
        let mut kept = BTreeSet::new();
        for (n, change) in changes.into_iter().enumerate() {
            match change.await.unwrap() {
                Ok(n) => assert!(kept.insert(n)),
                Err(fault) if n % 10 == 3 => assert!(fault.to_string().contains("refused"), "{fault}"),
                Err(fault) => assert_eq!(n % 10, 4, "{fault}"),
            }
        }
        assert_eq!(kept.len(), 400);
        let rows: Vec<Row> = db
            .read::<_, Fault, _>(|tx| Ok(on!(tx, c => sql_query("SELECT n FROM t").load(c))?))
            .await
            .unwrap();
        assert_eq!(rows.len(), 400);
        assert_eq!(rows.iter().map(|row| row.n).collect::<BTreeSet<_>>(), kept);
    }

    /// A change that asks for a megabyte more than there is, or for nothing, beside one that asks for little.
    #[tokio::test(flavor = "multi_thread")]
    async fn on_a_full_disk_nothing_is_kept_and_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("t.db").display());
        let db = Db::open(&url, &folder.path().join("t.key")).await.unwrap();
        let say = |sql: &'static str| {
            db.write::<_, Fault, _>(move |tx| Ok(on!(tx, c => sql_query(sql).execute(c))?))
        };
        let rows = || {
            db.read::<_, Fault, _>(|tx| {
                let row: Row = on!(tx, c => sql_query("SELECT count(*) AS n FROM t").get_result(c))?;
                Ok(row.n)
            })
        };
        say("CREATE TABLE t (n BLOB)").await.unwrap();
        // There is never room for fewer pages than there are, so this leaves room for none.
        say("PRAGMA max_page_count = 1").await.unwrap();
        let large = "INSERT INTO t VALUES (zeroblob(1000000))";
        for _ in 0..3 {
            let fault = say(large).await.unwrap_err();
            assert_eq!(fault.away(), Some(Away::NothingKept), "{fault}");
            let (one, other) = tokio::join!(say(large), say("DELETE FROM t"));
            assert_eq!(one.unwrap_err().away(), Some(Away::NothingKept));
            assert!(other.map_err(|fault| fault.away()).is_ok_and(|n| n == 0) || rows().await.unwrap() == 0);
        }
        assert_eq!(say("INSERT INTO nowhere VALUES (1)").await.unwrap_err().away(), None, "another fault");
        assert_eq!(rows().await.unwrap(), 0);
        say("PRAGMA max_page_count = 100000").await.unwrap();
        say(large).await.unwrap();
        assert_eq!(rows().await.unwrap(), 1);
    }
}
