//! What is an acronym, and of what.

use super::folding::{fold, trimmed};

/// Longer ones are names.
const LONGEST: usize = 24;

/// Whether a part looks like an acronym: mostly capitals, one word or two joined by a stroke.
pub(super) fn looks_like_acronym(part: &str) -> bool {
    let length = part.chars().count();
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = part.chars().filter(|c| c.is_uppercase()).count();
    let words: Vec<&str> = part.split_whitespace().collect();
    let joined = words.len() == 1
        || words.contains(&"/")
        || words.contains(&"&")
        || (words.len() == 2 && length <= 16);
    (2..=LONGEST).contains(&length)
        && letters >= 2
        && capitals >= 2
        && joined
        && words.len() <= 3
        && capitals * 2 >= letters
        && words.iter().all(|word| capitals_begin(word))
        && words.iter().all(|word| word.chars().count() <= 14)
}

fn capitals_begin(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    letters < 4 || capitals * 2 >= letters
}

/// Whether the letters of `sign` can be found in `name`, in order, the first at its beginning.
pub(super) fn expands(sign: &str, name: &str) -> bool {
    let wanted: Vec<char> = fold(sign).chars().filter(|c| c.is_alphanumeric()).collect();
    let name = fold(name);
    let words = name.split(' ').filter(|word| word.len() > 1).count();
    if !(2..=12).contains(&wanted.len()) || words < 2 || sign.trim().contains(' ') {
        return false;
    }
    let initials: Vec<char> = name.split(' ').filter_map(|word| word.chars().next()).collect();
    if initials.first() != wanted.first() {
        return false;
    }
    if in_order(&wanted, initials.iter().copied()) {
        return true;
    }
    // "Iepé", "APREMAVI": syllables. Every word that is long gives a letter, or nearly.
    let capitals = sign.chars().filter(|c| c.is_uppercase()).count();
    let shared = initials.iter().filter(|c| wanted.contains(c)).count();
    in_order(&wanted, name.chars()) && shared * 3 >= words && (capitals >= 2 || words >= 3)
}

/// Whether all that is wanted is found, in order.
fn in_order(wanted: &[char], mut letters: impl Iterator<Item = char>) -> bool {
    wanted.iter().all(|c| letters.any(|letter| letter == *c))
}

/// Whether a name is broken into two lines: the acronym at the end of the second is spelled by both.
pub(super) fn spelled_over(above: &str, below: &str) -> bool {
    let acronym = trimmed(below).strip_suffix(')').and_then(|inner| Some((inner.rfind('(')?, inner)));
    let Some((name, sign)) = acronym.and_then(|(at, inner)| Some((inner.get(..at)?, inner.get(at + 1..)?)))
    else {
        return false;
    };
    let wanted: Vec<char> = fold(sign).chars().filter(|c| c.is_alphanumeric()).collect();
    let initials =
        |text: &str| -> Vec<char> { fold(text).split(' ').filter_map(|word| word.chars().next()).collect() };
    let (one, both) = (initials(name), initials(&format!("{above} {name}")));
    let first = both.first() == wanted.first();
    looks_like_acronym(sign)
        && wanted.len() >= 4
        && above.chars().count() >= 20
        && first
        && in_order(&wanted, both.iter().copied())
        && !in_order(&wanted, one.into_iter())
        && wanted.len() * 10 >= both.len() * 6
}

/// "Rights Alliance-RAA": an acronym that a hyphen ties to the last word.
pub(super) fn split_bare(name: &str) -> Option<(String, String)> {
    let at = name.rfind(['-', '–', '—'])?;
    let sign_length = name.get(at..)?.chars().next()?.len_utf8();
    let (before, sign) = (name.get(..at)?, trimmed(name.get(at + sign_length..)?));
    let tied = !before.ends_with(char::is_whitespace) || name.get(at..)?.len() == sign_length + sign.len();
    let fits = tied
        && before.contains(' ')
        && looks_like_acronym(sign)
        && !sign.contains(' ')
        && expands(sign, before);
    fits.then(|| (trimmed(before).to_owned(), sign.to_owned()))
}

/// "Independent Doctors Association IDA": nothing but a space, but it fits.
pub(super) fn undelimited(name: &str) -> Option<(String, String)> {
    let at = name.rfind(char::is_whitespace)?;
    let (before, sign) = (trimmed(name.get(..at)?), trimmed(name.get(at..)?));
    let initials: String = fold(before).split(' ').filter_map(|word| word.chars().next()).collect();
    let capitals = sign.chars().all(char::is_uppercase) && (2..=8).contains(&sign.chars().count());
    let short = |word: &str| word.chars().count() > 3 || word.chars().any(char::is_uppercase);
    let long_initials: String = before
        .split_whitespace()
        .filter(|word| short(word))
        .filter_map(|word| fold(word).chars().next())
        .collect();
    let wanted = fold(sign);
    let shouted = !before.chars().any(char::is_lowercase) && before.chars().any(char::is_uppercase);
    let fits =
        capitals && !shouted && before.contains(' ') && (initials == wanted || long_initials == wanted);
    fits.then(|| (before.to_owned(), sign.to_owned()))
}
