//! What a person corrects in what was understood.

use super::understanding::{Entry, Heading, Role, Understood};
use super::{completion, entries, headings, markers};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::language::Language;
use crate::text::words::say;

/// The letter's own parts, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct TextForm {
    /// The title.
    pub title: String,
    /// To whom, a line each.
    pub addressees: String,
    /// Place and date.
    pub place_and_date: String,
    /// BCP 47.
    pub language: String,
    /// The text, Markdown.
    pub body: String,
}

/// What a line is, as chosen.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct LineForm {
    /// See [`Role`].
    pub role: String,
    /// The name of the group that begins here.
    pub heading: String,
    /// Its acronym.
    pub heading_acronym: String,
    /// `yes` if a group begins with this entry.
    pub begins_group: String,
    /// `yes` if individuals stand under this heading.
    pub individuals: String,
}

/// An entry, as typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct EntryForm {
    /// The number before it.
    pub number: String,
    /// The name.
    pub name: String,
    /// The acronym.
    pub acronym: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Who signed for it.
    pub representative: String,
    /// The line of the heading it stands under; empty for the one above it.
    pub group: String,
    /// The words with which a second signatory begins.
    pub second: String,
    /// `save`, `split` or `remove`.
    pub then: String,
}

/// Puts what was typed in place of what was understood.
pub(super) fn set_text(understood: &mut Understood, form: &TextForm) -> Result<bool, Complaints> {
    let mut complaints = Complaints::default();
    let title = clean::line(&form.title);
    complaints.required("title", &title, 300, &say!("imports-title-missing"));
    complaints.at_most("place_and_date", &form.place_and_date, 200);
    if form.language.parse::<Language>().is_err() {
        complaints.add("language", say!("imports-not-in-list"));
    }
    complaints.or(())?;
    let typed = &mut understood.typed;
    // Only what differs from what the lines say is kept, so that lines can still be corrected.
    let differs = |typed: String, read: String| (typed != read).then_some(typed);
    let before = std::mem::take(typed);
    let read = (understood.title(), understood.addressees(), understood.place_and_date(), understood.body());
    understood.typed.title = differs(title, clean::line(&read.0));
    understood.typed.addressees = differs(clean::prose(&form.addressees), clean::prose(&read.1));
    understood.typed.place_and_date = differs(clean::line(&form.place_and_date), clean::line(&read.2));
    understood.typed.body = differs(clean::prose(&form.body), clean::prose(&read.3));
    understood.language = form.language.clone();
    drop(before);
    Ok(true)
}

/// Says what a line is. A line that becomes an entry or a heading is read as one.
pub(super) fn set_line(
    understood: &mut Understood,
    number: usize,
    form: &LineForm,
) -> Result<bool, Complaints> {
    let Some(role) = Role::read(&form.role) else {
        return Err(Complaints::about("role", say!("imports-not-in-list")));
    };
    let Some(before) = understood.line(number).map(|line| line.role) else { return Ok(false) };
    if role != before {
        understood.typed.body =
            understood.typed.body.take().filter(|_| role != Role::Body && before != Role::Body);
    }
    let Some(line) = understood.line_mut(number) else { return Ok(false) };
    line.role = role;
    line.marks.clear();
    match role {
        Role::Entry => {
            if line.entries.is_empty() {
                let (marker, rest) = markers::read(&line.text);
                line.entries = vec![entries::read(rest, marker.number())];
            }
            line.heading = (form.begins_group == "yes").then(|| heading_of(form, line.heading.take()));
        }
        Role::Heading => {
            line.entries.clear();
            let read = headings::read(&line.text);
            line.heading = Some(if before == Role::Heading { heading_of(form, Some(read)) } else { read });
        }
        _ => {
            line.entries.clear();
            line.heading = None;
        }
    }
    let own = line.text.clone();
    if role == Role::Continuation && before != Role::Continuation {
        let first = (1..number)
            .rev()
            .find(|above| understood.line(*above).is_some_and(|line| line.role == Role::Entry));
        if let Some(line) = first.and_then(|first| understood.line_mut(first)) {
            completion::join(&mut line.entries, super::folding::trimmed(&own));
        }
    }
    Ok(true)
}

