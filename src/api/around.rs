//! What every request to the API passes: other sites' pages may read what is public, nobody reads without
//! end, and whatever is refused is refused as a problem.

use actix_web::ResponseError;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_TYPE, HeaderName, HeaderValue,
};
use actix_web::middleware::Next;

use crate::app::Site;
use crate::web::address;
use crate::web::problem::{MEDIA_TYPE, Problem};

/// What takes a token also to be read.
const NOT_FOR_EVERYBODY: &str = "/api/v1/invitations";

/// Whether pages of other sites may read the answer: what anybody may. Never what comes with a token or a
/// cookie, and nothing that was done.
fn is_open(request: &ServiceRequest) -> bool {
    request.method().is_safe() && !request.path().starts_with(NOT_FOR_EVERYBODY)
}

/// See the head of this file.
///
/// # Errors
/// None of its own.
pub async fn for_programs(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let open = is_open(&request);
    let limited = request.app_data::<Site>().filter(|_| open).map_or(Ok(()), |site| {
        site.limits.read_from(address::of_client(request.request(), &site.config.trusted_proxies))
    });
    let answer = match limited {
        Err(error) => request.into_response(Problem::from(error).error_response()),
        Ok(()) => next.call(request).await?.map_into_boxed_body(),
    };
    let mut answer = as_problem(answer);
    if open {
        let headers = answer.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        let told = HeaderValue::from_static("ETag, Link, Retry-After");
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, told);
        let everybody = HeaderValue::from_static("cross-origin");
        headers.insert(HeaderName::from_static("cross-origin-resource-policy"), everybody);
    }
    Ok(answer)
}

/// The answer, as a problem if it refuses and is none yet: what the framework itself refuses.
fn as_problem(answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let status = answer.status();
    let is_problem = answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == MEDIA_TYPE);
    if is_problem || !(status.is_client_error() || status.is_server_error()) {
        return answer;
    }
    let why = "The request is not of a form that this address understands.";
    let (asked, _) = answer.into_parts();
    ServiceResponse::new(asked, Problem::new(status, why).error_response())
}
