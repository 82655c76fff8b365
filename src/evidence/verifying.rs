//! Checking a receipt without asking anybody: its signature, that the log of the letter has it, and that
//! the log still begins as a checkpoint says that somebody kept. Pure, and for hostile files.

use std::fmt::Write;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER_PERMISSIVE};
use ed25519_dalek::{Signature, VerifyingKey};
use serde_json::Value;

use super::canonical::canonical;
use super::keys::{name_of, read_encoded};
use super::leaves::{Content, Leaf, LeafKind, commitment};
use super::notes::{self, BadNote};
use super::receipts::MARK;
use super::tree::{self, Hash};

/// A receipt has some kilobytes; a file beyond this is none.
pub(super) const LARGEST_FILE: usize = 1 << 20;

/// Why a file could not be read, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

fn unreadable<T>(what: &str) -> Result<T, Unreadable> {
    Err(Unreadable(what.to_owned()))
}

/// A checkpoint that somebody kept, with the proof that leads from it to the receipt's (or the other way).
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    /// The signed note.
    pub checkpoint: &'a [u8],
    /// The answer of `/letters/{slug}/proofs/consistency`.
    pub consistency: Option<&'a [u8]>,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    found: Vec<(bool, String)>,
    remarks: Vec<String>,
}

impl Verdict {
    fn say(&mut self, holds: bool, yes: &str, no: &str) -> bool {
        self.found.push((holds, if holds { yes } else { no }.to_owned()));
        holds
    }

    fn remark(&mut self, words: impl Into<String>) {
        self.remarks.push(words.into());
    }

    /// Whether all of it holds.
    pub fn holds(&self) -> bool {
        self.found.iter().all(|(holds, _)| *holds)
    }

    /// What holds and what does not, a line each.
    pub fn in_words(&self) -> String {
        let mut words = String::new();
        for (holds, line) in &self.found {
            let _ = writeln!(words, "{} {line}", if *holds { "holds:         " } else { "DOES NOT HOLD: " });
        }
        for remark in &self.remarks {
            let _ = writeln!(words, "note:           {remark}");
        }
        let whole = if self.holds() { "The receipt holds." } else { "The receipt does not hold." };
        let _ = writeln!(words, "{whole}");
        words
    }
}

fn parsed(bytes: &[u8], what: &str) -> Result<Value, Unreadable> {
    if bytes.len() > LARGEST_FILE {
        return unreadable(&format!("{what} is larger than a megabyte, which none of ours is."));
    }
    let value = serde_json::from_slice(bytes);
    value.map_err(|error| Unreadable(format!("{what} is no JSON that can be read: {error}.")))
}

fn words<'a>(value: &'a Value, pointer: &str) -> Result<&'a str, Unreadable> {
    match value.pointer(pointer).and_then(Value::as_str) {
        Some(words) => Ok(words),
        None => unreadable(&format!("The receipt has no words at {pointer}.")),
    }
}

/// Whether a word from the file can be printed: it goes to somebody's terminal.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}

/// The keys of a pin: a published set, or one key as it stands in the set.
fn pinned(bytes: &[u8]) -> Result<Vec<VerifyingKey>, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable("The key is no text.".to_owned()))?;
    if let Some(key) = read_encoded(text.trim()) {
        return Ok(vec![key]);
    }
    let set = parsed(bytes, "The key")?;
    let Some(keys) = set.get("keys").and_then(Value::as_array) else {
        return unreadable("The key is neither a key in base64url nor a set of keys.");
    };
    let keys: Vec<VerifyingKey> =
        keys.iter().filter_map(|key| read_encoded(key.get("x")?.as_str()?)).collect();
    if keys.is_empty() { unreadable("The set of keys has no Ed25519 key in it.") } else { Ok(keys) }
}

