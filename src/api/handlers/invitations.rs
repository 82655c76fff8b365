//! What an organization is invited to, for its own programs.

use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use super::{Often, page_of};
use crate::api::answers::{Invitation, InvitationList};
use crate::api::cursors::PageQuery;
use crate::api::letters as told;
use crate::app::Site;
use crate::ids::InvitationId;
use crate::invitations;
use crate::organizations::{Bearer, Scope};
use crate::web::problem::{Problem, ProblemBody};

/// Invitations
///
/// To what the token's organization is invited, the newest first: also letters that are not public, with the
/// text that would be signed and its hash.
///
/// # Errors
/// 400 for a page that is none; 401 without a token that is good; 403 for one that is good for other things.
#[utoipa::path(
    get,
    path = "/api/v1/invitations",
    operation_id = "listInvitations",
    tag = "With a token",
    security(("token" = ["invitations:read"])),
    params(PageQuery),
    responses(
        (status = 200, description = "A page of invitations.", body = InvitationList,
            headers(("ETag" = String, description = "For `If-None-Match`."), ("Link" = String, description = "The next page, if there is one."))),
        (status = 304, description = "It has not changed."),
        (status = 400, description = "A page that is none.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 401, description = "No token, or one that is over.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, description = "The token is not good for this.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn list(
    site: Site,
    bearer: Bearer,
    request: HttpRequest,
    query: web::Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let organization = bearer.within(Scope::ReadInvitations)?.organization().id;
    let wanted = query.into_inner().of('i')?;
    let (before, most) = (wanted.part::<InvitationId>(0)?, wanted.looked_for());
    let person = bearer.person().clone();
    let found = site
        .db
        .read(move |tx| invitations::invitations_of_organization(tx, organization, &person, before, most));
    let (page, next) = wanted.cut(found.await?, |to| to.invitation.id.to_string());
    let now = site.db.now();
    let invitations = page.iter().map(|to| Invitation {
        id: to.invitation.id.to_string(),
        stage: to.invitation.stage().as_str().to_owned(),
        invited_at: to.invitation.invited_at.to_string(),
        signed_at: to.invitation.signed_at.map(|at| at.to_string()),
        declined_at: to.invitation.declined_at.map(|at| at.to_string()),
        letter: told::invited(&to.letter, to.locked.as_ref(), now, &site.config),
    });
    let answer = InvitationList { invitations: invitations.collect(), next: next.clone() };
    let mut answer = page_of(&site, &request, &wanted, next.as_deref(), &answer)?;
    // Of letters that are not public: nobody keeps this for anybody else.
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(answer)
}
