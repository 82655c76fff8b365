//! All letters that an organization signed: to be read, and to be printed for its board.

use maud::{Markup, html};

use crate::db::Moment;
use crate::organizations::model::Organization;
use crate::signatures::GivenLine;
use crate::text::dates;
use crate::text::language::language_of_name;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::phrase::phrase;

fn day(at: Moment) -> String {
    dates::date_in_words(at.to_timestamp(), "UTC", &speaking::current().language())
}

/// The page.
pub(in crate::organizations) fn letters(
    organization: &Organization,
    given: &[GivenLine],
    now: Moment,
) -> Markup {
    let base = format!("/organizations/{}", organization.slug);
    let standing = given.iter().filter(|line| line.withdrawn_at.is_none()).count();
    html! {
        h1 { (say!("organizations-all-letters")) }
        p.lead.of-letter { a href=(base) { bdi lang=(language_of_name(&organization.name)) { (organization.name) } } }
        p.meta {
            @let time = dates::time_in_words(now.to_timestamp(), "UTC", &speaking::current().language());
            (say!("organizations-letters-count", count = given.len(), standing = standing, time = time))
        }
        @if given.is_empty() { p.empty { (say!("organizations-letters-none")) } }
        @else { p.actions { a.button.quiet href={ (base) "/letters.csv" } { (say!("organizations-as-table")) } } }
        h2.visually-hidden { (say!("organizations-letters")) }
        ul.rows.given { @for line in given { (one(line, now)) } }
    }
}

/// What has become of a letter, where it does not go without saying.
fn state_in_words(state: &str) -> Option<String> {
    match state {
        "closed" => Some(say!("organizations-state-closed")),
        "retracted" => Some(say!("organizations-state-retracted")),
        "answered" => Some(say!("organizations-state-answered")),
        _ => None,
    }
}

fn one(line: &GivenLine, now: Moment) -> Markup {
    let letter = &line.letter;
    html! {
        li.gone[line.withdrawn_at.is_some()] { div {
            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (letter.shown_title()) } }
            p.about {
                @let person = html! {
                    bdi { (line.representative_name) }
                    @if !line.representative_title.is_empty() { ", " bdi { (line.representative_title) } }
                };
                (phrase!("organizations-signed-by", date = html! { (day(line.signed_at)) }, person = person))
                @if let Some((number, _)) = &line.revision { " · " (say!("organizations-revision", number = *number)) }
            }
            p.about {
                @match letter.published_at {
                    Some(at) => (say!("organizations-public-since", date = day(at))),
                    None => (say!("organizations-not-public")),
                }
                @if let Some(state) = state_in_words(letter.state(now)) { " · " (state) }
                @if let Some(at) = letter.delivered_at { " · " (say!("organizations-delivered", date = day(at))) }
            }
            @if let Some(at) = line.withdrawn_at { p.about { strong { (say!("organizations-withdrawn", date = day(at))) } } }
            @if let Some(at) = line.withheld_at { p.about { (say!("organizations-withheld-since", date = day(at))) } }
            @if let Some(at) = line.suspended_at { p.about { (say!("organizations-suspended-since", date = day(at))) } }
            @if let Some(at) = line.awaiting_since { p.about { (say!("organizations-awaits-since", date = day(at))) } }
        } }
    }
}
