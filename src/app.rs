//! The one shared state, the server built around it, and how both start and stop. Tests start the
//! same thing on port 0.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_http::HttpService;
use actix_http::error::DispatchError;
use actix_service::{IntoServiceFactory, ServiceFactoryExt, map_config};
use actix_web::dev::{AppConfig, ServerHandle, fn_service};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::from_fn;
use actix_web::rt::net::TcpStream;
use actix_web::{App as Server, web};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::db::{Db, News, NewsLine, Tx};
use crate::error::{Error, Fault};
use crate::letters::LockedLetter;
use crate::mail::{Delivery, Worker};
use crate::people::Passwords;
use crate::reading::Shelf;
use crate::secrets::Key;
use crate::web::connection::{self, Connection};
use crate::web::limits::Limits;
use crate::web::{acting, assets, given_back, guard, languages};
use crate::{evidence, housekeeping, mail, nodes, organizations, reading, routes, signatures, webhooks};

/// The state that all requests share.
pub struct App {
    /// The configuration.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// The public letters, rendered, and those who watch them.
    pub shelf: Arc<Shelf>,
    /// What stands over every answer.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// How often is too often.
    pub limits: Arc<Limits>,
    /// Where passwords are hashed.
    pub passwords: Passwords,
    /// The key of the stamps in signing forms.
    pub forms_key: Key,
    /// Turns true when the site stops.
    pub stop: watch::Receiver<bool>,
}

/// The shared state, as handlers ask for it.
pub type Site = web::Data<App>;

/// A site that runs.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// The address people use.
    pub config: Config,
    /// Its database.
    pub db: Db,
    server: ServerHandle,
    stopping: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

/// How long whoever asks waits for a database that is elsewhere. The longest change, an import of thousands of
/// lines, takes a few seconds.
const PATIENCE_SECONDS: u64 = 15;

/// How long requests in flight may take after the site was asked to stop.
const GRACE_SECONDS: u64 = 10;

/// Has every change followed by what it means for the logs and the webhooks.
fn follow_changes(db: &Db, config: &Config, shelf: &Arc<Shelf>) {
    let (config, shelf) = (config.clone(), Arc::downgrade(shelf)); // which has the database
    db.before_commit(move |tx| {
        evidence::keep_up(tx, &config.public_url)?;
        let list = |tx: &mut Tx<'_>, letter: &LockedLetter| match shelf.upgrade() {
            Some(shelf) => shelf.list_of_change(tx, letter),
            None => signatures::signatory_list(tx, letter.letter(), &letter.revision().language()),
        };
        webhooks::follow(tx, &webhooks::Telling { address: &|path| config.address(path), list: &list })
    });
}

/// Starts the site: binds, opens the database, starts delivering mail, answers.
///
/// # Errors
/// An address that is taken, a database that cannot be opened, mail that cannot be set up.
pub async fn start(mut config: Config) -> Result<Running, Fault> {
    let listener = TcpListener::bind(config.listen)
        .map_err(|error| Fault::new(format!("cannot listen at {}: {error}", config.listen)))?;
    let address = listener.local_addr()?;
    if config.public_url.port() == Some(0) {
        // It followed `--listen`; an address that was given is the proxy's and keeps its port.
        let _ = config.public_url.set_port(Some(address.port())); // http URLs always have a port
    }
    let delivery = Delivery::open(&config)?;
    let db = Db::open(&config.database_url, &config.key_file).await?;
    let shelf = Arc::new(Shelf::new(db.clone(), config.clone()));
    follow_changes(&db, &config, &shelf);
    let origin = config.public_url.clone();
    db.write(move |tx| evidence::begin_logs(tx, &origin)).await?;
    let forms_key = db.write(|tx| Key::find_or_make(tx, "signing forms")).await?;
    assets::prepare();
    let limits = Arc::new(Limits::default());
    let (worker, sender, line) = (Worker::default(), webhooks::Sender::default(), NewsLine::default());
    pass_news_on(&db, &shelf, &worker, &sender, &line);
    db.write(organizations::settle_domains).await?;
    db.write(organizations::settle_likeness).await?;
    housekeeping::show_anew(&db, true).await?;

    let (stopping, stop) = watch::channel(false);
    let mut tasks = vec![
        mail::start(db.clone(), delivery, worker, stop.clone()),
        webhooks::start(db.clone(), config.clone(), sender, stop.clone()),
        housekeeping::start(db.clone(), config.clone(), shelf.clone(), limits.clone(), stop.clone()),
        shelf.keep_rooms_open(stop.clone()),
    ];
    tasks.extend(nodes::start(&config, &db, &shelf, &line, &stop));
    if db.is_shared() {
        db.answer_within(Duration::from_secs(PATIENCE_SECONDS));
    }
    let site = Site::new(App {
        config: config.clone(),
        db: db.clone(),
        shelf,
        headers: guard::headers_of_every_answer(&config),
        limits,
        passwords: Passwords::default(),
        forms_key,
        stop,
    });
    let server = serve(listener, site)?;
    let handle = server.handle();
    tasks.push(tokio::spawn(async move {
        if let Err(error) = server.await {
            tracing::error!(%error, "the server ended");
        }
    }));
    Ok(Running { address, config, db, server: handle, stopping, tasks })
}

