//! The page on which a letter is retracted, and the note that stands on it afterwards.

use maud::{Markup, html};

use crate::letters::{Letter, Place, coordinating_nav};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::words::Words;
use crate::web::form::{Field, summary, textarea};

/// The page, for coordinators.
pub(in crate::letters) fn retraction(letter: &Letter, note: &str, complaints: &Complaints) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        h1 { "Retract the letter" }
        (coordinating_nav(letter, Place::Letter))
        (summary(complaints))
        @if letter.retracted_at.is_some() {
            p.empty { "This letter is retracted." }
        } @else {
            p { "A retracted letter cannot be signed any more. " @if letter.is_public() { "Its text and its list stay where they are, under a dated note that everyone reads." } @else { "It is never published." } " Everyone who signed gets your note by mail. This cannot be undone." }
            form method="post" action={ (base) "/retraction" } novalidate {
                (textarea(&Field::line("note", "Why", note).hint(if letter.is_public() { "Everyone reads this above the letter, with the date." } else { "Those invited read this above the letter, with the date." }), 4, complaints))
                div.actions { button { "Retract the letter" } a href={ (base) "/edit" } { "Leave it as it is" } }
            }
        }
    }
}

/// What readers of a retracted letter are told, and those who still see a suspended one; nothing for
/// any other.
pub fn retraction_note(letter: &Letter, words: Words) -> Markup {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    html! {
        (suspension_note(letter, words))
        @if let Some(at) = letter.retracted_at {
            aside.note role="note" {
                p { strong { (words.say_with("retracted-on", &[("date", &dates::date_in_words(at.to_timestamp(), zone, &words.language()))])) } }
                @if let Some(note) = &letter.retraction_note { p dir="auto" { (note) } }
            }
        }
    }
}

/// When and why a letter was suspended; nothing for any other.
pub fn suspension_note(letter: &Letter, words: Words) -> Markup {
    html! {
        @if let Some(at) = letter.suspended_at {
            aside.note role="note" {
                p { strong { (words.say_with("suspended-on", &[("date", &dates::date_in_words(at.to_timestamp(), "UTC", &words.language()))])) } }
                @if let Some(note) = &letter.suspension_note { p dir="auto" { (note) } }
            }
        }
    }
}
