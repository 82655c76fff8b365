//! The links for the press, for coordinators.

use maud::{Markup, html};

use crate::db::Moment;
use crate::letters::press::PressLink;
use crate::letters::{Letter, Place, coordinating_nav};
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, select, summary};
use crate::web::phrase::phrase;

/// For how long a link can be made, each with the message that says so.
const HOURS: &[(&str, &str)] = &[
    ("6", "letters-press-6"),
    ("24", "letters-press-24"),
    ("48", "letters-press-48"),
    ("72", "letters-press-72"),
    ("168", "letters-press-168"),
];

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
    let words = speaking::current();
    let hours: Vec<(&str, String)> = HOURS.iter().map(|(hours, id)| (*hours, words.say(id))).collect();
    let hours: Vec<(&str, &str)> = hours.iter().map(|(hours, words)| (*hours, words.as_str())).collect();
    html! {
        h1 { (say!("letters-press")) }
        (coordinating_nav(letter, Place::Press))
        (summary(complaints))
        @if let Some(link) = made {
            section.note aria-labelledby="made" {
                h2 id="made" { (say!("letters-press-link")) }
                p { (say!("letters-press-copy")) }
                p { code.link dir="ltr" { (link) } }
            }
        }
        @if letter.opened_at.is_none() {
            p.empty { (phrase!("letters-press-draft", open = html! { a href={ (base) "/edit#opening" } { (say!("letters-press-draft-open")) } })) }
        } @else if letter.is_public() {
            p.empty { (say!("letters-press-is-public")) }
        } @else {
            p { (say!("letters-press-about")) }
            form method="post" action={ (base) "/press" } novalidate {
                (Field::line("label", &say!("letters-press-for-whom"), label).hint(&say!("letters-press-for-whom-hint")).show(complaints))
                (select(&Field::line("hours", &say!("letters-press-works-for"), "48"), &hours, complaints))
                div.actions { button { (say!("letters-press-make")) } }
            }
        }
        @if !links.is_empty() {
            section aria-labelledby="links" {
                h2 id="links" { (say!("letters-press-links")) }
                ul.rows { @for link in links { (row(&base, letter, link, now)) } }
            }
        }
    }
}

fn row(base: &str, letter: &Letter, link: &PressLink, now: Moment) -> Markup {
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let language = speaking::current().language();
    let in_words = |at: Moment| dates::time_in_words(at.to_timestamp(), zone, &language);
    let works = link.revoked_at.is_none() && link.expires_at > now;
    html! {
        li {
            div {
                h3 { bdi { (link.label) } }
                p.about {
                    @if let Some(at) = link.revoked_at { (say!("letters-press-revoked-on", time = in_words(at))) }
                    @else if works { (say!("letters-press-works-until", time = in_words(link.expires_at))) }
                    @else { (say!("letters-press-expired-on", time = in_words(link.expires_at))) }
                    br;
                    (say!("letters-press-made-on", time = in_words(link.created_at)))
                }
            }
            @if works {
                form method="post" action={ (base) "/press/" (link.id) "/revocation" } {
                    button.quiet aria-label=(say!("letters-press-revoke-whose", label = &link.label)) { (say!("letters-press-revoke")) }
                }
            }
        }
    }
}
