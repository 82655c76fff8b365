//! Bytes that are the same for every reader, in the encoding that each takes, with an `ETag`, and what
//! caches may do with them.
//!
//! # What caches are told
//!
//! Whoever has no session may be answered out of a cache for five seconds, and for thirty more while
//! the cache asks for a newer answer; so a CDN may stand in front of the site, and a letter that is in
//! the news costs one request in five seconds. If the site does not answer, what a cache has may be
//! shown for ten minutes, which is a restart and some. Together they are the **bound**: a name that was
//! withdrawn or withheld is in no obedient cache 35 seconds later, or ten minutes if the site cannot be
//! reached. A longer `stale-if-error` would be kinder to readers and let a name stand for a day that
//! somebody took down because it is dangerous.
//!
//! Whoever has a session is told `private, no-cache`, and `Vary` has `Cookie`, so that no answer to a
//! reader is one to them: who has just signed sees the name at once, in the browser that signed, also
//! through a CDN. The bytes are the same; only who may keep them is not. (`s-maxage` beside a `max-age`
//! of nothing would not do: browsers too show what is stale while they ask anew.) The live stream,
//! forms and pages of one person are kept by nobody. `Vary` has `Accept-Language` because the words
//! around a letter are the reader's.

use std::io::Write;
use std::sync::{Arc, OnceLock};

use actix_web::body::{BoxBody, EitherBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::ErrorInternalServerError;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, COOKIE, ETAG,
    HeaderMap, HeaderValue, IF_NONE_MATCH, VARY,
};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::languages::links_in_language;
use crate::ids::hex;
use crate::text::speaking::{self, Asked};
use crate::text::words::Words;

/// One resource in the encodings a browser may ask for.
#[derive(Debug, Clone)]
pub struct Prerendered {
    content_type: &'static str,
    kept: Kept,
    /// The language of the words in it, where its address answers in several.
    language: Option<&'static str>,
    identity: Encoded,
    gzip: Option<Encoded>,
    brotli: Option<Encoded>,
    /// The brotli bytes, packed again with time to spare.
    better: Arc<OnceLock<Encoded>>,
}

#[derive(Debug, Clone)]
struct Encoded {
    body: Bytes,
    etag: HeaderValue,
}

/// How long others may keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// It changes under its address.
    Shortly,
    /// The address changes when the content does.
    ForEver,
}

/// How hard to compress.
#[derive(Clone, Copy)]
struct Effort {
    gzip: u32,
    brotli: u32,
}

/// For what is rendered at every signature: far from the slowest.
const OFTEN: Effort = Effort { gzip: 6, brotli: 6 };
/// For what one reader waits for.
const AT_ONCE: Effort = Effort { gzip: 5, brotli: 4 };
/// For what is made once: the best there is.
const ONCE: Effort = Effort { gzip: 9, brotli: 11 };
/// Bits of brotli's window: what is packed, and no more; the tables of a larger one cost megabytes for each page.
/// (With 16 the encoder of this crate has no tables of its own for the middle levels, and takes some of 33 MB.)
const BROTLI_WINDOW: std::ops::RangeInclusive<u32> = 17..=22;

/// See the head of this file.
const SHORTLY: &str = "public, max-age=5, stale-while-revalidate=30, stale-if-error=600";
/// For whoever has a session.
const ALWAYS_ASK: &str = "private, no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// By what requests to an address are answered differently; one that names its language, or a file for
/// programs, is answered in no other.
const VARIES: &str = "Accept-Encoding, Accept-Language, Cookie";
const VARIES_IN_ONE_LANGUAGE: &str = "Accept-Encoding, Cookie";

impl Prerendered {
    /// A text that changes under its address.
    pub fn changing(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::text(content_type, Kept::Shortly, body, OFTEN)
    }

    /// A text whose address changes when it does.
    pub fn lasting(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::text(content_type, Kept::ForEver, body, ONCE)
    }

