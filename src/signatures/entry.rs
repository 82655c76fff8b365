//! What goes into a signatory list: signatures, groups and footnotes as the letter has them.

use crate::db::{Moment, text_enum};
use crate::ids::{GroupId, SignatureId};
use crate::organizations::VerifiedBy;
use crate::text::language::language_of_name;

/// What one signature puts on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The signature.
    pub signature: SignatureId,
    /// Whether the organization signed here.
    pub status: Status,
    /// The organization's address under `/organizations/`; none for a listed signatory.
    pub slug: Option<String>,
    /// The name as it is set in this letter.
    pub name: String,
    /// Its names in other languages, by their tags; none where the letter sets another name than its own.
    pub names: Vec<(String, String)>,
    /// What it is ordered by instead of its name.
    pub sort_name: Option<String>,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// How it was verified.
    pub verified_by: Option<VerifiedBy>,
    /// When it was verified.
    pub verified_at: Option<Moment>,
    /// The group it chose to stand under.
    pub group: Option<GroupId>,
    /// Name and title of the representative, where they are to be shown.
    pub representative: Option<String>,
    /// How many members it signs on behalf of, where it says so.
    pub members: Option<i32>,
    /// The sign of its footnote.
    pub footnote: Option<String>,
    /// The number of the revision that was signed; none for a listed signatory.
    pub revision: Option<i32>,
    /// When it was signed (last, if it was withdrawn in between).
    pub signed_at: Moment,
    /// Where the coordinators put it, if they did.
    pub hand_position: Option<i32>,
    /// Where it stood when the letter was delivered: its position on the list, and its number.
    pub delivered: Option<(i32, Option<i32>)>,
}

impl Entry {
    /// What it stands by in the order of names.
    pub fn sorted_by(&self) -> &str {
        self.sort_name.as_deref().unwrap_or(&self.name)
    }

    /// The name for whoever reads in the language of this tag, and the `lang` of the name. Order and number
    /// never follow it: they are the letter's.
    pub fn name_in(&self, tag: &str) -> (&str, &str) {
        match self.names.iter().find(|(language, _)| language == tag) {
            Some((language, name)) => (name, language),
            None => (&self.name, language_of_name(&self.name)),
        }
    }
}

/// All that a list may know of a signature whose name is withheld: nothing by which it could be
/// named, sorted or told from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// The signature.
    pub signature: SignatureId,
    /// The group it stands under.
    pub group: Option<GroupId>,
    /// Where it was counted when the letter was delivered: after this many others.
    pub delivered: Option<i32>,
}

/// Whether an organization signed, or was entered by a coordinator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It signed here.
    Confirmed,
    /// A coordinator entered it, and it has not confirmed.
    Listed,
}

impl Status {
    /// The word for it in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Confirmed => "confirmed",
            Status::Listed => "listed",
        }
    }
}

text_enum! {
    /// What the signatories under a heading are.
    GroupKind {
        /// Signatories.
        Signatories = "signatories",
        /// Those who signed late; they stand after the others.
        Late = "late",
        /// Those who support the letter without signing it: they stand last, and are not counted.
        Observers = "observers",
    }
}

/// A footnote of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The sign that stands at the names and before the words.
    pub sign: String,
    /// What it says.
    pub words: String,
}

/// A group of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Signatories, late ones or observers.
    pub kind: GroupKind,
    /// Its heading; empty for a group without one.
    pub name: String,
    /// The heading's acronym.
    pub acronym: Option<String>,
    /// The address of the coalition it stands for.
    pub coalition: Option<String>,
    /// Its place among the groups.
    pub position: i32,
}
