//! How to check a list, and receipts.

use maud::{Markup, html};
use serde_json::Value;

use super::keys::PublicKey;
use super::leaves::LeafKind;
use super::receipts::{Handed, Listed};
use crate::letters::Letter;
use crate::text::dates;
use crate::text::direction::isolated;
use crate::text::language::{Language, language_of_name};
use crate::text::speaking;
use crate::text::words::{Words, say};
use crate::web::phrase::phrase;

/// A leaf of a log in words.
pub(super) struct Happened {
    pub index: i64,
    pub at: String,
    pub kind: LeafKind,
    pub is_line: bool,
    /// None if it is about no signatory, or about one whose name is not said.
    pub name: Option<String>,
}

fn time(at: &str, zone: &str, language: &Language) -> String {
    let parsed: Option<jiff::Timestamp> = at.parse().ok();
    parsed.map_or_else(|| at.to_owned(), |at| dates::time_in_words(at, zone, language))
}

/// How the list of a letter can be checked.
pub(super) fn of_letter(
    letter: &Letter,
    title: &str,
    size: u64,
    note: &str,
    verifier: Option<&str>,
    happened: &[Happened],
    words: Words,
) -> Markup {
    let base = format!("/letters/{}", letter.slug);
    let language = words.language();
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let count = usize::try_from(size).unwrap_or(usize::MAX);
    html! {
        p.meta { a href=(base) { (words.say("back-to-letter")) } " · " a href={ (base) "/history" } { (words.say("history")) } }
        h1 { (words.say("check-list")) }
        p.lead lang=(letter.language().tag()) dir="auto" { (title) }
        p { (words.say("check-what")) }
        section aria-labelledby="now" {
            h2 id="now" { (words.say("check-now")) }
            p { (words.count("check-leaves", count)) }
            pre.checkpoint lang="en" dir="ltr" tabindex="0" { (note) }
            p.actions { a.button.quiet href={ (base) "/checkpoint" } download=(format!("{}-checkpoint-{size}.txt", letter.slug)) { (words.say("check-keep")) } }
            p { (words.say("check-why-keep")) }
        }
        section aria-labelledby="how" {
            h2 id="how" { (words.say("check-how")) }
            ol {
                li { (words.say("check-step-later")) " " code.hash lang="en" dir="ltr" { (base) "/proofs/consistency?from=" (size) } }
                li { (words.say("check-step-receipt")) " " code.hash lang="en" dir="ltr" { "undersigned verify receipt.json" } }
                li { (words.say("check-step-leaves")) " " a href={ (base) "/leaves" } { code.hash lang="en" dir="ltr" { (base) "/leaves" } } }
            }
            @if let Some(verifier) = verifier { p { (words.say("check-key")) " " code.hash lang="en" dir="ltr" { (verifier) } } }
            p { a href="/verification" { (words.say("check-more")) } }
        }
        section aria-labelledby="limits" {
            h2 id="limits" { (words.say("check-limits")) }
            p { (words.say("check-limits-text")) }
            p { (words.say("check-withheld")) }
        }
        section aria-labelledby="latest" {
            h2 id="latest" { (words.say("check-latest")) }
            ol.log-leaves role="list" {
                @for leaf in happened {
                    li {
                        span.meta { (words.language().number(usize::try_from(leaf.index).unwrap_or(0))) }
                        div {
                            p { (sentence(leaf, words)) }
                            p.about { time datetime=(leaf.at) { (time(&leaf.at, zone, &language)) } }
                        }
                    }
                }
            }
        }
    }
}

