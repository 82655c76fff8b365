//! PDF: real pages, tagged for those who listen to them, the same bytes for the same snapshot.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::ops::Range;

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
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::layout::Glyph;
use parley::{Layout, Run};

use unicode_normalization::char::is_combining_mark;

use super::bookmarks::Bookmarks;
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

/// Glyphs that follow each other from left to right in one style.
struct Stretch {
    style: u16,
    glyphs: Vec<KrillaGlyph>,
}

/// The glyphs of a run, each with the text it stands for: a letter's is the letter, a mark's the
/// mark, and what a font draws in one stroke has its letters in common. So a copied line has its
/// letters and marks in the order in which they are written.
fn stretches(run: &Run<'_, Ink>, text: &str) -> Vec<Stretch> {
    let size = run.font_size();
    let mut atoms: Vec<(u16, Range<usize>, Vec<Glyph>)> = Vec::new();
    // In the order of the text, in which the first letter of a ligature has its glyphs.
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match atoms.last_mut() {
            Some((_, whole, _)) if cluster.is_ligature_continuation() => whole.end = range.end,
            _ => atoms.push((cluster.style_index(), range, cluster.glyphs().collect())),
        }
    }
    // Marks of direction have done their work when the line is set; a copy does not need them.
    atoms.retain(|(_, range, _)| {
        let written = text.get(range.clone()).unwrap_or_default();
        written.is_empty() || !written.chars().all(|c| matches!(c, '\u{2066}'..='\u{2069}'))
    });
    if run.is_rtl() {
        atoms.reverse();
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    for (style, range, glyphs) in atoms {
        if stretches.last().is_none_or(|stretch| stretch.style != style) {
            stretches.push(Stretch { style, glyphs: Vec::new() });
        }
        let Some(stretch) = stretches.last_mut() else { continue };
        let ranges = shares(&range, &glyphs, text, run.is_rtl());
        stretch.glyphs.extend(glyphs.into_iter().zip(ranges).map(|(glyph, range)| {
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                glyph.advance / size,
                glyph.x / size,
                // On the page the heights grow downwards, in a font they grow upwards.
                -glyph.y / size,
                0.0,
                range,
                None,
            )
        }));
    }
    stretches
}

