//! Whatever a receipt, a key, a checkpoint and a proof hold, checking them ends without a panic.
//!
//! Four files, parted by a line of four equals signs.

#![no_main]

use libfuzzer_sys::fuzz_target;
use undersigned::evidence::{Kept, verify};

fuzz_target!(|data: &[u8]| {
    let mut files: Vec<&[u8]> = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(6).position(|window| window == b"\n====\n") {
        files.push(&rest[..at]);
        rest = &rest[at + 6..];
    }
    files.push(rest);
    let file = |at: usize| files.get(at).copied().filter(|file| !file.is_empty());
    let kept = file(2).map(|checkpoint| Kept { checkpoint, consistency: file(3) });
    if let Ok(verdict) = verify(files[0], file(1), kept) {
        assert!(!verdict.in_words().is_empty());
    }
});
