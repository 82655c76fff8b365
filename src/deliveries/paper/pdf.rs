//! PDF: real pages, tagged for those who listen to them, the same bytes for the same snapshot.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::text::Font;
use parley::{Layout, Run};

use super::bookmarks::Bookmarks;
use super::glyphs::stretches;
use super::typesetting::{HEIGHT, Ink, MEASURE, Placed, SetBlock, Typesetter, WIDTH, paginate};
use super::{Kind, Paper};
use crate::error::Fault;

/// The distance of the page's number from the foot of the page.
const NUMBER_RISE: f32 = 46.0;

/// The cover and the letter.
///
/// # Errors
/// None that can happen for text; what the library reports.
pub(in super::super) fn whole(paper: &Paper) -> Result<Vec<u8>, Fault> {
    let parts: [&[super::Block]; 2] = [&paper.cover, &paper.letter];
    // A letter that is handed to nobody has no cover, and so no page for one.
    let parts: Vec<&[super::Block]> = parts.into_iter().filter(|blocks| !blocks.is_empty()).collect();
    Printer::new(paper).print(paper, &parts)
}

/// The cover alone.
///
/// # Errors
/// As [`whole`].
pub(in super::super) fn cover(paper: &Paper) -> Result<Vec<u8>, Fault> {
    Printer::new(paper).print(paper, &[&paper.cover])
}

/// Draws what the typesetter has set.
struct Printer {
    setter: Typesetter,
    fonts: HashMap<u64, Font>,
}

impl Printer {
    fn new(paper: &Paper) -> Self {
        Self { setter: Typesetter::new(paper), fonts: HashMap::new() }
    }

    fn print(mut self, paper: &Paper, parts: &[&[super::Block]]) -> Result<Vec<u8>, Fault> {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Fault::new("no page of this size"))?;
        let mut document = Document::new();
        document.set_metadata(metadata(paper));
        let parts: Vec<Vec<SetBlock<'_>>> =
            parts.iter().map(|blocks| blocks.iter().map(|block| self.setter.set(block)).collect()).collect();
        let paged: Vec<Vec<Vec<Placed>>> = parts.iter().map(|blocks| paginate(blocks)).collect();
        let total = paged.iter().map(Vec::len).sum::<usize>();
        let (mut number, mut tree, mut bookmarks) = (0, TagTree::new(), Bookmarks::default());
        for (blocks, pages) in parts.iter().zip(&paged) {
            let mut marks: Vec<Marks> = blocks.iter().map(|_| Marks::default()).collect();
            for placed in pages {
                bookmarks.note(number, blocks, placed);
                number += 1;
                let mut page = document.start_page_with(size.clone());
                let mut surface = page.surface();
                self.draw_page(&mut surface, blocks, placed, &mut marks);
                if total > 1 {
                    let of = |n| paper.language.number(n);
                    self.draw_number(&mut surface, &format!("{} / {}", of(number), of(total)));
                }
                surface.finish();
                page.finish();
            }
            tag(&mut tree, blocks, marks);
        }
        document.set_tag_tree(tree.with_lang(Some(paper.language.tag().to_owned())));
        document.set_outline(bookmarks.outline());
        document.finish().map_err(|error| Fault::new(format!("a PDF was not finished: {error:?}")))
    }

    fn draw_page(
        &mut self,
        surface: &mut Surface<'_>,
        blocks: &[SetBlock<'_>],
        placed: &[Placed],
        marks: &mut [Marks],
    ) {
        for line in placed {
            let (Some(block), Some(marks)) = (blocks.get(line.block), marks.get_mut(line.block)) else {
                continue;
            };
            if line.line == 0
                && let Some((label, layout)) = &block.label
            {
                marks.label.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
                // Both stand on one baseline, whatever their fonts are.
                let rise = baseline(&block.layout, 0) - baseline(layout, 0);
                self.draw_line(surface, layout, 0, label, block.label_x(), line.y + rise);
                surface.end_tagged();
            }
            marks.body.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
            self.draw_line(surface, &block.layout, line.line, &block.text, block.x, line.y);
            surface.end_tagged();
        }
    }

    fn draw_number(&mut self, surface: &mut Surface<'_>, number: &str) {
        let layout = self.setter.line(number);
        surface.start_tagged(ContentTag::Artifact(Artifact::new(ArtifactType::PageNumber, None)));
        self.draw_line(surface, &layout, 0, number, (WIDTH - MEASURE) / 2.0, HEIGHT - NUMBER_RISE);
        surface.end_tagged();
    }

    /// Draws one line whose top left corner is at (`x`, `y`).
    fn draw_line(
        &mut self,
        surface: &mut Surface<'_>,
        layout: &Layout<Ink>,
        line: usize,
        text: &str,
        x: f32,
        y: f32,
    ) {
        let Some(line) = layout.get(line) else { return };
        let metrics = line.metrics();
        let top = layout_top(layout, &line);
        let (mut x, y) = (x + metrics.offset, y + metrics.baseline - top);
        for run in line.runs() {
            x = self.draw_run(surface, layout, &run, text, x, y);
        }
    }

    /// Draws a run from `x` on, and returns where it ends.
    fn draw_run(
        &mut self,
        surface: &mut Surface<'_>,
        layout: &Layout<Ink>,
        run: &Run<'_, Ink>,
        text: &str,
        mut x: f32,
        y: f32,
    ) -> f32 {
        let font = run.font().clone();
        let index = font.index;
        let (data, id) = font.data.into_raw_parts();
        let known = self.fonts.get(&id).cloned().or_else(|| Font::new(data.into(), index));
        let Some(font) = known else { return x }; // they are ours, and all of them are readable
        self.fonts.insert(id, font.clone());
        let size = run.font_size();
        let raised = size < 8.4; // only a raised sign is so small
        for stretch in stretches(run, text) {
            let ink = layout.styles().get(usize::from(stretch.style)).map(|style| style.brush);
            surface.set_fill(Some(fill(ink.unwrap_or_default())));
            let at = Point::from_xy(x, if raised { y - size * 0.45 } else { y });
            surface.draw_glyphs(at, &stretch.glyphs, font.clone(), text, size, false);
            x += stretch.glyphs.iter().map(|glyph| glyph.x_advance * size).sum::<f32>();
        }
        x
    }
}

