//! The list in the coordinators' hands. Each thing to be done with a line or a heading is folded up
//! beside it; forms with fields have pages of their own, so that 300 lines stay a list.

use maud::{Markup, html};

use super::base;
use crate::letters::{Grouping, Letter, Ordering};
use crate::signatures::changes::LastChange;
use crate::signatures::list::{Group, GroupKind, Place, Signatory, SignatoryList, Status};
use crate::text::country;
use crate::text::language::{Language, language_of_name};

/// What the page shows.
pub(in crate::signatures) struct ListPage<'a> {
    pub letter: &'a Letter,
    pub list: &'a SignatoryList,
    pub groups: &'a [Group],
    pub version: i64,
    pub last: Option<&'a LastChange>,
    pub duplicates: &'a [(Signatory, Signatory)],
    pub note: Option<&'a str>,
    pub problem: Option<&'a str>,
}

/// A heading with its lines, also one without any.
struct Section<'a> {
    place: Place,
    kind: GroupKind,
    name: String,
    acronym: Option<&'a str>,
    /// Whether it is a group of the letter, which can be changed.
    is_group: bool,
    lines: &'a [Signatory],
}

fn sections<'a>(page: &'a ListPage<'a>) -> Vec<Section<'a>> {
    let mut all: Vec<Section<'_>> = Vec::new();
    let empty = page
        .groups
        .iter()
        .filter(|group| !page.list.groups.iter().any(|listed| listed.place == Place::Group(group.id)));
    for listed in &page.list.groups {
        let name = match (&listed.name, &listed.place) {
            (Some(name), _) => name.clone(),
            (None, Place::Rest) => "No heading".to_owned(),
            (None, Place::AfterDelivery) => "Signed after delivery".to_owned(),
            (None, Place::Group(_) | Place::Country(_)) => "An unnamed group".to_owned(),
        };
        all.push(Section {
            place: listed.place.clone(),
            kind: listed.kind,
            name,
            acronym: listed.acronym.as_deref(),
            is_group: matches!(listed.place, Place::Group(_)),
            lines: &listed.signatories,
        });
    }
    for group in empty {
        let name = if group.name.is_empty() { "An unnamed group".to_owned() } else { group.name.clone() };
        all.push(Section {
            place: Place::Group(group.id),
            kind: group.kind,
            name,
            acronym: group.acronym.as_deref(),
            is_group: true,
            lines: &[],
        });
    }
    let rank = |section: &Section<'_>| {
        let position = match section.place {
            Place::Group(id) => page.groups.iter().find(|group| group.id == id).map(|group| group.position),
            Place::Country(_) | Place::Rest | Place::AfterDelivery => None,
        };
        let kind = match (section.kind, &section.place) {
            (GroupKind::Signatories, Place::Rest) => 1,
            (GroupKind::Signatories, _) => 0,
            (GroupKind::Late, _) => 2,
            (GroupKind::Observers, _) => 3,
        };
        (kind, position)
    };
    all.sort_by_key(rank); // stable: countries stay in their order
    all
}

pub(in crate::signatures) fn list(page: &ListPage<'_>) -> Markup {
    let base = base(page.letter);
    let by_hand = page.letter.ordering == Ordering::Hand && page.letter.delivered_at.is_none();
    html! {
        h1 { "The list of signatories" }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        @if let Some(problem) = page.problem { div.problem role="alert" { p { (problem) } } }
        @if page.letter.delivered_at.is_some() {
            p.note { "This letter is delivered: its list, its order and its numbers stay as they are. Those who signed since can still be looked after." }
        }
        p.meta { (counted(page.list)) }
        div.actions {
            a.button href={ (base) "/list/listed" } { "Add a listed signatory" }
            a.button.quiet href={ (base) "/list/groups" } { "Add a group" }
            @if let Some(last) = page.last { (undo(&base, last)) }
        }
        @if page.letter.delivered_at.is_none() { (ordering(page, &base)) }
        (duplicates(page, &base))
        div id="list" data-version=(page.version) data-order=[by_hand.then(|| format!("{base}/list/order"))] {
            @for section in sections(page) { (group(page, &base, &section, by_hand)) }
        }
        p.visually-hidden role="status" id="moved" {}
        @if page.list.groups.is_empty() { p.empty { "No organization is on the list yet." } }
        (footnotes(page, &base))
        p.actions { a href={ (base) "/edit" } { "Back" } }
    }
}

