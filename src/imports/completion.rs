//! What is only known at the end: names over several lines, the count the letter claims, and the name
//! of a group whose heading is lost.

use super::features::Line;
use super::region::Lines;
use super::understanding::{Entry, Mark, ReadLine, Role, Understood};
use super::{body, counts, entries, headings};

/// Puts the rest of a name behind what stands in the line above.
pub(super) fn join(entries: &mut [Entry], rest: &str) {
    if let Some(last) = entries.last_mut() {
        let hyphen = last.printed.ends_with('-') && !last.printed.ends_with(" -");
        let printed =
            if hyphen { format!("{}{rest}", last.printed) } else { format!("{} {rest}", last.printed) };
        *last = entries::read(&printed, last.number);
    }
}

pub(super) fn claimed(understood: &Understood, start: usize) -> Option<(usize, usize)> {
    let mut text = 0;
    for (number, line) in (1..).zip(understood.lines.iter().take(start + 1)) {
        let is_title = line.role == Role::Title;
        text += usize::from(line.role == Role::Body);
        let early = text <= 12 || number == start + 1;
        if let Some(count) = counts::claimed(&line.text, is_title).filter(|_| early) {
            return Some((count, number));
        }
    }
    None
}

/// A group whose heading is lost has its name, where a byline names it beside the others.
pub(super) fn name_lost_groups(understood: &mut Understood, lines: &Lines<'_>) {
    let lost: Vec<usize> = (1..)
        .zip(&understood.lines)
        .filter(|(_, line)| line.marks.contains(&Mark::LostHeading))
        .map(|(number, _)| number)
        .collect();
    let [lost] = lost.as_slice() else { return };
    let known: Vec<String> = understood
        .groups()
        .iter()
        .filter(|group| !group.heading.name.is_empty())
        .map(|group| super::folding::fold(&group.heading.name))
        .collect();
    for (number, line) in (1..).zip(lines.all.iter().take(60)) {
        let names = body::names_in_byline(line);
        let (there, other): (Vec<&String>, Vec<&String>) = names
            .iter()
            .partition(|name| known.iter().any(|known| known.starts_with(&super::folding::fold(name))));
        if let ([name], true) = (other.as_slice(), !known.is_empty() && there.len() == known.len()) {
            if let Some(line) = understood.line_mut(*lost) {
                line.heading = Some(headings::read(name));
                line.marks = vec![Mark::HeadingFoundElsewhere(number)];
            }
            return;
        }
    }
}

/// Where the list stands before the text, what follows the list is the text.
pub(super) fn text_behind_the_list(read: &mut [ReadLine], lines: &Lines<'_>, start: usize) {
    let Some(last) = read.iter().rposition(|line| !line.entries.is_empty()) else { return };
    let behind = last + 1;
    let demands = || lines.all.iter().skip(behind).any(Line::leads_to_demands);
    if lines.prose(0, start) > 0 || (lines.prose(behind, lines.all.len()) == 0 && !demands()) {
        return;
    }
    let titled = read.iter().take(start).any(|line| line.role == Role::Title);
    let rest = lines.all.get(behind..).unwrap_or_default();
    for (role, line) in body::roles(rest, rest.len()).into_iter().zip(read.iter_mut().skip(behind)) {
        if line.role == Role::Note && line.marks.is_empty() {
            line.role = if role == Role::Title && titled { Role::Body } else { role };
        }
    }
}
