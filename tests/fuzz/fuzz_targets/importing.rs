//! Whatever a file holds, reading it ends without a panic, and what was read came from it.
//!
//! The first byte chooses the kind of file; the rest is the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use undersigned::imports::{self, Format, Role, Understood};

fuzz_target!(|data: &[u8]| {
    let Some((kind, bytes)) = data.split_first() else { return };
    let kinds = [None, Some(Format::Text), Some(Format::Markdown), Some(Format::Csv), Some(Format::Docx)];
    let format = kinds[usize::from(*kind) % kinds.len()];
    let Ok(understood) = imports::understand(bytes, format, None) else { return };
    holds(&understood);
    // What was kept reads back as it was, with the same list.
    let kept = serde_json::to_string(&understood).expect("a row");
    let read: Understood = serde_json::from_str(&kept).expect("the same");
    assert_eq!(understood, read);
});

fn holds(understood: &Understood) {
    let lines = understood.lines.len();
    for doubt in understood.doubts() {
        assert!((1..=lines.max(1)).contains(&doubt.line), "a doubt at line {} of {lines}", doubt.line);
    }
    let mut listed = 0;
    for group in understood.all_groups() {
        assert!(!group.entries.is_empty(), "a group of nobody");
        listed += group.entries.len();
        for (line, entry) in group.entries {
            let read = understood.line(line).expect("the line of an entry");
            assert!(matches!(read.role, Role::Entry), "an entry in a line that is {:?}", read.role);
            assert!(stands_there(understood, line, &entry.printed), "{:?} is not in line {line}", entry.printed);
            assert!(stands_there(understood, line, &entry.name), "{:?} is made up in line {line}", entry.name);
        }
    }
    let all: usize = understood.lines.iter().map(|line| line.entries.len()).sum();
    assert_eq!(listed, all, "an entry that stands in no group, or in two");
    for line in &understood.lines {
        assert_eq!(line.entries.is_empty(), line.role != Role::Entry, "{:?} is {:?}", line.text, line.role);
    }
    let json = imports::as_json(understood);
    let in_json: usize = json["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|group| group["signatories"].as_array().map_or(0, Vec::len))
        .sum();
    assert_eq!(json["count"], in_json);
    let _ = json.to_string();
}

/// Whether the words of an entry stand in its line and the lines that go on from it, in this order.
/// Spaces may be others: cells are parted, lines are put together, an acronym is taken out.
fn stands_there(understood: &Understood, line: usize, words: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let below = understood.lines.iter().skip(line);
    let goes_on = below.take_while(|line| line.role != Role::Entry && line.role != Role::Heading);
    let mut there = understood.line(line).map(|line| bare(&line.text)).unwrap_or_default();
    goes_on.filter(|line| line.role == Role::Continuation).for_each(|line| there.push_str(&bare(&line.text)));
    let mut left = there.chars();
    bare(words).chars().all(|wanted| left.any(|c| c == wanted))
}
