//! The letter as it is read, and the form in which it is written.

pub(super) mod composing;
pub(super) mod coordinators;
pub(super) mod history;
pub(super) mod log;
pub(super) mod places;
pub(super) mod press;
pub(super) mod retraction;
pub(super) mod revising;

use maud::{Markup, html};

use super::model::{Letter, Standing};
use super::revisions::LetterText;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
use crate::text::markdown;
use crate::text::words::Words;
use crate::web::form::{Field, textarea};
use crate::web::frame::trusted;

/// The letter: date line, addressees, title, `standing` (which the letter's own page puts under the
/// title), text. `count` stands for `{{count}}`, in the letter's digits.
pub fn article(text: &LetterText, count: &str, level: Level, standing: &Markup) -> Markup {
    let language = Language::of_row(&text.language);
    let title = trusted(markdown::with_count(&html! { (text.title) }.into_string(), count));
    html! {
        article.letter lang=(language.tag()) dir=(language.direction()) {
            header {
                @if !text.place_and_date.is_empty() { p.dateline dir="auto" { (text.place_and_date) } }
                @if !text.addressees.is_empty() { p.addressees dir="auto" { (text.addressees) } }
                @match level {
                    Level::Page => h1 { (title) },
                    Level::Part => h3.title { (title) },
                }
                (standing)
            }
            div.text { (trusted(markdown::with_count(&markdown::to_html(&text.body), count))) }
        }
    }
}

/// Whether the letter is what the page is about, or a part of it.
#[derive(Debug, Clone, Copy)]
pub enum Level {
    /// The title is the page's heading.
    Page,
    /// The title stands under another heading.
    Part,
}

/// Where a public letter stands, in its language: "Open for signatures until …".
pub fn standing_in_words(letter: &Letter, standing: Standing, words: Words) -> String {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let time = |at: crate::db::Moment| dates::time_in_words(at.to_timestamp(), zone, &words.language());
    match standing {
        Standing::Draft => String::new(),
        Standing::Open { until: None } => words.say("open-without-deadline"),
        Standing::Open { until: Some(until) } => words.say_with("open-until", &[("time", &time(until))]),
        Standing::Closed { since } => words.say_with("closed-since", &[("time", &time(since))]),
    }
}

/// What was typed into the forms under the letter's own, when it needs another look.
#[derive(Default)]
pub(super) struct Times<'a> {
    /// When to publish.
    pub publish_at: &'a str,
    /// The deadline to be, its zone, and why; none while nobody has typed them.
    pub deadline: Option<[&'a str; 3]>,
}

/// What can be done with a draft: have it signed in private first, or publish it.
pub(super) fn publishing(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        section aria-labelledby="opening" {
            h2 id="opening" { "Open for signatures" }
            p { "Opening locks the saved text as revision 1. Those you invite can sign exactly this text; nobody else sees the letter until you publish it. " a href=(base) { "See the draft as it will look" } "." }
            form.actions method="post" action={ (base) "/opening" } { button { "Open for signatures" } }
        }
        (publication(letter, times, complaints))
    }
}

fn publication(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        section aria-labelledby="publication" {
            h2 id="publication" { "Publish" }
            p {
                @if letter.opened_at.is_some() { "From then on anyone can read the letter and its list of signatories." }
                @else { "Publishing locks the saved text, if it is not open yet. From then on anyone can read it, and any organization can sign." }
            }
            @if let Some(at) = letter.publish_at {
                p.note { "It will be published by itself on " (dates::time_in_words(at.to_timestamp(), zone_of(letter), &Language::english())) "." }
                form.actions method="post" action={ (base) "/publication/cancellation" } { button.quiet { "Do not publish by itself" } }
            }
            form.actions method="post" action={ (base) "/publication" } { button.quiet { "Publish now" } }
            details open[complaints.at("at").is_some()] {
                summary { "Publish later, by itself" }
                form method="post" action={ (base) "/publication" } novalidate {
                    (Field::line("at", "When", times.publish_at).kind("datetime-local").show(complaints))
                    p.hint { "Time in " (zone_of(letter)) ", the time zone of the deadline." }
                    div.actions { button.quiet { "Publish at this time" } }
                }
            }
        }
    }
}

fn zone_of(letter: &Letter) -> &str {
    letter.deadline_zone.as_deref().unwrap_or("UTC")
}

pub(super) fn while_locked(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        @if !letter.is_public() { (publication(letter, times, complaints)) }
        section aria-labelledby="list" {
            h2 id="list" { "Signatories" }
            p.actions { a.button.quiet href={ (base) "/list" } { "The list in your hands" } a href=(base) { "See the letter" } }
        }
        (deadline(letter, times, complaints))
        @if letter.closed_at.is_none() {
            section aria-labelledby="closing" {
                h2 id="closing" { "Close" }
                p { "Closing ends the signing. The letter stays public with its list." }
                form.actions method="post" action={ (base) "/closing" } { button.quiet { "Close for signatures" } }
            }
        }
        @if letter.retracted_at.is_none() { p.meta { a href={ (base) "/retraction" } { "Retract the letter" } } }
    }
}

/// The field of another deadline: the letter's own form has one called `deadline`.
pub(super) const NEW_DEADLINE: &str = "new-deadline";

/// Another deadline, with a word about why; also how a closed letter is opened again.
fn deadline(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let current = letter.deadline.map(|at| dates::for_field(at.to_timestamp(), zone_of(letter)));
    let [typed, zone, note] =
        times.deadline.unwrap_or([current.as_deref().unwrap_or(""), zone_of(letter), ""]);
    let wrong = complaints.at(NEW_DEADLINE);
    let zones: Vec<(&str, &str)> = dates::ZONES.iter().map(|zone| (*zone, *zone)).collect();
    html! {
        section aria-labelledby="deadline-title" {
            h2 id="deadline-title" { "Deadline" }
            details open[times.deadline.is_some()] {
                summary { @if letter.closed_at.is_some() { "Open it again" } @else { "Move the deadline" } }
                form method="post" action={ "/letters/" (letter.slug) "/deadline" } novalidate {
                    div.field {
                        label for=(NEW_DEADLINE) { "Open for signatures until" }
                        @if let Some(wrong) = wrong { span.error id="new-deadline-error" { (wrong) } }
                        input id=(NEW_DEADLINE) name="deadline" type="datetime-local" dir="ltr" value=(typed) autocomplete="off"
                            aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| "new-deadline-error")];
                    }
                    div.field {
                        label for="new-zone" { "Time in" }
                        select id="new-zone" name="time_zone" {
                            @if !dates::ZONES.contains(&zone) { option value=(zone) selected { (zone) } }
                            @for (name, words) in &zones { option value=(name) selected[*name == zone] { (words) } }
                        }
                    }
                    (textarea(&Field::line("note", "Why", note).optional().hint("Stands in the letter’s public history."), 2, complaints))
                    div.actions { button.quiet { "Move the deadline" } }
                }
            }
        }
    }
}

/// What a coordinator sees at the address of their draft, exactly as its readers will; strangers see
/// that there is no such page.
pub fn draft(letter: &Letter) -> Markup {
    let language = letter.language();
    let words = Words::of(&language);
    let standing = Standing::Open { until: letter.deadline };
    let standing = html! { div.standing { p lang=(words.language().tag()) { (standing_in_words(letter, standing, words)) } } };
    html! {
        p.note { "Only coordinators of this letter see this page. " a href={ "/letters/" (letter.slug) "/edit" } { "Edit or publish it" } "." }
        (article(&letter.text(), &language.number(0), Level::Page, &standing))
        (composing::list_to_come(letter.rule(), &language))
    }
}
