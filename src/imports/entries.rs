//! One printed entry in its parts: name, acronym, country, representative.

use super::acronyms::{expands, looks_like_acronym, split_bare, undelimited};
use super::countries;
use super::folding::{begins_with_any, fold, has_any, trimmed};
use super::notes::FOOTNOTE_SIGNS;
use super::understanding::Entry;
use super::words::{AT_REPRESENTED, JOBS};

/// Reads an entry; `printed` has neither number nor bullet.
pub(super) fn read(printed: &str, number: Option<u32>) -> Entry {
    let printed = trimmed(printed);
    let mut entry = Entry { number, printed: printed.to_owned(), ..Entry::default() };
    let mut rest = without_end(printed.trim_start_matches(FOOTNOTE_SIGNS)).to_owned();
    if let Some((name, person)) = on_behalf(&rest) {
        entry.representative = person;
        rest = name;
    } else if let Some((name, person)) = represented(&rest) {
        entry.representative = Some(person);
        rest = name;
    } else if let Some((name, person)) = in_commas(&rest) {
        entry.representative = Some(person);
        rest = name;
    }
    let (unflagged, country) = countries::without_flags(&rest);
    entry.country = country.map(str::to_owned);
    entry.name = unflagged;
    // Each pass takes one part off the end: "Name (ACRONYM), City, Country".
    for _ in 0..4 {
        if !(take_country(&mut entry) || take_acronym(&mut entry)) {
            break;
        }
    }
    if let Some((acronym, name)) = sign_first(&entry) {
        (entry.acronym, entry.name) = (Some(acronym), name);
    }
    if let (None, Some((name, acronym))) = (&entry.acronym, undelimited(&entry.name)) {
        (entry.acronym, entry.name) = (Some(acronym), name);
    }
    entry.name =
        trimmed(entry.name.trim_end_matches([',', ';', ':', '،', '؛']).trim_start_matches([',', ';', ':']))
            .to_owned();
    entry
}

/// Without the sign that ends a line of a list, footnote signs and the quotes around all of it.
fn without_end(printed: &str) -> &str {
    let mut rest = printed;
    loop {
        let before = rest;
        rest = trimmed(rest).trim_end_matches([';', ',', '؛', '،', '*', '†', '‡', '¹', '²', '³', '|', '\\']);
        if rest.ends_with('.') && !abbreviated(rest) {
            rest = rest.trim_end_matches('.');
        }
        if rest.ends_with(']')
            && rest
                .rfind('[')
                .and_then(|at| rest.get(at + 1..rest.len() - 1))
                .is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
        {
            rest = rest.rfind('[').and_then(|at| rest.get(..at)).unwrap_or(rest);
        }
        if before == rest {
            return rest;
        }
    }
}

pub(super) fn abbreviated(text: &str) -> bool {
    let last = text.trim_end_matches('.').rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    last.contains('.')
        || last.chars().count() <= 1
        || ["inc", "ltd", "co", "corp", "intl", "assoc", "univ", "eg", "ev", "st", "jr", "asbl"]
            .contains(&fold(last).as_str())
}

/// What stands between a person and the organization they sign for, or before the organization.
const BEHALF: &[&str] = &[
    "on behalf of the ",
    "on behalf of ",
    "for and on behalf of ",
    "au nom de ",
    "pour le compte de ",
    "en nombre de ",
    "en representación de ",
    "em nome de ",
    "im namen von ",
    "im namen des ",
    "im namen der ",
    "باسم ",
    "نيابة عن ",
    "بالنيابة عن ",
];

/// Whether an entry begins with "on behalf of".
pub(super) fn is_on_behalf(printed: &str) -> bool {
    let lower: String = printed.chars().take(40).flat_map(char::to_lowercase).collect();
    BEHALF.iter().any(|words| lower.starts_with(words))
}

