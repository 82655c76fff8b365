//! The rows of the outbox: written with their cause, claimed by a worker, settled by its result.

use std::collections::HashSet;

use diesel::prelude::*;

use super::Message;
use crate::db::{Moment, News, SealedText, Tx, on, sealed, sealed_bytes};
use crate::error::Fault;
use crate::ids::{AttachmentId, MailId};
use crate::schema::{attachments, outbox_mails};
use crate::text::clean;

/// A mail in the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = outbox_mails)]
pub struct Outgoing {
    /// Its id; also the left half of its Message-ID, the same at every attempt.
    pub id: MailId,
    /// The recipient's name; may be empty.
    pub to_name: String,
    /// The recipient's address.
    pub to_address: String,
    /// One line.
    pub subject: String,
    /// Gone once the mail is sent.
    pub text_part: Option<String>,
    /// Gone once the mail is sent.
    pub html_part: Option<String>,
    /// When its cause happened.
    pub created_at: Moment,
    /// How often it was tried, this time included.
    pub attempts: i32,
    /// The file it carries along.
    pub attachment_id: Option<AttachmentId>,
}

/// How the outbox stands, for the operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outbox {
    /// Waiting for their first or next attempt.
    pub waiting: i64,
    /// Refused for good by the recipient's server, or given up.
    pub refused: i64,
}

/// How long a claimed mail is left to its worker before another takes it over. A send that takes
/// longer has failed: lettre gives up after 60 seconds.
const CLAIM_SECONDS: i64 = 300;

/// How many attempts are made: the pauses (1, 2, 4 … minutes, at most 4 hours) then add up to
/// four days and a half, as RFC 5321, 4.5.4.1 advises.
const ATTEMPTS: i32 = 33;

/// Writes a mail into the outbox, to be sent when this transaction has been committed.
///
/// # Errors
/// A fault of the database.
pub fn enqueue(tx: &mut Tx<'_>, message: &Message) -> Result<MailId, Fault> {
    let now = tx.now();
    let id = MailId::new();
    let row = (
        outbox_mails::id.eq(id),
        outbox_mails::to_name.eq(sealed(clean::line(&message.to_name))),
        outbox_mails::to_address.eq(sealed(&message.to_address)),
        outbox_mails::subject.eq(sealed(clean::line(&message.subject))),
        outbox_mails::text_part.eq(sealed(message.text())),
        outbox_mails::html_part.eq(sealed(message.html())),
        outbox_mails::created_at.eq(now),
        outbox_mails::attempts.eq(0),
        outbox_mails::next_attempt_at.eq(now),
    );
    on!(tx, c => diesel::insert_into(outbox_mails::table).values(row).execute(c))?;
    tx.tell(News::Mail);
    Ok(id)
}

/// How many mails one statement writes: enough that thousands are a few statements, few enough for
/// the number of values that a statement may have.
const AT_ONCE: usize = 500;

/// Keeps a file that mails carry along; as many mails as wish share it.
///
/// # Errors
/// A fault of the database.
pub fn attach(
    tx: &mut Tx<'_>,
    file_name: &str,
    media_type: &str,
    content: &[u8],
) -> Result<AttachmentId, Fault> {
    let id = AttachmentId::new();
    let row = (
        attachments::id.eq(id),
        attachments::file_name.eq(sealed(file_name)),
        attachments::media_type.eq(media_type),
        attachments::content.eq(sealed_bytes(content)),
        attachments::created_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(attachments::table).values(row).execute(c))?;
    Ok(id)
}

/// Writes a mail that carries a file into the outbox, as [`enqueue`] writes one without.
///
/// # Errors
/// A fault of the database.
pub fn enqueue_with(tx: &mut Tx<'_>, message: &Message, attachment: AttachmentId) -> Result<MailId, Fault> {
    let id = enqueue(tx, message)?;
    on!(tx, c => diesel::update(outbox_mails::table.find(id))
        .set(outbox_mails::attachment_id.eq(attachment))
        .execute(c))?;
    Ok(id)
}

