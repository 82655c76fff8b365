//! How often is too often.
//!
//! Wrong passwords and codes make whoever sends them wait, longer each time, and nobody else: they are
//! counted per account and [`Lane`]. So a program that guesses from somewhere does not keep a person
//! from the account who comes with a browser that they used before (what OWASP calls a device cookie).
//! All lanes of an account but those of known browsers share a second, wider count, for guesses that
//! come from very many addresses.
//!
//! All is counted in memory, per process: losing it at a restart costs an attacker a few more tries,
//! saves honest people a table, and leaves no trace of who tried what from where.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::db::Moment;
use crate::error::{Error, Fault};
use crate::ids::{ApiTokenId, PersonId, hex};
use crate::text::words::say;

/// What somebody reads who makes very many things; their words stand below it.
pub fn made_many() -> String {
    say!("web-made-many")
}

type Limiter<K> = DefaultKeyedRateLimiter<K>;

/// On which way somebody tries to get into an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lane {
    /// With a browser in which this account was used before: the hash of its cookie.
    Device(Vec<u8>),
    /// From an address, or from one that is not known.
    Address(Option<IpAddr>),
    /// Signed in already, and asked once more.
    Session,
}

impl Lane {
    fn key(&self, account: &str) -> String {
        match self {
            Self::Device(hash) => format!("{account} device {}", hex(hash)),
            Self::Address(Some(address)) => format!("{account} from {address}"),
            Self::Address(None) => format!("{account} from somewhere"),
            Self::Session => format!("{account} session"),
        }
    }
}

/// Wrong tries of one key: how many, the last of them, and until when the next has to wait.
struct Wrong {
    tries: u32,
    last: Moment,
    until: Moment,
}

/// So many wrong tries cost nothing; each further one makes the next wait, twice as long each time.
struct Patience {
    free: u32,
    first_seconds: i64,
    longest_seconds: i64,
}

/// A person who mistypes has ten tries. A program then has a hundred a day, three thousand a month,
/// against the millions of a list of leaked passwords.
const OF_A_LANE: Patience = Patience { free: 10, first_seconds: 30, longest_seconds: 900 };
/// From a thousand addresses at once: 120 an hour. The pause is half a minute, for it also meets the
/// person whose account it is, in a browser they have not used before.
const OF_AN_ACCOUNT: Patience = Patience { free: 100, first_seconds: 30, longest_seconds: 30 };
/// Codes are guessed by somebody who knows the password, and three of a million fit at any time: after
/// twenty wrong ones two dozen a day are left: a quarter of a century for an even chance.
const OF_CODES: Patience = Patience { free: 20, first_seconds: 60, longest_seconds: 3600 };
/// After a day without a wrong try all is forgotten.
const QUIET_SECONDS: i64 = 86_400;

/// All limits of one running site.
pub struct Limits {
    wrong: Mutex<HashMap<String, Wrong>>,
    turns: Mutex<HashMap<String, Arc<Semaphore>>>,
    mails: Limiter<String>,
    attempts_from: Limiter<IpAddr>,
    reports_from: Limiter<IpAddr>,
    reports_about: Limiter<String>,
    makes: Limiter<PersonId>,
    reads_from: Limiter<IpAddr>,
    by_token: Limiter<ApiTokenId>,
}

/// Tries on one lane that are compared at once; the others wait for their turn. A failure is known
/// only when the password has been compared, so without this a program could send all its guesses
/// before the first has failed.
const AT_ONCE: usize = 3;
/// Mails that a stranger can cause to one mailbox: ten at once, then ten an hour.
const MAILS: (u32, u32) = (10, 10);
/// Sign-ins, registrations and resets from one address: an office of a hundred behind one router.
const ATTEMPTS: (u32, u32) = (200, 1200);
/// Reports from one address: an honest reader writes one or two.
const REPORTS_FROM: (u32, u32) = (10, 20);
/// Reports about one thing: a letter that many are angry about gets as many as an operator can read.
const REPORTS_ABOUT: (u32, u32) = (30, 60);
/// Letters, coalitions and imports that one person makes: a thousand at once, for whoever brings an archive along,
/// then as many an hour. Each is kept until somebody deletes it.
const MAKES: (u32, u32) = (1000, 1000);
/// What programs read from one address: all pages of a list of a hundred thousand at once, then ten a second.
const READS_FROM: (u32, u32) = (1000, 36_000);
/// What is done with one token: an organization's evening of work at once, then one in three seconds.
const BY_TOKEN: (u32, u32) = (60, 1200);

