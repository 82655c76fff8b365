//! What those invited do with their link: read, go on to sign, decline.

use diesel::prelude::*;

use super::model::Invitation;
use crate::coalitions;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{InvitationId, OrganizationId, PersonId, TokenHash};
use crate::letters::{self, Happened, Letter};
use crate::organizations;
use crate::people;
use crate::schema::{invitations, letters as letter_rows};

/// An invitation with the letter it is to, by the token of one of its links.
pub(super) fn find_with_letter(
    tx: &mut Tx<'_>,
    token: &TokenHash,
) -> Result<Option<(Invitation, Letter)>, Fault> {
    let Some(invitation) = super::model::find_by_token(tx, token)? else { return Ok(None) };
    let letter = letter_of(tx, &invitation)?;
    Ok(letter.map(|letter| (invitation, letter)))
}

fn letter_of(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<Option<Letter>, Fault> {
    Ok(on!(tx, c => letter_rows::table
        .find(invitation.letter_id)
        .select(Letter::as_select())
        .first(c)
        .optional())?)
}

/// Notes that the text was read. The page's script says so, or whoever goes on; a mail scanner that
/// only opens links does neither.
pub(super) fn note_opened(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(invitations::table
            .find(invitation.id)
            .filter(invitations::opened_at.is_null()))
        .set(invitations::opened_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// They go on to sign. Somebody with an account takes the invitation up, so that they see the letter
/// without the link from then on.
pub(super) fn go_on(tx: &mut Tx<'_>, invitation: &Invitation, person: Option<PersonId>) -> Result<(), Fault> {
    note_opened(tx, invitation)?;
    let now = tx.now();
    on!(tx, c => diesel::update(invitations::table
            .find(invitation.id)
            .filter(invitations::preparing_at.is_null()))
        .set(invitations::preparing_at.eq(now))
        .execute(c))?;
    if let Some(person) = person {
        on!(tx, c => diesel::update(invitations::table
                .find(invitation.id)
                .filter(invitations::signed_at.is_null()))
            .set(invitations::person_id.eq(person))
            .execute(c))?;
    }
    Ok(())
}

/// Somebody prepares the signature of `organization`, whose people with authority see the letter
/// from then on.
///
/// # Errors
/// A fault of the database.
pub fn is_preparing(tx: &mut Tx<'_>, id: InvitationId, organization: OrganizationId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(invitations::table.find(id).filter(invitations::signed_at.is_null()))
        .set((invitations::preparing_at.eq(now), invitations::organization_id.eq(organization)))
        .execute(c))?;
    Ok(())
}

/// They will not sign, and hear no more of this letter; the reason is for its coordinators. Signing
/// takes it back. `false` if the organization has signed already.
pub(super) fn decline(tx: &mut Tx<'_>, invitation: &Invitation, reason: &str) -> Result<bool, Fault> {
    let now = tx.now();
    note_opened(tx, invitation)?;
    let declined = on!(tx, c => diesel::update(invitations::table
            .find(invitation.id)
            .filter(invitations::signed_at.is_null()))
        .set((invitations::declined_at.eq(now), invitations::decline_reason.eq(sealed(reason))))
        .execute(c))?;
    if declined == 1 && invitation.declined_at.is_none() {
        letters::log(tx, invitation.letter_id, None, Happened::Declined, &invitation.called(), reason)?;
    }
    Ok(declined == 1)
}

/// Whoever registered on the way from an invitation has confirmed their address: the invitation is
/// theirs and their organization's. Returns the letter to go on to.
///
/// If the invitation is as a member of a coalition that the inviter coordinates, the organization
/// becomes its member when the confirmed address is the one that was invited, because that address
/// is what the coalition's coordinator vouched for; from another address it asks to be confirmed.
///
/// # Errors
/// A fault of the database.
pub fn take_up(
    tx: &mut Tx<'_>,
    id: InvitationId,
    person: PersonId,
    organization: OrganizationId,
) -> Result<Option<Letter>, Fault> {
    let found: Option<Invitation> = on!(tx, c => invitations::table
        .find(id)
        .filter(invitations::revoked_at.is_null())
        .select(Invitation::as_select())
        .first(c)
        .optional())?;
    let Some(invitation) = found else { return Ok(None) };
    go_on(tx, &invitation, Some(person))?;
    on!(tx, c => diesel::update(invitations::table.find(id).filter(invitations::signed_at.is_null()))
        .set(invitations::organization_id.eq(organization))
        .execute(c))?;
    vouch(tx, &invitation, person, organization)?;
    letter_of(tx, &invitation)
}

fn vouch(
    tx: &mut Tx<'_>,
    invitation: &Invitation,
    person: PersonId,
    organization: OrganizationId,
) -> Result<(), Fault> {
    let (Some(coalition), Some(by)) = (invitation.coalition_id, invitation.invited_by) else { return Ok(()) };
    if coalitions::coordinated_by(tx, by)?.iter().all(|c| c.id != coalition) {
        return Ok(());
    }
    let address = people::find_person(tx, person)?.map(|person| person.email);
    if address.as_deref() == Some(invitation.email.as_str()) {
        return coalitions::admit(tx, coalition, organization, by);
    }
    let authorities = organizations::authorities_of(tx, person)?;
    if let Some(authority) = authorities.iter().find(|a| a.organization().id == organization) {
        coalitions::request_membership(tx, coalition, authority)?;
    }
    Ok(())
}

/// A letter that a person is invited to, and how far that has come.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The letter.
    pub letter: Letter,
    /// Since when.
    pub invited_at: Moment,
}

/// The letters that `person` was invited to and has neither signed nor declined, while they can be
/// read or signed; the newest first.
///
/// # Errors
/// A fault of the database.
pub fn invitations_waiting_for(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Waiting>, Fault> {
    let Some(account) = people::find_person(tx, person)? else { return Ok(Vec::new()) };
    let organizations: Vec<OrganizationId> =
        organizations::memberships_of(tx, person)?.into_iter().map(|(o, _)| o.id).collect();
    let now = tx.now();
    let found: Vec<(Moment, Letter)> = on!(tx, c => invitations::table
        .inner_join(letter_rows::table)
        .filter(invitations::revoked_at.is_null())
        .filter(invitations::signed_at.is_null().and(invitations::declined_at.is_null()))
        .filter(letter_rows::closed_at.is_null())
        .filter(
            invitations::person_id.eq(person)
                .or(invitations::organization_id.eq_any(&organizations))
                .or(invitations::email.eq(sealed(&account.email)).nullable()),
        )
        .order(invitations::invited_at.desc())
        .limit(100)
        .select((invitations::invited_at, Letter::as_select()))
        .load(c))?;
    let mut waiting: Vec<Waiting> = Vec::new();
    for (invited_at, letter) in found {
        let over = letter.deadline.is_some_and(|deadline| deadline <= now);
        if !over && waiting.iter().all(|other| other.letter.id != letter.id) {
            waiting.push(Waiting { letter, invited_at });
        }
    }
    Ok(waiting)
}
