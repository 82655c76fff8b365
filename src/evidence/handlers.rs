//! The log of a public letter, the keys, how to check, and receipts for those who signed.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use serde_json::json;

use super::keys::public_keys;
use super::log::{self, Log};
use super::notes;
use super::pages::{self, Happened, ReceiptPage};
use super::reading::{PublicLeaf, leaves_from};
use super::receipts::{self, Handed};
use super::tree;
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{LetterId, SignatureId, Slug};
use crate::letters;
use crate::people::SignedIn;
use crate::signatures;
use crate::text::words::{Words, say};
use crate::text::{markdown, speaking};
use crate::web::{download, frame};

type Query = web::Query<HashMap<String, String>>;

/// So many leaves come at once, unless fewer are asked for.
const LEAVES_AT_ONCE: u64 = 1000;
/// So many of the latest leaves stand on the page in words.
const LEAVES_IN_WORDS: i64 = 30;

/// The log of a public letter with its size; none for a letter that is not public, which answers as
/// one that does not exist.
fn find(tx: &mut Tx<'_>, slug: &Slug) -> Result<Option<(LetterId, Log, u64)>, Fault> {
    let Some(letter) = letters::find_public(tx, slug)? else { return Ok(None) };
    let id = letter.letter().id;
    let Some(log) = log::find_log(tx, id)? else { return Ok(None) };
    let size = log::size_of(tx, id)?;
    Ok(Some((id, log, size)))
}

fn machine(status: StatusCode, body: &impl Serialize) -> Result<HttpResponse, Error> {
    let body = serde_json::to_vec(body).map_err(Fault::from)?;
    Ok(HttpResponse::build(status)
        .insert_header((CACHE_CONTROL, "no-cache"))
        .content_type("application/json; charset=utf-8")
        .body(body))
}

fn refuse(why: &str) -> Result<HttpResponse, Error> {
    machine(StatusCode::BAD_REQUEST, &json!({ "error": why }))
}

/// A whole number of the query, or what stands for it if it is not there; none if it is no number.
fn number(query: &Query, name: &str, instead: Option<u64>) -> Option<u64> {
    match query.get(name) {
        None => instead,
        Some(typed) => {
            let plain = !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit());
            typed.parse().ok().filter(|_| plain)
        }
    }
}

/// `GET /letters/{slug}/checkpoint`: the latest signed checkpoint of the letter's log.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn checkpoint(site: Site, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let wanted = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| match find(tx, &wanted)? {
        Some((id, ..)) => log::latest_checkpoint(tx, id),
        None => Ok(None),
    });
    let (size, note) = found.await?.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header((
            CONTENT_DISPOSITION,
            download::named(true, &format!("{slug}-checkpoint-{size}"), "", "txt"),
        ))
        .content_type("text/plain; charset=utf-8")
        .body(note))
}

/// `GET /letters/{slug}/leaves`: the leaves from number `from`, at most `limit`, with what opens them.
///
/// # Errors
/// 404 for a letter that is not public; 400 for what are no numbers.
pub async fn leaves(site: Site, slug: web::Path<Slug>, query: Query) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let from = number(&query, "from", Some(0)).and_then(|from| i64::try_from(from).ok());
    let limit = number(&query, "limit", Some(LEAVES_AT_ONCE)).filter(|limit| *limit > 0);
    let most = limit.and_then(|limit| i64::try_from(limit.min(LEAVES_AT_ONCE)).ok());
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some((id, log, size)) = find(tx, &slug)? else { return Ok(None) };
        let leaves = match (from, most) {
            (Some(from), Some(most)) => Some((from, leaves_from(tx, id, from, most)?)),
            _ => None,
        };
        Ok(Some((log, size, leaves)))
    });
    let (log, size, leaves) = found.await?.ok_or(Error::NotFound)?;
    let Some((from, leaves)) = leaves else {
        return refuse(&say!("evidence-no-leaves"));
    };
    let last = leaves.last().map(|leaf| leaf.index.saturating_add(1));
    let next = last.filter(|next| u64::try_from(*next).is_ok_and(|next| next < size));
    let answer = json!({ "origin": log.origin, "size": size, "from": from, "leaves": leaves, "next": next });
    machine(StatusCode::OK, &answer)
}

