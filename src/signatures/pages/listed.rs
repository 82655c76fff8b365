//! Entering a listed signatory, and what proves its yes.

use maud::{Markup, html};

use super::base;
use super::line::{countries, headings};
use crate::letters::Letter;
use crate::signatures::list::Group;
use crate::signatures::listed::KeptEvidence;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{dates, speaking};
use crate::web::form::{Field, choices, select, summary, textarea};

/// What was typed into the form.
#[derive(Default)]
pub(in crate::signatures) struct ListedTyped {
    pub name: String,
    pub acronym: String,
    pub country: String,
    pub group: String,
    pub representative_name: String,
    pub representative_title: String,
    pub email: String,
    pub said_by: String,
    pub said_at: String,
    pub note: String,
    pub display: String,
}

pub(in crate::signatures) fn listed_form(
    letter: &Letter,
    groups: &[Group],
    typed: &ListedTyped,
    complaints: &Complaints,
    can_be_signed: bool,
) -> Markup {
    let base = base(letter);
    let groups = headings(letter, groups, &typed.group);
    let groups: Vec<(&str, &str)> = groups.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let countries = countries();
    let countries: Vec<(&str, &str)> = countries.iter().map(|(code, name)| (*code, name.as_str())).collect();
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let email_hint = if can_be_signed {
        say!("signatures-listed-email-asked")
    } else {
        say!("signatures-listed-email-kept")
    };
    html! {
        h1 { (say!("signatures-listed-title")) }
        p { (say!("signatures-listed-what")) }
        (summary(complaints))
        form method="post" action={ (base) "/list/listed" } enctype="multipart/form-data" novalidate {
            div.pair {
                (Field::line("name", &say!("signatures-name"), &typed.name).show(complaints))
                (Field::line("acronym", &say!("signatures-acronym"), &typed.acronym).optional().show(complaints))
            }
            (select(&Field::line("country", &say!("signatures-country"), &typed.country).optional(), &countries, complaints))
            (select(&Field::line("group", &say!("signatures-heading"), &typed.group).optional(), &groups, complaints))
            div.pair {
                (Field::line("representative_name", &say!("signatures-representative"), &typed.representative_name).optional().show(complaints))
                (Field::line("representative_title", &say!("signatures-title"), &typed.representative_title).optional().show(complaints))
            }
            (Field::line("email", &say!("signatures-listed-email"), &typed.email).kind("email").optional().hint(&email_hint).show(complaints))
            (choices("display", &say!("signatures-shown-to-public"), &[
                ("organization", html! { (say!("signatures-listed-shows-name")) }),
                ("withheld", html! { (say!("signatures-listed-shows-nothing")) }),
            ], if typed.display.is_empty() { "organization" } else { &typed.display }, complaints))
            h2 { (say!("signatures-listed-who")) }
            p { (say!("signatures-listed-who-note")) }
            div.pair {
                (Field::line("said_by", &say!("signatures-listed-who-name"), &typed.said_by).show(complaints))
                (Field::line("said_at", &say!("signatures-when"), &typed.said_at).kind("datetime-local").hint(&say!("signatures-in-zone", zone = zone)).show(complaints))
            }
            (textarea(&Field::line("note", &say!("signatures-note"), &typed.note).optional(), 3, complaints))
            div.field {
                label for="evidence" { (say!("signatures-listed-evidence")) " " span.meta { (say!("signatures-listed-evidence-size")) } }
                @if let Some(wrong) = complaints.at("evidence") { span.error id="evidence-error" { (wrong) } }
                input id="evidence" type="file" name="evidence" aria-describedby=[complaints.at("evidence").map(|_| "evidence-error")];
            }
            div.actions { button { (say!("signatures-listed-add")) } a href={ (base) "/list" } { (say!("signatures-back-to-list")) } }
        }
    }
}

/// What is kept about a yes, with its files to be downloaded.
pub(super) fn evidence(base: &str, kept: &[KeptEvidence]) -> Markup {
    let language = speaking::current().language();
    html! {
        @if !kept.is_empty() {
            section aria-labelledby="evidence-title" {
                h2 id="evidence-title" { (say!("signatures-listed-who")) }
                @for evidence in kept {
                    dl.facts {
                        dt { (say!("signatures-said-by")) } dd { bdi { (evidence.said_by) } }
                        dt { (say!("signatures-when")) } dd { (dates::time_in_words(evidence.said_at.to_timestamp(), &evidence.said_zone, &language)) }
                        @if !evidence.note.is_empty() { dt { (say!("signatures-note")) } dd dir="auto" { (evidence.note) } }
                        @if let Some(email) = &evidence.email { dt { (say!("signatures-address")) } dd { bdi { (email) } } }
                        @if let Some(name) = &evidence.file_name {
                            dt { (say!("signatures-file")) } dd { a href={ (base) "/list/evidence/" (evidence.id) } { bdi { (name) } } }
                        }
                    }
                }
            }
        }
    }
}
