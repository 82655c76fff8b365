//! The only place that knows there are two databases.
//!
//! A concept writes its query once, inside `on!`; the macro runs it on whichever engine is
//! open. Everything that changes something goes through [`Db::write`], one transaction with its
//! own clock; everything that only looks goes through [`Db::read`], one snapshot.
//!
//! What must happen *because* something was committed (render a letter, wake the mail worker) is
//! [`News`], told inside the transaction and passed on after its commit, never before.

mod connection;
mod integrity;
mod migrations;
mod moment;
mod postgres;
mod postgres_news;
mod reach;
mod resealing;
mod sealed;
mod sealing;
mod sharing;
mod sqlite_writer;
mod text_enum;
mod turns;

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::runtime::Handle;

use crate::error::{Away, Fault};
use crate::ids::{LetterId, OrganizationId};
use crate::text::speaking::{self, Here};

pub use connection::{Conn, Id};
pub use migrations::{migrate_url, revert_url};
pub use moment::Moment;
pub use postgres_news::{Heard, NewsLine};
pub use sealed::{Sealed, SealedBlob, SealedBytes, SealedText, sealed, sealed_bytes, sealed_if};
pub use sealing::SealKey;

use connection::{Engine, Slot};
use migrations::migrate;
use reach::Reach;
use sealing::with_key;
use sqlite_writer::SqliteWriter;
use turns::Turns;

/// Runs one diesel expression on whichever engine the transaction is open.
///
/// `on!(tx, c => table.filter(…).first::<Row>(c))`
macro_rules! on {
    ($tx:expr, $c:ident => $query:expr) => {
        match $tx.conn() {
            $crate::db::Conn::Lite($c) => $query,
            $crate::db::Conn::Pg($c) => $query,
        }
    };
}
pub(crate) use on;
pub(crate) use text_enum::text_enum;

/// What others have to know once a transaction is committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// Mail stands in the outbox.
    Mail,
    /// Something stands ready for webhooks.
    Webhooks,
    /// Something a reader of this letter can see has changed; the change has this number.
    Letter(LetterId, i64),
    /// What readers see of this organization beside its name has changed. Its letters are shown anew in
    /// transactions of their own: whoever changes an organization would otherwise have to hold all its
    /// letters, and wait in a circle with those who sign them.
    Organization(OrganizationId),
}

/// A transaction: a connection, the time it began at, and the news it will have made.
pub struct Tx<'a> {
    conn: &'a mut Conn,
    now: Moment,
    news: Vec<News>,
    held: Vec<String>,
}

impl<'a> Tx<'a> {
    fn at(now: Moment, conn: &'a mut Conn) -> Self {
        Self { conn, now, news: Vec::new(), held: Vec::new() }
    }
}

impl Tx<'_> {
    /// The connection, for [`on!`].
    pub(crate) fn conn(&mut self) -> &mut Conn {
        self.conn
    }

    /// The one time this transaction knows. Nothing else in the program reads the clock.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Passes `news` on after the commit; a rollback forgets it.
    pub fn tell(&mut self, news: News) {
        if !self.news.contains(&news) {
            self.news.push(news);
        }
    }

    /// What was told so far, in its order.
    pub fn news(&self) -> &[News] {
        &self.news
    }

    /// What the engine itself finds wrong with the file or with references between rows, a line each
    /// (PostgreSQL keeps its references by itself and has nothing to be asked), and what somebody wrote
    /// in the clear where this program seals.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn integrity_complaints(&mut self) -> Result<Vec<String>, Fault> {
        let mut all = self.conn.integrity_complaints()?;
        all.extend(resealing::written_past_the_seal(self)?);
        Ok(all)
    }

    /// Waits until no other transaction holds the same `key`, and holds it until the end of this
    /// one. SQLite has one writer and nothing to wait for; PostgreSQL takes an advisory lock.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn hold(&mut self, key: &str) -> Result<(), Fault> {
        if !self.held.iter().any(|held| held == key) {
            self.conn.hold(key)?;
            self.held.push(key.to_owned());
        }
        Ok(())
    }
}

type PassOn = Box<dyn Fn(Vec<News>) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

type BeforeCommit = Box<dyn Fn(&mut Tx<'_>) -> Result<(), Fault> + Send + Sync>;

/// The open database; cheap to clone.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    readers: r2d2::Pool<Engine>,
    reach: Reach,
    writers: Writers,
    key: SealKey,
    runtime: Handle,
    clock_offset: Arc<AtomicI64>,
    pass_on: OnceLock<PassOn>,
    before_commit: OnceLock<BeforeCommit>,
}

