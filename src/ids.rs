//! Names of things: row ids, the slugs of addresses, and secret tokens.
//!
//! Ids are UUIDv7, made here and not by the database, so that a row can be named before it is
//! written. A [`Token`] is what a link or a cookie carries; the database only ever sees its hash.

use std::fmt;
use std::io::Write;
use std::str::FromStr;

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{IsNull, Output, ToSql};
use diesel::sqlite::{Sqlite, SqliteValue};
use diesel::{deserialize, serialize, sql_types};
use rand::RngExt;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::db::Id;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow)]
        #[diesel(sql_type = Id)]
        pub struct $name(Uuid);

        impl $name {
            /// Before every id, where a list begins.
            pub const FIRST: Self = Self(Uuid::nil());
            /// After every id, where a list begins that is told backwards.
            pub const LAST: Self = Self(Uuid::max());

            /// A new id; later ones sort after earlier ones.
            #[allow(clippy::new_without_default)] // a default id would suggest that there is one
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl ToSql<Id, Sqlite> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(self.0.as_bytes().to_vec());
                Ok(IsNull::No)
            }
        }

        impl ToSql<Id, Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                out.write_all(self.0.as_bytes())?;
                Ok(IsNull::No)
            }
        }

        impl FromSql<Id, Sqlite> for $name {
            fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
                let bytes = <Vec<u8> as FromSql<sql_types::Binary, Sqlite>>::from_sql(value)?;
                Ok(Self(Uuid::from_slice(&bytes)?))
            }
        }

        impl FromSql<Id, Pg> for $name {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                Ok(Self(Uuid::from_slice(value.as_bytes())?))
            }
        }
    )*};
}

ids!(
    /// A person.
    PersonId,
    /// A person's session in one browser.
    SessionId,
    /// A link that sets a new password.
    PasswordResetId,
    /// A link that makes an operator.
    OperatorInvitationId,
    /// An organization.
    OrganizationId,
    /// A way in which an organization is verified.
    VerificationId,
    /// What readers see of an organization has changed, and its letters have yet to be shown anew.
    RenewalId,
    /// An address that an organization or a person wants and has not confirmed.
    EmailChangeId,
    /// An organization's ownership, offered to a colleague.
    OwnershipOfferId,
    /// What was typed at `/register`, until the mail is answered.
    RegistrationId,
    /// A coalition.
    CoalitionId,
    /// A letter.
    LetterId,
    /// A revision of a letter.
    RevisionId,
    /// A translation of a revision.
    TranslationId,
    /// A group of a letter's signatory list.
    GroupId,
    /// A signature.
    SignatureId,
    /// A mail in the outbox.
    MailId,
    /// A file that mails carry along.
    AttachmentId,
    /// A line of a letter's log.
    LogEntryId,
    /// A later deadline.
    ExtensionId,
    /// A link for the press.
    PressLinkId,
    /// An invitation to a letter.
    InvitationId,
    /// A footnote of a letter's list.
    FootnoteId,
    /// What proves that a listed signatory said yes.
    EvidenceId,
    /// A question whether a signature is kept under a new revision.
    ReconsentId,
    /// An invitation to join an organization.
    MemberInvitationId,
    /// A signature that waits for somebody with authority.
    PreparedId,
    /// An invitation to coordinate a letter.
    CoordinatorInvitationId,
    /// A comment on a draft.
    CommentId,
    /// The delivery of a letter.
    DeliveryId,
    /// A letter that is being imported.
    ImportId,
    /// Two organizations that may be taken for each other.
    FlagId,
    /// A claim to act for an organization that exists.
    ClaimId,
    /// The suspension of an organization.
    SuspensionId,
    /// What a reader reports.
    ReportId,
    /// A line of the operators' log.
    OperatorLogId,
    /// What a person declared when they gave a signature.
    DeclarationId,
    /// A signature that was said not to be authorised.
    CaseId,
    /// What an owner says in such a case.
    VoiceId,
    /// A signature that waits, or waited, for a coordinator.
    QueueEntryId,
    /// Somebody who got the final copy of a delivered letter.
    CopyId,
    /// A token of an organization's own programs.
    ApiTokenId,
    /// A subscription to what happens to a letter or an organization.
    WebhookId,
    /// Something that is sent to a webhook.
    WebhookDeliveryId,
);

