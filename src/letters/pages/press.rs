//! The links for the press, for coordinators.

use maud::{Markup, html};

use crate::db::Moment;
use crate::letters::press::PressLink;
use crate::letters::{Letter, Place, coordinating_nav};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
use crate::web::form::{Field, select, summary};

/// For how long a link can be made.
const HOURS: &[(&str, &str)] =
    &[("6", "6 hours"), ("24", "A day"), ("48", "Two days"), ("72", "Three days"), ("168", "A week")];

/// The page; `made` is the link that was made this moment.
pub(in crate::letters) fn press(
    letter: &Letter,
    links: &[PressLink],
    made: Option<&str>,
    label: &str,
    complaints: &Complaints,
    now: Moment,
) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    html! {
        h1 { "For the press" }
        (coordinating_nav(letter, Place::Press))
        (summary(complaints))
        @if let Some(link) = made {
            section.note aria-labelledby="made" {
                h2 id="made" { "The link" }
                p { "Copy it: it is shown only this once. Whoever has it can read the letter and its list until it expires." }
                p { code.link dir="ltr" { (link) } }
            }
        }
        @if letter.opened_at.is_none() {
            p.empty { "The text is a draft. " a href={ (base) "/edit#opening" } { "Open it for signatures" } " first; then you can give journalists a link to read it under embargo." }
        } @else if letter.is_public() {
            p.empty { "The letter is public: give journalists its address." }
        } @else {
            p { "Give each newsroom a link of its own. It reads the letter and its list before they are public, under a line that says until when nothing may be published." }
            form method="post" action={ (base) "/press" } novalidate {
                (Field::line("label", "For whom", label).hint("The newsroom or the journalist. Only coordinators see this.").show(complaints))
                (select(&Field::line("hours", "It works for", "48"), HOURS, complaints))
                div.actions { button { "Make a link" } }
            }
        }
        @if !links.is_empty() {
            section aria-labelledby="links" {
                h2 id="links" { "Links" }
                ul.rows { @for link in links { (row(&base, letter, link, now)) } }
            }
        }
    }
}

fn row(base: &str, letter: &Letter, link: &PressLink, now: Moment) -> Markup {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let in_words = |at: Moment| dates::time_in_words(at.to_timestamp(), zone, &Language::english());
    let works = link.revoked_at.is_none() && link.expires_at > now;
    html! {
        li {
            div {
                h3 { bdi { (link.label) } }
                p.about {
                    @if let Some(at) = link.revoked_at { "Revoked on " (in_words(at)) }
                    @else if works { "Works until " (in_words(link.expires_at)) }
                    @else { "Expired on " (in_words(link.expires_at)) }
                    br;
                    "Made on " (in_words(link.created_at))
                }
            }
            @if works {
                form method="post" action={ (base) "/press/" (link.id) "/revocation" } {
                    button.quiet aria-label={ "Revoke the link for " (link.label) } { "Revoke" }
                }
            }
        }
    }
}
