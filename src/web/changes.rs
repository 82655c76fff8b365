//! A difference between two texts, as it is read: what was removed struck through, what was added
//! underlined.

use maud::{Markup, html};

use crate::text::difference::{Change, Kind, by_paragraph};

/// The changes in one line or paragraph.
pub fn inline(changes: &[Change]) -> Markup {
    html! {
        @for change in changes {
            @match change.kind {
                Kind::Kept => (change.words),
                Kind::Removed => del { (change.words) },
                Kind::Added => ins { (change.words) },
            }
        }
    }
}

/// The changes in a text, a paragraph each.
pub fn paragraphs(changes: &[Change]) -> Markup {
    html! {
        div.difference dir="auto" {
            @for paragraph in by_paragraph(changes) { p dir="auto" { (inline(&paragraph)) } }
        }
    }
}
