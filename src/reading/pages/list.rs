//! The list under a letter, and the pages of a long one.

use maud::{Markup, html};

use super::finding::{Asked, form};
use super::{filled_group, group_key, heading};
use crate::reading::papers::title_of;
use crate::reading::parts::{Part, part_of, parts};
use crate::reading::rendered::Snapshot;
use crate::signatures::list::Place;
use crate::text::language::language_of_name;
use crate::text::words::Words;
use crate::web::frame::Frame;

/// A list of fewer lines is seen at a glance: nobody needs a form to find something in it.
const GLANCE: usize = 9;

/// The list as a whole, of a page that does not keep itself up to date.
pub(super) fn whole(snapshot: &Snapshot, words: Words) -> Markup {
    let all = snapshot.list.groups.iter();
    section(
        snapshot,
        words,
        None,
        &html! {
            @for group in all { (filled_group(group, 0..group.signatories.len(), snapshot, words)) }
        },
    )
}

/// The list under its letter: all of it, or its first page and the way to the others.
pub(super) fn first(snapshot: &Snapshot, words: Words) -> Markup {
    let parts = parts(&snapshot.list);
    let part = parts.first().map(Vec::as_slice).unwrap_or_default();
    html! {
        (section(snapshot, words, Some((1, parts.len())), &html! {
            (above(snapshot, words, &parts, 1, &Asked::nothing()))
            (pieces(snapshot, words, part))
        }))
        (turning(snapshot, words, 1, parts.len()))
    }
}

/// One page of the list, apart from the letter: `number` of `of`.
pub(in crate::reading) struct Sheet<'a> {
    pub parts: &'a [Part],
    pub number: usize,
}

/// `/letters/{slug}/signatories`: a page of the list, none of which is looked for.
pub(in crate::reading) fn sheet(snapshot: &Snapshot, words: Words, sheet: &Sheet<'_>) -> Markup {
    let part = sheet.parts.get(sheet.number - 1).map(Vec::as_slice).unwrap_or_default();
    let main = html! {
        (back(snapshot, words))
        (section(snapshot, words, Some((sheet.number, sheet.parts.len())), &html! {
            (above(snapshot, words, sheet.parts, sheet.number, &Asked::nothing()))
            (pieces(snapshot, words, part))
        }))
        (turning(snapshot, words, sheet.number, sheet.parts.len()))
        div.meta { (super::verified::explained(words)) }
    };
    around(snapshot, words, true, address_on_its_own(snapshot, sheet.number), &main)
}

/// The frame of a page that has the list without the letter.
pub(super) fn around(
    snapshot: &Snapshot,
    words: Words,
    listed: bool,
    address: String,
    main: &Markup,
) -> Markup {
    let title =
        words.say_with("reading-signatories-of", &[("title", &title_of(snapshot, snapshot.text_for(words)))]);
    let frame = Frame {
        words,
        skip: "reading-skip-to-list",
        address: Some(address),
        listed,
        live: listed,
        ..Frame::of(&title)
    };
    frame.around(main)
}

/// The letter whose list this is, to go back to.
pub(super) fn back(snapshot: &Snapshot, words: Words) -> Markup {
    let text = snapshot.text_for(words);
    let language = snapshot.language_of(text);
    let address = format!("/letters/{}", snapshot.letter.letter().slug);
    html! {
        h1.of { a href=(address) lang=(language.tag()) dir=(language.direction()) { (title_of(snapshot, text)) } }
        p.meta { a href=(address) { (words.say("back-to-letter")) } }
    }
}

/// The frame of a list: its count, its footnotes, and what the script needs that keeps it up to date on
/// page `number` of so many.
pub(super) fn section(
    snapshot: &Snapshot,
    words: Words,
    live: Option<(usize, usize)>,
    inside: &Markup,
) -> Markup {
    let letter = snapshot.letter.letter();
    let count = snapshot.list.count();
    let paged = live.filter(|(_, of)| *of > 1);
    html! {
        section id="signatories" aria-labelledby="signatories-title"
            data-live=[live.map(|_| format!("/letters/{}/live?in={}&after={}", letter.slug, words.tag(), snapshot.seq))]
            data-page=[paged.map(|(number, _)| number)]
            data-elsewhere=[paged.map(|_| words.say("reading-elsewhere"))]
            data-burst=[live.map(|_| burst(words))]
            data-total=[live.map(|_| count)]
            data-numbering=(snapshot.list.numbering.as_str()) {
            h2 id="signatories-title" data-count-words { (words.count("organizations", count)) }
            @if live.is_some() { p.visually-hidden role="status" id="news" {} }
            @if count == 0 { p.empty data-empty { (words.say("no-signatories")) } }
            (inside)
            @for note in &snapshot.list.footnotes { p.meta.footnote { (note.sign) " " bdi { (note.words) } } }
        }
    }
}

