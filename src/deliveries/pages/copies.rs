//! Who got a delivered letter, and who has left its list since.

use maud::{Markup, html};

use crate::deliveries::copies::Copies;
use crate::deliveries::pack::{FILES, PACK, SUMS};
use crate::letters::{Letter, Place, coordinating_nav};
use crate::text::dates;
use crate::text::language::{Language, language_of_name};

/// The page, for coordinators.
pub(in crate::deliveries) fn copies(letter: &Letter, copies: &Copies) -> Markup {
    let snapshot = &copies.delivered.snapshot;
    let english = Language::english();
    let zone = &snapshot.time_zone;
    let base = format!("/letters/{}", letter.slug);
    html! {
        h1 { "Who got the letter" }
        (coordinating_nav(letter, Place::Delivery))
        section aria-labelledby="left" {
            h2 id="left" { "Who has left since" }
            @if copies.left.is_empty() { p.empty { "Nobody has withdrawn since the delivery." } }
            @else {
                p { "What was handed over stays as it is. Please tell those below who has left." }
                ul.rows {
                    @for left in &copies.left {
                        li { div {
                            p { bdi lang=(language_of_name(&left.name)) { (left.name) } }
                            p.about {
                                @if left.suspended { "Suspended on " } @else { "Withdrew on " }
                                (dates::time_in_words(left.at.to_timestamp(), zone, &english))
                                @if left.suspended { "; " a href={ (base) "/queue" } { "you decide" } }
                            }
                        } }
                    }
                }
            }
        }
        section aria-labelledby="handed" {
            h2 id="handed" { "Handed over" }
            p { "On " (dates::time_in_words(snapshot.at(), zone, &english)) @if !snapshot.delivered_to.is_empty() { ", to " bdi { (snapshot.delivered_to.replace('\n', " ")) } } "." }
            @if !snapshot.addressees.is_empty() {
                p.meta { "The letter is addressed to:" }
                blockquote dir="auto" lang=(snapshot.language().tag()) { @for line in snapshot.addressees.lines() { (line) br; } }
            }
        }
        section aria-labelledby="copies" {
            h2 id="copies" { "Final copies by mail" }
            @if copies.recipients.is_empty() { p.empty { "To whom they went is not kept any more." } }
            @else {
                ul.rows {
                    @for to in &copies.recipients {
                        li { div { p { bdi { (to.name) } } p.about { a href={ "mailto:" (to.address) } { bdi dir="ltr" { (to.address) } } } } }
                    }
                }
            }
        }
        section aria-labelledby="files" {
            h2 id="files" { "Files that anyone who may see the letter could take" }
            ul.rows {
                @for name in [PACK].into_iter().chain(FILES.iter().map(|(name, _)| *name)).chain([SUMS]) {
                    li { a href={ (base) "/delivery/" (name) } { bdi dir="ltr" { (name) } } }
                }
            }
        }
    }
}