fn quota((burst, per_hour): (u32, u32)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let per_hour = NonZeroU32::new(per_hour).unwrap_or(NonZeroU32::MIN);
    Quota::per_hour(per_hour).allow_burst(burst)
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            wrong: Mutex::default(),
            turns: Mutex::default(),
            mails: RateLimiter::keyed(quota(MAILS)),
            attempts_from: RateLimiter::keyed(quota(ATTEMPTS)),
            reports_from: RateLimiter::keyed(quota(REPORTS_FROM)),
            reports_about: RateLimiter::keyed(quota(REPORTS_ABOUT)),
            makes: RateLimiter::keyed(quota(MAKES)),
            reads_from: RateLimiter::keyed(quota(READS_FROM)),
            by_token: RateLimiter::keyed(quota(BY_TOKEN)),
        }
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn all_of(account: &str) -> String {
    format!("{account} all")
}

fn codes_of(account: &str) -> String {
    format!("{account} codes")
}

impl Limits {
    /// A turn to try the account of `email`, whether or not there is one; over when it is dropped.
    ///
    /// # Errors
    /// [`Error::TooMany`] after many failures, until a pause is over.
    pub async fn turn_to_sign_in(
        &self,
        email: &str,
        lane: &Lane,
        now: Moment,
    ) -> Result<OwnedSemaphorePermit, Error> {
        self.check_slowed(email, lane, now)?;
        let turns = {
            let mut turns = locked(&self.turns);
            turns.entry(lane.key(email)).or_insert_with(|| Arc::new(Semaphore::new(AT_ONCE))).clone()
        };
        let turn = turns.acquire_owned().await.map_err(|_| Fault::new("the turns to sign in are over"))?;
        self.check_slowed(email, lane, now)?; // those before us may have failed meanwhile
        Ok(turn)
    }

    fn check_slowed(&self, email: &str, lane: &Lane, now: Moment) -> Result<(), Error> {
        let wrong = locked(&self.wrong);
        let until = |key: String| wrong.get(&key).map(|wrong| wrong.until).filter(|until| *until > now);
        let mut latest = until(lane.key(email));
        if matches!(lane, Lane::Address(_)) {
            latest = latest.max(until(all_of(email))).max(until(codes_of(email)));
        }
        match latest {
            Some(until) => {
                let micros = until.as_micros().saturating_sub(now.as_micros());
                let left = Duration::from_micros(u64::try_from(micros).unwrap_or(0));
                Err(too_many(&say!("web-many-wrong-tries"), left))
            }
            None => Ok(()),
        }
    }

    /// A try that failed. Only failures count: who knows the password signs in as often as they like.
    pub fn sign_in_failed(&self, email: &str, lane: &Lane, now: Moment) {
        let mut wrong = locked(&self.wrong);
        count(&mut wrong, lane.key(email), &OF_A_LANE, now);
        if matches!(lane, Lane::Address(_)) {
            count(&mut wrong, all_of(email), &OF_AN_ACCOUNT, now);
        }
    }

    /// A wrong code behind the right password.
    pub fn code_failed(&self, email: &str, lane: &Lane, now: Moment) {
        self.sign_in_failed(email, lane, now);
        if matches!(lane, Lane::Address(_)) {
            count(&mut locked(&self.wrong), codes_of(email), &OF_CODES, now);
        }
    }

