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
use crate::text::country;
use crate::text::language::Language;
use crate::web::form::{Field, select, summary};

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
    let mut headings = vec![(String::new(), "No heading".to_owned())];
    let shown = |group: &&Group| {
        letter.grouping == Grouping::Coalition
            || group.kind != GroupKind::Signatories
            || group.id.to_string() == chosen
    };
    headings.extend(groups.iter().filter(shown).map(|group| {
        let name = if group.name.is_empty() { "An unnamed group" } else { &group.name };
        let kind = match group.kind {
            GroupKind::Signatories => "",
            GroupKind::Late => " (late signatories)",
            GroupKind::Observers => " (observers)",
        };
        (group.id.to_string(), format!("{name}{kind}"))
    }));
    headings
}

pub(super) fn countries() -> Vec<(&'static str, String)> {
    let mut all = vec![("", "Not said".to_owned())];
    all.extend(country::all(&Language::english()));
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
                Status::Confirmed => "This organization has signed here.",
                Status::Listed => "Listed by a coordinator; the organization has not confirmed.",
            }
            @if let Some(own) = page.own_name.filter(|own| *own != entry.name) { " Its own name is " bdi { (own) } "." }
        }
        @if let Some(printed) = page.printed_form { p.meta { "As it stood in the imported list: " bdi { (printed) } } }
        (declarations(page.declared))
        (summary(page.complaints))
        form method="post" action=(address) novalidate { (fields(page, is_listed)) }
        @if is_listed { (evidence(&base, page.evidence)) (question(page, &address)) }
        section aria-labelledby="withholding" {
            h2 id="withholding" { "Withhold this name" }
            p { "To protect it: the public reads that one more organization signed, and not which. "
                @if is_listed { "Coordinators can show it again." } @else { "Its owners are told, with your reason; to show it again takes a coordinator and the organization." }
                @if page.letter.is_public() { " Copies that were made before keep the name." } }
            form method="post" action={ (address) "/withholding" } {
                (Field::line("withholding_reason", "Reason", "").hint("Stays in the letter’s log. Do not name the organization in it.").show(page.complaints))
                button.quiet { "Withhold the name" }
            }
        }
        section aria-labelledby="removal" {
            h2 id="removal" { "Take it off the list" }
            @if !is_listed { p { "This organization signed here. Its owners are told by mail that its name was taken off, and why; it can sign again while the letter is open." } }
            form method="post" action={ (address) "/removal" } {
                @let reason = Field::line("reason", "Reason", "");
                (Field { required: !is_listed, ..reason }.show(page.complaints))
                button.quiet { "Take it off the list" }
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
    let name_hint = if is_listed {
        ""
    } else {
        "In this letter only. The organization’s owners are told what changed."
    };
    let signs = page.footnotes.iter().map(|note| format!("{} {}", note.sign, note.words)).collect::<Vec<_>>();
    let sign_hint = if signs.is_empty() {
        "*, †, ‡, § or a number.".to_owned()
    } else {
        format!("In use: {}", signs.join("; "))
    };
    html! {
        div.pair {
            (Field { hint: Some(name_hint).filter(|hint| !hint.is_empty()), ..Field::line("name", "Name in this letter", &typed.name) }.show(complaints))
            (Field::line("acronym", "Acronym", &typed.acronym).optional().show(complaints))
        }
        @if is_listed {
            div.pair {
                (Field::line("representative_name", "Representative", &typed.representative_name).optional().show(complaints))
                (Field::line("representative_title", "Title", &typed.representative_title).optional().show(complaints))
            }
            (select(&Field::line("country", "Country", &typed.country).optional(), &countries, complaints))
        }
        (select(&Field::line("group", "Heading", &typed.group), &groups, complaints))
        div.pair {
            (Field::line("sort_name", "Sorted as", &typed.sort_name).optional().hint("Where another name decides the order.").show(complaints))
            (Field::line("members", "On behalf of how many members", &typed.members).optional().show(complaints))
        }
        div.pair {
            (Field::line("sign", "Footnote sign", &typed.sign).optional().hint(&sign_hint).show(complaints))
            (Field::line("words", "What the footnote says", &typed.words).optional().hint("The same at every name with this sign.").show(complaints))
        }
        div.actions { button { "Save" } a href={ (base(page.letter)) "/list#s-" (page.line.entry.signature) } { "Back to the list" } }
    }
}

fn question(page: &LinePage<'_>, address: &str) -> Markup {
    let known = || page.evidence.iter().rev().find_map(|evidence| evidence.email.as_deref());
    let email = page.typed.email.as_deref().or_else(known).unwrap_or("");
    html! {
        section aria-labelledby="question" {
            h2 id="question" { "Ask the organization to confirm" }
            p { "It gets a mail with a link, reads the exact text and signs; this line then becomes its signature." }
            form method="post" action={ (address) "/question" } {
                (Field::line("email", "Address", email).kind("email").show(page.complaints))
                button.quiet { "Ask" }
            }
        }
    }
}
