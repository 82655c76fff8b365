//! Preparing a signature, and approving or refusing it from a mail.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::{SignatureForm, read, stamped, tell_owners};
use crate::app::{App, Site};
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{Slug, TokenHash};
use crate::invitations;
use crate::letters::{Letter, Turn};
use crate::people::SignedIn;
use crate::signatures::model;
use crate::signatures::pages::preparing as pages;
use crate::signatures::preparing::{self, Approval, ApprovalError, ApproveError, Head, PrepareError};
use crate::signatures::signing::SignError;
use crate::text::complaints::Complaints;
use crate::text::{clean, markdown};
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn title_of(tx: &mut Tx<'_>, letter: &Letter) -> Result<String, Fault> {
    let count = model::count_signatories(tx, letter.id)?;
    Ok(letter.title.replace(markdown::COUNT, &count.to_string()))
}

fn refused(why: &str) -> Error {
    Error::Refused { why: why.to_owned() }
}

fn not_prepared(refusal: PrepareError) -> Error {
    match refusal {
        PrepareError::AlreadySigned => refused("Your organization has signed this letter already."),
        PrepareError::TextMoved => refused(
            "The text is not the one you were shown. Go back, load the page anew, read it, and prepare again.",
        ),
        PrepareError::NotAMember => refused(
            "This coalition has not confirmed your organization. Go back and choose another, or none.",
        ),
        PrepareError::NobodyToApprove => refused(
            "Nobody else in your organization has authority to sign, so there is nobody to approve it.",
        ),
        PrepareError::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /letters/{slug}/preparation`: the fields of the signing form, without `authority`. Anybody
/// who acts for the organization prepares its signature; the others with authority get a mail.
///
/// # Errors
/// Asks to sign in; 404 for a letter they may not see; 403 with the reason.
pub async fn prepare(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<SignatureForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, mut form) = (visitor.person, form.0);
    form.authority = "not needed to prepare".to_owned();
    let given = read(&form).map_err(|complaints| Error::BadRequest {
        why: complaints.iter().map(|(_, sentence)| sentence).collect::<Vec<_>>().join(" "),
    })?;
    let form_opened = site.forms_key.read_stamp(&stamped(&slug, person.id), &form.opened);
    let (config, back) = (site.config.clone(), format!("/letters/{slug}/sign?note=prepared#signing"));
    site.db
        .write::<_, Error, _>(move |tx| {
            let letter = match invitations::hold_turn(tx, &slug, Some(person.id), form_opened)? {
                Some(Turn::Open(open)) => open,
                Some(Turn::Closed(_)) => {
                    return Err(refused(
                        "This letter can no longer be signed: its time for signing is over.",
                    ));
                }
                None => return Err(Error::NotFound),
            };
            let organization = match form.organization.trim().parse() {
                Ok(wanted) => preparing::find_preparable(tx, person.id, &wanted)?,
                Err(()) => None,
            };
            let organization = organization.ok_or_else(|| {
                refused("You can prepare a signature for an organization whose people you belong to.")
            })?;
            let head = Head { title: title_of(tx, letter.letter())?, address: &|path| config.address(path) };
            preparing::prepare(tx, &person, &organization, &letter, &given, form_opened, &head)
                .map_err(not_prepared)
        })
        .await?;
    Ok(redirect::to(back))
}

fn link_is_over(refusal: ApprovalError) -> Error {
    let over = |why: &str| Error::LinkOver { why: why.to_owned(), next: ("Your desk", "/desk") };
    match refusal {
        ApprovalError::NoSuchLink => {
            over("The address may not be whole, or you have no authority for this organization any more.")
        }
        ApprovalError::Approved => over("The signature is approved already, and given."),
        ApprovalError::Refused => over("The signature was refused. It would have to be prepared again."),
        ApprovalError::Over => {
            over("A newer one was prepared, or this one has waited too long. Look for the newest mail.")
        }
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
        let approval = preparing::find_approval(tx, &hash)?;
        let count = model::count_signatories(tx, approval.letter.letter().id)?;
        let standing = approval.letter.letter().standing(tx.now());
        Ok((approval, count, standing))
    });
    let (approval, count, standing) = found.await.map_err(link_is_over)?;
    let page = pages::approval(token, &approval, count, standing, complaints);
    Ok(frame::work(status, "Approve a signature", &[], page))
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
}

fn give(
    tx: &mut Tx<'_>,
    token: &TokenHash,
    address: impl Fn(&str) -> String,
) -> Result<Approval, ApproveError> {
    let approval = preparing::approve(tx, token)?;
    let letter = &approval.letter;
    let title = title_of(tx, letter.letter())?;
    let name = &approval.prepared.representative_name;
    tell_owners(tx, &approval.organization, letter, &title, name, address)?;
    Ok(approval)
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
        let complaints =
            Complaints::about("authority", "Tick that you are authorised to sign for the organization.");
        return shown(&site, &token, StatusCode::UNPROCESSABLE_ENTITY, &complaints).await;
    }
    let (hash, config) = (TokenHash::of(&token), site.config.clone());
    let given = site.db.write(move |tx| give(tx, &hash, |path| config.address(path))).await;
    match given {
        Ok(approval) => {
            let sentence = format!("The name of {} stands under this letter.", approval.organization.name);
            let page = pages::settled("Signed", &sentence, &approval.letter.letter().slug);
            Ok(frame::page("Signed", page))
        }
        Err(ApproveError::Link(refusal)) => Err(link_is_over(refusal)),
        Err(ApproveError::Closed) => {
            Err(refused("This letter can no longer be signed: its time for signing is over."))
        }
        Err(ApproveError::Sign(SignError::TextMoved)) => {
            shown(&site, &token, StatusCode::CONFLICT, &Complaints::default()).await
        }
        Err(ApproveError::Sign(SignError::AlreadySigned)) => {
            Err(refused("Your organization has signed this letter already."))
        }
        Err(ApproveError::Sign(SignError::NotAMember)) => Err(refused(
            "The coalition that was chosen does not count your organization among its members any more. The signature has to be prepared again.",
        )),
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
        let approval = preparing::find_approval(tx, &hash)?;
        let letter = approval.letter.letter();
        let head = Head { title: title_of(tx, letter)?, address: &|path| config.address(path) };
        preparing::refuse(tx, &hash, &reason, &head)?;
        Ok(letter.slug.clone())
    });
    let slug = slug.await.map_err(link_is_over)?;
    let page = pages::settled("Refused", "Nothing is signed. Whoever prepared it gets a mail.", &slug);
    Ok(frame::page("Refused", page))
}
