//! Where an organization's own signature stands, for its people: on the page on which they signed.

use maud::{Markup, html};

use super::declared::{declarations, moment};
use super::leaving::objection_folded;
use crate::letters::Letter;
use crate::signatures::declaring::Declared;
use crate::signatures::standing::Stands;

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

/// Why it is not on the list, if it is not.
pub(super) fn kept_off(letter: &Letter, own: &OwnStanding) -> Markup {
    html! {
        @match own.stands {
            Stands::Listed => {},
            Stands::Awaiting(_) => p { strong { "It waits for a look of the letter’s coordinators" } ", and is not on the list and not counted until then. This letter asks for " (letter.verification.in_words()) ". You get a mail about what they decide." },
            Stands::Suspended(at) => p { strong { "It is suspended" } ": on " (moment(at)) " an owner said that it was not authorised. It is off the list and not counted until the letter’s coordinators have decided." },
        }
    }
}

/// What was declared, and what an owner can say of it.
pub(super) fn authority(letter: &Letter, organization: &str, own: &OwnStanding) -> Markup {
    html! {
        @if !own.declared.is_empty() {
            details { summary { "Who declared what" } (declarations(&own.declared)) }
        }
        @if own.is_owner {
            @match own.stands {
                Stands::Suspended(_) if own.has_confirmed => p.meta { "You have confirmed it. Another owner says that it was not authorised, so the letter’s coordinators decide." },
                Stands::Suspended(_) => form method="post" action={ "/letters/" (letter.slug) "/authorization" } {
                    input type="hidden" name="organization" value=(organization);
                    p { "If you know that it is authorised, confirm it. If it was you who said otherwise, it stands again at once." }
                    button.quiet { "Confirm the signature" }
                },
                Stands::Listed | Stands::Awaiting(_) => (objection_folded(letter, organization)),
            }
        }
    }
}
