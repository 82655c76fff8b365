//! Lines of text on a picture: broken and shaped like those on paper, in the same fonts, and filled as the
//! outlines they are, so that they look the same wherever the picture is shown.

use parley::style::{FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, Layout, LayoutContext, PositionedLayoutItem,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};

use crate::deliveries::fonts;

/// What stands for words that are left out.
const MORE: char = '…';

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub size: f32,
    pub leading: f32,
    pub bold: bool,
    /// Whether the line runs from right to left.
    pub rtl: bool,
    /// How wide the lines are.
    pub width: f32,
}

/// Sets lines.
pub(super) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
}

impl Setter {
    /// With the fonts inside the program.
    pub fn new() -> Self {
        Self { fonts: fonts::context(), layouts: LayoutContext::new() }
    }

    /// Words broken into lines.
    pub fn set(&mut self, words: &str, setting: Setting) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, words, 1.0, false);
        builder.set_base_direction(if setting.rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(StyleProperty::FontFamily(fonts::families()));
        builder.push_default(StyleProperty::FontSize(setting.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(setting.leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if setting.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut layout = builder.build(words);
        layout.break_all_lines(Some(setting.width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        layout
    }

    /// As many of the words as fit into so many lines, and an ellipsis where there are more.
    pub fn set_within(&mut self, words: &str, lines: usize, setting: Setting) -> Layout<()> {
        let whole = self.set(words, setting);
        if whole.len() <= lines {
            return whole;
        }
        let last = lines.checked_sub(1).and_then(|last| whole.get(last));
        let end = last.map_or(0, |line| line.text_range().end);
        let mut kept = words.get(..end).unwrap_or_default().trim_end().to_owned();
        loop {
            let layout = self.set(&format!("{kept}{MORE}"), setting);
            if layout.len() <= lines || kept.is_empty() {
                return layout;
            }
            kept.pop();
        }
    }
}

/// Whether the fonts have every sign of it.
pub(super) fn is_readable(layout: &Layout<()>) -> bool {
    let runs = layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>());
    runs.into_iter().all(|run| run.clusters().all(|cluster| cluster.glyphs().all(|glyph| glyph.id != 0)))
}

/// A picture on which is drawn.
pub(super) struct Sheet(Pixmap);

impl Sheet {
    /// An empty one of this colour; none of no size.
    pub fn new(width: u32, height: u32, paper: [u8; 3]) -> Option<Self> {
        let mut pixmap = Pixmap::new(width, height)?;
        pixmap.fill(color(paper));
        Some(Self(pixmap))
    }

    /// A bar.
    pub fn bar(&mut self, x: f32, y: f32, width: f32, height: f32, ink: [u8; 3]) {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.0.fill_rect(rect, &paint(ink), Transform::identity(), None);
        }
    }

    /// Lines whose top left corner is at (`x`, `y`).
    pub fn lines(&mut self, layout: &Layout<()>, x: f32, y: f32, ink: [u8; 3]) {
        let mut outline = Outline { path: PathBuilder::new(), x: 0.0, y: 0.0 };
        for line in layout.lines() {
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(run) = item else { continue };
                let font = run.run().font();
                let Ok(shapes) = FontRef::from_index(font.data.as_ref(), font.index) else { continue };
                let (shapes, size) = (shapes.outline_glyphs(), Size::new(run.run().font_size()));
                for glyph in run.positioned_glyphs() {
                    (outline.x, outline.y) = (x + glyph.x, y + glyph.y);
                    let Some(shape) = shapes.get(GlyphId::new(glyph.id)) else { continue };
                    // Of a shape that cannot be drawn nothing is missed but itself: the fonts are ours.
                    let _ = shape.draw(DrawSettings::unhinted(size, LocationRef::default()), &mut outline);
                }
            }
        }
        if let Some(path) = outline.path.finish() {
            self.0.fill_path(&path, &paint(ink), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// Red, green and blue of each dot, from the top left.
    pub fn into_rgb(self) -> Vec<u8> {
        self.0.data().chunks_exact(4).flat_map(|dot| dot.iter().take(3).copied()).collect()
    }
}

fn color([red, green, blue]: [u8; 3]) -> Color {
    Color::from_rgba8(red, green, blue, 255)
}

fn paint(ink: [u8; 3]) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(color(ink));
    paint
}

/// Puts the outlines of letters, whose heights grow upwards, on a picture, whose heights grow downwards.
struct Outline {
    path: PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + cx, self.y - cy, self.x + x, self.y - y);
    }
    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.path.cubic_to(self.x + ax, self.y - ay, self.x + bx, self.y - by, self.x + x, self.y - y);
    }
    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTING: Setting = Setting { size: 40.0, leading: 1.2, bold: true, rtl: false, width: 400.0 };

    #[test]
    fn what_does_not_fit_is_left_out_and_said_to_be() {
        let mut setter = Setter::new();
        let long = "Open the road out of Aleppo, and keep it open. ".repeat(20);
        assert_eq!(setter.set_within(&long, 3, SETTING).len(), 3);
        assert_eq!(setter.set_within("Open", 3, SETTING).len(), 1);
        assert!(setter.set_within(&"W".repeat(5_000), 2, SETTING).len() <= 2);
        assert!(setter.set_within("", 2, SETTING).len() <= 1);
    }

    #[test]
    fn signs_that_no_font_has_are_known() {
        let mut setter = Setter::new();
        assert!(is_readable(&setter.set("Open the road · افتحوا الطريق", SETTING)));
        assert!(!is_readable(&setter.set("漢字", SETTING)));
    }

    #[test]
    fn ink_lies_where_the_line_begins() {
        let mut setter = Setter::new();
        let half_of = |words: &str, rtl: bool, setter: &mut Setter| {
            let mut sheet = Sheet::new(400, 60, [255, 255, 255]).unwrap();
            let layout = setter.set(words, Setting { rtl, ..SETTING });
            sheet.lines(&layout, 0.0, 0.0, [0, 0, 0]);
            let rgb = sheet.into_rgb();
            let dark = |from: usize| {
                let rows = rgb.chunks_exact(400 * 3);
                rows.flat_map(|row| row[from * 3..(from + 200) * 3].iter()).filter(|dot| **dot < 100).count()
            };
            (dark(0), dark(200))
        };
        let (left, right) = half_of("Open", false, &mut setter);
        assert!(left > 500 && right == 0, "{left} {right}");
        let (left, right) = half_of("افتحوا", true, &mut setter);
        assert!(left == 0 && right > 500, "{left} {right}");
    }
}
