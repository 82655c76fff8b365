//! Keeping the logs up: whatever a change appended to a letter's events becomes leaves before its commit,
//! in the same transaction. No verb says what it writes into the log, so none can forget it: the log
//! follows the rows.

use std::collections::HashMap;

use diesel::prelude::*;

use super::keys::{self, Key};
use super::leaves::{LeafKind, Opening, RevisionNamed};
use super::lines::{Line, line_of, lines_of};
use super::log::{self, About, Log, NewLeaf};
use super::receipts;
use crate::db::{News, Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, SignatureId, hex};
use crate::letters::{self, Event, EventKind, LockedLetter};
use crate::schema::{deliveries, evidence_leaves, evidence_logs, evidence_openings, letters as letter_rows};

/// What the log last said of a line.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Said {
    pub signature: Option<SignatureId>,
    pub kind: LeafKind,
    pub line: Option<i64>,
    /// None if there was none, or it is erased.
    pub content: Option<String>,
    pub position: i64,
}

macro_rules! said {
    ($letter:expr) => {
        evidence_leaves::table
            .left_join(
                evidence_openings::table.on(evidence_openings::letter_id
                    .eq(evidence_leaves::letter_id)
                    .and(evidence_openings::position.eq(evidence_leaves::position))),
            )
            .filter(evidence_leaves::letter_id.eq($letter))
            .filter(evidence_leaves::signature_id.is_not_null())
            .select((
                evidence_leaves::signature_id,
                evidence_leaves::kind,
                evidence_leaves::line,
                evidence_openings::content.nullable(),
                evidence_leaves::position,
            ))
    };
}

/// What the log last said of each line of a letter.
pub(super) fn said_of_all(tx: &mut Tx<'_>, letter: LetterId) -> Result<HashMap<SignatureId, Said>, Fault> {
    let all: Vec<Said> = on!(tx, c => said!(letter).order(evidence_leaves::position).load(c))?;
    // The later of two takes the place of the earlier.
    Ok(all.into_iter().filter_map(|said| Some((said.signature?, said))).collect())
}

fn said_of(tx: &mut Tx<'_>, letter: LetterId, signature: SignatureId) -> Result<Option<Said>, Fault> {
    Ok(on!(tx, c => said!(letter)
        .filter(evidence_leaves::signature_id.eq(signature))
        .order(evidence_leaves::position.desc())
        .first(c)
        .optional())?)
}

/// The name of this installation in the origin of its logs: the host, with a port if it has one, but
/// no scheme.
pub(super) fn origin(public_url: &url::Url, slug: &str) -> String {
    let host = public_url.host_str().unwrap_or("localhost");
    let port = public_url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{host}{port}/letters/{slug}")
}

/// Follows the changes of a transaction; see [`crate::db::Db::before_commit`]. Public letters get the
/// leaves, and whoever signed a receipt. Before a letter is public its log has not begun, and there is
/// nothing that could tell of those times.
///
/// # Errors
/// A fault of the database: then the change is not kept either.
pub fn keep_up(tx: &mut Tx<'_>, public_url: &url::Url) -> Result<(), Fault> {
    let mut numbers: Vec<(LetterId, i64)> = Vec::new();
    for news in tx.news() {
        if let News::Letter(letter, seq) = news {
            numbers.push((*letter, *seq));
        }
    }
    numbers.sort_unstable();
    let mut letters: Vec<LetterId> = numbers.iter().map(|(letter, _)| *letter).collect();
    letters.dedup();
    for id in letters {
        let Some(letter) = letters::find_locked(tx, id)? else { continue };
        let key = keys::current(tx)?;
        let mut events = Vec::new();
        for (_, seq) in numbers.iter().filter(|(letter, _)| *letter == id) {
            events.extend(letters::events_after(tx, id, seq - 1, 1)?);
        }
        if letter.letter().is_public() {
            follow(tx, &letter, &events, public_url, &key)?;
        }
        for event in &events {
            receipts::issue_for(tx, &letter, event, public_url, &key)?;
        }
    }
    Ok(())
}

fn follow(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    events: &[Event],
    public_url: &url::Url,
    key: &Key,
) -> Result<(), Fault> {
    let id = letter.letter().id;
    let Some(log) = log::find_log(tx, id)? else {
        let last = events.last().map_or(0, |event| event.seq);
        let published = events.iter().any(|event| event.kind == EventKind::Published);
        let kind = if published { LeafKind::Published } else { LeafKind::Begun };
        return begin(tx, letter, kind, last, public_url, key);
    };
    for event in events {
        let mut leaves = Vec::new();
        match (event.kind, event.signature_id) {
            // Nobody signed a translation; leaves have no place for one, and their form is fixed.
            (EventKind::Published | EventKind::Translated, _) => {}
            (EventKind::Revised, _) => {
                let revision = Some(revision_of(letter));
                leaves.push(NewLeaf { revision, ..NewLeaf::of_letter(event.seq, LeafKind::Revised) });
            }
            (EventKind::Closed, _) => leaves.push(NewLeaf::of_letter(event.seq, LeafKind::Closed)),
            (EventKind::Retracted, _) => leaves.push(NewLeaf::of_letter(event.seq, LeafKind::Retracted)),
            (EventKind::Delivered, _) => {
                let snapshot = delivered(tx, id)?;
                leaves.push(NewLeaf { snapshot, ..NewLeaf::of_letter(event.seq, LeafKind::Delivered) });
            }
            // Whatever is about one signature touches one line; anything else may have touched each.
            (_, Some(signature)) => {
                let (line, said) = (line_of(tx, id, signature)?, said_of(tx, id, signature)?);
                if let Some(line) = line {
                    leaves.extend(leaf_of(&line, said.as_ref(), event)?);
                }
            }
            (_, None) => {
                let said = said_of_all(tx, id)?;
                let mut changed = Vec::new();
                for line in lines_of(tx, id)? {
                    changed.extend(leaf_of(&line, said.get(&line.signature), event)?);
                }
                leaves.extend(in_no_order(changed));
            }
        }
        // At once: the next event is compared with what this one said.
        log::append(tx, &log, leaves, key)?;
    }
    Ok(())
}

