//! **Second factor**: a program on a phone or computer that makes six digits out of a shared secret
//! and the time (RFC 6238: SHA-1, thirty seconds), and ten recovery codes for whoever has lost it.
//!
//! Each half minute's code is accepted once, and so is each recovery code: who looks over a shoulder
//! or reads a log has nothing. Passkeys would be better against copied pages; `webauthn-rs` 0.6 links
//! no OpenSSL, but more than doubles what has to be built, so they are left out.

use data_encoding::BASE32_NOPAD;
use diesel::prelude::*;
use rand::RngExt;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};

use crate::db::{Moment, Tx, on, sealed, sealed_bytes};
use crate::error::Fault;
use crate::ids::PersonId;
use crate::schema::{people, recovery_codes, second_factors};

/// 160 bits, as RFC 4226 recommends; SHA-1's own length.
const SECRET_BYTES: usize = 20;
/// Codes for whoever has lost the program, as many as fit on a card.
const RECOVERY_CODES: usize = 10;
/// 120 bits, so that a plain hash is enough (OWASP ASVS 5.0, 6.5.2, asks for 112), and still to be typed: six
/// groups of four.
const RECOVERY_BYTES: usize = 15;
/// How long a set-up can wait for its first code.
const SET_UP_SECONDS: i64 = 3600;

/// The secret that the program gets.
pub(super) struct Secret([u8; SECRET_BYTES]);

impl Secret {
    fn new() -> Self {
        Self(rand::rng().random())
    }

    fn of_row(bytes: Vec<u8>) -> Result<Self, Fault> {
        bytes.try_into().map(Self).map_err(|_| Fault::new("a second factor's secret has another length"))
    }

    /// As it is typed: base32 in groups of four.
    pub(super) fn to_type(&self) -> String {
        in_groups(&BASE32_NOPAD.encode(&self.0))
    }

    /// What the QR code says (Google's "Key Uri Format", which all programs read).
    pub(super) fn address(&self, host: &str, account: &str) -> String {
        let encoded = |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let (issuer, account) = (encoded(&format!("Undersigned {host}")), encoded(account));
        let (issuer, account) = (issuer.replace('+', "%20"), account.replace('+', "%20"));
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}", BASE32_NOPAD.encode(&self.0))
    }

    fn totp(&self) -> Totp {
        // Six digits, half minutes, one of them early or late: what the library begins with.
        Builder::new().with_secret(self.0).with_skew(1).build_noncompliant()
    }

    /// The half minute of which `code` is the code, if it is one of now or next to it.
    fn step_of(&self, code: &str, now: Moment) -> Option<i64> {
        let seconds = u64::try_from(now.as_micros() / 1_000_000).ok()?;
        let six = code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit());
        if !six {
            return None;
        }
        self.totp().check(code, seconds).and_then(|step| i64::try_from(step).ok())
    }
}

