//! A letter in a frame on a partner's page: its title, how many signed, the headings or the first names, and
//! the way to the letter. A page of its own style and no script but the one that tells its height.

use maud::{DOCTYPE, Markup, html};

use super::Letter;
use crate::letters::Standing;
use crate::reading::pages::heading;
use crate::signatures::list::{GroupKind, ListedGroup, Signatory};
use crate::text::language::language_of_name;
use crate::text::words::{Words, say};
use crate::web::assets;

/// How many names stand in the frame where the list has no headings.
const NAMES: usize = 8;
/// How many headings.
const HEADINGS: usize = 8;

/// The page.
pub(super) fn page(letter: &Letter<'_>) -> Markup {
    let words = letter.tongue.words;
    let language = words.language();
    let (title, of_letter) = (letter.title(), letter.language());
    let open = matches!(letter.snapshot.standing(), Standing::Open { .. });
    html! {
        (DOCTYPE)
        html lang=(language.tag()) dir=(language.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) " · Undersigned" }
                link rel="canonical" href=(letter.address(""));
                link rel="stylesheet" href=(assets::address("embed.css"));
                link rel="icon" href="data:,";
                script src=(assets::address("embed-height.js")) defer {}
            }
            body {
                main {
                    @if let Some(retraction) = letter.retraction() { p.retracted { strong { (retraction) } } }
                    h1 lang=(of_letter.tag()) dir=(of_letter.direction()) { (out(&letter.address(""), &html! { (title) })) }
                    p.count { (letter.count_line()) }
                    (list(letter, words))
                    p.onward {
                        (out(&letter.address(""), &html! { (say!("carrying-read-letter")) }))
                        @if open { " " (out(&letter.address("/sign"), &html! { (words.say("sign")) })) }
                    }
                }
                footer lang="en" dir="ltr" { (out(&letter.config.address(&letter.tongue.path("/")), &html! { "Undersigned" })) }
            }
        }
    }
}

/// A link that leaves the frame: the letter itself stands in none.
fn out(address: &str, words: &Markup) -> Markup {
    html! { a href=(address) target="_blank" rel="noopener" { (words) } }
}

fn list(letter: &Letter<'_>, words: Words) -> Markup {
    let groups = letter.snapshot.list.groups.iter();
    let counted: Vec<&ListedGroup> = groups.filter(|group| group.kind != GroupKind::Observers).collect();
    if counted.len() > 1 {
        let more = counted.len().saturating_sub(HEADINGS);
        return html! {
            ul.groups { @for group in counted.iter().take(HEADINGS) { (headed(group, words)) } }
            @if more > 0 { p.more { (say!("carrying-more-headings", count = more)) } }
        };
    }
    let lines: Vec<&Signatory> = counted.iter().flat_map(|group| &group.signatories).take(NAMES).collect();
    // Those whose names are withheld are among the others.
    let more = letter.snapshot.list.count().saturating_sub(lines.len());
    html! {
        ul { @for line in &lines { li { (name(&line.entry.name)) } } }
        @if more > 0 && lines.is_empty() { (withheld(&counted, words)) }
        @else if more > 0 { p.more { (say!("carrying-more-names", count = more)) } }
    }
}

/// Where there is nobody to name.
fn withheld(groups: &[&ListedGroup], words: Words) -> Markup {
    html! { @for group in groups { @if let Some(withheld) = words.withheld(group.withheld.len(), false) { p.more { (withheld) } } } }
}

fn headed(group: &ListedGroup, words: Words) -> Markup {
    let count = group.signatories.len() + group.withheld.len();
    let heading = heading(group, words).unwrap_or_else(|| words.say("outside-coalitions"));
    html! {
        li {
            (name(&heading))
            @if let Some(acronym) = &group.acronym { " " span.acronym { bdi { (acronym) } } }
            " " span.number { (words.count("organizations", count)) }
        }
    }
}

fn name(name: &str) -> Markup {
    html! { bdi.name lang=(language_of_name(name)) dir="auto" { (name) } }
}
