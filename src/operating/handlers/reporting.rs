//! Reporting a letter or a signatory, without an account.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::letters;
use crate::operating::pages::reporting as pages;
use crate::operating::reports::{self, NewReport, Reason, Subject};
use crate::organizations;
use crate::people::Email;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{address, frame};

/// The longest report; a longer one is a document, and is asked for.
const MOST_WORDS: usize = 4000;

/// What a reader writes.
#[derive(Deserialize)]
pub struct ReportForm {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    email: String,
}

async fn public_letter(site: &App, slug: &Slug) -> Result<Subject, Error> {
    let slug = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| letters::find_public(tx, &slug)).await?;
    Ok(Subject::Letter(Box::new(found.ok_or(Error::NotFound)?.letter().clone())))
}

async fn public_organization(site: &App, slug: &Slug) -> Result<Subject, Error> {
    let slug = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| organizations::find_organization(tx, &slug)).await?;
    // A protected one has no page that anyone could report it from.
    let found = found.filter(|organization| !organization.is_protected());
    Ok(Subject::Organization(found.ok_or(Error::NotFound)?))
}

/// `GET /letters/{slug}/report`
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn show_for_letter(site: Site, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let about = public_letter(&site, &slug).await?;
    Ok(frame::page(
        &say!("operating-report-title"),
        pages::form(&about, &pages::Typed::default(), &Complaints::default()),
    ))
}

/// `GET /organizations/{slug}/report`
///
/// # Errors
/// 404 for one that does not exist.
pub async fn show_for_organization(site: Site, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let about = public_organization(&site, &slug).await?;
    Ok(frame::page(
        &say!("operating-report-title"),
        pages::form(&about, &pages::Typed::default(), &Complaints::default()),
    ))
}

/// `POST /letters/{slug}/report` `reason, words, email`: the answer is the same whatever becomes of it.
///
/// # Errors
/// 404 for a letter that is not public; 422 for what cannot be read; 429 for very many.
pub async fn report_letter(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    form: Posted<ReportForm>,
) -> Result<HttpResponse, Error> {
    let about = public_letter(&site, &slug).await?;
    keep(&site, &request, about, form.0).await
}

/// `POST /organizations/{slug}/report` `reason, words, email`.
///
/// # Errors
/// 404 for one that does not exist; 422 for what cannot be read; 429 for very many.
pub async fn report_organization(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    form: Posted<ReportForm>,
) -> Result<HttpResponse, Error> {
    let about = public_organization(&site, &slug).await?;
    keep(&site, &request, about, form.0).await
}

async fn keep(
    site: &App,
    request: &HttpRequest,
    about: Subject,
    form: ReportForm,
) -> Result<HttpResponse, Error> {
    site.limits
        .report_from(address::of_client(request, &site.config.trusted_proxies), &pages::path(&about))?;
    let words = clean::prose(&form.words);
    let typed_email = clean::line(&form.email);
    let email = Email::read(&typed_email);
    let reason: Option<Reason> = form.reason.parse().ok();
    let mut complaints = Complaints::default();
    if reason.is_none() {
        complaints.add("reason", say!("operating-report-reason-missing"));
    }
    complaints.required("words", &words, MOST_WORDS, &say!("operating-report-words-missing"));
    if email.is_none() && !typed_email.is_empty() {
        complaints.add("email", say!("operating-report-email-wrong"));
    }
    let (Some(reason), true) = (reason, complaints.is_empty()) else {
        let typed = pages::Typed { reason: &form.reason, words: &form.words, email: &form.email };
        let page = pages::form(&about, &typed, &complaints);
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("operating-report-title"), page));
    };
    // An address that strangers have typed very often gets no answer from here either.
    let email = email.filter(|email| site.limits.mail_to(email.as_str()));
    let (kept, new) = (about.clone(), NewReport { reason, words, email });
    site.db.write::<_, Fault, _>(move |tx| reports::report(tx, &kept, &new)).await?;
    Ok(frame::page(&say!("operating-report-title"), pages::thanks(&about)))
}
