//! The log of a letter, to be looked through and to be taken along.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::own;
use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::{LogEntryId, Slug};
use crate::letters::letter_log::{self, LogLine};
use crate::letters::pages::log as pages;
use crate::people::SignedIn;
use crate::text::words::say;
use crate::text::{clean, spreadsheet};
use crate::web::frame;

/// What is looked for, and the line before which the page begins.
#[derive(Deserialize)]
pub struct LogQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    before: String,
}

/// How many lines a page has.
const PAGE: usize = 100;

/// `GET /letters/{slug}/log` `q, before`: for its coordinators, the latest line first.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_log(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<LogQuery>,
) -> Result<HttpResponse, Error> {
    let letter = own(&site, &visitor, &slug).await?;
    let typed = clean::line(&query.q);
    let before: Option<LogEntryId> = query.before.parse().ok();
    let (id, wanted) = (letter.id, typed.clone());
    let found = site.db.read::<_, Fault, _>(move |tx| letter_log::log_of(tx, id, &wanted, before, PAGE + 1));
    let mut lines = found.await?;
    let more = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok(frame::work(StatusCode::OK, &say!("letters-log"), &[], pages::log(&letter, &lines, &typed, more)))
}

/// More lines than this no letter has had; of one that had, the latest are exported.
const MOST_EXPORTED: usize = 100_000;

/// `GET /letters/{slug}/log.csv`: the whole log, the first line first, for its coordinators. UTF-8;
/// no cell is a formula.
///
/// # Errors
/// 404 for everybody else.
pub async fn export_log(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let letter = own(&site, &visitor, &slug).await?;
    let id = letter.id;
    let found = site.db.read::<_, Fault, _>(move |tx| letter_log::log_of(tx, id, "", None, MOST_EXPORTED));
    let mut lines = found.await?;
    lines.reverse();
    let file = format!("attachment; filename=\"{slug}-log.csv\"");
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, file))
        .content_type("text/csv; charset=utf-8")
        .body(table(&lines)?))
}

fn table(lines: &[LogLine]) -> Result<Vec<u8>, Fault> {
    let rows = lines.iter().map(|line| {
        let by = line.by.clone().unwrap_or_default();
        vec![
            line.at.to_string(),
            by,
            line.happened.as_str().to_owned(),
            line.about.clone(),
            line.note.clone(),
        ]
    });
    spreadsheet::table(&["time", "by", "what", "about", "note"], rows).map_err(Fault::from_error)
}
