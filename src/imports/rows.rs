//! The rows of a table as entries.

use std::collections::HashMap;

use super::folding::{fold, has_any};
use super::headings;
use super::tables::{Column, Columns, number};
use super::understanding::{Entry, Heading};
use super::{countries, entries, words};

/// What a row is.
pub(super) enum Row {
    /// The names of the columns.
    Head,
    /// The heading of a group.
    Heading(String),
    /// A name that is not told.
    Withheld,
    /// Entries, and the heading that begins with them.
    Entries(Option<Heading>, Vec<Entry>),
}

/// Reads the rows of one table; `start` is the place of the first.
pub(super) fn read(rows: &[&[String]], start: usize) -> Vec<Row> {
    let head = rows.iter().take(5).position(|row| Columns::named(row).is_some());
    let named = head.and_then(|head| rows.get(head)).and_then(|row| Columns::named(row));
    let columns = named.unwrap_or_else(|| Columns::guessed(rows));
    let side_by_side = head.is_none() && sets_names_side_by_side(rows, &columns);
    let mut groups: HashMap<String, usize> = HashMap::new();
    let mut last_group = String::new();
    let mut read = Vec::with_capacity(rows.len());
    for (place, cells) in rows.iter().enumerate() {
        if head.is_some_and(|head| place <= head) {
            read.push(Row::Head);
            continue;
        }
        let filled: Vec<&String> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
        if !filled.iter().any(|cell| cell.chars().any(char::is_alphanumeric)) {
            read.push(Row::Head); // nobody stands there
            continue;
        }
        // "Asia | Africa" over columns of names: whose they are is lost when columns become lines.
        if side_by_side
            && filled.iter().all(|cell| countries::is_region(cell) || countries::read(cell).is_some())
        {
            read.push(Row::Head);
            continue;
        }
        if let ([only], true) = (filled.as_slice(), cells.len() > 1 && !side_by_side) {
            let is_name = columns.cell(cells, Column::Name) == Some(only.trim())
                && (head.is_some() || columns.0.len() < 2);
            if !is_name && !has_any(&fold(only), words::WITHHELD) {
                read.push(Row::Heading((*only).clone()));
                continue;
            }
        }
        if filled
            .iter()
            .any(|cell| cell.split_whitespace().count() < 12 && has_any(&fold(cell), words::WITHHELD))
        {
            read.push(Row::Withheld);
            continue;
        }
        if side_by_side {
            let names = filled.iter().filter(|cell| cell.chars().any(char::is_alphanumeric));
            read.push(Row::Entries(None, names.map(|cell| marked(cell)).collect()));
            continue;
        }
        let mut entry = entry(cells, &columns);
        let heading = group(cells, &columns, &mut groups, &mut last_group, start + place + 1, &mut entry);
        read.push(Row::Entries(heading, vec![entry]));
    }
    read
}

fn marked(cell: &str) -> Entry {
    let (marker, rest) = super::markers::read(cell);
    entries::read(rest, marker.number())
}

fn entry(cells: &[String], columns: &Columns) -> Entry {
    let printed = columns.cell(cells, Column::Name).unwrap_or_default();
    let mut entry = marked(printed);
    entry.number = columns.cell(cells, Column::Number).and_then(number).or(entry.number);
    if let Some(acronym) = columns.cell(cells, Column::Acronym) {
        entry.acronym = Some(acronym.to_owned());
    }
    if let Some(country) = columns.cell(cells, Column::Country) {
        let code = countries::read(country).or_else(|| crate::text::country::read(country));
        entry.country = code.map(str::to_owned);
        entry.country_printed = Some(country.to_owned());
    }
    let person = columns.cell(cells, Column::Representative).map(str::to_owned);
    let title = columns.cell(cells, Column::Title);
    entry.representative = match (person, title) {
        (Some(person), Some(title)) => Some(format!("{person}, {title}")),
        (person, _) => person.or(entry.representative),
    };
    entry
}

/// The heading that begins with a row, or the earlier one that the row goes back to.
fn group(
    cells: &[String],
    columns: &Columns,
    groups: &mut HashMap<String, usize>,
    last: &mut String,
    line: usize,
    entry: &mut Entry,
) -> Option<Heading> {
    if !columns.0.contains(&Column::Group) {
        return None;
    }
    let name = columns.cell(cells, Column::Group).unwrap_or_default();
    let key = fold(name);
    if let Some(first) = groups.get(&key) {
        if key != *last {
            entry.group = Some(*first);
        }
        return None;
    }
    groups.insert(key.clone(), line);
    *last = key;
    Some(headings::read(name))
}

/// Whether a table only sets names in columns to save paper.
fn sets_names_side_by_side(rows: &[&[String]], columns: &Columns) -> bool {
    let about = [Column::Country, Column::Number];
    let widest = columns.0.len();
    // In the first column are names in any table; in a second of people there are no organizations.
    let further =
        rows.iter().take(100).flat_map(|row| row.iter().skip(1)).filter(|cell| !cell.trim().is_empty());
    let (all, bodies) = further.fold((0, 0), |(all, bodies), cell| {
        let body = words::names_a_body(&fold(cell)) || super::markers::read(cell).0.number().is_some();
        (all + 1, bodies + usize::from(body))
    });
    (2..=4).contains(&widest)
        && !columns.0.iter().any(|column| about.contains(column))
        && bodies > 0
        && bodies * 10 >= all * 2
}
