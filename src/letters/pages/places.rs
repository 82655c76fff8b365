//! Where coordinators can go from any page of their letter.

use maud::{Markup, html};

use super::zoned;
use crate::letters::Letter;

/// A page on which coordinators work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The text while it is a draft; afterwards the rule of the list, the deadline, publication.
    Letter,
    /// What those invited say of the draft.
    Comments,
    /// Who was asked to sign.
    Invitations,
    /// The list of signatories.
    List,
    /// Signatures that wait for a look, or are said not to be authorised.
    Queue,
    /// Changing a text that is locked.
    Revising,
    /// The text in other languages.
    Translations,
    /// Links for the press.
    Press,
    /// The pack for the addressee, and the answer.
    Delivery,
    /// Who coordinates the letter.
    Coordinators,
    /// All that happened.
    Log,
}

impl Place {
    const ALL: [(Place, &'static str, &'static str); 11] = [
        (Place::Letter, "Letter", "edit"),
        (Place::Comments, "Comments", "comments"),
        (Place::Revising, "Revise the text", "revising"),
        (Place::Translations, "Translations", "translations"),
        (Place::Invitations, "Invitations", "invitations"),
        (Place::List, "List", "list"),
        (Place::Queue, "Queue", "queue"),
        (Place::Press, "Press", "press"),
        (Place::Delivery, "Delivery", "delivery"),
        (Place::Coordinators, "Coordinators", "coordinators"),
        (Place::Log, "Log", "log"),
    ];

    /// Whether there is anything to do there.
    fn makes_sense(self, letter: &Letter) -> bool {
        let locked = letter.opened_at.is_some();
        match self {
            Place::Letter
            | Place::Comments
            | Place::Translations
            | Place::Invitations
            | Place::List
            | Place::Coordinators
            | Place::Log => true,
            Place::Revising => locked && letter.delivered_at.is_none(),
            Place::Delivery | Place::Queue => locked,
            Place::Press => !letter.is_public(),
        }
    }
}

/// Which letter it is, who sees it, and the way through it for its coordinators: on each of their pages
/// right under the heading. `current` is the page it stands on. Places where there is nothing to do are
/// left out, except the current one.
pub fn coordinating_nav(letter: &Letter, current: Place) -> Markup {
    html! {
        p.lead.of-letter { a href={ "/letters/" (letter.slug) } { bdi lang=(letter.language().tag()) { (letter.shown_title()) } } }
        p.meta.of-letter { (visibility(letter)) }
        nav.places aria-label="This letter" {
            ul {
                @for (place, words, end) in Place::ALL {
                    @if place == current || place.makes_sense(letter) {
                        li { a href={ "/letters/" (letter.slug) "/" (end) } aria-current=[(place == current).then_some("page")] { (words) } }
                    }
                }
            }
        }
    }
}

/// Who sees a letter, and until when; a private one's coordinators and those invited are shown this
/// above its text.
pub fn visibility(letter: &Letter) -> Markup {
    let zone = letter.deadline_zone.as_deref();
    html! {
        @if letter.suspended_at.is_some() {
            strong { "Suspended by the operator of this site." } " Only its coordinators and those invited see it."
        } @else if letter.retracted_at.is_some() {
            "Retracted"
            @if letter.is_public() { ". Anyone can still read it." }
            @else { " before it was public: only its coordinators and those invited see it." }
        } @else if letter.is_public() {
            "Public: anyone can read it."
        } @else {
            @match (letter.publish_at, letter.opened_at) {
                (Some(at), Some(_)) => { strong { "Under embargo until " (zoned(at, zone)) "." } " Until then only" },
                (Some(at), None) => { strong { "A draft, published by itself on " (zoned(at, zone)) "." } " Until then only" },
                (None, Some(_)) => "This letter is not public yet: only",
                (None, None) => "A draft, not public yet: only",
            }
            " its coordinators and those invited see it."
        }
    }
}
