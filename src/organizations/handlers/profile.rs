//! The profile in the hands of an organization's owners, its logo, and its address.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug, TokenHash};
use crate::organizations::addresses::{self, AskAddressError};
use crate::organizations::colleagues::ColleagueError;
use crate::organizations::logos::{self, Logo, LogoError};
use crate::organizations::pages::profile::{self as pages, Typed};
use crate::organizations::profile::{self, NewProfile, Profile, ProfileError};
use crate::people::{Email, SignedIn};
use crate::signatures;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::uploaded::Uploaded;
use crate::web::{address, frame, redirect};

/// What was just done.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

async fn find(site: &App, person: PersonId, slug: &Slug) -> Result<Profile, Error> {
    let slug = slug.clone();
    site.db.read(move |tx| profile::profile(tx, person, &slug)).await?.ok_or(Error::NotFound)
}

fn page(
    status: StatusCode,
    profile: &Profile,
    typed: &Typed<'_>,
    complaints: &Complaints,
    note: Option<&str>,
) -> HttpResponse {
    frame::work(status, &say!("organizations-profile"), &[], pages::profile(profile, typed, complaints, note))
}

/// `GET /organizations/{slug}/profile`: what an organization says of itself, for its owners.
///
/// # Errors
/// 404 for everybody else.
pub async fn show(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<NoteQuery>,
) -> Result<HttpResponse, Error> {
    let profile = find(&site, visitor.person.id, &slug).await?;
    let note = match query.note.as_str() {
        "saved" => Some(say!("organizations-saved")),
        "logo" => Some(say!("organizations-logo-saved")),
        "no-logo" => Some(say!("organizations-logo-gone")),
        "asked" => Some(say!("organizations-address-asked")),
        _ => None,
    };
    Ok(page(StatusCode::OK, &profile, &Typed::Standing, &Complaints::default(), note.as_deref()))
}

/// `POST /organizations/{slug}/profile` `organization_name, acronym, sort_name, slug, website, country,
/// name_{language}, description_{language}, other_language, other_name, other_description, version`:
/// an owner changes what the organization says of itself.
///
/// # Errors
/// 404 for everybody but its owners; 422 with the words kept; 409, with the words kept, when another
/// owner has changed it since the page was opened.
pub async fn change(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Uploaded<1>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let person = visitor.person.id;
    let (status, complaints) = match NewProfile::read(|field| form.text(field)) {
        Err(complaints) => (StatusCode::UNPROCESSABLE_ENTITY, complaints),
        Ok(new) => {
            let (config, at) = (site.config.clone(), slug.clone());
            let changed = site.db.write::<_, ProfileError, _>(move |tx| {
                let address = |path: &str| config.address(path);
                let (before, after) = profile::change_profile(tx, person, &at, &new, address)?;
                if before.name != after.name || before.acronym != after.acronym {
                    signatures::carry_name(tx, &before, &after, person)?;
                }
                Ok(after.slug)
            });
            match changed.await {
                Ok(slug) => return Ok(redirect::to(format!("/organizations/{slug}/profile?note=saved"))),
                Err(ProfileError::NoSuchOrganization) => return Err(Error::NotFound),
                Err(ProfileError::Meanwhile) => (
                    StatusCode::CONFLICT,
                    Complaints::about("organization_name", say!("organizations-meanwhile")),
                ),
                Err(ProfileError::SlugTaken) => (
                    StatusCode::UNPROCESSABLE_ENTITY,
                    Complaints::about("slug", say!("organizations-slug-taken")),
                ),
                Err(ProfileError::Fault(fault)) => return Err(fault.into()),
            }
        }
    };
    let profile = find(&site, person, &slug).await?;
    let typed = if status == StatusCode::CONFLICT { Typed::Late(&form) } else { Typed::Form(&form) };
    Ok(page(status, &profile, &typed, &complaints, None))
}

fn refused(refusal: ColleagueError) -> Error {
    match refusal {
        ColleagueError::Fault(fault) => Error::Fault(fault),
        ColleagueError::NoSuchOrganization
        | ColleagueError::AlreadyHere
        | ColleagueError::TooMany
        | ColleagueError::LastOwner => Error::NotFound,
    }
}

/// Megabytes of a logo.
const LOGO: usize = 2;

/// A picture of the largest size takes 128 MiB while it is read: one at a time, and whoever has waited
/// this long is asked to come again.
static READING: Semaphore = Semaphore::const_new(1);
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads a picture, off the threads that answer.
async fn read_logo(content: Vec<u8>) -> Result<Result<Logo, LogoError>, Error> {
    let turn = tokio::time::timeout(PATIENCE, READING.acquire()).await.ok().and_then(Result::ok);
    let turn = turn.ok_or_else(|| Error::TooMany {
        why: say!("organizations-logos-busy"),
        seconds: PATIENCE.as_secs(),
    })?;
    let read = tokio::task::spawn_blocking(move || {
        let _turn = turn; // also when whoever sent it has gone meanwhile
        Logo::read(&content)
    });
    Ok(read.await.map_err(Fault::from)?)
}

