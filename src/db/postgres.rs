//! Connections to PostgreSQL: how the server is found and spoken to, and on which thread.

use std::cell::Cell;
use std::future::Future;
use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::{AsyncConnectionWrapper, BlockOn};
use rustls::{ClientConfig, RootCertStore};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::config::{Host, SslMode, TargetSessionAttrs};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::Fault;

/// An open connection, used as a blocking one.
pub type Postgres = AsyncConnectionWrapper<AsyncPgConnection, Own>;

/// Opens a connection to the server of this address, and gives the runtime that it has of its own.
///
/// # Errors
/// An address that cannot be read; no server that takes changes within ten seconds.
pub(super) fn open_postgres(url: &str) -> Result<(Postgres, Own), Fault> {
    let config = postgres_config(url)?;
    let tls = tls()?;
    let own = Own::start()?;
    let conn = own.block_on(async {
        let opened = tokio::time::timeout(OPENED_WITHIN, async {
            let (client, connection) = config.connect(tls).await.map_err(Fault::from_error)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection).await.map_err(Fault::from)
        });
        opened.await.map_err(Fault::from_error)?
    })?;
    HANDED_OVER.set(Some(own.clone()));
    Ok((AsyncConnectionWrapper::from(conn), own))
}

/// The runtime of one connection. It runs on the thread of whoever asks the server something, and only while they
/// wait: a change is some sixty ways there and back, and on a runtime of several threads each of them has two threads
/// wake each other, which takes longer than the server does. What is paid for it: what the server says unasked, that
/// it goes for example, is heard when somebody listens ([`Own::listen`]).
#[derive(Clone)]
pub struct Own(Arc<Kept>);

/// `None` while it is dropped.
struct Kept(Option<Runtime>);

thread_local! {
    /// Where [`AsyncConnectionWrapper`] finds the runtime on which its connection was opened: it does not say whose it
    /// wants.
    static HANDED_OVER: Cell<Option<Own>> = const { Cell::new(None) };
}

impl Own {
    fn start() -> Result<Self, Fault> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        Ok(Self(Arc::new(Kept(Some(runtime)))))
    }

    /// Takes note of what the server has said meanwhile, without waiting for it.
    pub(super) fn listen(&self) {
        self.block_on(async {
            // The first asks the system what has come, the second has the connection's task read it.
            tokio::task::yield_now().await;
            tokio::task::yield_now().await;
        });
    }
}

impl BlockOn for Own {
    fn block_on<F: Future>(&self, work: F) -> F::Output {
        match &self.0.0 {
            Some(runtime) => runtime.block_on(work),
            None => unreachable!(
                "a connection is opened by `open_postgres`, and asked nothing after it is dropped"
            ),
        }
    }

    fn get_runtime() -> Self {
        HANDED_OVER.take().unwrap_or_else(|| Self(Arc::new(Kept(None))))
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // Dropped as it is, it would wait for a name that is being looked up, and panic where nobody may wait.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// How long one host of the address may take to answer. A server that is up answers within milliseconds, one
/// across an ocean within a quarter of a second.
const HOST_ANSWERS_WITHIN: Duration = Duration::from_secs(3);
/// How long all of them together may take, greetings included.
const OPENED_WITHIN: Duration = Duration::from_secs(10);
/// A server that was cut off says nothing for ever; after so long it is taken to be gone.
const SILENT_FOR: Duration = Duration::from_secs(15);
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

#[cfg(test)]
mod tests {
    use super::*;

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
