//! Importing a letter: paste or upload, look it over, take it over.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::corrections::{self, EntryForm, LineForm, TextForm};
use super::model::{self, CorrectError, Import, TakeOverError};
use super::pages::{self, Review};
use super::source::Format;
use super::understand;
use super::understanding::Understood;
use crate::app::Site;
use crate::error::{Error, Fault};
use crate::ids::{ImportId, PersonId};
use crate::people::SignedIn;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::limits::made_many;
use crate::web::posted::Posted;
use crate::web::uploaded::Uploaded;
use crate::web::{frame, redirect};

fn start_page(status: StatusCode, text: &str, complaints: &Complaints) -> HttpResponse {
    frame::work(status, &say!("imports-title"), &[], pages::start(text, complaints))
}

/// `GET /letters/import`
///
/// # Errors
/// Asks to sign in.
pub async fn show_start(_: SignedIn) -> Result<HttpResponse, Error> {
    Ok(start_page(StatusCode::OK, "", &Complaints::default()))
}

/// `POST /letters/import`: `text`, or a `file` of at most 10 MB, and perhaps its `format`. Nobody
/// else sees what was read; nothing is a letter until it is taken over.
///
/// # Errors
/// Asks to sign in; 413 for more than 10 MB, 422 with the reason for what cannot be read.
pub async fn start(
    site: Site,
    visitor: SignedIn,
    sent: Result<Uploaded<10>, Error>,
) -> Result<HttpResponse, Error> {
    let too_large = || {
        let title = say!("imports-too-large");
        Ok(frame::work(StatusCode::PAYLOAD_TOO_LARGE, &title, &[], pages::too_large()))
    };
    let sent = match sent {
        Ok(sent) if sent.file("file").is_some_and(|file| file.is_too_large) => {
            let complaints = Complaints::about("file", say!("imports-file-too-large"));
            return Ok(start_page(StatusCode::PAYLOAD_TOO_LARGE, kept(sent.text("text")), &complaints));
        }
        Err(Error::TooLarge) => return too_large(),
        sent => sent?,
    };
    let text = sent.text("text");
    if !site.limits.may_make(visitor.person.id) {
        let complaints = Complaints::about("text", made_many());
        return Ok(start_page(StatusCode::TOO_MANY_REQUESTS, kept(text), &complaints));
    }
    let (bytes, field, file_name) = match sent.file("file") {
        Some(file) => (file.content.clone(), "file", clean::optional_line(&file.name)),
        None => (text.as_bytes().to_vec(), "text", None),
    };
    let format: Option<Format> = sent.text("format").parse().ok();
    let name = file_name.clone();
    let read = web::block(move || understand(&bytes, format, name.as_deref())).await;
    let understood = match read.map_err(Fault::from_error)? {
        Ok(understood) => understood,
        Err(refusal) => {
            let complaints = Complaints::about(field, refusal.in_words());
            return Ok(start_page(StatusCode::UNPROCESSABLE_ENTITY, kept(text), &complaints));
        }
    };
    if understood.count() > model::MOST_SIGNATORIES {
        let sentence = say!("imports-too-many", count = understood.count(), most = model::MOST_SIGNATORIES);
        let complaints = Complaints::about(field, sentence);
        return Ok(start_page(StatusCode::UNPROCESSABLE_ENTITY, kept(text), &complaints));
    }
    let name = file_name.unwrap_or_else(|| understood.title().chars().take(80).collect());
    let person = visitor.person.id;
    let id = site.db.write::<_, Fault, _>(move |tx| model::keep(tx, person, &name, &understood)).await?;
    Ok(redirect::to(format!("/imports/{id}")))
}

/// What was pasted is shown again, unless sending it back would take longer than pasting it again.
fn kept(text: &str) -> &str {
    if text.len() < 1_000_000 { text } else { "" }
}

fn id_of(path: &str) -> Result<ImportId, Error> {
    path.parse().map_err(|_| Error::NotFound)
}