/// A file that a mail carries along.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = attachments)]
pub struct Attachment {
    /// Its name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The file that a mail carries along.
pub(super) fn find_attachment(tx: &mut Tx<'_>, id: AttachmentId) -> Result<Option<Attachment>, Fault> {
    Ok(on!(tx, c => attachments::table.find(id).select(Attachment::as_select()).first(c).optional())?)
}

/// Writes many mails into the outbox, as [`enqueue`] writes one.
///
/// # Errors
/// A fault of the database.
pub fn enqueue_all(tx: &mut Tx<'_>, messages: &[Message]) -> Result<Vec<MailId>, Fault> {
    let now = tx.now();
    let mut ids = Vec::with_capacity(messages.len());
    for some in messages.chunks(AT_ONCE) {
        let rows: Vec<_> = some
            .iter()
            .map(|message| {
                let id = MailId::new();
                ids.push(id);
                (
                    outbox_mails::id.eq(id),
                    outbox_mails::to_name.eq(sealed(clean::line(&message.to_name))),
                    outbox_mails::to_address.eq(sealed(&message.to_address)),
                    outbox_mails::subject.eq(sealed(clean::line(&message.subject))),
                    outbox_mails::text_part.eq(sealed(message.text())),
                    outbox_mails::html_part.eq(sealed(message.html())),
                    outbox_mails::created_at.eq(now),
                    outbox_mails::attempts.eq(0),
                    outbox_mails::next_attempt_at.eq(now),
                )
            })
            .collect();
        on!(tx, c => diesel::insert_into(outbox_mails::table).values(rows).execute(c))?;
    }
    if !ids.is_empty() {
        tx.tell(News::Mail);
    }
    Ok(ids)
}

/// Those of these mails that were refused for good: they came back, or could not be delivered in
/// days.
///
/// # Errors
/// A fault of the database.
pub fn refused_among(tx: &mut Tx<'_>, mails: &[MailId]) -> Result<HashSet<MailId>, Fault> {
    let mut refused = HashSet::new();
    for some in mails.chunks(AT_ONCE) {
        let found: Vec<MailId> = on!(tx, c => outbox_mails::table
            .filter(outbox_mails::id.eq_any(some))
            .filter(outbox_mails::refused_at.is_not_null())
            .select(outbox_mails::id)
            .load(c))?;
        refused.extend(found);
    }
    Ok(refused)
}

/// Takes up to `most` mails that are due, so that no other worker takes them meanwhile.
pub(super) fn claim_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Outgoing>, Fault> {
    tx.hold("outbox")?;
    let now = tx.now();
    let due: Vec<Outgoing> = on!(tx, c => outbox_mails::table
        .filter(outbox_mails::sent_at.is_null().and(outbox_mails::refused_at.is_null()))
        .filter(outbox_mails::next_attempt_at.le(now))
        .order(outbox_mails::next_attempt_at)
        .limit(most)
        .select(Outgoing::as_select())
        .load(c))?;
    let ids: Vec<MailId> = due.iter().map(|mail| mail.id).collect();
    on!(tx, c => diesel::update(outbox_mails::table.filter(outbox_mails::id.eq_any(&ids)))
        .set((
            outbox_mails::attempts.eq(outbox_mails::attempts + 1),
            outbox_mails::next_attempt_at.eq(now.plus_seconds(CLAIM_SECONDS)),
        ))
        .execute(c))?;
    Ok(due.into_iter().map(|mail| Outgoing { attempts: mail.attempts + 1, ..mail }).collect())
}

/// Gives back mails that were claimed and not tried: they are due, as if nobody had taken them.
pub(super) fn release(tx: &mut Tx<'_>, ids: Vec<MailId>) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(outbox_mails::table.filter(outbox_mails::id.eq_any(&ids)))
        .set((outbox_mails::attempts.eq(outbox_mails::attempts - 1), outbox_mails::next_attempt_at.eq(now)))
        .execute(c))?;
    Ok(())
}

