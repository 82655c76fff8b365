//! The quick way: a public letter that is on the shelf, for a reader without a session.
//!
//! Letters are read in spikes, and a reader needs nothing of what others pass: no session, no form, no route to
//! be found among two hundred. What is answered here is byte for byte what [`super::letter`] answers, with the
//! same headers (`tests/site/quick.rs` compares them); whatever is in the least out of the ordinary goes there.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};

use crate::app::App;
use crate::reading::tongues::View;
use crate::text::speaking::Asked;
use crate::web::languages;
use crate::web::prerendered::has_session;

/// Answers `GET /letters/{slug}`, in whichever language, where that takes a look and no more; passes on
/// everything else.
///
/// # Errors
/// None of its own.
pub async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody, BoxBody>>, actix_web::Error> {
    match answer(&request) {
        Some(answer) => Ok(request.into_response(answer).map_into_right_body()),
        None => next.call(request).await.map(ServiceResponse::map_into_left_body),
    }
}

fn answer(request: &ServiceRequest) -> Option<HttpResponse> {
    let head = request.head();
    let plain = head.method == Method::GET && head.uri.query().is_none() && !has_session(&head.headers);
    if !plain || tracing::enabled!(tracing::Level::DEBUG) {
        return None;
    }
    let (words, asked, path) = languages::wish(head.uri.path(), request);
    let slug = path.strip_prefix("/letters/")?;
    let site = request.app_data::<web::Data<App>>()?;
    let by_address = asked == Asked::ByAddress;
    let mut answer = site.shelf.at_hand(slug, |rendered| {
        let view = View::of(rendered, words, by_address, None);
        Some(rendered.ready(view)?.respond_to(&head.headers, by_address))
    })?;
    for (name, value) in &site.headers {
        answer.headers_mut().insert(name.clone(), value.clone());
    }
    Some(answer)
}
