//! Headings, and the counts that letters claim: "Syrian NGO Alliance (SNA) – 17 organizations:".

use super::acronyms::looks_like_acronym;
use super::countries;
use super::counts::{first_number, number_word};
use super::folding::{begins_with_any, digit, fold, has_any, leading_number, trimmed};
use super::understanding::Heading;
use super::words::{self, CUES, INDIVIDUALS};

/// Words behind a count.
pub(super) const COUNTED: &[&str] = &[
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
    "on behalf of",
    "organizaciones",
    "organizacoes",
    "organisationen",
    "entidades",
    "organisations de la societe civile",
    "organizaciones de la sociedad civil",
    "organizacoes da sociedade civil",
    "المنظمات",
    "الجهات",
    "الجمعيات",
];

/// Words that with a word for what signs say no more than that it follows: "List of organizations".
const AROUND_GENERAL: &[&str] = &[
    "the",
    "of",
    "list",
    "full",
    "names",
    "member",
    "members",
    "participating",
    "les",
    "la",
    "liste",
    "des",
    "de",
    "membres",
    "participantes",
    "las",
    "lista",
    "miembro",
    "miembros",
    "as",
    "membros",
    "participants",
    "die",
    "der",
    "mitglieder",
    "liste",
    "قائمة",
    "اسماء",
    "باسماء",
    "الاعضاء",
    "المشاركة",
    "our",
    "nos",
];
const GENERAL_BODIES: &[&str] = &[
    "organizations",
    "organisations",
    "ngos",
    "csos",
    "groups",
    "organizaciones",
    "organizacoes",
    "organisationen",
    "entidades",
    "associations",
    "ong",
    "ongs",
    "المنظمات",
    "منظمات",
    "الجهات",
    "الجمعيات",
];

/// Whether a heading says that organizations follow and no more.
fn is_only_general(folded: &str) -> bool {
    folded.split(' ').all(|word| AROUND_GENERAL.contains(&word) || GENERAL_BODIES.contains(&word))
        && of_organizations(folded)
}

/// Whether a heading speaks of organizations.
pub(super) fn of_organizations(heading: &str) -> bool {
    fold(heading).split(' ').any(|word| GENERAL_BODIES.contains(&word))
}

/// Whether a heading says what kind stands under it and no more: "Organizations", "Individuals".
pub(super) fn names_a_kind(folded: &str) -> bool {
    GENERAL_NAMES.contains(&folded) || INDIVIDUALS.contains(&folded)
}

/// The heading in "The River Alliance includes: A, B": what the names are of.
pub(super) fn read_cue(cue: &str) -> Heading {
    let mut cue = trimmed(cue);
    while let Some((before, last)) =
        cue.rsplit_once(' ').filter(|(_, last)| words::MEMBERS.contains(&fold(last).as_str()))
    {
        let _ = last;
        cue = trimmed(before);
    }
    read(cue)
}

/// Whether only general words stand in a heading: "National organizations".
pub(super) fn is_general(folded: &str) -> bool {
    folded.split(' ').all(|word| {
        words::SCOPES.contains(&word)
            || words::JOINERS.contains(&word)
            || COUNTED.contains(&word)
            || word.chars().all(|c| digit(c).is_some())
    })
}

/// The words of a heading, where they are all that tells its list from another.
pub(super) fn in_its_words(text: &str) -> String {
    without_count(trimmed(text.trim_end_matches([':', '：']))).0
}

/// Reads a heading. What only says that a list follows has no name.
pub(super) fn read(text: &str) -> Heading {
    let text = trimmed(text);
    let text = without_ordinal(text).unwrap_or(text);
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
            || (country.is_none()
                && !folded.is_empty()
                && (GENERAL_NAMES.contains(&folded.as_str()) || is_only_general(&folded))));
    let name = if only_says { String::new() } else { bare };
    Heading { acronym: acronym.filter(|_| !name.is_empty()), name, country, claimed, individuals }
}

const ORDINALS: &[&str] =
    &["اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];

/// A heading without the letter or ordinal before it: "B. Americas", "II) Europe", "ثانياً: …".
pub(super) fn without_ordinal(text: &str) -> Option<&str> {
    let end = text.find([' ', ':', '.', ')', '-', '–', '،', '/'])?;
    let first = text.get(..end)?;
    let rest = trimmed(text.get(end..)?);
    let bare = trimmed(rest.trim_start_matches([':', '.', ')', '-', '–', '،', '/']));
    let letter = first.chars().count() == 1 && first.chars().all(char::is_uppercase);
    let roman = first.chars().count() <= 5 && first.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let signed = rest.starts_with([':', '.', ')', '-', '–', '/']) && bare.len() < rest.len();
    let arabic = ORDINALS.contains(&fold(first).as_str());
    let fits = ((letter || roman) && signed && first != "X") || arabic;
    (fits && bare.chars().next().is_some_and(char::is_alphabetic)).then_some(bare)
}

impl super::features::Line<'_> {
    /// Whether it begins as a heading that is counted: "أولاً: …", "B. Regional".
    pub(super) fn has_ordinal(&self) -> bool {
        let Some(bare) = without_ordinal(self.rest).filter(|_| self.words <= 10) else { return false };
        let arabic = bare.chars().next().is_some_and(super::folding::is_arabic);
        arabic || is_general(&fold(bare)) || countries::read(bare).is_some() || countries::is_region(bare)
    }
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
}
