//! The tokens of an organization's own programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::{App, Site};
use crate::error::Error;
use crate::ids::{ApiTokenId, PersonId, Slug};
use crate::organizations::Scope;
use crate::organizations::pages::tokens as pages;
use crate::organizations::tokens::{self, NewToken, TokenError};
use crate::people::SignedIn;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// What a token is called, what it is good for, and for how many days.
#[derive(Deserialize)]
pub struct TokenForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    sign_letters: String,
    #[serde(default)]
    read_invitations: String,
    #[serde(default)]
    days: String,
}

async fn shown(
    site: &App,
    person: PersonId,
    slug: &Slug,
    typed: &pages::Typed<'_>,
    complaints: &Complaints,
    made: Option<&str>,
) -> Result<HttpResponse, Error> {
    let slug = slug.clone();
    let found = site.db.read(move |tx| tokens::tokens_shown(tx, person, &slug)).await?;
    let found = found.ok_or(Error::NotFound)?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = pages::tokens(&found, person, typed, complaints, made);
    Ok(frame::work(status, &say!("api-tokens-title"), &[], page))
}

/// `GET /organizations/{slug}/tokens`: for its people who may sign for it.
///
/// # Errors
/// 404 for everybody else.
pub async fn show(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let typed = pages::Typed::default();
    shown(&site, visitor.person.id, &slug, &typed, &Complaints::default(), None).await
}

fn refused(refusal: TokenError) -> Error {
    match refusal {
        TokenError::NoSuchOrganization => Error::NotFound,
        TokenError::NoAuthority => Error::Refused { why: say!("api-tokens-no-authority") },
        TokenError::TooMany => Error::Refused { why: say!("api-tokens-too-many") },
        TokenError::Fault(fault) => Error::Fault(fault),
    }
}

/// A year: whoever looks after a program looks after its token once in that time.
const MOST_DAYS: i64 = 366;

/// `POST /organizations/{slug}/tokens` `name, sign_letters, read_invitations, days`: the page that answers
/// shows the token, and nothing shows it again.
///
/// # Errors
/// 404 for everybody but its people; 403 for those without authority; 422 with the words kept.
pub async fn make(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<TokenForm>,
) -> Result<HttpResponse, Error> {
    let (slug, form, person) = (slug.into_inner(), form.0, visitor.person);
    let name = clean::line(&form.name);
    let ticked = [(Scope::SignLetters, &form.sign_letters), (Scope::ReadInvitations, &form.read_invitations)];
    let scopes: Vec<Scope> =
        ticked.into_iter().filter(|(_, typed)| !typed.is_empty()).map(|(scope, _)| scope).collect();
    let mut complaints = Complaints::default();
    complaints.required("name", &name, 100, &say!("api-tokens-name-missing"));
    if scopes.is_empty() {
        complaints.add("scopes", say!("api-tokens-no-scope"));
    }
    let days = form.days.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
    if days.is_none() {
        complaints.add("days", say!("api-tokens-no-days"));
    }
    let (Some(days), true) = (days, complaints.is_empty()) else {
        let typed = pages::Typed { name: &form.name, scopes: &scopes, days: &form.days };
        return shown(&site, person.id, &slug, &typed, &complaints, None).await;
    };
    let (config, at, who) = (site.config.clone(), slug.clone(), person.clone());
    let new = NewToken { name, scopes, days };
    let made = site.db.write(move |tx| tokens::make_token(tx, &who, &at, &new, |path| config.address(path)));
    let token = made.await.map_err(refused)?;
    let typed = pages::Typed::default();
    shown(&site, person.id, &slug, &typed, &Complaints::default(), Some(&token)).await
}

/// `POST /organizations/{slug}/tokens/{id}/revocation`: the token ends at once.
///
/// # Errors
/// 404 for everybody but its person and the organization's owners, and for one that is over.
pub async fn revoke(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = path.into_inner();
    let id: ApiTokenId = id.parse().map_err(|_| Error::NotFound)?;
    let (person, address) = (visitor.person.id, format!("/organizations/{slug}/tokens"));
    site.db.write(move |tx| tokens::revoke_token(tx, person, &slug, id)).await.map_err(refused)?;
    Ok(redirect::to(address))
}
