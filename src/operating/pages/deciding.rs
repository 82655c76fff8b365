//! The queues: flags, claims, reports.

use maud::{Markup, html};

use super::{Place, date, nav, time};
use crate::ids::{FlagId, ReportId};
use crate::operating::reports::{Report, Subject};
use crate::organizations::{Claim, ClaimKind, Flag, Organization};
use crate::people::Person;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{country, speaking};
use crate::web::form::{Field, choices, select, summary, textarea};
use crate::web::phrase::phrase;

/// `first`, and behind it whatever else is known.
pub(super) fn with(first: Markup, more: impl IntoIterator<Item = Markup>) -> Markup {
    more.into_iter().fold(first, |what, more| phrase!("operating-with", what = what, more = more))
}

fn country_and_website(country: Option<&String>, website: Option<&String>) -> Vec<Markup> {
    let country = country.map(|code| {
        let name = country::name(code, &speaking::current().language());
        html! { (name) }
    });
    country.into_iter().chain(website.map(|website| html! { bdi { (website) } })).collect()
}

fn named(organization: &Organization) -> Markup {
    let name = html! {
        a href={ "/operator/organizations/" (organization.slug) } { bdi { (organization.name) } }
        @if let Some(acronym) = &organization.acronym { " " abbr.acronym { bdi { (acronym) } } }
    };
    with(name, country_and_website(organization.country.as_ref(), organization.website.as_ref()))
}

