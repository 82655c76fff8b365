//! Registering and confirming. What follows is in the folder beside.

pub mod claims;
pub mod colleagues;
pub mod house;
pub mod letters;
pub mod profile;
pub mod protecting;
pub mod shown;
pub mod tokens;

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::model::NewOrganization;
use super::pages;
use super::registrations::{self, ConfirmError, Confirmed, Has, NewRegistration, ResendError};
use crate::app::{App, Site};
use crate::config::Config;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{Token, TokenHash};
use crate::invitations::{self, Invitation};
use crate::letters::Standing;
use crate::people::{self, Arrival, Email, Visitor};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::likeness::conceals;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{address, frame, redirect};

/// The registration form.
#[derive(Deserialize)]
pub struct RegisterForm {
    #[serde(default)]
    organization_name: String,
    #[serde(default)]
    acronym: String,
    #[serde(default)]
    website: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    person_name: String,
    #[serde(default)]
    person_title: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    invitation: String,
}

/// On the way from which invitation, if any.
#[derive(Deserialize)]
pub struct RegisterQuery {
    #[serde(default)]
    invitation: String,
}

/// `GET /register` `invitation`: somebody who comes from an invitation finds what it says of them in
/// the form.
///
/// # Errors
/// None but faults.
pub async fn show_register(site: Site, query: web::Query<RegisterQuery>) -> Result<HttpResponse, Error> {
    let invitation = find_invitation(&site, &query.invitation).await?;
    let typed = match &invitation {
        Some(invitation) => pages::Typed {
            organization_name: &invitation.organization_name,
            person_name: &invitation.person_name,
            email: &invitation.email,
            invitation: &query.invitation,
            ..pages::Typed::default()
        },
        None => pages::Typed::default(),
    };
    Ok(frame::page(&say!("organizations-register-title"), pages::register(&typed, &Complaints::default())))
}

/// The invitation of a link; none for a link that is over, with which one registers like anyone.
async fn find_invitation(site: &App, token: &str) -> Result<Option<Invitation>, Fault> {
    if token.is_empty() {
        return Ok(None);
    }
    let hash = TokenHash::of(token);
    site.db.read(move |tx| invitations::find_by_token(tx, &hash)).await
}

/// The form as checked: the organization, the person's name and title, and the address.
fn read(form: &RegisterForm) -> Result<(NewOrganization, String, String, Email), Complaints> {
    let person_name = clean::line(&form.person_name);
    let person_title = clean::line(&form.person_title);
    let email = Email::read(&form.email);
    let organization = NewOrganization::read(
        "organization_name",
        &form.organization_name,
        &form.acronym,
        &form.website,
        &form.country,
    );
    let (organization, mut complaints) = match organization {
        Ok(organization) => (Some(organization), Complaints::default()),
        Err(complaints) => (None, complaints),
    };
    complaints.required("person_name", &person_name, 200, &say!("organizations-person-name-missing"));
    complaints.at_most("person_title", &person_title, 200);
    if email.is_none() {
        complaints.add("email", say!("organizations-no-email"));
    }
    let own = [&person_name, &form.email, &form.organization_name, &form.acronym].map(String::as_str);
    if let Some(complaint) = people::password_complaint(&form.password, &own) {
        complaints.add("password", complaint);
    }
    match (organization, email) {
        (Some(organization), Some(email)) if complaints.is_empty() => {
            Ok((organization, person_name, person_title, email))
        }
        _ => Err(complaints),
    }
}

/// `POST /register`: keeps what was typed and sends a mail; the page is the same whether or not
/// the address is known, and when the mailbox has had too many mails.
///
/// # Errors
/// 429 after very many tries from one network.
pub async fn register(
    site: Site,
    request: HttpRequest,
    form: Posted<RegisterForm>,
) -> Result<HttpResponse, Error> {
    site.limits.attempt_from(address::of_client(&request, &site.config.trusted_proxies))?;
    let form = form.0;
    let invitation = find_invitation(&site, &form.invitation).await?;
    let (organization, person_name, person_title, email) = match read(&form) {
        Ok(parts) => parts,
        Err(complaints) => {
            let typed = pages::Typed {
                organization_name: &form.organization_name,
                acronym: &form.acronym,
                website: &form.website,
                country: &form.country,
                person_name: &form.person_name,
                person_title: &form.person_title,
                email: &form.email,
                invitation: if invitation.is_some() { &form.invitation } else { "" },
            };
            let page = pages::register(&typed, &complaints);
            return Ok(frame::page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                &say!("organizations-register-title"),
                page,
            ));
        }
    };
    let concealed = conceals(&form.organization_name) || conceals(&form.acronym);
    let password = site.passwords.hash(form.password).await?;
    let browser = Token::new();
    let cookie = registration_cookie(&site.config, Some(&browser));
    if site.limits.mail_to(email.as_str()) {
        let invitation = invitation.map(|invitation| invitation.id);
        let new = NewRegistration {
            organization,
            person_name,
            person_title,
            email,
            password,
            invitation,
            concealed,
        };
        let config = site.config.clone();
        site.db
            .write::<_, Fault, _>(move |tx| {
                registrations::register(tx, &new, &browser, |path| config.address(path))
            })
            .await?;
    }
    let mut answer = redirect::to("/confirm");
    answer.add_cookie(&cookie).map_err(|error| Fault::new(error.to_string()))?;
    Ok(answer)
}

