//! Signing out, forgotten passwords, and the people who run the place.

pub mod account;
pub mod email;
pub mod proving;
pub mod second_factor;
pub mod sign_in;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::complaints::password_complaint;
use super::model::{Email, NewPerson};
use super::operators::{self, InvitationError};
use super::visitor::{Arrival, Visitor, enter, session_cookie};
use super::{mails, pages, resets, sessions};
use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::TokenHash;
use crate::mail;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{address, frame, redirect};

/// The way out, without the session's cookie.
fn signed_out(app: &App) -> Result<HttpResponse, Error> {
    let mut answer = redirect::to("/sign-in?note=signed-out");
    redirect::leave_nothing_behind(&mut answer);
    answer.add_cookie(&session_cookie(&app.config, None)).map_err(|error| Fault::new(error.to_string()))?;
    Ok(answer)
}

/// `POST /sign-out`
///
/// # Errors
/// None but faults.
pub async fn sign_out(site: Site, visitor: Visitor) -> Result<HttpResponse, Error> {
    if let Some(token) = visitor.presented {
        site.db.write::<_, Fault, _>(move |tx| sessions::close_session(tx, &token)).await?;
    }
    signed_out(&site)
}

/// `GET /password/forgot`
pub async fn show_forgot() -> HttpResponse {
    frame::page(&say!("people-new-password-title"), pages::forgot("", &Complaints::default()))
}

/// The form that asks for a new password.
#[derive(Deserialize)]
pub struct ForgotForm {
    #[serde(default)]
    email: String,
}

/// `POST /password/forgot`: the same page whether or not the address has an account, and also
/// when it had too many mails already (the limit is per mailbox, so it tells nothing either).
///
/// # Errors
/// 429 after very many tries from one network.
pub async fn forgot(
    site: Site,
    request: HttpRequest,
    form: Posted<ForgotForm>,
) -> Result<HttpResponse, Error> {
    site.limits.attempt_from(address::of_client(&request, &site.config.trusted_proxies))?;
    let Some(email) = Email::read(&form.0.email) else {
        let complaints = Complaints::about("email", say!("people-no-email"));
        let page = pages::forgot(&clean::line(&form.0.email), &complaints);
        return Ok(frame::page_with(
            StatusCode::UNPROCESSABLE_ENTITY,
            &say!("people-new-password-title"),
            page,
        ));
    };
    if site.limits.mail_to(email.as_str()) {
        let config = site.config.clone();
        site.db
            .write::<_, Fault, _>(move |tx| resets::ask_reset(tx, &email, |path| config.address(path)))
            .await?;
    }
    Ok(frame::page(&say!("people-look-in-mail"), pages::look_in_your_mail()))
}

fn reset_is_over() -> Error {
    Error::LinkOver {
        why: say!("people-reset-over"),
        next: (say!("people-send-new-link"), "/password/forgot"),
    }
}

/// `GET /password/reset/{token}`: changes nothing, however often a mail scanner opens it.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn show_reset(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let person = site.db.read(move |tx| resets::find_reset(tx, &hash)).await?;
    let person = person.ok_or_else(reset_is_over)?;
    let page = pages::reset(&token, &person, &Complaints::default());
    Ok(frame::page(&say!("people-choose-password"), page))
}

/// The form with the new password.
#[derive(Deserialize)]
pub struct ResetForm {
    #[serde(default)]
    password: String,
}

/// `POST /password/reset/{token}`: sets the password, signs out everywhere, tells the mailbox.
/// Does not sign in: a second factor, where there is one, is still to be shown.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn reset(
    site: Site,
    token: web::Path<String>,
    form: Posted<ResetForm>,
) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let lookup = hash.clone();
    let person = site.db.read(move |tx| resets::find_reset(tx, &lookup)).await?;
    let person = person.ok_or_else(reset_is_over)?;
    if let Some(complaint) = password_complaint(&form.0.password, &[&person.name, &person.email]) {
        let page = pages::reset(&token, &person, &Complaints::about("password", complaint));
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-choose-password"), page));
    }
    let password = site.passwords.hash(form.0.password).await?;
    let again = site.config.address("/password/forgot");
    let done = site
        .db
        .write::<_, Fault, _>(move |tx| {
            let used = resets::use_reset(tx, &hash, &password)?;
            if used.is_some() {
                mail::enqueue(tx, &mails::password_changed(&person, again))?;
            }
            Ok(used)
        })
        .await?;
    done.ok_or_else(reset_is_over)?;
    Ok(redirect::to("/sign-in?note=password-changed"))
}

fn invitation_is_over() -> Error {
    Error::LinkOver { why: say!("people-operator-link-over"), next: (say!("people-sign-in"), "/sign-in") }
}

/// `GET /operator/{token}`
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn show_become_operator(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let email = site.db.read(move |tx| operators::find_invitation(tx, &hash)).await?;
    let email = email.ok_or_else(invitation_is_over)?;
    let form = pages::OperatorForm {
        token: &token,
        name: "",
        email: email.as_deref().unwrap_or(""),
        fixed_email: email.is_some(),
    };
    Ok(frame::page(&say!("people-run-installation"), pages::become_operator(&form, &Complaints::default())))
}

/// The form of a new operator.
#[derive(Deserialize)]
pub struct OperatorForm {
    #[serde(default)]
    person_name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

/// `POST /operator/{token}`: makes the operator and signs them in.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn become_operator(
    site: Site,
    visitor: Visitor,
    token: web::Path<String>,
    form: Posted<OperatorForm>,
) -> Result<HttpResponse, Error> {
    let form = form.0;
    let hash = TokenHash::of(&token);
    let lookup = hash.clone();
    let fixed = site.db.read(move |tx| operators::find_invitation(tx, &lookup)).await?;
    let fixed = fixed.ok_or_else(invitation_is_over)?;
    let name = clean::line(&form.person_name);
    let typed = fixed.clone().unwrap_or_else(|| clean::line(&form.email));
    let email = Email::read(&typed);
    let again = |complaints: &Complaints| {
        let form =
            pages::OperatorForm { token: &token, name: &name, email: &typed, fixed_email: fixed.is_some() };
        let page = pages::become_operator(&form, complaints);
        frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-run-installation"), page)
    };
    let mut complaints = Complaints::default();
    complaints.required("person_name", &name, 200, &say!("people-name-missing"));
    if email.is_none() {
        complaints.add("email", say!("people-no-email"));
    }
    if let Some(complaint) = password_complaint(&form.password, &[&name, &typed]) {
        complaints.add("password", complaint);
    }
    let Some(email) = email.filter(|_| complaints.is_empty()) else { return Ok(again(&complaints)) };
    let password = site.passwords.hash(form.password).await?;
    let new = NewPerson { name: name.clone(), title: String::new(), email, password };
    let made = site
        .db
        .write::<_, InvitationError, _>(move |tx| Ok(operators::accept_invitation(tx, &hash, &new)?.id))
        .await;
    match made {
        Ok(person) => {
            let mut answer = redirect::to("/desk");
            enter(&site, visitor, person, Arrival::ByLink, &mut answer).await?;
            Ok(answer)
        }
        Err(InvitationError::NoSuchInvitation) => Err(invitation_is_over()),
        Err(InvitationError::HasAccount) => {
            let sentence = say!("people-operator-has-account");
            Ok(again(&Complaints::about("email", sentence)))
        }
        Err(InvitationError::Fault(fault)) => Err(fault.into()),
    }
}
