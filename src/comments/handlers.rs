//! Comments: the draft paragraph by paragraph, writing, answering, resolving.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::model::{self, CommentError, CommentForm, Discussion, NewComment};
use super::pages::{self, Answering, Show};
use super::settling::{self, Settling};
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{CommentId, Slug, TokenHash};
use crate::invitations;
use crate::people::{Person, SignedIn, Visitor};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// What is shown of the comments, and what stands behind `?note=`.
#[derive(Deserialize)]
pub struct ShowQuery {
    #[serde(default)]
    show: String,
    #[serde(default)]
    note: String,
}

impl ShowQuery {
    fn show(&self) -> Show {
        match self.show.as_str() {
            "open" => Show::Open,
            "red-lines" => Show::RedLines,
            _ => Show::All,
        }
    }

    fn note(&self) -> Option<String> {
        match self.note.as_str() {
            "sent" => Some(say!("comments-note-sent")),
            "answered" => Some(say!("comments-note-answered")),
            "resolved" => Some(say!("comments-note-resolved")),
            "reopened" => Some(say!("comments-note-reopened")),
            _ => None,
        }
    }
}

/// A page that stands in no index: the address of some of these is the permission to read them.
fn page(status: StatusCode, discussion: &pages::Page<'_>) -> HttpResponse {
    let title = say!("comments-title-of", title = discussion.discussion.letter.shown_title());
    let mut answer = frame::work(status, &title, &["invitation.js"], pages::discussion(discussion));
    let name = HeaderName::from_static("x-robots-tag");
    answer.headers_mut().insert(name, HeaderValue::from_static("noindex, nofollow"));
    answer
}

fn link_is_over() -> Error {
    Error::LinkOver { why: say!("comments-link-over"), next: (say!("comments-to-letters"), "/") }
}

/// How somebody comes to a discussion.
#[derive(Clone)]
enum Way {
    /// By the link of an invitation, signed in or not.
    Link(TokenHash, Option<Box<Person>>),
    /// Signed in.
    Desk(Slug, Box<Person>),
}

impl Way {
    fn find(&self, tx: &mut Tx<'_>) -> Result<Discussion, Error> {
        match self {
            Self::Link(token, person) => {
                let invitation = invitations::find_by_token(tx, token)?.ok_or_else(link_is_over)?;
                let person = person.as_ref().map(|person| (**person).clone());
                model::discussion_of(tx, invitation, person)?.ok_or_else(link_is_over)
            }
            Self::Desk(slug, person) => model::find_discussion(tx, person, slug)?.ok_or(Error::NotFound),
        }
    }
}

async fn shown(site: &Site, way: Way, base: &str, query: &ShowQuery) -> Result<HttpResponse, Error> {
    let (discussion, now) = site.db.read::<_, Error, _>(move |tx| Ok((way.find(tx)?, tx.now()))).await?;
    let note = query.note();
    let shown = pages::Page {
        discussion: &discussion,
        base,
        show: query.show(),
        note: note.as_deref(),
        typed: &CommentForm::default(),
        complaints: &Complaints::default(),
        answering: None,
        now,
    };
    Ok(page(StatusCode::OK, &shown))
}

async fn add(site: &Site, way: Way, base: &str, form: CommentForm) -> Result<HttpResponse, Error> {
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    let complaints = match NewComment::read(&form) {
        Ok(new) => {
            let (config, way) = (site.config.clone(), way.clone());
            let added = site
                .db
                .write::<_, Error, _>(move |tx| {
                    let discussion = way.find(tx)?;
                    match model::add(tx, &discussion, &new, |path| config.address(path)) {
                        Err(CommentError::Fault(fault)) => Err(fault.into()),
                        answer => Ok(answer),
                    }
                })
                .await?;
            match added {
                Ok(id) => return Ok(redirect::to(format!("{base}?note=sent#c-{id}"))),
                Err(CommentError::Closed) => {
                    status = StatusCode::FORBIDDEN;
                    Complaints::about("body", say!("comments-locked-meanwhile"))
                }
                Err(CommentError::NoSuchParagraph) => Complaints::about("body", say!("comments-moved")),
                Err(CommentError::TooMany) => Complaints::about("body", say!("comments-too-many")),
                Err(CommentError::Fault(fault)) => return Err(fault.into()),
            }
        }
        Err(complaints) => complaints,
    };
    let (discussion, now) = site.db.read::<_, Error, _>(move |tx| Ok((way.find(tx)?, tx.now()))).await?;
    let (typed, complaints) = (&form, &complaints);
    let (show, note, answering) = (Show::All, None, None);
    let shown = pages::Page { discussion: &discussion, base, show, note, typed, complaints, answering, now };
    Ok(page(status, &shown))
}

/// `GET /invitations/{token}/comments`: the draft paragraph by paragraph for whoever holds the link,
/// with their own comments; no account is asked for.
///
/// # Errors
/// 410 for a link that was revoked or never existed.
pub async fn show_by_link(
    site: Site,
    visitor: Visitor,
    token: web::Path<String>,
    query: web::Query<ShowQuery>,
) -> Result<HttpResponse, Error> {
    let way = Way::Link(TokenHash::of(&token), visitor.person.map(Box::new));
    shown(&site, way, &format!("/invitations/{token}/comments"), &query).await
}

