//! What changed between two texts, word by word.
//!
//! Plain data; how it looks is the pages' business. Paragraphs that stayed are found first and only
//! what lies between them is compared by words, so that a paragraph that was put in at the top does
//! not make a riddle of all that follow.

use std::time::Duration;

use similar::{DiffOp, DiffableStr, TextDiff};

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// They are in both texts.
    Kept,
    /// They are in the old text only.
    Removed,
    /// They are in the new text only.
    Added,
}

/// A run of words with the same fate, with the spaces, signs and line ends around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What became of them.
    pub kind: Kind,
    /// The words; never empty.
    pub words: String,
}

/// How long large texts may be compared. When it is over, what was not compared counts as replaced:
/// the difference is coarser, and as true.
const PATIENCE: Duration = Duration::from_millis(300);

/// Below this product of the numbers of words nobody notices the comparison, so it is not hurried.
const SMALL: usize = 10_000;

/// The difference, in the order of reading. Without what was added it is `old`, without what was
/// removed it is `new`, sign by sign; words that were replaced stand as one `Removed` before one
/// `Added`, and two changes in a row are never of one kind.
///
/// Words are those of Unicode (UAX 29), so that this holds for scripts without spaces. Takes about
/// `PATIENCE` at most for bodies of the greatest length a letter may have.
pub fn between(old: &str, new: &str) -> Vec<Change> {
    let (old_parts, new_parts) = (paragraphs_and_gaps(old), paragraphs_and_gaps(new));
    let ops = TextDiff::configure().timeout(PATIENCE).diff_slices(&old_parts, &new_parts).ops().to_vec();
    let words_in_all = old.len().saturating_add(new.len()).max(1);
    let mut pieces = Pieces::default();
    for block in blocks(&ops, &old_parts) {
        let old_block = joined(&old_parts, block.old);
        let new_block = joined(&new_parts, block.new);
        if old_block == new_block {
            pieces.push(Kind::Kept, &old_block);
        } else {
            let share = (old_block.len() + new_block.len()) as f64 / words_in_all as f64;
            compare_words(&old_block, &new_block, PATIENCE.mul_f64(share.min(1.0)), &mut pieces);
        }
    }
    pieces.settled()
}

