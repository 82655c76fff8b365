//! Signing in: the password, and the code if the account has a second factor.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::TokenHash;
use crate::mail;
use crate::people::model::{self, Email, Person};
use crate::people::second_factor::{self, Accepted};
use crate::people::visitor::{Arrival, Visitor, enter};
use crate::people::{devices, mails, pages, steps};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::limits::Lane;
use crate::web::posted::Posted;
use crate::web::{address, frame, guard, redirect};

/// What stands behind `?next=` and `?note=`.
#[derive(Deserialize)]
pub struct SignInQuery {
    #[serde(default)]
    next: String,
    #[serde(default)]
    note: String,
}

/// The sign-in form.
#[derive(Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    otp: String,
    /// In place of the password: that it was right a moment ago.
    #[serde(default)]
    step: String,
    #[serde(default)]
    next: String,
}

/// `GET /sign-in`
///
/// # Errors
/// None but faults.
pub async fn show(visitor: Visitor, query: web::Query<SignInQuery>) -> Result<HttpResponse, Error> {
    let next = redirect::local(&query.next).unwrap_or("");
    if visitor.person.is_some() {
        return Ok(redirect::to(if next.is_empty() { "/desk" } else { next }));
    }
    let note = match query.note.as_str() {
        "password-changed" => Some(say!("people-note-sign-in-again")),
        "not-taken" => Some(say!("people-note-not-taken")),
        "signed-out" => Some(say!("people-note-signed-out")),
        "confirmed" => Some(say!("people-note-confirmed")),
        "stopped" => Some(say!("people-note-stopped")),
        "account-deleted" => Some(say!("people-note-account-deleted")),
        _ => None,
    };
    let page = pages::sign_in("", next, note.as_deref(), &Complaints::default());
    Ok(frame::page(&say!("people-sign-in"), page))
}

/// `POST /sign-in` `email, password` (+ `otp`): opens a session. 422 if address and password do not go
/// together, in the same words and the same time whether or not the address has an account. Whether an
/// account has a second factor is said to nobody who has not given its password.
///
/// # Errors
/// 429 after many wrong tries, for whoever made them.
pub async fn sign_in(
    site: Site,
    request: HttpRequest,
    visitor: Visitor,
    form: Posted<SignInForm>,
) -> Result<HttpResponse, Error> {
    let form = form.0;
    let from = address::of_client(&request, &site.config.trusted_proxies);
    site.limits.attempt_from(from)?;
    let typed = clean::line(&form.email);
    let next = redirect::local(&form.next).unwrap_or("").to_owned();
    let Some(email) = Email::read(&typed) else {
        // It takes as long as for an address that could have an account.
        site.passwords.verify(form.password, None).await?;
        return Ok(do_not_go_together(&typed, &next));
    };
    let (wanted, cookie) = (email.clone(), visitor.device_cookie.clone());
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some((person, hash)) = model::find_with_password(tx, &wanted)? else { return Ok(None) };
        let known = match cookie {
            Some(cookie) if devices::is_known(tx, person.id, &cookie)? => Some(cookie),
            _ => None,
        };
        let coded = second_factor::has_second_factor(tx, person.id)?;
        Ok(Some((person, hash, known, coded)))
    });
    let found = found.await?;
    if let Some((person, ..)) = &found {
        guard::note_person(&request, person.id); // also of a wrong password, so that its operator sees who is tried
    }
    let lane = match &found {
        Some((_, _, Some(cookie), _)) => Lane::Device(cookie.as_bytes().to_vec()),
        _ => Lane::Address(from),
    };
    let way = Way { email, lane, typed, next };
    // Held until the answer is known, so that guesses sent at once are counted like any others.
    let _turn = site.limits.turn_to_sign_in(way.email.as_str(), &way.lane, site.db.now()).await?;
    if form.password.is_empty() && !form.step.is_empty() {
        return way.second_step(&site, visitor, &form.step, &form.otp).await;
    }
    let (account, hash) = match found {
        Some((person, hash, _, coded)) => (Some((person, coded)), Some(hash)),
        None => (None, None),
    };
    let password = form.password.clone();
    let verdict = site.passwords.verify(form.password, hash).await?;
    let Some((person, coded)) = account.filter(|_| verdict.is_right()) else {
        site.limits.sign_in_failed(way.email.as_str(), &way.lane, site.db.now());
        return Ok(do_not_go_together(&way.typed, &way.next));
    };
    if verdict == crate::people::passwords::Verdict::RightButWeak {
        let (id, stronger) = (person.id, site.passwords.hash(password).await?);
        site.db.write::<_, Fault, _>(move |tx| model::set_password(tx, id, &stronger)).await?;
    }
    if !coded {
        return way.enter(&site, visitor, &person).await;
    }
    let id = person.id;
    let step = site.db.write::<_, Fault, _>(move |tx| steps::take(tx, id)).await?;
    if form.otp.trim().is_empty() {
        let page = pages::second_step(&way.typed, step.as_str(), &way.next, &Complaints::default());
        return Ok(frame::page(&say!("people-sign-in"), page));
    }
    way.second_step(&site, visitor, step.as_str(), &form.otp).await
}