/// A person, for operators.
pub(super) fn person_and_address(person: &Person) -> Markup {
    with(html! { bdi { (person.name) } }, [html! { bdi { (person.email) } }])
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
        h1 { (say!("operating-flags")) }
        (nav(Place::Flags))
        (summary(complaints))
        p { (say!("operating-flags-lead")) }
        @if flags.is_empty() { p.empty { (say!("operating-none")) } }
        @if open > flags.len() { p.meta { (say!("operating-first-of", shown = flags.len(), all = open)) } }
        ul.rows {
            @for flag in flags {
                li { div {
                    h2 { (named(&flag.organization)) }
                    @if let Some(other) = &flag.other { p { (phrase!("operating-flag-other", other = named(other))) } }
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
    let mut options = vec![("different", say!("operating-flag-different"))];
    if flag.other.is_some() {
        options.push(("same", say!("operating-flag-same")));
    }
    options.push(("impostor", say!("operating-flag-impostor")));
    let options: Vec<(&str, &str)> = options.iter().map(|(value, words)| (*value, words.as_str())).collect();
    html! {
        details open[here] {
            summary { (say!("operating-settle")) }
            form method="post" action={ "/operator/flags/" (flag.id) } novalidate {
                (select(&Field::line("outcome", &say!("operating-flag-outcome"), "different").apart(apart.clone()), &options, complaints))
                (textarea(&Field::line("words", &say!("operating-why"), if here { words } else { "" }).hint(&say!("operating-flag-why-hint")).apart(apart), 3, complaints))
                div.actions { button { (say!("operating-settle")) } }
            }
        }
    }
}

/// The claims that wait.
pub(in crate::operating) fn claims(claims: &[Claim]) -> Markup {
    html! {
        h1 { (say!("operating-claims")) }
        (nav(Place::Claims))
        p { (say!("operating-claims-lead")) }
        @if claims.is_empty() { p.empty { (say!("operating-none")) } }
        ul.rows {
            @for claim in claims {
                li {
                    div {
                        h2 { a href={ "/operator/claims/" (claim.id) } { bdi { (claim.organization.name) } } }
                        p.about {
                            (they_say(claim)) "\u{a0}· " (date(claim.raised_at))
                            @if claim.answered_at.is_some() { "\u{a0}· " (say!("operating-claims-answered")) }
                        }
                    }
                }
            }
        }
    }
}

fn says(claim: &Claim) -> String {
    match claim.kind {
        Some(ClaimKind::Act) => say!("operating-claim-says-act"),
        Some(ClaimKind::Another) => say!("operating-claim-says-another"),
        None => say!("operating-claim-says-nothing"),
    }
}

/// The same with who says it.
fn they_say(claim: &Claim) -> Markup {
    let name = &claim.person.name;
    match claim.kind {
        Some(ClaimKind::Act) => phrase!("operating-claim-by-act", name = name),
        Some(ClaimKind::Another) => phrase!("operating-claim-by-another", name = name),
        None => phrase!("operating-claim-by-nobody", name = name),
    }
}

/// Where the claimant's mail arrives, and whether that is where the organization is.
fn at_domain(claim: &Claim) -> Markup {
    if claim.is_at_its_domain() {
        phrase!("operating-claim-at-domain", email = &claim.email)
    } else {
        phrase!("operating-claim-not-at-domain", email = &claim.email)
    }
}

/// What was registered, where, and when.
fn registered(claim: &Claim) -> Markup {
    let mut more = country_and_website(claim.registered.country.as_ref(), claim.registered.website.as_ref());
    more.push(html! { (time(claim.raised_at)) });
    with(html! { bdi { (claim.registered.name) } }, more)
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
        ("signatory", html! { (say!("operating-claim-signatory")) }),
        ("owner", html! { (say!("operating-claim-owner")) }),
        ("separate", html! { (say!("operating-claim-separate")) }),
        ("refuse", html! { (say!("operating-claim-refuse")) }),
    ];
    html! {
        h1 { (phrase!("operating-claim-of", name = &claim.organization.name)) }
        (nav(Place::Claims))
        (summary(complaints))
        section aria-labelledby="here" {
            h2 id="here" { (say!("operating-claim-here")) }
            p { (named(&claim.organization)) }
            dl.facts {
                dt { (say!("operating-claim-address")) } dd { (address) }
                @for owner in owners { dt { (say!("operating-owner")) } dd { (person_and_address(owner)) } }
            }
            @if claim.answered_at.is_some() { p { (say!("operating-claim-answers")) } blockquote dir="auto" { (claim.answer) } }
            @else { p.empty { (say!("operating-claim-no-answer")) } }
        }
        section aria-labelledby="who" {
            h2 id="who" { (say!("operating-claim-who")) }
            dl.facts {
                dt { (say!("operating-claim-person")) } dd { bdi { (claim.person.name) } }
                dt { (say!("operating-confirmed-address")) } dd { (at_domain(claim)) }
                dt { (say!("operating-claim-registered")) } dd { (registered(claim)) }
                dt { (say!("operating-claim-says")) } dd { (says(claim)) }
            }
            @if !claim.words.is_empty() { blockquote dir="auto" { (claim.words) } }
        }
        section aria-labelledby="decide" {
            h2 id="decide" { (say!("operating-claim-decide")) }
            @if claim.settled_at.is_some() { p.empty { (say!("operating-claim-settled")) } } @else {
                form method="post" action={ "/operator/claims/" (claim.id) } novalidate {
                    (choices("decision", &say!("operating-claim-decision"), &options, "", complaints))
                    (textarea(&Field::line("reason", &say!("operating-why"), reason).hint(&say!("operating-claim-why-hint")), 3, complaints))
                    div.actions { button { (say!("operating-claim-decide")) } }
                }
            }
        }
    }
}

/// What a report is about, for operators.
fn subject(about: &Subject) -> Markup {
    html! {
        @match about {
            Subject::Letter(letter) => (phrase!("operating-report-about-letter", title = html! { a href={ "/operator/letters/" (letter.slug) } { bdi { (about.name()) } } })),
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
        h1 { (say!("operating-reports")) }
        (nav(Place::Reports))
        (summary(complaints))
        p { (say!("operating-reports-lead")) }
        @if reports.is_empty() { p.empty { (say!("operating-none")) } }
        @if open > reports.len() { p.meta { (say!("operating-first-of", shown = reports.len(), all = open)) } }
        ul.rows {
            @for report in reports {
                @let here = of == Some(report.id);
                li { div {
                    h2 { (subject(&report.about)) }
                    p { (report.reason.in_words()) }
                    blockquote.prose dir="auto" { (report.words) }
                    p.about {
                        (time(report.raised_at)) "\u{a0}· "
                        @match &report.email { Some(email) => bdi { (email) }, None => (say!("operating-report-no-address")) }
                    }
                    details open[here] {
                        summary { (say!("operating-settle")) }
                        form method="post" action={ "/operator/reports/" (report.id) } novalidate {
                            (textarea(&Field::line("answer", &say!("operating-report-answer"), if here { answer } else { "" })
                                .hint(&if report.email.is_some() { say!("operating-report-answer-mailed") } else { say!("operating-report-answer-kept") })
                                .apart((!here).then(|| report.id.to_string())), 3, if here { complaints } else { &none }))
                            div.actions { button { (say!("operating-settle")) } }
                        }
                    }
                } }
            }
        }
    }
}
