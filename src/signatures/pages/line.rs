//! One line of the list: how its name is printed, where it stands, what is noted at it.

use maud::{Markup, html};

use super::base;
use super::declared::declarations;
use super::listed::evidence;
use crate::letters::{Grouping, Letter};
use crate::signatures::declaring::Declared;
use crate::signatures::list::{Footnote, Group, GroupKind, Signatory, Status};
use crate::signatures::listed::KeptEvidence;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{country, speaking};
use crate::web::form::{Field, select, summary};
use crate::web::phrase::phrase;

/// What was typed into the form of a line.
#[derive(Default)]
pub(in crate::signatures) struct LineTyped {
    pub name: String,
    pub acronym: String,
    pub country: String,
    pub representative_name: String,
    pub representative_title: String,
    pub sort_name: String,
    pub group: String,
    pub members: String,
    pub sign: String,
    pub words: String,
    /// Whom to ask to confirm, if another was typed than is known.
    pub email: Option<String>,
}

/// What the page of a line shows.
pub(in crate::signatures) struct LinePage<'a> {
    pub letter: &'a Letter,
    pub line: &'a Signatory,
    /// The name that the organization has outside this letter.
    pub own_name: Option<&'a str>,
    pub printed_form: Option<&'a str>,
    pub groups: &'a [Group],
    pub footnotes: &'a [Footnote],
    pub evidence: &'a [KeptEvidence],
    /// Who declared what when it was signed.
    pub declared: &'a [Declared],
    pub typed: &'a LineTyped,
    pub complaints: &'a Complaints,
    pub note: Option<&'a str>,
}

/// The headings that somebody can be put under: value and words.
///
/// By a rule without groups only those that stand apart are offered, and the one that is `chosen`
/// already: it counts again when the rule does, and saving the form must not lose it.
pub(super) fn headings(letter: &Letter, groups: &[Group], chosen: &str) -> Vec<(String, String)> {
    let mut headings = vec![(String::new(), say!("signatures-no-heading"))];
    let shown = |group: &&Group| {
        letter.grouping == Grouping::Coalition
            || group.kind != GroupKind::Signatories
            || group.id.to_string() == chosen
    };
    headings.extend(groups.iter().filter(shown).map(|group| {
        let name = if group.name.is_empty() { say!("signatures-unnamed-group") } else { group.name.clone() };
        let words = match group.kind {
            GroupKind::Signatories => name,
            GroupKind::Late => say!("signatures-heading-is-late", name = name),
            GroupKind::Observers => say!("signatures-heading-is-observers", name = name),
        };
        (group.id.to_string(), words)
    }));
    headings
}

pub(super) fn countries() -> Vec<(&'static str, String)> {
    let mut all = vec![("", say!("signatures-not-said"))];
    all.extend(country::all(&speaking::current().language()));
    all
}

pub(in crate::signatures) fn line(page: &LinePage<'_>) -> Markup {
    let base = base(page.letter);
    let entry = &page.line.entry;
    let address = format!("{base}/list/lines/{}", entry.signature);
    let is_listed = entry.status == Status::Listed;
    html! {
        h1 { bdi { (entry.name) } }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        p.meta {
            @match entry.status {
                Status::Confirmed => (say!("signatures-line-signed")),
                Status::Listed => (say!("signatures-line-listed")),
            }
            @if let Some(own) = page.own_name.filter(|own| *own != entry.name) { " " (phrase!("signatures-line-own-name", name = own)) }
        }
        @if let Some(printed) = page.printed_form { p.meta { (phrase!("signatures-line-imported", name = printed)) } }
        (declarations(page.declared))
        (summary(page.complaints))
        form method="post" action=(address) novalidate { (fields(page, is_listed)) }
        @if is_listed { (evidence(&base, page.evidence)) (question(page, &address)) }
        section aria-labelledby="withholding" {
            h2 id="withholding" { (say!("signatures-line-withhold")) }
            p {
                (say!("signatures-line-withhold-does")) " "
                @if is_listed { (say!("signatures-line-withhold-listed")) } @else { (say!("signatures-line-withhold-signed")) }
                @if page.letter.is_public() { " " (say!("signatures-line-withhold-copies")) }
            }
            form method="post" action={ (address) "/withholding" } {
                (Field::line("withholding_reason", &say!("signatures-reason"), "").hint(&say!("signatures-line-withhold-reason-hint")).show(page.complaints))
                button.quiet { (say!("signatures-withhold-name")) }
            }
        }
        section aria-labelledby="removal" {
            h2 id="removal" { (say!("signatures-take-off")) }
            @if !is_listed { p { (say!("signatures-line-take-off-signed")) } }
            form method="post" action={ (address) "/removal" } {
                @let label = say!("signatures-reason");
                @let reason = Field::line("reason", &label, "");
                (Field { required: !is_listed, ..reason }.show(page.complaints))
                button.quiet { (say!("signatures-take-off")) }
            }
        }
    }
}

