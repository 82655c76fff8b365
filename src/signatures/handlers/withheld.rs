//! Withheld names in the coordinators' hands.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::line::{again, title_of};
use super::list::{holding, looking};
use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::{SignatureId, Slug};
use crate::mail;
use crate::organizations;
use crate::people::SignedIn;
use crate::signatures::pages::withheld as pages;
use crate::signatures::withheld::{self, ProtectError};
use crate::signatures::{gathering, mails};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// `GET /letters/{slug}/withheld`: leads to the list, where the button is. Nothing is shown on GET, for
/// every look is written down.
///
/// # Errors
/// 404 for everybody but the letter's coordinators.
pub async fn show_button(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    looking(&site, &visitor, &slug, |_, _| Ok(())).await?;
    Ok(redirect::to(format!("/letters/{slug}/list#withheld")))
}

/// `POST /letters/{slug}/withheld`: the withheld names, for the letter's coordinators. Who looked, and
/// when, is written into its log.
///
/// # Errors
/// 404 for everybody else.
pub async fn look_up(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (letter, names, groups) = holding::<_, Error, _>(&site, &visitor, &slug, |tx, own| {
        let groups = gathering::groups_of(tx, own.letter().id)?;
        Ok((own.letter().clone(), withheld::look_up_names(tx, own)?, groups))
    })
    .await?;
    Ok(frame::work(
        StatusCode::OK,
        &say!("signatures-withheld-names"),
        &[],
        pages::names(&letter, &names, &groups),
    ))
}

enum Protecting {
    Complaint(String),
    Error(Error),
}

impl From<Fault> for Protecting {
    fn from(fault: Fault) -> Self {
        Self::Error(fault.into())
    }
}

impl From<Error> for Protecting {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<ProtectError> for Protecting {
    fn from(refusal: ProtectError) -> Self {
        let refused = |why: String| Self::Error(Error::Refused { why });
        match refusal {
            ProtectError::NoSuchSignatory => Self::Error(Error::NotFound),
            ProtectError::ReasonMissing => Self::Complaint(say!("signatures-say-why-withheld")),
            ProtectError::ReasonNames => Self::Complaint(say!("signatures-reason-names")),
            ProtectError::OwnWish => refused(say!("signatures-own-wish")),
            ProtectError::Delivered => refused(say!("signatures-was-delivered-so")),
            ProtectError::NoSuchGroup => {
                Self::Error(Error::BadRequest { why: say!("signatures-choose-heading") })
            }
            ProtectError::Fault(fault) => Self::Error(fault.into()),
        }
    }
}

/// Why a name is withheld.
#[derive(Deserialize)]
pub struct WithholdingForm {
    #[serde(default, alias = "withholding_reason")]
    reason: String,
}

/// `POST /letters/{slug}/list/lines/{signature}/withholding` `reason`: a coordinator withholds a name to
/// protect it. The organization's owners are told; they cannot show it alone.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 422 (400 where the name is withheld already by the
/// organization's own wish) without a reason, or if the reason says the name.
pub async fn protect(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, SignatureId)>,
    form: Posted<WithholdingForm>,
) -> Result<HttpResponse, Error> {
    let (slug, signature) = path.into_inner();
    let reason: String = clean::line(&form.0.reason).chars().take(500).collect();
    let config = site.config.clone();
    let done = holding::<_, Protecting, _>(&site, &visitor, &slug, move |tx, own| {
        let Some(organization) = withheld::protect(tx, own, signature, &reason)? else { return Ok(()) };
        let title = title_of(tx, own.letter())?;
        let (name, _) = organizations::name_and_address(tx, organization)?;
        for owner in organizations::owners_of(tx, organization)? {
            let link = config.address(&format!("/letters/{}/sign", own.letter().slug));
            mail::enqueue(tx, &mails::is_protected(&owner, &name, &title, &reason, link))?;
        }
        Ok(())
    });
    match done.await {
        Ok(()) => Ok(redirect::to(format!("/letters/{slug}/list?note=withheld"))),
        Err(Protecting::Complaint(sentence)) => {
            let complaints = Complaints::about("withholding_reason", sentence);
            again(&site, &visitor, &slug, signature, &complaints).await
        }
        Err(Protecting::Error(error)) => Err(error),
    }
}

fn settled(done: Result<(), Protecting>, slug: &Slug, note: &str) -> Result<HttpResponse, Error> {
    match done {
        Ok(()) => Ok(redirect::to(format!("/letters/{slug}/list?note={note}"))),
        Err(Protecting::Complaint(why)) => Err(Error::BadRequest { why }),
        Err(Protecting::Error(error)) => Err(error),
    }
}

/// `POST /letters/{slug}/list/lines/{signature}/showing`: ends the protection of a name.
///
/// # Errors
/// 404 for everybody but the letter's coordinators, and for a name that is not withheld; 403 for one
/// that its organization wishes to be withheld, or that was delivered so.
pub async fn end_protection(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, SignatureId)>,
) -> Result<HttpResponse, Error> {
    let (slug, signature) = path.into_inner();
    let config = site.config.clone();
    let done = holding::<_, Protecting, _>(&site, &visitor, &slug, move |tx, own| {
        let Some(organization) = withheld::end_protection(tx, own, signature)? else { return Ok(()) };
        let title = title_of(tx, own.letter())?;
        let (name, _) = organizations::name_and_address(tx, organization)?;
        for owner in organizations::owners_of(tx, organization)? {
            let link = config.address(&format!("/letters/{}/sign", own.letter().slug));
            mail::enqueue(tx, &mails::may_be_shown(&owner, &name, &title, link))?;
        }
        Ok(())
    });
    settled(done.await, &slug, "protection-ended")
}

/// Under which heading a withheld name is counted.
#[derive(Deserialize)]
pub struct HeadingForm {
    #[serde(default)]
    group: String,
}

/// `POST /letters/{slug}/list/lines/{signature}/heading` `group`: counts a withheld name under another
/// heading.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 400 for no heading of the letter; 403 once it is
/// delivered.
pub async fn move_withheld(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, SignatureId)>,
    form: Posted<HeadingForm>,
) -> Result<HttpResponse, Error> {
    let (slug, signature) = path.into_inner();
    let group = clean::optional_line(&form.0.group);
    let done = holding::<_, Protecting, _>(&site, &visitor, &slug, move |tx, own| {
        Ok(withheld::move_withheld(tx, own, signature, group.as_deref())?)
    });
    settled(done.await, &slug, "saved")
}
