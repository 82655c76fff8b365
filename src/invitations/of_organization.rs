//! What an organization is invited to, for its own programs.

use diesel::prelude::*;

use super::model::Invitation;
use crate::db::{Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{InvitationId, OrganizationId};
use crate::letters::{self, Letter, LockedLetter};
use crate::organizations;
use crate::people::Person;
use crate::schema::{invitations, letters as letter_rows};

/// An invitation, its letter, and the text once it is locked.
pub struct InvitationTo {
    /// The invitation.
    pub invitation: Invitation,
    /// To which letter.
    pub letter: Letter,
    /// With its text, unless it is a draft.
    pub locked: Option<LockedLetter>,
}

/// Up to `most` invitations that an organization took up, or that nobody took up and that went to its
/// address or to `person`, who asks for it; the newest first, before this one. Those that were taken
/// back are not among them.
///
/// # Errors
/// A fault of the database.
pub fn invitations_of_organization(
    tx: &mut Tx<'_>,
    organization: OrganizationId,
    person: &Person,
    before: Option<InvitationId>,
    most: i64,
) -> Result<Vec<InvitationTo>, Fault> {
    let (_, address) = organizations::name_and_address(tx, organization)?;
    let to_them = invitations::person_id
        .eq(person.id)
        .or(invitations::email.eq(sealed(&person.email)).nullable())
        .or(invitations::email.eq(sealed(address)).nullable());
    let found: Vec<(Invitation, Letter)> = on!(tx, c => invitations::table
        .inner_join(letter_rows::table)
        .filter(invitations::revoked_at.is_null())
        .filter(invitations::id.lt(before.unwrap_or(InvitationId::LAST)))
        .filter(
            invitations::organization_id
                .eq(organization)
                .or(invitations::organization_id.is_null().nullable().and(to_them)),
        )
        .order(invitations::id.desc())
        .limit(most)
        .select((Invitation::as_select(), Letter::as_select()))
        .load(c))?;
    let mut all = Vec::new();
    for (invitation, letter) in found {
        let locked = letters::find_locked(tx, letter.id)?;
        all.push(InvitationTo { invitation, letter, locked });
    }
    Ok(all)
}