/// What follows from a commit: letters are rendered, those who send are woken.
fn pass_news_on(db: &Db, shelf: &Arc<Shelf>, worker: &Worker, sender: &webhooks::Sender, line: &NewsLine) {
    let (of, shelf, worker, sender, line) =
        (db.clone(), shelf.clone(), worker.clone(), sender.clone(), line.clone());
    db.pass_news_to(move |news| {
        for item in &news {
            if let News::Letter(letter, seq) = item {
                line.tell(*letter, *seq); // before anything is rendered here
            }
        }
        let (db, shelf, worker, sender) = (of.clone(), shelf.clone(), worker.clone(), sender.clone());
        async move {
            for item in news {
                match item {
                    News::Mail => worker.wake(),
                    News::Webhooks => sender.wake(),
                    News::Letter(letter, seq) => shelf.refresh(letter, seq).await,
                    News::Organization(id) => {
                        if let Err(fault) = db.write(move |tx| signatures::show_anew(tx, id)).await {
                            tracing::error!(%fault, "the letters of an organization show it as it was for a while");
                        }
                    }
                }
            }
        }
    });
}

fn serve(listener: TcpListener, site: Site) -> Result<actix_web::dev::Server, Fault> {
    let config = web::Data::new(site.config.clone());
    let workers = site.config.workers;
    let app = move || {
        Server::new()
            .app_data(site.clone())
            .app_data(config.clone())
            .app_data(web::PathConfig::default().error_handler(|_, _| Error::NotFound.into()))
            .app_data(web::QueryConfig::default().error_handler(|_, _| Error::NotFound.into()))
            .wrap(from_fn(given_back::around))
            .wrap(from_fn(acting::around))
            .wrap(from_fn(guard::same_origin))
            .wrap(from_fn(guard::log))
            .wrap(from_fn(languages::around))
            .wrap(guard::headers(&config))
            .wrap(from_fn(reading::handlers::quick::around))
            .configure(routes::table)
    };
    let mut server = actix_server::Server::build().shutdown_timeout(GRACE_SECONDS).disable_signals();
    if let Some(workers) = workers {
        server = server.workers(workers);
    }
    let stopping = server.graceful_shutdown_signal();
    // What `HttpServer` does, but for the connection, which is ours.
    let serves = move || {
        let stopping = stopping.clone();
        let app = app().into_factory().map_err(|error: actix_web::Error| error.error_response());
        let http = HttpService::build()
            .keep_alive(Duration::from_secs(30))
            .client_request_timeout(Duration::from_secs(15))
            .client_disconnect_timeout(Duration::from_secs(1))
            .graceful_shutdown_signal(move || {
                let stopping = stopping.clone();
                async move { stopping.notified().await }
            })
            .finish(map_config(app, |()| AppConfig::default()));
        fn_service(|stream: TcpStream| async move {
            let peer = stream.peer_addr().ok();
            Ok::<_, DispatchError>((
                Connection::new(stream, connection::USUAL),
                actix_http::Protocol::Http1,
                peer,
            ))
        })
        .and_then(http)
    };
    Ok(server.listen("undersigned", listener, serves)?.run())
}

impl Running {
    /// Stops: closes the live streams, finishes requests and the mail under way, leaves nothing
    /// half-sent.
    pub async fn stop(self) {
        let _ = self.stopping.send(true);
        self.server.stop(true).await;
        for task in self.tasks {
            let _ = tokio::time::timeout(Duration::from_secs(GRACE_SECONDS), task).await;
        }
    }
}