/// "On behalf of Name: Person", "Person, Title, on behalf of Name".
fn on_behalf(text: &str) -> Option<(String, Option<String>)> {
    let lower = text.to_lowercase();
    let found = BEHALF.iter().find_map(|words| lower.find(words).map(|at| (at, words.len())));
    let (at, length) = found.filter(|_| lower.len() == text.len())?;
    let before = text.get(..at)?.trim_end_matches([' ', ',', '–', '-', '—', '(', '،']);
    let name = trimmed(text.get(at + length..)?).trim_end_matches(')');
    if !before.is_empty() {
        // "Trust (on behalf of 20 members)" names no other organization.
        let person = is_person(before.split([',', '،']).next().unwrap_or_default());
        return (person && !name.starts_with(|c: char| c.is_ascii_digit()))
            .then(|| (name.to_owned(), Some(before.to_owned())));
    }
    let (name, person) =
        name.split_once([':', '：']).map_or((name, None), |(name, person)| (name, Some(trimmed(person))));
    (!name.is_empty())
        .then(|| (name.to_owned(), person.filter(|person| !person.is_empty()).map(str::to_owned)))
}

/// "Name – represented by Person, Title".
fn represented(text: &str) -> Option<(String, String)> {
    let lower = text.to_lowercase();
    // A letter whose lower case is of another length would move what is found.
    let at = AT_REPRESENTED.iter().find_map(|words| lower.find(words).map(|at| (at, words.len())));
    let (at, length) = at.filter(|_| lower.len() == text.len())?;
    let name = text.get(..at)?.trim_end_matches([' ', ',', '–', '-', '—', '(', ':', '،']);
    let person = text.get(at + length..)?.trim_matches([' ', ')', ':', ',', '.', 'ا']);
    (!name.is_empty() && !person.is_empty()).then(|| (name.to_owned(), person.to_owned()))
}

/// Whether a line is what somebody does, and no more: "Executive Director".
pub(super) fn is_only_a_job(line: &str) -> bool {
    let folded = fold(line);
    let of_rank = ["country", "regional", "national", "deputy", "managing", "acting", "interim", "senior"];
    let job =
        folded.split_once(' ').filter(|(rank, _)| of_rank.contains(rank)).map_or(&*folded, |(_, job)| job);
    folded.split(' ').count() <= 5
        && !line.trim_end_matches(',').contains(',')
        && begins_with_any(job, JOBS)
        && !super::words::names_a_body(&folded)
}

fn is_job(part: &str) -> bool {
    let folded = fold(part);
    folded.split(' ').count() <= 7 && has_any(&folded, JOBS)
}

pub(super) fn is_person(part: &str) -> bool {
    let words = part.split_whitespace().count();
    (2..=5).contains(&words)
        && !part.chars().any(|c| c.is_ascii_digit())
        && !super::words::names_a_body(&fold(part))
}

/// "Person, Title, Name" and "Name, Person, Title".
fn in_commas(text: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = text.split([',', '،']).map(trimmed).collect();
    if !(3..=6).contains(&parts.len()) {
        return None;
    }
    let job = parts.iter().position(|part| is_job(part))?;
    let (person, job_words) = (parts.get(job.checked_sub(1)?)?, parts.get(job)?);
    if !is_person(person) {
        return None;
    }
    let name: Vec<&str> = match job {
        1 => parts.iter().skip(2).copied().collect(),
        _ => parts.iter().take(job - 1).chain(parts.iter().skip(job + 1)).copied().collect(),
    };
    (!name.is_empty()).then(|| (name.join(", "), format!("{person}, {job_words}")))
}

/// Whether two parts "Person, Title" are all there is: a person without an organization.
pub(super) fn only_a_person(printed: &str) -> bool {
    let parts: Vec<&str> = printed.split([',', '،']).map(trimmed).collect();
    let titled = ["dr ", "prof ", "mr ", "mrs ", "ms ", "sir ", "rev ", "hon ", "د ", "السيد ", "السيدة "];
    let begins = titled.iter().any(|title| format!("{} ", fold(printed)).starts_with(title))
        && printed.contains(['.', ' ']);
    let pair = matches!(parts.as_slice(), [person, job] if is_person(person) && is_job(job));
    pair || (begins && parts.first().is_some_and(|first| is_person(first)))
}

/// The last part behind a comma, a dash or in parentheses, and what is before it.
fn last_part(name: &str) -> Option<(&str, &str)> {
    let name = name.trim_end();
    if let Some(open) = name.strip_suffix([')', ']']).and_then(|inner| inner.rfind(['(', '['])) {
        let inner = name.get(open + 1..name.len() - 1)?;
        return Some((
            name.get(..open)?.trim_end_matches([' ', '\u{a0}', '-', '–', '—', ',', ':']),
            trimmed(inner),
        ));
    }
    if let Some((before, sign)) =
        name.rsplit_once(", ").filter(|(_, sign)| sign.contains(" / ") && looks_like_acronym(sign))
    {
        return Some((trimmed(before), trimmed(sign)));
    }
    let cut = [" – ", " — ", " - ", ", ", "، ", ",", " | ", "- ", "–\u{a0}", "\u{a0}– ", " / ", " ـ "]
        .iter()
        .filter_map(|sign| name.rfind(sign).map(|at| (at, sign.len())))
        .max_by_key(|(at, length)| at + length)?;
    Some((trimmed(name.get(..cut.0)?), trimmed(name.get(cut.0 + cut.1..)?)))
}

