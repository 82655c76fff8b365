//! The two engines: how each is opened, and how a transaction begins and ends on it.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use diesel::connection::SimpleConnection;
use diesel::query_builder::QueryId;
use diesel::sql_types::SqlType;
use diesel::{Connection, RunQueryDsl, SqliteConnection};
use diesel_async::pooled_connection::PoolableConnection;

use self::locking::{hashtextextended, pg_advisory_xact_lock};
use super::postgres::{Own, Postgres, open_postgres};
use crate::error::{Away, Fault, is_of_a_full_disk};

/// A UUID: 16 bytes in SQLite, `uuid` in PostgreSQL (the numbers are PostgreSQL's own for it).
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(sqlite_type(name = "Binary"))]
#[diesel(postgres_type(oid = 2950, array_oid = 2951))]
pub struct Id;

/// An open connection of either kind. PostgreSQL's is the pure-Rust one, used as a blocking one,
/// so that a fresh machine needs no C library.
#[allow(clippy::large_enum_variant)] // twenty of them live as long as the program
pub enum Conn {
    /// SQLite, inside the program.
    Lite(SqliteConnection),
    /// PostgreSQL, over the wire.
    Pg(Postgres),
}

/// How a transaction begins on each engine.
pub struct Begin {
    sqlite: &'static str,
    postgres: &'static str,
}

mod locking {
    use diesel::sql_types::{BigInt, Text};

    #[diesel::declare_sql_function]
    extern "SQL" {
        /// What it gives is void, and not read.
        fn pg_advisory_xact_lock(key: BigInt) -> Bool;
        fn hashtextextended(text: Text, seed: BigInt) -> BigInt;
    }
}

impl Conn {
    /// A snapshot that cannot write.
    pub const BEGIN_READING: Begin =
        Begin { sqlite: "BEGIN", postgres: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" };
    /// SQLite takes the writer's place at once; taking it at the first change could fail halfway.
    pub const BEGIN_WRITING: Begin = Begin { sqlite: "BEGIN IMMEDIATE", postgres: "BEGIN" };

    fn execute(&mut self, statement: &str) -> Result<(), Fault> {
        Ok(self.say(statement)?)
    }

    fn say(&mut self, statement: &str) -> diesel::QueryResult<()> {
        match self {
            Conn::Lite(c) => c.batch_execute(statement),
            Conn::Pg(c) => c.batch_execute(statement),
        }
    }

    /// See [`super::Tx::hold`].
    pub(super) fn hold(&mut self, key: &str) -> Result<(), Fault> {
        if let Conn::Pg(c) = self {
            diesel::select(pg_advisory_xact_lock(hashtextextended(key, 0))).execute(c)?;
        }
        Ok(())
    }

    /// Asks the engine for nothing.
    pub(super) fn ping(&mut self) -> Result<(), Fault> {
        self.execute("SELECT 1")
    }
}

/// A connection in a pool, and whether a transaction was left open on it.
pub struct Slot {
    conn: Conn,
    open: bool,
    /// Whether nothing was done yet since the savepoint of a shared transaction.
    savepoint_is_new: bool,
    /// PostgreSQL's is driven by a runtime of its own.
    driven_by: Option<Own>,
}

impl Slot {
    /// The connection, outside any transaction.
    pub(super) fn conn(&mut self) -> &mut Conn {
        &mut self.conn
    }

    /// Runs `work` between `begin` and a commit; an error or a panic leaves nothing behind.
    pub(super) fn transaction<T, E: From<Fault>>(
        &mut self,
        begin: Begin,
        work: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        let begin = match self.conn {
            Conn::Lite(_) => begin.sqlite,
            Conn::Pg(_) => begin.postgres,
        };
        if let Err(fault) = self.conn.execute(begin) {
            // A PostgreSQL on which nothing can even begin is going, whatever its last words are.
            self.open = matches!(self.conn, Conn::Pg(_));
            return Err(self.or_gone(fault, Away::NothingKept).into());
        }
        self.open = true; // stays so if `work` panics, and the pool throws the connection away
        match work(&mut self.conn) {
            Ok(value) => match self.conn.execute("COMMIT") {
                Ok(()) => {
                    self.open = false;
                    Ok(value)
                }
                Err(fault) => {
                    self.roll_back();
                    Err(self.or_gone(fault, Away::Unknown).into())
                }
            },
            Err(refusal) => {
                self.roll_back();
                // Whatever it was: nothing can have been kept, and it may have come of the connection.
                if self.is_gone() {
                    Err(Fault::of_away(Away::NothingKept, None).into())
                } else {
                    Err(refusal)
                }
            }
        }
    }

    /// Whether the server at the other end is gone, or does not answer as a server that is well.
    pub(super) fn is_gone(&mut self) -> bool {
        if let Some(own) = &self.driven_by {
            own.listen();
        }
        match &mut self.conn {
            Conn::Lite(_) => false,
            Conn::Pg(c) => self.open || PoolableConnection::is_broken(&mut **c),
        }
    }

    fn or_gone(&mut self, fault: Fault, away: Away) -> Fault {
        if self.is_gone() { Fault::of_away(away, Some(fault)) } else { fault }
    }

    /// Begins a transaction that several changes will share, with the savepoint of the first.
    pub(super) fn begin_shared(&mut self) -> Result<(), Fault> {
        let begin = match self.conn {
            Conn::Lite(_) => "BEGIN IMMEDIATE; SAVEPOINT change",
            Conn::Pg(_) => "BEGIN; SAVEPOINT change",
        };
        if let Err(fault) = self.conn.execute(begin) {
            self.open = matches!(self.conn, Conn::Pg(_)); // as in `transaction`
            if !self.open {
                let _ = self.conn.execute("ROLLBACK"); // if it began, and the savepoint did not
            }
            return Err(self.or_gone(fault, Away::NothingKept));
        }
        (self.open, self.savepoint_is_new) = (true, true);
        Ok(())
    }

