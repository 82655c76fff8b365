//! Words of any script in a form in which they can be compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without accents, vowel signs and punctuation, with single spaces.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut apart = false;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c) && !matches!(c, 'ـ' | '\'' | '’')) {
        if c.is_alphanumeric() {
            if apart && !folded.is_empty() {
                folded.push(' ');
            }
            apart = false;
            // Turkish writes its i without a dot, which is no accent that falls away.
            folded.extend(if c == 'ı' { 'i'.to_lowercase() } else { c.to_lowercase() });
        } else {
            apart = true;
        }
    }
    folded
}

/// Whether a folded text has one of these folded phrases in it, as whole words. In Arabic script
/// the article and conjunctions are written with the word, so there a part is enough.
pub(super) fn has_any(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has(folded, phrase))
}

fn has(folded: &str, phrase: &str) -> bool {
    let part_is_enough = phrase.chars().next().is_some_and(is_arabic);
    folded.match_indices(phrase).any(|(at, _)| {
        let before = folded.get(..at).is_none_or(|t| t.is_empty() || t.ends_with(' '));
        let after = folded.get(at + phrase.len()..).is_none_or(|t| t.is_empty() || t.starts_with(' '));
        part_is_enough || (before && after)
    })
}

/// Whether a folded text begins with one of these words.
pub(super) fn begins_with_any(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        folded.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Whether a letter is of the Arabic script.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Without the spaces and direction marks around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{feff}' | '\u{61c}')
    })
}

/// The value of a digit: Latin, Arabic-Indic, Persian, Devanagari, Bengali, full width.
pub(super) fn digit(c: char) -> Option<u32> {
    let zeros = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
    zeros.iter().find_map(|zero| (u32::from(c)).checked_sub(u32::from(*zero)).filter(|value| *value < 10))
}

/// Reads the number at the beginning, at most five digits long, and returns what follows it.
pub(super) fn leading_number(text: &str) -> Option<(u32, &str)> {
    let mut value = 0_u32;
    let mut seen = 0;
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        match digit(c) {
            Some(d) if seen < 5 => {
                value = value * 10 + d;
                seen += 1;
            }
            Some(_) => return None,
            None => {
                end = at;
                break;
            }
        }
    }
    (seen > 0).then_some(()).and_then(|()| Some((value, text.get(end..)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_their_accents() {
        assert_eq!(fold("  Côte d’Ivoire! "), "cote divoire");
        assert_eq!(fold("الموقِّعون:"), fold("الموقعون"));
        assert!(has_any("we the undersigned", &["undersigned"]));
        assert!(!has_any("designed by", &["signed by"]));
        assert_eq!(leading_number("١٢- منظمة"), Some((12, "- منظمة")));
        assert_eq!(leading_number("123456"), None);
    }
}
