//! Delivering a letter, its files, and the addressee's answer.

pub mod copies;

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::model::{self, Answer, AnswerError, DeliverError, Delivered, Prepared};
use super::pages::{self, AnswerTyped, ToDeliver, Typed};
use super::snapshot::{Cover, Snapshot};
use super::{mails, pack};
use crate::app::Site;
use crate::config::Config;
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug};
use crate::invitations;
use crate::letters::{self, Letter};
use crate::mail;
use crate::people::{SignedIn, Visitor};
use crate::signatures;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{clean, dates};
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// Everything the page of a delivery shows.
struct Shown {
    letter: Letter,
    own: bool,
    delivered: Option<Delivered>,
    answer: Option<Answer>,
    to_deliver: Option<ToDeliver>,
}

fn look(tx: &mut Tx<'_>, slug: &Slug, person: Option<PersonId>, url: &str) -> Result<Option<Shown>, Fault> {
    let Some(letter) = letters::find_any(tx, slug)? else { return Ok(None) };
    let own = match person {
        Some(person) => letters::is_coordinator(tx, person, letter.id)?,
        None => false,
    };
    if !own && (letter.delivered_at.is_none() || !invitations::may_see(tx, &letter, person)?) {
        return Ok(None);
    }
    let delivered = model::find_delivery(tx, letter.id)?;
    let answer = model::find_answer(tx, letter.id)?;
    let to_deliver = match (&delivered, letters::find_locked(tx, letter.id)?) {
        (None, Some(locked)) => {
            let at = tx.now();
            let cover = Cover { delivered_to: String::new(), note: String::new() };
            let open = signatures::open_questions(tx, letter.id)?;
            let (snapshot, _) = super::snapshot::take(tx, &locked, &cover, url, at)?;
            Some(ToDeliver { snapshot, open, boxes: BTreeSet::new() })
        }
        _ => None,
    };
    Ok(Some(Shown { letter, own, delivered, answer, to_deliver }))
}

async fn shown(site: &Site, slug: &Slug, person: Option<PersonId>) -> Result<Shown, Error> {
    let (slug, url) = (slug.clone(), site.config.address(&format!("/letters/{slug}")));
    let found = site.db.read(move |tx| look(tx, &slug, person, &url)).await?;
    let mut shown = found.ok_or(Error::NotFound)?;
    if let Some(to_deliver) = &mut shown.to_deliver {
        to_deliver.boxes = missing_signs(to_deliver.snapshot.clone()).await?;
    }
    Ok(shown)
}

fn page(shown: &Shown, status: StatusCode, typed: &AnswerTyped<'_>, complaints: &Complaints) -> HttpResponse {
    match &shown.delivered {
        Some(delivered) => {
            let own = shown.own.then_some((typed, complaints));
            let main = pages::delivered(&shown.letter, delivered, shown.answer.as_ref(), own);
            let title = delivered.snapshot.title_with_count();
            if shown.own {
                return frame::work(status, &title, &[], main);
            }
            HttpResponse::build(status)
                .insert_header((CACHE_CONTROL, "no-store"))
                .content_type("text/html; charset=utf-8")
                .body(pages::for_readers(&title, delivered, &main).into_string())
        }
        None => {
            let main = pages::form(&shown.letter, shown.to_deliver.as_ref(), &Typed::default(), complaints);
            frame::work(status, &say!("deliveries-deliver"), &[], main)
        }
    }
}

/// `GET /letters/{slug}/delivery`: for coordinators the form, until the letter is delivered; from
/// then on what was delivered, for everyone who may see the letter.
///
/// # Errors
/// 404 for everybody else, and before the delivery for everybody but its coordinators.
pub async fn show(site: Site, visitor: Visitor, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let shown = shown(&site, &slug, visitor.person.map(|person| person.id)).await?;
    let zone = shown.letter.deadline_zone.clone().unwrap_or_default();
    let received = shown.answer.as_ref().map(|answer| {
        dates::for_field(answer.received_at.to_timestamp(), &zone).chars().take(10).collect::<String>()
    });
    let typed = AnswerTyped {
        received_at: received.as_deref().unwrap_or(""),
        from: shown.answer.as_ref().map_or("", |answer| &answer.sender),
        text: shown.answer.as_ref().map_or("", |answer| &answer.words),
    };
    Ok(page(&shown, StatusCode::OK, &typed, &Complaints::default()))
}

/// To whom, with what words, and whether signing goes on.
#[derive(Deserialize)]
pub struct DeliveryForm {
    #[serde(default)]
    delivered_to: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    signing: String,
}

