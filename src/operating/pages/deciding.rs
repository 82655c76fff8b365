//! The queues: flags, claims, reports.

use maud::{Markup, html};

use super::{Place, date, nav, time};
use crate::ids::{FlagId, ReportId};
use crate::operating::reports::{Report, Subject};
use crate::organizations::{Claim, ClaimKind, Flag, Organization};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::Language;
use crate::web::form::{Field, choices, select, summary, textarea};

fn named(organization: &Organization) -> Markup {
    html! {
        a href={ "/operator/organizations/" (organization.slug) } { bdi { (organization.name) } }
        @if let Some(acronym) = &organization.acronym { " " abbr.acronym { bdi { (acronym) } } }
        @if let Some(code) = &organization.country { ", " (country::name(code, &Language::english())) }
        @if let Some(website) = &organization.website { ", " bdi { (website) } }
    }
}

/// The open flags; what was typed about `of` is kept.
pub(in crate::operating) fn flags(
    flags: &[Flag],
    open: usize,
    of: Option<FlagId>,
    words: &str,
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { "Look-alikes" }
        (nav(Place::Flags))
        (summary(complaints))
        p { "Organizations that may be taken for others. Nothing was stopped by this, and nobody who registered has been told." }
        @if flags.is_empty() { p.empty { "None." } }
        @if open > flags.len() { p.meta { "The first " (flags.len()) " of " (open) "." } }
        ul.rows {
            @for flag in flags {
                li { div {
                    h2 { (named(&flag.organization)) }
                    @if let Some(other) = &flag.other { p { "may be taken for " (named(other)) } }
                    p.about { (flag.reason.in_words()) "\u{a0}· " (date(flag.raised_at)) }
                    (flag_form(flag, of, words, complaints))
                } }
            }
        }
    }
}

fn flag_form(flag: &Flag, of: Option<FlagId>, words: &str, complaints: &Complaints) -> Markup {
    let here = of == Some(flag.id);
    let none = Complaints::default();
    let complaints = if here { complaints } else { &none };
    let apart = (!here).then(|| flag.id.to_string());
    let mut options = vec![("different", "Different bodies: leave both as they are")];
    if flag.other.is_some() {
        options.push(("same", "One body: the later one’s owners claim to act for the earlier one"));
    }
    options.push(("impostor", "An impostor: suspend the later one"));
    html! {
        details open[here] {
            summary { "Settle" }
            form method="post" action={ "/operator/flags/" (flag.id) } novalidate {
                (select(&Field::line("outcome", "What they are", "different").apart(apart.clone()), &options, complaints))
                (textarea(&Field::line("words", "Why", if here { words } else { "" }).hint("Of an impostor everyone reads this on its page.").apart(apart), 3, complaints))
                div.actions { button { "Settle" } }
            }
        }
    }
}

/// The claims that wait.
pub(in crate::operating) fn claims(claims: &[Claim]) -> Markup {
    html! {
        h1 { "Claims" }
        (nav(Place::Claims))
        p { "Somebody registered an organization that exists. Until you decide there is no second one." }
        @if claims.is_empty() { p.empty { "None." } }
        ul.rows {
            @for claim in claims {
                li {
                    div {
                        h2 { a href={ "/operator/claims/" (claim.id) } { bdi { (claim.organization.name) } } }
                        p.about {
                            bdi { (claim.person.name) } " " (says(claim)) "\u{a0}· " (date(claim.raised_at))
                            @if claim.answered_at.is_some() { "\u{a0}· its owners have answered" }
                        }
                    }
                }
            }
        }
    }
}

fn says(claim: &Claim) -> &'static str {
    match claim.kind {
        Some(ClaimKind::Act) => "says that they act for it",
        Some(ClaimKind::Another) => "says that they are another body",
        None => "has said nothing yet",
    }
}

