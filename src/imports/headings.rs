//! Headings, and the counts that letters claim: "Syrian NGO Alliance (SNA) – 17 organizations:".

use super::acronyms::looks_like_acronym;
use super::countries;
use super::folding::{begins_with_any, digit, fold, has_any, leading_number, trimmed};
use super::understanding::Heading;
use super::words::{self, CUES, INDIVIDUALS};

/// Words behind a count.
const COUNTED: &[&str] = &[
    "organization",
    "organizations",
    "organisation",
    "organisations",
    "ngo",
    "ngos",
    "cso",
    "csos",
    "groups",
    "associations",
    "signatories",
    "members",
    "entities",
    "institutions",
    "unions",
    "networks",
    "coalitions",
    "civil society",
    "humanitarian",
    "aid",
    "human rights",
    "syrian",
    "local",
    "national",
    "international",
    "ong",
    "ongs",
    "signataires",
    "associations",
    "organizaciones",
    "entidades",
    "firmantes",
    "organizacoes",
    "associacoes",
    "organisationen",
    "verbande",
    "vereine",
    "gruppen",
    "منظمة",
    "منظمات",
    "جمعية",
    "جمعيات",
    "جهة",
    "مؤسسة",
    "موسسة",
    "موقع",
];

/// Headings that say only that organizations follow, as opposed to individuals.
const GENERAL_NAMES: &[&str] = &[
    "organizations",
    "organisations",
    "ngos",
    "civil society organizations",
    "civil society organisations",
    "participating organizations",
    "organizaciones",
    "organizacoes",
    "organisationen",
    "entidades",
    "المنظمات",
    "الجهات",
];

/// Whether only general words stand in a heading: "National organizations".
pub(super) fn is_general(folded: &str) -> bool {
    folded.split(' ').all(|word| {
        words::SCOPES.contains(&word)
            || words::JOINERS.contains(&word)
            || COUNTED.contains(&word)
            || word.chars().all(|c| digit(c).is_some())
    })
}

/// Reads a heading. What only says that a list follows has no name.
pub(super) fn read(text: &str) -> Heading {
    let text = trimmed(text);
    let (unflagged, flag) = countries::without_flags(text);
    let (bare, claimed) = without_count(trimmed(
        unflagged.trim_end_matches([':', '：', ';', '-', '–', '—']).trim_start_matches(['*', '#']),
    ));
    let folded = fold(&bare);
    let individuals = has_any(&folded, INDIVIDUALS) && folded.split(' ').count() <= 12;
    let acronym = acronym_in(&bare);
    let country = flag.or_else(|| countries::read(&bare)).map(str::to_owned);
    let only_says = !individuals
        && (is_only_a_cue(&folded, acronym.is_some())
            || (country.is_none() && !folded.is_empty() && GENERAL_NAMES.contains(&folded.as_str())));
    let name = if only_says { String::new() } else { bare };
    Heading { acronym: acronym.filter(|_| !name.is_empty()), name, country, claimed, individuals }
}

/// Whether a heading says "signed by" and no more. "Organizations from Kenya that sign" would be lost
/// with its words; a coordinator sees it as the list's heading and can make it a group's.
fn is_only_a_cue(folded: &str, acronym: bool) -> bool {
    has_any(folded, CUES)
        && !acronym
        && !begins_with_any(folded, words::SCOPES)
        && !has_any(folded, &["late", "additional", "observers"])
}

/// The acronym in parentheses at the end of a heading.
fn acronym_in(text: &str) -> Option<String> {
    let inner = text.strip_suffix(')')?;
    let inner = inner.get(inner.rfind('(')? + 1..)?;
    looks_like_acronym(inner).then(|| inner.to_owned())
}

/// A heading without the count it claims.
fn without_count(text: &str) -> (String, Option<usize>) {
    if let Some(open) = text.strip_suffix([')', ']']).and_then(|inner| inner.rfind(['(', '['])) {
        let inner = text.get(open + 1..text.len() - 1).unwrap_or_default();
        if let Some(count) = count_alone(inner) {
            return (
                trimmed(text.get(..open).unwrap_or_default().trim_end_matches([' ', '-', '–', ':']))
                    .to_owned(),
                Some(count),
            );
        }
    }
    for sign in [" – ", " — ", " - ", ": ", ", ", "، "] {
        if let Some((name, count)) =
            text.rsplit_once(sign).and_then(|(name, rest)| Some((name, count_alone(rest)?)))
        {
            return (trimmed(name).to_owned(), Some(count));
        }
    }
    if let Some((count, rest)) = leading_number(text) {
        let folded = fold(rest);
        if rest.starts_with(' ') && folded.split(' ').any(|word| COUNTED.contains(&word)) {
            return (trimmed(rest).to_owned(), Some(count as usize));
        }
    }
    (text.to_owned(), None)
}

