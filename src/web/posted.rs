//! A posted form, read with a bound.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use crate::error::Error;

/// The fields of an `application/x-www-form-urlencoded` request of at most so many megabytes: one,
/// where nothing else is said. The longest letter we know has 60,000 characters, which
/// percent-encoding can make nine times as many bytes.
pub struct Posted<T, const MEGABYTES: usize = 1>(pub T);

/// How much more is read and thrown away, so that a client which sends too much hears so instead
/// of a broken connection.
pub(super) const DRAINED: usize = 64 * 1024 * 1024;

/// A form that was sent and not taken, as it can be sent once more.
#[derive(Debug, Clone)]
pub struct KeptForm {
    /// Where it was sent.
    pub action: String,
    /// What was in it; none if it was larger than a page should carry, or held files.
    pub fields: Option<Vec<(String, String)>>,
}

/// A larger form does not come back: its page would be as large.
const KEPT: usize = 1024 * 1024;

/// Reads a form that its handler will not get.
pub async fn keep_form(request: &HttpRequest, mut payload: Payload) -> KeptForm {
    let action = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let mut body = Vec::new();
    let (mut seen, mut whole) = (0_usize, is_form(request));
    while let Some(chunk) = payload.next().await {
        let Ok(chunk) = chunk else {
            whole = false;
            break;
        };
        seen += chunk.len();
        whole = whole && seen <= KEPT;
        if seen > DRAINED {
            break;
        }
        if whole {
            body.extend_from_slice(&chunk);
        }
    }
    let fields = if whole { serde_urlencoded::from_bytes(&body).ok() } else { None };
    KeptForm { action, fields }
}

fn is_form(request: &HttpRequest) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    kind == "application/x-www-form-urlencoded"
}

impl<T: DeserializeOwned + 'static, const MEGABYTES: usize> FromRequest for Posted<T, MEGABYTES> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = is_form(request);
        let mut payload = payload.take();
        Box::pin(async move {
            let largest = MEGABYTES * 1024 * 1024;
            let mut body = Vec::new();
            let mut seen = 0_usize;
            while let Some(chunk) = payload.next().await {
                let chunk =
                    chunk.map_err(|_| unreadable("The form did not arrive whole. Please send it again."))?;
                seen += chunk.len();
                if seen > DRAINED {
                    break;
                }
                if seen <= largest {
                    body.extend_from_slice(&chunk);
                }
            }
            if seen > largest {
                return Err(Error::TooLarge);
            }
            // A button on its own posts nothing, and some programs then name no type.
            if !body.is_empty() && !is_form {
                return Err(unreadable("Forms are sent here as application/x-www-form-urlencoded."));
            }
            let fields = serde_urlencoded::from_bytes(&body)
                .map_err(|_| unreadable("The form has fields we do not understand, or a field twice."))?;
            Ok(Self(fields))
        })
    }
}

fn unreadable(why: &str) -> Error {
    Error::BadRequest { why: why.to_owned() }
}
