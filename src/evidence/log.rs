//! **Log**: the leaves of a letter, their tree and its signed checkpoints. It only grows.

use diesel::dsl::max;
use diesel::prelude::*;
use tlog_tiles::tlog;

use super::keys::Key;
use super::leaves::{Leaf, LeafKind, Opening, RevisionNamed};
use super::notes;
use super::tree::{self, Cached, Hash};
use crate::db::{Conn, Moment, SealedBlob, SealedText, Tx, on, sealed, sealed_bytes};
use crate::error::Fault;
use crate::ids::{LetterId, SignatureId};
use crate::schema::{
    evidence_checkpoints, evidence_leaves, evidence_logs, evidence_nodes, evidence_openings,
};

/// Rows that go to PostgreSQL in one statement: it takes 65,535 values, and the widest row has eight.
const AT_ONCE: usize = 1000;

/// Inserts rows: over the wire many at once, and one as the statement that the server knows already; inside the
/// program one by one, because diesel would open a transaction of its own for them.
macro_rules! insert_all {
    ($tx:expr, $table:expr, $rows:expr) => {
        match $tx.conn() {
            Conn::Lite(c) => {
                for row in $rows {
                    diesel::insert_into($table).values(row).execute(c)?;
                }
            }
            Conn::Pg(c) => {
                for rows in $rows.chunks(AT_ONCE) {
                    match rows {
                        [row] => diesel::insert_into($table).values(row).execute(c)?,
                        rows => diesel::insert_into($table).values(rows).execute(c)?,
                    };
                }
            }
        }
    };
}

/// A log that began.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Log {
    pub letter: LetterId,
    /// Its name in checkpoints.
    pub origin: String,
}

#[derive(Insertable)]
#[diesel(table_name = evidence_leaves, treat_none_as_default_value = false)] // one statement, which can be kept
struct LeafRow {
    letter_id: LetterId,
    position: i64,
    event: i64,
    kind: LeafKind,
    signature_id: Option<SignatureId>,
    line: Option<i64>,
    leaf: String,
    hash: Vec<u8>,
}

#[derive(Insertable)]
#[diesel(table_name = evidence_nodes)]
struct NodeRow {
    letter_id: LetterId,
    position: i64,
    hash: Vec<u8>,
}

#[derive(Insertable)]
#[diesel(table_name = evidence_openings, treat_none_as_default_value = false)] // one statement, which can be kept
struct OpeningRow<'a> {
    letter_id: LetterId,
    position: i64,
    signature_id: SignatureId,
    salt: Option<SealedBlob<'a>>,
    content: Option<SealedText<'a>>,
}

/// Of which line of the list a leaf speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    /// Of none: of the letter.
    TheLetter,
    /// Of one that begins with this leaf.
    ANewLine(SignatureId),
    /// Of one that began with the leaf of this number.
    ALine(SignatureId, i64),
}

/// A leaf to be.
pub(super) struct NewLeaf {
    pub event: i64,
    pub kind: LeafKind,
    pub about: About,
    pub opening: Option<Opening>,
    pub revision: Option<RevisionNamed>,
    pub snapshot: Option<String>,
}

impl NewLeaf {
    /// A leaf about the letter.
    pub fn of_letter(event: i64, kind: LeafKind) -> Self {
        Self { event, kind, about: About::TheLetter, opening: None, revision: None, snapshot: None }
    }
}

fn number(position: u64) -> Result<i64, Fault> {
    i64::try_from(position).map_err(|_| Fault::new("a log beyond all numbers"))
}

fn whole(position: i64) -> Result<u64, Fault> {
    u64::try_from(position).map_err(|_| Fault::new("a log has a negative number"))
}