/// How often the letter may move while it is set on paper before the coordinator is asked to wait.
const TRIES: usize = 5;

/// `POST /letters/{slug}/delivery` `delivered_to, note, signing` (`close`, which is the default, or
/// `open`), none of which is needed: by a coordinator, once. Every signatory gets the final copy by mail.
///
/// # Errors
/// 404 for everybody but its coordinators; 422 if a field needs another look; 403 for a draft, a
/// retracted letter, or one that is delivered already.
pub async fn deliver(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<DeliveryForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, form) = (visitor.person.id, form.0);
    let cover = Cover { delivered_to: clean::prose(&form.delivered_to), note: clean::prose(&form.note) };
    let mut complaints = Complaints::default();
    complaints.at_most("delivered_to", &cover.delivered_to, 300);
    complaints.at_most("note", &cover.note, 2000);
    if !["", "close", "open"].contains(&form.signing.as_str()) {
        complaints.add("signing", say!("deliveries-choose-one"));
    }
    if !complaints.is_empty() {
        let shown = shown(&site, &slug, Some(person)).await?;
        if !shown.own {
            return Err(Error::NotFound);
        }
        let typed = Typed { delivered_to: &form.delivered_to, note: &form.note, signing: &form.signing };
        let main = pages::form(&shown.letter, shown.to_deliver.as_ref(), &typed, &complaints);
        return Ok(frame::work(StatusCode::UNPROCESSABLE_ENTITY, &say!("deliveries-deliver"), &[], main));
    }
    let stays_open = form.signing == "open";
    let url = site.config.address(&format!("/letters/{slug}"));
    for _ in 0..TRIES {
        let (of_letter, its_cover, its_url) = (slug.clone(), cover.clone(), url.clone());
        let (snapshot, at) = site
            .db
            .read(move |tx| model::prepare(tx, person, &of_letter, &its_cover, &its_url))
            .await
            .map_err(refused)?;
        let prepared = on_paper(snapshot, at, &cover, &url).await?;
        let (of_letter, config) = (slug.clone(), site.config.clone());
        let done =
            site.db.write(move |tx| hand_over(tx, person, &of_letter, &prepared, stays_open, &config)).await;
        match done {
            Ok(()) => return Ok(redirect::to(format!("/letters/{slug}/delivery"))),
            Err(DeliverError::Moved) => {}
            Err(refusal) => return Err(refused(refusal)),
        }
    }
    Err(Error::TooMany { why: say!("deliveries-changes-again"), seconds: 10 })
}

/// Sets a snapshot on paper, which takes a moment, on a thread that may take it.
async fn on_paper(snapshot: Snapshot, at: Moment, cover: &Cover, url: &str) -> Result<Prepared, Fault> {
    let of_snapshot = snapshot.clone();
    let files = tokio::task::spawn_blocking(move || pack::render(&of_snapshot)).await??;
    Ok(Prepared { cover: cover.clone(), url: url.to_owned(), snapshot, at, files })
}

/// The same, to see which signs the paper does not show.
async fn missing_signs(snapshot: Snapshot) -> Result<BTreeSet<char>, Fault> {
    tokio::task::spawn_blocking(move || pack::missing_signs(&snapshot)).await?
}

fn hand_over(
    tx: &mut Tx<'_>,
    person: PersonId,
    slug: &Slug,
    prepared: &Prepared,
    stays_open: bool,
    config: &Config,
) -> Result<(), DeliverError> {
    let address = |path: &str| config.address(path);
    let letter = model::deliver(tx, person, slug, prepared, stays_open, &address)?;
    let sha256 = crate::ids::hex(&prepared.snapshot.sha256()?);
    let Some(copy) = prepared.files.iter().find(|file| file.name == pack::LETTER) else { return Ok(()) };
    let name = format!("{slug}.pdf");
    let attachment = mail::attach(tx, &name, copy.media_type, &copy.content)?;
    let recipients = model::recipients(tx, letter.letter().id)?;
    super::copies::keep_copies(tx, letter.letter().id, &recipients)?;
    for to in recipients {
        let link = config.address(&format!("/letters/{slug}/delivery"));
        mail::enqueue_with(tx, &mails::final_copy(&to, &prepared.snapshot, &sha256, link), attachment)?;
    }
    Ok(())
}

