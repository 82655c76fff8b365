//! When one name may be taken for another. Pure.
//!
//! Two names are alike if nothing tells them apart once these are left out: case, marks, compatibility
//! forms (fullwidth letters), characters nobody sees, letters that look like others in any script
//! (the skeletons of UTS 39, taken of the name as it is typed, in small letters and in capitals, because
//! letters that look alike in one case need not in the other), articles, legal forms, spaces and the
//! order of words. Or one is what the other is called for short: its acronym, or its initials.
//!
//! A slip of the pen is not looked for here, because it cannot be looked up; the list of a letter,
//! which is short, does so (`signatures`).

use std::collections::{BTreeSet, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::{MixedScript, RestrictionLevel, RestrictionLevelDetection, skeleton};

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

/// Letters as they are compared: one case, no marks, one form of each Arabic letter.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let seen = |c: &char| !is_combining_mark(*c) && *c != '\u{640}' && !is_invisible(*c);
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
#[derive(Debug, Clone)]
pub struct Known {
    /// Its words that mean something, in alphabetical order.
    pub words: Vec<String>,
    /// The same in their own order, without spaces.
    pub run: String,
    /// What it is called for short: the acronym given, and what stands in brackets behind its name.
    pub acronyms: HashSet<String>,
    /// The first letters of all its words.
    pub initials: String,
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
    /// Reads a name and the acronym given with it.
    pub fn of(named: &str, acronym: Option<&str>) -> Self {
        let mut acronyms: HashSet<String> = acronym.map(letters).into_iter().collect();
        let mut name = named.to_owned();
        if let Some((before, rest)) = named.split_once('(')
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

/// Characters that take no room: `Default_Ignorable_Code_Point` of the Unicode Character Database 16.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether somebody typed what nobody sees and no spelling needs: a turned direction, a character
/// without room inside a word of letters that do not join. (The joiners of Arabic, Persian and Indic
/// spelling are no trick beside their letters, nor is an embedding that a word processor leaves at
/// the ends of a pasted name.)
pub fn conceals(typed: &str) -> bool {
    let turns = |c: char| matches!(c, '\u{202d}' | '\u{202e}' | '\u{e0000}'..='\u{e0fff}');
    if typed.chars().any(turns) {
        return true;
    }
    let chars: Vec<char> =
        typed.trim_matches(|c: char| is_invisible(c) || c.is_whitespace()).chars().collect();
    chars.iter().enumerate().any(|(at, c)| {
        let before = chars.get(..at).and_then(|before| before.iter().rev().find(|c| !is_invisible(**c)));
        let plain_before = before.is_some_and(|c| c.is_alphabetic() && u32::from(*c) < 0x590);
        is_invisible(*c) && plain_before
    })
}

/// Whether one of its words mixes scripts that no writing mixes: Latin letters and a Cyrillic one.
pub fn mixes_scripts(name: &str) -> bool {
    let seen: String = name.nfkc().filter(|c| !is_invisible(*c)).collect();
    seen.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .any(|word| !word.is_empty() && !word.is_single_script() && !is_usual_beside_latin(word))
}

/// Chinese, Japanese and Korean are written with Latin words among them, without a space.
fn is_usual_beside_latin(word: &str) -> bool {
    matches!(
        word.detect_restriction_level(),
        RestrictionLevel::ASCIIOnly | RestrictionLevel::SingleScript | RestrictionLevel::HighlyRestrictive
    )
}

/// What a word looks like: its skeleton in small letters, until nothing changes any more.
fn look(word: &str) -> String {
    let mut seen = word.to_owned();
    // A skeleton in small letters has at times another skeleton; three rounds settle every character.
    for _ in 0..8 {
        let next: String =
            skeleton(&seen).flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)).collect();
        if next == seen {
            break;
        }
        seen = next;
    }
    seen
}

/// What a name is looked up by. Two names with a key in common may be taken for each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameKeys {
    /// Of the name.
    pub names: BTreeSet<String>,
    /// Of what it is called for short.
    pub shorts: BTreeSet<String>,
    /// Of its initials, if it has enough words for them to mean something.
    pub initials: Option<String>,
    /// Of the whole name with all its words in their order: the same name, however it is written.
    pub exact: String,
}

/// Initials of fewer letters are half the world's.
const FEWEST_INITIALS: usize = 3;
/// What a name of one word is as an acronym: "SAMS" may be registered as a name.
const LONGEST_SHORT: usize = 8;

impl NameKeys {
    /// The keys of a name and its acronym.
    pub fn of(name: &str, acronym: Option<&str>) -> Self {
        let as_typed: String = skeleton(name).collect();
        let in_capitals: String = skeleton(&name.to_uppercase()).collect();
        let mut keys =
            Self { names: BTreeSet::new(), shorts: BTreeSet::new(), initials: None, exact: String::new() };
        for (nth, written) in [name.to_owned(), as_typed, in_capitals].iter().enumerate() {
            let known = Known::of(written, acronym);
            keys.names.insert(look(&known.words.concat()));
            keys.names.insert(look(&known.run));
            keys.shorts.extend(known.acronyms.iter().map(|acronym| look(acronym)));
            let length = known.run.chars().count();
            if known.words.len() == 1 && (FEWEST_INITIALS..=LONGEST_SHORT).contains(&length) {
                keys.shorts.insert(look(&known.run));
            }
            if nth == 0 && known.initials.chars().count() >= FEWEST_INITIALS {
                keys.initials = Some(look(&known.initials));
            }
        }
        for keys in [&mut keys.names, &mut keys.shorts] {
            keys.remove("");
        }
        keys.exact = look(&letters(without_the(&plain(name))));
        keys
    }

    /// Why the two may be taken for each other, if they may.
    pub fn alike(&self, other: &Self) -> Option<Alike> {
        let meets = |one: &NameKeys, other: &NameKeys| {
            one.initials.as_ref().is_some_and(|initials| other.shorts.contains(initials))
        };
        if !self.names.is_disjoint(&other.names) {
            Some(Alike::Name)
        } else if !self.shorts.is_disjoint(&other.shorts) || meets(self, other) || meets(other, self) {
            Some(Alike::Short)
        } else {
            None
        }
    }
}

fn without_the(plain: &str) -> &str {
    plain.strip_prefix("the ").filter(|rest| !rest.trim().is_empty()).unwrap_or(plain)
}

/// In what two names are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// They read or look the same.
    Name,
    /// What one is called for short is what the other is called for short, or its initials.
    Short,
}

#[cfg(test)]
mod tests;
