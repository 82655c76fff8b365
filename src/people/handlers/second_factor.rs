//! Setting up a second factor, its recovery codes, and turning it off.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::proving::{Proof, prove};
use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::mail;
use crate::people::pages::second_factor as pages;
use crate::people::visitor::AccountHolder;
use crate::people::{Person, mails, second_factor, sessions};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::download;
use crate::web::limits::Lane;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// Where one goes on afterwards.
#[derive(Deserialize)]
pub struct NextQuery {
    #[serde(default)]
    next: String,
}

async fn shown(
    app: &App,
    person: &Person,
    status: StatusCode,
    next: &str,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let id = person.id;
    let standing = app.db.read(move |tx| second_factor::standing(tx, id)).await?;
    let host = app.config.public_url.host_str().unwrap_or_default();
    let next = redirect::local(next).unwrap_or("");
    let page = pages::second_factor(person, &standing, host, next, complaints);
    Ok(frame::work(status, &say!("people-second-factor"), &[], page))
}

fn another_look() -> StatusCode {
    StatusCode::UNPROCESSABLE_ENTITY
}

/// `GET /account/second-factor`: where it stands, and what can be done with it.
///
/// # Errors
/// None but faults.
pub async fn show(
    site: Site,
    visitor: AccountHolder,
    query: web::Query<NextQuery>,
) -> Result<HttpResponse, Error> {
    shown(&site, &visitor.person, StatusCode::OK, &query.next, &Complaints::default()).await
}

/// The proof that such a change takes, and where one goes on afterwards.
#[derive(Deserialize)]
pub struct ProofForm {
    #[serde(default)]
    password: String,
    #[serde(default)]
    otp: String,
    #[serde(default)]
    next: String,
}

impl ProofForm {
    fn split(self) -> (Proof, String) {
        (Proof { password: self.password, otp: self.otp }, self.next)
    }
}

/// `POST /account/second-factor` `password`: makes a secret, which waits for its first code.
///
/// # Errors
/// 422 for a wrong password, 429 after many.
pub async fn begin(
    site: Site,
    visitor: AccountHolder,
    form: Posted<ProofForm>,
) -> Result<HttpResponse, Error> {
    let (proof, next) = form.0.split();
    let person = visitor.person;
    if let Err(wrong) = prove(&site, &person, proof).await? {
        return shown(&site, &person, another_look(), &next, &wrong).await;
    }
    site.db.write(move |tx| second_factor::begin(tx, person.id)).await?;
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    Ok(redirect::to(format!("/account/second-factor?next={next}")))
}

/// `POST /account/second-factor/cancellation`: takes back a set-up that waits for its first code.
///
/// # Errors
/// None but faults.
pub async fn cancel(site: Site, visitor: AccountHolder) -> Result<HttpResponse, Error> {
    let id = visitor.person.id;
    site.db.write(move |tx| second_factor::take_back(tx, id)).await?;
    Ok(redirect::to("/account/second-factor"))
}

/// The first code.
#[derive(Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    otp: String,
    #[serde(default)]
    next: String,
}

/// `POST /account/second-factor/confirmation` `otp`: the first code turns it on. The answer shows the
/// recovery codes, once; all other browsers are signed out, the mailbox is told.
///
/// # Errors
/// 422 for a wrong code, 429 after many.
pub async fn confirm(
    site: Site,
    visitor: AccountHolder,
    form: Posted<CodeForm>,
) -> Result<HttpResponse, Error> {
    let form = form.0;
    let (email, now) = (visitor.person.email.clone(), site.db.now());
    let _turn = site.limits.turn_to_sign_in(&email, &Lane::Session, now).await?;
    let (person, code) = (visitor.person.clone(), form.otp);
    let address = site.config.address("/account/second-factor");
    let confirmed = site.db.write::<_, Fault, _>(move |tx| {
        let Some(codes) = second_factor::confirm(tx, person.id, &code)? else { return Ok(None) };
        sessions::close_other_sessions(tx, person.id, visitor.session, visitor.device_cookie.as_ref())?;
        mail::enqueue(tx, &mails::second_factor_on(&person, address))?;
        Ok(Some(codes))
    });
    match confirmed.await? {
        Some(codes) => {
            let next = redirect::local(&form.next).unwrap_or("");
            Ok(frame::work(
                StatusCode::OK,
                &say!("people-recovery-codes"),
                &[],
                pages::recovery_codes(&codes, true, next),
            ))
        }
        None => {
            site.limits.code_failed(&email, &Lane::Session, now);
            let sentence = say!("people-wrong-first-code");
            shown(&site, &visitor.person, another_look(), &form.next, &Complaints::about("otp", sentence))
                .await
        }
    }
}

