//! What happens by itself: letters are published and closed at their moment, and what is over is
//! forgotten.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::db::Db;
use crate::error::Fault;
use crate::reading::Shelf;
use crate::web::limits::Limits;
use crate::{imports, letters, mail, organizations, people};

/// The finest step of a moment that somebody named is a second.
const STEP: Duration = Duration::from_secs(1);
/// Every how many steps what is over is forgotten: once an hour.
const FORGET_EVERY: u32 = 3600;

/// Starts; ends when `stop` turns true.
pub fn start(
    db: Db,
    shelf: Arc<Shelf>,
    limits: Arc<Limits>,
    mut stop: watch::Receiver<bool>,
) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut step = 0_u32;
        loop {
            tokio::select! {
                () = tokio::time::sleep(STEP) => {}
                _ = stop.changed() => return,
            }
            if let Err(fault) = publish_due(&db).await {
                tracing::error!(%fault, "letters could not be published at their moment");
            }
            shelf.turn_pages().await;
            if step.is_multiple_of(FORGET_EVERY) {
                limits.forget_the_quiet();
                if let Err(fault) = forget_what_is_over(&db).await {
                    tracing::error!(%fault, "what is over could not be forgotten");
                }
            }
            step = step.wrapping_add(1);
        }
    })
}

async fn publish_due(db: &Db) -> Result<(), Fault> {
    if db.read(letters::is_any_due).await? {
        db.write(letters::publish_due).await?;
    }
    Ok(())
}

/// Sessions and links that are over, registrations that nobody answered, mail that was sent: each
/// row of these holds somebody's address, and none is needed.
async fn forget_what_is_over(db: &Db) -> Result<(), Fault> {
    db.write(|tx| {
        people::forget_what_is_over(tx)?;
        organizations::forget_registrations(tx)?;
        imports::forget_old(tx)?;
        mail::forget_sent(tx)
    })
    .await
}
