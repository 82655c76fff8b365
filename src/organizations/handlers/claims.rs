//! Claims: what the claimant says, and what the owners of the organization answer.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::ClaimId;
use crate::mail;
use crate::organizations::claims::{self, Claim, ClaimError, ClaimKind, Side};
use crate::organizations::mails::claims as mails;
use crate::organizations::model::{self, Role};
use crate::organizations::pages::claims as pages;
use crate::people::SignedIn;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn title() -> String {
    say!("organizations-claim-title")
}

/// The most that either side says.
const MOST_WORDS: usize = 2000;

async fn find(site: &App, visitor: &SignedIn, id: ClaimId) -> Result<(Claim, Side), Error> {
    let person = visitor.person.id;
    let found = site.db.read::<_, Fault, _>(move |tx| claims::find_for(tx, id, person)).await?;
    found.ok_or(Error::NotFound)
}

fn refused(refusal: ClaimError) -> Error {
    match refusal {
        ClaimError::NoSuchClaim => Error::NotFound,
        ClaimError::AlreadySettled => Error::Refused { why: say!("organizations-claim-decided") },
        ClaimError::Fault(fault) => Error::Fault(fault),
    }
}

/// `GET /claims/{id}`: for the claimant, and for the owners of the organization.
///
/// # Errors
/// 404 for everybody else.
pub async fn show(site: Site, visitor: SignedIn, id: web::Path<ClaimId>) -> Result<HttpResponse, Error> {
    let (claim, side) = find(&site, &visitor, *id).await?;
    let page = match side {
        Side::Claimant => {
            let kind = claim.kind.map_or("", ClaimKind::as_str);
            pages::for_claimant(&claim, kind, &claim.words, &Complaints::default())
        }
        Side::Owner => pages::for_owner(&claim, &claim.answer, &Complaints::default()),
    };
    Ok(frame::page(&title(), page))
}

/// What the claimant says.
#[derive(Deserialize)]
pub struct ClaimForm {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    words: String,
}

/// `POST /claims/{id}` `kind, words`: the claimant says whether they act for the organization or are
/// another body. The owners get a mail the first time.
///
/// # Errors
/// 404 for everybody else; 422 without a choice or a word.
pub async fn say(
    site: Site,
    visitor: SignedIn,
    id: web::Path<ClaimId>,
    form: Posted<ClaimForm>,
) -> Result<HttpResponse, Error> {
    let (form, id) = (form.0, *id);
    let words = clean::prose(&form.words);
    let kind: Option<ClaimKind> = form.kind.parse().ok();
    let mut complaints = Complaints::default();
    if kind.is_none() {
        complaints.add("kind", say!("organizations-choose-of-two"));
    }
    complaints.required("words", &words, MOST_WORDS, &say!("organizations-claim-how-tell"));
    let (Some(kind), true) = (kind, complaints.is_empty()) else {
        let (claim, side) = find(&site, &visitor, id).await?;
        if side != Side::Claimant {
            return Err(Error::NotFound);
        }
        let page = pages::for_claimant(&claim, &form.kind, &form.words, &complaints);
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &title(), page));
    };
    let person = visitor.person.id;
    let link = site.config.address(&format!("/claims/{id}"));
    let said = site.db.write(move |tx| {
        let (claim, first) = claims::say(tx, id, person, kind, &words)?;
        if first {
            for owner in model::owners_of(tx, claim.organization.id)? {
                mail::enqueue(tx, &mails::asks_owner(&owner, &claim, link.clone()))?;
            }
        }
        Ok(())
    });
    said.await.map_err(refused)?;
    Ok(redirect::to(format!("/claims/{id}")))
}

/// `POST /claims/{id}/withdrawal`: the claimant takes it back.
///
/// # Errors
/// 404 for everybody else; 403 if it is decided.
pub async fn withdraw(site: Site, visitor: SignedIn, id: web::Path<ClaimId>) -> Result<HttpResponse, Error> {
    let (id, person) = (*id, visitor.person.id);
    site.db.write(move |tx| claims::withdraw(tx, id, person)).await.map_err(refused)?;
    Ok(redirect::to("/desk"))
}

/// What an owner knows of the claimant.
#[derive(Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    words: String,
}

/// `POST /claims/{id}/answer` `words`: an owner says what they know.
///
/// # Errors
/// 404 for everybody else; 422 without a word.
pub async fn answer(
    site: Site,
    visitor: SignedIn,
    id: web::Path<ClaimId>,
    form: Posted<AnswerForm>,
) -> Result<HttpResponse, Error> {
    let (id, person) = (*id, visitor.person.id);
    let words = clean::prose(&form.0.words);
    let mut complaints = Complaints::default();
    complaints.required("words", &words, MOST_WORDS, &say!("organizations-claim-say-known"));
    if !complaints.is_empty() {
        let (claim, side) = find(&site, &visitor, id).await?;
        if side != Side::Owner {
            return Err(Error::NotFound);
        }
        let page = pages::for_owner(&claim, &form.0.words, &complaints);
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &title(), page));
    }
    site.db.write(move |tx| claims::answer(tx, id, person, &words)).await.map_err(refused)?;
    Ok(redirect::to(format!("/claims/{id}")))
}

/// In which role.
#[derive(Deserialize)]
pub struct AcceptanceForm {
    #[serde(default)]
    role: String,
}

/// `POST /claims/{id}/acceptance` `role`: an owner takes the claimant in, who gets a mail.
///
/// # Errors
/// 404 for everybody else; 400 for a role that there is not; 403 if it is decided.
pub async fn accept(
    site: Site,
    visitor: SignedIn,
    id: web::Path<ClaimId>,
    form: Posted<AcceptanceForm>,
) -> Result<HttpResponse, Error> {
    let (id, person) = (*id, visitor.person.id);
    let role: Role =
        form.0.role.parse().map_err(|()| Error::BadRequest { why: say!("organizations-no-such-role") })?;
    let address = site.config.address("/desk");
    let slug = site.db.write(move |tx| {
        let claim = claims::take_in(tx, id, person, role)?;
        mail::enqueue(tx, &mails::is_taken_in(&claim, address))?;
        Ok(claim.organization.slug)
    });
    let slug = slug.await.map_err(refused)?;
    Ok(redirect::to(format!("/organizations/{slug}/people")))
}
