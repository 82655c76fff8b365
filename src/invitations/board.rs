//! The board: everybody who was asked, how far they are, and what a coordinator does about it.

use std::collections::HashSet;

use diesel::prelude::*;

use super::mails::Occasion;
use super::model::{Invitation, Stage};
use super::reminding::{came_back, invitation_to};
use super::sending::{Letterhead, MAILS, send};
use crate::db::{Moment, Tx, on, sealed};
use crate::error::{Fault, carries_faults};
use crate::ids::{InvitationId, LetterId, MailId, PersonId, Slug};
use crate::letters::{self, Happened, Letter};
use crate::people::Email;
use crate::schema::{coalitions, invitations, organizations};

/// Somebody on the board.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub invitation: Invitation,
    /// How far it has come; [`Stage::Bounced`] if the latest mail came back before anything else.
    pub stage: Stage,
    /// The organization that took it up.
    pub organization: Option<String>,
    /// The coalition it was invited as a member of.
    pub coalition: Option<String>,
}

impl Line {
    /// The organization's name: its own if it is here, otherwise as the coordinators wrote it.
    pub fn organization(&self) -> &str {
        self.organization.as_deref().unwrap_or(&self.invitation.organization_name)
    }

    /// The address, where the coordinators may see it.
    pub fn address(&self) -> Option<&str> {
        Some(self.invitation.email.as_str()).filter(|_| !self.invitation.by_membership)
    }

    fn has_words(&self, wanted: &str) -> bool {
        let shown = [
            self.organization(),
            &self.invitation.organization_name,
            &self.invitation.person_name,
            self.address().unwrap_or(""),
            &self.invitation.note,
            self.coalition.as_deref().unwrap_or(""),
            self.invitation.decline_reason.as_deref().unwrap_or(""),
        ];
        shown.iter().any(|words| words.to_lowercase().contains(wanted))
    }
}

