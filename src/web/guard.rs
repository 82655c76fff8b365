//! What every request passes: the headers of every answer, the check that a change was asked for
//! by a page of this site, and one line in the log.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::{DefaultHeaders, Next};
use actix_web::web;

use crate::config::Config;
use crate::error::Error;

/// Nothing but our own files: no script in the page, no style in the page, no frame, no third party.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers of every answer.
pub fn headers(config: &Config) -> DefaultHeaders {
    let headers = DefaultHeaders::new()
        .add((header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
        .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        // A link in a letter must not tell the site behind it which draft it was clicked in.
        .add((header::REFERRER_POLICY, "same-origin"))
        .add(("Cross-Origin-Opener-Policy", "same-origin"))
        .add(("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"));
    if config.is_https() {
        headers.add((header::STRICT_TRANSPORT_SECURITY, "max-age=63072000"))
    } else {
        headers
    }
}

/// Refuses a change that a page of another origin asked for.
///
/// Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`; a request
/// with neither comes from no browser and carries nobody's cookie by accident. No token in the
/// page is needed, and so pages with forms can be the same for everyone. (The method is that of
/// Filippo Valsorda, "Cross-Site Request Forgery", 2025, as in Go's `http.CrossOriginProtection`.)
///
/// # Errors
/// 403 for a change that comes from elsewhere.
pub async fn same_origin(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if !request.method().is_safe() {
        let config = request.app_data::<web::Data<Config>>().map(|config| config.public_url.clone());
        let own = config.map(|url| url.origin().ascii_serialization());
        if !comes_from_here(request.headers(), own.as_deref()) {
            return Err(Error::Refused {
                why: "This was sent from a page of another site, so nothing was done. Open the page here and press the button again.".into(),
            }
            .into());
        }
    }
    next.call(request).await
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

/// One line per request: method, route and status. Not the path, which can hold a token, not the
/// query, not the address, not the browser.
///
/// # Errors
/// None of its own.
pub async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let changes = !request.method().is_safe();
    if !changes && !tracing::enabled!(tracing::Level::DEBUG) {
        return next.call(request).await; // reading is the hot path
    }
    let started = std::time::Instant::now();
    let method = request.method().clone();
    let response = next.call(request).await?;
    let route = response.request().match_pattern().unwrap_or_else(|| "no route".into());
    let status = response.status().as_u16();
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    if changes {
        tracing::info!(%method, route, status, milliseconds, "answered");
    } else {
        tracing::debug!(%method, route, status, milliseconds, "answered");
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
