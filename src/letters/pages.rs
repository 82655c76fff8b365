//! The letter as it is read, and the form in which it is written.

pub(super) mod composing;
pub(super) mod coordinators;
pub(super) mod history;
pub(super) mod log;
pub(super) mod places;
pub(super) mod press;
pub(super) mod retraction;
pub(super) mod revising;
pub(super) mod steps;
pub(super) mod translations;

use maud::{Markup, html};

use super::model::{Letter, Standing};
use super::revisions::{LetterText, Revision};
use super::translations::Translation;
use crate::db::Moment;
use crate::text::dates;
use crate::text::language::{Language, name_in};
use crate::text::markdown;
use crate::text::speaking;
use crate::text::words::{Words, say};
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

/// What stands for the count in a draft, which nobody can have signed: “we, the undersigned 0
/// organizations” is not how it will look.
pub const NO_COUNT: &str = "…";

/// Whether the letter is what the page is about, or a part of it.
#[derive(Debug, Clone, Copy)]
pub enum Level {
    /// The title is the page's heading.
    Page,
    /// The title stands under another heading.
    Part,
}

/// "Translation. The English text was signed.", or of which earlier text it is one; `signed` is the language
/// of the text that is signed.
pub fn translation_in_words(
    translation: &Translation,
    signed: &Language,
    agreed_from: i32,
    words: Words,
) -> String {
    let language = name_in(signed, &words.language());
    if translation.is_current(agreed_from) {
        return words.say_with("translations-notice", &[("language", &language)]);
    }
    let number = words.language().number(usize::try_from(translation.revision).unwrap_or(0));
    words.say_with("translations-notice-earlier", &[("number", &number), ("language", &language)])
}

/// What stands above a translation wherever one is shown: that it is one, and the way to the text that is
/// signed, which is at `to`.
pub fn translation_note(
    translation: &Translation,
    signed: &Language,
    agreed_from: i32,
    to: &str,
    words: Words,
) -> Markup {
    html! {
        aside.note.translation role="note" lang=(words.language().tag()) dir=(words.language().direction()) {
            p {
                strong { (translation_in_words(translation, signed, agreed_from, words)) } " "
                a href=(to) hreflang=(signed.tag()) { (words.say("translations-read-signed")) }
            }
        }
    }
}

/// A letter for those who are to sign it, with `count` signatories (an ellipsis for none yet): in a
/// translation if they read one, the text that is signed folded up below it, and by what that is known.
pub fn article_to_sign(
    revision: &Revision,
    translation: Option<&Translation>,
    count: Option<usize>,
    standing: &Markup,
    words: Words,
) -> Markup {
    let (signed, language) = (revision.text(), revision.language());
    let shown =
        |language: &Language| count.map_or_else(|| NO_COUNT.to_owned(), |count| language.number(count));
    html! {
        @match translation {
            None => (article(&signed, &shown(&language), Level::Page, standing)),
            Some(translation) => {
                aside.note.translation role="note" { p { strong { (translation_in_words(translation, &language, translation.revision, words)) } } }
                (article(&translation.text(), &shown(&translation.language()), Level::Page, standing))
                details.signed-text {
                    summary { h2 { (words.say("translations-read-signed")) } }
                    (article(&signed, &shown(&language), Level::Part, &html! {}))
                }
            },
        }
        p.meta { (words.say_with("translations-what-is-signed", &[("language", &name_in(&language, &words.language()))])) " " code.hash lang="en" dir="ltr" { (revision.sha256()) } }
    }
}

/// Where a public letter stands, in its language: "Open for signatures until …".
pub fn standing_in_words(letter: &Letter, standing: Standing, words: Words) -> String {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let time = |at: Moment| dates::time_in_words(at.to_timestamp(), zone, &words.language());
    match standing {
        Standing::Draft => String::new(),
        Standing::Open { until: None } => words.say("open-without-deadline"),
        Standing::Open { until: Some(until) } => words.say_with("open-until", &[("time", &time(until))]),
        Standing::Closed { since } => words.say_with("closed-since", &[("time", &time(since))]),
    }
}

/// A time in the zone it was named in; `invitation.js` adds what it is where the reader is.
pub fn zoned(at: Moment, zone: Option<&str>) -> Markup {
    let language = speaking::current().language();
    let words = dates::time_in_words(at.to_timestamp(), zone.unwrap_or("UTC"), &language);
    html! { time data-local=(say!("letters-where-you-are", time = "{time}")) datetime=(at) { (words) } }
}

/// What a coordinator sees at the address of their draft, exactly as its readers will; strangers see
/// that there is no such page.
pub fn draft(letter: &Letter) -> Markup {
    let language = letter.language();
    let words = Words::of(&language);
    let standing = Standing::Open { until: letter.deadline };
    let standing = html! { div.standing { p lang=(words.language().tag()) { (standing_in_words(letter, standing, words)) } } };
    html! {
        p.note.private { (places::visibility(letter)) " " a href={ "/letters/" (letter.slug) "/edit" } { (say!("letters-edit-or-publish")) } "." }
        (article(&letter.text(), NO_COUNT, Level::Page, &standing))
        (composing::list_to_come(letter.rule(), &language))
    }
}
