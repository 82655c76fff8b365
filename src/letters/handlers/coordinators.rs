//! Who coordinates a letter: the page, inviting, accepting, removing.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::Site;
use crate::error::Error;
use crate::ids::{CoordinatorInvitationId, PersonId, Slug, TokenHash};
use crate::letters::coordinators::{
    self as model, AcceptError, InviteError, Invited, Presented, RemoveError,
};
use crate::letters::pages::coordinators::{self as pages, Typed};
use crate::people::{Email, SignedIn};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// What stands behind `?note=`.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

/// `GET /letters/{slug}/coordinators`: for its coordinators.
///
/// # Errors
/// 404 for everybody else.
pub async fn show(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<NoteQuery>,
) -> Result<HttpResponse, Error> {
    let note = match query.note.as_str() {
        "invited" => Some(say!("letters-coordinators-note-invited")),
        "withdrawn" => Some(say!("letters-coordinators-note-withdrawn")),
        "removed" => Some(say!("letters-coordinators-note-removed")),
        "joined" => Some(say!("letters-coordinators-note-joined")),
        _ => None,
    };
    let page = (StatusCode::OK, note.as_deref(), &Typed::default(), &Complaints::default());
    shown(&site, &visitor, &slug, page).await
}

async fn shown(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    (status, note, typed, complaints): (StatusCode, Option<&str>, &Typed<'_>, &Complaints),
) -> Result<HttpResponse, Error> {
    let (person, slug) = (visitor.person.id, slug.clone());
    let found = site.db.read(move |tx| model::find_coordination(tx, person, &slug)).await?;
    let page = pages::coordinators(&found.ok_or(Error::NotFound)?, person, note, typed, complaints);
    Ok(frame::work(status, &say!("letters-coordinators"), &[], page))
}

/// Whom to invite.
#[derive(Deserialize)]
pub struct InviteForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    hand_over: String,
}

/// `POST /letters/{slug}/coordinators`: a coordinator invites the owner of an address, or hands the
/// letter over. The answer is the same whether or not the address has an account.
///
/// # Errors
/// 404 for everybody but its coordinators; 429 after many mails to the address or by the person.
pub async fn invite(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<InviteForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let typed = Typed { email: &form.0.email, hand_over: form.0.hand_over == "yes" };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(email) = Email::read(typed.email) else {
        let complaints = Complaints::about("email", say!("letters-not-an-address"));
        return shown(&site, &visitor, &slug, (unprocessable, None, &typed, &complaints)).await;
    };
    let (person, reader) = (visitor.person.id, slug.clone());
    let own = site.db.read(move |tx| crate::letters::find_own(tx, person, &reader)).await?;
    own.ok_or(Error::NotFound)?; // before the limits: strangers learn nothing and use nothing up
    let by = format!("coordinators {}", visitor.person.id);
    if !(site.limits.mail_to(&by) && site.limits.mail_to(email.as_str())) {
        return Err(Error::TooMany { why: say!("letters-many-mails"), seconds: 600 });
    }
    let (person, hand_over, config) = (visitor.person.clone(), typed.hand_over, site.config.clone());
    let (address, letter) = (format!("/letters/{slug}/coordinators?note=invited"), slug.clone());
    let invited = site
        .db
        .write(move |tx| model::invite(tx, &person, &letter, &email, hand_over, |path| config.address(path)))
        .await;
    let why = match invited {
        Ok(Invited::Asked) => return Ok(redirect::to(address)),
        Ok(Invited::HandedOver) => return Ok(redirect::to("/desk")),
        Err(InviteError::NoSuchLetter) => return Err(Error::NotFound),
        Err(InviteError::Fault(fault)) => return Err(fault.into()),
        Err(InviteError::IsCoordinator) => say!("letters-coordinates-already"),
        Err(InviteError::OneselfInvited) => say!("letters-own-address"),
        Err(InviteError::TooManyWaiting) => say!("letters-twenty-wait"),
    };
    let complaints = Complaints::about("email", why);
    shown(&site, &visitor, &slug, (unprocessable, None, &typed, &complaints)).await
}

/// Which invitation.
#[derive(Deserialize)]
pub struct InvitationForm {
    #[serde(default)]
    invitation: String,
}

