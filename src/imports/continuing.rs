//! Lines that go on from the one above them, and headings that are lost between two entries.

use super::acronyms;
use super::completion::join;
use super::features::Line;
use super::layout::Layout;
use super::markers::Marker;
use super::understanding::{Heading, Mark, Role};

/// A name is broken into no more lines.
const MOST_LINES: usize = 6;

impl Layout<'_, '_> {
    /// A list that begins anew, or goes on after a gap it has nowhere else, has lost a heading.
    pub(super) fn find_lost_heading(&mut self, place: usize, restarts: bool) {
        let state = &self.state;
        if state.heading_since_entry || !matches!(state.last, Some((_, Role::Entry | Role::Continuation))) {
            return;
        }
        let wide = state.gap >= if state.named_group && !state.double_spaced { 1 } else { 2 };
        let gap = wide && state.gaps_are_rare && !state.page_ended;
        if restarts || gap {
            self.mark(place, Mark::LostHeading);
            if let Some(line) = self.read.get_mut(place) {
                line.heading = Some(Heading::default());
            }
        }
    }

    /// Whether a line goes on from the one above it.
    pub(super) fn goes_on(&self, line: &Line<'_>) -> bool {
        let Some((last, Role::Entry | Role::Continuation)) = self.state.last else { return false };
        let above = self.lines.at(last);
        let finished = above.is_some_and(|above| above.rest.ends_with([';', '.', '؛']));
        let broken =
            above.is_some_and(Line::breaks_off) && !finished && above.is_some_and(|above| above.pieces() < 4);
        // A name over many lines is none, and reading it anew with each takes time.
        let long = self.state.last_entry.is_some_and(|entry| last >= entry + MOST_LINES);
        let close =
            self.state.gap == 0 || self.state.page_ended || (self.state.gap == 1 && self.state.double_spaced);
        let joins = line.begins_in_the_middle()
            && !finished
            && (self.state.marked
                || super::words::JOINERS.contains(&line.rest.split_whitespace().next().unwrap_or_default())
                || line.rest.starts_with(['(', '&']))
            && !super::entries::is_on_behalf(line.rest);
        let spelled = above.is_some_and(|above| {
            line.marker == Marker::None && acronyms::spelled_over(above.rest, line.rest)
        });
        !long && close && (broken || joins || spelled) && !line.rest.ends_with([':', '：'])
    }

    pub(super) fn continuation(&mut self, place: usize, line: &Line<'_>) -> Role {
        let first = self.state.last_entry;
        if let Some(read) = first.and_then(|first| self.read.get_mut(first)) {
            join(&mut read.entries, line.rest);
        }
        self.mark(place, Mark::PossibleContinuation);
        Role::Continuation
    }

    pub(super) fn find_lost_heading_in_plain(&mut self, place: usize) {
        if self.state.named_group && !self.state.double_spaced && self.state.gap >= 1 {
            self.find_lost_heading(place, false);
        }
    }
}