fn sentence(leaf: &Happened, words: Words) -> Markup {
    let id = match leaf.kind {
        LeafKind::Published => "history-published",
        LeafKind::Begun => "leaf-begun",
        LeafKind::Revised => "leaf-revised",
        LeafKind::Signed => "leaf-signed",
        LeafKind::Listed => "leaf-listed",
        LeafKind::Kept => "leaf-kept",
        LeafKind::Relisted => "leaf-relisted",
        LeafKind::Withdrew => "leaf-withdrew",
        LeafKind::Suspended => "leaf-suspended",
        LeafKind::Restored => "leaf-restored",
        LeafKind::Closed => "history-closed",
        LeafKind::Delivered => "history-delivered",
        LeafKind::Retracted => "leaf-retracted",
    };
    let rtl = words.language().direction() == "rtl";
    let name = match &leaf.name {
        Some(name) => isolated(name, rtl),
        None if leaf.is_line => words.say("leaf-nameless"),
        None => String::new(),
    };
    html! { (words.say_with(id, &[("name", &name)])) }
}

/// What programs ask for, below the site's address.
fn addresses() -> [(&'static str, String); 5] {
    [
        ("/letters/…/checkpoint", say!("evidence-address-checkpoint")),
        ("/letters/…/leaves?from=0", say!("evidence-address-leaves")),
        ("/letters/…/proofs/inclusion?leaf=3&size=10", say!("evidence-address-inclusion")),
        ("/letters/…/proofs/consistency?from=5&to=10", say!("evidence-address-consistency")),
        ("/.well-known/undersigned-keys.json", say!("evidence-address-keys")),
    ]
}

/// The keys, and how receipts and lists are checked.
pub(super) fn verification(keys: &[PublicKey], site: &str) -> Markup {
    let language = speaking::current().language();
    let day = |at: crate::db::Moment| {
        html! { time datetime=(at) { (dates::date_in_words(at.to_timestamp(), "UTC", &language)) } }
    };
    html! {
        h1 { (say!("evidence-verification-title")) }
        p.lead { (say!("evidence-verification-lead")) }
        h2 { (say!("evidence-log-title")) }
        p { (say!("evidence-log")) }
        p { (say!("evidence-log-keep")) }
        h2 { (say!("evidence-names-title")) }
        p { (say!("evidence-names")) }
        h2 { (say!("evidence-receipts-title")) }
        p { (say!("evidence-receipts-what")) }
        p { (say!("evidence-receipts-program")) }
        pre.checkpoint lang="en" dir="ltr" tabindex="0" {
            "curl -O " (site) "/.well-known/undersigned-keys.json\n"
            "undersigned verify receipt.json --key undersigned-keys.json\n"
            "undersigned verify receipt.json --checkpoint kept.txt --consistency proof.json"
        }
        p { (say!("evidence-receipts-own-program")) }
        h2 { (say!("evidence-addresses-title")) }
        ul.rows {
            @for (address, what) in addresses() {
                li { div { p { code lang="en" dir="ltr" { (address) } } p.about { (what) } } }
            }
        }
        h2 id="keys" { (say!("evidence-keys-title")) }
        p { (say!("evidence-keys")) }
        ul.rows {
            @for key in keys {
                li { div {
                    p { code.hash lang="en" dir="ltr" { (key.encoded()) } }
                    p.about {
                        @match key.retired_at {
                            Some(at) => (phrase!("evidence-key-until", from = day(key.made_at), until = day(at))),
                            None => (phrase!("evidence-key-now", from = day(key.made_at))),
                        }
                        "\u{a0}· " (phrase!("evidence-key-thumbprint", id = hash(&key.id)))
                    }
                } }
            }
        }
        h2 { (say!("evidence-limits-title")) }
        p { (say!("evidence-limits")) }
    }
}

fn hash(hash: &str) -> Markup {
    html! { code.hash lang="en" dir="ltr" { (hash) } }
}

/// What the page of a receipt shows.
pub(super) struct ReceiptPage<'a> {
    /// The number of the signature.
    pub id: &'a str,
    pub handed: &'a Handed,
    pub event: i64,
    /// The events of the signature's other receipts.
    pub others: &'a [i64],
}

