//! What was declared when a signature was given, for those who may read it: the organization's own
//! people and the letter's coordinators.

use maud::{Markup, html};

use crate::signatures::declaring::{Declared, Giving, role_in_words};
use crate::text::words::say;
use crate::text::{dates, speaking};
use crate::web::phrase::{Part, phrase, sentence};

/// A moment in words, in UTC: people of several organizations read it.
pub(super) fn moment(at: crate::db::Moment) -> String {
    dates::time_in_words(at.to_timestamp(), "UTC", &speaking::current().language())
}

/// The declarations of a signature; nothing for one that was given before there were any.
pub(super) fn declarations(declared: &[Declared]) -> Markup {
    html! {
        @if !declared.is_empty() {
            ul.declared {
                @for declared in declared {
                    li {
                        (who_did_what(declared))
                        @if !declared.words.is_empty() { q dir="auto" { (declared.words) } }
                    }
                }
            }
        }
    }
}

fn who_did_what(declared: &Declared) -> Markup {
    let name = html! {
        @if declared.person_name.is_empty() { (say!("signatures-somebody-erased")) } @else { bdi { (declared.person_name) } }
    };
    let role = html! { (role_in_words(declared.role)) };
    let person = if declared.email.is_empty() {
        phrase!("signatures-declared-by", name = name, role = role)
    } else {
        let email = html! { bdi dir="ltr" { (declared.email) } };
        phrase!("signatures-declared-by-from", name = name, role = role, email = email)
    };
    let (time, revision) = (html! { (moment(declared.at)) }, declared.revision);
    match declared.giving {
        Giving::Signed => {
            phrase!("signatures-declared-signed", person = person, time = time, revision = revision)
        }
        Giving::Prepared => {
            phrase!("signatures-declared-prepared", person = person, time = time, revision = revision)
        }
        Giving::Approved => {
            phrase!("signatures-declared-approved", person = person, time = time, revision = revision)
        }
        Giving::Kept => {
            phrase!("signatures-declared-kept", person = person, time = time, revision = revision)
        }
    }
}

/// Words that are declared, with the names set apart so that each runs in its own direction.
pub(super) fn words(giving: Giving, person: &str, organization: &str) -> Markup {
    let names = vec![("person", Part::from(person)), ("organization", Part::from(organization))];
    sentence(speaking::current(), giving.message(), names)
}

/// In which language the form shows the words that are declared: the row keeps what was read.
pub(super) fn in_this_language() -> Markup {
    html! { input type="hidden" name="language" value=(speaking::current().tag()); }
}
