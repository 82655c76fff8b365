//! Who hears that a letter was retracted: everyone whose organization's name stands under it.

use super::mails;
use super::reconsents::signed_now;
use super::telling::recipients;
use crate::db::Tx;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::letters::Letter;
use crate::mail;

/// Tells everyone who signed that a letter was just retracted, and why: one mail to each person. A
/// name under a letter that is taken back is theirs to explain too.
///
/// # Errors
/// A fault of the database.
pub fn tell_of_retraction(
    tx: &mut Tx<'_>,
    letter: &Letter,
    note: &str,
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let link = address(&format!("/letters/{}/sign", letter.slug));
    let mut told: Vec<PersonId> = Vec::new();
    for (signature, organization) in signed_now(tx, letter.id)? {
        for person in recipients(tx, organization.id, signature.signed_by)? {
            if !told.contains(&person.id) {
                told.push(person.id);
                mail::enqueue(tx, &mails::is_retracted(&person, &organization, letter, note, link.clone()))?;
            }
        }
    }
    Ok(())
}
