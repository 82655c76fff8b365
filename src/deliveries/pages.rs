//! The pages of a delivery.

pub(super) mod copies;

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::model::{Answer, Delivered};
use super::pack::{FILES, PACK, SUMS};
use super::printed::Form;
use super::snapshot::Snapshot;
use crate::letters::{Letter, Place, coordinating_nav, retraction_note};
use crate::signatures::Unanswered;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::direction::isolated;
use crate::text::language::language_of_name;
use crate::text::speaking;
use crate::text::words::{Words, say};
use crate::web::form::{Field, choices, summary, textarea};
use crate::web::frame;
use crate::web::phrase::phrase;

/// What was typed into the form.
#[derive(Default)]
pub(super) struct Typed<'a> {
    pub delivered_to: &'a str,
    pub note: &'a str,
    pub signing: &'a str,
}

/// What would be delivered at this moment.
pub(super) struct ToDeliver {
    pub snapshot: Snapshot,
    /// Whose answers would be waited for no longer.
    pub open: Vec<Unanswered>,
    /// The signs that the PDF cannot show.
    pub boxes: BTreeSet<char>,
}

/// More signs than this are a whole script.
const MOST_SIGNS: usize = 12;

/// The form with which a letter is delivered, for its coordinators. `to_deliver` is none
/// for a draft.
pub(super) fn form(
    letter: &Letter,
    to_deliver: Option<&ToDeliver>,
    typed: &Typed<'_>,
    complaints: &Complaints,
) -> Markup {
    let base = format!("/letters/{}/delivery", letter.slug);
    let signing = if typed.signing.is_empty() { "close" } else { typed.signing };
    html! {
        h1 { (say!("deliveries-deliver")) }
        (coordinating_nav(letter, Place::Delivery))
        (summary(complaints))
        @if letter.retracted_at.is_some() {
            p.empty { (say!("deliveries-retracted-no-more")) }
        } @else if let Some(ToDeliver { snapshot, open, boxes }) = to_deliver {
            p { (say!("deliveries-about")) }
            @if letter.is_public() {
                @let pdf = html! { a href={ "/letters/" (letter.slug) ".pdf" } { "PDF" } };
                @let docx = html! { a href={ "/letters/" (letter.slug) ".docx" } { "DOCX" } };
                p { (phrase!("deliveries-look-first", pdf = pdf, docx = docx)) }
            }
            @if snapshot.groups.is_empty() {
                p.empty { (say!("deliveries-nobody-signed")) }
            } @else {
                p.lead { (snapshot.count_line_in(speaking::current())) }
                (unanswered(letter, open))
                @if !boxes.is_empty() {
                    @let signs = html! {
                        bdi { @for sign in boxes.iter().take(MOST_SIGNS) { (sign) " " } }
                        @if boxes.len() > MOST_SIGNS { (say!("deliveries-boxes-others", count = boxes.len() - MOST_SIGNS)) }
                    };
                    p.note { (phrase!("deliveries-boxes", signs = signs)) }
                }
                form method="post" action=(base) novalidate {
                    (textarea(&Field::line("delivered_to", &say!("deliveries-delivered-to"), typed.delivered_to).optional().hint(&say!("deliveries-delivered-to-hint")), 2, complaints))
                    (textarea(&Field::line("note", &say!("deliveries-cover-words"), typed.note).optional(), 4, complaints))
                    (choices("signing", &say!("deliveries-signing"), &[
                        ("close", html! { (say!("deliveries-signing-ends")) }),
                        ("open", html! { (say!("deliveries-signing-goes-on")) }),
                    ], signing, complaints))
                    div.actions { button { (say!("deliveries-deliver")) } }
                }
            }
        } @else {
            p.empty { (say!("deliveries-draft")) }
        }
    }
}

/// Who has not answered whether they keep their signature, and what the delivery does with that.
fn unanswered(letter: &Letter, open: &[Unanswered]) -> Markup {
    let (leaving, staying): (Vec<_>, Vec<_>) = open.iter().partition(|question| question.leaves());
    let names = |questions: &[&Unanswered]| {
        let shown = questions.iter().filter(|question| !question.is_withheld()).map(|question| {
            let name = &question.organization.name;
            html! { bdi lang=(language_of_name(name)) { (name) } }
        });
        let shown =
            shown.reduce(|before, name| phrase!("deliveries-name-and-another", before = before, name = name));
        let withheld = questions.iter().filter(|question| question.is_withheld()).count();
        let withheld =
            (withheld > 0).then(|| html! { (say!("deliveries-names-withheld", count = withheld)) });
        match (shown, withheld) {
            (Some(names), Some(withheld)) => {
                phrase!("deliveries-names-and-withheld", names = names, withheld = withheld)
            }
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => html! {},
        }
    };
    html! {
        @if let Some(latest) = open.iter().max_by_key(|question| question.answer_by) {
            div.note {
                p {
                    strong { (say!("deliveries-unanswered", count = open.len())) } " "
                    @match latest.answer_by {
                        Some(by) => {
                            @let time = dates::time_in_words(by.to_timestamp(), latest.zone.as_deref().unwrap_or("UTC"), &speaking::current().language());
                            (say!("deliveries-unanswered-ends-although", time = time))
                        },
                        None => (say!("deliveries-unanswered-ends")),
                    }
                }
                @if !leaving.is_empty() { p { (phrase!("deliveries-leaving", names = names(&leaving))) } }
                @if !staying.is_empty() { p { (phrase!("deliveries-staying", names = names(&staying))) } }
                p { (phrase!("deliveries-wait", remind = html! { a href={ "/letters/" (letter.slug) "/revising" } { (say!("deliveries-wait-remind")) } })) }
            }
        }
    }
}

