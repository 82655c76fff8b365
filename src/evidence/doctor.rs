//! **Doctor**: whether the rows still say what the logs say, the trees what their checkpoints say, and
//! the texts what their hashes say.

mod trees;

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::canonical::canonical;
use super::keeping::{kind_of, said_of_all};
use super::keys::{PublicKey, public_keys};
use super::leaves::{Leaf, LeafKind};
use super::lines::lines_of;
use super::log::find_log;
use super::notes;
use super::tree::Hash;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, SignatureId, hex};
use crate::letters::{EventKind, revisions_of, translations_of};
use crate::schema::{deliveries, evidence_keys, evidence_leaves, evidence_receipts, letter_events, letters};

/// What an examination found.
#[derive(Debug, Clone, Default)]
pub struct Examined {
    /// What is wrong, a sentence each, naming letter and leaf.
    pub findings: Vec<String>,
    letters: usize,
    leaves: usize,
    checkpoints: usize,
    receipts: usize,
}

impl Examined {
    /// What was looked at.
    pub fn extent(&self) -> String {
        format!(
            "Looked at {} letters, {} leaves of their logs, {} checkpoints, {} receipts.",
            self.letters, self.leaves, self.checkpoints, self.receipts
        )
    }

    fn find(&mut self, slug: &str, what: impl std::fmt::Display) {
        self.findings.push(format!("Letter {slug}: {what}"));
    }
}

/// Examines the whole database on one snapshot of it. `kept` are checkpoints from outside: a log that was
/// rewritten with all its hashes and signatures agrees with itself, and with none of them.
///
/// # Errors
/// A fault of the database.
pub fn examine(tx: &mut Tx<'_>, kept: &[Vec<u8>]) -> Result<Examined, Fault> {
    let mut examined = Examined::default();
    for complaint in tx.integrity_complaints()? {
        examined.findings.push(format!("The database: {complaint}"));
    }
    let keys = examine_keys(tx, &mut examined)?;
    let rows: Vec<(LetterId, String, Option<i64>, Option<i64>)> = on!(tx, c => letters::table
        .order(letters::id)
        .select((letters::id, letters::slug, letters::published_at, letters::delivered_at))
        .load(c))?;
    let mut trees: HashMap<String, Vec<Hash>> = HashMap::new();
    for (id, slug, published, delivered) in rows {
        examined.letters += 1;
        // A row that cannot be read is a finding too, and no reason to look at no other letter.
        match examine_letter(tx, &mut examined, id, &slug, delivered.is_some(), &keys) {
            Ok(Some((origin, roots))) => {
                trees.insert(origin, roots);
            }
            Ok(None) if published.is_some() => examined.find(&slug, "it is public, and its log is gone."),
            Ok(None) => {}
            Err(fault) => examined.find(&slug, format_args!("its rows cannot be read: {fault}.")),
        }
    }
    if let Err(fault) = examine_receipts(tx, &mut examined, &keys) {
        examined.findings.push(format!("The receipts cannot be read: {fault}."));
    }
    for note in kept {
        compare_with_kept(&mut examined, note, &trees, &keys);
    }
    Ok(examined)
}

/// Examines a letter; returns the origin of its log and the root at each size.
fn examine_letter(
    tx: &mut Tx<'_>,
    examined: &mut Examined,
    id: LetterId,
    slug: &str,
    delivered: bool,
    keys: &[PublicKey],
) -> Result<Option<(String, Vec<Hash>)>, Fault> {
    examine_texts(tx, examined, id, slug, delivered)?;
    let events = examine_events(tx, examined, id, slug)?;
    let Some(log) = find_log(tx, id)? else { return Ok(None) };
    let roots = trees::examine_log(tx, examined, id, slug, &log.origin, keys)?;
    examine_lines(tx, examined, id, slug)?;
    examine_causes(tx, examined, id, slug, &events)?;
    Ok(Some((log.origin, roots)))
}

fn examine_keys(tx: &mut Tx<'_>, examined: &mut Examined) -> Result<Vec<PublicKey>, Fault> {
    let keys = match public_keys(tx) {
        Ok(keys) => keys,
        Err(fault) => {
            examined.findings.push(format!("The keys: {fault}."));
            return Ok(Vec::new());
        }
    };
    let active: i64 = on!(tx, c => evidence_keys::table
        .filter(evidence_keys::retired_at.is_null())
        .count()
        .get_result(c))?;
    if active > 1 {
        examined.findings.push("The keys: more than one signs.".to_owned());
    }
    for key in &keys {
        if super::keys::name_of(&key.key) != key.id {
            examined.findings.push(format!("The keys: {} is another key than its name says.", key.id));
        }
    }
    if active == 1
        && let Err(fault) = super::keys::current(tx)
    {
        examined.findings.push(format!("The keys: {fault}."));
    }
    Ok(keys)
}

