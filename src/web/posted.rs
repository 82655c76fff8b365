//! A posted form, read with a bound.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use serde::de::DeserializeOwned;
use tokio::time::Instant;

use super::given_back;
use crate::error::Error;
use crate::text::words::say;

/// The fields of an `application/x-www-form-urlencoded` request of at most so many megabytes: one,
/// where nothing else is said. The longest letter we know has 60,000 characters, which
/// percent-encoding can make nine times as many bytes.
pub struct Posted<T, const MEGABYTES: usize = 1>(pub T);

/// A connection that owes a form and sends next to nothing for so long is given up: it holds memory, and somebody
/// can open very many of them.
pub(super) const SILENCE: Duration = Duration::from_secs(30);
/// Less than this, in that time, is next to nothing: a byte now and then.
const LEAST: usize = 1024;
/// So is a form that is not whole after so long: the largest, on a line of 20 kB a second, takes as much.
pub(super) const LONGEST: Duration = Duration::from_secs(15 * 60);

/// What `work` gives, unless it takes longer than anybody is waited for.
pub(super) async fn within<T>(patience: Duration, work: impl Future<Output = T>) -> Result<T, Error> {
    tokio::time::timeout(patience, work).await.map_err(|_| Error::Late)
}

/// How a body arrives: of [`LEAST`] bytes, or of what is left of it, none is waited for longer than a silence.
pub(super) struct Pace {
    silence: Duration,
    until: Instant,
    arrived: usize,
}

impl Pace {
    pub fn new(silence: Duration) -> Self {
        Self { silence, until: Instant::now() + silence, arrived: 0 }
    }

    /// What `work` gives: the next part of the body.
    pub async fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, Error> {
        tokio::time::timeout_at(self.until, work).await.map_err(|_| Error::Late)
    }

    /// So much of it has come.
    pub fn arrived(&mut self, bytes: usize) {
        self.arrived += bytes;
        if self.arrived >= LEAST {
            (self.until, self.arrived) = (Instant::now() + self.silence, 0);
        }
    }
}

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
pub(super) const KEPT: usize = 1024 * 1024;

/// Reads a form that its handler will not get.
pub async fn keep_form(request: &HttpRequest, mut payload: Payload) -> KeptForm {
    let action = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let is_form = is_form(request);
    let body = within(LONGEST, read(&mut payload, KEPT, SILENCE)).await.and_then(|read| read);
    let body = body.ok().filter(|_| is_form);
    let fields = body.and_then(|body| serde_urlencoded::from_bytes(&body).ok());
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
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let largest = MEGABYTES * 1024 * 1024;
            let body = within(LONGEST, read(&mut payload, largest, SILENCE)).await??;
            // A button on its own posts nothing, and some programs then name no type.
            if !body.is_empty() && !is_form {
                return Err(unreadable(say!("web-form-encoding")));
            }
            given_back::note(&request, &body);
            let fields =
                serde_urlencoded::from_bytes(&body).map_err(|_| unreadable(say!("web-form-fields")))?;
            Ok(Self(fields))
        })
    }
}

/// The whole of a body of at most `largest` bytes, which arrives at the [`Pace`] of this `silence`.
pub(super) async fn read<E>(
    body: &mut (impl Stream<Item = Result<Bytes, E>> + Unpin),
    largest: usize,
    silence: Duration,
) -> Result<Vec<u8>, Error> {
    let mut kept = Vec::new();
    let (mut seen, mut pace) = (0_usize, Pace::new(silence));
    while let Some(chunk) = pace.wait(body.next()).await? {
        let chunk = chunk.map_err(|_| unreadable(say!("web-form-not-whole")))?;
        pace.arrived(chunk.len());
        seen += chunk.len();
        if seen > DRAINED {
            break;
        }
        if seen <= largest {
            kept.extend_from_slice(&chunk);
        }
    }
    if seen > largest { Err(Error::TooLarge) } else { Ok(kept) }
}

fn unreadable(why: String) -> Error {
    Error::BadRequest { why }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::stream;

    const SOON: Duration = Duration::from_millis(20);

    fn parts(parts: &[&'static str]) -> impl Stream<Item = Result<Bytes, ()>> + Unpin {
        stream::iter(parts.iter().map(|part| Ok(Bytes::from_static(part.as_bytes()))).collect::<Vec<_>>())
    }

    #[tokio::test]
    async fn a_body_that_stops_arriving_is_not_waited_for() {
        assert_eq!(read(&mut parts(&["a=", "b"]), 3, SOON).await.unwrap(), b"a=b");
        let mut stops = parts(&["a="]).chain(stream::pending());
        assert!(matches!(read(&mut stops, 3, SOON).await, Err(Error::Late)));
        // A byte now and then, for ever.
        let drips = stream::unfold((), |()| async {
            tokio::time::sleep(SOON / 4).await;
            Some((Ok::<_, ()>(Bytes::from_static(b"x")), ()))
        });
        let mut drips = Box::pin(drips);
        assert!(matches!(read(&mut drips, 99_999, SOON * 3).await, Err(Error::Late)));
        assert!(matches!(within(SOON, read(&mut drips, 99_999, SOON * 99)).await, Err(Error::Late)));
        // Slow, and on its way.
        let steps = stream::unfold(0, |n| async move {
            tokio::time::sleep(SOON / 2).await;
            (n < 6).then(|| (Ok::<_, ()>(Bytes::from_static(&[b'x'; LEAST])), n + 1))
        });
        assert_eq!(read(&mut Box::pin(steps), 6 * LEAST, SOON).await.unwrap().len(), 6 * LEAST);
        assert!(matches!(read(&mut parts(&["a=", "bb"]), 3, SOON).await, Err(Error::TooLarge)));
    }
}
