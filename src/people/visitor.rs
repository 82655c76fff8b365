//! Who is asking: the session cookie, and the extractors that read it.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::http::header::{REFERER, USER_AGENT};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use futures_util::{StreamExt, stream};
use tokio::sync::oneshot;
use url::Url;

use super::devices::{self, DEVICE_DAYS};
use super::model::{Person, find_person};
use super::second_factor::has_second_factor;
use super::{mails, sessions};
use crate::app::{App, Site};
use crate::config::{Config, SecondFactorFor};
use crate::error::{Error, Fault};
use crate::ids::{PersonId, SessionId, Token, TokenHash};
use crate::organizations::{self, Acting};
use crate::text::language::language_of_name;
use crate::web::posted::keep_form;
use crate::web::{acting, guard, languages};
use crate::{coalitions, letters, mail};

/// Whoever is asking.
pub struct Visitor {
    /// The person, if they are signed in.
    pub person: Option<Person>,
    /// The hash of the session token their browser sent, known or not.
    pub presented: Option<TokenHash>,
    /// Their session, if it is open.
    pub session: Option<SessionId>,
    /// What kind of browser they use, roughly: "Firefox, Android".
    pub device: String,
    /// The hash of the cookie by which their browser may be known from before.
    pub device_cookie: Option<TokenHash>,
}

/// Someone who is signed in. For others the answer is the sign-in page, which leads back; for somebody
/// whom this installation asks for a second factor, and who has none yet, it is the way to set it up.
pub struct SignedIn {
    /// The person.
    pub person: Person,
    /// The session they came with.
    pub session: SessionId,
}

/// The same on the pages of one's own account, where a second factor is set up, and which one
/// therefore enters without.
pub struct AccountHolder {
    /// The person.
    pub person: Person,
    /// The session they came with.
    pub session: SessionId,
    /// The hash of the cookie by which their browser is known.
    pub device_cookie: Option<TokenHash>,
}

/// The cookie that holds a session: `__Host-` binds it to this host and to https; on a loopback
/// address without https browsers refuse that prefix, so the name is plain there.
fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-undersigned" } else { "undersigned" }
}

/// The cookie for a session; `None` clears it.
pub fn session_cookie(config: &Config, token: Option<&Token>) -> Cookie<'static> {
    let value = token.map_or(String::new(), |token| token.as_str().to_owned());
    let mut cookie = Cookie::build(cookie_name(config), value)
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        .same_site(SameSite::Lax)
        // The browser forgets with the server or later: the row decides.
        .max_age(time::Duration::days(i64::from(config.accounts.session_absolute)))
        .finish();
    if token.is_none() {
        cookie.make_removal();
    }
    cookie
}

/// The cookie by which a browser is known again. It says nothing of who is signed in, and lasts longer.
fn device_cookie(config: &Config, token: &Token) -> Cookie<'static> {
    Cookie::build(device_cookie_name(config), token.as_str().to_owned())
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(DEVICE_DAYS))
        .finish()
}

fn device_cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-device" } else { "device" }
}

/// How somebody proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// By a link in their mail, or in a terminal: whoever reads a mail about it has just read that.
    ByLink,
    /// By their password, and they hear of it if their browser is a new one.
    ByPassword,
}