/// Checks a receipt: `pin` is the key, or the published set of keys, that is trusted; without it the key
/// that the receipt names, which proves only that the parts belong together. `kept` is a checkpoint from
/// another time.
///
/// # Errors
/// A sentence, if one of the files is not what it should be.
pub fn verify(receipt: &[u8], pin: Option<&[u8]>, kept: Option<Kept<'_>>) -> Result<Verdict, Unreadable> {
    let file = parsed(receipt, "The receipt")?;
    if file.pointer("/receipt/kind").and_then(Value::as_str) != Some(MARK) {
        return unreadable(
            "The file is no receipt of an organization's signature, or of a kind that this program does not know.",
        );
    }
    if words(&file, "/signature/algorithm")? != "Ed25519" {
        return unreadable("The receipt is signed in a way that this program does not know.");
    }
    let mut verdict = Verdict::default();
    let body = file.get("receipt").unwrap_or(&Value::Null);
    let named = words(&file, "/signature/public_key")?;
    let Some(own_key) = read_encoded(named) else {
        return unreadable("The receipt names a key that is none.");
    };
    if words(&file, "/signature/key_id")? != name_of(&own_key) {
        verdict.say(false, "", "The key that the receipt names is not the one that it shows.");
    }
    let trusted = match pin {
        Some(pin) => {
            let keys = pinned(pin)?;
            verdict.say(
                keys.contains(&own_key),
                "The receipt is signed with a key that you gave.",
                "The receipt names another key than you gave.",
            );
            keys
        }
        None => {
            verdict.remark(format!(
                "You gave no key, so this was checked with the key that the receipt itself names ({}). Whether that is the installation's, {}/.well-known/undersigned-keys.json says, or whoever kept it.",
                name_of(&own_key),
                shown(body.get("issuer").and_then(Value::as_str).unwrap_or("")),
            ));
            vec![own_key]
        }
    };
    let Ok(signed) = canonical(body) else {
        return unreadable("The receipt has a number in it that is not whole.");
    };
    let signature = BASE64URL_NOPAD.decode(words(&file, "/signature/value")?.as_bytes());
    let signature = signature.ok().and_then(|bytes| Signature::from_slice(&bytes).ok());
    let name = words(body, "/organization/name")?;
    let (title, sha256) = (words(body, "/letter/title")?, words(body, "/revision/sha256")?);
    let act = if words(body, "/act")? == "kept" { "kept its name" } else { "put its name" };
    let own = format!(
        "{} {act} under “{}” on {}, to the text with the SHA-256 {}.",
        shown(name),
        shown(title),
        shown(words(body, "/time")?),
        shown(sha256)
    );
    verdict.say(
        signature.is_some_and(|signature| own_key.verify_strict(signed.as_bytes(), &signature).is_ok()),
        &format!("The receipt is signed, word for word: {own}"),
        "The receipt's signature is not of these words with this key.",
    );
    let latest = match file.get("proof") {
        None | Some(Value::Null) => {
            verdict.remark("The receipt has no proof from the letter's log. While a letter is not public its log has not begun; ask again at the address of the receipt.");
            None
        }
        Some(proof) => check_proof(&mut verdict, body, proof, pin.map(|_| trusted.as_slice()))?,
    };
    if let Some(kept) = kept {
        let mut keys = trusted;
        keys.extend(latest.as_ref().map(|(_, key)| *key));
        compare(&mut verdict, latest.map(|(read, _)| read).as_ref(), kept, &keys)?;
    }
    Ok(verdict)
}

/// Checks that the log has what the receipt says; returns its checkpoint, if that is one.
fn check_proof(
    verdict: &mut Verdict,
    body: &Value,
    proof: &Value,
    trusted: Option<&[VerifyingKey]>,
) -> Result<Option<(notes::Read, VerifyingKey)>, Unreadable> {
    let text = words(proof, "/leaf")?;
    let Ok(leaf) = serde_json::from_str::<Leaf>(text) else {
        return unreadable("The receipt's leaf is none of a log of ours.");
    };
    let Some(index) = proof.get("index").and_then(Value::as_u64) else {
        return unreadable("The receipt does not say which leaf is its own.");
    };
    match proof.get("opening") {
        None | Some(Value::Null) => {
            verdict.remark(
                "What the leaf commits to is erased or withheld, so it cannot be compared with the receipt.",
            );
        }
        Some(opening) => check_opening(verdict, body, &leaf, opening)?,
    }
    let hashes = hashes_of(proof.get("inclusion"), "The proof of inclusion")?;
    let Some(key) = read_encoded(words(proof, "/checkpoint_key")?) else {
        return unreadable("The receipt names a key for its checkpoint that is none.");
    };
    if let Some(trusted) = trusted {
        verdict.say(
            trusted.contains(&key),
            "The checkpoint is signed with a key that you gave.",
            "The checkpoint names another key than you gave.",
        );
    }
    let read = match notes::read(words(proof, "/checkpoint")?.as_bytes(), &[key]) {
        Ok(read) => read,
        Err(BadNote::NoCheckpoint) => return unreadable("The receipt's checkpoint is none."),
        Err(BadNote::UnknownKey | BadNote::WrongSignature) => {
            verdict.say(
                false,
                "",
                "The checkpoint is not signed with the key that the receipt names for it.",
            );
            return Ok(None);
        }
    };
    verdict.say(
        Some(read.origin.as_str()) == body.pointer("/letter/log").and_then(Value::as_str),
        "The checkpoint is of this letter's log.",
        "The checkpoint is of another log.",
    );
    let included = tree::includes(&hashes, read.size, read.root, index, tree::leaf_hash(text.as_bytes()));
    verdict.say(
        included,
        &format!("The signature is leaf {index} of the {} in the letter's log.", read.size),
        "The log does not have this leaf in this place.",
    );
    Ok(Some((read, key)))
}

