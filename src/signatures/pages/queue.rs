//! What waits for a letter's coordinators: signatures to look at, and cases of authority.

use maud::{Markup, html};

use super::base;
use super::declared::{declarations, moment};
use crate::letters::{Letter, Minimum, Place, coordinating_nav, verified_in_words};
use crate::organizations::{Flag, Organization};
use crate::signatures::cases::{Case, Says, Voice};
use crate::signatures::declaring::Declared;
use crate::signatures::queue::{Entry, Why};
use crate::signatures::standing::Given;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::web::phrase::phrase;

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
        h1 { (say!("signatures-queue-title")) }
        (coordinating_nav(page.letter, Place::Queue))
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        @if let Some(problem) = page.problem { div.problem role="alert" { p { (problem) } } }
        section aria-labelledby="cases" {
            h2 id="cases" { (say!("signatures-queue-cases")) }
            @if open.is_empty() { p.empty { (say!("signatures-queue-no-cases")) } }
            @for shown in &open { (open_case(page, shown)) }
        }
        section aria-labelledby="waiting" {
            h2 id="waiting" { (say!("signatures-queue-waiting")) }
            @if page.letter.verification != Minimum::Email {
                p.meta { (phrase!("signatures-queue-asks", asks = html! { (page.letter.verification.in_words()) })) }
            }
            @if page.waiting.is_empty() { p.empty { (say!("signatures-queue-none-waits")) } }
            @for shown in page.waiting { (entry(page, shown)) }
            p { a href={ "/letters/" (page.letter.slug) "/warnings" } { (say!("signatures-queue-warnings")) } }
        }
        @if !settled.is_empty() || !page.decided.is_empty() { (history(&settled, page.decided)) }
    }
}

fn name(organization: &Organization, given: &Given) -> Markup {
    html! {
        @if given.withheld_at.is_some() { (say!("signatures-nameless")) }
        @else {
            a href={ "/organizations/" (organization.slug) } { bdi lang=(language_of_name(&organization.name)) { (organization.name) } }
            @if let Some(acronym) = &organization.acronym { " (" bdi { (acronym) } ")" }
        }
    }
}

fn verified(organization: &Organization) -> Markup {
    let verified = html! { (verified_in_words(organization.verified_by)) };
    match organization.verified_at {
        Some(at) => phrase!("signatures-verified-since", verified = verified, time = html! { (moment(at)) }),
        None => phrase!("signatures-verified-so", verified = verified),
    }
}

/// For whom it may be taken, which an operator has not settled yet.
fn flagged(flags: &[Flag]) -> Markup {
    html! {
        @for flag in flags {
            p {
                strong { (say!("signatures-may-be-another")) } " " (flag.reason.in_words())
                @if let Some(other) = &flag.other {
                    @let name = html! { a href={ "/organizations/" (other.slug) } { bdi lang=(language_of_name(&other.name)) { (other.name) } } };
                    " " (phrase!("signatures-the-other", name = name))
                }
            }
        }
    }
}

/// Two buttons under one reason.
fn decision(page: &QueuePage<'_>, id: &str, ways: &[(String, String, bool)]) -> Markup {
    let wrong = page.complaint.filter(|complaint| complaint.id == id);
    let field = format!("reason-{id}");
    html! {
        @if let Some(wrong) = wrong {
            div.problem role="alert" { h3 { (say!("web-problems", count = 1usize)) } ul { li { a href={ "#" (field) } { (wrong.sentence) } } } }
        }
        form method="post" action=(ways.first().map_or("", |(action, ..)| action.as_str())) novalidate {
            div.field {
                label for=(field) { (say!("signatures-reason")) }
                span.hint id={ (field) "-hint" } { (say!("signatures-reason-hint")) }
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
            p { (verified(&entry.organization)) " " (phrase!("signatures-waited-since", time = html! { (moment(entry.since)) })) }
            (flagged(flags))
            @if entry.why == Why::Disputed {
                @let lead = html! { strong { (say!("signatures-was-disputed-lead")) } };
                p { (phrase!("signatures-was-disputed", lead = lead)) }
            }
            @if entry.given.withheld_at.is_none() { (declarations(declared)) }
            (decision(page, &entry.id.to_string(), &[
                (format!("{address}/acceptance"), say!("signatures-put-on-list"), false),
                (format!("{address}/refusal"), say!("signatures-refuse-it"), true),
            ]))
        }
    }
}

fn open_case(page: &QueuePage<'_>, shown: &CaseShown) -> Markup {
    let CaseShown { case, declared, flags } = shown;
    let address = format!("{}/cases/{}", base(page.letter), case.id);
    let remove = (format!("{address}/removal"), say!("signatures-take-it-off"), case.is_confirmed());
    let mut ways = vec![remove];
    if case.is_confirmed() {
        ways.insert(0, (format!("{address}/restoration"), say!("signatures-put-it-back"), false));
    }
    html! {
        article.waits id={ "c-" (case.id) } {
            h3 { (name(&case.organization, &case.given)) }
            p { (verified(&case.organization)) " " (phrase!("signatures-off-since", time = html! { (moment(case.opened_at)) })) }
            (flagged(flags))
            (voices(case))
            @if case.given.withheld_at.is_none() { h4 { (say!("signatures-what-was-declared")) } (declarations(declared)) }
            @if page.letter.delivered_at.is_some() && case.given.delivered_position.is_some() {
                @let here = html! { a href={ (base(page.letter)) "/copies" } { (say!("signatures-case-delivered-here")) } };
                p { (phrase!("signatures-case-delivered", here = here)) }
            }
            @if !case.is_confirmed() { p.meta { (say!("signatures-case-needs-owner")) } }
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
                    (said_what(case, voice))
                    @if !voice.words.is_empty() { q dir="auto" { (voice.words) } }
                }
            }
        }
    }
}

fn said_what(case: &Case, voice: &Voice) -> Markup {
    let who = if case.given.withheld_at.is_some() || voice.person_name.is_empty() {
        html! { (say!("signatures-an-owner")) }
    } else {
        let role = html! { (say!("signatures-role-owner")) };
        phrase!("signatures-declared-by", name = &voice.person_name, role = role)
    };
    let time = html! { (moment(voice.said_at)) };
    match voice.says {
        Says::Objects => phrase!("signatures-voice-objects", who = who, time = time),
        Says::Confirms => phrase!("signatures-voice-confirms", who = who, time = time),
    }
}

fn history(settled: &[&CaseShown], decided: &[Entry]) -> Markup {
    html! {
        section aria-labelledby="decided" {
            h2 id="decided" { (say!("signatures-decided")) }
            ul.rows {
                @for CaseShown { case, .. } in settled {
                    li { div {
                        p { (name(&case.organization, &case.given)) }
                        p.about {
                            @if let Some((outcome, at)) = case.outcome.zip(case.settled_at) {
                                (phrase!("signatures-case-settled", outcome = html! { (outcome.in_words()) }, time = html! { (moment(at)) }))
                            }
                            @if !case.reason.is_empty() { " " q dir="auto" { (case.reason) } }
                        }
                    } }
                }
                @for entry in decided {
                    li { div {
                        p { (name(&entry.organization, &entry.given)) }
                        p.about {
                            @if let Some((decision, at)) = entry.decision.zip(entry.decided_at) {
                                (phrase!("signatures-entry-decided", decision = html! { (decision.in_words()) }, time = html! { (moment(at)) }))
                            }
                            @if !entry.reason.is_empty() { " " q dir="auto" { (entry.reason) } }
                        }
                    } }
                }
            }
        }
    }
}
