//! Coalitions and the members that they name.

use actix_web::{HttpRequest, HttpResponse, web};

use super::organizations::summary;
use super::{Often, answer, page_of};
use crate::api::answers::{Coalition, CoalitionList, Member, MemberList};
use crate::api::cursors::PageQuery;
use crate::app::Site;
use crate::coalitions;
use crate::config::Config;
use crate::db::Tx;
use crate::error::Fault;
use crate::ids::{CoalitionId, OrganizationId, Slug};
use crate::web::problem::{Problem, ProblemBody};

fn told(tx: &mut Tx<'_>, row: coalitions::Coalition, config: &Config) -> Result<Coalition, Fault> {
    let (members, members_not_named) = coalitions::count_members(tx, row.id)?;
    Ok(Coalition {
        url: config.address(&format!("/coalitions/{}", row.slug)),
        slug: row.slug,
        name: row.name,
        acronym: row.acronym,
        website: row.website,
        members,
        members_not_named,
    })
}

/// Coalitions
///
/// In the order in which they came here.
///
/// # Errors
/// 400 for a page that is none.
#[utoipa::path(
    get,
    path = "/api/v1/coalitions",
    operation_id = "listCoalitions",
    tag = "Reading",
    params(PageQuery),
    responses(
        (status = 200, description = "A page of coalitions.", body = CoalitionList,
            headers(("ETag" = String, description = "For `If-None-Match`."), ("Link" = String, description = "The next page, if there is one."))),
        (status = 304, description = "It has not changed."),
        (status = 400, description = "A page that is none.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn list(
    site: Site,
    request: HttpRequest,
    query: web::Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let wanted = query.into_inner().of('c')?;
    let (after, most, config) = (wanted.part::<CoalitionId>(0)?, wanted.looked_for(), site.config.clone());
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let mut all = Vec::new();
        for row in coalitions::coalitions_after(tx, after, most)? {
            all.push((row.id, told(tx, row, &config)?));
        }
        Ok(all)
    });
    let (page, next) = wanted.cut(found.await?, |(id, _)| id.to_string());
    let coalitions = page.into_iter().map(|(_, coalition)| coalition).collect();
    page_of(&site, &request, &wanted, next.as_deref(), &CoalitionList { coalitions, next: next.clone() })
}

/// One coalition
///
/// Who it is, and how many members it has.
///
/// # Errors
/// 404 for one that does not exist.
#[utoipa::path(
    get,
    path = "/api/v1/coalitions/{slug}",
    operation_id = "readCoalition",
    tag = "Reading",
    params(("slug" = String, Path, description = "The coalition's address under `/coalitions/`.")),
    responses(
        (status = 200, description = "The coalition.", body = Coalition, headers(("ETag" = String, description = "For `If-None-Match`."))),
        (status = 304, description = "It has not changed."),
        (status = 404, description = "There is no such coalition.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn one(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Problem> {
    let (slug, config) = (slug.into_inner(), site.config.clone());
    let found = site.db.read::<_, Fault, _>(move |tx| match coalitions::find_coalition(tx, &slug)? {
        Some(row) => Ok(Some(told(tx, row, &config)?)),
        None => Ok(None),
    });
    answer(&request, &found.await?.ok_or_else(Problem::not_found)?)
}

/// The members of a coalition
///
/// Those it names, in the order in which they came here. A protected organization is counted by the
/// coalition, and not among them.
///
/// # Errors
/// 400 for a page that is none; 404 for a coalition that does not exist.
#[utoipa::path(
    get,
    path = "/api/v1/coalitions/{slug}/members",
    operation_id = "listMembers",
    tag = "Reading",
    params(("slug" = String, Path, description = "The coalition's address under `/coalitions/`."), PageQuery),
    responses(
        (status = 200, description = "A page of members.", body = MemberList,
            headers(("ETag" = String, description = "For `If-None-Match`."), ("Link" = String, description = "The next page, if there is one."))),
        (status = 304, description = "It has not changed."),
        (status = 400, description = "A page that is none.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "There is no such coalition.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn members(
    site: Site,
    request: HttpRequest,
    slug: web::Path<Slug>,
    query: web::Query<PageQuery>,
) -> Result<HttpResponse, Problem> {
    let wanted = query.into_inner().of('m')?;
    let (slug, after, most) = (slug.into_inner(), wanted.part::<OrganizationId>(0)?, wanted.looked_for());
    let found = site.db.read::<_, Fault, _>(move |tx| match coalitions::find_coalition(tx, &slug)? {
        Some(row) => Ok(Some(coalitions::members_after(tx, row.id, after, most)?)),
        None => Ok(None),
    });
    let found = found.await?.ok_or_else(Problem::not_found)?;
    let (page, next) = wanted.cut(found, |(organization, _)| organization.id.to_string());
    let members = page.iter().map(|(row, at)| Member {
        organization: summary(row, &site.config),
        confirmed_at: at.map(|at| at.to_string()),
    });
    let answer = MemberList { members: members.collect(), next: next.clone() };
    page_of(&site, &request, &wanted, next.as_deref(), &answer)
}
