//! **Checkpoint**: how large a letter's log is and what its root is, as a signed note (C2SP signed-note
//! and tlog-checkpoint). Whoever keeps one can later prove that nothing before it was changed.

use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use signed_note::{Note, NoteError, Signer, Verifier, VerifierList, key_id};
use tlog_tiles::Checkpoint;

use super::tree::Hash;
use crate::error::Fault;

/// The number of Ed25519 among the kinds of keys of signed notes.
const ED25519: u8 = 1;

fn number(origin: &str, key: &VerifyingKey) -> u32 {
    key_id(origin, &[&[ED25519], key.as_bytes().as_slice()].concat())
}

struct Signing<'a> {
    origin: &'a str,
    key: &'a SigningKey,
}

impl Signer for Signing<'_> {
    fn name(&self) -> &str {
        self.origin
    }

    fn key_id(&self) -> u32 {
        number(self.origin, &self.key.verifying_key())
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, ed25519_dalek::SignatureError> {
        Ok(self.key.try_sign(message)?.to_vec())
    }
}

struct Verifying {
    origin: String,
    key: VerifyingKey,
}

impl Verifier for Verifying {
    fn name(&self) -> &str {
        &self.origin
    }

    fn key_id(&self) -> u32 {
        number(&self.origin, &self.key)
    }

    fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        let signature = ed25519_dalek::Signature::from_slice(signature);
        signature.is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

/// A key as programs for signed notes and transparency logs want it: `origin+number+key`.
pub(super) fn verifier_key(origin: &str, key: &VerifyingKey) -> String {
    signed_note::new_ed25519_verifier_key(origin, key)
}

/// A checkpoint, signed.
pub(super) fn signed(origin: &str, size: u64, root: Hash, key: &SigningKey) -> Result<String, Fault> {
    let unsigned = Checkpoint::new(origin, size, root, "").map_err(|error| Fault::new(error.to_string()))?;
    let sign = || -> Result<Note, NoteError> {
        let mut note = Note::new(&unsigned.to_bytes(), &[])?;
        note.add_sigs(&[&Signing { origin, key }])?;
        Ok(note)
    };
    let note = sign().map_err(|error| Fault::new(format!("a checkpoint of {origin}: {error}")))?;
    String::from_utf8(note.to_bytes()).map_err(Fault::from_error)
}

/// A checkpoint that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Read {
    pub origin: String,
    pub size: u64,
    pub root: Hash,
}

/// Why a text is no checkpoint that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadNote {
    /// It has not the form of one.
    NoCheckpoint,
    /// None of the keys has signed it.
    UnknownKey,
    /// The signature is not of this text.
    WrongSignature,
}

/// Reads a signed checkpoint; one of `keys` must have signed it under the name of its origin.
pub(super) fn read(note: &[u8], keys: &[VerifyingKey]) -> Result<Read, BadNote> {
    let note = Note::from_bytes(note).map_err(|_| BadNote::NoCheckpoint)?;
    let checkpoint = Checkpoint::from_bytes(note.text()).map_err(|_| BadNote::NoCheckpoint)?;
    let origin = checkpoint.origin();
    let mut known: Vec<Box<dyn Verifier>> = Vec::new();
    for key in keys {
        let verifier = Verifying { origin: origin.to_owned(), key: *key };
        // Two keys with one number would make the note ambiguous: the first of them counts.
        if known.iter().all(|other| other.key_id() != verifier.key_id()) {
            known.push(Box::new(verifier));
        }
    }
    match note.verify(&VerifierList::new(known)) {
        Ok(_) => Ok(Read { origin: origin.to_owned(), size: checkpoint.size(), root: *checkpoint.hash() }),
        Err(NoteError::InvalidSignature { .. }) => Err(BadNote::WrongSignature),
        Err(_) => Err(BadNote::UnknownKey),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::tree::leaf_hash;

    #[test]
    fn a_checkpoint_has_the_form_of_c2sp_and_is_read_with_its_key_alone() {
        let (key, other) = (SigningKey::from_bytes(&[7; 32]), SigningKey::from_bytes(&[8; 32]));
        let origin = "undersigned.example/letters/aleppo";
        let note = signed(origin, 3, leaf_hash(b"x"), &key).unwrap();
        let lines: Vec<&str> = note.split('\n').collect();
        assert_eq!(lines.len(), 6, "{note}");
        assert_eq!((lines[0], lines[1], lines[3], lines[5]), (origin, "3", "", ""));
        assert!(lines[4].starts_with(&format!("— {origin} ")), "{note}");

        let (own, others) = (key.verifying_key(), other.verifying_key());
        let expected = Read { origin: origin.into(), size: 3, root: leaf_hash(b"x") };
        assert_eq!(read(note.as_bytes(), &[others, own]), Ok(expected));
        assert_eq!(read(note.as_bytes(), &[others]), Err(BadNote::UnknownKey));
        assert_eq!(read(note.as_bytes(), &[]), Err(BadNote::UnknownKey));
        let larger = note.replacen("\n3\n", "\n4\n", 1);
        assert_eq!(read(larger.as_bytes(), &[own]), Err(BadNote::WrongSignature));
        let elsewhere = note.replace("aleppo", "other");
        assert_eq!(read(elsewhere.as_bytes(), &[own]), Err(BadNote::UnknownKey));
        for broken in
            ["", "\n\n", "a\n\n— b AAAA\n", &note[..note.len() - 1], &note.replace("\n3\n", "\n03\n")]
        {
            assert_eq!(read(broken.as_bytes(), &[own]), Err(BadNote::NoCheckpoint), "{broken:?}");
        }
    }
}
