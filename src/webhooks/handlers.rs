//! Where coordinators and owners say where their webhooks lead, see what became of them, and try them.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::model::{self, About, Kind, WebhookError};
use super::targets::{NoTarget, read_target};
use super::{pages, sending};
use crate::app::{App, Site};
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug, WebhookDeliveryId, WebhookId};
use crate::people::SignedIn;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// Where it leads, and what it hears.
#[derive(Deserialize, Default)]
pub struct WebhookForm {
    #[serde(default)]
    url: String,
    #[serde(default)]
    signed: String,
    #[serde(default)]
    withdrew: String,
    #[serde(default)]
    revised: String,
    #[serde(default)]
    published: String,
    #[serde(default)]
    closed: String,
    #[serde(default)]
    delivered: String,
}

impl WebhookForm {
    fn kinds(&self) -> Vec<Kind> {
        let ticked = |kind: &Kind| {
            let field = match kind {
                Kind::Signed => &self.signed,
                Kind::Withdrew => &self.withdrew,
                Kind::Revised => &self.revised,
                Kind::Published => &self.published,
                Kind::Closed => &self.closed,
                Kind::Delivered => &self.delivered,
                Kind::Test => return false,
            };
            !field.is_empty()
        };
        Kind::CHOICES.into_iter().filter(ticked).collect()
    }
}

fn refused(refusal: WebhookError) -> Error {
    match refusal {
        WebhookError::NotTheirs => Error::NotFound,
        WebhookError::TooMany => Error::Refused { why: say!("webhooks-too-many") },
        WebhookError::Fault(fault) => Error::Fault(fault),
    }
}

/// How what webhooks are about is found for a person.
type Find = fn(&mut Tx<'_>, PersonId, &Slug) -> Result<Option<About>, Fault>;

async fn list(
    site: &App,
    person: PersonId,
    slug: &Slug,
    find: Find,
    typed: &pages::Typed<'_>,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let slug = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| match find(tx, person, &slug)? {
        Some(about) => {
            let all = model::webhooks_about(tx, &about)?;
            Ok(Some((about, all)))
        }
        None => Ok(None),
    });
    let (about, all) = found.await?.ok_or(Error::NotFound)?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(frame::work(status, &say!("webhooks-title"), &[], pages::list(&about, &all, typed, complaints)))
}

async fn show_about(site: Site, visitor: SignedIn, slug: &Slug, find: Find) -> Result<HttpResponse, Error> {
    let typed = pages::Typed { url: "", kinds: &Kind::CHOICES };
    list(&site, visitor.person.id, slug, find, &typed, &Complaints::default()).await
}

async fn add(
    site: Site,
    visitor: SignedIn,
    slug: Slug,
    form: WebhookForm,
    find: Find,
) -> Result<HttpResponse, Error> {
    let (person, kinds) = (visitor.person.id, form.kinds());
    let mut complaints = Complaints::default();
    let target = read_target(form.url.trim(), site.config.is_local());
    match &target {
        Ok(_) => {}
        Err(NoTarget::NoAddress) => complaints.add("url", say!("webhooks-no-address")),
        Err(NoTarget::NotHttps) => complaints.add("url", say!("webhooks-not-https")),
        Err(NoTarget::NotPublic) => complaints.add("url", say!("webhooks-target-not-public")),
    }
    if kinds.is_empty() {
        complaints.add("kinds", say!("webhooks-no-kind"));
    }
    let (Ok(target), true) = (target, complaints.is_empty()) else {
        let typed = pages::Typed { url: &form.url, kinds: &kinds };
        return list(&site, person, &slug, find, &typed, &complaints).await;
    };
    let added = site.db.write(move |tx| {
        let about = find(tx, person, &slug)?.ok_or(WebhookError::NotTheirs)?;
        model::add_webhook(tx, person, &about, target.as_str(), &kinds)
    });
    let (id, secret) = added.await.map_err(refused)?;
    one(&site, person, id, Some(&secret), None).await
}

/// `GET /letters/{slug}/webhooks`: for its coordinators.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_of_letter(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    show_about(site, visitor, &slug, model::about_letter).await
}

/// `POST /letters/{slug}/webhooks` `url, signed, withdrew, revised, published, closed, delivered`: the page
/// that answers shows the secret, and nothing shows it again.
///
/// # Errors
/// 404 for everybody but its coordinators; 422 with the words kept; 403 if there are very many.
pub async fn add_to_letter(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<WebhookForm>,
) -> Result<HttpResponse, Error> {
    add(site, visitor, slug.into_inner(), form.0, model::about_letter).await
}

/// `GET /organizations/{slug}/webhooks`: for its owners.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_of_organization(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    show_about(site, visitor, &slug, model::about_organization).await
}

