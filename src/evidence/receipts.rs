//! **Receipt**: what an organization gets for its signature: whose name stands under which text since
//! when, signed with the installation's key. Once the letter is public the proof that the log has it
//! follows, at the same address.

use diesel::prelude::*;
use ed25519_dalek::Signer;
use serde::Serialize;
use serde_json::Value;

use super::canonical::canonical_of;
use super::keeping::origin;
use super::keys::{self, Key, PublicKey};
use super::leaves::{Content, LeafKind};
use super::lines::line_of;
use super::log;
use super::tree;
use crate::db::{Moment, Tx, on, sealed};
use crate::error::Fault;
use crate::ids::{LetterId, OrganizationId, PersonId, SignatureId, hex};
use crate::letters::{self, Event, EventKind, LockedLetter};
use crate::organizations;
use crate::schema::{
    evidence_keys, evidence_leaves, evidence_openings, evidence_receipts, letter_events,
    letters as letter_rows, reconsents, revisions, signatures as signature_rows,
};
use crate::signatures;
use crate::text::markdown;

/// What marks a file as a receipt, and the shape it has.
pub(super) const MARK: &str = "undersigned receipt 1";

/// What is signed.
#[derive(Debug, Serialize)]
struct Body {
    /// `signed` or `kept`.
    act: &'static str,
    /// `named`, or `withheld` for its safety.
    display: String,
    /// Who gives the receipt.
    issuer: String,
    kind: &'static str,
    letter: LetterNamed,
    organization: OrganizationNamed,
    /// How many names stood on the list with this one; none if that is not known, or if the name
    /// did not stand there.
    position: Option<usize>,
    revision: RevisionNamed,
    /// The number of the signature.
    signature: String,
    /// When the name was given.
    signed_at: String,
    /// `confirmed`, or `awaiting` until a coordinator accepts it.
    status: &'static str,
    /// When what this is the receipt for happened.
    time: String,
}

#[derive(Debug, Serialize)]
struct LetterNamed {
    address: String,
    /// The origin of the letter's log.
    log: String,
    title: String,
}

#[derive(Debug, Serialize)]
struct OrganizationNamed {
    acronym: Option<String>,
    country: Option<String>,
    name: String,
}

#[derive(Debug, Serialize)]
struct RevisionNamed {
    number: i32,
    sha256: String,
}

/// A receipt as it is kept.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Receipt {
    pub letter: LetterId,
    pub event: i64,
    pub signature: SignatureId,
    body: String,
    signed: Vec<u8>,
    key_id: String,
}

/// The receipt for an event, if it is a signature that an organization gave or kept.
pub(super) fn issue_for(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    event: &Event,
    public_url: &url::Url,
    key: &Key,
) -> Result<(), Fault> {
    let act = match event.kind {
        EventKind::Signed => "signed",
        EventKind::Kept => "kept",
        _ => return Ok(()),
    };
    let about = match event.signature_id {
        Some(signature) => vec![signature],
        None => withheld_then(tx, letter.letter().id, event.happened_at)?,
    };
    for signature in about {
        let count = Some(signatures::count_at_latest_event(tx, letter.letter().id)?);
        issue(tx, letter, signature, (event.seq, act, event.happened_at), count, public_url, key)?;
    }
    Ok(())
}

/// The signatures whose names are withheld that were given, kept or accepted at this moment: their events
/// do not say whose they are.
fn withheld_then(tx: &mut Tx<'_>, letter: LetterId, at: Moment) -> Result<Vec<SignatureId>, Fault> {
    let kept = reconsents::table
        .filter(reconsents::signature_id.eq(signature_rows::id).and(reconsents::answered_at.eq(at)));
    let any = evidence_receipts::table.filter(evidence_receipts::signature_id.eq(signature_rows::id));
    // One that waited was given earlier, and has none yet.
    let accepted = signature_rows::confirmed_at.is_not_null().and(diesel::dsl::not(diesel::dsl::exists(any)));
    Ok(on!(tx, c => signature_rows::table
        .filter(signature_rows::letter_id.eq(letter).and(signature_rows::withheld_at.is_not_null()))
        .filter(signature_rows::withdrawn_at.is_null().and(signature_rows::awaiting_since.is_null()))
        .filter(signature_rows::signed_at.eq(at).or(diesel::dsl::exists(kept)).or(accepted))
        .select(signature_rows::id)
        .load(c))?)
}

