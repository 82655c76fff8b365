//! The page from which a letter is passed on: as a link, in a frame, as a badge, as a file, as a feed.

use maud::{Markup, html};

use super::Letter;
use crate::deliveries::Form;
use crate::letters::retraction_note;
use crate::text::words::say;
use crate::web::frame::Frame;
use crate::web::languages::links_in_language;

/// The whole page, with its links in its language.
pub(super) fn page(letter: &Letter<'_>) -> String {
    let words = letter.tongue.words;
    let title = say!("carrying-share-title", title = letter.title());
    let address = format!("/letters/{}/share", letter.slug());
    let frame = Frame {
        words,
        skip: "skip-to-letter",
        address: Some(address),
        work: true,
        scripts: &["share.js"],
        ..Frame::of(&title)
    };
    let page = frame.around(&main(letter)).into_string();
    if letter.tongue.goes_on { links_in_language(words, &page) } else { page }
}

fn main(letter: &Letter<'_>) -> Markup {
    let row = letter.snapshot.letter.letter();
    let (title, language) = (letter.title(), letter.language());
    let base = format!("/letters/{}", row.slug);
    html! {
        p.meta { a href=(base) { (letter.tongue.words.say("back-to-letter")) } }
        h1 { (say!("carrying-share")) }
        p.lead lang=(language.tag()) dir=(language.direction()) { (title) }
        (retraction_note(row, letter.tongue.words))
        (passed_on(letter))
        (framed(letter))
        (counted(letter))
        (as_file(letter))
        (kept_up(letter))
    }
}

/// Somebody else's service to whom a link leads: what it is called, and the address with the letter in it.
fn services(letter: &Letter<'_>) -> [(&'static str, String); 5] {
    let (title, address) = (in_address(&letter.title()), in_address(&letter.address("")));
    [
        ("WhatsApp", format!("https://wa.me/?text={title}%20{address}")),
        ("Telegram", format!("https://t.me/share/url?url={address}&text={title}")),
        ("Bluesky", format!("https://bsky.app/intent/compose?text={title}%20{address}")),
        ("X", format!("https://x.com/intent/post?text={title}&url={address}")),
        ("Facebook", format!("https://www.facebook.com/sharer/sharer.php?u={address}")),
    ]
}

/// Words as they stand in the query of an address.
fn in_address(words: &str) -> String {
    let encoded: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
    encoded.replace('+', "%20") // a mail program would show the plus
}

fn passed_on(letter: &Letter<'_>) -> Markup {
    let (title, address) = (letter.title(), letter.address(""));
    let mail =
        format!("mailto:?subject={}&body={}", in_address(&title), in_address(&format!("{title}\n{address}")));
    html! {
        section aria-labelledby="link" {
            h2 id="link" { (say!("carrying-link")) }
            (to_copy("link-address", &say!("carrying-link-address"), &address, 1))
            p.formats {
                button.quiet type="button" hidden data-share=(address) data-title=(title) { (say!("carrying-share-here")) } " "
                a href=(mail) { (say!("carrying-by-mail")) } " "
                @for (service, address) in services(letter) { a href=(address) rel="noopener noreferrer nofollow" lang="en" { (service) } " " }
            }
            p.meta { (say!("carrying-services")) }
        }
    }
}

fn framed(letter: &Letter<'_>) -> Markup {
    let language = if letter.tongue.goes_on { Some(letter.tongue.words.tag()) } else { None };
    let scripted = html! { script src=(letter.config.address("/embed.js")) data-letter=(letter.slug()) data-language=[language] async {} };
    let framed = frame(letter, 600, super::oembed::HEIGHT);
    html! {
        section aria-labelledby="embed" {
            h2 id="embed" { (say!("carrying-embed")) }
            p { (say!("carrying-embed-what")) " " a href=(letter.path("/embed")) { (say!("carrying-embed-look")) } }
            (to_copy("embed-script", &say!("carrying-embed-script"), &scripted.into_string(), 3))
            (to_copy("embed-frame", &say!("carrying-embed-frame"), &framed.into_string(), 4))
        }
    }
}

