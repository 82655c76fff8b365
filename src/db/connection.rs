//! The two engines: how each is opened, and how a transaction begins and ends on it.

use std::fs::OpenOptions;
use std::net::IpAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::sync::mpsc;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::query_builder::QueryId;
use diesel::sql_types::{SqlType, Text};
use diesel::{Connection, RunQueryDsl, SqliteConnection};
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use rustls::{ClientConfig, RootCertStore};
use tokio::runtime::Handle;
use tokio_postgres::config::{Host, SslMode, TargetSessionAttrs};
use tokio_postgres_rustls::MakeRustlsConnect;

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
    Pg(AsyncConnectionWrapper<AsyncPgConnection>),
}

/// How a transaction begins on each engine.
pub struct Begin {
    sqlite: &'static str,
    postgres: &'static str,
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
            diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
                .bind::<Text, _>(key)
                .execute(c)?;
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
        match &mut self.conn {
            Conn::Lite(_) => false,
            Conn::Pg(c) => {
                self.open || diesel_async::pooled_connection::PoolableConnection::is_broken(&mut **c)
            }
        }
    }

    fn or_gone(&mut self, fault: Fault, away: Away) -> Fault {
        if self.is_gone() { Fault::of_away(away, Some(fault)) } else { fault }
    }

    /// Begins a transaction that several changes will share.
    pub(super) fn begin_shared(&mut self) -> Result<(), Fault> {
        let begin = match self.conn {
            Conn::Lite(_) => Conn::BEGIN_WRITING.sqlite,
            Conn::Pg(_) => Conn::BEGIN_WRITING.postgres,
        };
        if let Err(fault) = self.conn.execute(begin) {
            self.open = matches!(self.conn, Conn::Pg(_)); // as in `transaction`
            return Err(self.or_gone(fault, Away::NothingKept));
        }
        self.open = true;
        Ok(())
    }

    /// Runs one of the changes that share the open transaction; an error or a panic leaves nothing of it
    /// behind and everything of the others.
    pub(super) fn share<T, E: From<Fault>>(
        &mut self,
        work: impl FnOnce(&mut Conn) -> Result<T, E>,
    ) -> Result<T, E> {
        self.conn.execute("SAVEPOINT change")?;
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut self.conn)));
        if !matches!(done, Ok(Ok(_))) && self.conn.execute("ROLLBACK TO change").is_err() {
            // A full disk ends the whole transaction, with what the others did.
            self.roll_back();
            self.open = false;
        } else if self.open {
            self.conn.execute("RELEASE change")?;
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
        let committed = self.conn.say("COMMIT").map_err(|error| {
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
    Postgres { url: String, runtime: Handle },
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
            Ok(Self::Postgres { url: url.to_owned(), runtime: Handle::current() })
        } else {
            Err(Fault::new("the database address starts with sqlite:// or postgres://"))
        }
    }

    /// Opens a connection that may write.
    pub fn open(&self) -> Result<Slot, Fault> {
        let conn = match self {
            Self::Sqlite { file } => Conn::Lite(open_sqlite(file)?),
            Self::Postgres { url, runtime } => Conn::Pg(open_postgres(url, runtime)?),
        };
        Ok(Slot { conn, open: false })
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

fn open_postgres(url: &str, runtime: &Handle) -> Result<AsyncConnectionWrapper<AsyncPgConnection>, Fault> {
    let config = postgres_config(url)?;
    let tls = tls()?;
    // Opened in a task of the runtime, not on this thread, which may be one of the pool's: where the program is
    // ending meanwhile, a task is dropped, and a thread would panic that the runtime's clock is gone.
    let (tell, told) = mpsc::channel();
    runtime.spawn(async move {
        let opened = tokio::time::timeout(OPENED_WITHIN, async {
            let (client, connection) = config.connect(tls).await.map_err(Fault::from_error)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection).await.map_err(Fault::from)
        });
        // Whoever asked waits below.
        let _ = tell.send(opened.await.map_err(Fault::from_error).and_then(|opened| opened));
    });
    let conn = told.recv().map_err(|_| Fault::new("the program is ending"))??;
    let _on_runtime = runtime.enter(); // where the wrapper finds it
    Ok(AsyncConnectionWrapper::from(conn))
}

/// How long one host of the address may take to answer. A server that is up answers within milliseconds, one
/// across an ocean within a quarter of a second.
const HOST_ANSWERS_WITHIN: Duration = Duration::from_secs(3);
/// How long all of them together may take, greetings included.
const OPENED_WITHIN: Duration = Duration::from_secs(10);
/// A server that was cut off says nothing for ever; after so long it is taken to be gone.
const SILENT_FOR: Duration = Duration::from_secs(15);
/// The same, as the server looks at a program that was frozen or cut off in the middle of a change: the letter
/// that it holds would be held for ever.
const IDLE_IN_CHANGE: &str = "SET idle_in_transaction_session_timeout = '60s'";

/// How the server is connected to: what the address says, and where it says nothing, so that no server is waited
/// for without end, and of several the one that takes changes is found.
pub(super) fn postgres_config(url: &str) -> Result<tokio_postgres::Config, Fault> {
    let mut config = tokio_postgres::Config::from_str(url)
        .map_err(|_| Fault::new("the PostgreSQL address cannot be read"))?;
    config.ssl_mode(tls_with(&config));
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(HOST_ANSWERS_WITHIN);
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(SILENT_FOR);
        config.keepalives_idle(SILENT_FOR);
        config.keepalives_interval(SILENT_FOR / 3);
        config.keepalives_retries(3);
    }
    if config.get_target_session_attrs() == TargetSessionAttrs::Any {
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
    }
    if config.get_application_name().is_none() {
        config.application_name("undersigned");
    }
    Ok(config)
}