/// The mail is delivered. Its words may hold a link that opens something, so they are erased.
pub(super) fn settle_sent(tx: &mut Tx<'_>, id: MailId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(outbox_mails::table.find(id))
        .set((
            outbox_mails::sent_at.eq(now),
            outbox_mails::text_part.eq(None::<SealedText<'static>>),
            outbox_mails::html_part.eq(None::<SealedText<'static>>),
            outbox_mails::last_error.eq(None::<SealedText<'static>>),
        ))
        .execute(c))?;
    Ok(())
}

/// The mail stays here to be read at `/mail`.
pub(super) fn settle_kept(tx: &mut Tx<'_>, id: MailId) -> Result<(), Fault> {
    let now = tx.now();
    on!(tx, c => diesel::update(outbox_mails::table.find(id)).set(outbox_mails::sent_at.eq(now)).execute(c))?;
    Ok(())
}

/// The mail was not taken: try again after a pause, or give up.
pub(super) fn settle_failed(
    tx: &mut Tx<'_>,
    mail: &Outgoing,
    for_good: bool,
    error: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    let refused = (for_good || mail.attempts >= ATTEMPTS).then_some(now);
    on!(tx, c => diesel::update(outbox_mails::table.find(mail.id))
        .set((
            outbox_mails::refused_at.eq(refused),
            outbox_mails::next_attempt_at.eq(now.plus_seconds(pause_after(mail.attempts))),
            outbox_mails::last_error.eq(sealed(error)),
        ))
        .execute(c))?;
    Ok(())
}

/// Seconds to wait after so many attempts.
fn pause_after(attempts: i32) -> i64 {
    let doubled = 60_i64.saturating_mul(1 << attempts.clamp(1, 20).saturating_sub(1));
    doubled.min(4 * 3600)
}

/// The newest mails that are kept here, with their words.
pub(super) fn kept(tx: &mut Tx<'_>) -> Result<Vec<Outgoing>, Fault> {
    Ok(on!(tx, c => outbox_mails::table
        .filter(outbox_mails::text_part.is_not_null())
        .order(outbox_mails::id.desc())
        .limit(200)
        .select(Outgoing::as_select())
        .load(c))?)
}

/// How the outbox stands.
///
/// # Errors
/// A fault of the database.
pub fn outbox(tx: &mut Tx<'_>) -> Result<Outbox, Fault> {
    let waiting = on!(tx, c => outbox_mails::table
        .filter(outbox_mails::sent_at.is_null().and(outbox_mails::refused_at.is_null()))
        .count()
        .get_result(c))?;
    Ok(Outbox { waiting, refused: count_refused(tx)? })
}

fn count_refused(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    Ok(
        on!(tx, c => outbox_mails::table.filter(outbox_mails::refused_at.is_not_null()).count().get_result(c))?,
    )
}

/// Lets the refused mails be tried once more; the operator has mended what stood in the way.
///
/// # Errors
/// A fault of the database.
pub fn try_refused_again(tx: &mut Tx<'_>) -> Result<usize, Fault> {
    let now = tx.now();
    let again = on!(tx, c => diesel::update(outbox_mails::table.filter(outbox_mails::refused_at.is_not_null()))
        .set((
            outbox_mails::refused_at.eq(None::<Moment>),
            outbox_mails::attempts.eq(0),
            outbox_mails::next_attempt_at.eq(now),
        ))
        .execute(c))?;
    tx.tell(News::Mail);
    Ok(again)
}

/// How long it is known that a mail was sent.
pub const SENT_KEPT_SECONDS: i64 = 30 * 86_400;

/// Deletes mail a month after it was sent.
///
/// # Errors
/// A fault of the database.
pub fn forget_sent(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let before = tx.now().plus_seconds(-SENT_KEPT_SECONDS);
    on!(tx, c => diesel::delete(outbox_mails::table.filter(outbox_mails::sent_at.le(before))).execute(c))?;
    let carried: Vec<Option<AttachmentId>> = on!(tx, c => outbox_mails::table
        .filter(outbox_mails::attachment_id.is_not_null())
        .select(outbox_mails::attachment_id)
        .distinct()
        .load(c))?;
    let carried: Vec<AttachmentId> = carried.into_iter().flatten().collect();
    on!(tx, c => diesel::delete(attachments::table.filter(attachments::id.ne_all(&carried))).execute(c))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_double_and_add_up_to_days() {
        assert_eq!(pause_after(1), 60);
        assert_eq!(pause_after(2), 120);
        assert_eq!(pause_after(30), 4 * 3600);
        let days = (1..ATTEMPTS).map(pause_after).sum::<i64>() / 86_400;
        assert!((4..=5).contains(&days), "{days}");
    }
}
