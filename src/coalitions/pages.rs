//! Coalitions and their members.

use maud::{Markup, html};

use super::model::Coalition;
use crate::organizations::Organization;
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, select, summary};
use crate::web::phrase::phrase;

fn heading(coalition: &Coalition) -> Markup {
    html! { bdi { (coalition.name) } @if let Some(acronym) = &coalition.acronym { " " abbr.acronym { bdi { (acronym) } } } }
}

/// All coalitions.
pub(super) fn index(coalitions: &[Coalition]) -> Markup {
    html! {
        h1 { (say!("coalitions-title")) }
        p.lead { (say!("coalitions-lead")) }
        h2.visually-hidden { (say!("coalitions-all")) }
        @if coalitions.is_empty() { p.empty { (say!("coalitions-none")) } }
        ul.rows {
            @for coalition in coalitions {
                li { div { h3 { a href={ "/coalitions/" (coalition.slug) } { (heading(coalition)) } } } }
            }
        }
        p.actions { a.button.quiet href="/coalitions/new" { (say!("coalitions-set-up")) } }
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
        h1 { (say!("coalitions-set-up")) }
        p.lead { (say!("coalitions-set-up-lead")) }
        (summary(complaints))
        form method="post" action="/coalitions/new" novalidate {
            (Field::line("name", &say!("coalitions-name"), typed.name).hint(&say!("coalitions-name-hint")).show(complaints))
            (Field::line("acronym", &say!("coalitions-acronym"), typed.acronym).optional().show(complaints))
            (Field::line("website", &say!("coalitions-website"), typed.website).kind("url").fills("url").optional().show(complaints))
            div.actions { button { (say!("coalitions-set-it-up")) } }
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
    /// How many members are protected, and not among those shown.
    pub unnamed: usize,
}

/// A coalition's page.
pub(super) fn show(coalition: &Coalition, members: &[Organization], possible: &Possible<'_>) -> Markup {
    let language = speaking::current().language();
    let base = format!("/coalitions/{}", coalition.slug);
    html! {
        h1 { (heading(coalition)) }
        @if let Some(website) = &coalition.website {
            dl.facts { dt { (say!("coalitions-website")) } dd { bdi dir="ltr" { a href=(website) rel="nofollow noopener ugc" { (website) } } } }
        }
        @if let Some(requests) = possible.requests {
            section aria-labelledby="requests" {
                h2 id="requests" { (say!("coalitions-to-confirm")) }
                @if requests.is_empty() { p.empty { (say!("coalitions-nobody-waits")) } }
                ul.rows {
                    @for organization in requests {
                        li {
                            div {
                                h3 { a href={ "/organizations/" (organization.slug) } { bdi { (organization.name) } } }
                                @if let Some(code) = &organization.country { p.about { (country::name(code, &language)) } }
                            }
                            (action(&base, organization, "confirmation", &say!("coalitions-confirm"), &say!("coalitions-confirm-name", name = &organization.name), true))
                            (action(&base, organization, "removal", &say!("coalitions-decline"), &say!("coalitions-decline-name", name = &organization.name), false))
                        }
                    }
                }
            }
        }
        section aria-labelledby="members" {
            h2 id="members" { (say!("coalitions-members")) }
            @if members.is_empty() && possible.unnamed == 0 { p.empty { (say!("coalitions-none-confirmed")) } }
            ul.rows {
                @for organization in members {
                    li {
                        div {
                            h3 { (member(organization)) }
                            @if organization.is_protected() { p.about { (say!("coalitions-protected")) } }
                            @if let Some(code) = &organization.country { p.about { (country::name(code, &language)) } }
                        }
                        @if possible.requests.is_some() {
                            (action(&base, organization, "removal", &say!("coalitions-remove"), &say!("coalitions-remove-name", name = &organization.name), false))
                        }
                    }
                }
            }
        }
        @if possible.unnamed > 0 { p { (say!("coalitions-unnamed", count = possible.unnamed)) } }
        @for organization in possible.waiting {
            p.note { (phrase!("coalitions-has-asked", name = &organization.name)) }
        }
        @if !possible.could_join.is_empty() { (join(&base, possible.could_join, possible.acting)) }
    }
}

/// A member's name; a protected one has no page that it could lead to.
fn member(organization: &Organization) -> Markup {
    let name = html! { bdi { (organization.name) } @if let Some(acronym) = &organization.acronym { " " span.acronym { bdi { (acronym) } } } };
    html! {
        @if organization.is_protected() { (name) }
        @else { a href={ "/organizations/" (organization.slug) } { (name) } }
    }
}

/// A button, with a label that also names the organization.
fn action(
    base: &str,
    organization: &Organization,
    verb: &str,
    words: &str,
    label: &str,
    first: bool,
) -> Markup {
    html! {
        form method="post" action={ (base) "/members/" (organization.slug) "/" (verb) } {
            button.quiet[!first] aria-label=(label) { (words) }
        }
    }
}

fn join(base: &str, organizations: &[Organization], acting: Option<&str>) -> Markup {
    let choose = say!("coalitions-choose-one");
    let mut options: Vec<(&str, &str)> =
        organizations.iter().map(|o| (o.slug.as_str(), o.name.as_str())).collect();
    let only = options.len() == 1;
    let chosen = options.iter().map(|(slug, _)| *slug).find(|slug| only || Some(*slug) == acting);
    if chosen.is_none() {
        options.insert(0, ("", &choose)); // of several none is proposed that nobody has chosen
    }
    let chosen = chosen.unwrap_or("");
    html! {
        section aria-labelledby="join" {
            h2 id="join" { (say!("coalitions-join")) }
            form method="post" action={ (base) "/members" } {
                (select(&Field::line("organization", &say!("coalitions-your-organization"), chosen), &options, &Complaints::default()))
                div.actions { button { (say!("coalitions-ask")) } }
            }
        }
    }
}
