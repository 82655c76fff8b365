//! How a signatory was verified: the words beside its name, and what they mean.

use maud::{Markup, html};

use crate::reading::finding;
use crate::signatures::list::Entry;
use crate::text::words::Words;

/// The ways of verification, the strongest first, and what stands for none; of each the message in the
/// list and the one that explains it.
const WAYS: [(&str, &str, &str); 5] = [
    ("operator", "verified-operator", "reading-how-operator"),
    ("vouched", "verified-vouched", "reading-how-vouched"),
    ("domain", "verified-domain", "reading-how-domain"),
    ("email", "verified-email", "reading-how-email"),
    ("listed", "listed-not-confirmed", "reading-how-listed"),
];

/// The words beside a name.
pub(super) fn in_list(entry: &Entry, words: Words) -> Option<String> {
    finding::verified(entry).map(|way| in_words(way, words))
}

/// The words of a way, as they stand in the list and in the form that finds signatories.
pub(super) fn in_words(way: &str, words: Words) -> String {
    let known = WAYS.iter().find(|(known, ..)| *known == way);
    known.map_or_else(String::new, |(_, message, _)| words.say(message))
}

/// All ways and what each means. The words beside each name lead here.
pub(super) fn explained(words: Words) -> Markup {
    html! {
        details {
            summary { (words.say("how-verified")) }
            // Inside what is closed: a browser that is led here opens it.
            div id="how-verified" {
                p { (words.say_with("how-verified-text", &[("method", &words.say("verified-email"))])) }
                dl {
                    @for (_, way, why) in WAYS { dt { (words.say(way)) } dd { (words.say(why)) } }
                }
            }
        }
    }
}
