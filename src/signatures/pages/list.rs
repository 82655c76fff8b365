//! The list in the coordinators' hands. It stays a list also with 300 lines: a name leads to the page
//! on which the line is changed, and what moves a line is folded up beside it. The script of the page
//! (`static/list.js`) lets lines be moved where they stand, and finds names while they are typed.

mod lines;
mod script;

use maud::{Markup, html};

use super::declared::moment;
use super::{base, withheld};
use crate::letters::{self, Grouping, Letter, Ordering, coordinating_nav};
use crate::signatures::changes::{LastChange, words};
use crate::signatures::list::{Group, GroupKind, Place, Signatory, SignatoryList, Status};
use crate::signatures::queue::Waits;
use crate::text::likeness::plain;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::phrase::phrase;

/// What the page shows.
pub(in crate::signatures) struct ListPage<'a> {
    pub letter: &'a Letter,
    pub list: &'a SignatoryList,
    pub groups: &'a [Group],
    pub version: i64,
    pub last: Option<&'a LastChange>,
    pub duplicates: &'a [(Signatory, Signatory)],
    /// What waits for the coordinators and is not on the list.
    pub waits: Option<&'a Waits>,
    pub note: Option<&'a str>,
    pub problem: Option<&'a str>,
    /// A footnote that needs another look.
    pub footnote: Option<FootnoteTyped<'a>>,
    /// Only lines with these words in their names are shown; all if empty.
    pub name: &'a str,
}

impl ListPage<'_> {
    /// Whether lines can be moved: part of a list is no order of it.
    fn moves(&self) -> bool {
        self.letter.ordering == Ordering::Hand && self.letter.delivered_at.is_none() && self.name.is_empty()
    }

    /// The change that can be undone; what was delivered cannot.
    fn undoable(&self) -> Option<&LastChange> {
        self.last.filter(|last| self.letter.delivered_at.is_none_or(|delivered| last.at > delivered))
    }

    /// Whether the words of a footnote were handed over.
    fn is_frozen(&self, sign: &str) -> bool {
        let mut lines = self.list.lines().map(|(_, line)| &line.entry);
        self.letter.delivered_at.is_some()
            && lines.any(|entry| entry.delivered.is_some() && entry.footnote.as_deref() == Some(sign))
    }
}

/// What was typed into a footnote, and what is wrong with it.
pub(in crate::signatures) struct FootnoteTyped<'a> {
    pub sign: &'a str,
    pub words: &'a str,
    pub complaint: &'a str,
}

/// A heading with its lines, also one without any.
struct Section<'a> {
    place: Place,
    kind: GroupKind,
    name: String,
    acronym: Option<&'a str>,
    /// Whether it is a group of the letter, which can be changed.
    is_group: bool,
    lines: Vec<&'a Signatory>,
    /// How many more stand here whose names are withheld.
    withheld: usize,
}

fn is_wanted(line: &Signatory, wanted: &str) -> bool {
    let entry = &line.entry;
    wanted.is_empty()
        || plain(&entry.name).contains(wanted)
        || entry.acronym.as_deref().is_some_and(|acronym| plain(acronym).contains(wanted))
}

