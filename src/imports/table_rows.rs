//! The rows of a table in the list.

use super::layout::Layout;
use super::source::Hint;
use super::understanding::{Mark, Role};
use super::{headings, rows};

impl Layout<'_, '_> {
    /// Reads the rows of a table from here; returns the place behind it.
    pub(super) fn table(&mut self, start: usize) -> usize {
        let mut end = start;
        while self.lines.at(end).is_some_and(|line| line.source.hint == Hint::Row) {
            end += 1;
        }
        let cells: Vec<&[String]> = self
            .lines
            .all
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .map(|line| line.source.cells.as_slice())
            .collect();
        for (row, place) in rows::read(&cells, start).into_iter().zip(start..end) {
            match row {
                rows::Row::Head => self.set(place, Role::Note),
                rows::Row::Heading(text) => {
                    self.give_heading(place, headings::read(&text));
                    self.set(place, Role::Heading);
                }
                rows::Row::Withheld => {
                    self.mark(place, Mark::Withheld(1));
                    self.set(place, Role::Note);
                }
                rows::Row::Entries(heading, entries) => {
                    if let Some(heading) = heading {
                        self.give_heading(place, heading);
                    }
                    for entry in entries {
                        self.push(place, entry);
                    }
                    self.set(place, Role::Entry);
                }
            }
        }
        self.has_read(end.saturating_sub(1), Role::Heading);
        end
    }
}