/// The revisions against their hashes, and the delivery against its own.
fn examine_texts(
    tx: &mut Tx<'_>,
    examined: &mut Examined,
    letter: LetterId,
    slug: &str,
    delivered: bool,
) -> Result<(), Fault> {
    for translation in translations_of(tx, letter)? {
        if hex(&translation.text().sha256()?) != translation.sha256() {
            let (language, revision) = (translation.tag(), translation.revision);
            let what = format_args!(
                "the translation of revision {revision} ({language}) is not the one that its SHA-256 names."
            );
            examined.find(slug, what);
        }
    }
    for (place, revision) in (1..).zip(revisions_of(tx, letter)?) {
        if revision.number != place {
            examined.find(slug, format_args!("revision {place} is missing."));
        }
        if hex(&revision.text().sha256()?) != revision.sha256() {
            examined.find(
                slug,
                format_args!(
                    "the text of revision {} is not the one that its SHA-256 names.",
                    revision.number
                ),
            );
        }
    }
    let found: Option<(String, Vec<u8>)> = on!(tx, c => deliveries::table
        .filter(deliveries::letter_id.eq(letter))
        .select((deliveries::snapshot, deliveries::sha256))
        .first(c)
        .optional())?;
    match found {
        Some((snapshot, sha256)) if Sha256::digest(snapshot.as_bytes()).to_vec() != sha256 => {
            examined.find(slug, "what was delivered is not what the SHA-256 of the delivery names.");
        }
        None if delivered => examined.find(slug, "it is delivered, and what was delivered is gone."),
        Some(_) | None => {}
    }
    Ok(())
}

/// The events of a letter by their numbers, which have no gaps.
fn examine_events(
    tx: &mut Tx<'_>,
    examined: &mut Examined,
    letter: LetterId,
    slug: &str,
) -> Result<BTreeMap<i64, EventKind>, Fault> {
    let events: Vec<(i64, EventKind)> = on!(tx, c => letter_events::table
        .filter(letter_events::letter_id.eq(letter))
        .order(letter_events::seq)
        .select((letter_events::seq, letter_events::kind))
        .load(c))?;
    for (place, (seq, _)) in (1..).zip(&events) {
        if *seq != place {
            examined.find(slug, format_args!("event {place} is missing among its numbers."));
            break;
        }
    }
    Ok(events.into_iter().collect())
}

/// The lines of the list against what the log last said of each.
fn examine_lines(
    tx: &mut Tx<'_>,
    examined: &mut Examined,
    letter: LetterId,
    slug: &str,
) -> Result<(), Fault> {
    let said = said_of_all(tx, letter)?;
    let mut there: HashSet<SignatureId> = HashSet::new();
    for line in lines_of(tx, letter)? {
        there.insert(line.signature);
        let said = said.get(&line.signature);
        let Some(kind) = kind_of(&line, said, EventKind::Relisted, false)? else { continue };
        // A name that is withheld is not for whoever reads the doctor's words.
        let name = match line.withheld {
            true => "a name that is withheld".to_owned(),
            false => format!("“{}”", line.content.name),
        };
        let Some(said) = said else {
            examined.find(
                slug,
                format_args!(
                    "{name} stands on the list, and its log does not know it (signature {}).",
                    line.signature
                ),
            );
            continue;
        };
        let (leaf, signature) = (said.position, line.signature);
        match kind {
            LeafKind::Relisted => {
                let fields = differing(said.content.as_deref(), &line.canonical()?);
                examined.find(
                    slug,
                    format_args!(
                        "{name} is not listed as leaf {leaf} says: {fields} (signature {signature})."
                    ),
                );
            }
            LeafKind::Withdrew | LeafKind::Suspended => {
                examined.find(slug, format_args!("{name} is off the list, and leaf {leaf} says that it stands there (signature {signature})."));
            }
            _ => {
                examined.find(slug, format_args!("{name} is on the list, and leaf {leaf} says that it does not stand there (signature {signature})."));
            }
        }
    }
    for (signature, said) in said {
        if !there.contains(&signature) {
            examined.find(
                slug,
                format_args!("the signature of leaf {} is gone (signature {signature}).", said.position),
            );
        }
    }
    Ok(())
}

/// The names of the fields that differ, without what they say.
fn differing(said: Option<&str>, is: &str) -> String {
    let parsed = |text: &str| serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text);
    let (Some(Ok(said)), Ok(is)) = (said.map(parsed), parsed(is)) else {
        return "all of it differs".to_owned();
    };
    let names: Vec<&str> = is
        .iter()
        .filter(|(name, value)| said.get(*name) != Some(value))
        .map(|(name, _)| name.as_str())
        .collect();
    format!("another {}", names.join(", another "))
}

