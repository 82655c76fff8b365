//! Asking: one address or thousands, each once per letter, each with a link of its own.

use std::collections::HashSet;

use diesel::prelude::*;

use super::model::Invitation;
use super::sending::{APART_SECONDS, MAILS, rested};
use crate::db::{Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{CoalitionId, InvitationId, LetterId, MailId, OrganizationId, PersonId, SignatureId, Token};
use crate::letters;
use crate::people::Email;
use crate::schema::{invitation_links, invitations};

/// Somebody to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// The organization's name; may be empty.
    pub organization_name: String,
    /// The person's name; may be empty.
    pub person_name: String,
    /// Where the invitation is sent.
    pub email: Email,
    /// The coalition the organization is invited as a member of.
    pub coalition_id: Option<CoalitionId>,
    /// The listed signatory that it asks to confirm.
    pub signature_id: Option<SignatureId>,
}

/// How many rows one statement writes: enough that thousands are a few statements, few enough for
/// the number of values that a statement may have.
pub(super) const AT_ONCE: usize = 500;

/// Asks somebody to a letter and makes the first link; `None` if that address is invited to this
/// letter already. Sends nothing: the mail is the caller's, who then says so with [`has_been_mailed`].
/// The letter is held until the end of the transaction.
///
/// # Errors
/// A fault of the database.
pub fn invite(
    tx: &mut Tx<'_>,
    letter: LetterId,
    by: PersonId,
    who: &NewInvitation,
) -> Result<Option<(InvitationId, Token)>, Fault> {
    let asked = Asked { who: who.clone(), member: None };
    let invited = invite_all(tx, letter, by, std::slice::from_ref(&asked))?;
    Ok(invited.into_iter().next().flatten())
}

/// Somebody to be asked, and whether it is as the owner of a coalition's member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub who: NewInvitation,
    /// The member, whose owner's address the coordinators do not see.
    pub member: Option<OrganizationId>,
}

/// The same for many, in the same order; an address that stands there twice is invited once.
pub(super) fn invite_all(
    tx: &mut Tx<'_>,
    letter: LetterId,
    by: PersonId,
    all: &[Asked],
) -> Result<Vec<Option<(InvitationId, Token)>>, Fault> {
    letters::hold(tx, letter)?; // so that nobody invites the same address between the two statements
    let mut known = already_invited(tx, letter, all)?;
    let now = tx.now();
    let (mut invited, mut rows) = (Vec::with_capacity(all.len()), Vec::new());
    for Asked { who, member } in all {
        if !known.insert(who.email.as_str().to_owned()) {
            invited.push(None);
            continue;
        }
        let id = InvitationId::new();
        rows.push((
            invitations::id.eq(id),
            invitations::letter_id.eq(letter),
            invitations::organization_name.eq(sealed(&who.organization_name)),
            invitations::person_name.eq(sealed(&who.person_name)),
            invitations::email.eq(sealed(who.email.as_str())),
            invitations::coalition_id.eq(who.coalition_id),
            invitations::signature_id.eq(who.signature_id),
            invitations::note.eq(sealed("")),
            invitations::invited_by.eq(by),
            invitations::invited_at.eq(now),
            invitations::mails.eq(0),
            invitations::organization_id.eq(*member),
            invitations::by_membership.eq(member.is_some()),
        ));
        invited.push(Some(id));
    }
    for some in rows.chunks(AT_ONCE) {
        on!(tx, c => diesel::insert_into(invitations::table).values(some.to_vec()).execute(c))?;
    }
    let ids: Vec<InvitationId> = invited.iter().flatten().copied().collect();
    let mut tokens = add_links(tx, &ids)?.into_iter();
    Ok(invited.into_iter().map(|id| Some((id?, tokens.next()?))).collect())
}

