//! Writing a letter: a new one, one after an earlier letter, a draft that several people save.

use actix_web::http::StatusCode;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::own;
use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::Slug;
use crate::letters::drafting::{self, Draft, DraftForm, SaveError};
use crate::letters::pages::composing::{self as pages, Compose, Composing, Moved};
use crate::letters::pages::steps::Times;
use crate::letters::retention;
use crate::letters::templates;
use crate::letters::{self, Letter, Ordering};
use crate::people::SignedIn;
use crate::signatures;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::limits::made_many;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn composed(status: StatusCode, page: &Compose<'_>) -> HttpResponse {
    let title = match page.composing {
        Composing::New { .. } => say!("letters-new"),
        Composing::Draft(letter) | Composing::Overtaken(letter) | Composing::Locked(letter) => {
            letter.shown_title()
        }
    };
    frame::work(status, &title, &["draft.js"], pages::compose(page))
}

/// What a new letter is begun with.
#[derive(Deserialize)]
pub struct NewQuery {
    #[serde(default)]
    from: String,
}

/// `GET /letters/new`. With `?from={slug}` the form holds the text and the rule of that letter, if
/// the person coordinates it or it is public.
///
/// # Errors
/// Asks to sign in; 404 for a letter that the person may not read.
pub async fn show_new(
    site: Site,
    visitor: SignedIn,
    query: web::Query<NewQuery>,
) -> Result<HttpResponse, Error> {
    let person = visitor.person.id;
    let from: Option<Slug> = match query.from.as_str() {
        "" => None,
        from => Some(from.parse().map_err(|()| Error::NotFound)?),
    };
    let (mut form, earlier) = match from {
        None => {
            let own = site.db.read(move |tx| letters::letters_of(tx, person)).await?;
            (DraftForm::default(), own)
        }
        Some(from) => {
            let found = site.db.read(move |tx| templates::find_template(tx, person, &from)).await?;
            (found.ok_or(Error::NotFound)?, Vec::new())
        }
    };
    form.retention = site.config.accounts.retention_months.to_string();
    let note = (!query.from.is_empty()).then(|| say!("letters-note-from-earlier"));
    let page = Compose {
        composing: Composing::New { earlier: &earlier },
        form: &form,
        complaints: &Complaints::default(),
        note: note.as_deref(),
        preview: None,
        moved: None,
        times: Times::default(),
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
    let preview = read.as_ref().ok();
    let note = preview.map(|_| say!("letters-note-preview"));
    composed(
        status,
        &Compose {
            composing,
            form,
            complaints,
            note: note.as_deref(),
            preview,
            moved: None,
            times: Times::default(),
        },
    )
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
        _ => return Ok(shown_again(Composing::New { earlier: &[] }, &form, &read)),
    };
    let person = visitor.person.id;
    if !site.limits.may_make(person) {
        let wait = Err(Complaints::about("title", made_many()));
        return Ok(shown_again(Composing::New { earlier: &[] }, &form, &wait));
    }
    let slug = drafting::address_for(&draft.text);
    let address = format!("/letters/{slug}/edit?note=saved");
    let months = site.config.accounts.retention_months;
    site.db
        .write::<_, Fault, _>(move |tx| {
            let own = drafting::add_letter(tx, &draft, &slug, person)?;
            retention::set_retention(tx, own.letter(), draft.retention, months).map(|_| ())
        })
        .await?;
    Ok(redirect::to(address))
}

/// What stands behind `?note=`.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
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
        "saved" => Some(say!("letters-note-saved")),
        "retention-stays" => Some(say!("letters-note-retention-stays")),
        "imported" => Some(say!("letters-note-imported")),
        "opened" => Some(say!("letters-note-opened")),
        "deadline" => Some(say!("letters-note-deadline")),
        "scheduled" => Some(say!("letters-note-scheduled")),
        _ => None,
    };
    let (mut form, complaints) = (Draft::form_of(&letter), Complaints::default());
    let (id, months) = (letter.id, site.config.accounts.retention_months);
    let kept = site.db.read(move |tx| retention::retention_of(tx, id, months)).await?;
    form.retention = kept.months.to_string();
    let page = Compose {
        composing: composing(&letter),
        form: &form,
        complaints: &complaints,
        note: note.as_deref(),
        preview: None,
        moved: None,
        times: Times::default(),
    };
    Ok(composed(StatusCode::OK, &page))
}