/// How far the lines above this one reach, counted as the paginator counts.
fn layout_top(layout: &Layout<Ink>, line: &parley::Line<'_, Ink>) -> f32 {
    let start = line.text_range().start;
    layout
        .lines()
        .take_while(|before| before.text_range().start < start)
        .map(|l| l.metrics().line_height)
        .sum()
}

fn baseline(layout: &Layout<Ink>, line: usize) -> f32 {
    layout.get(line).map_or(0.0, |line| line.metrics().baseline)
}

fn fill(ink: Ink) -> Fill {
    let gray = match ink {
        Ink::Black => 20,
        Ink::Faint => 96,
    };
    Fill {
        paint: rgb::Color::new(gray, gray, gray).into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }
}

fn metadata(paper: &Paper) -> Metadata {
    let at = paper.at.to_zoned(jiff::tz::TimeZone::UTC);
    let part = |n: i8| u8::try_from(n).unwrap_or(0);
    let date = DateTime::new(u16::try_from(at.year()).unwrap_or(0))
        .month(part(at.month()))
        .day(part(at.day()))
        .hour(part(at.hour()))
        .minute(part(at.minute()))
        .second(part(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let direction = if paper.is_rtl() { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    Metadata::new()
        .title(paper.title.clone())
        .language(paper.language.tag().to_owned())
        .creator("Undersigned".to_owned())
        .creation_date(date)
        .text_direction(direction)
}

/// What of a block stands where on the pages.
#[derive(Default)]
struct Marks {
    label: Vec<Identifier>,
    body: Vec<Identifier>,
}

/// Puts the blocks into the tree of tags: headings, paragraphs, and lists of labelled items.
fn tag(tree: &mut TagTree, blocks: &[SetBlock<'_>], marks: Vec<Marks>) {
    let mut list: Option<TagGroup> = None;
    for (block, marks) in blocks.iter().zip(marks) {
        if matches!(block.block.kind, Kind::Item | Kind::Signatory) {
            let mut item = TagGroup::new(Tag::LI);
            for (part, marks) in
                [(TagGroup::new(Tag::Lbl), marks.label), (TagGroup::new(Tag::LBody), marks.body)]
            {
                if !marks.is_empty() {
                    item.push(filled(part, marks));
                }
            }
            list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
            continue;
        }
        if let Some(list) = list.take() {
            tree.push(list);
        }
        let level = match block.block.kind {
            Kind::Title | Kind::CoverTitle => Some(NonZeroU16::MIN),
            Kind::Heading | Kind::ListHeading => NonZeroU16::new(2),
            Kind::GroupHeading => NonZeroU16::new(3),
            _ => None,
        };
        let group = match level {
            Some(level) => TagGroup::new(Tag::Hn(level, Some(block.text.clone()))),
            None => TagGroup::new(Tag::P),
        };
        tree.push(filled(group, marks.label.into_iter().chain(marks.body).collect()));
    }
    if let Some(list) = list {
        tree.push(list);
    }
}

fn filled(mut group: TagGroup, marks: Vec<Identifier>) -> TagGroup {
    for mark in marks {
        group.push(mark);
    }
    group
}

#[cfg(test)]
mod tests {
    use super::super::super::snapshot::tests::example;
    use super::*;

    #[test]
    fn both_directions_are_printed_the_same_each_time() {
        for language in ["en", "ar"] {
            let paper = Paper::of(&example(language, 25)).unwrap();
            let pdf = whole(&paper).unwrap();
            assert!(pdf.starts_with(b"%PDF-"));
            assert_eq!(pdf, whole(&paper).unwrap());
            assert!(cover(&paper).unwrap().starts_with(b"%PDF-"));
        }
    }
}
