//! A form of which nothing was kept comes back to its sender.
//!
//! The database can go away when the form has been read already (a disk that is full is noticed only when something
//! is written). So what was read is noted beside the request; where the answer says that nothing was kept, it becomes
//! the form, to be sent once more.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, ResponseError};
use bytes::Bytes;

use super::posted::{KEPT, KeptForm};
use crate::error::{Away, Error};

/// The form as it was read.
struct Read(Bytes);

/// Notes what was read of the form of a request, where its page may carry it back.
pub(super) fn note(request: &HttpRequest, body: &[u8]) {
    // A password goes into no page, not even its sender's.
    let is_secret = body.windows(8).any(|part| part == b"password");
    if body.len() <= KEPT && !is_secret {
        request.extensions_mut().insert(Read(Bytes::copy_from_slice(body)));
    }
}

/// Answers with the form, where nothing of it was kept.
///
/// # Errors
/// None of its own.
pub async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody>>, actix_web::Error> {
    let answer = next.call(request).await?;
    let error = answer.response().error().and_then(|error| error.as_error::<Error>());
    let nothing_kept = matches!(error, Some(Error::Fault(fault)) if fault.away() == Some(Away::NothingKept));
    match nothing_kept.then(|| form_of(answer.request())).flatten() {
        Some(form) => {
            let answer = answer.into_response(Error::Away(form).error_response());
            Ok(answer.map_into_right_body())
        }
        None => Ok(answer.map_into_left_body()),
    }
}

fn form_of(request: &HttpRequest) -> Option<KeptForm> {
    let read = request.extensions_mut().remove::<Read>()?;
    let fields = serde_urlencoded::from_bytes(&read.0).ok()?;
    let action = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    Some(KeptForm { action, fields: Some(fields) })
}
