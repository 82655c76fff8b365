//! The frame around every page: head, masthead, footer. The same for every visitor, so that a
//! page that does not depend on who looks can be kept by caches.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::acting::{self, Acting};
use super::assets;
use super::languages::{address_of_this_page, in_language};
use crate::text::speaking;
use crate::text::words::{SPOKEN, Words};

/// What the frame has to know about its page.
pub struct Frame<'a> {
    /// The title, without the name of the site.
    pub title: &'a str,
    /// The words of the page around the content.
    pub words: Words,
    /// The message of the link past the masthead.
    pub skip: &'a str,
    /// The address of the page without its language, under which it is found in the other languages too;
    /// none for the answer to a form.
    pub address: Option<String>,
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
    /// What else its head says, to programs.
    pub head: Option<&'a Markup>,
    /// For whom its reader acts. None on every page that is the same for all.
    pub acting: Option<Acting>,
}

impl<'a> Frame<'a> {
    /// A page in the language of the request that is nobody else's to list.
    pub fn of(title: &'a str) -> Self {
        Self {
            title,
            words: speaking::current(),
            skip: "web-skip",
            address: address_of_this_page(),
            listed: false,
            live: false,
            work: false,
            scripts: &[],
            description: None,
            head: None,
            acting: None,
        }
    }

    /// The whole page around `main`.
    pub fn around(&self, main: &Markup) -> Markup {
        let words = self.words;
        let language = words.language();
        html! {
            (DOCTYPE)
            html lang=(language.tag()) dir=(language.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " · Undersigned" }
                    @if let Some(description) = self.description {
                        meta name="description" content=(description);
                    }
                    @if !self.listed { meta name="robots" content="noindex"; }
                    // Pages in other scripts use it for the odd name only.
                    @if language.direction() == "ltr" {
                    link rel="preload" href=(assets::address("fonts/undersigned-serif-400.woff2")) as="font" type="font/woff2" crossorigin;
                    }
                    link rel="stylesheet" href=(assets::address("style.css"));
                    @if self.work { link rel="stylesheet" href=(assets::address("work.css")); }
                    link rel="icon" href=(assets::icon());
                    @if self.live { script src=(assets::address("live.js")) defer {} }
                    @for script in self.scripts { script src=(assets::address(script)) defer {} }
                    @if let Some(head) = self.head { (head) }
                }
                body {
                    a.skip href="#main" { (words.say(self.skip)) }
                    header.masthead {
                        a.wordmark href="/" lang="en" { "Undersigned" }
                        nav aria-label="Undersigned" {
                            a href="/#letters" { (words.say("letters")) }
                            a href="/desk" { (words.say("your-desk")) }
                        }
                        @if let Some(acting) = &self.acting { (acting.line()) }
                    }
                    main id="main" { (main) }
                    footer.footer {
                        a href="/about" { (words.say("about")) }
                        a href="/privacy" { (words.say("privacy")) }
                        @if let Some(address) = &self.address { (other_languages(words, address)) }
                    }
                }
            }
        }
    }
}

/// The same page in the other languages, each by its own name in its own script.
fn other_languages(words: Words, address: &str) -> Markup {
    html! {
        nav.languages aria-label=(words.say("web-languages")) {
            @for other in SPOKEN.iter().filter_map(|tag| Words::spoken(tag)).filter(|other| *other != words) {
                a href=(in_language(other, address)) lang=(other.tag()) hreflang=(other.tag()) { (other.language().own_name()) }
            }
        }
    }
}

/// A page about a letter that is not the letter's own, around it the words of its language; `work`
/// with the style sheet of the pages on which coordinators and signatories work.
pub fn in_words(title: &str, words: Words, work: bool, main: &Markup) -> Markup {
    Frame { words, skip: "skip-to-letter", work, ..Frame::of(title) }.around(main)
}

/// A page in the language of the request, for one visitor only.
pub fn page(title: &str, main: Markup) -> HttpResponse {
    page_with(StatusCode::OK, title, main)
}

/// The same with another status: 422 for a form that needs another look, 409 for a refusal.
pub fn page_with(status: StatusCode, title: &str, main: Markup) -> HttpResponse {
    let frame = Frame { acting: acting::of_this_request(), ..Frame::of(title) };
    HttpResponse::build(status)
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(frame.around(&main).into_string())
}

/// A page in the language of the request on which coordinators and signatories work: with the style sheet
/// for that, and with scripts of `static/`.
pub fn work(status: StatusCode, title: &str, scripts: &[&str], main: Markup) -> HttpResponse {
    let acting = acting::of_this_request();
    let frame = Frame { work: true, scripts, acting, ..Frame::of(title) };
    HttpResponse::build(status)
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(frame.around(&main).into_string())
}

/// A page in this frame, which says for whom its reader acts; so it is no cache's to keep.
pub fn answer(frame: Frame<'_>, main: &Markup) -> HttpResponse {
    let frame = Frame { acting: acting::of_this_request(), ..frame };
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(frame.around(main).into_string())
}

/// Markup that was made by maud or has been through the sanitizer.
pub fn trusted(html: String) -> Markup {
    PreEscaped(html)
}
