//! Keeping an organization off the site's public pages.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::Site;
use crate::error::Error;
use crate::ids::Slug;
use crate::organizations::pages::protecting as pages;
use crate::organizations::protection::{self, ProtectError};
use crate::people::SignedIn;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn refused(refusal: ProtectError) -> Error {
    match refusal {
        ProtectError::NoSuchOrganization => Error::NotFound,
        ProtectError::NotAnOwner => Error::Refused { why: say!("organizations-owner-decides") },
        ProtectError::Fault(fault) => Error::Fault(fault),
    }
}

/// What stands behind `?note=`.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

/// `GET /organizations/{slug}/protection`: what it does, and the button; for its owners.
///
/// # Errors
/// 404 for everybody else; 403 for its other people.
pub async fn show(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<NoteQuery>,
) -> Result<HttpResponse, Error> {
    let (slug, person) = (slug.into_inner(), visitor.person.id);
    let found = site.db.read(move |tx| protection::find_owned(tx, person, &slug)).await;
    let organization = found.map_err(refused)?;
    let note = (query.note == "saved").then(|| say!("organizations-saved"));
    let page = pages::protection(&organization, note.as_deref());
    Ok(frame::work(StatusCode::OK, &say!("organizations-kept-off"), &[], page))
}

/// `yes` or `no`.
#[derive(Deserialize)]
pub struct ProtectionForm {
    #[serde(default)]
    protected: String,
}

/// `POST /organizations/{slug}/protection` `protected`: by an owner. Its address changes with it.
///
/// # Errors
/// 404 for everybody but its people; 403 for those who are no owners; 400 for neither yes nor no.
pub async fn set(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<ProtectionForm>,
) -> Result<HttpResponse, Error> {
    let (slug, person) = (slug.into_inner(), visitor.person.id);
    let protected = match form.0.protected.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::BadRequest { why: say!("organizations-yes-or-no") }),
    };
    let set = site.db.write(move |tx| protection::set_protection(tx, person, &slug, protected)).await;
    let slug = set.map_err(refused)?;
    Ok(redirect::to(format!("/organizations/{slug}/protection?note=saved")))
}
