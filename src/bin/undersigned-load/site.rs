//! The site that is tried: one that runs already, or one of our own, whose database is filled and whose
//! program stands beside this one. It is asked over HTTP and never from inside.

use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, setrlimit};
use tempfile::TempDir;
use undersigned::db::Db;

use crate::client::{Connection, Place};
use crate::filling::{self, Account, Filled, Wanted};
use crate::message;
use crate::options::{FillOptions, Options};
use crate::wrong::Wrong;

/// A site of our own has to answer so soon: the logs of its letters begin with its start.
const STARTING: Duration = Duration::from_secs(120);
/// And to end so soon after it is asked to.
const STOPPING: Duration = Duration::from_secs(30);
/// Open files beside the connections.
const OTHER_FILES: u64 = 200;

/// A site that answers.
pub struct Site {
    /// Where.
    pub place: Place,
    /// Its letters, by the ends of their addresses.
    pub letters: Vec<String>,
    /// Who can sign them.
    pub accounts: Vec<Account>,
    /// See [`Filled::commits`].
    pub commits: Option<f64>,
    /// How long its program took until it answered.
    pub started_in: Option<Duration>,
    own: Option<Own>,
}

/// The memory of the site's program, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Memory {
    /// What it has.
    pub resident: u64,
    /// The most that it has had.
    pub peak: u64,
    /// What the kernel holds for all TCP connections of this machine, at both ends.
    pub sockets: u64,
}

/// A program that we started; it ends with this.
struct Own {
    program: Child,
    log: PathBuf,
    _folder: TempDir,
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = self.program.kill(); // it has ended, if all went well
        let _ = self.program.wait();
    }
}

/// Lets this program and those it starts open files for so many connections.
///
/// # Errors
/// A hard limit that is lower; only an administrator raises that.
pub fn allow_connections(connections: usize) -> Result<(), Wrong> {
    let needed = u64::try_from(connections).unwrap_or(u64::MAX).saturating_add(OTHER_FILES);
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current.is_none_or(|current| current >= needed) {
        return Ok(());
    }
    if maximum.is_some_and(|maximum| maximum < needed) {
        return Err(Wrong::new(format!(
            "{connections} connections need {needed} open files; see `ulimit -Hn`"
        )));
    }
    Ok(setrlimit(Resource::Nofile, Rlimit { current: Some(needed), maximum })?)
}

impl Site {
    /// The site that the options name, or one of our own with what is `wanted` in it.
    ///
    /// # Errors
    /// A site that does not answer, or does not start.
    pub async fn open(options: &Options, wanted: Wanted) -> Result<Self, Wrong> {
        if let Some(url) = &options.url {
            let accounts = options.sessions.as_deref().map(read_sessions).transpose()?.unwrap_or_default();
            let (place, letters) = (Place::of(url).await?, options.named.clone());
            return Ok(Self { place, letters, accounts, commits: None, started_in: None, own: None });
        }
        let folder = tempfile::tempdir()?;
        let own_url = || format!("sqlite://{}", folder.path().join("load.db").display());
        let database = options.database_url.clone().unwrap_or_else(own_url);
        let key = folder.path().join("key");
        let db = Db::open(&database, &key).await?;
        let filled = filling::fill(&db, &wanted).await?;
        drop(db);
        let log = folder.path().join("log");
        let address = free_address()?;
        let began = Instant::now();
        let program = start(&database, &key, address, options.workers, &log)?;
        let own = Own { program, log, _folder: folder };
        let Filled { letters, accounts, commits } = filled;
        let place = Place::local(address);
        let mut site = Self { place, letters, accounts, commits, started_in: None, own: Some(own) };
        site.wait_until_ready(began).await?;
        site.started_in = Some(began.elapsed());
        Ok(site)
    }

