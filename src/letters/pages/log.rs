//! The log of a letter, for its coordinators.

use maud::{Markup, html};

use crate::letters::letter_log::{
    A_MEMBER, Happened, LogLine, NO_DEADLINE, NO_HOUR, SOMEBODY_INVITED, TO_HAND_OVER, UNNAMED,
    count_of_addresses,
};
use crate::letters::{Letter, Minimum, Place, coordinating_nav};
use crate::text::words::say;
use crate::text::{dates, speaking};
use crate::web::phrase::phrase;

/// A page of the log; `typed` is what was looked for, `more` whether earlier lines follow.
pub(in crate::letters) fn log(letter: &Letter, lines: &[LogLine], typed: &str, more: bool) -> Markup {
    let base = format!("/letters/{}/log", letter.slug);
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    html! {
        h1 { (say!("letters-log")) }
        (coordinating_nav(letter, Place::Log))
        p { (say!("letters-log-about")) }
        form.search method="get" action=(base) role="search" {
            div.field {
                label for="q" { (say!("letters-log-search-for")) }
                input id="q" name="q" type="search" dir="auto" value=(typed) autocomplete="off";
            }
            div.actions { button.quiet { (say!("letters-log-search")) } " " a href={ (base) ".csv" } { (say!("letters-log-csv")) } }
        }
        @if lines.is_empty() { p.empty { (say!("letters-log-nothing")) } }
        ol.rows.log role="list" {
            @for line in lines {
                li { div {
                    p { (said(line, zone)) }
                    @if !line.note.is_empty() { p { (phrase!("letters-log-note", note = in_words(&line.note))) } }
                    p.about { time datetime=(line.at) { (dates::time_in_words(line.at.to_timestamp(), zone, &speaking::current().language())) } }
                } }
            }
        }
        @if let (true, Some(last)) = (more, lines.last()) {
            p.actions { a.button.quiet href={ (base) "?before=" (last.id) @if !typed.is_empty() { "&q=" (encoded(typed)) } } { (say!("letters-log-earlier")) } }
        }
    }
}

/// What a line says.
fn said(line: &LogLine, zone: &str) -> Markup {
    let who = match &line.by {
        Some(name) => html! { bdi { (name) } },
        None if line.about == UNNAMED => html! { (say!("letters-log-by-unnamed")) },
        None => html! { (nobody(line.happened)) },
    };
    let what = html! { (line.happened.in_words()) };
    if line.about.is_empty() || (line.by.is_none() && line.about == UNNAMED) {
        return phrase!("letters-log-line", who = who, what = what);
    }
    phrase!("letters-log-line-about", who = who, what = what, about = about(line, zone))
}

/// Who it was where no person with an account did it.
fn nobody(happened: Happened) -> String {
    match happened {
        Happened::Published
        | Happened::Reminded
        | Happened::SilenceStayed
        | Happened::SilenceLeft
        | Happened::ContactsErased => say!("letters-log-by-itself"),
        Happened::Suspended
        | Happened::SuspensionLifted
        | Happened::SignatorySuspended
        | Happened::SignatoryRestored => say!("letters-log-by-operator"),
        _ => say!("letters-log-by-nobody"),
    }
}

/// What a line is about; a moment, which the log keeps as a machine writes it, as people do.
fn about(line: &LogLine, zone: &str) -> String {
    let (about, language) = (line.about.as_str(), speaking::current().language());
    if let Ok(zoned) = about.parse::<jiff::Zoned>() {
        let own = zoned.time_zone().iana_name().unwrap_or(zone);
        return dates::time_in_words(zoned.timestamp(), own, &language);
    }
    if let Ok(at) = about.parse::<jiff::Timestamp>() {
        return dates::time_in_words(at, zone, &language);
    }
    match line.happened {
        Happened::MinimumSet => about.parse().map_or_else(|()| about.to_owned(), Minimum::in_words),
        Happened::RedLinesSet if about == NO_HOUR => say!("letters-log-no-hour"),
        Happened::Invited | Happened::Reminded => match count_of_addresses(about) {
            Some(count) => say!("letters-log-addresses", count = count),
            None => in_words(about),
        },
        _ => in_words(about),
    }
}

/// What the log keeps in the same words for everyone, in the language of whoever looks; the words of people
/// as they are.
fn in_words(kept: &str) -> String {
    match kept {
        UNNAMED => say!("letters-log-unnamed"),
        NO_DEADLINE => say!("letters-log-no-deadline"),
        TO_HAND_OVER => say!("letters-log-to-hand-over"),
        A_MEMBER => say!("letters-log-member"),
        SOMEBODY_INVITED => say!("letters-log-somebody"),
        kept => kept.to_owned(),
    }
}

fn encoded(typed: &str) -> String {
    url::form_urlencoded::byte_serialize(typed.as_bytes()).collect()
}
