//! Reminders: by a coordinator's button, and by themselves before the deadline. Never to those who
//! declined, signed, were revoked, or whose mail came back; never two within twenty hours.

use diesel::prelude::*;

use super::mails::Occasion;
use super::model::Invitation;
use super::sending::{APART_SECONDS, Letterhead, MAILS, rested, send};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{InvitationId, LetterId, MailId, PersonId, Slug};
use crate::letters::{self, Happened, Letter, Standing};
use crate::mail;
use crate::schema::{invitations, letters as letter_rows};

const HOUR: i64 = 3600;
/// When the two reminders go out, before the deadline.
const EARLY: i64 = 72 * HOUR;
const LATE: i64 = 24 * HOUR;
/// The button for everybody leaves those alone who had a mail in the last day.
const DAY: i64 = 24 * HOUR;

/// Why nobody was reminded.
#[derive(Debug)]
pub(super) enum RemindError {
    /// There is no such letter for this person, or no such invitation to it.
    NoSuchInvitation,
    /// The letter can no longer be signed.
    Closed,
    /// They have answered: signed, declined, or the invitation was revoked.
    Answered,
    /// The latest mail came back: another address is needed.
    Bounced,
    /// They had a mail in the last twenty hours.
    TooSoon,
    /// They had as many mails as one invitation may cause.
    Enough,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(RemindError);

fn open_own(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Letter, RemindError> {
    let own = letters::hold_own(tx, person, slug)?.ok_or(RemindError::NoSuchInvitation)?;
    match own.letter().standing(tx.now()) {
        Standing::Draft | Standing::Open { .. } => Ok(own.letter().clone()),
        Standing::Closed { .. } => Err(RemindError::Closed),
    }
}

/// Reminds one of those invited, at a coordinator's wish.
pub(super) fn remind(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: InvitationId,
    head: &Letterhead<'_>,
) -> Result<(), RemindError> {
    let letter = open_own(tx, person, slug)?;
    let invitation = invitation_to(tx, letter.id, id)?.ok_or(RemindError::NoSuchInvitation)?;
    if !invitation.is_unanswered() {
        return Err(RemindError::Answered);
    }
    if !came_back(tx, std::slice::from_ref(&invitation))?.is_empty() {
        return Err(RemindError::Bounced);
    }
    if invitation.mails >= MAILS {
        return Err(RemindError::Enough);
    }
    if !rested(&invitation, tx.now(), APART_SECONDS) {
        return Err(RemindError::TooSoon);
    }
    let called = invitation.called();
    match send(tx, &letter, head, Occasion::Reminded, vec![invitation])? {
        0 => Err(RemindError::Enough),
        _ => Ok(letters::log(tx, letter.id, Some(person), Happened::Reminded, &called, "")?),
    }
}

/// An invitation to this letter, and to no other.
pub(super) fn invitation_to(
    tx: &mut Tx<'_>,
    letter: LetterId,
    id: InvitationId,
) -> Result<Option<Invitation>, Fault> {
    Ok(on!(tx, c => invitations::table
        .find(id)
        .filter(invitations::letter_id.eq(letter))
        .select(Invitation::as_select())
        .first(c)
        .optional())?)
}

/// Reminds all who have not answered and had no mail in the last day; returns how many.
pub(super) fn remind_all(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    head: &Letterhead<'_>,
) -> Result<usize, RemindError> {
    let letter = open_own(tx, person, slug)?;
    let now = tx.now();
    let mut to = unanswered(tx, letter.id)?;
    to.retain(|invitation| rested(invitation, now, DAY));
    let reminded = send(tx, &letter, head, Occasion::Reminded, to)?;
    if reminded > 0 {
        let about = letters::counted_addresses(reminded);
        letters::log(tx, letter.id, Some(person), Happened::Reminded, &about, "")?;
    }
    Ok(reminded)
}

/// Those who have not answered and whose mail did not come back.
fn unanswered(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Invitation>, Fault> {
    let all: Vec<Invitation> = on!(tx, c => invitations::table
        .filter(invitations::letter_id.eq(letter).and(invitations::revoked_at.is_null()))
        .filter(invitations::signed_at.is_null().and(invitations::declined_at.is_null()))
        .order(invitations::id)
        .select(Invitation::as_select())
        .load(c))?;
    let back = came_back(tx, &all)?;
    Ok(all.into_iter().filter(|i| i.last_mail_id.is_none_or(|mail| !back.contains(&mail))).collect())
}

/// The latest mails of these invitations that came back.
pub(super) fn came_back(
    tx: &mut Tx<'_>,
    all: &[Invitation],
) -> Result<std::collections::HashSet<MailId>, Fault> {
    let mails: Vec<MailId> = all.iter().filter_map(|invitation| invitation.last_mail_id).collect();
    mail::refused_among(tx, &mails)
}

/// Whether a reminder of a letter with this deadline is due. What was sent in the hours before an
/// earlier deadline does not count for a later one.
fn is_due(invitation: &Invitation, deadline: Moment, now: Moment) -> Option<i64> {
    let in_window = |before: i64| now >= deadline.plus_seconds(-before);
    let sent = |at: Option<Moment>, before: i64| at.is_some_and(|at| at >= deadline.plus_seconds(-before));
    match () {
        () if in_window(LATE) => (!sent(invitation.reminded_24_at, LATE)).then_some(LATE),
        () if in_window(EARLY) => (!sent(invitation.reminded_72_at, EARLY)).then_some(EARLY),
        () => None,
    }
}

fn letters_near_their_deadline(tx: &mut Tx<'_>) -> Result<Vec<Letter>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => letter_rows::table
        .filter(letter_rows::opened_at.is_not_null().and(letter_rows::closed_at.is_null()))
        .filter(letter_rows::deadline.gt(now).and(letter_rows::deadline.le(now.plus_seconds(EARLY))))
        .order(letter_rows::id) // so that no two nodes that hold them wait in a circle
        .select(Letter::as_select())
        .load(c))?)
}

fn due_of(tx: &mut Tx<'_>, letter: &Letter) -> Result<Vec<(Invitation, i64)>, Fault> {
    let Some(deadline) = letter.deadline else { return Ok(Vec::new()) };
    let now = tx.now();
    let (late, early) = (deadline.plus_seconds(-LATE), deadline.plus_seconds(-EARLY));
    // All that could be due; most seconds there is none, and nothing more is looked at.
    let sent_late = invitations::reminded_24_at.ge(late);
    let sent_early = invitations::reminded_72_at.ge(early);
    let all: Vec<Invitation> = if now >= late {
        on!(tx, c => invitations::table
            .filter(invitations::letter_id.eq(letter.id).and(invitations::revoked_at.is_null()))
            .filter(invitations::signed_at.is_null().and(invitations::declined_at.is_null()))
            .filter(invitations::reminded_24_at.is_null().or(diesel::dsl::not(sent_late)))
            .order(invitations::id)
            .select(Invitation::as_select())
            .load(c))?
    } else {
        on!(tx, c => invitations::table
            .filter(invitations::letter_id.eq(letter.id).and(invitations::revoked_at.is_null()))
            .filter(invitations::signed_at.is_null().and(invitations::declined_at.is_null()))
            .filter(invitations::reminded_72_at.is_null().or(diesel::dsl::not(sent_early)))
            .order(invitations::id)
            .select(Invitation::as_select())
            .load(c))?
    };
    let due = |i: Invitation| is_due(&i, deadline, now).map(|which| (i, which));
    Ok(all.into_iter().filter_map(due).collect())
}

/// Whether a reminder is due. Cheap: asked every second.
///
/// # Errors
/// A fault of the database.
pub fn is_any_reminder_due(tx: &mut Tx<'_>) -> Result<bool, Fault> {
    for letter in letters_near_their_deadline(tx)? {
        if !due_of(tx, &letter)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Reminds those who have not answered, 72 hours and 24 hours before the deadline of a letter that
/// is open; returns how many. Every node may call it: what was sent is noted with the mail. Whoever
/// had a mail in the last twenty hours is left alone, and not caught up with.
///
/// # Errors
/// A fault of the database.
pub fn remind_due(
    tx: &mut Tx<'_>,
    title_of: impl Fn(&mut Tx<'_>, &Letter) -> Result<String, Fault>,
    address: &dyn Fn(&str) -> String,
) -> Result<usize, Fault> {
    let mut reminded = 0;
    for near in letters_near_their_deadline(tx)? {
        letters::hold(tx, near.id)?;
        // As it is once nobody else changes it.
        let Some(locked) = letters::find_locked(tx, near.id)? else { continue };
        let letter = locked.letter();
        if !matches!(letter.standing(tx.now()), Standing::Open { .. }) {
            continue;
        }
        let due = due_of(tx, letter)?;
        note_reminded(tx, &due)?;
        let now = tx.now();
        let due: Vec<Invitation> = due.into_iter().map(|(invitation, _)| invitation).collect();
        let back = came_back(tx, &due)?;
        let fit = |i: &Invitation| {
            rested(i, now, APART_SECONDS) && i.last_mail_id.is_none_or(|mail| !back.contains(&mail))
        };
        let to: Vec<Invitation> = due.into_iter().filter(fit).collect();
        let head = Letterhead { title: title_of(tx, letter)?, address };
        let sent = send(tx, letter, &head, Occasion::Reminded, to)?;
        if sent > 0 {
            letters::log(tx, letter.id, None, Happened::Reminded, &letters::counted_addresses(sent), "")?;
        }
        reminded += sent;
    }
    Ok(reminded)
}

fn note_reminded(tx: &mut Tx<'_>, due: &[(Invitation, i64)]) -> Result<(), Fault> {
    let now = tx.now();
    for which in [EARLY, LATE] {
        let ids: Vec<InvitationId> =
            due.iter().filter(|(_, w)| *w == which).map(|(invitation, _)| invitation.id).collect();
        for some in ids.chunks(super::inviting::AT_ONCE) {
            let rows = invitations::table.filter(invitations::id.eq_any(some));
            if which == EARLY {
                on!(tx, c => diesel::update(rows).set(invitations::reminded_72_at.eq(now)).execute(c))?;
            } else {
                on!(tx, c => diesel::update(rows).set(invitations::reminded_24_at.eq(now)).execute(c))?;
            }
        }
    }
    Ok(())
}
