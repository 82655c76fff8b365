//! A running site, and what it is held to when its story ends.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use undersigned::app::{self, Running};
use undersigned::config::{Config, MailRoute};
use undersigned::db::Db;
use undersigned::error::Fault;

use super::database::Database;
use super::program::Program;
use super::visitor::Visitor;
use super::{mail::Mail, postgres};

/// One of the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Tells one story on one database.
pub fn tell(engine: Engine, story: fn(&Site)) {
    if engine == Engine::Postgres && postgres::server().is_none() {
        return; // it was said loudly
    }
    let site = Site::start(engine, |_| {});
    story(&site);
    site.finish();
}

/// Waits until `look` finds something; fails after ten seconds.
pub fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "waited ten seconds for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A site that runs, with its own database and its own mail directory.
pub struct Site {
    /// Its database, for the clock and for what the command line does.
    pub db: Db,
    /// Where people find it, without a slash at the end.
    pub url: String,
    config: Config,
    runtime: Option<Runtime>,
    running: Mutex<Option<Running>>,
    mail: TempDir,
    mail_is_filed: bool,
    read: Mutex<HashSet<PathBuf>>,
    faults: Mutex<Vec<String>>,
    database: Database,
}

pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl Site {
    /// Starts a site on an empty database, on a port of its own.
    pub fn start(engine: Engine, adjust: impl FnOnce(&mut Config)) -> Self {
        let database = Database::create(engine);
        let mail = tempfile::tempdir().expect("a directory for mail");
        let mut config = Config {
            listen: "127.0.0.1:0".parse().expect("an address"),
            database_url: database.url.clone(),
            key_file: super::key_file().to_owned(),
            public_url: "http://127.0.0.1:0/".parse().expect("a URL"),
            mail: MailRoute::Directory(mail.path().to_owned()),
            mail_from: "Undersigned <no-reply@undersigned.example>".into(),
            trusted_proxies: Vec::new(),
            workers: Some(2),
            demo: false,
            accounts: undersigned::config::Accounts::default(),
            listens_to_nodes: true,
        };
        adjust(&mut config);
        let mail_is_filed = matches!(config.mail, MailRoute::Directory(_));
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        let running = runtime.block_on(app::start(config.clone())).expect("the site starts");
        Self {
            db: running.db.clone(),
            url: format!("http://{}", running.address),
            config,
            runtime: Some(runtime),
            running: Mutex::new(Some(running)),
            mail,
            mail_is_filed,
            read: Mutex::default(),
            faults: Mutex::default(),
            database,
        }
    }

    /// Another site on the same kind of database, with other settings; to be [`Site::finish`]ed.
    pub fn sibling(&self, adjust: impl FnOnce(&mut Config)) -> Self {
        Self::start(self.database.engine, adjust)
    }

    /// A second program on the same database, with a clock of its own; to be stopped.
    pub fn second_node(&self) -> Running {
        self.runtime().block_on(app::start(self.config.clone())).expect("a second node starts")
    }

    /// Stops, and starts again on the same database (and on another port).
    pub fn restart(&mut self) {
        self.stop();
        let running =
            self.runtime().block_on(app::start(self.config.clone())).expect("the site starts again");
        self.db = running.db.clone();
        self.url = format!("http://{}", running.address);
        *locked(&self.running) = Some(running);
    }

    /// Changes rows behind the program's back: statements for SQLite, and for PostgreSQL.
    pub fn behind_its_back(&self, sqlite: &str, postgres: &str) {
        let url = self.database_url();
        match self.engine() {
            Engine::Sqlite => {
                let file = url.trim_start_matches("sqlite://");
                let mut connection = SqliteConnection::establish(file).expect("SQLite opens");
                let all = format!("PRAGMA busy_timeout = 5000; {sqlite}");
                connection.batch_execute(&all).unwrap_or_else(|error| panic!("{sqlite}: {error}"));
            }
            Engine::Postgres => {
                postgres::run_sql(url, postgres).unwrap_or_else(|error| panic!("{postgres}: {error}"));
            }
        }
    }

    /// Which database this is.
    pub fn engine(&self) -> Engine {
        self.database.engine
    }

    /// Its address, as the command line takes it.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    pub fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("the site has not ended")
    }

    /// A browser without cookies.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor::new(self)
    }

    /// The same, where the story is about somebody who only reads.
    pub fn reader(&self) -> Visitor<'_> {
        Visitor::new(self)
    }

    /// Lets time pass.
    pub fn wait(&self, seconds: i64) {
        self.db.advance_clock(seconds);
    }

    /// Notes an answer; [`Site::finish`] fails on the site's own errors.
    pub fn note(&self, request: &str, status: u16) {
        // 501 is a refusal in the words of a protocol, and no fault.
        if status >= 500 && status != 501 {
            locked(&self.faults).push(format!("{request}: {status}"));
        }
    }

    /// How many mails wait and how many were refused.
    pub fn outbox(&self) -> undersigned::mail::Outbox {
        let outbox = self.db.read::<_, Fault, _>(undersigned::mail::outbox);
        self.runtime().block_on(outbox).expect("the outbox can be read")
    }

    /// All mails that were sent, read or not.
    pub fn all_mails(&self) -> Vec<Mail> {
        eventually("the outbox to be empty", || (self.outbox().waiting == 0).then_some(()));
        let files = std::fs::read_dir(self.mail.path()).expect("the mail directory").flatten();
        let files = files.map(|file| file.path()).filter(|file| file.extension().is_some_and(|e| e == "eml"));
        files.map(|file| Mail::of_file(&file)).collect()
    }

    /// Reads the mails to this address until none is left, and says their subjects.
    pub fn subjects_to(&self, address: &str) -> Vec<String> {
        let waiting: Vec<Mail> = self.unread_mails().into_iter().filter(|mail| mail.to == address).collect();
        waiting.iter().map(|_| self.mail_to(address).subject).collect()
    }

    /// The mails that nobody has read yet, the oldest first.
    fn unread(&self) -> Vec<(PathBuf, Mail)> {
        let read = locked(&self.read);
        let files = std::fs::read_dir(self.mail.path()).expect("the mail directory");
        let mut files: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
        files.retain(|file| file.extension().is_some_and(|e| e == "eml") && !read.contains(file));
        files.sort();
        files.into_iter().map(|file| (file.clone(), Mail::of_file(&file))).collect()
    }

    /// The next mail to `address`; it counts as read.
    pub fn mail_to(&self, address: &str) -> Mail {
        let (file, mail) = eventually(&format!("a mail to {address}"), || {
            self.unread().into_iter().find(|(_, mail)| mail.to == address)
        });
        locked(&self.read).insert(file);
        mail
    }

    /// The next mail to `address` with this subject; it counts as read.
    pub fn mail_about(&self, address: &str, subject: &str) -> Mail {
        let (file, mail) = eventually(&format!("a mail to {address}: {subject}"), || {
            self.unread().into_iter().find(|(_, mail)| mail.to == address && mail.subject == subject)
        });
        locked(&self.read).insert(file);
        mail
    }

    /// The unread mails, once all are delivered.
    pub fn unread_mails(&self) -> Vec<Mail> {
        eventually("the outbox to be empty", || (self.outbox().waiting == 0).then_some(()));
        self.unread().into_iter().map(|(_, mail)| mail).collect()
    }

    /// Lets the program itself, as a process, go on in place of the site: with the same database, key and mail
    /// directory, logging at this level. The clock is the machine's from then on.
    pub fn go_on_as_program(&mut self, level: &str) -> Program {
        self.stop();
        let mail = self.mail.path().to_str().expect("a path").to_owned();
        let arguments =
            ["serve", "--listen", "127.0.0.1:0", "--database-url", &self.database.url, "--mail-dir", &mail];
        let mut program = Program::start_logging(&arguments, level);
        self.url = program.prints("Undersigned listens at ").trim_end_matches('/').to_owned();
        program
    }

    /// Reads all mail that there is, where a story is about something else.
    pub fn read_all_mail(&self) -> Vec<Mail> {
        let mails = self.unread_mails();
        for mail in &mails {
            self.mail_to(&mail.to);
        }
        mails
    }

    /// Stops as on SIGTERM.
    pub fn stop(&self) {
        if let (Some(running), Some(runtime)) = (locked(&self.running).take(), &self.runtime) {
            runtime.block_on(running.stop());
        }
    }

    /// Forgets the answers that the database was away, where the story is about that, and says how many there were.
    pub fn expects_away(&self) -> usize {
        let mut faults = locked(&self.faults);
        let all = faults.len();
        faults.retain(|fault| !fault.ends_with(": 503"));
        all - faults.len()
    }

    /// Ends the story: no mail that it did not read, no error of the site.
    pub fn finish(self) {
        if self.mail_is_filed {
            let unread: Vec<String> = self
                .unread_mails()
                .into_iter()
                .map(|mail| format!("{}: {}", mail.to, mail.subject))
                .collect();
            assert!(unread.is_empty(), "mails that the story did not expect: {unread:#?}");
        }
        let faults = locked(&self.faults).clone();
        assert!(faults.is_empty(), "errors of the site: {faults:#?}");
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(Duration::from_secs(5));
        }
    }
}
