//! Preparing a signature, and approving or refusing it from a mail.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, REFERRER_POLICY};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::shown::look_again;
use super::{SignatureForm, answer, read, stamped};
use crate::app::{App, Site};
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{Slug, TokenHash};
use crate::invitations;
use crate::letters::{Letter, Turn};
use crate::people::SignedIn;
use crate::signatures::approving::{self, Approval, ApprovalError, ApproveError};
use crate::signatures::pages::preparing as pages;
use crate::signatures::preparing::{self, Head, PrepareError};
use crate::signatures::signing::SignError;
use crate::signatures::{counting, declaring};
use crate::text::complaints::Complaints;
use crate::text::words::{Words, say};
use crate::text::{clean, markdown, speaking};
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn title_of(tx: &mut Tx<'_>, letter: &Letter) -> Result<String, Fault> {
    let count = counting::count_signatories(tx, letter.id)?;
    Ok(letter.title.replace(markdown::COUNT, &count.to_string()))
}

fn refused(why: String) -> Error {
    Error::Refused { why }
}

/// Why nothing was prepared, before or in [`preparing::prepare`].
enum Refusal {
    Error(Error),
    Prepare(PrepareError),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Error(fault.into())
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// The status and the complaint with which the form is shown again.
fn not_prepared(refusal: Refusal) -> Result<(StatusCode, Complaints), Error> {
    match refusal {
        Refusal::Prepare(PrepareError::TextMoved) => Ok((
            StatusCode::CONFLICT,
            Complaints::about("signing", say!("signatures-not-the-shown-text-to-prepare")),
        )),
        Refusal::Prepare(PrepareError::NotAMember) => Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            Complaints::about("group", say!("signatures-not-a-member")),
        )),
        Refusal::Prepare(PrepareError::AlreadySigned) => Err(refused(say!("signatures-signed-already"))),
        Refusal::Prepare(PrepareError::NobodyToApprove) => Err(refused(say!("signatures-nobody-to-approve"))),
        Refusal::Prepare(PrepareError::Fault(fault)) => Err(Error::Fault(fault)),
        Refusal::Error(error) => Err(error),
    }
}

/// `POST /letters/{slug}/preparation`: the fields of the signing form, without `authority`. Anybody
/// who acts for the organization prepares its signature; the others with authority get a mail.
///
/// # Errors
/// Asks to sign in; 404 for a letter they may not see; 403 with the reason. 409, with the form and
/// what was typed, if the text moved; 422 if a field needs another look; 429 very often.
pub async fn prepare(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<SignatureForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, mut form) = (visitor.person, form.0);
    form.authority = "yes".to_owned();
    let (status, complaints) = match read(&form) {
        Err(complaints) => (StatusCode::UNPROCESSABLE_ENTITY, complaints),
        Ok(given) => {
            // Each time those with authority get a mail: nobody changes their mind ten times over.
            if !site.limits.mail_to(&format!("{slug} prepared-by {}", person.id)) {
                return Err(Error::TooMany { why: say!("signatures-prepared-very-often"), seconds: 3600 });
            }
            let form_opened = site.forms_key.read_stamp(&stamped(&slug, person.id), &form.opened);
            let (config, at, who) = (site.config.clone(), slug.clone(), person.clone());
            let wanted = form.organization.clone();
            let prepared = site.db.write::<_, Refusal, _>(move |tx| {
                let letter = match invitations::hold_turn(tx, &at, Some(who.id), form_opened)? {
                    Some(Turn::Open(open)) => open,
                    Some(Turn::Closed(_)) => {
                        return Err(refused(say!("signatures-signing-is-over")).into());
                    }
                    None => return Err(Error::NotFound.into()),
                };
                let organization = match wanted.trim().parse() {
                    Ok(wanted) => preparing::find_preparable(tx, who.id, &wanted)?,
                    Err(()) => None,
                };
                let organization =
                    organization.ok_or_else(|| refused(say!("signatures-not-yours-to-prepare")))?;
                let title = title_of(tx, letter.letter())?;
                let head = Head { title, address: &|path| config.address(path) };
                preparing::prepare(tx, &who, &organization, &letter, &given, form_opened, &head)
                    .map_err(Refusal::Prepare)
            });
            match prepared.await {
                Ok(()) => return Ok(redirect::to(format!("/letters/{slug}/sign?note=prepared#signing"))),
                Err(refusal) => not_prepared(refusal)?,
            }
        }
    };
    let wanted = form.organization.clone();
    let before = (status == StatusCode::CONFLICT).then(|| form.revision.clone());
    let id = person.id;
    let shown = site.db.read(move |tx| look_again(tx, &slug, id, &wanted, before.as_deref()));
    let shown = shown.await?.ok_or(Error::NotFound)?;
    Ok(answer(&site, status, &shown, &person, &form.typed(), &complaints, None))
}

fn link_is_over(refusal: ApprovalError) -> Error {
    let over = |why: String| Error::LinkOver { why, next: (say!("web-your-desk"), "/desk") };
    match refusal {
        ApprovalError::NoSuchLink => over(say!("signatures-approval-leads-nowhere")),
        ApprovalError::OwnPreparation => over(say!("signatures-approval-own")),
        ApprovalError::Approved => over(say!("signatures-approval-approved")),
        ApprovalError::Refused => over(say!("signatures-approval-refused")),
        ApprovalError::Over => over(say!("signatures-approval-over")),
        ApprovalError::Fault(fault) => Error::Fault(fault),
    }
}

