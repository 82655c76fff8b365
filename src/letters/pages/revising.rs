//! The page on which a locked text is revised, with how the signatories answered; and a difference
//! as it is shown everywhere.

use maud::{Markup, html};

use crate::letters::revising::{RevisionForm, TextDifference};
use crate::letters::{
    Letter, LetterText, Level, NO_COUNT, Place, Revision, Silence, article, coordinating_nav,
};
use crate::signatures::{Answer, Board};
use crate::text::complaints::Complaints;
use crate::text::difference::{Change, Kind};
use crate::text::language::{Language, language_of_name};
use crate::text::words::say;
use crate::text::{dates, markdown, speaking};
use crate::web::form::{Field, choices, select, summary, textarea};
use crate::web::phrase::phrase;

fn words(changes: &[Change]) -> Markup {
    html! {
        @for change in changes {
            @match change.kind {
                Kind::Kept => (shown(change)),
                Kind::Removed => del { (shown(change)) },
                Kind::Added => ins { (shown(change)) },
            }
        }
    }
}

/// Readers know no `{{count}}`.
fn shown(change: &Change) -> String {
    change.words.replace(markdown::COUNT, NO_COUNT)
}

/// The whole text with what was taken out and put in.
pub fn difference(difference: &TextDifference) -> Markup {
    let language = Language::of_row(&difference.language);
    html! {
        div.preview.difference lang=(language.tag()) dir=(language.direction()) {
            @for line in [&difference.place_and_date, &difference.addressees] {
                @if !line.is_empty() { p dir="auto" { (words(line)) } }
            }
            p.title { (words(&difference.title)) }
            @for paragraph in &difference.body { p dir="auto" { (words(paragraph)) } }
        }
    }
}

/// What the page shows above its form.
pub(in crate::letters) enum Above {
    Nothing,
    /// The difference that was asked for; nothing is locked yet.
    Preview(TextDifference),
    /// Another revision came meanwhile.
    Moved(Box<Moved>),
}

/// What came of two who revised at once.
pub(in crate::letters) struct Moved {
    /// What changed since the form was opened, if that is known.
    pub since: Option<TextDifference>,
    /// The text as it stands.
    pub current: LetterText,
    /// From there to what was typed.
    pub typed: TextDifference,
}

/// Everything the page shows.
pub(in crate::letters) struct RevisingPage<'a> {
    pub letter: &'a Letter,
    pub current: &'a Revision,
    pub form: &'a RevisionForm,
    pub complaints: &'a Complaints,
    pub note: Option<&'a str>,
    pub above: Above,
    /// The latest substantive revision and how its question stands.
    pub board: Option<(&'a Revision, &'a Board)>,
}

pub(in crate::letters) fn revising(page: &RevisingPage<'_>) -> Markup {
    let base = format!("/letters/{}", page.letter.slug);
    html! {
        h1 { (say!("letters-revise")) }
        (coordinating_nav(page.letter, Place::Revising))
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        (summary(page.complaints))
        @let history = html! { a href={ (base) "/history" } { (say!("letters-revising-history")) } };
        p { (phrase!("letters-revising-about", number = page.current.number, next = page.current.number + 1, history = history)) }
        (above(&page.above))
        @if let Some((asked, board)) = page.board {
            (answers(page.letter, asked, board))
            h2 { (say!("letters-revising-another")) }
        }
        (form(page, &base))
    }
}

fn above(above: &Above) -> Markup {
    html! {
        @match above {
            Above::Nothing => {},
            Above::Preview(changes) => section aria-labelledby="preview-title" {
                h2 id="preview-title" { (say!("letters-revising-preview")) }
                p.note { (say!("letters-revising-preview-note")) }
                (difference(changes))
            },
            Above::Moved(moved) => section aria-labelledby="moved" {
                h2 id="moved" { (say!("letters-revising-moved")) }
                p.note { (say!("letters-revising-moved-note")) }
                @if let Some(since) = &moved.since { h3 { (say!("letters-revising-meanwhile")) } (difference(since)) }
                h3 { (say!("letters-revising-yours")) }
                (difference(&moved.typed))
                details {
                    summary { (say!("letters-revising-as-it-stands")) }
                    div.preview { (article(&moved.current, NO_COUNT, Level::Part, &html! {})) }
                }
            },
        }
    }
}

