//! The pages of operators. Every handler asks for an [`Operator`]; to everybody else, signed in or not,
//! none of these addresses exists.

pub mod deciding;
pub mod letters;
pub mod organizations;
pub mod reporting;

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::model::{self, Acting, Did, LogLine};
use super::pages;
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{OperatorLogId, PersonId};
use crate::mail;
use crate::people::SignedIn;
use crate::text::spreadsheet;
use crate::text::words::say;
use crate::web::{frame, redirect};

/// A signed-in operator. Strangers are not even told that they could sign in.
pub struct Operator(SignedIn);

impl Operator {
    fn id(&self) -> PersonId {
        self.0.person.id
    }
}

impl FromRequest for Operator {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            match signed_in.await {
                Ok(visitor) if visitor.person.is_operator() => Ok(Self(visitor)),
                Ok(_) | Err(Error::SignInFirst { .. }) => Err(Error::NotFound),
                Err(other) => Err(other),
            }
        })
    }
}

/// The operator as they act inside a transaction: looked up again, because they may have been made an
/// ordinary person since the request began.
fn act(tx: &mut Tx<'_>, person: PersonId) -> Result<Acting, Error> {
    model::acting(tx, person)?.ok_or(Error::NotFound)
}

/// The longest note or reason.
const MOST_WORDS: usize = 2000;

/// `GET /operator`: what waits, and the ways to everything else.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn home(site: Site, _operator: Operator) -> Result<HttpResponse, Error> {
    let found = site.db.read::<_, Fault, _>(|tx| Ok((model::waiting(tx)?, mail::outbox(tx)?)));
    let (waiting, outbox) = found.await?;
    Ok(frame::work(StatusCode::OK, &say!("operating-title"), &[], pages::home(waiting, outbox)))
}

/// `POST /operator/outbox`: the refused mail is tried again.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn try_mail_again(site: Site, operator: Operator) -> Result<HttpResponse, Error> {
    let person = operator.id();
    site.db
        .write::<_, Error, _>(move |tx| {
            let by = act(tx, person)?;
            mail::try_refused_again(tx)?;
            Ok(model::log(tx, &by, Did::MailTriedAgain, "", "")?)
        })
        .await?;
    Ok(redirect::to("/operator"))
}

/// The line before which the page begins.
#[derive(Deserialize)]
pub struct LogQuery {
    #[serde(default)]
    before: String,
}

/// How many lines a page has.
const PAGE: i64 = 100;

/// `GET /operator/log` `before`: the latest line first.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn show_log(
    site: Site,
    _operator: Operator,
    query: web::Query<LogQuery>,
) -> Result<HttpResponse, Error> {
    let before: Option<OperatorLogId> = query.before.parse().ok();
    let mut lines = site.db.read::<_, Fault, _>(move |tx| model::log_of(tx, before, PAGE + 1)).await?;
    let page = usize::try_from(PAGE).unwrap_or(0);
    let more = lines.len() > page;
    lines.truncate(page);
    Ok(frame::work(StatusCode::OK, &say!("operating-log-title"), &[], pages::log(&lines, more)))
}

/// `GET /operator/log.csv`: the whole log, the first line first. UTF-8; no cell is a formula. That it
/// was taken along stands in it.
///
/// # Errors
/// 404 for everybody but operators.
pub async fn export_log(site: Site, operator: Operator) -> Result<HttpResponse, Error> {
    let person = operator.id();
    let lines = site.db.write::<_, Error, _>(move |tx| {
        let by = act(tx, person)?;
        model::log(tx, &by, Did::LogExported, "", "")?;
        Ok(model::log_of(tx, None, i64::MAX)?)
    });
    let mut lines = lines.await?;
    lines.reverse();
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"operator-log.csv\""))
        .content_type("text/csv; charset=utf-8")
        .body(table(lines)?))
}

fn table(lines: Vec<LogLine>) -> Result<Vec<u8>, Fault> {
    let rows = lines.into_iter().map(|line| {
        vec![
            line.happened_at.to_string(),
            line.person_name,
            line.kind.as_str().to_owned(),
            line.about,
            line.why,
        ]
    });
    let head = [
        say!("operating-log-heading-time"),
        say!("operating-log-heading-by"),
        say!("operating-log-heading-what"),
        say!("operating-log-heading-about"),
        say!("operating-log-heading-why"),
    ];
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    spreadsheet::table(&head, rows).map_err(Fault::from_error)
}