/// One claim with both sides of it.
pub(in crate::operating) fn claim(
    claim: &Claim,
    owners: &[Person],
    address: &str,
    reason: &str,
    complaints: &Complaints,
) -> Markup {
    let options = [
        ("signatory", html! { "They act for the organization that exists, as a signatory." }),
        ("owner", html! { "They act for it as an owner." }),
        ("separate", html! { "They are another body: it becomes an organization of its own." }),
        ("refuse", html! { "Neither: refuse." }),
    ];
    html! {
        h1 { "A claim: " bdi { (claim.organization.name) } }
        (nav(Place::Claims))
        (summary(complaints))
        section aria-labelledby="here" {
            h2 id="here" { "Who is here" }
            p { (named(&claim.organization)) }
            dl.facts {
                dt { "Its address" } dd { (address) }
                @for owner in owners { dt { "Owner" } dd { bdi { (owner.name) } ", " (owner.email) } }
            }
            @if claim.answered_at.is_some() { p { "An owner answers:" } blockquote dir="auto" { (claim.answer) } }
            @else { p.empty { "No owner has answered yet." } }
        }
        section aria-labelledby="who" {
            h2 id="who" { "Who claims" }
            dl.facts {
                dt { "Person" } dd { bdi { (claim.person.name) } }
                dt { "Confirmed address" } dd { (claim.email) @if claim.is_at_its_domain() { " — at the domain of the website" } @else { " — not at the domain of the website" } }
                dt { "Registered" } dd {
                    bdi { (claim.registered.name) }
                    @if let Some(code) = &claim.registered.country { ", " (country::name(code, &Language::english())) }
                    @if let Some(website) = &claim.registered.website { ", " bdi { (website) } }
                    ", " (time(claim.raised_at))
                }
                dt { "Says" } dd { (says(claim)) }
            }
            @if !claim.words.is_empty() { blockquote dir="auto" { (claim.words) } }
        }
        section aria-labelledby="decide" {
            h2 id="decide" { "Decide" }
            @if claim.settled_at.is_some() { p.empty { "This is settled." } } @else {
                form method="post" action={ "/operator/claims/" (claim.id) } novalidate {
                    (choices("decision", "What becomes of it?", &options, "", complaints))
                    (textarea(&Field::line("reason", "Why", reason).hint("Both sides get this by mail."), 3, complaints))
                    div.actions { button { "Decide" } }
                }
            }
        }
    }
}

/// What a report is about, for operators.
fn subject(about: &Subject) -> Markup {
    html! {
        @match about {
            Subject::Letter(letter) => { "The letter " a href={ "/operator/letters/" (letter.slug) } { bdi { (about.name()) } } },
            Subject::Organization(organization) => (named(organization)),
        }
    }
}

/// The open reports; what was typed about `of` is kept.
pub(in crate::operating) fn reports(
    reports: &[Report],
    open: usize,
    of: Option<ReportId>,
    answer: &str,
    complaints: &Complaints,
) -> Markup {
    let none = Complaints::default();
    html! {
        h1 { "Reports" }
        (nav(Place::Reports))
        (summary(complaints))
        p { "Anyone can write these, also about somebody they merely dislike." }
        @if reports.is_empty() { p.empty { "None." } }
        @if open > reports.len() { p.meta { "The first " (reports.len()) " of " (open) "." } }
        ul.rows {
            @for report in reports {
                @let here = of == Some(report.id);
                li { div {
                    h2 { (subject(&report.about)) }
                    p { (report.reason.in_words()) }
                    blockquote.prose dir="auto" { (report.words) }
                    p.about {
                        (time(report.raised_at)) "\u{a0}· "
                        @match &report.email { Some(email) => bdi { (email) }, None => "no address for an answer" }
                    }
                    details open[here] {
                        summary { "Settle" }
                        form method="post" action={ "/operator/reports/" (report.id) } novalidate {
                            (textarea(&Field::line("answer", "What came of it", if here { answer } else { "" })
                                .hint(if report.email.is_some() { "The reporter gets this by mail; the log keeps it." } else { "The log keeps it." })
                                .apart((!here).then(|| report.id.to_string())), 3, if here { complaints } else { &none }))
                            div.actions { button { "Settle" } }
                        }
                    }
                } }
            }
        }
    }
}