fn check_opening(
    verdict: &mut Verdict,
    body: &Value,
    leaf: &Leaf,
    opening: &Value,
) -> Result<(), Unreadable> {
    let salt = HEXLOWER_PERMISSIVE.decode(words(opening, "/salt")?.as_bytes());
    let Ok(salt) = salt else { return unreadable("The salt of the receipt's leaf is not in hex.") };
    let content = opening.get("content").unwrap_or(&Value::Null);
    let (Ok(written), Ok(content)) = (canonical(content), serde_json::from_value::<Content>(content.clone()))
    else {
        return unreadable("What the receipt's leaf commits to is no line of a list.");
    };
    verdict.say(
        leaf.commitment.as_deref() == Some(&commitment(&salt, &written)),
        "The leaf commits to the line that is shown with it.",
        "The leaf commits to another line than is shown with it.",
    );
    let of_body = |pointer: &str| body.pointer(pointer).and_then(Value::as_str);
    let same = of_body("/organization/name") == Some(&content.name)
        && of_body("/organization/acronym") == content.acronym.as_deref()
        && of_body("/organization/country") == content.country.as_deref()
        && of_body("/revision/sha256") == content.revision.as_deref()
        && of_body("/signed_at") == Some(&content.signed_at);
    let stands = leaf.kind.parse::<LeafKind>().is_ok_and(LeafKind::stands) && content.status == "confirmed";
    verdict.say(
        same && stands,
        "The line says what the receipt says.",
        "The line says something else than the receipt.",
    );
    Ok(())
}

fn hashes_of(list: Option<&Value>, what: &str) -> Result<Vec<Hash>, Unreadable> {
    let hashes: Option<Vec<Hash>> = list
        .and_then(Value::as_array)
        .and_then(|list| list.iter().map(|hash| tree::of_hex(hash.as_str()?)).collect());
    hashes.ok_or_else(|| Unreadable(format!("{what} is no list of hashes.")))
}

/// Compares the receipt's checkpoint with one that was kept.
fn compare(
    verdict: &mut Verdict,
    latest: Option<&notes::Read>,
    kept: Kept<'_>,
    keys: &[VerifyingKey],
) -> Result<(), Unreadable> {
    let old = match notes::read(kept.checkpoint, keys) {
        Ok(old) => old,
        Err(BadNote::NoCheckpoint) => return unreadable("The file of the checkpoint is none."),
        Err(BadNote::UnknownKey | BadNote::WrongSignature) => {
            verdict.say(false, "", "The checkpoint that you kept is not signed with a key that is known here; give the published set of keys with --key.");
            return Ok(());
        }
    };
    let Some(latest) = latest else {
        verdict.say(false, "", "The receipt has no checkpoint to compare with the one that you kept.");
        return Ok(());
    };
    if !verdict.say(
        old.origin == latest.origin,
        "The checkpoint that you kept is of the same log.",
        "The checkpoint that you kept is of another log.",
    ) {
        return Ok(());
    }
    let (from, to) = if old.size <= latest.size { (&old, latest) } else { (latest, &old) };
    if from.size == to.size {
        verdict.say(
            from.root == to.root,
            "The log is the one of the checkpoint that you kept.",
            "The log was rewritten: it has as many leaves as the checkpoint that you kept, and others.",
        );
        return Ok(());
    }
    let Some(consistency) = kept.consistency else {
        verdict.say(
            false,
            "",
            &format!(
                "Between the checkpoint that you kept and the receipt's the log grew from {} to {} leaves; give the proof of that with --consistency: https://{}/proofs/consistency?from={}&to={}",
                from.size, to.size, shown(&from.origin), from.size, to.size
            ),
        );
        return Ok(());
    };
    let proof = parsed(consistency, "The proof of consistency")?;
    let hashes = hashes_of(proof.get("hashes"), "The proof of consistency")?;
    verdict.say(
        tree::extends(&hashes, (from.size, from.root), (to.size, to.root)),
        &format!("The log grew from {} to {} leaves, and nothing before was changed.", from.size, to.size),
        &format!("The log was rewritten, or the proof is of other sizes than {} and {}: its beginning is not the one of the checkpoint that you kept.", from.size, to.size),
    );
    Ok(())
}

#[cfg(test)]
mod tests;
