//! Where an organization's own signature stands, for its people: on the page on which they signed.

use maud::{Markup, html};

use super::declared::{declarations, moment};
use super::leaving::objection_folded;
use crate::letters::{Letter, LockedLetter, Standing, standing_in_words};
use crate::signatures::declaring::Declared;
use crate::signatures::standing::Stands;
use crate::text::speaking;
use crate::text::words::{Words, say};
use crate::web::phrase::phrase;

/// What is known of an own signature.
#[derive(Debug, Clone)]
pub(in crate::signatures) struct OwnStanding {
    pub stands: Stands,
    pub declared: Vec<Declared>,
    /// Whether the viewer is an owner, who can object and confirm.
    pub is_owner: bool,
    /// Whether the viewer has confirmed what another owner objects to.
    pub has_confirmed: bool,
}

/// Where the letter stands, under its title: in the language that was asked for, or else the letter's own,
/// with the way back to it.
pub(super) fn line(letter: &LockedLetter, standing: Standing, back: Option<&str>) -> Markup {
    let words = speaking::asked().unwrap_or_else(|| Words::of(&letter.revision().language()));
    let language = words.language();
    html! {
        div.standing lang=(language.tag()) dir=(language.direction()) {
            p { (standing_in_words(letter.letter(), standing, words)) }
            @if let Some(back) = back { a href=(back) { (words.say("back-to-letter")) } }
        }
    }
}

/// Why it is not on the list, if it is not.
pub(super) fn kept_off(letter: &Letter, own: &OwnStanding) -> Markup {
    html! {
        @match own.stands {
            Stands::Listed => {},
            Stands::Awaiting(_) => p {
                (phrase!(
                    "signatures-waits-off",
                    lead = html! { strong { (say!("signatures-waits-lead")) } },
                    asks = html! { (letter.verification.in_words()) },
                ))
            },
            Stands::Suspended(at) => p {
                (phrase!(
                    "signatures-suspended-off",
                    lead = html! { strong { (say!("signatures-suspended-lead")) } },
                    time = html! { (moment(at)) },
                ))
            },
        }
    }
}

/// What was declared, and what an owner can say of it.
pub(super) fn authority(letter: &Letter, organization: &str, own: &OwnStanding) -> Markup {
    html! {
        @if !own.declared.is_empty() {
            details { summary { (say!("signatures-who-declared")) } (declarations(&own.declared)) }
        }
        @if own.is_owner {
            @match own.stands {
                Stands::Suspended(_) if own.has_confirmed => p.meta { (say!("signatures-you-confirmed")) },
                Stands::Suspended(_) => form method="post" action={ "/letters/" (letter.slug) "/authorization" } {
                    input type="hidden" name="organization" value=(organization);
                    p { (say!("signatures-confirm-what")) }
                    button.quiet { (say!("signatures-confirm")) }
                },
                Stands::Listed | Stands::Awaiting(_) => (objection_folded(letter, organization)),
            }
        }
    }
}
