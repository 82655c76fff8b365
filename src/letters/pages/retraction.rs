//! The page on which a letter is retracted, and the note that stands on it afterwards.

use maud::{Markup, html};

use crate::letters::Letter;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::words::Words;
use crate::web::form::{Field, summary, textarea};

/// The page, for coordinators.
pub(in crate::letters) fn retraction(letter: &Letter, note: &str, complaints: &Complaints) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        h1 { "Retract the letter" }
        (summary(complaints))
        @if letter.retracted_at.is_some() {
            p.empty { "This letter is retracted." }
        } @else {
            p { "Nobody can sign it any more. " @if letter.is_public() { "The text and its list stay where they are, under a dated note for everyone who reads it." } @else { "It will not be published by itself." } " This cannot be undone." }
            form method="post" action={ (base) "/retraction" } novalidate {
                (textarea(&Field::line("note", "Why", note).hint("Stands above the letter, with the date."), 4, complaints))
                div.actions { button { "Retract the letter" } }
            }
        }
        p.actions { a href={ (base) "/edit" } { "Back" } }
    }
}

/// What readers of a retracted letter are told; nothing for any other.
pub fn retraction_note(letter: &Letter, words: Words) -> Markup {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    html! {
        @if let Some(at) = letter.retracted_at {
            aside.note role="note" {
                p { strong { (words.say_with("retracted-on", &[("date", &dates::date_in_words(at.to_timestamp(), zone, &words.language()))])) } }
                @if let Some(note) = &letter.retraction_note { p dir="auto" { (note) } }
            }
        }
    }
}