    /// Runs one of the changes that share the open transaction; an error or a panic leaves nothing of it
    /// behind and everything of the others.
    pub(super) fn share<T, E: From<Fault>>(
        &mut self,
        work: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        if !std::mem::take(&mut self.savepoint_is_new)
            && let Err(fault) = self.conn.execute("RELEASE change; SAVEPOINT change")
        {
            // Whatever was done before is in doubt, and given up as a whole.
            self.roll_back();
            self.open &= matches!(self.conn, Conn::Pg(_));
            return Err(fault.into());
        }
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut self.conn)));
        if !matches!(done, Ok(Ok(_))) {
            // It stays, for the next.
            self.savepoint_is_new = self.conn.execute("ROLLBACK TO change").is_ok();
            if !self.savepoint_is_new {
                // A full disk ends the whole transaction, with what the others did.
                self.roll_back();
                self.open = false;
            }
        }
        done.unwrap_or_else(|_| Err(Fault::new("a change panicked and was rolled back").into()))
    }

    /// Commits what was shared; if that fails nothing of it is kept, or the fault says that it is not known.
    pub(super) fn commit_shared(&mut self) -> Result<(), Fault> {
        if !self.open {
            // Only a disk that is full or fails ends a transaction by itself, or a server that has gone.
            let ended = Fault::new("the transaction ended before its commit");
            return Err(Fault::of_away(Away::NothingKept, Some(ended)));
        }
        // A transaction in which something failed unnoticed PostgreSQL rolls back at its COMMIT, and calls it well. It
        // does not call that RELEASE well.
        let commit = if self.savepoint_is_new { "COMMIT" } else { "RELEASE change; COMMIT" };
        let committed = self.conn.say(commit).map_err(|error| {
            let is_known = is_of_a_full_disk(&error); // of a disk that fails, the last page may be there
            let fault = Fault::from(error);
            match fault.away() {
                Some(_) if !is_known => Fault::of_away(Away::Unknown, Some(fault)),
                _ => fault,
            }
        });
        committed.map_err(|fault| {
            self.roll_back();
            let fault = self.or_gone(fault, Away::Unknown);
            self.open &= matches!(self.conn, Conn::Pg(_)); // the pool throws that one away
            fault
        })?;
        self.open = false;
        Ok(())
    }

    /// Whether a transaction is open on it.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Gives the open transaction up.
    pub(super) fn roll_back(&mut self) {
        if self.open {
            self.open = self.conn.execute("ROLLBACK").is_err();
        }
    }
}

/// Which database, and where. It is what the pool opens connections with.
pub enum Engine {
    Sqlite { file: String },
    Postgres { url: String },
}

impl Engine {
    /// Reads the address of a database.
    pub fn from_url(url: &str) -> Result<Self, Fault> {
        if let Some(file) = url.strip_prefix("sqlite://") {
            if file.is_empty() || file == ":memory:" {
                return Err(Fault::new("a SQLite database needs a file: sqlite://undersigned.db"));
            }
            Ok(Self::Sqlite { file: file.to_owned() })
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(Self::Postgres { url: url.to_owned() })
        } else {
            Err(Fault::new("the database address starts with sqlite:// or postgres://"))
        }
    }

    /// Opens a connection that may write.
    pub fn open(&self) -> Result<Slot, Fault> {
        let (conn, driven_by) = match self {
            Self::Sqlite { file } => (Conn::Lite(open_sqlite(file)?), None),
            Self::Postgres { url } => {
                let (conn, own) = open_postgres(url)?;
                (Conn::Pg(conn), Some(own))
            }
        };
        Ok(Slot { conn, open: false, savepoint_is_new: false, driven_by })
    }
}

fn open_sqlite(file: &str) -> Result<SqliteConnection, Fault> {
    // Made by us rather than by SQLite, which would let everybody on the machine read it.
    let path = file.split('?').next().unwrap_or(file);
    OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
    let mut conn = SqliteConnection::establish(file)?;
    // WAL: readers never wait for the writer. FULL: a commit that was answered survives the loss
    // of power. trusted_schema off: a damaged schema cannot call functions. secure_delete:
    // what is deleted is overwritten, for it may be somebody's address.
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; \
         PRAGMA secure_delete = ON;",
    )?;
    Ok(conn)
}

/// As the server looks at a program that was frozen or cut off in the middle of a change: the letter
/// that it holds would be held for ever.
const IDLE_IN_CHANGE: &str = "SET idle_in_transaction_session_timeout = '60s'";

impl r2d2::ManageConnection for Engine {
    type Connection = Slot;
    type Error = Fault;

    fn connect(&self) -> Result<Slot, Fault> {
        let mut slot = self.open()?;
        match &mut slot.conn {
            // All changes go through the one writer; a reader that tried would only get in its way.
            Conn::Lite(c) => c.batch_execute("PRAGMA query_only = ON")?,
            Conn::Pg(c) => c.batch_execute(IDLE_IN_CHANGE)?,
        }
        Ok(slot)
    }

    fn is_valid(&self, slot: &mut Slot) -> Result<(), Fault> {
        slot.conn.ping()
    }

    fn has_broken(&self, slot: &mut Slot) -> bool {
        slot.open || slot.is_gone()
    }
}
