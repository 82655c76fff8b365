//! Retracting a letter.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::own;
use crate::app::Site;
use crate::error::Error;
use crate::ids::Slug;
use crate::letters::pages::retraction as pages;
use crate::letters::retraction::{self, RetractError};
use crate::people::SignedIn;
use crate::signatures;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// `GET /letters/{slug}/retraction`: for its coordinators.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_retraction(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    let letter = own(&site, &visitor, &slug).await?;
    Ok(frame::work(
        StatusCode::OK,
        &say!("letters-retract"),
        &[],
        pages::retraction(&letter, "", &Complaints::default()),
    ))
}

/// Why it is retracted.
#[derive(Deserialize)]
pub struct RetractionForm {
    #[serde(default)]
    note: String,
}

/// `POST /letters/{slug}/retraction` `note`: by a coordinator, from wherever the letter stands.
/// Everyone who signed gets a mail.
///
/// # Errors
/// 404 for everybody but its coordinators; 422 without a note; 403 if it is retracted already.
pub async fn retract(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<RetractionForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let note = clean::prose(&form.0.note);
    let mut complaints = Complaints::default();
    complaints.required("note", &note, 1000, &say!("letters-retract-note-missing"));
    if !complaints.is_empty() {
        let letter = own(&site, &visitor, &slug).await?;
        let page = pages::retraction(&letter, &form.0.note, &complaints);
        return Ok(frame::work(StatusCode::UNPROCESSABLE_ENTITY, &say!("letters-retract"), &[], page));
    }
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit"));
    let config = site.config.clone();
    let retracted = site.db.write(move |tx| {
        let letter = retraction::retract(tx, person, &slug, &note)?;
        Ok(signatures::tell_of_retraction(tx, &letter, &note, &|path| config.address(path))?)
    });
    match retracted.await {
        Ok(()) => Ok(redirect::to(address)),
        Err(RetractError::NoSuchLetter) => Err(Error::NotFound),
        Err(RetractError::AlreadyRetracted) => {
            Err(Error::Refused { why: say!("letters-is-retracted-already") })
        }
        Err(RetractError::Fault(fault)) => Err(fault.into()),
    }
}
