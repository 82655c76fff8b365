//! **Listed signatories**: those that a coordinator enters, because they said yes somewhere else, with
//! what proves it. No organization has signed, and the list says so, until one confirms the line.

use diesel::prelude::*;

use super::forgetting::forget_in_log;
use super::lines::named_group;
use super::withholding::{record_of, withholding_of};
use crate::db::{Moment, Tx, on, sealed, sealed_bytes, sealed_if};
use crate::error::{Fault, carries_faults};
use crate::ids::{EvidenceId, InvitationId, LetterId, SignatureId, Token};
use crate::invitations::{self, NewInvitation};
use crate::letters::{EventKind, Happened, OwnLetter, Standing, UNNAMED, log};
use crate::people::Email;
use crate::schema::{signature_evidence, signatures};

/// A file that proves a yes: kept as it came, never opened here.
#[derive(Debug, Clone)]
pub(super) struct EvidenceFile {
    pub name: String,
    pub media_type: String,
    pub content: Vec<u8>,
}

/// Who said yes, when, and what proves it.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub said_by: String,
    pub said_at: Moment,
    pub said_zone: String,
    pub note: String,
    pub file: Option<EvidenceFile>,
}

/// A listed signatory to be.
#[derive(Debug, Clone)]
pub(super) struct NewListed {
    pub name: String,
    pub acronym: Option<String>,
    pub country: Option<String>,
    /// A group's id or a coalition's address.
    pub group: Option<String>,
    pub representative_name: String,
    pub representative_title: String,
    /// Whom to ask to confirm.
    pub email: Option<Email>,
    /// Whether it is to be counted and not named.
    pub withheld: bool,
    pub evidence: Evidence,
}

