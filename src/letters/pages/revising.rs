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
use crate::text::{dates, markdown};
use crate::web::form::{Field, choices, select, summary, textarea};

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
        h1 { "Revise the text" }
        (coordinating_nav(page.letter, Place::Revising))
        @if let Some(note) = page.note { p.note role="status" { (note) } }
        (summary(page.complaints))
        p { "Revision " (page.current.number) " stays as it is. What you change here becomes revision " (page.current.number + 1) ", and everyone who signed gets a mail. " a href={ (base) "/history" } { "The history of the text" } "." }
        (above(&page.above))
        @if let Some((asked, board)) = page.board {
            (answers(page.letter, asked, board))
            h2 { "Another revision" }
        }
        (form(page, &base))
    }
}

fn above(above: &Above) -> Markup {
    html! {
        @match above {
            Above::Nothing => {},
            Above::Preview(changes) => section aria-labelledby="preview-title" {
                h2 id="preview-title" { "What would change" }
                p.note { "Nothing is locked yet. If this is what you mean, lock it below." }
                (difference(changes))
            },
            Above::Moved(moved) => section aria-labelledby="moved" {
                h2 id="moved" { "The text has moved" }
                p.note { "Another revision was locked after you had opened this page. Your words are still in the form below and nothing of them is locked. Put the two together, and lock the result." }
                @if let Some(since) = &moved.since { h3 { "What changed meanwhile" } (difference(since)) }
                h3 { "Your words, against the text as it stands" }
                (difference(&moved.typed))
                details {
                    summary { "The text as it stands" }
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
            (Field::line("title", "Title", &title).show(complaints))
            (textarea(&Field::line("addressees", "Addressees", &addressees).optional(), 3, complaints))
            (Field::line("place_and_date", "Place and date", &place_and_date).optional().show(complaints))
            (textarea(&Field::line("body", "Text", &body), 18, complaints))
            (choices("kind", "What kind of change it is", &[
                ("editorial", html! { strong { "Editorial" } ": a slip of the pen. The letter says the same. Signatures stay, and those who signed get a mail." }),
                ("substantive", html! { strong { "Substantive" } ": the letter says something else. Everyone who signed is asked to keep or withdraw." }),
            ], &form.kind, complaints))
            (textarea(&Field::line("note", "What is changed, and why", &form.note)
                .hint("Those who signed read this in their mail, and everyone in the history once the letter is public. A substantive change needs it."), 3, complaints))
            fieldset {
                legend { h2 { "If it is substantive" } }
                div.pair {
                    (Field::line("answer_by", "Answers until", &form.answer_by).kind("datetime-local").optional().hint("72 hours from now if you leave it empty.").show(complaints))
                    (select(&Field::line("time_zone", "Time in", zone), &zones, complaints))
                }
                (choices("silence", "Who has not answered by then", &[
                    ("stay", html! { "stays on the list, marked as having signed the earlier revision" }),
                    ("leave", html! { "leaves the list" }),
                ], silence, complaints))
            }
            div.actions {
                button name="then" value="preview" { "Show what would change" }
                button.quiet name="then" value="lock" { "Lock as revision " (page.current.number + 1) }
            }
        }
    }
}

/// So many lines do not push the form out of sight.
const FEW: usize = 8;

fn answers(letter: &Letter, asked: &Revision, board: &Board) -> Markup {
    let english = Language::english();
    let zone = asked.answer_zone.as_deref().unwrap_or("UTC");
    html! {
        section aria-labelledby="answers" {
            h2 id="answers" { "Answers to revision " (asked.number) }
            @if let Some(by) = asked.answer_by {
                p { "Asked to answer by " (dates::time_in_words(by.to_timestamp(), zone, &english)) ". Silence means: "
                    @match asked.silence { Some(Silence::Leave) => "leaves the list.", Some(Silence::Stay) | None => "stays under the earlier revision." } }
            }
            dl.facts {
                dt { "Kept" } dd { (board.kept()) }
                dt { "Withdrew" } dd { (board.withdrew()) }
                dt { "Waiting" } dd { (board.waiting()) }
                dt { "Silent" } dd { (board.silent()) }
            }
            @if !board.lines.is_empty() {
                details open[board.lines.len() <= FEW] {
                    summary { "One by one" }
                    ul.rows {
                        @for line in &board.lines {
                            li { div { bdi lang=(language_of_name(&line.name)) { (line.name) } } span.meta { (answer_in_words(line.answer)) } }
                        }
                    }
                }
            }
            @if board.waiting() > 0 {
                form.actions method="post" action={ "/letters/" (letter.slug) "/revisions/reminder" } {
                    button.quiet { "Remind those who have not answered" }
                }
                @if let Some(at) = board.reminded_at {
                    p.meta { "Last reminded on " (dates::time_in_words(at.to_timestamp(), zone, &english)) "; once in 24 hours is possible." }
                }
            }
        }
    }
}

fn answer_in_words(answer: Option<Answer>) -> &'static str {
    match answer {
        None => "waiting",
        Some(Answer::Keep) => "kept",
        Some(Answer::Withdraw) => "withdrew",
        Some(Answer::SilenceStay) => "did not answer, stays under the earlier revision",
        Some(Answer::SilenceLeave) => "did not answer, left the list",
    }
}