fn in_groups(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Where somebody's second factor stands.
pub(super) enum Standing {
    /// There is none.
    Off,
    /// It waits for its first code.
    Waiting(Secret),
    /// It is asked for at every sign-in.
    On {
        /// Since when.
        since: Moment,
        /// How many recovery codes are not used.
        codes_left: i64,
    },
}

/// Where the second factor of `person` stands.
pub(super) fn standing(tx: &mut Tx<'_>, person: PersonId) -> Result<Standing, Fault> {
    let now = tx.now();
    let found: Option<(Vec<u8>, Moment, Option<Moment>)> = on!(tx, c => second_factors::table
        .find(person)
        .select((second_factors::secret, second_factors::created_at, second_factors::confirmed_at))
        .first(c)
        .optional())?;
    Ok(match found {
        Some((_, _, Some(since))) => Standing::On { since, codes_left: codes_left(tx, person)? },
        Some((secret, created, None)) if created.plus_seconds(SET_UP_SECONDS) > now => {
            Standing::Waiting(Secret::of_row(secret)?)
        }
        Some((_, _, None)) | None => Standing::Off,
    })
}

fn codes_left(tx: &mut Tx<'_>, person: PersonId) -> Result<i64, Fault> {
    Ok(on!(tx, c => recovery_codes::table
        .filter(recovery_codes::person_id.eq(person).and(recovery_codes::used_at.is_null()))
        .count()
        .get_result(c))?)
}

/// Whether a code is asked of `person` when they sign in.
///
/// # Errors
/// A fault of the database.
pub fn has_second_factor(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, Fault> {
    let found: i64 = on!(tx, c => second_factors::table
        .find(person)
        .filter(second_factors::confirmed_at.is_not_null())
        .count()
        .get_result(c))?;
    Ok(found > 0)
}

/// Begins to set one up, with a new secret; one that is on stays as it is (`false`).
pub(super) fn begin(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, Fault> {
    let now = tx.now();
    on!(tx, c => diesel::delete(second_factors::table.find(person).filter(second_factors::confirmed_at.is_null()))
        .execute(c))?;
    let secret = Secret::new();
    let row = (
        second_factors::person_id.eq(person),
        second_factors::secret.eq(sealed_bytes(&secret.0)),
        second_factors::created_at.eq(now),
        second_factors::last_step.eq(0_i64),
    );
    let added = on!(tx, c => diesel::insert_into(second_factors::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(added == 1)
}

/// Takes back a set-up that waits for its first code.
pub(super) fn take_back(tx: &mut Tx<'_>, person: PersonId) -> Result<(), Fault> {
    on!(tx, c => diesel::delete(second_factors::table.find(person).filter(second_factors::confirmed_at.is_null()))
        .execute(c))?;
    Ok(())
}

/// Ends a set-up with the first code. Returns the recovery codes, which nobody sees again; `None` if
/// it is not the code, or nothing waits for one.
pub(super) fn confirm(tx: &mut Tx<'_>, person: PersonId, code: &str) -> Result<Option<Vec<String>>, Fault> {
    let now = tx.now();
    let Standing::Waiting(secret) = standing(tx, person)? else { return Ok(None) };
    let Some(step) = secret.step_of(&digits(code), now) else { return Ok(None) };
    let confirmed = on!(tx, c => diesel::update(second_factors::table
            .find(person)
            .filter(second_factors::confirmed_at.is_null()))
        .set((second_factors::confirmed_at.eq(now), second_factors::last_step.eq(step)))
        .execute(c))?;
    if confirmed == 0 { Ok(None) } else { renew_codes(tx, person).map(Some) }
}

/// Ten new recovery codes; the earlier ones stop working.
pub(super) fn renew_codes(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<String>, Fault> {
    on!(tx, c => diesel::delete(recovery_codes::table.filter(recovery_codes::person_id.eq(person))).execute(c))?;
    let mut shown = Vec::new();
    for _ in 0..RECOVERY_CODES {
        let code = BASE32_NOPAD.encode(&rand::rng().random::<[u8; RECOVERY_BYTES]>()).to_lowercase();
        let row =
            (recovery_codes::person_id.eq(person), recovery_codes::code_hash.eq(hash_of(person, &code)));
        on!(tx, c => diesel::insert_into(recovery_codes::table).values(row).execute(c))?;
        shown.push(in_groups(&code).replace(' ', "-"));
    }
    Ok(shown)
}

/// With the person in it, so that two people's codes are never the same row's bytes.
fn hash_of(person: PersonId, code: &str) -> Vec<u8> {
    Sha256::digest(format!("{person} {code}").as_bytes()).to_vec()
}

/// What was typed as a code of the program: digits of any keyboard, without what stands between.
fn digits(typed: &str) -> String {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10), // Arabic
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10), // Persian
        _ => None,
    };
    typed.chars().filter_map(digit).take(7).collect()
}

/// What was typed as a recovery code, as it is hashed; `None` if it cannot be one.
fn recovery(typed: &str) -> Option<String> {
    let kept = typed.chars().filter(|c| !matches!(c, ' ' | '-' | '\u{a0}')).take(100);
    let code: String = kept.flat_map(char::to_lowercase).collect();
    let base32 = |b: u8| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b);
    (code.len() == RECOVERY_BYTES * 8 / 5 && code.bytes().all(base32)).then_some(code)
}

/// How a code was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Accepted {
    /// The program made it.
    Program,
    /// It was a recovery code, and so many are left.
    Recovery {
        /// How many.
        left: i64,
    },
}

/// Whether `typed` is a code of the second factor of `person`, or a recovery code; it is not
/// accepted again.
pub(super) fn accept(tx: &mut Tx<'_>, person: PersonId, typed: &str) -> Result<Option<Accepted>, Fault> {
    let now = tx.now();
    if let Some(code) = recovery(typed) {
        let used = on!(tx, c => diesel::update(recovery_codes::table
                .find((person, hash_of(person, &code)))
                .filter(recovery_codes::used_at.is_null()))
            .set(recovery_codes::used_at.eq(now))
            .execute(c))?;
        if used == 1 {
            return Ok(Some(Accepted::Recovery { left: codes_left(tx, person)? }));
        }
    }
    let secret: Option<Vec<u8>> = on!(tx, c => second_factors::table
        .find(person)
        .filter(second_factors::confirmed_at.is_not_null())
        .select(second_factors::secret)
        .first(c)
        .optional())?;
    let secret = secret.map(Secret::of_row).transpose()?;
    let Some(step) = secret.and_then(|secret| secret.step_of(&digits(typed), now)) else { return Ok(None) };
    // One statement decides, so that the same code sent twice at once is accepted once.
    let first = on!(tx, c => diesel::update(second_factors::table
            .find(person)
            .filter(second_factors::last_step.lt(step)))
        .set(second_factors::last_step.eq(step))
        .execute(c))?;
    Ok((first == 1).then_some(Accepted::Program))
}

/// Whether each of these is a recovery code of `person`, used or not: what may be handed back to them
/// as a file.
pub(super) fn are_codes_of(tx: &mut Tx<'_>, person: PersonId, codes: &[&str]) -> Result<bool, Fault> {
    let hashes: Option<Vec<Vec<u8>>> =
        codes.iter().map(|code| recovery(code).map(|code| hash_of(person, &code))).collect();
    let Some(hashes) = hashes.filter(|hashes| !hashes.is_empty() && hashes.len() <= RECOVERY_CODES) else {
        return Ok(false);
    };
    let many = i64::try_from(hashes.len()).unwrap_or(i64::MAX);
    let found: i64 = on!(tx, c => recovery_codes::table
        .filter(recovery_codes::person_id.eq(person).and(recovery_codes::code_hash.eq_any(hashes)))
        .count()
        .get_result(c))?;
    Ok(found == many)
}

/// Turns it off, with its recovery codes. Whether there was one.
pub(super) fn turn_off(tx: &mut Tx<'_>, person: PersonId) -> Result<bool, Fault> {
    on!(tx, c => diesel::delete(recovery_codes::table.filter(recovery_codes::person_id.eq(person))).execute(c))?;
    let off = on!(tx, c => diesel::delete(second_factors::table.find(person)).execute(c))?;
    Ok(off > 0)
}

/// What the command line does for somebody who has lost the program and the codes: turns it off and
/// tells them. `None` if there is no account with that address or it has none.
///
/// # Errors
/// A fault of the database.
pub fn turn_off_for(tx: &mut Tx<'_>, email: &super::Email) -> Result<Option<PersonId>, Fault> {
    let person: Option<super::Person> = on!(tx, c => people::table
        .filter(people::email.eq(sealed(email.as_str())))
        .select(super::Person::as_select())
        .first(c)
        .optional())?;
    let Some(person) = person else { return Ok(None) };
    if !turn_off(tx, person.id)? {
        return Ok(None);
    }
    crate::mail::enqueue(tx, &super::mails::second_factor_off(&person, true))?;
    Ok(Some(person.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        let secret = Secret(*b"12345678901234567890");
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (2_000_000_000, "279037")]
        {
            assert_eq!(secret.step_of(code, at(seconds)), Some(seconds / 30), "{seconds}");
            assert_eq!(secret.step_of(code, at(seconds + 30)), Some(seconds / 30), "half a minute late");
            assert_eq!(secret.step_of(code, at(seconds + 61)), None);
        }
        for no in ["", "28708", "2870822", "abcdef", "+87082", " 287082"] {
            assert_eq!(secret.step_of(no, at(59)), None, "{no:?}");
        }
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(digits("287 082"), "287082");
        assert_eq!(digits("٢٨٧-٠٨٢"), "287082");
        assert_eq!(recovery(" ABCD-efgh ijkl-2345 mnop-qrst ").unwrap(), "abcdefghijkl2345mnopqrst");
        for no in [
            "",
            "287082",
            "abcd-efgh-ijkl-2345-mnop-qrs",
            "abcd-efgh-ijkl-1890-mnop-qrst",
            "abcd\0efghijkl2345mnopqrs",
        ] {
            assert_eq!(recovery(no), None, "{no:?}");
        }
    }

    #[test]
    fn the_address_says_whose_account_it_is() {
        let secret = Secret(*b"12345678901234567890");
        assert_eq!(
            secret.address("letters.example.org", "a+b@example.org"),
            "otpauth://totp/Undersigned%20letters.example.org:a%2Bb%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Undersigned%20letters.example.org"
        );
        assert!(secret.to_type().starts_with("GEZD GNBV"));
    }
}
