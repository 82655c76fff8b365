//! A PostgreSQL to test with: the one `UNDERSIGNED_TEST_POSTGRES` names (an administrator's URL),
//! or a private one, started from what is installed and gone with the test's process.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Makes the cluster, runs it, and waits for the end of standard input, which comes when the test's
/// process is gone, however it went. Then the server is stopped and the folder removed.
///
/// initdb and the server refuse to run as root, so root runs them as `postgres`. The port belongs to
/// this process's own socket folder and the loopback address.
const KEEPER: &str = r#"
set -eu
bin=$1 dir=$2 port=$3
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
cd "$dir"
trap 'rm -rf "$dir"' EXIT
as "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
as "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 -s \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off -c full_page_writes=off -c max_connections=300" start >/dev/null 2>&1 </dev/null \
  || { cat "$dir/log" >&2; exit 1; }
trap 'as "$bin/pg_ctl" -D "$dir/data" -m immediate -w -s stop >/dev/null 2>&1 || true; rm -rf "$dir"' EXIT
echo ready
read -r _ || true
"#;

/// The administrator's URL of the server, without a database; `None`, loudly, where there is none.
///
/// # Panics
/// Where there is none and `CI` is set: there, nothing is skipped.
pub fn server() -> Option<&'static str> {
    /// A static is never dropped: the keeper's standard input stays open as long as the process.
    static SERVER: OnceLock<Option<(String, Option<Child>)>> = OnceLock::new();
    SERVER.get_or_init(find).as_ref().map(|(url, _)| url.as_str())
}

fn find() -> Option<(String, Option<Child>)> {
    if let Ok(url) = std::env::var("UNDERSIGNED_TEST_POSTGRES") {
        return Some((url, None));
    }
    let Some(bin) = installed() else {
        let missing = "PostgreSQL is not installed and UNDERSIGNED_TEST_POSTGRES is not set";
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        // Straight to the terminal: what a passing test prints is swallowed.
        let _ = writeln!(std::io::stderr(), "SKIPPED: the tests on PostgreSQL: {missing}");
        return None;
    };
    let (url, keeper) = start(&bin);
    Some((url, Some(keeper)))
}

fn installed() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> =
        std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten().map(|e| e.path().join("bin")).collect();
    versions.retain(|bin| bin.join("initdb").exists());
    versions.sort();
    versions.pop()
}

fn start(bin: &Path) -> (String, Child) {
    let dir = tempfile::Builder::new().prefix("undersigned-pg-").tempdir().expect("a folder").keep();
    let port =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|s| s.local_addr()).expect("a port").port();
    let mut keeper = Command::new("sh");
    keeper.args(["-c", KEEPER, "keeper"]).arg(bin).arg(&dir).arg(port.to_string());
    let mut keeper = keeper.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("sh");
    let mut said = String::new();
    let out = keeper.stdout.take().expect("a pipe");
    BufReader::new(out).read_line(&mut said).expect("a line");
    assert_eq!(said.trim(), "ready", "PostgreSQL did not start; see above");
    (format!("postgres://postgres@127.0.0.1:{port}"), keeper)
}

/// The URL of a new, empty database; `None` where there is no server.
pub fn database() -> Option<String> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = server()?;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("undersigned_test_{}_{number}", std::process::id());
    let admin = with_name(server, "postgres");
    run(async {
        let client = connect(&admin).await;
        client
            .batch_execute(&format!("DROP DATABASE IF EXISTS {name}"))
            .await
            .expect("a database is dropped");
        client
            .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0"))
            .await
            .expect("a database is made");
    });
    Some(with_name(server, &name))
}

fn with_name(server: &str, name: &str) -> String {
    let mut url = url::Url::parse(server).expect("UNDERSIGNED_TEST_POSTGRES is a URL");
    url.set_path(name);
    url.to_string()
}

/// A connection of the test's own.
pub async fn connect(url: &str) -> tokio_postgres::Client {
    let (client, connection) =
        tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("PostgreSQL answers");
    tokio::spawn(connection);
    client
}

/// Runs `work` from a test that is not asynchronous.
pub fn run<T: Send>(work: impl Future<Output = T> + Send) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    runtime.expect("a runtime").block_on(work)
}