fn do_not_go_together(typed: &str, next: &str) -> HttpResponse {
    let complaints = Complaints::about("password", say!("people-do-not-go-together"));
    let page = pages::sign_in(typed, next, None, &complaints);
    frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-sign-in"), page)
}

/// Who tries to get in where, and what they come back to.
struct Way {
    email: Email,
    lane: Lane,
    typed: String,
    next: String,
}

impl Way {
    async fn enter(&self, app: &App, visitor: Visitor, person: &Person) -> Result<HttpResponse, Error> {
        app.limits.signed_in(self.email.as_str(), &self.lane);
        let mut answer = redirect::to(if self.next.is_empty() { "/desk" } else { &self.next });
        enter(app, visitor, person.id, Arrival::ByPassword, &mut answer).await?;
        Ok(answer)
    }

    /// The code, of somebody whose password was right.
    async fn second_step(
        &self,
        app: &App,
        visitor: Visitor,
        step: &str,
        otp: &str,
    ) -> Result<HttpResponse, Error> {
        let (hash, code, address) = (TokenHash::of(step), otp.to_owned(), self.email.to_string());
        let account = app.config.address("/account/second-factor");
        let tried = app.db.write::<_, Fault, _>(move |tx| {
            let Some(person) = steps::find(tx, &hash)?.filter(|person| person.email == address) else {
                return Ok(None);
            };
            let accepted = second_factor::accept(tx, person.id, &code)?;
            match accepted {
                Some(Accepted::Program) => steps::forget_steps_of(tx, person.id)?,
                Some(Accepted::Recovery { left }) => {
                    steps::forget_steps_of(tx, person.id)?;
                    mail::enqueue(tx, &mails::recovery_code_used(&person, left, account))?;
                }
                None => steps::note_wrong(tx, &hash)?,
            }
            Ok(Some((person, accepted.is_some())))
        });
        match tried.await? {
            Some((person, true)) => self.enter(app, visitor, &person).await,
            Some((_, false)) => {
                app.limits.code_failed(self.email.as_str(), &self.lane, app.db.now());
                let sentence = say!("people-wrong-code");
                let page =
                    pages::second_step(&self.typed, step, &self.next, &Complaints::about("otp", sentence));
                Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-sign-in"), page))
            }
            None => {
                app.limits.sign_in_failed(self.email.as_str(), &self.lane, app.db.now());
                let sentence = say!("people-took-too-long");
                let page =
                    pages::sign_in(&self.typed, &self.next, None, &Complaints::about("password", sentence));
                Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-sign-in"), page))
            }
        }
    }
}
