//! The title of a letter, among the lines before its list.

use super::body::{is_addressee, is_dateline, is_salutation};
use super::features::Line;
use super::folding::{begins_with_any, trimmed};
use super::source::Hint;
use super::words;

/// What stands above many a title and says only what kind of text it is.
const LABELS: &[&str] = &[
    "for immediate release",
    "press release",
    "media release",
    "news release",
    "press statement",
    "statement",
    "joint statement",
    "joint press release",
    "open letter",
    "communique",
    "communique de presse",
    "declaration commune",
    "lettre ouverte",
    "comunicado",
    "comunicado de prensa",
    "carta abierta",
    "declaracion conjunta",
    "carta aberta",
    "nota publica",
    "offener brief",
    "pressemitteilung",
    "بيان",
    "بيان مشترك",
    "بيان صحفي",
    "بيان صحافي",
    "رسالة مفتوحة",
];

fn could_be_title(line: &Line<'_>) -> bool {
    let text = trimmed(line.rest);
    (2..=45).contains(&line.words)
        && line.marker.number().is_none()
        && text.chars().count() <= 300
        && !text.ends_with(['.', ',', ';', ':', '،'])
        && !line.furniture
        && !is_dateline(line)
        && !is_salutation(line)
        && !is_addressee(line)
        && !(words::is_byline(&line.folded) && line.words <= 12)
}

/// The place of the title among the lines before the list.
pub(super) fn find(head: &[&Line<'_>]) -> Option<usize> {
    let near: Vec<usize> =
        head.iter().enumerate().filter(|(_, line)| !line.blank).take(25).map(|(place, _)| place).collect();
    let fits = |place: &usize| head.get(*place).is_some_and(|line| could_be_title(line));
    let set = near.iter().find(|place| {
        head.get(**place)
            .is_some_and(|line| line.source.hint == Hint::Heading && line.words >= 1 && line.words <= 60)
    });
    if let Some(place) = set {
        return Some(*place);
    }
    // What kind of text it is may stand above its title; where nothing else does, it is the title.
    let label = |place: &usize| head.get(*place).is_some_and(|line| LABELS.contains(&line.folded.as_str()));
    let first = near.iter().find(|place| fits(place))?;
    let behind =
        || near.iter().filter(|place| *place > first && *place - first <= 3).find(|place| fits(place));
    let found = if label(first) { behind().filter(|place| !label(place)).unwrap_or(first) } else { first };
    // A website's headline stands over the letter's own, which says what it is.
    let kinds = [
        "declaration",
        "statement",
        "joint statement",
        "open letter",
        "letter",
        "declaracao",
        "carta",
        "carta aberta",
        "carta abierta",
        "declaracion",
        "lettre",
        "lettre ouverte",
        "communique",
        "offener brief",
        "erklarung",
        "بيان",
        "رسالة",
        "نداء",
    ];
    let own = near.iter().skip_while(|place| *place <= found).take(1).find(|place| {
        fits(place) && head.get(**place).is_some_and(|line| begins_with_any(&line.folded, &kinds))
    });
    Some(*own.unwrap_or(found))
}
