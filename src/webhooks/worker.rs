//! The worker that sends.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::task::{JoinHandle, JoinSet};

use super::posting::{Outcome, Poster, Sending};
use super::sending::{Outgoing, claim_due, settle};
use super::signing::signatures;
use crate::config::Config;
use crate::db::Db;
use crate::error::Fault;

/// A running worker; telling it that something is to be sent costs nothing.
#[derive(Clone, Default)]
pub struct Sender {
    wake: Arc<Notify>,
}

impl Sender {
    /// Something is to be sent.
    pub fn wake(&self) {
        self.wake.notify_one();
    }
}

/// Sent at the same time. A receiver that keeps us waiting keeps seven others waiting for as long as one
/// request may take.
const AT_ONCE: i64 = 8;
/// How often it is looked without being told: for what is to be tried again, and what another node wrote.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Starts sending until `stop` turns true; what is under way is finished first.
pub fn start(db: Db, config: Config, sender: Sender, mut stop: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
        let poster = Poster::new(config.is_local());
        while !*stop.borrow() {
            match send_due(&db, &config, &poster).await {
                Ok(0) => {
                    tokio::select! {
                        () = sender.wake.notified() => {}
                        () = tokio::time::sleep(LOOK_EVERY) => {}
                        _ = stop.changed() => {}
                    }
                }
                Ok(_) => {}
                Err(fault) => {
                    tracing::error!(%fault, "what is to be sent to webhooks could not be read");
                    tokio::time::sleep(LOOK_EVERY).await;
                }
            }
        }
    })
}

async fn send_due(db: &Db, config: &Config, poster: &Poster) -> Result<usize, Fault> {
    let due = db.write(|tx| claim_due(tx, AT_ONCE)).await?;
    let taken = due.len();
    let mut under_way = JoinSet::new();
    for message in due {
        let (poster, seconds) = (poster.clone(), db.now().as_micros() / 1_000_000);
        let now = db.now();
        under_way.spawn_blocking(move || {
            let id = format!("msg_{}", message.id);
            let signed = signatures(&message.webhook.secrets(now), &id, seconds, &message.body);
            let outcome = poster.post(&Sending {
                url: &message.webhook.url,
                id: &id,
                seconds,
                signatures: &signed,
                body: &message.body,
            });
            (message, outcome)
        });
    }
    while let Some(sent) = under_way.join_next().await {
        let (message, outcome) = sent?;
        note(&message, outcome);
        let config = config.clone();
        db.write::<_, Fault, _>(move |tx| settle(tx, &message, outcome, &|path| config.address(path)))
            .await?;
    }
    Ok(taken)
}

/// What was not taken is worth a line; not where to, which is somebody's.
fn note(message: &Outgoing, outcome: Outcome) {
    match outcome {
        Outcome::Answered(status) if (200..300).contains(&status) => {}
        Outcome::Answered(status) => {
            tracing::info!(id = %message.id, status, attempt = message.attempts, "a webhook did not take a message");
        }
        Outcome::Trouble(trouble) => {
            let trouble = trouble.as_str();
            tracing::info!(id = %message.id, trouble, attempt = message.attempts, "a webhook could not be reached");
        }
    }
}