/// The sentence that so many have signed, with a sign in the place of the number: in Arabic one for a few,
/// one for many and one for all others.
fn burst(words: Words) -> String {
    let mut forms: Vec<String> = Vec::new();
    for example in [3, 11, 100] {
        let shown = words.language().number(example);
        let form = words.count("reading-have-signed", example).replace(&shown, "#");
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms.join("|")
}

fn pieces(snapshot: &Snapshot, words: Words, part: &[crate::reading::parts::Piece]) -> Markup {
    html! {
        @for piece in part {
            @if let Some(group) = snapshot.list.groups.get(piece.group) {
                (filled_group(group, piece.lines.clone(), snapshot, words))
            }
        }
    }
}

/// What stands over a list: the form that finds in it, and the way to each heading.
pub(super) fn above(
    snapshot: &Snapshot,
    words: Words,
    parts: &[Part],
    here: usize,
    asked: &Asked<'_>,
) -> Markup {
    let lines = snapshot.list.lines().count();
    html! {
        @if lines >= GLANCE {
            (form(snapshot, words, asked))
            (jumps(snapshot, words, parts, here))
        }
    }
}

/// The headings, where there are several, each a link to where it begins.
fn jumps(snapshot: &Snapshot, words: Words, parts: &[Part], here: usize) -> Markup {
    let named = snapshot.list.groups.iter().enumerate();
    let named: Vec<_> = named.filter_map(|(at, group)| Some((at, group, heading(group, words)?))).collect();
    html! {
        @if named.len() > 1 {
            nav.jumps aria-label=(words.say("reading-headings")) {
                ul role="list" {
                    @for (at, group, name) in &named {
                        @let page = part_of(parts, *at).map_or(1, |part| part + 1);
                        @let there = if page == here { String::new() } else { address_of(snapshot, page) };
                        @let short = group.acronym.as_deref().unwrap_or(name);
                        li { a href={ (there) "#g-" (group_key(group)) } lang=(language_of_name(short)) { (short) } }
                    }
                }
            }
        }
    }
}

/// Where a page of the list is; the first is under the letter.
pub(in crate::reading) fn address_of(snapshot: &Snapshot, page: usize) -> String {
    if page == 1 {
        format!("/letters/{}", snapshot.letter.letter().slug)
    } else {
        address_on_its_own(snapshot, page)
    }
}

fn address_on_its_own(snapshot: &Snapshot, page: usize) -> String {
    let slug = &snapshot.letter.letter().slug;
    if page == 1 {
        format!("/letters/{slug}/signatories")
    } else {
        format!("/letters/{slug}/signatories?page={page}")
    }
}

/// So many pages to either side have a link of their own.
const BESIDE: usize = 2;

/// The pages of a long list, to turn them, and where it is whole.
fn turning(snapshot: &Snapshot, words: Words, number: usize, of: usize) -> Markup {
    let shown = |number: usize| words.language().number(number);
    let near = |page: &usize| *page == 1 || *page == of || page.abs_diff(number) <= BESIDE;
    let slug = &snapshot.letter.letter().slug;
    html! {
        @if of > 1 {
            nav.pages aria-label=(words.say("reading-pages")) {
                p { (words.say_values("reading-page", &[("number", number.into()), ("of", of.into())])) }
                @if number > 1 { a rel="prev" href=(onward(snapshot, number - 1)) { (words.say("reading-previous")) } }
                @for page in (1..=of).filter(near) {
                    @if page == number { a aria-current="page" href=(onward(snapshot, page)) { (shown(page)) } }
                    @else { a href=(onward(snapshot, page)) { (shown(page)) } }
                }
                @if number < of { a rel="next" href=(onward(snapshot, number + 1)) { (words.say("reading-next")) } }
                a.whole href={ "/letters/" (slug) ".pdf" } { (words.say("reading-print-whole")) }
            }
        }
    }
}

fn onward(snapshot: &Snapshot, page: usize) -> String {
    format!("{}#signatories", address_of(snapshot, page))
}

/// Whether the headings of a list are countries, which the form then need not ask for twice.
pub(super) fn by_country(snapshot: &Snapshot) -> bool {
    snapshot.list.groups.iter().any(|group| matches!(group.place, Place::Country(_)))
}
