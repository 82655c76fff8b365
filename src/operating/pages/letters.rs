//! Letters, for operators; and the warnings about signatories, for a letter's coordinators.

use maud::{Markup, html};

use super::deciding::person_and_address;
use super::{Place, date, nav, number, time};
use crate::letters::{self, Letter, coordinating_nav};
use crate::operating::reports::{Report, Subject};
use crate::operating::stopping::named;
use crate::organizations::{Flag, Organization};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::form::{Field, summary, textarea};
use crate::web::phrase::phrase;

/// What was looked for, and what was found.
pub(in crate::operating) fn search(typed: &str, found: &[Letter]) -> Markup {
    html! {
        h1 { (say!("operating-letters")) }
        (nav(Place::Letters))
        form.search method="get" action="/operator/letters" role="search" {
            div.field {
                label for="q" { (say!("operating-search-letters")) }
                input id="q" name="q" type="search" dir="auto" value=(typed) autocomplete="off";
            }
            div.actions { button.quiet { (say!("operating-search")) } }
        }
        @if found.is_empty() { p.empty { (say!("operating-nothing-found")) } }
        ul.rows {
            @for letter in found {
                li { div {
                    h2 { a href={ "/operator/letters/" (letter.slug) } { bdi { (named(letter)) } } }
                    p.about {
                        @if let Some(at) = letter.published_at { (say!("operating-public-since", date = date(at))) } @else { (say!("operating-private")) }
                        @if letter.suspended_at.is_some() { "\u{a0}· " (say!("operating-suspended")) }
                    }
                } }
            }
        }
    }
}

/// The page of a letter. Of a private one there is neither title nor text.
pub(in crate::operating) fn letter(
    letter: &Letter,
    name: &str,
    state: &str,
    coordinators: &[Person],
    count: usize,
    complaints: &Complaints,
) -> Markup {
    let base = format!("/operator/letters/{}", letter.slug);
    html! {
        h1 { bdi { (name) } }
        (nav(Place::Letters))
        (summary(complaints))
        @if let Some(at) = letter.suspended_at {
            aside.note role="note" {
                p { strong { (say!("operating-suspended-since", time = time(at))) } }
                @if let Some(note) = &letter.suspension_note { p dir="auto" { (note) } }
            }
        }
        dl.facts {
            dt { (say!("operating-address")) } dd { a href={ "/letters/" (letter.slug) } dir="ltr" { "/letters/" (letter.slug) } }
            dt { (say!("operating-state")) } dd { (in_words(state)) }
            @if letter.published_at.is_some() { dt { (say!("operating-signatories")) } dd { (number(count)) } }
            @for person in coordinators { dt { (say!("operating-coordinator")) } dd { (person_and_address(person)) } }
        }
        p.meta { (say!("operating-look-logged")) }
        section aria-labelledby="suspension" {
            @if letter.suspended_at.is_some() {
                h2 id="suspension" { (say!("operating-lift")) }
                p { (say!("operating-lift-letter")) }
                form method="post" action={ (base) "/suspension/lifting" } novalidate {
                    (textarea(&Field::line("words", &say!("operating-why"), ""), 3, complaints))
                    div.actions { button { (say!("operating-lift-do")) } }
                }
            } @else {
                h2 id="suspension" { (say!("operating-suspend")) }
                p { (say!("operating-suspend-letter")) }
                form method="post" action={ (base) "/suspension" } novalidate {
                    (textarea(&Field::line("words", &say!("operating-note"), "").hint(&say!("operating-note-letter-hint")), 3, complaints))
                    div.actions { button { (say!("operating-suspend")) } }
                }
            }
        }
    }
}

fn in_words(state: &str) -> String {
    match state {
        "suspended" => say!("operating-suspended"),
        "retracted" => say!("operating-state-retracted"),
        "draft" => say!("operating-state-draft"),
        "answered" => say!("operating-state-answered"),
        "delivered" => say!("operating-state-delivered"),
        "closed" => say!("operating-state-closed"),
        "published" => say!("operating-state-published"),
        "collecting" => say!("operating-state-collecting"),
        other => other.to_owned(),
    }
}

fn public(organization: &Organization) -> Markup {
    html! { a href={ "/organizations/" (organization.slug) } { bdi { (organization.name) } } }
}

/// What the coordinators of a letter are warned of.
pub(in crate::operating) fn warnings(letter: &Letter, flags: &[Flag], reports: &[Report]) -> Markup {
    html! {
        h1 { (say!("operating-warnings")) }
        (coordinating_nav(letter, letters::Place::List))
        p { (say!("operating-warnings-lead")) " " a href={ "/letters/" (letter.slug) "/list" } { (say!("operating-warnings-list")) } }
        @if flags.is_empty() && reports.is_empty() { p.empty { (say!("operating-none")) } }
        ul.rows {
            @for flag in flags {
                li { div {
                    h2 { (public(&flag.organization)) }
                    @if let Some(other) = &flag.other { p { (phrase!("operating-flag-other", other = public(other))) } }
                    p.about { (flag.reason.in_words()) "\u{a0}· " (date(flag.raised_at)) }
                } }
            }
            @for report in reports {
                @if let Subject::Organization(organization) = &report.about {
                    li { div {
                        h2 { (phrase!("operating-warnings-reported", name = public(organization))) }
                        p { (report.reason.in_words()) }
                        blockquote.prose dir="auto" { (report.words) }
                        p.about { (date(report.raised_at)) }
                    } }
                }
            }
        }
    }
}
