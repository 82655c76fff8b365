//! What a webhook is sent.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something that happened, in the form of Standard Webhooks.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Happening)]
pub struct Told {
    /// What happened: `letter.signed`, `letter.withdrew`, `letter.revised`, `letter.published`,
    /// `letter.closed`, `letter.delivered`; or `webhook.test`, if somebody pressed the button for it.
    #[serde(rename = "type")]
    #[schema(example = "letter.signed")]
    pub kind: String,
    /// When it happened.
    #[schema(example = "2026-11-27T12:00:00Z")]
    pub timestamp: String,
    /// What it is about.
    pub data: ToldData,
}

/// What it is about.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ToldData {
    /// The letter as it stood after that; null in a test.
    pub letter: Option<ToldLetter>,
    /// Whose signature it is about; null if about nobody's, or if the name is withheld: the numbers of the
    /// letter say then that there is one more or one less.
    pub signatory: Option<ToldSignatory>,
}

/// A letter, as a webhook is told of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ToldLetter {
    /// Its address under `/letters/`.
    pub slug: String,
    /// Where people read it.
    pub url: String,
    /// With the count in its place.
    pub title: String,
    /// BCP 47.
    pub language: String,
    /// The furthest point of its life.
    pub state: String,
    /// The number of the revision that stands there.
    pub revision: i32,
    /// Its SHA-256 in hex.
    pub sha256: String,
    /// How many signatories it has.
    #[schema(minimum = 0)]
    pub count: usize,
    /// How many of them are not named.
    #[schema(minimum = 0)]
    pub withheld: usize,
}

/// A signatory, as a webhook is told of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ToldSignatory {
    /// Its name as the letter prints it.
    pub name: String,
    /// Its address under `/organizations/`, if it has a public page.
    pub organization: Option<String>,
    /// Its number on the list, if the list has numbers and it stands there.
    pub number: Option<usize>,
    /// ISO 3166-1.
    pub country: Option<String>,
}