fn counted(list: &SignatoryList) -> String {
    let listed = list.lines().filter(|(_, line)| line.entry.status == Status::Listed).count();
    let count = list.count();
    let organizations =
        if count == 1 { "1 organization".to_owned() } else { format!("{count} organizations") };
    match listed {
        0 => organizations,
        listed => format!("{organizations}, {listed} of them listed and not confirmed"),
    }
}

fn undo(base: &str, last: &LastChange) -> Markup {
    html! {
        form method="post" action={ (base) "/list/undo" } {
            input type="hidden" name="change" value=(last.seq);
            button.quiet title=[last.by.as_ref().map(|by| format!("by {by}"))] { "Undo: " (last.what) }
        }
    }
}

fn ordering(page: &ListPage<'_>, base: &str) -> Markup {
    let ordering = page.letter.ordering.as_str();
    html! {
        form.inline method="post" action={ (base) "/list/ordering" } {
            label for="ordering" { "Order" }
            select id="ordering" name="ordering" {
                @for (value, words) in [("name", "By name"), ("time", "By time of signing"), ("hand", "By hand")] {
                    option value=(value) selected[value == ordering] { (words) }
                }
            }
            button.quiet { "Order like this" }
        }
        @if page.letter.grouping != Grouping::Coalition {
            p.meta { "By this letter’s rule its list has no headings of groups; only late signatories and observers stand apart. Choose the headings " a href={ (base) "/edit" } { "on the letter’s page" } "." }
        }
    }
}

fn group(page: &ListPage<'_>, base: &str, section: &Section<'_>, by_hand: bool) -> Markup {
    let key = section.place.key();
    let heading = format!("{base}/list/groups/{key}");
    html! {
        section.work-group id={ "g-" (key) } data-place=(key) {
            h2 {
                bdi lang=(language_of_name(&section.name)) { (section.name) }
                @if let Some(acronym) = section.acronym { " " span.acronym { bdi { (acronym) } } }
            }
            @match section.kind {
                GroupKind::Signatories => {},
                GroupKind::Late => p.meta { "Late signatories" },
                GroupKind::Observers => p.meta { "Observers, not counted" },
            }
            @if section.is_group && page.letter.delivered_at.is_none() {
                details {
                    summary { "This heading" }
                    div.actions {
                        a href=(heading) { "Change" }
                        (directions(&format!("{heading}/position"), &section.name, None, &["up", "down"]))
                    }
                }
            }
            @if section.lines.is_empty() { p.empty { "Nobody stands here yet." } }
            ul.rows.lines {
                @for line in section.lines { (self::line(page.letter, base, section, line, by_hand)) }
            }
        }
    }
}

/// The words on the buttons that move something.
const DIRECTIONS: [(&str, &str, &str); 4] = [
    ("up", "↑ Up", "up"),
    ("down", "↓ Down", "down"),
    ("top", "To the top", "to the top"),
    ("end", "To the end", "to the end"),
];

fn directions(action: &str, name: &str, signature: Option<String>, which: &[&str]) -> Markup {
    html! {
        form.moves method="post" action=(action) {
            @if let Some(signature) = signature { input type="hidden" name="signature" value=(signature); }
            @for (value, words, spoken) in DIRECTIONS.iter().filter(|(value, _, _)| which.contains(value)) {
                button.quiet name="direction" value=(value) aria-label={ "Move " (name) " " (spoken) } { (words) }
            }
        }
    }
}

