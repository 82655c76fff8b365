//! What can be done with a letter from its own page: open it, publish it, move its deadline, close it.

use maud::{Markup, html};

use super::zoned;
use crate::letters::Letter;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::words::say;
use crate::web::form::{Field, select, textarea};
use crate::web::phrase::phrase;

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
            h2 id="opening" { (say!("letters-open")) }
            p { (phrase!("letters-open-about", see = html! { a href=(base(letter)) { (say!("letters-open-see-draft")) } })) }
            form.actions method="post" action={ (base(letter)) "/opening" } data-after-saving { button.quiet { (say!("letters-open")) } }
        }
        (publication(letter, times, complaints))
    }
}

/// Publishing cannot be taken back, so its buttons are not the first that a finger meets.
fn publication(letter: &Letter, times: &Times<'_>, complaints: &Complaints) -> Markup {
    let base = base(letter);
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let hint = match letter.deadline {
        Some(_) => say!("letters-publish-hint-deadline", zone = zone),
        None => say!("letters-publish-hint", zone = zone),
    };
    html! {
        section aria-labelledby="publication" {
            h2 id="publication" { (say!("letters-publish")) }
            p {
                (say!("letters-publish-about")) " "
                @if letter.opened_at.is_none() { (say!("letters-publish-about-draft")) " " }
                (say!("letters-publish-about-end"))
            }
            @if let Some(at) = letter.publish_at {
                p.note { (phrase!("letters-publish-scheduled", time = zoned(at, Some(zone)))) }
                form.actions method="post" action={ (base) "/publication/cancellation" } { button.quiet { (say!("letters-publish-cancel")) } }
            }
            details {
                summary { (say!("letters-publish-now")) }
                form.actions method="post" action={ (base) "/publication" } data-after-saving { button { (say!("letters-publish-now-button")) } }
            }
            details open[complaints.at("at").is_some()] {
                summary { @if letter.publish_at.is_some() { (say!("letters-publish-another-time")) } @else { (say!("letters-publish-later")) } }
                form method="post" action={ (base) "/publication" } novalidate data-after-saving {
                    (Field::line("at", &say!("letters-publish-when"), times.publish_at).kind("datetime-local").hint(&hint).show(complaints))
                    div.actions { button { (say!("letters-publish-at")) } }
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
        @let read = html! { a href=(base) { (say!("letters-locked-read")) } };
        @let revise = html! { a href={ (base) "/revising" } { (say!("letters-locked-revise")) } };
        p {
            @if letter.delivered_at.is_none() && !retracted { (phrase!("letters-locked-or-revise", read = read, revise = revise)) }
            @else { (phrase!("letters-locked", read = read)) }
        }
        @if letter.closed_at.is_none() && !retracted {
            p.actions { a.button href={ (base) "/invitations" } { (say!("letters-invite-to-sign")) } }
        }
        @if !letter.is_public() && !retracted { (publication(letter, times, complaints)) }
        @if !retracted { (deadline(letter, times, complaints)) }
        @if letter.closed_at.is_none() && !retracted {
            section aria-labelledby="closing" {
                h2 id="closing" { (say!("letters-close")) }
                p { @if letter.is_public() { (say!("letters-close-public")) } @else { (say!("letters-close-private")) } }
                form.actions method="post" action={ (base) "/closing" } { button.quiet { (say!("letters-close-button")) } }
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
            h2 id="deadline-title" { (say!("letters-deadline")) }
            p {
                @if again { (say!("letters-deadline-closed")) }
                @else if let Some(at) = letter.deadline { (phrase!("letters-deadline-open-until", time = zoned(at, Some(own)))) }
                @else { (say!("letters-deadline-open-without")) }
            }
            details open[times.deadline.is_some()] {
                summary { @if again { (say!("letters-open-again")) } @else { (say!("letters-move-deadline")) } }
                form method="post" action={ "/letters/" (letter.slug) "/deadline" } novalidate {
                    div.pair {
                        div.field {
                            label for=(NEW_DEADLINE) { (say!("letters-field-open-until")) " " span.meta { (say!("web-optional")) } }
                            @if let Some(wrong) = wrong { span.error id="new-deadline-error" { (wrong) } }
                            input id=(NEW_DEADLINE) name="deadline" type="datetime-local" dir="ltr" value=(at) autocomplete="off"
                                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| "new-deadline-error")];
                        }
                        (select(&Field::line("time_zone", &say!("letters-time-in"), zone), &super::composing::zones(zone), complaints))
                    }
                    (textarea(&Field::line("note", &say!("letters-why"), note).optional().hint(&say!("letters-deadline-why-hint")), 2, complaints))
                    div.actions { button { @if again { (say!("letters-open-again")) } @else { (say!("letters-move-deadline")) } } }
                }
            }
        }
    }
}
