//! Withdrawing from the link in the mail after a signature.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, REFERRER_POLICY};
use actix_web::{HttpResponse, web};

use crate::app::Site;
use crate::error::Error;
use crate::ids::TokenHash;
use crate::signatures::declaring::declarations_of;
use crate::signatures::links::{self, Purpose, Way, WayError};
use crate::signatures::pages::leaving as pages;
use crate::signatures::withdrawing;
use crate::text::words::say;
use crate::web::{frame, redirect};

/// The address is the permission: no page that is gone on to is told it.
pub(super) fn by_link(mut answer: HttpResponse) -> HttpResponse {
    answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    answer
}

pub(super) fn link_is_over(refusal: WayError) -> Error {
    let over = |why: String| Error::LinkOver { why, next: (say!("web-your-desk"), "/desk") };
    match refusal {
        WayError::LeadsNowhere => over(say!("signatures-link-leads-nowhere")),
        WayError::Used => over(say!("signatures-link-used")),
        WayError::Over => over(say!("signatures-link-past")),
        WayError::Fault(fault) => Error::Fault(fault),
    }
}

/// `GET /signatures/{token}`: where the signature stands, what was declared, and a button to withdraw.
/// Opening it changes nothing: mail scanners open links.
///
/// # Errors
/// 410 for a link that is over, forged, or whose person may not sign for the organization any more.
pub async fn show(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let way = Way::Link(TokenHash::of(&token));
    let found = site.db.read::<_, WayError, _>(move |tx| {
        let in_hand = links::find_in_hand(tx, &way, Purpose::Withdrawal)?;
        let declared = declarations_of(tx, in_hand.given.id)?;
        Ok((in_hand, declared, tx.now()))
    });
    let (in_hand, declared, now) = found.await.map_err(link_is_over)?;
    let page = pages::signature(&token, &in_hand, &declared, in_hand.letter.standing(now));
    Ok(by_link(frame::work(StatusCode::OK, &say!("signatures-your-signature"), &[], page)))
}

/// `POST /signatures/{token}`: withdraws. Without signing in: the link went to a confirmed address, and
/// nobody is held to a text. Pressing twice is pressing once.
///
/// # Errors
/// As [`show`].
pub async fn withdraw(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let (way, config) = (Way::Link(TokenHash::of(&token)), site.config.clone());
    let done = site.db.write(move |tx| withdrawing::withdraw_by_link(tx, &way, &|path| config.address(path)));
    done.await.map_err(link_is_over)?;
    Ok(redirect::to(format!("/signatures/{token}")))
}