/// `GET /letters/{slug}/proofs/inclusion`: that leaf number `leaf` is in the tree of size `size`, which is
/// the latest if nothing else is asked for.
///
/// # Errors
/// 404 for a letter that is not public; 400 for what are no numbers of this log.
pub async fn inclusion(site: Site, slug: web::Path<Slug>, query: Query) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some((id, log, latest)) = find(tx, &slug)? else { return Ok(None) };
        let asked = number(&query, "leaf", None).zip(number(&query, "size", Some(latest)));
        let asked = asked.filter(|(leaf, size)| leaf < size && *size <= latest);
        let Some((leaf, size)) = asked else { return Ok(Some(None)) };
        let hashes = tree::in_hex(&log::prove_inclusion(tx, id, leaf, size)?);
        Ok(Some(Some(json!({ "origin": log.origin, "leaf": leaf, "size": size, "hashes": hashes }))))
    });
    match found.await?.ok_or(Error::NotFound)? {
        Some(proof) => machine(StatusCode::OK, &proof),
        None => refuse(&say!("evidence-no-inclusion")),
    }
}

/// `GET /letters/{slug}/proofs/consistency`: that the tree of size `to` begins with that of size `from`.
///
/// # Errors
/// 404 for a letter that is not public; 400 for what are no sizes of this log.
pub async fn consistency(site: Site, slug: web::Path<Slug>, query: Query) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some((id, log, latest)) = find(tx, &slug)? else { return Ok(None) };
        let asked = number(&query, "from", None).zip(number(&query, "to", Some(latest)));
        let asked = asked.filter(|(from, to)| (1..=*to).contains(from) && *to <= latest);
        let Some((from, to)) = asked else { return Ok(Some(None)) };
        let hashes = tree::in_hex(&log::prove_consistency(tx, id, from, to)?);
        Ok(Some(Some(json!({ "origin": log.origin, "from": from, "to": to, "hashes": hashes }))))
    });
    match found.await?.ok_or(Error::NotFound)? {
        Some(proof) => machine(StatusCode::OK, &proof),
        None => refuse(&say!("evidence-no-consistency")),
    }
}

/// `GET /letters/{slug}/verification`: how the list can be checked, in the language that was asked
/// for, or the letter's.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn letter_verification(site: Site, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some(letter) = letters::find_public(tx, &slug)? else { return Ok(None) };
        let Some((id, log, size)) = find(tx, &slug)? else { return Ok(None) };
        let Some((_, note)) = log::latest_checkpoint(tx, id)? else { return Ok(None) };
        let latest = i64::try_from(size).unwrap_or(i64::MAX);
        let mut happened = Vec::new();
        for leaf in leaves_from(tx, id, latest.saturating_sub(LEAVES_IN_WORDS), LEAVES_IN_WORDS)? {
            happened.push(in_words(tx, id, leaf)?);
        }
        happened.reverse();
        let count = letter.letter().language().number(signatures::count_signatories(tx, id)?);
        let keys = public_keys(tx)?;
        let verifier =
            receipts::signer_of(&note, &keys).map(|key| notes::verifier_key(&log.origin, &key.key));
        Ok(Some((letter, size, note, happened, count, verifier)))
    });
    let (letter, size, note, happened, count, verifier) = found.await?.ok_or(Error::NotFound)?;
    let words = speaking::asked().unwrap_or_else(|| Words::of(&letter.letter().language()));
    let title = letter.revision().text().title.replace(markdown::COUNT, &count);
    let page = pages::of_letter(letter.letter(), &title, size, &note, verifier.as_deref(), &happened, words);
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-cache"))
        .content_type("text/html; charset=utf-8")
        .body(frame::in_words(&words.say("check-list"), words, true, &page).into_string()))
}