    fn text(content_type: &'static str, kept: Kept, body: Vec<u8>, effort: Effort) -> Self {
        let tag = hex(Sha256::digest(&body).get(..12).unwrap_or_default());
        let gzip = gzip(&body, effort.gzip).map(|bytes| Encoded::new(bytes, &tag, "-gz"));
        let brotli = brotli(&body, effort.brotli).map(|bytes| Encoded::new(bytes, &tag, "-br"));
        let identity = Encoded::new(body, &tag, "");
        Self { content_type, kept, language: None, identity, gzip, brotli, better: Arc::default() }
    }

    /// Packs it again as small as it gets; a tenth of a second of work for a long page. All clones have it.
    pub fn pack_well(&self) {
        let Some(first) = self.brotli.as_ref().filter(|_| self.better.get().is_none()) else { return };
        if let Some(body) =
            brotli(&self.identity.body, ONCE.brotli).filter(|body| body.len() < first.body.len())
        {
            // A tag of its own, for these are other bytes; whoever has the first has what they unpack to.
            let tag = first.etag.to_str().unwrap_or_default().trim_matches('"');
            let _ = self.better.set(Encoded::new(body, tag, "w"));
        }
    }

    /// The same for a format that is compressed already.
    pub fn lasting_packed(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::packed(content_type, Kept::ForEver, body)
    }

    /// What is compressed already, and changes under its address.
    pub fn changing_packed(content_type: &'static str, body: Vec<u8>) -> Self {
        Self::packed(content_type, Kept::Shortly, body)
    }

    fn packed(content_type: &'static str, kept: Kept, body: Vec<u8>) -> Self {
        let tag = hex(Sha256::digest(&body).get(..12).unwrap_or_default());
        let identity = Encoded::new(body, &tag, "");
        Self {
            content_type,
            kept,
            language: None,
            identity,
            gzip: None,
            brotli: None,
            better: Arc::default(),
        }
    }

    /// Says in which language this is, of an address that answers each reader in theirs.
    pub fn spoken_in(mut self, language: &'static str) -> Self {
        self.language = Some(language);
        self
    }

    /// What of a request its answer depends on.
    fn varies_by(&self, by_address: bool) -> &'static str {
        match self.kept {
            Kept::ForEver => "Accept-Encoding",
            Kept::Shortly if self.language.is_some() && !by_address => VARIES,
            Kept::Shortly => VARIES_IN_ONE_LANGUAGE,
        }
    }

    /// The uncompressed bytes.
    pub fn identity(&self) -> &Bytes {
        &self.identity.body
    }

    /// Answers a GET or HEAD: the best encoding the client takes, or 304 if it has it already.
    /// Makes no copy of the body.
    pub fn respond(&self, request: &HttpRequest) -> HttpResponse {
        self.respond_to(request.headers(), speaking::how_asked() == Asked::ByAddress)
    }

    /// The same for whoever has only the headers; `by_address` is whether the address named the language.
    pub fn respond_to(&self, headers: &HeaderMap, by_address: bool) -> HttpResponse {
        let (encoded, encoding) = match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if takes(headers, "br") => (self.better.get().unwrap_or(brotli), Some("br")),
            (_, Some(gzip)) if takes(headers, "gzip") => (gzip, Some("gzip")),
            _ => (&self.identity, None),
        };
        let first = self.brotli.as_ref().filter(|_| encoding == Some("br")).unwrap_or(encoded);
        let has = |tag: &HeaderValue| headers.get_all(IF_NONE_MATCH).any(|header| matches_tag(header, tag));
        // Whoever has the first is told so by its own tag: under another one a cache would have to throw it away
        // (RFC 9111, 4.3.4).
        let known = [encoded, first].into_iter().find(|one| has(&one.etag));
        let encoded = known.unwrap_or(encoded);
        let known = known.is_some();
        let status = if known { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut answer = HttpResponse::build(status);
        answer
            .insert_header((ETAG, encoded.etag.clone()))
            .insert_header((CACHE_CONTROL, HeaderValue::from_static(self.kept.told_to(headers))))
            .insert_header((VARY, HeaderValue::from_static(self.varies_by(by_address))));
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

impl Kept {
    fn told_to(self, headers: &HeaderMap) -> &'static str {
        match self {
            Self::ForEver => FOR_EVER,
            Self::Shortly if has_session(headers) => ALWAYS_ASK,
            Self::Shortly => SHORTLY,
        }
    }
}

