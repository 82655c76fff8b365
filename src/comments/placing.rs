//! Where in a text that has moved a comment belongs.

use std::collections::HashMap;

/// The paragraphs of a draft's body: what stands between blank lines.
pub(super) fn paragraphs(body: &str) -> Vec<&str> {
    let mut paragraphs = Vec::new();
    let mut begun: Option<usize> = None;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        if line.trim().is_empty() {
            paragraphs.extend(begun.take().and_then(|begin| body.get(begin..at)));
        } else if begun.is_none() {
            begun = Some(at);
        }
        at += line.len();
    }
    paragraphs.extend(begun.and_then(|begin| body.get(begin..)));
    paragraphs.into_iter().map(|paragraph| paragraph.trim_end_matches('\n')).collect()
}

/// Where a comment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Position {
    /// It is about the whole letter.
    Whole,
    /// At the paragraph with this number, from 0.
    At(usize),
    /// What it was written about is gone.
    Gone,
}

/// Half of the words: a paragraph that keeps fewer is another one.
const ALIKE: f64 = 0.5;

/// The paragraphs of a text, prepared for finding quoted ones among them.
pub(super) struct Paragraphs<'a> {
    texts: Vec<&'a str>,
    bags: Vec<HashMap<&'a str, usize>>,
}

impl<'a> Paragraphs<'a> {
    pub(super) fn of(body: &'a str) -> Self {
        let texts = paragraphs(body);
        let bags = texts.iter().map(|text| bag(text)).collect();
        Self { texts, bags }
    }

    pub(super) fn texts(&self) -> &[&'a str] {
        &self.texts
    }

    /// Finds a quoted paragraph: where it stood if it is there, else where it moved to, else the most
    /// similar one (by the words they share, in time linear in their length), else nowhere.
    pub(super) fn find(&self, quote: &str, stood_at: Option<usize>) -> Position {
        let Some(stood_at) = stood_at else { return Position::Whole };
        if self.texts.get(stood_at).is_some_and(|text| *text == quote) {
            return Position::At(stood_at);
        }
        if let Some(moved) = self.texts.iter().position(|text| *text == quote) {
            return Position::At(moved);
        }
        let quoted = bag(quote);
        let alike = self.bags.iter().enumerate().map(|(n, bag)| (similarity(&quoted, bag), n));
        let best = alike.max_by(|one, other| {
            // Of two that are as similar, the one nearer to where it stood.
            one.0.total_cmp(&other.0).then(other.1.abs_diff(stood_at).cmp(&one.1.abs_diff(stood_at)))
        });
        best.filter(|(likeness, _)| *likeness >= ALIKE).map_or(Position::Gone, |(_, n)| Position::At(n))
    }
}

fn bag(text: &str) -> HashMap<&str, usize> {
    let mut bag = HashMap::new();
    let words = text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    for word in words.filter(|word| !word.is_empty()) {
        *bag.entry(word).or_insert(0) += 1;
    }
    bag
}

/// The share of words that two bags have in common (Sørensen and Dice).
fn similarity(one: &HashMap<&str, usize>, other: &HashMap<&str, usize>) -> f64 {
    let size = |bag: &HashMap<&str, usize>| bag.values().sum::<usize>();
    let common: usize = one.iter().map(|(word, n)| other.get(word).copied().unwrap_or(0).min(*n)).sum();
    let all = size(one) + size(other);
    if all == 0 { 0.0 } else { 2.0 * common as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(
            paragraphs("One\nline\n\n \n- two\n- three\n\nFour\n"),
            ["One\nline", "- two\n- three", "Four"]
        );
        assert!(paragraphs("\n \n").is_empty());
    }

    #[test]
    fn a_comment_follows_its_paragraph() {
        let quote = "Open the road to the camps before winter.";
        let find = |body: &str| Paragraphs::of(body).find(quote, Some(0));
        assert_eq!(find("Open the road to the camps before winter.\n\nThanks."), Position::At(0));
        assert_eq!(find("Dear all.\n\nOpen the road to the camps before winter."), Position::At(1));
        assert_eq!(find("Dear all.\n\nOpen all roads to the camps before the winter."), Position::At(1));
        assert_eq!(find("Dear all.\n\nThank you."), Position::Gone);
        assert_eq!(Paragraphs::of("").find(quote, Some(3)), Position::Gone);
        assert_eq!(Paragraphs::of("Dear all.").find("", None), Position::Whole);
    }

    #[test]
    fn of_equal_paragraphs_it_stays_at_its_own() {
        assert_eq!(Paragraphs::of("Same.\n\nSame.\n\nSame.").find("Same.", Some(1)), Position::At(1));
    }

    proptest! {
        #[test]
        fn every_paragraph_is_found_where_it_stands(body in "([ab] ?|\n|\n\n|سل |.){0,40}") {
            let all = Paragraphs::of(&body);
            for (n, text) in all.texts().iter().enumerate() {
                prop_assert!(!text.trim().is_empty());
                prop_assert_eq!(all.find(text, Some(n)), Position::At(n));
            }
        }
    }
}