/// `POST /invitations/{token}/comments`: comments in the name that the invitation carries, or that is
/// typed. The coordinators get a mail, at most once an hour.
///
/// # Errors
/// 410 for a link that was revoked or never existed; 403 when the text is locked.
pub async fn comment_by_link(
    site: Site,
    visitor: Visitor,
    token: web::Path<String>,
    form: Posted<CommentForm>,
) -> Result<HttpResponse, Error> {
    let way = Way::Link(TokenHash::of(&token), visitor.person.map(Box::new));
    add(&site, way, &format!("/invitations/{token}/comments"), form.0).await
}

/// `GET /letters/{slug}/comments`: all comments for its coordinators, their own for those invited.
///
/// # Errors
/// Asks to sign in; 404 for everybody else.
pub async fn show(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<ShowQuery>,
) -> Result<HttpResponse, Error> {
    let base = format!("/letters/{slug}/comments");
    shown(&site, Way::Desk(slug.into_inner(), Box::new(visitor.person)), &base, &query).await
}

/// `POST /letters/{slug}/comments`: by its coordinators and those invited.
///
/// # Errors
/// 404 for everybody else; 403 when the text is locked.
pub async fn comment(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<CommentForm>,
) -> Result<HttpResponse, Error> {
    let base = format!("/letters/{slug}/comments");
    add(&site, Way::Desk(slug.into_inner(), Box::new(visitor.person)), &base, form.0).await
}

/// The letter and the comment that an address names.
fn named(path: web::Path<(Slug, String)>) -> Result<(Slug, CommentId), Error> {
    let (slug, id) = path.into_inner();
    Ok((slug, id.parse().map_err(|_| Error::NotFound)?))
}

/// The answer to a comment.
#[derive(Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    answer: String,
}

/// An answer is shorter than a letter.
const LONGEST_ANSWER: usize = 5000;

/// `POST /letters/{slug}/comments/{id}/answer`: a coordinator answers; the author gets a mail, unless
/// their address had many in the last hour.
///
/// # Errors
/// 404 for everybody but its coordinators; 422, with the words kept, for an answer without words or
/// too long.
pub async fn answer(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<AnswerForm>,
) -> Result<HttpResponse, Error> {
    let words = clean::prose(&form.0.answer);
    let (slug, id) = named(path)?;
    let (person, letter) = (visitor.person.id, slug.clone());
    let recipient = site
        .db
        .read::<_, Fault, _>(move |tx| {
            let found = settling::find_own_comment(tx, person, &letter, id)?;
            found.map(|(letter, comment)| settling::find_recipient(tx, &letter, &comment)).transpose()
        })
        .await?
        .ok_or(Error::NotFound)?;
    let mut complaints = Complaints::default();
    complaints.required("answer", words.trim(), LONGEST_ANSWER, &say!("comments-answer-missing"));
    if !complaints.is_empty() {
        let base = format!("/letters/{slug}/comments");
        let way = Way::Desk(slug, Box::new(visitor.person));
        let (discussion, now) = site.db.read::<_, Error, _>(move |tx| Ok((way.find(tx)?, tx.now()))).await?;
        let shown = pages::Page {
            discussion: &discussion,
            base: &base,
            show: Show::All,
            note: None,
            typed: &CommentForm::default(),
            complaints: &complaints,
            answering: Some(Answering { comment: id, words: &form.0.answer }),
            now,
        };
        return Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &shown));
    }
    let tell = recipient.is_some_and(|recipient| site.limits.mail_to(&recipient.email));
    settle(&site, visitor, slug, id, Settling::Answer { words, tell }, "answered").await
}

/// `POST /letters/{slug}/comments/{id}/resolution`: by a coordinator.
///
/// # Errors
/// 404 for everybody but its coordinators.
pub async fn resolve(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = named(path)?;
    settle(&site, visitor, slug, id, Settling::Resolve, "resolved").await
}

/// `POST /letters/{slug}/comments/{id}/reopening`: by a coordinator.
///
/// # Errors
/// 404 for everybody but its coordinators.
pub async fn reopen(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = named(path)?;
    settle(&site, visitor, slug, id, Settling::Reopen, "reopened").await
}

async fn settle(
    site: &Site,
    visitor: SignedIn,
    slug: Slug,
    id: CommentId,
    settling: Settling,
    note: &str,
) -> Result<HttpResponse, Error> {
    let (person, config) = (visitor.person, site.config.clone());
    let address = format!("/letters/{slug}/comments?note={note}#c-{id}");
    let done = site
        .db
        .write(move |tx| settling::settle(tx, &person, &slug, id, &settling, |path| config.address(path)))
        .await?;
    if done { Ok(redirect::to(address)) } else { Err(Error::NotFound) }
}
