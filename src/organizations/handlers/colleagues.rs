//! The people of an organization, and the link by which a colleague becomes one of them.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use crate::app::{App, Site};
use crate::error::Error;
use crate::ids::{PersonId, Slug, TokenHash};
use crate::organizations::Role;
use crate::organizations::colleagues::{self, ColleagueError, JoinError, Joining};
use crate::organizations::pages::colleagues as pages;
use crate::people::{self, Arrival, Email, SignedIn, Visitor};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{address, frame, redirect};

/// What was just done.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

fn back_to(slug: &Slug, note: &str) -> HttpResponse {
    redirect::to(format!("/organizations/{slug}/people?note={note}"))
}

async fn shown(
    site: &App,
    person: PersonId,
    slug: &Slug,
    status: StatusCode,
    typed: (&str, &str),
    complaints: &Complaints,
    note: Option<&str>,
) -> Result<HttpResponse, Error> {
    let slug = slug.clone();
    let team = site.db.read(move |tx| colleagues::team(tx, person, &slug)).await?.ok_or(Error::NotFound)?;
    Ok(frame::work(
        status,
        &say!("organizations-people"),
        &[],
        pages::team(&team, person, typed, complaints, note),
    ))
}

/// `GET /organizations/{slug}/people`: who acts for it; for its own people.
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
        "invited" => Some(say!("organizations-mail-on-its-way")),
        "removed" => Some(say!("organizations-note-removed")),
        "saved" => Some(say!("organizations-saved")),
        "offered" => Some(say!("organizations-note-offered")),
        "taken-back" => Some(say!("organizations-note-taken-back")),
        "yours" => Some(say!("organizations-note-yours")),
        "joined" => Some(say!("organizations-note-joined")),
        _ => None,
    };
    shown(
        &site,
        visitor.person.id,
        &slug,
        StatusCode::OK,
        ("", "member"),
        &Complaints::default(),
        note.as_deref(),
    )
    .await
}

fn refused(refusal: ColleagueError) -> Error {
    let why = |why: String| Error::Refused { why };
    match refusal {
        ColleagueError::NoSuchOrganization => Error::NotFound,
        ColleagueError::AlreadyHere => why(say!("organizations-already-here")),
        ColleagueError::TooMany => why(say!("organizations-too-many-invited")),
        ColleagueError::LastOwner => why(say!("organizations-last-owner")),
        ColleagueError::Fault(fault) => Error::Fault(fault),
    }
}

/// Whom to invite, as what.
#[derive(Deserialize)]
pub struct ColleagueForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
}

/// `POST /organizations/{slug}/people` `email, role`: an owner invites a colleague by mail.
///
/// # Errors
/// 404 for everybody but its owners; 422 with the words kept.
pub async fn invite(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<ColleagueForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (email, role) = (Email::read(&form.0.email), form.0.role.trim().parse::<Role>());
    let mut complaints = Complaints::default();
    if email.is_none() {
        complaints.add("email", say!("organizations-no-email"));
    }
    if role.is_err() {
        complaints.add("role", say!("organizations-choose-role"));
    }
    let person = visitor.person.id;
    if let (Some(email), Ok(role)) = (email, role) {
        let (config, owner, to) = (site.config.clone(), visitor.person, slug.clone());
        let invited = site.db.write(move |tx| {
            colleagues::invite_colleague(tx, &owner, &to, &email, role, |path| config.address(path))
        });
        match invited.await {
            Ok(()) => return Ok(back_to(&slug, "invited")),
            Err(ColleagueError::AlreadyHere) => {
                complaints.add("email", say!("organizations-already-here"));
            }
            Err(other) => return Err(refused(other)),
        }
    }
    let typed = (form.0.email.as_str(), form.0.role.as_str());
    shown(&site, person, &slug, StatusCode::UNPROCESSABLE_ENTITY, typed, &complaints, None).await
}

/// What a colleague may do from now on.
#[derive(Deserialize)]
pub struct RoleForm {
    #[serde(default)]
    role: String,
}

fn read_path(path: web::Path<(Slug, String)>) -> Result<(Slug, PersonId), Error> {
    let (slug, id) = path.into_inner();
    Ok((slug, id.parse().map_err(|_| Error::NotFound)?))
}

/// `POST /organizations/{slug}/people/{id}/role` `role`: an owner gives a colleague another role.
///
/// # Errors
/// 404 for everybody but its owners; 403 if it would have no owner.
pub async fn set_role(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<RoleForm>,
) -> Result<HttpResponse, Error> {
    let (slug, colleague) = read_path(path)?;
    let role =
        form.0.role.parse().map_err(|()| Error::BadRequest { why: say!("organizations-no-such-role") })?;
    let (owner, at) = (visitor.person.id, slug.clone());
    site.db.write(move |tx| colleagues::set_role(tx, owner, &at, colleague, role)).await.map_err(refused)?;
    Ok(back_to(&slug, "saved"))
}

