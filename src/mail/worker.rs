//! The worker that empties the outbox.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use super::delivery::{Delivery, Outcome};
use super::model::{Outgoing, claim_due, find_attachment, release, settle_failed, settle_kept, settle_sent};
use crate::db::Db;
use crate::error::Fault;

/// A running worker; telling it of mail costs nothing.
#[derive(Clone, Default)]
pub struct Worker {
    wake: Arc<Notify>,
}

impl Worker {
    /// There is mail.
    pub fn wake(&self) {
        self.wake.notify_one();
    }
}

/// Mails taken at a time. They are sent one after another on one connection.
const BATCH: i64 = 20;
/// How often the outbox is looked at without being told: for mails whose pause is over and for
/// those that another node wrote.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Starts delivering until `stop` turns true; a mail under way is finished first.
pub fn start(db: Db, delivery: Delivery, worker: Worker, mut stop: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
        while !*stop.borrow() {
            match deliver_due(&db, &delivery, &stop).await {
                Ok(0) => {
                    tokio::select! {
                        () = worker.wake.notified() => {}
                        () = tokio::time::sleep(LOOK_EVERY) => {}
                        _ = stop.changed() => {}
                    }
                }
                Ok(_) => {}
                Err(fault) => {
                    tracing::error!(%fault, "the outbox could not be read");
                    tokio::time::sleep(LOOK_EVERY).await;
                }
            }
        }
    })
}

async fn deliver_due(db: &Db, delivery: &Delivery, stop: &watch::Receiver<bool>) -> Result<usize, Fault> {
    let due = db.write(|tx| claim_due(tx, BATCH)).await?;
    let taken = due.len();
    let mut due = due.into_iter();
    while let Some(mail) = due.next() {
        if *stop.borrow() {
            // For whoever comes next: a restart should not delay a mail until the claim is over.
            let untried = std::iter::once(mail).chain(due).map(|mail| mail.id).collect();
            db.write(move |tx| release(tx, untried)).await?;
            break;
        }
        let attachment = match mail.attachment_id {
            Some(id) => db.read(move |tx| find_attachment(tx, id)).await?,
            None => None,
        };
        let outcome = delivery.deliver(&mail, attachment.as_ref()).await;
        settle(db, mail, outcome).await?;
    }
    Ok(taken)
}

async fn settle(db: &Db, mail: Outgoing, outcome: Outcome) -> Result<(), Fault> {
    let id = mail.id;
    match outcome {
        Outcome::Sent => db.write(move |tx| settle_sent(tx, id)).await,
        Outcome::Kept => db.write(move |tx| settle_kept(tx, id)).await,
        // What the server said can name the recipient: it stays in the row.
        Outcome::Later(why) => {
            tracing::warn!(%id, attempt = mail.attempts, "a mail was not taken and will be tried again");
            db.write(move |tx| settle_failed(tx, &mail, false, &why)).await
        }
        Outcome::Never(why) => {
            tracing::warn!(%id, attempt = mail.attempts, "a mail was refused for good");
            db.write(move |tx| settle_failed(tx, &mail, true, &why)).await
        }
    }
}
