//! The operators' home and log, and what stands above all their pages.

pub(super) mod deciding;
pub(super) mod letters;
pub(super) mod organizations;
pub(super) mod reporting;

use maud::{Markup, html};

use super::model::{LogLine, Waiting};
use crate::db::Moment;
use crate::mail::Outbox;
use crate::text::words::say;
use crate::text::{dates, speaking};
use crate::web::phrase::{self, Part, phrase};

/// A page of the operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Home,
    Flags,
    Claims,
    Reports,
    Organizations,
    Letters,
    Log,
}

const PLACES: [(Place, &str); 7] = [
    (Place::Home, ""),
    (Place::Flags, "/flags"),
    (Place::Claims, "/claims"),
    (Place::Reports, "/reports"),
    (Place::Organizations, "/organizations"),
    (Place::Letters, "/letters"),
    (Place::Log, "/log"),
];

impl Place {
    fn in_words(self) -> String {
        match self {
            Self::Home => say!("operating-overview"),
            Self::Flags => say!("operating-flags"),
            Self::Claims => say!("operating-claims"),
            Self::Reports => say!("operating-reports"),
            Self::Organizations => say!("operating-organizations"),
            Self::Letters => say!("operating-letters"),
            Self::Log => say!("operating-log"),
        }
    }
}

fn nav(current: Place) -> Markup {
    html! {
        nav.places aria-label=(say!("operating-title")) {
            ul role="list" {
                @for (place, path) in PLACES {
                    li { a href={ "/operator" (path) } aria-current=[(place == current).then_some("page")] { (place.in_words()) } }
                }
            }
        }
    }
}

fn time(at: Moment) -> String {
    dates::time_in_words(at.to_timestamp(), "UTC", &speaking::current().language())
}

fn date(at: Moment) -> String {
    dates::date_in_words(at.to_timestamp(), "UTC", &speaking::current().language())
}

fn number(number: impl TryInto<usize>) -> String {
    speaking::current().language().number(number.try_into().unwrap_or(0))
}

/// What waits.
pub(super) fn home(waiting: Waiting, outbox: Outbox) -> Markup {
    html! {
        h1 { (say!("operating-title")) }
        (nav(Place::Home))
        p { (say!("operating-lead")) }
        dl.facts {
            dt { a href="/operator/flags" { (say!("operating-waiting-flags")) } } dd { (number(waiting.flags)) }
            dt { a href="/operator/claims" { (say!("operating-waiting-claims")) } } dd { (number(waiting.claims)) }
            dt { a href="/operator/reports" { (say!("operating-waiting-reports")) } } dd { (number(waiting.reports)) }
            dt { (say!("operating-mail-waiting")) } dd { (number(outbox.waiting)) }
            dt { (say!("operating-mail-refused")) } dd { (number(outbox.refused)) }
        }
        @if outbox.refused > 0 {
            form.actions method="post" action="/operator/outbox" { button.quiet { (say!("operating-mail-again")) } }
        }
    }
}

/// What a line of the log says: who did what, and about whom or what.
fn sentence(line: &LogLine) -> Markup {
    let who = vec![("name", Part::from(&line.person_name))];
    let did = phrase::sentence(speaking::current(), line.kind.message(), who);
    if line.about.is_empty() { did } else { phrase!("operating-log-about", did = did, about = &line.about) }
}

/// A page of the log; `more` whether earlier lines follow.
pub(super) fn log(lines: &[LogLine], more: bool) -> Markup {
    html! {
        h1 { (say!("operating-log-title")) }
        (nav(Place::Log))
        p { (say!("operating-log-lead")) " " a href="/operator/log.csv" { (say!("operating-log-table")) } }
        @if lines.is_empty() { p.empty { (say!("operating-log-none")) } }
        ol.rows.log role="list" {
            @for line in lines {
                li { div {
                    p { (sentence(line)) }
                    @if !line.why.is_empty() { p { (phrase!("operating-log-why", why = &line.why)) } }
                    p.about { time datetime=(line.happened_at) { (time(line.happened_at)) } }
                } }
            }
        }
        @if let (true, Some(last)) = (more, lines.last()) {
            p.actions { a.button.quiet href={ "/operator/log?before=" (last.id) } { (say!("operating-log-earlier")) } }
        }
    }
}
