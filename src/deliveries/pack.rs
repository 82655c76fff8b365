//! The pack: every file of a delivery, and the ZIP of them.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::paper::{Paper, docx, pdf, plain};
use super::snapshot::Snapshot;
use crate::error::Fault;
use crate::ids::hex;

/// A file of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedFile {
    /// Its name, which is also the end of its address.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The letter with its cover; this is what signatories get by mail.
pub const LETTER: &str = "letter.pdf";
/// The ZIP of all others.
pub const PACK: &str = "pack.zip";
/// The SHA-256 of each file, in the form that `sha256sum --check` reads.
pub const SUMS: &str = "SHA256SUMS";
/// The files that are made of the snapshot, and what they are.
pub const FILES: [(&str, &str); 6] = [
    ("cover.pdf", "application/pdf"),
    (LETTER, "application/pdf"),
    ("letter.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("letter.txt", "text/plain; charset=utf-8"),
    ("signatories.csv", "text/csv; charset=utf-8"),
    ("letter.json", "application/json; charset=utf-8"),
];

#[derive(Serialize)]
struct SnapshotFile<'a> {
    sha256: String,
    sha256_of: &'static str,
    snapshot: &'a Snapshot,
}

/// Renders all files, the ZIP last. Some hundred milliseconds of work for a long list: for a thread
/// that may block, and never inside a transaction.
///
/// # Errors
/// What the libraries report; none that text can cause.
pub(super) fn render(snapshot: &Snapshot) -> Result<Vec<PackedFile>, Fault> {
    let paper = Paper::of(snapshot)?;
    let mut files = Vec::new();
    for (name, media_type) in FILES {
        let content = match name {
            "cover.pdf" => pdf::cover(&paper)?,
            "letter.docx" => docx::whole(&paper)?,
            "letter.txt" => plain::text(&paper).into_bytes(),
            "signatories.csv" => plain::csv(snapshot)?,
            "letter.json" => json(snapshot)?,
            _ => pdf::whole(&paper)?,
        };
        files.push(PackedFile { name, media_type, content });
    }
    let sums = sums(&files);
    files.push(PackedFile { name: SUMS, media_type: "text/plain; charset=utf-8", content: sums });
    let folder = &snapshot.slug;
    let named: Vec<(String, &[u8])> =
        files.iter().map(|file| (format!("{folder}/{}", file.name), file.content.as_slice())).collect();
    let content = zip(named.iter().map(|(name, content)| (name.as_str(), *content)), paper.at)?;
    files.push(PackedFile { name: PACK, media_type: "application/zip", content });
    Ok(files)
}

/// The signs of a letter that the fonts of the PDF do not have. Takes as long as setting it.
///
/// # Errors
/// See [`Snapshot::canonical`].
pub(super) fn missing_signs(snapshot: &Snapshot) -> Result<BTreeSet<char>, Fault> {
    Ok(Paper::of(snapshot)?.missing_signs())
}

fn sums(files: &[PackedFile]) -> Vec<u8> {
    let line = |file: &PackedFile| format!("{}  {}\n", hex(&Sha256::digest(&file.content)), file.name);
    files.iter().map(line).collect::<String>().into_bytes()
}

fn json(snapshot: &Snapshot) -> Result<Vec<u8>, Fault> {
    Ok(serde_json::to_vec_pretty(&SnapshotFile {
        sha256: hex(&snapshot.sha256()?),
        sha256_of: "the value of \"snapshot\" as JSON by RFC 8785",
        snapshot,
    })?)
}

/// A ZIP of these files, all dated `at`, so that the same files make the same bytes.
pub(super) fn zip<'a>(
    files: impl Iterator<Item = (&'a str, &'a [u8])>,
    at: jiff::Timestamp,
) -> Result<Vec<u8>, Fault> {
    let at = at.to_zoned(jiff::tz::TimeZone::UTC);
    let part = |n: i8| u8::try_from(n).unwrap_or(0);
    let year = u16::try_from(at.year()).unwrap_or(0);
    let date = DateTime::from_date_and_time(
        year,
        part(at.month()),
        part(at.day()),
        part(at.hour()),
        part(at.minute()),
        part(at.second()),
    );
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(date.unwrap_or_default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(name, options).map_err(Fault::from_error)?;
        writer.write_all(content)?;
    }
    Ok(writer.finish().map_err(Fault::from_error)?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::tests::example;
    use super::*;

    #[test]
    fn the_same_snapshot_makes_the_same_bytes() {
        for language in ["en", "ar"] {
            let snapshot = example(language, 25);
            let files = render(&snapshot).unwrap();
            assert_eq!(files, render(&snapshot).unwrap());
            assert_eq!(files.len(), FILES.len() + 2);
            if let Ok(directory) = std::env::var("PAPERS") {
                for file in &files {
                    std::fs::write(format!("{directory}/{language}-{}", file.name), &file.content).unwrap();
                }
            }
        }
    }
}
