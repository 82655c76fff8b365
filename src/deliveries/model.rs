//! Delivering a letter once, the files of it, and the addressee's answer.

use diesel::prelude::*;

use super::pack::{self, PackedFile};
use super::snapshot::{self, Cover, Snapshot};
use crate::db::{Moment, Tx, on};
use crate::error::{Fault, carries_faults};
use crate::ids::{DeliveryId, LetterId, OrganizationId, PersonId, SignatureId, Slug, hex};
use crate::letters::{self, EventKind, Happened, LockedLetter, OwnLetter, log, record};
use crate::organizations;
use crate::people::Person;
use crate::schema::{answers, delivered_files, deliveries, letters as letters_table, people, signatures};
use crate::signatures::SignatoryList;

/// Why nothing was delivered.
#[derive(Debug)]
pub(super) enum DeliverError {
    /// There is no such letter for this person.
    NoSuchLetter,
    /// It is a draft.
    NotOpened,
    /// Its coordinators retracted it.
    Retracted,
    /// It was delivered before, perhaps this moment by another coordinator.
    AlreadyDelivered,
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
    let (snapshot, _) = snapshot::take(tx, &letter, cover, url, at)?;
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
/// closes, unless `stays_open` for late signers. Of two coordinators who press at once one delivers,
/// and the other is told so.
pub(super) fn deliver(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    prepared: &Prepared,
    stays_open: bool,
) -> Result<LockedLetter, DeliverError> {
    let own = letters::hold_own(tx, person, slug)?;
    let letter = deliverable(tx, own)?;
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
        deliveries::snapshot.eq(prepared.snapshot.canonical()?),
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
            delivered_files::content.eq(&file.content),
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
    for (position, (_, line)) in list.lines().enumerate() {
        let signature: SignatureId = line.entry.signature;
        let place = (
            signatures::delivered_position.eq(i32::try_from(position).unwrap_or(i32::MAX)),
            signatures::delivered_number.eq(line.number.and_then(|number| i32::try_from(number).ok())),
        );
        on!(tx, c => diesel::update(signatures::table.find(signature)).set(place).execute(c))?;
    }
    Ok(())
}

/// Everyone who gets the final copy: the owners of each organization that signed and whoever signed
/// for it, each address once. Listed signatories have confirmed nothing here, so nobody writes to
/// them.
pub(super) fn recipients(tx: &mut Tx<'_>, letter: LetterId) -> Result<Vec<Person>, Fault> {
    let signed: Vec<(Option<OrganizationId>, Option<PersonId>)> = on!(tx, c => signatures::table
        .filter(signatures::letter_id.eq(letter))
        .filter(signatures::withdrawn_at.is_null().and(signatures::confirmed_at.is_not_null()))
        .select((signatures::organization_id, signatures::signed_by))
        .load(c))?;
    let mut found: Vec<Person> = Vec::new();
    for (organization, by) in signed {
        if let Some(organization) = organization {
            found.extend(organizations::owners_of(tx, organization)?);
        }
        if let Some(by) = by {
            let person: Option<Person> =
                on!(tx, c => people::table.find(by).select(Person::as_select()).first(c).optional())?;
            found.extend(person);
        }
    }
    found.sort_by(|one, other| one.email.cmp(&other.email));
    found.dedup_by(|one, other| one.email == other.email);
    Ok(found)
}

/// A delivery as its page shows it.
pub(super) struct Delivered {
    pub snapshot: Snapshot,
    /// The SHA-256 of the snapshot, in hex.
    pub sha256: String,
}

/// The delivery of a letter, if there was one. Whoever calls this has made sure that the visitor may
/// see the letter.
pub(super) fn find_delivery(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Delivered>, Fault> {
    let found: Option<(String, Vec<u8>)> = on!(tx, c => deliveries::table
        .filter(deliveries::letter_id.eq(letter))
        .select((deliveries::snapshot, deliveries::sha256))
        .first(c)
        .optional())?;
    let Some((snapshot, sha256)) = found else { return Ok(None) };
    Ok(Some(Delivered { snapshot: serde_json::from_str(&snapshot)?, sha256: hex(&sha256) }))
}

/// A file of a delivery: its media type and its bytes.
pub(super) fn find_file(
    tx: &mut Tx<'_>,
    letter: LetterId,
    name: &str,
) -> Result<Option<(String, Vec<u8>)>, Fault> {
    if name != pack::PACK && !pack::FILES.iter().any(|(known, _)| *known == name) {
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

/// The answer to a letter, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn find_answer(tx: &mut Tx<'_>, letter: LetterId) -> Result<Option<Answer>, Fault> {
    Ok(on!(tx, c => answers::table.find(letter).select(Answer::as_select()).first(c).optional())?)
}