/// `POST /organizations/{slug}/webhooks`: as for a letter.
///
/// # Errors
/// 404 for everybody but its owners; 422 with the words kept; 403 if there are very many.
pub async fn add_to_organization(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<WebhookForm>,
) -> Result<HttpResponse, Error> {
    add(site, visitor, slug.into_inner(), form.0, model::about_organization).await
}

fn read_id(text: &str) -> Result<WebhookId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

async fn one(
    site: &App,
    person: PersonId,
    id: WebhookId,
    secret: Option<&str>,
    note: Option<&str>,
) -> Result<HttpResponse, Error> {
    let found = site.db.read::<_, Fault, _>(move |tx| match model::find_own(tx, person, id)? {
        Some((webhook, about)) => Ok(Some((webhook, about, sending::log_of(tx, id)?))),
        None => Ok(None),
    });
    let (webhook, about, log) = found.await?.ok_or(Error::NotFound)?;
    let page = pages::one(&webhook, &about, &log, secret, note, site.db.now());
    Ok(frame::work(StatusCode::OK, &say!("webhooks-one"), &[], page))
}

/// What was just done.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

/// `GET /webhooks/{id}`: where it leads, and what became of what was sent.
///
/// # Errors
/// 404 for everybody who does not coordinate the letter, or own the organization, that it is about.
pub async fn show(
    site: Site,
    visitor: SignedIn,
    id: web::Path<String>,
    query: web::Query<NoteQuery>,
) -> Result<HttpResponse, Error> {
    let note = match query.note.as_str() {
        "test" => Some(say!("webhooks-note-test")),
        "on" => Some(say!("webhooks-note-on")),
        "off" => Some(say!("webhooks-note-off")),
        "again" => Some(say!("webhooks-note-again")),
        _ => None,
    };
    one(&site, visitor.person.id, read_id(&id)?, None, note.as_deref()).await
}

async fn change(
    site: Site,
    visitor: SignedIn,
    id: &str,
    note: &str,
    how: impl FnOnce(&mut Tx<'_>, PersonId, WebhookId) -> Result<(), WebhookError> + Send + 'static,
) -> Result<HttpResponse, Error> {
    let (id, person) = (read_id(id)?, visitor.person.id);
    site.db.write(move |tx| how(tx, person, id)).await.map_err(refused)?;
    Ok(redirect::to(format!("/webhooks/{id}?note={note}")))
}

/// `POST /webhooks/{id}/test`: something that did not happen is sent, once.
///
/// # Errors
/// 404 for everybody whose it is not; 429 very often.
pub async fn test(site: Site, visitor: SignedIn, id: web::Path<String>) -> Result<HttpResponse, Error> {
    if !site.limits.mail_to(&format!("webhook {}", id.as_str())) {
        return Err(Error::TooMany { why: say!("webhooks-too-often"), seconds: 360 });
    }
    change(site, visitor, &id, "test", sending::enqueue_test).await
}

/// `POST /webhooks/{id}/on`
///
/// # Errors
/// 404 for everybody whose it is not.
pub async fn turn_on(site: Site, visitor: SignedIn, id: web::Path<String>) -> Result<HttpResponse, Error> {
    change(site, visitor, &id, "on", model::turn_on).await
}

/// `POST /webhooks/{id}/off`
///
/// # Errors
/// 404 for everybody whose it is not.
pub async fn turn_off(site: Site, visitor: SignedIn, id: web::Path<String>) -> Result<HttpResponse, Error> {
    change(site, visitor, &id, "off", model::turn_off).await
}

/// `POST /webhooks/{id}/secret`: another secret, shown by the page that answers and by nothing else.
///
/// # Errors
/// 404 for everybody whose it is not.
pub async fn renew_secret(
    site: Site,
    visitor: SignedIn,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (id, person) = (read_id(&id)?, visitor.person.id);
    let secret = site.db.write(move |tx| model::renew_secret(tx, person, id)).await.map_err(refused)?;
    one(&site, person, id, Some(&secret), None).await
}

/// `POST /webhooks/{id}/removal`: nothing is sent there any more, and nothing is known of it.
///
/// # Errors
/// 404 for everybody whose it is not.
pub async fn remove(site: Site, visitor: SignedIn, id: web::Path<String>) -> Result<HttpResponse, Error> {
    let (id, person) = (read_id(&id)?, visitor.person.id);
    let about = site.db.write(move |tx| model::remove(tx, person, id)).await.map_err(refused)?;
    Ok(redirect::to(about.path()))
}

/// `POST /webhooks/{id}/deliveries/{delivery}/again`
///
/// # Errors
/// 404 for everybody whose it is not, and for what was never sent there.
pub async fn send_again(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (id, delivery) = path.into_inner();
    let delivery: WebhookDeliveryId = delivery.parse().map_err(|_| Error::NotFound)?;
    change(site, visitor, &id, "again", move |tx, person, id| sending::send_again(tx, person, id, delivery))
        .await
}