/// TLS as it is spoken to PostgreSQL, where [`postgres_config`] says that it is.
pub(super) fn tls() -> Result<MakeRustlsConnect, Fault> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let tls = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(Fault::from_error)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(tls))
}

/// Whether TLS is spoken, where the address does not say so itself.
///
/// Debian's server offers TLS with a certificate nobody can check. Between two programs on one machine
/// there is nobody to hide from. Elsewhere TLS is demanded: with "prefer" whoever sits between could answer that
/// the server knows none, and read along.
fn tls_with(config: &tokio_postgres::Config) -> SslMode {
    let here =
        config.get_hosts().iter().all(is_here) && config.get_hostaddrs().iter().all(IpAddr::is_loopback);
    match config.get_ssl_mode() {
        SslMode::Prefer if here => SslMode::Disable,
        SslMode::Prefer => SslMode::Require,
        said => said,
    }
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_that_the_pool_still_wants_while_the_program_ends_is_refused_without_a_panic() {
        let ending = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let engine =
            Engine::Postgres { url: "postgres://u@127.0.0.1:1/x".into(), runtime: ending.handle().clone() };
        drop(ending);
        let refused = std::thread::spawn(move || engine.open().err()).join().expect("no panic");
        assert!(refused.is_some_and(|fault| fault.to_string().contains("ending")));
    }

    #[test]
    fn no_server_is_waited_for_without_end_and_of_several_the_one_that_takes_changes_is_found() {
        let config = postgres_config("postgres://u@one,two:5433/x").unwrap();
        assert_eq!(config.get_hosts().len(), 2);
        assert_eq!(config.get_target_session_attrs(), TargetSessionAttrs::ReadWrite);
        assert_eq!(config.get_connect_timeout(), Some(&HOST_ANSWERS_WITHIN));
        assert_eq!(config.get_tcp_user_timeout(), Some(&SILENT_FOR));
        let said = "postgres://u@one/x?connect_timeout=60&tcp_user_timeout=90&application_name=letters";
        let config = postgres_config(said).unwrap();
        assert_eq!(config.get_connect_timeout(), Some(&Duration::from_secs(60)));
        assert_eq!(config.get_tcp_user_timeout(), Some(&Duration::from_secs(90)));
        assert_eq!(config.get_application_name(), Some("letters"));
        assert!(postgres_config("postgres://u@one:nonsense/x").is_err());
    }

    #[test]
    fn a_database_elsewhere_is_spoken_to_in_tls() {
        let mode = |url: &str| tls_with(&url.parse().unwrap());
        for here in [
            "postgres://u:p@localhost/x",
            "postgres://u:p@127.0.0.1/x",
            "postgres://u@[::1]/x",
            "postgres:///x?host=/run/postgresql",
            "postgres://u:p@localhost/x?hostaddr=127.0.0.1",
        ] {
            assert_eq!(mode(here), SslMode::Disable, "{here}");
        }
        for elsewhere in [
            "postgres://u:p@db.example.org/x",
            "postgres://u:p@10.0.0.5/x",
            "postgres://u:p@localhost,db.example.org/x",
            "postgres://u:p@localhost/x?hostaddr=10.0.0.5",
            "postgres:///x?hostaddr=10.0.0.5",
            "postgres://u:p@db.example.org/x?sslmode=prefer",
        ] {
            assert_eq!(mode(elsewhere), SslMode::Require, "{elsewhere}");
        }
        assert_eq!(mode("postgres://u:p@localhost/x?sslmode=require"), SslMode::Require);
        assert_eq!(
            mode("postgres://u:p@10.0.0.5/x?sslmode=disable"),
            SslMode::Disable,
            "the operator says so"
        );
    }
}