    async fn wait_until_ready(&mut self, began: Instant) -> Result<(), Wrong> {
        let request = message::get(&self.place.host, "/readyz", &[]);
        while began.elapsed() < STARTING {
            if let Some(own) = &mut self.own
                && let Some(status) = own.program.try_wait()?
            {
                let log = fs::read_to_string(&own.log).unwrap_or_default();
                return Err(Wrong::new(format!("the site ended with {status}:\n{log}")));
            }
            if let Ok(mut connection) = Connection::open(&self.place, 0).await
                && connection.ask(&request).await.is_ok_and(|answer| answer.head.status == 200)
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(Wrong::new("the site does not become ready"))
    }

    /// The memory of its program, if that is ours.
    pub fn memory(&self) -> Option<Memory> {
        let own = self.own.as_ref()?;
        let status = fs::read_to_string(format!("/proc/{}/status", own.program.id())).ok()?;
        let sockets = fs::read_to_string("/proc/net/sockstat").ok()?;
        read_memory(&status, &sockets)
    }

    /// Stops it, if it is ours; what it logged as errors, and whether it ended well.
    ///
    /// # Errors
    /// A program that does not end.
    pub async fn stop(mut self) -> Result<Vec<String>, Wrong> {
        let Some(mut own) = self.own.take() else { return Ok(Vec::new()) };
        kill_process(Pid::from_child(&own.program), Signal::TERM)?;
        let began = Instant::now();
        let status = loop {
            match own.program.try_wait()? {
                Some(status) => break status,
                None if began.elapsed() > STOPPING => return Err(Wrong::new("the site does not stop")),
                None => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        };
        let log = fs::read_to_string(&own.log).unwrap_or_default();
        let mut wrong: Vec<String> =
            log.lines().filter(|line| line.contains(" ERROR ")).take(5).map(str::to_owned).collect();
        if !status.success() {
            wrong.push(format!("the site ended with {status}"));
        }
        Ok(wrong)
    }
}

fn start(
    database: &str,
    key: &Path,
    address: SocketAddr,
    workers: Option<u16>,
    log: &Path,
) -> Result<Child, Wrong> {
    let beside = std::env::current_exe()?.with_file_name("undersigned");
    if !beside.exists() {
        let missing = format!("{} is not there; build it the same way as this program", beside.display());
        return Err(Wrong::new(missing));
    }
    let log = File::create(log)?;
    let mut command = Command::new(beside);
    // Nothing of the environment: a setting left there would be measured without anybody knowing.
    command.env_clear().arg("serve").arg("--database-url").arg(database).arg("--key-file").arg(key);
    command.args(["--listen", &address.to_string()]);
    if let Some(workers) = workers {
        command.args(["--workers", &workers.to_string()]);
    }
    Ok(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn()?)
}

/// An address on which nobody listens.
fn free_address() -> Result<SocketAddr, Wrong> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

fn read_memory(status: &str, sockets: &str) -> Option<Memory> {
    let kilobytes = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim_end_matches("kB").trim().parse::<u64>().ok()
    };
    let tcp = sockets.lines().find_map(|line| line.strip_prefix("TCP:"))?;
    let pages: u64 = tcp.split("mem ").nth(1)?.trim().parse().ok()?;
    let page = u64::try_from(rustix::param::page_size()).ok()?;
    Some(Memory {
        resident: kilobytes("VmRSS:")? * 1024,
        peak: kilobytes("VmHWM:")? * 1024,
        sockets: pages * page,
    })
}

/// What `fill` is asked for: a database for a site that is started elsewhere.
///
/// # Errors
/// See [`filling::fill`].
pub async fn fill(options: FillOptions) -> Result<String, Wrong> {
    let beside =
        options.database_url.strip_prefix("sqlite://").map(|file| PathBuf::from(format!("{file}.key")));
    let key = options.key_file.or(beside).unwrap_or_else(|| PathBuf::from("undersigned.key"));
    let db = Db::open(&options.database_url, &key).await?;
    let number = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
    let letters = options.signatories.into_iter().map(number).collect();
    let wanted = Wanted { letters, organizations: number(options.organizations), commits: false };
    let filled = filling::fill(&db, &wanted).await?;
    if let Some(file) = options.sessions {
        write_sessions(&file, &filled.accounts)?;
    }
    Ok(format!(
        "Letters: {}. Organizations that can sign: {}.",
        filled.letters.join(", "),
        filled.accounts.len()
    ))
}

/// Writes who can sign: a line for each, readable by nobody else.
fn write_sessions(file: &Path, accounts: &[Account]) -> Result<(), Wrong> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut lines = String::new();
    for Account { cookie, organization, name } in accounts {
        lines.push_str(&format!("{cookie}\t{organization}\t{name}\n"));
    }
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file)?;
    Ok(file.write_all(lines.as_bytes())?)
}

fn read_sessions(file: &Path) -> Result<Vec<Account>, Wrong> {
    let lines = fs::read_to_string(file)?;
    let account = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned);
        Some(Account { cookie: parts.next()?, organization: parts.next()?, name: parts.next()? })
    };
    let all: Option<Vec<Account>> = lines.lines().map(account).collect();
    all.ok_or_else(|| Wrong::new(format!("{} is not what `fill` writes", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_as_the_kernel_writes_it() {
        let status = "Name:\tundersigned\nVmHWM:\t  20480 kB\nVmRSS:\t  10240 kB\n";
        let sockets = "sockets: used 97\nTCP: inuse 8 orphan 0 tw 0 alloc 10 mem 3\nUDP: inuse 1 mem 0\n";
        let memory = read_memory(status, sockets).unwrap();
        assert_eq!((memory.resident, memory.peak), (10 << 20, 20 << 20));
        assert_eq!(memory.sockets, 3 * u64::try_from(rustix::param::page_size()).unwrap());
        assert_eq!(read_memory("", sockets), None);
    }

    #[test]
    fn sessions_are_read_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sessions");
        let one = Account { cookie: "a=b".into(), organization: "river".into(), name: "River Trust".into() };
        write_sessions(&file, &[one.clone(), one.clone()]).unwrap();
        assert_eq!(read_sessions(&file).unwrap(), [one.clone(), one]);
        fs::write(&file, "nothing of the kind\n").unwrap();
        assert!(read_sessions(&file).is_err());
    }

    #[test]
    fn more_files_than_may_be_opened_are_refused() {
        assert!(allow_connections(10).is_ok());
        if getrlimit(Resource::Nofile).maximum.is_some() {
            assert!(allow_connections(usize::MAX).is_err());
        }
    }
}
