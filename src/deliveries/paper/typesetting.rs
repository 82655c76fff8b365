//! Lines and pages: blocks of text broken into lines by parley, and lines put on pages.

use std::collections::BTreeSet;

use parley::style::{FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, BaseDirection, FontContext, Layout, LayoutContext};

use super::{Block, Kind, Paper, fonts};

/// How dark the ink is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Ink {
    #[default]
    Black,
    Faint,
}

/// A4, in points.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
/// The margins of a letter: 27 mm at the sides, 25 mm above, 30 mm below.
const SIDE: f32 = 76.5;
const TOP: f32 = 71.0;
const BOTTOM: f32 = 85.0;
/// The width of the text.
pub(super) const MEASURE: f32 = WIDTH - 2.0 * SIDE;

/// How a kind of block is set, in points.
struct Setting {
    size: f32,
    leading: f32,
    before: f32,
    /// How far its text stands in; its label hangs in that space.
    inset: f32,
    bold: bool,
    faint: bool,
    keep_with_next: bool,
}

fn setting(kind: Kind) -> Setting {
    let plain = |size, before, inset| Setting {
        size,
        leading: 1.38,
        before,
        inset,
        bold: false,
        faint: false,
        keep_with_next: false,
    };
    let heading = |size, before| Setting {
        bold: true,
        leading: 1.25,
        keep_with_next: true,
        ..plain(size, before, 0.0)
    };
    match kind {
        Kind::Title => Setting { keep_with_next: true, ..heading(19.0, 26.0) },
        Kind::CoverTitle => Setting { leading: 1.18, ..heading(26.0, 96.0) },
        Kind::Heading => heading(12.5, 16.0),
        Kind::Dateline => Setting { faint: true, ..plain(10.5, 0.0, 0.0) },
        Kind::Addressees => plain(11.0, 14.0, 0.0),
        Kind::Paragraph => plain(11.0, 9.0, 0.0),
        Kind::Quote => plain(11.0, 9.0, 20.0),
        Kind::Item => plain(11.0, 4.5, 24.0),
        Kind::Code => plain(10.0, 9.0, 20.0),
        Kind::Separator => plain(11.0, 12.0, 0.0),
        Kind::ListHeading => heading(14.0, 30.0),
        Kind::GroupHeading => heading(11.5, 15.0),
        Kind::Signatory => Setting { leading: 1.3, ..plain(10.5, 3.2, 30.0) },
        Kind::Footnote => plain(9.5, 8.0, 30.0),
        Kind::Label | Kind::FootLabel => {
            Setting { faint: true, keep_with_next: true, ..plain(9.5, 14.0, 0.0) }
        }
        Kind::Fact => plain(13.0, 9.0, 0.0),
        Kind::Mark => plain(9.0, 1.0, 0.0),
    }
}

/// A block broken into lines.
pub(super) struct SetBlock<'a> {
    pub block: &'a Block,
    pub text: String,
    pub layout: Layout<Ink>,
    pub label: Option<(String, Layout<Ink>)>,
    /// From the left edge of the page.
    pub x: f32,
    label_x: f32,
    before: f32,
    keep_with_next: bool,
}

impl SetBlock<'_> {
    /// Where its label begins.
    pub fn label_x(&self) -> f32 {
        self.label_x
    }

    fn heights(&self) -> Vec<f32> {
        self.layout.lines().map(|line| line.metrics().line_height).collect()
    }
}

/// Breaks blocks into lines.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<Ink>,
    rtl: bool,
}

impl Typesetter {
    /// For this letter's direction.
    pub fn new(paper: &Paper) -> Self {
        Self { fonts: fonts::context(), layouts: LayoutContext::new(), rtl: paper.is_rtl() }
    }

