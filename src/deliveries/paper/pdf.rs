//! PDF: real pages, tagged for those who listen to them, the same bytes for the same snapshot.
//!
//! The file claims PDF/UA-1 (ISO 14289-1) where the library's checks find nothing against it. A sign that no
//! font has is the one thing in a letter that they find; such a letter is printed all the same, and
//! claims nothing.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::error::KrillaError;
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
use krilla::{Document, SerializeSettings};
use parley::{Layout, Run};

use super::bookmarks::Bookmarks;
use super::glyphs::stretches;
use super::typesetting::{HEIGHT, Ink, MEASURE, Placed, SetBlock, Typesetter, WIDTH, paginate};
use super::{Kind, Paper};
use crate::error::Fault;
use crate::text::direction::is_rtl;
use crate::text::language::language_of_name;

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
    printed(paper, &parts)
}

/// The cover alone.
///
/// # Errors
/// As [`whole`].
pub(in super::super) fn cover(paper: &Paper) -> Result<Vec<u8>, Fault> {
    printed(paper, &[&paper.cover])
}

/// The file, accessible by the letter of the standard if it can be.
fn printed(paper: &Paper, parts: &[&[super::Block]]) -> Result<Vec<u8>, Fault> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let accessible = accessible.map_err(|error| Fault::new(format!("no such kind of PDF: {error:?}")))?;
    let settings = SerializeSettings { configuration: accessible, ..SerializeSettings::default() };
    let done = match Printer::new(paper).print(paper, parts, Document::new_with(settings))? {
        Err(KrillaError::Validation(_)) => Printer::new(paper).print(paper, parts, Document::new())?,
        done => done,
    };
    done.map_err(|error| Fault::new(format!("a PDF was not finished: {error:?}")))
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

    fn print(
        mut self,
        paper: &Paper,
        parts: &[&[super::Block]],
        mut document: Document,
    ) -> Result<Result<Vec<u8>, KrillaError>, Fault> {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Fault::new("no page of this size"))?;
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
        Ok(document.finish())
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
            if block.block.kind == Kind::Separator {
                // Three stars say nothing to whoever listens.
                let stars = Artifact::new(ArtifactType::Other, None);
                surface.start_tagged(ContentTag::Artifact(stars));
                self.draw_line(surface, &block.layout, line.line, &block.text, block.x, line.y, None);
                surface.end_tagged();
                continue;
            }
            if line.line == 0
                && let Some((label, layout)) = &block.label
            {
                // Both stand on one baseline, whatever their fonts are.
                let rise = baseline(&block.layout, 0) - baseline(layout, 0);
                let (x, y) = (block.label_x(), line.y + rise);
                self.draw_line(surface, layout, 0, label, x, y, Some(&mut marks.label));
            }
            let body = Some(&mut marks.body);
            self.draw_line(surface, &block.layout, line.line, &block.text, block.x, line.y, body);
        }
    }

    fn draw_number(&mut self, surface: &mut Surface<'_>, number: &str) {
        let layout = self.setter.line(number);
        surface.start_tagged(ContentTag::Artifact(Artifact::new(ArtifactType::PageNumber, None)));
        self.draw_line(surface, &layout, 0, number, (WIDTH - MEASURE) / 2.0, HEIGHT - NUMBER_RISE, None);
        surface.end_tagged();
    }

    /// Draws one line whose top left corner is at (`x`, `y`). What it is made of goes to `marks`, in the
    /// order in which it is read, each stretch of another language with its language; without them the
    /// line is no part of the text.
    #[allow(clippy::too_many_arguments)] // where, what, and what is remembered of it
    fn draw_line(
        &mut self,
        surface: &mut Surface<'_>,
        layout: &Layout<Ink>,
        line: usize,
        text: &str,
        x: f32,
        y: f32,
        marks: Option<&mut Vec<Identifier>>,
    ) {
        let Some(line) = layout.get(line) else { return };
        let metrics = line.metrics();
        let top = layout_top(layout, &line);
        let (mut x, y) = (x + metrics.offset, y + metrics.baseline - top);
        let mut read: Vec<(usize, Identifier)> = Vec::new();
        let mut open = None;
        for run in line.runs() {
            if marks.is_some() {
                let words = text.get(run.text_range()).unwrap_or_default();
                let language = other_language(words, self.setter.is_rtl());
                // Words from left to right are read as they are drawn, and one stretch; each word in the
                // other direction is one of its own, so that they are read in their order.
                if run.is_rtl() || open != Some((false, language)) {
                    if open.is_some() {
                        surface.end_tagged();
                    }
                    let span = ContentTag::Span(SpanTag::empty().with_lang(language));
                    read.push((run.text_range().start, surface.start_tagged(span)));
                    open = Some((run.is_rtl(), language));
                }
            }
            x = self.draw_run(surface, layout, &run, text, x, y);
        }
        if open.is_some() {
            surface.end_tagged();
        }
        // Runs stand from left to right; words in the other direction are read in theirs.
        read.sort_by_key(|(start, _)| *start);
        if let Some(marks) = marks {
            marks.extend(read.into_iter().map(|(_, mark)| mark));
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

/// The language of words in another script than the letter's, for the voice that reads them aloud. What
/// Latin words in an Arabic letter are nobody said; most are names, and an English voice can say them where
/// an Arabic one spells.
fn other_language(words: &str, rtl: bool) -> Option<&'static str> {
    let first = words.chars().find(|c| c.is_alphabetic())?;
    match (rtl, is_rtl(first)) {
        (false, true) => Some(language_of_name(words)).filter(|tag| !tag.is_empty()),
        (true, false) => Some("en"),
        (false, false) | (true, true) => None,
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
        if marks.body.is_empty() && marks.label.is_empty() {
            continue; // nothing of it is read
        }
        if matches!(block.block.kind, Kind::Item | Kind::Signatory) {
            let mut item = TagGroup::new(Tag::LI);
            for (part, marks) in
                [(TagGroup::new(Tag::Lbl), marks.label), (TagGroup::new(Tag::LBody), marks.body)]
            {
                if !marks.is_empty() {
                    item.push(filled(part, marks));
                }
            }
            let numbering = match block.block.label.as_deref() {
                Some("•") => ListNumbering::Disc,
                Some(_) => ListNumbering::Decimal,
                None => ListNumbering::None,
            };
            list.get_or_insert_with(|| TagGroup::new(Tag::L(numbering))).push(item);
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
        if let Some(level) = level {
            let title = block.text.replace('\n', " ").replace(['\u{2066}', '\u{2068}', '\u{2069}'], "");
            tree.push(filled(TagGroup::new(Tag::Hn(level, Some(title))), marks.body));
            continue;
        }
        let mut group = TagGroup::new(Tag::P);
        match block.block.kind {
            Kind::Quote => {
                let mut quote = TagGroup::new(Tag::BlockQuote);
                quote.push(filled(group, marks.body));
                tree.push(quote);
            }
            Kind::Code => {
                group.push(filled(TagGroup::new(Tag::Code), marks.body));
                tree.push(group);
            }
            Kind::Footnote => {
                let mut note = TagGroup::new(Tag::Note);
                note.push(filled(TagGroup::new(Tag::Lbl), marks.label));
                note.push(filled(group, marks.body));
                tree.push(note);
            }
            _ => tree.push(filled(group, marks.label.into_iter().chain(marks.body).collect())),
        }
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

    fn claims(pdf: &[u8]) -> bool {
        pdf.windows(13).any(|window| window == b"pdfuaid:part>" || window == b"pdfuaid:part=")
    }

    #[test]
    fn what_every_font_has_is_accessible_by_the_standard_and_the_rest_is_printed() {
        let arabic = Paper::of(&example("ar", 25)).unwrap();
        assert!(claims(&whole(&arabic).unwrap()) && claims(&cover(&arabic).unwrap()));
        let mut snapshot = example("en", 25);
        let unreadable = whole(&Paper::of(&snapshot).unwrap()).unwrap();
        assert!(!claims(&unreadable) && unreadable.starts_with(b"%PDF-"), "漢字 has no glyph");
        snapshot.body = snapshot.body.replace("漢字", "signs");
        let pdf = whole(&Paper::of(&snapshot).unwrap()).unwrap();
        assert!(claims(&pdf));
        let says = |words: &[u8]| pdf.windows(words.len()).any(|window| window == words);
        assert!(says(b"/DisplayDocTitle true") && says(b"/Outlines") && says(b"/BlockQuote"));
    }

    #[test]
    fn words_of_another_script_are_read_by_another_voice() {
        assert_eq!(other_language("بسمة", false), Some("ar"));
        assert_eq!(other_language("UN OCHA", true), Some("en"));
        assert_eq!(other_language("River", false), None);
        assert_eq!(other_language("نحن", true), None);
        assert_eq!(other_language("2016", true), None);
    }
}
