//! One line of the original, to be corrected: what it is, and the signatories in it.

use maud::{Markup, html};

use super::super::corrections::EntryForm;
use super::super::understanding::{Entry, ReadLine, Role, Understood};
use super::name_of;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{country, speaking};
use crate::web::form::{Field, select, summary};
use crate::web::phrase::phrase;

/// What a line is most often mistaken for: a button each, so that a press is enough.
fn common() -> [(Role, String); 4] {
    [
        (Role::Entry, say!("imports-a-signatory")),
        (Role::Continuation, say!("imports-role-continuation")),
        (Role::Heading, say!("imports-a-heading")),
        (Role::Note, say!("imports-a-note")),
    ]
}

/// One line; `None` if there is none.
pub(in crate::imports) fn line(
    id: &str,
    understood: &Understood,
    number: usize,
    complaints: &Complaints,
) -> Option<Markup> {
    let line = understood.line(number)?;
    let base = format!("/imports/{id}");
    let action = format!("{base}/lines/{number}");
    let doubts: Vec<_> = understood.doubts().into_iter().filter(|doubt| doubt.line == number).collect();
    Some(html! {
        (head(understood, number))
        (summary(complaints))
        @for doubt in &doubts { p.doubt { (doubt.message) } }
        form method="post" action=(action) {
            p.meta id="is" { (say!("imports-line-is", role = line.role.in_words())) }
            div.actions.choosing role="group" aria-labelledby="is" {
                @for (role, words) in common().iter().filter(|(role, _)| *role != line.role) {
                    button.quiet name="role" value=(role.as_str()) { (words) }
                }
            }
        }
        @if let [only] = line.entries.as_slice() {
            (entry_form(&format!("{action}/entries/0"), &form_of(only), only, understood, complaints))
        } @else {
            @for (place, entry) in line.entries.iter().enumerate() {
                p.entry {
                    bdi { (entry.name) } " "
                    a href={ (action) "/entries/" (place) } aria-label=(say!("imports-correct-entry", name = &entry.name)) { (say!("imports-correct")) }
                    br;
                    span.meta { (phrase!("imports-printed", text = &entry.printed)) }
                }
            }
        }
        (kind_form(&action, line, complaints))
        (way(understood, &base, number))
    })
}

/// One signatory of a line that has several, with what was typed; `None` if there is none.
pub(in crate::imports) fn entry(
    id: &str,
    understood: &Understood,
    (number, place): (usize, usize),
    typed: Option<&EntryForm>,
    complaints: &Complaints,
) -> Option<Markup> {
    let entry = understood.line(number)?.entries.get(place)?;
    let base = format!("/imports/{id}");
    let form = typed.cloned().unwrap_or_else(|| form_of(entry));
    Some(html! {
        (head(understood, number))
        (summary(complaints))
        (entry_form(&format!("{base}/lines/{number}/entries/{place}"), &form, entry, understood, complaints))
        (way(understood, &base, number))
    })
}

/// The line and those around it, as printed.
fn head(understood: &Understood, number: usize) -> Markup {
    let around =
        |line: Option<&ReadLine>| line.map(|line| line.text.clone()).filter(|text| !text.trim().is_empty());
    let above = number.checked_sub(1).and_then(|above| around(understood.line(above)));
    let below = around(understood.line(number + 1));
    html! {
        h1 { (say!("imports-line", line = number)) }
        blockquote.printed dir="auto" {
            @if let Some(text) = above { p.meta dir="auto" { (text) } }
            p dir="auto" { (understood.line(number).map_or("", |line| line.text.as_str())) }
            @if let Some(text) = below { p.meta dir="auto" { (text) } }
        }
    }
}

/// Where one goes from here.
fn way(understood: &Understood, base: &str, number: usize) -> Markup {
    let next = understood.doubts().into_iter().map(|doubt| doubt.line).find(|line| *line > number);
    html! {
        nav.actions aria-label=(say!("imports-lines")) {
            a href={ (base) "#l" (number) } { (say!("imports-all-lines")) }
            @if let Some(next) = next { a href={ (base) "/lines/" (next) } { (say!("imports-next-doubt", line = next)) } }
        }
    }
}

