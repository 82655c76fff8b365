//! The log, written sparingly: whoever is refused very often must not be able to fill the disk with it.
//!
//! What was done is always written. Of what was refused the first lines in a minute are, and then how many more
//! there were.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::ids::PersonId;

/// After so long it is said how many lines were left out, and counted anew.
const MINUTE: Duration = Duration::from_secs(60);
/// So many lines of one kind are written in a minute. Somebody who mistypes their password is below it, and all of
/// them are in the log.
const WRITTEN: u32 = 30;
/// Of so many sources the lines are counted apart; those of all others together.
const SOURCES: usize = 1000;

/// Where refused requests come from: a person who is signed in, or an address, where it is known. It is never
/// written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// Somebody who is signed in.
    Person(PersonId),
    /// Somebody else.
    Address(Option<IpAddr>),
}

/// Lines of several kinds, counted for a minute.
struct Counts<K> {
    since: Instant,
    seen: HashMap<K, u32>,
}

impl<K: Eq + Hash> Counts<K> {
    fn new(now: Instant) -> Self {
        Self { since: now, seen: HashMap::new() }
    }

    /// Whether one more line of this kind is written; `others` is the kind of what there is no room to count.
    fn may_be_written(&mut self, kind: K, others: K) -> bool {
        let kind = if self.seen.len() < SOURCES || self.seen.contains_key(&kind) { kind } else { others };
        let seen = self.seen.entry(kind).or_insert(0);
        *seen = seen.saturating_add(1);
        *seen <= WRITTEN
    }

    /// After a minute, what was left out of each kind.
    fn over(&mut self, now: Instant) -> Vec<(K, u32)> {
        if now.duration_since(self.since) < MINUTE {
            return Vec::new();
        }
        self.since = now;
        let left_out = |(kind, seen): (K, u32)| Some((kind, seen.checked_sub(WRITTEN).filter(|n| *n > 0)?));
        std::mem::take(&mut self.seen).into_iter().filter_map(left_out).collect()
    }
}

type Refused = (Source, String, u16);

static REFUSED: LazyLock<Mutex<Counts<Refused>>> = LazyLock::new(|| Mutex::new(Counts::new(Instant::now())));
static OTHERS: LazyLock<Mutex<Counts<&'static str>>> =
    LazyLock::new(|| Mutex::new(Counts::new(Instant::now())));

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether the line of one more refused request is written.
pub fn refusal_is_written(source: Source, route: &str, status: u16) -> bool {
    let others = (Source::Address(None), route.to_owned(), status);
    locked(&REFUSED).may_be_written((source, route.to_owned(), status), others)
}

/// Whether one more line of this kind is written, whoever caused it.
pub fn is_written(kind: &'static str) -> bool {
    locked(&OTHERS).may_be_written(kind, kind)
}

/// The same for what the server below writes: a line, as an error, for each request that it cannot read.
pub fn line_is_written(target: &str) -> bool {
    !target.starts_with("actix") || is_written("requests that cannot be read")
}

/// Writes, once a minute, how many lines were left out.
pub fn say_what_was_left_out() {
    let now = Instant::now();
    let mut refused: HashMap<(String, u16), u64> = HashMap::new();
    for ((_, route, status), lines) in locked(&REFUSED).over(now) {
        *refused.entry((route, status)).or_default() += u64::from(lines);
    }
    for ((route, status), lines) in refused {
        tracing::warn!(route, status, lines, "refused, and not written each time");
    }
    let others = locked(&OTHERS).over(now);
    for (kind, lines) in others {
        tracing::warn!(kind, lines, "not written each time");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lines_of_a_minute_are_written_and_the_others_counted() {
        let began = Instant::now();
        let mut counts = Counts::new(began);
        for n in 0..100 {
            assert_eq!(counts.may_be_written("a", "others"), n < WRITTEN, "{n}");
        }
        assert!(counts.may_be_written("b", "others"));
        assert_eq!(counts.over(began + MINUTE / 2), []);
        assert_eq!(counts.over(began + MINUTE), [("a", 100 - WRITTEN)]);
        assert!(counts.may_be_written("a", "others"), "a new minute");
    }

    #[test]
    fn very_many_sources_are_one() {
        let mut counts = Counts::new(Instant::now());
        let written = (0..100_000).filter(|n| counts.may_be_written(*n, -1)).count();
        assert_eq!(written, SOURCES + WRITTEN as usize);
        assert!(counts.seen.len() <= SOURCES + 1);
    }
}
