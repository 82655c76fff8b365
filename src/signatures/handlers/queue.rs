//! What waits for a letter's coordinators: signatures to look at, and cases of authority.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::list::{holding, looking};
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{QueueEntryId, Slug};
use crate::letters::OwnLetter;
use crate::organizations::{self, Flag, Organization};
use crate::people::SignedIn;
use crate::signatures::cases;
use crate::signatures::declaring::declarations_of;
use crate::signatures::pages::queue::{self as pages, CaseShown, Complaint, EntryShown, QueuePage};
use crate::signatures::queue::{self, DecideError};
use crate::signatures::standing::Given;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// A reason that the organization's people read by mail.
#[derive(Deserialize)]
pub struct ReasonForm {
    #[serde(default)]
    pub(super) reason: String,
}

/// What the page is looked at with.
#[derive(Deserialize)]
pub struct QueueQuery {
    #[serde(default)]
    note: String,
}

/// What the page says besides what waits.
#[derive(Default)]
struct Said<'a> {
    note: Option<&'a str>,
    problem: Option<String>,
    /// The form that needs another look.
    complaint: Option<Complaint<'a>>,
}

/// For whom the organization may be taken; nothing of one whose name is withheld.
fn flags_of(tx: &mut Tx<'_>, given: &Given, organization: &Organization) -> Result<Vec<Flag>, Fault> {
    match given.withheld_at {
        Some(_) => Ok(Vec::new()),
        None => organizations::flags_for_coordinators(tx, &[organization.id]),
    }
}

async fn answer(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    status: StatusCode,
    said: Said<'_>,
) -> Result<HttpResponse, Error> {
    let (letter, waiting, decided, cases) = looking(site, visitor, slug, |tx, own| {
        let letter = own.letter().clone();
        let mut waiting = Vec::new();
        for entry in queue::waiting(tx, letter.id)? {
            let declared = declarations_of(tx, entry.given.id)?;
            let flags = flags_of(tx, &entry.given, &entry.organization)?;
            waiting.push(EntryShown { entry, declared, flags });
        }
        let mut shown = Vec::new();
        for case in cases::cases_of(tx, letter.id)? {
            let declared = declarations_of(tx, case.given.id)?;
            let flags = flags_of(tx, &case.given, &case.organization)?;
            shown.push(CaseShown { case, declared, flags });
        }
        let decided = queue::decided(tx, letter.id)?;
        Ok((letter, waiting, decided, shown))
    })
    .await?;
    let page = QueuePage {
        letter: &letter,
        waiting: &waiting,
        decided: &decided,
        cases: &cases,
        note: said.note,
        problem: said.problem.as_deref(),
        complaint: said.complaint.as_ref(),
    };
    Ok(frame::work(status, &say!("signatures-queue-title"), &[], pages::queue(&page)))
}

/// `GET /letters/{slug}/queue`: for the letter's coordinators.
///
/// # Errors
/// Asks to sign in; 404 for everybody else.
pub async fn show(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<QueueQuery>,
) -> Result<HttpResponse, Error> {
    let note = (query.note == "decided").then(|| say!("signatures-note-decided"));
    let said = Said { note: note.as_deref(), ..Said::default() };
    answer(&site, &visitor, &slug, StatusCode::OK, said).await
}

/// Why a decision was not taken.
pub(super) enum Decided {
    /// Somebody decided before, and this is what.
    Already(String),
    /// The form needs another look.
    Complaint(String),
    Error(Error),
}

impl From<Fault> for Decided {
    fn from(fault: Fault) -> Self {
        Self::Error(fault.into())
    }
}

impl From<Error> for Decided {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Takes a decision with a reason, the letter held; `id` is what it is about.
pub(super) async fn decide<F>(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    id: &str,
    typed: &str,
    change: F,
) -> Result<HttpResponse, Error>
where
    F: FnOnce(&mut Tx<'_>, &OwnLetter, &str) -> Result<(), Decided> + Send + 'static,
{
    let reason = clean::prose(typed);
    let mut complaints = Complaints::default();
    complaints.required("reason", &reason, 2000, &say!("signatures-say-why"));
    // Whoever is no coordinator learns nothing of the form either: the page says 404 to them.
    let done = match complaints.at("reason") {
        Some(sentence) => Err(Decided::Complaint(sentence.to_owned())),
        None => holding(site, visitor, slug, move |tx, own| change(tx, own, &reason)).await,
    };
    match done {
        Ok(()) => Ok(redirect::to(format!("/letters/{slug}/queue?note=decided"))),
        Err(Decided::Complaint(sentence)) => {
            let complaint = Some(Complaint { id, typed, sentence: &sentence });
            let said = Said { complaint, ..Said::default() };
            answer(site, visitor, slug, StatusCode::UNPROCESSABLE_ENTITY, said).await
        }
        Err(Decided::Already(what)) => {
            let problem = Some(say!("signatures-decided-before", what = what));
            answer(site, visitor, slug, StatusCode::CONFLICT, Said { problem, ..Said::default() }).await
        }
        Err(Decided::Error(error)) => Err(error),
    }
}

async fn settle(
    site: Site,
    visitor: SignedIn,
    path: (Slug, QueueEntryId),
    form: ReasonForm,
    accepts: bool,
) -> Result<HttpResponse, Error> {
    let (slug, id) = path;
    let config = site.config.clone();
    decide(&site, &visitor, &slug, &id.to_string(), &form.reason, move |tx, own, reason| match queue::decide(
        tx,
        own,
        id,
        accepts,
        reason,
        &|path| config.address(path),
    ) {
        Ok(()) => Ok(()),
        Err(DecideError::NoSuchEntry) => Err(Error::NotFound.into()),
        Err(DecideError::Decided(decision)) => Err(Decided::Already(decision.in_words())),
        Err(DecideError::Fault(fault)) => Err(Decided::Error(fault.into())),
    })
    .await
}

/// `POST /letters/{slug}/queue/{entry}/acceptance` `reason`: the signature is on the list.
///
/// # Errors
/// 404 for everybody but the letter's coordinators, and for a signature of another letter; 422 without
/// a reason; 409 if it is decided already.
pub async fn accept(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, QueueEntryId)>,
    form: Posted<ReasonForm>,
) -> Result<HttpResponse, Error> {
    settle(site, visitor, path.into_inner(), form.0, true).await
}

/// `POST /letters/{slug}/queue/{entry}/refusal` `reason`: it is not, and is taken back.
///
/// # Errors
/// As [`accept`].
pub async fn refuse(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, QueueEntryId)>,
    form: Posted<ReasonForm>,
) -> Result<HttpResponse, Error> {
    settle(site, visitor, path.into_inner(), form.0, false).await
}
