//! All letters that an organization signed: to be read, and to be printed for its board.

use maud::{Markup, html};

use crate::db::Moment;
use crate::organizations::model::Organization;
use crate::signatures::GivenLine;
use crate::text::dates;
use crate::text::language::{Language, language_of_name};

fn day(at: Moment) -> String {
    dates::date_in_words(at.to_timestamp(), "UTC", &Language::english())
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
        h1 { "All letters we signed" }
        p.lead.of-letter { a href=(base) { bdi lang=(language_of_name(&organization.name)) { (organization.name) } } }
        p.meta {
            (given.len()) @if given.len() == 1 { " letter, " } @else { " letters, " }
            (standing) " with our name under it at present. As of " (dates::time_in_words(now.to_timestamp(), "UTC", &Language::english())) ". Some are not public: this page is for our own people."
        }
        @if given.is_empty() { p.empty { "None yet." } }
        @else { p.actions { a.button.quiet href={ (base) "/letters.csv" } { "As a table (CSV)" } } }
        h2.visually-hidden { "Letters" }
        ul.rows.given { @for line in given { (one(line, now)) } }
    }
}

fn one(line: &GivenLine, now: Moment) -> Markup {
    let letter = &line.letter;
    html! {
        li.gone[line.withdrawn_at.is_some()] { div {
            h3 lang=(letter.language().tag()) dir="auto" { a href={ "/letters/" (letter.slug) } { (letter.shown_title()) } }
            p.about {
                "Signed " (day(line.signed_at)) " by " bdi { (line.representative_name) }
                @if !line.representative_title.is_empty() { ", " bdi { (line.representative_title) } }
                @if let Some((number, _)) = &line.revision { " · revision " (number) }
            }
            p.about {
                @match letter.published_at { Some(at) => { "Public since " (day(at)) }, None => "Not public" }
                @if let state @ ("closed" | "retracted" | "answered") = letter.state(now) { " · " (state) }
                @if let Some(at) = letter.delivered_at { " · delivered " (day(at)) }
            }
            @if let Some(at) = line.withdrawn_at { p.about { strong { "Withdrawn " (day(at)) } } }
            @if let Some(at) = line.withheld_at { p.about { "Our name is withheld since " (day(at)) } }
            @if let Some(at) = line.suspended_at { p.about { "Suspended since " (day(at)) } }
            @if let Some(at) = line.awaiting_since { p.about { "Waits for the letter’s coordinators since " (day(at)) } }
        } }
    }
}
