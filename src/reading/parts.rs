//! A long list in parts, each a page. Pure.
//!
//! A heading stands whole on one page where that can be done with pages of a fair size; the count, the
//! numbers and the index of headings are those of the whole list on each of them.

use std::ops::Range;

use crate::signatures::SignatoryList;

/// A page is full with so many lines: some twenty screens of a telephone, and 20 kB packed.
const FULL: usize = 250;
/// No page has more. Between the two a heading is kept whole.
const MOST: usize = 400;

/// A heading on a page: which of the list's, and which of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub group: usize,
    pub lines: Range<usize>,
}

/// What stands on one page.
pub(super) type Part = Vec<Piece>;

/// The list in parts; an empty list is one part with nothing in it.
pub(super) fn parts(list: &SignatoryList) -> Vec<Part> {
    let sizes: Vec<usize> = list.groups.iter().map(|group| group.signatories.len()).collect();
    parted(&sizes)
}

/// On which part a line stands: the number of the heading, and of the line under it.
pub(super) fn part_with(parts: &[Part], group: usize, line: usize) -> Option<usize> {
    let has = |piece: &Piece| piece.group == group && piece.lines.contains(&line);
    parts.iter().position(|part| part.iter().any(has))
}

/// On which part a heading begins.
pub(super) fn part_of(parts: &[Part], group: usize) -> Option<usize> {
    parts.iter().position(|part| part.iter().any(|piece| piece.group == group))
}

fn parted(sizes: &[usize]) -> Vec<Part> {
    let mut parts = vec![Part::new()];
    let mut on_page = 0;
    let mut left: usize = sizes.iter().sum();
    for (group, &size) in sizes.iter().enumerate() {
        let full = on_page >= FULL && on_page + left > MOST; // a last page with three lines is no page
        left -= size;
        if on_page > 0 && (full || (on_page + size > MOST && size <= MOST)) {
            parts.push(Part::new());
            on_page = 0;
        }
        let mut from = 0;
        while from < size && on_page + size - from > MOST {
            let to = from + (FULL - on_page.min(FULL - 1));
            add(&mut parts, group, from..to);
            parts.push(Part::new());
            (from, on_page) = (to, 0);
        }
        add(&mut parts, group, from..size);
        on_page += size - from;
    }
    parts
}

fn add(parts: &mut [Part], group: usize, lines: Range<usize>) {
    if let Some(part) = parts.last_mut() {
        part.push(Piece { group, lines });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_line_is_on_one_page_in_its_order_and_no_page_is_long(sizes in proptest::collection::vec(0..900_usize, 0..30)) {
            let parts = parted(&sizes);
            let lines: Vec<_> = parts.iter().flatten().flat_map(|piece| piece.lines.clone().map(|line| (piece.group, line))).collect();
            let whole: Vec<_> = sizes.iter().enumerate().flat_map(|(group, size)| (0..*size).map(move |line| (group, line))).collect();
            prop_assert_eq!(&lines, &whole);
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(part.iter().map(|piece| piece.lines.len()).sum::<usize>() <= MOST);
                prop_assert!(parts.len() == 1 || !part.is_empty(), "page {} has nothing on it", at);
            }
            for (group, size) in sizes.iter().enumerate() {
                let on = parts.iter().flatten().filter(|piece| piece.group == group).count();
                prop_assert!(on == 1 || *size > MOST, "a heading that could be whole is in {} pieces", on);
                prop_assert!(part_of(&parts, group).is_some());
            }
            if let Some((group, line)) = whole.last() {
                prop_assert_eq!(part_with(&parts, *group, *line), Some(parts.len() - 1));
            }
        }
    }

    #[test]
    fn a_list_of_a_few_hundred_is_one_page_and_one_of_thousands_is_not() {
        assert_eq!(parted(&[17, 8]).len(), 1);
        assert_eq!(parted(&[MOST]).len(), 1);
        assert_eq!(parted(&[5_000]).len(), 20);
        assert_eq!(
            parted(&[3, 399]),
            vec![vec![Piece { group: 0, lines: 0..3 }], vec![Piece { group: 1, lines: 0..399 }],]
        );
        assert_eq!(parted(&[]), vec![Part::new()]);
    }

    #[test]
    fn a_few_more_lines_stay_on_the_last_page() {
        assert_eq!(parted(&[300, 300, 1]).len(), 2);
        assert_eq!(parted(&[300, 300, 100]).len(), 2);
        assert_eq!(parted(&[300, 300, 101]).len(), 3);
    }
}
