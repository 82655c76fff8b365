//! The form that finds signatories in a list, and the page with what was found.

use maud::{Markup, html};

use super::list::{above, around, back, by_country};
use super::{filled_group, group_key, heading, verified};
use crate::reading::finding::{Choices, Wanted, is_called};
use crate::reading::parts::{Part, parts as split};
use crate::reading::rendered::Snapshot;
use crate::signatures::SignatoryList;
use crate::text::country;
use crate::text::order::NameOrder;
use crate::text::words::Words;

/// What was asked for, if anything was.
pub(in crate::reading) struct Asked<'a>(Option<&'a Wanted>);

impl<'a> Asked<'a> {
    /// An empty form.
    pub fn nothing() -> Self {
        Self(None)
    }

    /// What was typed and chosen.
    pub fn of(wanted: &'a Wanted) -> Self {
        Self(Some(wanted))
    }

    fn is(&self, of: fn(&Wanted) -> &String, value: &str) -> bool {
        self.0.is_some_and(|wanted| of(wanted) == value)
    }
}

/// The form. What it asks is in the address, so that an answer can be linked to; a script finds while one
/// types, where the list is whole on its page.
pub(super) fn form(snapshot: &Snapshot, words: Words, asked: &Asked<'_>) -> Markup {
    let slug = &snapshot.letter.letter().slug;
    let choices = Choices::of(&snapshot.list);
    let groups: Vec<_> = snapshot
        .list
        .groups
        .iter()
        .filter(|_| !by_country(snapshot))
        .filter_map(|group| Some((group, heading(group, words)?)))
        .collect();
    let order = NameOrder::of(&words.language());
    let mut countries: Vec<(String, &str)> = choices
        .countries
        .iter()
        .map(|code| (country::name(code, &words.language()), code.as_str()))
        .collect();
    countries.sort_by_cached_key(|(name, _)| order.key(name));
    let narrowed =
        asked.0.is_some_and(|w| [&w.country, &w.group, &w.verified].iter().any(|it| !it.is_empty()));
    let q = asked.0.map_or("", |wanted| &wanted.q);
    html! {
        form.find role="search" action={ "/letters/" (slug) "/signatories" } aria-label=(words.say("reading-find-in-list"))
            data-shown=(shown(words, "#", snapshot.list.count())) {
            div.field {
                label for="q" { (words.say("reading-name")) }
                input id="q" name="q" type="search" dir="auto" autocomplete="off" maxlength="200" value=(q);
            }
            button.quiet { (words.say("reading-find")) }
            @if countries.len() > 1 || groups.len() > 1 || choices.verified.len() > 1 {
                details open[narrowed] {
                    summary { (words.say("reading-narrow")) }
                    div.pair {
                        @if countries.len() > 1 {
                            (choice("country", &words.say("reading-country"), words, |code| asked.is(|w| &w.country, code),
                                countries.iter().map(|(name, code)| ((*code).to_owned(), name.clone()))))
                        }
                        @if groups.len() > 1 {
                            (choice("group", &words.say("reading-group"), words,
                                |key| asked.0.is_some_and(|w| groups.iter().any(|(group, _)| group_key(group) == key && is_called(group, &w.group))),
                                groups.iter().map(|(group, name)| (group_key(group), name.clone()))))
                        }
                        @if choices.verified.len() > 1 {
                            (choice("verified", &words.say("reading-verified"), words, |way| asked.is(|w| &w.verified, way),
                                choices.verified.iter().map(|way| ((*way).to_owned(), verified::in_words(way, words)))))
                        }
                    }
                }
            }
            p.meta role="status" id="found" {}
        }
    }
}

fn choice(
    name: &str,
    label: &str,
    words: Words,
    is_chosen: impl Fn(&str) -> bool,
    options: impl Iterator<Item = (String, String)>,
) -> Markup {
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            select id={ "f-" (name) } name=(name) {
                option value="" { (words.say("reading-any")) }
                @for (value, shown) in options { option value=(value) selected[is_chosen(&value)] { (shown) } }
            }
        }
    }
}

/// How many of how many are shown.
fn shown(words: Words, found: &str, of: usize) -> String {
    words.say_with("reading-shown", &[("found", found), ("count", &words.language().number(of))])
}

/// `/letters/{slug}/signatories?q=…`: a page of what was found, and how much that is.
pub(in crate::reading) fn found(
    snapshot: &Snapshot,
    words: Words,
    wanted: &Wanted,
    found: &SignatoryList,
    (parts, number): (&[Part], usize),
) -> Markup {
    let lines = found.lines().count();
    let part = parts.get(number - 1).map(Vec::as_slice).unwrap_or_default();
    let digits = |number: usize| words.language().number(number);
    let slug = &snapshot.letter.letter().slug;
    let inside = html! {
        (above(snapshot, words, &split(&snapshot.list), 0, &Asked::of(wanted)))
        p.result role="status" {
            (shown(words, &digits(lines), snapshot.list.count())) " "
            a href={ "/letters/" (slug) "#signatories" } { (words.say("reading-whole-list")) }
        }
        @if lines == 0 { p.empty { (words.say("reading-nobody")) } }
        @if snapshot.list.withheld() > 0 { p.meta { (words.say("reading-withheld-not-found")) } }
        @for piece in part {
            @if let Some(group) = found.groups.get(piece.group) {
                (filled_group(group, piece.lines.clone(), snapshot, words))
            }
        }
        @if parts.len() > 1 { (turning(slug, words, wanted, number, parts.len())) }
    };
    let main = html! {
        (back(snapshot, words))
        (super::list::section(snapshot, words, None, &inside))
        div.meta { (verified::explained(words)) }
    };
    around(snapshot, words, false, address(slug, wanted, number), &main)
}

/// Where a page of this answer is.
fn address(slug: &str, wanted: &Wanted, page: usize) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let asked = [
        ("q", &wanted.q),
        ("country", &wanted.country),
        ("group", &wanted.group),
        ("verified", &wanted.verified),
    ];
    query.extend_pairs(asked.into_iter().filter(|(_, value)| !value.is_empty()));
    if page > 1 {
        query.append_pair("page", &page.to_string());
    }
    format!("/letters/{slug}/signatories?{}", query.finish())
}

fn turning(slug: &str, words: Words, wanted: &Wanted, number: usize, of: usize) -> Markup {
    let to = |page: usize| format!("{}#signatories", address(slug, wanted, page));
    html! {
        nav.pages aria-label=(words.say("reading-pages")) {
            p { (words.say_values("reading-page", &[("number", number.into()), ("of", of.into())])) }
            @if number > 1 { a rel="prev" href=(to(number - 1)) { (words.say("reading-previous")) } }
            @if number < of { a rel="next" href=(to(number + 1)) { (words.say("reading-next")) } }
        }
    }
}
