//! The public history of a letter's text, a revision on its own, and two beside each other. In the
//! language that was asked for, else in the letter's.

use maud::{Markup, html};

use super::revising::difference;
use crate::db::Moment;
use crate::letters::revising::TextDifference;
use crate::letters::{Extension, Letter, Level, Revision, RevisionKind, article};
use crate::signatures::Standing;
use crate::text::dates;
use crate::text::language::language_of_name;
use crate::text::words::Words;
use crate::web::phrase::sentence;

/// Something that happened, as its readers may know it.
pub(in crate::letters) enum Entry<'a> {
    Revision(&'a Revision, Standing),
    Published,
    Deadline(&'a Extension),
    /// None for one whose name is withheld.
    Withdrew(Option<&'a str>),
    /// The operator suspended a signatory.
    Suspended(&'a str),
    /// The operator lifted it.
    Restored(&'a str),
    Closed,
    Delivered,
    Retracted,
}

fn base(letter: &Letter) -> String {
    format!("/letters/{}", letter.slug)
}

fn number(words: Words, number: i32) -> String {
    words.language().number(usize::try_from(number).unwrap_or(0))
}

fn revision_name(words: Words, revision: &Revision) -> String {
    words.say_with("revision-number", &[("number", &number(words, revision.number))])
}

/// The history, the latest first.
pub(in crate::letters) fn history(
    letter: &Letter,
    title: &str,
    entries: &[(Moment, Entry<'_>)],
    words: Words,
) -> Markup {
    html! {
        p.meta { a href=(base(letter)) { (words.say("back-to-letter")) } }
        h1 { (words.say("history")) }
        p.lead lang=(letter.language().tag()) dir="auto" { (title) }
        ol.rows.history {
            @for (at, entry) in entries {
                li { div {
                    p.about { time datetime=(at) { (dates::date_in_words(at.to_timestamp(), zone(letter), &words.language())) } }
                    (entry_in_words(letter, entry, words))
                } }
            }
        }
    }
}

fn zone(letter: &Letter) -> &str {
    letter.deadline_zone.as_deref().unwrap_or("UTC")
}

fn entry_in_words(letter: &Letter, entry: &Entry<'_>, words: Words) -> Markup {
    let language = letter.language();
    let language = language.tag();
    let named = |id: &str, name: &str| {
        let name = html! { bdi lang=(language_of_name(name)) { (name) } };
        html! { p { (sentence(words, id, vec![("name", name.into())])) } }
    };
    html! {
        @match entry {
            Entry::Revision(revision, standing) => (revision_entry(letter, revision, *standing, words)),
            Entry::Published => p { (words.say("history-published")) },
            Entry::Closed => p { (words.say("history-closed")) },
            Entry::Delivered => p { (words.say("history-delivered")) },
            Entry::Withdrew(None) => p { (words.say("history-withdrew-withheld")) },
            Entry::Withdrew(Some(name)) => (named("history-withdrew", name)),
            Entry::Suspended(name) => (named("history-suspended", name)),
            Entry::Restored(name) => (named("history-restored", name)),
            Entry::Deadline(extension) => {
                p { (deadline_in_words(letter, extension, words)) }
                @if !extension.note.is_empty() { p lang=(language) dir="auto" { (extension.note) } }
            },
            Entry::Retracted => {
                @let date = letter.retracted_at.map(|at| dates::date_in_words(at.to_timestamp(), zone(letter), &words.language()));
                p { (words.say_with("retracted-on", &[("date", date.as_deref().unwrap_or_default())])) }
                @if let Some(note) = &letter.retraction_note { p lang=(language) dir="auto" { (note) } }
            },
        }
    }
}

fn deadline_in_words(letter: &Letter, extension: &Extension, words: Words) -> String {
    match extension.after_at {
        Some(at) => {
            let zone = extension.zone.as_deref().unwrap_or(zone(letter));
            let time = dates::time_in_words(at.to_timestamp(), zone, &words.language());
            words.say_with("deadline-moved", &[("time", &time)])
        }
        None => words.say("deadline-lifted"),
    }
}

fn kind(words: Words, revision: &Revision) -> String {
    words.say(match revision.kind {
        RevisionKind::First => "first-text",
        RevisionKind::Editorial => "editorial",
        RevisionKind::Substantive => "substantive",
    })
}

fn revision_entry(letter: &Letter, revision: &Revision, standing: Standing, words: Words) -> Markup {
    let here = format!("{}/revisions/{}", base(letter), revision.number);
    html! {
        h2 { a href=(here) aria-label={ (words.say("read-this-text")) ": " (revision_name(words, revision)) } { (revision_name(words, revision)) } }
        p { (kind(words, revision)) }
        @if !revision.note.is_empty() { p lang=(letter.language().tag()) dir="auto" { (revision.note) } }
        p.about {
            (words.count("signed-this", standing.signed))
            @if standing.kept > 0 { " · " (words.count("kept-this", standing.kept)) }
        }
        @if revision.number > 1 {
            p { a href={ (base(letter)) "/revisions/" (revision.number - 1) ".." (revision.number) } { (words.say("what-changed")) } }
        }
        p.about { (words.say("fingerprint")) " " code.hash dir="ltr" { (revision.sha256()) } }
    }
}

/// The exact text of a revision.
pub(in crate::letters) fn revision(
    letter: &Letter,
    revision: &Revision,
    count: &str,
    words: Words,
) -> Markup {
    let language = words.language();
    let date = dates::date_in_words(revision.created_at.to_timestamp(), zone(letter), &language);
    html! {
        p.note {
            strong { (revision_name(words, revision)) } " · " time datetime=(revision.created_at) { (date) } " · " (kind(words, revision)) " · "
            a href={ (base(letter)) "/history" } { (words.say("history")) } " · " a href=(base(letter)) { (words.say("back-to-letter")) }
        }
        (article(&revision.text(), count, Level::Page, &html! {}))
        footer.colophon {
            p { (words.say("fingerprint")) " " code.hash dir="ltr" { (revision.sha256()) } }
        }
    }
}

/// What changed between two revisions.
pub(in crate::letters) fn between(
    letter: &Letter,
    from: &Revision,
    to: &Revision,
    changes: &TextDifference,
    words: Words,
) -> Markup {
    let (a, b) = (number(words, from.number), number(words, to.number));
    html! {
        p.meta { a href={ (base(letter)) "/history" } { (words.say("history")) } " · " a href=(base(letter)) { (words.say("back-to-letter")) } }
        h1 { (words.say("what-changed")) }
        p.lead { (words.say_with("from-to", &[("from", &a), ("to", &b)])) }
        @if to.number == from.number + 1 {
            p { (kind(words, to)) }
            @if !to.note.is_empty() { p lang=(letter.language().tag()) dir="auto" { (to.note) } }
        }
        @if changes.is_none() { p.note { (words.say("same-text")) } }
        (difference(changes))
    }
}
