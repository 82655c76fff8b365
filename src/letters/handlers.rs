//! Writing, publishing and closing a letter. (Reading it is [`crate::reading`].)

pub mod log;
pub mod press;
pub mod time;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::drafting::{self, Draft, DraftForm, SaveError};
use super::model::{self, Letter, Ordering};
use super::pages::{self, Compose, Composing};
use super::publication::{self, CloseError, OpenError, PublishError};
use crate::app::Site;
use crate::db::Moment;
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::people::SignedIn;
use crate::signatures;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn composed(status: StatusCode, page: &Compose<'_>) -> HttpResponse {
    let title = match page.composing {
        Composing::New => "A new letter",
        Composing::Draft(letter) | Composing::Locked(letter) => &letter.title,
    };
    frame::page_with(status, title, pages::compose(page))
}

/// `GET /letters/new`
///
/// # Errors
/// Asks to sign in.
pub async fn show_new(_: SignedIn) -> Result<HttpResponse, Error> {
    let (form, complaints) = (DraftForm::default(), Complaints::default());
    let page = Compose {
        composing: Composing::New,
        form: &form,
        complaints: &complaints,
        note: None,
        preview: None,
        moved: None,
    };
    Ok(composed(StatusCode::OK, &page))
}

/// The form as it was sent, with the preview that was asked for or with what is wrong.
fn shown_again(composing: Composing<'_>, form: &DraftForm, read: &Result<Draft, Complaints>) -> HttpResponse {
    let none = Complaints::default();
    let (status, complaints) = match read {
        Ok(_) => (StatusCode::OK, &none),
        Err(complaints) => (StatusCode::UNPROCESSABLE_ENTITY, complaints),
    };
    let preview = read.as_ref().ok().map(|draft| &draft.text);
    let note = preview.map(|_| "This is a preview. Nothing is saved yet.");
    composed(status, &Compose { composing, form, complaints, note, preview, moved: None })
}

/// `POST /letters/new`: anyone signed in; they coordinate it. `then=preview` saves nothing and
/// shows the letter as it will look.
///
/// # Errors
/// Asks to sign in.
pub async fn create(site: Site, visitor: SignedIn, form: Posted<DraftForm>) -> Result<HttpResponse, Error> {
    let form = form.0;
    let read = Draft::read(&form);
    let draft = match &read {
        Ok(draft) if form.then != "preview" => draft.clone(),
        _ => return Ok(shown_again(Composing::New, &form, &read)),
    };
    let person = visitor.person.id;
    let slug = drafting::address_for(&draft.text);
    let address = format!("/letters/{slug}/edit?note=saved");
    site.db.write::<_, Fault, _>(move |tx| drafting::add_letter(tx, &draft, &slug, person)).await?;
    Ok(redirect::to(address))
}

/// What stands behind `?note=`.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

async fn own(site: &Site, visitor: &SignedIn, slug: &Slug) -> Result<Letter, Error> {
    let (person, slug) = (visitor.person.id, slug.clone());
    let own = site.db.read(move |tx| model::find_own(tx, person, &slug)).await?;
    own.map(|own| own.letter().clone()).ok_or(Error::NotFound)
}

fn composing(letter: &Letter) -> Composing<'_> {
    if letter.opened_at.is_some() { Composing::Locked(letter) } else { Composing::Draft(letter) }
}

/// `GET /letters/{slug}/edit`: for its coordinators.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_edit(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<NoteQuery>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let letter = own(&site, &visitor, &slug).await?;
    let note = match query.note.as_str() {
        "saved" => Some("Saved."),
        "opened" => {
            Some("The text is locked, and those invited can sign it. It stays private until you publish it.")
        }
        "deadline" => Some("The deadline is moved."),
        "scheduled" => Some("Saved. It will be published by itself."),
        _ => None,
    };
    let (form, complaints) = (Draft::form_of(&letter), Complaints::default());
    let page = Compose {
        composing: composing(&letter),
        form: &form,
        complaints: &complaints,
        note,
        preview: None,
        moved: None,
    };
    Ok(composed(StatusCode::OK, &page))
}

