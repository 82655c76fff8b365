//! **Leaf**: a public event of a letter as its log keeps it, and what opens its commitment.

use rand::RngExt;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::canonical::canonical_of;
use crate::db::text_enum;
use crate::error::Fault;
use crate::ids::{SignatureId, hex};

text_enum! {
    /// What a leaf says.
    LeafKind {
        /// The letter became public; the list as it stood follows.
        Published = "published",
        /// A log begins for a letter that was public already; the list as it stood follows.
        Begun = "begun",
        /// The text has a new revision.
        Revised = "revised",
        /// An organization signed.
        Signed = "signed",
        /// A coordinator entered an organization that has not confirmed.
        Listed = "listed",
        /// An organization kept its signature under another revision.
        Kept = "kept",
        /// The line reads otherwise: a name, a group, whether it is named.
        Relisted = "relisted",
        /// The line is off the list.
        Withdrew = "withdrew",
        /// The line is off the list for a time.
        Suspended = "suspended",
        /// The line is on the list again.
        Restored = "restored",
        /// Signing ended.
        Closed = "closed",
        /// The letter was handed over.
        Delivered = "delivered",
        /// Its coordinators retracted it.
        Retracted = "retracted",
    }
}

impl LeafKind {
    /// Whether a line that this is the latest of stands on the list.
    pub(super) fn stands(self) -> bool {
        match self {
            Self::Signed | Self::Listed | Self::Kept | Self::Relisted | Self::Restored => true,
            Self::Withdrew | Self::Suspended => false,
            Self::Published
            | Self::Begun
            | Self::Revised
            | Self::Closed
            | Self::Delivered
            | Self::Retracted => false,
        }
    }
}

/// A revision as a leaf names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RevisionNamed {
    pub number: i64,
    pub sha256: String,
}

/// A leaf. Its canonical form is what is hashed. It says nothing of a signatory but the commitment,
/// and of private times nothing at all: the number of an event would tell how many there were before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Leaf {
    pub at: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub commitment: Option<String>,
    pub kind: String,
    /// The number of the leaf with which this line of the list began.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub line: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub revision: Option<RevisionNamed>,
    /// The SHA-256 of what was delivered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub snapshot: Option<String>,
}

impl Leaf {
    pub fn canonical(&self) -> Result<String, Fault> {
        canonical_of(self)
    }
}

/// What a line of the list says, as far as it is committed to. Organizations only: of people, who may
/// have themselves erased, there is nothing in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Content {
    pub acronym: Option<String>,
    pub country: Option<String>,
    /// `named`, or `withheld` for its safety.
    pub display: String,
    /// The heading it chose to stand under.
    pub group: Option<String>,
    pub name: String,
    /// The organization's number here; none for a line that a coordinator entered.
    pub organization: Option<String>,
    /// The SHA-256 of the text that was signed.
    pub revision: Option<String>,
    pub signed_at: String,
    /// `confirmed` or `listed`.
    pub status: String,
}

/// Content with the salt that keeps it from being guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opening {
    pub signature: SignatureId,
    pub salt: Vec<u8>,
    pub content: String,
}

impl Opening {
    pub fn of(signature: SignatureId, content: String) -> Self {
        let salt: [u8; 32] = rand::rng().random();
        Self { signature, salt: salt.to_vec(), content }
    }

    pub fn commitment(&self) -> String {
        commitment(&self.salt, &self.content)
    }
}

/// The commitment to a content: without the salt, nobody can try names against it.
pub(super) fn commitment(salt: &[u8], canonical: &str) -> String {
    hex(&Sha256::new().chain_update(salt).chain_update(canonical.as_bytes()).finalize())
}
