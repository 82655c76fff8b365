//! The letter as it is read, and the form in which it is written.

pub(super) mod log;
pub(super) mod press;

use maud::{Markup, html};

use super::drafting::DraftForm;
use super::model::{Letter, Standing};
use super::revisions::LetterText;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::{Language, OFFERED};
use crate::text::markdown;
use crate::text::words::Words;
use crate::web::form::{Field, choices, select, summary, textarea};
use crate::web::frame::trusted;

/// The letter: date line, addressees, title, `standing` (which the letter's own page puts under the
/// title), text. `count` stands for `{{count}}`, in the letter's digits.
pub fn article(text: &LetterText, count: &str, level: Level, standing: &Markup) -> Markup {
    let language = Language::of_row(&text.language);
    let title = trusted(markdown::with_count(&html! { (text.title) }.into_string(), count));
    html! {
        article.letter lang=(language.tag()) dir=(language.direction()) {
            header {
                @if !text.place_and_date.is_empty() { p.dateline dir="auto" { (text.place_and_date) } }
                @if !text.addressees.is_empty() { p.addressees dir="auto" { (text.addressees) } }
                @match level {
                    Level::Page => h1 { (title) },
                    Level::Part => h3.title { (title) },
                }
                (standing)
            }
            div.text { (trusted(markdown::with_count(&markdown::to_html(&text.body), count))) }
        }
    }
}

/// Whether the letter is what the page is about, or a part of it.
#[derive(Debug, Clone, Copy)]
pub enum Level {
    /// The title is the page's heading.
    Page,
    /// The title stands under another heading.
    Part,
}

/// Where a public letter stands, in its language: "Open for signatures until …".
pub fn standing_in_words(letter: &Letter, standing: Standing, words: Words) -> String {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let time = |at: crate::db::Moment| dates::time_in_words(at.to_timestamp(), zone, &words.language());
    match standing {
        Standing::Draft => String::new(),
        Standing::Open { until: None } => words.say("open-without-deadline"),
        Standing::Open { until: Some(until) } => words.say_with("open-until", &[("time", &time(until))]),
        Standing::Closed { since } => words.say_with("closed-since", &[("time", &time(since))]),
    }
}

/// Where the form is sent, and what is known of the letter it is for.
pub(super) enum Composing<'a> {
    /// A letter that is not saved yet.
    New,
    /// A saved draft.
    Draft(&'a Letter),
    /// A letter whose text is locked: only the list's rule and the deadline are open.
    Locked(&'a Letter),
}

/// The page on which a letter is written.
pub(super) struct Compose<'a> {
    pub composing: Composing<'a>,
    pub form: &'a DraftForm,
    pub complaints: &'a Complaints,
    pub note: Option<&'a str>,
    /// The letter as it will look, when that was asked for.
    pub preview: Option<&'a LetterText>,
    /// What somebody else has saved meanwhile, when it differs.
    pub moved: Option<&'a LetterText>,
}

/// The form, the preview, and what can be done next.
pub(super) fn compose(page: &Compose<'_>) -> Markup {
    let (heading, action) = match page.composing {
        Composing::New => ("A new letter", "/letters/new".to_owned()),
        Composing::Draft(letter) => ("Your draft", format!("/letters/{}/edit", letter.slug)),
        Composing::Locked(letter) => ("Your letter", format!("/letters/{}/edit", letter.slug)),
    };
    html! {
        h1 { (heading) }
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        (summary(page.complaints))
        @if let Some(moved) = page.moved { (moved_meanwhile(moved)) }
        form method="post" action=(action) novalidate {
            @if !page.form.version.is_empty() { input type="hidden" name="version" value=(page.form.version); }
            @match page.composing {
                Composing::New | Composing::Draft(_) => (text_fields(page.form, page.complaints)),
                Composing::Locked(letter) => (locked_text(letter)),
            }
            (list_fields(page.form, page.complaints))
            div.actions {
                button name="then" value="save" { "Save" }
                @if !matches!(page.composing, Composing::Locked(_)) {
                    button.quiet name="then" value="preview" { "Preview" }
                }
            }
        }
        @match page.composing {
            Composing::New => {},
            Composing::Draft(letter) => (publishing(letter)),
            Composing::Locked(letter) => (while_locked(letter)),
        }
        @if let Some(text) = page.preview {
            section aria-labelledby="preview-title" {
                h2 id="preview-title" { "As it will look" }
                div.preview { (article(text, &Language::of_row(&text.language).number(0), Level::Part, &html! {})) }
            }
        }
    }
}

