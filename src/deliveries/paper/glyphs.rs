//! The glyphs of a line, each with the text it stands for, as a PDF wants them.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use parley::Run;
use parley::layout::Glyph;
use unicode_normalization::char::is_combining_mark;

use super::typesetting::Ink;

/// Glyphs that follow each other from left to right in one style.
pub(super) struct Stretch {
    /// Which style of the layout.
    pub style: u16,
    pub glyphs: Vec<KrillaGlyph>,
}

/// The glyphs of a run, each with the text it stands for: a letter's is the letter, a mark's the
/// mark, and what a font draws in one stroke has its letters in common. So a copied line has its
/// letters and marks in the order in which they are written.
pub(super) fn stretches(run: &Run<'_, Ink>, text: &str) -> Vec<Stretch> {
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

#[cfg(test)]
mod tests {
    use super::super::super::snapshot::tests::example;
    use super::super::typesetting::Typesetter;
    use super::super::{Block, Kind, Paper};
    use super::*;

    /// Shadda, tanween, kasra, hamza, dagger alef, ligatures of lam and alef, and Latin in between.
    const VOCALISED: &str = "إنَّ الموقِّعينَ أدناه، مُمَثِّلي المنظَّمات (UN OCHA) في سوريّا، لَمْ يُبَلَّغوا قطُّ قرارًا مُوَقَّعًا بشأنِ الإجلاءِ، لأنَّ لِلَّهِ الأمرَ؛ وهٰذا لا يُقبَلُ أبدًا، خِلافًا لِما وُعِدوا بهِ عامَ 2016.";

    fn set_glyphs(text: &str, width: usize) -> Vec<KrillaGlyph> {
        let mut paper = Paper::of(&example("ar", 1)).unwrap();
        paper.letter = vec![Block::plain(Kind::Paragraph, text.repeat(width))];
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
}