/// A leaf with the name of its line. A line that ended is named by the leaf with which it began.
fn in_words(tx: &mut Tx<'_>, letter: LetterId, leaf: PublicLeaf) -> Result<Happened, Fault> {
    let name = match (leaf.name(), leaf.line) {
        (Some(name), _) => Some(name.to_owned()),
        (None, Some(line)) => {
            leaves_from(tx, letter, line, 1)?.first().and_then(|began| began.name().map(str::to_owned))
        }
        (None, None) => None,
    };
    let at = serde_json::from_str::<super::leaves::Leaf>(&leaf.leaf).map(|leaf| leaf.at).unwrap_or_default();
    Ok(Happened { index: leaf.index, at, kind: leaf.kind, is_line: leaf.line.is_some(), name })
}

/// `GET /.well-known/undersigned-keys.json`: the installation's keys as a set by RFC 7517, the one that
/// signs first.
///
/// # Errors
/// A fault of the database.
pub async fn keys(site: Site) -> Result<HttpResponse, Error> {
    let keys = site.db.read(public_keys).await?;
    let keys: Vec<_> = keys.iter().map(super::PublicKey::jwk).collect();
    machine(StatusCode::OK, &json!({ "keys": keys }))
}

/// `GET /verification`: the keys, and how receipts and lists are checked.
///
/// # Errors
/// A fault of the database.
pub async fn verification(site: Site) -> Result<HttpResponse, Error> {
    let keys = site.db.read(public_keys).await?;
    let page = pages::verification(&keys, &site.config.address(""));
    Ok(frame::work(StatusCode::OK, &say!("evidence-verification-title"), &[], page))
}

/// `GET /receipts`: the receipts of the visitor's organizations.
///
/// # Errors
/// Asks to sign in.
pub async fn index(site: Site, visitor: SignedIn) -> Result<HttpResponse, Error> {
    let person = visitor.person.id;
    let listed = site.db.read(move |tx| receipts::receipts_of(tx, person)).await?;
    Ok(frame::work(StatusCode::OK, &say!("evidence-receipts-title"), &[], pages::receipts(&listed)))
}

/// Which of a signature's receipts: that for event `event`, or the latest.
struct Chosen {
    handed: Handed,
    event: i64,
    others: Vec<i64>,
}

async fn chosen(site: &Site, visitor: &SignedIn, id: &str, query: &Query) -> Result<Chosen, Error> {
    let signature: SignatureId = id.parse().map_err(|_| Error::NotFound)?;
    let wanted = match query.get("event") {
        Some(typed) => Some(typed.parse::<i64>().map_err(|_| Error::NotFound)?),
        None => None,
    };
    let person = visitor.person.id;
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let all = receipts::receipts_for(tx, person, signature)?;
        let Some(receipt) = all.iter().find(|receipt| wanted.is_none_or(|event| receipt.event == event))
        else {
            return Ok(None);
        };
        let handed = receipts::hand_out(tx, receipt)?;
        let others = all.iter().map(|other| other.event).filter(|event| *event != receipt.event).collect();
        Ok(Some(Chosen { handed, event: receipt.event, others }))
    });
    found.await?.ok_or(Error::NotFound)
}

/// `GET /receipts/{signature}`: a receipt, for the people of the organization that signed.
///
/// # Errors
/// Asks to sign in; 404 for everybody else's receipts.
pub async fn receipt(
    site: Site,
    visitor: SignedIn,
    id: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let chosen = chosen(&site, &visitor, &id, &query).await?;
    let page = ReceiptPage { id: &id, handed: &chosen.handed, event: chosen.event, others: &chosen.others };
    Ok(frame::work(StatusCode::OK, &say!("evidence-receipt"), &[], pages::receipt(&page)))
}

/// `GET /receipts/{signature}/receipt.json`: the same for `undersigned verify` and other programs.
///
/// # Errors
/// See [`receipt`].
pub async fn receipt_json(
    site: Site,
    visitor: SignedIn,
    id: web::Path<String>,
    query: Query,
) -> Result<HttpResponse, Error> {
    let chosen = chosen(&site, &visitor, &id, &query).await?;
    let body = serde_json::to_vec_pretty(&chosen.handed).map_err(Fault::from)?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, download::named(false, "receipt", "", "json")))
        .content_type("application/json; charset=utf-8")
        .body(body))
}
