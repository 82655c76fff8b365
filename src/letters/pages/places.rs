//! Where coordinators can go from any page of their letter.

use maud::{Markup, html};

use crate::letters::Letter;

/// A page on which coordinators work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The text while it is a draft; afterwards the rule of the list, the deadline, publication.
    Letter,
    /// Who was asked to sign.
    Invitations,
    /// The list of signatories.
    List,
    /// Changing a text that is locked.
    Revising,
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
    const ALL: [(Place, &'static str, &'static str); 8] = [
        (Place::Letter, "Letter", "edit"),
        (Place::Revising, "Revise the text", "revising"),
        (Place::Invitations, "Invitations", "invitations"),
        (Place::List, "List", "list"),
        (Place::Press, "Press", "press"),
        (Place::Delivery, "Delivery", "delivery"),
        (Place::Coordinators, "Coordinators", "coordinators"),
        (Place::Log, "Log", "log"),
    ];

    /// Whether there is anything to do there.
    fn makes_sense(self, letter: &Letter) -> bool {
        let locked = letter.opened_at.is_some();
        match self {
            Place::Letter | Place::Invitations | Place::List | Place::Coordinators | Place::Log => true,
            Place::Revising => locked && letter.delivered_at.is_none(),
            Place::Delivery => locked,
            Place::Press => !letter.is_public(),
        }
    }
}

/// The way through a letter for its coordinators, on each of their pages right under the heading.
/// `current` is the page it stands on. Places where there is nothing to do are left out, except the
/// current one.
pub fn coordinating_nav(letter: &Letter, current: Place) -> Markup {
    html! {
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