    /// Whether the letter is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.rtl
    }

    /// A line without a block: a page's number.
    pub fn line(&mut self, text: &str) -> Layout<Ink> {
        let block = Block::plain(Kind::Mark, text);
        let faint = Setting { faint: true, ..setting(Kind::Mark) };
        self.lay_out(&block, text, &faint, MEASURE, Alignment::Center)
    }

    /// A block in the measure.
    pub fn set<'a>(&mut self, block: &'a Block) -> SetBlock<'a> {
        let set = setting(block.kind);
        let inset = set.inset + f32::from(block.depth) * 20.0;
        let text = block.text();
        let (alignment, left_to_right) = match block.kind {
            Kind::Separator => (Alignment::Center, false),
            Kind::Mark => (if self.rtl { Alignment::Right } else { Alignment::Left }, true),
            Kind::Dateline => (Alignment::End, false),
            _ => (Alignment::Start, false),
        };
        let rtl = self.rtl;
        self.rtl = rtl && !left_to_right; // hashes and addresses read the same way everywhere
        let layout = self.lay_out(block, &text, &set, MEASURE - inset, alignment);
        self.rtl = rtl;
        let label = block.label.as_ref().map(|label| {
            let alone = Block::plain(block.kind, label);
            (label.clone(), self.lay_out(&alone, label, &set, inset, Alignment::Left))
        });
        let label_width = label.as_ref().map_or(0.0, |(_, layout)| layout.width());
        let (gap, x) = (7.0, if rtl { SIDE } else { SIDE + inset });
        let label_x = if rtl { SIDE + MEASURE - inset + gap } else { SIDE + inset - gap - label_width };
        SetBlock {
            block,
            text,
            layout,
            label,
            x,
            label_x,
            before: set.before,
            keep_with_next: set.keep_with_next,
        }
    }

    fn lay_out(
        &mut self,
        block: &Block,
        text: &str,
        set: &Setting,
        width: f32,
        alignment: Alignment,
    ) -> Layout<Ink> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(if self.rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(StyleProperty::FontFamily(fonts::families()));
        // Arabic letters are drawn smaller at the same size, and need more room between the lines.
        let (size, leading) =
            if self.rtl { (set.size * 1.14, set.leading * 1.12) } else { (set.size, set.leading) };
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if set.faint {
            builder.push_default(StyleProperty::Brush(Ink::Faint));
        }
        if set.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut at = 0;
        for run in &block.runs {
            let range = at..at + run.text.len();
            at = range.end;
            if run.bold {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
            if run.italic {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            if run.faint {
                builder.push(StyleProperty::Brush(Ink::Faint), range.clone());
            }
            if run.raised {
                builder.push(StyleProperty::FontSize(size * 0.75), range);
            }
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width.max(40.0)));
        layout.align(alignment, parley::AlignmentOptions::default());
        layout
    }
}

/// The signs of a letter that no font has. The PDF shows a box for each.
pub(super) fn missing(paper: &Paper) -> BTreeSet<char> {
    let mut setter = Typesetter::new(paper);
    let mut missing = BTreeSet::new();
    for block in paper.cover.iter().chain(&paper.letter) {
        let set = setter.set(block);
        let lines = set.layout.lines();
        for run in lines.flat_map(|line| line.runs().collect::<Vec<_>>()) {
            for cluster in run.clusters().filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0)) {
                let written = set.text.get(cluster.text_range()).unwrap_or_default();
                missing.extend(written.chars().filter(|c| !c.is_whitespace() && !c.is_control()));
            }
        }
    }
    missing
}

/// A line in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    /// Which block.
    pub block: usize,
    /// Which of its lines.
    pub line: usize,
    /// From the top of the page to the top of the line.
    pub y: f32,
}

