//! The form with which anyone reports a letter or a signatory, and what they read afterwards.

use maud::{Markup, html};

use crate::operating::reports::{Reason, Subject};
use crate::text::complaints::Complaints;
use crate::text::words::say;
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
        Subject::Letter(_) => (say!("operating-report-letter"), say!("operating-report-letter-readers")),
        Subject::Organization(_) => {
            (say!("operating-report-organization"), say!("operating-report-organization-readers"))
        }
    };
    html! {
        h1 { (heading) }
        p.lead { a href=(path(about)) { bdi { (about.name()) } } }
        (summary(complaints))
        p { (readers) }
        form method="post" action={ (path(about)) "/report" } novalidate {
            (choices("reason", &say!("operating-report-reason"), &options, typed.reason, complaints))
            (textarea(&Field::line("words", &say!("operating-report-words"), typed.words).hint(&say!("operating-report-words-hint")), 5, complaints))
            (Field::line("email", &say!("operating-report-email"), typed.email).kind("email").fills("email").optional()
                .hint(&say!("operating-report-email-hint")).show(complaints))
            div.actions { button { (say!("operating-report-send")) } }
        }
    }
}

/// Afterwards, the same for everyone.
pub(in crate::operating) fn thanks(about: &Subject) -> Markup {
    html! {
        h1 { (say!("operating-report-thanks")) }
        p { (say!("operating-report-thanks-text")) }
        p.actions { a href=(path(about)) { (say!("operating-report-back")) } }
    }
}
