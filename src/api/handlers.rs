//! The document and its page, what is only read, and what a method or an address that is not there answers.

pub mod coalitions;
pub mod invitations;
pub mod letters;
pub mod organizations;

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, ALLOW, CACHE_CONTROL,
    HeaderValue, LINK,
};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::cursors::Wanted;
use super::{document, pages};
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::letters::find_suspended;
use crate::text::words::say;
use crate::web::frame::Frame;
use crate::web::prerendered::Prerendered;
use crate::web::problem::Problem;

/// How long a browser need not ask again whether it may read.
const PREFLIGHT_SECONDS: &str = "86400";

/// `GET /api`: what can be read and done here, for people who write programs.
///
/// # Errors
/// None but faults.
pub async fn page(site: Site) -> Result<HttpResponse, Error> {
    let main = pages::page(&document::as_json(&site.config)?, &site.config.address(""));
    let title = say!("api-title");
    let frame = Frame { listed: true, work: true, ..Frame::of(&title) };
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .content_type("text/html; charset=utf-8")
        .body(frame.around(&main).into_string()))
}

/// This document
///
/// The whole API as OpenAPI 3.1.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    operation_id = "readDocument",
    tag = "Reading",
    responses(
        (status = 200, description = "OpenAPI 3.1.", body = serde_json::Value, content_type = "application/json"),
        (status = 304, description = "It has not changed."),
        Often,
    )
)]
pub async fn openapi(site: Site, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let bytes = serde_json::to_vec(&document::as_json(&site.config)?).map_err(Fault::from)?;
    Ok(Prerendered::changing_packed("application/json", bytes).respond(&request))
}

/// What every operation answers to whoever asks too often.
#[derive(utoipa::IntoResponses)]
#[response(
    status = 429,
    description = "Too often; `Retry-After` says how long to wait.",
    content_type = "application/problem+json",
    headers(("Retry-After" = u32, description = "Seconds to wait."))
)]
#[allow(dead_code)] // it is looked at for the document, and never made
pub struct Often(#[to_schema] crate::web::problem::ProblemBody);

/// What is asked of an address before a page of another site reads it.
pub async fn options(allowed: &'static str, open: bool) -> HttpResponse {
    let mut answer = HttpResponse::build(StatusCode::NO_CONTENT);
    answer.insert_header((ALLOW, allowed)).insert_header((CACHE_CONTROL, "no-store"));
    if open {
        answer
            .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"))
            .insert_header((ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"))
            .insert_header((ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS));
    }
    answer.finish()
}

/// What an address answers to a method that it does not take.
///
/// # Errors
/// 405, always.
pub async fn not_allowed(allowed: &'static str) -> Result<HttpResponse, Problem> {
    Err(Problem::not_allowed(allowed))
}

/// What no address answers.
///
/// # Errors
/// 404, always.
pub async fn not_found() -> Result<HttpResponse, Problem> {
    Err(Problem::not_found())
}

/// An answer that whoever asks again has already, as long as it says the same.
fn answer(request: &HttpRequest, json: &impl Serialize) -> Result<HttpResponse, Problem> {
    let bytes = serde_json::to_vec(json).map_err(Fault::from)?;
    Ok(Prerendered::changing_packed("application/json", bytes).respond(request))
}

/// A page of a list, with where the next one is also in its head.
fn page_of(
    site: &Site,
    request: &HttpRequest,
    wanted: &Wanted,
    next: Option<&str>,
    json: &impl Serialize,
) -> Result<HttpResponse, Problem> {
    let mut answer = answer(request, json)?;
    if let Some(next) = next {
        let address = site.config.address(request.path());
        let link = format!("<{address}?cursor={next}&limit={}>; rel=\"next\"", wanted.limit);
        if let Ok(link) = HeaderValue::try_from(link) {
            answer.headers_mut().insert(LINK, link);
        }
    }
    Ok(answer)
}

/// Why a letter cannot be read: it is suspended, which is told of one that was public, or it does not
/// exist.
fn why_not(tx: &mut Tx<'_>, slug: &Slug) -> Result<Problem, Fault> {
    let Some(letter) = find_suspended(tx, slug)? else { return Ok(Problem::not_found()) };
    let since = letter.suspended_at.map(|at| at.to_string()).unwrap_or_default();
    let note = letter.suspension_note.unwrap_or_default();
    let why = format!("This letter was suspended by the operator of this site on {since}. {note}");
    Ok(Problem::of_kind(StatusCode::GONE, "suspended", why.trim().to_owned()))
}

/// The problem of a letter that the shelf does not have.
async fn not_here(site: &Site, slug: &Slug) -> Problem {
    let slug = slug.clone();
    match site.db.read::<_, Fault, _>(move |tx| why_not(tx, &slug)).await {
        Ok(problem) => problem,
        Err(fault) => fault.into(),
    }
}
