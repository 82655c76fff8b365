//! The Merkle tree of a log, by RFC 9162: a leaf is hashed after a 0x00, a node after a 0x01. Pure; the
//! arithmetic is tlog_tiles'.

use std::cell::RefCell;
use std::collections::HashMap;

use data_encoding::HEXLOWER_PERMISSIVE;
pub(super) use tlog_tiles::tlog::Hash;
use tlog_tiles::tlog::{self, HashReader};

use crate::ids::hex;

/// The largest tree that is calculated with: no list has as many changes, and sums of sizes stay far
/// from the end of the numbers.
pub(super) const LARGEST: u64 = 1 << 40;

/// The hash of a leaf.
pub(super) fn leaf_hash(leaf: &[u8]) -> Hash {
    tlog::record_hash(leaf)
}

/// 32 bytes as a hash.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Hash> {
    bytes.try_into().ok().map(Hash)
}

/// A hash in hex.
pub(super) fn of_hex(text: &str) -> Option<Hash> {
    of_bytes(&HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?)
}

/// Hashes as a proof lists them.
pub(super) fn in_hex(proof: &[Hash]) -> Vec<String> {
    proof.iter().map(|hash| hex(&hash.0)).collect()
}

/// Whether the proof shows that leaf number `leaf` of a tree of this size and root has this hash.
pub(super) fn includes(proof: &[Hash], size: u64, root: Hash, leaf: u64, hash: Hash) -> bool {
    size <= LARGEST && leaf < size && tlog::check_record(&proof.to_vec(), size, root, leaf, hash).is_ok()
}

/// Whether the proof shows that the tree of size `to` begins with all leaves of the one of size `from`.
pub(super) fn extends(proof: &[Hash], from: (u64, Hash), to: (u64, Hash)) -> bool {
    let ((smaller, before), (larger, after)) = (from, to);
    (1..=larger).contains(&smaller)
        && larger <= LARGEST
        && tlog::check_tree(&proof.to_vec(), larger, after, smaller, before).is_ok()
}

/// A tree that is built up leaf by leaf and keeps every hash.
#[derive(Default)]
pub(super) struct Grown {
    nodes: Vec<Hash>,
    size: u64,
}

struct InMemory<'a>(&'a [Hash]);

impl HashReader for InMemory<'_> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog::Error> {
        let node = |index: &u64| usize::try_from(*index).ok().and_then(|index| self.0.get(index).copied());
        let found: Option<Vec<Hash>> = indexes.iter().map(node).collect();
        found.ok_or_else(|| tlog::Error::InvalidInput("a hash beyond the tree".into()))
    }
}

impl Grown {
    /// Appends a leaf by its hash.
    pub fn push(&mut self, hash: Hash) -> Result<(), tlog::Error> {
        let more = tlog::stored_hashes_for_record_hash(self.size, hash, &InMemory(&self.nodes))?;
        self.nodes.extend(more);
        self.size += 1;
        Ok(())
    }

    /// The root of the tree as it is.
    pub fn root(&self) -> Result<Hash, tlog::Error> {
        tlog::tree_hash(self.size, &InMemory(&self.nodes))
    }

    /// The hashes as they are stored.
    pub fn nodes(&self) -> &[Hash] {
        &self.nodes
    }
}

/// Hashes read from somewhere slower, each once.
pub(super) struct Cached<F> {
    known: RefCell<HashMap<u64, Hash>>,
    fetch: RefCell<F>,
}

impl<F: FnMut(&[u64]) -> Option<Vec<(u64, Hash)>>> Cached<F> {
    /// `fetch` gets the numbers of hashes and gives those it has; nothing if it failed.
    pub fn new(fetch: F) -> Self {
        Self { known: RefCell::default(), fetch: RefCell::new(fetch) }
    }

    /// A hash that need not be fetched.
    pub fn know(&self, index: u64, hash: Hash) {
        self.known.borrow_mut().insert(index, hash);
    }
}

impl<F: FnMut(&[u64]) -> Option<Vec<(u64, Hash)>>> HashReader for Cached<F> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog::Error> {
        let mut known = self.known.borrow_mut();
        let missing: Vec<u64> = indexes.iter().copied().filter(|index| !known.contains_key(index)).collect();
        let absent = || tlog::Error::InvalidInput("a hash is missing".into());
        if !missing.is_empty() {
            known.extend((*self.fetch.borrow_mut())(&missing).ok_or_else(absent)?);
        }
        indexes.iter().map(|index| known.get(index).copied().ok_or_else(absent)).collect()
    }
}

#[cfg(test)]
mod tests;