/// Signs somebody in who has proved who they are: a new session in place of the one they came with, and
/// their browser is known from now on.
///
/// # Errors
/// None but faults.
pub async fn enter(
    app: &App,
    visitor: Visitor,
    person: PersonId,
    arrival: Arrival,
    answer: &mut HttpResponse,
) -> Result<(), Error> {
    let config = app.config.clone();
    let entered = app.db.write::<_, Fault, _>(move |tx| {
        let limits = sessions::Limits::of(&config.accounts);
        let opened =
            sessions::open_session(tx, person, &visitor.device, visitor.presented.as_ref(), &limits)?;
        let cookie = devices::note_sign_in(tx, person, visitor.device_cookie.as_ref(), &visitor.device)?;
        if cookie.is_some()
            && arrival == Arrival::ByPassword
            && let Some(person) = find_person(tx, person)?
        {
            let forgot = config.address("/password/forgot");
            mail::enqueue(tx, &mails::new_device(&person, &visitor.device, tx.now(), forgot))?;
        }
        let words = find_person(tx, person)?.map(|person| person.words());
        Ok((opened.token, cookie, words))
    });
    let (session, device, words) = entered.await?;
    let cookies = [
        words.map(|words| languages::remembering(&app.config, words)),
        Some(session_cookie(&app.config, Some(&session))),
        device.map(|token| device_cookie(&app.config, &token)),
    ];
    for cookie in cookies.into_iter().flatten() {
        answer.add_cookie(&cookie).map_err(|error| Fault::new(error.to_string()))?;
    }
    Ok(())
}

async fn look(
    site: Site,
    presented: Option<TokenHash>,
    device: String,
    device_cookie: Option<TokenHash>,
    back: String,
) -> Result<Visitor, Error> {
    let app: &App = &site;
    let limits = sessions::Limits::of(&app.config.accounts);
    let found = match presented.clone() {
        Some(token) => app.db.read(move |tx| sessions::find_session(tx, &token, &limits)).await?,
        None => None,
    };
    let (person, session) = match found {
        Some((person, session, stale)) => {
            if stale {
                let id = session.id;
                app.db.write::<_, Fault, _>(move |tx| sessions::note_use(tx, id)).await?;
            }
            note_acting(app, session.id, person.id, &back).await?;
            (Some(person), Some(session.id))
        }
        None => (None, None),
    };
    Ok(Visitor { person, presented, session, device, device_cookie })
}

/// Whether this installation asks `person` for a second factor that they have not set up.
async fn lacks_second_factor(app: &App, person: &Person) -> Result<bool, Error> {
    let rule = app.config.accounts.require_second_factor;
    if rule == SecondFactorFor::None {
        return Ok(false);
    }
    let (id, operator) = (person.id, person.is_operator());
    let lacks = app.db.read::<_, Fault, _>(move |tx| {
        let asked = operator
            || (rule == SecondFactorFor::Coordinators
                && (!letters::letters_of(tx, id)?.is_empty()
                    || !coalitions::coordinated_by(tx, id)?.is_empty()));
        Ok(asked && !has_second_factor(tx, id)?)
    });
    Ok(lacks.await?)
}

/// Every page of theirs says for whom they act; `back` is where they go on after choosing another.
async fn note_acting(app: &App, session: SessionId, person: PersonId, back: &str) -> Result<(), Fault> {
    let acting = app.db.read(move |tx| organizations::find_acting(tx, session, person)).await?;
    // From the page of choosing one goes on to the desk, not to choosing once more.
    let back = if back.starts_with("/acting") { "/desk" } else { back };
    let next: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
    let change = || Some(format!("/acting?next={next}"));
    let (name, change) = match acting {
        Acting::ForNobody => return Ok(()),
        Acting::Only(organization) => (Some(organization.name), None),
        Acting::Chosen(organization) => (Some(organization.name), change()),
        Acting::NotChosen(_) => (None, change()),
    };
    let language = name.as_deref().map_or("", language_of_name);
    acting::note(acting::Acting { name, language, change });
    Ok(())
}

impl FromRequest for Visitor {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(site) = request.app_data::<Site>().cloned() else {
            return Box::pin(async { Err(Fault::new("the site is not set up").into()) });
        };
        let cookie = request.cookie(cookie_name(&site.config));
        let presented = cookie.map(|cookie| TokenHash::of(cookie.value()));
        let device_cookie = request.cookie(device_cookie_name(&site.config));
        let device_cookie = device_cookie.map(|cookie| TokenHash::of(cookie.value()));
        let agent = request.headers().get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
        let device = device_of(agent);
        let back = request.uri().path_and_query().filter(|_| request.method().is_safe());
        let back = back.map_or("/desk", |path| path.as_str()).to_owned();
        let request = request.clone();
        Box::pin(async move {
            let visitor = look(site, presented, device, device_cookie, back).await?;
            if let Some(person) = &visitor.person {
                guard::note_person(&request, person.id);
            }
            Ok(visitor)
        })
    }
}

