//! Organizations, for operators.

use maud::{Markup, html};

use super::{Place, date, nav, time};
use crate::db::Moment;
use crate::letters::Letter;
use crate::organizations::{Flag, Organization, Role, Suspension, Verification, VerifiedBy};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::Language;
use crate::web::form::{Field, select, summary, textarea};

/// What was looked for, and what was found.
pub(in crate::operating) fn search(typed: &str, found: &[Organization], all: usize) -> Markup {
    html! {
        h1 { "Organizations" }
        (nav(Place::Organizations))
        form.search method="get" action="/operator/organizations" role="search" {
            div.field {
                label for="q" { "A name, an acronym, a website" }
                input id="q" name="q" type="search" dir="auto" value=(typed) autocomplete="off";
            }
            div.actions { button.quiet { "Search" } }
        }
        @if found.is_empty() { p.empty { "Nothing found." } }
        @if all > found.len() { p.meta { "The latest " (found.len()) " of " (all) "." } }
        ul.rows {
            @for organization in found {
                li { div {
                    h2 { a href={ "/operator/organizations/" (organization.slug) } { bdi { (organization.name) } } @if let Some(acronym) = &organization.acronym { " " abbr.acronym { bdi { (acronym) } } } }
                    p.about {
                        @if let Some(code) = &organization.country { (country::name(code, &Language::english())) "\u{a0}· " }
                        (verified(organization.verified_by))
                    }
                } }
            }
        }
    }
}

fn verified(by: Option<VerifiedBy>) -> &'static str {
    match by {
        Some(VerifiedBy::Email) => "verified by email",
        Some(VerifiedBy::Domain) => "verified by its web domain",
        Some(VerifiedBy::Vouched) => "vouched for by a coalition",
        Some(VerifiedBy::Operator) => "verified by an operator",
        None => "not verified",
    }
}

/// Everything an operator may know of an organization.
pub(in crate::operating) struct Everything {
    pub organization: Organization,
    pub address: String,
    pub people: Vec<(Person, Role)>,
    pub verifications: Vec<Verification>,
    pub suspension: Option<Suspension>,
    pub flags: Vec<Flag>,
    pub signed: Vec<(Letter, Moment, bool)>,
}

/// The page of an organization.
pub(in crate::operating) fn organization(all: &Everything, complaints: &Complaints) -> Markup {
    let base = format!("/operator/organizations/{}", all.organization.slug);
    html! {
        h1 { bdi { (all.organization.name) } }
        (nav(Place::Organizations))
        (summary(complaints))
        @if let Some(suspension) = &all.suspension {
            aside.note role="note" {
                p { strong { "Suspended since " (time(suspension.since)) } }
                p dir="auto" { (suspension.note) }
            }
        }
        dl.facts {
            dt { "Public page" } dd { a href={ "/organizations/" (all.organization.slug) } { "/organizations/" (all.organization.slug) } }
            @if let Some(acronym) = &all.organization.acronym { dt { "Acronym" } dd { bdi { (acronym) } } }
            @if let Some(website) = &all.organization.website { dt { "Website" } dd { bdi { (website) } } }
            @if let Some(code) = &all.organization.country { dt { "Country" } dd { (country::name(code, &Language::english())) } }
            dt { "Confirmed address" } dd { (all.address) }
            @for (person, role) in &all.people {
                dt { @match role { Role::Owner => "Owner", Role::Signatory => "Signatory", Role::Member => "Member" } }
                dd { bdi { (person.name) } ", " (person.email) }
            }
        }
        p.meta { "That you looked at this page stands in the log." }
        @if !all.flags.is_empty() {
            section aria-labelledby="flags" {
                h2 id="flags" { "Look-alikes" }
                ul { @for flag in &all.flags { li { (flag.reason.in_words()) @if let Some(other) = &flag.other { " " bdi { (other.name) } } } } }
                p { a href="/operator/flags" { "Settle them" } }
            }
        }
        (verification(&base, all, complaints))
        (signed(&all.signed))
        (suspension(&base, all.suspension.is_some(), complaints))
    }
}

fn verification(base: &str, all: &Everything, complaints: &Complaints) -> Markup {
    let methods: Vec<(&str, &str)> =
        all.verifications.iter().map(|one| (one.method.as_str(), verified(Some(one.method)))).collect();
    html! {
        section aria-labelledby="verification" {
            h2 id="verification" { "Verification" }
            @if all.verifications.is_empty() { p.empty { "It is not verified, and cannot sign." } }
            ul {
                @for one in &all.verifications {
                    li { (verified(Some(one.method))) ", " (date(one.since)) @if let Some(rests) = &one.rests_on { ": " bdi { (rests) } } }
                }
            }
            form method="post" action={ (base) "/verification" } novalidate {
                (textarea(&Field::line("words", "You have looked at who this is. At what?", "").hint("A register, a call, a visit. The log keeps it."), 2, complaints))
                div.actions { button { "Verify it" } }
            }
            @if !methods.is_empty() {
                details open[complaints.at("words-end").is_some()] {
                    summary { "A verification does not hold" }
                    form method="post" action={ (base) "/verification/end" } novalidate {
                        (select(&Field::line("method", "Which", "").apart(Some("end".to_owned())), &methods, &Complaints::default()))
                        (textarea(&Field::line("words", "Why", "").apart(Some("end".to_owned())), 2, complaints))
                        div.actions { button.quiet { "End it" } }
                    }
                }
            }
        }
    }
}

fn signed(signed: &[(Letter, Moment, bool)]) -> Markup {
    html! {
        section aria-labelledby="signed" {
            h2 id="signed" { "Signed by name" }
            @if signed.is_empty() { p.empty { "No public letter." } }
            ul.rows {
                @for (letter, at, listed) in signed {
                    li { div {
                        h3 { a href={ "/operator/letters/" (letter.slug) } { bdi { (letter.shown_title()) } } }
                        p.about { (date(*at)) @if !listed { "\u{a0}· kept off the list" } }
                    } }
                }
            }
        }
    }
}

fn suspension(base: &str, suspended: bool, complaints: &Complaints) -> Markup {
    html! {
        section aria-labelledby="suspension" {
            @if suspended {
                h2 id="suspension" { "Lift the suspension" }
                p { "It can sign again, and its name stands again where it signed. Its owners get your words by mail." }
                form method="post" action={ (base) "/suspension/lifting" } novalidate {
                    (textarea(&Field::line("words", "Why", "").apart(Some("stop".to_owned())), 3, complaints))
                    div.actions { button { "Lift it" } }
                }
            } @else {
                h2 id="suspension" { "Suspend it" }
                p { "It cannot sign, and its name leaves every list until you lift this. The histories of the letters say so, and its owners get a mail." }
                form method="post" action={ (base) "/suspension" } novalidate {
                    (textarea(&Field::line("words", "The note", "").hint("Everyone reads this on its page, with the date.").apart(Some("stop".to_owned())), 3, complaints))
                    div.actions { button { "Suspend it" } }
                }
            }
        }
    }
}
