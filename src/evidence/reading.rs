//! What anyone may read of a letter's log: its leaves, with what opens them as far as that is public.

use diesel::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::leaves::LeafKind;
use super::receipts::OpeningJson;
use crate::db::{Tx, on};
use crate::error::Fault;
use crate::ids::{LetterId, hex};
use crate::schema::{evidence_leaves, evidence_openings, signatures};

/// A leaf for everyone.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PublicLeaf {
    pub index: i64,
    /// Exactly these characters are hashed.
    pub leaf: String,
    pub hash: String,
    /// None of a leaf without a commitment, and of one that is withheld or erased: which of the two is
    /// not said.
    pub opening: Option<OpeningJson>,
    #[serde(skip)]
    pub kind: LeafKind,
    #[serde(skip)]
    pub line: Option<i64>,
}

impl PublicLeaf {
    /// The name that it opens to.
    pub fn name(&self) -> Option<&str> {
        self.opening.as_ref()?.content.get("name")?.as_str()
    }
}

type Row =
    (i64, String, Vec<u8>, LeafKind, Option<i64>, Option<Vec<u8>>, Option<String>, Option<i64>, Option<bool>);

/// The leaves from number `from` on, at most `most`. A line whose name is withheld is opened in none of
/// its leaves, also not in those of the time when it was named.
pub(super) fn leaves_from(
    tx: &mut Tx<'_>,
    letter: LetterId,
    from: i64,
    most: i64,
) -> Result<Vec<PublicLeaf>, Fault> {
    let rows: Vec<Row> = on!(tx, c => evidence_leaves::table
        .left_join(evidence_openings::table.on(evidence_openings::letter_id
            .eq(evidence_leaves::letter_id)
            .and(evidence_openings::position.eq(evidence_leaves::position))))
        .left_join(signatures::table.on(evidence_leaves::signature_id.eq(signatures::id.nullable())))
        .filter(evidence_leaves::letter_id.eq(letter).and(evidence_leaves::position.ge(from)))
        .order(evidence_leaves::position)
        .limit(most)
        .select((
            evidence_leaves::position,
            evidence_leaves::leaf,
            evidence_leaves::hash,
            evidence_leaves::kind,
            evidence_leaves::line,
            evidence_openings::salt.nullable(),
            evidence_openings::content.nullable(),
            signatures::withheld_at.nullable(),
            signatures::show_representative.nullable(),
        ))
        .load(c))?;
    let mut leaves = Vec::new();
    for (index, leaf, hash, kind, line, salt, content, withheld, there) in rows {
        let opening = match (salt, content) {
            // A signature that is not there any more speaks for nobody: what it said stays closed.
            (Some(salt), Some(content)) if withheld.is_none() && there.is_some() => {
                let content: Value = serde_json::from_str(&content)?;
                Some(OpeningJson { salt: hex(&salt), content })
            }
            _ => None,
        };
        leaves.push(PublicLeaf { index, leaf, hash: hex(&hash), opening, kind, line });
    }
    Ok(leaves)
}
