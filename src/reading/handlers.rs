//! The public letter, its JSON and its live stream.

pub mod quick;
pub mod signatories;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue, LINK, REFERRER_POLICY,
};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use futures_util::StreamExt;
use maud::Markup;
use serde::Deserialize;

pub use super::carrying::handlers as carrying;
use super::carrying::handlers::SCHEMA;
use super::rendered::Snapshot;
use super::tongues::{Tongue, View};
use super::{changes, pages};
use crate::app::{App, Site};
use crate::db::Tx;
use crate::deliveries::Form;
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug, TokenHash};
use crate::invitations;
use crate::letters::{self, Letter};
use crate::people::Visitor;
use crate::text::words::{Words, say};
use crate::text::{markdown, speaking};
use crate::web::{download, frame, redirect};

/// The language in which a letter is to be read, whatever the words around it.
#[derive(Deserialize)]
pub struct TextQuery {
    text: Option<String>,
}

/// `GET /letters/{slug}`: the same bytes for every reader of a language. Before it is public, its coordinators see
/// the draft or the list at this address, and those invited the text; to everybody else it does not
/// exist.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn letter(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    query: web::Query<TextQuery>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    if let Some(shelved) = site.shelf.find(&slug).await? {
        let current = shelved.current();
        let view = View::asked(&current, query.text.as_deref());
        return Ok(match current.ready(view) {
            Some(page) => page.respond(&request),
            None => current.page(view).await?.respond(&request),
        });
    }
    let visitor = Visitor::from_request(&request, &mut Payload::None).await?;
    let found = match visitor.person {
        Some(person) => {
            let (slug, person) = (slug.clone(), person.id);
            site.db.read::<_, Fault, _>(move |tx| look_in_private(tx, &slug, person)).await?
        }
        None => None,
    };
    let Some(found) = found else { return suspended(&site, &slug).await };
    match found {
        Private::Draft { letter, coordinates: true } => {
            Ok(private(&letter.shown_title(), letters::draft_page(&letter)))
        }
        Private::Draft { letter, coordinates: false } => {
            Ok(private(&letter.shown_title(), pages::draft_for_invited(&letter)))
        }
        Private::Collecting { snapshot, coordinates } => {
            let count = snapshot.language().number(snapshot.list.count());
            let title = snapshot.letter.revision().text().title.replace(markdown::COUNT, &count);
            Ok(private(&title, pages::collecting(&snapshot, coordinates)))
        }
    }
}

/// What whoever asks for a letter reads that an operator has suspended: 410, because it was here, and
/// not 451, which says that the law demands it. Caches ask again, for it may come back.
pub(super) async fn suspended(site: &App, slug: &Slug) -> Result<HttpResponse, Error> {
    let slug = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| letters::find_suspended(tx, &slug)).await?;
    let letter = found.ok_or(Error::NotFound)?;
    let words = speaking::asked().unwrap_or_else(|| Words::of(&letter.language()));
    let title = words.say_with("suspended-on", &[("date", &pages::suspension_date(&letter, words))]);
    let page = frame::in_words(&title, words, false, &pages::suspended(&letter, words));
    Ok(HttpResponse::Gone()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(("X-Robots-Tag", "noindex"))
        .content_type("text/html; charset=utf-8")
        .body(page.into_string()))
}

/// The same for programs.
async fn suspended_json(site: &App, slug: &Slug) -> Result<HttpResponse, Error> {
    let wanted = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| letters::find_suspended(tx, &wanted)).await?;
    let letter = found.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Gone().insert_header((CACHE_CONTROL, "no-store")).json(serde_json::json!({
        "slug": slug.as_str(),
        "state": "suspended",
        "suspended_at": letter.suspended_at.map(|at| at.to_string()),
        "suspension_note": letter.suspension_note,
    })))
}

/// A letter before it is public; the script says what its times are where the reader is.
fn private(title: &str, main: Markup) -> HttpResponse {
    frame::work(StatusCode::OK, title, &["invitation.js"], main)
}

/// A letter that is not public, for somebody who may see it.
enum Private {
    Draft { letter: Box<Letter>, coordinates: bool },
    Collecting { snapshot: Box<Snapshot>, coordinates: bool },
}

fn look_in_private(tx: &mut Tx<'_>, slug: &Slug, person: PersonId) -> Result<Option<Private>, Fault> {
    let Some(letter) = letters::find_any(tx, slug)? else { return Ok(None) };
    if !invitations::may_see(tx, &letter, Some(person))? {
        return Ok(None);
    }
    let coordinates = letters::is_coordinator(tx, person, letter.id)?;
    Ok(Some(match letters::find_locked(tx, letter.id)? {
        Some(locked) => Private::Collecting { snapshot: Box::new(Snapshot::of(tx, locked)?), coordinates },
        None => Private::Draft { letter: Box::new(letter), coordinates },
    }))
}

