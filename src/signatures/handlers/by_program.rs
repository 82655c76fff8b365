//! Signing and withdrawing with a token: what the form takes, as JSON, by the same rules.

use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{SignatureForm, read};
use crate::app::Site;
use crate::ids::Slug;
use crate::organizations::{Bearer, Scope};
use crate::signatures::by_program::{self, AskError, AskWithdrawError, Standing, What};
use crate::signatures::preparing::PrepareError;
use crate::signatures::signing::SignError;
use crate::signatures::standing::Stands;
use crate::web::problem::{Problem, ProblemBody};
use crate::web::sent::Sent;

/// A signature to be given. A field that is not listed here is refused: a wish not to be named that is
/// misspelt must not come out as a name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignatureRequest {
    /// The SHA-256 of the text that is signed, as the letter says it: so nothing is signed that was not read.
    #[schema(
        example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        min_length = 64,
        max_length = 64
    )]
    revision: String,
    /// True: the person of the token declares to be authorised to sign for the organization.
    authority: bool,
    /// Who signs; the person of the token, if it is left out.
    #[serde(default)]
    #[schema(max_length = 200)]
    representative_name: Option<String>,
    /// As what; as the person of the token is called, if both are left out.
    #[serde(default)]
    #[schema(max_length = 200)]
    representative_title: Option<String>,
    /// The address of the coalition to stand under; under no heading, if it is left out.
    #[serde(default)]
    group: Option<String>,
    /// What the public sees: the name of the `organization`, if it is left out; who signed for it as well
    /// (`representative`); or only that one more has signed (`withheld`).
    #[serde(default)]
    display: Option<DisplayWish>,
    /// Where the organization was asked to confirm a line of the list: whether that is `ours` or `another`.
    #[serde(default)]
    listed: Option<ListedWish>,
}

/// What the public sees of a signature.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum DisplayWish {
    /// The organization's name.
    Organization,
    /// And who signed for it.
    Representative,
    /// That one more has signed.
    Withheld,
}

/// Whose the line is that the organization was asked to confirm.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ListedWish {
    /// The organization's.
    Ours,
    /// Another one's.
    Another,
}

/// How an organization stands to a letter.
#[derive(Serialize, ToSchema)]
pub struct SignatureAnswer {
    /// `listed`: on the list. `waiting`: given, and a coordinator looks at it first. `suspended`: an owner
    /// said that it was not authorised. `prepared`: somebody else with authority has to approve it, and has a mail.
    status: String,
    /// The letter's address under `/letters/`.
    letter: String,
    /// The organization's address under `/organizations/`.
    organization: String,
    /// Whether the name is withheld.
    withheld: bool,
    /// To which text it was given; null where it is prepared only.
    revision: Option<RevisionSigned>,
    /// When; null where it is prepared only.
    #[schema(example = "2026-11-27T12:00:00Z")]
    signed_at: Option<String>,
}

/// The text that a signature was given to.
#[derive(Serialize, ToSchema)]
pub struct RevisionSigned {
    /// Its number.
    number: i32,
    /// The SHA-256 of its canonical form, in hex.
    sha256: String,
}

impl SignatureRequest {
    /// As the form would send it.
    fn form(self, bearer: &Bearer) -> SignatureForm {
        let person = bearer.person();
        // Whoever names somebody else says themselves as what.
        let own_title = if self.representative_name.is_none() { person.title.clone() } else { String::new() };
        SignatureForm {
            organization: bearer.organization().slug.clone(),
            representative_name: self.representative_name.unwrap_or_else(|| person.name.clone()),
            representative_title: self.representative_title.unwrap_or(own_title),
            group: self.group.unwrap_or_default(),
            authority: if self.authority { "yes".to_owned() } else { String::new() },
            revision: self.revision,
            display: match self.display {
                None => "",
                Some(DisplayWish::Organization) => "organization",
                Some(DisplayWish::Representative) => "representative",
                Some(DisplayWish::Withheld) => "withheld",
            }
            .to_owned(),
            opened: String::new(),
            // The words of the declaration are in the documentation of the API, which is English.
            language: "en".to_owned(),
            listed: match self.listed {
                None => "",
                Some(ListedWish::Ours) => "ours",
                Some(ListedWish::Another) => "another",
            }
            .to_owned(),
        }
    }
}

fn refused(refusal: AskError) -> Problem {
    let conflict = |kind, why: &str| Problem::of_kind(StatusCode::CONFLICT, kind, why);
    match refusal {
        AskError::NoSuchLetter => Problem::not_found(),
        AskError::Closed => {
            let why = "This letter can no longer be signed: its time for signing is over.";
            Problem::of_kind(StatusCode::FORBIDDEN, "closed", why)
        }
        AskError::Sign(SignError::TextMoved) | AskError::Prepare(PrepareError::TextMoved) => conflict(
            "text-moved",
            "The text is not the one you were shown. Please read it as it stands, and sign again.",
        ),
        AskError::Sign(SignError::NotAMember) | AskError::Prepare(PrepareError::NotAMember) => {
            let why = "This coalition has not confirmed your organization. Choose another, or none.";
            Problem::of_complaints(&crate::text::complaints::Complaints::about("group", why))
        }
        AskError::Sign(SignError::AlreadySigned) | AskError::Prepare(PrepareError::AlreadySigned) => {
            conflict("signed", "Your organization has signed this letter already.")
        }
        AskError::Sign(SignError::NeedsAnother) | AskError::Prepare(PrepareError::NobodyToApprove) => {
            conflict(
                "two-persons",
                "In your organization a signature needs two persons. Ask again: it is prepared then, and somebody else with authority approves it.",
            )
        }
        AskError::Sign(SignError::Fault(fault))
        | AskError::Prepare(PrepareError::Fault(fault))
        | AskError::Fault(fault) => fault.into(),
    }
}

