//! What waits for a letter's coordinators: signatures to look at, and cases of authority.

use maud::{Markup, html};

use super::base;
use super::declared::{declarations, moment};
use crate::letters::{Letter, Minimum, Place, coordinating_nav, verified_in_words};
use crate::organizations::{Flag, Organization};
use crate::signatures::cases::{Case, Says};
use crate::signatures::declaring::Declared;
use crate::signatures::queue::{Entry, Why};
use crate::signatures::standing::{Given, WITHHELD};
use crate::text::language::language_of_name;

/// A signature that waits.
pub(in crate::signatures) struct EntryShown {
    pub entry: Entry,
    pub declared: Vec<Declared>,
    pub flags: Vec<Flag>,
}

/// A case, open or settled.
pub(in crate::signatures) struct CaseShown {
    pub case: Case,
    pub declared: Vec<Declared>,
    pub flags: Vec<Flag>,
}

/// A form of the page that needs another look.
pub(in crate::signatures) struct Complaint<'a> {
    /// What it is about.
    pub id: &'a str,
    pub typed: &'a str,
    pub sentence: &'a str,
}

/// Everything the page shows.
pub(in crate::signatures) struct QueuePage<'a> {
    pub letter: &'a Letter,
    pub waiting: &'a [EntryShown],
    pub decided: &'a [Entry],
    pub cases: &'a [CaseShown],
    pub note: Option<&'a str>,
    pub problem: Option<&'a str>,
    pub complaint: Option<&'a Complaint<'a>>,
}

/// The page.
pub(in crate::signatures) fn queue(page: &QueuePage<'_>) -> Markup {
    let (open, settled): (Vec<_>, Vec<_>) =
        page.cases.iter().partition(|shown| shown.case.settled_at.is_none());
    html! {
        h1 { "What waits for you" }
        (coordinating_nav(page.letter, Place::Queue))
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        @if let Some(problem) = page.problem { div.problem role="alert" { p { (problem) } } }
        section aria-labelledby="cases" {
            h2 id="cases" { "Said not to be authorised" }
            @if open.is_empty() { p.empty { "Nobody has said so of a signature." } }
            @for shown in &open { (open_case(page, shown)) }
        }
        section aria-labelledby="waiting" {
            h2 id="waiting" { "Signatures to look at" }
            @if page.letter.verification != Minimum::Email {
                p.meta { "This letter asks for " (page.letter.verification.in_words()) ". Whoever comes to be verified like that is listed without you." }
            }
            @if page.waiting.is_empty() { p.empty { "None waits." } }
            @for shown in page.waiting { (entry(page, shown)) }
            p { a href={ "/letters/" (page.letter.slug) "/warnings" } { "Who on the list may be taken for others, and what readers report" } }
        }
        @if !settled.is_empty() || !page.decided.is_empty() { (history(&settled, page.decided)) }
    }
}

fn name(organization: &Organization, given: &Given) -> Markup {
    html! {
        @if given.withheld_at.is_some() { (WITHHELD) }
        @else {
            a href={ "/organizations/" (organization.slug) } { bdi lang=(language_of_name(&organization.name)) { (organization.name) } }
            @if let Some(acronym) = &organization.acronym { " (" bdi { (acronym) } ")" }
        }
    }
}

fn verified(organization: &Organization) -> Markup {
    html! {
        "It is " (verified_in_words(organization.verified_by))
        @if let Some(at) = organization.verified_at { ", since " (moment(at)) }
        "."
    }
}

/// For whom it may be taken, which an operator has not settled yet.
fn flagged(flags: &[Flag]) -> Markup {
    html! {
        @for flag in flags {
            p {
                strong { "It may be taken for another. " } (flag.reason.in_words())
                @if let Some(other) = &flag.other { " The other: " a href={ "/organizations/" (other.slug) } { bdi lang=(language_of_name(&other.name)) { (other.name) } } "." }
            }
        }
    }
}