    /// Somebody got in: what went wrong before on their lane was mistyping.
    pub fn signed_in(&self, email: &str, lane: &Lane) {
        locked(&self.wrong).remove(&lane.key(email));
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
            Some(address) => check(&self.attempts_from, &address, || say!("web-many-tries-network")),
            None => Ok(()),
        }
    }

    /// One report about `what` from an address, where it is known.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn report_from(&self, address: Option<IpAddr>, what: &str) -> Result<(), Error> {
        if let Some(address) = address {
            check(&self.reports_from, &address, || say!("web-many-reports-network"))?;
        }
        check(&self.reports_about, &what.to_owned(), || say!("web-many-reported"))
    }

    /// One thing that a program reads from an address, where it is known.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn read_from(&self, address: Option<IpAddr>) -> Result<(), Error> {
        match address {
            Some(address) => check(&self.reads_from, &address, || say!("web-many-requests-network")),
            None => Ok(()),
        }
    }

    /// One thing that is done with a token.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub fn done_with(&self, token: ApiTokenId) -> Result<(), Error> {
        check(&self.by_token, &token, || say!("web-many-requests-token"))
    }

    /// Whether a person may make one more thing that stays: a letter, a coalition, an import.
    pub fn may_make(&self, person: PersonId) -> bool {
        self.makes.check_key(&person).is_ok()
    }

    /// Forgets who has been quiet long enough; called now and then so that memory stays bounded.
    pub fn forget_the_quiet(&self, now: Moment) {
        locked(&self.wrong).retain(|_, wrong| !wrong.is_forgotten(now));
        locked(&self.turns).retain(|_, turns| Arc::strong_count(turns) > 1); // somebody tries or waits
        self.mails.retain_recent();
        self.attempts_from.retain_recent();
        self.reports_from.retain_recent();
        self.reports_about.retain_recent();
        self.makes.retain_recent();
        self.reads_from.retain_recent();
        self.by_token.retain_recent();
    }
}

impl Wrong {
    fn is_forgotten(&self, now: Moment) -> bool {
        self.last.plus_seconds(QUIET_SECONDS) <= now
    }
}

fn count(wrong: &mut HashMap<String, Wrong>, key: String, patience: &Patience, now: Moment) {
    let entry = wrong.entry(key).or_insert(Wrong { tries: 0, last: now, until: now });
    if entry.is_forgotten(now) {
        entry.tries = 0;
    }
    entry.tries = entry.tries.saturating_add(1);
    entry.last = now;
    if let Some(more) = entry.tries.checked_sub(patience.free + 1) {
        let doubled = patience.first_seconds.saturating_mul(1 << more.min(20));
        entry.until = now.plus_seconds(doubled.min(patience.longest_seconds));
    }
}

fn check<K: std::hash::Hash + Eq + Clone>(
    limiter: &Limiter<K>,
    key: &K,
    what: impl FnOnce() -> String,
) -> Result<(), Error> {
    let now = DefaultClock::default().now();
    limiter.check_key(key).map_err(|until| too_many(&what(), until.wait_time_from(now)))
}

