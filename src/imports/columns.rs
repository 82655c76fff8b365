//! Columns that were flattened into lines: only wide spaces are left between them.

use super::folding::{digit, is_arabic, trimmed};
use super::markers;
use super::source::{Hint, SourceLine};

/// Fewer lines are no columns.
const FEWEST: usize = 2;
/// Longer cells are running text that was set in columns.
const LONGEST_CELL: usize = 14;

/// Gives the lines of every block that is set in columns their cells.
pub(super) fn set_apart(lines: &mut [SourceLine]) {
    let mut block: Vec<usize> = Vec::new();
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        if line.text.trim().is_empty() || line.hint != Hint::Plain {
            blocks.push(std::mem::take(&mut block));
        } else {
            block.push(place);
        }
    }
    blocks.push(block);
    for block in blocks {
        let cells: Vec<(usize, Vec<String>)> =
            block.iter().filter_map(|place| Some((*place, cells(&lines.get(*place)?.text)?))).collect();
        if cells.len() < FEWEST || cells.len() * 10 < block.len() * 6 {
            continue;
        }
        for (place, cells) in cells {
            if let Some(line) = lines.get_mut(place) {
                line.hint = Hint::Row;
                line.cells = cells;
            }
        }
    }
}

/// The cells of a line, if it has several and each could be a name.
fn cells(text: &str) -> Option<Vec<String>> {
    let text = trimmed(text);
    let leaders = text.contains("....");
    let mut cells: Vec<String> = Vec::new();
    let mut from = 0;
    let mut spaces: Option<usize> = None;
    for (at, c) in text.char_indices() {
        if matches!(c, ' ' | '\u{a0}') || (leaders && c == '.') {
            spaces.get_or_insert(at);
            continue;
        }
        let Some(begun) = spaces.take() else { continue };
        let wide = text.get(begun..at)?.chars().count();
        let numbered = || markers::read(text.get(at..).unwrap_or_default()).0.number().is_some();
        if wide >= 3 || (wide == 2 && numbered()) {
            cells.push(text.get(from..begun)?.to_owned());
            from = at;
        }
    }
    cells.push(text.get(from..)?.to_owned());
    let sign = |cell: &String| !cell.chars().any(char::is_alphabetic);
    // "7.   Name" is a mark and its item, "Mary / John" and "A  ;  B" are no columns.
    let named = cells.len() >= 2 && !(cells.len() == 2 && cells.first().is_some_and(sign));
    let begins = |cell: &String| {
        cell.split_whitespace().count() <= LONGEST_CELL
            && cell
                .chars()
                .find(|c| !c.is_ascii_punctuation() && !matches!(c, '•' | '–' | '“' | '«'))
                .is_some_and(|c| c.is_uppercase() || is_arabic(c) || digit(c).is_some() || !c.is_lowercase())
    };
    let separators = cells.iter().any(|cell| matches!(cell.as_str(), "/" | ";" | "|" | "•" | "–" | "-"));
    (named && cells.len() <= 6 && !separators && cells.iter().all(begins)).then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_spaces_set_columns_apart() {
        assert_eq!(
            cells("1. River Trust      11. Hill Trust  21. Sea Trust"),
            Some(vec!["1. River Trust".into(), "11. Hill Trust".into(), "21. Sea Trust".into()])
        );
        assert_eq!(cells("River Trust     Kenya").map(|cells| cells.len()), Some(2));
        for one in [
            "1.    River Trust",
            "River  Trust",
            "we write to   you in   despair",
            "River Trust   /   Hill Trust",
        ] {
            assert_eq!(cells(one), None, "{one}");
        }
    }
}