fn sections<'a>(page: &'a ListPage<'a>) -> Vec<Section<'a>> {
    let mut all: Vec<Section<'_>> = Vec::new();
    let wanted = plain(page.name);
    let empty = page
        .groups
        .iter()
        .filter(|group| !page.list.groups.iter().any(|listed| listed.place == Place::Group(group.id)));
    for listed in &page.list.groups {
        let name = match (&listed.name, &listed.place) {
            (Some(name), _) => name.clone(),
            (None, Place::Rest) => say!("signatures-no-heading"),
            (None, Place::AfterDelivery) => say!("signatures-after-delivery"),
            (None, Place::Group(_) | Place::Country(_)) => say!("signatures-unnamed-group"),
        };
        all.push(Section {
            place: listed.place.clone(),
            kind: listed.kind,
            name,
            acronym: listed.acronym.as_deref(),
            is_group: matches!(listed.place, Place::Group(_)),
            lines: listed.signatories.iter().filter(|line| is_wanted(line, &wanted)).collect(),
            withheld: listed.withheld.len(),
        });
    }
    for group in empty {
        let name = if group.name.is_empty() { say!("signatures-unnamed-group") } else { group.name.clone() };
        all.push(Section {
            place: Place::Group(group.id),
            kind: group.kind,
            name,
            acronym: group.acronym.as_deref(),
            is_group: true,
            lines: Vec::new(),
            withheld: 0,
        });
    }
    // Somewhere to move a line to that is to stand under no heading.
    let has_rest = all.iter().any(|section| section.place == Place::Rest);
    if page.moves() && !has_rest && !page.groups.is_empty() {
        all.push(Section {
            place: Place::Rest,
            kind: GroupKind::Signatories,
            name: say!("signatures-no-heading"),
            acronym: None,
            is_group: false,
            lines: Vec::new(),
            withheld: 0,
        });
    }
    if !wanted.is_empty() {
        all.retain(|section| !section.lines.is_empty());
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
    let delivered = page.letter.delivered_at.is_some();
    let sections = sections(page);
    html! {
        h1 { (say!("signatures-list-title")) }
        (coordinating_nav(page.letter, letters::Place::List))
        @if let Some(waits) = page.waits {
            @let look = html! { a href={ (base) "/queue" } { (say!("signatures-list-waits-look")) } };
            p.note { (phrase!("signatures-list-waits", waits = html! { (waits.in_words()) }, look = look)) }
        }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        div id="problem" role="alert" {
            @if let Some(problem) = page.problem { div.problem { p { (problem) } } }
        }
        @if delivered {
            p.note { (say!("signatures-list-delivered")) }
        }
        p.lead id="counted" { (counted(page.list)) }
        (withheld::button(page.letter, page.list.groups.iter().map(|group| group.withheld.len()).sum()))
        div.actions {
            a.button href={ (base) "/list/listed" } { (say!("signatures-list-add-listed")) }
            @if !delivered { a.button.quiet href={ (base) "/list/groups" } { (say!("signatures-list-add-group")) } }
        }
        div id="undo" { @if let Some(last) = page.undoable() { (undo(&base, last)) } }
        (duplicates(page, &base))
        div.tools {
            @if !delivered { (ordering(page, &base)) }
            (finding(page, &base))
        }
        @if page.letter.grouping != Grouping::Coalition && !delivered {
            @let here = html! { a href={ (base) "/edit" } { (say!("signatures-list-no-headings-here")) } };
            p.meta { (phrase!("signatures-list-no-headings", here = here)) }
        }
        @if sections.len() > 2 { (jumps(&sections)) }
        @if page.moves() {
            p.keys.meta id="keys" hidden { (keys()) }
        }
        p.visually-hidden role="status" id="moved" {}
        (script::sentences())
        div id="list" data-version=(page.version) data-order=[page.moves().then(|| format!("{base}/list/order"))] {
            @for section in &sections { (lines::group(page, &base, section)) }
            @if page.list.groups.is_empty() { p.empty { (say!("signatures-list-empty")) } }
            @else if sections.is_empty() { p.empty { (say!("signatures-list-none-found")) " " a href={ (base) "/list" } { (say!("signatures-list-show-whole")) } } }
        }
        (footnotes(page, &base))
    }
}

fn counted(list: &SignatoryList) -> String {
    let (observing, counted): (Vec<_>, Vec<_>) =
        list.lines().partition(|(group, _)| group.kind == GroupKind::Observers);
    let listed = counted.iter().filter(|(_, line)| line.entry.status == Status::Listed).count();
    let mut words = speaking::current().count("organizations", list.count());
    // Each begins with its language's comma.
    match listed {
        0 => {}
        all if all == list.count() => words.push_str(&say!("signatures-counted-listed-all", count = all)),
        some => words.push_str(&say!("signatures-counted-listed", count = some)),
    }
    if list.withheld() > 0 {
        words.push_str(&say!("signatures-counted-withheld", count = list.withheld()));
    }
    if !observing.is_empty() {
        words.push_str(&say!("signatures-counted-observers", count = observing.len()));
    }
    words
}

/// How lines are moved with the pointer and the keyboard.
fn keys() -> Markup {
    let key = |cap: &str| html! { kbd { (cap) } };
    phrase!(
        "signatures-list-keys",
        handle = html! { span aria-hidden="true" { "⠿" } },
        up = key("↑"),
        down = key("↓"),
        home = key("Home"),
        end = key("End"),
        page_up = key("Page Up"),
        page_down = key("Page Down"),
    )
}

fn undo(base: &str, last: &LastChange) -> Markup {
    html! {
        form.undo method="post" action={ (base) "/list/undo" } {
            input type="hidden" name="change" value=(last.seq);
            p.meta {
                @let (what, time) = (words::with_what_it_was_about(&last.what), html! { (moment(last.at)) });
                @match &last.by {
                    Some(by) => (phrase!("signatures-last-change", what = what, by = by, time = time)),
                    None => (phrase!("signatures-last-change-by-nobody", what = what, time = time)),
                }
            }
            button.quiet { (say!("signatures-undo")) }
        }
    }
}

fn ordering(page: &ListPage<'_>, base: &str) -> Markup {
    let ordering = page.letter.ordering.as_str();
    let ways = [
        ("name", say!("signatures-order-name")),
        ("time", say!("signatures-order-time")),
        ("hand", say!("signatures-order-hand")),
    ];
    html! {
        form method="post" action={ (base) "/list/ordering" } {
            label for="ordering" { (say!("signatures-order")) }
            select id="ordering" name="ordering" {
                @for (value, words) in &ways {
                    option value=(value) selected[*value == ordering] { (words) }
                }
            }
            button.quiet { (say!("signatures-change")) }
        }
    }
}

/// Finds names; the script does it while they are typed.
fn finding(page: &ListPage<'_>, base: &str) -> Markup {
    html! {
        form id="finding" method="get" action={ (base) "/list" } role="search" {
            label for="name" { (say!("signatures-find-name")) }
            input id="name" name="name" type="search" dir="auto" autocomplete="off" value=(page.name);
            button.quiet { (say!("signatures-find")) }
            @if !page.name.is_empty() { a href={ (base) "/list" } { (say!("signatures-list-show-all")) } }
        }
    }
}

fn jumps(sections: &[Section<'_>]) -> Markup {
    html! {
        nav.jumps aria-label=(say!("signatures-headings")) {
            ul {
                @for section in sections {
                    li { a href={ "#g-" (section.place.key()) } { bdi { (section.name) } " " span.meta { (speaking::current().language().number(section.lines.len())) } } }
                }
            }
        }
    }
}

fn duplicates(page: &ListPage<'_>, base: &str) -> Markup {
    html! {
        @if !page.duplicates.is_empty() {
            section.note.duplicates aria-labelledby="duplicates" {
                h2 id="duplicates" { (say!("signatures-twice")) }
                ul.rows {
                    @for (one, other) in page.duplicates {
                        li.pair-of-lines {
                            div { (brief(one)) (brief(other)) }
                            div.actions {
                                form method="post" action={ (base) "/list/duplicates" } {
                                    input type="hidden" name="one" value=(one.entry.signature);
                                    input type="hidden" name="other" value=(other.entry.signature);
                                    button.quiet { (say!("signatures-not-the-same")) }
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
            @if let Some(number) = line.number { (speaking::current().language().number(number)) ". " }
            a href={ "#s-" (line.entry.signature) } { bdi { (line.entry.name) } }
            @if let Some(acronym) = &line.entry.acronym { " (" bdi { (acronym) } ")" }
            span.meta { " " (lines::status(line)) }
        }
    }
}

fn take_off(base: &str, line: &Signatory, same: &Signatory) -> Markup {
    html! {
        form method="post" action={ (base) "/list/lines/" (line.entry.signature) "/removal" } {
            input type="hidden" name="reason" value=(say!("signatures-same-as", name = &same.entry.name));
            button.quiet {
                @if same.entry.status == Status::Listed { (phrase!("signatures-take-listed-off-of", name = &line.entry.name)) }
                @else { (say!("signatures-take-listed-off")) }
            }
        }
    }
}

fn footnotes(page: &ListPage<'_>, base: &str) -> Markup {
    let wrong = |sign: &str| page.footnote.as_ref().filter(|typed| typed.sign == sign);
    html! {
        @if !page.list.footnotes.is_empty() {
            section.footnotes aria-labelledby="footnotes" {
                h2 id="footnotes" { (say!("signatures-footnotes")) }
                @for note in &page.list.footnotes {
                    @let typed = wrong(&note.sign);
                    @if let Some(typed) = typed { p.error role="alert" { (note.sign) ": " (typed.complaint) } }
                    @if page.is_frozen(&note.sign) { p { span.number { (note.sign) } " " bdi { (note.words) } } }
                    @else { form method="post" action={ (base) "/list/footnotes" } {
                        input type="hidden" name="sign" value=(note.sign);
                        span.number { (note.sign) }
                        input name="words" dir="auto" value=(typed.map_or(note.words.as_str(), |typed| typed.words))
                            aria-label=(say!("signatures-footnote-says", sign = &note.sign)) aria-invalid=[typed.map(|_| "true")];
                        button.quiet { (say!("signatures-save")) }
                    } }
                }
            }
        }
    }
}
