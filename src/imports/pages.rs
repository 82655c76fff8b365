//! Pasting, and what was understood beside the original.

pub(super) mod line;

use maud::{Markup, html};

use super::corrections::TextForm;
use super::understanding::{Entry, GroupOfEntries, ReadLine, Role, Understood};
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::{Language, OFFERED, language_of_name};
use crate::web::form::{Field, select, summary, textarea};

/// Where a letter is pasted or chosen.
pub(super) fn start(text: &str, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Import a letter" }
        p { "An existing letter with its signatories becomes a draft that you coordinate. You see what was understood, line by line, before anything is taken over. Nobody else sees it." }
        (summary(complaints))
        form method="post" action="/letters/import" enctype="multipart/form-data" novalidate {
            (textarea(&Field::line("text", "Paste the letter with its list", text).optional(), 12, complaints))
            (Field::line("file", "Or choose a file", "").kind("file").optional().hint("Plain text, Markdown, CSV or DOCX, at most 10 MB.").show(complaints))
            div.actions { button { "Read it" } }
        }
    }
}

/// 413.
pub(super) fn too_large() -> Markup {
    html! {
        h1 { "That is too much at once" }
        p { "At most 10 MB can be imported, and nothing was kept. A letter with a thousand signatories has a hundredth of that: choose the letter alone, without its pictures." }
        p.actions { a.button.quiet href="/letters/import" { "Choose again" } }
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
        h1 { "What was understood" }
        p.meta { bdi { (review.name) } }
        (summary(complaints))
        (facts(understood, &base, review.taken_over))
        section aria-labelledby="doubts" {
            h2 id="doubts" { @if doubts.is_empty() { "No doubts" } @else { "Doubts: " (doubts.len()) } }
            @if !doubts.is_empty() {
                ul.doubts {
                    @for doubt in &doubts { li { a href={ "#l" (doubt.line) } { "Line " (doubt.line) } " " span dir="auto" { (doubt.message) } } }
                }
            }
        }
        (not_taken_over(understood))
        div.actions {
            form method="post" action={ (base) "/letter" } {
                button { @if review.taken_over { "To the draft" } @else { "Take it over as a draft" } }
            }
            @if !review.taken_over { @if let Some(line) = understood.last_corrected() { (undo(&base, line)) } }
        }
        @if review.taken_over { p.meta { "It is a draft already. What you correct in the draft does not change this page." } }
        section aria-labelledby="lines" {
            h2 id="lines" { "Line by line" }
            ol.source lang=(language.tag()) dir=(language.direction()) {
                @for (number, line) in (1..).zip(&understood.lines).filter(|(_, line)| !line.text.trim().is_empty()) {
                    (source_line(Some(&base).filter(|_| !review.taken_over), number, line, &doubts))
                }
            }
        }
        form.actions method="post" action={ (base) "/removal" } { button.quiet { "Forget this import" } }
    }
}

/// What a draft will not hold, so that nothing is lost without a word.
fn not_taken_over(understood: &Understood) -> Markup {
    let (individuals, withheld, out) =
        (understood.individuals(), understood.withheld(), understood.left_out());
    html! {
        @if individuals + withheld + out > 0 {
            section aria-labelledby="left-out" {
                h2 id="left-out" { "Not taken over" }
                ul {
                    @if individuals == 1 { li { "1 individual: only organizations are signatories." } }
                    @else if individuals > 1 { li { (individuals) " individuals: only organizations are signatories." } }
                    @if withheld == 1 { li { "1 withheld name: no name is kept of it, and the list does not count it." } }
                    @else if withheld > 1 { li { (withheld) " withheld names: no name is kept of them, and the list does not count them." } }
                    @if out == 1 { li { "1 line that is a note or not part of the letter." } }
                    @else if out > 1 { li { (out) " lines that are notes or not part of the letter." } }
                }
                p.meta { "The original stays here, line by line, for 30 days after you last changed it." }
            }
        }
    }
}

fn undo(base: &str, line: usize) -> Markup {
    html! {
        form method="post" action={ (base) "/undoing" } {
            button.quiet { @if line > 0 { "Undo the correction of line " (line) } @else { "Undo the correction of the text" } }
        }
    }
}

