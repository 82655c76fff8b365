//! A pasted text or an uploaded file, read with a bound.

use std::future::Future;
use std::pin::Pin;

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use futures_util::{Stream, StreamExt};

use crate::error::Error;

/// What was sent: the fields `text`, `file` and `format` of a form.
#[derive(Debug, Default)]
pub struct Uploaded {
    /// What was pasted.
    pub text: String,
    /// The file's bytes; empty if none was chosen.
    pub file: Vec<u8>,
    /// The file's name, as the browser gave it.
    pub file_name: String,
    /// What kind of file it is said to be.
    pub format: String,
    /// Whether it was more than fits; then nothing of it is kept.
    pub too_large: bool,
}

/// The most that is taken: 10 MB, and what a form puts around it.
const LARGEST: usize = 10 * 1024 * 1024 + 4096;

/// How much more is read and thrown away, so that a client which sends too much hears so instead of
/// a broken connection.
const DRAINED: usize = 160 * 1024 * 1024;

impl FromRequest for Uploaded {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .unwrap_or("")
            .to_ascii_lowercase();
        let headers = request.headers().clone();
        let payload = payload.take();
        Box::pin(async move {
            let Some(body) = bounded(payload).await? else {
                return Ok(Self { too_large: true, ..Self::default() });
            };
            if kind.starts_with("multipart/form-data") {
                let whole = futures_util::stream::once(async move { Ok(bytes::Bytes::from(body)) });
                return of_parts(Multipart::new(&headers, whole)).await;
            }
            let pairs: Vec<(String, String)> =
                serde_urlencoded::from_bytes(&body).map_err(|_| unreadable())?;
            let mut uploaded = Self::default();
            for (name, value) in pairs {
                uploaded.keep(&name, value.into_bytes(), "");
            }
            Ok(uploaded)
        })
    }
}

async fn bounded(
    mut payload: impl Stream<Item = Result<bytes::Bytes, actix_web::error::PayloadError>> + Unpin,
) -> Result<Option<Vec<u8>>, Error> {
    let (mut body, mut seen) = (Vec::new(), 0_usize);
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| unreadable())?;
        seen += chunk.len();
        if seen > DRAINED {
            break;
        }
        if seen <= LARGEST {
            body.extend_from_slice(&chunk);
        } else {
            body = Vec::new();
        }
    }
    Ok((seen <= LARGEST).then_some(body))
}

async fn of_parts(mut parts: Multipart) -> Result<Uploaded, Error> {
    let mut uploaded = Uploaded::default();
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| unreadable())?;
        let name = part.name().unwrap_or_default().to_owned();
        let file_name =
            part.content_disposition().and_then(|d| d.get_filename()).unwrap_or_default().to_owned();
        let mut content = Vec::new();
        while let Some(chunk) = part.next().await {
            content.extend_from_slice(&chunk.map_err(|_| unreadable())?);
        }
        uploaded.keep(&name, content, &file_name);
    }
    Ok(uploaded)
}

impl Uploaded {
    fn keep(&mut self, name: &str, content: Vec<u8>, file_name: &str) {
        match name {
            "text" => self.text = String::from_utf8_lossy(&content).into_owned(),
            "format" => self.format = String::from_utf8_lossy(&content).into_owned(),
            "file" => (self.file, self.file_name) = (content, file_name.to_owned()),
            _ => {}
        }
    }
}

fn unreadable() -> Error {
    Error::BadRequest { why: "The form did not arrive whole. Please send it again.".to_owned() }
}