/// `POST /letters/{slug}/edit`: saves the draft. If somebody else saved it meanwhile, both texts
/// come back (409) and neither is lost.
///
/// # Errors
/// 404 for everybody but its coordinators.
pub async fn edit(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<DraftForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let form = form.0;
    let letter = own(&site, &visitor, &slug).await?;
    let read = Draft::read(&form);
    let draft = match &read {
        Ok(draft) if form.then != "preview" => draft.clone(),
        _ => return Ok(shown_again(composing(&letter), &form, &read)),
    };
    let opened = form.version.parse().ok();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note=saved"));
    let saved = site.db.write(move |tx| {
        // An order by hand begins with the order that stood before.
        if draft.rule.ordering == Ordering::Hand
            && let Some(own) = model::hold_own(tx, person, &slug)?
        {
            signatures::keep_order(tx, own.letter())?;
        }
        drafting::save(tx, person, &slug, &draft, opened)
    });
    match saved.await {
        Ok(()) => Ok(redirect::to(address)),
        Err(SaveError::NoSuchLetter) => Err(Error::NotFound),
        Err(SaveError::TextMoved { letter }) => {
            let form = DraftForm { version: letter.version.to_string(), ..form };
            let (text, complaints) = (letter.text(), Complaints::default());
            let page = Compose {
                composing: composing(&letter),
                form: &form,
                complaints: &complaints,
                note: None,
                preview: None,
                moved: Some(&text),
            };
            Ok(composed(StatusCode::CONFLICT, &page))
        }
        Err(SaveError::TextLocked { letter }) => {
            let complaints = Complaints::about(
                "title",
                "The text of this letter is locked as a revision. Your changes are below and are not saved.",
            );
            let page = Compose {
                composing: Composing::Draft(&letter),
                form: &form,
                complaints: &complaints,
                note: None,
                preview: None,
                moved: None,
            };
            Ok(composed(StatusCode::CONFLICT, &page))
        }
        Err(SaveError::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /letters/{slug}/opening`: by a coordinator. Locks the saved text as revision 1 for the
/// signatures of those invited; the letter stays private.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 with the reason if it cannot be.
pub async fn open(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note=opened"));
    match site.db.write(move |tx| publication::open(tx, person, &slug)).await {
        Ok(_) => Ok(redirect::to(address)),
        Err(OpenError::NoSuchLetter) => Err(Error::NotFound),
        Err(OpenError::AlreadyOpened) => {
            Err(Error::Refused { why: "This letter is open for signatures already.".into() })
        }
        Err(OpenError::DeadlineIsOver) => Err(Error::Refused {
            why: "The deadline for signing is over, so nobody could sign. Choose a later deadline, save, and open the letter again.".into(),
        }),
        Err(OpenError::Fault(fault)) => Err(fault.into()),
    }
}

/// When to publish; at once if empty.
#[derive(Deserialize)]
pub struct PublicationForm {
    #[serde(default)]
    at: String,
}

fn publish_refused(refusal: PublishError) -> Error {
    match refusal {
        PublishError::NoSuchLetter => Error::NotFound,
        PublishError::AlreadyPublished => Error::Refused { why: "This letter is public already.".into() },
        PublishError::DeadlineIsOver => Error::Refused {
            why: "The deadline for signing would be over by then, so nobody could sign. Choose a later deadline, save, and publish again.".into(),
        },
        PublishError::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /letters/{slug}/publication`: by a coordinator. Locks the saved text as revision 1 and
/// makes it public, at once or at the moment `at`.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 with the reason if it cannot be.
pub async fn publish(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<PublicationForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let person = visitor.person.id;
    if form.0.at.trim().is_empty() {
        let address = format!("/letters/{slug}");
        site.db.write(move |tx| publication::publish(tx, person, &slug)).await.map_err(publish_refused)?;
        return Ok(redirect::to(address));
    }
    let letter = own(&site, &visitor, &slug).await?;
    let zone = letter.deadline_zone.clone().unwrap_or_default();
    let unreadable = |why: &str| Error::BadRequest { why: why.to_owned() };
    let at = dates::read(&form.0.at, &zone).map_err(|_| {
        unreadable(
            "This is no time at which a letter could be published. A time looks like 2026-12-14T13:00.",
        )
    })?;
    let at = Moment::from(at.at);
    if at <= site.db.now() {
        return Err(unreadable("That time is over. Choose a later one, or publish now."));
    }
    let address = format!("/letters/{slug}/edit?note=scheduled");
    site.db
        .write(move |tx| publication::schedule(tx, person, &slug, Some(at)))
        .await
        .map_err(publish_refused)?;
    Ok(redirect::to(address))
}

/// `POST /letters/{slug}/publication/cancellation`: it will not be published by itself.
///
/// # Errors
/// As [`publish`].
pub async fn cancel_publication(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note=saved"));
    site.db.write(move |tx| publication::schedule(tx, person, &slug, None)).await.map_err(publish_refused)?;
    Ok(redirect::to(address))
}

/// `POST /letters/{slug}/closing`: by a coordinator; nobody can sign any more.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if it is not open.
pub async fn close(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}"));
    match site.db.write(move |tx| publication::close(tx, person, &slug)).await {
        Ok(()) => Ok(redirect::to(address)),
        Err(CloseError::NoSuchLetter) => Err(Error::NotFound),
        Err(CloseError::NotOpen) => Err(Error::Refused {
            why: "This letter is not open for signatures, so there is nothing to close.".into(),
        }),
        Err(CloseError::Fault(fault)) => Err(fault.into()),
    }
}
