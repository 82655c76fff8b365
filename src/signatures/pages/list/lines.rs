//! The headings and lines of the list, with what moves them where there is no script.

use maud::{Markup, html};

use super::{ListPage, Section};
use crate::signatures::list::{GroupKind, Place, Signatory, Status};
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{country, speaking};
use crate::web::phrase::phrase;

pub(super) fn group(page: &ListPage<'_>, base: &str, section: &Section<'_>) -> Markup {
    let key = section.place.key();
    let heading = format!("{base}/list/groups/{key}");
    let changes = section.is_group && page.letter.delivered_at.is_none();
    html! {
        section.work-group id={ "g-" (key) } data-place=(key) aria-labelledby={ "h-" (key) } {
            header {
                h2 id={ "h-" (key) } {
                    bdi lang=(language_of_name(&section.name)) { (section.name) }
                    @if let Some(acronym) = section.acronym { " " span.acronym { bdi { (acronym) } } }
                    @match section.kind {
                        GroupKind::Signatories => {},
                        GroupKind::Late => span.meta { " " (say!("signatures-late-signatories")) },
                        GroupKind::Observers => span.meta { " " (say!("signatures-observers-not-counted")) },
                    }
                }
                @if changes {
                    details {
                        summary { (say!("signatures-heading")) span.visually-hidden { " " (section.name) } }
                        div.moves {
                            a href=(heading) { (say!("signatures-change-or-remove")) }
                            (directions(&format!("{heading}/position"), &section.name, None, &["up", "down"]))
                        }
                    }
                }
            }
            ul.rows.lines { @for line in &section.lines { (self::line(page, base, section, line)) } }
            @match section.withheld {
                0 => p.empty { (say!("signatures-nobody-here")) },
                withheld => p.meta.withheld { (say!("signatures-withheld-here", count = withheld)) },
            }
        }
    }
}

/// The words on a button that moves something, and what it says of `name`.
fn direction(which: &str, name: &str) -> (String, String) {
    match which {
        "up" => (say!("signatures-up"), say!("signatures-move-up", name = name)),
        "down" => (say!("signatures-down"), say!("signatures-move-down", name = name)),
        "top" => (say!("signatures-first"), say!("signatures-move-first", name = name)),
        _ => (say!("signatures-last"), say!("signatures-move-last", name = name)),
    }
}

fn directions(action: &str, name: &str, signature: Option<String>, which: &[&str]) -> Markup {
    html! {
        form method="post" action=(action) {
            @if let Some(signature) = signature { input type="hidden" name="signature" value=(signature); }
            @for value in which {
                @let (words, spoken) = direction(value, name);
                button.quiet name="direction" value=(value) aria-label=(spoken) { (words) }
            }
        }
    }
}

/// Moves a line to a place under its heading.
fn to_a_place(action: &str, name: &str, signature: &str, last: usize) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="signature" value=(signature);
            label { (say!("signatures-to-place")) " " input name="position" type="number" min="1" max=(last) inputmode="numeric" required aria-label=(say!("signatures-place-for", name = name, last = last)); }
            button.quiet { (say!("signatures-move")) }
        }
    }
}

/// Whether the organization signed here.
pub(super) fn status(line: &Signatory) -> String {
    match line.entry.status {
        Status::Confirmed => say!("signatures-signed-here"),
        Status::Listed => say!("signatures-listed-not-confirmed"),
    }
}

fn line(page: &ListPage<'_>, base: &str, section: &Section<'_>, line: &Signatory) -> Markup {
    let entry = &line.entry;
    let frozen = entry.delivered.is_some() && page.letter.delivered_at.is_some();
    let id = entry.signature.to_string();
    let country = entry.country.as_deref().filter(|_| !matches!(section.place, Place::Country(_)));
    let name = html! { bdi lang=(language_of_name(&entry.name)) { (entry.name) } };
    html! {
        li.listed[entry.status == Status::Listed] id={ "s-" (id) } data-name=(entry.name) {
            div {
                h3 {
                    @if let Some(number) = line.number { span.number { (speaking::current().language().number(number)) ". " } }
                    @if frozen { (name) } @else { a href={ (base) "/list/lines/" (id) } { (name) } }
                    @if let Some(acronym) = &entry.acronym { " " span.acronym { bdi { (acronym) } } }
                    @if let Some(sign) = &entry.footnote { sup { (sign) } }
                }
                p.meta {
                    @if let Some(code) = country { (country::name(code, &speaking::current().language())) " · " }
                    (status(line))
                    @if let Some(members) = entry.members { " · " (say!("signatures-on-behalf-of", count = members)) }
                    @if let Some(sort_name) = &entry.sort_name { " · " (phrase!("signatures-sorted-as-name", name = sort_name)) }
                }
            }
            @if page.moves() {
                details {
                    summary { (say!("signatures-move")) span.visually-hidden { " " (entry.name) } }
                    div.moves {
                        (directions(&format!("{base}/order"), &entry.name, Some(id.clone()), &["up", "down", "top", "end"]))
                        (to_a_place(&format!("{base}/order"), &entry.name, &id, section.lines.len()))
                    }
                }
            }
        }
    }
}