/// Why nobody was listed.
#[derive(Debug)]
pub(super) enum ListError {
    /// The letter has no such group.
    NoSuchGroup,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(ListError);

/// Enters a listed signatory, in any state of the letter; after a delivery it stands among those who
/// came later. Sends nothing: see [`ask`]. The letter must be held.
pub(super) fn add_listed(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    new: &NewListed,
) -> Result<SignatureId, ListError> {
    let letter = own.letter().id;
    let group = match &new.group {
        Some(typed) => Some(named_group(tx, letter, typed)?.ok_or(ListError::NoSuchGroup)?),
        None => None,
    };
    let (id, now) = (SignatureId::new(), tx.now());
    let row = (
        signatures::id.eq(id),
        signatures::letter_id.eq(letter),
        signatures::group_id.eq(group),
        signatures::representative_name.eq(sealed(&new.representative_name)),
        signatures::representative_title.eq(sealed(&new.representative_title)),
        // A person's name goes public by their own will, and this is somebody else's word.
        signatures::show_representative.eq(false),
        signatures::first_signed_at.eq(now),
        signatures::signed_at.eq(now),
        signatures::printed_name.eq(sealed(&new.name)),
        signatures::printed_acronym.eq(sealed_if(new.acronym.as_ref())),
        signatures::listed_country.eq(&new.country),
    );
    on!(tx, c => diesel::insert_into(signatures::table).values(row).execute(c))?;
    add_evidence(tx, own, id, new)?;
    if new.withheld {
        // By a coordinator, so that it needs one to show it, whoever confirms it.
        let withheld = (signatures::withheld_at.eq(now), signatures::withheld_by.eq(own.person()));
        on!(tx, c => diesel::update(signatures::table.find(id)).set(withheld).execute(c))?;
        forget_in_log(tx, letter, id)?;
        log(tx, letter, Some(own.person()), Happened::Listed, UNNAMED, "")?;
    } else {
        log(tx, letter, Some(own.person()), Happened::Listed, &new.name, &new.evidence.said_by)?;
    }
    record_of(tx, letter, EventKind::Signed, id)?;
    Ok(id)
}

fn add_evidence(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    new: &NewListed,
) -> Result<(), Fault> {
    let evidence = &new.evidence;
    let file = evidence.file.as_ref();
    let row = (
        signature_evidence::id.eq(EvidenceId::new()),
        signature_evidence::signature_id.eq(signature),
        signature_evidence::said_by.eq(sealed(&evidence.said_by)),
        signature_evidence::said_at.eq(evidence.said_at),
        signature_evidence::said_zone.eq(&evidence.said_zone),
        signature_evidence::note.eq(sealed(&evidence.note)),
        signature_evidence::email.eq(sealed_if(new.email.as_ref().map(Email::as_str))),
        signature_evidence::file_name.eq(sealed_if(file.map(|file| &file.name))),
        signature_evidence::media_type.eq(file.map(|file| &file.media_type)),
        signature_evidence::content.eq(file.map(|file| sealed_bytes(&file.content))),
        signature_evidence::entered_by.eq(own.person()),
        signature_evidence::entered_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(signature_evidence::table).values(row).execute(c))?;
    Ok(())
}

/// What is kept about a yes, without the file's content.
#[derive(Debug, Clone, Queryable)]
pub(super) struct KeptEvidence {
    pub id: EvidenceId,
    pub said_by: String,
    pub said_at: Moment,
    pub said_zone: String,
    pub note: String,
    pub email: Option<String>,
    pub file_name: Option<String>,
}

/// What proves the yes of a line, the first first.
pub(super) fn evidence_of(
    tx: &mut Tx<'_>,
    letter: LetterId,
    signature: SignatureId,
) -> Result<Vec<KeptEvidence>, Fault> {
    Ok(on!(tx, c => signature_evidence::table
        .inner_join(signatures::table)
        .filter(signatures::letter_id.eq(letter).and(signatures::id.eq(signature)))
        .order(signature_evidence::id)
        .select((
            signature_evidence::id,
            signature_evidence::said_by,
            signature_evidence::said_at,
            signature_evidence::said_zone,
            signature_evidence::note,
            signature_evidence::email,
            signature_evidence::file_name,
        ))
        .load(c))?)
}

/// A file that proves a yes, if it belongs to this letter.
pub(super) fn find_file(
    tx: &mut Tx<'_>,
    letter: LetterId,
    id: EvidenceId,
) -> Result<Option<(String, Vec<u8>)>, Fault> {
    let found: Option<(Option<String>, Option<Vec<u8>>)> = on!(tx, c => signature_evidence::table
        .inner_join(signatures::table)
        .filter(signature_evidence::id.eq(id).and(signatures::letter_id.eq(letter)))
        .select((signature_evidence::file_name, signature_evidence::content))
        .first(c)
        .optional())?;
    Ok(found.and_then(|(name, content)| Some((name?, content?))))
}

/// What came of asking an organization to confirm its line.
pub(super) enum Asked {
    /// The invitation and the link for the mail.
    By(InvitationId, Token),
    /// Nobody could sign the letter, so nobody is asked: it is a draft, or closed.
    NotOpen,
    /// The address declined, signed already, or its invitation was taken back.
    Answered,
    /// The address was asked a little while ago, or very often.
    Enough,
}

/// Makes the invitation that asks an organization to confirm its line; an address that was invited
/// already gets another link of its own invitation. Sends nothing: the mail is the caller's. The letter
/// must be held.
pub(super) fn ask(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    organization_name: &str,
    email: &Email,
) -> Result<Asked, Fault> {
    let letter = own.letter();
    match letter.standing(tx.now()) {
        Standing::Open { .. } => {}
        Standing::Draft | Standing::Closed { .. } => return Ok(Asked::NotOpen),
    }
    if !invitations::bears_another_mail(tx, letter.id, email, signature)? {
        return Ok(Asked::Enough);
    }
    let new = NewInvitation {
        organization_name: organization_name.to_owned(),
        person_name: String::new(),
        email: email.clone(),
        coalition_id: None,
        signature_id: Some(signature),
    };
    if let Some((id, token)) = invitations::invite(tx, letter.id, own.person(), &new)? {
        let (about, note) = match withholding_of(tx, signature)? {
            Some(_) => (UNNAMED, ""),
            None => (organization_name, email.as_str()),
        };
        log(tx, letter.id, Some(own.person()), Happened::Invited, about, note)?;
        return Ok(Asked::By(id, token));
    }
    match invitations::is_about(tx, letter.id, email, signature)? {
        Some(id) => Ok(Asked::By(id, invitations::add_link(tx, id)?)),
        None => Ok(Asked::Answered),
    }
}
