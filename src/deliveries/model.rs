//! Delivering a letter once, the files of it, and the addressee's answer.

use std::collections::HashSet;

use diesel::prelude::*;

use super::pack::{self, PackedFile};
use super::snapshot::{self, Cover, Snapshot};
use crate::db::{Moment, Tx, on, sealed, sealed_bytes};
use crate::error::{Fault, carries_faults};
use crate::ids::{DeliveryId, LetterId, OrganizationId, PersonId, SignatureId, Slug, hex};
use crate::letters::{self, EventKind, Happened, LockedLetter, OwnLetter, log, record};
use crate::organizations;
use crate::people;
use crate::schema::{
    answers, delivered_files, deliveries, letters as letters_table, signatures as signature_rows,
};
use crate::signatures::{self, SignatoryList};
use crate::text::language::Language;
use crate::text::words::Words;

/// Why nothing was delivered.
#[derive(Debug)]
pub(super) enum DeliverError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is a draft.
    NotOpened,
    /// Its coordinators retracted it.
    Retracted,
    /// An operator suspended it.
    Suspended,
    /// It was delivered before, perhaps this moment by another coordinator.
    AlreadyDelivered,
    /// Nobody stands under it.
    NobodySigned,
    /// The text or the list is another than the one that was set on paper.
    Moved,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(DeliverError);

fn deliverable(tx: &mut Tx<'_>, own: Option<OwnLetter>) -> Result<LockedLetter, DeliverError> {
    let own = own.ok_or(DeliverError::NoSuchLetter)?;
    if own.letter().retracted_at.is_some() {
        return Err(DeliverError::Retracted);
    }
    if own.letter().suspended_at.is_some() {
        return Err(DeliverError::Suspended);
    }
    if own.letter().delivered_at.is_some() {
        return Err(DeliverError::AlreadyDelivered);
    }
    letters::find_locked(tx, own.letter().id)?.ok_or(DeliverError::NotOpened)
}

/// What would be delivered at this moment. Nothing is changed: setting it on paper takes longer than
/// a letter may be held, so it is done between this and [`deliver`], which refuses what has moved.
pub(super) fn prepare(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    cover: &Cover,
    url: &str,
) -> Result<(Snapshot, Moment), DeliverError> {
    let own = letters::find_own(tx, person, slug)?;
    let letter = deliverable(tx, own)?;
    let at = tx.now();
    let (snapshot, list) = snapshot::take(tx, &letter, cover, url, at)?;
    if list.groups.is_empty() {
        return Err(DeliverError::NobodySigned);
    }
    Ok((snapshot, at))
}

/// A snapshot and the files that were made of it.
pub(super) struct Prepared {
    pub cover: Cover,
    pub url: String,
    pub snapshot: Snapshot,
    pub at: Moment,
    pub files: Vec<PackedFile>,
}

/// Delivers the letter: its list and numbers are frozen as they stand on the prepared paper. It
/// closes, unless `stays_open` for late signers. What signatories were asked and have not answered
/// is over (see [`signatures::end_questions`]), so that no answer changes the list afterwards. Of two
/// coordinators who press at once one delivers, and the other is told so.
pub(super) fn deliver(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    prepared: &Prepared,
    stays_open: bool,
    address: &dyn Fn(&str) -> String,
) -> Result<LockedLetter, DeliverError> {
    let own = letters::hold_own(tx, person, slug)?;
    let letter = deliverable(tx, own)?;
    signatures::end_questions(tx, letter.letter(), address)?;
    let (again, list) = snapshot::take(tx, &letter, &prepared.cover, &prepared.url, prepared.at)?;
    if again != prepared.snapshot {
        return Err(DeliverError::Moved);
    }
    let id = letter.letter().id;
    let row = (
        deliveries::id.eq(DeliveryId::new()),
        deliveries::letter_id.eq(id),
        deliveries::revision_id.eq(letter.revision().id),
        deliveries::sha256.eq(prepared.snapshot.sha256()?),
        deliveries::snapshot.eq(sealed(prepared.snapshot.canonical()?)),
        deliveries::delivered_by.eq(person),
        deliveries::delivered_at.eq(prepared.at),
    );
    let delivery: DeliveryId = on!(tx, c => diesel::insert_into(deliveries::table)
        .values(row)
        .returning(deliveries::id)
        .get_result(c))?;
    for file in &prepared.files {
        let row = (
            delivered_files::delivery_id.eq(delivery),
            delivered_files::name.eq(file.name),
            delivered_files::media_type.eq(file.media_type),
            delivered_files::content.eq(sealed_bytes(&file.content)),
        );
        on!(tx, c => diesel::insert_into(delivered_files::table).values(row).execute(c))?;
    }
    freeze(tx, &list)?;
    let closed =
        if stays_open { letter.letter().closed_at } else { letter.letter().closed_at.or(Some(tx.now())) };
    on!(tx, c => diesel::update(letters_table::table.find(id))
        .set((letters_table::delivered_at.eq(prepared.at), letters_table::closed_at.eq(closed)))
        .execute(c))?;
    log(tx, id, Some(person), Happened::Delivered, &prepared.snapshot.delivered_to, &prepared.snapshot.note)?;
    record(tx, id, EventKind::Delivered, None)?;
    Ok(letter)
}

