//! Finding signatories in a letter's list: by name, country, heading, and how they were verified. Pure.
//!
//! Names are compared as everywhere on the site ([`likeness::plain`]): case, marks and the forms of Arabic
//! letters make no difference. `live.js` finds in the same way in a list that is whole on its page; who
//! changes one changes both.
//!
//! A name that is withheld is in nothing of this: it has no line.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::signatures::SignatoryList;
use crate::signatures::list::{Entry, ListedGroup, Place, Status, fragment};
use crate::text::{country, likeness};

/// What is looked for, as the form sends it. Whatever is empty is not asked.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Wanted {
    /// Words of the name, or an acronym.
    #[serde(default)]
    pub q: String,
    /// A country, ISO 3166-1 alpha-2.
    #[serde(default)]
    pub country: String,
    /// The key of a heading.
    #[serde(default)]
    pub group: String,
    /// A way of verification, or `listed`.
    #[serde(default)]
    pub verified: String,
}

/// The longest that anybody types; what is longer is cut.
const LONGEST: usize = 200;

impl Wanted {
    /// Without what stands around the words, and cut.
    pub fn tidied(self) -> Self {
        let tidy = |text: String| text.trim().chars().take(LONGEST).collect();
        Self {
            q: tidy(self.q),
            country: country::read(&self.country).map_or_else(|| tidy(self.country.clone()), str::to_owned),
            group: tidy(self.group),
            verified: tidy(self.verified),
        }
    }

    /// Whether anything is asked.
    pub fn is_anything(&self) -> bool {
        [&self.q, &self.country, &self.group, &self.verified].into_iter().any(|asked| !asked.is_empty())
    }

    /// Whether a heading is asked for and nothing else.
    pub fn is_only_a_group(&self) -> bool {
        !self.group.is_empty() && self.q.is_empty() && self.country.is_empty() && self.verified.is_empty()
    }
}

/// What a line is found by: its words, and what it is called for short.
#[derive(Debug)]
struct Keys {
    words: String,
    short: Vec<String>,
}

/// The keys of all lines, in the order of the list; read when somebody first looks for a name.
#[derive(Debug, Default)]
pub(super) struct Index(OnceLock<Vec<Keys>>);

impl Index {
    fn of(&self, list: &SignatoryList) -> &[Keys] {
        self.0.get_or_init(|| list.lines().map(|(_, line)| keys(&line.entry)).collect())
    }
}

fn keys(entry: &Entry) -> Keys {
    let known = likeness::Known::of(&entry.name, entry.acronym.as_deref());
    let mut short: Vec<String> = known.acronyms.into_iter().collect();
    short.push(known.initials);
    let words = format!("{} {}", entry.name, entry.acronym.as_deref().unwrap_or(""));
    Keys { words: likeness::plain(&words), short }
}

/// Fewer letters are the beginning of too many acronyms.
const SHORTEST_ACRONYM: usize = 2;

impl Keys {
    /// Whether all words that are asked for are in the name, or it is called so for short.
    fn have(&self, asked: &str) -> bool {
        let letters: String = asked.chars().filter(|c| c.is_alphanumeric()).collect();
        let is_short = letters.chars().count() >= SHORTEST_ACRONYM
            && self.short.iter().any(|short| short.starts_with(&letters));
        is_short || asked.split_whitespace().all(|word| self.words.contains(word))
    }
}

/// Which country stands on a line, or over it.
fn country_of<'a>(group: &'a ListedGroup, entry: &'a Entry) -> Option<&'a str> {
    match &group.place {
        Place::Country(code) => Some(code),
        Place::Group(_) | Place::Rest | Place::AfterDelivery => entry.country.as_deref(),
    }
}

/// How a line was verified, as a form sends it.
pub(super) fn verified(entry: &Entry) -> Option<&'static str> {
    match entry.status {
        Status::Confirmed => entry.verified_by.map(|by| by.as_str()),
        Status::Listed => Some(Status::Listed.as_str()),
    }
}

/// Whether a heading is asked for: by its key, its coalition's address, its acronym or its words.
pub(super) fn is_called(group: &ListedGroup, wanted: &str) -> bool {
    let alike = |words: &Option<String>| {
        words.as_deref().is_some_and(|words| likeness::plain(words) == likeness::plain(wanted))
    };
    group.place.key() == wanted
        || group.coalition.as_deref() == Some(wanted)
        || alike(&group.acronym)
        || alike(&group.name)
}

/// The list with those lines alone that are wanted, each with the number it has in the whole. Withheld names
/// are counted where a heading is all that was asked for: of any other question the answer would say
/// something of them.
pub(super) fn found(list: &SignatoryList, index: &Index, wanted: &Wanted) -> SignatoryList {
    let asked = likeness::plain(&wanted.q);
    let mut keys = index.of(list).iter();
    let mut groups = Vec::new();
    for group in &list.groups {
        let here = wanted.group.is_empty() || is_called(group, &wanted.group);
        let mut kept = group.clone();
        kept.signatories.retain(|line| {
            let Some(keys) = keys.next() else { return false };
            here && (wanted.country.is_empty() || country_of(group, &line.entry) == Some(&wanted.country))
                && (wanted.verified.is_empty() || verified(&line.entry) == Some(&wanted.verified))
                && (asked.is_empty() || keys.have(&asked))
        });
        if !here || !wanted.is_only_a_group() {
            kept.withheld.clear();
        }
        if !kept.signatories.is_empty() || !kept.withheld.is_empty() {
            groups.push(kept);
        }
    }
    SignatoryList { groups, numbering: list.numbering, footnotes: list.footnotes.clone() }
}

/// What the list can be asked for: the values that some of its lines have.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Choices {
    pub countries: Vec<String>,
    pub verified: Vec<&'static str>,
}

impl Choices {
    pub fn of(list: &SignatoryList) -> Self {
        let mut choices = Self::default();
        for (group, line) in list.lines() {
            if let Some(country) = country_of(group, &line.entry)
                && !choices.countries.iter().any(|known| known == country)
            {
                choices.countries.push(country.to_owned());
            }
            if let Some(way) = verified(&line.entry)
                && !choices.verified.contains(&way)
            {
                choices.verified.push(way);
            }
        }
        choices
    }
}

/// Where the line of that fragment stands: the number of its heading, and its own under it.
pub(super) fn line_of(list: &SignatoryList, wanted: &str) -> Option<(usize, usize)> {
    list.groups.iter().enumerate().find_map(|(at, group)| {
        let line = group.signatories.iter().position(|line| fragment(line.entry.signature) == wanted)?;
        Some((at, line))
    })
}

#[cfg(test)]
mod tests;
