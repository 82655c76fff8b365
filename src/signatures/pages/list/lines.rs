//! The headings and lines of the list, with what moves them where there is no script.

use maud::{Markup, html};

use super::{ListPage, Section};
use crate::signatures::list::{GroupKind, Place, Signatory, Status};
use crate::text::country;
use crate::text::language::{Language, language_of_name};

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
                        GroupKind::Late => span.meta { " late signatories" },
                        GroupKind::Observers => span.meta { " observers, not counted" },
                    }
                }
                @if changes {
                    details {
                        summary { "Heading" span.visually-hidden { " " (section.name) } }
                        div.moves {
                            a href=(heading) { "Change or remove" }
                            (directions(&format!("{heading}/position"), &section.name, None, &["up", "down"]))
                        }
                    }
                }
            }
            ul.rows.lines { @for line in &section.lines { (self::line(page, base, section, line)) } }
            @match section.withheld {
                0 => p.empty { "Nobody stands here." },
                1 => p.meta.withheld { "1 name is withheld here." },
                withheld => p.meta.withheld { (withheld) " names are withheld here." },
            }
        }
    }
}

/// The words on the buttons that move something.
const DIRECTIONS: [(&str, &str, &str); 4] = [
    ("up", "↑ Up", "up"),
    ("down", "↓ Down", "down"),
    ("top", "First", "to the first place"),
    ("end", "Last", "to the last place"),
];

fn directions(action: &str, name: &str, signature: Option<String>, which: &[&str]) -> Markup {
    html! {
        form method="post" action=(action) {
            @if let Some(signature) = signature { input type="hidden" name="signature" value=(signature); }
            @for (value, words, spoken) in DIRECTIONS.iter().filter(|(value, _, _)| which.contains(value)) {
                button.quiet name="direction" value=(value) aria-label={ "Move " (name) " " (spoken) } { (words) }
            }
        }
    }
}

/// Moves a line to a place under its heading.
fn to_a_place(action: &str, name: &str, signature: &str, last: usize) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name="signature" value=(signature);
            label { "To place " input name="position" type="number" min="1" max=(last) inputmode="numeric" required aria-label={ "Place for " (name) ", 1 to " (last) }; }
            button.quiet { "Move" }
        }
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
                    @if let Some(number) = line.number { span.number { (number) ". " } }
                    @if frozen { (name) } @else { a href={ (base) "/list/lines/" (id) } { (name) } }
                    @if let Some(acronym) = &entry.acronym { " " span.acronym { bdi { (acronym) } } }
                    @if let Some(sign) = &entry.footnote { sup { (sign) } }
                }
                p.meta {
                    @if let Some(code) = country { (country::name(code, &Language::english())) " · " }
                    @match entry.status {
                        Status::Confirmed => "signed here",
                        Status::Listed => "listed, not confirmed",
                    }
                    @match entry.members {
                        Some(1) => " · on behalf of 1 member",
                        Some(members) => { " · on behalf of " (members) " members" },
                        None => {},
                    }
                    @if let Some(sort_name) = &entry.sort_name { " · sorted as " bdi { (sort_name) } }
                }
            }
            @if page.moves() {
                details {
                    summary { "Move" span.visually-hidden { " " (entry.name) } }
                    div.moves {
                        (directions(&format!("{base}/order"), &entry.name, Some(id.clone()), &["up", "down", "top", "end"]))
                        (to_a_place(&format!("{base}/order"), &entry.name, &id, section.lines.len()))
                    }
                }
            }
        }
    }
}