/// Each line keeps its place and its number from here on.
fn freeze(tx: &mut Tx<'_>, list: &SignatoryList) -> Result<(), Fault> {
    let mut position = 0;
    for group in &list.groups {
        for line in &group.signatories {
            let number = line.number.and_then(|number| i32::try_from(number).ok());
            freeze_one(tx, line.entry.signature, position, number)?;
            position += 1;
        }
        // Whose names are withheld has no number, and is counted where they were counted.
        for signature in &group.withheld {
            freeze_one(tx, *signature, position, None)?;
            position += 1;
        }
    }
    Ok(())
}

fn freeze_one(
    tx: &mut Tx<'_>,
    signature: SignatureId,
    position: i32,
    number: Option<i32>,
) -> Result<(), Fault> {
    let place =
        (signature_rows::delivered_position.eq(position), signature_rows::delivered_number.eq(number));
    on!(tx, c => diesel::update(signature_rows::table.find(signature)).set(place).execute(c))?;
    Ok(())
}

/// Somebody who gets the final copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recipient {
    /// How they are addressed.
    pub name: String,
    /// Where they are written to.
    pub address: String,
    /// In which words: a person's own, an organization's those of whoever has its address, or else the letter's.
    pub words: Words,
}

/// Everyone who gets the final copy: of each organization that signed whoever signed for it, as long
/// as they belong to it, and the organization itself at its own address, where it is filed; each
/// address once. Listed signatories have confirmed nothing here, so nobody writes to them.
pub(super) fn recipients(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Recipient>, Fault> {
    let signed: Vec<(Option<OrganizationId>, Option<PersonId>)> = on!(tx, c => signature_rows::table
        .filter(signature_rows::letter_id.eq(letter))
        .filter(signature_rows::withdrawn_at.is_null().and(signature_rows::confirmed_at.is_not_null()))
        .filter(signature_rows::suspended_at.is_null().and(signature_rows::awaiting_since.is_null()))
        .order(signature_rows::id)
        .select((signature_rows::organization_id, signature_rows::signed_by))
        .load(c))?;
    let tag: String =
        on!(tx, c => letters_table::table.find(letter).select(letters_table::language).first(c))?;
    let letters_own = Words::of(&Language::of_row(&tag));
    let (mut signers, mut themselves) = (Vec::new(), Vec::new());
    for (organization, by) in signed {
        let Some(organization) = organization else { continue };
        if let Some(by) = by
            && organizations::find_role(tx, by, organization)?.is_some()
        {
            let person = people::find_person(tx, by)?;
            signers.extend(person.map(|person| Recipient {
                words: person.words(),
                name: person.name,
                address: person.email,
            }));
        }
        let (name, address) = organizations::name_and_address(tx, organization)?;
        let theirs = people::words_of_addresses(tx, &[&address])?.remove(&address);
        themselves.push(Recipient { name, address, words: theirs.unwrap_or(letters_own) });
    }
    // A person comes before the organization whose address is theirs: they are called by their name.
    let mut known = HashSet::new();
    Ok(signers.into_iter().chain(themselves).filter(|to| known.insert(to.address.to_lowercase())).collect())
}

/// A delivery as its page shows it.
pub(super) struct Delivered {
    pub snapshot: Snapshot,
    /// The SHA-256 of the snapshot, in hex.
    pub sha256: String,
    /// Whether a name in its files is withheld since: then they are the coordinators' alone.
    pub names_withheld_since: bool,
}

/// The delivery of a letter, if there was one. Whoever calls this has made sure that the visitor may
/// see the letter.
pub(super) fn find_delivery(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Delivered>, Fault> {
    let found: Option<(String, Vec<u8>, Moment)> = on!(tx, c => deliveries::table
        .filter(deliveries::letter_id.eq(letter))
        .select((deliveries::snapshot, deliveries::sha256, deliveries::delivered_at))
        .first(c)
        .optional())?;
    let Some((snapshot, sha256, at)) = found else { return Ok(None) };
    let names_withheld_since = signatures::was_withheld_since_delivery(tx, letter, at)?;
    let snapshot = serde_json::from_str(&snapshot)?;
    Ok(Some(Delivered { snapshot, sha256: hex(&sha256), names_withheld_since }))
}

/// A file of a delivery: its media type and its bytes.
pub(super) fn find_file(
    tx: &mut Tx<'_>,
    letter: LetterId,
    name: &str,
) -> Result<Option<(String, Vec<u8>)>, Fault> {
    if ![pack::PACK, pack::SUMS].contains(&name) && !pack::FILES.iter().any(|(known, _)| *known == name) {
        return Ok(None);
    }
    Ok(on!(tx, c => delivered_files::table
        .inner_join(deliveries::table)
        .filter(deliveries::letter_id.eq(letter))
        .filter(delivered_files::name.eq(name))
        .select((delivered_files::media_type, delivered_files::content))
        .first(c)
        .optional())?)
}

/// What the addressee answered.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = answers)]
pub struct Answer {
    /// When it was received.
    pub received_at: Moment,
    /// Who answered.
    pub sender: String,
    /// What they said.
    pub words: String,
}

/// Why no answer was recorded.
#[derive(Debug)]
pub(super) enum AnswerError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// Nothing was delivered that could be answered.
    NotDelivered,
    /// See [`Fault`].
    Fault(Fault),
}

carries_faults!(AnswerError);

/// Writes down the addressee's answer, or corrects what was written down.
pub(super) fn record_answer(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    answer: &Answer,
) -> Result<(), AnswerError> {
    let own = letters::hold_own(tx, person, slug)?.ok_or(AnswerError::NoSuchLetter)?;
    let id = own.letter().id;
    if own.letter().delivered_at.is_none() {
        return Err(AnswerError::NotDelivered);
    }
    let words = (
        answers::received_at.eq(answer.received_at),
        answers::sender.eq(&answer.sender),
        answers::words.eq(&answer.words),
        answers::recorded_by.eq(person),
        answers::recorded_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(answers::table)
        .values((answers::letter_id.eq(id), words))
        .on_conflict(answers::letter_id)
        .do_update()
        .set(words)
        .execute(c))?;
    on!(tx, c => diesel::update(letters_table::table.find(id))
        .set(letters_table::answered_at.eq(answer.received_at))
        .execute(c))?;
    log(tx, id, Some(person), Happened::AnswerRecorded, &answer.sender, "")?;
    record(tx, id, EventKind::Relisted, None)?;
    Ok(())
}

/// What readers of a letter are told of its delivery.
pub struct Handed {
    /// When it was delivered.
    pub at: Moment,
    /// To whom.
    pub to: String,
    /// What they answered.
    pub answer: Option<Answer>,
}

/// The delivery of a letter in short, and the answer to it.
///
/// # Errors
/// A fault of the database.
pub fn find_handed(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Handed>, Fault> {
    let found: Option<(Moment, String)> = on!(tx, c => deliveries::table
        .filter(deliveries::letter_id.eq(letter))
        .select((deliveries::delivered_at, deliveries::snapshot))
        .first(c)
        .optional())?;
    let Some((at, snapshot)) = found else { return Ok(None) };
    let snapshot: Snapshot = serde_json::from_str(&snapshot)?;
    Ok(Some(Handed { at, to: snapshot.delivered_to, answer: find_answer(tx, letter)? }))
}

/// The answer to a letter, if there is one.
///
/// # Errors
/// A fault of the database.
pub(super) fn find_answer(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Answer>, Fault> {
    Ok(on!(tx, c => answers::table.find(letter).select(Answer::as_select()).first(c).optional())?)
}
