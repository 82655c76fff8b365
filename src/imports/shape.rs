//! How a part of the list is set: with marks or without, double-spaced, in commas; found by looking
//! ahead from where it begins.

use super::layout::Layout;
use super::markers::Marker;
use super::splitting;
use super::understanding::Role;

/// What has been seen of the list so far.
#[derive(Default)]
pub(super) struct State {
    pub(super) marked: bool,
    pub(super) double_spaced: bool,
    pub(super) gaps_are_rare: bool,
    pub(super) commas: bool,
    pub(super) ended: bool,
    /// Empty lines since the last line that says something, and whether a page ended there.
    pub(super) gap: usize,
    pub(super) page_ended: bool,
    pub(super) last: Option<(usize, Role)>,
    pub(super) last_entry: Option<usize>,
    pub(super) last_number: Option<u32>,
    pub(super) named_group: bool,
    pub(super) heading_since_entry: bool,
    pub(super) longest: usize,
    pub(super) until: usize,
    /// How far the numbers of the second column are from those of the first.
    pub(super) step: Option<u32>,
    /// Whether most marks are bullets, so that numbers stand before headings.
    pub(super) bullets: bool,
    /// How many times empty lines part what is below the heading.
    pub(super) parted: usize,
    /// Whether countries stand in lines of their own below the names.
    pub(super) countries_below: bool,
    /// Whether an entry ended with the sign of a footnote, so that a line may begin with one.
    pub(super) signed: bool,
    /// Whether individuals stand under the last heading.
    pub(super) individuals: bool,
    /// Who signs for the organization in the next line.
    pub(super) representative: Option<String>,
    /// Whether people stand above their organizations, where they have lines of their own.
    pub(super) people_first: Option<bool>,
}

impl Layout<'_, '_> {
    /// Looks ahead: how the part of the list that begins here is set.
    pub(super) fn begin(&mut self, start: usize) {
        let lines = self.lines;
        let until = (start + 1..lines.all.len())
            .find(|place| lines.at(*place).is_some_and(|line| line.cue) && lines.is_cue(*place));
        let until = until.unwrap_or(lines.all.len());
        // How the notes behind a list are set says nothing about the list.
        let until_notes = (start + 1..until)
            .find(|place| lines.at(*place).is_some_and(|line| line.ends_the_list() && !line.is_prose()))
            .unwrap_or(until);
        let (end, until) = (until, until_notes);
        let (marked, shown) = (lines.marked(start, until), lines.shown(start, until));
        let plain = shown.saturating_sub(lines.prose(start, until));
        let (mut gaps, mut bullets, mut countries, mut first_is_country) = (0, 0, 0, false);
        let (mut blank_before, mut seen) = (false, 0_usize);
        for line in lines.all.get(start..until).unwrap_or_default() {
            if line.blank {
                blank_before = true;
            } else if !line.furniture {
                gaps += usize::from(blank_before && seen > 0);
                blank_before = false;
                bullets += usize::from(line.marker == Marker::Bullet);
                let country = line.marker == Marker::None && line.names_a_country();
                countries += usize::from(country);
                first_is_country |= country
                    && seen <= 1
                    && !line.cue
                    && seen + 1 == 1 + usize::from(lines.at(start).is_some_and(|line| line.cue));
                seen += 1;
            }
        }
        let state = &mut self.state;
        state.marked = (marked >= 2 && marked * 10 >= plain * 3) || (marked == 1 && plain <= 3);
        state.bullets = bullets * 2 > marked;
        state.parted = gaps.saturating_sub(1);
        state.countries_below = countries >= 2 && countries * 10 >= shown * 4 && !first_is_country;
        state.double_spaced = lines.blank(start, until) * 10 >= shown * 7;
        state.gaps_are_rare = gaps * 4 <= shown;
        state.commas = !state.marked
            && (plain <= 4
                || plain <= 6
                    && lines
                        .all
                        .get(start..until)
                        .unwrap_or_default()
                        .iter()
                        .filter(|line| line.pieces() >= 4)
                        .count()
                        * 2
                        >= plain);
        state.longest = lines
            .all
            .get(start..until)
            .unwrap_or_default()
            .iter()
            .filter(|line| line.words <= 30)
            .map(|line| line.rest.chars().count())
            .max()
            .unwrap_or(0);
        state.until = end;
        state.step = splitting::step(lines.all.get(start..until).unwrap_or_default());
        state.ended = false;
    }
}
