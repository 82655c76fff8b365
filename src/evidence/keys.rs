//! **Key**: the installation's Ed25519 key, with which it signs receipts and checkpoints. Made at the
//! first start; another takes its place when an operator wants it, and those before it stay published,
//! because what they signed stays signed.

use data_encoding::BASE64URL_NOPAD;
use diesel::prelude::*;
use ed25519_dalek::{SigningKey, VerifyingKey};
use rand::RngExt;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::db::{Moment, Tx, on, sealed_bytes};
use crate::error::Fault;
use crate::schema::evidence_keys;

/// The key that signs at this moment.
pub(super) struct Key {
    pub id: String,
    pub signing: SigningKey,
}

/// A key as it is published.
#[derive(Debug, Clone)]
pub struct PublicKey {
    /// Its name: the thumbprint of RFC 7638.
    pub id: String,
    pub(super) key: VerifyingKey,
    /// Since when it signs.
    pub made_at: Moment,
    /// Since when it does not.
    pub retired_at: Option<Moment>,
}

/// A key as RFC 8037 writes it in a set by RFC 7517, and from when to when it signed.
#[derive(Serialize)]
pub(super) struct Jwk {
    kty: &'static str,
    crv: &'static str,
    x: String,
    kid: String,
    alg: &'static str,
    #[serde(rename = "use")]
    used_for: &'static str,
    made_at: String,
    retired_at: Option<String>,
}

impl PublicKey {
    pub(super) fn jwk(&self) -> Jwk {
        Jwk {
            kty: "OKP",
            crv: "Ed25519",
            x: encoded(&self.key),
            kid: self.id.clone(),
            alg: "EdDSA",
            used_for: "sig",
            made_at: self.made_at.to_string(),
            retired_at: self.retired_at.map(|at| at.to_string()),
        }
    }

    /// The key itself, base64url, as it stands in the published set.
    pub fn encoded(&self) -> String {
        encoded(&self.key)
    }
}

/// A public key as JSON has it: base64url without padding.
pub(super) fn encoded(key: &VerifyingKey) -> String {
    BASE64URL_NOPAD.encode(key.as_bytes())
}

/// The key that is written so, if it is one; keys of which anything would be a signature are none.
pub(super) fn read_encoded(text: &str) -> Option<VerifyingKey> {
    let bytes: [u8; 32] = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok()?;
    VerifyingKey::from_bytes(&bytes).ok().filter(|key| !key.is_weak())
}

/// The name of a key: its thumbprint by RFC 7638.
pub(super) fn name_of(key: &VerifyingKey) -> String {
    let required = format!("{{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"{}\"}}", encoded(key));
    BASE64URL_NOPAD.encode(&Sha256::digest(required.as_bytes()))
}

fn stored(id: String, private: &[u8]) -> Result<Key, Fault> {
    let bytes: [u8; 32] =
        private.try_into().map_err(|_| Fault::new(format!("the private half of key {id} is damaged")))?;
    let signing = SigningKey::from_bytes(&bytes);
    if name_of(&signing.verifying_key()) != id {
        return Err(Fault::new(format!("the two halves of key {id} do not belong together")));
    }
    Ok(Key { id, signing })
}

/// The key that signs; made if there is none yet.
pub(super) fn current(tx: &mut Tx<'_>) -> Result<Key, Fault> {
    match find_current(tx)? {
        Some(key) => Ok(key),
        None => {
            tx.hold("evidence keys")?;
            match find_current(tx)? {
                Some(key) => Ok(key),
                None => make(tx),
            }
        }
    }
}

fn find_current(tx: &mut Tx<'_>) -> Result<Option<Key>, Fault> {
    let found: Option<(String, Vec<u8>)> = on!(tx, c => evidence_keys::table
        .filter(evidence_keys::retired_at.is_null())
        .order((evidence_keys::made_at.desc(), evidence_keys::id))
        .select((evidence_keys::id, evidence_keys::private_key))
        .first(c)
        .optional())?;
    found.map(|(id, private)| stored(id, &private)).transpose()
}

fn make(tx: &mut Tx<'_>) -> Result<Key, Fault> {
    let secret: [u8; 32] = rand::rng().random();
    let signing = SigningKey::from_bytes(&secret);
    let public = signing.verifying_key().to_bytes();
    let id = name_of(&signing.verifying_key());
    let row = (
        evidence_keys::id.eq(&id),
        evidence_keys::public_key.eq(public.as_slice()),
        evidence_keys::private_key.eq(sealed_bytes(&secret)),
        evidence_keys::made_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(evidence_keys::table).values(row).execute(c))?;
    Ok(Key { id, signing })
}

/// Makes another key, which signs from here on. Those before it are retired and stay published; their
/// private halves are destroyed, so that nobody can sign in the past's name. Returns the name of the new one.
///
/// # Errors
/// A fault of the database.
pub fn rotate_keys(tx: &mut Tx<'_>) -> Result<String, Fault> {
    tx.hold("evidence keys")?;
    let nothing: &[u8] = &[];
    let retired =
        (evidence_keys::retired_at.eq(tx.now()), evidence_keys::private_key.eq(sealed_bytes(nothing)));
    on!(tx, c => diesel::update(evidence_keys::table.filter(evidence_keys::retired_at.is_null()))
        .set(retired)
        .execute(c))?;
    Ok(make(tx)?.id)
}

/// All keys, the one that signs first.
///
/// # Errors
/// A fault of the database, also if a row is no key.
pub fn public_keys(tx: &mut Tx<'_>) -> Result<Vec<PublicKey>, Fault> {
    let rows: Vec<(String, Vec<u8>, Moment, Option<Moment>)> = on!(tx, c => evidence_keys::table
        .order((evidence_keys::made_at.desc(), evidence_keys::id))
        .select((
            evidence_keys::id,
            evidence_keys::public_key,
            evidence_keys::made_at,
            evidence_keys::retired_at,
        ))
        .load(c))?;
    let key = |(id, public, made_at, retired_at): (String, Vec<u8>, Moment, Option<Moment>)| {
        let bytes: Option<[u8; 32]> = public.try_into().ok();
        let key = bytes.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
        let key = key.ok_or_else(|| Fault::new(format!("key {id} is damaged")))?;
        Ok(PublicKey { id, key, made_at, retired_at })
    };
    rows.into_iter().map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thumbprint_is_that_of_the_rfc() {
        // The key and its thumbprint from RFC 8037, A.2 and A.3.
        let key = read_encoded("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").unwrap();
        assert_eq!(name_of(&key), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn what_is_no_key_is_none() {
        let small_order = BASE64URL_NOPAD.encode(&[0; 32]);
        for none in ["", "x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR", "=", "ä", &small_order] {
            assert!(read_encoded(none).is_none(), "{none}");
        }
    }
}
