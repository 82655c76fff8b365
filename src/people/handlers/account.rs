//! One's own account: what it is called, its password, and where it is signed in.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::proving::{Proof, prove};
use super::signed_out;
use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::SessionId;
use crate::mail;
use crate::people::complaints::password_complaint;
use crate::people::pages::account as pages;
use crate::people::visitor::AccountHolder;
use crate::people::{email_changes, mails, model, second_factor, sessions};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::{Words, say};
use crate::web::frame;
use crate::web::posted::Posted;
use crate::web::{languages, redirect};

/// What was just done.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

/// `GET /account`
///
/// # Errors
/// None but faults.
pub async fn show(
    site: Site,
    visitor: AccountHolder,
    query: web::Query<NoteQuery>,
) -> Result<HttpResponse, Error> {
    let note = match query.note.as_str() {
        "saved" => Some(say!("people-note-saved")),
        "session-ended" => Some(say!("people-note-session-ended")),
        "password-changed" => Some(say!("people-note-password-changed")),
        "address-asked" => Some(say!("people-note-address-asked")),
        "address-kept" => Some(say!("people-note-address-kept")),
        "second-factor-off" => Some(say!("people-note-second-factor-off")),
        _ => None,
    };
    let page = overview(&site, &visitor, None, note.as_deref(), &Complaints::default()).await?;
    Ok(frame::page(&say!("people-account"), page))
}

async fn overview(
    app: &App,
    visitor: &AccountHolder,
    typed: Option<(&str, &str)>,
    note: Option<&str>,
    complaints: &Complaints,
) -> Result<maud::Markup, Error> {
    let (id, limits) = (visitor.person.id, sessions::Limits::of(&app.config.accounts));
    let found = app.db.read::<_, Fault, _>(move |tx| {
        let sessions = sessions::sessions_of(tx, id, &limits)?;
        Ok((sessions, second_factor::standing(tx, id)?, email_changes::waiting_of(tx, id)?))
    });
    let (sessions, standing, change) = found.await?;
    let person = &visitor.person;
    Ok(pages::account(&pages::Account {
        person,
        typed: typed.unwrap_or((&person.name, &person.title)),
        own: visitor.session,
        sessions: &sessions,
        second_factor: &standing,
        change: change.as_ref(),
        note,
        complaints,
    }))
}

/// The language in which a person wants to be spoken and written to.
#[derive(Deserialize)]
pub struct LanguageForm {
    #[serde(default)]
    language: String,
}

/// `POST /account/language`: the account remembers it for mails, the browser for pages.
///
/// # Errors
/// 422 with the page for a language that is not spoken here.
pub async fn speak(
    site: Site,
    visitor: AccountHolder,
    Posted(form): Posted<LanguageForm>,
) -> Result<HttpResponse, Error> {
    let Some(words) = Words::spoken(&form.language) else {
        let complaints = Complaints::about("language", say!("people-language-not-spoken"));
        let page = overview(&site, &visitor, None, None, &complaints).await?;
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-account"), page));
    };
    let id = visitor.person.id;
    site.db.write::<_, Fault, _>(move |tx| model::speak(tx, id, words)).await?;
    let mut answer = redirect::to(languages::in_language_if_asked(words, "/account?note=saved"));
    answer
        .add_cookie(&languages::remembering(&site.config, words))
        .map_err(|error| Fault::new(error.to_string()))?;
    Ok(answer)
}

/// What a person is called.
#[derive(Deserialize)]
pub struct NameForm {
    #[serde(default)]
    person_name: String,
    #[serde(default)]
    person_title: String,
}

