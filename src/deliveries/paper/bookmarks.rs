//! The bookmarks of a PDF: its title, its headings, and the groups of its list.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use super::Kind;
use super::typesetting::{Placed, SetBlock};

/// A heading: how deep it stands, its words, and where it is.
struct Heading {
    level: usize,
    words: String,
    page: usize,
    y: f32,
}

/// Headings, in their order.
#[derive(Default)]
pub(super) struct Bookmarks {
    headings: Vec<Heading>,
}

fn level(kind: Kind) -> Option<usize> {
    match kind {
        Kind::CoverTitle | Kind::Title => Some(0),
        Kind::Heading | Kind::ListHeading => Some(1),
        Kind::GroupHeading => Some(2),
        _ => None,
    }
}

impl Bookmarks {
    /// Notes the headings of a page; `page` counts from 0.
    pub fn note(&mut self, page: usize, blocks: &[SetBlock<'_>], placed: &[Placed]) {
        for line in placed.iter().filter(|line| line.line == 0) {
            let Some(block) = blocks.get(line.block) else { continue };
            let Some(level) = level(block.block.kind) else { continue };
            // A bookmark is one line, and a name in it needs no marks of direction.
            let words = block.text.replace('\n', " ").replace(['\u{2066}', '\u{2068}', '\u{2069}'], "");
            self.headings.push(Heading { level, words, page, y: line.y });
        }
    }

    /// The tree of them: each stands under the nearest one before it that is less deep.
    pub fn outline(self) -> Outline {
        let mut open: Vec<(usize, OutlineNode)> = Vec::new();
        let mut outline = Outline::new();
        for heading in self.headings {
            close(&mut open, &mut outline, heading.level);
            let at = XyzDestination::new(heading.page, Point::from_xy(0.0, (heading.y - 12.0).max(0.0)));
            open.push((heading.level, OutlineNode::new(heading.words, at).with_open(true)));
        }
        close(&mut open, &mut outline, 0);
        outline
    }
}

/// Puts what is as deep as `level` or deeper where it belongs.
fn close(open: &mut Vec<(usize, OutlineNode)>, outline: &mut Outline, level: usize) {
    while open.last().is_some_and(|(last, _)| *last >= level) {
        let Some((_, node)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => parent.push_child(node),
            None => outline.push_child(node),
        }
    }
}
