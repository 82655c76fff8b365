//! Handing an organization over, leaving it, and choosing for which one acts.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug, TokenHash};
use crate::organizations::acting::{act_for, find_acting};
use crate::organizations::colleagues::{self, ColleagueError};
use crate::organizations::handing_over::{self, Afterwards, HandOverError};
use crate::organizations::memberships_of;
use crate::organizations::pages::house as pages;
use crate::people::SignedIn;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn refused(refusal: HandOverError) -> Error {
    match refusal {
        HandOverError::NoSuchOrganization => Error::NotFound,
        HandOverError::AlreadyOwner => Error::Refused { why: say!("organizations-already-owner") },
        HandOverError::NoSuchOffer => Error::LinkOver {
            why: say!("organizations-offer-over"),
            next: (say!("organizations-your-desk"), "/desk"),
        },
        HandOverError::Fault(fault) => Error::Fault(fault),
    }
}

/// To whom, and what one is oneself afterwards.
#[derive(Deserialize)]
pub struct OfferForm {
    #[serde(default)]
    person: String,
    #[serde(default)]
    afterwards: String,
}

/// `POST /organizations/{slug}/ownership` `person, afterwards`: an owner offers the organization to a
/// colleague, who gets a mail.
///
/// # Errors
/// 404 for everybody but its owners and for somebody who is no colleague; 403 for another owner.
pub async fn offer(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<OfferForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let to: PersonId = form
        .0
        .person
        .trim()
        .parse()
        .map_err(|_| Error::BadRequest { why: say!("organizations-choose-heir") })?;
    let afterwards: Afterwards = form
        .0
        .afterwards
        .trim()
        .parse()
        .map_err(|()| Error::BadRequest { why: say!("organizations-choose-afterwards") })?;
    let (config, at, owner) = (site.config.clone(), slug.clone(), visitor.person);
    let offered = site
        .db
        .write(move |tx| handing_over::offer(tx, &owner, &at, to, afterwards, |path| config.address(path)));
    offered.await.map_err(refused)?;
    Ok(redirect::to(format!("/organizations/{slug}/people?note=offered")))
}

/// `POST /organizations/{slug}/ownership/withdrawal`: the owner takes the offer back.
///
/// # Errors
/// 404 for everybody but its owners; 410 where there is none.
pub async fn withdraw_offer(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (owner, at) = (visitor.person.id, slug.clone());
    site.db.write(move |tx| handing_over::withdraw_offer(tx, owner, &at)).await.map_err(refused)?;
    Ok(redirect::to(format!("/organizations/{slug}/people?note=taken-back")))
}

/// `GET /ownership/{token}`: what is offered, with two buttons, for the colleague it is offered to.
///
/// # Errors
/// Asks to sign in; 410 for a link that is used, over, taken back, forged or somebody else's.
pub async fn show_offer(
    site: Site,
    visitor: SignedIn,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (hash, person) = (TokenHash::of(&token), visitor.person.id);
    let found = site.db.read(move |tx| handing_over::find_offer(tx, &hash, person)).await?;
    let offer = found.ok_or_else(|| refused(HandOverError::NoSuchOffer))?;
    Ok(frame::page(&say!("organizations-take-over-title"), pages::offer(&token, &offer)))
}

/// `POST /ownership/{token}`: the colleague accepts, and the roles change.
///
/// # Errors
/// Asks to sign in; 410 for a link that is used, over, taken back, forged or somebody else's.
pub async fn accept(site: Site, visitor: SignedIn, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let (hash, colleague) = (TokenHash::of(&token), visitor.person);
    let accepted = site.db.write(move |tx| handing_over::accept(tx, &hash, &colleague));
    let organization = accepted.await.map_err(refused)?;
    Ok(redirect::to(format!("/organizations/{}/people?note=yours", organization.slug)))
}

/// `POST /ownership/{token}/refusal`: the colleague does not want it; whoever offered it hears so.
///
/// # Errors
/// Asks to sign in; 410 for a link that is used, over, taken back, forged or somebody else's.
pub async fn refuse(site: Site, visitor: SignedIn, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let (hash, colleague) = (TokenHash::of(&token), visitor.person);
    site.db.write(move |tx| handing_over::refuse(tx, &hash, &colleague)).await.map_err(refused)?;
    Ok(redirect::to("/desk"))
}

/// `GET /organizations/{slug}/leaving`: what it means to leave, with a button.
///
/// # Errors
/// 404 for everybody but its people.
pub async fn show_leaving(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    let (slug, person) = (slug.into_inner(), visitor.person.id);
    let team = site.db.read(move |tx| colleagues::team(tx, person, &slug)).await?.ok_or(Error::NotFound)?;
    Ok(frame::page(&say!("organizations-leave-title"), pages::leaving(&team, person)))
}

/// `POST /organizations/{slug}/leaving`: one is no longer among its people; its owners hear so.
///
/// # Errors
/// 404 for everybody but its people; 403 for its only owner.
pub async fn leave(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (slug, person) = (slug.into_inner(), visitor.person.id);
    match site.db.write(move |tx| colleagues::remove(tx, person, &slug, person)).await {
        Ok(()) => Ok(redirect::to("/desk")),
        Err(ColleagueError::LastOwner) => Err(Error::Refused { why: say!("organizations-only-owner") }),
        Err(ColleagueError::Fault(fault)) => Err(fault.into()),
        Err(ColleagueError::NoSuchOrganization | ColleagueError::AlreadyHere | ColleagueError::TooMany) => {
            Err(Error::NotFound)
        }
    }
}

/// Where one goes on.
#[derive(Deserialize)]
pub struct NextQuery {
    #[serde(default)]
    next: String,
}

/// `GET /acting` `next`: the organizations of a person, to choose the one they act for.
///
/// # Errors
/// Asks to sign in.
pub async fn show_acting(
    site: Site,
    visitor: SignedIn,
    query: web::Query<NextQuery>,
) -> Result<HttpResponse, Error> {
    let (person, session) = (visitor.person.id, visitor.session);
    let found = site
        .db
        .read::<_, Fault, _>(move |tx| Ok((memberships_of(tx, person)?, find_acting(tx, session, person)?)));
    let (own, acting) = found.await?;
    let next = redirect::local(&query.next).unwrap_or("/desk");
    Ok(frame::page(&say!("organizations-for-whom"), pages::acting(&own, &acting, next)))
}

/// The organization that is chosen.
#[derive(Deserialize)]
pub struct ActingForm {
    #[serde(default)]
    organization: String,
    #[serde(default)]
    next: String,
}

/// `POST /acting` `organization, next`: from now on one acts for it, in this browser.
///
/// # Errors
/// Asks to sign in; 403 for an organization that is not theirs.
pub async fn choose_acting(
    site: Site,
    visitor: SignedIn,
    form: Posted<ActingForm>,
) -> Result<HttpResponse, Error> {
    let (person, session) = (visitor.person.id, visitor.session);
    let chosen = match form.0.organization.parse::<Slug>() {
        Ok(slug) => site.db.write(move |tx| act_for(tx, session, person, &slug)).await?,
        Err(()) => false,
    };
    if !chosen {
        return Err(Error::Refused { why: say!("organizations-not-yours") });
    }
    let next = redirect::local(&form.0.next).unwrap_or("/desk");
    Ok(redirect::to(next))
}