fn moved_meanwhile(moved: &LetterText) -> Markup {
    html! {
        section.note aria-labelledby="moved" {
            h2 id="moved" { "The text has moved" }
            p { "Somebody saved this letter after you had opened it. Your words are still in the form below and are not saved yet; what was saved is here. Put the two together in the form, and save." }
            div.preview { (article(moved, "0", Level::Part, &html! {})) }
        }
    }
}

fn text_fields(form: &DraftForm, complaints: &Complaints) -> Markup {
    let languages: Vec<(&str, &str)> = OFFERED.to_vec();
    let language = if form.language.is_empty() { "en" } else { &form.language };
    html! {
        (Field::line("title", "Title", &form.title).show(complaints))
        (textarea(&Field::line("addressees", "Addressees", &form.addressees).optional()
            .hint("To whom the letter is written, a line each."), 3, complaints))
        (Field::line("place_and_date", "Place and date", &form.place_and_date).optional().show(complaints))
        (textarea(&Field::line("body", "Text", &form.body)
            .hint("An empty line makes a paragraph; *word* is italic, **word** bold, a line that begins with - an item of a list. {{count}} becomes the number of organizations, here and in the title."), 18, complaints))
        (select(&Field::line("language", "Language of the text", language), &languages, complaints))
    }
}

/// The text of a public letter goes along unchanged, so that the form means the same everywhere.
fn locked_text(letter: &Letter) -> Markup {
    html! {
        p.note { "The text is locked: it is what organizations sign. " a href={ "/letters/" (letter.slug) } { "Read it" } ". You can still change how the list is set and the deadline." }
        input type="hidden" name="title" value=(letter.title);
        input type="hidden" name="addressees" value=(letter.addressees);
        input type="hidden" name="place_and_date" value=(letter.place_and_date);
        input type="hidden" name="body" value=(letter.body);
        input type="hidden" name="language" value=(letter.language);
    }
}

fn list_fields(form: &DraftForm, complaints: &Complaints) -> Markup {
    let or = |typed: &str, otherwise: &'static str| {
        if typed.is_empty() { otherwise.to_owned() } else { typed.to_owned() }
    };
    let (grouping, ordering) = (or(&form.grouping, "coalition"), or(&form.ordering, "name"));
    let (numbering, zone) = (or(&form.numbering, "through"), or(&form.time_zone, "UTC"));
    let mut zones: Vec<(&str, &str)> = dates::ZONES.iter().map(|zone| (*zone, *zone)).collect();
    if !dates::ZONES.contains(&zone.as_str()) {
        zones.push((&zone, &zone));
    }
    html! {
        h2 { "The list of signatories" }
        div.pair {
            (select(&Field::line("grouping", "Headings", &grouping), &[("coalition", "Coalitions"), ("country", "Countries"), ("none", "None")], complaints))
            (select(&Field::line("ordering", "Order", &ordering), &[("name", "By name"), ("time", "By time of signing"), ("hand", "By hand")], complaints))
        }
        (choices("numbering", "Numbers", &[
            ("through", html! { "Through the whole list" }),
            ("restart", html! { "From 1 under each heading" }),
            ("none", html! { "None" }),
        ], &numbering, complaints))
        div.pair {
            (Field::line("deadline", "Open for signatures until", &form.deadline).kind("datetime-local").optional().show(complaints))
            (select(&Field::line("time_zone", "Time in", &zone), &zones, complaints))
        }
    }
}