/// The readable part of an address: lower-case ASCII letters, digits and hyphens. As a part of a
/// route's path anything else is a page that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Slug(String);

impl TryFrom<String> for Slug {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map_err(|()| "no slug")
    }
}

impl Slug {
    /// Long enough to be read, short enough to be pasted into a message.
    const LONGEST: usize = 60;

    /// A slug that reads like `text`, transliterated from any script; never empty.
    pub fn reading(text: &str) -> Self {
        let plain = deunicode::deunicode(text).to_lowercase();
        let mut slug = String::new();
        for word in plain.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'') {
            let word = word.replace('\'', "");
            if word.is_empty() {
                continue;
            }
            if !slug.is_empty() && slug.len() + word.len() >= Self::LONGEST {
                break;
            }
            if !slug.is_empty() {
                slug.push('-');
            }
            slug.extend(word.chars().take(Self::LONGEST));
        }
        if slug.is_empty() {
            slug.push_str("untitled");
        }
        Self(slug)
    }

    /// The same slug with a few letters nobody can guess. A letter's address has them, so that
    /// trying titles (or creating a letter of the same title) does not tell what is being drafted.
    pub fn unguessable(self) -> Self {
        let tail = BASE32_NOPAD.encode(&rand::rng().random::<[u8; 4]>());
        Self(format!("{}-{}", self.0, tail.to_lowercase()))
    }

    /// A slug that says nothing, of eighty random bits.
    pub fn random() -> Self {
        Self(BASE32_NOPAD.encode(&rand::rng().random::<[u8; 10]>()).to_lowercase())
    }

    /// The same slug as the `n`th of its name.
    pub fn numbered(&self, n: u32) -> Self {
        Self(format!("{}-{n}", self.0))
    }

    /// The text of the slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let fits = (1..=100).contains(&text.len());
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if fits && text.bytes().all(plain) { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a link or a cookie carries: 160 random bits, which is twice what OWASP ASVS 5.0 asks of a
/// reference token, and 32 characters that survive a mail client's line breaking.
pub struct Token(String);

impl Token {
    /// A token nobody has seen.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let bytes: [u8; 20] = rand::rng().random();
        Self(BASE32_NOPAD.encode(&bytes).to_lowercase())
    }

    /// A token that somebody presents; whether it is one of ours, its hash will tell.
    pub fn presented(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The token as it stands in a link or a cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the database keeps of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.0)
    }
}

/// The SHA-256 of a token. A token has full entropy, so a plain hash is enough: there is nothing
/// to guess. A six-digit code is not hashed this way (see [`crate::organizations`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenHash(Vec<u8>);

impl TokenHash {
    /// The hash under which a presented token would be found.
    pub fn of(presented: &str) -> Self {
        Self(Sha256::digest(presented.as_bytes()).to_vec())
    }

    /// The bytes the database compares.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// SHA-256 in lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_reads_like_its_text_in_any_script() {
        assert_eq!(Slug::reading("The World’s  Leaders").as_str(), "the-worlds-leaders");
        assert_eq!(Slug::reading("Ärzte ohne Grenzen").as_str(), "arzte-ohne-grenzen");
        assert!(!Slug::reading("حلب").as_str().is_empty());
        assert_eq!(Slug::reading("!!!").as_str(), "untitled");
        assert!(Slug::reading(&"word ".repeat(100)).as_str().len() <= 60);
    }

    #[test]
    fn a_token_cannot_be_guessed() {
        let tokens: std::collections::HashSet<String> =
            (0..1000).map(|_| Token::new().as_str().to_owned()).collect();
        assert_eq!(tokens.len(), 1000);
        // 32 characters of 32 values are 160 bits, and each place takes all values.
        assert!(tokens.iter().all(|token| token.len() == 32));
        for place in 0..32 {
            let values = tokens.iter().filter_map(|token| token.as_bytes().get(place));
            let values: std::collections::HashSet<&u8> = values.collect();
            assert_eq!(values.len(), 32, "place {place}");
        }
        let token = Token::new();
        assert_eq!(token.hash(), Token::presented(token.as_str()).hash());
        assert!(!hex(token.hash().as_bytes()).contains(token.as_str()));
    }

    #[test]
    fn only_slugs_are_slugs() {
        assert!("aleppo-2016".parse::<Slug>().is_ok());
        for bad in ["", "Aleppo", "a/b", "a b", "حلب", "a%00"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }
}