/// What leaves about the letter say against what they speak of, and that each such event has one.
fn examine_causes(
    tx: &mut Tx<'_>,
    examined: &mut Examined,
    letter: LetterId,
    slug: &str,
    events: &BTreeMap<i64, EventKind>,
) -> Result<(), Fault> {
    let leaves: Vec<(i64, i64, LeafKind, String)> = on!(tx, c => evidence_leaves::table
        .filter(evidence_leaves::letter_id.eq(letter))
        .filter(evidence_leaves::signature_id.is_null())
        .order(evidence_leaves::position)
        .select((
            evidence_leaves::position,
            evidence_leaves::event,
            evidence_leaves::kind,
            evidence_leaves::leaf,
        ))
        .load(c))?;
    let revisions: HashMap<i64, String> =
        revisions_of(tx, letter)?.iter().map(|r| (i64::from(r.number), r.sha256())).collect();
    let delivered: Option<Vec<u8>> = on!(tx, c => deliveries::table
        .filter(deliveries::letter_id.eq(letter))
        .select(deliveries::sha256)
        .first(c)
        .optional())?;
    let mut told: HashSet<(i64, &str)> = HashSet::new();
    for (position, event, kind, text) in &leaves {
        told.insert((*event, kind.as_str()));
        let Ok(leaf) = serde_json::from_str::<Leaf>(text) else { continue }; // it was said above
        if let Some(named) = &leaf.revision
            && revisions.get(&named.number) != Some(&named.sha256)
        {
            examined.find(slug, format_args!("leaf {position}: revision {} is another text.", named.number));
        }
        if *kind == LeafKind::Delivered && leaf.snapshot != delivered.as_deref().map(hex) {
            examined.find(slug, format_args!("leaf {position}: something else was delivered."));
        }
    }
    let began = leaves.first().map_or(i64::MAX, |(_, event, ..)| *event);
    for (seq, kind) in events.range(began.saturating_add(1)..) {
        let leaf = match kind {
            EventKind::Revised => LeafKind::Revised,
            EventKind::Closed => LeafKind::Closed,
            EventKind::Delivered => LeafKind::Delivered,
            EventKind::Retracted => LeafKind::Retracted,
            _ => continue,
        };
        if !told.contains(&(*seq, leaf.as_str())) {
            examined.find(slug, format_args!("event {seq} ({}) is not in its log.", kind.as_str()));
        }
    }
    Ok(())
}

fn examine_receipts(tx: &mut Tx<'_>, examined: &mut Examined, keys: &[PublicKey]) -> Result<(), Fault> {
    type Row = (String, i64, SignatureId, String, Vec<u8>, String);
    let rows: Vec<Row> = on!(tx, c => evidence_receipts::table
        .inner_join(letters::table.on(letters::id.eq(evidence_receipts::letter_id)))
        .order((letters::id, evidence_receipts::event))
        .select((
            letters::slug,
            evidence_receipts::event,
            evidence_receipts::signature_id,
            evidence_receipts::body,
            evidence_receipts::signed,
            evidence_receipts::key_id,
        ))
        .load(c))?;
    for (slug, event, signature, body, signed, key) in rows {
        examined.receipts += 1;
        let key = keys.iter().find(|known| known.id == key);
        let given = ed25519_dalek::Signature::from_slice(&signed).ok();
        let holds =
            key.zip(given).is_some_and(|(key, given)| key.key.verify_strict(body.as_bytes(), &given).is_ok());
        let value = serde_json::from_str::<serde_json::Value>(&body).ok();
        let of_it =
            value.as_ref().and_then(|value| value.get("signature")?.as_str()) == Some(&signature.to_string());
        let whole = value.is_some_and(|value| canonical(&value).as_deref() == Ok(body.as_str()));
        if !(holds && of_it && whole) {
            examined.find(
                &slug,
                format_args!(
                    "the receipt of signature {signature} for event {event} is not what was signed."
                ),
            );
        }
    }
    Ok(())
}

fn compare_with_kept(
    examined: &mut Examined,
    note: &[u8],
    trees: &HashMap<String, Vec<Hash>>,
    keys: &[PublicKey],
) {
    let all: Vec<_> = keys.iter().map(|key| key.key).collect();
    let Ok(read) = notes::read(note, &all) else {
        examined.findings.push(
            "A checkpoint that was kept is none, or signed by none of the keys of this installation."
                .to_owned(),
        );
        return;
    };
    let root = trees.get(&read.origin).and_then(|roots| roots.get(usize::try_from(read.size).ok()?));
    let what = match root {
        Some(root) if *root == read.root => return,
        Some(_) => "the log was rewritten: its first leaves are others than in the checkpoint that was kept",
        None => "the log is shorter than the checkpoint that was kept, or gone",
    };
    examined.findings.push(format!("{}: {what} ({} leaves).", read.origin, read.size));
}
