//! Lines that may be the same organization's: proposed to the coordinators, who decide. Pure.
//!
//! Two names are alike if they are the same once case, accents, the ways of writing an Arabic
//! letter, letters of other scripts that look the same, articles, legal forms, punctuation and the order of words are left out; or if their words
//! differ by a slip of the pen each; or if one is the other's acronym. A whole word that differs
//! makes another organization: "Save the Children Norway" is not Sweden's.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::text::likeness::Known;

/// What is known of a line by which it may be recognised.
#[derive(Debug, Clone)]
pub(super) struct Named<'a> {
    pub name: &'a str,
    pub acronym: Option<&'a str>,
}

/// How alike two words must be to be one word and a slip of the pen: above three quarters, so that
/// one letter of five may differ (Idlib, Idleb), and one of four may not (Iran, Iraq).
const ONE_WORD: f64 = 0.75;
/// How alike two names must be that are cut into words differently.
const ONE_NAME: f64 = 0.9;

fn near(one: &str, other: &str) -> f64 {
    strsim::normalized_damerau_levenshtein(one, other)
}

fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// Whether two words are one word, perhaps with a slip of the pen. Numbers are exact.
fn one_word(one: &str, other: &str) -> bool {
    one == other || (!has_digit(one) && !has_digit(other) && near(one, other) > ONE_WORD)
}

fn same_words(one: &Known, other: &Known) -> bool {
    if one.words.len() != other.words.len() {
        let exact = has_digit(&one.run) || has_digit(&other.run);
        return one.run == other.run || (!exact && near(&one.run, &other.run) > ONE_NAME);
    }
    let mut left: Vec<&String> = other.words.iter().collect();
    one.words.iter().all(|word| {
        let exact = left.iter().position(|candidate| *candidate == word);
        let found = exact.or_else(|| left.iter().position(|candidate| one_word(word, candidate)));
        found.map(|at| left.swap_remove(at)).is_some()
    })
}

/// Whether `short` is what `long` is called for short.
fn is_short_for(short: &Known, long: &Known) -> bool {
    let length = short.run.chars().count();
    short.words.len() == 1
        && length >= 3
        && (long.acronyms.contains(&short.run)
            || (length <= 8 && long.words.len() >= 2 && long.initials == short.run))
}

fn alike(one: &Known, other: &Known) -> bool {
    same_words(one, other) || is_short_for(one, other) || is_short_for(other, one)
}

/// Under which names a line is looked for; two lines that are alike have one in common.
fn blocks(known: &Known) -> HashSet<String> {
    let mut blocks: HashSet<String> = HashSet::new();
    blocks.insert(format!("run {}", known.run));
    // Cut into words differently, and with a letter more or less somewhere.
    let letters: Vec<char> = known.run.chars().collect();
    for at in 0..letters.len().min(80) {
        let rest = letters.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, c)| c);
        blocks.insert(format!("run {}", rest.collect::<String>()));
    }
    // All words but one, which begins or ends alike.
    for at in 0..known.words.len() {
        let rest: Vec<&str> =
            known.words.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| w.as_str()).collect();
        let Some(word) = known.words.get(at) else { continue };
        let (first, last) = (word.chars().next().unwrap_or(' '), word.chars().last().unwrap_or(' '));
        blocks.insert(format!("first {first} {}", rest.join(" ")));
        blocks.insert(format!("last {last} {}", rest.join(" ")));
    }
    blocks.extend(known.acronyms.iter().map(|acronym| format!("short {acronym}")));
    blocks.insert(format!("short {}", known.initials));
    if known.words.len() == 1 {
        blocks.insert(format!("short {}", known.run));
    }
    blocks
}

/// The pairs of lines that may be one organization's, by their places in `lines`, smaller first.
///
/// Compared are only lines that share a block, not all with all: for a list of 2,000 that is the
/// difference between two million comparisons and some thousands.
pub(super) fn propose(lines: &[Named<'_>]) -> Vec<(usize, usize)> {
    let known: Vec<Known> = lines.iter().map(|line| Known::of(line.name, line.acronym)).collect();
    let mut blocked: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in known.iter().enumerate() {
        for block in blocks(line) {
            blocked.entry(block).or_default().push(at);
        }
    }
    let mut looked_at: HashSet<(usize, usize)> = HashSet::new();
    let mut found: BTreeSet<(usize, usize)> = BTreeSet::new();
    for block in blocked.values().filter(|block| block.len() > 1) {
        for (nth, one) in block.iter().enumerate() {
            for other in block.iter().skip(nth + 1) {
                let pair = (*one.min(other), *one.max(other));
                let both = known.get(pair.0).zip(known.get(pair.1));
                if looked_at.insert(pair) && both.is_some_and(|(one, other)| alike(one, other)) {
                    found.insert(pair);
                }
            }
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests;
