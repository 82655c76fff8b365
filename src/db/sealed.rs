//! Columns whose words nobody reads in the database without its key: see [`super::sealing`].
//!
//! `-> Sealed` in `schema.rs` is a TEXT in both databases and a `String` here; `-> SealedBytes` a
//! BLOB or bytea and a `Vec<u8>`. Equality and UNIQUE work, order and LIKE do not.

use std::borrow::Cow;
use std::io::Write;

use diesel::deserialize::{self, FromSql};
use diesel::expression::AsExpression;
use diesel::pg::{Pg, PgValue};
use diesel::query_builder::QueryId;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{Binary, SqlType, Text};
use diesel::sqlite::{Sqlite, SqliteValue};

use super::sealing::{SealKey, key_in_use, mark};

/// Words that are sealed in the database.
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(sqlite_type(name = "Text"))]
#[diesel(postgres_type(oid = 25, array_oid = 1009))]
pub struct Sealed;

/// Bytes that are sealed in the database.
#[derive(Debug, Clone, Copy, SqlType, QueryId)]
#[diesel(sqlite_type(name = "Binary"))]
#[diesel(postgres_type(oid = 17, array_oid = 1001))]
pub struct SealedBytes;

type Trouble = Box<dyn std::error::Error + Send + Sync>;

fn key() -> Result<SealKey, Trouble> {
    key_in_use().ok_or_else(|| "sealed words are read and written inside a transaction only".into())
}

fn seal(plain: &str) -> Result<String, Trouble> {
    key()?.seal(plain).ok_or_else(|| "too long to be sealed".into())
}

fn unseal(text: String) -> Result<String, Trouble> {
    key()?.unseal(text).ok_or_else(|| "sealed with another key, or changed since".into())
}

/// The mark before sealed bytes.
pub(super) fn bytes_mark() -> &'static [u8] {
    mark().as_bytes()
}

fn seal_bytes(plain: &[u8]) -> Result<Vec<u8>, Trouble> {
    if plain.is_empty() {
        return Ok(Vec::new());
    }
    let sealed = key()?.seal_bytes(plain).ok_or("too long to be sealed")?;
    Ok([bytes_mark(), &sealed].concat())
}

fn unseal_bytes(bytes: Vec<u8>) -> Result<Vec<u8>, Trouble> {
    match bytes.strip_prefix(bytes_mark()) {
        Some(sealed) => {
            key()?.unseal_bytes(sealed).ok_or_else(|| "sealed with another key, or changed since".into())
        }
        None => Ok(bytes),
    }
}

/// Words on their way into a sealed column; see [`sealed`].
#[derive(Debug, Clone, AsExpression)]
#[diesel(sql_type = Sealed)]
pub struct SealedText<'a>(Cow<'a, str>);

/// Words for a sealed column, to write or to look for: `people::email.eq(sealed(&email))`. What is
/// read from one is a `String`.
pub fn sealed<'a>(words: impl Into<Cow<'a, str>>) -> SealedText<'a> {
    SealedText(words.into())
}

/// The same where there may be none.
pub fn sealed_if<'a>(words: Option<impl Into<Cow<'a, str>>>) -> Option<SealedText<'a>> {
    words.map(sealed)
}

/// Bytes on their way into a sealed column; see [`sealed_bytes`].
#[derive(Debug, Clone, AsExpression)]
#[diesel(sql_type = SealedBytes)]
pub struct SealedBlob<'a>(&'a [u8]);

/// Bytes for a sealed column. What is read from one is a `Vec<u8>`.
pub fn sealed_bytes(bytes: &[u8]) -> SealedBlob<'_> {
    SealedBlob(bytes)
}

macro_rules! kept_as {
    ($sql:ty as $plain:ty, $owned:ty, $wrapped:ident, $seal:ident, $unseal:ident, $bytes:expr) => {
        impl ToSql<$sql, Sqlite> for $wrapped<'_> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value($seal(&self.0)?);
                Ok(IsNull::No)
            }
        }

        impl ToSql<$sql, Pg> for $wrapped<'_> {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                let kept = $seal(&self.0)?;
                out.write_all($bytes(&kept))?;
                Ok(IsNull::No)
            }
        }

        impl FromSql<$sql, Sqlite> for $owned {
            fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
                $unseal(<$owned as FromSql<$plain, Sqlite>>::from_sql(value)?)
            }
        }

        impl FromSql<$sql, Pg> for $owned {
            fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
                $unseal(<$owned as FromSql<$plain, Pg>>::from_sql(value)?)
            }
        }
    };
}

kept_as!(Sealed as Text, String, SealedText, seal, unseal, str::as_bytes);
kept_as!(SealedBytes as Binary, Vec<u8>, SealedBlob, seal_bytes, unseal_bytes, Vec::as_slice);