fn form(page: &RevisingPage<'_>, base: &str) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    let typed = |part: &Option<String>| part.clone().unwrap_or_default();
    let (title, addressees) = (typed(&form.title), typed(&form.addressees));
    let (place_and_date, body) = (typed(&form.place_and_date), typed(&form.body));
    let zone = if form.time_zone.is_empty() { "UTC" } else { &form.time_zone };
    let mut zones: Vec<(&str, &str)> = dates::ZONES.iter().map(|zone| (*zone, *zone)).collect();
    if !dates::ZONES.contains(&zone) {
        zones.push((zone, zone));
    }
    let silence = if form.silence.is_empty() { "stay" } else { &form.silence };
    html! {
        form method="post" action={ (base) "/revisions" } novalidate {
            input type="hidden" name="revision" value=(form.revision);
            (Field::line("title", &say!("letters-field-title"), &title).show(complaints))
            (textarea(&Field::line("addressees", &say!("letters-field-addressees"), &addressees).optional(), 3, complaints))
            (Field::line("place_and_date", &say!("letters-field-place-and-date"), &place_and_date).optional().show(complaints))
            (textarea(&Field::line("body", &say!("letters-field-text"), &body), 18, complaints))
            (choices("kind", &say!("letters-revising-kind"), &[
                ("editorial", phrase!("letters-revising-editorial", kind = html! { strong { (say!("letters-revising-editorial-kind")) } })),
                ("substantive", phrase!("letters-revising-substantive", kind = html! { strong { (say!("letters-revising-substantive-kind")) } })),
            ], &form.kind, complaints))
            (textarea(&Field::line("note", &say!("letters-revising-note"), &form.note)
                .hint(&say!("letters-revising-note-hint")), 3, complaints))
            fieldset {
                legend { h2 { (say!("letters-revising-if-substantive")) } }
                div.pair {
                    (Field::line("answer_by", &say!("letters-revising-answers-until"), &form.answer_by).kind("datetime-local").optional().hint(&say!("letters-revising-answers-hint")).show(complaints))
                    (select(&Field::line("time_zone", &say!("letters-time-in"), zone), &zones, complaints))
                }
                (choices("silence", &say!("letters-revising-silence"), &[
                    ("stay", html! { (say!("letters-revising-silence-stay")) }),
                    ("leave", html! { (say!("letters-revising-silence-leave")) }),
                ], silence, complaints))
            }
            div.actions {
                button name="then" value="preview" { (say!("letters-revising-show")) }
                button.quiet name="then" value="lock" { (say!("letters-revising-lock", number = page.current.number + 1)) }
            }
        }
    }
}

/// So many lines do not push the form out of sight.
const FEW: usize = 8;

fn answers(letter: &Letter, asked: &Revision, board: &Board) -> Markup {
    let language = speaking::current().language();
    let zone = asked.answer_zone.as_deref().unwrap_or("UTC");
    html! {
        section aria-labelledby="answers" {
            h2 id="answers" { (say!("letters-answers", number = asked.number)) }
            @if let Some(by) = asked.answer_by {
                @let time = dates::time_in_words(by.to_timestamp(), zone, &language);
                p { @match asked.silence {
                    Some(Silence::Leave) => (say!("letters-answers-leave", time = time)),
                    Some(Silence::Stay) | None => (say!("letters-answers-stay", time = time)),
                } }
            }
            dl.facts {
                dt { (say!("letters-answers-kept")) } dd { (language.number(board.kept())) }
                dt { (say!("letters-answers-withdrew")) } dd { (language.number(board.withdrew())) }
                dt { (say!("letters-answers-waiting")) } dd { (language.number(board.waiting())) }
                dt { (say!("letters-answers-silent")) } dd { (language.number(board.silent())) }
            }
            @if !board.lines.is_empty() {
                details open[board.lines.len() <= FEW] {
                    summary { (say!("letters-answers-one-by-one")) }
                    ul.rows {
                        @for line in &board.lines {
                            li { div { bdi lang=(language_of_name(&line.name)) { (line.name) } } span.meta { (answer_in_words(line.answer)) } }
                        }
                    }
                }
            }
            @if board.waiting() > 0 {
                form.actions method="post" action={ "/letters/" (letter.slug) "/revisions/reminder" } {
                    button.quiet { (say!("letters-answers-remind")) }
                }
                @if let Some(at) = board.reminded_at {
                    p.meta { (say!("letters-answers-reminded", time = dates::time_in_words(at.to_timestamp(), zone, &language))) }
                }
            }
        }
    }
}

fn answer_in_words(answer: Option<Answer>) -> String {
    match answer {
        None => say!("letters-answer-waiting"),
        Some(Answer::Keep) => say!("letters-answer-kept"),
        Some(Answer::Withdraw) => say!("letters-answer-withdrew"),
        Some(Answer::SilenceStay) => say!("letters-answer-silence-stay"),
        Some(Answer::SilenceLeave) => say!("letters-answer-silence-leave"),
    }
}
