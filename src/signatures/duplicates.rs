//! Lines that may be the same organization's: proposed to the coordinators, who decide. Pure.
//!
//! Two names are alike if they are the same once case, accents, the ways of writing an Arabic
//! letter, letters of other scripts that look the same, articles, legal forms, punctuation and the order of words are left out; or if their words
//! differ by a slip of the pen each; or if one is the other's acronym. A whole word that differs
//! makes another organization: "Save the Children Norway" is not Sweden's.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What is known of a line by which it may be recognised.
#[derive(Debug, Clone)]
pub(super) struct Named<'a> {
    pub name: &'a str,
    pub acronym: Option<&'a str>,
}

/// Words that say of what legal form somebody is, or nothing at all, as [`plain`] leaves them.
const EMPTY_WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "el",
    "al",
    "los",
    "las",
    "der",
    "die",
    "das",
    "s",
    "of",
    "for",
    "and",
    "de",
    "du",
    "des",
    "del",
    "et",
    "y",
    "e",
    "und",
    "für",
    "fur",
    "pour",
    "para",
    "ev",
    "foundation",
    "organization",
    "organisation",
    "org",
    "ngo",
    "ngos",
    "cso",
    "association",
    "assoc",
    "society",
    "ltd",
    "inc",
    "llc",
    "fondation",
    "ong",
    "asbl",
    "vzw",
    "stichting",
    "fundacion",
    "asociacion",
    "organizacion",
    "stiftung",
    "verein",
    "gmbh",
    "ggmbh",
    "onlus",
    "vakfi",
    "dernegi",
    "منظمه",
    "موسسه",
    "جمعيه",
    "هييه",
    "و",
    "في",
    "من",
];

/// How alike two words must be to be one word and a slip of the pen: above three quarters, so that
/// one letter of five may differ (Idlib, Idleb), and one of four may not (Iran, Iraq).
const ONE_WORD: f64 = 0.75;
/// How alike two names must be that are cut into words differently.
const ONE_NAME: f64 = 0.9;

/// Letters as they are compared: one case, no marks, one form of each Arabic letter.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let seen = |c: &char| !is_combining_mark(*c) && *c != '\u{640}' && !matches!(c, '\u{200c}'..='\u{200f}');
    for c in text.nfkd().filter(seen).flat_map(char::to_lowercase) {
        match latin_look_alike(c) {
            'ı' => out.push('i'),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'ٱ' => out.push('ا'),
            'ى' | 'ی' => out.push('ي'),
            'ة' => out.push('ه'),
            'ک' => out.push('ك'),
            c if is_combining_mark(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// The Latin letter that a Cyrillic or Greek one cannot be told from: a name with one of them among
/// Latin letters looks the same and is another. (Lower case; "В" and "Н" look like capitals only.)
fn latin_look_alike(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'һ' | 'н' | 'η' => 'h',
        'і' | 'ι' | 'ӏ' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'ν' => 'v',
        'ԝ' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'υ' => 'y',
        'ζ' => 'z',
        c => c,
    }
}

/// A name in its words, and the acronyms it goes by.
struct Known {
    /// Its words that mean something, in alphabetical order.
    words: Vec<String>,
    /// The same in their own order, without spaces.
    run: String,
    acronyms: HashSet<String>,
    initials: String,
}

fn letters(text: &str) -> String {
    plain(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The word without the Arabic article, also where it is transcribed and written as one with it:
/// "Alameen" is "Al Ameen". Short words keep it ("Alba", "Alder"), of which it is a part.
fn without_arabic_article(word: &str) -> &str {
    // "للإغاثة" is "for" and the article, written as one.
    let after = |article| word.strip_prefix(article).filter(|rest: &&str| rest.chars().count() >= 3);
    let in_arabic = after("ال").or_else(|| after("لل"));
    let transcribed = || word.strip_prefix("al").filter(|rest| rest.chars().count() >= 4);
    in_arabic.or_else(transcribed).unwrap_or(word)
}

impl Known {
    fn of(named: &Named<'_>) -> Self {
        let mut acronyms: HashSet<String> = named.acronym.map(letters).into_iter().collect();
        let mut name = named.name.to_owned();
        if let Some((before, rest)) = named.name.split_once('(')
            && let Some((inside, after)) = rest.split_once(')')
            && !before.trim().is_empty()
        {
            acronyms.insert(letters(inside));
            name = format!("{before} {after}");
        }
        let name = plain(&name).replace(['.', '’', '\''], "\u{0}");
        // A full stop inside a word belongs to it (e.V., N.G.O.); an apostrophe ends an article.
        let name = if name.contains('\u{0}') { apart(&name) } else { name };
        let all: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let initials: String = all.iter().filter_map(|word| word.chars().next()).collect();
        let telling = |word: &&str| !EMPTY_WORDS.contains(word);
        let mut words: Vec<String> =
            all.iter().copied().map(without_arabic_article).filter(telling).map(str::to_owned).collect();
        if words.is_empty() {
            words = all.iter().map(|word| (*word).to_owned()).collect();
        }
        let run = words.concat();
        words.sort_unstable();
        acronyms.retain(|acronym| acronym.chars().count() >= 2);
        Self { words, run, acronyms, initials }
    }
}

/// Joins single letters that stops part ("e.v.") and parts the rest.
fn apart(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut single = 0;
    for part in name.split('\u{0}') {
        let is_single = part.chars().count() == 1;
        let ends_single = part.rsplit(' ').next().is_some_and(|last| last.chars().count() == 1);
        if !out.is_empty() && !(single > 0 && (is_single || part.starts_with(' ') || part.is_empty())) {
            out.push(' ');
        }
        out.push_str(part);
        single = usize::from(is_single || ends_single);
    }
    out
}

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
    let known: Vec<Known> = lines.iter().map(Known::of).collect();
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