/// The log of a letter, if it has begun.
pub(super) fn find_log(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Log>, Fault> {
    Ok(on!(tx, c => evidence_logs::table
        .find(letter)
        .select((evidence_logs::letter_id, evidence_logs::origin))
        .first(c)
        .optional())?)
}

/// Begins the log of a letter; the leaves are the caller's.
pub(super) fn begin(tx: &mut Tx<'_>, letter: LetterId, origin: String) -> Result<Log, Fault> {
    let row = (
        evidence_logs::letter_id.eq(letter),
        evidence_logs::origin.eq(&origin),
        evidence_logs::began_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(evidence_logs::table).values(row).execute(c))?;
    Ok(Log { letter, origin })
}

/// How many leaves a log has.
pub(super) fn size_of(tx: &mut Tx<'_>, letter: LetterId) -> Result<u64, Fault> {
    let last: Option<i64> = on!(tx, c => evidence_leaves::table
        .filter(evidence_leaves::letter_id.eq(letter))
        .select(max(evidence_leaves::position))
        .first(c))?;
    last.map_or(Ok(0), |last| whole(last).map(|last| last + 1))
}

/// Runs `work` with the hashes of a letter's tree.
fn with_nodes<T>(
    tx: &mut Tx<'_>,
    letter: LetterId,
    work: impl FnOnce(&dyn Fn(u64, Hash), &dyn tlog::HashReader) -> Result<T, tlog::Error>,
) -> Result<T, Fault> {
    let mut failed: Option<Fault> = None;
    let cached = Cached::new(|indexes: &[u64]| {
        nodes_at(tx, letter, indexes).map_err(|fault| failed = Some(fault)).ok()
    });
    let done = work(&|index, hash| cached.know(index, hash), &cached);
    drop(cached);
    match failed {
        Some(fault) => Err(fault),
        None => done.map_err(|error| Fault::new(format!("the log of letter {letter}: {error}"))),
    }
}

fn nodes_at(tx: &mut Tx<'_>, letter: LetterId, indexes: &[u64]) -> Result<Vec<(u64, Hash)>, Fault> {
    let positions = indexes.iter().map(|index| number(*index)).collect::<Result<Vec<i64>, Fault>>()?;
    let rows: Vec<(i64, Vec<u8>)> = on!(tx, c => evidence_nodes::table
        .filter(evidence_nodes::letter_id.eq(letter).and(evidence_nodes::position.eq_any(&positions)))
        .select((evidence_nodes::position, evidence_nodes::hash))
        .load(c))?;
    let damaged = || Fault::new(format!("a hash in the log of letter {letter} is damaged"));
    rows.into_iter()
        .map(|(position, hash)| Ok((whole(position)?, tree::of_bytes(&hash).ok_or_else(damaged)?)))
        .collect()
}

/// A reader behind a reference, which the functions of tlog_tiles do not take.
struct Through<'a>(&'a dyn tlog::HashReader);

impl tlog::HashReader for Through<'_> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog::Error> {
        self.0.read_hashes(indexes)
    }
}

/// Appends leaves, and signs the checkpoint that follows from them. The letter must be held.
pub(super) fn append(tx: &mut Tx<'_>, log: &Log, leaves: Vec<NewLeaf>, key: &Key) -> Result<(), Fault> {
    if leaves.is_empty() {
        return Ok(());
    }
    let (letter, before, at) = (log.letter, size_of(tx, log.letter)?, tx.now());
    let (mut leaf_rows, mut openings): (Vec<LeafRow>, Vec<(i64, Opening)>) = (Vec::new(), Vec::new());
    for (size, new) in (before..).zip(leaves) {
        let (row, opening) = leaf_row(letter, number(size)?, new, at)?;
        leaf_rows.push(row);
        openings.extend(opening);
    }
    let openings: Vec<OpeningRow<'_>> = openings
        .iter()
        .map(|(position, opening)| OpeningRow {
            letter_id: letter,
            position: *position,
            signature_id: opening.signature,
            salt: Some(sealed_bytes(&opening.salt)),
            content: Some(sealed(&opening.content)),
        })
        .collect();
    let after = before + leaf_rows.len() as u64;
    let (nodes, root) = with_nodes(tx, letter, |know, reader| {
        let (reader, mut nodes) = (Through(reader), Vec::new());
        for (size, row) in (before..).zip(&leaf_rows) {
            let first = tlog::stored_hash_index(0, size);
            let more =
                tlog::stored_hashes_for_record_hash(size, tree::leaf_hash(row.leaf.as_bytes()), &reader)?;
            for (index, hash) in (first..).zip(more) {
                know(index, hash);
                nodes.push((index, hash));
            }
        }
        Ok((nodes, tlog::tree_hash(after, &reader)?))
    })?;
    let node_rows = nodes.into_iter().map(|(index, hash)| {
        Ok(NodeRow { letter_id: letter, position: number(index)?, hash: hash.0.to_vec() })
    });
    let node_rows = node_rows.collect::<Result<Vec<NodeRow>, Fault>>()?;
    insert_all!(tx, evidence_leaves::table, &leaf_rows);
    insert_all!(tx, evidence_nodes::table, &node_rows);
    insert_all!(tx, evidence_openings::table, &openings);
    let checkpoint = (
        evidence_checkpoints::letter_id.eq(letter),
        evidence_checkpoints::size.eq(number(after)?),
        evidence_checkpoints::note.eq(notes::signed(&log.origin, after, root, &key.signing)?),
        evidence_checkpoints::signed_at.eq(at),
    );
    on!(tx, c => diesel::insert_into(evidence_checkpoints::table).values(checkpoint).execute(c))?;
    Ok(())
}

