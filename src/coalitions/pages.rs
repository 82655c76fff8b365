//! Coalitions and their members.

use maud::{Markup, html};

use super::model::Coalition;
use crate::organizations::Organization;
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::Language;
use crate::web::form::{Field, select, summary};

fn heading(coalition: &Coalition) -> Markup {
    html! { bdi { (coalition.name) } @if let Some(acronym) = &coalition.acronym { " " abbr.acronym { bdi { (acronym) } } } }
}

/// All coalitions.
pub(super) fn index(coalitions: &[Coalition]) -> Markup {
    html! {
        h1 { "Coalitions" }
        p.lead { "Standing alliances of organizations. Their members stand under their heading in a letter." }
        h2.visually-hidden { "All coalitions" }
        @if coalitions.is_empty() { p.empty { "None yet." } }
        ul.rows {
            @for coalition in coalitions {
                li { div { h3 { a href={ "/coalitions/" (coalition.slug) } { (heading(coalition)) } } } }
            }
        }
        p.actions { a.button.quiet href="/coalitions/new" { "Set up a coalition" } }
    }
}

/// What was typed into the form of a new coalition.
#[derive(Default)]
pub(super) struct Typed<'a> {
    pub name: &'a str,
    pub acronym: &'a str,
    pub website: &'a str,
}

/// The form of a new coalition.
pub(super) fn new(typed: &Typed<'_>, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Set up a coalition" }
        p.lead { "You will coordinate it: organizations ask to join, and you confirm them." }
        (summary(complaints))
        form method="post" action="/coalitions/new" novalidate {
            (Field::line("name", "Name", typed.name).hint("As it should stand above its members in a letter.").show(complaints))
            (Field::line("acronym", "Acronym", typed.acronym).optional().show(complaints))
            (Field::line("website", "Website", typed.website).kind("url").fills("url").optional().show(complaints))
            div.actions { button { "Set it up" } }
        }
    }
}

/// What a visitor can do on a coalition's page.
#[derive(Default)]
pub(super) struct Possible<'a> {
    /// They coordinate it, and these ask to join.
    pub requests: Option<&'a [Organization]>,
    /// Their organizations that could ask to join.
    pub could_join: &'a [Organization],
    /// Their organizations that have asked and wait.
    pub waiting: &'a [Organization],
    /// The organization that they act for.
    pub acting: Option<&'a str>,
}

/// A coalition's page.
pub(super) fn show(coalition: &Coalition, members: &[Organization], possible: &Possible<'_>) -> Markup {
    let english = Language::english();
    let base = format!("/coalitions/{}", coalition.slug);
    html! {
        h1 { (heading(coalition)) }
        @if let Some(website) = &coalition.website {
            dl.facts { dt { "Website" } dd { a href=(website) rel="nofollow noopener ugc" { (website) } } }
        }
        @if let Some(requests) = possible.requests {
            section aria-labelledby="requests" {
                h2 id="requests" { "Members to confirm" }
                @if requests.is_empty() { p.empty { "Nobody is waiting." } }
                ul.rows {
                    @for organization in requests {
                        li {
                            div {
                                h3 { a href={ "/organizations/" (organization.slug) } { bdi { (organization.name) } } }
                                @if let Some(code) = &organization.country { p.about { (country::name(code, &english)) } }
                            }
                            (action(&base, organization, "confirmation", "Confirm", true))
                            (action(&base, organization, "removal", "Decline", false))
                        }
                    }
                }
            }
        }
        section aria-labelledby="members" {
            h2 id="members" { "Members" }
            @if members.is_empty() { p.empty { "None confirmed yet." } }
            ul.rows {
                @for organization in members {
                    li {
                        div {
                            h3 { a href={ "/organizations/" (organization.slug) } { bdi { (organization.name) } @if let Some(acronym) = &organization.acronym { " " span.acronym { bdi { (acronym) } } } } }
                            @if let Some(code) = &organization.country { p.about { (country::name(code, &english)) } }
                        }
                        @if possible.requests.is_some() { (action(&base, organization, "removal", "Remove", false)) }
                    }
                }
            }
        }
        @for organization in possible.waiting {
            p.note { bdi { (organization.name) } " has asked to join. The coordinators have a mail about it." }
        }
        @if !possible.could_join.is_empty() { (join(&base, possible.could_join, possible.acting)) }
    }
}

fn action(base: &str, organization: &Organization, verb: &str, words: &str, first: bool) -> Markup {
    html! {
        form method="post" action={ (base) "/members/" (organization.slug) "/" (verb) } {
            button.quiet[!first] aria-label={ (words) " " (organization.name) } { (words) }
        }
    }
}

fn join(base: &str, organizations: &[Organization], acting: Option<&str>) -> Markup {
    let mut options: Vec<(&str, &str)> =
        organizations.iter().map(|o| (o.slug.as_str(), o.name.as_str())).collect();
    let only = options.len() == 1;
    let chosen = options.iter().map(|(slug, _)| *slug).find(|slug| only || Some(*slug) == acting);
    if chosen.is_none() {
        options.insert(0, ("", "Choose one")); // of several none is proposed that nobody has chosen
    }
    let chosen = chosen.unwrap_or("");
    html! {
        section aria-labelledby="join" {
            h2 id="join" { "Join" }
            form method="post" action={ (base) "/members" } {
                (select(&Field::line("organization", "Your organization", chosen), &options, &Complaints::default()))
                div.actions { button { "Ask to be confirmed" } }
            }
        }
    }
}
