//! Letters, for operators; and the warnings about signatories, for a letter's coordinators.

use maud::{Markup, html};

use super::{Place, date, nav, time};
use crate::letters::{self, Letter, coordinating_nav};
use crate::operating::reports::{Report, Subject};
use crate::operating::stopping::named;
use crate::organizations::Flag;
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::web::form::{Field, summary, textarea};

/// What was looked for, and what was found.
pub(in crate::operating) fn search(typed: &str, found: &[Letter]) -> Markup {
    html! {
        h1 { "Letters" }
        (nav(Place::Letters))
        form.search method="get" action="/operator/letters" role="search" {
            div.field {
                label for="q" { "A title, or the address of a letter" }
                input id="q" name="q" type="search" dir="auto" value=(typed) autocomplete="off";
            }
            div.actions { button.quiet { "Search" } }
        }
        @if found.is_empty() { p.empty { "Nothing found." } }
        ul.rows {
            @for letter in found {
                li { div {
                    h2 { a href={ "/operator/letters/" (letter.slug) } { bdi { (named(letter)) } } }
                    p.about {
                        @if let Some(at) = letter.published_at { "public since " (date(at)) } @else { "private" }
                        @if letter.suspended_at.is_some() { "\u{a0}· suspended" }
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
                p { strong { "Suspended since " (time(at)) } }
                @if let Some(note) = &letter.suspension_note { p dir="auto" { (note) } }
            }
        }
        dl.facts {
            dt { "Address" } dd { a href={ "/letters/" (letter.slug) } { "/letters/" (letter.slug) } }
            dt { "State" } dd { (state) }
            @if letter.published_at.is_some() { dt { "Signatories" } dd { (count) } }
            @for person in coordinators { dt { "Coordinator" } dd { bdi { (person.name) } ", " (person.email) } }
        }
        p.meta { "That you looked at this page stands in the log." }
        section aria-labelledby="suspension" {
            @if letter.suspended_at.is_some() {
                h2 id="suspension" { "Lift the suspension" }
                p { "The letter stands again as it stood. Its coordinators and those who signed it get your words by mail." }
                form method="post" action={ (base) "/suspension/lifting" } novalidate {
                    (textarea(&Field::line("words", "Why", ""), 3, complaints))
                    div.actions { button { "Lift it" } }
                }
            } @else {
                h2 id="suspension" { "Suspend it" }
                p { "Whoever asks for it reads your note in place of its text; its list and its files are not given out, and nobody can sign it. Its coordinators and those who signed it get a mail." }
                form method="post" action={ (base) "/suspension" } novalidate {
                    (textarea(&Field::line("words", "The note", "").hint("Everyone who asks for the letter reads this, with the date."), 3, complaints))
                    div.actions { button { "Suspend it" } }
                }
            }
        }
    }
}

/// What the coordinators of a letter are warned of.
pub(in crate::operating) fn warnings(letter: &Letter, flags: &[Flag], reports: &[Report]) -> Markup {
    html! {
        h1 { "Warnings" }
        (coordinating_nav(letter, letters::Place::List))
        p { "Signatories of this letter that may be taken for others, and what readers reported of them. Only its coordinators and the operator of this site see this; the operator settles it. " a href={ "/letters/" (letter.slug) "/list" } { "The list" } }
        @if flags.is_empty() && reports.is_empty() { p.empty { "None." } }
        ul.rows {
            @for flag in flags {
                li { div {
                    h2 { a href={ "/organizations/" (flag.organization.slug) } { bdi { (flag.organization.name) } } }
                    @if let Some(other) = &flag.other { p { "may be taken for " a href={ "/organizations/" (other.slug) } { bdi { (other.name) } } } }
                    p.about { (flag.reason.in_words()) "\u{a0}· " (date(flag.raised_at)) }
                } }
            }
            @for report in reports {
                @if let Subject::Organization(organization) = &report.about {
                    li { div {
                        h2 { "Reported: " a href={ "/organizations/" (organization.slug) } { bdi { (organization.name) } } }
                        p { (report.reason.in_words()) }
                        blockquote.prose dir="auto" { (report.words) }
                        p.about { (date(report.raised_at)) }
                    } }
                }
            }
        }
    }
}
