//! What nodes on one PostgreSQL tell each other: that a letter has got as far as an event, with LISTEN and NOTIFY.
//!
//! It only makes quick what happens anyway: every node also asks each second how far its letters have got
//! (`nodes.rs`), and at once whenever this line was broken. So nothing here has to arrive.
//!
//! It is told after the commit, never in the transaction of the change: a transaction that notifies takes, while it
//! commits, a lock over the whole database, and changes of different letters would wait for each other.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::{StreamExt, stream};
use tokio::sync::{Notify, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio_postgres::types::ToSql;
use tokio_postgres::{AsyncMessage, Client};
use uuid::Uuid;

use super::postgres::{postgres_config, tls};
use crate::error::Fault;
use crate::ids::LetterId;

/// The channel; one for each database, whatever else is in it.
const CHANNEL: &str = "undersigned_news";
/// Told at most so often, each time of all letters at once: the least of what a reader notices.
const TOLD_EVERY: Duration = Duration::from_millis(20);
/// How often a silent line is asked whether it still holds. What was missed meanwhile is found each second.
const ASKED_EVERY: Duration = Duration::from_secs(10);
/// What the server may take for any of this.
const ANSWERS_WITHIN: Duration = Duration::from_secs(5);
/// How soon a broken line is mended, and how long it is left after many tries.
const PAUSES: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(15));
/// More letters than this are not kept to be told while the line is broken: the others ask by themselves.
const KEPT: usize = 10_000;

/// What this node hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Another node brought this letter up to this event.
    Letter(LetterId, i64),
    /// The line is there, for the first time or again: whatever was said before was not heard.
    Anew,
}

/// The line to the other nodes; cheap to clone. Telling costs nothing, and without a line it does nothing.
#[derive(Clone, Default)]
pub struct NewsLine(Arc<Untold>);

#[derive(Default)]
struct Untold {
    /// Whether there is anybody to tell.
    open: AtomicBool,
    letters: Mutex<HashMap<LetterId, i64>>,
    wake: Notify,
}

impl NewsLine {
    /// A letter has got as far as event `seq`; of several the last is told.
    pub fn tell(&self, letter: LetterId, seq: i64) {
        if !self.0.open.load(Ordering::Relaxed) {
            return;
        }
        let mut letters = self.0.letters.lock().unwrap_or_else(PoisonError::into_inner);
        if letters.len() >= KEPT {
            letters.clear();
        }
        let reached = letters.entry(letter).or_insert(seq);
        *reached = seq.max(*reached);
        drop(letters);
        self.0.wake.notify_one();
    }

