//! The PostgreSQL server of a test program (they share this file): the one in `UNDERSIGNED_TEST_POSTGRES` (an admin URL),
//! or one that is started for this process and dies with it.

#![allow(dead_code)] // each program uses its part

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use tokio_postgres::NoTls;

/// Names a server to use; if it is set, it has to work.
const SETTING: &str = "UNDERSIGNED_TEST_POSTGRES";

/// A server, by the URL of its administrator.
pub struct Server {
    pub admin_url: String,
    /// Its standard input is a pipe from this process. However this process ends, the pipe closes,
    /// and the script at its other end stops the server and removes its files.
    _keeper: Option<Child>,
}

/// The server, or `None` (and a loud line) where there is none. In `CI` there has to be one.
pub fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    match SERVER.get_or_init(find_or_start) {
        Ok(server) => Some(server),
        Err(why) => {
            assert!(std::env::var_os(SETTING).is_none(), "{SETTING} names no server: {why}");
            skip("PostgreSQL", why);
            None
        }
    }
}

/// Says once that something cannot be tested here; in CI that is a failure. Not with `eprintln!`,
/// which cargo keeps to itself when a test passes.
pub fn skip(what: &str, why: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    assert!(std::env::var_os("CI").is_none(), "{what} is not here ({why}), and CI has to test with it");
    if SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(what.to_owned()) {
        let line = format!("\nSKIPPED: {what} is not here ({why}); what needs it was not tested\n");
        let _ = std::io::stderr().write_all(line.as_bytes());
    }
}

fn find_or_start() -> Result<Server, String> {
    if let Ok(admin_url) = std::env::var(SETTING) {
        run_sql(&admin_url, "SELECT 1").map_err(|error| format!("{admin_url}: {error}"))?;
        return Ok(Server { admin_url, _keeper: None });
    }
    start(&programs().ok_or("no initdb in /usr/lib/postgresql/*/bin or PATH")?)
}

/// The directory with `initdb` and `postgres`: the newest that is installed, or one in PATH.
fn programs() -> Option<PathBuf> {
    let version = |bin: &PathBuf| -> u32 {
        bin.parent().and_then(|v| v.file_name()?.to_str()?.parse().ok()).unwrap_or(0)
    };
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut installed: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    installed.sort_by_key(|bin| std::cmp::Reverse(version(bin)));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = installed.into_iter().chain(std::env::split_paths(&path));
    all.into_iter().find(|bin| bin.join("initdb").exists() && bin.join("postgres").exists())
}

const KEEPER: &str = r#"
"$1/initdb" -D "$2/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$2/initdb.log" 2>&1 || exit 1
"$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$2" \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
  >"$2/server.log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -QUIT $server
wait $server
rm -rf "$2"
"#;

fn start(bin: &Path) -> Result<Server, String> {
    let directory = tempfile::Builder::new().prefix("undersigned-postgres-").tempdir();
    let directory = directory.map_err(|error| error.to_string())?.keep(); // the keeper removes it
    let port = free_port();
    let mut command = if is_root() {
        // PostgreSQL refuses to run as root.
        let owned = Command::new("chown").arg("postgres").arg(&directory).status();
        if !owned.is_ok_and(|status| status.success()) {
            let _ = std::fs::remove_dir_all(&directory);
            return Err("running as root, and there is no user postgres".into());
        }
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    use std::os::unix::process::CommandExt;
    let keeper = command
        .args(["-c", KEEPER, "keeper"])
        .arg(bin)
        .arg(&directory)
        .arg(port.to_string())
        .current_dir("/")
        .process_group(0) // Ctrl-C ends the tests; the keeper then has to tidy up
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut keeper = keeper.map_err(|error| format!("the server's keeper did not start: {error}"))?;
    let admin_url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        match run_sql(&admin_url, "SELECT 1") {
            Ok(()) => return Ok(Server { admin_url, _keeper: Some(keeper) }),
            Err(error) if Instant::now() > deadline => return Err(error),
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
        if let Ok(Some(status)) = keeper.try_wait() {
            let log = std::fs::read_to_string(directory.join("initdb.log")).unwrap_or_default();
            let _ = std::fs::remove_dir_all(&directory);
            return Err(format!("the server ended at once ({status}): {log}"));
        }
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Runs one statement as the administrator.
pub fn run_sql(url: &str, sql: &str) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| error.to_string())?.block_on(async {
        let (client, connection) =
            tokio_postgres::connect(url, NoTls).await.map_err(|error| error.to_string())?;
        let connection = tokio::spawn(connection);
        let done = client.batch_execute(sql).await.map_err(|error| error.to_string());
        drop(client);
        let _ = connection.await;
        done
    })
}

/// The URL of a new, empty database; `None` where there is no server.
pub fn database() -> Option<String> {
    let server = server()?;
    Some(database_on(server).1)
}

/// The name and the URL of a new, empty database.
pub fn database_on(server: &Server) -> (String, String) {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = format!("undersigned_test_{}_{number}", std::process::id());
    run_sql(&server.admin_url, &format!("CREATE DATABASE {name}")).expect("a database of its own");
    let mut url: url::Url = server.admin_url.parse().expect("the admin URL is one");
    url.set_path(&name);
    (name, url.into())
}

/// A connection of the test's own.
pub async fn connect(url: &str) -> tokio_postgres::Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("PostgreSQL answers");
    tokio::spawn(connection);
    client
}

/// Runs `work` from a test that is not asynchronous.
pub fn run<T: Send>(work: impl Future<Output = T> + Send) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime").block_on(work)
}
