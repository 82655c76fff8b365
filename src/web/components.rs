//! Every component of the pages with plain data, in both directions: for whoever works on `style.css`.
//! There is no such page but in a debug build that listens on this machine.
//!
//! Its words are nobody's interface and stand here, in English and in Arabic. `tests/design.rs` holds that
//! there is nothing in `style.css` that is not shown here.

use actix_web::{HttpResponse, web};
use maud::{Markup, html};

use super::form::{Field, choices, select, summary, textarea};
use super::frame;
use crate::config::Config;
use crate::error::Error;
use crate::text::complaints::Complaints;

/// `GET /development/components`
///
/// # Errors
/// 404 in a release, and wherever others could ask.
pub async fn show(config: web::Data<Config>) -> Result<HttpResponse, Error> {
    if !cfg!(debug_assertions) || !config.listen.ip().is_loopback() {
        return Err(Error::NotFound);
    }
    Ok(frame::page("Components", page()))
}

/// The words of one direction.
struct Sample {
    language: &'static str,
    direction: &'static str,
    title: &'static str,
    text: &'static str,
    name: &'static str,
    label: &'static str,
    sentence: &'static str,
}

const SAMPLES: [Sample; 2] = [
    Sample {
        language: "en",
        direction: "ltr",
        title: "Open the road, and keep it open",
        text: "We, the undersigned, work in the city and in the towns that receive those who leave it.",
        name: "Union of Relief and Medical Care Organizations",
        label: "Name of the organization",
        sentence: "As it is to be printed.",
    },
    Sample {
        language: "ar",
        direction: "rtl",
        title: "افتحوا الطريق وأبقوه مفتوحًا",
        text: "نحن الموقّعين أدناه نعمل في المدينة وفي البلدات التي تستقبل الخارجين منها.",
        name: "اتحاد منظمات الإغاثة والرعاية الطبية",
        label: "اسم المنظمة",
        sentence: "كما ينبغي أن يُطبع.",
    },
];

fn page() -> Markup {
    html! {
        h1 { "Components" }
        @for sample in &SAMPLES {
            section lang=(sample.language) dir=(sample.direction) {
                h2 { (sample.language) " · " (sample.direction) }
                p.acting { (sample.sentence) }
                (letter(sample))
                (list(sample))
                (things(sample))
                (form(sample))
            }
        }
    }
}

fn letter(s: &Sample) -> Markup {
    html! {
        article.letter lang=(s.language) dir=(s.direction) {
            header {
                p.dateline { (s.sentence) }
                p.addressees { (s.label) "\n" (s.name) }
                h3.title { (s.title) }
                div.standing {
                    p { (s.sentence) }
                    a href="#q" { (s.label) }
                    nav.languages { a href="#q" { "English" } a href="#q" { "العربية" } }
                }
            }
            div.text {
                p { (s.text) " " ins { (s.sentence) } del { (s.label) } }
                h2 { (s.label) }
                blockquote { p { (s.text) } }
                ol { li { (s.sentence) } li { (s.sentence) } }
            }
        }
        p.call { a.button href="#q" { (s.label) } span.meta { (s.sentence) } }
        p.lead { (s.text) }
        div.preview { (s.text) }
    }
}

fn list(s: &Sample) -> Markup {
    let line = |class: &'static str, id: &str| {
        html! {
            li class=(class) id={ "line-" (s.language) "-" (id) } {
                span.who { bdi.name { a href="#q" { (s.name) } } " " span.acronym { "UOSSM" } sup { "*" } }
                " "
                span.about { span.country { (s.label) } "\u{a0}· " a.verified href="#q" { (s.sentence) } " " a.here href={ "#line-" (s.language) "-" (id) } aria-label=(s.label) { "#" } }
                span.representative { (s.name) }
            }
        }
    };
    html! {
        form.find role="search" {
            div.field { label for={ "find-" (s.language) } { (s.label) } input type="search" id={ "find-" (s.language) }; }
            button.quiet { (s.label) }
            details { summary { (s.label) } p { (s.sentence) } }
            p { (s.sentence) }
        }
        nav.jumps aria-label={ (s.label) " 1" } { ul role="list" { li { a href="#q" { "SNA" } } li { a href="#q" { (s.label) } } } }
        p.result { (s.sentence) }
        section.group aria-label=(s.label) {
            h3 { (s.label) " " abbr.acronym { "SNA" } }
            ol { (line("", "1")) (line("listed", "2")) (line("arrived", "3")) }
            p.withheld { (s.sentence) }
        }
        section.group aria-label={ (s.label) " 2" } { ul.unnumbered role="list" { (line("", "4")) } }
        nav.pages aria-label={ (s.label) " 2" } { p { (s.sentence) } a href="#q" aria-current="page" { "1" } a href="#q" { "2" } }
        p.of { a href="#q" { (s.title) } }
        section.delivered { p { (s.sentence) } }
        footer.colophon {
            p { a href="#q" { (s.label) } " " code.hash dir="ltr" { "c1d0642ab67bf8941f42af0443a80ceb5217205cd6c699ae23d09130b20a69c0" } }
            details { summary { (s.label) } dl { dt { (s.label) } dd { (s.sentence) } } }
            p.formats { a href="#q" { "PDF" } a href="#q" { "CSV" } }
        }
    }
}

fn things(s: &Sample) -> Markup {
    html! {
        ul.rows {
            li { div { h3 { a href="#q" { (s.title) } } p.meta { (s.sentence) } } div.actions { a.button.quiet href="#q" { (s.label) } } }
            li { div { h3 { a href="#q" { (s.name) } } } }
        }
        p.empty { (s.sentence) }
        dl.facts { dt { (s.label) } dd { (s.name) } dt { (s.label) } dd { (s.sentence) } }
        div.note { p { (s.text) } }
        p.reference { "7f3d-776d" }
        p.visually-hidden { (s.sentence) }
    }
}

fn form(s: &Sample) -> Markup {
    let key = Some(s.language.to_owned());
    let field = |name| Field::line(name, s.label, s.name).hint(s.sentence).apart(key.clone());
    let wrong = Complaints::about(if s.direction == "rtl" { "wrong-ar" } else { "wrong-en" }, s.sentence);
    let none = Complaints::default();
    html! {
        form {
            (summary(&wrong))
            (field("line").show(&none))
            (field("wrong").show(&wrong))
            div.pair { (field("first").optional().show(&none)) (field("second").show(&none)) }
            (textarea(&field("words"), 4, &none))
            (textarea(&field("text"), 9, &none))
            (select(&field("choice"), &[("a", s.label), ("b", s.name)], &none))
            (choices(if s.direction == "rtl" { "way-ar" } else { "way-en" }, s.label, &[("a", html! { (s.label) span.hint { (s.sentence) } }), ("b", html! { (s.name) })], "a", &none))
            div.field { input.code type="text" aria-label=(s.label) value="123 456"; }
            div.actions { button { (s.label) } button.quiet type="button" { (s.label) } a href="#q" { (s.sentence) } }
            p { button.large { (s.label) } }
        }
    }
}
