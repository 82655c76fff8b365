//! Passwords: argon2id, on threads of their own, one fewer than the machine has processors, so that a flood of
//! sign-ins can neither eat memory nor slow readers. (On threads that come and go, each would keep the 19 MiB of
//! its last hash: what a thread frees the allocator keeps for it.)

mod hashing;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use argon2::Params;
use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::Instant;

use self::hashing::Hasher;

use crate::error::{Error, Fault};
use crate::text::words::say;

/// A password's hash as a PHC string, which carries its own salt and parameters.
#[derive(Debug, Clone)]
pub struct PasswordHash(String);

impl PasswordHash {
    pub(super) fn of_row(phc: String) -> Self {
        Self(phc)
    }

    /// The PHC string that a row keeps, when a registration waits for its mail.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash that a registration kept.
    pub fn of_registration(phc: String) -> Self {
        Self(phc)
    }
}

/// The one place where passwords are hashed and compared.
pub struct Passwords {
    at_once: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    queue: Arc<Queue>,
}

type Job = Box<dyn FnOnce(&Hasher) + Send>;

/// What the threads have to do.
#[derive(Default)]
struct Queue {
    jobs: Mutex<Jobs>,
    changed: Condvar,
}

#[derive(Default)]
struct Jobs {
    waiting: VecDeque<Job>,
    /// Nobody asks any more, or no thread could be started that would answer.
    over: bool,
}

/// So long a thread keeps the memory of its last hash for the next.
const KEPT_FOR: Duration = Duration::from_secs(2);

impl Queue {
    fn jobs(&self) -> MutexGuard<'_, Jobs> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next job, waited for; none when there will be none.
    fn next(&self, hasher: &Hasher) -> Option<Job> {
        let mut jobs = self.jobs();
        loop {
            if let Some(job) = jobs.waiting.pop_front() {
                return Some(job);
            }
            if jobs.over {
                return None;
            }
            if hasher.keeps_memory() {
                let (after, late) =
                    self.changed.wait_timeout(jobs, KEPT_FOR).unwrap_or_else(PoisonError::into_inner);
                jobs = after;
                if late.timed_out() {
                    hasher.rest();
                }
            } else {
                jobs = self.changed.wait(jobs).unwrap_or_else(PoisonError::into_inner);
            }
        }
    }
}

/// Memory in KiB, passes and lanes of argon2id: OWASP's recommendation. A hash takes 19 MiB and some
/// 20 ms. Whoever raises them changes nothing else: a weaker hash is replaced when its person signs in.
const COST: (u32, u32, u32) = (19_456, 2, 1);

/// The priority of threads that compare passwords, as `nice` counts them: 0 is usual, 19 the last.
#[cfg(target_os = "linux")]
const LAST_OF_ALL: i32 = 10;

/// Where more than so many wait, a third of the time is left to readers: what has begun to run on a processor is not
/// at once put aside for them, whatever its priority.
const A_FLOOD: usize = 8;

/// So many hashes may wait; the last of them waits some seconds.
const WAITING: usize = 256;

/// No password is longer (see [`super::password_complaint`]); what is longer is none, and is not
/// hashed, however many megabytes it has.
pub(super) const LONGEST_PASSWORD: usize = 500;

/// Compared against when there is no such account, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$kD9ODplIcKQ7KUFOdhhsEDBdVc4oUIhXKRrYGSH4vg8";

impl Default for Passwords {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        // One is left to those who read: a flood of sign-ins must not slow them.
        let at_once = processors.saturating_sub(1).max(1);
        let (queue, waiting) = (Arc::new(Queue::default()), Arc::new(AtomicUsize::new(0)));
        let mut started = 0;
        for _ in 0..at_once {
            let (queue, waiting) = (queue.clone(), waiting.clone());
            let work = move || {
                yield_to_others();
                let hasher = Hasher::with(parameters());
                while let Some(job) = queue.next(&hasher) {
                    let began = Instant::now();
                    // Whoever asked is told by the silence.
                    let _ = catch_unwind(AssertUnwindSafe(|| job(&hasher)));
                    if waiting.load(Ordering::Relaxed) > A_FLOOD {
                        std::thread::sleep(began.elapsed() / 2);
                    }
                }
            };
            match std::thread::Builder::new().name("passwords".into()).spawn(work) {
                Ok(_) => started += 1,
                Err(error) => tracing::error!(%error, "a thread for passwords could not be started"),
            }
        }
        if started == 0 {
            queue.jobs().over = true;
        }
        Self { at_once: Arc::new(Semaphore::new(at_once)), waiting, queue }
    }
}

impl Drop for Passwords {
    fn drop(&mut self) {
        self.queue.jobs().over = true;
        self.queue.changed.notify_all();
    }
}

/// Has this thread work when no other wants to: readers come before those who try passwords, also on a machine with
/// one processor. Where the system has no such thing for a thread, it works as the others do.
fn yield_to_others() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(Some(rustix::thread::gettid()), LAST_OF_ALL) {
        tracing::warn!(%error, "passwords are compared as if nothing were more urgent");
    }
}

