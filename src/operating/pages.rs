//! The operators' home and log, and what stands above all their pages.

pub(super) mod deciding;
pub(super) mod letters;
pub(super) mod organizations;
pub(super) mod reporting;

use maud::{Markup, html};

use super::model::{LogLine, Waiting};
use crate::db::Moment;
use crate::mail::Outbox;
use crate::text::dates;
use crate::text::language::Language;

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

const PLACES: [(Place, &str, &str); 7] = [
    (Place::Home, "", "Overview"),
    (Place::Flags, "/flags", "Look-alikes"),
    (Place::Claims, "/claims", "Claims"),
    (Place::Reports, "/reports", "Reports"),
    (Place::Organizations, "/organizations", "Organizations"),
    (Place::Letters, "/letters", "Letters"),
    (Place::Log, "/log", "Log"),
];

fn nav(current: Place) -> Markup {
    html! {
        nav.places aria-label="Operating" {
            ul role="list" {
                @for (place, path, words) in PLACES {
                    li { a href={ "/operator" (path) } aria-current=[(place == current).then_some("page")] { (words) } }
                }
            }
        }
    }
}

fn time(at: Moment) -> String {
    dates::time_in_words(at.to_timestamp(), "UTC", &Language::english())
}

fn date(at: Moment) -> String {
    dates::date_in_words(at.to_timestamp(), "UTC", &Language::english())
}

/// What waits.
pub(super) fn home(waiting: Waiting, outbox: Outbox) -> Markup {
    html! {
        h1 { "Operating" }
        (nav(Place::Home))
        p { "What operators do here, and what they look at that is private, stands in the log, which nobody can change." }
        dl.facts {
            dt { a href="/operator/flags" { "Look-alikes to settle" } } dd { (waiting.flags) }
            dt { a href="/operator/claims" { "Claims to decide" } } dd { (waiting.claims) }
            dt { a href="/operator/reports" { "Reports to answer" } } dd { (waiting.reports) }
            dt { "Mail waiting" } dd { (outbox.waiting) }
            dt { "Mail refused" } dd { (outbox.refused) }
        }
        @if outbox.refused > 0 {
            form.actions method="post" action="/operator/outbox" { button.quiet { "Try the refused mail again" } }
        }
    }
}

/// A page of the log; `more` whether earlier lines follow.
pub(super) fn log(lines: &[LogLine], more: bool) -> Markup {
    html! {
        h1 { "Log of the operators" }
        (nav(Place::Log))
        p { "Everything that operators did, and what they looked at that is private. " a href="/operator/log.csv" { "All as a table (CSV)" } }
        @if lines.is_empty() { p.empty { "Nothing yet." } }
        ol.rows.log role="list" {
            @for line in lines {
                li { div {
                    p {
                        bdi { (line.person_name) } " " (line.kind.in_words())
                        @if !line.about.is_empty() { ": " bdi { (line.about) } }
                    }
                    @if !line.why.is_empty() { p { "“" bdi { (line.why) } "”" } }
                    p.about { time datetime=(line.happened_at) { (time(line.happened_at)) } }
                } }
            }
        }
        @if let (true, Some(last)) = (more, lines.last()) {
            p.actions { a.button.quiet href={ "/operator/log?before=" (last.id) } { "Earlier" } }
        }
    }
}
