//! Creating a coalition, joining it, confirming its members.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::model::{self, Coalition, Coordinated, NewCoalition};
use super::{mails, pages};
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{PersonId, SessionId, Slug};
use crate::mail;
use crate::organizations::{self, Organization};
use crate::people::{SignedIn, Visitor};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::frame::{self, Frame};
use crate::web::limits::made_many;
use crate::web::posted::Posted;
use crate::web::redirect;

/// `GET /coalitions`
///
/// # Errors
/// None but faults.
pub async fn index(site: Site) -> Result<HttpResponse, Error> {
    let all = site.db.read(model::all_coalitions).await?;
    Ok(frame::page(&say!("coalitions-title"), pages::index(&all)))
}

/// `GET /coalitions/new`
///
/// # Errors
/// Asks to sign in.
pub async fn show_new(_: SignedIn) -> Result<HttpResponse, Error> {
    Ok(frame::page(&say!("coalitions-set-up"), pages::new(&pages::Typed::default(), &Complaints::default())))
}

/// The form of a new coalition.
#[derive(Deserialize)]
pub struct NewForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    acronym: String,
    #[serde(default)]
    website: String,
}

/// `POST /coalitions/new`: anyone signed in; they coordinate it.
///
/// # Errors
/// Asks to sign in.
pub async fn create(site: Site, visitor: SignedIn, form: Posted<NewForm>) -> Result<HttpResponse, Error> {
    let form = form.0;
    let person = visitor.person.id;
    let read = match NewCoalition::read(&form.name, &form.acronym, &form.website) {
        Ok(_) if !site.limits.may_make(person) => Err(Complaints::about("name", made_many())),
        read => read,
    };
    let new = match read {
        Ok(new) => new,
        Err(complaints) => {
            let typed = pages::Typed { name: &form.name, acronym: &form.acronym, website: &form.website };
            let page = pages::new(&typed, &complaints);
            return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("coalitions-set-up"), page));
        }
    };
    let coalition = site.db.write::<_, Fault, _>(move |tx| model::add_coalition(tx, &new, person)).await?;
    Ok(redirect::to(format!("/coalitions/{}", coalition.slug)))
}

/// Everything a coalition's page shows.
struct Shown {
    coalition: Coalition,
    members: Vec<Organization>,
    requests: Option<Vec<Organization>>,
    could_join: Vec<Organization>,
    waiting: Vec<Organization>,
    /// The organization that the visitor acts for.
    acting: Option<String>,
    unnamed: usize,
}

fn look(
    tx: &mut Tx<'_>,
    slug: &Slug,
    visitor: Option<(PersonId, SessionId)>,
) -> Result<Option<Shown>, Fault> {
    let Some(coalition) = model::find_coalition(tx, slug)? else { return Ok(None) };
    let members = model::members(tx, coalition.id, true)?;
    let asking = model::members(tx, coalition.id, false)?;
    let mut shown = Shown {
        coalition,
        members,
        requests: None,
        could_join: Vec::new(),
        waiting: Vec::new(),
        acting: None,
        unnamed: 0,
    };
    if let Some((person, session)) = visitor {
        let acting = organizations::find_acting(tx, session, person)?;
        shown.acting = acting.organization().map(|organization| organization.slug.clone());
        for authority in organizations::authorities_of(tx, person)? {
            let own = authority.organization().clone();
            if asking.iter().any(|o| o.id == own.id) {
                shown.waiting.push(own);
            } else if shown.members.iter().all(|o| o.id != own.id) {
                shown.could_join.push(own);
            }
        }
        if model::find_coordinated(tx, person, slug)?.is_some() {
            shown.requests = Some(asking);
        }
    }
    if shown.requests.is_none() {
        // Who confirmed a member knows it; everybody else is told that there is one more.
        let all = shown.members.len();
        shown.members.retain(|member| !member.is_protected());
        shown.unnamed = all - shown.members.len();
    }
    Ok(Some(shown))
}

