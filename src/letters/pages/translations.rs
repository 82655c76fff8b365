//! A letter's translations, for its coordinators: which there are, and the form of one.

use maud::{Markup, html};

use crate::letters::translating::{Translated, TranslationForm};
use crate::letters::{Letter, LetterText, Level, NO_COUNT, Place, article, coordinating_nav};
use crate::text::complaints::Complaints;
use crate::text::language::{Language, OFFERED, name_in, own_name};
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, select, summary, textarea};

fn base(letter: &Letter) -> String {
    format!("/letters/{}/translations", letter.slug)
}

fn name(tag: &str) -> String {
    name_in(&Language::of_row(tag), &speaking::current().language())
}

fn number(of: i32) -> usize {
    usize::try_from(of).unwrap_or(0)
}

/// The translations that there are, and the way to one more.
pub(in crate::letters) fn translations(translated: &Translated, note: Option<&str>) -> Markup {
    let own = translated.authoritative().language;
    let there = |tag: &str| tag == own || translated.texts.iter().any(|(text, _)| text.language == tag);
    let missing: Vec<(&str, &str)> = OFFERED.iter().copied().filter(|(tag, _)| !there(tag)).collect();
    let letter = &translated.letter;
    let label = say!("translations-language");
    html! {
        h1 { (say!("translations-title")) }
        (coordinating_nav(letter, Place::Translations))
        @if let Some(note) = note { p.note role="status" { (note) } }
        p { (say!("translations-lead", language = name(&own))) }
        @if translated.texts.is_empty() { p.empty { (say!("translations-none")) } }
        ul.rows {
            @for (text, of) in translated.texts.iter().filter(|(text, _)| text.language != own) {
                li {
                    div {
                        h2 { (name(&text.language)) @if name(&text.language) != own_name(&text.language) { " · " bdi lang=(text.language) { (own_name(&text.language)) } } }
                        p lang=(text.language) dir="auto" { (text.title) }
                        @if let Some(of) = of {
                            p.about {
                                @if of.is_current(translated.agreed_from) { (say!("translations-of-revision", number = number(of.revision))) }
                                @else { strong { (say!("translations-of-earlier", number = number(of.revision))) } }
                            }
                            p.about { code.hash lang="en" dir="ltr" { (of.sha256()) } }
                        }
                    }
                    a.button.quiet href={ (base(letter)) "/" (text.language) } { (say!("translations-edit")) }
                }
            }
        }
        @if !missing.is_empty() {
            form method="get" action=(base(letter)) {
                (select(&Field::line("language", &label, ""), &missing, &Complaints::default()))
                button { (say!("translations-add")) }
            }
        }
    }
}

/// The form of one translation.
pub(in crate::letters) struct TranslationPage<'a> {
    pub translated: &'a Translated,
    pub language: &'a Language,
    pub form: &'a TranslationForm,
    pub complaints: &'a Complaints,
    /// What somebody else saved since the form was opened.
    pub moved: Option<&'a LetterText>,
}

pub(in crate::letters) fn translation(page: &TranslationPage<'_>) -> Markup {
    let (translated, form, complaints) = (page.translated, page.form, page.complaints);
    let letter = &translated.letter;
    let here = format!("{}/{}", base(letter), page.language.tag());
    let exists = translated.find(page.language).is_some();
    let labels = [
        say!("translations-field-title"),
        say!("translations-field-addressees"),
        say!("translations-field-place"),
        say!("translations-field-body"),
    ];
    let [title, addressees, place, body] = &labels;
    let count = say!("translations-count-hint");
    html! {
        h1 { (say!("translations-into", language = name(page.language.tag()))) }
        (coordinating_nav(letter, Place::Translations))
        p { a href=(base(letter)) { (say!("translations-all")) } }
        (summary(complaints))
        @if let Some(moved) = page.moved {
            div.problem role="alert" { p { (say!("translations-moved")) } }
            div.preview { (article(moved, NO_COUNT, Level::Part, &html! {})) }
        }
        @if let Some(revision) = &translated.current {
            p.note { (say!("translations-locked-note", number = number(revision.number))) }
        }
        details {
            summary { h2 { (say!("translations-signed-text")) } }
            div.preview { (article(&translated.authoritative(), NO_COUNT, Level::Part, &html! {})) }
        }
        form method="post" action=(here) novalidate lang=(page.language.tag()) {
            input type="hidden" name="opened" value=(form.opened);
            (Field::line("title", title, &form.title).show(complaints))
            (textarea(&Field::line("addressees", addressees, &form.addressees).optional(), 3, complaints))
            (Field::line("place_and_date", place, &form.place_and_date).optional().show(complaints))
            (textarea(&Field::line("body", body, &form.body).hint(&count), 18, complaints))
            div.actions { button { (say!("translations-save")) } a href=(base(letter)) { (say!("translations-leave")) } }
        }
        @if exists && translated.current.is_none() {
            form method="post" action={ (here) "/removal" } { button.quiet { (say!("translations-remove")) } }
        }
    }
}