/// What the line is, where the buttons do not say it, and the group that begins with it.
fn kind_form(action: &str, line: &ReadLine, complaints: &Complaints) -> Markup {
    let roles: Vec<(&str, String)> = Role::ALL.iter().map(|(role, word)| (*word, role.in_words())).collect();
    let roles: Vec<(&str, &str)> = roles.iter().map(|(word, words)| (*word, words.as_str())).collect();
    let heading = line.heading.clone().unwrap_or_default();
    let open = line.role == Role::Heading || line.heading.is_some() || complaints.at("role").is_some();
    html! {
        details open[open] {
            summary { @if matches!(line.role, Role::Heading | Role::Entry) { (say!("imports-other-kind-or-group")) } @else { (say!("imports-other-kind")) } }
            form method="post" action=(action) novalidate {
                (select(&Field::line("role", &say!("imports-this-line-is"), line.role.as_str()), &roles, complaints))
                @if matches!(line.role, Role::Heading | Role::Entry) {
                    @if line.role == Role::Entry { (checkbox("begins_group", &say!("imports-begins-group"), line.heading.is_some())) }
                    div.pair {
                        (Field::line("heading", &say!("imports-group-name"), &heading.name).optional().show(complaints))
                        (Field::line("heading_acronym", &say!("imports-group-acronym"), heading.acronym.as_deref().unwrap_or_default()).optional().show(complaints))
                    }
                    @if line.role == Role::Heading { (checkbox("individuals", &say!("imports-individuals"), heading.individuals)) }
                }
                div.actions { button { (say!("imports-save")) } }
            }
        }
    }
}

fn checkbox(name: &str, words: &str, checked: bool) -> Markup {
    html! { label.choice { input type="checkbox" name=(name) value="yes" checked[checked]; " " span { (words) } } }
}

fn form_of(entry: &Entry) -> EntryForm {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    EntryForm {
        number: entry.number.map(|number| number.to_string()).unwrap_or_default(),
        name: entry.name.clone(),
        acronym: text(&entry.acronym),
        country: text(&entry.country),
        representative: text(&entry.representative),
        group: entry.group.map(|line| line.to_string()).unwrap_or_default(),
        ..EntryForm::default()
    }
}

fn entry_form(
    action: &str,
    form: &EntryForm,
    entry: &Entry,
    understood: &Understood,
    complaints: &Complaints,
) -> Markup {
    let countries = country::all(&speaking::current().language());
    let (none, above, first_word) =
        (say!("imports-country-none"), say!("imports-group-above"), say!("imports-first-word"));
    let mut options: Vec<(&str, &str)> = vec![("", &none)];
    options.extend(countries.iter().map(|(code, name)| (*code, name.as_str())));
    let headings: Vec<(String, String)> =
        understood.all_groups().iter().map(|group| (group.line.to_string(), name_of(group))).collect();
    let mut groups: Vec<(&str, &str)> = vec![("", &above)];
    groups.extend(headings.iter().map(|(line, name)| (line.as_str(), name.as_str())));
    let rests = rests(&entry.printed);
    let mut places: Vec<(&str, &str)> = vec![("", &first_word)];
    places.extend(rests.iter().map(|rest| (*rest, *rest)));
    html! {
        section {
            p.meta { (phrase!("imports-printed", text = &entry.printed)) }
            form method="post" action=(action) novalidate {
                (Field::line("name", &say!("imports-name"), &form.name).show(complaints))
                div.pair {
                    (Field::line("acronym", &say!("imports-acronym"), &form.acronym).optional().show(complaints))
                    (Field::line("number", &say!("imports-number"), &form.number).optional().show(complaints))
                }
                div.pair {
                    (select(&Field::line("country", &say!("imports-country"), &form.country).optional(), &options, complaints))
                    (select(&Field::line("group", &say!("imports-in-group"), &form.group).optional(), &groups, complaints))
                }
                (Field::line("representative", &say!("imports-representative"), &form.representative).optional().show(complaints))
                div.actions {
                    button name="then" value="save" { (say!("imports-save")) }
                    button.quiet name="then" value="remove" { (say!("imports-no-signatory")) }
                }
                @if !rests.is_empty() {
                    details open[complaints.at("second").is_some()] {
                        summary { (say!("imports-two")) }
                        (select(&Field::line("second", &say!("imports-second"), &form.second).optional(), &places, complaints))
                        div.actions { button.quiet name="then" value="split" { (say!("imports-split")) } }
                    }
                }
            }
        }
    }
}

/// Nobody looks through more places than this for the second of two names.
const MOST_PLACES: usize = 40;

/// What follows each space of a printed entry.
fn rests(printed: &str) -> Vec<&str> {
    let starts =
        printed.match_indices(char::is_whitespace).filter_map(|(at, space)| printed.get(at + space.len()..));
    starts.filter(|rest| rest.starts_with(|c: char| !c.is_whitespace())).take(MOST_PLACES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_name_may_begin_at_each_word() {
        assert_eq!(rests("River Trust  Hill"), ["Trust  Hill", "Hill"]);
        assert!(rests("River").is_empty());
    }
}
