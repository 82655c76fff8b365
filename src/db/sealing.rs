//! The key that lies outside the database, and what is done with it.
//!
//! A database is copied, backed up, lent to whoever repairs a machine, and seized. What it says of
//! persons and of organizations that may not be named is therefore *sealed* in it: AES-256-GCM-SIV
//! (RFC 8452) under a key from a file that lies elsewhere. Columns of the types [`super::Sealed`] and
//! [`super::SealedBytes`] are read and written as ordinary text and bytes by everything else.
//!
//! The same words are sealed to the same text, so that an address can be looked up and be unique: the
//! nonce is a keyed hash of the words, as in a synthetic-IV construction (RFC 5297), and the cipher
//! is one that loses nothing else even if nonces repeat. Whoever has the database and not the key learns
//! how long words are and which are the same, and nothing more. Order and parts of words cannot
//! be asked of the database; sort and search in the program.

use std::cell::RefCell;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Arc;

use aes_gcm_siv::aead::{Aead, KeyInit as _};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, Mac};
use rand::RngExt;
use sha2::Sha256;

use crate::error::Fault;

/// What sealed text begins with. The first character is one that no form lets in, so nobody can
/// type what looks sealed.
const MARK: &str = "\u{1}sealed1:";

/// Bytes of a nonce (RFC 8452, 4), and of a master key.
const NONCE: usize = 12;
const MASTER: usize = 32;

/// The key that everything sealed in one database is sealed with; cheap to clone.
#[derive(Clone)]
pub struct SealKey(Arc<Keys>);

struct Keys {
    cipher: Aes256GcmSiv,
    nonces: [u8; MASTER],
}

impl SealKey {
    /// The key in a file: 64 hexadecimal digits. A file that is missing is made, readable by its owner only.
    ///
    /// # Errors
    /// A file that cannot be read or made, or that holds something else.
    pub fn from_file(file: &Path) -> Result<Self, Fault> {
        let trouble = |what: &str| Fault::new(format!("the key file {}: {what}", file.display()));
        match fs::File::open(file) {
            Ok(opened) => {
                let mut text = String::new();
                opened.take(1024).read_to_string(&mut text).map_err(|_| trouble("it is no text"))?;
                let master = HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes());
                let master: Option<[u8; MASTER]> = master.ok().and_then(|bytes| bytes.try_into().ok());
                Ok(Self::of_master(&master.ok_or_else(|| trouble("it holds no 64 hexadecimal digits"))?))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Self::make(file),
            Err(error) => Err(trouble(&error.to_string())),
        }
    }

    /// Written whole under another name and then linked into place: two programs that start together
    /// both read the one that was first.
    fn make(file: &Path) -> Result<Self, Fault> {
        let trouble = |error: std::io::Error| Fault::new(format!("the key file {}: {error}", file.display()));
        let master: [u8; MASTER] = rand::rng().random();
        let mut beside = file.as_os_str().to_owned();
        beside.push(format!(".{}", HEXLOWER.encode(&rand::rng().random::<[u8; 8]>())));
        let mut made =
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside).map_err(trouble)?;
        let written = made
            .write_all(format!("{}\n", HEXLOWER.encode(&master)).as_bytes())
            .and_then(|()| made.sync_all());
        let linked = written.and_then(|()| fs::hard_link(&beside, file));
        fs::remove_file(&beside).map_err(trouble)?;
        match linked {
            Ok(()) => Ok(Self::of_master(&master)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Self::from_file(file),
            Err(error) => Err(trouble(error)),
        }
    }

    fn of_master(master: &[u8; MASTER]) -> Self {
        let cipher = Aes256GcmSiv::new(&mac(master, b"undersigned: cipher").into());
        Self(Arc::new(Keys { cipher, nonces: mac(master, b"undersigned: nonces") }))
    }

    /// The nonce and the ciphertext; none for what is too long to be one message (64 GiB).
    pub(super) fn seal_bytes(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let nonce: [u8; NONCE] = mac(&self.0.nonces, plain).first_chunk().copied()?;
        let mut out = nonce.to_vec();
        out.extend(self.0.cipher.encrypt(&Nonce::from(nonce), plain).ok()?);
        Some(out)
    }