/// `POST /letters/{slug}/coordinators/withdrawal`: a coordinator takes an invitation back.
///
/// # Errors
/// 404 for everybody but its coordinators, and for an invitation that does not wait.
pub async fn withdraw(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<InvitationForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let invitation = form.0.invitation.parse().map_err(|_| Error::NotFound)?;
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/coordinators?note=withdrawn"));
    let done = site.db.write(move |tx| model::withdraw_invitation(tx, person, &slug, invitation)).await?;
    if done { Ok(redirect::to(address)) } else { Err(Error::NotFound) }
}

/// Who is to go.
#[derive(Deserialize)]
pub struct RemovalForm {
    #[serde(default)]
    person: String,
}

/// `POST /letters/{slug}/coordinators/removal`: a coordinator removes another, or steps down.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 for the last of them.
pub async fn remove(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<RemovalForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let removed: PersonId = form.0.person.parse().map_err(|_| Error::NotFound)?;
    let stays = removed != visitor.person.id;
    let address =
        if stays { format!("/letters/{slug}/coordinators?note=removed") } else { "/desk".to_owned() };
    let person = visitor.person;
    match site.db.write(move |tx| model::remove(tx, &person, &slug, removed)).await {
        Ok(()) => Ok(redirect::to(address)),
        Err(RemoveError::NoSuchLetter | RemoveError::NoSuchCoordinator) => Err(Error::NotFound),
        Err(RemoveError::LastCoordinator) => Err(Error::Refused { why: say!("letters-last-coordinator") }),
        Err(RemoveError::Fault(fault)) => Err(fault.into()),
    }
}

fn link_is_over() -> Error {
    Error::LinkOver { why: say!("letters-coordinating-link-over"), next: (say!("letters-to-desk"), "/desk") }
}

/// `GET /coordinating/{token}`: the page behind the link in the mail, for anyone signed in.
///
/// # Errors
/// Asks to sign in; 410 for a link that no longer works.
pub async fn show_invitation(
    site: Site,
    _: SignedIn,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (hash, action) = (TokenHash::of(&token), format!("/coordinating/{token}"));
    let found = site.db.read(move |tx| model::find_by_token(tx, &hash)).await?;
    let page = pages::invitation(&found.ok_or_else(link_is_over)?, &action);
    Ok(frame::work(StatusCode::OK, &say!("letters-coordinate"), &[], page))
}

async fn accepted(site: &Site, visitor: SignedIn, presented: Presented) -> Result<HttpResponse, Error> {
    let (person, config) = (visitor.person, site.config.clone());
    let accepted =
        site.db.write(move |tx| model::accept(tx, &person, &presented, |path| config.address(path))).await;
    match accepted {
        Ok(slug) => Ok(redirect::to(format!("/letters/{slug}/coordinators?note=joined"))),
        Err(AcceptError::NoSuchInvitation) => Err(link_is_over()),
        // Nothing is to be done, and the invitation still waits for whom it was meant for.
        Err(AcceptError::AlreadyCoordinator { slug }) => {
            Ok(redirect::to(format!("/letters/{slug}/coordinators?note=joined")))
        }
        Err(AcceptError::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /coordinating/{token}`: whoever is signed in and holds the link becomes a coordinator.
///
/// # Errors
/// Asks to sign in, which leads back to the page with the button; 410 for a link that no longer works.
pub async fn accept(
    site: Site,
    visitor: crate::people::Visitor,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (Some(person), Some(session)) = (visitor.person, visitor.session) else {
        return Err(Error::SignInFirst { back_to: format!("/coordinating/{token}"), sent: false });
    };
    let presented = Presented::Link(TokenHash::of(&token));
    accepted(&site, SignedIn { person, session }, presented).await
}

/// `POST /coordinating`: the same from the desk, for an invitation that was sent to the person's own
/// address.
///
/// # Errors
/// Asks to sign in; 410 for an invitation that does not wait for this person.
pub async fn accept_on_desk(
    site: Site,
    visitor: SignedIn,
    form: Posted<InvitationForm>,
) -> Result<HttpResponse, Error> {
    let id: CoordinatorInvitationId = form.0.invitation.parse().map_err(|_| link_is_over())?;
    accepted(&site, visitor, Presented::Desk(id)).await
}
