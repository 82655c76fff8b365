//! A posted form with files, read with a bound.

use std::future::Future;
use std::pin::Pin;

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;

use super::posted::{DRAINED, LONGEST, Pace, Posted, SILENCE, within};
use crate::error::Error;
use crate::text::words::say;

/// A file that came with a form, as its sender describes it.
pub struct UploadedFile {
    /// What it is called there.
    pub name: String,
    /// What it is said to be; nothing relies on it.
    pub media_type: String,
    /// Its bytes; none if it was too large.
    pub content: Vec<u8>,
    /// Whether it is larger than this form takes.
    pub is_too_large: bool,
}

/// The fields and files of a `multipart/form-data` request: all fields together, and each file, of at
/// most so many megabytes. A form without files may also come as any other form does.
#[derive(Default)]
pub struct Uploaded<const MEGABYTES: usize> {
    fields: Vec<(String, String)>,
    files: Vec<(String, UploadedFile)>,
}

/// No form of this site has more.
const MOST_PARTS: usize = 64;

impl<const MEGABYTES: usize> Uploaded<MEGABYTES> {
    const LARGEST: usize = MEGABYTES * 1024 * 1024;

    /// What was typed into a field; empty if it is not there.
    pub fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    /// The file of a field; a browser sends an empty one where none was chosen, which is none.
    pub fn file(&self, name: &str) -> Option<&UploadedFile> {
        let chosen = |file: &&UploadedFile| file.is_too_large || !file.content.is_empty();
        self.files.iter().find(|(field, _)| field == name).map(|(_, file)| file).filter(chosen)
    }

    async fn read(mut parts: Multipart) -> Result<Self, Error> {
        let mut read = Self::default();
        let (mut seen, mut typed, mut pace) = (0, 0, Pace::new(SILENCE));
        while let Some(part) = pace.wait(parts.next()).await? {
            let mut part = part.map_err(|_| unreadable())?;
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.content_disposition().and_then(|d| d.get_filename().map(str::to_owned));
            let media_type = part.content_type().map(ToString::to_string).unwrap_or_default();
            let (mut content, mut is_too_large) = (Vec::new(), false);
            while let Some(chunk) = pace.wait(part.next()).await? {
                let chunk = chunk.map_err(|_| unreadable())?;
                pace.arrived(chunk.len());
                seen += chunk.len();
                if seen > DRAINED {
                    return Err(Error::TooLarge);
                }
                is_too_large |= content.len() + chunk.len() > Self::LARGEST;
                if !is_too_large {
                    content.extend_from_slice(&chunk);
                }
            }
            if read.fields.len() + read.files.len() >= MOST_PARTS {
                return Err(unreadable());
            }
            match file_name {
                Some(file_name) => {
                    let content = if is_too_large { Vec::new() } else { content };
                    let file = UploadedFile { name: file_name, media_type, content, is_too_large };
                    read.files.push((name, file));
                }
                None => {
                    typed += content.len();
                    if typed > Self::LARGEST || is_too_large {
                        return Err(Error::TooLarge);
                    }
                    read.fields.push((name, String::from_utf8_lossy(&content).into_owned()));
                }
            }
        }
        read.checked()
    }

    /// No field twice: which of the two was meant, nobody knows.
    fn checked(self) -> Result<Self, Error> {
        let mut names: Vec<&String> =
            self.fields.iter().map(|(name, _)| name).chain(self.files.iter().map(|(name, _)| name)).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(Error::BadRequest { why: say!("web-form-twice") });
        }
        Ok(self)
    }
}

fn unreadable() -> Error {
    Error::BadRequest { why: say!("web-form-not-whole") }
}

impl<const MEGABYTES: usize> FromRequest for Uploaded<MEGABYTES> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if kind.trim().to_ascii_lowercase().starts_with("multipart/form-data") {
            let parts = Multipart::new(request.headers(), payload.take());
            return Box::pin(async move { within(LONGEST, Self::read(parts)).await? });
        }
        let plain = Posted::<Vec<(String, String)>, MEGABYTES>::from_request(request, payload);
        Box::pin(async move { Self { fields: plain.await?.0, files: Vec::new() }.checked() })
    }
}