/// What can be done with a draft: have it signed in private first, or publish it.
fn publishing(letter: &Letter) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        section aria-labelledby="opening" {
            h2 id="opening" { "Open for signatures" }
            p { "Opening locks the saved text as revision 1. Those you invite can sign exactly this text; nobody else sees the letter until you publish it. " a href=(base) { "See the draft as it will look" } "." }
            form.actions method="post" action={ (base) "/opening" } { button { "Open for signatures" } }
        }
        (publication(letter))
    }
}

fn publication(letter: &Letter) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        section aria-labelledby="publication" {
            h2 id="publication" { "Publish" }
            p {
                @if letter.opened_at.is_some() { "From then on anyone can read the letter and its list of signatories." }
                @else { "Publishing locks the saved text, if it is not open yet. From then on anyone can read it, and any organization can sign." }
            }
            @if let Some(at) = letter.publish_at {
                p.note { "It will be published by itself on " (dates::time_in_words(at.to_timestamp(), zone_of(letter), &Language::english())) "." }
                form.actions method="post" action={ (base) "/publication/cancellation" } { button.quiet { "Do not publish by itself" } }
            }
            form.actions method="post" action={ (base) "/publication" } { button.quiet { "Publish now" } }
            details {
                summary { "Publish later, by itself" }
                form method="post" action={ (base) "/publication" } novalidate {
                    (Field::line("at", "When", "").kind("datetime-local").show(&Complaints::default()))
                    p.hint { "Time in " (zone_of(letter)) ", the time zone of the deadline." }
                    div.actions { button.quiet { "Publish at this time" } }
                }
            }
        }
    }
}

fn zone_of(letter: &Letter) -> &str {
    letter.deadline_zone.as_deref().unwrap_or("UTC")
}

fn while_locked(letter: &Letter) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        @if !letter.is_public() { (publication(letter)) }
        section aria-labelledby="list" {
            h2 id="list" { "Signatories" }
            p.actions { a.button.quiet href={ (base) "/list" } { "The list in your hands" } a href=(base) { "See the letter" } }
        }
        (deadline(letter))
        @if letter.closed_at.is_none() {
            section aria-labelledby="closing" {
                h2 id="closing" { "Close" }
                p { "Closing ends the signing. The letter stays public with its list." }
                form.actions method="post" action={ (base) "/closing" } { button.quiet { "Close for signatures" } }
            }
        }
    }
}

/// Another deadline, with a word about why; also how a closed letter is opened again.
fn deadline(letter: &Letter) -> Markup {
    let current = letter.deadline.map(|at| dates::for_field(at.to_timestamp(), zone_of(letter)));
    let none = Complaints::default();
    let zones: Vec<(&str, &str)> = dates::ZONES.iter().map(|zone| (*zone, *zone)).collect();
    html! {
        section aria-labelledby="deadline-title" {
            h2 id="deadline-title" { "Deadline" }
            details {
                summary { @if letter.closed_at.is_some() { "Open it again" } @else { "Move the deadline" } }
                form method="post" action={ "/letters/" (letter.slug) "/deadline" } novalidate {
                    div.field {
                        label for="new-deadline" { "Open for signatures until" }
                        input id="new-deadline" name="deadline" type="datetime-local" dir="ltr" value=[current] autocomplete="off";
                    }
                    div.field {
                        label for="new-zone" { "Time in" }
                        select id="new-zone" name="time_zone" {
                            @if !dates::ZONES.contains(&zone_of(letter)) { option value=(zone_of(letter)) selected { (zone_of(letter)) } }
                            @for (zone, words) in &zones { option value=(zone) selected[*zone == zone_of(letter)] { (words) } }
                        }
                    }
                    (textarea(&Field::line("note", "Why", "").optional().hint("Stands in the letter’s public history."), 2, &none))
                    div.actions { button.quiet { "Move the deadline" } }
                }
            }
        }
    }
}

/// What a coordinator sees at the address of their draft; strangers see that there is no such page.
pub fn draft(letter: &Letter) -> Markup {
    html! {
        p.note { "Only coordinators of this letter see this page. " a href={ "/letters/" (letter.slug) "/edit" } { "Edit or publish it" } "." }
        (article(&letter.text(), &letter.language().number(0), Level::Page, &html! {}))
    }
}
