//! Erasing the contacts of letters that closed long enough ago: what [`crate::letters::Retention`]
//! promised. It runs by itself, letter by letter, each in a transaction of its own.

use diesel::prelude::*;

use crate::db::{Moment, Tx, on, sealed, sealed_bytes, sealed_if};
use crate::error::Fault;
use crate::ids::{DeclarationId, LetterId, LogEntryId, SignatureId};
use crate::letters::{self, Happened, Retention, RetentionStep};
use crate::mail;
use crate::schema::{
    authority_cases, authority_voices, comments, coordinator_invitations, deliveries, delivery_copies,
    invitations, letter_log, letters as letter_rows, prepared_signatures, press_links, retentions,
    signature_declarations, signature_evidence, signatures,
};
use crate::text::language::Language;
use crate::text::words::{Words, say};
use crate::text::{markdown, speaking};

/// How long before it the coordinators hear of it.
const WARNING_SECONDS: i64 = 14 * 86_400;
/// The shortest time is a month; what closed less long ago need not be looked at.
const YOUNGEST_SECONDS: i64 = 14 * 86_400;
/// So many letters in one run; the others have the next one.
const AT_ONCE: usize = 20;

/// What is to be done with a letter now.
struct Due {
    letter: LetterId,
    kept: Retention,
    step: RetentionStep,
    at: Moment,
}

/// When a letter was retracted or closed, its deadline, and what was written down of its contacts; not
/// its text, which may be long.
type Row = (
    LetterId,
    (Option<Moment>, Option<Moment>, Option<Moment>),
    Option<(i32, Option<Moment>, Option<Moment>)>,
);

/// The closed letters of which something is due.
fn due(tx: &mut Tx<'_>, months: u16) -> Result<Vec<Due>, Fault> {
    let now = tx.now();
    let before = now.plus_seconds(-YOUNGEST_SECONDS);
    let closed = letter_rows::closed_at
        .le(before)
        .or(letter_rows::retracted_at.le(before))
        .or(letter_rows::deadline.le(before));
    let found: Vec<Row> = on!(tx, c => letter_rows::table
        .left_join(retentions::table)
        .filter(letter_rows::opened_at.is_not_null().and(closed))
        // Those that are done stay done unless the letter was opened again.
        .filter(retentions::erased_at.is_null()
            .or(retentions::erased_at.lt(letter_rows::closed_at))
            .or(retentions::erased_at.lt(letter_rows::deadline))
            .or(retentions::erased_at.lt(letter_rows::retracted_at)))
        .order(letter_rows::id)
        .select((
            letter_rows::id,
            (letter_rows::retracted_at, letter_rows::closed_at, letter_rows::deadline),
            (retentions::months, retentions::warned_at, retentions::erased_at).nullable(),
        ))
        .load(c))?;
    let mut due = Vec::new();
    for (letter, (retracted, closed, deadline), kept) in found {
        let kept = kept.map_or(Retention::usual(months), |(months, warned_at, erased_at)| Retention {
            months,
            warned_at,
            erased_at,
        });
        // As `Letter::standing` says it.
        let Some(since) = retracted.or(closed).or(deadline.filter(|deadline| *deadline <= now)) else {
            continue;
        };
        let at = kept.due(since);
        let warned = kept.warned_at.is_some_and(|warned| warned >= since);
        let step = if kept.is_done(since) {
            continue;
        } else if at <= now {
            RetentionStep::Erased
        } else if !warned && at.plus_seconds(-WARNING_SECONDS) <= now {
            RetentionStep::Warned
        } else {
            continue;
        };
        due.push(Due { letter, kept, step, at });
        if due.len() == AT_ONCE {
            break;
        }
    }
    Ok(due)
}

/// Whether the contacts of any letter are to be erased now, or its coordinators to be told.
///
/// # Errors
/// A fault of the database.
pub fn is_any_contact_due(tx: &mut Tx<'_>, months: u16) -> Result<bool, Fault> {
    Ok(!due(tx, months)?.is_empty())
}