    /// What was sealed; none if it was not sealed with this key, or was changed since.
    pub(super) fn unseal_bytes(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, text) = sealed.split_first_chunk::<NONCE>()?;
        self.0.cipher.decrypt(&Nonce::from(*nonce), text).ok()
    }

    /// Text as it lies in the database. Nothing stays nothing.
    pub(super) fn seal(&self, plain: &str) -> Option<String> {
        if plain.is_empty() {
            return Some(String::new());
        }
        Some(format!("{MARK}{}", BASE64URL_NOPAD.encode(&self.seal_bytes(plain.as_bytes())?)))
    }

    /// The words of a sealed text. Text that bears no mark was written before its column was sealed
    /// and is itself.
    pub(super) fn unseal(&self, text: String) -> Option<String> {
        let Some(sealed) = text.strip_prefix(MARK) else { return Some(text) };
        let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
        String::from_utf8(self.unseal_bytes(&bytes)?).ok()
    }
}

/// HMAC takes keys of any length, so there is no error to have.
fn mac(key: &[u8; MASTER], what: &[u8]) -> [u8; MASTER] {
    match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mac) => mac.chain_update(what).finalize().into_bytes().into(),
        Err(_) => [0; MASTER],
    }
}

/// What a sealed text begins with in the database.
pub(super) const fn mark() -> &'static str {
    MARK
}

thread_local! {
    /// The key of the database whose transaction runs on this thread. diesel hands a value nothing but
    /// itself, so the key cannot come with it.
    static IN_USE: RefCell<Option<SealKey>> = const { RefCell::new(None) };
}

/// Runs `work` with the key at hand, on this thread.
pub(super) fn with_key<T>(key: &SealKey, work: impl FnOnce() -> T) -> T {
    struct Restore(Option<SealKey>);
    impl Drop for Restore {
        fn drop(&mut self) {
            IN_USE.set(self.0.take());
        }
    }
    let _restore = Restore(IN_USE.replace(Some(key.clone())));
    work()
}

/// The key at hand; none outside a transaction.
pub(super) fn key_in_use() -> Option<SealKey> {
    IN_USE.with_borrow(Clone::clone)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    impl SealKey {
        fn fresh() -> Self {
            Self::of_master(&rand::rng().random::<[u8; MASTER]>())
        }
    }

    #[test]
    fn a_key_file_is_made_once_and_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("undersigned.key");
        let sealed = SealKey::from_file(&file).unwrap().seal("مؤسسة الأمل").unwrap();
        assert_eq!(SealKey::from_file(&file).unwrap().unseal(sealed).unwrap(), "مؤسسة الأمل");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        fs::write(&file, "not a key").unwrap();
        assert!(SealKey::from_file(&file).is_err());
    }

    #[test]
    fn what_another_key_sealed_or_somebody_changed_is_not_read() {
        let (key, other) = (SealKey::fresh(), SealKey::fresh());
        let sealed = key.seal("Big Heart").unwrap();
        assert_eq!(other.unseal(sealed.clone()), None);
        let mut bytes = BASE64URL_NOPAD.decode(sealed.strip_prefix(MARK).unwrap().as_bytes()).unwrap();
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            assert_eq!(key.unseal_bytes(&bytes), None, "byte {at}");
            bytes[at] ^= 1;
        }
        assert_eq!(key.unseal_bytes(&bytes[..20]), None);
        assert_eq!(key.unseal_bytes(&[]), None);
        assert_eq!(key.unseal(format!("{MARK}!!")), None);
    }

    proptest! {
        #[test]
        fn words_come_back_and_the_same_words_look_the_same(words in "\\PC{0,60}", others in "\\PC{0,60}") {
            let key = SealKey::fresh();
            let sealed = key.seal(&words).unwrap();
            prop_assert_eq!(key.seal(&words).unwrap(), sealed.clone());
            prop_assert_eq!(key.seal(&others).unwrap() == sealed, words == others);
            prop_assert!(words.is_empty() || !sealed.contains(&words) || words.len() < 4);
            prop_assert_eq!(key.unseal(sealed).unwrap(), words);
        }
    }
}
