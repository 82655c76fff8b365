//! Persons and their addresses.

use std::collections::HashMap;
use std::fmt;

use diesel::prelude::*;

use super::passwords::PasswordHash;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::PersonId;
use crate::schema::people;
use crate::text::words::Words;
use crate::text::{clean, speaking};

/// Someone with an account.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = people)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// What they are called.
    pub name: String,
    /// What they are in their organization; may be empty.
    pub title: String,
    /// The confirmed address they sign in with.
    pub email: String,
    /// Since when they run this installation, if they do.
    pub operator_since: Option<Moment>,
    /// The tag of the language in which they are written to.
    pub language: String,
}

impl Person {
    /// The words of the language in which they are written to.
    pub fn words(&self) -> Words {
        Words::spoken(&self.language).unwrap_or_default()
    }

    /// Whether they run this installation.
    pub fn is_operator(&self) -> bool {
        self.operator_since.is_some()
    }
}

/// A mail address as people type it, folded so that one mailbox is one account: lower case, the
/// domain in ASCII. (RFC 5321 lets the left side distinguish case; no provider in use does.)
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads an address; `None` for what cannot be one.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = clean::line(typed);
        let (local, domain) = typed.rsplit_once('@')?;
        let fits = (1..=64).contains(&local.len()) && domain.len() <= 253;
        let plain = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        let dots = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        let url::Host::Domain(domain) = url::Host::parse(domain).ok()? else { return None };
        let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty());
        (fits && dots && dotted && local.chars().all(plain))
            .then(|| Self(format!("{}@{}", local.to_lowercase(), domain.to_lowercase())))
    }

    /// The folded address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A person to be.
pub struct NewPerson {
    /// What they are called.
    pub name: String,
    /// What they are in their organization; may be empty.
    pub title: String,
    /// Their address, which has been confirmed.
    pub email: Email,
    /// The hash of their password.
    pub password: PasswordHash,
}

/// Adds a person whose address has been confirmed; they are written to in the language in which they came. `None` if the address has an account.
///
/// # Errors
/// A fault of the database.
pub fn add_person(tx: &mut Tx<'_>, new: &NewPerson) -> Result<Option<Person>, Fault> {
    let row = (
        people::id.eq(PersonId::new()),
        people::name.eq(sealed(&new.name)),
        people::title.eq(sealed(&new.title)),
        people::email.eq(sealed(new.email.as_str())),
        people::password_hash.eq(new.password.as_str()),
        people::created_at.eq(tx.now()),
        people::language.eq(speaking::current().tag()),
    );
    Ok(on!(tx, c => diesel::insert_into(people::table)
        .values(row)
        .on_conflict(people::email)
        .do_nothing()
        .returning(Person::as_returning())
        .get_result(c)
        .optional())?)
}

/// A person by id.
///
/// # Errors
/// A fault of the database.
pub fn find_person(tx: &mut Tx<'_>, id: PersonId) -> Result<Option<Person>, Fault> {
    Ok(on!(tx, c => people::table.find(id).select(Person::as_select()).first(c).optional())?)
}

/// A person by address. Whoever calls this must answer a stranger alike either way.
///
/// # Errors
/// A fault of the database.
pub fn find_person_by_email(tx: &mut Tx<'_>, email: &Email) -> Result<Option<Person>, Fault> {
    Ok(on!(tx, c => people::table
        .filter(people::email.eq(sealed(email.as_str())))
        .select(Person::as_select())
        .first(c)
        .optional())?)
}

/// In which words those of these addresses are written to that have an account; the others are left out. Only
/// for what is sent to the address itself: nobody else may see the difference.
///
/// # Errors
/// A fault of the database.
pub fn words_of_addresses(tx: &mut Tx<'_>, addresses: &[&str]) -> Result<HashMap<String, Words>, Fault> {
    let mut words = HashMap::new();
    for some in addresses.chunks(500) {
        let emails: Vec<_> = some.iter().map(|address| sealed(*address)).collect();
        let found: Vec<(String, String)> = on!(tx, c => people::table
            .filter(people::email.eq_any(&emails))
            .select((people::email, people::language))
            .load(c))?;
        words.extend(found.into_iter().map(|(email, tag)| (email, Words::spoken(&tag).unwrap_or_default())));
    }
    Ok(words)
}

/// A person and the hash of their password, for signing in.
pub(super) fn find_with_password(
    tx: &mut Tx<'_>,
    email: &Email,
) -> Result<Option<(Person, PasswordHash)>, Fault> {
    let found: Option<(Person, String)> = on!(tx, c => people::table
        .filter(people::email.eq(sealed(email.as_str())))
        .select((Person::as_select(), people::password_hash))
        .first(c)
        .optional())?;
    Ok(found.map(|(person, hash)| (person, PasswordHash::of_row(hash))))
}

/// The hash of a person's password, to compare it once more.
pub(super) fn find_password(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<PasswordHash>, Fault> {
    let found: Option<String> =
        on!(tx, c => people::table.find(person).select(people::password_hash).first(c).optional())?;
    Ok(found.map(PasswordHash::of_row))
}

/// Sets the language in which a person is written to.
pub(super) fn speak(tx: &mut Tx<'_>, person: PersonId, words: Words) -> Result<(), Fault> {
    on!(tx, c => diesel::update(people::table.find(person))
        .set(people::language.eq(words.tag()))
        .execute(c))?;
    Ok(())
}

/// Sets what a person is called.
pub(super) fn rename(tx: &mut Tx<'_>, person: PersonId, name: &str, title: &str) -> Result<(), Fault> {
    on!(tx, c => diesel::update(people::table.find(person))
        .set((people::name.eq(sealed(name)), people::title.eq(sealed(title))))
        .execute(c))?;
    Ok(())
}

/// Sets a new password.
pub(super) fn set_password(tx: &mut Tx<'_>, person: PersonId, password: &PasswordHash) -> Result<(), Fault> {
    on!(tx, c => diesel::update(people::table.find(person))
        .set(people::password_hash.eq(password.as_str()))
        .execute(c))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mailbox_is_one_account() {
        assert_eq!(Email::read(" Amal@Example.ORG ").unwrap().as_str(), "amal@example.org");
        assert_eq!(Email::read("amal@bücher.example").unwrap().as_str(), "amal@xn--bcher-kva.example");
    }

    #[test]
    fn what_cannot_be_an_address_is_none() {
        for no in [
            "",
            "amal",
            "@example.org",
            "amal@",
            "amal@localhost",
            "a b@example.org",
            "amal@example..org",
            "a@b@c",
            "amal@[127.0.0.1]",
            "<amal@example.org>",
            "amal@example.org,x@example.org",
        ] {
            assert_eq!(Email::read(no), None, "{no}");
        }
    }
}
