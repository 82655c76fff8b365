//! What a page that is open has to be told: server-sent events.
//!
//! Events say where something stands *now*, not what it was like when it happened. So whoever
//! missed ten of them is told the same way as whoever missed one, telling twice does no harm, and
//! the bytes do not grow with the list. What is in words is in those of the reader's page.
//!
//! | event | data |
//! |---|---|
//! | `signatory` | one line and its place: `id, number, name, group, before` (the id of the line it stands before, or null for the end of its group), `html`, and for a new heading `group_html, group_before` |
//! | `withdrawn` | `id`; ids are those of the lines in the page ([`fragment`]) |
//! | `count` | `count`, `withheld` (how many of them are not named), `withheld_words` (by group, the sentence at its end), `shown` (in the letter's digits), `counts` (in those of each language that it can be read in), `words`; closes each batch and carries its id |
//! | `list` | the list changed as a whole; fetch the page anew |

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::time::Duration;

use bytes::Bytes;
use maud::Markup;
use serde::Serialize;

use super::pages;
use super::rendered::Snapshot;
use super::tongues::Tongue;
use crate::ids::SignatureId;
use crate::letters::{Event, EventKind};
use crate::live::Frame;
use crate::signatures::list::{ListedGroup, Signatory, fragment};
use crate::web::languages::links_in_language;

/// More changed lines than this are cheaper as a page.
const MOST_LINES: usize = 50;

#[derive(Serialize)]
struct SignatoryData<'a> {
    id: String,
    number: Option<usize>,
    name: &'a str,
    group: String,
    before: Option<String>,
    html: String,
    group_html: String,
    group_before: Option<String>,
    announce: String,
}

#[derive(Serialize)]
struct WithdrawnData {
    id: String,
}

#[derive(Serialize)]
struct CountData {
    count: usize,
    withheld: usize,
    withheld_words: BTreeMap<String, String>,
    shown: String,
    counts: BTreeMap<&'static str, String>,
    words: String,
    announce: String,
}

#[derive(Serialize)]
struct ListData {
    seq: i64,
}

fn event(out: &mut String, name: &str, id: Option<i64>, data: &impl Serialize) {
    if let Some(id) = id {
        let _ = writeln!(out, "id: {id}");
    }
    // JSON has no line ends outside its escapes, so the data is one line.
    let data = serde_json::to_string(data).unwrap_or_else(|_| "{}".to_owned());
    let _ = write!(out, "event: {name}\ndata: {data}\n\n");
}

/// "Fetch the page anew."
pub(super) fn anew(seq: i64) -> Bytes {
    let mut out = String::new();
    event(&mut out, "list", Some(seq), &ListData { seq });
    Bytes::from(out)
}

/// What brings a page in a tongue from number `after` to the snapshot.
pub(super) fn since(snapshot: &Snapshot, after: i64, tongue: Tongue) -> Frame {
    let seq = snapshot.seq;
    let missed: Vec<&Event> = snapshot.events.iter().filter(|event| event.seq > after).collect();
    let whole = missed.first().is_none_or(|first| first.seq == after + 1);
    if after > seq || (missed.is_empty() && after < seq) || !whole {
        return Frame { seq, bytes: anew(seq) };
    }
    if missed.is_empty() {
        return Frame { seq, bytes: Bytes::new() };
    }
    let touched: HashSet<SignatureId> = missed.iter().filter_map(|event| event.signature_id).collect();
    let as_a_whole = missed.iter().any(|event| match event.kind {
        // The letter itself, not one of its signatories.
        EventKind::Suspended | EventKind::Restored if event.signature_id.is_none() => true,
        EventKind::Published
        | EventKind::Closed
        | EventKind::Revised
        | EventKind::Translated
        | EventKind::Delivered
        | EventKind::Retracted
        | EventKind::Relisted => true,
        EventKind::Signed
        | EventKind::Kept
        | EventKind::Withdrew
        | EventKind::Suspended
        | EventKind::Restored => false,
    });
    if as_a_whole || touched.len() > MOST_LINES {
        return Frame { seq, bytes: anew(seq) };
    }
    Frame { seq, bytes: Bytes::from(lines(snapshot, &touched, tongue)) }
}

/// First those who are gone, then those who are there, from the end of the list to its beginning:
/// so the line that each is put before is in its place already.
fn lines(snapshot: &Snapshot, touched: &HashSet<SignatureId>, tongue: Tongue) -> String {
    let mut out = String::new();
    let lines = snapshot.list.lines().map(|(_, line)| line.entry.signature);
    let listed: HashSet<SignatureId> = lines.filter(|id| touched.contains(id)).collect();
    let mut gone: Vec<&SignatureId> = touched.difference(&listed).collect();
    gone.sort();
    for id in gone {
        event(&mut out, "withdrawn", None, &WithdrawnData { id: fragment(*id) });
    }
    let words = tongue.words;
    for (at, group) in snapshot.list.groups.iter().enumerate().rev() {
        let group_before = snapshot.list.groups.get(at + 1).map(pages::group_key);
        for (at, line) in group.signatories.iter().enumerate().rev() {
            if touched.contains(&line.entry.signature) {
                let before = group.signatories.get(at + 1).map(|next| fragment(next.entry.signature));
                let data = signatory(snapshot, group, line, before, group_before.clone(), tongue);
                event(&mut out, "signatory", None, &data);
            }
        }
    }
    let count = snapshot.list.count();
    let shown = snapshot.language().number(count);
    let announce = words.count("organizations", count);
    // Of a name that is withheld no event says anything but this: no line, no place, no id.
    let groups = snapshot.list.groups.iter();
    let withheld_words =
        groups.filter_map(|group| Some((pages::group_key(group), pages::withheld(group, words)?))).collect();
    let data = CountData {
        count,
        withheld: snapshot.list.withheld(),
        withheld_words,
        shown,
        counts: snapshot.languages().map(|language| (language.tag(), language.number(count))).collect(),
        words: announce.clone(),
        announce,
    };
    event(&mut out, "count", Some(snapshot.seq), &data);
    out
}

fn signatory<'a>(
    snapshot: &Snapshot,
    group: &ListedGroup,
    line: &'a Signatory,
    before: Option<String>,
    group_before: Option<String>,
    tongue: Tongue,
) -> SignatoryData<'a> {
    let words = tongue.words;
    let markup = |fragment: Markup| match tongue.goes_on {
        true => links_in_language(words, &fragment.into_string()),
        false => fragment.into_string(),
    };
    SignatoryData {
        id: fragment(line.entry.signature),
        number: line.number,
        name: &line.entry.name,
        group: pages::group_key(group),
        before,
        html: markup(pages::signatory(line, group, snapshot, words)),
        group_html: markup(pages::empty_group(group, snapshot, words)),
        group_before,
        announce: words.say_with("announce-signed", &[("name", line.entry.name_in(words.tag()).0)]),
    }
}

/// The beginning of every stream: how soon to come back after a lost connection, and what was missed.
pub(super) fn opening(snapshot: &Snapshot, after: i64, tongue: Tongue, come_back: Duration) -> Frame {
    let missed = since(snapshot, after, tongue);
    let mut bytes = format!("retry: {}\n\n", come_back.as_millis()).into_bytes();
    bytes.extend_from_slice(&missed.bytes);
    Frame { seq: missed.seq, bytes: Bytes::from(bytes) }
}