fn too_many(what: &str, wait: Duration) -> Error {
    let seconds = wait.as_secs() + 1;
    let patience = match seconds {
        ..60 => say!("web-wait-seconds", count = seconds),
        60..120 => say!("web-wait-minutes", count = 1),
        _ => say!("web-wait-minutes", count = seconds.div_ceil(60)),
    };
    Error::TooMany { why: format!("{what} {patience}"), seconds }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_micros(1_800_000_000_000_000);
    const SOMEWHERE: Lane = Lane::Address(None);

    fn elsewhere(n: u8) -> Lane {
        Lane::Address(Some(IpAddr::from([198, 51, 100, n])))
    }

    async fn waits(limits: &Limits, email: &str, lane: &Lane, now: Moment) -> Option<u64> {
        match limits.turn_to_sign_in(email, lane, now).await {
            Err(Error::TooMany { seconds, .. }) => Some(seconds),
            _ => None,
        }
    }

    #[tokio::test]
    async fn one_account_is_slowed_and_the_next_is_not() {
        let limits = Limits::default();
        for _ in 0..10 {
            assert!(limits.turn_to_sign_in("a@example.org", &SOMEWHERE, NOW).await.is_ok());
            limits.sign_in_failed("a@example.org", &SOMEWHERE, NOW);
        }
        assert_eq!(waits(&limits, "a@example.org", &SOMEWHERE, NOW).await, None);
        limits.sign_in_failed("a@example.org", &SOMEWHERE, NOW);
        assert_eq!(waits(&limits, "a@example.org", &SOMEWHERE, NOW).await, Some(31));
        assert_eq!(waits(&limits, "b@example.org", &SOMEWHERE, NOW).await, None);
    }

    #[tokio::test]
    async fn the_pause_grows_ends_and_is_nobody_elses() {
        let limits = Limits::default();
        let own = Lane::Device(vec![7; 32]);
        for _ in 0..13 {
            limits.sign_in_failed("a@example.org", &elsewhere(1), NOW);
        }
        assert_eq!(waits(&limits, "a@example.org", &elsewhere(1), NOW).await, Some(121));
        assert_eq!(waits(&limits, "a@example.org", &elsewhere(1), NOW.plus_seconds(120)).await, None);
        assert_eq!(waits(&limits, "a@example.org", &elsewhere(2), NOW).await, None);
        assert_eq!(waits(&limits, "a@example.org", &own, NOW).await, None);
        for _ in 0..30 {
            limits.sign_in_failed("a@example.org", &elsewhere(1), NOW);
        }
        assert_eq!(waits(&limits, "a@example.org", &elsewhere(1), NOW).await, Some(901));
        limits.signed_in("a@example.org", &elsewhere(1));
        assert_eq!(waits(&limits, "a@example.org", &elsewhere(1), NOW).await, None);
    }

    #[tokio::test]
    async fn guesses_from_everywhere_are_counted_together_and_a_known_browser_passes() {
        let limits = Limits::default();
        let own = Lane::Device(vec![7; 32]);
        for n in 0..=100 {
            limits.sign_in_failed("a@example.org", &elsewhere(n), NOW);
        }
        assert_eq!(waits(&limits, "a@example.org", &elsewhere(200), NOW).await, Some(31));
        assert_eq!(waits(&limits, "a@example.org", &own, NOW).await, None);
        for n in 0..=25 {
            limits.code_failed("b@example.org", &elsewhere(n), NOW);
        }
        assert_eq!(waits(&limits, "b@example.org", &elsewhere(200), NOW).await, Some(60 * 32 + 1));
        assert_eq!(waits(&limits, "b@example.org", &own, NOW).await, None);
    }

    #[tokio::test]
    async fn one_account_is_tried_a_few_times_at_once_and_the_rest_waits() {
        let limits = Limits::default();
        let mut turns = Vec::new();
        for _ in 0..AT_ONCE {
            turns.push(limits.turn_to_sign_in("a@example.org", &SOMEWHERE, NOW).await.unwrap());
        }
        let next = limits.turn_to_sign_in("a@example.org", &SOMEWHERE, NOW);
        tokio::pin!(next);
        let soon = tokio::time::timeout(Duration::from_millis(10), &mut next).await;
        assert!(soon.is_err(), "there is no turn left, so it waits");
        assert!(limits.turn_to_sign_in("b@example.org", &SOMEWHERE, NOW).await.is_ok());
        drop(turns);
        assert!(next.await.is_ok());
        limits.sign_in_failed("a@example.org", &SOMEWHERE, NOW);
        limits.forget_the_quiet(NOW);
        assert!(locked(&limits.turns).is_empty() && !locked(&limits.wrong).is_empty());
        limits.forget_the_quiet(NOW.plus_seconds(QUIET_SECONDS));
        assert!(locked(&limits.wrong).is_empty());
    }
}