/// `POST /organizations/{slug}/logo` `logo`: an owner gives the organization a logo, or takes it away
/// with `then=remove`.
///
/// # Errors
/// 404 for everybody but its owners; 422 for what is no picture, too large or broken.
pub async fn set_logo(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Uploaded<LOGO>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let person = visitor.person.id;
    let back = |note: &str| redirect::to(format!("/organizations/{slug}/profile?note={note}"));
    // Before anything is read: only owners have our machine look at pictures.
    let profile = find(&site, person, &slug).await?;
    if form.text("then") == "remove" {
        let at = slug.clone();
        site.db.write(move |tx| logos::remove_logo(tx, person, &at)).await.map_err(refused)?;
        return Ok(back("no-logo"));
    }
    let sentence = match form.file("logo") {
        None => say!("organizations-logo-choose"),
        Some(file) if file.is_too_large => say!("organizations-logo-large"),
        Some(file) => match read_logo(file.content.clone()).await? {
            Ok(logo) => {
                let at = slug.clone();
                site.db.write(move |tx| logos::set_logo(tx, person, &at, &logo)).await.map_err(refused)?;
                return Ok(back("logo"));
            }
            Err(LogoError::NotAPicture) => say!("organizations-logo-no-picture"),
            Err(LogoError::TooManyPixels) => {
                say!("organizations-logo-pixels")
            }
            Err(LogoError::Broken) => say!("organizations-logo-broken"),
        },
    };
    let complaints = Complaints::about("logo", sentence);
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &profile, &Typed::Standing, &complaints, None))
}

/// The address that is wanted.
#[derive(Deserialize)]
pub struct AddressForm {
    #[serde(default)]
    email: String,
}

/// `POST /organizations/{slug}/address` `email`: an owner asks for another address of the organization.
/// It is changed once the mail to it is answered; the answer is the same whether or not it is known.
///
/// # Errors
/// 404 for everybody but its owners; 422 for what is no address.
pub async fn ask_address(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<AddressForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let person = visitor.person.id;
    let profile = find(&site, person, &slug).await?;
    let sentence = match Email::read(&form.0.email) {
        None => say!("organizations-no-email"),
        Some(email) => {
            // A mailbox that had too many mails gets no further one; the page says the same.
            let asked = match site.limits.mail_to(email.as_str()) {
                true => {
                    let (config, at, owner) = (site.config.clone(), slug.clone(), visitor.person);
                    let ask = site.db.write(move |tx| {
                        addresses::ask_address(tx, &owner, &at, &email, |path| config.address(path))
                    });
                    ask.await
                }
                false => Ok(()),
            };
            match asked {
                Ok(()) => return Ok(redirect::to(format!("/organizations/{slug}/profile?note=asked"))),
                Err(AskAddressError::NoSuchOrganization) => return Err(Error::NotFound),
                Err(AskAddressError::Same) => say!("organizations-address-same"),
                Err(AskAddressError::Fault(fault)) => return Err(fault.into()),
            }
        }
    };
    let complaints = Complaints::about("email", sentence);
    let typed = Typed::Address(clean::line(&form.0.email));
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &profile, &typed, &complaints, None))
}

fn link_is_over() -> Error {
    Error::LinkOver {
        why: say!("organizations-address-over"),
        next: (say!("organizations-your-desk"), "/desk"),
    }
}

/// `GET /organization-address/{token}`: one button. Opening it changes nothing: mail scanners open
/// links.
///
/// # Errors
/// 410 for a link that is used, over, replaced or forged.
pub async fn show_address(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let wanted = site.db.read(move |tx| addresses::find_wanted(tx, &hash)).await?.ok_or_else(link_is_over)?;
    Ok(frame::page(&say!("organizations-confirm-address"), pages::confirm_address(&token, &wanted)))
}

/// `POST /organization-address/{token}`: the organization has the address from now on.
///
/// # Errors
/// 410 for a link that is used, over, replaced or forged.
pub async fn take_address(
    site: Site,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    site.limits.attempt_from(address::of_client(&request, &site.config.trusted_proxies))?;
    let hash = TokenHash::of(&token);
    let organization =
        site.db.write(move |tx| addresses::take_address(tx, &hash)).await?.ok_or_else(link_is_over)?;
    Ok(frame::page(&say!("organizations-address-confirmed"), pages::address_is_confirmed(&organization)))
}
