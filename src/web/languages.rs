//! In which language a request is answered: the address says (`/ar/letters/x`), else what the person has
//! chosen before, else what their browser says they read (RFC 9110, 12.5.4).
//!
//! The routes know nothing of it: the language is taken off the address before they are asked, and put
//! before the page's own links, forms and redirects afterwards, so that whoever reads in a language
//! goes on in it and no page can forget a link.

use actix_web::body::{BoxBody, EitherBody, MessageBody, to_bytes};
use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_LANGUAGE, AcceptLanguage, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, Header,
    HeaderMap, HeaderValue, LOCATION, Preference, Quality, VARY,
};
use actix_web::http::uri::PathAndQuery;
use actix_web::http::{Method, Uri};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};

use crate::config::Config;
use crate::text::speaking::{self, Asked};
use crate::text::words::Words;

tokio::task_local! {
    /// The address that was asked for, without its language, if it can be asked for again.
    static ADDRESS: Option<String>;
}

/// The address (path and query, without the language) of the page that is being made, for links to it in
/// other languages; none for the answer to a form.
pub fn address_of_this_page() -> Option<String> {
    ADDRESS.try_with(Clone::clone).ok().flatten()
}

/// The cookie that remembers a language. People with an account have it once they have chosen one; no reader
/// has.
fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-language" } else { "language" }
}

/// Remembers a language in the browser of somebody who has chosen it, for a year.
pub fn remembering(config: &Config, words: Words) -> Cookie<'static> {
    Cookie::build(cookie_name(config), words.tag())
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        .same_site(SameSite::Lax)
        .max_age(time::Duration::days(365))
        .finish()
}

/// The language at the head of an address, and what follows it: `/ar/desk` is Arabic and `/desk`.
fn of_address(path: &str) -> Option<(Words, &str)> {
    let after = path.strip_prefix('/')?;
    let end = after.find(['/', '?', '#']).unwrap_or(after.len());
    let (tag, rest) = after.split_at_checked(end)?;
    Some((Words::spoken(tag)?, rest))
}

/// An address of this site in a language: `/desk` in Arabic is `/ar/desk`. What names a language, or is a
/// file for all of them, stays.
pub fn in_language(words: Words, path: &str) -> String {
    let own = path.starts_with('/') && !path.starts_with("//");
    let for_all = ["/static/", "/api/", "/.well-known/"].iter().any(|prefix| path.starts_with(prefix));
    if !own || for_all || of_address(path).is_some() {
        return path.to_owned();
    }
    if path == "/" { format!("/{}/", words.tag()) } else { format!("/{}{path}", words.tag()) }
}

/// An address in a language, where addresses are asked for in one; elsewhere as it is.
pub fn in_language_if_asked(words: Words, path: &str) -> String {
    if speaking::how_asked() == Asked::ByAddress { in_language(words, path) } else { path.to_owned() }
}

/// The best of the languages spoken here that the browser's header asks for. A header that cannot be read
/// asks for nothing.
fn of_header(request: &impl HttpMessage) -> Option<Words> {
    if !request.headers().contains_key(ACCEPT_LANGUAGE) {
        return None;
    }
    let mut wishes = AcceptLanguage::parse(request).ok()?.0;
    wishes.retain(|wish| wish.quality > Quality::ZERO);
    wishes.sort_by_key(|wish| std::cmp::Reverse(wish.quality)); // stable: of equals the first
    wishes.iter().find_map(|wish| match &wish.item {
        Preference::Any => None,
        Preference::Specific(tag) => Words::spoken(&tag.primary_language().to_ascii_lowercase()),
    })
}

/// The language in which somebody who has chosen none before asks for `path`, how that came about, and the path
/// without it.
pub fn wish<'a>(path: &'a str, request: &impl HttpMessage) -> (Option<Words>, Asked, &'a str) {
    if let Some((words, rest)) = of_address(path) {
        return (Some(words), Asked::ByAddress, rest);
    }
    match of_header(request) {
        Some(words) => (Some(words), Asked::ByBrowser, path),
        None => (None, Asked::ByNobody, path),
    }
}

/// What the person has chosen before.
fn of_choice(request: &ServiceRequest) -> Option<Words> {
    let config = request.app_data::<web::Data<Config>>()?;
    Words::spoken(request.cookie(cookie_name(config))?.value())
}

/// Takes the language off the address of a request.
fn take_off_address(request: &mut ServiceRequest) -> Option<Words> {
    let asked = request.uri().path_and_query()?.as_str().to_owned();
    let (words, rest) = of_address(&asked)?;
    let rest = if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(rest).ok()?);
    let uri = Uri::from_parts(parts).ok()?;
    request.match_info_mut().get_mut().update(&uri);
    request.head_mut().uri = uri;
    Some(words)
}

