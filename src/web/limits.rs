//! How often is too often.
//!
//! Limits hold per account or mailbox (whoever tries) and, where a trusted address is known, per
//! address. They are counted in memory, per process: losing them at a restart costs an attacker a
//! few more tries and saves honest people a table.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock, QuantaInstant, Reference};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::{Error, Fault};
use crate::ids::PersonId;

/// What somebody reads who makes very many things; their words stand below it.
pub const MADE_MANY: &str = "You have made very many letters, coalitions and imports within an hour. Wait a minute, and send it again.";

type Limiter<K> = DefaultKeyedRateLimiter<K>;

/// All limits of one running site.
pub struct Limits {
    failed_sign_ins: Limiter<String>,
    slowed_until: Mutex<HashMap<String, QuantaInstant>>,
    turns: Mutex<HashMap<String, Arc<Semaphore>>>,
    mails: Limiter<String>,
    attempts_from: Limiter<IpAddr>,
    makes: Limiter<PersonId>,
}

/// A person who mistypes has ten tries; a program then has 120 an hour, 86,000 a month, against the
/// millions of a list of leaked passwords. Nobody is locked out: the pause is half a minute.
const FAILED_SIGN_INS: (u32, u32) = (10, 120);
/// Tries at one account that are compared at once; the others wait for their turn. A failure is
/// known only when the password has been compared, so without this a program could send all its
/// guesses before the first has failed.
const AT_ONCE: usize = 3;
/// Mails that a stranger can cause to one mailbox: ten at once, then ten an hour.
const MAILS: (u32, u32) = (10, 10);
/// Sign-ins, registrations and resets from one address: an office of a hundred behind one router.
const ATTEMPTS: (u32, u32) = (200, 1200);
/// Letters, coalitions and imports that one person makes: sixty at once, for whoever brings an archive along,
/// then one a minute. Each is kept until somebody deletes it.
const MAKES: (u32, u32) = (60, 60);

fn quota((burst, per_hour): (u32, u32)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let per_hour = NonZeroU32::new(per_hour).unwrap_or(NonZeroU32::MIN);
    Quota::per_hour(per_hour).allow_burst(burst)
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            failed_sign_ins: RateLimiter::keyed(quota(FAILED_SIGN_INS)),
            slowed_until: Mutex::default(),
            turns: Mutex::default(),
            mails: RateLimiter::keyed(quota(MAILS)),
            attempts_from: RateLimiter::keyed(quota(ATTEMPTS)),
            makes: RateLimiter::keyed(quota(MAKES)),
        }
    }
}

impl Limits {
    /// A turn to try the account of `email`, whether or not there is one; over when it is dropped.
    ///
    /// # Errors
    /// [`Error::TooMany`] after many failures, until a pause is over.
    pub async fn turn_to_sign_in(&self, email: &str) -> Result<OwnedSemaphorePermit, Error> {
        self.check_slowed(email)?;
        let turns = {
            let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
            turns.entry(email.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(AT_ONCE))).clone()
        };
        let turn = turns.acquire_owned().await.map_err(|_| Fault::new("the turns to sign in are over"))?;
        self.check_slowed(email)?; // those before us may have failed meanwhile
        Ok(turn)
    }

    fn check_slowed(&self, email: &str) -> Result<(), Error> {
        let slowed = self.slowed_until.lock().unwrap_or_else(PoisonError::into_inner);
        let left = slowed.get(email).map(|until| until.duration_since(DefaultClock::default().now()));
        match left.map(Duration::from).filter(|left| !left.is_zero()) {
            Some(left) => Err(too_many("There were many wrong tries for this address.", left)),
            None => Ok(()),
        }
    }

    /// A try that failed. Only failures count: who knows the password signs in as often as they like.
    pub fn sign_in_failed(&self, email: &str) {
        if let Err(until) = self.failed_sign_ins.check_key(&email.to_owned()) {
            let mut slowed = self.slowed_until.lock().unwrap_or_else(PoisonError::into_inner);
            slowed.insert(email.to_owned(), until.earliest_possible());
        }
    }

    /// Whether one more mail may go to `email` because somebody typed that address.
    pub fn mail_to(&self, email: &str) -> bool {
        self.mails.check_key(&email.to_owned()).is_ok()
    }

    /// One try of any kind from an address, where it is known.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn attempt_from(&self, address: Option<IpAddr>) -> Result<(), Error> {
        match address {
            Some(address) => {
                check(&self.attempts_from, &address, "There were very many tries from your network.")
            }
            None => Ok(()),
        }
    }

    /// Whether a person may make one more thing that stays: a letter, a coalition, an import.
    pub fn may_make(&self, person: PersonId) -> bool {
        self.makes.check_key(&person).is_ok()
    }

    /// Forgets who has been quiet long enough; called now and then so that memory stays bounded.
    pub fn forget_the_quiet(&self) {
        self.failed_sign_ins.retain_recent();
        let now = DefaultClock::default().now();
        let mut slowed = self.slowed_until.lock().unwrap_or_else(PoisonError::into_inner);
        slowed.retain(|_, until| *until > now);
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        turns.retain(|_, turns| Arc::strong_count(turns) > 1); // somebody tries or waits
        self.mails.retain_recent();
        self.attempts_from.retain_recent();
        self.makes.retain_recent();
    }
}

fn check<K: std::hash::Hash + Eq + Clone>(limiter: &Limiter<K>, key: &K, what: &str) -> Result<(), Error> {
    let now = DefaultClock::default().now();
    limiter.check_key(key).map_err(|until| too_many(what, until.wait_time_from(now)))
}

fn too_many(what: &str, wait: Duration) -> Error {
    let seconds = wait.as_secs() + 1;
    let (number, unit) = match seconds {
        1 => (1, "second"),
        2..60 => (seconds, "seconds"),
        60..120 => (1, "minute"),
        _ => (seconds.div_ceil(60), "minutes"),
    };
    Error::TooMany { why: format!("{what} Please wait {number} {unit} and try again."), seconds }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_account_is_slowed_and_the_next_is_not() {
        let limits = Limits::default();
        for _ in 0..10 {
            assert!(limits.turn_to_sign_in("a@example.org").await.is_ok());
            limits.sign_in_failed("a@example.org");
        }
        limits.sign_in_failed("a@example.org");
        assert!(matches!(limits.turn_to_sign_in("a@example.org").await, Err(Error::TooMany { .. })));
        assert!(limits.turn_to_sign_in("b@example.org").await.is_ok());
    }

    #[tokio::test]
    async fn one_account_is_tried_a_few_times_at_once_and_the_rest_waits() {
        let limits = Limits::default();
        let mut turns = Vec::new();
        for _ in 0..AT_ONCE {
            turns.push(limits.turn_to_sign_in("a@example.org").await.unwrap());
        }
        let next = limits.turn_to_sign_in("a@example.org");
        tokio::pin!(next);
        let soon = tokio::time::timeout(Duration::from_millis(10), &mut next).await;
        assert!(soon.is_err(), "there is no turn left, so it waits");
        assert!(limits.turn_to_sign_in("b@example.org").await.is_ok());
        drop(turns);
        assert!(next.await.is_ok());
        limits.forget_the_quiet();
        assert!(limits.turns.lock().unwrap().is_empty());
    }
}