/// In which words the page of a delivery speaks: those that were asked for; where none were, the letter's own.
fn words_for(delivered: &Delivered) -> Words {
    speaking::asked().unwrap_or_else(|| Words::of(&delivered.snapshot.language()))
}

/// What was delivered, for everyone who may see the letter; `own` for a coordinator, who can also write down
/// the answer.
pub(super) fn delivered(
    letter: &Letter,
    delivered: &Delivered,
    answer: Option<&Answer>,
    own: Option<(&AnswerTyped<'_>, &Complaints)>,
) -> Markup {
    let snapshot = &delivered.snapshot;
    let language = snapshot.language();
    let words = words_for(delivered);
    let date = dates::date_in_words(snapshot.at(), &snapshot.time_zone, &words.language());
    let rtl = words.language().direction() == "rtl";
    let on = if snapshot.delivered_to.is_empty() {
        words.say_with("delivered-on", &[("date", &date)])
    } else {
        words.say_with(
            "delivered-on-to",
            &[("date", &date), ("whom", &isolated(&snapshot.delivered_to.replace('\n', " "), rtl))],
        )
    };
    let base = format!("/letters/{}", letter.slug);
    html! {
        h1 lang=(words.language().tag()) dir=(words.language().direction()) { (words.say("delivery")) }
        @if own.is_some() { (coordinating_nav(letter, Place::Delivery)) }
        @if let Some((_, complaints)) = own { (summary(complaints)) }
        (retraction_note(letter, words))
        div lang=(words.language().tag()) dir=(words.language().direction()) {
            p.lead dir="auto" lang=(language.tag()) { a href=(base) { (snapshot.title_with_count()) } }
            p { (on) ". " (snapshot.count_line_in(words)) "." }
            p.meta { (words.say("delivery-fingerprint")) " " code.hash dir="ltr" { (delivered.sha256) } }
            h2 { (words.say("delivery-files")) }
            @if delivered.names_withheld_since { p.note { (words.say("files-withheld")) } }
            @if !delivered.names_withheld_since || own.is_some() { ul.rows {
                @for name in [PACK].into_iter().chain(FILES.iter().map(|(name, _)| *name)).chain([SUMS]) {
                    li {
                        a href={ (base) "/delivery/" (name) } { (words.say(what_it_is(name))) }
                        span.meta { bdi dir="ltr" { (name) } }
                    }
                }
            } }
            @if letter.is_public() {
                p.formats { (words.say("take-along")) " "
                    @for form in Form::readable_in(&language) {
                        a href={ (base) "." (form.extension()) (form.query()) } { (form.extension().to_uppercase()) } " "
                    }
                    a href={ (base) ".json" } { "JSON" }
                }
            }
            (answered(letter, answer, words))
        }
        @if own.is_some() { p.actions { a href={ (base) "/copies" } { (say!("deliveries-who-got-it")) } } }
        @if let Some((typed, complaints)) = own { (answer_form(&base, answer.is_some(), typed, complaints)) }
    }
}

/// The page around it for those who only read.
pub(super) fn for_readers(title: &str, delivered: &Delivered, main: &Markup) -> Markup {
    frame::in_words(title, words_for(delivered), false, main)
}

/// The message that says what a file of the delivery is.
fn what_it_is(name: &str) -> &'static str {
    match name {
        PACK => "file-pack",
        SUMS => "file-sums",
        "cover.pdf" => "file-cover",
        "letter.docx" => "file-docx",
        "letter.txt" => "file-text",
        "signatories.csv" => "file-list",
        "letter.json" => "file-data",
        _ => "file-letter",
    }
}

/// What the addressee answered; nothing where they have not.
pub(super) fn answered(letter: &Letter, answer: Option<&Answer>, words: Words) -> Markup {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    html! {
        @if let Some(answer) = answer {
            @let date = dates::date_in_words(answer.received_at.to_timestamp(), zone, &words.language());
            section id="answer" aria-labelledby="answer-title" {
                h2 id="answer-title" { (words.say_with("answer-of", &[("whom", &isolated(&answer.sender, words.language().direction() == "rtl")), ("date", &date)])) }
                blockquote dir="auto" { @for paragraph in answer.words.split("\n\n") { p { (paragraph) } } }
            }
        }
    }
}

/// What was typed of an answer.
pub(super) struct AnswerTyped<'a> {
    pub received_at: &'a str,
    pub from: &'a str,
    pub text: &'a str,
}

fn answer_form(base: &str, correct: bool, typed: &AnswerTyped<'_>, complaints: &Complaints) -> Markup {
    html! {
        section aria-labelledby="record" {
            h2 id="record" { @if correct { (say!("deliveries-correct-answer")) } @else { (say!("deliveries-has-answered")) } }
            form method="post" action={ (base) "/answer" } novalidate {
                (Field::line("from", &say!("deliveries-who-answered"), typed.from).show(complaints))
                (Field::line("received_at", &say!("deliveries-answered-on"), typed.received_at).kind("date").show(complaints))
                (textarea(&Field::line("text", &say!("deliveries-the-answer"), typed.text).hint(&say!("deliveries-the-answer-hint")), 8, complaints))
                div.actions { button.quiet { (say!("deliveries-record-answer")) } }
            }
        }
    }
}
