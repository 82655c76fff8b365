//! **Operator**: runs the installation. The first is made by a link that the program prints on an
//! empty database, the others by `undersigned operator add`.

use diesel::prelude::*;

use super::model::{Email, NewPerson, Person, add_person};
use crate::db::{Moment, Tx, on, sealed, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{OperatorInvitationId, PersonId, Token, TokenHash};
use crate::schema::{operator_invitations, people};

/// How long a link that makes an operator works.
const DAY: i64 = 86_400;

/// Whether nobody has an account yet.
///
/// # Errors
/// A fault of the database.
pub fn is_nobody_here(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    let people: i64 = on!(tx, c => people::table.count().get_result(c))?;
    Ok(people == 0)
}

/// Makes a link that makes an operator, for whoever reads the terminal. Unused earlier ones for
/// the same address (or none) stop working: what stands further up in a terminal is over.
///
/// # Errors
/// A fault of the database.
pub fn invite_operator(tx: &mut Tx<'_>, email: Option<&Email>) -> Result<Token, Fault> {
    let now = tx.now();
    let email = email.map(|email| email.as_str().to_owned());
    let unused = operator_invitations::used_at.is_null();
    match &email {
        Some(email) => on!(tx, c => diesel::delete(operator_invitations::table
            .filter(unused.and(operator_invitations::email.eq(sealed(email)))))
            .execute(c))?,
        None => on!(tx, c => diesel::delete(operator_invitations::table
            .filter(unused.and(operator_invitations::email.is_null())))
            .execute(c))?,
    };
    let token = Token::new();
    let row = (
        operator_invitations::id.eq(OperatorInvitationId::new()),
        operator_invitations::token_hash.eq(token.hash().as_bytes().to_vec()),
        operator_invitations::email.eq(sealed_if(email)),
        operator_invitations::created_at.eq(now),
        operator_invitations::expires_at.eq(now.plus_seconds(DAY)),
    );
    on!(tx, c => diesel::insert_into(operator_invitations::table).values(row).execute(c))?;
    Ok(token)
}

/// What `undersigned operator add` does: makes the person with this address an operator, or
/// invites a stranger. Returns the invitation's token in the latter case.
///
/// # Errors
/// A fault of the database.
pub fn add_operator(tx: &mut Tx<'_>, email: &Email) -> Result<Option<Token>, Fault> {
    let now = tx.now();
    let known = on!(tx, c => diesel::update(people::table.filter(people::email.eq(sealed(email.as_str()))))
        .set(people::operator_since.eq(now))
        .execute(c))?;
    if known > 0 { Ok(None) } else { invite_operator(tx, Some(email)).map(Some) }
}

/// Whether this link makes an operator, and the address it is meant for, if it names one.
pub(super) fn find_invitation(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Option<String>>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => operator_invitations::table
        .filter(operator_invitations::token_hash.eq(token.as_bytes()))
        .filter(operator_invitations::used_at.is_null())
        .filter(operator_invitations::expires_at.gt(now))
        .select(operator_invitations::email)
        .first(c)
        .optional())?)
}

/// Why the link made nobody an operator.
pub(super) enum InvitationError {
    /// Used, over, or never made.
    NoSuchInvitation,
    /// The address has an account, which a stranger with this link must not take over.
    HasAccount,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(InvitationError);

/// Makes the operator. The address counts as confirmed: who reads the terminal runs the machine.
pub(super) fn accept_invitation(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    new: &NewPerson,
) -> Result<Person, InvitationError> {
    let now = tx.now();
    let used = on!(tx, c => diesel::update(operator_invitations::table
            .filter(operator_invitations::token_hash.eq(token.as_bytes()))
            .filter(operator_invitations::used_at.is_null())
            .filter(operator_invitations::expires_at.gt(now)))
        .set(operator_invitations::used_at.eq(now))
        .execute(c))?;
    if used == 0 {
        return Err(InvitationError::NoSuchInvitation);
    }
    let person = add_person(tx, new)?.ok_or(InvitationError::HasAccount)?;
    make_operator(tx, person.id, now)?;
    Ok(person)
}

fn make_operator(tx: &mut Tx<'_>, person: PersonId, since: Moment) -> Result<(), Fault> {
    on!(tx, c => diesel::update(people::table.find(person)).set(people::operator_since.eq(since)).execute(c))?;
    Ok(())
}