async fn own(site: &Site, person: PersonId, id: ImportId) -> Result<Import, Error> {
    site.db.read(move |tx| model::find(tx, person, id)).await?.ok_or(Error::NotFound)
}

fn review_page(status: StatusCode, import: &Import, complaints: &Complaints) -> HttpResponse {
    let review = Review {
        id: &import.id.to_string(),
        name: &import.name,
        taken_over: import.letter.is_some(),
        understood: &import.understood,
    };
    frame::work(status, &say!("imports-understood"), &[], pages::review(&review, complaints))
}

/// `GET /imports/{id}`: what was understood beside the original, line by line.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn show(site: Site, visitor: SignedIn, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let import = own(&site, visitor.person.id, id_of(&path)?).await?;
    Ok(review_page(StatusCode::OK, &import, &Complaints::default()))
}

/// `GET /imports/{id}/text`: title, addressees, date line, language and text, to be corrected.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn show_text(
    site: Site,
    visitor: SignedIn,
    path: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let import = own(&site, visitor.person.id, id_of(&path)?).await?;
    let understood = &import.understood;
    let form = TextForm {
        title: understood.title(),
        addressees: understood.addressees(),
        place_and_date: understood.place_and_date(),
        language: understood.language.clone(),
        body: understood.body(),
    };
    let page = pages::text(&import.id.to_string(), &form, &Complaints::default());
    Ok(frame::work(StatusCode::OK, &say!("imports-text-title"), &[], page))
}

/// `POST /imports/{id}/text`
///
/// # Errors
/// 404 for everybody but its person.
pub async fn save_text(
    site: Site,
    visitor: SignedIn,
    path: web::Path<String>,
    form: Posted<TextForm>,
) -> Result<HttpResponse, Error> {
    let id = id_of(&path)?;
    let typed = form.0.clone();
    match correct(&site, &visitor, id, move |understood| corrections::set_text(understood, &typed)).await? {
        None => Ok(redirect::to(format!("/imports/{id}"))),
        Some(complaints) => {
            let page = pages::text(&id.to_string(), &form.0, &complaints);
            Ok(frame::work(StatusCode::UNPROCESSABLE_ENTITY, &say!("imports-text-title"), &[], page))
        }
    }
}

/// Corrects; `Some` is what needs another look.
async fn correct(
    site: &Site,
    visitor: &SignedIn,
    id: ImportId,
    change: impl FnOnce(&mut Understood) -> Result<bool, Complaints> + Send + 'static,
) -> Result<Option<Complaints>, Error> {
    let person = visitor.person.id;
    match site.db.write(move |tx| model::correct(tx, person, id, change)).await {
        Ok(()) => Ok(None),
        Err(CorrectError::NoSuchImport) => Err(Error::NotFound),
        Err(CorrectError::Complaints(complaints)) => Ok(Some(complaints)),
        Err(CorrectError::Fault(fault)) => Err(fault.into()),
    }
}

async fn line_page(
    site: &Site,
    visitor: &SignedIn,
    id: ImportId,
    line: usize,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let import = own(site, visitor.person.id, id).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page =
        pages::line::line(&id.to_string(), &import.understood, line, complaints).ok_or(Error::NotFound)?;
    Ok(frame::work(status, &say!("imports-line", line = line), &[], page))
}

/// `GET /imports/{id}/lines/{line}`: one line, its kind and its signatories, to be corrected.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn show_line(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(String, usize)>,
) -> Result<HttpResponse, Error> {
    let (id, line) = path.into_inner();
    line_page(&site, &visitor, id_of(&id)?, line, &Complaints::default()).await
}

