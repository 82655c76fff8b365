//! The understanding for programs.

use serde_json::{Value, json};

use super::understanding::{Entry, GroupOfEntries, Understood};

/// The understanding as JSON:
///
/// ```json
/// {"title": "…", "addressees": ["…"], "place_and_date": "…", "language": "en", "body": "…",
///  "claimed_count": 25, "count": 25, "withheld": 0,
///  "groups": [{"name": "Syrian NGO Alliance (SNA)", "acronym": "SNA", "country": null, "line": 61,
///    "signatories": [{"number": 10, "name": "Syrian American Medical Society", "alt_name": null,
///      "acronym": "SAMS", "country": "US", "country_name": "USA", "representative": null,
///      "listed_as": "Syrian American Medical Society – SAMS, USA",
///      "printed": "…", "line": 71}]}],
///  "individuals": [{"name": "…", "listed_as": "…", "line": 90}],
///  "doubts": [{"kind": "numbering-gap", "line": 64, "message": "…"}],
///  "lines": [{"line": 1, "role": "ignored", "text": "…"}]}
/// ```
///
/// `name` is null for a group without a heading. `country` is ISO 3166-1, `country_name` as printed.
/// `listed_as` is the entry as printed, without its number; `printed` is the same. `alt_name` is what
/// follows a dash and is neither an acronym nor a country. Roles are `title`, `dateline`,
/// `addressee`, `body`, `heading`, `entry`, `continuation`, `note` and `ignored`. Kinds of doubts are
/// `numbering-gap`, `number-repeated`, `number-out-of-order`, `without-number`, `several-in-one-line`,
/// `possible-continuation`, `lost-heading`, `possible-heading`, `count`, `without-name`,
/// `unknown-country`, `duplicate`, `withheld`, `possible-person`, `individuals` and `no-list`.
pub fn as_json(understood: &Understood) -> Value {
    let addressees = understood.addressees();
    let addressees: Vec<&str> = addressees.lines().collect();
    let groups: Vec<Value> = understood.groups().iter().map(group).collect();
    let individuals = understood.all_groups();
    let individuals =
        individuals.iter().filter(|group| group.heading.individuals).flat_map(|group| &group.entries);
    let individuals: Vec<Value> = individuals.map(|(line, entry)| signatory(*line, entry, None)).collect();
    let doubts: Vec<Value> = understood
        .doubts()
        .iter()
        .map(|doubt| json!({"kind": doubt.kind, "line": doubt.line, "message": doubt.message}))
        .collect();
    let lines: Vec<Value> = (1..)
        .zip(&understood.lines)
        .map(|(number, line): (usize, _)| json!({"line": number, "role": line.role.as_str(), "text": line.text}))
        .collect();
    json!({
        "title": understood.title(),
        "addressees": addressees,
        "place_and_date": understood.place_and_date(),
        "language": understood.language,
        "body": understood.body(),
        "claimed_count": understood.claimed.map(|(count, _)| count),
        "count": understood.count(),
        "withheld": understood.withheld(),
        "groups": groups,
        "individuals": individuals,
        "doubts": doubts,
        "lines": lines,
    })
}

fn group(group: &GroupOfEntries<'_>) -> Value {
    let name = Some(&group.heading.name).filter(|name| !name.is_empty());
    let signatories: Vec<Value> = group
        .entries
        .iter()
        .map(|(line, entry)| signatory(*line, entry, group.heading.country.as_deref()))
        .collect();
    json!({
        "name": name,
        "acronym": group.heading.acronym,
        "country": group.heading.country,
        "claimed_count": group.heading.claimed,
        "line": group.line,
        "signatories": signatories,
    })
}

fn signatory(line: usize, entry: &Entry, country: Option<&str>) -> Value {
    let (name, further) = entry.short_and_further_name();
    json!({
        "number": entry.number,
        "name": name,
        "alt_name": further,
        "acronym": entry.acronym,
        "country": entry.country.as_deref().or(country),
        "country_name": entry.country_printed,
        "representative": entry.representative,
        "listed_as": entry.printed,
        "printed": entry.printed,
        "line": line,
    })
}