fn take_country(entry: &mut Entry) -> bool {
    let Some((name, part)) = last_part(&entry.name) else { return false };
    if name.is_empty() || entry.country_printed.is_some() {
        return false;
    }
    let country = countries::read(part).or_else(|| several_countries(part));
    if country.is_none() && !countries::is_region(part) {
        return false;
    }
    let (mut name, printed) = (name.to_owned(), part.to_owned());
    if let Some((acronym, _)) =
        last_part(part).filter(|(acronym, _)| looks_like_acronym(acronym) && expands(acronym, &name))
    {
        entry.acronym.get_or_insert_with(|| acronym.to_owned()); // "(RT, Kenya)"
    }
    if let Some((before, city)) = last_part(&name).filter(|(before, city)| {
        let tied = before.ends_with(')') && !name.ends_with(')') && city.split_whitespace().count() <= 3;
        !before.is_empty() && (countries::is_city(city) || tied)
    }) {
        let _ = city;
        name = before.to_owned();
    }
    entry.country = country.map(str::to_owned).or(entry.country.take());
    entry.country_printed = Some(printed);
    entry.name = name;
    true
}

/// "Paris, France" or "Idlib - Syria" in parentheses.
fn several_countries(part: &str) -> Option<&'static str> {
    let (city, country) = last_part(part)?;
    (city.split_whitespace().count() <= 3).then(|| countries::read(country)).flatten()
}

/// They look like acronyms and are none.
const LEGAL_FORMS: &[&str] = &[
    "ac", "ev", "sa", "asbl", "ong", "ngo", "cso", "inc", "ltd", "llc", "gmbh", "ggmbh", "iap", "onlus",
    "aps", "vzw", "cic", "scc", "plc", "osc", "ngos",
];

fn take_acronym(entry: &mut Entry) -> bool {
    if entry.acronym.is_some() {
        return false;
    }
    if let Some((name, acronym)) = split_bare(&entry.name) {
        (entry.name, entry.acronym) = (name, Some(acronym));
        return true;
    }
    let Some((name, part)) = last_part(&entry.name) else { return false };
    let enclosed = entry.name.ends_with([')', ']']);
    if name.is_empty() || part.is_empty() {
        return false;
    }
    if enclosed
        && looks_like_acronym(name)
        && !looks_like_acronym(part)
        && part.contains(' ')
        && expands(name, part)
    {
        (entry.acronym, entry.name) = (Some(name.to_owned()), part.to_owned());
        return true;
    }
    if LEGAL_FORMS.contains(&fold(part).replace(' ', "").as_str()) && !(enclosed && expands(part, name)) {
        return false;
    }
    let mixed = enclosed
        && (3..=12).contains(&part.chars().count())
        && part.chars().next().is_some_and(char::is_uppercase)
        && !part.contains(' ')
        && !countries::is_city(part)
        && expands(part, name);
    let plain = mixed
        || looks_like_acronym(part)
        || (!entry.name.contains(" - ") && expands(part, name) && part.chars().count() <= 7);
    // "NAME – GEEP": two signs and no name are left as they are.
    if plain && (enclosed || name.contains(' ') || expands(part, name)) {
        let acronym = part.split_whitespace().collect::<Vec<_>>().join(" ").replace("- ", "-");
        (entry.name, entry.acronym) = (name.to_owned(), Some(acronym));
        return true;
    }
    false
}