/// `GET /press/{token}`: a private letter for journalists, under a line that says until when nothing
/// of it may be published. Once the letter is public, the link leads to it.
///
/// # Errors
/// 410 for a link that has expired, was revoked or never existed.
pub async fn press(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let found = site.db.read::<_, Fault, _>(move |tx| match letters::find_for_press(tx, &hash)? {
        Some((locked, until)) => Ok(Some((Snapshot::of(tx, locked)?, until))),
        None => Ok(None),
    });
    let (snapshot, until) = found.await?.ok_or_else(|| Error::LinkOver {
        why: say!("reading-press-link-over"),
        next: (say!("web-to-the-letters"), "/"),
    })?;
    let letter = snapshot.letter.letter();
    if letter.is_public() {
        return Ok(redirect::to(format!("/letters/{}", letter.slug)));
    }
    let words = speaking::asked().unwrap_or_else(|| snapshot.words());
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(("X-Robots-Tag", "noindex"))
        // The address is the permission: it must not be told to any page that a reader goes on to.
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .content_type("text/html; charset=utf-8")
        .body(pages::embargoed(&snapshot, until, words).into_string()))
}

/// `GET /letters/{slug}.json`
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn json(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    match site.shelf.find(&slug).await? {
        Some(shelved) => {
            let mut response = shelved.current().json().await?.respond(&request);
            // Beside the letter and not in it: whoever reads it by its fields finds those they know.
            let schema = format!(
                "<{}>; rel=\"describedby\"; type=\"application/schema+json\"",
                site.config.address(SCHEMA)
            );
            response.headers_mut().insert(LINK, HeaderValue::try_from(schema).map_err(Fault::from_error)?);
            Ok(response)
        }
        None => suspended_json(&site, &slug).await,
    }
}

/// In which language a file is, and how a table is asked for: by a spreadsheet program with `bom=1`.
#[derive(Deserialize)]
pub struct PaperQuery {
    text: Option<String>,
    bom: Option<String>,
}

/// `GET /letters/{slug}.pdf`, `.docx`, `.txt`, `.md`, `.csv`: the letter and its list as they stand, in the
/// reader's language or that of `?text=` if there is a translation. What was delivered is under
/// `/letters/{slug}/delivery`.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn paper(
    site: Site,
    request: HttpRequest,
    path: web::Path<(Slug, String)>,
    query: web::Query<PaperQuery>,
) -> Result<HttpResponse, Error> {
    let (slug, extension) = path.into_inner();
    let form = match Form::of_extension(&extension).ok_or(Error::NotFound)? {
        Form::Csv if query.bom.as_deref() == Some("1") => Form::Sheet,
        form => form,
    };
    let Some((paper, title)) = site.shelf.paper(&slug, form, query.text.as_deref()).await? else {
        return suspended(&site, &slug).await;
    };
    let mut response = paper.respond(&request);
    // A browser shows what it can; the others are for other programs.
    let shown = matches!(form, Form::Pdf | Form::Txt | Form::Md);
    let name = download::named(shown, slug.as_str(), &title, form.extension());
    response.headers_mut().insert(CONTENT_DISPOSITION, name);
    Ok(response)
}

/// From which number on a page wants to hear, and in which language it is.
#[derive(Deserialize)]
pub struct LiveQuery {
    after: Option<i64>,
    #[serde(rename = "in")]
    language: Option<String>,
}

/// `GET /letters/{slug}/live`: server-sent events (see `changes.rs`) after the number in
/// `Last-Event-ID`, or in `?after=`, or from this moment on; in the language of the page, which says
/// it in `?in=`, for what a browser asks for may have changed since the page was read.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn live(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    query: web::Query<LiveQuery>,
) -> Result<HttpResponse, Error> {
    let Some(shelved) = site.shelf.find(&slug).await? else { return suspended(&site, &slug).await };
    let last = request.headers().get("last-event-id").and_then(|id| id.to_str().ok()?.trim().parse().ok());
    let after = last.or(query.after);
    let first = shelved.current();
    let known = first.snapshot.seq;
    let mut tongue = Tongue::asked(first.own);
    if let Some(words) = query.language.as_deref().and_then(Words::spoken) {
        tongue.words = words;
    }
    let room = shelved.rooms.of(tongue);
    let come_back = room.come_back_after();
    let catch_up = || {
        let current = shelved.current();
        changes::opening(&current.snapshot, after.unwrap_or(current.snapshot.seq), tongue, come_back)
    };
    let events = room.listen(&catch_up, move || changes::anew(known), &site.stop);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // nginx would otherwise collect events until a buffer is full.
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(events.map(Ok::<_, Fault>)))
}
