//! Writing the translations of a letter.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug};
use crate::letters::LetterText;
use crate::letters::model;
use crate::letters::pages::translations::{self as pages, TranslationPage};
use crate::letters::translating::{self, TranslateError, Translated, TranslationForm};
use crate::people::SignedIn;
use crate::text::complaints::Complaints;
use crate::text::language::Language;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// What stands behind the question mark.
#[derive(Deserialize)]
pub struct TranslationsQuery {
    /// The language that was chosen for one more.
    #[serde(default)]
    language: String,
    #[serde(default)]
    note: String,
}

async fn translated(site: &Site, person: PersonId, slug: &Slug) -> Result<Translated, Error> {
    let slug = slug.clone();
    let found = site.db.read::<_, Fault, _>(move |tx| {
        model::find_own(tx, person, &slug)?.map(|own| translating::translated(tx, &own)).transpose()
    });
    found.await?.ok_or(Error::NotFound)
}

fn refused(refusal: TranslateError) -> Error {
    match refusal {
        TranslateError::NoSuchLetter | TranslateError::NoSuchTranslation => Error::NotFound,
        TranslateError::OwnLanguage => Error::Refused { why: say!("translations-refused-own") },
        TranslateError::Stopped => Error::Refused { why: say!("translations-refused-stopped") },
        TranslateError::Locked => Error::Refused { why: say!("translations-refused-locked") },
        // A page of its own where the form was sent.
        TranslateError::Moved(_) => Error::BadRequest { why: say!("translations-moved") },
        TranslateError::Fault(fault) => Error::Fault(fault),
    }
}

/// `GET /letters/{slug}/translations`: for its coordinators. With `?language=` the form of that language.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_translations(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<TranslationsQuery>,
) -> Result<HttpResponse, Error> {
    let translated = translated(&site, visitor.person.id, &slug).await?;
    if let Ok(language) = query.language.parse::<Language>() {
        return Ok(redirect::to(format!("/letters/{slug}/translations/{language}")));
    }
    let note = match query.note.as_str() {
        "saved" => Some(say!("translations-saved")),
        "removed" => Some(say!("translations-removed")),
        _ => None,
    };
    let page = pages::translations(&translated, note.as_deref());
    Ok(frame::work(StatusCode::OK, &say!("translations-title"), &[], page))
}

/// What the page of one translation shows beside what it always does.
struct Showing<'a> {
    status: StatusCode,
    form: Option<&'a TranslationForm>,
    complaints: &'a Complaints,
    moved: Option<&'a LetterText>,
}

async fn shown(
    site: &Site,
    person: PersonId,
    slug: &Slug,
    language: &Language,
    showing: Showing<'_>,
) -> Result<HttpResponse, Error> {
    let translated = translated(site, person, slug).await?;
    if translated.authoritative().language == language.tag() {
        return Err(refused(TranslateError::OwnLanguage));
    }
    let known = TranslationForm::of(translated.find(language).map(|(text, _)| text))?;
    let page = TranslationPage {
        translated: &translated,
        language,
        form: showing.form.unwrap_or(&known),
        complaints: showing.complaints,
        moved: showing.moved,
    };
    Ok(frame::work(showing.status, &say!("translations-title"), &[], pages::translation(&page)))
}

fn language_of(tag: &str) -> Result<Language, Error> {
    tag.parse().map_err(|()| Error::NotFound)
}

/// `GET /letters/{slug}/translations/{language}`: the form, for its coordinators.
///
/// # Errors
/// 404 for everybody else, and for a language that is not offered; 403 for the letter's own.
pub async fn show_translation(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, tag) = path.into_inner();
    let none = Complaints::default();
    let showing = Showing { status: StatusCode::OK, form: None, complaints: &none, moved: None };
    shown(&site, visitor.person.id, &slug, &language_of(&tag)?, showing).await
}

/// `POST /letters/{slug}/translations/{language}` `title, addressees, place_and_date, body`: saves a draft's
/// translation; adds one to the current revision of a letter that was opened.
///
/// # Errors
/// 404 for everybody but its coordinators; 422 if something is missing; 409 if somebody else saved one
/// meanwhile; 403 with the reason if none can be.
pub async fn save(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<TranslationForm>,
) -> Result<HttpResponse, Error> {
    let (slug, tag) = path.into_inner();
    let (language, person, form) = (language_of(&tag)?, visitor.person.id, form.0);
    let text = match form.read(&language) {
        Ok(text) => text,
        Err(complaints) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let showing = Showing { status, form: Some(&form), complaints: &complaints, moved: None };
            return shown(&site, person, &slug, &language, showing).await;
        }
    };
    let (of, opened) = (slug.clone(), form.opened.clone());
    let saved = site.db.write(move |tx| translating::save(tx, person, &of, &text, &opened)).await;
    match saved {
        Ok(()) => Ok(redirect::to(format!("/letters/{slug}/translations?note=saved"))),
        Err(TranslateError::Moved(known)) => {
            // What was typed is saved over what stands there if it is sent again.
            let opened = TranslationForm::of(Some(&known))?.opened;
            let form = TranslationForm { opened, ..form };
            let none = Complaints::default();
            let showing = Showing {
                status: StatusCode::CONFLICT,
                form: Some(&form),
                complaints: &none,
                moved: Some(&known),
            };
            shown(&site, person, &slug, &language, showing).await
        }
        Err(refusal) => Err(refused(refusal)),
    }
}

/// `POST /letters/{slug}/translations/{language}/removal`: takes a translation off a draft.
///
/// # Errors
/// 404 for everybody but its coordinators, and if there is none; 403 once the text is locked.
pub async fn remove(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, tag) = path.into_inner();
    let (language, person, of) = (language_of(&tag)?, visitor.person.id, slug.clone());
    let removed = site.db.write(move |tx| translating::remove(tx, person, &of, &language)).await;
    removed.map_err(refused)?;
    Ok(redirect::to(format!("/letters/{slug}/translations?note=removed")))
}
