//! How often is too often.
//!
//! Limits hold per account or mailbox (whoever tries) and, where a trusted address is known, per
//! address. They are counted in memory, per process: losing them at a restart costs an attacker a
//! few more tries and saves honest people a table.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock, QuantaInstant, Reference};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::Error;

type Limiter<K> = DefaultKeyedRateLimiter<K>;

/// All limits of one running site.
pub struct Limits {
    failed_sign_ins: Limiter<String>,
    slowed_until: Mutex<HashMap<String, QuantaInstant>>,
    signing_in: Mutex<HashMap<String, u32>>,
    mails: Limiter<String>,
    attempts_from: Limiter<IpAddr>,
}

/// A person who mistypes has ten tries; a program then has 120 an hour, 0.3 % of what it needs to
/// walk through a million passwords in a month. Nobody is locked out: the pause is half a minute.
const FAILED_SIGN_INS: (u32, u32) = (10, 120);
/// Tries at one account under way at once. A failure is known only when the password has been
/// compared, so without this a program could send all its guesses before the first has failed.
const AT_ONCE: u32 = 3;
/// Mails that a stranger can cause to one mailbox: ten at once, then ten an hour.
const MAILS: (u32, u32) = (10, 10);
/// Sign-ins, registrations and resets from one address: an office of a hundred behind one router.
const ATTEMPTS: (u32, u32) = (200, 1200);

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
            signing_in: Mutex::default(),
            mails: RateLimiter::keyed(quota(MAILS)),
            attempts_from: RateLimiter::keyed(quota(ATTEMPTS)),
        }
    }
}

impl Limits {
    /// A try at the account of `email`, whether or not there is one; it is under way until the
    /// returned place is dropped.
    ///
    /// # Errors
    /// [`Error::TooMany`] after many failures, until a pause is over, and while several are under way.
    pub fn may_sign_in(&self, email: &str) -> Result<SigningIn<'_>, Error> {
        let slowed = self.slowed_until.lock().unwrap_or_else(PoisonError::into_inner);
        let left = slowed.get(email).map(|until| until.duration_since(DefaultClock::default().now()));
        drop(slowed);
        if let Some(left) = left.map(Duration::from).filter(|left| !left.is_zero()) {
            return Err(too_many("There were many wrong tries for this address.", left));
        }
        let mut under_way = self.signing_in.lock().unwrap_or_else(PoisonError::into_inner);
        let count = under_way.entry(email.to_owned()).or_default();
        if *count >= AT_ONCE {
            return Err(too_many("There are several tries for this address at once.", Duration::ZERO));
        }
        *count += 1;
        Ok(SigningIn { limits: self, email: email.to_owned() })
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

    /// Forgets who has been quiet long enough; called now and then so that memory stays bounded.
    pub fn forget_the_quiet(&self) {
        self.failed_sign_ins.retain_recent();
        let now = DefaultClock::default().now();
        let mut slowed = self.slowed_until.lock().unwrap_or_else(PoisonError::into_inner);
        slowed.retain(|_, until| *until > now);
        self.mails.retain_recent();
        self.attempts_from.retain_recent();
    }
}

/// A try to sign in that is under way.
#[must_use = "the try is over when this is dropped"]
pub struct SigningIn<'a> {
    limits: &'a Limits,
    email: String,
}

impl Drop for SigningIn<'_> {
    fn drop(&mut self) {
        let mut under_way = self.limits.signing_in.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = under_way.get_mut(&self.email) {
            *count -= 1;
            if *count == 0 {
                under_way.remove(&self.email);
            }
        }
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

    #[test]
    fn one_account_is_slowed_and_the_next_is_not() {
        let limits = Limits::default();
        for _ in 0..10 {
            limits.sign_in_failed("a@example.org");
            assert!(limits.may_sign_in("a@example.org").is_ok());
        }
        limits.sign_in_failed("a@example.org");
        assert!(matches!(limits.may_sign_in("a@example.org"), Err(Error::TooMany { .. })));
        assert!(limits.may_sign_in("b@example.org").is_ok());
    }

    #[test]
    fn one_account_is_tried_a_few_times_at_once() {
        let limits = Limits::default();
        let under_way: Vec<_> = (0..AT_ONCE).map(|_| limits.may_sign_in("a@example.org").unwrap()).collect();
        assert!(matches!(limits.may_sign_in("a@example.org"), Err(Error::TooMany { .. })));
        assert!(limits.may_sign_in("b@example.org").is_ok());
        drop(under_way);
        assert!(limits.may_sign_in("a@example.org").is_ok());
        assert!(limits.signing_in.lock().unwrap().is_empty());
    }
}
