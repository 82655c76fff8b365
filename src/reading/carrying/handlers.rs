//! The addresses of what is carried elsewhere.

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_DISPOSITION, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, HeaderName,
    HeaderValue,
};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::feed::{self, Published};
use super::oembed::{self, Room};
use super::sitemap::{self, Listed};
use super::{Letter, Piece, head, piece};
use crate::app::Site;
use crate::coalitions;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::letters;
use crate::reading::handlers::suspended;
use crate::reading::papers::title_of;
use crate::reading::rendered::Snapshot;
use crate::reading::tongues::Tongue;
use crate::signatures;
use crate::text::direction::isolated;
use crate::text::speaking;
use crate::text::words::Words;
use crate::web::download;
use crate::web::prerendered::Prerendered;

/// What may be shown on pages of others. The rule for all answers is that nothing may.
const FOR_OTHERS: (HeaderName, HeaderValue) =
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));

/// The frame may stand on every page, and does nothing but load its own style and tell its height.
const FRAMED: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    form-action 'none'; base-uri 'none'; frame-ancestors *";

/// A picture runs nothing and shows nothing else, also when it is opened on its own.
const PICTURE: &str = "default-src 'none'; sandbox";

/// A piece of a public letter, as everyone gets it.
async fn carried(
    site: &Site,
    request: &HttpRequest,
    slug: &Slug,
    what: Piece,
    tongue: fn(Tongue) -> Tongue,
) -> Result<HttpResponse, Error> {
    let Some(shelved) = site.shelf.find(slug).await? else { return suspended(site, slug).await };
    let rendered = shelved.current();
    if what == Piece::Calendar && rendered.snapshot.letter.letter().deadline.is_none() {
        return Err(Error::NotFound);
    }
    let tongue = tongue(rendered.own);
    let piece = piece(site.db.clone(), site.config.clone(), rendered, what, tongue).await?;
    let mut response = piece.respond(request);
    let language = HeaderValue::from_static(tongue.words.tag());
    response.headers_mut().insert(CONTENT_LANGUAGE, language);
    Ok(response)
}

fn with(mut response: HttpResponse, headers: &[(HeaderName, HeaderValue)]) -> HttpResponse {
    for (name, value) in headers {
        response.headers_mut().insert(name.clone(), value.clone());
    }
    response
}

/// What a picture or a frame for pages of others is answered with; an answer that there is none stays closed.
fn for_others(response: HttpResponse, policy: &'static str) -> HttpResponse {
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        let policy = (CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        return with(response, &[FOR_OTHERS, policy]);
    }
    response
}

/// `GET /letters/{slug}.atom`: who signed and who withdrew, the latest first.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn feed(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    carried(&site, &request, &slug, Piece::Feed, Tongue::of_address).await
}

/// `GET /letters/{slug}.ics`: its deadline.
///
/// # Errors
/// 404 for a letter that is not public, or has no deadline.
pub async fn calendar(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    let mut response = carried(&site, &request, &slug, Piece::Calendar, Tongue::of_address).await?;
    if response.status().is_success() {
        let name = download::named(false, slug.as_str(), slug.as_str(), "ics");
        response.headers_mut().insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// `GET /letters/{slug}/embed`: the letter in a frame on anybody's page.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn embed(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let response = carried(&site, &request, &slug, Piece::Embed, Tongue::of_address).await?;
    Ok(for_others(response, FRAMED))
}

/// `GET /letters/{slug}/badge.svg`: how many signed, as a small picture.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn badge(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let response = carried(&site, &request, &slug, Piece::Badge, Tongue::of_address).await?;
    Ok(for_others(response, PICTURE))
}

/// `GET /letters/{slug}/card.png`: the picture beside a link to it.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn card(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let response = carried(&site, &request, &slug, Piece::Card, Tongue::of_address).await?;
    Ok(for_others(response, PICTURE))
}

/// `GET /letters/{slug}/share`: everything with which the letter is passed on.
///
/// # Errors
/// 404 for a letter that is not public.
pub async fn share(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    carried(&site, &request, &slug, Piece::Share, Tongue::asked).await
}

/// `GET /embed.js`: the line of a partner's page. Its address stays; so it is asked about each time.
pub async fn script(request: HttpRequest) -> HttpResponse {
    static SCRIPT: std::sync::LazyLock<Prerendered> = std::sync::LazyLock::new(|| {
        Prerendered::changing("text/javascript; charset=utf-8", include_bytes!("embed.js").to_vec())
    });
    with(SCRIPT.respond(&request), &[FOR_OTHERS])
}

/// `GET /schemas/letter.json`: the form of a letter's JSON (JSON Schema 2020-12).
pub async fn schema(site: Site, request: HttpRequest) -> HttpResponse {
    // It is called by its address here.
    let schema = include_str!("letter.schema.json").replace("{{address}}", &site.config.address(SCHEMA));
    let schema = Prerendered::changing("application/schema+json", schema.into_bytes());
    with(schema.respond(&request), &[open_to_scripts(), FOR_OTHERS])
}

/// Where the form of a letter's JSON is told.
pub(in crate::reading) const SCHEMA: &str = "/schemas/letter.json";

