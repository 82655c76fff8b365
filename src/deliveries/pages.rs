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
use crate::text::language::{Language, language_of_name};
use crate::text::words::Words;
use crate::web::form::{Field, choices, summary, textarea};
use crate::web::frame;

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
        h1 { "Deliver the letter" }
        (coordinating_nav(letter, Place::Delivery))
        (summary(complaints))
        @if letter.retracted_at.is_some() {
            p.empty { "This letter is retracted. It is delivered no more." }
        } @else if let Some(ToDeliver { snapshot, open, boxes }) = to_deliver {
            p { "Delivering freezes the text, the list and its numbers, and sets them as PDF, DOCX, plain text, CSV and JSON, with a cover for the addressee. Whoever signed gets the final copy by mail, and so does each organization at its own address. It is done once." }
            @if letter.is_public() {
                p { "Look at it first, as it stands: " a href={ "/letters/" (letter.slug) ".pdf" } { "PDF" } ", " a href={ "/letters/" (letter.slug) ".docx" } { "DOCX" } "." }
            }
            @if snapshot.groups.is_empty() {
                p.empty { "Nobody has signed this letter yet, so there is nothing to deliver." }
            } @else {
                p.lead dir="auto" lang=(snapshot.language().tag()) { (snapshot.count_line()) }
                (unanswered(letter, open))
                @if !boxes.is_empty() {
                    p.note {
                        "The fonts of the PDF do not have these signs, and it shows a box for each: "
                        bdi { @for sign in boxes.iter().take(MOST_SIGNS) { (sign) " " } }
                        @if boxes.len() > MOST_SIGNS { "and " (boxes.len() - MOST_SIGNS) " others" }
                        ". In the other files they are as they were written."
                    }
                }
                form method="post" action=(base) novalidate {
                    (textarea(&Field::line("delivered_to", "Delivered to", typed.delivered_to).optional().hint("Stands on the cover. The letter’s addressees stand in the letter."), 2, complaints))
                    (textarea(&Field::line("note", "Words for the cover", typed.note).optional(), 4, complaints))
                    (choices("signing", "Signing", &[
                        ("close", html! { "Ends with the delivery" }),
                        ("open", html! { "Goes on: late signatories stand under “Signed after delivery”" }),
                    ], signing, complaints))
                    div.actions { button { "Deliver the letter" } }
                }
            }
        } @else {
            p.empty { "A draft cannot be delivered. Open it for signatures first." }
        }
    }
}

/// Who has not answered whether they keep their signature, and what the delivery does with that.
fn unanswered(letter: &Letter, open: &[Unanswered]) -> Markup {
    let (leaving, staying): (Vec<_>, Vec<_>) = open.iter().partition(|question| question.leaves());
    let names = |questions: &[&Unanswered]| {
        html! {
            @for (at, question) in questions.iter().filter(|question| !question.is_withheld()).enumerate() {
                @if at > 0 { ", " }
                bdi lang=(language_of_name(&question.organization.name)) { (question.organization.name) }
            }
            @let withheld = questions.iter().filter(|question| question.is_withheld()).count();
            @if withheld > 0 {
                @if withheld < questions.len() { ", and " }
                (withheld) " whose " (if withheld == 1 { "name is" } else { "names are" }) " withheld"
            }
        }
    };
    html! {
        @if let Some(latest) = open.iter().max_by_key(|question| question.answer_by) {
            div.note {
                p { strong { (open.len()) " " (if open.len() == 1 { "organization has" } else { "organizations have" }) " not answered to the changed text." }
                    " The delivery ends the question, and the rule for silence counts at once"
                    @if let Some(by) = latest.answer_by {
                        ", although there is time until " (dates::time_in_words(by.to_timestamp(), latest.zone.as_deref().unwrap_or("UTC"), &Language::english()))
                    }
                    "." }
                @if !leaving.is_empty() { p { "Not on the delivered list, and told so by mail: " (names(&leaving)) "." } }
                @if !staying.is_empty() { p { "On the list, marked as having signed an earlier revision: " (names(&staying)) "." } }
                p { "To wait for them, deliver later, or " a href={ "/letters/" (letter.slug) "/revising" } { "remind them" } "." }
            }
        }
    }
}

/// What was delivered, in the letter's language, for everyone who may see the letter; `own` for a
/// coordinator, who can also write down the answer.
pub(super) fn delivered(
    letter: &Letter,
    delivered: &Delivered,
    answer: Option<&Answer>,
    own: Option<(&AnswerTyped<'_>, &Complaints)>,
) -> Markup {
    let snapshot = &delivered.snapshot;
    let language = snapshot.language();
    let words = Words::of(&language);
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
            p { (on) ". " (snapshot.count_line()) "." }
            p.meta { (words.say("delivery-fingerprint")) " " code.hash dir="ltr" { (delivered.sha256) } }
            h2 { (words.say("delivery-files")) }
            @if delivered.names_withheld_since { p.note { (words.say("files-withheld")) } }
            @if !delivered.names_withheld_since || own.is_some() { ul.rows {
                @for name in [PACK].into_iter().chain(FILES.iter().map(|(name, _)| *name)).chain([SUMS]) {
                    li {
                        a href={ (base) "/delivery/" (name) } { (words.say(what_it_is(name))) }
                        span.meta { bdi dir="ltr" lang="en" { (name) } }
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
        @if own.is_some() { p.actions { a href={ (base) "/copies" } { "Who got it, and who has left since" } } }
        @if let Some((typed, complaints)) = own { (answer_form(&base, answer.is_some(), typed, complaints)) }
    }
}

/// The page around it for those who only read, in the words of the letter's language.
pub(super) fn for_readers(title: &str, language: &Language, main: &Markup) -> Markup {
    frame::in_words(title, Words::of(language), false, main)
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
            h2 id="record" { @if correct { "Correct the answer" } @else { "The addressee has answered" } }
            form method="post" action={ (base) "/answer" } novalidate {
                (Field::line("from", "Who answered", typed.from).show(complaints))
                (Field::line("received_at", "On", typed.received_at).kind("date").show(complaints))
                (textarea(&Field::line("text", "The answer", typed.text).hint("Everyone who may read the letter can read it."), 8, complaints))
                div.actions { button.quiet { "Record the answer" } }
            }
        }
    }
}
