//! The log of a letter, for its coordinators.

use maud::{Markup, html};

use crate::letters::Letter;
use crate::letters::letter_log::LogLine;
use crate::text::dates;
use crate::text::language::Language;

/// A page of the log; `typed` is what was looked for, `more` whether earlier lines follow.
pub(in crate::letters) fn log(letter: &Letter, lines: &[LogLine], typed: &str, more: bool) -> Markup {
    let base = format!("/letters/{}/log", letter.slug);
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    html! {
        h1 { "What happened" }
        p { "Everything that was done with this letter. Only its coordinators see this." }
        form.search method="get" action=(base) role="search" {
            div.field {
                label for="q" { "Look for" }
                input id="q" name="q" type="search" dir="auto" value=(typed) autocomplete="off";
            }
            div.actions { button.quiet { "Search" } " " a href={ (base) ".csv" } { "All of it as a table (CSV)" } }
        }
        @if lines.is_empty() { p.empty { "Nothing found." } }
        ol.rows.log role="list" {
            @for line in lines {
                li { div {
                    p {
                        @match &line.by { Some(name) => bdi { (name) }, None => "By itself, or without an account:" }
                        " " (line.happened.in_words())
                        @if !line.about.is_empty() { ": " bdi { (line.about) } }
                    }
                    @if !line.note.is_empty() { p { "“" bdi { (line.note) } "”" } }
                    p.about { time datetime=(line.at) { (dates::time_in_words(line.at.to_timestamp(), zone, &Language::english())) } }
                } }
            }
        }
        @if let (true, Some(last)) = (more, lines.last()) {
            p.actions { a.button.quiet href={ (base) "?before=" (last.id) @if !typed.is_empty() { "&q=" (encoded(typed)) } } { "Earlier" } }
        }
        p.actions { a href={ "/letters/" (letter.slug) "/edit" } { "Back" } }
    }
}

fn encoded(typed: &str) -> String {
    url::form_urlencoded::byte_serialize(typed.as_bytes()).collect()
}