/// `POST /organizations/{slug}/people/{id}/removal`: an owner takes a colleague out, or somebody
/// leaves.
///
/// # Errors
/// 404 for everybody else; 403 if it would have no owner.
pub async fn remove(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, colleague) = read_path(path)?;
    let (by, at) = (visitor.person.id, slug.clone());
    site.db.write(move |tx| colleagues::remove(tx, by, &at, colleague)).await.map_err(refused)?;
    Ok(if by == colleague { redirect::to("/desk") } else { back_to(&slug, "removed") })
}

/// Whether every signature needs two persons.
#[derive(Deserialize)]
pub struct StepsForm {
    #[serde(default)]
    two_steps: String,
}

/// `POST /organizations/{slug}/people/steps` `two_steps`: an owner chooses whether every signature
/// has to be approved by another person with authority.
///
/// # Errors
/// 404 for everybody but its owners.
pub async fn set_steps(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<StepsForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (owner, at, two_steps) = (visitor.person.id, slug.clone(), !form.0.two_steps.is_empty());
    site.db.write(move |tx| colleagues::set_two_steps(tx, owner, &at, two_steps)).await.map_err(refused)?;
    Ok(back_to(&slug, "saved"))
}

fn link_is_over() -> Error {
    Error::LinkOver {
        why: say!("organizations-place-over"),
        next: (say!("organizations-sign-in"), "/sign-in"),
    }
}

/// `GET /colleagues/{token}`: what one is invited to, and how to take it up.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn show_place(
    site: Site,
    visitor: Visitor,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let place = site.db.read(move |tx| colleagues::find_place(tx, &hash)).await?.ok_or_else(link_is_over)?;
    let page = pages::place(&token, &place, visitor.person.as_ref(), "", &Complaints::default());
    Ok(frame::page(&say!("organizations-join-title"), page))
}

/// The name and password of somebody without an account.
#[derive(Deserialize)]
pub struct JoinForm {
    #[serde(default)]
    person_name: String,
    #[serde(default)]
    password: String,
}

/// `POST /colleagues/{token}` `person_name, password`: joins, with the account that is signed in, or
/// with a new one for the address that the mail went to.
///
/// # Errors
/// 410 for a link that is used, over or forged; 422 with the words kept.
pub async fn join(
    site: Site,
    request: HttpRequest,
    visitor: Visitor,
    token: web::Path<String>,
    form: Posted<JoinForm>,
) -> Result<HttpResponse, Error> {
    site.limits.attempt_from(address::of_client(&request, &site.config.trusted_proxies))?;
    let hash = TokenHash::of(&token);
    let wanted = hash.clone();
    let place =
        site.db.read(move |tx| colleagues::find_place(tx, &wanted)).await?.ok_or_else(link_is_over)?;
    let name = clean::line(&form.0.person_name);
    let had_account = visitor.person.is_some();
    let mut complaints = Complaints::default();
    let who = match &visitor.person {
        Some(person) => Some(Joining::Person(person.id)),
        None => {
            complaints.required("person_name", &name, 200, &say!("organizations-person-name-missing"));
            let own = [&name, &place.email, &place.organization.name].map(String::as_str);
            if let Some(complaint) = people::password_complaint(&form.0.password, &own) {
                complaints.add("password", complaint);
            }
            match complaints.is_empty() {
                true => Some(Joining::New {
                    name: name.clone(),
                    password: site.passwords.hash(form.0.password).await?,
                }),
                false => None,
            }
        }
    };
    if let Some(who) = who {
        match site.db.write(move |tx| colleagues::join(tx, &hash, who)).await {
            Ok((person, organization)) => {
                let mut answer =
                    redirect::to(format!("/organizations/{}/people?note=joined", organization.slug));
                if !had_account {
                    people::enter(&site, visitor, person, Arrival::ByLink, &mut answer).await?;
                }
                return Ok(answer);
            }
            Err(JoinError::NoSuchPlace) => return Err(link_is_over()),
            Err(JoinError::HasAccount) => complaints.add("password", say!("organizations-has-account")),
            Err(JoinError::Fault(fault)) => return Err(fault.into()),
        }
    }
    let page = pages::place(&token, &place, visitor.person.as_ref(), &name, &complaints);
    Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("organizations-join-title"), page))
}