/// Lines that come together stand in an order that says nothing: by their commitments. That of the list
/// would tell between which names a withheld one stands.
fn in_no_order(mut leaves: Vec<NewLeaf>) -> Vec<NewLeaf> {
    leaves.sort_by_cached_key(|leaf| leaf.opening.as_ref().map(Opening::commitment));
    leaves
}

fn revision_of(letter: &LockedLetter) -> RevisionNamed {
    RevisionNamed { number: letter.revision().number.into(), sha256: letter.revision().sha256() }
}

fn delivered(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<String>, Fault> {
    let sha256: Option<Vec<u8>> = on!(tx, c => deliveries::table
        .filter(deliveries::letter_id.eq(letter))
        .select(deliveries::sha256)
        .first(c)
        .optional())?;
    Ok(sha256.map(|sha256| hex(&sha256)))
}

/// What a line's leaf says beside the one before it; none if there is nothing to say.
/// An event that is not `named` does not say whose line it is about: a withheld one's, or all.
pub(super) fn kind_of(
    line: &Line,
    said: Option<&Said>,
    event: EventKind,
    named: bool,
) -> Result<Option<LeafKind>, Fault> {
    let stood = said.filter(|said| said.kind.stands());
    let first = if line.confirmed { LeafKind::Signed } else { LeafKind::Listed };
    Ok(match (line.off, said, stood) {
        (Some(_), None, _) => None,
        (Some(off), Some(said), None) if off == said.kind => None,
        (Some(off), ..) => Some(off),
        (None, None, _) => Some(first),
        (None, Some(_), None) if event == EventKind::Signed => Some(first),
        (None, Some(_), None) => Some(LeafKind::Restored),
        (None, _, Some(said)) => {
            let same = match &said.content {
                Some(content) => *content == line.canonical()?,
                None => true, // erased: there is nothing to compare with
            };
            match event {
                // One that does not say whose line it is about is about those alone that read otherwise.
                _ if same && !named => None,
                EventKind::Signed => Some(first),
                EventKind::Kept => Some(LeafKind::Kept),
                _ if same => None,
                _ => Some(LeafKind::Relisted),
            }
        }
    })
}

fn leaf_of(line: &Line, said: Option<&Said>, event: &Event) -> Result<Option<NewLeaf>, Fault> {
    let Some(kind) = kind_of(line, said, event.kind, event.signature_id.is_some())? else { return Ok(None) };
    let about = match said.and_then(|said| said.line) {
        Some(began) => About::ALine(line.signature, began),
        None => About::ANewLine(line.signature),
    };
    let opening = match kind.stands() {
        true => Some(Opening::of(line.signature, line.canonical()?)),
        false => None,
    };
    Ok(Some(NewLeaf { event: event.seq, kind, about, opening, revision: None, snapshot: None }))
}

/// Begins the log of a public letter with the list as it stands.
fn begin(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    kind: LeafKind,
    event: i64,
    public_url: &url::Url,
    key: &Key,
) -> Result<(), Fault> {
    let id = letter.letter().id;
    let log: Log = log::begin(tx, id, origin(public_url, &letter.letter().slug))?;
    let mut lines = Vec::new();
    for line in lines_of(tx, id)?.into_iter().filter(|line| line.off.is_none()) {
        let opening = Some(Opening::of(line.signature, line.canonical()?));
        let kind = if line.confirmed { LeafKind::Signed } else { LeafKind::Listed };
        let about = About::ANewLine(line.signature);
        lines.push(NewLeaf { event, kind, about, opening, revision: None, snapshot: None });
    }
    let mut leaves = vec![NewLeaf { revision: Some(revision_of(letter)), ..NewLeaf::of_letter(event, kind) }];
    leaves.extend(in_no_order(lines));
    log::append(tx, &log, leaves, key)
}

/// Makes the first key if there is none, and begins the logs and receipts of letters and signatures that
/// are older than this part of the program. Called at start.
///
/// # Errors
/// A fault of the database.
pub fn begin_logs(tx: &mut Tx<'_>, public_url: &url::Url) -> Result<(), Fault> {
    let key = keys::current(tx)?;
    let without: Vec<LetterId> = on!(tx, c => letter_rows::table
        .left_join(evidence_logs::table.on(evidence_logs::letter_id.eq(letter_rows::id)))
        .filter(letter_rows::published_at.is_not_null().and(evidence_logs::letter_id.is_null()))
        .order(letter_rows::id)
        .select(letter_rows::id)
        .load(c))?;
    for id in without {
        letters::hold(tx, id)?;
        if log::find_log(tx, id)?.is_some() {
            continue; // another node was quicker
        }
        let Some(letter) = letters::find_locked(tx, id)? else { continue };
        let last = letters::latest_event(tx, id)?;
        begin(tx, &letter, LeafKind::Begun, last, public_url, &key)?;
    }
    receipts::issue_missing(tx, public_url, &key)
}
