//! What anybody may know of an organization: its page, its JSON, its logo.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use crate::app::Site;
use crate::coalitions::{self, Coalition};
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::organizations::model::{self, Organization, Role, VerifiedBy};
use crate::organizations::pages::shown as pages;
use crate::organizations::{
    LogoPlace, OrganizationWords, Suspension, Verification, logo_of, logos, protection,
    standing_verifications, suspension_of, words_of,
};
use crate::people::{Person, Visitor};
use crate::signatures::{self, SignedLetter};
use crate::text::language::Language;
use crate::web::frame::{self, Frame};
use crate::web::prerendered::Prerendered;

/// Everything the page shows.
struct Everything {
    organization: Organization,
    suspension: Option<Suspension>,
    words: Vec<OrganizationWords>,
    logo: Option<LogoPlace>,
    verifications: Vec<Verification>,
    coalitions: Vec<(Coalition, Moment)>,
    signed: Vec<SignedLetter>,
    /// What the visitor may do for it.
    role: Option<Role>,
}

fn look(tx: &mut Tx<'_>, slug: &Slug, viewer: Option<&Person>) -> Result<Option<Everything>, Fault> {
    let Some(organization) = protection::find_visible(tx, slug, viewer)? else { return Ok(None) };
    let id = organization.id;
    let role = match viewer {
        Some(person) => model::find_role(tx, person.id, id)?,
        None => None,
    };
    let signed = signatures::public_letters_signed_by(tx, id)?;
    let signed = signatures::as_read(tx, signed)?;
    Ok(Some(Everything {
        suspension: suspension_of(tx, id)?,
        words: words_of(tx, id)?,
        // Its picture would be there for anyone who has the address.
        logo: if organization.is_protected() { None } else { logo_of(tx, id)? },
        verifications: standing_verifications(tx, id)?,
        coalitions: coalitions::confirmed_coalitions_of(tx, id)?,
        signed,
        organization,
        role,
    }))
}

/// On to where an organization is that was asked for at an address it had. Not to be kept by browsers:
/// it may have that address again one day.
fn moved(organization: &Organization, ending: &str) -> HttpResponse {
    HttpResponse::build(StatusCode::PERMANENT_REDIRECT)
        .insert_header((LOCATION, format!("/organizations/{}{ending}", organization.slug)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}

/// The name of a coalition that vouches.
fn called<'a>(everything: &'a Everything, one: &Verification) -> Option<&'a Coalition> {
    let coalitions = everything.coalitions.iter().map(|(coalition, _)| coalition);
    coalitions.into_iter().find(|coalition| Some(coalition.id) == one.coalition_id)
}

/// `GET /organizations/{slug}`: who it is, how that was verified, what it signed. Its own people find
/// the way to what they can do.
///
/// # Errors
/// 404 for one that does not exist, and for a protected one unless the visitor is one of its people or
/// an operator.
pub async fn organization(
    site: Site,
    visitor: Visitor,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (wanted, viewer) = (slug.clone(), visitor.person);
    let everything = site.db.read(move |tx| look(tx, &wanted, viewer.as_ref())).await?;
    let everything = everything.ok_or(Error::NotFound)?;
    if everything.organization.slug != slug.as_str() {
        return Ok(moved(&everything.organization, ""));
    }
    let verifications = everything.verifications.iter().map(|one| pages::Verified {
        method: one.method,
        since: one.since.to_timestamp(),
        coalition: called(&everything, one),
        domain: one.rests_on.as_deref().filter(|_| one.method == VerifiedBy::Domain),
    });
    let signed: Vec<_> = everything
        .signed
        .iter()
        .map(|letter| pages::Signed {
            slug: &letter.slug,
            title: &letter.title,
            language: Language::of_row(&letter.language),
            signed_at: letter.signed_at.to_timestamp(),
        })
        .collect();
    let page = pages::Shown {
        organization: &everything.organization,
        suspension: everything.suspension.as_ref(),
        words: &everything.words,
        logo: everything.logo.as_ref(),
        verifications: verifications.collect(),
        coalitions: everything
            .coalitions
            .iter()
            .map(|(coalition, confirmed)| (coalition, confirmed.to_timestamp()))
            .collect(),
        signed: &signed,
        role: everything.role,
    };
    // Whoever is on no public list by name may be here to sign without it.
    let listed = !signed.is_empty() && !everything.organization.is_protected();
    let frame = Frame { work: true, listed, ..Frame::of(&everything.organization.name) };
    Ok(frame::answer(frame, &pages::organization(&page)))
}

