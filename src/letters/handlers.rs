//! Opening, publishing and closing a letter. (Writing it is [`composing`], reading it [`crate::reading`].)

pub mod composing;
pub mod coordinators;
pub mod history;
pub mod log;
pub mod press;
pub mod retraction;
pub mod revising;
pub mod time;

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::model::{self, Letter};
use super::pages::steps::Times;
use super::publication::{self, CloseError, OpenError, PublishError};
use crate::app::Site;
use crate::config::Config;
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::invitations::{self, Letterhead};
use crate::people::SignedIn;
use crate::signatures;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::redirect;

async fn own(site: &Site, visitor: &SignedIn, slug: &Slug) -> Result<Letter, Error> {
    let (person, slug) = (visitor.person.id, slug.clone());
    let own = site.db.read(move |tx| model::find_own(tx, person, &slug)).await?;
    own.map(|own| own.letter().clone()).ok_or(Error::NotFound)
}

/// Those who were invited to the draft hear that it can be signed.
fn tell_invited(tx: &mut Tx<'_>, letter: &Letter, config: &Config) -> Result<(), Fault> {
    let title = signatures::title_in_mail(tx, letter)?;
    let head = Letterhead { title, address: &|path| config.address(path) };
    invitations::tell_opened(tx, letter, &head)?;
    Ok(())
}

/// `POST /letters/{slug}/opening`: by a coordinator. Locks the saved text as revision 1 for the
/// signatures of those invited; the letter stays private.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 with the reason if it cannot be.
pub async fn open(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note=opened"));
    let config = site.config.clone();
    let opened = site.db.write(move |tx| {
        let letter = publication::open(tx, person, &slug)?;
        Ok(tell_invited(tx, &letter, &config)?)
    });
    match opened.await {
        Ok(()) => Ok(redirect::to(address)),
        Err(OpenError::NoSuchLetter) => Err(Error::NotFound),
        Err(OpenError::AlreadyOpened) => Err(Error::Refused { why: say!("letters-open-already") }),
        Err(OpenError::Suspended) => Err(Error::Refused { why: say!("letters-suspended-why") }),
        Err(OpenError::Retracted) => Err(Error::Refused { why: say!("letters-is-retracted") }),
        Err(OpenError::DeadlineIsOver) => Err(Error::Refused { why: say!("letters-deadline-over-open") }),
        Err(OpenError::Fault(fault)) => Err(fault.into()),
    }
}

/// When to publish; at once if empty.
#[derive(Deserialize)]
pub struct PublicationForm {
    #[serde(default)]
    at: String,
}

fn publish_refused(refusal: PublishError) -> Error {
    match refusal {
        PublishError::NoSuchLetter => Error::NotFound,
        PublishError::AlreadyPublished => Error::Refused { why: say!("letters-public-already") },
        PublishError::Suspended => Error::Refused { why: say!("letters-suspended-why") },
        PublishError::Retracted => Error::Refused { why: say!("letters-is-retracted") },
        PublishError::DeadlineIsOver => Error::Refused { why: say!("letters-deadline-over-publish") },
        PublishError::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /letters/{slug}/publication`: by a coordinator. Locks the saved text as revision 1 and
/// makes it public, at once or at the moment `at`.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 with the reason if it cannot be; 422 for a time that
/// is none or is over.
pub async fn publish(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<PublicationForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let person = visitor.person.id;
    if form.0.at.trim().is_empty() {
        let (address, config) = (format!("/letters/{slug}"), site.config.clone());
        let published = site.db.write(move |tx| {
            let before = model::find_own(tx, person, &slug)?.map(|own| own.letter().clone());
            publication::publish(tx, person, &slug)?;
            match before.filter(|letter| letter.opened_at.is_none()) {
                Some(draft) => Ok(tell_invited(tx, &draft, &config)?),
                None => Ok(()),
            }
        });
        published.await.map_err(publish_refused)?;
        return Ok(redirect::to(address));
    }
    let letter = own(&site, &visitor, &slug).await?;
    let zone = letter.deadline_zone.clone().unwrap_or_default();
    let now = site.db.now();
    let at = time::read_time(&form.0.at, &zone).map(|time| Moment::from(time.at));
    let at = match at.and_then(|at| if at > now { Ok(at) } else { Err(say!("letters-time-over-publish")) }) {
        Ok(at) => at,
        Err(sentence) => {
            let times = Times { publish_at: &form.0.at, ..Times::default() };
            return Ok(composing::with_times(&letter, times, &Complaints::about("at", sentence)));
        }
    };
    let address = format!("/letters/{slug}/edit?note=scheduled");
    site.db
        .write(move |tx| publication::schedule(tx, person, &slug, Some(at)))
        .await
        .map_err(publish_refused)?;
    Ok(redirect::to(address))
}

/// `POST /letters/{slug}/publication/cancellation`: it will not be published by itself.
///
/// # Errors
/// As [`publish`].
pub async fn cancel_publication(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note=saved"));
    site.db.write(move |tx| publication::schedule(tx, person, &slug, None)).await.map_err(publish_refused)?;
    Ok(redirect::to(address))
}

/// `POST /letters/{slug}/closing`: by a coordinator; nobody can sign any more.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if it is not open.
pub async fn close(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}"));
    match site.db.write(move |tx| publication::close(tx, person, &slug)).await {
        Ok(()) => Ok(redirect::to(address)),
        Err(CloseError::NoSuchLetter) => Err(Error::NotFound),
        Err(CloseError::NotOpen) => Err(Error::Refused { why: say!("letters-nothing-to-close") }),
        Err(CloseError::Fault(fault)) => Err(fault.into()),
    }
}
