//! Passwords: argon2id, off the threads that answer requests, and never more at once than the
//! machine has processors, so that a flood of sign-ins can neither eat memory nor slow readers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::Argon2;
use argon2::password_hash::phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use crate::error::{Error, Fault};

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
    waiting: AtomicUsize,
}

/// Each hash takes 19 MiB and some 20 ms (argon2id, t=2, p=1: OWASP's recommendation and the
/// library's default). So many may wait; the last of them waits about three seconds.
const WAITING: usize = 256;

/// Compared against when there is no such account, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$kD9ODplIcKQ7KUFOdhhsEDBdVc4oUIhXKRrYGSH4vg8";

impl Default for Passwords {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Self { at_once: Arc::new(Semaphore::new(processors)), waiting: AtomicUsize::new(0) }
    }
}

impl Passwords {
    /// Hashes a new password.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many wait already.
    pub async fn hash(&self, password: String) -> Result<PasswordHash, Error> {
        self.work(move || {
            let hash: Result<phc::PasswordHash, _> = Argon2::default().hash_password(password.as_bytes());
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
    pub async fn verify(&self, password: String, hash: Option<PasswordHash>) -> Result<bool, Error> {
        self.work(move || {
            let known = hash.is_some();
            let phc = hash.map_or_else(|| NOBODY.to_owned(), |hash| hash.0);
            let fits = phc::PasswordHash::new(&phc)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
            known && fits
        })
        .await
    }

    async fn work<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
        let _place = Waiting::enter(&self.waiting)?;
        let permit = self.at_once.clone().acquire_owned().await;
        let permit = permit.map_err(|_| Fault::new("the password gate is closed"))?;
        let done = tokio::task::spawn_blocking(move || {
            let _permit = permit; // held until the work is done, even if the visitor has gone
            job()
        });
        Ok(done.await.map_err(Fault::from)?)
    }
}

/// A place among those who wait; left when dropped.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn enter(waiting: &'a AtomicUsize) -> Result<Self, Error> {
        let before = waiting.fetch_add(1, Ordering::Relaxed);
        let place = Self(waiting);
        if before >= WAITING {
            return Err(Error::TooMany {
                why: "Very many people are signing in at this moment. Please try again in a few seconds."
                    .into(),
                seconds: 5,
            });
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
        assert!(passwords.verify("a short sentence".into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("another".into(), Some(hash)).await.unwrap());
        assert!(!passwords.verify("a short sentence".into(), None).await.unwrap());
        assert!(phc::PasswordHash::new(NOBODY).is_ok(), "or it would be compared in no time");
    }
}