fn issue(
    tx: &mut Tx<'_>,
    letter: &LockedLetter,
    signature: SignatureId,
    (event, act, time): (i64, &'static str, Moment),
    count: Option<usize>,
    public_url: &url::Url,
    key: &Key,
) -> Result<(), Fault> {
    let id = letter.letter().id;
    let Some(line) = line_of(tx, id, signature)?.filter(|line| line.confirmed) else { return Ok(()) };
    let revision: Option<(i32, Vec<u8>)> = on!(tx, c => signature_rows::table
        .inner_join(revisions::table)
        .filter(signature_rows::id.eq(signature))
        .select((revisions::number, revisions::sha256))
        .first(c)
        .optional())?;
    let Some((number, sha256)) = revision else { return Ok(()) };
    let slug = &letter.letter().slug;
    let origin = match log::find_log(tx, id)? {
        Some(log) => log.origin,
        None => origin(public_url, slug),
    };
    let shown = letter.letter().language().number(count.unwrap_or(0));
    let title = match count {
        Some(_) => letter.revision().text().title.replace(markdown::COUNT, &shown),
        None => letter.letter().shown_title(),
    };
    let site = public_url.as_str().trim_end_matches('/');
    let on_list = line.off.is_none();
    let Content { acronym, country, display, name, signed_at, .. } = line.content;
    let body = Body {
        act,
        display,
        issuer: site.to_owned(),
        kind: MARK,
        letter: LetterNamed { address: format!("{site}/letters/{slug}"), log: origin, title },
        organization: OrganizationNamed { acronym, country, name },
        position: count.filter(|_| on_list),
        revision: RevisionNamed { number, sha256: hex(&sha256) },
        signature: signature.to_string(),
        signed_at,
        status: if on_list { "confirmed" } else { "awaiting" },
        time: time.to_string(),
    };
    let body = canonical_of(&body)?;
    let signed = key.signing.try_sign(body.as_bytes()).map_err(Fault::from_error)?.to_bytes();
    let row = (
        evidence_receipts::letter_id.eq(id),
        evidence_receipts::event.eq(event),
        evidence_receipts::signature_id.eq(signature),
        evidence_receipts::body.eq(sealed(&body)),
        evidence_receipts::signed.eq(signed.as_slice()),
        evidence_receipts::key_id.eq(&key.id),
        evidence_receipts::issued_at.eq(tx.now()),
    );
    on!(tx, c => diesel::insert_into(evidence_receipts::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Receipts for signatures that were given before there were any.
pub(super) fn issue_missing(tx: &mut Tx<'_>, public_url: &url::Url, key: &Key) -> Result<(), Fault> {
    let without: Vec<(LetterId, SignatureId, Moment)> = on!(tx, c => signature_rows::table
        .left_join(evidence_receipts::table)
        .filter(signature_rows::confirmed_at.is_not_null().and(signature_rows::withdrawn_at.is_null()))
        .filter(evidence_receipts::event.is_null())
        .order((signature_rows::letter_id, signature_rows::id))
        .select((signature_rows::letter_id, signature_rows::id, signature_rows::signed_at))
        .load(c))?;
    for (id, signature, signed_at) in without {
        letters::hold(tx, id)?;
        let given: Option<(i64, EventKind, Moment)> = on!(tx, c => letter_events::table
            .filter(letter_events::letter_id.eq(id))
            .filter(letter_events::signature_id.eq(signature)
                .or(letter_events::signature_id.is_null().and(letter_events::happened_at.eq(signed_at)).nullable()))
            .filter(letter_events::kind.eq_any([EventKind::Signed, EventKind::Kept]))
            .order(letter_events::seq.desc())
            .select((letter_events::seq, letter_events::kind, letter_events::happened_at))
            .first(c)
            .optional())?;
        let (Some((seq, kind, at)), Some(letter)) = (given, letters::find_locked(tx, id)?) else { continue };
        let act = if kind == EventKind::Kept { "kept" } else { "signed" };
        issue(tx, &letter, signature, (seq, act, at), None, public_url, key)?;
    }
    Ok(())
}

/// The receipts of a signature, the latest first, if `person` belongs to its organization.
pub(super) fn receipts_for(
    tx: &mut Tx<'_>,
    person: PersonId,
    signature: SignatureId,
) -> Result<Vec<Receipt>, Fault> {
    let organization: Option<Option<OrganizationId>> = on!(tx, c => signature_rows::table
        .find(signature)
        .select(signature_rows::organization_id)
        .first(c)
        .optional())?;
    let Some(Some(organization)) = organization else { return Ok(Vec::new()) };
    if organizations::find_role(tx, person, organization)?.is_none() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, c => evidence_receipts::table
        .filter(evidence_receipts::signature_id.eq(signature))
        .order(evidence_receipts::event.desc())
        .select((
            evidence_receipts::letter_id,
            evidence_receipts::event,
            evidence_receipts::signature_id,
            evidence_receipts::body,
            evidence_receipts::signed,
            evidence_receipts::key_id,
        ))
        .load(c))?)
}

/// A receipt in a list of them.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub signature: SignatureId,
    pub organization: String,
    pub title: String,
    pub time: String,
}

/// The latest receipt of each signature of a person's organizations, newest first.
pub(super) fn receipts_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Listed>, Fault> {
    let own = organizations::memberships_of(tx, person)?;
    let ids: Vec<OrganizationId> = own.iter().map(|(organization, _)| organization.id).collect();
    let rows: Vec<(SignatureId, String)> = on!(tx, c => evidence_receipts::table
        .inner_join(signature_rows::table)
        .filter(signature_rows::organization_id.eq_any(&ids))
        .order((evidence_receipts::issued_at.desc(), evidence_receipts::event.desc()))
        .limit(500)
        .select((evidence_receipts::signature_id, evidence_receipts::body))
        .load(c))?;
    let mut listed: Vec<Listed> = Vec::new();
    for (signature, body) in rows {
        if listed.iter().all(|other| other.signature != signature) {
            let body: Value = serde_json::from_str(&body)?;
            let words =
                |pointer: &str| body.pointer(pointer).and_then(Value::as_str).unwrap_or("").to_owned();
            let (organization, title, time) =
                (words("/organization/name"), words("/letter/title"), words("/time"));
            listed.push(Listed { signature, organization, title, time });
        }
    }
    Ok(listed)
}

/// A receipt as it is handed out.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Handed {
    /// What is signed, as its canonical form reads.
    pub receipt: Value,
    pub signature: SignatureOfKey,
    /// None while the letter is not public, or if the signature left no trace there.
    pub proof: Option<Proof>,
}

