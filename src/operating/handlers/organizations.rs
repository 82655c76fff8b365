//! Organizations in the hands of operators: found by name, verified, suspended.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{MOST_WORDS, Operator, act};
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::operating::model::{Did, log};
use crate::operating::pages::organizations::{self as pages, Everything};
use crate::operating::stopping::{self, StopError};
use crate::organizations::{self, Organization, VerifiedBy};
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

/// More than these a page does not show; who looks for one writes more of its name.
const SHOWN: usize = 100;

/// `GET /operator/organizations` `q`: the latest first, or those with `q` in their name, acronym,
/// website or address. Names are sealed in the database and looked through here.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn search(
    site: Site,
    _operator: Operator,
    query: web::Query<SearchQuery>,
) -> Result<HttpResponse, Error> {
    let typed = clean::line(&query.q);
    let wanted = plain(&typed);
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let mut found = organizations::all_organizations(tx)?;
        let names = organizations::names_in_other_languages(tx)?;
        found.retain(|organization| {
            let others = names.get(&organization.id).map(Vec::as_slice).unwrap_or_default();
            mentions(organization, &wanted) || others.iter().any(|name| plain(name).contains(&wanted))
        });
        Ok(found)
    });
    let found = found.await?;
    let shown = found.get(..SHOWN.min(found.len())).unwrap_or_default();
    Ok(frame::work(
        StatusCode::OK,
        &say!("operating-organizations"),
        &[],
        pages::search(&typed, shown, found.len()),
    ))
}

fn mentions(organization: &Organization, wanted: &str) -> bool {
    let all = [
        Some(organization.name.as_str()),
        organization.acronym.as_deref(),
        organization.website.as_deref(),
        Some(organization.slug.as_str()),
    ];
    wanted.is_empty() || all.into_iter().flatten().any(|words| plain(words).contains(wanted))
}

fn find(tx: &mut Tx<'_>, slug: &Slug) -> Result<Organization, Error> {
    // Also one that is not verified: an operator may have ended that.
    organizations::find_for_operator(tx, slug)?.ok_or(Error::NotFound)
}

/// `GET /operator/organizations/{slug}`: its people with their addresses, how it is verified, what it
/// signed by name. That it was looked at is logged.
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
        let organization = find(tx, &slug)?;
        log(tx, &by, Did::LookedAtOrganization, &organization.name, "")?;
        let (_, address) = organizations::name_and_address(tx, organization.id)?;
        Ok(Everything {
            address,
            people: organizations::people_of(tx, organization.id)?,
            verifications: organizations::standing_verifications(tx, organization.id)?,
            suspension: organizations::suspension_of(tx, organization.id)?,
            flags: organizations::flags_of(tx, &[organization.id])?,
            signed: signatures::signed_by_name(tx, organization.id)?,
            organization,
        })
    });
    let everything = found.await?;
    let title = everything.organization.name.clone();
    Ok(frame::work(status, &title, &[], pages::organization(&everything, complaints)))
}

/// A note or a reason.
#[derive(Deserialize)]
pub struct WordsForm {
    #[serde(default)]
    words: String,
    #[serde(default)]
    method: String,
}

impl WordsForm {
    /// The words at `field`, or what is wrong with them.
    fn read(&self, field: &'static str, missing: &str) -> Result<String, Complaints> {
        let words = clean::prose(&self.words);
        let mut complaints = Complaints::default();
        complaints.required(field, &words, MOST_WORDS, missing);
        complaints.or(words)
    }
}

fn refused(refusal: StopError) -> Error {
    match refusal {
        StopError::NotThere => Error::NotFound,
        StopError::AlreadySo => Error::Refused { why: say!("operating-stands-so") },
        StopError::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /operator/organizations/{slug}/verification` `words`: the operator has looked at who this is.
///
/// # Errors
/// 404 for everybody but operators; 422 without a word.
pub async fn verify(
    site: Site,
    operator: Operator,
    slug: web::Path<Slug>,
    form: Posted<WordsForm>,
) -> Result<HttpResponse, Error> {
    let words = match form.0.read("words", &say!("operating-looked-missing")) {
        Ok(words) => words,
        Err(complaints) => {
            return page(&site, &operator, &slug, &complaints, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let (slug, person) = (slug.into_inner(), operator.id());
    let address = format!("/operator/organizations/{slug}");
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            let organization = find(tx, &slug)?;
            organizations::verify_by_operator(tx, organization.id, person, &words)?;
            Ok(log(tx, &by, Did::Verified, &organization.name, &words)?)
        })
        .await?;
    Ok(redirect::to(address))
}

/// `POST /operator/organizations/{slug}/verification/end` `method, words`: it does not hold.
///
/// # Errors
/// 404 for everybody but operators; 400 for no such method; 422 without a word.
pub async fn end_verification(
    site: Site,
    operator: Operator,
    slug: web::Path<Slug>,
    form: Posted<WordsForm>,
) -> Result<HttpResponse, Error> {
    let no_method = |()| Error::BadRequest { why: say!("operating-no-method") };
    let method: VerifiedBy = form.0.method.parse().map_err(no_method)?;
    let words = match form.0.read("words-end", &say!("operating-ending-missing")) {
        Ok(words) => words,
        Err(complaints) => {
            return page(&site, &operator, &slug, &complaints, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let (slug, person) = (slug.into_inner(), operator.id());
    let address = format!("/operator/organizations/{slug}");
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            let organization = find(tx, &slug)?;
            organizations::end_verification(tx, organization.id, method)?;
            let about = format!("{}: {}", organization.name, method.as_str());
            Ok(log(tx, &by, Did::VerificationEnded, &about, &words)?)
        })
        .await?;
    Ok(redirect::to(address))
}

/// `POST /operator/organizations/{slug}/suspension` `words`: with the note that everyone reads.
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

/// `POST /operator/organizations/{slug}/suspension/lifting` `words`.
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
    let words = match form.read("words-stop", &say!("operating-words-missing")) {
        Ok(words) => words,
        Err(complaints) => {
            return page(&site, &operator, &slug, &complaints, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let person = operator.id();
    let address = format!("/operator/organizations/{slug}");
    let config = site.config.clone();
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            let organization = find(tx, &slug)?;
            let link = |path: &str| config.address(path);
            let done = if suspend {
                stopping::suspend_organization(tx, &by, &organization, &words, &link)
            } else {
                stopping::lift_organization(tx, &by, &organization, &words, &link)
            };
            done.map_err(refused)
        })
        .await?;
    Ok(redirect::to(address))
}
