//! `undersigned verify`: the files of the command line, and what is printed.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::verifying::{Kept, LARGEST_FILE, Unreadable, verify};

/// What the command line asks for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The receipt.
    pub receipt: PathBuf,
    /// A key in base64url, or the file of a published set.
    pub key: Option<String>,
    /// A checkpoint that was kept.
    pub checkpoint: Option<PathBuf>,
    /// The proof between the two.
    pub consistency: Option<PathBuf>,
}

/// A byte more than the largest that is read is enough to see that a file is too large.
fn read(file: &Path) -> Result<Vec<u8>, Unreadable> {
    let cannot = |error: std::io::Error| Unreadable(format!("{} cannot be read: {error}.", file.display()));
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).map_err(cannot)?;
    opened.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

/// Checks the files; returns what to print and whether everything holds.
///
/// # Errors
/// A sentence, if a file cannot be read.
pub fn verify_files(asked: &Asked) -> Result<(String, bool), Unreadable> {
    let receipt = read(&asked.receipt)?;
    let pin = match &asked.key {
        Some(key) if super::keys::read_encoded(key.trim()).is_some() => Some(key.clone().into_bytes()),
        Some(file) => Some(read(Path::new(file))?),
        None => None,
    };
    let checkpoint = asked.checkpoint.as_deref().map(read).transpose()?;
    let consistency = asked.consistency.as_deref().map(read).transpose()?;
    let kept =
        checkpoint.as_deref().map(|checkpoint| Kept { checkpoint, consistency: consistency.as_deref() });
    let verdict = verify(&receipt, pin.as_deref(), kept)?;
    Ok((verdict.in_words(), verdict.holds()))
}
