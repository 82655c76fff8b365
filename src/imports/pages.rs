//! Pasting, and what was understood beside the original.

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
        (facts(understood, &base))
        section aria-labelledby="doubts" {
            h2 id="doubts" { @if doubts.is_empty() { "No doubts" } @else { "Doubts: " (doubts.len()) } }
            @if !doubts.is_empty() {
                ul.doubts {
                    @for doubt in &doubts { li { a href={ "#l" (doubt.line) } { "Line " (doubt.line) } ": " span dir="auto" { (doubt.message) } } }
                }
            }
        }
        form.actions method="post" action={ (base) "/letter" } {
            button { @if review.taken_over { "To the draft" } @else { "Take it over as a draft" } }
        }
        section aria-labelledby="lines" {
            h2 id="lines" { "Line by line" }
            ol.source lang=(language.tag()) dir=(language.direction()) {
                @for (number, line) in (1..).zip(&understood.lines).filter(|(_, line)| !line.text.trim().is_empty()) {
                    (source_line(&base, number, line, &doubts))
                }
            }
        }
        form.actions method="post" action={ (base) "/removal" } { button.quiet { "Forget this import" } }
    }
}

fn facts(understood: &Understood, base: &str) -> Markup {
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
            @for group in understood.all_groups() {
                dt { (group.entries.len()) }
                dd { a href={ "#l" (group.line) } { bdi { (name_of(&group)) } } @if group.heading.individuals { " (individuals, not taken over)" } }
            }
        }
        p.actions { a.button.quiet href={ (base) "/text" } { "Correct title, addressees, date, language and text" } }
    }
}

fn name_of<'a>(group: &'a GroupOfEntries<'_>) -> &'a str {
    if group.heading.name.is_empty() { "without a heading" } else { &group.heading.name }
}

fn source_line(base: &str, number: usize, line: &ReadLine, doubts: &[super::understanding::Doubt]) -> Markup {
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
                    " " a href={ (base) "/lines/" (number) } aria-label={ "Correct line " (number) } { "Correct" }
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

/// One line; `None` if there is none.
pub(super) fn line(
    id: &str,
    understood: &Understood,
    number: usize,
    complaints: &Complaints,
) -> Option<Markup> {
    let line = understood.line(number)?;
    let base = format!("/imports/{id}");
    let roles: Vec<(&str, &str)> = Role::ALL.iter().map(|(_, word, words)| (*word, *words)).collect();
    let heading = line.heading.clone().unwrap_or_default();
    let groups = understood.all_groups();
    let headings: Vec<(String, String)> =
        groups.iter().map(|group| (group.line.to_string(), name_of(group).to_owned())).collect();
    Some(html! {
        h1 { "Line " (number) }
        blockquote dir="auto" { (line.text) }
        (summary(complaints))
        form method="post" action={ (base) "/lines/" (number) } novalidate {
            (select(&Field::line("role", "This line is", line.role.as_str()), &roles, complaints))
            @if matches!(line.role, Role::Heading | Role::Entry) {
                @if line.role == Role::Entry { (checkbox("begins_group", "A group begins with this signatory", line.heading.is_some())) }
                div.pair {
                    (Field::line("heading", "Name of the group", &heading.name).optional().show(complaints))
                    (Field::line("heading_acronym", "Acronym of the group", heading.acronym.as_deref().unwrap_or_default()).optional().show(complaints))
                }
                @if line.role == Role::Heading { (checkbox("individuals", "Individuals stand under it, who are not taken over", heading.individuals)) }
            }
            div.actions { button { "Save" } a href={ (base) "#l" (number) } { "Back" } }
        }
        @for (place, entry) in line.entries.iter().enumerate() { (entry_form(&format!("{base}/lines/{number}/entries/{place}"), entry, &headings, complaints)) }
    })
}

fn checkbox(name: &str, words: &str, checked: bool) -> Markup {
    html! { label.choice { input type="checkbox" name=(name) value="yes" checked[checked]; " " span { (words) } } }
}

fn entry_form(action: &str, entry: &Entry, headings: &[(String, String)], complaints: &Complaints) -> Markup {
    let number = entry.number.map(|number| number.to_string()).unwrap_or_default();
    let countries = country::all(&Language::english());
    let mut options: Vec<(&str, &str)> = vec![("", "none")];
    options.extend(countries.iter().map(|(code, name)| (*code, name.as_str())));
    let group = entry.group.map(|line| line.to_string()).unwrap_or_default();
    let mut groups: Vec<(&str, &str)> = vec![("", "the one above it")];
    groups.extend(headings.iter().map(|(line, name)| (line.as_str(), name.as_str())));
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    html! {
        section {
            h2 { bdi { (entry.name) } }
            p.meta { "Printed: " bdi { (entry.printed) } }
            form method="post" action=(action) novalidate {
                (Field::line("name", "Name", &entry.name).show(complaints))
                div.pair {
                    (Field::line("acronym", "Acronym", &text(&entry.acronym)).optional().show(complaints))
                    (Field::line("number", "Number", &number).optional().show(complaints))
                }
                div.pair {
                    (select(&Field::line("country", "Country", entry.country.as_deref().unwrap_or_default()).optional(), &options, complaints))
                    (select(&Field::line("group", "Group", &group).optional(), &groups, complaints))
                }
                (Field::line("representative", "Representative", &text(&entry.representative)).optional().show(complaints))
                div.actions {
                    button name="then" value="save" { "Save" }
                    button.quiet name="then" value="remove" { "Not a signatory" }
                }
                details {
                    summary { "These are two" }
                    (Field::line("second", "The second begins with", "").optional().hint("Copy its first words from the printed line.").show(complaints))
                    div.actions { button.quiet name="then" value="split" { "Take them apart" } }
                }
            }
        }
    }
}
