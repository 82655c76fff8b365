//! `/mail`, where mail is kept instead of sent.

use actix_web::http::header::HOST;
use actix_web::{HttpRequest, HttpResponse};

use super::{model, pages};
use crate::app::Site;
use crate::config::{Config, MailRoute};
use crate::error::Error;
use crate::text::words::say;
use crate::web::frame;

/// `GET /mail`: exists only while mail is kept, and only for a peer on this machine. (The
/// configuration refuses to keep mail on any other listener; this is the second lock.)
///
/// # Errors
/// 404 otherwise.
pub async fn kept(site: Site, request: HttpRequest) -> Result<HttpResponse, Error> {
    let here = request.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
    if !here || !asks_by_our_name(&request, &site.config) || !matches!(site.config.mail, MailRoute::Kept) {
        return Err(Error::NotFound);
    }
    let mails = site.db.read::<_, Error, _>(|tx| Ok(model::kept(tx)?)).await?;
    Ok(frame::page(&say!("mail-page"), pages::kept(&mails)))
}

/// Whether the browser knows this site by its own name. A page elsewhere can have its name point to
/// 127.0.0.1 from one moment to the next, and would then read all mail here as its own.
fn asks_by_our_name(request: &HttpRequest, config: &Config) -> bool {
    let asked = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let asked = asked.or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    let own = config.public_url.host_str().unwrap_or_default();
    let own = config.public_url.port().map_or_else(|| own.to_owned(), |port| format!("{own}:{port}"));
    let name = |authority: &str| {
        authority.rsplit_once(':').map_or(authority.to_owned(), |(name, _)| name.to_owned())
    };
    asked.is_some_and(|asked| {
        asked == own || ["localhost", "127.0.0.1", "[::1]"].contains(&name(asked).as_str())
    })
}