/// `POST /account/second-factor/codes` `password, otp`: ten new recovery codes in place of those before.
///
/// # Errors
/// 422 for a wrong password or code, 429 after many.
pub async fn renew_codes(
    site: Site,
    visitor: AccountHolder,
    form: Posted<ProofForm>,
) -> Result<HttpResponse, Error> {
    let (proof, next) = form.0.split();
    let person = visitor.person;
    if let Err(wrong) = prove(&site, &person, proof).await? {
        return shown(&site, &person, another_look(), &next, &wrong).await;
    }
    let address = site.config.address("/account/second-factor");
    let renewed = site.db.write::<_, Fault, _>(move |tx| {
        if !second_factor::has_second_factor(tx, person.id)? {
            return Ok(None);
        }
        mail::enqueue(tx, &mails::recovery_codes_renewed(&person, address))?;
        second_factor::renew_codes(tx, person.id).map(Some)
    });
    match renewed.await? {
        Some(codes) => Ok(frame::work(
            StatusCode::OK,
            &say!("people-recovery-codes"),
            &[],
            pages::recovery_codes(&codes, false, ""),
        )),
        None => Ok(redirect::to("/account/second-factor")),
    }
}

/// Recovery codes as the page showed them.
#[derive(Deserialize)]
pub struct CodesForm {
    #[serde(default)]
    codes: String,
}

/// `POST /account/second-factor/codes.txt` `codes`: the codes that the page shows, as a file. They are
/// not kept anywhere, so the page sends them along; what is no code of the person's does not come back.
///
/// # Errors
/// 404 for anything else.
pub async fn codes_as_file(
    site: Site,
    visitor: AccountHolder,
    form: Posted<CodesForm>,
) -> Result<HttpResponse, Error> {
    let (id, codes) = (visitor.person.id, form.0.codes);
    let lines = codes.clone();
    let theirs = site.db.read(move |tx| {
        let lines: Vec<&str> =
            lines.lines().map(str::trim).filter(|line| !line.is_empty()).take(11).collect();
        second_factor::are_codes_of(tx, id, &lines)
    });
    if !theirs.await? {
        return Err(Error::NotFound);
    }
    let host = site.config.public_url.host_str().unwrap_or_default();
    let text = format!(
        "{}\r\n{}\r\n\r\n{}\r\n",
        say!("people-codes-file-head", host = host, email = &visitor.person.email),
        say!("people-codes-file-once"),
        codes.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\r\n")
    );
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, download::named(false, "recovery-codes", "", "txt")))
        .content_type("text/plain; charset=utf-8")
        .body(text))
}

/// `POST /account/second-factor/removal` `password, otp`: turns it off, and tells the mailbox.
///
/// # Errors
/// 422 for a wrong password or code, 429 after many.
pub async fn turn_off(
    site: Site,
    visitor: AccountHolder,
    form: Posted<ProofForm>,
) -> Result<HttpResponse, Error> {
    let (proof, next) = form.0.split();
    let person = visitor.person;
    if let Err(wrong) = prove(&site, &person, proof).await? {
        return shown(&site, &person, another_look(), &next, &wrong).await;
    }
    site.db
        .write::<_, Fault, _>(move |tx| {
            if second_factor::turn_off(tx, person.id)? {
                mail::enqueue(tx, &mails::second_factor_off(&person, false))?;
            }
            Ok(())
        })
        .await?;
    Ok(redirect::to("/account?note=second-factor-off"))
}