/// "PAC – Physicians Across Continents".
fn sign_first(entry: &Entry) -> Option<(String, String)> {
    if entry.acronym.is_some() {
        return None;
    }
    let (sign, name) = [" – ", " — ", " - ", ": "].iter().find_map(|dash| entry.name.split_once(dash))?;
    let (sign, name) = (trimmed(sign), trimmed(name));
    let fits = looks_like_acronym(sign) && !sign.contains(' ') && name.contains(' ') && expands(sign, name);
    fits.then(|| (sign.to_owned(), name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parts(printed: &str, name: &str, acronym: Option<&str>, country: Option<&str>, person: Option<&str>) {
        let entry = read(printed, None);
        assert_eq!(
            (
                entry.name.as_str(),
                entry.acronym.as_deref(),
                entry.country.as_deref(),
                entry.representative.as_deref()
            ),
            (name, acronym, country, person),
            "{printed}"
        );
    }

    #[test]
    fn acronyms_stand_in_many_places() {
        parts("Syrian Water Relief Society – SWRS", "Syrian Water Relief Society", Some("SWRS"), None, None);
        parts("Network of Youth (NY+), Nepal", "Network of Youth", Some("NY+"), Some("NP"), None);
        parts("Rights Alliance for Rivers-RARI", "Rights Alliance for Rivers", Some("RARI"), None, None);
        parts("RAC – Rivers Across Continents", "Rivers Across Continents", Some("RAC"), None, None);
        parts(
            "EIRL (Electronic Information for River Libraries)",
            "Electronic Information for River Libraries",
            Some("EIRL"),
            None,
            None,
        );
        parts(
            "Independent Rowers Association IRA",
            "Independent Rowers Association",
            Some("IRA"),
            None,
            None,
        );
        parts("Conselho dos Povos do Rio, CPR;", "Conselho dos Povos do Rio", Some("CPR"), None, None);
        parts(
            "Instituto de Pesquisa e Rios, Iper;",
            "Instituto de Pesquisa e Rios",
            Some("Iper"),
            None,
            None,
        );
        parts(
            "Women's River Circle - (WRICI), Malawi",
            "Women's River Circle",
            Some("WRICI"),
            Some("MW"),
            None,
        );
        parts("شبكة الأنهار السورية (SRN)", "شبكة الأنهار السورية", Some("SRN"), None, None);
    }

    #[test]
    fn names_keep_what_is_theirs() {
        for name in [
            "SECTION 27",
            "AFL-CIO",
            "RootsAction.org",
            "People's Movement - East & Southern Africa",
            "United Church, General Board of Rivers",
            "Friends of the River U.S.",
            "The Archive: River Stories",
            "GEEP – Açungui",
            "#TheTotalFlood",
            "Access to Rivers Ireland",
            "Lifeline SA",
            "Universidad del Río - CENTRO LN - Departamento de Ciencias",
            "Big Heart",
        ] {
            parts(name, name, None, None, None);
        }
        parts("Women Now for Rivers.", "Women Now for Rivers", None, None, None);
    }

    #[test]
    fn countries_stand_in_many_places() {
        parts("Amis du Fleuve - Benin", "Amis du Fleuve", None, Some("BJ"), None);
        parts(
            "ActionWater France - Peuples des Rives, Paris, France",
            "ActionWater France - Peuples des Rives",
            None,
            Some("FR"),
            None,
        );
        parts("منظمة النهر، سوريا", "منظمة النهر", None, Some("SY"), None);
        parts("River Watch (Germany)", "River Watch", None, Some("DE"), None);
        parts("🇰🇪 River Watch", "River Watch", None, Some("KE"), None);
        let entry = read("DAWA (Development Alternatives with Water for All), Global South", None);
        assert_eq!(
            (entry.name.as_str(), entry.country.as_deref(), entry.country_printed.as_deref()),
            ("Development Alternatives with Water for All", None, Some("Global South"))
        );
    }

    #[test]
    fn representatives_stand_in_many_places() {
        parts(
            "Jane Doe, Executive Director, River Trust",
            "River Trust",
            None,
            None,
            Some("Jane Doe, Executive Director"),
        );
        parts(
            "River Trust, Jane Doe, Executive Director",
            "River Trust",
            None,
            None,
            Some("Jane Doe, Executive Director"),
        );
        parts("River Trust – represented by Jane Doe", "River Trust", None, None, Some("Jane Doe"));
        parts(
            "Jean Dupont, Directeur, Amis du Fleuve, France",
            "Amis du Fleuve",
            None,
            Some("FR"),
            Some("Jean Dupont, Directeur"),
        );
        assert!(only_a_person("Jane Doe, Executive Director"));
        assert!(!only_a_person("River Trust, Kenya"));
    }
}
