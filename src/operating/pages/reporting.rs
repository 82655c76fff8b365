//! The form with which anyone reports a letter or a signatory, and what they read afterwards.

use maud::{Markup, html};

use crate::operating::reports::{Reason, Subject};
use crate::text::complaints::Complaints;
use crate::web::form::{Field, choices, summary, textarea};

/// What was typed.
#[derive(Default)]
pub(in crate::operating) struct Typed<'a> {
    pub reason: &'a str,
    pub words: &'a str,
    pub email: &'a str,
}

/// Where the subject is found.
pub(in crate::operating) fn path(about: &Subject) -> String {
    match about {
        Subject::Letter(letter) => format!("/letters/{}", letter.slug),
        Subject::Organization(organization) => format!("/organizations/{}", organization.slug),
    }
}

/// The form.
pub(in crate::operating) fn form(about: &Subject, typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    let options: Vec<(&str, Markup)> =
        Reason::ALL.iter().map(|reason| (reason.as_str(), html! { (reason.in_words()) })).collect();
    let (heading, readers) = match about {
        Subject::Letter(_) => (
            "Report this letter",
            "Only the people who run this site read it, not the letter’s coordinators.",
        ),
        Subject::Organization(_) => (
            "Report this signatory",
            "Only the people who run this site read it, and the coordinators of the letters it signed; they do not see your address.",
        ),
    };
    html! {
        h1 { (heading) }
        p.lead { a href=(path(about)) { bdi { (about.name()) } } }
        (summary(complaints))
        p { (readers) }
        form method="post" action={ (path(about)) "/report" } novalidate {
            (choices("reason", "What is wrong?", &options, typed.reason, complaints))
            (textarea(&Field::line("words", "Say what is wrong", typed.words).hint("And by what one can tell."), 5, complaints))
            (Field::line("email", "Your address, if you want an answer", typed.email).kind("email").fills("email").optional()
                .hint("Used for one answer, and only seen by the people who run this site.").show(complaints))
            div.actions { button { "Send the report" } }
        }
    }
}

/// Afterwards, the same for everyone.
pub(in crate::operating) fn thanks(about: &Subject) -> Markup {
    html! {
        h1 { "Thank you" }
        p { "Your report will be looked at. If you gave an address, you get an answer there when it is settled." }
        p.actions { a href=(path(about)) { "Back" } }
    }
}
