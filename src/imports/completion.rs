//! What is only known at the end: names over several lines, the count the letter claims, and the name
//! of a group whose heading is lost.

use super::region::Lines;
use super::understanding::{Entry, Mark, Role, Understood};
use super::{body, entries, headings};

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
        if let Some(count) = headings::claimed(&line.text, is_title).filter(|_| early) {
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