/// Puts lines on pages. A heading stays with two lines of what follows it, a signatory is not torn,
/// and no page begins or ends with one line of a paragraph of more.
pub(super) fn paginate(blocks: &[SetBlock<'_>]) -> Vec<Vec<Placed>> {
    let heights: Vec<Vec<f32>> = blocks.iter().map(SetBlock::heights).collect();
    let (mut pages, mut page, mut y) = (Vec::new(), Vec::new(), TOP);
    for (at, block) in blocks.iter().enumerate() {
        let Some(lines) = heights.get(at) else { continue };
        let before = match (page.is_empty(), block.block.kind) {
            (true, _) => 0.0,
            (false, Kind::FootLabel) => sink(blocks, &heights, at, HEIGHT - BOTTOM - y),
            (false, _) => block.before,
        };
        let mut room = HEIGHT - BOTTOM - y - before;
        let whole: f32 = lines.iter().sum();
        let torn = block.block.kind == Kind::Signatory && whole > room && whole < HEIGHT / 3.0;
        let alone = block.keep_with_next && whole + company(blocks, &heights, at) > room;
        if !page.is_empty() && (torn || alone) {
            pages.push(std::mem::take(&mut page));
            y = TOP;
            room = HEIGHT - BOTTOM - TOP;
        } else {
            y += before;
        }
        let mut done = 0;
        while done < lines.len() {
            let left = lines.get(done..).unwrap_or_default();
            let fit = fitting(left, room, done == 0, page.is_empty());
            for (line, height) in left.iter().take(fit).enumerate() {
                page.push(Placed { block: at, line: done + line, y });
                y += height;
            }
            done += fit;
            if done < lines.len() {
                pages.push(std::mem::take(&mut page));
                y = TOP;
                room = HEIGHT - BOTTOM - TOP;
            }
        }
    }
    if !page.is_empty() || pages.is_empty() {
        pages.push(page);
    }
    pages
}

/// How far the foot of a page, of which this block is the first, is let down to end where the page
/// does.
fn sink(blocks: &[SetBlock<'_>], heights: &[Vec<f32>], at: usize, room: f32) -> f32 {
    let parts = blocks.iter().zip(heights).skip(at);
    let foot: f32 = parts.map(|(block, lines)| block.before + lines.iter().sum::<f32>()).sum();
    let before = blocks.get(at).map_or(0.0, |block| block.before);
    before + (room - foot).max(0.0)
}

/// The height that has to follow a heading: other headings, and two lines.
fn company(blocks: &[SetBlock<'_>], heights: &[Vec<f32>], at: usize) -> f32 {
    let mut sum = 0.0;
    for (block, lines) in blocks.iter().zip(heights).skip(at + 1) {
        sum += block.before;
        if !block.keep_with_next {
            return sum + lines.iter().take(2).sum::<f32>();
        }
        sum += lines.iter().sum::<f32>();
    }
    sum
}

/// How many of these lines fit; at least one on an empty page, so that there is an end.
fn fitting(lines: &[f32], mut room: f32, first: bool, empty: bool) -> usize {
    let mut fit = 0;
    for height in lines {
        if *height > room + 0.01 {
            break;
        }
        room -= height;
        fit += 1;
    }
    if fit < lines.len() {
        if lines.len() - fit == 1 {
            // The last line takes one with it; where that would leave one behind, all go.
            fit = if fit > 2 || !first { fit - usize::from(fit > 1) } else { 0 };
        }
        if fit == 1 && first && lines.len() > 1 && !empty {
            fit = 0;
        }
    }
    if empty { fit.max(1) } else { fit }
}

#[cfg(test)]
mod tests {
    use super::super::super::snapshot::tests::example;
    use super::*;

    /// How many lines of each block stand on each page.
    fn lines_by_page(pages: &[Vec<Placed>], block: usize) -> Vec<usize> {
        let on = |page: &Vec<Placed>| page.iter().filter(|line| line.block == block).count();
        pages.iter().map(on).filter(|lines| *lines > 0).collect()
    }

    #[test]
    fn no_heading_ends_a_page_and_no_line_stands_alone() {
        for language in ["en", "ar"] {
            let mut paper = Paper::of(&example(language, 60)).unwrap();
            let list = paper.letter.clone();
            for shift in (0..45).step_by(5) {
                // Paragraphs of one to six lines, each time a little further down.
                let sentence = "We ask for the road to be opened, and for it to be kept open. ";
                let words = |n: usize| Block::plain(Kind::Paragraph, sentence.repeat(1 + n * 3 / 2));
                paper.letter = (0..shift).map(|_| Block::plain(Kind::Paragraph, "·")).collect();
                paper.letter.extend((0..30).map(|n| words(n % 5)));
                paper.letter.extend(list.clone());
                let mut setter = Typesetter::new(&paper);
                let blocks: Vec<_> = paper.letter.iter().map(|block| setter.set(block)).collect();
                let pages = paginate(&blocks);
                for page in pages.iter().take(pages.len() - 1) {
                    let last = &blocks[page.last().unwrap().block];
                    assert!(!last.keep_with_next, "{language} {shift}: {:?} ends a page", last.text);
                    assert!(page.last().unwrap().y < HEIGHT - BOTTOM);
                }
                for (at, block) in blocks.iter().enumerate() {
                    let lines = lines_by_page(&pages, at);
                    assert_eq!(lines.iter().sum::<usize>(), block.layout.len(), "every line is there once");
                    let alone = lines.len() > 1 && lines.contains(&1);
                    assert!(!alone, "{language} {shift}: {lines:?} of {:?}", block.text);
                    assert!(
                        block.block.kind != Kind::Signatory || lines.len() == 1,
                        "{:?} is torn",
                        block.text
                    );
                }
            }
        }
    }
}
