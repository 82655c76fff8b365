//! The addresses for programs: the API, and the pages on which people let programs in.

use actix_web::dev::Handler;
use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig, get, head, method, post, resource, route, scope};
use actix_web::{FromRequest, Resource, Responder};

use crate::api::handlers as a;
use crate::signatures::handlers::by_program;
use crate::web::prerendered;
use crate::web::problem::Problem;
use crate::{api, organizations, webhooks};

/// A method of an address; whoever reads may also ask for the head alone.
fn on<F, Args>(resource: Resource, name: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    match name {
        "get" => resource.route(get().to(handler.clone())).route(head().to(handler)),
        "post" => resource.route(post().to(handler)),
        _ => resource.route(method(Method::DELETE).to(handler)),
    }
}

/// The addresses of the API with their methods: each is routed, answers what it takes when asked for its
/// options, and refuses everything else as a problem.
macro_rules! operations {
    ($($path:literal $allowed:literal $open:literal: $($method:ident $handler:path),+;)+) => {
        /// Every operation of the API, as its document has to name it: method and address.
        pub const OPERATIONS: &[(&str, &str)] = &[$($((stringify!($method), $path)),+),+];

        fn addresses() -> Vec<Resource> {
            vec![$({
                let address = resource($path.strip_prefix("/api").unwrap_or($path));
                $(let address = on(address, stringify!($method), $handler);)+
                address
                    .route(method(Method::OPTIONS).to(|| a::options($allowed, $open)))
                    .default_service(route().to(|| a::not_allowed($allowed)))
            }),+]
        }
    };
}

operations! {
    "/api/openapi.json" "GET, HEAD, OPTIONS" true: get a::openapi;
    "/api/v1/letters" "GET, HEAD, OPTIONS" true: get a::letters::list;
    "/api/v1/letters/{slug}" "GET, HEAD, OPTIONS" true: get a::letters::one;
    "/api/v1/letters/{slug}/signatories" "GET, HEAD, OPTIONS" true: get a::letters::signatories;
    "/api/v1/letters/{slug}/events" "GET, HEAD, OPTIONS" true: get a::letters::events;
    "/api/v1/letters/{slug}/signature" "POST, DELETE, OPTIONS" false:
        post by_program::sign, delete by_program::withdraw;
    "/api/v1/organizations" "GET, HEAD, OPTIONS" true: get a::organizations::list;
    "/api/v1/organizations/{slug}" "GET, HEAD, OPTIONS" true: get a::organizations::one;
    "/api/v1/coalitions" "GET, HEAD, OPTIONS" true: get a::coalitions::list;
    "/api/v1/coalitions/{slug}" "GET, HEAD, OPTIONS" true: get a::coalitions::one;
    "/api/v1/coalitions/{slug}/members" "GET, HEAD, OPTIONS" true: get a::coalitions::members;
    "/api/v1/invitations" "GET, HEAD, OPTIONS" false: get a::invitations::list;
}

/// The part of the table that programs use.
pub(super) fn table(site: &mut ServiceConfig) {
    pages(site);
    let page = resource("/api").route(get().to(a::page)).route(head().to(a::page));
    site.service(page.wrap(from_fn(prerendered::for_all)));
    let mut programs = scope("/api")
        .app_data(web::PathConfig::default().error_handler(|_, _| Problem::not_found().into()))
        .app_data(web::QueryConfig::default().error_handler(|_, _| {
            Problem::bad_field("query", "The query has a parameter twice, or cannot be read.").into()
        }));
    for address in addresses() {
        programs = programs.service(address);
    }
    site.service(programs.default_service(route().to(a::not_found)).wrap(from_fn(api::for_programs)));
}

/// Where people make tokens, and say where webhooks are sent.
fn pages(site: &mut ServiceConfig) {
    use organizations::handlers::tokens as t;
    use webhooks::handlers as h;
    site.service(resource("/organizations/{slug}/tokens").route(get().to(t::show)).route(post().to(t::make)))
        .service(resource("/organizations/{slug}/tokens/{id}/revocation").route(post().to(t::revoke)))
        .service(
            resource("/organizations/{slug}/webhooks")
                .route(get().to(h::show_of_organization))
                .route(post().to(h::add_to_organization)),
        )
        .service(
            resource("/letters/{slug}/webhooks")
                .route(get().to(h::show_of_letter))
                .route(post().to(h::add_to_letter)),
        )
        .service(resource("/webhooks/{id}").route(get().to(h::show)))
        .service(resource("/webhooks/{id}/test").route(post().to(h::test)))
        .service(resource("/webhooks/{id}/secret").route(post().to(h::renew_secret)))
        .service(resource("/webhooks/{id}/on").route(post().to(h::turn_on)))
        .service(resource("/webhooks/{id}/off").route(post().to(h::turn_off)))
        .service(resource("/webhooks/{id}/removal").route(post().to(h::remove)))
        .service(resource("/webhooks/{id}/deliveries/{delivery}/again").route(post().to(h::send_again)));
}