/// `POST /imports/{id}/lines/{line}`: `role`, and for a heading `heading, heading_acronym, individuals`;
/// for a signatory `begins_group`.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn save_line(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(String, usize)>,
    form: Posted<LineForm>,
) -> Result<HttpResponse, Error> {
    let (id, line) = path.into_inner();
    let id = id_of(&id)?;
    let form = form.0;
    match correct(&site, &visitor, id, move |understood| corrections::set_line(understood, line, &form))
        .await?
    {
        None => Ok(redirect::to(format!("/imports/{id}#l{line}"))),
        Some(complaints) => line_page(&site, &visitor, id, line, &complaints).await,
    }
}

/// `GET /imports/{id}/lines/{line}/entries/{place}`: one signatory of a line, to be corrected.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn show_entry(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(String, usize, usize)>,
) -> Result<HttpResponse, Error> {
    let (id, line, place) = path.into_inner();
    entry_page(&site, &visitor, id_of(&id)?, (line, place), None, &Complaints::default()).await
}

async fn entry_page(
    site: &Site,
    visitor: &SignedIn,
    id: ImportId,
    (line, place): (usize, usize),
    typed: Option<&EntryForm>,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let import = own(site, visitor.person.id, id).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = pages::line::entry(&id.to_string(), &import.understood, (line, place), typed, complaints);
    Ok(frame::work(status, &say!("imports-line", line = line), &[], page.ok_or(Error::NotFound)?))
}

/// `POST /imports/{id}/lines/{line}/entries/{place}`: `name, acronym, country, representative, number,
/// group`; `then=split` takes it apart where `second` begins, `then=remove` takes it off the list.
///
/// # Errors
/// 404 for everybody but its person; 422 with what was typed.
pub async fn save_entry(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(String, usize, usize)>,
    form: Posted<EntryForm>,
) -> Result<HttpResponse, Error> {
    let (id, line, place) = path.into_inner();
    let id = id_of(&id)?;
    let form = form.0;
    let stays = form.then == "split";
    let typed = form.clone();
    let corrected = correct(&site, &visitor, id, move |understood| {
        corrections::set_entry(understood, line, place, &form)
    });
    match corrected.await? {
        None if stays => Ok(redirect::to(format!("/imports/{id}/lines/{line}"))),
        None => Ok(redirect::to(format!("/imports/{id}#l{line}"))),
        Some(complaints) => {
            let typed = Some(&typed).filter(|_| !stays);
            entry_page(&site, &visitor, id, (line, place), typed, &complaints).await
        }
    }
}

/// `POST /imports/{id}/undoing`: takes back the last correction.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn undo(site: Site, visitor: SignedIn, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let (person, id) = (visitor.person.id, id_of(&path)?);
    own(&site, person, id).await?;
    let line = site.db.write::<_, Fault, _>(move |tx| model::undo(tx, person, id)).await?;
    Ok(redirect::to(match line {
        Some(line) if line > 0 => format!("/imports/{id}#l{line}"),
        _ => format!("/imports/{id}"),
    }))
}

/// `POST /imports/{id}/letter`: makes it a draft that its person coordinates, with its groups and its
/// listed signatories.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn take_over(
    site: Site,
    visitor: SignedIn,
    path: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (person, id) = (visitor.person.id, id_of(&path)?);
    match site.db.write(move |tx| model::take_over_import(tx, person, id)).await {
        Ok(slug) => Ok(redirect::to(format!("/letters/{slug}/edit?note=imported"))),
        Err(TakeOverError::NoSuchImport) => Err(Error::NotFound),
        Err(TakeOverError::Complaints(complaints)) => {
            let import = own(&site, person, id).await?;
            Ok(review_page(StatusCode::UNPROCESSABLE_ENTITY, &import, &complaints))
        }
        Err(TakeOverError::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /imports/{id}/removal`: forgets it.
///
/// # Errors
/// 404 for everybody but its person.
pub async fn discard(site: Site, visitor: SignedIn, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let (person, id) = (visitor.person.id, id_of(&path)?);
    let discarded = site.db.write::<_, Fault, _>(move |tx| model::discard(tx, person, id)).await?;
    if discarded { Ok(redirect::to("/desk")) } else { Err(Error::NotFound) }
}
