//! Links for the press.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::own;
use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::{PressLinkId, Slug};
use crate::letters::Letter;
use crate::letters::pages::press as pages;
use crate::letters::press::{self, PressError, PressLink};
use crate::people::SignedIn;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

async fn look(site: &Site, visitor: &SignedIn, slug: &Slug) -> Result<(Letter, Vec<PressLink>), Error> {
    let letter = own(site, visitor, slug).await?;
    let id = letter.id;
    let links = site.db.read::<_, Fault, _>(move |tx| press::press_links_of(tx, id)).await?;
    Ok((letter, links))
}

/// `GET /letters/{slug}/press`: for its coordinators.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_press(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (letter, links) = look(&site, &visitor, &slug).await?;
    let page = pages::press(&letter, &links, None, "", &Complaints::default(), site.db.now());
    Ok(frame::work(StatusCode::OK, &say!("letters-press"), &[], page))
}

/// For whom a link is, and for how many hours; or which link to end.
#[derive(Deserialize)]
pub struct PressForm {
    #[serde(default)]
    label: String,
    #[serde(default)]
    hours: String,
}

/// No embargo we know of was longer.
const MOST_HOURS: i64 = 30 * 24;

/// `POST /letters/{slug}/press` `label, hours`: by a coordinator of an opened letter that is not
/// public. The page that answers shows the link, and nothing shows it again.
///
/// # Errors
/// 404 for everybody but its coordinators; 422 if a field needs another look; 403 for a draft or a
/// public letter.
pub async fn make_link(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<PressForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let label = clean::line(&form.0.label);
    let mut complaints = Complaints::default();
    complaints.required("label", &label, 200, &say!("letters-press-label-missing"));
    let hours = match form.0.hours.trim() {
        "" => Some(48),
        typed => typed.parse().ok().filter(|hours| (1..=MOST_HOURS).contains(hours)),
    };
    if hours.is_none() {
        complaints.add("hours", say!("letters-press-hours-wrong"));
    }
    let Some(hours) = hours.filter(|_| complaints.is_empty()) else {
        let (letter, links) = look(&site, &visitor, &slug).await?;
        let page = pages::press(&letter, &links, None, &form.0.label, &complaints, site.db.now());
        return Ok(frame::work(StatusCode::UNPROCESSABLE_ENTITY, &say!("letters-press"), &[], page));
    };
    let (person, of_letter) = (visitor.person.id, slug.clone());
    let made = site.db.write(move |tx| press::make_press_link(tx, person, &of_letter, &label, hours)).await;
    let token = made.map_err(refused)?;
    let link = site.config.address(&format!("/press/{}", token.as_str()));
    let (letter, links) = look(&site, &visitor, &slug).await?;
    let page = pages::press(&letter, &links, Some(&link), "", &Complaints::default(), site.db.now());
    Ok(frame::work(StatusCode::OK, &say!("letters-press"), &[], page))
}

fn refused(refusal: PressError) -> Error {
    match refusal {
        PressError::NoSuchLetter => Error::NotFound,
        PressError::NotOpened => Error::Refused { why: say!("letters-press-not-opened") },
        PressError::Public => Error::Refused { why: say!("letters-press-public") },
        PressError::TooMany => Error::Refused { why: say!("letters-press-too-many") },
        PressError::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /letters/{slug}/press/{id}/revocation`: the link ends at once.
///
/// # Errors
/// 404 for everybody but its coordinators, and for a link that does not work any more.
pub async fn revoke_link(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = path.into_inner();
    let id: PressLinkId = id.parse().map_err(|_| Error::NotFound)?;
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/press"));
    let revoked = site.db.write(move |tx| press::revoke_press_link(tx, person, &slug, id)).await;
    if revoked.map_err(refused)? { Ok(redirect::to(address)) } else { Err(Error::NotFound) }
}