    fn take(&self) -> HashMap<LetterId, i64> {
        std::mem::take(&mut *self.0.letters.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Opens the line, on a connection of its own, and mends it whenever it breaks, until `stop` turns true.
    pub fn open(
        &self,
        url: String,
        hear: impl Fn(Heard) + Clone + Send + Sync + 'static,
        mut stop: watch::Receiver<bool>,
    ) -> JoinHandle<()> {
        self.0.open.store(true, Ordering::Relaxed);
        let line = self.clone();
        tokio::spawn(async move {
            let node = Uuid::now_v7();
            let mut pause = PAUSES.0;
            while !*stop.borrow() {
                let mut held = false;
                match line.hold(&url, node, &hear, &mut held, stop.clone()).await {
                    Ok(()) => return,
                    // Once for each time that it breaks, and not for each try to mend it.
                    Err(fault) if held || pause == PAUSES.0 => {
                        tracing::warn!(%fault, "the line to other nodes is broken; they are asked each second");
                    }
                    Err(_) => {}
                }
                pause = if held { PAUSES.0 } else { (pause * 2).min(PAUSES.1) };
                tokio::select! {
                    () = tokio::time::sleep(pause) => {}
                    _ = stop.changed() => {}
                }
            }
        })
    }

    /// Holds the line until it breaks (an error) or the site stops.
    async fn hold(
        &self,
        url: &str,
        node: Uuid,
        hear: &(impl Fn(Heard) + Clone + Send + Sync + 'static),
        held: &mut bool,
        mut stop: watch::Receiver<bool>,
    ) -> Result<(), Fault> {
        let mut config = postgres_config(url)?;
        config.application_name("undersigned news"); // so that an operator sees which connection it is
        let opened = tokio::time::timeout(ANSWERS_WITHIN, config.connect(tls()?));
        let (client, mut connection) = opened.await.map_err(Fault::from_error)?.map_err(Fault::from_error)?;
        let mut messages = stream::poll_fn(move |context| connection.poll_message(context));
        let heard = hear.clone();
        let mut listening = JoinSet::new(); // ends with this function
        listening.spawn(async move {
            while let Some(Ok(message)) = messages.next().await {
                if let AsyncMessage::Notification(told) = message
                    && let Some((letter, seq)) = read(told.payload(), node)
                {
                    heard(Heard::Letter(letter, seq));
                }
            }
        });
        // Nothing that it tells has to be on a disk.
        ask(&client, &format!("SET synchronous_commit = off; LISTEN {CHANNEL}")).await?;
        *held = true;
        hear(Heard::Anew);
        loop {
            tokio::select! {
                () = self.0.wake.notified() => {
                    self.pass_on(&client, node).await?;
                    tokio::time::sleep(TOLD_EVERY).await;
                }
                () = tokio::time::sleep(ASKED_EVERY) => ask(&client, "").await?,
                _ = listening.join_next() => return Err(Fault::new("the server closed it")),
                _ = stop.changed() => return Ok(()),
            }
        }
    }

    async fn pass_on(&self, client: &Client, node: Uuid) -> Result<(), Fault> {
        let lines: Vec<String> = self.take().iter().map(|(id, seq)| write(node, *id, *seq)).collect();
        if lines.is_empty() {
            return Ok(());
        }
        let told = "SELECT pg_notify($1, line) FROM unnest($2::text[]) AS line";
        let values: [&(dyn ToSql + Sync); 2] = [&CHANNEL, &lines];
        let done = tokio::time::timeout(ANSWERS_WITHIN, client.execute(told, &values));
        done.await.map_err(Fault::from_error)?.map_err(Fault::from_error)?;
        Ok(())
    }
}

async fn ask(client: &Client, words: &str) -> Result<(), Fault> {
    let asked = tokio::time::timeout(ANSWERS_WITHIN, client.batch_execute(words));
    asked.await.map_err(Fault::from_error)?.map_err(Fault::from_error)
}

/// What is told: which node, of what, which, how far. No name, no address, nothing that a reader could not see.
fn write(node: Uuid, letter: LetterId, seq: i64) -> String {
    format!("{node} letter {letter} {seq}")
}

/// Which letter got how far, if another node says so in words that this one knows.
fn read(line: &str, own: Uuid) -> Option<(LetterId, i64)> {
    let mut words = line.split(' ');
    let node: Uuid = words.next()?.parse().ok()?;
    if node == own || words.next()? != "letter" {
        return None;
    }
    Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_hears_the_others_and_not_itself() {
        let (own, other, letter) = (Uuid::now_v7(), Uuid::now_v7(), LetterId::new());
        assert_eq!(read(&write(other, letter, 7), own), Some((letter, 7)));
        assert_eq!(read(&write(own, letter, 7), own), None);
        // What a later program may say, and what anybody may who may connect.
        for strange in [
            "",
            "x",
            "x letter y 1",
            &format!("{other} mail {letter} 7"),
            &format!("{other} letter {letter} x"),
        ] {
            assert_eq!(read(strange, own), None, "{strange}");
        }
    }

    #[test]
    fn of_several_numbers_of_a_letter_the_last_is_told() {
        let (line, letter) = (NewsLine::default(), LetterId::new());
        line.tell(letter, 3);
        assert!(line.take().is_empty(), "nobody is there");
        line.0.open.store(true, Ordering::Relaxed);
        for seq in [3, 5, 4] {
            line.tell(letter, seq);
        }
        assert_eq!(line.take(), HashMap::from([(letter, 5)]));
        assert!(line.take().is_empty());
    }
}
