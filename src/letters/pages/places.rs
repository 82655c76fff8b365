//! Where coordinators can go from any page of their letter.

use maud::{Markup, html};

use super::zoned;
use crate::letters::Letter;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::phrase::phrase;

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
    /// Links for the press.
    Press,
    /// The pack for the addressee, and the answer.
    Delivery,
    /// Who coordinates the letter.
    Coordinators,
    /// Where other programs hear of what happens.
    Webhooks,
    /// All that happened.
    Log,
}

impl Place {
    /// Each with the message of its name and the end of its address.
    const ALL: [(Place, &'static str, &'static str); 11] = [
        (Place::Letter, "letters-place-letter", "edit"),
        (Place::Comments, "letters-place-comments", "comments"),
        (Place::Revising, "letters-revise", "revising"),
        (Place::Invitations, "letters-place-invitations", "invitations"),
        (Place::List, "letters-place-list", "list"),
        (Place::Queue, "letters-place-queue", "queue"),
        (Place::Press, "letters-place-press", "press"),
        (Place::Delivery, "letters-place-delivery", "delivery"),
        (Place::Coordinators, "letters-coordinators", "coordinators"),
        (Place::Webhooks, "letters-place-webhooks", "webhooks"),
        (Place::Log, "letters-log", "log"),
    ];

    /// Whether there is anything to do there.
    fn makes_sense(self, letter: &Letter) -> bool {
        let locked = letter.opened_at.is_some();
        match self {
            Place::Letter
            | Place::Comments
            | Place::Invitations
            | Place::List
            | Place::Coordinators
            | Place::Webhooks
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
        nav.places aria-label=(say!("letters-places")) {
            ul {
                @for (place, name, end) in Place::ALL {
                    @if place == current || place.makes_sense(letter) {
                        li { a href={ "/letters/" (letter.slug) "/" (end) } aria-current=[(place == current).then_some("page")] { (speaking::current().say(name)) } }
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
            strong { (say!("letters-visible-suspended")) } " " (say!("letters-visible-only"))
        } @else if letter.retracted_at.is_some() {
            @if letter.is_public() { (say!("letters-visible-retracted")) }
            @else { (say!("letters-visible-retracted-private")) }
        } @else if letter.is_public() {
            (say!("letters-visible-public"))
        } @else {
            @match (letter.publish_at, letter.opened_at) {
                (Some(at), Some(_)) => { strong { (phrase!("letters-visible-embargo", time = zoned(at, zone))) } " " (say!("letters-visible-until-then")) },
                (Some(at), None) => { strong { (phrase!("letters-visible-scheduled", time = zoned(at, zone))) } " " (say!("letters-visible-until-then")) },
                (None, Some(_)) => (say!("letters-visible-private")),
                (None, None) => (say!("letters-visible-draft")),
            }
        }
    }
}
