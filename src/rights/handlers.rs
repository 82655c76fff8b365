//! Taking one's data along, deleting one's account, and the page that says what is kept.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use serde::Deserialize;

use super::leaving::{self, Choices, LeaveError};
use super::{export, pages};
use crate::app::{App, Site};
use crate::config::MailRoute;
use crate::error::{Error, Fault};
use crate::people::{self, AccountHolder, Proof, SessionLimits, prove, session_cookie};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{download, frame, redirect};

/// `GET /account/data`: everything that is kept about whoever is signed in, as a file.
///
/// # Errors
/// None but faults.
pub async fn data(site: Site, visitor: AccountHolder) -> Result<HttpResponse, Error> {
    let (person, limits) = (visitor.person, SessionLimits::of(&site.config.accounts));
    let everything = site.db.read(move |tx| export::everything_about(tx, &person, &limits)).await?;
    let text = serde_json::to_string_pretty(&everything).map_err(Fault::from)?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, download::named(false, "undersigned-account", "", "json")))
        .content_type("application/json; charset=utf-8")
        .body(text + "\n"))
}

/// What is to become of one's name and words, and the proof that it is oneself.
#[derive(Deserialize)]
pub struct DeletionForm {
    #[serde(default)]
    names: String,
    #[serde(default)]
    comments: String,
    #[serde(default)]
    understood: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    otp: String,
}

async fn shown(
    app: &App,
    visitor: &AccountHolder,
    status: StatusCode,
    typed: (&str, &str),
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let person = visitor.person.clone();
    let found = app.db.read::<_, Fault, _>(move |tx| {
        Ok((leaving::ties_of(tx, &person)?, people::has_second_factor(tx, person.id)?))
    });
    let (ties, coded) = found.await?;
    let page = pages::deletion(&visitor.person, &ties, coded, typed, complaints);
    Ok(frame::page_with(status, &say!("rights-deletion-title"), page))
}

/// `GET /account/deletion`: what happens, and the button.
///
/// # Errors
/// None but faults.
pub async fn show_deletion(site: Site, visitor: AccountHolder) -> Result<HttpResponse, Error> {
    shown(&site, &visitor, StatusCode::OK, ("keep", "keep"), &Complaints::default()).await
}

/// `POST /account/deletion` `names, comments, understood, password, otp`: deletes the account.
///
/// # Errors
/// 422 with the choices kept for what is missing or wrong, 409 while something has to be handed over.
pub async fn delete(
    site: Site,
    visitor: AccountHolder,
    form: Posted<DeletionForm>,
) -> Result<HttpResponse, Error> {
    let form = form.0;
    let choice = |typed: &str, other: &'static str| match typed {
        "" | "keep" => Some("keep"),
        typed if typed == other => Some(other),
        _ => None,
    };
    let mut complaints = Complaints::default();
    let (names, comments) = (choice(&form.names, "replace"), choice(&form.comments, "erase"));
    if names.is_none() {
        complaints.add("names", say!("rights-deletion-names-missing"));
    }
    if comments.is_none() {
        complaints.add("comments", say!("rights-deletion-comments-missing"));
    }
    if form.understood.is_empty() {
        complaints.add("understood", say!("rights-deletion-understood-missing"));
    }
    let typed = (names.unwrap_or("keep"), comments.unwrap_or("keep"));
    if complaints.is_empty() {
        // A code is used up by being right, so it is looked at last.
        let proof = Proof { password: form.password, otp: form.otp };
        if let Err(wrong) = prove(&site, &visitor.person, proof).await? {
            complaints = wrong;
        }
    }
    if !complaints.is_empty() {
        return shown(&site, &visitor, StatusCode::UNPROCESSABLE_ENTITY, typed, &complaints).await;
    }
    let choices = Choices { keep_name: typed.0 == "keep", keep_words: typed.1 == "keep" };
    let person = visitor.person.clone();
    match site.db.write(move |tx| leaving::leave(tx, &person, choices)).await {
        Ok(()) => {
            let mut answer = redirect::to("/sign-in?note=account-deleted");
            redirect::leave_nothing_behind(&mut answer);
            let gone = session_cookie(&site.config, None);
            answer.add_cookie(&gone).map_err(|error| Fault::new(error.to_string()))?;
            Ok(answer)
        }
        Err(LeaveError::Tied) => {
            shown(&site, &visitor, StatusCode::CONFLICT, typed, &Complaints::default()).await
        }
        Err(LeaveError::Fault(fault)) => Err(fault.into()),
    }
}

/// `GET /privacy`: what is kept, why and how long, as this installation is set up.
pub async fn privacy(site: Site) -> HttpResponse {
    let config = &site.config;
    let post = match &config.mail {
        MailRoute::Smtp { server, .. } => {
            pages::Post::Through(server.host_str().unwrap_or_default().to_owned())
        }
        MailRoute::Directory(_) | MailRoute::Kept => pages::Post::Nobody,
    };
    let page = pages::privacy(&pages::Privacy {
        host: config.public_url.host_str().unwrap_or_default(),
        accounts: &config.accounts,
        post,
        behind_proxy: !config.trusted_proxies.is_empty(),
        local: !config.is_https(),
    });
    frame::page(&say!("rights-privacy-title"), page)
}
