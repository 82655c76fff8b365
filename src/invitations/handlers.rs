//! The personal link: reading, going on to sign, declining. (The coordinators' board is [`board`].)

pub mod asking;
pub mod board;

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::answering;
use super::model::Invitation;
use super::pages::{self, Guest};
use crate::app::Site;
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::TokenHash;
use crate::letters::{self, Letter, LetterText, Standing};
use crate::people::{self, Visitor};
use crate::signatures;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::markdown;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// What every link says that is none of ours, or none any more.
fn link_is_over() -> Error {
    Error::LinkOver { why: say!("invitations-link-over"), next: (say!("invitations-to-letters"), "/") }
}

/// Everything the page of a link shows.
struct Shown {
    invitation: Invitation,
    letter: Letter,
    text: LetterText,
    count: usize,
    from: Option<String>,
    now: Moment,
}

impl Shown {
    fn title(&self) -> String {
        let count = pages::shown_count(&self.text, self.count);
        self.text.title.replace(markdown::COUNT, &count)
    }
}

fn look(tx: &mut Tx<'_>, token: &TokenHash) -> Result<Option<Shown>, Fault> {
    let Some((invitation, letter)) = answering::find_with_letter(tx, token)? else { return Ok(None) };
    let text = match letters::find_locked(tx, letter.id)? {
        Some(locked) => locked.revision().text(),
        None => letter.text(),
    };
    let from = match invitation.invited_by {
        Some(by) => people::find_person(tx, by)?.map(|person| person.name),
        None => None,
    };
    let count = signatures::count_signatories(tx, letter.id)?;
    Ok(Some(Shown { invitation, letter, text, count, from, now: tx.now() }))
}

/// The page may stand in no cache and no index: its address is the permission to read it.
fn private(mut answer: HttpResponse) -> HttpResponse {
    answer
        .headers_mut()
        .insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    answer
}

/// `GET /invitations/{token}`: the exact text, for whoever has the link, without an account. Opening
/// it notes nothing: mail scanners open links.
///
/// # Errors
/// 410 for a link that was revoked or never existed.
pub async fn show(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let months = site.config.accounts.retention_months;
    let shown = site.db.read::<_, Fault, _>(move |tx| {
        let Some(shown) = look(tx, &hash)? else { return Ok(None) };
        let kept = letters::retention_of(tx, shown.letter.id, months)?;
        let in_words = kept.in_words(&shown.letter, shown.now);
        Ok(Some((shown, in_words)))
    });
    let (shown, retention) = shown.await?.ok_or_else(link_is_over)?;
    let guest = Guest {
        token: &token,
        invitation: &shown.invitation,
        letter: &shown.letter,
        text: &shown.text,
        count: shown.count,
        from: shown.from.as_deref(),
        retention: &retention,
        standing: shown.letter.standing(shown.now),
    };
    let page = frame::work(StatusCode::OK, &shown.title(), &["invitation.js"], pages::guest(&guest));
    Ok(private(page))
}

/// `POST /invitations/{token}/opening`: the page's script says that it is shown in a browser.
///
/// # Errors
/// 410 for a link that was revoked or never existed.
pub async fn note_opened(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    site.db
        .write::<_, Error, _>(move |tx| {
            let (invitation, _) = answering::find_with_letter(tx, &hash)?.ok_or_else(link_is_over)?;
            Ok(answering::note_opened(tx, &invitation)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /invitations/{token}/acceptance`: on to sign, for people with an account; to registering,
/// which keeps the invitation, for others.
///
/// # Errors
/// 410 for a link that was revoked or never existed; 403 for a letter that cannot be signed.
pub async fn accept(site: Site, visitor: Visitor, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let person = visitor.person.map(|person| person.id);
    let letter = site.db.write::<_, Error, _>(move |tx| {
        let (invitation, letter) = answering::find_with_letter(tx, &hash)?.ok_or_else(link_is_over)?;
        match letter.standing(tx.now()) {
            Standing::Open { .. } => {}
            Standing::Draft => {
                return Err(Error::Refused { why: say!("invitations-still-draft") });
            }
            Standing::Closed { .. } => {
                return Err(Error::Refused { why: say!("invitations-time-over") });
            }
        }
        answering::go_on(tx, &invitation, person)?;
        Ok(letter)
    });
    let letter = letter.await?;
    Ok(match person {
        Some(_) => redirect::to(format!("/letters/{}/sign", letter.slug)),
        None => redirect::to(format!("/register?invitation={token}")),
    })
}

/// `GET /invitations/{token}/decline`: one button, and room for a reason.
///
/// # Errors
/// 410 for a link that was revoked or never existed.
pub async fn show_decline(site: Site, token: web::Path<String>) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let shown = site.db.read(move |tx| look(tx, &hash)).await?.ok_or_else(link_is_over)?;
    let page = pages::decline(&token, &shown.invitation, &shown.title(), "", &Complaints::default());
    Ok(private(frame::work(StatusCode::OK, &say!("invitations-decline"), &[], page)))
}

/// Why they will not sign.
#[derive(Deserialize)]
pub struct DeclineForm {
    #[serde(default)]
    reason: String,
}

/// A reason has as many characters at most; a longer one is a mail.
const LONGEST_REASON: usize = 2000;

/// `POST /invitations/{token}/decline` `reason`: they will not sign, and get no more mails about
/// this letter. Signing takes it back.
///
/// # Errors
/// 410 for a link that was revoked or never existed; 403 where the organization has signed.
pub async fn decline(
    site: Site,
    token: web::Path<String>,
    form: Posted<DeclineForm>,
) -> Result<HttpResponse, Error> {
    let hash = TokenHash::of(&token);
    let reason = clean::prose(&form.0.reason);
    let mut complaints = Complaints::default();
    complaints.at_most("reason", &reason, LONGEST_REASON);
    if !complaints.is_empty() {
        let shown = site.db.read(move |tx| look(tx, &hash)).await?.ok_or_else(link_is_over)?;
        let page = pages::decline(&token, &shown.invitation, &shown.title(), &reason, &complaints);
        return Ok(private(frame::work(
            StatusCode::UNPROCESSABLE_ENTITY,
            &say!("invitations-decline"),
            &[],
            page,
        )));
    }
    let config = site.config.clone();
    site.db
        .write::<_, Error, _>(move |tx| {
            let (invitation, letter) = answering::find_with_letter(tx, &hash)?.ok_or_else(link_is_over)?;
            if answering::decline(tx, &invitation, &reason)? {
                if let Some(listed) = invitation.signature_id {
                    signatures::take_off_declined(tx, &letter, listed, &|path| config.address(path))?;
                }
                return Ok(());
            }
            Err(Error::Refused { why: say!("invitations-has-signed-refused") })
        })
        .await?;
    Ok(redirect::to(format!("/invitations/{token}/decline")))
}
