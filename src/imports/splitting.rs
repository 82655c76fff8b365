//! Several signatories in one line, taken apart.

use super::acronyms::looks_like_acronym;
use super::countries;
use super::folding::trimmed;
use super::markers;

/// Takes apart `7- Masrat … 8- Orient`: the parts and their numbers.
pub(super) fn by_numbers(rest: &str, number: u32) -> Vec<(u32, &str)> {
    let mut parts = Vec::new();
    let (mut rest, mut number) = (rest, number);
    while let Some((before, after)) = number.checked_add(1).and_then(|next| markers::find_inside(rest, next))
    {
        parts.push((number, before));
        (rest, number) = (after, number + 1);
    }
    parts.push((number, rest));
    parts
}

/// Takes apart a line without numbers. Commas are read as separators only where `commas` says so:
/// in most lists they stand before a country or inside a name.
pub(super) fn by_signs(rest: &str, commas: bool) -> Vec<String> {
    let inner = trimmed(rest).trim_end_matches([';', '؛', '|', ',', '،', '.']);
    for signs in [&['|'][..], &[';', '؛'], &['•', '●', '▪', '·', '∙']] {
        if inner.contains(signs) {
            let parts = outside_parentheses(rest, signs);
            if parts.len() > 1 {
                return parts;
            }
        }
    }
    if commas { by_commas(rest) } else { vec![trimmed(rest).to_owned()] }
}

fn outside_parentheses(text: &str, signs: &[char]) -> Vec<String> {
    let (mut depth, mut parts, mut part) = (0_usize, Vec::new(), String::new());
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && signs.contains(&c) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    let mut parts: Vec<String> = parts.into_iter().map(|part| trimmed(&part).to_owned()).collect();
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    parts
}

/// No name is longer, with its country and acronym.
const LONGEST_NAME: usize = 300;

const ANDS: [&str; 9] = ["and ", "& ", "et ", "y ", "e ", "und ", "as well as ", "sowie ", "و "];

/// "A, Kenya, B (BB), and C": countries and acronyms stay with their names.
fn by_commas(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let pieces = outside_parentheses(text.trim_end_matches('.'), &[',', '،']);
    let several = pieces.len() > 1;
    for piece in &pieces {
        // A name that has grown so long is none, and looking through it again and again takes time.
        let fits = parts.last().is_some_and(|last| last.len() < LONGEST_NAME);
        let belongs = fits
            && (countries::read(piece).is_some()
                || (looks_like_acronym(piece)
                    && parts.last().is_some_and(|last| super::acronyms::expands(piece, last))));
        match parts.last_mut() {
            Some(last) if belongs => {
                last.push_str(", ");
                last.push_str(piece);
            }
            _ => {
                let bare = ANDS.iter().find_map(|and| piece.strip_prefix(and)).unwrap_or(piece);
                parts.push(trimmed(bare).to_owned());
            }
        }
    }
    // "A, B and C": the last comma is often an "and".
    let last = parts.last().filter(|last| several && last.split_whitespace().count() <= 12).cloned();
    if let Some((one, two)) = last.as_deref().and_then(|last| last.rsplit_once(" and ")) {
        let had_and = pieces.last().is_some_and(|piece| ANDS.iter().any(|and| piece.starts_with(and)));
        if !had_and && one.contains(' ') && two.contains(' ') {
            parts.pop();
            parts.extend([one.to_owned(), two.to_owned()]);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_taken_apart_at_their_signs() {
        assert_eq!(
            by_numbers("Masrat – Care 8- Orient 9- PAC", 7),
            [(7, "Masrat – Care"), (8, "Orient"), (9, "PAC")]
        );
        assert_eq!(by_signs("River Trust; Hill Trust; ", false), ["River Trust", "Hill Trust"]);
        assert_eq!(by_signs("River Trust | Hill Trust", false), ["River Trust", "Hill Trust"]);
        assert_eq!(by_signs("River Trust, Kenya", false), ["River Trust, Kenya"]);
        assert_eq!(
            by_signs("River Trust, Kenya, Hill Trust (HT), and Sea Trust, Peru.", true),
            ["River Trust, Kenya", "Hill Trust (HT)", "Sea Trust, Peru"]
        );
        assert_eq!(by_signs("منظمة النهر، جمعية الجبل، مؤسسة البحر", true).len(), 3);
    }
}