/// `POST /account` `person_name, person_title`: what one is called from now on. What was signed keeps
/// the name it was signed with.
///
/// # Errors
/// 422 with the words kept.
pub async fn rename(
    site: Site,
    visitor: AccountHolder,
    form: Posted<NameForm>,
) -> Result<HttpResponse, Error> {
    let (name, title) = (clean::line(&form.0.person_name), clean::line(&form.0.person_title));
    let mut complaints = Complaints::default();
    complaints.required("person_name", &name, 200, &say!("people-name-missing"));
    complaints.at_most("person_title", &title, 200);
    if !complaints.is_empty() {
        let page = overview(&site, &visitor, Some((&name, &title)), None, &complaints).await?;
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-account"), page));
    }
    let id = visitor.person.id;
    site.db.write::<_, Fault, _>(move |tx| model::rename(tx, id, &name, &title)).await?;
    Ok(redirect::to("/account?note=saved"))
}

/// `POST /account/sessions/end`: signs the person out everywhere, here too.
///
/// # Errors
/// None but faults.
pub async fn end_sessions(site: Site, visitor: AccountHolder) -> Result<HttpResponse, Error> {
    let id = visitor.person.id;
    site.db.write::<_, Fault, _>(move |tx| sessions::close_all_sessions(tx, id)).await?;
    signed_out(&site)
}

/// `POST /account/sessions/{id}/end`: signs one browser out.
///
/// # Errors
/// 404 for a session that is not the person's own.
pub async fn end_session(
    site: Site,
    visitor: AccountHolder,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let session: SessionId = id.parse().map_err(|_| Error::NotFound)?;
    let person = visitor.person.id;
    let ended = site.db.write::<_, Fault, _>(move |tx| sessions::close_one(tx, person, session)).await?;
    match ended {
        true if session == visitor.session => signed_out(&site),
        true => Ok(redirect::to("/account?note=session-ended")),
        false => Err(Error::NotFound),
    }
}

async fn is_coded(app: &App, visitor: &AccountHolder) -> Result<bool, Fault> {
    let id = visitor.person.id;
    app.db.read(move |tx| second_factor::has_second_factor(tx, id)).await
}

/// `GET /account/password`
///
/// # Errors
/// None but faults.
pub async fn show_password(site: Site, visitor: AccountHolder) -> Result<HttpResponse, Error> {
    let coded = is_coded(&site, &visitor).await?;
    let page = pages::password(&visitor.person, coded, &Complaints::default());
    Ok(frame::page(&say!("people-change-password"), page))
}

/// The password they have and the one they want.
#[derive(Deserialize)]
pub struct PasswordForm {
    #[serde(default)]
    password: String,
    #[serde(default)]
    otp: String,
    #[serde(default)]
    new_password: String,
}

/// `POST /account/password` `password, otp, new_password`: changes it, signs all other browsers out,
/// tells the mailbox.
///
/// # Errors
/// 422 when the one they have is not right, or the new one is not good; 429 after many wrong ones.
pub async fn change_password(
    site: Site,
    visitor: AccountHolder,
    form: Posted<PasswordForm>,
) -> Result<HttpResponse, Error> {
    let form = form.0;
    let person = &visitor.person;
    let mut complaints = Complaints::default();
    if let Some(complaint) = password_complaint(&form.new_password, &[&person.name, &person.email]) {
        complaints.add("new_password", complaint);
    }
    if complaints.is_empty() {
        // A code is used up by being right, so it is looked at last.
        let proof = Proof { password: form.password, otp: form.otp };
        if let Err(wrong) = prove(&site, person, proof).await? {
            complaints = wrong;
        }
    }
    if !complaints.is_empty() {
        let page = pages::password(person, is_coded(&site, &visitor).await?, &complaints);
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("people-change-password"), page));
    }
    let password = site.passwords.hash(form.new_password).await?;
    let again = site.config.address("/password/forgot");
    site.db
        .write::<_, Fault, _>(move |tx| {
            model::set_password(tx, visitor.person.id, &password)?;
            let (own, device) = (visitor.session, visitor.device_cookie.as_ref());
            sessions::close_other_sessions(tx, visitor.person.id, own, device)?;
            mail::enqueue(tx, &mails::password_changed(&visitor.person, again))?;
            Ok(())
        })
        .await?;
    Ok(redirect::to("/account?note=password-changed"))
}
