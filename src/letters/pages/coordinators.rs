//! The page of a letter's coordinators, and the one on which an invitation is accepted.

use maud::{Markup, html};

use crate::ids::PersonId;
use crate::letters::coordinators::{Coordination, Waiting};
use crate::letters::{Place, coordinating_nav};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::{Language, language_of_name};
use crate::web::form::{Field, summary};

/// What was typed into the form.
#[derive(Default)]
pub(in crate::letters) struct Typed<'a> {
    pub email: &'a str,
    pub hand_over: bool,
}

/// A letter's coordinators.
pub(in crate::letters) fn coordinators(
    page: &Coordination,
    person: PersonId,
    note: Option<&str>,
    typed: &Typed<'_>,
    complaints: &Complaints,
) -> Markup {
    let base = format!("/letters/{}/coordinators", page.letter.slug);
    html! {
        h1 { "Coordinators" }
        (coordinating_nav(&page.letter, Place::Coordinators))
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        p { "All coordinators can do the same: write, invite, publish, deliver, and add or remove each other. The log says who did what." }
        ul.rows {
            @for coordinator in &page.coordinators { (row(coordinator, person, page.coordinators.len() > 1, &base)) }
        }
        @if !page.waiting.is_empty() {
            section aria-labelledby="waiting" {
                h2 id="waiting" { "Waiting for an answer" }
                ul.rows { @for waiting in &page.waiting { (invited(waiting, &base)) } }
            }
        }
        section aria-labelledby="invite" {
            h2 id="invite" { "Invite somebody" }
            form method="post" action=(base) novalidate {
                (Field::line("email", "Their email address", typed.email).kind("email")
                    .hint("They get a mail with a link that works once, for 14 days.").show(complaints))
                label.choice {
                    input type="checkbox" name="hand_over" value="yes" checked[typed.hand_over];
                    " " span { "Hand the letter over" span.hint { "When they accept, you stop coordinating it." } }
                }
                div.actions { button { "Send the invitation" } }
            }
        }
    }
}

fn row(coordinator: &Person, person: PersonId, several: bool, base: &str) -> Markup {
    let is_self = coordinator.id == person;
    html! {
        li {
            div {
                p { bdi lang=(language_of_name(&coordinator.name)) { (coordinator.name) } @if is_self { " (you)" } }
                p.about { bdi { (coordinator.email) } }
            }
            @if several {
                div.beside {
                    @if !is_self {
                        form method="post" action=(base) {
                            input type="hidden" name="email" value=(coordinator.email);
                            input type="hidden" name="hand_over" value="yes";
                            button.quiet aria-label={ "Hand over to " (coordinator.name) } { "Hand over" }
                        }
                    }
                    form method="post" action={ (base) "/removal" } {
                        input type="hidden" name="person" value=(coordinator.id);
                        @if is_self { button.quiet { "Step down" } }
                        @else { button.quiet aria-label={ "Remove " (coordinator.name) } { "Remove" } }
                    }
                }
            }
        }
    }
}

fn invited(waiting: &Waiting, base: &str) -> Markup {
    let until = dates::date_in_words(waiting.expires_at.to_timestamp(), "UTC", &Language::english());
    html! {
        li {
            div {
                p { bdi { (waiting.email) } }
                p.about {
                    "Invited by " bdi { (waiting.by_name) } ", until " (until)
                    @if waiting.hand_over { "\u{a0}· to hand the letter over" }
                }
            }
            form method="post" action={ (base) "/withdrawal" } {
                input type="hidden" name="invitation" value=(waiting.id);
                button.quiet aria-label={ "Take back the invitation of " (waiting.email) } { "Take back" }
            }
        }
    }
}

/// The page behind the link in the mail: one button.
pub(in crate::letters) fn invitation(waiting: &Waiting, action: &str) -> Markup {
    html! {
        h1 { "Coordinate a letter" }
        p.lead dir="auto" { (waiting.shown_title()) }
        p { bdi { (waiting.by_name) } " asks you to coordinate this letter." }
        @if waiting.hand_over {
            p { "It is handed over to you: when you accept, " bdi { (waiting.by_name) } " stops coordinating it." }
        } @else {
            p { "Coordinators write the text, invite organizations, publish and deliver the letter. You can step down while somebody else coordinates it." }
        }
        form.actions method="post" action=(action) { button.large { "Coordinate this letter" } }
    }
}
