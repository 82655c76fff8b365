//! Keeping or withdrawing a signature after a substantive revision.

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderValue;
use actix_web::http::header::REFERRER_POLICY;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::{Slug, TokenHash};
use crate::letters::TextDifference;
use crate::people::SignedIn;
use crate::signatures::pages::reconsenting::{self as pages, ReconsentPage};
use crate::signatures::reconsents::{self, AnswerError, Answered, Way};
use crate::signatures::{declaring, preparing};
use crate::text::speaking;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn link_over() -> Error {
    Error::LinkOver { why: say!("signatures-reconsent-link-over"), next: (say!("web-your-desk"), "/desk") }
}

async fn shown(
    site: &Site,
    way: Way,
    action: &str,
    status: StatusCode,
    moved: bool,
) -> Result<HttpResponse, Error> {
    let by_link = matches!(way, Way::Link(_));
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some(case) = reconsents::find_case(tx, &way)? else { return Ok(None) };
        let can_keep = case.can_keep(tx);
        let (letter, organization) = (case.letter.letter().id, case.authority.organization().id);
        let waiting = preparing::waiting_of(tx, letter, &[organization])?;
        let prepared_at = waiting.first().map(|waiting| waiting.prepared_at);
        let needs_another = preparing::needs_another(tx, case.authority.person(), organization)?;
        Ok(Some((case, can_keep, prepared_at, needs_another, tx.now())))
    });
    let missing = || if by_link { link_over() } else { Error::NotFound };
    let (case, can_keep, prepared_at, needs_another, now) = found.await?.ok_or_else(missing)?;
    let difference = TextDifference::between(&case.signed.text(), &case.letter.revision().text());
    let page = ReconsentPage {
        letter: case.letter.letter(),
        current: case.letter.revision(),
        signed: &case.signed,
        asked: &case.asked,
        organization: case.authority.organization(),
        answer: case.answer(),
        open: case.is_open(),
        can_keep,
        ended_by_delivery: case.ended_by_delivery(),
        prepared_at,
        needs_another,
        date_is_over: case.asked.answer_by.is_some_and(|by| by <= now),
        difference: &difference,
        action,
        by_link,
        moved,
    };
    let mut response =
        frame::work(status, &say!("signatures-keep-or-withdraw"), &[], pages::reconsent(&page));
    if by_link {
        // The address is the permission: no page that is gone on to is told it.
        response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    Ok(response)
}

/// The two buttons.
#[derive(Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    answer: String,
    /// The SHA-256 of the text that was shown.
    #[serde(default)]
    revision: String,
    #[serde(default)]
    organization: String,
    /// In which language the words that are declared were read.
    #[serde(default)]
    language: String,
}

async fn answered(site: Site, way: Way, form: &AnswerForm, action: &str) -> Result<HttpResponse, Error> {
    let keeps = match form.answer.as_str() {
        "keep" => true,
        "withdraw" => false,
        _ => {
            return Err(Error::BadRequest { why: say!("signatures-answer-missing") });
        }
    };
    let (config, shown_hash, asked_by) = (site.config.clone(), form.revision.clone(), way.clone());
    let read_in = declaring::shown_in(&form.language);
    let done = site.db.write(move |tx| {
        speaking::in_words(read_in, || {
            reconsents::answer(tx, &asked_by, keeps, &shown_hash, &|path| config.address(path))
        })
    });
    match done.await {
        // What is prepared only is shown as waiting.
        Ok(Answered::Settled | Answered::Prepared) | Err(AnswerError::AlreadyAnswered) => {
            Ok(redirect::to(action))
        }
        Err(AnswerError::TextMoved) => shown(&site, way, action, StatusCode::CONFLICT, true).await,
        Err(AnswerError::Over) => Err(Error::Refused { why: say!("signatures-answer-over") }),
        Err(AnswerError::NoSuchQuestion) => Err(match way {
            Way::Link(_) => link_over(),
            Way::SignedIn { .. } => Error::NotFound,
        }),
        Err(AnswerError::Fault(fault)) => Err(fault.into()),
    }
}

fn linked(token: &str) -> (Way, String) {
    (Way::Link(TokenHash::of(token)), format!("/reconsents/{token}"))
}

/// `GET /reconsents/{token}`: what changed since the organization signed, until when it answers,
/// what silence means, and two buttons. Without signing in: the link went to a confirmed address.
///
/// # Errors
/// 410 for a link that leads to no question.
pub async fn show_by_link(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let (way, action) = linked(&token);
    shown(&site, way, &action, StatusCode::OK, false).await
}

/// `POST /reconsents/{token}` `answer` (`keep` or `withdraw`), `revision`: answers. Answered is
/// answered: pressing again shows so.
///
/// # Errors
/// As [`show_by_link`]; 409 with the difference if the text moved meanwhile; 403 when it is too late
/// to keep.
pub async fn answer_by_link(
    site: Site,
    token: web::Path<String>,
    form: Posted<AnswerForm>,
) -> Result<HttpResponse, Error> {
    let (way, action) = linked(&token);
    answered(site, way, &form.0, &action).await
}

/// For which organization.
#[derive(Deserialize)]
pub struct ReconsentQuery {
    #[serde(default)]
    organization: String,
}

fn signed_in(visitor: &SignedIn, slug: &Slug, organization: &str) -> Result<(Way, String), Error> {
    let organization: Slug = organization.trim().parse().map_err(|()| Error::NotFound)?;
    let action = format!("/letters/{slug}/reconsent?organization={organization}");
    Ok((Way::SignedIn { person: visitor.person.id, letter: slug.clone(), organization }, action))
}

/// `GET /letters/{slug}/reconsent?organization=…`: the same for people who are signed in and may
/// sign for the organization.
///
/// # Errors
/// 404 for everybody else, and where nothing is asked.
pub async fn show_signed_in(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<ReconsentQuery>,
) -> Result<HttpResponse, Error> {
    let (way, action) = signed_in(&visitor, &slug, &query.organization)?;
    shown(&site, way, &action, StatusCode::OK, false).await
}

/// `POST /letters/{slug}/reconsent` `organization, answer, revision`.
///
/// # Errors
/// As [`answer_by_link`], with 404 for whoever may not answer.
pub async fn answer_signed_in(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<ReconsentQuery>,
    form: Posted<AnswerForm>,
) -> Result<HttpResponse, Error> {
    let named = if form.0.organization.is_empty() { &query.organization } else { &form.0.organization };
    let (way, action) = signed_in(&visitor, &slug, named)?;
    answered(site, way, &form.0, &action).await
}
