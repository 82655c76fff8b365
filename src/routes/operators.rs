//! The addresses of those who run the installation.

use actix_web::web::{ServiceConfig, get, post, resource};

use crate::{operating, people};

/// Those who run the installation.
pub(super) fn table(site: &mut ServiceConfig) {
    use operating::handlers::{self as o, deciding as d, letters as l, organizations as g};
    use people::handlers as p;
    let of = |path: &str| resource(format!("/operator{path}"));
    site.service(of("").route(get().to(o::home)))
        .service(of("/outbox").route(post().to(o::try_mail_again)))
        .service(of("/log").route(get().to(o::show_log)))
        .service(of("/log.csv").route(get().to(o::export_log)))
        .service(of("/flags").route(get().to(d::show_flags)))
        .service(of("/flags/{id}").route(post().to(d::settle_flag)))
        .service(of("/claims").route(get().to(d::show_claims)))
        .service(of("/claims/{id}").route(get().to(d::show_claim)).route(post().to(d::settle_claim)))
        .service(of("/reports").route(get().to(d::show_reports)))
        .service(of("/reports/{id}").route(post().to(d::settle_report)))
        .service(of("/organizations").route(get().to(g::search)))
        .service(of("/organizations/{slug}").route(get().to(g::show)))
        .service(of("/organizations/{slug}/verification").route(post().to(g::verify)))
        .service(of("/organizations/{slug}/verification/end").route(post().to(g::end_verification)))
        .service(of("/organizations/{slug}/suspension").route(post().to(g::suspend)))
        .service(of("/organizations/{slug}/suspension/lifting").route(post().to(g::lift)))
        .service(of("/letters").route(get().to(l::search)))
        .service(of("/letters/{slug}").route(get().to(l::show)))
        .service(of("/letters/{slug}/suspension").route(post().to(l::suspend)))
        .service(of("/letters/{slug}/suspension/lifting").route(post().to(l::lift)))
        // Last: what is none of the above may be the link that makes an operator.
        .service(
            of("/{token}").route(get().to(p::show_become_operator)).route(post().to(p::become_operator)),
        );
}