async fn shown(
    site: &App,
    token: &str,
    status: StatusCode,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(token);
    let found = site.db.read::<_, ApprovalError, _>(move |tx| {
        let approval = approving::find_approval(tx, &hash)?;
        let count = counting::count_signatories(tx, approval.letter.letter().id)?;
        let standing = approval.letter.letter().standing(tx.now());
        Ok((approval, count, standing))
    });
    let (approval, count, standing) = found.await.map_err(link_is_over)?;
    let page = pages::approval(token, &approval, count, standing, complaints);
    Ok(by_link(frame::work(status, &say!("signatures-approve-title"), &[], page)))
}

/// The address is the permission: no page that is gone on to is told it.
fn by_link(mut answer: HttpResponse) -> HttpResponse {
    answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    answer
}

/// `GET /approvals/{token}`: the exact text, what is declared, and two buttons. Opening it changes
/// nothing: mail scanners open links.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn show_approval(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    shown(&site, &token, StatusCode::OK, &Complaints::default()).await
}

/// What is declared with an approval.
#[derive(Deserialize)]
pub struct ApprovalForm {
    #[serde(default)]
    authority: String,
    /// In which language the words that are declared were read.
    #[serde(default)]
    language: String,
}

fn give(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    read_in: Words,
    address: &dyn Fn(&str) -> String,
) -> Result<Approval, ApproveError> {
    let letter = approving::find_approval(tx, token).map_err(ApproveError::Link)?.letter;
    let head = Head { title: title_of(tx, letter.letter())?, address: &address };
    speaking::in_words(read_in, || approving::approve(tx, token, &head))
}

/// `POST /approvals/{token}` `authority`: puts the organization's name under the letter. The link
/// went to the confirmed address of a person with authority, so it is enough without signing in;
/// whoever presses the button declares to be that person.
///
/// # Errors
/// 410 for a link that is used, over or forged; 409 if the text moved; 403 once the letter is closed.
pub async fn approve(
    site: Site,
    token: web::Path<String>,
    form: Posted<ApprovalForm>,
) -> Result<HttpResponse, Error> {
    if form.0.authority.trim().is_empty() {
        let complaints = Complaints::about("authority", say!("signatures-tick-authority"));
        return shown(&site, &token, StatusCode::UNPROCESSABLE_ENTITY, &complaints).await;
    }
    let (hash, config) = (TokenHash::of(&token), site.config.clone());
    let read_in = declaring::shown_in(&form.0.language);
    let given = site.db.write(move |tx| give(tx, &hash, read_in, &|path| config.address(path))).await;
    match given {
        Ok(approval) => {
            let name = &approval.organization.name;
            let (heading, sentence) = match approval.keeps {
                Some(_) => {
                    (say!("signatures-approved-kept-title"), say!("signatures-approved-kept", name = name))
                }
                None if approval.prepared.withheld => (
                    say!("signatures-approved-signed-title"),
                    say!("signatures-approved-withheld", name = name),
                ),
                None => (
                    say!("signatures-approved-signed-title"),
                    say!("signatures-approved-signed", name = name),
                ),
            };
            let page = pages::settled(&heading, &sentence, &approval.letter.letter().slug);
            Ok(by_link(frame::page(&heading, page)))
        }
        Err(ApproveError::Link(refusal)) => Err(link_is_over(refusal)),
        Err(ApproveError::Closed) => Err(refused(say!("signatures-signing-is-over"))),
        Err(ApproveError::Sign(SignError::TextMoved)) => {
            shown(&site, &token, StatusCode::CONFLICT, &Complaints::default()).await
        }
        Err(ApproveError::Sign(SignError::AlreadySigned)) => Err(refused(say!("signatures-signed-already"))),
        Err(ApproveError::Sign(SignError::NotAMember)) => {
            Err(refused(say!("signatures-approval-not-a-member")))
        }
        // Two persons give this signature.
        Err(ApproveError::Sign(SignError::NeedsAnother)) => {
            Err(Fault::new("a signature of two persons needed another").into())
        }
        Err(ApproveError::Sign(SignError::Fault(fault))) => Err(fault.into()),
    }
}

/// Why it is refused.
#[derive(Deserialize)]
pub struct RefusalForm {
    #[serde(default)]
    reason: String,
}

/// `POST /approvals/{token}/refusal` `reason`: nothing is signed, and whoever prepared it gets a
/// mail.
///
/// # Errors
/// 410 for a link that is used, over or forged.
pub async fn refuse(
    site: Site,
    token: web::Path<String>,
    form: Posted<RefusalForm>,
) -> Result<HttpResponse, Error> {
    let (hash, config) = (TokenHash::of(&token), site.config.clone());
    let reason: String = clean::prose(&form.0.reason).chars().take(2000).collect();
    let slug = site.db.write(move |tx| {
        let approval = approving::find_approval(tx, &hash)?;
        let letter = approval.letter.letter();
        let head = Head { title: title_of(tx, letter)?, address: &|path| config.address(path) };
        approving::refuse(tx, &hash, &reason, &head)?;
        Ok(letter.slug.clone())
    });
    let slug = slug.await.map_err(link_is_over)?;
    let heading = say!("signatures-refused-title");
    let page = pages::settled(&heading, &say!("signatures-refused"), &slug);
    Ok(by_link(frame::page(&heading, page)))
}
