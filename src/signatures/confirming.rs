//! A listed signatory confirms: its line becomes the organization's own signature, in the same place.
//!
//! Which line: one that an invitation of the person asks about. A link is passed on now and then, so
//! the line is taken for the organization's only if that is likely, or if the person says so: else
//! somebody else's name would stand there as confirmed.

use diesel::prelude::*;

use super::duplicates::{Named, propose};
use crate::db::{Moment, Tx, on};
use crate::error::Fault;
use crate::ids::{GroupId, InvitationId, LetterId, OrganizationId, PersonId, SignatureId};
use crate::invitations;
use crate::organizations::Organization;
use crate::people;
use crate::schema::signatures;

/// A line that waits for its organization, and the invitation that asks about it.
#[derive(Debug, Clone)]
pub(super) struct WaitingLine {
    pub signature: SignatureId,
    pub invitation: InvitationId,
    /// As it is printed on the list.
    pub name: String,
    pub acronym: Option<String>,
    /// Whether the invitation went to this person's own address.
    pub was_sent_to_them: bool,
    /// Whether the line is the organization's as far as one can see: by its name, by the address that
    /// was asked, or because the organization registered on the way from the link.
    pub is_likely: bool,
}

impl WaitingLine {
    /// Whether signing confirms the line: if the person said so, and if nobody said, where it is likely.
    pub fn is_meant(&self, said: Option<bool>) -> bool {
        said.unwrap_or(self.is_likely)
    }
}

/// The line that `person` was asked to confirm and that waits still, seen as somebody who is about to
/// sign for `organization`; none if that has, or had, a signature of its own here.
pub(super) fn waiting_line(
    tx: &mut Tx<'_>,
    letter: LetterId,
    person: PersonId,
    organization: &Organization,
) -> Result<Option<WaitingLine>, Fault> {
    let own: i64 = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::organization_id.eq(organization.id))
        .count()
        .get_result(c))?;
    if own > 0 {
        return Ok(None);
    }
    let Some(person) = people::find_person(tx, person)? else { return Ok(None) };
    let mut found: Vec<WaitingLine> = Vec::new();
    for invitation in invitations::about_listed(tx, letter, &person, organization.id)? {
        let Some(signature) = invitation.signature_id else { continue };
        let waiting: Option<(Option<String>, Option<String>, Option<Moment>)> = on!(tx, c => signatures::table
            .find(signature)
            .filter(signatures::letter_id.eq(letter))
            .filter(signatures::confirmed_at.is_null().and(signatures::withdrawn_at.is_null()))
            .select((signatures::printed_name, signatures::printed_acronym, signatures::withheld_at))
            .first(c)
            .optional())?;
        let Some((Some(name), acronym, withheld)) = waiting else { continue };
        let named = [
            Named { name: &name, acronym: acronym.as_deref() },
            Named { name: &organization.name, acronym: organization.acronym.as_deref() },
        ];
        let alike = !propose(&named).is_empty();
        let was_sent_to_them = person.email == invitation.email;
        let is_likely = alike || was_sent_to_them || invitation.organization_id == Some(organization.id);
        // Somebody to whom a link was passed on is not told of whom it speaks.
        if withheld.is_some() && !is_likely {
            continue;
        }
        let invitation = invitation.id;
        found.push(WaitingLine { signature, invitation, name, acronym, was_sent_to_them, is_likely });
    }
    found.sort_by_key(|line| !line.is_likely); // stable: of two that are likely, the one asked first
    Ok(found.into_iter().next())
}

/// Makes the line the organization's, unless somebody else's was quicker. It keeps its place on the
/// list and its printed name; a heading that the organization chose moves it there.
pub(super) fn confirm_listed(
    tx: &mut Tx<'_>,
    line: &WaitingLine,
    organization: OrganizationId,
    group: Option<GroupId>,
) -> Result<bool, Fault> {
    let waiting = signatures::table
        .find(line.signature)
        .filter(signatures::confirmed_at.is_null().and(signatures::withdrawn_at.is_null()));
    let taken = on!(tx, c => diesel::update(waiting)
        .set(signatures::organization_id.eq(organization))
        .execute(c))?;
    if taken == 1 && group.is_some() {
        on!(tx, c => diesel::update(signatures::table.find(line.signature))
            .set(signatures::group_id.eq(group))
            .execute(c))?;
    }
    Ok(taken == 1)
}
