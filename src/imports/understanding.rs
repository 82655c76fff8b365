//! What was understood of a source: what each line is, and what an entry's parts are.
//!
//! Everything else (groups, body, doubts) follows from the lines, so that a corrected line corrects
//! them all.

use serde::{Deserialize, Serialize};

use super::body;
use super::numbering;
use super::steps::Step;
use crate::text::words::say;

/// What a line of the source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The title.
    Title,
    /// Place and date.
    Dateline,
    /// To whom.
    Addressee,
    /// A line of the text.
    Body,
    /// The heading of a group, or of the list.
    Heading,
    /// One signatory or several.
    Entry,
    /// The rest of the entry above it.
    Continuation,
    /// Something about the list that is not on it.
    Note,
    /// Nothing of the letter: page numbers, what a website puts around it, empty lines.
    Ignored,
}

impl Role {
    /// All of them, with their words in forms and JSON.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Title, "title"),
        (Self::Dateline, "dateline"),
        (Self::Addressee, "addressee"),
        (Self::Body, "body"),
        (Self::Heading, "heading"),
        (Self::Entry, "entry"),
        (Self::Continuation, "continuation"),
        (Self::Note, "note"),
        (Self::Ignored, "ignored"),
    ];

    /// The word for it in forms and JSON.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(role, _)| *role == self).map_or("ignored", |(_, word)| word)
    }

    /// The words for it on a page.
    pub fn in_words(self) -> String {
        match self {
            Self::Title => say!("imports-role-title"),
            Self::Dateline => say!("imports-role-dateline"),
            Self::Addressee => say!("imports-role-addressee"),
            Self::Body => say!("imports-role-body"),
            Self::Heading => say!("imports-role-heading"),
            Self::Entry => say!("imports-role-entry"),
            Self::Continuation => say!("imports-role-continuation"),
            Self::Note => say!("imports-role-note"),
            Self::Ignored => say!("imports-role-ignored"),
        }
    }

    /// Reads the word of a form.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(role, _)| *role)
    }
}

/// The heading of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// As printed, without its count and sign; empty for a group without a heading.
    pub name: String,
    /// The acronym in it.
    pub acronym: Option<String>,
    /// The country it stands for.
    pub country: Option<String>,
    /// How many it says stand under it.
    pub claimed: Option<usize>,
    /// Whether those under it are individuals, who are no signatories here.
    pub individuals: bool,
}

/// A signatory as printed, and in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The number before it.
    pub number: Option<u32>,
    /// As printed, without its number.
    pub printed: String,
    /// The name.
    pub name: String,
    /// The acronym.
    pub acronym: Option<String>,
    /// The country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// What stands where others have a country.
    pub country_printed: Option<String>,
    /// Who signed for it.
    pub representative: Option<String>,
    /// The heading (by its line) under which somebody put it by hand.
    pub group: Option<usize>,
}

/// What the reader was unsure of at a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Several entries stand in one line.
    SeveralInOneLine,
    /// It may go on in the next line.
    PossibleContinuation,
    /// A heading seems to be missing before it.
    LostHeading,
    /// Its group's name was found elsewhere, in the line of this number.
    HeadingFoundElsewhere(usize),
    /// A name that is not told; how many.
    Withheld(usize),
    /// It may be a person, not an organization.
    PossiblePerson,
    /// It may be a heading, or an entry.
    PossibleHeading,
}

/// A line of the source and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadLine {
    /// What a reader sees.
    pub text: String,
    /// How it is written, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
    /// What it is.
    pub role: Role,
    /// The group that begins here: on a heading's line, or on that of an entry whose heading is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading>,
    /// The signatories in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// What is doubtful.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// What a person wrote in place of what was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// The title.
    pub title: Option<String>,
    /// The addressees.
    pub addressees: Option<String>,
    /// Place and date.
    pub place_and_date: Option<String>,
    /// The text.
    pub body: Option<String>,
}

/// What was understood of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// The language of the text, BCP 47.
    pub language: String,
    /// How many signatories the letter says it has, and the line that says so.
    pub claimed: Option<(usize, usize)>,
    /// All lines, in order; the first is line 1.
    pub lines: Vec<ReadLine>,
    /// What a person wrote over it.
    pub typed: Typed,
    /// The corrections that can be undone, the last one last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// A group with its entries, each with its line.
#[derive(Debug, Clone)]
pub struct GroupOfEntries<'a> {
    /// Its heading.
    pub heading: Heading,
    /// The line on which it begins.
    pub line: usize,
    /// Its entries and the lines they begin in, in printed order.
    pub entries: Vec<(usize, &'a Entry)>,
}

impl GroupOfEntries<'_> {
    /// Whether its numbers run down columns that stand side by side, so that a line holds 1 and 11.
    fn is_in_columns(&self) -> bool {
        let apart = self.entries.windows(2).filter(|pair| {
            matches!(pair, [(line, one), (same, two)] if line == same
                && one.number.zip(two.number).is_some_and(|(one, two)| two > one.saturating_add(1)))
        });
        apart.count() >= 2 && self.entries.iter().all(|(_, entry)| entry.number.is_some())
    }
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The kind, a word for programs.
    pub kind: &'static str,
    /// The line.
    pub line: usize,
    /// A sentence.
    pub message: String,
}