/// The changes, cut at blank lines: a run for each paragraph of the two texts together. Blank lines
/// themselves are left out.
pub fn by_paragraph(changes: &[Change]) -> Vec<Vec<Change>> {
    let mut paragraphs = vec![Vec::new()];
    for change in changes {
        for (n, words) in change.words.split("\n\n").enumerate() {
            if n > 0 {
                paragraphs.push(Vec::new());
            }
            let words = words.trim_matches('\n');
            if let Some(paragraph) = paragraphs.last_mut().filter(|_| !words.is_empty()) {
                paragraph.push(Change { kind: change.kind, words: words.to_owned() });
            }
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Whether anything but the kept is among them.
pub fn is_any(changes: &[Change]) -> bool {
    changes.iter().any(|change| change.kind != Kind::Kept)
}

/// The text in pieces that joined are the text: paragraphs, and the line ends between them.
fn paragraphs_and_gaps(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(gap) = rest.find("\n\n") {
        let (paragraph, after) = rest.split_at(gap);
        let gap = after.len() - after.trim_start_matches('\n').len();
        let (gap, after) = after.split_at(gap);
        parts.extend([paragraph, gap]);
        rest = after;
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

fn joined(parts: &[&str], range: std::ops::Range<usize>) -> String {
    parts.get(range).unwrap_or_default().concat()
}

/// Parts of both texts that belong together: either equal, or to be compared by words.
struct Block {
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
    equal: bool,
}

/// Changed paragraphs with nothing but blank lines between them are one block: which of the new ones
/// comes from which of the old only the words can say.
fn blocks(ops: &[DiffOp], old_parts: &[&str]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (n, op) in ops.iter().enumerate() {
        let gap_only = joined(old_parts, op.old_range()).trim_matches('\n').is_empty();
        let inside = n > 0 && n + 1 < ops.len();
        let equal = matches!(op, DiffOp::Equal { .. }) && !(gap_only && inside);
        match blocks.last_mut().filter(|last| !last.equal && !equal) {
            Some(last) => {
                last.old.end = op.old_range().end;
                last.new.end = op.new_range().end;
            }
            None => blocks.push(Block { old: op.old_range(), new: op.new_range(), equal }),
        }
    }
    blocks
}

fn compare_words(old: &str, new: &str, patience: Duration, pieces: &mut Pieces) {
    let (old_words, new_words) = (old.tokenize_unicode_words(), new.tokenize_unicode_words());
    let mut comparison = TextDiff::configure();
    if old_words.len().saturating_mul(new_words.len()) > SMALL {
        comparison.timeout(patience);
    }
    let difference = comparison.diff_slices(&old_words, &new_words);
    for op in difference.ops() {
        match op {
            DiffOp::Equal { .. } => pieces.push(Kind::Kept, &joined(&old_words, op.old_range())),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                pieces.push(Kind::Removed, &joined(&old_words, op.old_range()));
                pieces.push(Kind::Added, &joined(&new_words, op.new_range()));
            }
        }
    }
}

/// What was removed and added at one place, and what was kept after it.
#[derive(Default)]
struct Piece {
    removed: String,
    added: String,
    kept: String,
}

impl Piece {
    fn is_change(&self) -> bool {
        !(self.removed.is_empty() && self.added.is_empty())
    }

    fn longer(&self) -> usize {
        self.removed.chars().count().max(self.added.chars().count())
    }
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn push(&mut self, kind: Kind, words: &str) {
        if words.is_empty() {
            return;
        }
        if self.0.last().is_none_or(|piece| kind != Kind::Kept && !piece.kept.is_empty()) {
            self.0.push(Piece::default());
        }
        let Some(piece) = self.0.last_mut() else { return };
        match kind {
            Kind::Kept => piece.kept.push_str(words),
            Kind::Removed => piece.removed.push_str(words),
            Kind::Added => piece.added.push_str(words),
        }
    }

    /// Words that stayed by chance between longer changes ("the", a comma, a space) are counted as
    /// changed with them: a person reads a sentence that was replaced, not its confetti.
    fn settled(self) -> Vec<Change> {
        let mut settled: Vec<Piece> = Vec::new();
        for piece in self.0 {
            let by_chance = |last: &Piece| {
                let kept = last.kept.chars().count();
                last.is_change()
                    && piece.is_change()
                    && !last.kept.contains('\n')
                    && (last.kept.trim().is_empty() || (kept <= last.longer() && kept <= piece.longer()))
            };
            match settled.pop_if(|last| by_chance(last)) {
                Some(last) => settled.push(Piece {
                    removed: [last.removed, last.kept.clone(), piece.removed].concat(),
                    added: [last.added, last.kept, piece.added].concat(),
                    kept: piece.kept,
                }),
                None => settled.push(piece),
            }
        }
        let changes = settled.into_iter().flat_map(|piece| {
            [(Kind::Removed, piece.removed), (Kind::Added, piece.added), (Kind::Kept, piece.kept)]
        });
        let changes = changes.filter(|(_, words)| !words.is_empty());
        changes.map(|(kind, words)| Change { kind, words }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn without(changes: &[Change], kind: Kind) -> String {
        changes.iter().filter(|change| change.kind != kind).map(|change| change.words.as_str()).collect()
    }

    fn told(changes: &[Change]) -> String {
        changes
            .iter()
            .map(|change| match change.kind {
                Kind::Kept => change.words.clone(),
                Kind::Removed => format!("[-{}-]", change.words),
                Kind::Added => format!("[+{}+]", change.words),
            })
            .collect()
    }

    fn told_between(old: &str, new: &str) -> String {
        told(&between(old, new))
    }

    #[test]
    fn a_word_is_a_word() {
        assert_eq!(
            told_between("We call for an end.", "We ask for an end."),
            "We [-call-][+ask+] for an end."
        );
        assert_eq!(
            told_between("ندعو إلى وقف القصف", "نطالب بوقف القصف"),
            "[-ندعو إلى وقف-][+نطالب بوقف+] القصف"
        );
        assert_eq!(told_between("25 NGOs", "26 NGOs"), "[-25-][+26+] NGOs");
        assert_eq!(told_between("same", "same"), "same");
        assert!(between("", "").is_empty());
        assert_eq!(told_between("", "all"), "[+all+]");
    }

    #[test]
    fn a_sentence_that_was_replaced_is_not_confetti() {
        let told = told_between("Stop the bombing of the cities.", "Open all of the roads to the camps.");
        assert!(told.matches("[-").count() <= 2, "{told}");
    }

    #[test]
    fn a_paragraph_that_was_put_in_leaves_the_others_alone() {
        assert_eq!(
            told_between("One a.\n\nTwo b.", "New c.\n\nOne a.\n\nTwo b."),
            "[+New c.\n\n+]One a.\n\nTwo b."
        );
        assert_eq!(
            told_between("One a.\n\nTwo b.\n\nThree c.", "One a.\n\nThree c, said."),
            "One a.\n\n[-Two b.\n\n-]Three c[+, said+]."
        );
    }

    #[test]
    fn paragraphs_are_told_apart() {
        let paragraphs = by_paragraph(&between("One.\n\nTwo.", "One.\n\nNew.\n\nTwo."));
        let told: Vec<String> = paragraphs.iter().map(|paragraph| self::told(paragraph)).collect();
        assert_eq!(told, ["One.", "[+New.+]", "Two."]);
        assert!(!is_any(&between("a", "a")) && is_any(&between("a", "b")));
    }

    #[test]
    fn the_longest_letters_are_compared_in_bounded_time() {
        let word = |n: usize| format!("{} ", n.wrapping_mul(2_654_435_761) % 9973);
        let old: String = (0..20_000).map(word).collect();
        let new: String = (0..20_000).map(|n| word(n * 7 + 3)).collect();
        let paragraphs = |text: &str| text.replace("7 ", "7\n\n");
        let started = std::time::Instant::now();
        for (old, new) in [(&old, &new), (&paragraphs(&old), &paragraphs(&new))] {
            let changes = between(old, new);
            assert_eq!(&without(&changes, Kind::Added), old);
            assert_eq!(&without(&changes, Kind::Removed), new);
        }
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    }

    proptest! {
        #[test]
        fn both_texts_can_be_had_back(
            old in "([ab,é] ?|\n|\n\n|سل |字|.){0,40}",
            new in "([ab,é] ?|\n|\n\n|سل |字|.){0,40}",
        ) {
            let changes = between(&old, &new);
            prop_assert_eq!(without(&changes, Kind::Added), old);
            prop_assert_eq!(without(&changes, Kind::Removed), new);
            prop_assert!(changes.iter().all(|change| !change.words.is_empty()));
            prop_assert!(changes.windows(2).all(|pair| pair[0].kind != pair[1].kind));
        }
    }
}
