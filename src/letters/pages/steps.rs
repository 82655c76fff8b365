//! What can be done with a letter from its own page: open it, publish it, move its deadline, close it.

use maud::{Markup, html};

use super::zoned;
use crate::letters::Letter;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::web::form::{Field, select, textarea};

/// What was typed into the forms under the letter's own, when it needs another look.
#[derive(Default)]
pub(in crate::letters) struct Times<'a> {
    /// When to publish.
    pub publish_at: &'a str,
    /// The deadline to be, its zone, and why; none while nobody has typed them.
    pub deadline: Option<[&'a str; 3]>,
}

/// The field of another deadline: a draft's own form has one called `deadline`.
pub(in crate::letters) const NEW_DEADLINE: &str = "new-deadline";

fn base(letter: &Letter) -> String {
    format!("/letters/{}", letter.slug)
}

/// What can be done with a draft: have it signed in private first, or publish it.
pub(super) fn of_draft(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    html! {
        section aria-labelledby="opening" {
            h2 id="opening" { "Open for signatures" }
            p { "This locks the saved text, and everyone invited gets a mail. They can sign exactly this text; nobody else sees it until you publish it. " a href=(base(letter)) { "See the draft as it will look" } "." }
            form.actions method="post" action={ (base(letter)) "/opening" } data-after-saving { button.quiet { "Open for signatures" } }
        }
        (publication(letter, times, complaints))
    }
}

/// Publishing cannot be taken back, so its buttons are not the first that a finger meets.
fn publication(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let base = base(letter);
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let hint = match letter.deadline {
        Some(_) => format!("Time in {zone}, the zone of the deadline."),
        None => format!("Time in {zone}. With a deadline, it is the deadline’s zone."),
    };
    html! {
        section aria-labelledby="publication" {
            h2 id="publication" { "Publish" }
            p {
                "Anyone can then read the letter and its list of signatories. "
                @if letter.opened_at.is_none() { "The saved text is locked, everyone invited gets a mail, and any organization can sign. " }
                "It cannot be made private again."
            }
            @if let Some(at) = letter.publish_at {
                p.note { "It will be published by itself on " (zoned(at, Some(zone))) "." }
                form.actions method="post" action={ (base) "/publication/cancellation" } { button.quiet { "Do not publish by itself" } }
            }
            details {
                summary { "Publish now" }
                form.actions method="post" action={ (base) "/publication" } data-after-saving { button { "Publish now, for everyone" } }
            }
            details open[complaints.at("at").is_some()] {
                summary { @if letter.publish_at.is_some() { "Publish at another time" } @else { "Publish later, by itself" } }
                form method="post" action={ (base) "/publication" } novalidate data-after-saving {
                    (Field::line("at", "When", times.publish_at).kind("datetime-local").hint(&hint).show(complaints))
                    div.actions { button { "Publish at this time" } }
                }
            }
        }
    }
}

/// What can be done once the text is locked.
pub(super) fn of_locked(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let base = base(letter);
    let retracted = letter.retracted_at.is_some();
    html! {
        p {
            "The text is locked: it is what organizations sign. " a href=(base) { "Read it" }
            @if letter.delivered_at.is_none() && !retracted { ", or " a href={ (base) "/revising" } { "revise it" } }
            "."
        }
        @if letter.closed_at.is_none() && !retracted {
            p.actions { a.button href={ (base) "/invitations" } { "Invite organizations to sign" } }
        }
        @if !letter.is_public() && !retracted { (publication(letter, times, complaints)) }
        @if !retracted { (deadline(letter, times, complaints)) }
        @if letter.closed_at.is_none() && !retracted {
            section aria-labelledby="closing" {
                h2 id="closing" { "Close" }
                p { "Nobody can sign any more. The letter and its list stay as " @if letter.is_public() { "public" } @else { "private" } " as they are. You can open it again." }
                form.actions method="post" action={ (base) "/closing" } { button.quiet { "Close for signatures" } }
            }
        }
    }
}

/// Another deadline, with a word about why; also how a closed letter is opened again.
fn deadline(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let own = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let current = letter.deadline.map(|at| dates::for_field(at.to_timestamp(), own)).unwrap_or_default();
    let [at, zone, note] = times.deadline.unwrap_or([&current, own, ""]);
    let wrong = complaints.at(NEW_DEADLINE);
    let again = letter.closed_at.is_some();
    html! {
        section aria-labelledby="deadline-title" {
            h2 id="deadline-title" { "Deadline" }
            p {
                @if again { "The letter is closed for signatures." }
                @else if let Some(at) = letter.deadline { "Open for signatures until " (zoned(at, Some(own))) "." }
                @else { "Open for signatures, without a deadline." }
            }
            details open[times.deadline.is_some()] {
                summary { @if again { "Open it again" } @else { "Move the deadline" } }
                form method="post" action={ "/letters/" (letter.slug) "/deadline" } novalidate {
                    div.pair {
                        div.field {
                            label for=(NEW_DEADLINE) { "Open for signatures until " span.meta { "(optional)" } }
                            @if let Some(wrong) = wrong { span.error id="new-deadline-error" { (wrong) } }
                            input id=(NEW_DEADLINE) name="deadline" type="datetime-local" dir="ltr" value=(at) autocomplete="off"
                                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| "new-deadline-error")];
                        }
                        (select(&Field::line("time_zone", "Time in", zone), &super::composing::zones(zone), complaints))
                    }
                    (textarea(&Field::line("note", "Why", note).optional().hint("Everyone can read this in the letter’s history."), 2, complaints))
                    div.actions { button { @if again { "Open it again" } @else { "Move the deadline" } } }
                }
            }
        }
    }
}