/// The cookie that ties the code in the mail to the browser that registered.
fn registration_cookie(config: &Config, token: Option<&Token>) -> Cookie<'static> {
    let name = registration_cookie_name(config);
    let mut cookie = Cookie::build(name, token.map_or(String::new(), |token| token.as_str().to_owned()))
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(1))
        .finish();
    if token.is_none() {
        cookie.make_removal();
    }
    cookie
}

fn registration_cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-registration" } else { "registration" }
}

/// `GET /confirm`: where the code is typed.
pub async fn show_confirm() -> HttpResponse {
    frame::page(&say!("organizations-look-in-mail"), pages::look_in_your_mail(None, &Complaints::default()))
}

/// The typed code.
#[derive(Deserialize)]
pub struct CodeForm {
    #[serde(default)]
    code: String,
}

fn code_refused(sentence: String) -> HttpResponse {
    let complaints = Complaints::about("code", sentence);
    let page = pages::look_in_your_mail(None, &complaints);
    frame::page_with(StatusCode::UNPROCESSABLE_ENTITY, &say!("organizations-look-in-mail"), page)
}

/// `POST /confirm`: the typed code verifies the address and signs in.
///
/// # Errors
/// None but faults; a wrong code brings the page back with 422.
pub async fn confirm_by_code(
    site: Site,
    request: HttpRequest,
    visitor: Visitor,
    form: Posted<CodeForm>,
) -> Result<HttpResponse, Error> {
    site.limits.attempt_from(address::of_client(&request, &site.config.trusted_proxies))?;
    // As people type it: "123 456", "123-456", Arabic digits.
    let digits = form.0.code.chars().filter_map(digit);
    let code: String = digits.collect();
    let Some(browser) = request.cookie(registration_cookie_name(&site.config)) else {
        return Ok(code_refused(say!("organizations-code-no-browser")));
    };
    let browser = browser.value().to_owned();
    let result = site.db.write::<_, Fault, _>(move |tx| {
        let result = registrations::confirm_by_code(tx, &browser, &code)?;
        let on = match &result {
            Ok(confirmed) => way_on(tx, confirmed)?,
            Err(_) => String::new(),
        };
        Ok(result.map(|confirmed| (confirmed, on)))
    });
    match result.await? {
        // Six digits are enough to verify an address, not to enter an account that is there: that
        // takes its password, or the link.
        Ok((confirmed, on)) if confirmed.had_account => {
            let next: String = url::form_urlencoded::byte_serialize(on.as_bytes()).collect();
            Ok(redirect::to(format!("/sign-in?note=confirmed&next={next}")))
        }
        Ok((confirmed, on)) => welcome(&site, visitor, &confirmed, &on).await,
        Err(ConfirmError::WrongCode { left: 0 }) => Ok(code_refused(say!("organizations-code-too-often"))),
        Err(ConfirmError::WrongCode { .. }) => Ok(code_refused(say!("organizations-code-wrong"))),
        Err(ConfirmError::NoSuchRegistration) => Ok(code_refused(say!("organizations-code-none"))),
        Err(ConfirmError::Expired) => Ok(code_refused(say!("organizations-code-old"))),
        Err(ConfirmError::AlreadyConfirmed) => Ok(code_refused(say!("organizations-code-confirmed"))),
        Err(ConfirmError::Fault(fault)) => Err(fault.into()),
    }
}

/// A decimal digit of the scripts our mails are read in.
fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660, // Arabic
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0, // Persian
        _ => return None,
    };
    char::from_digit(value, 10)
}