/// A receipt.
pub(super) fn receipt(page: &ReceiptPage<'_>) -> Markup {
    let language = speaking::current().language();
    let body = &page.handed.receipt;
    let says = |pointer: &str| body.pointer(pointer).and_then(Value::as_str).unwrap_or("");
    let (name, title, address) = (says("/organization/name"), says("/letter/title"), says("/letter/address"));
    let path = address.strip_prefix(says("/issuer")).unwrap_or(address);
    let named = html! { bdi lang=(language_of_name(name)) { (name) } };
    let did = if says("/act") == "kept" {
        phrase!("evidence-receipt-kept", name = named, title = title)
    } else {
        phrase!("evidence-receipt-signed", name = named, title = title)
    };
    let number = |pointer: &str| body.pointer(pointer).and_then(Value::as_u64);
    let revision = number("/revision/number").unwrap_or(0);
    let here = format!("/receipts/{}", page.id);
    html! {
        p.meta { a href="/receipts" { (say!("evidence-receipts-all")) } }
        h1 { (say!("evidence-receipt")) }
        p.lead { (did) }
        dl.facts {
            dt { (say!("evidence-receipt-when")) } dd { time datetime=(says("/time")) { (time(says("/time"), "UTC", &language)) } }
            dt { (say!("evidence-receipt-letter")) } dd { a href=(path) dir="ltr" { (address) } }
            dt { (say!("evidence-receipt-text")) } dd { (phrase!("evidence-receipt-text-is", number = revision, hash = hash(says("/revision/sha256")))) }
            @if let Some(position) = number("/position") {
                dt { (say!("evidence-receipt-position")) } dd { (say!("evidence-receipt-position-is", count = position)) }
            }
            dt { (say!("evidence-receipt-listed")) } dd {
                @if says("/status") == "awaiting" { (say!("evidence-receipt-awaits")) }
                @else if says("/display") == "withheld" { (say!("evidence-receipt-withheld")) }
                @else { (say!("evidence-receipt-by-name")) }
            }
            dt { (say!("evidence-receipt-in-log")) } dd {
                @match &page.handed.proof {
                    Some(proof) => { (say!("evidence-receipt-leaf", index = proof.index)) " " a href={ (path) "/verification" } { (say!("evidence-receipt-list")) } },
                    None => (say!("evidence-receipt-no-log")),
                }
            }
            dt { (say!("evidence-receipt-key")) } dd { (hash(page.handed.key())) }
        }
        p.actions {
            a.button href={ (here) "/receipt.json?event=" (page.event) } { (say!("evidence-receipt-download")) }
            a href="/verification" { (say!("evidence-receipt-check")) }
        }
        @if says("/display") == "withheld" { p.note { (say!("evidence-receipt-keep-safe")) } }
        @if !page.others.is_empty() {
            h2 { (say!("evidence-receipt-others")) }
            p { @for event in page.others { a href={ (here) "?event=" (event) } { (say!("evidence-receipt-event", event = *event)) } " " } }
        }
    }
}

/// The receipts of somebody's organizations.
pub(super) fn receipts(listed: &[Listed]) -> Markup {
    let language = speaking::current().language();
    html! {
        p.meta { a href="/desk" { (say!("web-your-desk")) } }
        h1 { (say!("evidence-receipts-title")) }
        p { (phrase!("evidence-receipts-lead", check = html! { a href="/verification" { (say!("evidence-receipts-check")) } })) }
        @if listed.is_empty() { p.empty { (say!("evidence-receipts-none")) } }
        ul.rows {
            @for receipt in listed {
                li {
                    div {
                        h2 { a href={ "/receipts/" (receipt.signature) } { bdi { (receipt.title) } } }
                        p.about { bdi { (receipt.organization) } "\u{a0}· " time datetime=(receipt.time) { (time(&receipt.time, "UTC", &language)) } }
                    }
                    a.button.quiet href={ "/receipts/" (receipt.signature) "/receipt.json" } aria-label=(say!("evidence-receipts-download-of", title = &receipt.title)) { (say!("evidence-receipts-download")) }
                }
            }
        }
    }
}
