//! Plain text and CSV.

use super::{Kind, Paper};
use crate::deliveries::snapshot::{PrintedGroup, PrintedSignatory, Snapshot};
use crate::error::Fault;
use crate::text::spreadsheet;
use crate::text::words::Words;

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
    let words = Words::of(&snapshot.language());
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let named = |group: &PrintedGroup, line: &PrintedSignatory| {
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
    };
    // Names that are withheld are one row at the end of their group, which says how many.
    let withheld = |group: &PrintedGroup| {
        let sentence = super::withheld(group, words)?;
        let mut row = vec![String::new(); head.len()];
        let known = [
            (1, or_empty(&group.name)),
            (2, or_empty(&group.acronym)),
            (3, sentence),
            (6, "withheld".to_owned()),
            (head.len() - 1, group.kind.clone()),
        ];
        for (at, text) in known {
            if let Some(cell) = row.get_mut(at) {
                *cell = text;
            }
        }
        Some(row)
    };
    let rows = snapshot.groups.iter().flat_map(|group| {
        let lines = group.signatories.iter().map(|line| named(group, line));
        lines.chain(withheld(group)).collect::<Vec<_>>()
    });
    spreadsheet::table(&head, rows).map_err(Fault::from_error)
}

#[cfg(test)]
mod tests {
    use super::super::super::snapshot::tests::example;
    use super::*;

    #[test]
    fn text_and_table_say_all_that_the_list_says() {
        let snapshot = example("en", 300);
        let text = text(&Paper::of(&snapshot).unwrap());
        for words in [
            "\n300 organizations\n\nSyrian NGO Alliance 0\n\n1. Basmeh & Zeitooneh 1 · Türkiye\n2. ",
            "3. Union of Relief and Medical Care Organizations 3 · Türkiye · on behalf of 12 members\n",
            " · listed, not yet confirmed by the organization\n",
            "7. Basmeh & Zeitooneh 7* · Türkiye\n",
            "9. Union of Relief and Medical Care Organizations 9 · Türkiye · signed revision 1\n",
            "\n\nSHAML CSOs Coalition 5\n\n\u{2068}بسمة", // the names under it have no numbers
            "\n* Signs the first two demands only.\n",
        ] {
            assert!(text.contains(words), "{words:?} is not in {text}");
        }
        let csv = String::from_utf8(csv(&snapshot).unwrap()).unwrap();
        assert_eq!(csv.lines().count(), 301);
        assert!(csv.contains("\r\n7,Syrian NGO Alliance 0,,Basmeh & Zeitooneh 7,,TR,confirmed,,2016-12-14T12:00:00Z,2,,*,signatories\r\n"), "{csv}");
        assert!(csv.contains(",observers\r\n") && csv.contains(",late\r\n"));
    }
}
