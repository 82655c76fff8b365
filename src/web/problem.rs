//! What a program reads that asked for something it does not get: RFC 9457, `application/problem+json`.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CACHE_CONTROL, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::{AWAY_SECONDS, Away, Error, Fault};
use crate::text::complaints::Complaints;

/// The media type of problems.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Why a program does not get what it asked for.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    kind: Option<&'static str>,
    detail: String,
    errors: Vec<FieldProblem>,
    header: Option<(&'static str, String)>,
}

/// A problem (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// What kind of problem it is: `about:blank` where the status says all, else an address on the page
    /// that describes this API. Programs that have to tell refusals apart compare this.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    kind: String,
    /// The status in words.
    #[schema(example = "Not Found")]
    title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599, example = 404)]
    status: u16,
    /// What is wrong and what to do, for people.
    detail: String,
    /// Field by field, where single fields are wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FieldProblem {
    /// The field, as it is called in the request.
    field: String,
    /// What is wrong with it, for people.
    detail: String,
}

impl Problem {
    /// A problem that its status says.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, kind: None, detail: detail.into(), errors: Vec::new(), header: None }
    }

    /// One that programs tell from others of the same status by this word.
    pub fn of_kind(status: StatusCode, kind: &'static str, detail: impl Into<String>) -> Self {
        Self { kind: Some(kind), ..Self::new(status, detail) }
    }

    /// 404: there is no such thing, or it is not this program's to know of.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "There is nothing at this address, or it is not public.")
    }

    /// 400 about one field.
    pub fn bad_field(field: &str, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        let errors = vec![FieldProblem { field: field.to_owned(), detail: detail.clone() }];
        Self { errors, ..Self::new(StatusCode::BAD_REQUEST, detail) }
    }

    /// 422, with a sentence at each field.
    pub fn of_complaints(complaints: &Complaints) -> Self {
        let errors: Vec<FieldProblem> = complaints
            .iter()
            .map(|(field, sentence)| FieldProblem { field: field.to_owned(), detail: sentence.to_owned() })
            .collect();
        let detail = errors.iter().map(|error| error.detail.as_str()).collect::<Vec<_>>().join(" ");
        Self { errors, ..Self::of_kind(StatusCode::UNPROCESSABLE_ENTITY, "fields", detail) }
    }

    /// 405, with what the address takes.
    pub fn not_allowed(allowed: &str) -> Self {
        let detail = format!("This address takes {allowed}.");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, detail).with(ALLOW.as_str(), allowed.to_owned())
    }

    /// 401, with how to come in.
    pub fn unauthorized(kind: Option<&'static str>, detail: &str) -> Self {
        let error = kind.map(|_| ", error=\"invalid_token\"").unwrap_or_default();
        let challenge = format!("Bearer realm=\"Undersigned\"{error}");
        Self { kind, ..Self::new(StatusCode::UNAUTHORIZED, detail) }
            .with(WWW_AUTHENTICATE.as_str(), challenge)
    }

    /// 403 for a token that is not good for this.
    pub fn out_of_scope(scope: &str) -> Self {
        let detail = format!("This token is not good for that: it would need the scope {scope}.");
        let challenge =
            format!("Bearer realm=\"Undersigned\", error=\"insufficient_scope\", scope=\"{scope}\"");
        Self::of_kind(StatusCode::FORBIDDEN, "scope", detail).with(WWW_AUTHENTICATE.as_str(), challenge)
    }

    /// 503: the database is away.
    fn away(away: Away) -> Self {
        let detail = match away {
            Away::NothingKept => "The database cannot be reached. Nothing was kept; ask again.",
            Away::Unknown => {
                "The database went away, and it is not known whether this was kept. A signature that \
                 is sent again is never counted twice."
            }
        };
        Self::new(StatusCode::SERVICE_UNAVAILABLE, detail).with(RETRY_AFTER.as_str(), AWAY_SECONDS.to_owned())
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.header = Some((name, value));
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a problem: {}", self.status)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let body = ProblemBody {
            kind: self.kind.map_or_else(|| "about:blank".to_owned(), |kind| format!("/api#{kind}")),
            title: self.status.canonical_reason().unwrap_or("Problem").to_owned(),
            status: self.status.as_u16(),
            detail: self.detail.clone(),
            errors: self.errors.clone(),
        };
        let mut answer = HttpResponse::build(self.status);
        answer.insert_header((CACHE_CONTROL, "no-store"));
        if let Some((name, value)) = &self.header {
            answer.insert_header((*name, value.as_str()));
        }
        answer.content_type(MEDIA_TYPE).body(serde_json::to_vec(&body).unwrap_or_default())
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Error::from(fault).into()
    }
}

/// What goes wrong in what pages and programs share, as programs read it.
impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let status = error.status_code();
        match error {
            Error::NotFound => Self::not_found(),
            // Nobody signs in here; whoever asks is known by a token or not at all.
            Error::SignInFirst { .. } => Self::unauthorized(None, "This address needs a token."),
            Error::SecondFactorFirst { .. } => {
                Self::new(StatusCode::FORBIDDEN, "Whoever does this needs a second factor.")
            }
            Error::Refused { why } | Error::BadRequest { why } | Error::LinkOver { why, .. } => {
                Self::new(status, why)
            }
            Error::Late => Self::new(status, "What was sent came too slowly. Send it again."),
            Error::TooLarge => Self::new(status, "That is too much at once; nothing of it was taken."),
            Error::TooMany { why, seconds } => {
                Self::new(status, why).with(RETRY_AFTER.as_str(), seconds.to_string())
            }
            Error::Away(_) => Self::away(Away::NothingKept),
            Error::Fault(fault) => {
                if let Some(away) = fault.away() {
                    return Self::away(away);
                }
                let reference = fault.report();
                Self::new(status, format!("It is our fault, not yours. Reference {reference}."))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::body::to_bytes;

    async fn read(problem: Problem) -> (HttpResponse<()>, serde_json::Value) {
        let (head, body) = problem.error_response().into_parts();
        (head, serde_json::from_slice(&to_bytes(body).await.unwrap()).unwrap())
    }

    #[actix_web::test]
    async fn a_fault_says_a_reference_and_nothing_else() {
        let fault = Fault::new("UNIQUE constraint failed: people.email amal@example.org");
        let (head, json) = read(fault.into()).await;
        assert_eq!((head.status().as_u16(), json["status"].as_u64()), (500, Some(500)));
        let detail = json["detail"].as_str().unwrap();
        assert!(detail.contains("Reference") && !detail.contains("UNIQUE"), "{detail}");
    }

    #[actix_web::test]
    async fn a_problem_says_where_it_is() {
        let mut complaints = Complaints::about("authority", "Say so.");
        complaints.add("display", "Choose.");
        let (head, json) = read(Problem::of_complaints(&complaints)).await;
        assert_eq!(head.headers().get("content-type").unwrap(), MEDIA_TYPE);
        assert_eq!(json["errors"][1]["field"], "display");
        let (head, _) = read(Error::TooMany { why: "Wait.".into(), seconds: 7 }.into()).await;
        assert_eq!(head.headers().get("retry-after").unwrap(), "7");
    }
}