/// Those of these addresses that have an invitation to the letter, revoked or not.
pub(super) fn already_invited(
    tx: &mut Tx<'_>,
    letter: LetterId,
    all: &[Asked],
) -> Result<HashSet<String>, Fault> {
    let mut known = HashSet::new();
    for some in all.chunks(AT_ONCE) {
        let emails: Vec<_> = some.iter().map(|asked| sealed(asked.who.email.as_str())).collect();
        let found: Vec<String> = on!(tx, c => invitations::table
            .filter(invitations::letter_id.eq(letter).and(invitations::email.eq_any(&emails)))
            .select(invitations::email)
            .load(c))?;
        known.extend(found);
    }
    Ok(known)
}

/// A further link of an invitation, for a further mail; the earlier ones keep working.
///
/// # Errors
/// A fault of the database.
pub fn add_link(tx: &mut Tx<'_>, id: InvitationId) -> Result<Token, Fault> {
    let added = add_links(tx, &[id])?;
    added.into_iter().next().ok_or_else(|| Fault::new("no link was made"))
}

/// A further link for each of these invitations, in their order.
pub(super) fn add_links(tx: &mut Tx<'_>, ids: &[InvitationId]) -> Result<Vec<Token>, Fault> {
    let now = tx.now();
    let tokens: Vec<Token> = ids.iter().map(|_| Token::new()).collect();
    let rows: Vec<_> = ids
        .iter()
        .zip(&tokens)
        .map(|(id, token)| {
            (
                invitation_links::token_hash.eq(token.hash().as_bytes().to_vec()),
                invitation_links::invitation_id.eq(*id),
                invitation_links::created_at.eq(now),
            )
        })
        .collect();
    for some in rows.chunks(AT_ONCE) {
        on!(tx, c => diesel::insert_into(invitation_links::table).values(some.to_vec()).execute(c))?;
    }
    Ok(tokens)
}

/// Notes that a mail about the invitation is on its way, so that it is counted among those the
/// person had, and known if it comes back.
///
/// # Errors
/// A fault of the database.
pub fn has_been_mailed(tx: &mut Tx<'_>, id: InvitationId, mail: MailId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(invitations::table.find(id))
        .set((
            invitations::mails.eq(invitations::mails + 1),
            invitations::last_mail_id.eq(mail),
            invitations::last_mailed_at.eq(now),
        ))
        .execute(c))?;
    Ok(())
}

/// Whether an address can be asked once more about a listed signatory: not within some hours of the
/// mail that asked it before, and never more often than one invitation may cause mails.
///
/// # Errors
/// A fault of the database.
pub fn bears_another_mail(
    tx: &mut Tx<'_>,
    letter: LetterId,
    email: &Email,
    signature: SignatureId,
) -> Result<bool, Fault> {
    let found: Option<Invitation> = on!(tx, c => invitations::table
        .filter(invitations::letter_id.eq(letter).and(invitations::email.eq(sealed(email.as_str()))))
        .select(Invitation::as_select())
        .first(c)
        .optional())?;
    let now = tx.now();
    Ok(found.is_none_or(|invitation| {
        let was_asked = invitation.signature_id == Some(signature);
        invitation.mails < MAILS && (!was_asked || rested(&invitation, now, APART_SECONDS))
    }))
}

/// Makes the unanswered invitation of an address one that is about a listed signatory; `None` if
/// there is none, or it is about another.
///
/// # Errors
/// A fault of the database.
pub fn is_about(
    tx: &mut Tx<'_>,
    letter: LetterId,
    email: &Email,
    signature: SignatureId,
) -> Result<Option<InvitationId>, Fault> {
    let unanswered = invitations::table
        .filter(invitations::letter_id.eq(letter).and(invitations::email.eq(sealed(email.as_str()))))
        .filter(invitations::revoked_at.is_null().and(invitations::declined_at.is_null()))
        .filter(invitations::signed_at.is_null())
        .filter(invitations::signature_id.is_null().or(invitations::signature_id.eq(signature)));
    let found: Option<InvitationId> = on!(tx, c => unanswered.select(invitations::id).first(c).optional())?;
    if let Some(id) = found {
        on!(tx, c => diesel::update(invitations::table.find(id))
            .set(invitations::signature_id.eq(signature))
            .execute(c))?;
    }
    Ok(found)
}
