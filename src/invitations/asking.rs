//! A coordinator invites: those whose addresses were pasted, and whole coalitions.

use diesel::prelude::*;

use super::addresses::{Guest, Guests};
use super::inviting::{AT_ONCE, Asked, NewInvitation, already_invited, invite_all};
use super::mails::Occasion;
use super::model::Invitation;
use super::sending::{Letterhead, send};
use crate::coalitions::{self, Coalition};
use crate::db::{Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{CoalitionId, PersonId, Slug};
use crate::letters::{self, Happened, OwnLetter, Standing};
use crate::organizations;
use crate::people::Email;
use crate::schema::invitations;
use crate::text::words::say;

/// How many can be invited at once; whoever has more sends them in two parts.
pub(super) const MOST: usize = 5000;

/// Those to be asked, as far as they were understood.
#[derive(Debug, Default)]
pub(super) struct Understood {
    /// Those to be invited, the invited already among them.
    pub all: Vec<Asked>,
    /// How many of them have an invitation already.
    pub already: usize,
}

/// Why nobody was invited.
#[derive(Debug)]
pub(super) enum AskError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It can no longer be signed.
    Closed,
    /// Nobody is named.
    Nobody,
    /// More than [`MOST`].
    TooMany,
    /// There is no such coalition, or the person has no part in it.
    NoSuchCoalition,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AskError);

/// What came of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sent {
    /// How many were invited.
    pub invited: usize,
    /// How many had been invited before, and were left alone.
    pub already: usize,
}

/// The coalitions whose members a person can invite whole: those they coordinate, and those that
/// have confirmed one of their organizations. (Anyone can see who is a member; but mail to all of
/// them is for those who belong.)
pub(super) fn coalitions_within_reach(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Coalition>, Fault> {
    let mut reach = coalitions::coordinated_by(tx, person)?;
    for (organization, _) in organizations::memberships_of(tx, person)? {
        for (coalition, _) in coalitions::confirmed_coalitions_of(tx, organization.id)? {
            if reach.iter().all(|known| known.id != coalition.id) {
                reach.push(coalition);
            }
        }
    }
    reach.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(reach)
}

/// What would be done with `guests` and the members of the coalition at `coalition`. A line that
/// names a coalition which does not exist for this person moves to those that cannot be read.
pub(super) fn understand(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    guests: &mut Guests,
    coalition: &str,
) -> Result<Understood, AskError> {
    let reach = coalitions_within_reach(tx, own.person())?;
    let mut all = Vec::with_capacity(guests.guests.len());
    for guest in std::mem::take(&mut guests.guests) {
        match coalition_of(&reach, &guest) {
            Ok(coalition_id) => {
                all.push(Asked { who: invitation_for(&guest, coalition_id), member: None });
                guests.guests.push(guest);
            }
            Err(()) => {
                let why = say!("invitations-line-coalition", coalition = &guest.coalition);
                guests.refuse(guest.line, guest.email.as_str(), &why);
            }
        }
    }
    if !coalition.is_empty() {
        let chosen = reach.iter().find(|c| c.slug == coalition).ok_or(AskError::NoSuchCoalition)?;
        all.extend(members_of(tx, own, chosen)?);
    }
    if all.len() > MOST {
        return Err(AskError::TooMany);
    }
    let already = already_invited(tx, own.letter().id, &all)?.len();
    Ok(Understood { all, already })
}

fn coalition_of(reach: &[Coalition], guest: &Guest) -> Result<Option<CoalitionId>, ()> {
    let wanted = guest.coalition.to_lowercase();
    if wanted.is_empty() {
        return Ok(None);
    }
    let named = |c: &&Coalition| {
        c.name.to_lowercase() == wanted
            || c.slug == wanted
            || c.acronym.as_ref().is_some_and(|acronym| acronym.to_lowercase() == wanted)
    };
    reach.iter().find(named).map(|coalition| Some(coalition.id)).ok_or(())
}

fn invitation_for(guest: &Guest, coalition_id: Option<CoalitionId>) -> NewInvitation {
    NewInvitation {
        organization_name: guest.organization.clone(),
        person_name: guest.person.clone(),
        email: guest.email.clone(),
        coalition_id,
        signature_id: None,
    }
}

/// The owners of all members, but not the coordinator who asks; of protected members only where they
/// coordinate the coalition, and so know who they are.
fn members_of(tx: &mut Tx<'_>, own: &OwnLetter, coalition: &Coalition) -> Result<Vec<Asked>, Fault> {
    let mut asked: Vec<Asked> = Vec::new();
    let coordinates = coalitions::coordinated_by(tx, own.person())?.iter().any(|c| c.id == coalition.id);
    for organization in coalitions::confirmed_members_of(tx, coalition.id)? {
        // The board of invitations would tell fellow members who is among them.
        if organization.is_protected() && !coordinates {
            continue;
        }
        for owner in organizations::owners_of(tx, organization.id)? {
            let Some(email) = Email::read(&owner.email).filter(|_| owner.id != own.person()) else {
                continue;
            };
            if asked.iter().any(|other| other.who.email == email) {
                continue; // who owns two members is asked once
            }
            let who = NewInvitation {
                organization_name: organization.name.clone(),
                person_name: owner.name,
                email,
                coalition_id: Some(coalition.id),
                signature_id: None,
            };
            asked.push(Asked { who, member: Some(organization.id) });
        }
    }
    Ok(asked)
}

/// Invites everybody who was understood, each by a mail with a personal link; who was invited before
/// is left alone.
///
/// Who may: a coordinator, while the letter is a draft or open.
///
/// # Errors
/// See [`AskError`]; nobody is invited then.
pub(super) fn ask(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    guests: &mut Guests,
    coalition: &str,
    head: &Letterhead<'_>,
) -> Result<Sent, AskError> {
    let own = letters::hold_own(tx, person, slug)?.ok_or(AskError::NoSuchLetter)?;
    if let Standing::Closed { .. } = own.letter().standing(tx.now()) {
        return Err(AskError::Closed);
    }
    let understood = understand(tx, &own, guests, coalition)?;
    if understood.all.is_empty() {
        return Err(AskError::Nobody);
    }
    let invited = invite_all(tx, own.letter().id, person, &understood.all)?;
    let ids: Vec<_> = invited.iter().flatten().map(|(id, _)| *id).collect();
    let mut rows: Vec<Invitation> = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<Invitation> = on!(tx, c => invitations::table
            .filter(invitations::id.eq_any(some))
            .order(invitations::id)
            .select(Invitation::as_select())
            .load(c))?;
        rows.extend(found);
    }
    send(tx, own.letter(), head, Occasion::Invited, rows)?;
    let sent = Sent { invited: ids.len(), already: understood.all.len() - ids.len() };
    if sent.invited > 0 {
        let about = match (sent.invited, understood.all.as_slice()) {
            (1, [only]) if only.member.is_none() => only.who.email.as_str().to_owned(),
            (many, _) => letters::counted_addresses(many),
        };
        letters::log(tx, own.letter().id, Some(person), Happened::Invited, &about, "")?;
    }
    Ok(sent)
}