fn heading_of(form: &LineForm, before: Option<Heading>) -> Heading {
    let name = clean::line(&form.heading);
    let country = super::countries::read(&name).map(str::to_owned);
    Heading {
        name,
        acronym: clean::optional_line(&form.heading_acronym),
        country,
        claimed: before.and_then(|before| before.claimed),
        individuals: form.individuals == "yes",
    }
}

/// Corrects an entry's parts, takes it apart into two, or takes it off the list.
pub(super) fn set_entry(
    understood: &mut Understood,
    number: usize,
    place: usize,
    form: &EntryForm,
) -> Result<bool, Complaints> {
    let headings: Vec<usize> = understood.all_groups().iter().map(|group| group.line).collect();
    let Some(line) = understood.line_mut(number) else { return Ok(false) };
    let Some(entry) = line.entries.get_mut(place) else { return Ok(false) };
    match form.then.as_str() {
        "remove" => {
            line.entries.remove(place);
            if line.entries.is_empty() {
                line.role = Role::Note;
                line.heading = None;
            }
            line.marks.clear();
            return Ok(true);
        }
        "split" => {
            let (one, two) = split(entry, &form.second)?;
            *entry = one;
            line.entries.insert(place + 1, two);
        }
        _ => *entry = corrected(entry, form, &headings)?,
    }
    line.marks.clear();
    Ok(true)
}

fn corrected(entry: &Entry, form: &EntryForm, headings: &[usize]) -> Result<Entry, Complaints> {
    let mut complaints = Complaints::default();
    let name = clean::line(&form.name);
    complaints.required("name", &name, 300, &say!("imports-name-missing"));
    complaints.at_most("acronym", &form.acronym, 40);
    complaints.at_most("representative", &form.representative, 300);
    let country = Some(form.country.trim()).filter(|typed| !typed.is_empty());
    let code = country.and_then(country::read);
    if country.is_some() && code.is_none() {
        complaints.add("country", say!("imports-not-in-list"));
    }
    let number = super::tables::number(&form.number);
    if number.is_none() && !form.number.trim().is_empty() {
        complaints.add("number", say!("imports-number-too-long"));
    }
    complaints.or(Entry {
        number,
        printed: entry.printed.clone(),
        name,
        acronym: clean::optional_line(&form.acronym),
        country: code.map(str::to_owned),
        country_printed: entry.country_printed.clone().filter(|_| code.is_some()),
        representative: clean::optional_line(&form.representative),
        group: form.group.parse().ok().filter(|line| headings.contains(line)),
    })
}

/// Takes an entry apart where `second` begins.
fn split(entry: &Entry, second: &str) -> Result<(Entry, Entry), Complaints> {
    let second = super::folding::trimmed(second);
    let not_there = || Complaints::about("second", say!("imports-second-missing"));
    // Chosen from a list it is all that follows; typed, the words may stand anywhere.
    let suffix = entry.printed.ends_with(second).then(|| entry.printed.len() - second.len());
    let at = suffix
        .or_else(|| entry.printed.find(second))
        .filter(|at| !second.is_empty() && *at > 0)
        .ok_or_else(not_there)?;
    let (before, after) = (entry.printed.get(..at), entry.printed.get(at..));
    let (Some(before), Some(after)) = (before, after) else { return Err(not_there()) };
    let (marker, after) = markers::read(after);
    let before = before.trim_end_matches([' ', ',', ';', '|', '،', '؛']);
    if before.is_empty() {
        return Err(not_there());
    }
    let mut two = entries::read(after, marker.number());
    two.group = entry.group;
    let mut one = entries::read(before, entry.number);
    one.group = entry.group;
    Ok((one, two))
}