fn link_is_over(refusal: ConfirmError) -> Error {
    let over = |why: String, next: (String, &'static str)| Error::LinkOver { why, next };
    let register = (say!("organizations-register-again"), "/register");
    match refusal {
        ConfirmError::NoSuchRegistration => over(say!("organizations-link-unknown"), register),
        ConfirmError::Expired => over(say!("organizations-link-old"), register),
        ConfirmError::AlreadyConfirmed => {
            over(say!("organizations-link-confirmed"), (say!("organizations-sign-in"), "/sign-in"))
        }
        // A link has no code; listed so that no refusal is ever without its words.
        ConfirmError::WrongCode { .. } => over(say!("organizations-link-newest"), register),
        ConfirmError::Fault(fault) => Error::Fault(fault),
    }
}

/// `GET /confirm/{token}`: one button. Opening it changes nothing: mail scanners open links.
///
/// # Errors
/// 410 for a link that is used, stale or forged, with what to do next.
pub async fn show_confirm_link(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let waiting =
        site.db.read(move |tx| registrations::find_waiting(tx, &hash)).await.map_err(link_is_over)?;
    Ok(frame::page(&say!("organizations-confirm-registration"), pages::confirm(&token, &waiting)))
}

/// `POST /confirm/{token}`: the button verifies the address and signs in.
///
/// # Errors
/// 410 for a link that is used, stale or forged, with what to do next.
pub async fn confirm_by_link(
    site: Site,
    visitor: Visitor,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let confirmed = site.db.write(move |tx| {
        let confirmed = registrations::confirm_by_link(tx, &hash)?;
        let on = way_on(tx, &confirmed)?;
        Ok((confirmed, on))
    });
    let (confirmed, on) = confirmed.await.map_err(link_is_over)?;
    welcome(&site, visitor, &confirmed, &on).await
}

/// Where somebody goes on whose registration is confirmed: to sign the letter they were invited to,
/// if it can be signed, otherwise to their desk. The invitation becomes theirs. Whoever registered an
/// organization that exists goes to their claim.
fn way_on(tx: &mut Tx<'_>, confirmed: &Confirmed) -> Result<String, Fault> {
    let organization = match &confirmed.has {
        Has::Organization(organization) => organization,
        Has::Claim(claim) => return Ok(format!("/claims/{claim}")),
    };
    let slug = &organization.slug;
    let letter = match confirmed.invitation {
        Some(id) => invitations::take_up(tx, id, confirmed.person, organization.id)?,
        None => None,
    };
    let open = letter.filter(|letter| matches!(letter.standing(tx.now()), Standing::Open { .. }));
    Ok(match open {
        Some(letter) => format!("/letters/{}/sign?organization={slug}&note=welcome", letter.slug),
        None => format!("/desk?welcome={slug}"),
    })
}

async fn welcome(
    app: &App,
    visitor: Visitor,
    confirmed: &Confirmed,
    on: &str,
) -> Result<HttpResponse, Error> {
    let person = confirmed.person;
    if app.db.read(move |tx| people::has_second_factor(tx, person)).await? {
        // The mail proves the mailbox; entering this account takes more.
        let next: String = url::form_urlencoded::byte_serialize(on.as_bytes()).collect();
        return Ok(redirect::to(format!("/sign-in?note=confirmed&next={next}")));
    }
    let mut answer = redirect::to(on);
    people::enter(app, visitor, person, Arrival::ByLink, &mut answer).await?;
    let cookie = registration_cookie(&app.config, None);
    answer.add_cookie(&cookie).map_err(|error| Fault::new(error.to_string()))?;
    Ok(answer)
}

/// `POST /confirm/again`: sends the mail once more, and five times in all, each with a longer pause.
///
/// # Errors
/// None but faults.
pub async fn send_again(site: Site, request: HttpRequest) -> Result<HttpResponse, Error> {
    let browser = request.cookie(registration_cookie_name(&site.config));
    let browser = browser.map(|cookie| Token::presented(cookie.value()));
    let result = match browser {
        Some(browser) => {
            let config = site.config.clone();
            site.db
                .write(move |tx| registrations::send_again(tx, &browser, |path| config.address(path)))
                .await
        }
        None => Err(ResendError::NoSuchRegistration),
    };
    let (status, note) = match result {
        Ok(()) => (StatusCode::OK, say!("organizations-again-sent")),
        Err(ResendError::TooSoon) => (StatusCode::TOO_MANY_REQUESTS, say!("organizations-again-too-soon")),
        Err(ResendError::TooMany) => (StatusCode::TOO_MANY_REQUESTS, say!("organizations-again-too-many")),
        // Also what an address gets that had too many mails: it must look alike.
        Err(ResendError::NoSuchRegistration) => (StatusCode::OK, say!("organizations-again-maybe")),
        Err(ResendError::Fault(fault)) => return Err(fault.into()),
    };
    Ok(frame::page_with(
        status,
        &say!("organizations-look-in-mail"),
        pages::look_in_your_mail(Some(&note), &Complaints::default()),
    ))
}

#[cfg(test)]
mod tests {
    use super::digit;

    #[test]
    fn a_code_is_read_in_the_digits_of_the_keyboard() {
        let read = |typed: &str| typed.chars().filter_map(digit).collect::<String>();
        assert_eq!(read("123 456"), "123456");
        assert_eq!(read("١٢٣-٤٥٦"), "123456");
        assert_eq!(read("۱۲۳۴۵۶"), "123456");
    }
}
