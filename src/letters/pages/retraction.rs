//! The page on which a letter is retracted, and the note that stands on it afterwards.

use maud::{Markup, html};

use crate::letters::{Letter, Place, coordinating_nav};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::words::{Words, say};
use crate::web::form::{Field, summary, textarea};

/// The page, for coordinators.
pub(in crate::letters) fn retraction(letter: &Letter, note: &str, complaints: &Complaints) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        h1 { (say!("letters-retract")) }
        (coordinating_nav(letter, Place::Letter))
        (summary(complaints))
        @if letter.retracted_at.is_some() {
            p.empty { (say!("letters-is-retracted")) }
        } @else {
            @let stays = if letter.is_public() { say!("letters-retract-public") } else { say!("letters-retract-private") };
            p { (say!("letters-retract-cannot-sign")) " " (stays) " " (say!("letters-retract-mail")) }
            @let hint = if letter.is_public() { say!("letters-retract-why-public") } else { say!("letters-retract-why-private") };
            form method="post" action={ (base) "/retraction" } novalidate {
                (textarea(&Field::line("note", &say!("letters-why"), note).hint(&hint), 4, complaints))
                div.actions { button { (say!("letters-retract")) } a href={ (base) "/edit" } { (say!("letters-retract-leave")) } }
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