/// Whether a password is the one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is not, or there is no such account.
    Wrong,
    /// It is.
    Right,
    /// It is, and its hash was made with less work than is usual here: it is to be hashed anew.
    RightButWeak,
}

impl Verdict {
    /// Whether it is the one.
    pub fn is_right(self) -> bool {
        self != Self::Wrong
    }
}

fn parameters() -> Params {
    let (memory, passes, lanes) = COST;
    Params::new(memory, passes, lanes, None).unwrap_or_default() // which are the same today
}

/// Whether a hash was made with less memory or fewer passes than [`COST`], or by another function.
fn is_weak(hash: &phc::PasswordHash) -> bool {
    let (memory, passes, _) = COST;
    let less = |name: &str, than: u32| hash.params.get_decimal(name).is_none_or(|value| value < than);
    hash.algorithm.as_str() != "argon2id" || less("m", memory) || less("t", passes)
}

impl Passwords {
    /// Hashes a new password.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many wait already.
    pub async fn hash(&self, password: String) -> Result<PasswordHash, Error> {
        self.work(move |hasher| {
            let hash: Result<phc::PasswordHash, _> = hasher.hash_password(password.as_bytes());
            hash.map(|hash| PasswordHash(hash.to_string())).map_err(|e| Fault::new(e.to_string()))
        })
        .await?
        .map_err(Error::Fault)
    }

    /// Whether `password` is the one. Without a hash (no such account) it takes the same time and
    /// is not.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many wait already.
    pub async fn verify(&self, password: String, hash: Option<PasswordHash>) -> Result<Verdict, Error> {
        self.work(move |hasher| {
            let known = hash.is_some() && password.chars().count() <= LONGEST_PASSWORD;
            let password = if known { password } else { String::new() };
            let phc = hash.map_or_else(|| NOBODY.to_owned(), |hash| hash.0);
            let Ok(hash) = phc::PasswordHash::new(&phc) else { return Verdict::Wrong };
            // The hash says with which parameters it was made.
            let fits = hasher.verify_password(password.as_bytes(), &hash).is_ok();
            match known && fits {
                false => Verdict::Wrong,
                true if is_weak(&hash) => Verdict::RightButWeak,
                true => Verdict::Right,
            }
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Hasher) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let _place = Waiting::enter(&self.waiting)?;
        let permit = self.at_once.clone().acquire_owned().await;
        let permit = permit.map_err(|_| Fault::new("the password gate is closed"))?;
        let (answer, done) = oneshot::channel();
        let job: Job = Box::new(move |hasher| {
            let _permit = permit; // held until the work is done, even if the visitor has gone
            let _ = answer.send(job(hasher));
        });
        {
            let mut jobs = self.queue.jobs();
            if jobs.over {
                return Err(Fault::new("no thread compares passwords").into());
            }
            jobs.waiting.push_back(job);
        }
        self.queue.changed.notify_one();
        Ok(done.await.map_err(|_| Fault::new("comparing a password panicked"))?)
    }
}

/// A place among those who wait; left when dropped.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn enter(waiting: &'a AtomicUsize) -> Result<Self, Error> {
        let before = waiting.fetch_add(1, Ordering::Relaxed);
        let place = Self(waiting);
        if before >= WAITING {
            return Err(Error::TooMany { why: say!("people-many-signing-in"), seconds: 5 });
        }
        Ok(place)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn a_password_is_known_again_and_nobody_has_none() {
        let passwords = Passwords::default();
        let hash = passwords.hash("a short sentence".into()).await.unwrap();
        assert!(hash.as_str().starts_with("$argon2id$"));
        let verdict = async |password: String, hash: &PasswordHash| {
            passwords.verify(password, Some(hash.clone())).await.unwrap()
        };
        assert_eq!(verdict("a short sentence".into(), &hash).await, Verdict::Right);
        assert_eq!(verdict("another".into(), &hash).await, Verdict::Wrong);
        assert_eq!(verdict("x".repeat(10_000_000), &hash).await, Verdict::Wrong);
        assert_eq!(passwords.verify("a short sentence".into(), None).await.unwrap(), Verdict::Wrong);
        assert!(!is_weak(&phc::PasswordHash::new(NOBODY).unwrap()), "or it would be compared in less time");
        let empty = passwords.hash(String::new()).await.unwrap();
        assert_eq!(verdict("x".repeat(501), &empty).await, Verdict::Wrong, "it is not taken for none");
    }

    #[test]
    fn less_work_than_usual_is_weak() {
        let of = |phc: &str| is_weak(&phc::PasswordHash::new(phc).unwrap());
        let rest = "$c29tZXNhbHRzb21lc2FsdA$kD9ODplIcKQ7KUFOdhhsEDBdVc4oUIhXKRrYGSH4vg8";
        assert!(!of(&format!("$argon2id$v=19$m=19456,t=2,p=1{rest}")));
        assert!(!of(&format!("$argon2id$v=19$m=65536,t=3,p=4{rest}")));
        assert!(of(&format!("$argon2id$v=19$m=4096,t=3,p=1{rest}")));
        assert!(of(&format!("$argon2id$v=19$m=19456,t=1,p=1{rest}")));
        assert!(of(&format!("$argon2i$v=19$m=19456,t=2,p=1{rest}")));
    }
}
