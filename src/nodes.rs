//! Several nodes on one database: what others commit reaches the readers of this one.
//!
//! Each second, and whenever the line to the others was broken, a node asks how far the letters on its shelf have
//! got and brings up those that are behind; the line only makes it sooner. What happens by itself needs nothing of
//! this: every node tries, and the database lets each thing happen once (`housekeeping.rs`, the workers of mail
//! and webhooks).

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::db::{Db, Heard, NewsLine};
use crate::reading::{Seen, Shelf};

/// How often it is asked what others did. Readers of another node see a change within two of these, line or not.
const ASKED_EVERY: Duration = Duration::from_secs(1);

/// Starts; ends when `stop` turns true. With a database that is this program's alone there is nothing to start.
pub fn start(
    config: &Config,
    db: &Db,
    shelf: &Arc<Shelf>,
    line: &NewsLine,
    stop: &watch::Receiver<bool>,
) -> Vec<JoinHandle<()>> {
    if !db.is_shared() {
        return Vec::new();
    }
    let anew = Arc::new(Notify::new());
    let mut tasks = vec![ask(db.clone(), shelf.clone(), anew.clone(), stop.clone())];
    if config.listens_to_nodes {
        let shelf = shelf.clone();
        let hear = move |heard| match heard {
            Heard::Letter(letter, seq) => {
                let shelf = shelf.clone();
                // In a task of its own: a letter that takes long keeps no other waiting.
                tokio::spawn(async move { shelf.refresh(letter, seq).await });
            }
            Heard::Anew => anew.notify_one(),
        };
        tasks.push(line.open(config.database_url.clone(), hear, stop.clone()));
    }
    tasks
}

fn ask(db: Db, shelf: Arc<Shelf>, anew: Arc<Notify>, mut stop: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut seen = Seen::default();
        loop {
            tokio::select! {
                () = tokio::time::sleep(ASKED_EVERY) => {}
                () = anew.notified() => {}
                _ = stop.changed() => return,
            }
            if let Err(fault) = shelf.catch_up(&mut seen).await
                && !db.is_away()
            {
                tracing::error!(%fault, "what other nodes did could not be asked");
            }
        }
    })
}