/// Somebody who is signed in, or the way to the sign-in page and back.
fn signed_in(request: &HttpRequest) -> impl Future<Output = Result<AccountHolder, Error>> + use<> {
    let visitor = Visitor::from_request(request, &mut Payload::None);
    // After a POST there is no page to come back to but the one the button was on, which may hold
    // the words that were just sent.
    let sent = !request.method().is_safe();
    let back_to = page_to_come_back_to(request);
    async move {
        let visitor = visitor.await?;
        match (visitor.person, visitor.session) {
            (Some(person), Some(session)) => {
                Ok(AccountHolder { person, session, device_cookie: visitor.device_cookie })
            }
            _ => Err(Error::SignInFirst { back_to, sent }),
        }
    }
}

fn page_to_come_back_to(request: &HttpRequest) -> String {
    if request.method().is_safe() {
        request.uri().path_and_query().map_or("/desk", |p| p.as_str()).to_owned()
    } else {
        page_before(request).unwrap_or_else(|| "/desk".to_owned())
    }
}

impl FromRequest for AccountHolder {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        Box::pin(signed_in(request))
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let holder = signed_in(request);
        let Some(site) = request.app_data::<Site>().cloned() else {
            return Box::pin(async { Err(Fault::new("the site is not set up").into()) });
        };
        // Whether the form may go on to its handler is known later than the handler asks for it, and
        // if it may not, it comes back to its sender.
        let (pass_on, passed_on) = oneshot::channel();
        let form = payload.take();
        let later = stream::once(async { passed_on.await.unwrap_or(Payload::None) }).flatten();
        *payload = Payload::Stream { payload: Box::pin(later) };
        let request = request.clone();
        Box::pin(async move {
            let known = async {
                let holder = holder.await?;
                Ok::<_, Error>((lacks_second_factor(&site, &holder.person).await?, holder))
            };
            let changes = !request.method().is_safe();
            let (lacks, holder) = match known.await {
                Ok(known) => known,
                Err(Error::Fault(fault)) if changes && fault.away().is_some() => {
                    tracing::warn!(%fault, "a form goes back to its sender");
                    return Err(Error::Away(keep_form(&request, form).await));
                }
                Err(error) => return Err(error),
            };
            if lacks {
                let sent = if changes { Some(keep_form(&request, form).await) } else { None };
                return Err(Error::SecondFactorFirst { back_to: page_to_come_back_to(&request), sent });
            }
            let _ = pass_on.send(form); // a handler that reads no form has let go of it
            Ok(Self { person: holder.person, session: holder.session })
        })
    }
}

/// The page of this site from which a form was sent, as far as the browser says so; without what it
/// said of an earlier form (`?note=saved`).
fn page_before(request: &HttpRequest) -> Option<String> {
    let page = Url::parse(request.headers().get(REFERER)?.to_str().ok()?).ok()?;
    let host = page.host_str()?;
    let host = page.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    if host != request.connection_info().host() {
        return None;
    }
    let query = page.query().filter(|query| !query.starts_with("note="));
    Some(query.map_or_else(|| page.path().to_owned(), |query| format!("{}?{query}", page.path())))
}

/// What is kept of a program that is no browser we know.
pub(super) const ANOTHER_PROGRAM: &str = "Another program";

/// A browser in two words. The full header would tell more about a person than the list of their
/// sessions needs.
fn device_of(agent: &str) -> String {
    let browsers = [
        ("Firefox/", "Firefox"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];
    let first = |table: &[(&str, &'static str)]| {
        table.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (first(&browsers), first(&systems)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => ANOTHER_PROGRAM.to_owned(),
    }
}