/// Whether it comes from the browser of somebody who is signed in, or has chosen a language: readers have
/// no cookie. One that is neither is taken for one of them: it costs its sender a few requests.
pub fn has_session(headers: &HeaderMap) -> bool {
    headers.contains_key(COOKIE)
}

/// Answers with a page that is made for this request and is the same for everyone without a session:
/// packed in the one encoding that is asked for, or 304 where the reader has these very bytes. It speaks
/// in `words`.
pub fn shared(request: &HttpRequest, words: Words, page: &str) -> HttpResponse {
    // What is packed is not rewritten on its way out.
    let body = match speaking::how_asked() {
        Asked::ByAddress => links_in_language(words, page).into_bytes(),
        Asked::ByChoice | Asked::ByBrowser | Asked::ByNobody => page.as_bytes().to_vec(),
    };
    let tag = hex(Sha256::digest(&body).get(..12).unwrap_or_default());
    let headers = request.headers();
    let brotli = if takes(headers, "br") { brotli(&body, AT_ONCE.brotli) } else { None };
    let gzip = if brotli.is_none() && takes(headers, "gzip") { gzip(&body, AT_ONCE.gzip) } else { None };
    let page = Prerendered {
        content_type: "text/html; charset=utf-8",
        kept: Kept::Shortly,
        language: Some(words.tag()),
        brotli: brotli.map(|bytes| Encoded::new(bytes, &tag, "-br")),
        gzip: gzip.map(|bytes| Encoded::new(bytes, &tag, "-gz")),
        identity: Encoded::new(body, &tag, ""),
        better: Arc::default(),
    };
    page.respond(request)
}

/// Around an address whose page is the same for everyone without a session: what such a reader gets may
/// be kept by caches and is packed. Whoever has one gets the page as its handler made it, which may be
/// theirs alone.
///
/// # Errors
/// A page that cannot be read.
pub async fn for_all(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody, BoxBody>>, actix_web::Error> {
    let response = next.call(request).await?;
    let is_page = response.status() == StatusCode::OK
        && response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page || has_session(response.request().headers()) {
        return Ok(response.map_into_left_body());
    }
    let (request, response) = response.into_parts();
    let body = to_bytes(response.into_body()).await.map_err(|_| ErrorInternalServerError("unreadable"))?;
    let page = shared(&request, speaking::current(), &String::from_utf8_lossy(&body));
    Ok(ServiceResponse::new(request, page).map_into_right_body())
}

fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
    accepts(accepted, coding)
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
    let window =
        (usize::BITS - body.len().leading_zeros()).clamp(*BROTLI_WINDOW.start(), *BROTLI_WINDOW.end());
    {
        let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, quality, window);
        encoder.write_all(body).ok()?;
        encoder.flush().ok()?;
    }
    Some(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_again_is_smaller_and_known_to_whoever_has_the_first() {
        let body = include_str!("prerendered.rs").to_owned();
        let page = Prerendered::changing("text/html; charset=utf-8", body.clone().into_bytes());
        let ask = |known: Option<&HeaderValue>| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip, br"));
            known.map(|tag| headers.insert(IF_NONE_MATCH, tag.clone()));
            page.respond_to(&headers, false)
        };
        let tag = |answer: &HttpResponse| answer.headers().get(ETAG).unwrap().clone();
        let (first, small) = (tag(&ask(None)), page.brotli.as_ref().unwrap().body.len());
        page.clone().pack_well();
        let second = tag(&ask(None));
        assert_ne!(first, second);
        assert!(page.better.get().unwrap().body.len() < small);
        for known in [&first, &second] {
            let answer = ask(Some(known));
            assert_eq!((answer.status(), &tag(&answer)), (StatusCode::NOT_MODIFIED, known));
        }
        assert_eq!(ask(Some(&HeaderValue::from_static("\"0\""))).status(), StatusCode::OK);
        let mut unpacked = Vec::new();
        let packed = page.better.get().unwrap().body.clone();
        brotli::BrotliDecompress(&mut packed.as_ref(), &mut unpacked).unwrap();
        assert_eq!(unpacked, body.as_bytes());
    }

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