fn fields(page: &LinePage<'_>, is_listed: bool) -> Markup {
    let (typed, complaints) = (page.typed, page.complaints);
    let groups = headings(page.letter, page.groups, &typed.group);
    let groups: Vec<(&str, &str)> = groups.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let countries = countries();
    let countries: Vec<(&str, &str)> = countries.iter().map(|(code, name)| (*code, name.as_str())).collect();
    let name_hint = (!is_listed).then(|| say!("signatures-line-name-hint"));
    let name_label = say!("signatures-name-in-letter");
    let signs = page.footnotes.iter().map(|note| format!("{} {}", note.sign, note.words)).collect::<Vec<_>>();
    let sign_hint = if signs.is_empty() {
        say!("signatures-sign-hint")
    } else {
        say!("signatures-sign-in-use", signs = signs.join("; "))
    };
    html! {
        div.pair {
            (Field { hint: name_hint.as_deref(), ..Field::line("name", &name_label, &typed.name) }.show(complaints))
            (Field::line("acronym", &say!("signatures-acronym"), &typed.acronym).optional().show(complaints))
        }
        @if is_listed {
            div.pair {
                (Field::line("representative_name", &say!("signatures-representative"), &typed.representative_name).optional().show(complaints))
                (Field::line("representative_title", &say!("signatures-title"), &typed.representative_title).optional().show(complaints))
            }
            (select(&Field::line("country", &say!("signatures-country"), &typed.country).optional(), &countries, complaints))
        }
        (select(&Field::line("group", &say!("signatures-heading"), &typed.group), &groups, complaints))
        div.pair {
            (Field::line("sort_name", &say!("signatures-sorted-as"), &typed.sort_name).optional().hint(&say!("signatures-sorted-as-hint")).show(complaints))
            (Field::line("members", &say!("signatures-members"), &typed.members).optional().show(complaints))
        }
        div.pair {
            (Field::line("sign", &say!("signatures-footnote-sign"), &typed.sign).optional().hint(&sign_hint).show(complaints))
            (Field::line("words", &say!("signatures-footnote-words"), &typed.words).optional().hint(&say!("signatures-footnote-words-hint")).show(complaints))
        }
        div.actions { button { (say!("signatures-save")) } a href={ (base(page.letter)) "/list#s-" (page.line.entry.signature) } { (say!("signatures-back-to-list")) } }
    }
}

fn question(page: &LinePage<'_>, address: &str) -> Markup {
    let known = || page.evidence.iter().rev().find_map(|evidence| evidence.email.as_deref());
    let email = page.typed.email.as_deref().or_else(known).unwrap_or("");
    html! {
        section aria-labelledby="question" {
            h2 id="question" { (say!("signatures-line-ask")) }
            p { (say!("signatures-line-ask-does")) }
            form method="post" action={ (address) "/question" } {
                (Field::line("email", &say!("signatures-address"), email).kind("email").show(page.complaints))
                button.quiet { (say!("signatures-ask")) }
            }
        }
    }
}
