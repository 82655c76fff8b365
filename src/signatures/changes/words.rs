//! What was done to a list, in words: a row keeps the name of the change, whoever reads it reads it in
//! their language.

use crate::letters::UNNAMED;
use crate::text::words::say;

/// The words for the name of a change, as it is kept.
pub(in crate::signatures) fn in_words(done: &str) -> String {
    match done {
        "added a group" => say!("signatures-change-added-group"),
        "changed a group" => say!("signatures-change-changed-group"),
        "removed a group" => say!("signatures-change-removed-group"),
        "moved a group" => say!("signatures-change-moved-group"),
        "changed a line" => say!("signatures-change-line"),
        "changed a footnote" => say!("signatures-change-footnote"),
        "ordered the list by name" => say!("signatures-change-by-name"),
        "ordered the list by time of signing" => say!("signatures-change-by-time"),
        "ordered the list by hand" => say!("signatures-change-by-hand"),
        "put the list in order" => say!("signatures-change-order"),
        "moved" => say!("signatures-change-moved"),
        "took off the list" => say!("signatures-change-took-off"),
        "changed the list" => say!("signatures-change-list"),
        other => other.to_owned(),
    }
}

/// The words for a change and what it was about, which is kept behind its name.
pub(in crate::signatures) fn with_what_it_was_about(what: &str) -> String {
    match what.split_once(": ") {
        Some((done, about)) if about == UNNAMED => {
            say!("signatures-change-about", done = in_words(done), about = say!("signatures-nameless-inside"))
        }
        Some((done, about)) => say!("signatures-change-about", done = in_words(done), about = about),
        None => in_words(what),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_english_says() {
        for kept in
            ["moved: Cedar: Relief", "put the list in order", "took off the list: a, b", "undone once: x"]
        {
            assert_eq!(with_what_it_was_about(kept), kept);
        }
    }
}
