//! Another address for an account: asked for on its page, answered from two mailboxes.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::proving::{Proof, prove};
use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::TokenHash;
use crate::people::email_changes::{self, AnswerError};
use crate::people::model::Email;
use crate::people::pages::account as pages;
use crate::people::second_factor;
use crate::people::visitor::AccountHolder;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

async fn shown(
    app: &App,
    visitor: &AccountHolder,
    status: StatusCode,
    typed: &str,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let id = visitor.person.id;
    let found = app.db.read::<_, Fault, _>(move |tx| {
        Ok((second_factor::has_second_factor(tx, id)?, email_changes::waiting_of(tx, id)?))
    });
    let (coded, change) = found.await?;
    let page = pages::email(&visitor.person, typed, coded, change.as_ref(), complaints);
    Ok(frame::page_with(status, &say!("people-change-address"), page))
}

/// `GET /account/email`
///
/// # Errors
/// None but faults.
pub async fn show(site: Site, visitor: AccountHolder) -> Result<HttpResponse, Error> {
    shown(&site, &visitor, StatusCode::OK, "", &Complaints::default()).await
}

/// The address that the account is to have.
#[derive(Deserialize)]
pub struct EmailForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    otp: String,
}

/// `POST /account/email` `email, password, otp`: writes to both mailboxes. The page is the same whether
/// or not the new address has an account.
///
/// # Errors
/// 422 for a wrong password or code with the words kept, 429 after many.
pub async fn ask(site: Site, visitor: AccountHolder, form: Posted<EmailForm>) -> Result<HttpResponse, Error> {
    let form = form.0;
    let typed = clean::line(&form.email);
    let mut complaints = Complaints::default();
    let email = Email::read(&typed);
    match &email {
        None => complaints.add("email", say!("people-no-email")),
        Some(email) if email.as_str() == visitor.person.email => {
            complaints.add("email", say!("people-address-is-yours"));
        }
        Some(_) => {}
    }
    if complaints.is_empty() {
        let proof = Proof { password: form.password, otp: form.otp };
        if let Err(wrong) = prove(&site, &visitor.person, proof).await? {
            complaints = wrong;
        }
    }
    let Some(email) = email.filter(|_| complaints.is_empty()) else {
        return shown(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, &typed, &complaints).await;
    };
    // Both mailboxes have their limit: nobody is written to without end because of this form.
    if site.limits.mail_to(email.as_str()) && site.limits.mail_to(&visitor.person.email) {
        let config = site.config.clone();
        site.db
            .write::<_, Fault, _>(move |tx| {
                email_changes::ask(tx, &visitor.person, &email, |path| config.address(path))
            })
            .await?;
    }
    Ok(redirect::to("/account?note=address-asked"))
}

/// `POST /account/email/cancellation`: the address stays as it is.
///
/// # Errors
/// None but faults.
pub async fn cancel(site: Site, visitor: AccountHolder) -> Result<HttpResponse, Error> {
    let id = visitor.person.id;
    site.db.write(move |tx| email_changes::take_back(tx, id)).await?;
    Ok(redirect::to("/account?note=address-kept"))
}

fn link_is_over() -> Error {
    Error::LinkOver { why: say!("people-address-link-over"), next: (say!("people-account"), "/account") }
}

/// `GET /addresses/{token}`: what the mail was about, and its buttons. Opening it changes nothing.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn show_answer(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let found = site.db.read(move |tx| email_changes::find(tx, &hash)).await?;
    let (change, mailbox) = found.ok_or_else(link_is_over)?;
    Ok(frame::page(
        &say!("people-new-address"),
        pages::answer(&token, &change, mailbox, &Complaints::default()),
    ))
}

/// Which button was pressed.
#[derive(Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    answer: String,
}

/// `POST /addresses/{token}` `answer`: `confirm` from either mailbox, `stop` from the old one.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn answer(
    site: Site,
    token: web::Path<String>,
    form: Posted<AnswerForm>,
) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    match form.0.answer.as_str() {
        "stop" => match site.db.write(move |tx| email_changes::stop(tx, &hash)).await {
            Ok(_) => Ok(redirect::to("/sign-in?note=stopped")),
            Err(AnswerError::NoSuchChange | AnswerError::HasAccount) => Err(link_is_over()),
            Err(AnswerError::Fault(fault)) => Err(fault.into()),
        },
        "confirm" => {
            let wanted = hash.clone();
            match site.db.write(move |tx| email_changes::confirm(tx, &hash)).await {
                Ok(answered) => Ok(frame::page(&say!("people-new-address"), pages::answered(answered))),
                Err(AnswerError::NoSuchChange) => Err(link_is_over()),
                Err(AnswerError::HasAccount) => {
                    let found = site.db.read(move |tx| email_changes::find(tx, &wanted)).await?;
                    let (change, mailbox) = found.ok_or_else(link_is_over)?;
                    let sentence = say!("people-address-taken-meanwhile");
                    let complaints = Complaints::about("answer", sentence);
                    let page = pages::answer(&token, &change, mailbox, &complaints);
                    Ok(frame::page_with(StatusCode::CONFLICT, &say!("people-new-address"), page))
                }
                Err(AnswerError::Fault(fault)) => Err(fault.into()),
            }
        }
        _ => Err(Error::BadRequest { why: say!("people-press-a-button") }),
    }
}
