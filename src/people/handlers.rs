//! Signing in and out, passwords, one's own account.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::model::{self, Email, NewPerson, password_complaint};
use super::operators::{self, InvitationError};
use super::visitor::{SignedIn, Visitor, session_cookie};
use super::{mails, pages, resets, sessions};
use crate::app::{App, Site};
use crate::error::{Error, Fault};
use crate::ids::TokenHash;
use crate::mail;
use crate::text::clean;
use crate::text::complaints::Complaints;
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
    next: String,
}

/// `GET /sign-in`
///
/// # Errors
/// None but faults.
pub async fn show_sign_in(visitor: Visitor, query: web::Query<SignInQuery>) -> Result<HttpResponse, Error> {
    let next = redirect::local(&query.next).unwrap_or("");
    if visitor.person.is_some() {
        return Ok(redirect::to(if next.is_empty() { "/desk" } else { next }));
    }
    let note = match query.note.as_str() {
        "password-changed" => Some("Your password is changed. Sign in with the new one."),
        "not-taken" => Some(
            "You were signed out, and nothing of what you sent was taken. Sign in, and send it once more; where a page saves by itself, your browser still has the words.",
        ),
        "signed-out" => Some("You are signed out."),
        "confirmed" => Some("The organization is confirmed and belongs to your account. Sign in to use it."),
        _ => None,
    };
    Ok(frame::page("Sign in", pages::sign_in("", next, note, &Complaints::default())))
}

/// `POST /sign-in`: opens a session; 422 if address and password do not go together, in the same
/// words and the same time whether or not the address has an account.
///
/// # Errors
/// 429 after many tries.
pub async fn sign_in(
    site: Site,
    request: HttpRequest,
    visitor: Visitor,
    form: Posted<SignInForm>,
) -> Result<HttpResponse, Error> {
    let form = form.0;
    site.limits.attempt_from(address::of_client(&request, &site.config.trusted_proxies))?;
    let typed = clean::line(&form.email);
    let email = Email::read(&typed);
    // Held until the answer is known, so that guesses sent at once are counted like any others.
    let _turn = match &email {
        Some(email) => Some(site.limits.turn_to_sign_in(email.as_str()).await?),
        None => None,
    };
    let found = match email.clone() {
        Some(email) => site.db.read(move |tx| model::find_with_password(tx, &email)).await?,
        None => None,
    };
    let (person, hash) = found.map_or((None, None), |(person, hash)| (Some(person), Some(hash)));
    let fits = site.passwords.verify(form.password, hash).await?;
    let next = redirect::local(&form.next).unwrap_or("");
    if let Some(person) = &person {
        guard::note_person(&request, person.id);
    }
    match person {
        Some(person) if fits => {
            let id = person.id;
            let opened = site
                .db
                .write::<_, Fault, _>(move |tx| {
                    sessions::open_session(tx, id, &visitor.device, visitor.presented.as_ref())
                })
                .await?;
            let mut answer = redirect::to(if next.is_empty() { "/desk" } else { next });
            set_cookie(&mut answer, &site, Some(&opened))?;
            Ok(answer)
        }
        _ => {
            if let Some(email) = email {
                site.limits.sign_in_failed(email.as_str());
            }
            let complaints =
                Complaints::about("password", "This address and this password do not go together.");
            let page = pages::sign_in(&typed, next, None, &complaints);
            Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, "Sign in", page))
        }
    }
}

fn set_cookie(
    answer: &mut HttpResponse,
    app: &App,
    opened: Option<&sessions::OpenedSession>,
) -> Result<(), Error> {
    let cookie = session_cookie(&app.config, opened.map(|opened| &opened.token));
    if opened.is_none() {
        redirect::leave_nothing_behind(answer);
    }
    answer.add_cookie(&cookie).map_err(|error| Fault::new(error.to_string()).into())
}