/// Does what is due for one letter, and returns whether there was one.
///
/// # Errors
/// A fault of the database.
pub fn erase_due_contacts(
    tx: &mut Tx<'_>,
    months: u16,
    address: &dyn Fn(&str) -> String,
) -> Result<bool, Fault> {
    tx.hold("contacts of letters")?; // two programs on one database do not both write to the coordinators
    let Some(first) = due(tx, months)?.into_iter().next() else { return Ok(false) };
    letters::hold(tx, first.letter)?;
    letters::note_retention(tx, first.letter, first.step, &first.kept)?;
    match first.step {
        RetentionStep::Warned => tell(tx, &first, address)?,
        RetentionStep::Erased => erase(tx, first.letter)?,
    }
    Ok(true)
}

/// The coordinators hear that the contacts are erased soon.
fn tell(tx: &mut Tx<'_>, due: &Due, address: &dyn Fn(&str) -> String) -> Result<(), Fault> {
    let (slug, title): (String, String) = on!(tx, c => letter_rows::table
        .find(due.letter)
        .select((letter_rows::slug, letter_rows::title))
        .first(c))?;
    let title = title.replace(markdown::COUNT, "…");
    for coordinator in letters::coordinators_of(tx, due.letter)? {
        let link = address(&format!("/letters/{slug}/invitations"));
        mail::enqueue(tx, &super::mails::contacts_erased_soon(&coordinator, &title, due.at, link))?;
    }
    Ok(())
}

/// How many invitations a letter had and what came of them, for its log: in the letter's language, as nobody
/// asks.
fn tally(tx: &mut Tx<'_>, letter: LetterId) -> Result<String, Fault> {
    let stages: Vec<(Option<Moment>, Option<Moment>)> = on!(tx, c => invitations::table
        .filter(invitations::letter_id.eq(letter))
        .select((invitations::signed_at, invitations::declined_at))
        .load(c))?;
    let signed = stages.iter().filter(|(signed, _)| signed.is_some()).count();
    let declined = stages.iter().filter(|(signed, declined)| signed.is_none() && declined.is_some()).count();
    let language: String =
        on!(tx, c => letter_rows::table.find(letter).select(letter_rows::language).first(c))?;
    Ok(speaking::in_words(Words::of(&Language::of_row(&language)), || {
        say!("rights-tally", invited = stages.len(), signed = signed, declined = declined)
    }))
}

fn erase(tx: &mut Tx<'_>, id: LetterId) -> Result<(), Fault> {
    let now = tx.now();
    let tally = tally(tx, id)?;
    on!(tx, c => diesel::update(comments::table.filter(comments::letter_id.eq(id)))
        .set(comments::author_name.eq(sealed("")))
        .execute(c))?;
    on!(tx, c => diesel::delete(invitations::table.filter(invitations::letter_id.eq(id))).execute(c))?;
    on!(tx, c => diesel::delete(coordinator_invitations::table
            .filter(coordinator_invitations::letter_id.eq(id)))
        .execute(c))?;
    on!(tx, c => diesel::delete(prepared_signatures::table.filter(prepared_signatures::letter_id.eq(id)))
        .execute(c))?;
    on!(tx, c => diesel::delete(press_links::table
            .filter(press_links::letter_id.eq(id).and(press_links::expires_at.le(now))))
        .execute(c))?;
    let signatures_of = || signatures::table.filter(signatures::letter_id.eq(id)).select(signatures::id);
    let of_letter: Vec<SignatureId> = on!(tx, c => signatures_of().load(c))?;
    on!(tx, c => diesel::update(signature_evidence::table
            .filter(signature_evidence::signature_id.eq_any(&of_letter)))
        .set((
            signature_evidence::said_by.eq(sealed("")),
            signature_evidence::note.eq(sealed("")),
            signature_evidence::email.eq(sealed_if(None::<&str>)),
            signature_evidence::file_name.eq(sealed_if(None::<&str>)),
            signature_evidence::media_type.eq(None::<&str>),
            signature_evidence::content.eq(None::<&[u8]>.map(sealed_bytes)),
        ))
        .execute(c))?;
    on!(tx, c => diesel::update(signatures::table
            .filter(signatures::letter_id.eq(id).and(signatures::show_representative.eq(false))))
        .set((signatures::representative_name.eq(sealed("")), signatures::representative_title.eq(sealed(""))))
        .execute(c))?;
    erase_declarations(tx, id, &of_letter)?;
    erase_in_log(tx, id)?;
    letters::log(tx, id, None, Happened::ContactsErased, "", &tally)
}

