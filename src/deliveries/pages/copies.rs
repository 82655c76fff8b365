//! Who got a delivered letter, and who has left its list since.

use maud::{Markup, html};

use crate::deliveries::copies::Copies;
use crate::deliveries::pack::{FILES, PACK, SUMS};
use crate::letters::{Letter, Place, coordinating_nav};
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{dates, speaking};
use crate::web::phrase::phrase;

/// The page, for coordinators.
pub(in crate::deliveries) fn copies(letter: &Letter, copies: &Copies) -> Markup {
    let snapshot = &copies.delivered.snapshot;
    let language = speaking::current().language();
    let zone = &snapshot.time_zone;
    let base = format!("/letters/{}", letter.slug);
    html! {
        h1 { (say!("deliveries-copies")) }
        (coordinating_nav(letter, Place::Delivery))
        section aria-labelledby="left" {
            h2 id="left" { (say!("deliveries-left")) }
            @if copies.left.is_empty() { p.empty { (say!("deliveries-left-nobody")) } }
            @else {
                p { (say!("deliveries-left-about")) }
                ul.rows {
                    @for left in &copies.left {
                        li { div {
                            p { bdi lang=(language_of_name(&left.name)) { (left.name) } }
                            p.about {
                                @let time = dates::time_in_words(left.at.to_timestamp(), zone, &language);
                                @if left.suspended {
                                    (phrase!("deliveries-left-suspended", time = html! { (time) }, decide = html! { a href={ (base) "/queue" } { (say!("deliveries-left-decide")) } }))
                                } @else { (say!("deliveries-left-withdrew", time = time)) }
                            }
                        } }
                    }
                }
            }
        }
        section aria-labelledby="handed" {
            h2 id="handed" { (say!("deliveries-handed-over")) }
            @let time = dates::time_in_words(snapshot.at(), zone, &language);
            p {
                @if snapshot.delivered_to.is_empty() { (say!("deliveries-handed-over-on", time = time)) }
                @else { (phrase!("deliveries-handed-over-on-to", time = html! { (time) }, whom = snapshot.delivered_to.replace('\n', " "))) }
            }
            @if !snapshot.addressees.is_empty() {
                p.meta { (say!("deliveries-addressed-to")) }
                blockquote dir="auto" lang=(snapshot.language().tag()) { @for line in snapshot.addressees.lines() { (line) br; } }
            }
        }
        section aria-labelledby="copies" {
            h2 id="copies" { (say!("deliveries-copies-by-mail")) }
            @if copies.recipients.is_empty() { p.empty { (say!("deliveries-copies-not-kept")) } }
            @else {
                ul.rows {
                    @for to in &copies.recipients {
                        li { div { p { bdi { (to.name) } } p.about { a href={ "mailto:" (to.address) } { bdi dir="ltr" { (to.address) } } } } }
                    }
                }
            }
        }
        section aria-labelledby="files" {
            h2 id="files" { (say!("deliveries-copies-files")) }
            ul.rows {
                @for name in [PACK].into_iter().chain(FILES.iter().map(|(name, _)| *name)).chain([SUMS]) {
                    li { a href={ (base) "/delivery/" (name) } { bdi dir="ltr" { (name) } } }
                }
            }
        }
    }
}