impl Handed {
    /// The name of the key that signed it.
    pub fn key(&self) -> &str {
        &self.signature.key_id
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct SignatureOfKey {
    algorithm: &'static str,
    key_id: String,
    public_key: String,
    value: String,
}

/// That the log has it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Proof {
    /// The leaf: exactly these characters are hashed.
    pub leaf: String,
    /// Its number in the log.
    pub index: i64,
    /// What its commitment is to; none if it is erased.
    pub opening: Option<OpeningJson>,
    /// The hashes beside the way from the leaf to the root.
    pub inclusion: Vec<String>,
    pub checkpoint: String,
    /// The key that signed the checkpoint.
    pub checkpoint_key: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct OpeningJson {
    pub salt: String,
    pub content: Value,
}

/// A receipt with its proof as the log stands.
pub(super) fn hand_out(tx: &mut Tx<'_>, receipt: &Receipt) -> Result<Handed, Fault> {
    let public: Vec<u8> = on!(tx, c => evidence_keys::table
        .find(&receipt.key_id)
        .select(evidence_keys::public_key)
        .first(c))?;
    Ok(Handed {
        receipt: serde_json::from_str(&receipt.body)?,
        signature: SignatureOfKey {
            algorithm: "Ed25519",
            key_id: receipt.key_id.clone(),
            public_key: data_encoding::BASE64URL_NOPAD.encode(&public),
            value: data_encoding::BASE64URL_NOPAD.encode(&receipt.signed),
        },
        proof: prove(tx, receipt)?,
    })
}

fn prove(tx: &mut Tx<'_>, receipt: &Receipt) -> Result<Option<Proof>, Fault> {
    let Some((index, leaf, salt, content)) = leaf_for(tx, receipt)? else { return Ok(None) };
    let Some((size, checkpoint)) = log::latest_checkpoint(tx, receipt.letter)? else { return Ok(None) };
    let at = u64::try_from(index).map_err(|_| Fault::new("a leaf has a negative number"))?;
    let inclusion = tree::in_hex(&log::prove_inclusion(tx, receipt.letter, at, size)?);
    let keys = keys::public_keys(tx)?;
    let checkpoint_key = signer_of(&checkpoint, &keys).map(PublicKey::encoded);
    let checkpoint_key =
        checkpoint_key.ok_or_else(|| Fault::new("no key of ours signed a checkpoint of ours"))?;
    let opening = match (salt, content) {
        (Some(salt), Some(content)) => {
            Some(OpeningJson { salt: hex(&salt), content: serde_json::from_str(&content)? })
        }
        _ => None,
    };
    Ok(Some(Proof { leaf, index, opening, inclusion, checkpoint, checkpoint_key }))
}

/// Which of the keys signed a checkpoint.
pub(super) fn signer_of<'a>(checkpoint: &str, keys: &'a [PublicKey]) -> Option<&'a PublicKey> {
    keys.iter().find(|key| super::notes::read(checkpoint.as_bytes(), &[key.key]).is_ok())
}

