//! One's own account.

use actix_web::web::{ServiceConfig, get, post, resource};

use crate::{people, rights};

/// One's own account; entered without a second factor too, for there it is set up.
pub(super) fn table(site: &mut ServiceConfig) {
    use people::handlers::{account as a, email as e, second_factor as f};
    use rights::handlers as r;
    let of = |path: &str| resource(format!("/account{path}"));
    site.service(of("").route(get().to(a::show)).route(post().to(a::rename)))
        .service(of("/language").route(post().to(a::speak)))
        .service(of("/sessions/end").route(post().to(a::end_sessions)))
        .service(of("/sessions/{id}/end").route(post().to(a::end_session)))
        .service(of("/password").route(get().to(a::show_password)).route(post().to(a::change_password)))
        .service(of("/email").route(get().to(e::show)).route(post().to(e::ask)))
        .service(of("/email/cancellation").route(post().to(e::cancel)))
        .service(of("/second-factor").route(get().to(f::show)).route(post().to(f::begin)))
        .service(of("/second-factor/cancellation").route(post().to(f::cancel)))
        .service(of("/second-factor/confirmation").route(post().to(f::confirm)))
        .service(of("/second-factor/codes").route(post().to(f::renew_codes)))
        .service(of("/second-factor/codes.txt").route(post().to(f::codes_as_file)))
        .service(of("/second-factor/removal").route(post().to(f::turn_off)))
        .service(of("/data").route(get().to(r::data)))
        .service(of("/deletion").route(get().to(r::show_deletion)).route(post().to(r::delete)))
        .service(resource("/addresses/{token}").route(get().to(e::show_answer)).route(post().to(e::answer)));
}
