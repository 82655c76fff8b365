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
    if body.len() <= KEPT && !body.split(|byte| *byte == b'&').any(is_secret) {
        request.extensions_mut().insert(Read(Bytes::copy_from_slice(body)));
    }
}

/// Passwords and codes go into no page, not even their sender's.
fn is_secret(field: &[u8]) -> bool {
    let name = field.split(|byte| *byte == b'=').next().unwrap_or_default();
    let has = |word: &[u8]| name.windows(word.len()).any(|part| part == word);
    has(b"password") || has(b"code")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Fault;
    use crate::web::posted::Posted;
    use actix_web::http::header::CONTENT_TYPE;
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, call_service, init_service, read_body};
    use actix_web::{App, HttpResponse, web};

    type Fields = Posted<Vec<(String, String)>>;

    async fn nothing_kept(_: Fields) -> Result<HttpResponse, Error> {
        Err(Fault::of_away(Away::NothingKept, None).into())
    }

    async fn not_known(_: Fields) -> Result<HttpResponse, Error> {
        Err(Fault::of_away(Away::Unknown, None).into())
    }

    #[actix_web::test]
    async fn a_form_of_which_nothing_was_kept_comes_back_and_no_other_and_no_password() {
        let app = App::new()
            .wrap(from_fn(around))
            .route("/kept", web::post().to(nothing_kept))
            .route("/unknown", web::post().to(not_known));
        let app = init_service(app).await;
        let send = async |path: &str, body: &'static str| {
            let request = TestRequest::post()
                .uri(path)
                .insert_header((CONTENT_TYPE, "application/x-www-form-urlencoded"))
                .set_payload(body);
            let answer = call_service(&app, request.to_request()).await;
            assert_eq!(answer.status().as_u16(), 503);
            String::from_utf8(read_body(answer).await.to_vec()).unwrap()
        };
        let page = send("/kept?a=1", "words=our+password+%3Cb%3E&code_of=x").await;
        assert!(!page.contains("<textarea"), "{page}");
        let page = send("/kept?a=1", "words=our+password+%3Cb%3E&then=save").await;
        assert!(page.contains("action=\"/kept?a=1\"") && page.contains("our password &lt;b&gt;"), "{page}");
        for (path, body) in [("/kept", "email=a&new_password=secret"), ("/unknown", "words=secret")] {
            let page = send(path, body).await;
            assert!(!page.contains("<textarea") && !page.contains("secret"), "{page}");
        }
    }
}
