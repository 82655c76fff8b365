//! The log of a letter, for its coordinators.

use maud::{Markup, html};

use crate::letters::letter_log::{Happened, LogLine, UNNAMED};
use crate::letters::{Letter, Place, coordinating_nav};
use crate::text::dates;
use crate::text::language::Language;

/// A page of the log; `typed` is what was looked for, `more` whether earlier lines follow.
pub(in crate::letters) fn log(letter: &Letter, lines: &[LogLine], typed: &str, more: bool) -> Markup {
    let base = format!("/letters/{}/log", letter.slug);
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    html! {
        h1 { "Log" }
        (coordinating_nav(letter, Place::Log))
        p { "Everything that happened with this letter. Only its coordinators see this page." }
        form.search method="get" action=(base) role="search" {
            div.field {
                label for="q" { "A name, an address, a word" }
                input id="q" name="q" type="search" dir="auto" value=(typed) autocomplete="off";
            }
            div.actions { button.quiet { "Search" } " " a href={ (base) ".csv" } { "All as a table (CSV)" } }
        }
        @if lines.is_empty() { p.empty { "Nothing found." } }
        ol.rows.log role="list" {
            @for line in lines {
                li { div {
                    p {
                        @match &line.by {
                            Some(name) => bdi { (name) },
                            None if line.about == UNNAMED => "An organization whose name is withheld",
                            None => (nobody(line.happened)),
                        }
                        " " (line.happened.in_words())
                        @if !line.about.is_empty() && (line.by.is_some() || line.about != UNNAMED) { ": " bdi { (about(line, zone)) } }
                    }
                    @if !line.note.is_empty() { p { "“" bdi { (line.note) } "”" } }
                    p.about { time datetime=(line.at) { (dates::time_in_words(line.at.to_timestamp(), zone, &Language::english())) } }
                } }
            }
        }
        @if let (true, Some(last)) = (more, lines.last()) {
            p.actions { a.button.quiet href={ (base) "?before=" (last.id) @if !typed.is_empty() { "&q=" (encoded(typed)) } } { "Earlier" } }
        }
    }
}

/// Who it was where no person with an account did it.
fn nobody(happened: Happened) -> &'static str {
    match happened {
        Happened::Published
        | Happened::Reminded
        | Happened::SilenceStayed
        | Happened::SilenceLeft
        | Happened::ContactsErased => "By itself:",
        Happened::Suspended
        | Happened::SuspensionLifted
        | Happened::SignatorySuspended
        | Happened::SignatoryRestored => "The operator of this site",
        _ => "Somebody without an account",
    }
}

/// What a line is about; a moment, which the log keeps as a machine writes it, as people do.
fn about(line: &LogLine, zone: &str) -> String {
    match line.about.parse::<jiff::Timestamp>() {
        Ok(at) => dates::time_in_words(at, zone, &Language::english()),
        Err(_) => line.about.clone(),
    }
}

fn encoded(typed: &str) -> String {
    url::form_urlencoded::byte_serialize(typed.as_bytes()).collect()
}
