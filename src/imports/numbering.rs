//! Doubts that follow from the whole: gaps in numbering, counts, the same entry twice.

use std::collections::{HashMap, HashSet};

use super::folding::fold;
use super::understanding::{Doubt, Entry, GroupOfEntries, Mark, Understood};
use crate::text::words::say;

/// Everything that wants a look, in the order of the lines.
pub(super) fn doubts(understood: &Understood) -> Vec<Doubt> {
    let mut doubts = marks(understood);
    let groups = understood.groups();
    numbers(&groups, &withheld_numbers(understood), &mut doubts);
    counts(understood, &groups, &mut doubts);
    entries(&groups, &mut doubts);
    let individuals: Vec<_> =
        understood.all_groups().into_iter().filter(|group| group.heading.individuals).collect();
    for group in individuals {
        let names = group.entries.len();
        doubts.push(doubt("individuals", group.line, say!("imports-doubt-individuals", count = names)));
    }
    if groups.is_empty() {
        doubts.push(doubt("no-list", understood.lines.len().max(1), say!("imports-doubt-no-list")));
    }
    doubts.sort_by_key(|doubt| doubt.line);
    doubts
}

fn doubt(kind: &'static str, line: usize, message: String) -> Doubt {
    Doubt { kind, line, message }
}

fn marks(understood: &Understood) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (number, line) in (1..).zip(&understood.lines) {
        for mark in &line.marks {
            let (kind, message) = match mark {
                Mark::SeveralInOneLine => {
                    ("several-in-one-line", say!("imports-doubt-several", count = line.entries.len()))
                }
                Mark::PossibleContinuation => ("possible-continuation", say!("imports-doubt-continuation")),
                Mark::LostHeading => ("lost-heading", say!("imports-doubt-lost-heading")),
                Mark::HeadingFoundElsewhere(at) => {
                    ("lost-heading", say!("imports-doubt-heading-elsewhere", line = *at))
                }
                Mark::Withheld(names) => ("withheld", say!("imports-doubt-withheld", count = *names)),
                Mark::PossiblePerson => ("possible-person", say!("imports-doubt-person")),
                Mark::PossibleHeading => ("possible-heading", say!("imports-doubt-heading")),
            };
            doubts.push(doubt(kind, number, message));
        }
    }
    doubts
}

/// The numbers of lines whose name is withheld: they are no gaps.
fn withheld_numbers(understood: &Understood) -> HashSet<u32> {
    let withheld = understood
        .lines
        .iter()
        .filter(|line| line.marks.iter().any(|mark| matches!(mark, Mark::Withheld(_))));
    withheld.filter_map(|line| super::markers::read(&line.text).0.number()).collect()
}

fn numbers(groups: &[GroupOfEntries<'_>], withheld: &HashSet<u32>, doubts: &mut Vec<Doubt>) {
    let mut last: Option<u32> = None;
    // Where a column says the group, the numbers run down the table, through all groups.
    let by_table = groups.iter().flat_map(|group| &group.entries).any(|(_, entry)| entry.group.is_some());
    let mut merged: Vec<_> = groups.iter().flat_map(|group| group.entries.iter().copied()).collect();
    merged.sort_by_key(|(line, _)| *line);
    let runs: Vec<Vec<(usize, &Entry)>> =
        if by_table { vec![merged] } else { groups.iter().map(|group| group.entries.clone()).collect() };
    for run in runs {
        for (place, (line, entry)) in run.iter().enumerate() {
            let Some(number) = entry.number else { continue };
            let restarts = place == 0 && number == 1;
            let expected = if restarts { 1 } else { last.map_or(1, |last| last.saturating_add(1)) };
            let missing = || (expected..number).filter(|number| !withheld.contains(number));
            match number.cmp(&expected) {
                std::cmp::Ordering::Equal => {}
                std::cmp::Ordering::Greater => {
                    if let Some(first) = missing().next() {
                        let end = missing().next_back().unwrap_or(first);
                        let message = if first == end {
                            say!("imports-doubt-gap", number = first, next = number)
                        } else {
                            say!("imports-doubt-gaps", first = first, last = end, next = number)
                        };
                        doubts.push(doubt("numbering-gap", *line, message));
                    }
                }
                std::cmp::Ordering::Less if last == Some(number) => {
                    doubts.push(doubt(
                        "number-repeated",
                        *line,
                        say!("imports-doubt-repeated", number = number),
                    ));
                }
                std::cmp::Ordering::Less => {
                    doubts.push(doubt(
                        "number-out-of-order",
                        *line,
                        say!("imports-doubt-order", number = number, last = last.unwrap_or(0)),
                    ));
                }
            }
            last = Some(number);
        }
    }
    for group in groups {
        if let Some((first, _)) = group
            .entries
            .iter()
            .find(|(_, entry)| entry.number.is_none())
            .filter(|_| group.entries.iter().any(|(_, entry)| entry.number.is_some()))
        {
            doubts.push(doubt("without-number", *first, say!("imports-doubt-no-number")));
        }
    }
}

fn counts(understood: &Understood, groups: &[GroupOfEntries<'_>], doubts: &mut Vec<Doubt>) {
    let found = understood.count();
    if let Some((claimed, line)) = understood
        .claimed
        .filter(|(claimed, _)| *claimed != found + understood.withheld() && *claimed != found)
    {
        doubts.push(doubt("count", line, say!("imports-doubt-count", claimed = claimed, found = found)));
    }
    for group in groups {
        let found = group.entries.len();
        if let Some(claimed) = group.heading.claimed.filter(|claimed| {
            *claimed != found && Some(*claimed) != understood.claimed.map(|(claimed, _)| claimed)
        }) {
            doubts.push(doubt(
                "count",
                group.line,
                say!("imports-doubt-group-count", claimed = claimed, found = found),
            ));
        }
    }
}

fn entries(groups: &[GroupOfEntries<'_>], doubts: &mut Vec<Doubt>) {
    let all: Vec<_> = groups.iter().flat_map(|group| &group.entries).collect();
    let with_country = all.iter().filter(|(_, entry)| entry.country.is_some()).count();
    let countries_are_usual = with_country * 10 >= all.len() * 6 && all.len() >= 4;
    let mut seen: HashMap<String, usize> = HashMap::with_capacity(all.len());
    for (line, entry) in all {
        if !entry.name.chars().any(char::is_alphanumeric) {
            doubts.push(doubt("without-name", *line, say!("imports-doubt-no-name")));
            continue;
        }
        if let Some(printed) = entry.country_printed.as_ref().filter(|_| entry.country.is_none()) {
            doubts.push(doubt("unknown-country", *line, say!("imports-doubt-country", printed = printed)));
        } else if countries_are_usual && entry.country.is_none() && entry.printed.contains([',', '(']) {
            doubts.push(doubt("unknown-country", *line, say!("imports-doubt-no-country")));
        }
        let folded = fold(&entry.name);
        let same = ["the ", "el ", "la ", "le ", "les ", "los ", "a ", "o ", "die ", "der ", "das "]
            .iter()
            .find_map(|article| folded.strip_prefix(article));
        let key = format!("{}|{}", same.unwrap_or(&folded), entry.country.as_deref().unwrap_or_default());
        if let Some(first) = seen.get(&key) {
            doubts.push(doubt("duplicate", *line, say!("imports-doubt-duplicate", line = *first)));
        } else {
            seen.insert(key, *line);
        }
    }
}
