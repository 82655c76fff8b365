//! Which passwords are refused: short ones, those that everybody tries first, and one's own name.
//!
//! Nothing is asked of a password's letters: length is strength (NIST SP 800-63B; OWASP ASVS 5.0, 6.2).
//! All is decided here, without asking anybody elsewhere what people type.

use crate::text::words::say;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::passwords::LONGEST_PASSWORD;

/// The fewest characters.
const SHORTEST_PASSWORD: usize = 8;

/// The 11,000 of eight characters and more among the 30,000 most common ones; where they come from is
/// said in the file beside them.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().collect());

/// What every password of this place could be guessed as.
const OURS: &str = "undersigned";

/// Digits and signs that people put behind a word that was refused: a year, `123`, `1!`.
const TAIL: usize = 4;

/// What is wrong with a password, in words; `own` is what its person goes by: name, address,
/// organization.
pub fn password_complaint(password: &str, own: &[&str]) -> Option<String> {
    let length = password.chars().count();
    if length < SHORTEST_PASSWORD {
        return Some(say!("people-password-short", length = SHORTEST_PASSWORD));
    }
    if length > LONGEST_PASSWORD {
        return Some(say!("people-password-long", length = LONGEST_PASSWORD));
    }
    let folded = password.to_lowercase();
    let mut letters = folded.chars();
    let first = letters.next();
    if COMMON.contains(folded.trim()) || letters.all(|c| Some(c) == first) {
        return Some(say!("people-password-common"));
    }
    let bare = squeezed(without_tail(&folded));
    let local_parts = own.iter().filter_map(|word| word.split_once('@').map(|(local, _)| local));
    let guesses = own.iter().copied().chain(local_parts).chain([OURS]);
    if guesses.map(|guess| squeezed(&guess.to_lowercase())).any(|guess| !guess.is_empty() && guess == bare) {
        return Some(say!("people-password-own"));
    }
    None
}

/// Without up to [`TAIL`] digits and signs at its end.
fn without_tail(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..TAIL {
        match rest.char_indices().next_back() {
            Some((at, c)) if !c.is_alphabetic() => rest = rest.get(..at).unwrap_or(rest),
            _ => break,
        }
    }
    rest
}

/// Letters and digits alone, so that spaces and dots make no other word.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 3] = ["Amal Haddad", "amal.haddad@example.org", "River Trust"];

    fn is_refused(password: &str) -> bool {
        password_complaint(password, &OWN).is_some()
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for common in [
            "password",
            "Password1",
            "12345678",
            "qwertyuiop",
            "P@ssw0rd",
            "iloveyou!",
            "ZZZZZZZZZZZZ",
            "        ",
        ] {
            assert!(is_refused(common), "{common}");
        }
        assert!(COMMON.len() > 11_000 && COMMON.iter().all(|word| word.chars().count() >= SHORTEST_PASSWORD));
    }

    #[test]
    fn ones_own_names_are_refused() {
        for own in [
            "amalhaddad",
            "Amal Haddad",
            "amal.haddad@example.org",
            "amal.haddad2026",
            "River-Trust!",
            "rivertrust 123",
            "Undersigned",
            "undersigned1",
            "UNDERSIGNED 2026",
        ] {
            assert!(is_refused(own), "{own}");
        }
    }

    #[test]
    fn sentences_are_taken() {
        for sentence in [
            "correct horse battery staple",
            "the river runs to the sea",
            "a quite new password",
            "aleppo-2016",
            "amal haddad runs to the river",
            "undersigned by the river",
            "كلمة سر طويلة",
            "tester-12345678",
        ] {
            assert_eq!(password_complaint(sentence, &["Tester", "tester@example.org"]), None, "{sentence}");
        }
        assert!(
            password_complaint(&"ab".repeat(251), &[]).is_some()
                && password_complaint("1234567", &[]).is_some()
        );
    }
}
