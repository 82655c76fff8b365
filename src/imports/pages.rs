//! Pasting, and what was understood beside the original.

pub(super) mod line;

use maud::{Markup, html};

use super::corrections::TextForm;
use super::model::KEPT_DAYS;
use super::understanding::{Entry, GroupOfEntries, ReadLine, Role, Understood};
use crate::text::complaints::Complaints;
use crate::text::language::{Language, OFFERED, language_of_name};
use crate::text::words::say;
use crate::text::{country, speaking};
use crate::web::form::{Field, select, summary, textarea};
use crate::web::phrase::phrase;

/// Where a letter is pasted or chosen.
pub(super) fn start(text: &str, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("imports-title")) }
        p { (say!("imports-lead")) }
        (summary(complaints))
        form method="post" action="/letters/import" enctype="multipart/form-data" novalidate {
            (textarea(&Field::line("text", &say!("imports-paste"), text).optional(), 12, complaints))
            (Field::line("file", &say!("imports-file"), "").kind("file").optional().hint(&say!("imports-file-hint")).show(complaints))
            div.actions { button { (say!("imports-read")) } }
        }
    }
}

/// 413.
pub(super) fn too_large() -> Markup {
    html! {
        h1 { (say!("imports-too-large-title")) }
        p { (say!("imports-too-large-text")) }
        p.actions { a.button.quiet href="/letters/import" { (say!("imports-too-large-again")) } }
    }
}

/// What the review page shows.
pub(super) struct Review<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub taken_over: bool,
    pub understood: &'a Understood,
}

/// What was understood beside the original.
pub(super) fn review(review: &Review<'_>, complaints: &Complaints) -> Markup {
    let (base, understood) = (format!("/imports/{}", review.id), review.understood);
    let doubts = understood.doubts();
    let language = Language::of_row(&understood.language);
    html! {
        h1 { (say!("imports-understood")) }
        p.meta { bdi { (review.name) } }
        (summary(complaints))
        (facts(understood, &base, review.taken_over))
        section aria-labelledby="doubts" {
            h2 id="doubts" { @if doubts.is_empty() { (say!("imports-doubts-none")) } @else { (say!("imports-doubts", count = doubts.len())) } }
            @if !doubts.is_empty() {
                ul.doubts {
                    @for doubt in &doubts { li { a href={ "#l" (doubt.line) } { (say!("imports-line", line = doubt.line)) } " " span dir="auto" { (doubt.message) } } }
                }
            }
        }
        (not_taken_over(understood))
        div.actions {
            form method="post" action={ (base) "/letter" } {
                button { @if review.taken_over { (say!("imports-to-draft")) } @else { (say!("imports-take-over")) } }
            }
            @if !review.taken_over { @if let Some(line) = understood.last_corrected() { (undo(&base, line)) } }
        }
        @if review.taken_over { p.meta { (say!("imports-taken-over")) } }
        section aria-labelledby="lines" {
            h2 id="lines" { (say!("imports-lines-title")) }
            ol.source lang=(language.tag()) dir=(language.direction()) {
                @for (number, line) in (1..).zip(&understood.lines).filter(|(_, line)| !line.text.trim().is_empty()) {
                    (source_line(Some(&base).filter(|_| !review.taken_over), number, line, &doubts))
                }
            }
        }
        form.actions method="post" action={ (base) "/removal" } { button.quiet { (say!("imports-forget")) } }
    }
}

/// What a draft will not hold, so that nothing is lost without a word.
fn not_taken_over(understood: &Understood) -> Markup {
    let (individuals, withheld, out) =
        (understood.individuals(), understood.withheld(), understood.left_out());
    html! {
        @if individuals + withheld + out > 0 {
            section aria-labelledby="left-out" {
                h2 id="left-out" { (say!("imports-left-out")) }
                ul {
                    @if individuals > 0 { li { (say!("imports-left-out-individuals", count = individuals)) } }
                    @if withheld > 0 { li { (say!("imports-left-out-withheld", count = withheld)) } }
                    @if out > 0 { li { (say!("imports-left-out-lines", count = out)) } }
                }
                p.meta { (say!("imports-kept", days = KEPT_DAYS)) }
            }
        }
    }
}

fn undo(base: &str, line: usize) -> Markup {
    html! {
        form method="post" action={ (base) "/undoing" } {
            button.quiet { @if line > 0 { (say!("imports-undo-line", line = line)) } @else { (say!("imports-undo-text")) } }
        }
    }
}

/// How many there are, how many the letter speaks of, how many have no name here.
fn how_many(understood: &Understood) -> Markup {
    let count = understood.count();
    let found = match understood.claimed {
        Some((claimed, _)) => phrase!("imports-claimed", count = count, claimed = claimed),
        None => html! { (number(count)) },
    };
    match understood.withheld() {
        0 => found,
        withheld => phrase!("imports-and-withheld", signatories = found, withheld = withheld),
    }
}