/// "17", "17 organizations", "seventeen NGOs", and nothing else.
fn count_alone(text: &str) -> Option<usize> {
    let folded = fold(text);
    let count = first_number(text)?;
    let rest = folded
        .split(' ')
        .filter(|word| !word.chars().all(|c| digit(c).is_some()) && number_word(word).is_none());
    let rest: Vec<&str> = rest.collect();
    (rest.len() <= 3 && rest.iter().all(|word| COUNTED.contains(word) || ["total", "n"].contains(word)))
        .then_some(count)
}

/// Whether a heading claims a count.
pub(super) fn has_count(text: &str) -> bool {
    text.len() < 300
        && without_count(trimmed(text.trim_end_matches([':', '：']))).1.is_some_and(|count| count < 10_000)
        && !text.starts_with(|c| digit(c).is_some())
}

const UNITS: &[(&str, usize)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("veinte", 20),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("dez", 10),
    ("vinte", 20),
    ("trinta", 30),
    ("quarenta", 40),
    ("cinquenta", 50),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("funf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("zwanzig", 20),
    ("dreissig", 30),
    ("funfzig", 50),
];

fn number_word(word: &str) -> Option<usize> {
    UNITS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// The first number of a text, in digits or in words ("Twenty-five").
pub(super) fn first_number(text: &str) -> Option<usize> {
    let folded: String = fold(&text.chars().take(400).collect::<String>());
    let words: Vec<&str> = folded.split(' ').collect();
    words.iter().enumerate().find_map(|(place, _)| number_at(&words, place)).map(|(count, _)| count)
}

/// The number at a word, and how many words it has.
fn number_at(words: &[&str], place: usize) -> Option<(usize, usize)> {
    let word = words.get(place)?;
    if let Some((number, "")) = leading_number(word) {
        return Some((number as usize, 1));
    }
    let first = number_word(word)?;
    let second =
        words.get(place + 1).and_then(|next| number_word(next)).filter(|unit| first >= 20 && *unit < 10);
    Some(second.map_or((first, 1), |unit| (first + unit, 2)))
}

/// The count of organizations that a line claims for the letter: "We, the undersigned 25 NGOs".
/// In the text only what stands with "undersigned", or at the beginning of a line, is meant.
pub(super) fn claimed(text: &str, is_title: bool) -> Option<usize> {
    let folded: String = fold(&text.chars().take(500).collect::<String>());
    let words: Vec<&str> = folded.split(' ').collect();
    let says_we = has_any(
        &folded,
        &[
            "undersigned",
            "soussignes",
            "soussignees",
            "abajo firmantes",
            "firmantes",
            "abaixo assinadas",
            "abaixo assinados",
            "unterzeichnenden",
            "unterzeichnende",
            "الموقعة",
            "الموقعون",
            "signed by",
            "signatories",
            "signatory",
            "signataires",
            "on behalf of",
            "endorsed by",
        ],
    );
    for place in 0..words.len() {
        let Some((count, length)) = number_at(&words, place) else { continue };
        let behind = words.get(place + length..(place + length + 4).min(words.len())).unwrap_or_default();
        let of_bodies = behind.iter().any(|word| {
            COUNTED.contains(word) && words::names_a_body(word)
                || [
                    "ngos",
                    "csos",
                    "ong",
                    "ongs",
                    "signatories",
                    "organizations",
                    "organisations",
                    "منظمة",
                    "منظمات",
                ]
                .contains(word)
        });
        let meant = is_title || says_we || place <= 1;
        if of_bodies && meant && (2..10_000).contains(&count) && !(1900..2100).contains(&count) {
            return Some(count);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_read_without_its_count() {
        let heading = read("River NGO Alliance (RNA) – 17 organizations:");
        assert_eq!(
            (heading.name.as_str(), heading.acronym.as_deref(), heading.claimed),
            ("River NGO Alliance (RNA)", Some("RNA"), Some(17))
        );
        assert_eq!(read("International (12)").claimed, Some(12));
        assert_eq!(
            read("🇰🇪 Kenya:"),
            Heading { name: "Kenya".into(), country: Some("KE".into()), ..Heading::default() }
        );
        for cue in [
            "Signatories:",
            "Signed by the following organizations:",
            "المنظمات الموقعة:",
            "Assinam a carta:",
            "Signataires",
            "Firmantes:",
            "Unterzeichnende Organisationen",
        ] {
            assert_eq!(read(cue).name, "", "{cue}");
        }
        assert!(read("Individuals:").individuals);
        assert_eq!(read("تحالف المنظمات السورية").name, "تحالف المنظمات السورية");
    }

    #[test]
    fn claims_are_read_in_digits_and_words() {
        assert_eq!(claimed("We, the undersigned 25 NGOs, provide aid", false), Some(25));
        assert_eq!(claimed("Twenty-five NGOs working in Syria have condemned", false), Some(25));
        assert_eq!(claimed("نحن ٣٠ منظمة موقعة", false), Some(30));
        assert_eq!(claimed("The government closed 300 NGOs last year", false), None);
        assert_eq!(claimed("Joint statement by 40 organizations", true), Some(40));
    }
}