/// `GET /coalitions/{slug}`: who is a member; its coordinators also see who asks.
///
/// # Errors
/// 404 for one that does not exist.
pub async fn show(site: Site, visitor: Visitor, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let visitor = visitor.person.map(|person| person.id).zip(visitor.session);
    let shown = site.db.read(move |tx| look(tx, &slug, visitor)).await?.ok_or(Error::NotFound)?;
    let possible = pages::Possible {
        requests: shown.requests.as_deref(),
        could_join: &shown.could_join,
        waiting: &shown.waiting,
        acting: shown.acting.as_deref(),
        unnamed: shown.unnamed,
    };
    let frame = Frame { listed: true, ..Frame::of(&shown.coalition.name) };
    Ok(frame::answer(frame, &pages::show(&shown.coalition, &shown.members, &possible)))
}

/// The organization that asks.
#[derive(Deserialize)]
pub struct JoinForm {
    #[serde(default)]
    organization: String,
}

/// `POST /coalitions/{slug}/members`: a person who may sign for an organization asks for it to be
/// confirmed; the coordinators get a mail. Asking twice changes nothing.
///
/// # Errors
/// 404 for a coalition that does not exist; 403 for an organization that is not theirs.
pub async fn ask_to_join(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<JoinForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let back = format!("/coalitions/{slug}");
    let person = visitor.person.id;
    let config = site.config.clone();
    site.db
        .write::<_, Error, _>(move |tx| {
            let coalition = model::find_coalition(tx, &slug)?.ok_or(Error::NotFound)?;
            let wanted = form.0.organization.parse().ok();
            let authority = match wanted {
                Some(slug) => organizations::find_authority(tx, person, &slug)?,
                None => None,
            };
            let authority = authority.ok_or_else(|| Error::Refused { why: say!("coalitions-not-yours") })?;
            if model::request_membership(tx, coalition.id, &authority)? {
                let link = config.address(&format!("/coalitions/{}", coalition.slug));
                for coordinator in model::coordinators_of(tx, coalition.id)? {
                    let organization = authority.organization();
                    let message = mails::asks_to_join(&coordinator, organization, &coalition, link.clone());
                    mail::enqueue(tx, &message)?;
                }
            }
            Ok(())
        })
        .await?;
    Ok(redirect::to(back))
}

fn coordinated(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Coordinated, Error> {
    match model::find_coordinated(tx, person, slug)? {
        Some(coordinated) => Ok(coordinated),
        None if model::find_coalition(tx, slug)?.is_some() => {
            Err(Error::Refused { why: say!("coalitions-only-coordinators") })
        }
        None => Err(Error::NotFound),
    }
}

/// `POST /coalitions/{slug}/members/{organization}/confirmation`: by a coordinator of the
/// coalition; the organization's owners get a mail.
///
/// # Errors
/// 403 for others, 404 for an organization that did not ask.
pub async fn confirm(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, Slug)>,
) -> Result<HttpResponse, Error> {
    let (slug, organization) = path.into_inner();
    let back = format!("/coalitions/{slug}");
    let person = visitor.person.id;
    let config = site.config.clone();
    site.db
        .write::<_, Error, _>(move |tx| {
            let coordinated = coordinated(tx, person, &slug)?;
            let organization = organizations::find_organization(tx, &organization)?.ok_or(Error::NotFound)?;
            let newly = model::confirm_member(tx, &coordinated, organization.id)?.ok_or(Error::NotFound)?;
            if newly {
                let link = config.address(&format!("/coalitions/{}", coordinated.coalition().slug));
                for owner in organizations::owners_of(tx, organization.id)? {
                    let coalition = coordinated.coalition();
                    mail::enqueue(tx, &mails::is_confirmed(&owner, &organization, coalition, link.clone()))?;
                }
            }
            Ok(())
        })
        .await?;
    Ok(redirect::to(back))
}

/// `POST /coalitions/{slug}/members/{organization}/removal`: by a coordinator of the coalition.
/// What the organization signed stays where it was given.
///
/// # Errors
/// 403 for others, 404 for an organization that is neither member nor asking.
pub async fn remove(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, Slug)>,
) -> Result<HttpResponse, Error> {
    let (slug, organization) = path.into_inner();
    let back = format!("/coalitions/{slug}");
    let person = visitor.person.id;
    site.db
        .write::<_, Error, _>(move |tx| {
            let coordinated = coordinated(tx, person, &slug)?;
            let organization = organizations::find_organization(tx, &organization)?.ok_or(Error::NotFound)?;
            if model::remove_member(tx, &coordinated, organization.id)? {
                Ok(())
            } else {
                Err(Error::NotFound)
            }
        })
        .await?;
    Ok(redirect::to(back))
}
