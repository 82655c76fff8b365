//! What can go wrong outside a form: a page that is not there, a thing one may not do, a fault.
//!
//! A badly filled form is not an error of this kind: it comes back with the person's words. A
//! domain refusal is an enum beside its verb, whose sentences stand in the handler.

use std::fmt::{self, Write as _};

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};

use crate::text::words::say;
use crate::web::notices;
use crate::web::posted::KeptForm;
use crate::web::sparing;

/// Something failed that is nobody's mistake: the database, the disk, a bug. What it says is for
/// the log alone; a reader sees a reference number.
#[derive(Debug)]
pub struct Fault(Box<dyn std::error::Error + Send + Sync>);

/// The database is away: it cannot be reached, does not answer in time, or has no room to write. Not a mistake of this program, and
/// soon over; what was asked can be asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// Nothing of what was asked was done.
    NothingKept,
    /// It went while a change was being committed: the change is there or it is not. (A signature that
    /// is given once more is the same signature.)
    Unknown,
}

/// [`Away`], and what was noticed of it.
#[derive(Debug)]
struct WentAway {
    away: Away,
    noticed: Option<Fault>,
}

impl fmt::Display for WentAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.away {
            Away::NothingKept => "the database is away, and nothing was kept",
            Away::Unknown => "the database went away, and it is not known whether the change was kept",
        })?;
        self.noticed.as_ref().map_or(Ok(()), |fault| write!(f, ": {fault}"))
    }
}

impl std::error::Error for WentAway {}

impl Fault {
    /// The database is away; `noticed` is how that showed.
    pub fn of_away(away: Away, noticed: Option<Self>) -> Self {
        Self(Box::new(WentAway { away, noticed }))
    }

    /// Whether the database is away, and what that means for a change.
    pub fn away(&self) -> Option<Away> {
        self.0.downcast_ref::<WentAway>().map(|went| went.away)
    }

    /// A fault in our own words.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into().into())
    }

    /// A fault that a library reports.
    pub fn from_error(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self(Box::new(error))
    }

    /// Writes it into the log, under a reference that whoever met it is told.
    pub fn report(&self) -> String {
        // Eight letters are enough to find one line among a day's log.
        let reference = crate::ids::Token::new().as_str().chars().take(8).collect::<String>();
        tracing::error!(reference, fault = %self, "a request failed");
        reference
    }

    /// A fault that a library reports without naming its type.
    pub fn boxed(error: Box<dyn std::error::Error + Send + Sync>) -> Self {
        Self(error)
    }
}

/// In one line: what a library reports may hold what somebody typed, and with line ends of theirs they could
/// write lines of their own into the log.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = OneLine(f);
        write!(line, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(line, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

struct OneLine<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for OneLine<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        text.chars().try_for_each(|c| {
            if breaks(c) { write!(self.0, "{}", c.escape_unicode()) } else { self.0.write_char(c) }
        })
    }
}

macro_rules! faults {
    ($($error:ty),* $(,)?) => {$(
        impl From<$error> for Fault {
            fn from(error: $error) -> Self { Self(Box::new(error)) }
        }
    )*};
}
faults!(diesel::ConnectionError, r2d2::Error, std::io::Error, tokio::task::JoinError, serde_json::Error,);

/// What SQLite says when the disk takes no more, and when it fails otherwise.
const DISK_IS_FULL: &str = "database or disk is full";
const DISK_FAILS: &str = "disk I/O error";

/// Whether the disk that SQLite writes to is full. What it was to write was not written then.
pub fn is_of_a_full_disk(error: &diesel::result::Error) -> bool {
    matches!(error, diesel::result::Error::DatabaseError(_, info) if info.message() == DISK_IS_FULL)
}

/// A disk that is full, or fails, is a database that is away: nobody's mistake, and soon over. Whoever commits
/// knows better whether anything can have been kept.
impl From<diesel::result::Error> for Fault {
    fn from(error: diesel::result::Error) -> Self {
        let away = matches!(
            &error,
            diesel::result::Error::DatabaseError(_, info) if [DISK_IS_FULL, DISK_FAILS].contains(&info.message())
        );
        let fault = Self(Box::new(error));
        if away { Self::of_away(Away::NothingKept, Some(fault)) } else { fault }
    }
}