/// Which part of a letter with its marks each of its glyphs stands for. Where that cannot be told,
/// as under a ligature of two letters, each stands for the whole.
fn shares(whole: &Range<usize>, glyphs: &[Glyph], text: &str, rtl: bool) -> Vec<Range<usize>> {
    let unknown = || vec![whole.clone(); glyphs.len()];
    let written = text.get(whole.clone()).unwrap_or_default();
    let starts: Vec<usize> = written.char_indices().map(|(at, _)| whole.start + at).collect();
    let one_letter = written.chars().skip(1).all(is_combining_mark);
    // In the order of the text; the glyphs stand from left to right.
    let ordered: Vec<&Glyph> = if rtl { glyphs.iter().rev().collect() } else { glyphs.iter().collect() };
    let drawn_apart = ordered.iter().skip(1).all(|mark| mark.advance == 0.0);
    if glyphs.len() < 2 || starts.len() < glyphs.len() || !one_letter || !drawn_apart {
        return unknown();
    }
    let mut ranges: Vec<Range<usize>> = (0..glyphs.len())
        .filter_map(|at| {
            // Two marks that are one glyph are the last.
            let next = if at + 1 == glyphs.len() { None } else { starts.get(at + 1).copied() };
            Some(*starts.get(at)?..next.unwrap_or(whole.end))
        })
        .collect();
    if rtl {
        ranges.reverse();
    }
    ranges
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

    /// Shadda, tanween, kasra, hamza, dagger alef, ligatures of lam and alef, and Latin in between.
    const VOCALISED: &str = "إنَّ الموقِّعينَ أدناه، مُمَثِّلي المنظَّمات (UN OCHA) في سوريّا، لَمْ يُبَلَّغوا قطُّ قرارًا مُوَقَّعًا بشأنِ الإجلاءِ، لأنَّ لِلَّهِ الأمرَ؛ وهٰذا لا يُقبَلُ أبدًا، خِلافًا لِما وُعِدوا بهِ عامَ 2016.";

    fn set_glyphs(text: &str, width: usize) -> Vec<KrillaGlyph> {
        let mut paper = Paper::of(&example("ar", 1)).unwrap();
        paper.letter = vec![super::super::Block::plain(Kind::Paragraph, text.repeat(width))];
        let mut setter = Typesetter::new(&paper);
        let set = setter.set(&paper.letter[0]);
        let lines: Vec<_> = set.layout.lines().collect();
        let runs = lines.iter().flat_map(|line| line.runs().collect::<Vec<_>>());
        runs.flat_map(|run| stretches(&run, &set.text)).flat_map(|stretch| stretch.glyphs).collect()
    }

    #[test]
    fn every_letter_and_mark_of_an_arabic_text_is_drawn() {
        let text = VOCALISED.repeat(3); // over several lines
        let glyphs = set_glyphs(&text, 1);
        assert!(glyphs.iter().all(|glyph| glyph.glyph_id.to_u32() != 0), "a sign that the fonts do not have");
        let mut drawn = vec![false; text.len()];
        for glyph in &glyphs {
            drawn[glyph.text_range.clone()].fill(true);
        }
        let missing: String = text.char_indices().filter(|(at, _)| !drawn[*at]).map(|(_, c)| c).collect();
        assert_eq!(missing, "");
        // What stands above or below a letter is a glyph of its own, or one with the letter.
        let marked = |word: &str, bare: &str| {
            let count = |text: &str| set_glyphs(text, 1).len();
            count(word) > count(bare) || set_glyphs(word, 1)[0].glyph_id != set_glyphs(bare, 1)[0].glyph_id
        };
        for (word, bare) in [("قّ", "ق"), ("دًا", "دا"), ("لِ", "ل"), ("مُ", "م"), ("لَّا", "لا")]
        {
            assert!(marked(word, bare), "{word}");
        }
    }

    #[test]
    fn a_copied_line_has_its_marks_behind_their_letters() {
        let word = "مُوَقَّعًا";
        let glyphs = set_glyphs(word, 1);
        let copied: String = glyphs.iter().rev().map(|glyph| &word[glyph.text_range.clone()]).collect();
        assert_eq!(copied, word);
        let name = "\u{2068}River\u{2069}";
        assert!(set_glyphs(name, 1).iter().all(|glyph| name[glyph.text_range.clone()].is_ascii()));
    }

    #[test]
    fn marks_stand_above_and_below_their_letters() {
        let heights = |text: &str| -> Vec<f32> {
            set_glyphs(text, 1)
                .iter()
                .filter(|glyph| glyph.x_advance == 0.0)
                .map(|glyph| glyph.y_offset)
                .collect()
        };
        // The same mark stands higher over a tall letter, and lower under a deep one.
        assert!(heights("لَ")[0] > heights("مَ")[0] + 0.1, "{:?} {:?}", heights("لَ"), heights("مَ"));
        assert!(heights("حِ")[0] < heights("دِ")[0] - 0.1, "{:?} {:?}", heights("حِ"), heights("دِ"));
    }

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

    /// How long and how large: `cargo test --release --lib paper_is_measured -- --ignored --nocapture`.
    /// With `PAPERS=DIRECTORY` the files are kept there.
    #[test]
    #[ignore = "a measure: it takes a while, and prints what it finds"]
    fn paper_is_measured() {
        for (language, count) in
            [("en", 25), ("ar", 25), ("en", 300), ("ar", 300), ("en", 2000), ("ar", 2000)]
        {
            let snapshot = example(language, count);
            let began = std::time::Instant::now();
            let paper = Paper::of(&snapshot).unwrap();
            let composed = began.elapsed();
            let pdf = whole(&paper).unwrap();
            let printed = began.elapsed();
            let docx = super::super::docx::whole(&paper).unwrap();
            let written = began.elapsed();
            println!(
                "{language} {count:>4} signatories: PDF {:>4} kB in {:>5} ms, DOCX {:>3} kB in {:>3} ms",
                pdf.len() / 1000,
                (printed - composed).as_millis(),
                docx.len() / 1000,
                (written - printed).as_millis()
            );
            // A mail with it must arrive: many mailboxes take no more than ten megabytes.
            assert!(pdf.len() < 3_000_000 && docx.len() < 3_000_000, "{} {}", pdf.len(), docx.len());
            if let Ok(directory) = std::env::var("PAPERS") {
                std::fs::write(format!("{directory}/{language}-{count}.pdf"), pdf).unwrap();
                std::fs::write(format!("{directory}/{language}-{count}.docx"), docx).unwrap();
            }
        }
    }
}
