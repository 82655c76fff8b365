//! Who is asking: the session cookie, and the extractors that read it.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::http::header::{REFERER, USER_AGENT};
use actix_web::{FromRequest, HttpRequest};
use url::Url;

use super::model::Person;
use super::sessions;
use crate::app::{App, Site};
use crate::config::Config;
use crate::error::{Error, Fault};
use crate::ids::{SessionId, Token, TokenHash};
use crate::web::guard;

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
}

/// Someone who is signed in. For others the answer is the sign-in page, which leads back.
pub struct SignedIn {
    /// The person.
    pub person: Person,
    /// The session they came with.
    pub session: SessionId,
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
        // The browser forgets later than the server: the row decides.
        .max_age(time::Duration::days(90))
        .finish();
    if token.is_none() {
        cookie.make_removal();
    }
    cookie
}

async fn look(site: Site, presented: Option<TokenHash>, device: String) -> Result<Visitor, Error> {
    let app: &App = &site;
    let found = match presented.clone() {
        Some(token) => app.db.read(move |tx| sessions::find_session(tx, &token)).await?,
        None => None,
    };
    let (person, session) = match found {
        Some((person, session, stale)) => {
            if stale {
                let id = session.id;
                app.db.write::<_, Fault, _>(move |tx| sessions::note_use(tx, id)).await?;
            }
            (Some(person), Some(session.id))
        }
        None => (None, None),
    };
    Ok(Visitor { person, presented, session, device })
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
        let agent = request.headers().get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
        let device = device_of(agent);
        let request = request.clone();
        Box::pin(async move {
            let visitor = look(site, presented, device).await?;
            if let Some(person) = &visitor.person {
                guard::note_person(&request, person.id);
            }
            Ok(visitor)
        })
    }
}

impl FromRequest for SignedIn {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let visitor = Visitor::from_request(request, payload);
        // After a POST there is no page to come back to but the one the button was on, which may hold
        // the words that were just sent.
        let sent = !request.method().is_safe();
        let back_to = if sent {
            page_before(request).unwrap_or_else(|| "/desk".to_owned())
        } else {
            request.uri().path_and_query().map_or("/desk", |p| p.as_str()).to_owned()
        };
        Box::pin(async move {
            let visitor = visitor.await?;
            match (visitor.person, visitor.session) {
                (Some(person), Some(session)) => Ok(Self { person, session }),
                _ => Err(Error::SignInFirst { back_to, sent }),
            }
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
        (None, None) => "Another program".to_owned(),
    }
}