/// Two buttons under one reason.
fn decision(page: &QueuePage<'_>, id: &str, ways: &[(String, &str, bool)]) -> Markup {
    let wrong = page.complaint.filter(|complaint| complaint.id == id);
    let field = format!("reason-{id}");
    html! {
        @if let Some(wrong) = wrong {
            div.problem role="alert" { h3 { "One thing needs another look" } ul { li { a href={ "#" (field) } { (wrong.sentence) } } } }
        }
        form method="post" action=(ways.first().map_or("", |(action, ..)| action.as_str())) novalidate {
            div.field {
                label for=(field) { "Reason" }
                span.hint id={ (field) "-hint" } { "The organization’s owners and whoever signed read it by mail." }
                @if let Some(wrong) = wrong { span.error id={ (field) "-error" } { (wrong.sentence) } }
                textarea id=(field) name="reason" dir="auto" rows="2" required aria-invalid=[wrong.map(|_| "true")]
                    aria-describedby={ (field) "-hint" @if wrong.is_some() { " " (field) "-error" } } { "\n" (wrong.map_or("", |wrong| wrong.typed)) }
            }
            div.actions {
                @for (action, words, quiet) in ways {
                    button.quiet[*quiet] formaction=(action) { (words) }
                }
            }
        }
    }
}

fn entry(page: &QueuePage<'_>, shown: &EntryShown) -> Markup {
    let EntryShown { entry, declared, flags } = shown;
    let address = format!("{}/queue/{}", base(page.letter), entry.id);
    html! {
        article.waits id={ "w-" (entry.id) } {
            h3 { (name(&entry.organization, &entry.given)) }
            p { (verified(&entry.organization)) " It has waited since " (moment(entry.since)) "." }
            (flagged(flags))
            @if entry.why == Why::Disputed {
                p { strong { "An owner said that an earlier signature of this organization here was not authorised" } "; it was taken off, and is given again by somebody else." }
            }
            @if entry.given.withheld_at.is_none() { (declarations(declared)) }
            (decision(page, &entry.id.to_string(), &[
                (format!("{address}/acceptance"), "Put it on the list", false),
                (format!("{address}/refusal"), "Refuse it", true),
            ]))
        }
    }
}

fn open_case(page: &QueuePage<'_>, shown: &CaseShown) -> Markup {
    let CaseShown { case, declared, flags } = shown;
    let address = format!("{}/cases/{}", base(page.letter), case.id);
    let remove = (format!("{address}/removal"), "Take it off", case.is_confirmed());
    let mut ways = vec![remove];
    if case.is_confirmed() {
        ways.insert(0, (format!("{address}/restoration"), "Put it back", false));
    }
    html! {
        article.waits id={ "c-" (case.id) } {
            h3 { (name(&case.organization, &case.given)) }
            p { (verified(&case.organization)) " The signature has been off the list since " (moment(case.opened_at)) "." }
            (flagged(flags))
            (voices(case))
            @if case.given.withheld_at.is_none() { h4 { "What was declared" } (declarations(declared)) }
            @if page.letter.delivered_at.is_some() && case.given.delivered_position.is_some() {
                p { "The letter was delivered with this name. What was handed over stays as it is; " a href={ (base(page.letter)) "/copies" } { "see who got it" } ", to tell them." }
            }
            @if !case.is_confirmed() { p.meta { "To put it back, one of the organization’s owners has to confirm it first, on the letter’s page." } }
            (decision(page, &case.id.to_string(), &ways))
        }
    }
}

/// What the owners said, the first first.
fn voices(case: &Case) -> Markup {
    html! {
        ul.declared {
            @for voice in &case.voices {
                li {
                    @if case.given.withheld_at.is_some() || voice.person_name.is_empty() { "An owner" } @else { bdi { (voice.person_name) } " (owner)" }
                    @match voice.says { Says::Objects => " said that it was not authorised", Says::Confirms => " confirmed that it is authorised" }
                    ", on " (moment(voice.said_at)) "."
                    @if !voice.words.is_empty() { q dir="auto" { (voice.words) } }
                }
            }
        }
    }
}

fn history(settled: &[&CaseShown], decided: &[Entry]) -> Markup {
    html! {
        section aria-labelledby="decided" {
            h2 id="decided" { "Decided" }
            ul.rows {
                @for CaseShown { case, .. } in settled {
                    li { div {
                        p { (name(&case.organization, &case.given)) }
                        p.about {
                            "Said not to be authorised; "
                            @if let Some(outcome) = case.outcome { (outcome.in_words()) }
                            @if let Some(at) = case.settled_at { " on " (moment(at)) }
                            "." @if !case.reason.is_empty() { " " q dir="auto" { (case.reason) } }
                        }
                    } }
                }
                @for entry in decided {
                    li { div {
                        p { (name(&entry.organization, &entry.given)) }
                        p.about {
                            "Waited for a look; "
                            @if let Some(decision) = entry.decision { (decision.in_words()) }
                            @if let Some(at) = entry.decided_at { " on " (moment(at)) }
                            "." @if !entry.reason.is_empty() { " " q dir="auto" { (entry.reason) } }
                        }
                    } }
                }
            }
        }
    }
}
