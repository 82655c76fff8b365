//! Invitations to coordinate a letter, and coordinators who come and go.
//!
//! All coordinators of a letter have the same rights, that of removing each other included: a
//! letter belongs to those who write it, and everything they do to each other is in its log.

use diesel::prelude::*;

use super::mails;
use crate::db::{Moment, Tx, on, sealed, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{CoordinatorInvitationId, LetterId, PersonId, Slug, Token, TokenHash};
use crate::letters::letter_log::TO_HAND_OVER;
use crate::letters::{Happened, Letter, coordinators_of, hold, hold_own, is_coordinator, log};
use crate::mail;
use crate::people::{Email, Person, find_person, words_of_addresses};
use crate::schema::{coordinator_invitations, letter_coordinators, letters, people};
use crate::text::markdown;
use crate::text::words::Words;

/// How long an invitation waits: two weeks of holidays are short of it.
const LASTS_SECONDS: i64 = 14 * 86_400;

/// More invitations than this do not wait at once; no letter has so many coordinators.
const MOST_WAITING: usize = 20;

/// An invitation to coordinate a letter that is not answered yet.
#[derive(Debug, Clone, Queryable)]
pub struct Waiting {
    /// Its id.
    pub id: CoordinatorInvitationId,
    /// Where it was sent.
    pub email: String,
    /// Whether whoever sent it leaves when it is accepted.
    pub hand_over: bool,
    /// Until when it can be accepted.
    pub expires_at: Moment,
    /// Who sent it.
    pub by: PersonId,
    /// What they are called.
    pub by_name: String,
    /// The letter.
    pub letter: LetterId,
    /// The address of the letter.
    pub slug: String,
    /// The title of its draft.
    pub title: String,
}

impl Waiting {
    /// The title without a count, as [`Letter::shown_title`].
    pub fn shown_title(&self) -> String {
        self.title.replace(markdown::COUNT, "…")
    }
}

/// What is asked of the invitations that wait.
enum Which<'a> {
    OfLetter(LetterId),
    To(&'a str),
    ById(CoordinatorInvitationId),
    ByToken(&'a TokenHash),
}

fn waiting(tx: &mut Tx<'_>, which: &Which<'_>) -> Result<Vec<Waiting>, Fault> {
    let now = tx.now();
    Ok(on!(tx, c => {
        let mut query = coordinator_invitations::table
            .inner_join(letters::table)
            .inner_join(people::table)
            .filter(coordinator_invitations::accepted_at.is_null())
            .filter(coordinator_invitations::withdrawn_at.is_null())
            .filter(coordinator_invitations::expires_at.gt(now))
            .order(coordinator_invitations::id)
            .select((
                coordinator_invitations::id,
                coordinator_invitations::email,
                coordinator_invitations::hand_over,
                coordinator_invitations::expires_at,
                people::id,
                people::name,
                letters::id,
                letters::slug,
                letters::title,
            ))
            .into_boxed();
        match which {
            Which::OfLetter(letter) => query = query.filter(coordinator_invitations::letter_id.eq(*letter)),
            Which::To(email) => query = query.filter(coordinator_invitations::email.eq(sealed(*email))),
            Which::ById(id) => query = query.filter(coordinator_invitations::id.eq(*id)),
            Which::ByToken(token) => {
                query = query.filter(coordinator_invitations::token_hash.eq(token.as_bytes()));
            }
        }
        query.load(c)
    })?)
}

/// The invitations to coordinate that wait for the owner of an address, the oldest first.
///
/// # Errors
/// A fault of the database.
pub fn waiting_for(tx: &mut Tx<'_>, email: &str) -> Result<Vec<Waiting>, Fault> {
    waiting(tx, &Which::To(email))
}

/// The invitation behind a link, while it can be accepted.
pub(super) fn find_by_token(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Waiting>, Fault> {
    Ok(waiting(tx, &Which::ByToken(token))?.pop())
}

/// A letter's coordinators and those who are asked to be.
#[derive(Debug)]
pub(super) struct Coordination {
    pub letter: Letter,
    pub coordinators: Vec<Person>,
    pub waiting: Vec<Waiting>,
}

/// The coordination of a letter, for one of its coordinators.
pub(super) fn find_coordination(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
) -> Result<Option<Coordination>, Fault> {
    let Some(own) = crate::letters::find_own(tx, person, slug)? else { return Ok(None) };
    let letter = own.letter().clone();
    let coordinators = coordinators_of(tx, letter.id)?;
    let waiting = waiting(tx, &Which::OfLetter(letter.id))?;
    Ok(Some(Coordination { letter, coordinators, waiting }))
}

/// Why nobody was invited.
#[derive(Debug)]
pub(super) enum InviteError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// They coordinate it.
    IsCoordinator,
    /// It is the address of who invites.
    OneselfInvited,
    /// [`MOST_WAITING`] wait.
    TooManyWaiting,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(InviteError);

/// What came of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Invited {
    /// The mail is on its way.
    Asked,
    /// They coordinate the letter already, and it is theirs: `person` has left.
    HandedOver,
}

/// Asks the owner of an address to coordinate a letter, by mail; an earlier invitation to the same
/// address is void. With `hand_over` whoever asks leaves when it is accepted; if the address is a
/// coordinator's, at once, and that coordinator is told by mail.
pub(super) fn invite(
    tx: &mut Tx<'_>,
    person: &Person,
    slug: &Slug,
    email: &Email,
    hand_over: bool,
    address: impl Fn(&str) -> String,
) -> Result<Invited, InviteError> {
    let own = hold_own(tx, person.id, slug)?.ok_or(InviteError::NoSuchLetter)?;
    let letter = own.letter();
    if person.email == email.as_str() {
        return Err(InviteError::OneselfInvited);
    }
    let coordinators = coordinators_of(tx, letter.id)?;
    if let Some(other) = coordinators.iter().find(|other| other.email == email.as_str()) {
        if !hand_over {
            return Err(InviteError::IsCoordinator);
        }
        drop_coordinator(tx, letter.id, person.id)?;
        log(tx, letter.id, Some(person.id), Happened::HandedOver, &other.name, "")?;
        let link = address(&format!("/letters/{slug}/edit"));
        mail::enqueue(tx, &mails::is_yours(other, person, &letter.shown_title(), link))?;
        return Ok(Invited::HandedOver);
    }
    void(tx, letter.id, Some(email.as_str()), None)?;
    if waiting(tx, &Which::OfLetter(letter.id))?.len() >= MOST_WAITING {
        return Err(InviteError::TooManyWaiting);
    }
    let (token, now) = (Token::new(), tx.now());
    let row = (
        coordinator_invitations::id.eq(CoordinatorInvitationId::new()),
        coordinator_invitations::letter_id.eq(letter.id),
        coordinator_invitations::token_hash.eq(token.hash().as_bytes().to_vec()),
        coordinator_invitations::email.eq(sealed(email.as_str())),
        coordinator_invitations::invited_by.eq(person.id),
        coordinator_invitations::hand_over.eq(hand_over),
        coordinator_invitations::created_at.eq(now),
        coordinator_invitations::expires_at.eq(now.plus_seconds(LASTS_SECONDS)),
    );
    on!(tx, c => diesel::insert_into(coordinator_invitations::table).values(row).execute(c))?;
    let note = if hand_over { TO_HAND_OVER } else { "" };
    log(tx, letter.id, Some(person.id), Happened::CoordinatorInvited, email.as_str(), note)?;
    let link = address(&format!("/coordinating/{}", token.as_str()));
    let theirs = words_of_addresses(tx, &[email.as_str()])?.get(email.as_str()).copied();
    let words = theirs.unwrap_or_else(|| Words::of(&letter.language()));
    mail::enqueue(tx, &mails::invitation(email, person, &letter.shown_title(), hand_over, link, words))?;
    Ok(Invited::Asked)
}

/// Ends the invitations to a letter that wait: those to an address, or those by a person.
fn void(tx: &mut Tx<'_>, letter: LetterId, to: Option<&str>, by: Option<PersonId>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(coordinator_invitations::table
            .filter(coordinator_invitations::letter_id.eq(letter))
            .filter(coordinator_invitations::email.nullable().eq(sealed_if(to))
                .or(coordinator_invitations::invited_by.nullable().eq(by)))
            .filter(coordinator_invitations::accepted_at.is_null())
            .filter(coordinator_invitations::withdrawn_at.is_null()))
        .set(coordinator_invitations::withdrawn_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// Takes an invitation back: the link in its mail no longer works. False if it is none of this
/// person's letter, or was answered.
pub(super) fn withdraw_invitation(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    invitation: CoordinatorInvitationId,
) -> Result<bool, Fault> {
    let Some(own) = hold_own(tx, person, slug)? else { return Ok(false) };
    let letter = own.letter().id;
    let found = waiting(tx, &Which::OfLetter(letter))?.into_iter().find(|waiting| waiting.id == invitation);
    let Some(found) = found else { return Ok(false) };
    settle(tx, found.id, Settled::Withdrawn)?;
    log(tx, letter, Some(person), Happened::CoordinatorInvitationWithdrawn, &found.email, "")?;
    Ok(true)
}

#[derive(Clone, Copy)]
enum Settled {
    Accepted,
    Withdrawn,
}

fn settle(tx: &mut Tx<'_>, id: CoordinatorInvitationId, settled: Settled) -> Result<(), Fault> {
    let now = tx.now();
    let row = diesel::update(coordinator_invitations::table.find(id));
    match settled {
        Settled::Accepted => on!(tx, c => row.set(coordinator_invitations::accepted_at.eq(now)).execute(c))?,
        Settled::Withdrawn => {
            on!(tx, c => row.set(coordinator_invitations::withdrawn_at.eq(now)).execute(c))?
        }
    };
    Ok(())
}

/// How an invitation is named by who accepts it.
pub(super) enum Presented {
    /// By the link in the mail: whoever holds it may accept.
    Link(TokenHash),
    /// From the desk: only the owner of the address it was sent to.
    Desk(CoordinatorInvitationId),
}

/// Why nobody became a coordinator.
#[derive(Debug)]
pub(super) enum AcceptError {
    /// Used, withdrawn, over, or never made.
    NoSuchInvitation,
    /// They coordinate the letter.
    AlreadyCoordinator {
        /// The address of the letter.
        slug: String,
    },
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AcceptError);

/// Makes `person` a coordinator, once per invitation. If the letter is handed over, whoever sent
/// the invitation leaves and is told by mail. Returns the letter's address.
pub(super) fn accept(
    tx: &mut Tx<'_>,
    person: &Person,
    presented: &Presented,
    address: impl Fn(&str) -> String,
) -> Result<String, AcceptError> {
    let invitation = find_presented(tx, person, presented)?.ok_or(AcceptError::NoSuchInvitation)?;
    hold(tx, invitation.letter)?;
    // Again: it may have been used or withdrawn while we waited.
    let invitation = find_presented(tx, person, presented)?.ok_or(AcceptError::NoSuchInvitation)?;
    if is_coordinator(tx, person.id, invitation.letter)? {
        return Err(AcceptError::AlreadyCoordinator { slug: invitation.slug });
    }
    settle(tx, invitation.id, Settled::Accepted)?;
    let row = (
        letter_coordinators::letter_id.eq(invitation.letter),
        letter_coordinators::person_id.eq(person.id),
        letter_coordinators::created_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(letter_coordinators::table).values(row).execute(c))?;
    log(tx, invitation.letter, Some(person.id), Happened::CoordinatorJoined, "", "")?;
    if invitation.hand_over && drop_coordinator(tx, invitation.letter, invitation.by)? {
        log(tx, invitation.letter, Some(invitation.by), Happened::HandedOver, &person.name, "")?;
        if let Some(former) = find_person(tx, invitation.by)? {
            mail::enqueue(
                tx,
                &mails::has_taken_over(&former, person, &invitation.shown_title(), address("/desk")),
            )?;
        }
    }
    Ok(invitation.slug)
}

fn find_presented(tx: &mut Tx<'_>, person: &Person, presented: &Presented) -> Result<Option<Waiting>, Fault> {
    match presented {
        Presented::Link(token) => find_by_token(tx, token),
        Presented::Desk(id) => {
            Ok(waiting(tx, &Which::ById(*id))?.pop().filter(|invitation| invitation.email == person.email))
        }
    }
}

/// Why somebody stayed a coordinator.
#[derive(Debug)]
pub(super) enum RemoveError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// They do not coordinate it.
    NoSuchCoordinator,
    /// Nobody would be left.
    LastCoordinator,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(RemoveError);

/// Removes a coordinator, who is told by mail, and voids the invitations that they sent; or lets
/// `person` step down, if it is they. The last one stays.
pub(super) fn remove(
    tx: &mut Tx<'_>,
    person: &Person,
    slug: &Slug,
    removed: PersonId,
) -> Result<(), RemoveError> {
    let own = hold_own(tx, person.id, slug)?.ok_or(RemoveError::NoSuchLetter)?;
    let letter = own.letter();
    let coordinators = coordinators_of(tx, letter.id)?;
    let other =
        coordinators.iter().find(|other| other.id == removed).ok_or(RemoveError::NoSuchCoordinator)?;
    if coordinators.len() < 2 {
        return Err(RemoveError::LastCoordinator);
    }
    drop_coordinator(tx, letter.id, removed)?;
    if removed == person.id {
        log(tx, letter.id, Some(person.id), Happened::CoordinatorLeft, "", "")?;
        return Ok(());
    }
    void(tx, letter.id, None, Some(removed))?;
    log(tx, letter.id, Some(person.id), Happened::CoordinatorRemoved, &other.name, "")?;
    mail::enqueue(tx, &mails::was_removed(other, person, &letter.shown_title()))?;
    Ok(())
}

/// Whoever calls this holds the letter and has made sure that somebody is left.
fn drop_coordinator(tx: &mut Tx<'_>, letter: LetterId, person: PersonId) -> Result<bool, Fault> {
    let row = letter_coordinators::table.find((letter, person));
    Ok(on!(tx, c => diesel::delete(row).execute(c))? > 0)
}

/// Deletes invitations that are over, answered or not: each holds somebody's address.
///
/// # Errors
/// A fault of the database.
pub fn forget_coordinator_invitations(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let over = coordinator_invitations::table.filter(coordinator_invitations::expires_at.le(tx.now()));
    on!(tx, c => diesel::delete(over).execute(c))?;
    Ok(())
}