fn refused(refusal: DeliverError) -> Error {
    let refused = |why: String| Error::Refused { why };
    match refusal {
        DeliverError::NoSuchLetter => Error::NotFound,
        DeliverError::NotOpened => refused(say!("deliveries-draft")),
        DeliverError::Retracted => refused(say!("deliveries-is-retracted")),
        DeliverError::Suspended => refused(say!("deliveries-is-suspended")),
        DeliverError::AlreadyDelivered => refused(say!("deliveries-already")),
        DeliverError::NobodySigned => refused(say!("deliveries-nobody-signed-refused")),
        DeliverError::Moved => refused(say!("deliveries-changed")),
        DeliverError::Fault(fault) => Error::Fault(fault),
    }
}

/// `GET /letters/{slug}/delivery/{file}`: a file of the delivery, the bytes that were delivered, for
/// everyone who may see the letter; once a name in it is withheld, for its coordinators.
///
/// # Errors
/// 404 for everybody else, and for a file that there is not.
pub async fn file(
    site: Site,
    visitor: Visitor,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, name) = path.into_inner();
    let person = visitor.person.map(|person| person.id);
    let named = format!("attachment; filename=\"{slug}-{name}\"");
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some(letter) = letters::find_any(tx, &slug)? else { return Ok(None) };
        let Some(at) = letter.delivered_at else { return Ok(None) };
        if !invitations::may_see(tx, &letter, person)? {
            return Ok(None);
        }
        let coordinates = match person {
            Some(person) => letters::is_coordinator(tx, person, letter.id)?,
            None => false,
        };
        if !coordinates && signatures::was_withheld_since_delivery(tx, letter.id, at)? {
            return Ok(None);
        }
        model::find_file(tx, letter.id, &name)
    });
    let (media_type, content) = found.await?.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_TYPE, media_type))
        .insert_header((CONTENT_DISPOSITION, named))
        .body(content))
}

/// Who answered, when, and what.
#[derive(Deserialize)]
pub struct AnswerForm {
    #[serde(default)]
    from: String,
    #[serde(default)]
    received_at: String,
    #[serde(default)]
    text: String,
}

fn read_answer(form: &AnswerForm, zone: &str, now: Moment) -> Result<Answer, Complaints> {
    let mut complaints = Complaints::default();
    let (sender, words) = (clean::line(&form.from), clean::prose(&form.text));
    complaints.required("from", &sender, 300, &say!("deliveries-answer-from-missing"));
    complaints.required("text", &words, 20_000, &say!("deliveries-answer-text-missing"));
    let day = form.received_at.trim();
    // A day begins at midnight in the zone of the letter, or, where the clocks skip that, an hour later.
    let at =
        dates::read(&format!("{day}T00:00"), zone).or_else(|_| dates::read(&format!("{day}T01:00"), zone));
    let received_at = at.map(|time| Moment::from(time.at)).unwrap_or(now);
    if at_is_missing(day, zone) || received_at > now {
        complaints.add("received_at", say!("deliveries-answer-day-wrong"));
    }
    complaints.or(Answer { received_at, sender, words })
}

fn at_is_missing(day: &str, zone: &str) -> bool {
    dates::read(&format!("{day}T12:00"), zone).is_err()
}

/// `POST /letters/{slug}/answer` `from, received_at, text`: by a coordinator of a delivered letter;
/// what was recorded before is corrected.
///
/// # Errors
/// 404 for everybody but its coordinators; 422 if a field needs another look; 403 before the
/// delivery.
pub async fn record_answer(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<AnswerForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, form) = (visitor.person.id, form.0);
    let shown = shown(&site, &slug, Some(person)).await?;
    if !shown.own {
        return Err(Error::NotFound);
    }
    let zone = shown.letter.deadline_zone.clone().unwrap_or_default();
    let answer = match read_answer(&form, &zone, site.db.now()) {
        Ok(answer) => answer,
        Err(complaints) => {
            let typed = AnswerTyped { received_at: &form.received_at, from: &form.from, text: &form.text };
            return Ok(page(&shown, StatusCode::UNPROCESSABLE_ENTITY, &typed, &complaints));
        }
    };
    let address = format!("/letters/{slug}/delivery#answer");
    match site.db.write(move |tx| model::record_answer(tx, person, &slug, &answer)).await {
        Ok(()) => Ok(redirect::to(address)),
        Err(AnswerError::NoSuchLetter) => Err(Error::NotFound),
        Err(AnswerError::NotDelivered) => Err(Error::Refused { why: say!("deliveries-not-delivered") }),
        Err(AnswerError::Fault(fault)) => Err(fault.into()),
    }
}