/// Everybody invited to a letter, in the order in which they were.
pub(super) fn lines(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Line>, Fault> {
    let found: Vec<(Invitation, Option<String>)> = on!(tx, c => invitations::table
        .left_join(coalitions::table)
        .filter(invitations::letter_id.eq(letter))
        .order(invitations::id)
        .select((Invitation::as_select(), coalitions::name.nullable()))
        .load(c))?;
    let names = names(tx, letter)?;
    let all: Vec<Invitation> = found.iter().map(|(invitation, _)| invitation.clone()).collect();
    let back = came_back(tx, &all)?;
    let line = |(invitation, coalition): (Invitation, Option<String>)| Line {
        stage: stage(&invitation, &back),
        organization: invitation.organization_id.and_then(|id| names.get(&id).cloned()),
        coalition,
        invitation,
    };
    Ok(found.into_iter().map(line).collect())
}

fn names(
    tx: &mut Tx<'_>,
    letter: LetterId,
) -> Result<std::collections::HashMap<crate::ids::OrganizationId, String>, Fault> {
    let of_letter = invitations::table
        .filter(invitations::letter_id.eq(letter).and(invitations::organization_id.is_not_null()))
        .select(invitations::organization_id);
    let found: Vec<(crate::ids::OrganizationId, String)> = on!(tx, c => organizations::table
        .filter(organizations::id.nullable().eq_any(of_letter))
        .select((organizations::id, organizations::name))
        .load(c))?;
    Ok(found.into_iter().collect())
}

fn stage(invitation: &Invitation, back: &HashSet<MailId>) -> Stage {
    let refused = invitation.last_mail_id.is_some_and(|mail| back.contains(&mail));
    match invitation.stage() {
        Stage::Invited if refused => Stage::Bounced,
        other => other,
    }
}

/// Those lines in which `typed` occurs, at this stage or any.
pub(super) fn select(lines: Vec<Line>, stage: Option<Stage>, typed: &str) -> Vec<Line> {
    let wanted = typed.to_lowercase();
    let fits = |line: &Line| {
        stage.is_none_or(|stage| stage == line.stage) && (wanted.is_empty() || line.has_words(&wanted))
    };
    lines.into_iter().filter(fits).collect()
}

/// Why a line of the board was not changed.
#[derive(Debug)]
pub(super) enum ChangeError {
    /// There is no such letter for this person, or no such invitation to it.
    NoSuchInvitation,
    /// They have signed, so there is nothing to take back.
    Signed,
    /// Another invitation to this letter has that address.
    AddressTaken,
    /// They had as many mails as one invitation may cause.
    Enough,
    /// They declined, and were told that no mail follows.
    Declined,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ChangeError);

fn own_line(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: InvitationId,
) -> Result<(Letter, Invitation), ChangeError> {
    let own = letters::hold_own(tx, person, slug)?.ok_or(ChangeError::NoSuchInvitation)?;
    let letter = own.letter().clone();
    let invitation = invitation_to(tx, letter.id, id)?.ok_or(ChangeError::NoSuchInvitation)?;
    Ok((letter, invitation))
}

/// Sets the coordinators' own note about one of those invited.
pub(super) fn set_note(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: InvitationId,
    note: &str,
) -> Result<(), ChangeError> {
    let (_, invitation) = own_line(tx, person, slug, id)?;
    on!(tx, c => diesel::update(invitations::table.find(invitation.id))
        .set(invitations::note.eq(sealed(note)))
        .execute(c))
    .map_err(Fault::from)?;
    Ok(())
}

/// Takes an invitation back: its links stop working, and it lets nobody see the letter any more.
pub(super) fn revoke(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: InvitationId,
) -> Result<(), ChangeError> {
    let (letter, invitation) = own_line(tx, person, slug, id)?;
    if invitation.signed_at.is_some() {
        return Err(ChangeError::Signed);
    }
    let now = tx.now();
    let revoked = on!(tx, c => diesel::update(invitations::table
            .find(invitation.id)
            .filter(invitations::revoked_at.is_null()))
        .set(invitations::revoked_at.eq(now))
        .execute(c))
    .map_err(Fault::from)?;
    if revoked == 1 {
        letters::log(tx, letter.id, Some(person), Happened::InvitationRevoked, &invitation.called(), "")?;
    }
    Ok(())
}

/// Corrects the address and sends the invitation there; also how one that was revoked is given
/// again. Whoever declined is not written to again; somebody else can be asked in their place. The links that went to the earlier address stop working.
pub(super) fn correct(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: InvitationId,
    email: &Email,
    head: &Letterhead<'_>,
) -> Result<(), ChangeError> {
    let (letter, invitation) = own_line(tx, person, slug, id)?;
    if invitation.signed_at.is_some() {
        return Err(ChangeError::Signed);
    }
    let others: i64 = on!(tx, c => invitations::table
        .filter(invitations::letter_id.eq(letter.id).and(invitations::email.eq(sealed(email.as_str()))))
        .filter(invitations::id.ne(invitation.id))
        .count()
        .get_result(c))
    .map_err(Fault::from)?;
    if others > 0 {
        return Err(ChangeError::AddressTaken);
    }
    let elsewhere = invitation.email != email.as_str();
    if !elsewhere && invitation.declined_at.is_some() {
        return Err(ChangeError::Declined);
    }
    if !elsewhere && invitation.mails >= MAILS {
        return Err(ChangeError::Enough);
    }
    if elsewhere {
        // Whoever reads the wrong mailbox was not meant.
        use crate::schema::invitation_links as links;
        on!(tx, c => diesel::delete(links::table.filter(links::invitation_id.eq(invitation.id))).execute(c))
            .map_err(Fault::from)?;
    }
    let mails = if elsewhere { 0 } else { invitation.mails };
    let anew: Invitation = on!(tx, c => diesel::update(invitations::table.find(invitation.id))
        .set((
            invitations::email.eq(sealed(email.as_str())),
            invitations::by_membership.eq(invitation.by_membership && !elsewhere),
            invitations::mails.eq(mails),
            invitations::revoked_at.eq(None::<Moment>),
            invitations::declined_at.eq(None::<Moment>),
        ))
        .returning(Invitation::as_returning())
        .get_result(c))
    .map_err(Fault::from)?;
    let called = anew.called();
    if send(tx, &letter, head, Occasion::Invited, vec![anew])? == 0 {
        return Err(ChangeError::Enough);
    }
    letters::log(tx, letter.id, Some(person), Happened::Invited, &called, "")?;
    Ok(())
}
