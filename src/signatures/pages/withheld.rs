//! Withheld names: what the wish not to be named does, and the names as coordinators look them up.

use maud::{Markup, html};

use super::line::headings;
use super::{OwnSignature, base};
use crate::letters::{self, Letter, coordinating_nav};
use crate::signatures::list::Group;
use crate::signatures::withheld::WithheldName;
use crate::text::language::{Language, language_of_name};
use crate::text::{country, dates};

/// In plain words, what the choice does and what it does not protect from.
pub(super) fn what_it_does() -> Markup {
    html! {
        span.meta {
            br;
            "The public reads how many names are withheld, and nothing of yours. The coordinators of this letter can look your name up; each time they do is written down. "
            "It does not protect from what is known already: who heard from you that you sign, or where your organization’s signature was public before."
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
                p { "The coordinators of this letter withhold the name to protect your organization. To have it shown, ask them: they end that, and then you show it here." }
            }
            Some(_) => {
                details {
                    summary { "Show the name" }
                    p { "The name then stands on the list for everyone" @if own.organization.is_protected() { ", and your organization has a public page here again" } "." }
                    (form("organization", "Show the name"))
                }
            }
            None => {
                details {
                    summary { "Withhold the name" }
                    p {
                        "The signature stays and is counted; the public reads that one more organization signed, and not which. The coordinators can look the name up; each time they do is written down."
                        @if letter.is_public() { " The letter is public: copies that readers, search engines and those who got it have made keep the name." }
                        @if letter.delivered_at.is_some() { " It was delivered with the name; the delivered files are no longer offered here then, and the addressee has theirs." }
                    }
                    (form("withheld", "Withhold the name"))
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
                p { @if withheld == 1 { "1 name is withheld." } @else { (withheld) " names are withheld." } " They are counted, and stand on no page but one. Each look at it is written into the letter’s log." }
                button.quiet { @if withheld == 1 { "Look up the name" } @else { "Look up the names" } }
            }
        }
    }
}

/// The withheld names.
pub(in crate::signatures) fn names(letter: &Letter, names: &[WithheldName], groups: &[Group]) -> Markup {
    html! {
        h1 { "Withheld names" }
        (coordinating_nav(letter, letters::Place::List))
        p { "Only the coordinators of this letter see these names, and this look is in its log. Please copy them nowhere." }
        @if names.is_empty() { p.empty { "No name is withheld." } }
        ul.rows { @for name in names { (row(letter, name, groups)) } }
        p.actions { a.button.quiet href={ (base(letter)) "/list" } { "Back to the list" } }
    }
}

fn row(letter: &Letter, name: &WithheldName, groups: &[Group]) -> Markup {
    let english = Language::english();
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let signed = dates::date_in_words(name.signed_at.to_timestamp(), zone, &english);
    let (representative, title) = &name.representative;
    html! {
        li {
            div {
                h2 { bdi lang=(language_of_name(&name.name)) { (name.name) } @if let Some(acronym) = &name.acronym { " " span.acronym { bdi { (acronym) } } } }
                p.meta {
                    @if let Some(code) = &name.country { (country::name(code, &english)) "\u{a0}· " }
                    @if name.confirmed { "signed on " (signed) } @else { "listed on " (signed) ", not confirmed" }
                    @if !representative.is_empty() { "\u{a0}· " bdi { (representative) } @if !title.is_empty() { ", " bdi { (title) } } }
                }
                p.meta {
                    @if name.forced { "Withheld by the coordinators, to protect it." }
                    @else { "Withheld by its own wish: only its own people can show it." }
                }
            }
            details {
                summary { "Change" span.visually-hidden { " " (name.name) } }
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
                label { "Counted under "
                    select name="group" { @for (value, words) in &options { option value=(value) selected[*value == chosen] { (words) } } }
                }
                button.quiet { "Move" }
            }
        }
        @if name.forced {
            form method="post" action={ (address) "/showing" } {
                button.quiet { @if name.confirmed { "End the protection" } @else { "Show the name" } }
            }
        } @else {
            form method="post" action={ (address) "/withholding" } {
                label { "Reason to protect it, without its name " input name="reason" dir="auto" required; }
                button.quiet { "Protect it, so that it cannot show itself alone" }
            }
        }
        form method="post" action={ (address) "/removal" } {
            label { "Reason, without its name " input name="reason" dir="auto" required[name.confirmed]; }
            button.quiet { "Take it off the list" }
        }
    }
}