impl Understood {
    fn text_of(&self, role: Role) -> Vec<&str> {
        let lines = self.lines.iter().filter(|line| line.role == role);
        lines.map(|line| super::folding::trimmed(&line.text)).collect()
    }

    /// The title.
    pub fn title(&self) -> String {
        self.typed.title.clone().unwrap_or_else(|| self.text_of(Role::Title).join(" "))
    }

    /// The addressees, a line each. Where no line is one, the letter's salutation names them.
    pub fn addressees(&self) -> String {
        self.typed.addressees.clone().unwrap_or_else(|| {
            let lines = self.text_of(Role::Addressee);
            if lines.is_empty() {
                body::saluted(&self.lines).unwrap_or_default()
            } else {
                body::addressees(&lines)
            }
        })
    }

    /// The place and date line.
    pub fn place_and_date(&self) -> String {
        self.typed
            .place_and_date
            .clone()
            .unwrap_or_else(|| body::without_label(&self.text_of(Role::Dateline).join(", ")))
    }

    /// The text, Markdown.
    pub fn body(&self) -> String {
        self.typed.body.clone().unwrap_or_else(|| body::of(&self.lines))
    }

    /// The groups in printed order, those of individuals too; empty ones are left out.
    pub fn all_groups(&self) -> Vec<GroupOfEntries<'_>> {
        let mut groups: Vec<GroupOfEntries<'_>> = Vec::new();
        let mut by_hand: Vec<(usize, usize, &Entry)> = Vec::new();
        for (number, line) in (1..).zip(&self.lines) {
            if let Some(heading) =
                line.heading.clone().filter(|_| matches!(line.role, Role::Heading | Role::Entry))
            {
                groups.push(GroupOfEntries { heading, line: number, entries: Vec::new() });
            }
            for entry in line.entries.iter().filter(|_| matches!(line.role, Role::Entry | Role::Heading)) {
                if let Some(group) = entry.group {
                    by_hand.push((group, number, entry));
                    continue;
                }
                if groups.is_empty() {
                    groups.push(GroupOfEntries {
                        heading: Heading::default(),
                        line: number,
                        entries: Vec::new(),
                    });
                }
                if let Some(last) = groups.last_mut() {
                    last.entries.push((number, entry));
                }
            }
        }
        for (wanted, number, entry) in by_hand {
            let found = groups.iter().position(|group| group.line == wanted);
            let found = found.or_else(|| groups.iter().rposition(|group| group.line <= number));
            match found.and_then(|place| groups.get_mut(place)) {
                Some(group) => group.entries.push((number, entry)),
                None => groups.push(GroupOfEntries {
                    heading: Heading::default(),
                    line: number,
                    entries: vec![(number, entry)],
                }),
            }
        }
        groups.retain(|group| !group.entries.is_empty());
        groups.iter_mut().filter(|group| group.is_in_columns()).for_each(|group| {
            group.entries.sort_by_key(|(_, entry)| entry.number);
        });
        groups
    }

    /// The groups of organizations.
    pub fn groups(&self) -> Vec<GroupOfEntries<'_>> {
        let mut groups = self.all_groups();
        groups.retain(|group| !group.heading.individuals);
        groups
    }

    /// How many organizations are on the list.
    pub fn count(&self) -> usize {
        self.groups().iter().map(|group| group.entries.len()).sum()
    }

    /// How many names the source says are withheld.
    pub fn withheld(&self) -> usize {
        let marks = self.lines.iter().flat_map(|line| &line.marks);
        marks.map(|mark| if let Mark::Withheld(count) = mark { *count } else { 0 }).sum()
    }

    /// How many names stand under a heading of individuals.
    pub fn individuals(&self) -> usize {
        let groups = self.all_groups();
        groups.iter().filter(|group| group.heading.individuals).map(|group| group.entries.len()).sum()
    }

    /// How many lines that say something are neither the letter's nor its list's.
    pub fn left_out(&self) -> usize {
        let out = |line: &&ReadLine| {
            matches!(line.role, Role::Note | Role::Ignored)
                && !super::folding::trimmed(&line.text).is_empty()
                && !line.marks.iter().any(|mark| matches!(mark, Mark::Withheld(_)))
        };
        self.lines.iter().filter(out).count()
    }

    /// Everything that wants a look, in the order of the lines.
    pub fn doubts(&self) -> Vec<Doubt> {
        numbering::doubts(self)
    }

    /// The line of this number.
    pub fn line(&self, number: usize) -> Option<&ReadLine> {
        self.lines.get(number.checked_sub(1)?)
    }

    /// The same, to be corrected.
    pub fn line_mut(&mut self, number: usize) -> Option<&mut ReadLine> {
        self.lines.get_mut(number.checked_sub(1)?)
    }
}

impl Entry {
    /// The name without what follows a dash, and that: "Gestos – Soropositividade".
    pub fn short_and_further_name(&self) -> (&str, Option<&str>) {
        let dashes = [" – ", " — "];
        let Some((name, more)) = dashes.iter().find_map(|dash| self.name.split_once(dash)) else {
            return (&self.name, None);
        };
        let sign = !name.contains(' ') && name.chars().all(|c| !c.is_lowercase());
        if sign || dashes.iter().any(|dash| more.contains(dash)) {
            (&self.name, None)
        } else {
            (name, Some(more))
        }
    }
}