/// The frame that shows a letter on a page elsewhere, without any script there.
pub(super) fn frame(letter: &Letter<'_>, width: u32, height: u32) -> Markup {
    html! {
        iframe src=(letter.address("/embed")) title=(letter.title()) width=(width) height=(height) loading="lazy" style="border:0;max-width:100%" {}
    }
}

fn counted(letter: &Letter<'_>) -> Markup {
    let (title, address, badge) = (letter.title(), letter.address(""), letter.address("/badge.svg"));
    let linked = html! { a href=(address) { img src=(badge) alt=(title); } };
    let bracketed = title.replace(['[', ']'], " ");
    html! {
        section aria-labelledby="badge" {
            h2 id="badge" { (say!("carrying-badge")) }
            p { (say!("carrying-badge-what")) }
            p { img src=(letter.path("/badge.svg")) alt=(letter.count_line()) height="28"; }
            (to_copy("badge-html", "HTML", &linked.into_string(), 3))
            (to_copy("badge-markdown", "Markdown", &format!("[![{bracketed}]({badge})]({address})"), 3))
        }
    }
}

fn as_file(letter: &Letter<'_>) -> Markup {
    let base = format!("/letters/{}", letter.slug());
    let language = letter.snapshot.language();
    let forms = Form::readable_in(&language).chain([Form::Md]);
    html! {
        section aria-labelledby="files" {
            h2 id="files" { (say!("carrying-files")) }
            ul.rows {
                @for form in forms {
                    li {
                        a href={ (base) "." (form.extension()) (form.query()) } { (what_for(form)) }
                        span.meta lang="en" dir="ltr" { (form.extension().to_uppercase()) }
                    }
                }
                li { a href={ (base) ".json" } { (say!("carrying-file-json")) } span.meta lang="en" dir="ltr" { "JSON" } }
                li { a href="/schemas/letter.json" { (say!("carrying-file-schema")) } span.meta lang="en" dir="ltr" { "JSON Schema" } }
                li { a href=(letter.path("/card.png")) { (say!("carrying-file-card")) } span.meta lang="en" dir="ltr" { "PNG" } }
            }
        }
    }
}

fn what_for(form: Form) -> String {
    match form {
        Form::Pdf => say!("carrying-file-pdf"),
        Form::Docx => say!("carrying-file-docx"),
        Form::Txt => say!("carrying-file-text"),
        Form::Md => say!("carrying-file-markdown"),
        Form::Csv | Form::Sheet => say!("carrying-file-list"),
    }
}

fn kept_up(letter: &Letter<'_>) -> Markup {
    let base = format!("/letters/{}", letter.slug());
    html! {
        section aria-labelledby="feeds" {
            h2 id="feeds" { (say!("carrying-feeds")) }
            ul.rows {
                li { a href={ (base) ".atom" } { (say!("carrying-feed-signatories")) } span.meta lang="en" dir="ltr" { "Atom" } }
                li { a href="/letters.atom" { (say!("carrying-new-letters")) } span.meta lang="en" dir="ltr" { "Atom" } }
                @if letter.snapshot.letter.letter().deadline.is_some() {
                    li { a href={ (base) ".ics" } { (say!("carrying-calendar")) } span.meta lang="en" dir="ltr" { "iCalendar" } }
                }
            }
        }
    }
}

/// Something to be copied; with a script, by a button.
fn to_copy(id: &str, label: &str, what: &str, rows: u8) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            textarea id=(id) rows=(rows) readonly spellcheck="false" lang="en" dir="ltr" { (what) }
            button.quiet type="button" hidden data-copy=(id) data-done=(say!("carrying-copied")) { (say!("carrying-copy")) }
        }
    }
}
