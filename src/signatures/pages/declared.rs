//! What was declared when a signature was given, for those who may read it: the organization's own
//! people and the letter's coordinators.

use maud::{Markup, html};

use crate::signatures::declaring::{Declared, role_in_words};
use crate::text::dates;
use crate::text::language::Language;

/// A moment in words, in UTC: people of several organizations read it.
pub(super) fn moment(at: crate::db::Moment) -> String {
    dates::time_in_words(at.to_timestamp(), "UTC", &Language::english())
}

/// The declarations of a signature; nothing for one that was given before there were any.
pub(super) fn declarations(declared: &[Declared]) -> Markup {
    html! {
        @if !declared.is_empty() {
            ul.declared {
                @for declared in declared {
                    li {
                        @if declared.person_name.is_empty() { "Somebody whose name is erased" } @else { bdi { (declared.person_name) } }
                        " (" (role_in_words(declared.role))
                        @if !declared.email.is_empty() { ", " bdi dir="ltr" { (declared.email) } }
                        ") " (declared.giving.in_words()) " on " (moment(declared.at)) ", revision " (declared.revision) "."
                        @if !declared.words.is_empty() { q dir="auto" { (declared.words) } }
                    }
                }
            }
        }
    }
}

/// Words that are declared, with the names set apart so that each runs in its own direction.
pub(super) fn words(words: &str, person: &str, organization: &str) -> Markup {
    html! {
        @for (at, part) in words.split('{').enumerate() {
            @if at == 0 { (part) }
            @else {
                @match part.split_once('}') {
                    Some(("person", rest)) => { bdi { (person) } (rest) },
                    Some(("organization", rest)) => { bdi { (organization) } (rest) },
                    _ => (part),
                }
            }
        }
    }
}