/// Event, position, kind, text, salt and content.
type FoundLeaf = (i64, i64, LeafKind, String, Option<Vec<u8>>, Option<String>);
type LeafWithOpening = (i64, String, Option<Vec<u8>>, Option<String>);

/// The leaf that a receipt speaks of: that of its own event, or, if it was given before the letter was
/// public, the one with which the line entered the log, where that says the same.
fn leaf_for(tx: &mut Tx<'_>, receipt: &Receipt) -> Result<Option<LeafWithOpening>, Fault> {
    let public: Option<Option<i64>> = on!(tx, c => letter_rows::table
        .find(receipt.letter)
        .select(letter_rows::published_at)
        .first(c)
        .optional())?;
    if public.flatten().is_none() {
        return Ok(None);
    }
    let found: Vec<FoundLeaf> = on!(tx, c => evidence_leaves::table
            .left_join(evidence_openings::table.on(evidence_openings::letter_id
                .eq(evidence_leaves::letter_id)
                .and(evidence_openings::position.eq(evidence_leaves::position))))
            .filter(evidence_leaves::letter_id.eq(receipt.letter))
            .filter(evidence_leaves::signature_id.eq(receipt.signature))
            .order(evidence_leaves::position)
            .select((
                evidence_leaves::event,
                evidence_leaves::position,
                evidence_leaves::kind,
                evidence_leaves::leaf,
                evidence_openings::salt.nullable(),
                evidence_openings::content.nullable(),
            ))
            .load(c))?;
    let body: Value = serde_json::from_str(&receipt.body)?;
    let says_the_same = |content: &Option<String>| {
        let content = content.as_deref().and_then(|text| serde_json::from_str::<Content>(text).ok());
        content.is_some_and(|content| {
            content.revision.as_deref() == body.pointer("/revision/sha256").and_then(Value::as_str)
                && body.get("signed_at").and_then(Value::as_str) == Some(&content.signed_at)
        })
    };
    let own = found.iter().find(|(event, _, kind, ..)| *event == receipt.event && kind.stands());
    let chosen = match (own, found.first()) {
        (Some(own), _) => Some(own),
        (None, Some(first)) if first.0 > receipt.event && says_the_same(&first.5) => {
            // Of those given before that, the last is the one with which the line entered the log.
            let later: i64 = on!(tx, c => evidence_receipts::table
                .filter(evidence_receipts::signature_id.eq(receipt.signature))
                .filter(evidence_receipts::event.gt(receipt.event).and(evidence_receipts::event.lt(first.0)))
                .count()
                .get_result(c))?;
            Some(first).filter(|_| later == 0)
        }
        (None, _) => None,
    };
    Ok(chosen.map(|(_, position, _, leaf, salt, content)| {
        (*position, leaf.clone(), salt.clone(), content.clone())
    }))
}

/// The address of the receipt of a signature, for pages and mails to people of its organization:
/// others find nothing there.
pub fn receipt_address(signature: SignatureId) -> String {
    format!("/receipts/{signature}")
}