/// Scripts of any page may read it: it is for everyone, and the same for all.
fn open_to_scripts() -> (HeaderName, HeaderValue) {
    (ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"))
}

/// What whoever shows a link asks.
#[derive(Deserialize)]
pub struct OembedQuery {
    url: Option<String>,
    format: Option<String>,
    maxwidth: Option<String>,
    maxheight: Option<String>,
}

/// A number of dots; none was asked for, or it is none.
fn dots(typed: Option<&str>) -> Result<Option<u32>, Error> {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else { return Ok(None) };
    match typed.parse() {
        Ok(dots) if dots > 0 => Ok(Some(dots)),
        _ => Err(Error::BadRequest { why: crate::text::words::say!("carrying-oembed-size") }),
    }
}

/// `GET /oembed?url=…`: what to show for the address of a letter.
///
/// # Errors
/// 404 for an address that is no public letter's here, 501 for a format that is none of the two.
pub async fn oembed(
    site: Site,
    request: HttpRequest,
    query: web::Query<OembedQuery>,
) -> Result<HttpResponse, Error> {
    let xml = match query.format.as_deref() {
        None | Some("" | "json") => false,
        Some("xml") => true,
        Some(_) => return Ok(HttpResponse::NotImplemented().content_type("text/plain").body("json, xml\n")),
    };
    let room = Room { width: dots(query.maxwidth.as_deref())?, height: dots(query.maxheight.as_deref())? };
    let Some(url) = &query.url else {
        return Err(Error::BadRequest { why: crate::text::words::say!("carrying-oembed-address") });
    };
    let (slug, words) = oembed::letter_at(url, &site.config.public_url).ok_or(Error::NotFound)?;
    let Some(shelved) = site.shelf.find(&slug).await? else { return suspended(&site, &slug).await };
    let rendered = shelved.current();
    let tongue = match words {
        Some(words) => Tongue { words, goes_on: true },
        None => rendered.own,
    };
    let letter = Letter { snapshot: &rendered.snapshot, tongue, config: &site.config };
    let answer = if xml {
        Prerendered::changing("text/xml; charset=utf-8", oembed::xml(&letter, room)?)
    } else {
        Prerendered::changing("application/json; charset=utf-8", oembed::json(&letter, room)?)
    };
    Ok(with(answer.respond(&request), &[open_to_scripts(), FOR_OTHERS]))
}

/// Everything that the feed of new letters says of one.
fn published(tx: &mut Tx<'_>, words: Words) -> Result<Vec<Published>, Fault> {
    let mut all = Vec::new();
    for row in letters::public_letters(tx, None)?.letters {
        let Some(locked) = letters::find_public_by_id(tx, row.id)? else { continue };
        let Some(published_at) = row.published_at else { continue };
        let snapshot = Snapshot::of(tx, locked)?;
        let text = snapshot.text_for(words);
        let written = snapshot.letter.revision().created_at;
        let rtl = words.language().direction() == "rtl";
        all.push(Published {
            language: snapshot.language_of(text).tag(),
            title: title_of(&snapshot, text),
            about: isolated(&head::about(&snapshot, words), rtl),
            published_at,
            // Each signature changes the letter too; whoever waits for letters is told of the text.
            changed_at: row
                .retracted_at
                .into_iter()
                .chain([written, published_at])
                .max()
                .unwrap_or(published_at),
            slug: row.slug,
        });
    }
    Ok(all)
}

/// `GET /letters.atom`: the letters that became public, the latest first.
///
/// # Errors
/// None but faults.
pub async fn site_feed(site: Site, request: HttpRequest) -> Result<HttpResponse, Error> {
    let tongue = Tongue::of_address(Tongue { words: Words::default(), goes_on: false });
    let all = site.db.read(move |tx| published(tx, tongue.words)).await?;
    let feed = speaking::in_words(tongue.words, || feed::of_site(&site.config, tongue, &all))?;
    Ok(Prerendered::changing(feed::TYPE, feed).respond(&request))
}

/// Everything that is here for anyone.
fn listed(tx: &mut Tx<'_>) -> Result<Vec<Listed>, Fault> {
    let there = |path: String| Listed { path, changed: None };
    let mut all = vec![there("/".to_owned())];
    all.extend(letters::public_addresses(tx)?.into_iter().map(|letter| Listed {
        path: format!("/letters/{}", letter.slug),
        changed: Some(letter.changed_at.to_string()),
    }));
    let organizations = signatures::addresses_of_public_signatories(tx)?;
    all.extend(organizations.into_iter().map(|slug| there(format!("/organizations/{slug}"))));
    let coalitions = coalitions::coalition_addresses(tx)?;
    all.extend(coalitions.into_iter().map(|slug| there(format!("/coalitions/{slug}"))));
    Ok(all)
}

/// `GET /sitemap.xml`: every page for anyone, or the list of the files that have them.
///
/// # Errors
/// None but faults.
pub async fn sitemap(site: Site, request: HttpRequest) -> Result<HttpResponse, Error> {
    let pages = site.db.read(listed).await?;
    let address = |path: &str| site.config.address(path);
    let file = match sitemap::files(pages.len()) {
        1 => sitemap::file(&address, &pages, 1).ok_or(Error::NotFound)??,
        files => sitemap::index(&address, files)?,
    };
    Ok(Prerendered::changing(sitemap::TYPE, file).respond(&request))
}

/// `GET /sitemap-{number}.xml`: one of those files.
///
/// # Errors
/// 404 for a number that none has.
pub async fn sitemap_part(
    site: Site,
    request: HttpRequest,
    number: web::Path<usize>,
) -> Result<HttpResponse, Error> {
    let pages = site.db.read(listed).await?;
    let address = |path: &str| site.config.address(path);
    let file = sitemap::file(&address, &pages, *number).ok_or(Error::NotFound)??;
    Ok(Prerendered::changing(sitemap::TYPE, file).respond(&request))
}

/// `GET /robots.txt`
pub async fn robots(site: Site, request: HttpRequest) -> HttpResponse {
    let robots = sitemap::robots(&|path| site.config.address(path));
    Prerendered::changing("text/plain; charset=utf-8", robots.into_bytes()).respond(&request)
}
