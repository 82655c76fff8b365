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
use crate::text::words::Words;

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
const ADDRESSES: [(&str, &str); 5] = [
    ("/letters/…/checkpoint", "The latest checkpoint, a signed note (C2SP tlog-checkpoint)."),
    ("/letters/…/leaves?from=0", "The leaves, exactly as they are hashed, and what opens them."),
    ("/letters/…/proofs/inclusion?leaf=3&size=10", "That a leaf is in the tree of that size."),
    ("/letters/…/proofs/consistency?from=5&to=10", "That the larger tree begins with the smaller."),
    ("/.well-known/undersigned-keys.json", "The keys, as a set by RFC 7517."),
];

/// The keys, and how receipts and lists are checked.
pub(super) fn verification(keys: &[PublicKey], site: &str) -> Markup {
    let english = Language::english();
    let day = |at: crate::db::Moment| dates::date_in_words(at.to_timestamp(), "UTC", &english);
    html! {
        h1 { "How to check a list and a receipt" }
        p.lead { "You need not believe this site. What it says of who signed what, and when, can be checked." }
        h2 { "The log of a letter" }
        p { "From the moment a letter is public, every change that its readers can see is written into a log of its own: the text’s revisions by their SHA-256, each signature, each withdrawal, the delivery. The log is a Merkle tree, as in Certificate Transparency (RFC 9162): a leaf is hashed after a zero byte, two hashes together after a one. After each change the installation signs how large the tree is and what its root is: a checkpoint." }
        p { "Keep a checkpoint, from the page “How to check this list” of the letter. Whenever you like, ask for the proof that the log of today begins with the one of your checkpoint. If anything before it was changed, added or left out, there is no such proof." }
        h2 { "Names in the log" }
        p { "A leaf does not name the organization. It commits to it: the SHA-256 of 32 random bytes and of the line in its canonical form (RFC 8785). For names that are public, those bytes and the line stand beside the leaf, so that anyone can check them. For a name that is withheld for its safety they do not, and if one has to be erased they are destroyed. The leaf and every proof stay as they are." }
        h2 { "Receipts" }
        p { "An organization that signs gets a receipt: its name, the letter, the exact text by its SHA-256, the time, and how many names stood on the list with it. The installation signs the receipt’s canonical form. Once the letter is public, the receipt carries the proof that the log has it." }
        p { "The program that runs this site checks receipts without asking any server:" }
        pre.checkpoint tabindex="0" {
            "curl -O " (site) "/.well-known/undersigned-keys.json\n"
            "undersigned verify receipt.json --key undersigned-keys.json\n"
            "undersigned verify receipt.json --checkpoint kept.txt --consistency proof.json"
        }
        p { "All of it is written in public standards, so that you can check with a program of your own; its source has one in Python, of a few pages, that uses nothing of ours." }
        h2 { "Addresses" }
        ul.rows {
            @for (address, what) in ADDRESSES {
                li { div { p { code { (address) } } p.about { (what) } } }
            }
        }
        h2 id="keys" { "Keys of this installation" }
        p { "Ed25519. Keys that no longer sign stay here, because what they signed stays signed." }
        ul.rows {
            @for key in keys {
                li { div {
                    p { code.hash { (key.encoded()) } }
                    p.about {
                        "since " time datetime=(key.made_at) { (day(key.made_at)) }
                        @if let Some(at) = key.retired_at { ", until " time datetime=(at) { (day(at)) } } @else { ", signs now" }
                        "\u{a0}· thumbprint " code.hash { (key.id) }
                    }
                } }
            }
        }
        h2 { "What this does not prove" }
        p { "That a signature was given by somebody who may give it: how each organization was verified stands beside its name. That nothing happened before the letter was public: of that time the log says nothing, and means to. And a log that nobody has kept a checkpoint of could be written anew as a whole. So keep one." }
    }
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
    let english = Language::english();
    let body = &page.handed.receipt;
    let says = |pointer: &str| body.pointer(pointer).and_then(Value::as_str).unwrap_or("");
    let (name, title, address) = (says("/organization/name"), says("/letter/title"), says("/letter/address"));
    let path = address.strip_prefix(says("/issuer")).unwrap_or(address);
    let did = if says("/act") == "kept" { "kept its name under" } else { "put its name under" };
    let number = |pointer: &str| body.pointer(pointer).and_then(Value::as_u64);
    let here = format!("/receipts/{}", page.id);
    html! {
        p.meta { a href="/receipts" { "All receipts" } }
        h1 { "Receipt" }
        p.lead { bdi lang=(language_of_name(name)) { (name) } " " (did) " " "“" bdi { (title) } "”." }
        dl.facts {
            dt { "When" } dd { time datetime=(says("/time")) { (time(says("/time"), "UTC", &english)) } }
            dt { "Letter" } dd { a href=(path) dir="ltr" { (address) } }
            dt { "Text" } dd { "Revision " (number("/revision/number").unwrap_or(0)) ", SHA-256 " code.hash { (says("/revision/sha256")) } }
            @if let Some(position) = number("/position") {
                dt { "Position" } dd { @if position == 1 { "The list had one name with it." } @else { "The list had " (position) " names with it." } }
            }
            dt { "Listed" } dd {
                @if says("/status") == "awaiting" { "Not yet: it waits for a coordinator." }
                @else if says("/display") == "withheld" { "Counted; the name is withheld for its safety." }
                @else { "By name." }
            }
            dt { "In the log" } dd {
                @match &page.handed.proof {
                    Some(proof) => { "Leaf " (proof.index) ". " a href={ (path) "/verification" } { "How to check the list" } },
                    None => "Not yet. The log begins when the letter is public; then this page and the file have the proof, unless the signature was withdrawn or given anew before that.",
                }
            }
            dt { "Signed with" } dd { code.hash { (page.handed.key()) } }
        }
        p.actions {
            a.button href={ (here) "/receipt.json?event=" (page.event) } { "Download the receipt" }
            a href="/verification" { "How to check it" }
        }
        @if says("/display") == "withheld" { p.note { "The receipt has the organization’s name in it. Keep it where only you can read it." } }
        @if !page.others.is_empty() {
            h2 { "Other receipts for this signature" }
            p { @for event in page.others { a href={ (here) "?event=" (event) } { "For event " (event) } " " } }
        }
    }
}

/// The receipts of somebody's organizations.
pub(super) fn receipts(listed: &[Listed]) -> Markup {
    let english = Language::english();
    html! {
        p.meta { a href="/desk" { "Your desk" } }
        h1 { "Receipts" }
        p { "For each signature of your organizations: what was signed and when, in a file that " a href="/verification" { "anyone can check" } "." }
        @if listed.is_empty() { p.empty { "None yet. There is one as soon as your organization signs." } }
        ul.rows {
            @for receipt in listed {
                li {
                    div {
                        h2 dir="auto" { a href={ "/receipts/" (receipt.signature) } { (receipt.title) } }
                        p.about { bdi { (receipt.organization) } "\u{a0}· " time datetime=(receipt.time) { (time(&receipt.time, "UTC", &english)) } }
                    }
                    a.button.quiet href={ "/receipts/" (receipt.signature) "/receipt.json" } aria-label={ "Download the receipt: " (receipt.title) } { "Download" }
                }
            }
        }
    }
}
