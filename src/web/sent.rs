//! JSON that a program sends, read with a bound.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

use super::posted::{LONGEST, SILENCE, read, within};
use super::problem::Problem;

/// What stands in an `application/json` request, by the rules of its type.
pub struct Sent<T>(pub T);

/// The largest thing that is sent here has a dozen short fields.
const LARGEST: usize = 64 * 1024;

fn is_json(request: &HttpRequest) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

impl<T: DeserializeOwned + 'static> FromRequest for Sent<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = is_json(request);
        let mut payload = payload.take();
        Box::pin(async move {
            let body = within(LONGEST, read(&mut payload, LARGEST, SILENCE)).await.and_then(|read| read)?;
            if !is_json {
                let why = "Send JSON here, and say so: Content-Type: application/json.";
                return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, why));
            }
            // Where it went wrong is told, and not in the library's words, which may hold what was sent.
            serde_json::from_slice(&body).map(Self).map_err(|error| {
                let what = match error.classify() {
                    serde_json::error::Category::Data => {
                        "This is JSON, and not what the documentation of this address asks for: a field of another kind, one too many, or one that is missing"
                    }
                    _ => "This is not JSON",
                };
                let why = format!("{what} (line {}, column {}).", error.line(), error.column());
                Problem::new(StatusCode::BAD_REQUEST, why)
            })
        })
    }
}
