//! An owner says that a signature was not authorised, or that it is; coordinators settle the case.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::leaving::{by_link, link_is_over};
use super::queue::{self, Decided};
use crate::app::Site;
use crate::error::Error;
use crate::ids::{CaseId, Slug, TokenHash};
use crate::people::SignedIn;
use crate::signatures::cases::{self, Confirmed, SettleError, Verdict, VoiceError};
use crate::signatures::declaring::declarations_of;
use crate::signatures::links::{self, Purpose, Way, WayError};
use crate::signatures::pages::leaving as pages;
use crate::text::clean;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// More than this a coordinator does not read in a hurry.
const MOST_WORDS: usize = 2000;

fn words(typed: &str) -> String {
    clean::prose(typed).chars().take(MOST_WORDS).collect()
}

/// `GET /objections/{token}`: what was signed, who declared what, and the button "This was not
/// authorised". Opening it changes nothing: mail scanners open links.
///
/// # Errors
/// 410 for a link that is used, over or forged, or whose person is no owner any more.
pub async fn show_objection(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let way = Way::Link(TokenHash::of(&token));
    let found = site.db.read::<_, WayError, _>(move |tx| {
        let in_hand = links::find_in_hand(tx, &way, Purpose::Objection)?;
        if in_hand.given.withdrawn_at.is_some() {
            return Err(WayError::Over);
        }
        let declared = declarations_of(tx, in_hand.given.id)?;
        Ok((in_hand, declared))
    });
    let (in_hand, declared) = found.await.map_err(link_is_over)?;
    let page = pages::objection(&token, &in_hand, &declared);
    Ok(by_link(frame::work(StatusCode::OK, &say!("signatures-was-authorised"), &[], page)))
}

/// What an owner wants to add.
#[derive(Deserialize)]
pub struct ObjectionForm {
    #[serde(default)]
    words: String,
}

/// The sentence for why nothing came of it, signed in.
fn refused(refusal: VoiceError) -> Error {
    let refused = |why: String| Error::Refused { why };
    match refusal {
        // Whoever is no owner does not learn whether the letter and the signature exist.
        VoiceError::Way(WayError::LeadsNowhere) => Error::NotFound,
        VoiceError::Way(over) => link_is_over(over),
        VoiceError::Withdrawn => refused(say!("signatures-objection-withdrawn")),
        VoiceError::NoCase => refused(say!("signatures-nothing-to-confirm")),
        VoiceError::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /objections/{token}` `words`: the signature is suspended at once, and the coordinators have a
/// case. The link went to the confirmed address of an owner, so it is enough without signing in.
///
/// # Errors
/// As [`show_objection`].
pub async fn object_by_link(
    site: Site,
    token: web::Path<String>,
    form: Posted<ObjectionForm>,
) -> Result<HttpResponse, Error> {
    let (way, config, said) = (Way::Link(TokenHash::of(&token)), site.config.clone(), words(&form.0.words));
    let done = site.db.write(move |tx| cases::object(tx, &way, &said, &|path| config.address(path)));
    match done.await {
        Ok(in_hand) => {
            Ok(by_link(frame::page(&say!("signatures-suspended-title"), pages::objected(&in_hand))))
        }
        Err(VoiceError::Way(over)) => Err(link_is_over(over)),
        Err(VoiceError::Withdrawn) => Err(link_is_over(WayError::Over)),
        Err(other @ (VoiceError::NoCase | VoiceError::Fault(_))) => Err(refused(other)),
    }
}

/// Whose signature, and what an owner wants to add.
#[derive(Deserialize)]
pub struct OwnersForm {
    #[serde(default)]
    organization: String,
    #[serde(default)]
    words: String,
}

fn way_of(visitor: &SignedIn, letter: &Slug, organization: &str) -> Result<Way, Error> {
    let organization = organization.trim().parse().map_err(|()| Error::NotFound)?;
    Ok(Way::SignedIn { person: visitor.person.id, letter: letter.clone(), organization })
}

/// `POST /letters/{slug}/objection` `organization, words`: the same for an owner who is signed in.
///
/// # Errors
/// Asks to sign in; 404 for everybody but an owner of an organization that gave a signature here.
pub async fn object(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<OwnersForm>,
) -> Result<HttpResponse, Error> {
    let way = way_of(&visitor, &slug, &form.0.organization)?;
    let (config, said) = (site.config.clone(), words(&form.0.words));
    let done = site.db.write(move |tx| cases::object(tx, &way, &said, &|path| config.address(path)));
    done.await.map_err(refused)?;
    Ok(redirect::to(format!("/letters/{slug}/sign?note=suspended#signing")))
}

/// `POST /letters/{slug}/authorization` `organization, words`: an owner confirms a suspended signature.
///
/// # Errors
/// As [`object`]; 403 where nothing is suspended; 429 very often.
pub async fn confirm(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<OwnersForm>,
) -> Result<HttpResponse, Error> {
    let way = way_of(&visitor, &slug, &form.0.organization)?;
    // To object is never refused. But each time that it is taken back others get mails.
    if !site.limits.mail_to(&format!("{slug} authorised-by {}", visitor.person.id)) {
        return Err(Error::TooMany { why: say!("signatures-said-very-often"), seconds: 3600 });
    }
    let (config, said) = (site.config.clone(), words(&form.0.words));
    let done = site.db.write(move |tx| cases::confirm(tx, &way, &said, &|path| config.address(path)));
    let note = match done.await.map_err(refused)? {
        Confirmed::StandsAgain => "authorised",
        Confirmed::Kept => "confirmed",
    };
    Ok(redirect::to(format!("/letters/{slug}/sign?note={note}#signing")))
}

async fn settle(
    site: Site,
    visitor: SignedIn,
    path: (Slug, CaseId),
    form: queue::ReasonForm,
    verdict: Verdict,
) -> Result<HttpResponse, Error> {
    let (slug, id) = path;
    let config = site.config.clone();
    queue::decide(&site, &visitor, &slug, &id.to_string(), &form.reason, move |tx, own, reason| {
        match cases::settle(tx, own, id, verdict, reason, &|path| config.address(path)) {
            Ok(()) => Ok(()),
            Err(SettleError::NoSuchCase) => Err(Error::NotFound.into()),
            Err(SettleError::Settled(outcome)) => Err(Decided::Already(outcome.in_words())),
            Err(SettleError::NotConfirmed) => Err(Decided::Complaint(say!("signatures-not-confirmed-yet"))),
            Err(SettleError::Fault(fault)) => Err(Decided::Error(fault.into())),
        }
    })
    .await
}

/// `POST /letters/{slug}/cases/{case}/restoration` `reason`: a coordinator puts the signature back,
/// which one of the organization's owners has confirmed.
///
/// # Errors
/// 404 for everybody but the letter's coordinators, and for a case of another letter; 422 without a
/// reason or a confirmation; 409 if it is settled already.
pub async fn restore(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, CaseId)>,
    form: Posted<queue::ReasonForm>,
) -> Result<HttpResponse, Error> {
    settle(site, visitor, path.into_inner(), form.0, Verdict::Restore).await
}

/// `POST /letters/{slug}/cases/{case}/removal` `reason`: a coordinator takes it off for good.
///
/// # Errors
/// As [`restore`].
pub async fn remove(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, CaseId)>,
    form: Posted<queue::ReasonForm>,
) -> Result<HttpResponse, Error> {
    settle(site, visitor, path.into_inner(), form.0, Verdict::Remove).await
}
