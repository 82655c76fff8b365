//! The frame around every page: head, masthead, footer. The same for every visitor, so that a
//! page that does not depend on who looks can be kept by caches.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::acting::{self, Acting};
use super::assets;
use crate::text::words::Words;

/// What the frame has to know about its page.
pub struct Frame<'a> {
    /// The title, without the name of the site.
    pub title: &'a str,
    /// The language of the page around the content.
    pub language: &'a str,
    /// `ltr` or `rtl`.
    pub direction: &'a str,
    /// The words of the two links of the masthead.
    pub links: [&'a str; 2],
    /// The words of the links in the footer: about this place, and what is kept of people.
    pub footer: [&'a str; 2],
    /// The words of the link past the masthead.
    pub skip: &'a str,
    /// Whether search engines may list it.
    pub listed: bool,
    /// Whether the page keeps itself up to date by script.
    pub live: bool,
    /// Whether it is a page of work (a board, a list to be moved about), which has more to style.
    pub work: bool,
    /// The scripts that help with the work; the page does without them.
    pub scripts: &'a [&'a str],
    /// A sentence about the page, for those who list or share it.
    pub description: Option<&'a str>,
    /// For whom its reader acts. None on every page that is the same for all.
    pub acting: Option<Acting>,
}

impl<'a> Frame<'a> {
    /// A page of the English interface that is nobody else's to list.
    pub fn english(title: &'a str) -> Self {
        Self {
            title,
            language: "en",
            direction: "ltr",
            links: ["Letters", "Your desk"],
            footer: ["About this place", "Privacy"],
            skip: "Skip to the text",
            listed: false,
            live: false,
            work: false,
            scripts: &[],
            description: None,
            acting: None,
        }
    }

    /// The whole page around `main`.
    pub fn around(&self, main: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang=(self.language) dir=(self.direction) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " · Undersigned" }
                    @if let Some(description) = self.description {
                        meta name="description" content=(description);
                    }
                    @if !self.listed { meta name="robots" content="noindex"; }
                    // Pages in other scripts use it for the odd name only.
                    @if self.direction == "ltr" {
                    link rel="preload" href=(assets::address("fonts/undersigned-serif-400.woff2")) as="font" type="font/woff2" crossorigin;
                    }
                    link rel="stylesheet" href=(assets::address("style.css"));
                    @if self.work { link rel="stylesheet" href=(assets::address("work.css")); }
                    link rel="icon" href=(assets::icon());
                    @if self.live { script src=(assets::address("live.js")) defer {} }
                    @for script in self.scripts { script src=(assets::address(script)) defer {} }
                }
                body {
                    a.skip href="#main" { (self.skip) }
                    header.masthead {
                        a.wordmark href="/" lang="en" { "Undersigned" }
                        nav aria-label="Undersigned" {
                            a href="/#letters" { (self.links[0]) }
                            a href="/desk" { (self.links[1]) }
                        }
                        @if let Some(acting) = &self.acting { (acting.line()) }
                    }
                    main id="main" { (main) }
                    footer.footer { a href="/about" { (self.footer[0]) } a href="/privacy" { (self.footer[1]) } }
                }
            }
        }
    }
}

/// A page about a letter that is not the letter's own, around it the words of its language; `work`
/// with the style sheet of the pages on which coordinators and signatories work.
pub fn in_words(title: &str, words: Words, work: bool, main: &Markup) -> Markup {
    let language = words.language();
    let (letters, desk) = (words.say("letters"), words.say("your-desk"));
    let (skip, about, privacy) = (words.say("skip-to-letter"), words.say("about"), words.say("privacy"));
    let frame = Frame {
        language: language.tag(),
        direction: language.direction(),
        links: [&letters, &desk],
        footer: [&about, &privacy],
        skip: &skip,
        work,
        ..Frame::english(title)
    };
    frame.around(main)
}

/// A page of the English interface, for one visitor only.
pub fn page(title: &str, main: Markup) -> HttpResponse {
    page_with(StatusCode::OK, title, main)
}

/// The same with another status: 422 for a form that needs another look, 409 for a refusal.
pub fn page_with(status: StatusCode, title: &str, main: Markup) -> HttpResponse {
    let frame = Frame { acting: acting::of_this_request(), ..Frame::english(title) };
    HttpResponse::build(status)
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(frame.around(&main).into_string())
}

/// A page of the English interface on which coordinators and signatories work: with the style sheet
/// for that, and with scripts of `static/`.
pub fn work(status: StatusCode, title: &str, scripts: &[&str], main: Markup) -> HttpResponse {
    let acting = acting::of_this_request();
    let frame = Frame { work: true, scripts, acting, ..Frame::english(title) };
    HttpResponse::build(status)
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(frame.around(&main).into_string())
}

/// Markup that was made by maud or has been through the sanitizer.
pub fn trusted(html: String) -> Markup {
    PreEscaped(html)
}