/// Answers each request in its language.
///
/// # Errors
/// None of its own.
pub async fn around(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody, BoxBody>>, actix_web::Error> {
    let (words, asked) = if let Some(words) = take_off_address(&mut request) {
        (words, Asked::ByAddress)
    } else if let Some(words) = of_choice(&request) {
        (words, Asked::ByChoice)
    } else if let Some(words) = of_header(&request) {
        (words, Asked::ByBrowser)
    } else {
        (Words::default(), Asked::ByNobody)
    };
    let address = (request.method() == Method::GET || request.method() == Method::HEAD)
        .then(|| request.uri().path_and_query().map(|address| address.as_str().to_owned()))
        .flatten();
    let answering = ADDRESS.scope(address, next.call(request));
    let mut response = speaking::around(words, asked, answering).await?;
    let headers = response.headers_mut();
    let is_page = headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        tell_caches(headers, words, asked);
    }
    if asked != Asked::ByAddress {
        return Ok(response.map_into_left_body());
    }
    let onward = headers
        .get(LOCATION)
        .and_then(|to| HeaderValue::try_from(in_language(words, to.to_str().ok()?)).ok());
    if let Some(onward) = onward {
        headers.insert(LOCATION, onward);
    }
    if !is_page || headers.contains_key(CONTENT_ENCODING) {
        return Ok(response.map_into_left_body()); // whoever packs a page has put it into its language
    }
    let (request, response) = response.into_parts();
    let (head, body) = response.into_parts();
    let bytes = to_bytes(body).await.map_err(|_| actix_web::error::ErrorInternalServerError("unreadable"))?;
    let page = match std::str::from_utf8(&bytes) {
        Ok(page) => links_in_language(words, page).into_bytes(),
        Err(_) => bytes.to_vec(),
    };
    Ok(ServiceResponse::new(request, head.set_body(page).map_into_boxed_body()).map_into_right_body())
}

/// Says in which language a page is, and on what that depended. What a person has chosen is theirs: a cache
/// that others share must not keep it for them.
fn tell_caches(headers: &mut HeaderMap, words: Words, asked: Asked) {
    if !headers.contains_key(CONTENT_LANGUAGE) {
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(words.tag()));
    }
    if asked == Asked::ByAddress {
        return;
    }
    let depends = headers.get(VARY).and_then(|vary| vary.to_str().ok()).map(str::to_owned);
    let depends = match depends {
        Some(vary) if vary.to_ascii_lowercase().contains("accept-language") => vary,
        Some(vary) => format!("{vary}, Accept-Language"),
        None => "Accept-Language".to_owned(),
    };
    if let Ok(depends) = HeaderValue::try_from(depends) {
        headers.insert(VARY, depends);
    }
    let public = headers.get(CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"public"));
    if asked == Asked::ByChoice && public {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
}

/// The attributes in which our pages name other pages of this site. Everything in a page was escaped by maud
/// or sanitized, so that a quotation mark after an equals sign begins an attribute of ours and nothing
/// that somebody wrote.
const NAMING: [&str; 4] = [" href=\"/", " action=\"/", " formaction=\"/", " data-live=\"/"];

/// A page whose links, forms and live stream go on in a language. What goes on in it already stays, so that
/// it does not matter how often this is done.
pub fn links_in_language(words: Words, page: &str) -> String {
    let mut done = String::with_capacity(page.len() + page.len() / 20);
    let mut rest = page;
    while let Some((at, naming)) =
        NAMING.iter().filter_map(|naming| Some((rest.find(naming)?, naming))).min_by_key(|(at, _)| *at)
    {
        let (before, from) = rest.split_at(at + naming.len() - 1);
        let (address, after) = from.split_at(from.find('"').unwrap_or(from.len()));
        done.push_str(before);
        done.push_str(&in_language(words, address));
        rest = after;
    }
    done.push_str(rest);
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn header(value: &str) -> Option<&'static str> {
        let request = TestRequest::default().insert_header(("accept-language", value)).to_srv_request();
        of_header(&request).map(|words| words.tag())
    }

    #[test]
    fn a_browser_gets_the_best_of_what_it_asks_for() {
        assert_eq!(header("ar-SY,ar;q=0.9,en;q=0.8"), Some("ar"));
        assert_eq!(header("de, es;q=0.5, fr;q=0.7"), Some("fr"));
        assert_eq!(header("fr;q=0, en;q=0.1"), Some("en"));
        assert_eq!(header("*"), None);
        assert_eq!(header("de"), None);
        for unreadable in [
            "",
            ";;;",
            "q=1",
            "ar;q=banana",
            "\u{7f}ar".trim_start_matches(char::is_control),
            "en-".repeat(5_000).as_str(),
        ] {
            assert!(matches!(header(unreadable), None | Some("en" | "ar")), "{unreadable:?}");
        }
    }

    #[test]
    fn an_address_is_put_into_a_language_once() {
        let arabic = Words::spoken("ar").unwrap();
        assert_eq!(in_language(arabic, "/"), "/ar/");
        assert_eq!(in_language(arabic, "/letters/x?a=b#c"), "/ar/letters/x?a=b#c");
        assert_eq!(in_language(arabic, "/arrivals"), "/ar/arrivals");
        for stays in
            ["/ar", "/ar/", "/fr/desk", "/static/a.css", "https://elsewhere.example/", "//x", "#s", "?q"]
        {
            assert_eq!(in_language(arabic, stays), stays);
        }
    }

    #[test]
    fn links_and_forms_of_a_page_go_on_in_its_language() {
        let arabic = Words::spoken("ar").unwrap();
        let page = r##"<a href="/desk">x</a><a href="/fr/desk"><form action="/sign-in"><img src="/static/a"><a href="#x"><link href="/static/s.css"> href=&quot;/no"##;
        let done = links_in_language(arabic, page);
        assert_eq!(
            done,
            r##"<a href="/ar/desk">x</a><a href="/fr/desk"><form action="/ar/sign-in"><img src="/static/a"><a href="#x"><link href="/static/s.css"> href=&quot;/no"##
        );
        assert_eq!(links_in_language(arabic, &done), done);
    }
}
