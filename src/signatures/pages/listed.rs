//! Entering a listed signatory, and what proves its yes.

use maud::{Markup, html};

use super::base;
use super::line::{countries, headings};
use crate::letters::Letter;
use crate::signatures::list::Group;
use crate::signatures::listed::KeptEvidence;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
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
        "It is asked by mail to confirm. The line becomes its signature when it does."
    } else {
        "Kept for later: nobody is asked while the letter cannot be signed."
    };
    html! {
        h1 { "A listed signatory" }
        p { "For an organization that said yes somewhere else, such as in a mail. It is shown as listed and not confirmed until it signs here." }
        (summary(complaints))
        form method="post" action={ (base) "/list/listed" } enctype="multipart/form-data" novalidate {
            div.pair {
                (Field::line("name", "Name", &typed.name).show(complaints))
                (Field::line("acronym", "Acronym", &typed.acronym).optional().show(complaints))
            }
            (select(&Field::line("country", "Country", &typed.country).optional(), &countries, complaints))
            (select(&Field::line("group", "Heading", &typed.group).optional(), &groups, complaints))
            div.pair {
                (Field::line("representative_name", "Representative", &typed.representative_name).optional().show(complaints))
                (Field::line("representative_title", "Title", &typed.representative_title).optional().show(complaints))
            }
            (Field::line("email", "The organization’s address", &typed.email).kind("email").optional().hint(email_hint).show(complaints))
            (choices("display", "Shown to the public", &[
                ("organization", html! { "The name, as listed and not confirmed" }),
                ("withheld", html! { "Count it, and do not name it" }),
            ], if typed.display.is_empty() { "organization" } else { &typed.display }, complaints))
            h2 { "Who said yes" }
            p { "For coordinators only." }
            div.pair {
                (Field::line("said_by", "Who", &typed.said_by).show(complaints))
                (Field::line("said_at", "When", &typed.said_at).kind("datetime-local").hint(&format!("In {zone}.")).show(complaints))
            }
            (textarea(&Field::line("note", "Note", &typed.note).optional(), 3, complaints))
            div.field {
                label for="evidence" { "The mail, or what else proves it " span.meta { "(optional, up to 5 MB)" } }
                @if let Some(wrong) = complaints.at("evidence") { span.error id="evidence-error" { (wrong) } }
                input id="evidence" type="file" name="evidence" aria-describedby=[complaints.at("evidence").map(|_| "evidence-error")];
            }
            div.actions { button { "Add to the list" } a href={ (base) "/list" } { "Back to the list" } }
        }
    }
}

/// What is kept about a yes, with its files to be downloaded.
pub(super) fn evidence(base: &str, kept: &[KeptEvidence]) -> Markup {
    let english = Language::english();
    html! {
        @if !kept.is_empty() {
            section aria-labelledby="evidence-title" {
                h2 id="evidence-title" { "Who said yes" }
                @for evidence in kept {
                    dl.facts {
                        dt { "Said by" } dd { bdi { (evidence.said_by) } }
                        dt { "When" } dd { (dates::time_in_words(evidence.said_at.to_timestamp(), &evidence.said_zone, &english)) }
                        @if !evidence.note.is_empty() { dt { "Note" } dd dir="auto" { (evidence.note) } }
                        @if let Some(email) = &evidence.email { dt { "Address" } dd { bdi { (email) } } }
                        @if let Some(name) = &evidence.file_name {
                            dt { "File" } dd { a href={ (base) "/list/evidence/" (evidence.id) } { bdi { (name) } } }
                        }
                    }
                }
            }
        }
    }
}