#[derive(Serialize)]
struct OrganizationJson<'a> {
    slug: &'a str,
    url: String,
    name: &'a str,
    acronym: Option<&'a str>,
    /// In other languages than that of `name`.
    names: Vec<WordsJson<'a>>,
    descriptions: Vec<WordsJson<'a>>,
    website: Option<&'a str>,
    country: Option<&'a str>,
    logo: Option<String>,
    /// Since when the operator has stopped it, and the note about it; null where nothing stops it.
    suspended_at: Option<String>,
    suspension_note: Option<&'a str>,
    /// The best way in which it is verified, and since when; null where none stands.
    verified_by: Option<&'static str>,
    verified_at: Option<String>,
    /// All ways that stand, the best first.
    verifications: Vec<VerificationJson<'a>>,
    coalitions: Vec<CoalitionJson<'a>>,
    signed: Vec<SignedJson<'a>>,
}

#[derive(Serialize)]
struct WordsJson<'a> {
    language: &'static str,
    text: &'a str,
}

#[derive(Serialize)]
struct VerificationJson<'a> {
    method: &'static str,
    since: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    coalition: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
}

#[derive(Serialize)]
struct CoalitionJson<'a> {
    slug: &'a str,
    name: &'a str,
    acronym: Option<&'a str>,
    confirmed_at: String,
}

#[derive(Serialize)]
struct SignedJson<'a> {
    slug: &'a str,
    title: &'a str,
    language: &'a str,
    signed_at: String,
}

/// `GET /organizations/{slug}.json`: the same for programs.
///
/// # Errors
/// 404 for one that does not exist.
pub async fn json(site: Site, request: HttpRequest, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let wanted = slug.clone();
    let everything = site.db.read(move |tx| look(tx, &wanted, None)).await?.ok_or(Error::NotFound)?;
    let organization = &everything.organization;
    if organization.slug != slug.as_str() {
        return Ok(moved(organization, ".json"));
    }
    let words = |of: fn(&OrganizationWords) -> &str| {
        let all = everything.words.iter().map(move |w| WordsJson { language: w.language.tag(), text: of(w) });
        all.filter(|words| !words.text.is_empty()).collect()
    };
    let json = OrganizationJson {
        slug: &organization.slug,
        url: site.config.address(&format!("/organizations/{slug}")),
        name: &organization.name,
        acronym: organization.acronym.as_deref(),
        names: words(|words| &words.name),
        descriptions: words(|words| &words.description),
        website: organization.website.as_deref(),
        country: organization.country.as_deref(),
        logo: everything
            .logo
            .as_ref()
            .map(|logo| site.config.address(&pages::logo_address(organization, logo))),
        suspended_at: everything.suspension.as_ref().map(|suspension| suspension.since.to_string()),
        suspension_note: everything.suspension.as_ref().map(|suspension| suspension.note.as_str()),
        verified_by: organization.verified_by.map(VerifiedBy::as_str),
        verified_at: organization.verified_at.map(|at| at.to_string()),
        verifications: everything
            .verifications
            .iter()
            .map(|one| VerificationJson {
                method: one.method.as_str(),
                since: one.since.to_string(),
                coalition: called(&everything, one).map(|coalition| coalition.slug.as_str()),
                domain: one.rests_on.as_deref().filter(|_| one.method == VerifiedBy::Domain),
            })
            .collect(),
        coalitions: everything
            .coalitions
            .iter()
            .map(|(coalition, confirmed)| CoalitionJson {
                slug: &coalition.slug,
                name: &coalition.name,
                acronym: coalition.acronym.as_deref(),
                confirmed_at: confirmed.to_string(),
            })
            .collect(),
        signed: everything
            .signed
            .iter()
            .map(|letter| SignedJson {
                slug: &letter.slug,
                title: &letter.title,
                language: &letter.language,
                signed_at: letter.signed_at.to_string(),
            })
            .collect(),
    };
    let bytes = serde_json::to_vec(&json).map_err(Fault::from)?;
    Ok(Prerendered::changing("application/json", bytes).respond(&request))
}

/// A day: a logo that was taken away for good reasons does not live on in caches for long.
const KEPT_BY_READERS: &str = "public, max-age=86400, immutable";

/// `GET /organizations/{slug}/logo-{hash}.png`: the logo; a changed one has another address.
///
/// # Errors
/// 404 for one that is not there, or no longer.
pub async fn logo(site: Site, path: web::Path<(Slug, String)>) -> Result<HttpResponse, Error> {
    let (slug, hash) = path.into_inner();
    let found = site.db.read(move |tx| logos::find_logo(tx, &slug, &hash)).await?.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/png"))
        .insert_header((CACHE_CONTROL, KEPT_BY_READERS))
        // A picture runs nothing and shows nothing else, also when it is opened on its own.
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(found))
}
