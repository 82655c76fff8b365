//! `/mail`, where mail is kept instead of sent.

use actix_web::{HttpRequest, HttpResponse};

use super::{model, pages};
use crate::app::Site;
use crate::config::MailRoute;
use crate::error::Error;
use crate::web::frame;

/// `GET /mail`: exists only while mail is kept, and only for a peer on this machine. (The
/// configuration refuses to keep mail on any other listener; this is the second lock.)
///
/// # Errors
/// 404 otherwise.
pub async fn kept(site: Site, request: HttpRequest) -> Result<HttpResponse, Error> {
    let here = request.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
    if !here || !matches!(site.config.mail, MailRoute::Kept) {
        return Err(Error::NotFound);
    }
    let mails = site.db.read::<_, Error, _>(|tx| Ok(model::kept(tx)?)).await?;
    Ok(frame::page("Mail", pages::kept(&mails)))
}