/// The letter's page again, where one of the times under its form needs another look.
pub(super) fn with_times(letter: &Letter, times: Times<'_>, complaints: &Complaints) -> HttpResponse {
    let form = Draft::form_of(letter);
    let composing = composing(letter);
    let page = Compose { composing, form: &form, complaints, note: None, preview: None, moved: None, times };
    composed(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// What the page's script is told after it has saved by itself; never a page, which it could not show.
fn told(status: StatusCode, version: Option<i32>) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(serde_json::json!({ "version": version }))
}

/// `POST /letters/{slug}/edit`: saves the draft. If somebody else saved it meanwhile, both texts and
/// their difference come back (409) and neither is lost. `then=autosave` is the page's script, which
/// gets the new version as JSON (200), or 409, or 422 for what cannot be saved like this.
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
    let by_itself = form.then == "autosave";
    let draft = match &read {
        Ok(draft) if form.then != "preview" => draft.clone(),
        Err(_) if by_itself => return Ok(told(StatusCode::UNPROCESSABLE_ENTITY, None)),
        _ => return Ok(shown_again(composing(&letter), &form, &read)),
    };
    let opened = form.version.parse().ok();
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note="));
    let months = site.config.accounts.retention_months;
    let text = draft.text.clone();
    let saved = site.db.write(move |tx| {
        // An order by hand begins with the order that stood before.
        if draft.rule.ordering == Ordering::Hand
            && let Some(own) = letters::hold_own(tx, person, &slug)?
        {
            signatures::keep_order(tx, own.letter())?;
        }
        let version = drafting::save(tx, person, &slug, &draft, opened)?;
        if let Some(own) = letters::find_own(tx, person, &slug)?
            && !retention::set_retention(tx, own.letter(), draft.retention, months)?
        {
            return Ok((version, false));
        }
        Ok((version, true))
    });
    match saved.await {
        Ok((version, _)) if by_itself => Ok(told(StatusCode::OK, Some(version))),
        Ok((_, true)) => Ok(redirect::to(format!("{address}saved"))),
        Ok((_, false)) => Ok(redirect::to(format!("{address}retention-stays"))),
        Err(SaveError::NoSuchLetter) => Err(Error::NotFound),
        Err(SaveError::TextMoved { .. } | SaveError::TextLocked { .. }) if by_itself => {
            Ok(told(StatusCode::CONFLICT, None))
        }
        Err(SaveError::TextMoved { letter }) => {
            let form = DraftForm { version: letter.version.to_string(), ..form };
            let moved = Moved::between(letter.text(), &text);
            Ok(in_conflict(composing(&letter), &form, &Complaints::default(), Some(&moved)))
        }
        Err(SaveError::TextLocked { letter, revision }) => {
            let sentence = say!("letters-locked-as", revision = revision);
            let complaints = Complaints::about("title", sentence);
            let moved = Moved::between(letter.text(), &text);
            Ok(in_conflict(Composing::Overtaken(&letter), &form, &complaints, Some(&moved)))
        }
        Err(SaveError::Fault(fault)) => Err(fault.into()),
    }
}

fn in_conflict(
    composing: Composing<'_>,
    form: &DraftForm,
    complaints: &Complaints,
    moved: Option<&Moved>,
) -> HttpResponse {
    let times = Times::default();
    let page = Compose { composing, form, complaints, note: None, preview: None, moved, times };
    composed(StatusCode::CONFLICT, &page)
}
