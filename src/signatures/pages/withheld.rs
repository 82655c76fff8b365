//! Withheld names: what the wish not to be named does, and the names as coordinators look them up.

use maud::{Markup, html};

use super::line::headings;
use super::{OwnSignature, base};
use crate::letters::{self, Letter, coordinating_nav};
use crate::signatures::list::Group;
use crate::signatures::withheld::WithheldName;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::text::{country, dates, speaking};

/// In plain words, what the choice does and what it does not protect from.
pub(super) fn what_it_does() -> Markup {
    html! {
        span.meta {
            br;
            (say!("signatures-withholding-protects")) " " (say!("signatures-withholding-does-not"))
        }
    }
}

/// What an organization can do about its name afterwards.
pub(super) fn choice(letter: &Letter, own: &OwnSignature) -> Markup {
    let form = |display: &str, words: &str| {
        html! {
            form method="post" action={ (base(letter)) "/display" } {
                input type="hidden" name="organization" value=(own.organization.slug);
                input type="hidden" name="display" value=(display);
                button.quiet { (words) }
            }
        }
    };
    html! {
        @match own.withholding {
            Some(withholding) if withholding.forced => {
                p { (say!("signatures-withheld-by-coordinators")) }
            }
            Some(_) => {
                details {
                    summary { (say!("signatures-show-name")) }
                    p {
                        @if own.organization.is_protected() { (say!("signatures-show-name-does-protected")) }
                        @else { (say!("signatures-show-name-does")) }
                    }
                    (form("organization", &say!("signatures-show-name")))
                }
            }
            None => {
                details {
                    summary { (say!("signatures-withhold-name")) }
                    p {
                        (say!("signatures-withhold-name-does"))
                        @if letter.is_public() { " " (say!("signatures-withhold-name-public")) }
                        @if letter.delivered_at.is_some() { " " (say!("signatures-withhold-name-delivered")) }
                    }
                    (form("withheld", &say!("signatures-withhold-name")))
                }
            }
        }
    }
}

/// On the list: how many names are withheld, and the button to look them up.
pub(super) fn button(letter: &Letter, withheld: usize) -> Markup {
    html! {
        @if withheld > 0 {
            form.note id="withheld" method="post" action={ (base(letter)) "/withheld" } {
                p { (say!("signatures-names-withheld", count = withheld)) }
                button.quiet { (say!("signatures-look-up", count = withheld)) }
            }
        }
    }
}

/// The withheld names.
pub(in crate::signatures) fn names(letter: &Letter, names: &[WithheldName], groups: &[Group]) -> Markup {
    html! {
        h1 { (say!("signatures-withheld-names")) }
        (coordinating_nav(letter, letters::Place::List))
        p { (say!("signatures-withheld-names-note")) }
        @if names.is_empty() { p.empty { (say!("signatures-no-name-withheld")) } }
        ul.rows { @for name in names { (row(letter, name, groups)) } }
        p.actions { a.button.quiet href={ (base(letter)) "/list" } { (say!("signatures-back-to-list")) } }
    }
}

fn row(letter: &Letter, name: &WithheldName, groups: &[Group]) -> Markup {
    let language = speaking::current().language();
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let signed = dates::date_in_words(name.signed_at.to_timestamp(), zone, &language);
    let (representative, title) = &name.representative;
    html! {
        li {
            div {
                h2 { bdi lang=(language_of_name(&name.name)) { (name.name) } @if let Some(acronym) = &name.acronym { " " span.acronym { bdi { (acronym) } } } }
                p.meta {
                    @if let Some(code) = &name.country { (country::name(code, &language)) "\u{a0}· " }
                    @if name.confirmed { (say!("signatures-signed-on", date = &signed)) } @else { (say!("signatures-listed-on", date = &signed)) }
                    @if !representative.is_empty() { "\u{a0}· " bdi { (representative) } @if !title.is_empty() { ", " bdi { (title) } } }
                }
                p.meta {
                    @if name.forced { (say!("signatures-withheld-to-protect")) } @else { (say!("signatures-withheld-by-wish")) }
                }
            }
            details {
                summary { (say!("signatures-change")) span.visually-hidden { " " (name.name) } }
                (changes(letter, name, groups))
            }
        }
    }
}

fn changes(letter: &Letter, name: &WithheldName, groups: &[Group]) -> Markup {
    let address = format!("{}/list/lines/{}", base(letter), name.signature);
    let chosen = name.group.map(|id| id.to_string()).unwrap_or_default();
    let options = headings(letter, groups, &chosen);
    // Several of these forms stand on one page, so their fields are named by what is around them.
    html! {
        @if options.len() > 1 && letter.delivered_at.is_none() {
            form method="post" action={ (address) "/heading" } {
                label { (say!("signatures-counted-under")) " "
                    select name="group" { @for (value, words) in &options { option value=(value) selected[*value == chosen] { (words) } } }
                }
                button.quiet { (say!("signatures-move")) }
            }
        }
        @if name.forced {
            form method="post" action={ (address) "/showing" } {
                button.quiet { @if name.confirmed { (say!("signatures-end-protection")) } @else { (say!("signatures-show-name")) } }
            }
        } @else {
            form method="post" action={ (address) "/withholding" } {
                label { (say!("signatures-protect-reason")) " " input name="reason" dir="auto" required; }
                button.quiet { (say!("signatures-protect")) }
            }
        }
        form method="post" action={ (address) "/removal" } {
            label { (say!("signatures-removal-reason")) " " input name="reason" dir="auto" required[name.confirmed]; }
            button.quiet { (say!("signatures-take-off")) }
        }
    }
}