enum Writers {
    /// SQLite: one thread that owns the writing connection.
    Sqlite(SqliteWriter),
    /// PostgreSQL: any connection of the pool; for changes of one thing one of them.
    Postgres(Arc<Turns>),
}

impl Db {
    /// Opens the database of `url` (`sqlite://FILE` or `postgres://…`) and brings its tables up
    /// to this program. What is sealed in it is sealed with the key in `key_file`, which is made if
    /// it is missing. The tokio runtime it is called on then carries the database's
    /// blocking work.
    ///
    /// # Errors
    /// An address of neither kind, a database that cannot be opened, a migration that fails, another
    /// key than the one it was sealed with.
    pub async fn open(url: &str, key_file: &Path) -> Result<Self, Fault> {
        let engine = Engine::from_url(url)?;
        let (runtime, key_file) = (Handle::current(), key_file.to_owned());
        runtime.clone().spawn_blocking(move || Self::open_blocking(engine, &key_file, runtime)).await?
    }

    fn open_blocking(engine: Engine, key_file: &Path, runtime: Handle) -> Result<Self, Fault> {
        let mut first = engine.open()?;
        migrate(&mut first)?;
        let key = SealKey::from_file(key_file)?;
        let now = Moment::from_micros(jiff::Timestamp::now().as_microsecond());
        resealing::seal_what_stands(&mut first, &key, now)?;
        // A server that is away is found to be away after so long, and looked for again twice as often.
        let (writers, connections, seconds) = match &engine {
            // Readers of a WAL database never wait; more than a few only compete for two cores.
            Engine::Sqlite { .. } => (Writers::Sqlite(SqliteWriter::start(first)?), 4, 10),
            Engine::Postgres { .. } => {
                drop(first);
                (Writers::Postgres(Arc::default()), 16, 4)
            }
        };
        let readers = r2d2::Pool::builder()
            .max_size(connections)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(seconds))
            .build(engine)?;
        Ok(Self(Arc::new(Inner {
            readers,
            reach: Reach::default(),
            writers,
            key,
            runtime,
            clock_offset: Arc::new(AtomicI64::new(0)),
            pass_on: OnceLock::new(),
            before_commit: OnceLock::new(),
        })))
    }

    /// Who is told what was committed; set once, at start.
    pub fn pass_news_to<F, Fut>(&self, listener: F)
    where
        F: Fn(Vec<News>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let boxed: PassOn = Box::new(move |news| Box::pin(listener(news)));
        if self.0.pass_on.set(boxed).is_err() {
            tracing::warn!("news already has a listener; the second is ignored");
        }
    }

    /// What every change is followed by before its commit, in the same transaction; set once, at start.
    /// It sees the news of the change ([`Tx::news`]), and if it fails nothing is kept.
    pub fn before_commit<F>(&self, follow: F)
    where
        F: Fn(&mut Tx<'_>) -> Result<(), Fault> + Send + Sync + 'static,
    {
        if self.0.before_commit.set(Box::new(follow)).is_err() {
            tracing::warn!("changes are followed already; the second follower is ignored");
        }
    }

    /// The time. Transactions carry their own; this is for what happens between them.
    pub fn now(&self) -> Moment {
        let micros = jiff::Timestamp::now().as_microsecond();
        Moment::from_micros(micros.saturating_add(self.0.clock_offset.load(Ordering::Relaxed)))
    }

    /// Lets the clock run ahead, so that a test need not wait for a day to pass.
    pub fn advance_clock(&self, seconds: i64) {
        self.0.clock_offset.fetch_add(seconds.saturating_mul(1_000_000), Ordering::Relaxed);
    }

    /// Runs `look` on one unchanging snapshot of the database.
    ///
    /// # Errors
    /// What `look` returns, or a fault of the database.
    pub async fn read<T, E, F>(&self, look: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let inner = self.0.clone();
        let now = self.now();
        let here = speaking::here();
        let done = self.0.runtime.spawn_blocking(move || {
            let mut slot = inner.reach.connection(&inner.readers)?;
            with_key(&inner.key, || {
                slot.transaction(Conn::BEGIN_READING, |conn| {
                    let mut tx = Tx::at(now, conn);
                    here.speak(|| look(&mut tx))
                })
            })
        });
        self.0.reach.wait(done, Away::NothingKept).await?
    }

    /// Runs `change` in one transaction: all of it is committed, durably, or none of it. Returns
    /// after the news of it has been passed on, so that whoever caused a change sees it.
    ///
    /// What was begun is brought to its end even if the caller stops waiting: a connection that
    /// breaks drops its handler, and a change that was committed has to reach its readers all the same.
    ///
    /// # Errors
    /// What `change` returns (and nothing is kept), or a fault of the database.
    pub async fn write<T, E, F>(&self, change: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        self.write_as(None, change).await
    }

    /// The same for a change that many make to the same thing at the same moment, and that begins with holding it
    /// ([`Tx::hold`]): as they would only wait for each other, those that come to this program for the same `what` are
    /// done one after the other, and share a commit. The refusal of one never touches another.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub async fn write_in_turn<T, E, F>(&self, what: String, change: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        self.write_as(Some(what), change).await
    }

    async fn write_as<T, E, F>(&self, what: Option<String>, change: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let db = self.clone();
        let here = speaking::here();
        let done = self.0.runtime.spawn(async move { db.write_to_the_end(what, change, here).await });
        self.0.reach.wait(done, Away::Unknown).await?
    }

    async fn write_to_the_end<T, E, F>(&self, what: Option<String>, change: F, here: Here) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Fault> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let now = self.now();
        let key = self.0.key.clone();
        let following = self.0.clone();
        let in_transaction = move |conn: &mut Conn| {
            with_key(&key, || {
                let mut tx = Tx::at(now, conn);
                let value = here.speak(|| change(&mut tx))?;
                if let Some(follow) = following.before_commit.get() {
                    follow(&mut tx)?;
                }
                Ok::<_, E>((value, tx.news))
            })
        };
        let (value, news) = match &self.0.writers {
            Writers::Sqlite(writer) => {
                writer.run(|slot| slot.share(in_transaction)).await.map_err(E::from)??
            }
            Writers::Postgres(turns) if let Some(what) = what => {
                let (job, done) = sharing::job(|slot: &mut Slot| slot.share(in_transaction));
                if turns.join(&what, job) {
                    let (inner, turns) = (self.0.clone(), turns.clone());
                    self.0.runtime.spawn_blocking(move || {
                        turns.do_all(&what, || inner.reach.connection(&inner.readers));
                    });
                }
                sharing::answer(done).await??
            }
            Writers::Postgres(_) => {
                let inner = self.0.clone();
                let done = self.0.runtime.spawn_blocking(move || {
                    let mut slot = inner.reach.connection(&inner.readers)?;
                    slot.transaction(Conn::BEGIN_WRITING, in_transaction)
                });
                done.await.map_err(Fault::from)??
            }
        };
        if !news.is_empty()
            && let Some(pass_on) = self.0.pass_on.get()
        {
            pass_on(news).await;
        }
        Ok(value)
    }

    /// Whether other programs may change what is in it, beside this one.
    pub fn is_shared(&self) -> bool {
        matches!(self.0.writers, Writers::Postgres(_))
    }

    /// Whether it could not be reached when somebody last tried.
    pub fn is_away(&self) -> bool {
        self.0.reach.is_away()
    }

    /// From here on nobody waits longer than this for a look or a change; whoever would is told that the
    /// database is away, and of a change that it may have been kept: it is brought to its end all the same.
    pub fn answer_within(&self, patience: Duration) {
        self.0.reach.wait_at_most(patience);
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), Fault> {
        self.read(|tx| tx.conn().ping()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicBool;

    #[tokio::test(flavor = "multi_thread")]
    async fn the_news_of_a_change_is_passed_on_even_if_whoever_asked_has_gone() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("t.db").display());
        let db = Db::open(&url, &folder.path().join("t.key")).await.unwrap();
        let heard = Arc::new(AtomicBool::new(false));
        let ear = heard.clone();
        db.pass_news_to(move |_| {
            ear.store(true, Ordering::SeqCst);
            std::future::ready(())
        });
        let slow = db.write::<_, Fault, _>(|tx| {
            std::thread::sleep(Duration::from_millis(300));
            tx.tell(News::Mail);
            Ok(())
        });
        assert!(tokio::time::timeout(Duration::from_millis(50), slow).await.is_err(), "they have gone");
        for _ in 0..500 {
            if heard.load(Ordering::SeqCst) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("committed, and nobody was told");
    }
}
