//! Plain text and CSV.

use super::{Kind, Paper};
use crate::deliveries::snapshot::Snapshot;
use crate::error::Fault;
use crate::text::spreadsheet;

/// UTF-8, a paragraph a line, an empty line between paragraphs; the list with its numbers.
pub(in super::super) fn text(paper: &Paper) -> String {
    let mut out = String::new();
    let (mut before, part) = (None, [&paper.letter, &paper.cover]);
    for (at, block) in part.into_iter().flatten().enumerate() {
        let together = matches!(
            (before, block.kind),
            (Some(Kind::Signatory), Kind::Signatory)
                | (Some(Kind::Item), Kind::Item)
                | (Some(Kind::Label | Kind::FootLabel), _)
        );
        if at == paper.letter.len() && at > 0 {
            out.push_str("\n----\n");
        }
        if before.is_some() && !together {
            out.push('\n');
        }
        for _ in 0..block.depth {
            out.push_str("    ");
        }
        if let Some(label) = &block.label {
            out.push_str(label);
            out.push(' ');
        }
        out.push_str(block.text().trim_end());
        out.push('\n');
        before = Some(block.kind);
    }
    out
}

/// The list as a table.
///
/// # Errors
/// None that can happen: writing into memory does not fail.
pub(in super::super) fn csv(snapshot: &Snapshot) -> Result<Vec<u8>, Fault> {
    let head = [
        "number",
        "group",
        "acronym of group",
        "name",
        "acronym",
        "country",
        "status",
        "representative",
        "signed_at",
        "revision",
        "members",
        "footnote",
        "kind",
    ];
    let rows = super::lines(snapshot).map(|(group, line)| {
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            line.number.map(|number| number.to_string()).unwrap_or_default(),
            or_empty(&group.name),
            or_empty(&group.acronym),
            line.name.clone(),
            or_empty(&line.acronym),
            or_empty(&line.country),
            line.status.clone(),
            or_empty(&line.representative),
            line.signed_at.clone(),
            line.revision.map(|number| number.to_string()).unwrap_or_default(),
            line.members.map(|number| number.to_string()).unwrap_or_default(),
            or_empty(&line.footnote),
            group.kind.clone(),
        ]
    });
    spreadsheet::table(&head, rows).map_err(Fault::from_error)
}