fn answer(bearer: &Bearer, standing: &Standing) -> HttpResponse {
    let (status, withheld, revision, signed_at) = match &standing.what {
        What::Prepared => ("prepared", false, None, None),
        What::Signature { stands, given, revision } => {
            let status = match stands {
                Stands::Listed => "listed",
                Stands::Awaiting(_) => "waiting",
                Stands::Suspended(_) => "suspended",
            };
            let revision = revision.clone().map(|(number, sha256)| RevisionSigned { number, sha256 });
            (status, given.withheld_at.is_some(), revision, Some(given.signed_at.to_string()))
        }
    };
    let code = match (&standing.what, standing.anew) {
        (What::Prepared, _) => StatusCode::ACCEPTED,
        (What::Signature { .. }, true) => StatusCode::CREATED,
        (What::Signature { .. }, false) => StatusCode::OK,
    };
    HttpResponse::build(code).insert_header((CACHE_CONTROL, "no-store")).json(SignatureAnswer {
        status: status.to_owned(),
        letter: standing.letter.letter().slug.clone(),
        organization: bearer.organization().slug.clone(),
        withheld,
        revision,
        signed_at,
    })
}

/// Sign a letter
///
/// Puts the name of the token's organization under a letter, by the rules of the form: only an open letter,
/// only the text whose hash is sent, with the declaration to be authorised. Where the organization asks for
/// two persons it is prepared, and somebody else with authority approves it from a mail. Asked again, the
/// answer says what stands there, and nothing is done twice.
#[utoipa::path(
    post,
    path = "/api/v1/letters/{slug}/signature",
    operation_id = "signLetter",
    tag = "With a token",
    security(("token" = ["letters:sign"])),
    params(("slug" = String, Path, description = "The letter's address under `/letters/`.")),
    request_body = SignatureRequest,
    responses(
        (status = 200, description = "The organization had signed before.", body = SignatureAnswer),
        (status = 201, description = "It is signed.", body = SignatureAnswer),
        (status = 202, description = "It is prepared, and somebody else has to approve it.", body = SignatureAnswer),
        (status = 400, description = "The request is not JSON of this form.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 401, description = "No token, or one that is over.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, description = "The token is not good for signing, or the letter is closed.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "There is no such letter for the person of this token.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "The text is another than the one whose hash was sent.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 413, description = "The request is too large.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 415, description = "The request does not say that it is JSON.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 422, description = "A field needs another look.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, description = "Too often; `Retry-After` says how long to wait.", body = ProblemBody, content_type = "application/problem+json",
            headers(("Retry-After" = u32, description = "Seconds to wait."))),
    )
)]
pub async fn sign(
    site: Site,
    bearer: Bearer,
    slug: web::Path<Slug>,
    sent: Sent<SignatureRequest>,
) -> Result<HttpResponse, Problem> {
    let authority = bearer.within(Scope::SignLetters)?.clone();
    let given = read(&sent.0.form(&bearer)).map_err(|complaints| Problem::of_complaints(&complaints))?;
    let (config, person, slug) = (site.config.clone(), bearer.person().clone(), slug.into_inner());
    let standing = site.db.write(move |tx| {
        by_program::ask_to_sign(tx, &person, &authority, &slug, &given, &|path| config.address(path))
    });
    Ok(answer(&bearer, &standing.await.map_err(refused)?))
}

/// Withdraw a signature
///
/// Takes the name of the token's organization from under a letter, open or closed: nobody is held to a text.
/// Asked again, nothing is done twice.
#[utoipa::path(
    delete,
    path = "/api/v1/letters/{slug}/signature",
    operation_id = "withdrawSignature",
    tag = "With a token",
    security(("token" = ["letters:sign"])),
    params(("slug" = String, Path, description = "The letter's address under `/letters/`.")),
    responses(
        (status = 204, description = "The organization's name does not stand under the letter any more."),
        (status = 401, description = "No token, or one that is over.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 403, description = "The token is not good for withdrawing.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "There is no such letter for the person of this token, or the organization has never signed it.", body = ProblemBody, content_type = "application/problem+json"),
        (status = 429, description = "Too often; `Retry-After` says how long to wait.", body = ProblemBody, content_type = "application/problem+json",
            headers(("Retry-After" = u32, description = "Seconds to wait."))),
    )
)]
pub async fn withdraw(site: Site, bearer: Bearer, slug: web::Path<Slug>) -> Result<HttpResponse, Problem> {
    let authority = bearer.within(Scope::SignLetters)?.clone();
    let (config, slug) = (site.config.clone(), slug.into_inner());
    let withdrawn = site
        .db
        .write(move |tx| by_program::ask_to_withdraw(tx, &authority, &slug, &|path| config.address(path)));
    match withdrawn.await {
        Ok(()) => Ok(HttpResponse::NoContent().insert_header((CACHE_CONTROL, "no-store")).finish()),
        Err(AskWithdrawError::NoSuchLetter) => Err(Problem::not_found()),
        Err(AskWithdrawError::NeverSigned) => {
            let why = "This organization's name does not stand under this letter.";
            Err(Problem::of_kind(StatusCode::NOT_FOUND, "not-signed", why))
        }
        Err(AskWithdrawError::Fault(fault)) => Err(fault.into()),
    }
}
