//! Several signatories in one line, taken apart.

use super::acronyms::looks_like_acronym;
use super::countries;
use super::features::Line;
use super::folding::{is_arabic, trimmed};
use super::markers;

/// Takes apart `7- Masrat … 8- Orient`: the parts and their numbers. Where columns were flattened, the
/// next number on the line is `step` further.
pub(super) fn by_numbers<'a>(line: &Line<'a>, number: u32, step: Option<u32>) -> Vec<(u32, &'a str)> {
    let mut parts = Vec::new();
    let (mut rest, mut number) = (line.rest, number);
    let inside = |rest, number: u32| {
        let further = |by: u32| {
            let next = number.checked_add(by)?;
            markers::find_inside(rest, next, line.loose).map(|(before, after)| (next, before, after))
        };
        further(1).or_else(|| further(step?))
    };
    while let Some((next, before, after)) = inside(rest, number) {
        parts.push((number, before));
        (rest, number) = (after, next);
    }
    parts.push((number, rest));
    parts
}

/// How far the numbers of a second column are from those of the first, where most lines have both.
pub(super) fn step(lines: &[Line<'_>]) -> Option<u32> {
    let numbered: Vec<(u32, &str)> =
        lines.iter().filter_map(|line| Some((line.marker.number()?, line.rest))).take(60).collect();
    let mut steps: Vec<u32> = Vec::new();
    for (number, rest) in &numbered {
        steps.extend(markers::numbers_inside(rest).into_iter().find_map(|next| next.checked_sub(*number)));
    }
    let best = steps
        .iter()
        .copied()
        .filter(|step| *step >= 2)
        .max_by_key(|step| steps.iter().filter(|other| *other == step).count())?;
    let same = steps.iter().filter(|step| **step == best).count();
    (same >= 2 && same * 10 >= numbered.len() * 4).then_some(best)
}

/// Takes apart a line without numbers. Commas are read as separators only where `commas` says so:
/// in most lists they stand before a country or inside a name.
pub(super) fn by_signs(rest: &str, commas: bool) -> Vec<String> {
    let inner = trimmed(rest).trim_end_matches([';', '؛', '|', ',', '،', '.']);
    for signs in [&['|'][..], &[';', '؛'], &['•', '●', '▪', '·', '∙']] {
        if inner.contains(signs) {
            let mut parts = outside_parentheses(rest, signs);
            if parts.len() > 1 {
                if let Some(last) = parts.last_mut()
                    && let Some(bare) = ANDS.iter().find_map(|and| last.strip_prefix(and))
                {
                    *last = trimmed(bare).trim_end_matches('.').to_owned();
                }
                return parts;
            }
        }
    }
    if let Some(parts) = by_strokes(rest) {
        return parts;
    }
    if commas { by_commas(rest) } else { vec![trimmed(rest).to_owned()] }
}

/// "A / B / C". One stroke alone joins more often than it parts: two scripts, a department.
fn by_strokes(rest: &str) -> Option<Vec<String>> {
    let parts = outside_parentheses(&rest.replace(" / ", "\u{0}"), &['\0']);
    let wide = rest.contains("  / ") || rest.contains(" /  ");
    let script = |part: &String| part.chars().any(is_arabic);
    let same_script = parts.iter().all(script) || !parts.iter().any(script);
    let names = parts.iter().all(|part| part.chars().count() > 3 && part.split_whitespace().count() <= 12);
    ((parts.len() >= 3 || (parts.len() == 2 && wide)) && same_script && names).then_some(parts)
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

/// "واتحاد العمال": in Arabic the word "and" is a letter of the next word, which is known.
fn without_arabic_and(piece: &str, several: bool) -> &str {
    let bare = piece.strip_prefix('و').filter(|_| several);
    let known = |rest: &&str| {
        let first = super::folding::fold(rest.split_whitespace().next().unwrap_or_default());
        super::words::BODIES.contains(&first.as_str()) || first.starts_with("ال")
    };
    bare.filter(known).unwrap_or(piece)
}

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
                parts.push(without_arabic_and(trimmed(bare), several).to_owned());
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
    use super::super::source::SourceLine;
    use super::*;

    #[test]
    fn lines_are_taken_apart_at_their_signs() {
        assert_eq!(
            by_numbers(&Line::of(&SourceLine::plain("7- Masrat – Care 8- Orient 9- PAC")), 7, None),
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