fn line(letter: &Letter, base: &str, section: &Section<'_>, line: &Signatory, by_hand: bool) -> Markup {
    let entry = &line.entry;
    let frozen = entry.delivered.is_some() && letter.delivered_at.is_some();
    let country = entry.country.as_deref().filter(|_| !matches!(section.place, Place::Country(_)));
    html! {
        li.listed[entry.status == Status::Listed] id={ "s-" (entry.signature) } data-name=(entry.name) {
            div {
                h3 {
                    @if let Some(number) = line.number { span.number { (number) ". " } }
                    bdi lang=(language_of_name(&entry.name)) { (entry.name) }
                    @if let Some(acronym) = &entry.acronym { " " span.acronym { bdi { (acronym) } } }
                    @if let Some(sign) = &entry.footnote { sup { (sign) } }
                }
                p.meta {
                    @if let Some(code) = country { (country::name(code, &Language::english())) " · " }
                    @match entry.status {
                        Status::Confirmed => "signed here",
                        Status::Listed => "listed, not confirmed",
                    }
                    @if let Some(members) = entry.members { " · on behalf of " (members) " members" }
                    @if let Some(sort_name) = &entry.sort_name { " · sorted as " bdi { (sort_name) } }
                }
            }
            @if !frozen {
                details {
                    summary { "Change" span.visually-hidden { " " (entry.name) } }
                    div.actions {
                        a href={ (base) "/list/lines/" (entry.signature) } { "Name, heading, footnote …" }
                        @if by_hand {
                            (directions(&format!("{base}/order"), &entry.name, Some(entry.signature.to_string()), &["up", "down", "top", "end"]))
                        }
                    }
                }
            }
        }
    }
}

fn duplicates(page: &ListPage<'_>, base: &str) -> Markup {
    html! {
        @if !page.duplicates.is_empty() {
            section.note aria-labelledby="duplicates" {
                h2 id="duplicates" { "Perhaps the same organization twice" }
                ul.rows {
                    @for (one, other) in page.duplicates {
                        li.pair-of-lines {
                            div { (brief(one)) (brief(other)) }
                            div.actions {
                                form method="post" action={ (base) "/list/duplicates" } {
                                    input type="hidden" name="one" value=(one.entry.signature);
                                    input type="hidden" name="other" value=(other.entry.signature);
                                    button.quiet { "Not the same" }
                                }
                                @for (line, same) in [(other, one), (one, other)] {
                                    @if line.entry.status == Status::Listed { (take_off(base, line, same)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn brief(line: &Signatory) -> Markup {
    html! {
        p {
            @if let Some(number) = line.number { (number) ". " }
            a href={ "#s-" (line.entry.signature) } { bdi { (line.entry.name) } }
            @if let Some(acronym) = &line.entry.acronym { " (" bdi { (acronym) } ")" }
            span.meta { @match line.entry.status { Status::Confirmed => " signed here", Status::Listed => " listed, not confirmed" } }
        }
    }
}

fn take_off(base: &str, line: &Signatory, same: &Signatory) -> Markup {
    html! {
        form method="post" action={ (base) "/list/lines/" (line.entry.signature) "/removal" } {
            input type="hidden" name="reason" value={ "The same as " (same.entry.name) };
            button.quiet { "Take the listed one off" @if same.entry.status == Status::Listed { ": " bdi { (line.entry.name) } } }
        }
    }
}

fn footnotes(page: &ListPage<'_>, base: &str) -> Markup {
    html! {
        @if !page.list.footnotes.is_empty() {
            section aria-labelledby="footnotes" {
                h2 id="footnotes" { "Footnotes" }
                @for note in &page.list.footnotes {
                    form.inline method="post" action={ (base) "/list/footnotes" } {
                        input type="hidden" name="sign" value=(note.sign);
                        span.number { (note.sign) }
                        input name="words" dir="auto" value=(note.words) aria-label={ "What " (note.sign) " says" } maxlength="500";
                        button.quiet { "Save" }
                    }
                }
            }
        }
    }
}
