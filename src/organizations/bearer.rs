//! Who is asking, where programs ask: the token in the `Authorization` header, and nothing else. A cookie
//! that comes along is not looked at, so no page elsewhere can have a browser do what a token does.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest};

use super::model::{Organization, SigningAuthority};
use super::tokens::{Scope, TokenHolder, find_token_holder, note_token_use};
use crate::app::Site;
use crate::error::Fault;
use crate::ids::TokenHash;
use crate::people::Person;
use crate::web::problem::Problem;
use crate::web::{address, guard};

/// A program that came with a token that is good.
pub struct Bearer(TokenHolder);

impl Bearer {
    /// Whose token it is.
    pub fn person(&self) -> &Person {
        &self.0.person
    }

    /// The organization it is for.
    pub fn organization(&self) -> &Organization {
        self.0.authority.organization()
    }

    /// That its person signs for the organization, if the token is good for this.
    ///
    /// # Errors
    /// 403 if it is not.
    pub fn within(&self, scope: Scope) -> Result<&SigningAuthority, Problem> {
        if self.0.token.allows(scope) {
            Ok(&self.0.authority)
        } else {
            Err(Problem::out_of_scope(scope.as_str()))
        }
    }
}

/// What stands behind `Bearer`.
fn presented(request: &HttpRequest) -> Option<TokenHash> {
    let header = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = header.trim().split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| TokenHash::of(token.trim()))
}

impl FromRequest for Bearer {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let site = request.app_data::<Site>().cloned();
        let request = request.clone();
        Box::pin(async move {
            let site = site.ok_or_else(|| Fault::new("the site is not set up"))?;
            let Some(token) = presented(&request) else {
                let why =
                    "This address needs a token: Authorization: Bearer and what was shown when it was made.";
                return Err(Problem::unauthorized(None, why));
            };
            let Some(holder) = site.db.read(move |tx| find_token_holder(tx, &token)).await? else {
                // Nobody guesses a token; a program that goes on with one that is over is slowed all the same.
                site.limits.attempt_from(address::of_client(&request, &site.config.trusted_proxies))?;
                let why = "This token is not known here, or it is over: expired, revoked, or its person may not sign any more.";
                return Err(Problem::unauthorized(Some("token"), why));
            };
            guard::note_person(&request, holder.person.id);
            site.limits.done_with(holder.token.id)?;
            if holder.stale {
                let id = holder.token.id;
                site.db.write::<_, Fault, _>(move |tx| note_token_use(tx, id)).await?;
            }
            Ok(Self(holder))
        })
    }
}
