//! What every request passes: the headers of every answer, the check that a change was asked for
//! by a page of this site, and one line in the log.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::{DefaultHeaders, Next};
use actix_web::{HttpMessage, HttpRequest, ResponseError, web};

use super::address;
use super::problem::Problem;
use super::sparing::{self, Source};
use crate::config::Config;
use crate::error::Error;
use crate::ids::PersonId;
use crate::text::words::say;

/// Nothing but our own files: no script in the page, no style in the page, no frame, no third party.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// What stands over every answer, whichever way it was made.
pub fn headers_of_every_answer(config: &Config) -> Vec<(HeaderName, HeaderValue)> {
    let mut headers = vec![
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // A link in a letter must not tell the site behind it which draft it was clicked in.
        (header::REFERRER_POLICY, "same-origin"),
        (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
        // No page elsewhere shows our pages or pictures as its own, or measures what a visitor may see here.
        (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
        (header::PERMISSIONS_POLICY, "camera=(), geolocation=(), microphone=()"),
    ];
    if config.is_https() {
        headers.push((header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains"));
    }
    headers.into_iter().map(|(name, value)| (name, HeaderValue::from_static(value))).collect()
}

/// Puts them over each answer that does not say otherwise itself.
pub fn headers(config: &Config) -> DefaultHeaders {
    headers_of_every_answer(config).into_iter().fold(DefaultHeaders::new(), DefaultHeaders::add)
}

/// Refuses a change that a page of another origin asked for.
///
/// Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`; a request
/// with neither comes from no browser and carries nobody's cookie by accident. No token in the
/// page is needed, and so pages with forms can be the same for everyone. (The method is that of
/// Filippo Valsorda, "Cross-Site Request Forgery", 2025, as in Go's `http.CrossOriginProtection`.)
///
/// A change that comes from elsewhere is answered with 403, as an answer and not as an error: to an error no
/// [`headers`] would be added.
///
/// # Errors
/// None of its own.
pub async fn same_origin(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if !request.method().is_safe() {
        let config = request.app_data::<web::Data<Config>>().map(|config| config.public_url.clone());
        let own = config.map(|url| url.origin().ascii_serialization());
        if !comes_from_here(request.headers(), own.as_deref()) {
            let refused = Error::Refused { why: say!("web-from-elsewhere") };
            let answer = match request.path().starts_with("/api/") {
                true => Problem::from(refused).error_response(),
                false => refused.error_response(),
            };
            return Ok(request.into_response(answer).map_into_right_body());
        }
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

fn comes_from_here(headers: &HeaderMap, own: Option<&str>) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    match text("sec-fetch-site") {
        Some("same-origin" | "none") => return true,
        Some(_) => return false,
        None => {}
    }
    match text("origin") {
        None => true,
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            own == Some(origin) || (host.is_some() && host == text("host"))
        }
    }
}

/// Who asks, as far as the log may know: the id of a person, which says nothing without the database.
#[derive(Clone, Copy)]
struct Asking(PersonId);

/// Notes for the log who asks, or who has just signed in.
pub fn note_person(request: &HttpRequest, person: PersonId) {
    request.extensions_mut().insert(Asking(person));
}

/// Whether an answer that changed nothing is worth a line: somebody was kept out, by a rule or by a limit.
/// To strangers all that they may not see is 404, as is each address they mistype; only of those who are
/// signed in is that known to be a try.
fn was_kept_out(status: StatusCode, is_somebody: bool) -> bool {
    match status {
        StatusCode::FORBIDDEN | StatusCode::GONE | StatusCode::TOO_MANY_REQUESTS => true,
        StatusCode::NOT_FOUND => is_somebody,
        _ => false,
    }
}

/// Whether the line of a refusal is written.
fn is_written(asked: &HttpRequest, person: Option<PersonId>, route: &str, status: StatusCode) -> bool {
    let source = person.map_or_else(
        || {
            let config = asked.app_data::<web::Data<Config>>();
            Source::Address(config.and_then(|config| address::of_client(asked, &config.trusted_proxies)))
        },
        Source::Person,
    );
    sparing::refusal_is_written(source, route, status.as_u16())
}

/// One line per request that changes something or was kept out: method, route, status, and the person's id if
/// they are signed in. Not the path, which can hold a token, not the query, not the address, not the browser. Of
/// what is refused very often, not every line ([`sparing`]).
///
/// # Errors
/// None of its own.
pub async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = std::time::Instant::now();
    let response = next.call(request).await?;
    let asked = response.request();
    let (method, status) = (asked.method(), response.status());
    let is_safe = method.is_safe();
    // Reading is the hot path: nothing more is done for it.
    if is_safe && status.as_u16() < 400 && !tracing::enabled!(tracing::Level::DEBUG) {
        return Ok(response);
    }
    let person = asked.extensions().get::<Asking>().map(|asking| asking.0);
    let route = asked.match_pattern().unwrap_or_else(|| "no route".into());
    let person_id = person.map(tracing::field::display);
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let worth_it = !is_safe || was_kept_out(status, person.is_some());
    if worth_it && (status.as_u16() < 400 || is_written(asked, person, &route, status)) {
        tracing::info!(%method, route, status = status.as_u16(), milliseconds, person = person_id, "answered");
    } else {
        tracing::debug!(%method, route, status = status.as_u16(), milliseconds, person = person_id, "answered");
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn with(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        comes_from_here(&headers, Some("https://undersigned.example"))
    }

    #[test]
    fn only_our_own_pages_change_anything() {
        assert!(with(&[]));
        assert!(with(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(with(&[("origin", "https://undersigned.example")]));
        assert!(with(&[("origin", "http://localhost:8080"), ("host", "localhost:8080")]));
        for foreign in ["cross-site", "same-site", "unknown"] {
            assert!(!with(&[("sec-fetch-site", foreign), ("origin", "https://undersigned.example")]));
        }
        assert!(!with(&[("origin", "null")]));
        assert!(!with(&[("origin", "https://undersigned.example.evil.example")]));
        assert!(!with(&[("origin", "https://evil.example"), ("host", "undersigned.example")]));
    }
}
