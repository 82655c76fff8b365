//! All letters that an organization signed, for its own people and for its board.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, web};

use crate::app::Site;
use crate::db::Moment;
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug, hex};
use crate::organizations::model::{self, Organization};
use crate::organizations::pages::letters as pages;
use crate::people::SignedIn;
use crate::signatures::{self, GivenLine};
use crate::text::spreadsheet;
use crate::text::words::say;
use crate::web::{download, frame};

async fn find(site: &Site, person: PersonId, slug: Slug) -> Result<(Organization, Vec<GivenLine>), Error> {
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some(organization) = model::find_organization(tx, &slug)? else { return Ok(None) };
        if model::find_role(tx, person, organization.id)?.is_none() {
            return Ok(None);
        }
        let given = signatures::everything_signed(tx, organization.id)?;
        Ok(Some((organization, given)))
    });
    found.await?.ok_or(Error::NotFound)
}

/// `GET /organizations/{slug}/letters`: every letter it ever signed, public or not; for its people.
///
/// # Errors
/// 404 for everybody else.
pub async fn show(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (organization, given) = find(&site, visitor.person.id, slug.into_inner()).await?;
    let page = pages::letters(&organization, &given, site.db.now());
    Ok(frame::work(StatusCode::OK, &say!("organizations-all-letters"), &[], page))
}

/// `GET /organizations/{slug}/letters.csv`: the same as a table. UTF-8; no cell is a formula.
///
/// # Errors
/// 404 for everybody but its people.
pub async fn export(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (organization, given) = find(&site, visitor.person.id, slug.into_inner()).await?;
    let now = site.db.now();
    let rows = given
        .iter()
        .map(|line| row(line, now, &site.config.address(&format!("/letters/{}", line.letter.slug))));
    let table = spreadsheet::table(&HEAD, rows).map_err(|error| Fault::new(error.to_string()))?;
    let name = format!("{}-letters", organization.slug);
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, download::named(false, &name, &organization.name, "csv")))
        .content_type("text/csv; charset=utf-8")
        .body(table))
}

const HEAD: [&str; 15] = [
    "letter",
    "address",
    "language",
    "state",
    "public_since",
    "revision",
    "sha256",
    "signed_by",
    "title",
    "account",
    "first_signed_at",
    "signed_at",
    "withdrawn_at",
    "withheld_since",
    "delivered_at",
];

fn row(line: &GivenLine, now: Moment, address: &str) -> Vec<String> {
    let at = |moment: Option<Moment>| moment.map(|at| at.to_string()).unwrap_or_default();
    let letter = &line.letter;
    let (number, sha256) = match &line.revision {
        Some((number, sha256)) => (number.to_string(), hex(sha256)),
        None => (String::new(), String::new()),
    };
    vec![
        letter.shown_title(),
        address.to_owned(),
        letter.language.clone(),
        letter.state(now).to_owned(),
        at(letter.published_at),
        number,
        sha256,
        line.representative_name.clone(),
        line.representative_title.clone(),
        line.account.clone().unwrap_or_default(),
        at(Some(line.first_signed_at)),
        at(Some(line.signed_at)),
        at(line.withdrawn_at),
        at(line.withheld_at),
        at(letter.delivered_at),
    ]
}