fn facts(understood: &Understood, base: &str, taken_over: bool) -> Markup {
    let (title, addressees, date) =
        (understood.title(), understood.addressees(), understood.place_and_date());
    let named = OFFERED.iter().find(|(tag, _)| *tag == understood.language).map_or("", |(_, name)| name);
    let missing = |text: &str| text.is_empty();
    html! {
        dl.facts {
            dt { "Title" } dd dir="auto" { @if missing(&title) { span.meta { "none found" } } @else { (title) } }
            dt { "Addressees" } dd dir="auto" { @if missing(&addressees) { span.meta { "none found" } } @else { (addressees) } }
            dt { "Place, date" } dd dir="auto" { @if missing(&date) { span.meta { "none found" } } @else { (date) } }
            dt { "Language" } dd { (named) }
            dt { "Signatories" } dd {
                (understood.count())
                @if let Some((claimed, _)) = understood.claimed { " (the letter speaks of " (claimed) ")" }
                @if understood.withheld() > 0 { ", and " (understood.withheld()) " withheld" }
            }
            @let groups = understood.all_groups();
            @if groups.len() > 1 || groups.iter().any(|group| !group.heading.name.is_empty()) {
                dt { "Groups" } dd { ul {
                    @for group in &groups {
                        li {
                            a href={ "#l" (group.line) } { bdi { (name_of(group)) } } ": " (group.entries.len())
                            @if group.heading.individuals { " (individuals, not taken over)" }
                        }
                    }
                } }
            }
        }
        @if !taken_over { p.actions { a.button.quiet href={ (base) "/text" } { "Correct title, addressees, date, language and text" } } }
    }
}

pub(super) fn name_of<'a>(group: &'a GroupOfEntries<'_>) -> &'a str {
    if group.heading.name.is_empty() { "without a heading" } else { &group.heading.name }
}

fn source_line(
    base: Option<&String>,
    number: usize,
    line: &ReadLine,
    doubts: &[super::understanding::Doubt],
) -> Markup {
    let here = doubts.partition_point(|doubt| doubt.line < number);
    let doubts: Vec<_> = doubts.iter().skip(here).take_while(|doubt| doubt.line == number).collect();
    html! {
        li id={ "l" (number) } class=(line.role.as_str()) {
            span.number { (number) }
            div.original dir="auto" { (line.text) }
            div.understood lang="en" dir="ltr" {
                p {
                    span.role { (line.role.in_words()) }
                    @if let Some(heading) = &line.heading {
                        @if heading.name.is_empty() { @if line.role == Role::Entry { ", a group without a heading begins" } }
                        @else if line.role == Role::Entry { ", the group " bdi { (heading.name) } " begins" }
                        @else { ": " bdi { (heading.name) } }
                    }
                    @if let Some(base) = base { " " a href={ (base) "/lines/" (number) } aria-label={ "Correct line " (number) } { "Correct" } }
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
        entry.country.as_deref().map(|code| country::name(code, &Language::english())),
        entry.representative.clone(),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        p.entry {
            @if let Some(number) = entry.number { (number) ". " }
            bdi lang=(language_of_name(&entry.name)) { (entry.name) }
            @for part in more { " · " bdi { (part) } }
        }
    }
}

/// The letter's own parts.
pub(super) fn text(id: &str, form: &TextForm, complaints: &Complaints) -> Markup {
    html! {
        h1 { "The letter’s text" }
        (summary(complaints))
        form method="post" action={ "/imports/" (id) "/text" } novalidate {
            (Field::line("title", "Title", &form.title).show(complaints))
            (textarea(&Field::line("addressees", "Addressees", &form.addressees).optional(), 3, complaints))
            (Field::line("place_and_date", "Place and date", &form.place_and_date).optional().show(complaints))
            (select(&Field::line("language", "Language of the text", &form.language), OFFERED, complaints))
            (textarea(&Field::line("body", "Text", &form.body), 18, complaints))
            div.actions { button { "Save" } a href={ "/imports/" (id) } { "Back" } }
        }
    }
}
