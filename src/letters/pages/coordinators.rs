//! The page of a letter's coordinators, and the one on which an invitation is accepted.

use maud::{Markup, html};

use crate::ids::PersonId;
use crate::letters::coordinators::{Coordination, Waiting};
use crate::letters::{Place, coordinating_nav};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{dates, speaking};
use crate::web::form::{Field, summary};
use crate::web::phrase::phrase;

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
        h1 { (say!("letters-coordinators")) }
        (coordinating_nav(&page.letter, Place::Coordinators))
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        p { (say!("letters-coordinators-about")) }
        ul.rows {
            @for coordinator in &page.coordinators { (row(coordinator, person, page.coordinators.len() > 1, &base)) }
        }
        @if !page.waiting.is_empty() {
            section aria-labelledby="waiting" {
                h2 id="waiting" { (say!("letters-coordinators-waiting")) }
                ul.rows { @for waiting in &page.waiting { (invited(waiting, &base)) } }
            }
        }
        section aria-labelledby="invite" {
            h2 id="invite" { (say!("letters-coordinators-invite")) }
            form method="post" action=(base) novalidate {
                (Field::line("email", &say!("letters-coordinators-email"), typed.email).kind("email")
                    .hint(&say!("letters-coordinators-email-hint")).show(complaints))
                label.choice {
                    input type="checkbox" name="hand_over" value="yes" checked[typed.hand_over];
                    " " span { (say!("letters-coordinators-hand-over")) span.hint { (say!("letters-coordinators-hand-over-hint")) } }
                }
                div.actions { button { (say!("letters-coordinators-send")) } }
            }
        }
    }
}

fn row(coordinator: &Person, person: PersonId, several: bool, base: &str) -> Markup {
    let is_self = coordinator.id == person;
    html! {
        li {
            div {
                p { bdi lang=(language_of_name(&coordinator.name)) { (coordinator.name) } @if is_self { " " (say!("letters-coordinators-you")) } }
                p.about { bdi { (coordinator.email) } }
            }
            @if several {
                div.beside {
                    @if !is_self {
                        form method="post" action=(base) {
                            input type="hidden" name="email" value=(coordinator.email);
                            input type="hidden" name="hand_over" value="yes";
                            button.quiet aria-label=(say!("letters-coordinators-hand-over-to", name = &coordinator.name)) { (say!("letters-coordinators-hand-over-short")) }
                        }
                    }
                    form method="post" action={ (base) "/removal" } {
                        input type="hidden" name="person" value=(coordinator.id);
                        @if is_self { button.quiet { (say!("letters-coordinators-step-down")) } }
                        @else { button.quiet aria-label=(say!("letters-coordinators-remove-whom", name = &coordinator.name)) { (say!("letters-coordinators-remove")) } }
                    }
                }
            }
        }
    }
}

fn invited(waiting: &Waiting, base: &str) -> Markup {
    let until =
        dates::date_in_words(waiting.expires_at.to_timestamp(), "UTC", &speaking::current().language());
    html! {
        li {
            div {
                p { bdi { (waiting.email) } }
                p.about {
                    (phrase!("letters-coordinators-invited-by", name = &waiting.by_name, date = html! { (until) }))
                    @if waiting.hand_over { "\u{a0}· " (say!("letters-coordinators-to-hand-over")) }
                }
            }
            form method="post" action={ (base) "/withdrawal" } {
                input type="hidden" name="invitation" value=(waiting.id);
                button.quiet aria-label=(say!("letters-coordinators-take-back-whose", email = &waiting.email)) { (say!("letters-coordinators-take-back")) }
            }
        }
    }
}

/// The page behind the link in the mail: one button.
pub(in crate::letters) fn invitation(waiting: &Waiting, action: &str) -> Markup {
    html! {
        h1 { (say!("letters-coordinate")) }
        p.lead dir="auto" { (waiting.shown_title()) }
        p { (phrase!("letters-coordinating-asks", name = &waiting.by_name)) }
        @if waiting.hand_over {
            p { (phrase!("letters-coordinating-handed-over", name = &waiting.by_name)) }
        } @else {
            p { (say!("letters-coordinating-about")) }
        }
        form.actions method="post" action=(action) { button.large { (say!("letters-coordinating-accept")) } }
    }
}
