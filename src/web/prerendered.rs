//! Bytes made once and handed to every reader: identity, gzip and brotli, with an `ETag`.

use std::io::Write;

use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, HeaderValue,
    IF_NONE_MATCH, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::ids::hex;

/// One resource in the encodings a browser may ask for.
#[derive(Debug, Clone)]
pub struct Prerendered {
    content_type: &'static str,
    cache_control: &'static str,
    /// The language of the words in it, where its address answers in several.
    language: Option<&'static str>,
    identity: Encoded,
    gzip: Option<Encoded>,
    brotli: Option<Encoded>,
}

#[derive(Debug, Clone)]
struct Encoded {
    body: Bytes,
    etag: HeaderValue,
}

/// How hard to compress.
#[derive(Clone, Copy)]
struct Effort {
    gzip: u32,
    brotli: u32,
}

/// For what is rendered at every signature: far from the slowest.
const OFTEN: Effort = Effort { gzip: 6, brotli: 6 };
/// For what is made once: the best there is.
const ONCE: Effort = Effort { gzip: 9, brotli: 11 };
const BROTLI_WINDOW: u32 = 22;

/// May be kept, must be asked about each time: a reader who comes back sees who has signed since.
const ALWAYS_ASK: &str = "public, no-cache";
/// The address changes when the content does.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

impl Prerendered {
    /// A text that changes under its address: readers ask about it each time.
    pub fn changing(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::text(content_type, ALWAYS_ASK, body, OFTEN)
    }

    /// A text whose address changes when it does.
    pub fn lasting(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::text(content_type, FOR_EVER, body, ONCE)
    }

    fn text(content_type: &'static str, cache_control: &'static str, body: Vec<u8>, effort: Effort) -> Self {
        let tag = hex(Sha256::digest(&body).get(..12).unwrap_or_default());
        let gzip = gzip(&body, effort.gzip).map(|bytes| Encoded::new(bytes, &tag, "-gz"));
        let brotli = brotli(&body, effort.brotli).map(|bytes| Encoded::new(bytes, &tag, "-br"));
        let identity = Encoded::new(body, &tag, "");
        Self { content_type, cache_control, language: None, identity, gzip, brotli }
    }

    /// The same for a format that is compressed already.
    pub fn lasting_packed(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::packed(content_type, FOR_EVER, body)
    }

    /// What is compressed already, and changes under its address.
    pub fn changing_packed(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::packed(content_type, ALWAYS_ASK, body)
    }

    fn packed(content_type: &'static str, cache_control: &'static str, body: Vec<u8>) -> Self {
        let tag = hex(Sha256::digest(&body).get(..12).unwrap_or_default());
        let identity = Encoded::new(body, &tag, "");
        Self { content_type, cache_control, language: None, identity, gzip: None, brotli: None }
    }

    /// Says in which language this is, of an address that answers each reader in theirs.
    pub fn spoken_in(mut self, language: &'static str) -> Self {
        self.language = Some(language);
        self
    }

    /// What of a request its answer depends on.
    fn varies_by(&self) -> &'static str {
        if self.language.is_some() { "Accept-Encoding, Accept-Language" } else { "Accept-Encoding" }
    }

    /// The uncompressed bytes.
    pub fn identity(&self) -> &Bytes {
        &self.identity.body
    }

    /// Answers a GET or HEAD: the best encoding the client takes, or 304 if it has it already.
    /// Makes no copy of the body.
    pub fn respond(&self, request: &HttpRequest) -> HttpResponse {
        let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
        let (encoded, encoding) = match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if accepts(accepted, "br") => (brotli, Some("br")),
            (_, Some(gzip)) if accepts(accepted, "gzip") => (gzip, Some("gzip")),
            _ => (&self.identity, None),
        };
        let known = request.headers().get_all(IF_NONE_MATCH).any(|header| matches_tag(header, &encoded.etag));
        let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut answer = HttpResponse::build(status);
        answer
            .insert_header((ETAG, encoded.etag.clone()))
            .insert_header((CACHE_CONTROL, HeaderValue::from_static(self.cache_control)))
            .insert_header((VARY, HeaderValue::from_static(self.varies_by())));
        if let Some(language) = self.language {
            answer.insert_header((CONTENT_LANGUAGE, HeaderValue::from_static(language)));
        }
        if known {
            return answer.finish();
        }
        answer.insert_header((CONTENT_TYPE, HeaderValue::from_static(self.content_type)));
        if let Some(encoding) = encoding {
            answer.insert_header((CONTENT_ENCODING, HeaderValue::from_static(encoding)));
        }
        answer.body(encoded.body.clone())
    }
}

impl Encoded {
    fn new(body: Vec<u8>, tag: &str, suffix: &str) -> Self {
        let etag = HeaderValue::from_str(&format!("\"{tag}{suffix}\""));
        Self { body: Bytes::from(body), etag: etag.unwrap_or_else(|_| HeaderValue::from_static("\"0\"")) }
    }
}

/// Whether an `Accept-Encoding` header takes `coding` (RFC 9110, 12.5.3). Quality only matters
/// where it is zero: among what is accepted we choose the smaller.
fn accepts(header: &str, coding: &str) -> bool {
    let mut any = false;
    for item in header.split(',') {
        let mut parts = item.split(';');
        let name = parts.next().unwrap_or("").trim();
        let refused = parts.any(|p| {
            let quality = p.trim().strip_prefix("q=").or_else(|| p.trim().strip_prefix("Q="));
            quality.is_some_and(|q| q.trim().parse::<f32>().is_ok_and(|q| q <= 0.0))
        });
        if name.eq_ignore_ascii_case(coding) {
            return !refused;
        }
        any |= name == "*" && !refused;
    }
    any
}

/// Weak comparison (RFC 9110, 13.1.2).
fn matches_tag(header: &HeaderValue, etag: &HeaderValue) -> bool {
    let (Ok(header), Ok(etag)) = (header.to_str(), etag.to_str()) else { return false };
    header.trim() == "*" || header.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag)
}

fn gzip(body: &[u8], level: u32) -> Option<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}

fn brotli(body: &[u8], quality: u32) -> Option<Vec<u8>> {
    let mut packed = Vec::new();
    {
        let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, quality, BROTLI_WINDOW);
        encoder.write_all(body).ok()?;
        encoder.flush().ok()?;
    }
    Some(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_used_only_where_it_is_accepted() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("gzip;q=0.5, *;q=0", "gzip"));
        assert!(!accepts("gzip;q=0.5, *;q=0", "br"));
        assert!(!accepts("br;q=0, *", "br"));
        assert!(accepts("*", "br"));
        assert!(!accepts("", "gzip") && !accepts(";;;q=,,", "gzip"));
    }
}
