//! Letters in the hands of operators, and what their coordinators are shown of flags and reports.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{MOST_WORDS, Operator, act};
use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::letters;
use crate::operating::model::{Did, log};
use crate::operating::pages::letters as pages;
use crate::operating::reports;
use crate::operating::stopping::{self, StopError, named};
use crate::organizations;
use crate::people::SignedIn;
use crate::signatures;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::likeness::plain;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// What is looked for.
#[derive(Deserialize)]
pub struct SearchQuery {
    #[serde(default)]
    q: String,
}

const SHOWN: usize = 100;

/// `GET /operator/letters` `q`: letters that are or were public, the latest first, or those with `q` in
/// their title or address. An address of a letter leads to it, also to a private one.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn search(
    site: Site,
    _operator: Operator,
    query: web::Query<SearchQuery>,
) -> Result<HttpResponse, Error> {
    let typed = clean::line(&query.q);
    let last = typed.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let address: Option<Slug> = typed.contains("/letters/").then(|| last.parse().ok()).flatten();
    if let Some(slug) = address {
        return Ok(redirect::to(format!("/operator/letters/{slug}")));
    }
    let wanted = plain(&typed);
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let mut found = letters::letters_for_operator(tx)?;
        found.retain(|letter| plain(&named(letter)).contains(&wanted) || letter.slug.contains(&wanted));
        found.truncate(SHOWN);
        Ok(found)
    });
    Ok(frame::work(StatusCode::OK, &say!("operating-letters"), &[], pages::search(&typed, &found.await?)))
}

/// `GET /operator/letters/{slug}`: its state and its coordinators. Of a private letter neither title nor
/// text is shown. That it was looked at is logged.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn show(site: Site, operator: Operator, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    page(&site, &operator, &slug, &Complaints::default(), StatusCode::OK).await
}

async fn page(
    site: &Site,
    operator: &Operator,
    slug: &Slug,
    complaints: &Complaints,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (slug, person) = (slug.clone(), operator.id());
    let found = site.db.write::<_, Error, _>(move |tx| {
        let by = act(tx, person)?;
        let letter = letters::find_any(tx, &slug)?.ok_or(Error::NotFound)?;
        log(tx, &by, Did::LookedAtLetter, &named(&letter), "")?;
        let coordinators = letters::coordinators_of(tx, letter.id)?;
        let count = signatures::count_signatories(tx, letter.id)?;
        let state = letter.state(tx.now());
        Ok((letter, coordinators, count, state))
    });
    let (letter, coordinators, count, state) = found.await?;
    let page = pages::letter(&letter, &named(&letter), state, &coordinators, count, complaints);
    Ok(frame::work(status, &say!("operating-letter-title"), &[], page))
}

/// A note or a reason.
#[derive(Deserialize)]
pub struct WordsForm {
    #[serde(default)]
    words: String,
}

/// `POST /operator/letters/{slug}/suspension` `words`: with the note that everyone reads.
///
/// # Errors
/// 404 for everybody but operators; 422 without a note; 403 if it is suspended.
pub async fn suspend(
    site: Site,
    operator: Operator,
    slug: web::Path<Slug>,
    form: Posted<WordsForm>,
) -> Result<HttpResponse, Error> {
    stop(site, operator, slug.into_inner(), form.0, true).await
}

/// `POST /operator/letters/{slug}/suspension/lifting` `words`.
///
/// # Errors
/// 404 for everybody but operators; 422 without a reason; 403 if it is not suspended.
pub async fn lift(
    site: Site,
    operator: Operator,
    slug: web::Path<Slug>,
    form: Posted<WordsForm>,
) -> Result<HttpResponse, Error> {
    stop(site, operator, slug.into_inner(), form.0, false).await
}

async fn stop(
    site: Site,
    operator: Operator,
    slug: Slug,
    form: WordsForm,
    suspend: bool,
) -> Result<HttpResponse, Error> {
    let words = clean::prose(&form.words);
    let mut complaints = Complaints::default();
    complaints.required("words", &words, MOST_WORDS, &say!("operating-words-missing"));
    if !complaints.is_empty() {
        return page(&site, &operator, &slug, &complaints, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let person = operator.id();
    let address = format!("/operator/letters/{slug}");
    let config = site.config.clone();
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            let link = |path: &str| config.address(path);
            let done = if suspend {
                stopping::suspend_letter(tx, &by, &slug, &words, &link)
            } else {
                stopping::lift_letter(tx, &by, &slug, &words, &link)
            };
            done.map_err(|refusal| match refusal {
                StopError::NotThere => Error::NotFound,
                StopError::AlreadySo => Error::Refused { why: say!("operating-stands-so") },
                StopError::Fault(fault) => Error::Fault(fault),
            })
        })
        .await?;
    Ok(redirect::to(address))
}

/// `GET /letters/{slug}/warnings`: for its coordinators, which of its signatories may be taken for
/// others, and what readers reported of them.
///
/// # Errors
/// 404 for everybody else.
pub async fn warnings(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (slug, person) = (slug.into_inner(), visitor.person.id);
    let found = site.db.read::<_, Error, _>(move |tx| {
        let own = letters::find_own(tx, person, &slug)?.ok_or(Error::NotFound)?;
        let signatories = signatures::named_signatories(tx, own.letter().id)?;
        let flags = organizations::flags_for_coordinators(tx, &signatories)?;
        let reports = reports::reports_about(tx, &signatories)?;
        Ok((own.letter().clone(), flags, reports))
    });
    let (letter, flags, reports) = found.await?;
    Ok(frame::work(
        StatusCode::OK,
        &say!("operating-warnings"),
        &[],
        pages::warnings(&letter, &flags, &reports),
    ))
}
