//! How often is too often.
//!
//! Limits hold per account or mailbox (whoever tries) and, where a trusted address is known, per
//! address. They are counted in memory, per process: losing them at a restart costs an attacker a
//! few more tries and saves honest people a table.

use std::net::IpAddr;
use std::num::NonZeroU32;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::Error;

type Limiter<K> = DefaultKeyedRateLimiter<K>;

/// All limits of one running site.
pub struct Limits {
    sign_ins: Limiter<String>,
    mails: Limiter<String>,
    attempts_from: Limiter<IpAddr>,
}

/// A person who mistypes has ten tries; a program then has 120 an hour, 0.3 % of what it needs to
/// walk through the ten thousand commonest passwords in a day.
const SIGN_INS: (u32, u32) = (10, 120);
/// Mails that a stranger can cause to one mailbox: five at once, then five an hour.
const MAILS: (u32, u32) = (5, 5);
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
            sign_ins: RateLimiter::keyed(quota(SIGN_INS)),
            mails: RateLimiter::keyed(quota(MAILS)),
            attempts_from: RateLimiter::keyed(quota(ATTEMPTS)),
        }
    }
}

impl Limits {
    /// One try to sign in to the account of `email`, whether or not there is one.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn sign_in(&self, email: &str) -> Result<(), Error> {
        check(&self.sign_ins, &email.to_owned(), "There were many tries to sign in with this address.")
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
        self.sign_ins.retain_recent();
        self.mails.retain_recent();
        self.attempts_from.retain_recent();
    }
}

fn check<K: std::hash::Hash + Eq + Clone>(limiter: &Limiter<K>, key: &K, what: &str) -> Result<(), Error> {
    limiter.check_key(key).map_err(|until| {
        let seconds = until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        let minutes = seconds.div_ceil(60);
        let unit = if minutes == 1 { "minute" } else { "minutes" };
        Error::TooMany { why: format!("{what} Please wait {minutes} {unit} and try again."), seconds }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_account_is_slowed_and_the_next_is_not() {
        let limits = Limits::default();
        for _ in 0..10 {
            assert!(limits.sign_in("a@example.org").is_ok());
        }
        assert!(matches!(limits.sign_in("a@example.org"), Err(Error::TooMany { .. })));
        assert!(limits.sign_in("b@example.org").is_ok());
    }
}
