//! Writing to those invited: a mail with a fresh personal link, counted, never too many.

use diesel::prelude::*;

use super::inviting::{AT_ONCE, add_links, has_been_mailed};
use super::mails::{self, Asking, Occasion};
use super::model::Invitation;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{InvitationId, Token};
use crate::letters::{self, Letter, Standing};
use crate::mail;
use crate::people;
use crate::schema::{invitations, people as people_rows};
use crate::text::words::Words;

/// What every mail about a letter needs from outside: its title with the count in it, and how a
/// path becomes an address.
pub struct Letterhead<'a> {
    /// The title.
    pub title: String,
    /// The full address of a path.
    pub address: &'a dyn Fn(&str) -> String,
}

/// How many mails one invitation can cause in all, whoever presses which button.
pub(super) const MAILS: i32 = 6;
/// Two mails of one invitation are at least so far apart; only what is new (the draft can be
/// signed, the address was wrong) goes out sooner.
pub(super) const APART_SECONDS: i64 = 20 * 3600;
/// So many letters can write to one mailbox in a day.
const LETTERS_A_DAY: i64 = 10;
const DAY_SECONDS: i64 = 86_400;

/// Writes to each of these; returns to how many, which is fewer where somebody had
/// all the mails they will get because of this invitation, or very many today.
pub(super) fn send(
    tx: &mut Tx<'_>,
    letter: &Letter,
    head: &Letterhead<'_>,
    occasion: Occasion,
    to: Vec<Invitation>,
) -> Result<usize, Fault> {
    let to = bearable(tx, to)?;
    let ids: Vec<InvitationId> = to.iter().map(|invitation| invitation.id).collect();
    let tokens = add_links(tx, &ids)?;
    send_with(tx, letter, head, occasion, &to.into_iter().zip(tokens).collect::<Vec<_>>())
}

fn send_with(
    tx: &mut Tx<'_>,
    letter: &Letter,
    head: &Letterhead<'_>,
    occasion: Occasion,
    to: &[(Invitation, Token)],
) -> Result<usize, Fault> {
    let standing = letter.standing(tx.now());
    let anybody = letters::coordinators_of(tx, letter.id)?.into_iter().next();
    let anybody = anybody.map(|person| person.name).unwrap_or_default();
    let senders = names_of_senders(tx, to)?;
    let addresses: Vec<&str> = to.iter().map(|(invitation, _)| invitation.email.as_str()).collect();
    let (theirs, otherwise) = (people::words_of_addresses(tx, &addresses)?, Words::of(&letter.language()));
    let mut messages = Vec::with_capacity(to.len());
    for (invitation, token) in to {
        let from = senders.iter().find(|(id, _)| Some(*id) == invitation.invited_by);
        messages.push(mails::asking(&Asking {
            occasion,
            letter,
            title: &head.title,
            standing,
            from: from.map_or(anybody.as_str(), |(_, name)| name.as_str()),
            to_name: &invitation.person_name,
            to_address: &invitation.email,
            organization: &invitation.organization_name,
            link: (head.address)(&format!("/invitations/{}", token.as_str())),
            words: theirs.get(&invitation.email).copied().unwrap_or(otherwise),
        }));
    }
    let mails = mail::enqueue_all(tx, &messages)?;
    for ((invitation, _), mail) in to.iter().zip(&mails) {
        has_been_mailed(tx, invitation.id, *mail)?;
    }
    Ok(mails.len())
}

fn names_of_senders(
    tx: &mut Tx<'_>,
    to: &[(Invitation, Token)],
) -> Result<Vec<(crate::ids::PersonId, String)>, Fault> {
    let mut ids: Vec<_> = to.iter().filter_map(|(invitation, _)| invitation.invited_by).collect();
    ids.sort();
    ids.dedup();
    Ok(on!(tx, c => people_rows::table
        .filter(people_rows::id.eq_any(&ids))
        .select((people_rows::id, people_rows::name))
        .load(c))?)
}

/// Those whom one more mail would not be too much for.
fn bearable(tx: &mut Tx<'_>, to: Vec<Invitation>) -> Result<Vec<Invitation>, Fault> {
    let mut kept = Vec::with_capacity(to.len());
    let since = tx.now().plus_seconds(-DAY_SECONDS);
    for some in to.chunks(AT_ONCE) {
        let emails: Vec<_> = some.iter().map(|invitation| sealed(&invitation.email)).collect();
        let today: Vec<(String, i64)> = on!(tx, c => invitations::table
            .filter(invitations::email.eq_any(&emails))
            .filter(invitations::last_mailed_at.gt(since))
            .group_by(invitations::email)
            .select((invitations::email, diesel::dsl::count_star()))
            .load(c))?;
        let often = |email: &str| today.iter().any(|(e, letters)| e == email && *letters >= LETTERS_A_DAY);
        kept.extend(some.iter().filter(|i| i.mails < MAILS && !often(&i.email)).cloned());
    }
    Ok(kept)
}

/// Writes to those who were invited to the draft that their letter can be signed; to nobody if it
/// cannot, because its deadline had passed when it was published. Called in the transaction that opened it.
///
/// # Errors
/// A fault of the database.
pub fn tell_opened(tx: &mut Tx<'_>, letter: &Letter, head: &Letterhead<'_>) -> Result<usize, Fault> {
    let to: Vec<Invitation> = on!(tx, c => invitations::table
        .filter(invitations::letter_id.eq(letter.id).and(invitations::revoked_at.is_null()))
        .filter(invitations::declined_at.is_null().and(invitations::signed_at.is_null()))
        .order(invitations::id)
        .select(Invitation::as_select())
        .load(c))?;
    // The row may be the draft's of a moment ago: what can be signed is what stands there now.
    let opened = letters::find_locked(tx, letter.id)?;
    let letter = opened.as_ref().map_or(letter, |locked| locked.letter());
    if matches!(letter.standing(tx.now()), Standing::Closed { .. }) {
        return Ok(0);
    }
    send(tx, letter, head, Occasion::Opened, to)
}

/// Whether so much time has passed since the latest mail.
pub(super) fn rested(invitation: &Invitation, now: Moment, seconds: i64) -> bool {
    invitation.last_mailed_at.is_none_or(|at| at.plus_seconds(seconds) <= now)
}
