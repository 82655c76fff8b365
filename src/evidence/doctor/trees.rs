//! The leaves of a log, their hashes, the tree of them, and the checkpoints that were signed of it.

use diesel::prelude::*;

use super::Examined;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::evidence::keys::PublicKey;
use crate::evidence::leaves::{Leaf, LeafKind, commitment};
use crate::evidence::notes;
use crate::evidence::tree::{self, Grown, Hash};
use crate::ids::LetterId;
use crate::schema::{evidence_checkpoints, evidence_leaves, evidence_nodes, evidence_openings};

type LeafRow = (i64, String, Vec<u8>, LeafKind, Option<i64>, Option<Vec<u8>>, Option<String>, Option<i64>);

/// The leaves, their hashes, the tree and its checkpoints; returns the root at each size.
pub(super) fn examine_log(
    tx: &mut Tx<'_>,
    examined: &mut Examined,
    letter: LetterId,
    slug: &str,
    origin: &str,
    keys: &[PublicKey],
) -> Result<Vec<Hash>, Fault> {
    let leaves: Vec<LeafRow> = on!(tx, c => evidence_leaves::table
        .left_join(evidence_openings::table.on(evidence_openings::letter_id
            .eq(evidence_leaves::letter_id)
            .and(evidence_openings::position.eq(evidence_leaves::position))))
        .filter(evidence_leaves::letter_id.eq(letter))
        .order(evidence_leaves::position)
        .select((
            evidence_leaves::position,
            evidence_leaves::leaf,
            evidence_leaves::hash,
            evidence_leaves::kind,
            evidence_leaves::line,
            evidence_openings::salt.nullable(),
            evidence_openings::content.nullable(),
            evidence_openings::erased_at.nullable(),
        ))
        .load(c))?;
    let broken = |error: tlog_tiles::tlog::Error| Fault::new(format!("the tree of {slug}: {error}"));
    let (mut tree, mut roots) = (Grown::default(), vec![Grown::default().root().map_err(broken)?]);
    for (place, row) in (0..).zip(&leaves) {
        examined.leaves += 1;
        if row.0 != place {
            examined.find(slug, format_args!("leaf {place} of its log is missing."));
            break;
        }
        if let Some(wrong) = wrong_with(row) {
            examined.find(slug, format_args!("leaf {place}: {wrong}"));
        }
        tree.push(tree::leaf_hash(row.1.as_bytes())).map_err(broken)?;
        roots.push(tree.root().map_err(broken)?);
    }
    let nodes: Vec<(i64, Vec<u8>)> = on!(tx, c => evidence_nodes::table
        .filter(evidence_nodes::letter_id.eq(letter))
        .order(evidence_nodes::position)
        .select((evidence_nodes::position, evidence_nodes::hash))
        .load(c))?;
    let same = nodes.len() == tree.nodes().len()
        && nodes.iter().zip(tree.nodes()).all(|((_, stored), own)| *stored == own.0.to_vec());
    if !same {
        examined.find(slug, "the hashes of its tree are not those of its leaves.");
    }
    examine_checkpoints(tx, examined, letter, slug, origin, keys, &roots)?;
    Ok(roots)
}

fn wrong_with((_, text, hash, kind, line, salt, content, erased): &LeafRow) -> Option<&'static str> {
    if tree::leaf_hash(text.as_bytes()).0.to_vec() != *hash {
        return Some("its hash is not of what it says.");
    }
    let Ok(leaf) = serde_json::from_str::<Leaf>(text) else { return Some("it is no leaf.") };
    if leaf.kind != kind.as_str() || leaf.line != *line {
        return Some("its row says something else than it does.");
    }
    match (&leaf.commitment, salt, content, erased) {
        (None, None, None, None) | (Some(_), None, None, Some(_)) => None,
        (Some(committed), Some(salt), Some(content), None) => {
            (*committed != commitment(salt, content)).then_some("what opens it is not what it commits to.")
        }
        _ => Some("what opens it is gone, and it was not erased."),
    }
}

fn examine_checkpoints(
    tx: &mut Tx<'_>,
    examined: &mut Examined,
    letter: LetterId,
    slug: &str,
    origin: &str,
    keys: &[PublicKey],
    roots: &[Hash],
) -> Result<(), Fault> {
    let checkpoints: Vec<(i64, String)> = on!(tx, c => evidence_checkpoints::table
        .filter(evidence_checkpoints::letter_id.eq(letter))
        .order(evidence_checkpoints::size)
        .select((evidence_checkpoints::size, evidence_checkpoints::note))
        .load(c))?;
    let all: Vec<_> = keys.iter().map(|key| key.key).collect();
    let mut last = 0;
    for (size, note) in checkpoints {
        examined.checkpoints += 1;
        last = usize::try_from(size).unwrap_or(0);
        let Ok(read) = notes::read(note.as_bytes(), &all) else {
            examined
                .find(slug, format_args!("the checkpoint of {size} leaves is signed by none of the keys."));
            continue;
        };
        if read.origin != origin
            || i64::try_from(read.size) != Ok(size)
            || roots.get(last) != Some(&read.root)
        {
            examined.find(slug, format_args!("the log is not the one whose {size} leaves were signed."));
        }
    }
    if last + 1 != roots.len() {
        examined.find(
            slug,
            format_args!("the last of its {} leaves is under no signed checkpoint.", roots.len() - 1),
        );
    }
    Ok(())
}
