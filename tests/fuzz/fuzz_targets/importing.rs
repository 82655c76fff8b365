//! Whatever a file holds, reading it ends without a panic, and what was read came from it.
//!
//! The first byte chooses the kind of file; the rest is the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use undersigned::imports::{self, Format};

fuzz_target!(|data: &[u8]| {
    let Some((kind, bytes)) = data.split_first() else { return };
    let kinds = [None, Some(Format::Text), Some(Format::Markdown), Some(Format::Csv), Some(Format::Docx)];
    let format = kinds[usize::from(*kind) % kinds.len()];
    let Ok(understood) = imports::understand(bytes, format, None) else { return };
    let doubts = understood.doubts();
    assert!(doubts.iter().all(|doubt| (1..=understood.lines.len().max(1)).contains(&doubt.line)));
    for group in understood.all_groups() {
        for (line, _) in group.entries {
            assert!(understood.line(line).is_some());
        }
    }
    let _ = imports::as_json(&understood).to_string();
});
