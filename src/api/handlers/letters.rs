//! Letters, their signatories and what happened to them.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{Often, answer, not_here, page_of};
use crate::api::answers::{EventPage, Letter, LetterList, SignatoryPage};
use crate::api::cursors::PageQuery;
use crate::api::letters as told;
use crate::app::Site;
use crate::db::Moment;
use crate::error::Fault;
use crate::ids::Slug;
use crate::letters;
use crate::signatures;
use crate::web::problem::{Problem, ProblemBody};

/// Public letters
///
/// The letters that anyone can read, the newest first.
///
/// # Errors
/// 400 for a page that is none.
#[utoipa::path(
    get,
    path = "/api/v1/letters",
    operation_id = "listLetters",
    tag = "Reading",
    params(PageQuery),
    responses(
        (status = 200, description = "A page of letters.", body = LetterList,
            headers(("ETag" = String, description = "For `If-None-Match`."), ("Link" = String, description = "The next page, if there is one."))),
        (status = 304, description = "It has not changed."),
        (status = 400, description = "A page that is none.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn list(
    site: Site,
    request: HttpRequest,
    query: web::Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let wanted = query.into_inner().of('l')?;
    let after = match wanted.part::<i64>(0)? {
        Some(at) => wanted.part(1)?.map(|id| (Moment::from_micros(at), id)),
        None => None,
    };
    let most = wanted.looked_for();
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let mut counted = Vec::new();
        for letter in letters::public_letters_after(tx, after, most)? {
            let count = signatures::count_signatories(tx, letter.letter().id)?;
            counted.push((letter, count));
        }
        Ok(counted)
    });
    let (page, next) = wanted.cut(found.await?, |(locked, _)| {
        let letter = locked.letter();
        format!("{} {}", letter.published_at.map_or(0, Moment::as_micros), letter.id)
    });
    let now = site.db.now();
    let letters =
        page.iter().map(|(letter, count)| told::summary(letter, *count, now, &site.config)).collect();
    page_of(&site, &request, &wanted, next.as_deref(), &LetterList { letters, next: next.clone() })
}

/// One letter
///
/// A public letter with its text and the headings of its list. Its signatories are a list of their own.
///
/// # Errors
/// 404 for a letter that is not public; 410 for one that is suspended.
#[utoipa::path(
    get,
    path = "/api/v1/letters/{slug}",
    operation_id = "readLetter",
    tag = "Reading",
    params(("slug" = String, Path, description = "The letter's address under `/letters/`.")),
    responses(
        (status = 200, description = "The letter.", body = Letter, headers(("ETag" = String, description = "For `If-None-Match`."))),
        (status = 304, description = "It has not changed."),
        (status = 404, description = "There is no such public letter.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The operator has suspended it.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn one(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Problem> {
    let Some(rendered) = site.shelf.read(&slug).await? else { return Err(not_here(&site, &slug).await) };
    answer(&request, &told::letter(&rendered.snapshot, &site.config))
}

/// The signatories of a letter
///
/// In the order of its list and with its numbers. A page begins where it says it does in the list as it
/// stands: whoever needs one list and no other reads the letter's own JSON, which is whole.
///
/// # Errors
/// 400 for a page that is none; 404 for a letter that is not public; 410 for one that is suspended.
#[utoipa::path(
    get,
    path = "/api/v1/letters/{slug}/signatories",
    operation_id = "listSignatories",
    tag = "Reading",
    params(("slug" = String, Path, description = "The letter's address under `/letters/`."), PageQuery),
    responses(
        (status = 200, description = "A page of signatories.", body = SignatoryPage,
            headers(("ETag" = String, description = "For `If-None-Match`."), ("Link" = String, description = "The next page, if there is one."))),
        (status = 304, description = "It has not changed."),
        (status = 400, description = "A page that is none.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "There is no such public letter.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The operator has suspended it.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn signatories(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    query: web::Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let wanted = query.into_inner().of('s')?;
    let Some(rendered) = site.shelf.read(&slug).await? else { return Err(not_here(&site, &slug).await) };
    let list = &rendered.snapshot.list;
    // The place in the list; with the line that stood there, so that one that came before it meanwhile
    // does not have another told twice.
    let (place, last) = (wanted.part::<usize>(0)?, wanted.part::<crate::ids::SignatureId>(1)?);
    let begin = match (place, last) {
        (Some(place), Some(last)) => {
            let stands = list.lines().position(|(_, line)| line.entry.signature == last);
            stands.map_or(place, |at| at.saturating_add(1))
        }
        _ => 0,
    };
    let lines: Vec<_> = list.lines().enumerate().skip(begin).take(wanted.limit.saturating_add(1)).collect();
    let (page, next) = wanted.cut(lines, |(at, (_, line))| format!("{} {}", at + 1, line.entry.signature));
    let answer = SignatoryPage {
        signatories: page.iter().map(|(_, (group, line))| told::signatory(group, line)).collect(),
        count: list.count(),
        withheld: list.withheld(),
        next: next.clone(),
    };
    page_of(&site, &request, &wanted, next.as_deref(), &answer)
}

/// What happened to a letter
///
/// Since it is public, the first first, numbered without gaps. Whoever follows a letter
/// asks again with the cursor of the last page they have, and skips the numbers they know.
///
/// # Errors
/// 400 for a page that is none; 404 for a letter that is not public; 410 for one that is suspended.
#[utoipa::path(
    get,
    path = "/api/v1/letters/{slug}/events",
    operation_id = "listEvents",
    tag = "Reading",
    params(("slug" = String, Path, description = "The letter's address under `/letters/`."), PageQuery),
    responses(
        (status = 200, description = "A page of events.", body = EventPage,
            headers(("ETag" = String, description = "For `If-None-Match`."), ("Link" = String, description = "The next page, if there is one."))),
        (status = 304, description = "It has not changed."),
        (status = 400, description = "A page that is none.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "There is no such public letter.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The operator has suspended it.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn events(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    query: web::Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let wanted = query.into_inner().of('e')?;
    let after = wanted.part::<i64>(0)?.unwrap_or(0).max(0);
    let (slug, most) = (slug.into_inner(), wanted.looked_for());
    let looked = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| match letters::find_public(tx, &looked)? {
        Some(letter) => Ok(Some(signatures::public_events(tx, letter.letter().id, after, most)?)),
        None => Ok(None),
    });
    let Some(found) = found.await? else { return Err(not_here(&site, &slug).await) };
    let (page, next) = wanted.cut(found, |event| event.number.to_string());
    let answer = EventPage { events: page.into_iter().map(told::event).collect(), next: next.clone() };
    page_of(&site, &request, &wanted, next.as_deref(), &answer)
}
