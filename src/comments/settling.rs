//! What coordinators do with comments: they answer, resolve and reopen them; the author hears of it.

use diesel::prelude::*;

use super::mails;
use super::model::Comment;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{CommentId, InvitationId, PersonId, Slug};
use crate::invitations::{self, Invitation};
use crate::letters::{self, Happened, Letter};
use crate::mail;
use crate::people::{self, Person};
use crate::schema::{comments, invitations as invitation_rows};
use crate::text::words::Words;

/// What a coordinator does with a comment.
#[derive(Debug, Clone)]
pub(super) enum Settling {
    /// Answers it; an earlier answer is replaced. The author gets a mail, if `tell`.
    Answer { words: String, tell: bool },
    /// There is nothing more to do about it.
    Resolve,
    /// There is.
    Reopen,
}

/// The comment with this id, if it belongs to the letter at `slug` and `person` coordinates that.
pub(super) fn find_own_comment(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    id: CommentId,
) -> Result<Option<(Letter, Comment)>, Fault> {
    let Some(own) = letters::find_own(tx, person, slug)? else { return Ok(None) };
    let comment: Option<Comment> = on!(tx, c => comments::table
        .find(id)
        .filter(comments::letter_id.eq(own.letter().id))
        .select(Comment::as_select())
        .first(c)
        .optional())?;
    Ok(comment.map(|comment| (own.letter().clone(), comment)))
}

/// Answers, resolves or reopens a comment. False if there is no such comment for this person.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    person: &Person,
    slug: &Slug,
    id: CommentId,
    settling: &Settling,
    address: impl Fn(&str) -> String,
) -> Result<bool, Fault> {
    let Some((letter, comment)) = find_own_comment(tx, person.id, slug, id)? else { return Ok(false) };
    letters::hold(tx, letter.id)?;
    let now = tx.now();
    let row = diesel::update(comments::table.find(id));
    let (happened, note) = match settling {
        Settling::Answer { words, tell } => {
            let answer = (
                comments::answer.eq(sealed(words)),
                comments::answered_by.eq(person.id),
                comments::answered_at.eq(now),
            );
            on!(tx, c => row.set(answer).execute(c))?;
            if *tell {
                tell_author(tx, &letter, &comment, person, words, address)?;
            }
            (Happened::CommentAnswered, words.as_str())
        }
        Settling::Resolve => {
            on!(tx, c => row.set(comments::resolved_at.eq(now)).execute(c))?;
            (Happened::CommentResolved, "")
        }
        Settling::Reopen => {
            on!(tx, c => row.set(comments::resolved_at.eq(None::<Moment>)).execute(c))?;
            (Happened::CommentReopened, "")
        }
    };
    letters::log(tx, letter.id, Some(person.id), happened, &comment.author_in_log(), note)?;
    Ok(true)
}

/// To whom an answer would be written: the person who was signed in, else the address that was
/// invited; nobody if the invitation was taken back.
pub(super) fn find_recipient(
    tx: &mut Tx<'_>,
    letter: &Letter,
    comment: &Comment,
) -> Result<Option<Recipient>, Fault> {
    let invitation: Option<Invitation> = match comment.invitation_id {
        Some(id) => on!(tx, c => invitation_rows::table
            .find(id)
            .filter(invitation_rows::revoked_at.is_null())
            .select(Invitation::as_select())
            .first(c)
            .optional())?,
        None => None,
    };
    let person = match comment.person_id {
        Some(id) => people::find_person(tx, id)?,
        None => None,
    };
    let theirs = match (&person, &invitation) {
        (None, Some(invitation)) => {
            people::words_of_addresses(tx, &[&invitation.email])?.remove(&invitation.email)
        }
        (Some(_), _) | (None, None) => None,
    };
    Ok(match (person, invitation) {
        // Whoever was signed in may hold a link that was sent to somebody else: a link leads them back.
        (Some(person), Some(invitation)) => Some(Recipient {
            words: person.words(),
            name: person.name,
            is_invited: person.email == invitation.email,
            email: person.email,
            by_link: Some(invitation.id),
        }),
        (None, Some(invitation)) => Some(Recipient {
            words: theirs.unwrap_or_else(|| Words::of(&letter.language())),
            name: comment.author_name.clone(),
            email: invitation.email,
            by_link: Some(invitation.id),
            is_invited: true,
        }),
        (Some(person), None) if comment.invitation_id.is_none() => Some(Recipient {
            words: person.words(),
            name: person.name,
            email: person.email,
            by_link: None,
            is_invited: false,
        }),
        (Some(_) | None, None) => None,
    })
}

/// Whom to write to.
#[derive(Debug)]
pub(super) struct Recipient {
    pub name: String,
    pub email: String,
    /// The invitation whose link leads to the answer; none for coordinators.
    pub by_link: Option<InvitationId>,
    /// Whether this is the address that was invited, whose mails are counted.
    pub is_invited: bool,
    /// In which words: their own, if the address has an account, or else the letter's.
    pub words: Words,
}

fn tell_author(
    tx: &mut Tx<'_>,
    letter: &Letter,
    comment: &Comment,
    by: &Person,
    words: &str,
    address: impl Fn(&str) -> String,
) -> Result<(), Fault> {
    let Some(recipient) =
        find_recipient(tx, letter, comment)?.filter(|recipient| recipient.email != by.email)
    else {
        return Ok(());
    };
    let path = match recipient.by_link {
        Some(invitation) => {
            format!("/invitations/{}/comments", invitations::add_link(tx, invitation)?.as_str())
        }
        None => format!("/letters/{}/comments", letter.slug),
    };
    let message = mails::answered(&recipient, by, &letter.shown_title(), words, address(&path));
    let id = mail::enqueue(tx, &message)?;
    if let Some(invitation) = recipient.by_link.filter(|_| recipient.is_invited) {
        invitations::has_been_mailed(tx, invitation, id)?;
    }
    Ok(())
}
