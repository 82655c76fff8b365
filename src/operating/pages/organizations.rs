//! Organizations, for operators.

use maud::{Markup, html};

use super::deciding::{person_and_address, with};
use super::{Place, date, nav, time};
use crate::db::Moment;
use crate::letters::Letter;
use crate::organizations::{Flag, Organization, Role, Suspension, Verification, VerifiedBy};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{country, speaking};
use crate::web::form::{Field, select, summary, textarea};
use crate::web::phrase::phrase;

/// What was looked for, and what was found.
pub(in crate::operating) fn search(typed: &str, found: &[Organization], all: usize) -> Markup {
    html! {
        h1 { (say!("operating-organizations")) }
        (nav(Place::Organizations))
        form.search method="get" action="/operator/organizations" role="search" {
            div.field {
                label for="q" { (say!("operating-search-organizations")) }
                input id="q" name="q" type="search" dir="auto" value=(typed) autocomplete="off";
            }
            div.actions { button.quiet { (say!("operating-search")) } }
        }
        @if found.is_empty() { p.empty { (say!("operating-nothing-found")) } }
        @if all > found.len() { p.meta { (say!("operating-latest-of", shown = found.len(), all = all)) } }
        ul.rows {
            @for organization in found {
                li { div {
                    h2 { a href={ "/operator/organizations/" (organization.slug) } { bdi { (organization.name) } } @if let Some(acronym) = &organization.acronym { " " abbr.acronym { bdi { (acronym) } } } }
                    p.about {
                        @if let Some(code) = &organization.country { (country::name(code, &speaking::current().language())) "\u{a0}· " }
                        (verified(organization.verified_by))
                    }
                } }
            }
        }
    }
}

fn verified(by: Option<VerifiedBy>) -> String {
    match by {
        Some(VerifiedBy::Email) => say!("operating-verified-email"),
        Some(VerifiedBy::Domain) => say!("operating-verified-domain"),
        Some(VerifiedBy::Vouched) => say!("operating-verified-vouched"),
        Some(VerifiedBy::Operator) => say!("operating-verified-operator"),
        None => say!("operating-not-verified"),
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
                p { strong { (say!("operating-suspended-since", time = time(suspension.since))) } }
                p dir="auto" { (suspension.note) }
            }
        }
        dl.facts {
            dt { (say!("operating-public-page")) } dd { a href={ "/organizations/" (all.organization.slug) } dir="ltr" { "/organizations/" (all.organization.slug) } }
            @if let Some(acronym) = &all.organization.acronym { dt { (say!("operating-acronym")) } dd { bdi { (acronym) } } }
            @if let Some(website) = &all.organization.website { dt { (say!("operating-website")) } dd { bdi { (website) } } }
            @if let Some(code) = &all.organization.country { dt { (say!("operating-country")) } dd { (country::name(code, &speaking::current().language())) } }
            dt { (say!("operating-confirmed-address")) } dd { (all.address) }
            @for (person, role) in &all.people {
                dt { @match role { Role::Owner => (say!("operating-owner")), Role::Signatory => (say!("operating-signatory")), Role::Member => (say!("operating-member")) } }
                dd { (person_and_address(person)) }
            }
        }
        p.meta { (say!("operating-look-logged")) }
        @if !all.flags.is_empty() {
            section aria-labelledby="flags" {
                h2 id="flags" { (say!("operating-flags")) }
                ul { @for flag in &all.flags { li { (flag.reason.in_words()) @if let Some(other) = &flag.other { " " bdi { (other.name) } } } } }
                p { a href="/operator/flags" { (say!("operating-settle-flags")) } }
            }
        }
        (verification(&base, all, complaints))
        (signed(&all.signed))
        (suspension(&base, all.suspension.is_some(), complaints))
    }
}

fn verification(base: &str, all: &Everything, complaints: &Complaints) -> Markup {
    let methods: Vec<(&str, String)> =
        all.verifications.iter().map(|one| (one.method.as_str(), verified(Some(one.method)))).collect();
    let methods: Vec<(&str, &str)> =
        methods.iter().map(|(method, words)| (*method, words.as_str())).collect();
    html! {
        section aria-labelledby="verification" {
            h2 id="verification" { (say!("operating-verification")) }
            @if all.verifications.is_empty() { p.empty { (say!("operating-verification-none")) } }
            ul {
                @for one in &all.verifications {
                    li { (standing(one)) }
                }
            }
            form method="post" action={ (base) "/verification" } novalidate {
                (textarea(&Field::line("words", &say!("operating-verification-looked"), "").hint(&say!("operating-verification-looked-hint")), 2, complaints))
                div.actions { button { (say!("operating-verification-do")) } }
            }
            @if !methods.is_empty() {
                details open[complaints.at("words-end").is_some()] {
                    summary { (say!("operating-verification-wrong")) }
                    form method="post" action={ (base) "/verification/end" } novalidate {
                        (select(&Field::line("method", &say!("operating-verification-which"), "").apart(Some("end".to_owned())), &methods, &Complaints::default()))
                        (textarea(&Field::line("words", &say!("operating-why"), "").apart(Some("end".to_owned())), 2, complaints))
                        div.actions { button.quiet { (say!("operating-verification-end")) } }
                    }
                }
            }
        }
    }
}

/// By whom or what it is verified, since when, and on what that rests.
fn standing(one: &Verification) -> Markup {
    let since = with(html! { (verified(Some(one.method))) }, [html! { (date(one.since)) }]);
    match &one.rests_on {
        Some(rests) => phrase!("operating-verification-rests", what = since, rests = rests),
        None => since,
    }
}

fn signed(signed: &[(Letter, Moment, bool)]) -> Markup {
    html! {
        section aria-labelledby="signed" {
            h2 id="signed" { (say!("operating-signed")) }
            @if signed.is_empty() { p.empty { (say!("operating-signed-none")) } }
            ul.rows {
                @for (letter, at, listed) in signed {
                    li { div {
                        h3 { a href={ "/operator/letters/" (letter.slug) } { bdi { (letter.shown_title()) } } }
                        p.about { (date(*at)) @if !listed { "\u{a0}· " (say!("operating-signed-off")) } }
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
                h2 id="suspension" { (say!("operating-lift")) }
                p { (say!("operating-lift-organization")) }
                form method="post" action={ (base) "/suspension/lifting" } novalidate {
                    (textarea(&Field::line("words", &say!("operating-why"), "").apart(Some("stop".to_owned())), 3, complaints))
                    div.actions { button { (say!("operating-lift-do")) } }
                }
            } @else {
                h2 id="suspension" { (say!("operating-suspend")) }
                p { (say!("operating-suspend-organization")) }
                form method="post" action={ (base) "/suspension" } novalidate {
                    (textarea(&Field::line("words", &say!("operating-note"), "").hint(&say!("operating-note-organization-hint")).apart(Some("stop".to_owned())), 3, complaints))
                    div.actions { button { (say!("operating-suspend")) } }
                }
            }
        }
    }
}
