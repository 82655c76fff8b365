//! Keys that this installation makes for itself at its first start and keeps, so that it recognises
//! what it gave out without a row for each: a form, for instance.
//!
//! They lie in the database, sealed with the key that lies outside it ([`crate::db::SealKey`]).

use diesel::prelude::*;
use hmac::{Hmac, KeyInit, Mac};
use rand::RngExt;
use sha2::Sha256;

use crate::db::{Moment, Tx, on, sealed_bytes};
use crate::error::Fault;
use crate::ids::hex;
use crate::schema::secrets;

/// A key that nobody outside the installation has.
#[derive(Clone)]
pub struct Key(Vec<u8>);

impl Key {
    /// The key of this name; made if there is none yet.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn find_or_make(tx: &mut Tx<'_>, name: &str) -> Result<Self, Fault> {
        let fresh: [u8; 32] = rand::rng().random();
        let row = (
            secrets::name.eq(name),
            secrets::value.eq(sealed_bytes(&fresh)),
            secrets::created_at.eq(tx.now()),
        );
        on!(tx, c => diesel::insert_into(secrets::table).values(row).on_conflict_do_nothing().execute(c))?;
        Ok(Self(on!(tx, c => secrets::table.find(name).select(secrets::value).first(c))?))
    }

    /// A stamp that says when something was given out; `what` names it and for whom.
    pub fn stamp(&self, what: &str, at: Moment) -> String {
        format!("{}.{}", at.as_micros(), hex(&self.mac(what, at)))
    }

    /// When the stamp says that `what` was given out; none if it is not one of ours.
    pub fn read_stamp(&self, what: &str, stamp: &str) -> Option<Moment> {
        use subtle::ConstantTimeEq;
        let (micros, mac) = stamp.trim().split_once('.')?;
        let at = Moment::from_micros(micros.parse().ok()?);
        let ours = hex(&self.mac(what, at));
        bool::from(ours.as_bytes().ct_eq(mac.as_bytes())).then_some(at)
    }

    fn mac(&self, what: &str, at: Moment) -> Vec<u8> {
        // HMAC takes keys of any length; a key it refused would give stamps that nobody can read.
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return Vec::new() };
        mac.chain_update(at.as_micros().to_be_bytes())
            .chain_update(what.as_bytes())
            .finalize()
            .into_bytes()
            .to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_read_only_for_what_it_was_given_out_for() {
        let (key, other) = (Key(vec![1; 32]), Key(vec![2; 32]));
        let at = Moment::from_micros(1_481_720_400_000_000);
        let stamp = key.stamp("letter 1 person 2", at);
        assert_eq!(key.read_stamp("letter 1 person 2", &stamp), Some(at));
        assert_eq!(key.read_stamp("letter 1 person 3", &stamp), None);
        assert_eq!(other.read_stamp("letter 1 person 2", &stamp), None);
        let earlier = stamp.replacen("1481720400", "1481720399", 1);
        for forged in [earlier.as_str(), "", ".", "1.", "x.y", "-1.00"] {
            assert_eq!(key.read_stamp("letter 1 person 2", forged), None, "{forged}");
        }
    }
}