fn facts(understood: &Understood, base: &str, taken_over: bool) -> Markup {
    let named = OFFERED.iter().find(|(tag, _)| *tag == understood.language).map_or("", |(_, name)| name);
    let found = |text: String| {
        html! { @if text.is_empty() { span.meta { (say!("imports-none-found")) } } @else { (text) } }
    };
    html! {
        dl.facts {
            dt { (say!("imports-fact-title")) } dd dir="auto" { (found(understood.title())) }
            dt { (say!("imports-fact-addressees")) } dd dir="auto" { (found(understood.addressees())) }
            dt { (say!("imports-fact-place-and-date")) } dd dir="auto" { (found(understood.place_and_date())) }
            dt { (say!("imports-fact-language")) } dd { bdi { (named) } }
            dt { (say!("imports-fact-signatories")) } dd { (how_many(understood)) }
            @let groups = understood.all_groups();
            @if groups.len() > 1 || groups.iter().any(|group| !group.heading.name.is_empty()) {
                dt { (say!("imports-fact-groups")) } dd { ul {
                    @for group in &groups { li { (group_of(group)) } }
                } }
            }
        }
        @if !taken_over { p.actions { a.button.quiet href={ (base) "/text" } { (say!("imports-correct-text")) } } }
    }
}

fn group_of(group: &GroupOfEntries<'_>) -> Markup {
    let name = html! { a href={ "#l" (group.line) } { bdi { (name_of(group)) } } };
    let count = group.entries.len();
    if group.heading.individuals {
        phrase!("imports-group-individuals", name = name, count = count)
    } else {
        phrase!("imports-group", name = name, count = count)
    }
}

pub(super) fn name_of(group: &GroupOfEntries<'_>) -> String {
    let name = &group.heading.name;
    if name.is_empty() { say!("imports-without-heading") } else { name.clone() }
}

/// A number in the digits of whoever reads.
fn number(number: usize) -> String {
    speaking::current().language().number(number)
}

/// What a line was taken for, and the group that begins with it.
fn taken_for(line: &ReadLine) -> Markup {
    let role = html! { span.role { (line.role.in_words()) } };
    match &line.heading {
        Some(heading) if heading.name.is_empty() && line.role == Role::Entry => {
            phrase!("imports-line-group-unnamed", role = role)
        }
        Some(heading) if heading.name.is_empty() => role,
        Some(heading) if line.role == Role::Entry => {
            phrase!("imports-line-group", role = role, name = &heading.name)
        }
        Some(heading) => phrase!("imports-line-heading", role = role, name = &heading.name),
        None => role,
    }
}

fn source_line(
    base: Option<&String>,
    place: usize,
    line: &ReadLine,
    doubts: &[super::understanding::Doubt],
) -> Markup {
    let language = speaking::current().language();
    let here = doubts.partition_point(|doubt| doubt.line < place);
    let doubts: Vec<_> = doubts.iter().skip(here).take_while(|doubt| doubt.line == place).collect();
    html! {
        li id={ "l" (place) } class=(line.role.as_str()) {
            span.number { (number(place)) }
            div.original dir="auto" { (line.text) }
            div.understood lang=(language.tag()) dir=(language.direction()) {
                p {
                    (taken_for(line))
                    @if let Some(base) = base { " " a href={ (base) "/lines/" (place) } aria-label=(say!("imports-correct-line", line = place)) { (say!("imports-correct")) } }
                }
                @for entry in &line.entries { (parts(entry)) }
                @for doubt in doubts { p.doubt { (doubt.message) } }
            }
        }
    }
}

fn parts(entry: &Entry) -> Markup {
    let more: Vec<String> = [
        entry.acronym.clone(),
        entry.country.as_deref().map(|code| country::name(code, &speaking::current().language())),
        entry.representative.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        p.entry {
            @if let Some(printed) = entry.number { (number(printed.try_into().unwrap_or(0))) ". " }
            bdi lang=(language_of_name(&entry.name)) { (entry.name) }
            @for part in more { " · " bdi { (part) } }
        }
    }
}

/// The letter's own parts.
pub(super) fn text(id: &str, form: &TextForm, complaints: &Complaints) -> Markup {
    html! {
        h1 { (say!("imports-text-title")) }
        (summary(complaints))
        form method="post" action={ "/imports/" (id) "/text" } novalidate {
            (Field::line("title", &say!("imports-fact-title"), &form.title).show(complaints))
            (textarea(&Field::line("addressees", &say!("imports-fact-addressees"), &form.addressees).optional(), 3, complaints))
            (Field::line("place_and_date", &say!("imports-role-dateline"), &form.place_and_date).optional().show(complaints))
            (select(&Field::line("language", &say!("imports-text-language"), &form.language), OFFERED, complaints))
            (textarea(&Field::line("body", &say!("imports-role-body"), &form.body), 18, complaints))
            div.actions { button { (say!("imports-save")) } a href={ "/imports/" (id) } { (say!("imports-back")) } }
        }
    }
}