fn leaf_row(
    letter: LetterId,
    position: i64,
    new: NewLeaf,
    at: Moment,
) -> Result<(LeafRow, Option<(i64, Opening)>), Fault> {
    let (signature, line) = match new.about {
        About::TheLetter => (None, None),
        About::ANewLine(signature) => (Some(signature), Some(position)),
        About::ALine(signature, line) => (Some(signature), Some(line)),
    };
    let leaf = Leaf {
        at: at.to_string(),
        commitment: new.opening.as_ref().map(Opening::commitment),
        kind: new.kind.as_str().to_owned(),
        line,
        revision: new.revision,
        snapshot: new.snapshot,
    };
    let text = leaf.canonical()?;
    let row = LeafRow {
        letter_id: letter,
        position,
        event: new.event,
        kind: new.kind,
        signature_id: signature,
        line,
        hash: tree::leaf_hash(text.as_bytes()).0.to_vec(),
        leaf: text,
    };
    Ok((row, new.opening.map(|opening| (position, opening))))
}

/// The latest checkpoint of a log.
pub(super) fn latest_checkpoint(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<(u64, String)>, Fault> {
    let found: Option<(i64, String)> = on!(tx, c => evidence_checkpoints::table
        .filter(evidence_checkpoints::letter_id.eq(letter))
        .order(evidence_checkpoints::size.desc())
        .select((evidence_checkpoints::size, evidence_checkpoints::note))
        .first(c)
        .optional())?;
    found.map(|(size, note)| Ok((whole(size)?, note))).transpose()
}

/// The proof that leaf number `leaf` is in the tree of this size, which the log has reached.
pub(super) fn prove_inclusion(
    tx: &mut Tx<'_>,
    letter: LetterId,
    leaf: u64,
    size: u64,
) -> Result<Vec<Hash>, Fault> {
    with_nodes(tx, letter, |_, reader| tlog::prove_record(size, leaf, &Through(reader)))
}

/// The proof that the tree of size `to`, which the log has reached, begins with that of size `from`.
pub(super) fn prove_consistency(
    tx: &mut Tx<'_>,
    letter: LetterId,
    from: u64,
    to: u64,
) -> Result<Vec<Hash>, Fault> {
    with_nodes(tx, letter, |_, reader| tlog::prove_tree(to, from, &Through(reader)))
}

/// Destroys what opens the commitments to a signature, in every log and receipt: what it said can be
/// read from nothing that is kept here, and every proof holds as before.
///
/// # Errors
/// A fault of the database.
pub fn erase(tx: &mut Tx<'_>, signature: SignatureId) -> Result<(), Fault> {
    use crate::schema::evidence_receipts;
    let erased = (
        evidence_openings::salt.eq(None::<SealedBlob<'_>>),
        evidence_openings::content.eq(None::<SealedText<'_>>),
        evidence_openings::erased_at.eq(tx.now()),
    );
    on!(tx, c => diesel::update(evidence_openings::table
            .filter(evidence_openings::signature_id.eq(signature))
            .filter(evidence_openings::erased_at.is_null()))
        .set(erased)
        .execute(c))?;
    on!(tx, c => diesel::delete(evidence_receipts::table
            .filter(evidence_receipts::signature_id.eq(signature)))
        .execute(c))?;
    Ok(())
}