/// Who declared to be authorised, with which address; who spoke in a case; who got the final copy. What
/// was declared, in which role and when, stays with the signature.
fn erase_declarations(tx: &mut Tx<'_>, letter: LetterId, of_letter: &[SignatureId]) -> Result<(), Fault> {
    // Whoever approves also says who they are.
    let declared: Vec<(DeclarationId, String, String)> = on!(tx, c => signature_declarations::table
        .filter(signature_declarations::signature_id.eq_any(of_letter.iter().copied().map(Some)))
        .select((
            signature_declarations::id,
            signature_declarations::person_name,
            signature_declarations::words,
        ))
        .load(c))?;
    for (declaration, name, words) in declared {
        let words = if name.is_empty() { words } else { words.replace(&name, "…") };
        on!(tx, c => diesel::update(signature_declarations::table.find(declaration))
            .set((
                signature_declarations::person_name.eq(sealed("")),
                signature_declarations::email.eq(sealed("")),
                signature_declarations::words.eq(sealed(words)),
            ))
            .execute(c))?;
    }
    let cases =
        authority_cases::table.filter(authority_cases::letter_id.eq(letter)).select(authority_cases::id);
    on!(tx, c => diesel::update(authority_voices::table.filter(authority_voices::case_id.eq_any(cases)))
        .set((authority_voices::person_name.eq(sealed("")), authority_voices::words.eq(sealed(""))))
        .execute(c))?;
    let delivery = deliveries::table.filter(deliveries::letter_id.eq(letter)).select(deliveries::id);
    on!(tx, c => diesel::delete(delivery_copies::table.filter(delivery_copies::delivery_id.eq_any(delivery)))
        .execute(c))?;
    Ok(())
}

/// The kinds of lines whose words are names or addresses of people, or what was said by them.
const ABOUT_PEOPLE: [Happened; 10] = [
    Happened::CoordinatorInvited,
    Happened::CoordinatorInvitationWithdrawn,
    Happened::Invited,
    Happened::Declined,
    Happened::InvitationRevoked,
    Happened::Commented,
    Happened::CommentAnswered,
    Happened::Reminded,
    Happened::PressLinkMade,
    Happened::PressLinkRevoked,
];

fn erase_in_log(tx: &mut Tx<'_>, letter: LetterId) -> Result<(), Fault> {
    let kinds = ABOUT_PEOPLE.map(Happened::as_str);
    on!(tx, c => diesel::update(letter_log::table
            .filter(letter_log::letter_id.eq(letter).and(letter_log::kind.eq_any(kinds))))
        .set((letter_log::about.eq(sealed("")), letter_log::note.eq(sealed(""))))
        .execute(c))?;
    // Who said yes for a listed signatory, whose name stays.
    on!(tx, c => diesel::update(letter_log::table
            .filter(letter_log::letter_id.eq(letter).and(letter_log::kind.eq(Happened::Listed))))
        .set(letter_log::note.eq(sealed("")))
        .execute(c))?;
    // Other lines that are about an address: a reminder to one of those invited, for instance.
    let lines: Vec<(LogEntryId, String)> = on!(tx, c => letter_log::table
        .filter(letter_log::letter_id.eq(letter))
        .select((letter_log::id, letter_log::about))
        .load(c))?;
    for (line, about) in lines {
        if about.contains('@') {
            on!(tx, c => diesel::update(letter_log::table.find(line))
                .set(letter_log::about.eq(sealed("")))
                .execute(c))?;
        }
    }
    Ok(())
}
