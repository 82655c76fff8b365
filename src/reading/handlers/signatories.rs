//! The list without its letter: its pages, and what is found in it.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use maud::Markup;
use serde::Deserialize;

use super::suspended;
use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::reading::finding::{self, Wanted};
use crate::reading::pages;
use crate::reading::parts::{part_with, parts};
use crate::reading::rendered::{Rendered, Snapshot};
use crate::reading::tongues::Tongue;
use crate::text::words::Words;
use crate::web::{prerendered, redirect};

/// What the list is asked for, and which page of the answer.
#[derive(Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    verified: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    signatory: String,
}

/// `GET /letters/{slug}/signatories` `q, country, group, verified, page`: the list of a public letter, a
/// page of it at a time, or what is found in it. With `signatory`, on to the page on which that line
/// stands: the way to a signatory that is the same for ever.
///
/// # Errors
/// 404 for a letter that is not public, a page that the list does not have, and a line that is not on it.
pub async fn signatories(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    query: web::Query<ListQuery>,
) -> Result<HttpResponse, Error> {
    let Some(shelved) = site.shelf.find(&slug).await? else { return suspended(&site, &slug).await };
    let current = shelved.current();
    let query = query.into_inner();
    if !query.signatory.is_empty() {
        let place = place_of(&current.snapshot, &query.signatory).ok_or(Error::NotFound)?;
        return Ok(redirect::to(place));
    }
    let number = match query.page.as_str() {
        "" => 1,
        page => page.parse().map_err(|_| Error::NotFound)?,
    };
    let ListQuery { q, country, group, verified, .. } = query;
    let wanted = Wanted { q, country, group, verified }.tidied();
    let words = Tongue::asked(current.own).words;
    let rendering = web::block(move || sheet(&current, words, &wanted, number));
    let page = rendering.await.map_err(Fault::from_error)?.ok_or(Error::NotFound)?;
    Ok(prerendered::shared(&request, words, page.0.as_str()))
}

/// Where the line of a fragment stands, with or without what fragments begin with.
fn place_of(snapshot: &Snapshot, wanted: &str) -> Option<String> {
    let digits = wanted.strip_prefix("signatory-").unwrap_or(wanted);
    let fragment = format!("signatory-{digits}");
    let (group, line) = finding::line_of(&snapshot.list, &fragment)?;
    let part = part_with(&parts(&snapshot.list), group, line)?;
    Some(format!("{}#{fragment}", pages::address_of(snapshot, part + 1)))
}

fn sheet(letter: &Arc<Rendered>, words: Words, wanted: &Wanted, number: usize) -> Option<Markup> {
    let snapshot = &letter.snapshot;
    let has = |parts: usize| (1..=parts).contains(&number);
    if !wanted.is_anything() {
        let parts = parts(&snapshot.list);
        return has(parts.len())
            .then(|| pages::sheet(snapshot, words, &pages::Sheet { parts: &parts, number }));
    }
    let found = finding::found(&snapshot.list, &letter.index, wanted);
    let parts = parts(&found);
    has(parts.len()).then(|| pages::found(snapshot, words, wanted, &found, (&parts, number)))
}
