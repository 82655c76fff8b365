//! Organizations, as far as anybody may know of them: protected ones do not exist here.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};

use super::{Often, answer, page_of};
use crate::api::answers::{
    Membership, Organization, OrganizationList, OrganizationSummary, Signed, VerifiedHow, Words,
};
use crate::api::cursors::PageQuery;
use crate::app::Site;
use crate::coalitions;
use crate::config::Config;
use crate::db::Tx;
use crate::error::Fault;
use crate::ids::{OrganizationId, Slug};
use crate::organizations::{self, OrganizationWords, VerifiedBy};
use crate::signatures;
use crate::web::problem::{Problem, ProblemBody};

/// An organization, in a list.
pub(super) fn summary(row: &organizations::Organization, config: &Config) -> OrganizationSummary {
    OrganizationSummary {
        slug: row.slug.clone(),
        url: config.address(&format!("/organizations/{}", row.slug)),
        name: row.name.clone(),
        acronym: row.acronym.clone(),
        country: row.country.clone(),
        website: row.website.clone(),
        verified_by: row.verified_by.map(|by| by.as_str().to_owned()),
        verified_at: row.verified_at.map(|at| at.to_string()),
    }
}

/// Organizations
///
/// Those that stand by name under a public letter, or that a coalition names as its members, in the order in
/// which they came here.
///
/// # Errors
/// 400 for a page that is none.
#[utoipa::path(
    get,
    path = "/api/v1/organizations",
    operation_id = "listOrganizations",
    tag = "Reading",
    params(PageQuery),
    responses(
        (status = 200, description = "A page of organizations.", body = OrganizationList,
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
    let wanted = query.into_inner().of('o')?;
    let (after, most) = (wanted.part::<OrganizationId>(0)?, wanted.looked_for());
    let found = site.db.read(move |tx| signatures::publicly_named(tx, after, most)).await?;
    let (page, next) = wanted.cut(found, |organization| organization.id.to_string());
    let organizations = page.iter().map(|row| summary(row, &site.config)).collect();
    page_of(
        &site,
        &request,
        &wanted,
        next.as_deref(),
        &OrganizationList { organizations, next: next.clone() },
    )
}

fn look(tx: &mut Tx<'_>, slug: &Slug, config: &Config) -> Result<Option<Organization>, Fault> {
    let Some(row) = organizations::find_visible(tx, slug, None)? else { return Ok(None) };
    let suspension = organizations::suspension_of(tx, row.id)?;
    let members = coalitions::confirmed_coalitions_of(tx, row.id)?;
    let own_words = organizations::words_of(tx, row.id)?;
    let words = |of: fn(&OrganizationWords) -> &str| -> Vec<Words> {
        let all = own_words
            .iter()
            .map(|words| Words { language: words.language.tag().to_owned(), text: of(words).to_owned() });
        all.filter(|words| !words.text.is_empty()).collect()
    };
    let verifications = organizations::standing_verifications(tx, row.id)?.into_iter().map(|one| {
        let vouches = members.iter().find(|(coalition, _)| Some(coalition.id) == one.coalition_id);
        VerifiedHow {
            method: one.method.as_str().to_owned(),
            since: one.since.to_string(),
            coalition: vouches.map(|(coalition, _)| coalition.slug.clone()),
            domain: one.rests_on.filter(|_| one.method == VerifiedBy::Domain),
        }
    });
    let signed = signatures::public_letters_signed_by(tx, row.id)?.into_iter().map(|letter| Signed {
        slug: letter.slug,
        title: letter.title,
        language: letter.language,
        signed_at: letter.signed_at.to_string(),
    });
    Ok(Some(Organization {
        names: words(|words| &words.name),
        descriptions: words(|words| &words.description),
        verifications: verifications.collect(),
        suspended_at: suspension.as_ref().map(|suspension| suspension.since.to_string()),
        suspension_note: suspension.map(|suspension| suspension.note),
        coalitions: members
            .iter()
            .map(|(coalition, at)| Membership {
                slug: coalition.slug.clone(),
                name: coalition.name.clone(),
                acronym: coalition.acronym.clone(),
                confirmed_at: at.to_string(),
            })
            .collect(),
        signed: signed.collect(),
        summary: summary(&row, config),
    }))
}

/// One organization
///
/// Who it is, how that was verified, and which public letters it stands under by name.
///
/// # Errors
/// 404 for one that does not exist, and for a protected one.
#[utoipa::path(
    get,
    path = "/api/v1/organizations/{slug}",
    operation_id = "readOrganization",
    tag = "Reading",
    params(("slug" = String, Path, description = "The organization's address under `/organizations/`.")),
    responses(
        (status = 200, description = "The organization.", body = Organization, headers(("ETag" = String, description = "For `If-None-Match`."))),
        (status = 304, description = "It has not changed."),
        (status = 308, description = "Its address is another one.", headers(("Location" = String, description = "Where it is."))),
        (status = 404, description = "There is no such organization, or it is not public.", body = ProblemBody, content_type = "application/problem+json"),
        Often,
    )
)]
pub async fn one(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Problem> {
    let slug = slug.into_inner();
    let (wanted, config) = (slug.clone(), site.config.clone());
    let found = site.db.read(move |tx| look(tx, &wanted, &config)).await?.ok_or_else(Problem::not_found)?;
    if found.summary.slug != slug.as_str() {
        return Ok(HttpResponse::build(StatusCode::PERMANENT_REDIRECT)
            .insert_header((LOCATION, format!("/api/v1/organizations/{}", found.summary.slug)))
            .insert_header((CACHE_CONTROL, "no-store"))
            .finish());
    }
    answer(&request, &found)
}