/// `POST /sign-out`
///
/// # Errors
/// None but faults.
pub async fn sign_out(site: Site, visitor: Visitor) -> Result<HttpResponse, Error> {
    if let Some(token) = visitor.presented {
        site.db.write::<_, Fault, _>(move |tx| sessions::close_session(tx, &token)).await?;
    }
    let mut answer = redirect::to("/sign-in?note=signed-out");
    set_cookie(&mut answer, &site, None)?;
    Ok(answer)
}

/// `GET /account`
///
/// # Errors
/// None but faults.
pub async fn account(site: Site, visitor: SignedIn) -> Result<HttpResponse, Error> {
    let id = visitor.person.id;
    let open = site.db.read(move |tx| sessions::sessions_of(tx, id)).await?;
    Ok(frame::page("Your account", pages::account(&visitor.person, visitor.session, &open)))
}

/// `POST /account/sessions/end`: signs the person out everywhere, here too.
///
/// # Errors
/// None but faults.
pub async fn end_sessions(site: Site, visitor: SignedIn) -> Result<HttpResponse, Error> {
    let id = visitor.person.id;
    site.db.write::<_, Fault, _>(move |tx| sessions::close_all_sessions(tx, id)).await?;
    let mut answer = redirect::to("/sign-in?note=signed-out");
    set_cookie(&mut answer, &site, None)?;
    Ok(answer)
}

/// `GET /password/forgot`
pub async fn show_forgot() -> HttpResponse {
    frame::page("A new password", pages::forgot("", &Complaints::default()))
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
        let complaints = Complaints::about("email", "This is not an email address.");
        let page = pages::forgot(&clean::line(&form.0.email), &complaints);
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, "A new password", page));
    };
    if site.limits.mail_to(email.as_str()) {
        let config = site.config.clone();
        site.db
            .write::<_, Fault, _>(move |tx| resets::ask_reset(tx, &email, |path| config.address(path)))
            .await?;
    }
    Ok(frame::page("Look in your mail", pages::look_in_your_mail()))
}

fn reset_is_over() -> Error {
    Error::LinkOver {
        why: "A link for a new password works once, within an hour. Ask for another one.".into(),
        next: ("Send me a new link", "/password/forgot"),
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
    Ok(frame::page("Choose a new password", page))
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
    if let Some(complaint) = password_complaint(&form.0.password) {
        let page = pages::reset(&token, &person, &Complaints::about("password", complaint));
        return Ok(frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, "Choose a new password", page));
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
    Error::LinkOver {
        why: "This link made its operator already, or is more than a day old. Whoever runs the machine gets another with: undersigned operator add EMAIL".into(),
        next: ("Sign in", "/sign-in"),
    }
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
    Ok(frame::page("Run this installation", pages::become_operator(&form, &Complaints::default())))
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
        frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, "Run this installation", page)
    };
    let mut complaints = Complaints::default();
    complaints.required("person_name", &name, 200, "Your name is missing.");
    if email.is_none() {
        complaints.add("email", "This is not an email address.");
    }
    if let Some(complaint) = password_complaint(&form.password) {
        complaints.add("password", complaint);
    }
    let Some(email) = email.filter(|_| complaints.is_empty()) else { return Ok(again(&complaints)) };
    let password = site.passwords.hash(form.password).await?;
    let new = NewPerson { name: name.clone(), title: String::new(), email, password };
    let made = site
        .db
        .write::<_, InvitationError, _>(move |tx| {
            let person = operators::accept_invitation(tx, &hash, &new)?;
            Ok(sessions::open_session(tx, person.id, &visitor.device, visitor.presented.as_ref())?)
        })
        .await;
    match made {
        Ok(opened) => {
            let mut answer = redirect::to("/desk");
            set_cookie(&mut answer, &site, Some(&opened))?;
            Ok(answer)
        }
        Err(InvitationError::NoSuchInvitation) => Err(invitation_is_over()),
        Err(InvitationError::HasAccount) => {
            let sentence = "This address has an account. Make it an operator on the command line: undersigned operator add EMAIL";
            Ok(again(&Complaints::about("email", sentence)))
        }
        Err(InvitationError::Fault(fault)) => Err(fault.into()),
    }
}