/// Lets a refusal enum carry what is nobody's refusal in its variant `Fault`, so that `?` works on
/// queries inside the verb.
macro_rules! carries_faults {
    ($($refusal:ty),* $(,)?) => {$(
        impl From<$crate::error::Fault> for $refusal {
            fn from(fault: $crate::error::Fault) -> Self { Self::Fault(fault) }
        }
        impl From<diesel::result::Error> for $refusal {
            fn from(error: diesel::result::Error) -> Self { Self::Fault(error.into()) }
        }
    )*};
}
pub(crate) use carries_faults;

// So that a pool can report why it cannot open a connection.
impl std::error::Error for Fault {}

/// Everything a handler may answer besides its page.
#[derive(Debug)]
pub enum Error {
    /// There is no such page, or this visitor may not know that there is.
    NotFound,
    /// The page is for people who are signed in; they come back to this path afterwards.
    SignInFirst {
        /// The path and query that was asked for.
        back_to: String,
        /// Whether they sent a form, of which nothing was taken.
        sent: bool,
    },
    /// This installation asks the person for a second factor before they work here, and they have none.
    SecondFactorFirst {
        /// The page to come back to.
        back_to: String,
        /// The form they sent, of which nothing was taken.
        sent: Option<KeptForm>,
    },
    /// The visitor is known and may not do this.
    Refused {
        /// Why, and what to do next: a whole sentence.
        why: String,
    },
    /// The request is of no form we know.
    BadRequest {
        /// What is wrong with it, in words.
        why: String,
    },
    /// What was sent came too slowly to be waited for.
    Late,
    /// The request is larger than any honest one.
    TooLarge,
    /// Too often, or too many at once.
    TooMany {
        /// What to do, in words.
        why: String,
        /// How long to wait.
        seconds: u64,
    },
    /// A link that was used, has expired, was replaced or never existed.
    LinkOver {
        /// What to do next.
        why: String,
        /// Where that is done: the words of the link and its path.
        next: (String, &'static str),
    },
    /// The database is away, and nothing was done with this form: it comes back to its sender, to be sent
    /// once more.
    Away(KeptForm),
    /// See [`Fault`].
    Fault(Fault),
}

/// After so many seconds a program may ask again that found the database away. Another server has taken over by
/// then, or somebody has been called.
pub const AWAY_SECONDS: &str = "5";

carries_faults!(Error);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::SignInFirst { .. } => f.write_str("sign in first"),
            Self::SecondFactorFirst { .. } => f.write_str("second factor first"),
            Self::Refused { .. } => f.write_str("refused"),
            Self::BadRequest { .. } => f.write_str("bad request"),
            Self::Late => f.write_str("too slow"),
            Self::TooLarge => f.write_str("too large"),
            Self::TooMany { .. } => f.write_str("too many requests"),
            Self::LinkOver { .. } => f.write_str("a link that is over"),
            Self::Away(_) => f.write_str("the database is away"),
            Self::Fault(fault) => write!(f, "fault: {fault}"),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst { .. } | Self::SecondFactorFirst { sent: None, .. } => StatusCode::SEE_OTHER,
            Self::SecondFactorFirst { sent: Some(_), .. } => StatusCode::FORBIDDEN,
            Self::Refused { .. } => StatusCode::FORBIDDEN,
            Self::BadRequest { .. } => StatusCode::BAD_REQUEST,
            Self::Late => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::LinkOver { .. } => StatusCode::GONE,
            Self::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(fault) if fault.away().is_some() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((CACHE_CONTROL, "no-store"));
        let page = match self {
            Self::NotFound => notices::not_found(),
            Self::SignInFirst { back_to, sent } => {
                let next: String = url::form_urlencoded::byte_serialize(back_to.as_bytes()).collect();
                answer.insert_header((
                    LOCATION,
                    format!("/sign-in?next={next}{}", if *sent { "&note=not-taken" } else { "" }),
                ));
                return answer.finish();
            }
            Self::SecondFactorFirst { back_to, sent: None } => {
                let next: String = url::form_urlencoded::byte_serialize(back_to.as_bytes()).collect();
                answer.insert_header((LOCATION, format!("/account/second-factor?next={next}")));
                return answer.finish();
            }
            Self::SecondFactorFirst { sent: Some(form), .. } => notices::second_factor_first(form),
            Self::Refused { why } => {
                notices::notice(&say!("web-refused"), &[why], Some((&say!("web-your-desk"), "/desk")))
            }
            Self::BadRequest { why } => notices::notice(&say!("web-unreadable"), &[why], None),
            Self::Late => notices::notice(&say!("web-unreadable"), &[&say!("web-form-late")], None),
            Self::TooLarge => notices::too_large(),
            Self::TooMany { why, seconds } => {
                answer.insert_header((RETRY_AFTER, seconds.to_string()));
                notices::notice(&say!("web-too-many"), &[why], None)
            }
            Self::LinkOver { why, next: (words, path) } => {
                notices::notice(&say!("web-link-over"), &[why], Some((words, path)))
            }
            Self::Away(form) => notices::away_with(form),
            Self::Fault(fault) => match fault.away() {
                Some(away) => {
                    if sparing::is_written("requests that have to be sent once more") {
                        tracing::warn!(%fault, "a request has to be sent once more");
                    }
                    notices::away(away)
                }
                None => notices::fault(&fault.report()),
            },
        };
        if self.status_code() == StatusCode::SERVICE_UNAVAILABLE {
            answer.insert_header((RETRY_AFTER, AWAY_SECONDS));
        }
        answer.content_type("text/html; charset=utf-8").body(page.into_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::body::to_bytes;

    #[actix_web::test]
    async fn a_fault_shows_a_reference_and_nothing_else() {
        let error = Error::Fault(Fault::new("UNIQUE constraint failed: people.email amal@example.org"));
        let answer = error.error_response();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let page = String::from_utf8(to_bytes(answer.into_body()).await.unwrap().to_vec()).unwrap();
        assert!(page.contains("Reference"), "{page}");
        assert!(!page.contains("UNIQUE") && !page.contains("amal@"), "{page}");
    }

    #[actix_web::test]
    async fn a_database_that_is_away_is_no_fault_of_anybodys_and_says_what_was_kept() {
        let cause = || Some(Fault::new("connection to 10.0.0.5 refused"));
        for (away, words) in
            [(Away::NothingKept, "nothing of it was kept"), (Away::Unknown, "never counted twice")]
        {
            let answer = Error::Fault(Fault::of_away(away, cause())).error_response();
            assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
            assert_eq!(answer.headers().get(RETRY_AFTER).unwrap(), AWAY_SECONDS);
            let page = String::from_utf8(to_bytes(answer.into_body()).await.unwrap().to_vec()).unwrap();
            assert!(page.contains(words) && !page.contains("10.0.0.5"), "{page}");
        }
        assert_eq!(Fault::new("another").away(), None);
        assert!(
            Fault::of_away(Away::Unknown, cause()).to_string().ends_with(": connection to 10.0.0.5 refused")
        );
    }

    #[actix_web::test]
    async fn whoever_signs_in_comes_back() {
        let answer = Error::SignInFirst { back_to: "/letters/a/sign?organization=b&x=1".into(), sent: false };
        let answer = answer.error_response();
        assert_eq!(
            answer.headers().get(LOCATION).unwrap(),
            "/sign-in?next=%2Fletters%2Fa%2Fsign%3Forganization%3Db%26x%3D1"
        );
    }

    #[test]
    fn a_cause_of_several_lines_is_one_line_in_the_log() {
        let fault = Fault::new("no such row: a\r\n2026-11-27T00:00:00Z  INFO forged\u{2028}\u{1b}[31mred");
        let line = fault.to_string();
        assert!(
            line.starts_with("no such row: a\\u{d}\\u{a}2026") && !line.chars().any(char::is_control),
            "{line}"
        );
        assert!(line.contains("\\u{2028}\\u{1b}[31mred"), "{line}");
    }
}
