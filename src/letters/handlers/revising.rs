//! Revising a locked text.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::Site;
use crate::db::Tx;
use crate::error::Error;
use crate::ids::{PersonId, Slug};
use crate::letters::pages::revising::{self as pages, Above, Moved, RevisingPage};
use crate::letters::revising::{self, ReviseError, RevisionForm, TextDifference};
use crate::letters::{self, Letter, LetterText, Revision, RevisionKind};
use crate::people::SignedIn;
use crate::signatures::{self, Board, RemindError};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn refused(refusal: ReviseError) -> Error {
    match refusal {
        ReviseError::NoSuchLetter => Error::NotFound,
        ReviseError::NotOpened => Error::Refused { why: say!("letters-revise-draft") },
        ReviseError::Delivered => Error::Refused { why: say!("letters-revise-delivered") },
        ReviseError::Retracted => Error::Refused { why: say!("letters-is-retracted") },
        // The two are pages of their own wherever a form was sent.
        ReviseError::TextMoved { .. } | ReviseError::Unreadable(_) => {
            Error::BadRequest { why: say!("letters-revise-look-again") }
        }
        ReviseError::Fault(fault) => Error::Fault(fault),
    }
}

/// A letter that can be revised, and the board of its latest question.
struct Ground {
    letter: Letter,
    current: Revision,
    board: Option<(Revision, Board)>,
}

fn ground(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<Ground, ReviseError> {
    let own = letters::find_own(tx, person, slug)?;
    let (letter, current) = revising::revisable(tx, own)?;
    let board = match letters::latest_substantive(tx, letter.id)? {
        Some(asked) => {
            let board = signatures::board(tx, asked.id)?;
            Some((asked, board))
        }
        None => None,
    };
    Ok(Ground { letter, current, board })
}

/// What the page shows beside what it always does.
struct Showing<'a> {
    status: StatusCode,
    form: Option<RevisionForm>,
    complaints: &'a Complaints,
    note: Option<&'a str>,
    above: Above,
}

async fn shown(
    site: &Site,
    person: PersonId,
    slug: &Slug,
    showing: Showing<'_>,
) -> Result<HttpResponse, Error> {
    let slug = slug.clone();
    let ground = site.db.read(move |tx| ground(tx, person, &slug)).await.map_err(refused)?;
    let form = match showing.form {
        Some(form) => form.completed(&ground.current.text()),
        None => RevisionForm::of(&ground.letter, &ground.current),
    };
    let page = RevisingPage {
        letter: &ground.letter,
        current: &ground.current,
        form: &form,
        complaints: showing.complaints,
        note: showing.note,
        above: showing.above,
        board: ground.board.as_ref().map(|(asked, board)| (asked, board)),
    };
    Ok(frame::work(showing.status, &say!("letters-revise"), &[], pages::revising(&page)))
}

/// What stands behind `?note=`.
#[derive(Deserialize)]
pub struct NoteQuery {
    #[serde(default)]
    note: String,
}

/// `GET /letters/{slug}/revising`: for its coordinators, of a letter that was opened and not
/// delivered.
///
/// # Errors
/// 404 for everybody else; 403 with the reason if it cannot be revised.
pub async fn show_revising(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<NoteQuery>,
) -> Result<HttpResponse, Error> {
    let note = match query.note.as_str() {
        "revised" => Some(say!("letters-revise-note-revised")),
        "asked" => Some(say!("letters-revise-note-asked")),
        "reminded" => Some(say!("letters-revise-note-reminded")),
        _ => None,
    };
    let none = Complaints::default();
    let person = visitor.person.id;
    let showing = Showing {
        status: StatusCode::OK,
        form: None,
        complaints: &none,
        note: note.as_deref(),
        above: Above::Nothing,
    };
    shown(&site, person, &slug, showing).await
}

/// The text that a form asks for, as far as one can say before it is in order.
fn typed(form: &RevisionForm, current: &LetterText) -> LetterText {
    let form = form.clone().completed(current);
    LetterText {
        title: form.title.unwrap_or_default(),
        addressees: form.addressees.unwrap_or_default(),
        place_and_date: form.place_and_date.unwrap_or_default(),
        body: form.body.unwrap_or_default().replace("\r\n", "\n"),
        language: current.language.clone(),
    }
}

/// `POST /letters/{slug}/revisions` `kind, note, title, body` (and `addressees, place_and_date,
/// revision, answer_by, time_zone, silence`): by a coordinator. Locks the next revision; everyone who signed is told, or
/// asked. `then=preview` locks nothing and shows the difference.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if the letter cannot be revised; 409, with the
/// difference and the words kept, if another revision came meanwhile; 422 if a field needs another
/// look or nothing is changed.
pub async fn revise(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<RevisionForm>,
) -> Result<HttpResponse, Error> {
    let (slug, form) = (slug.into_inner(), form.0);
    let person = visitor.person.id;
    let outcome = if form.then == "preview" {
        let (slug, form) = (slug.clone(), form.clone());
        let looked = site.db.read(move |tx| {
            let own = letters::find_own(tx, person, &slug)?;
            revising::look_over(tx, own, &form)
        });
        looked.await.map(|(_, current, wording)| Err(TextDifference::between(&current.text(), &wording.text)))
    } else {
        let (slug, form, config) = (slug.clone(), form.clone(), site.config.clone());
        let written = site.db.write(move |tx| {
            let revised = revising::revise(tx, person, &slug, &form)?;
            let address = |path: &str| config.address(path);
            signatures::tell_of_revision(tx, &revised.letter, &revised.before, &revised.after, &address)?;
            Ok(revised.after.kind)
        });
        written.await.map(Ok)
    };
    let none = Complaints::default();
    let showing = match outcome {
        Ok(Ok(kind)) => {
            let note = if kind == RevisionKind::Substantive { "asked" } else { "revised" };
            return Ok(redirect::to(format!("/letters/{slug}/revising?note={note}")));
        }
        Ok(Err(difference)) => Showing {
            status: StatusCode::OK,
            form: Some(form),
            complaints: &none,
            note: None,
            above: Above::Preview(difference),
        },
        Err(ReviseError::Unreadable(ref complaints)) => Showing {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            form: Some(form),
            complaints,
            note: None,
            above: Above::Nothing,
        },
        Err(ReviseError::TextMoved { opened, current }) => {
            let text = current.text();
            let since = opened.map(|opened| TextDifference::between(&opened.text(), &text));
            let typed = TextDifference::between(&text, &typed(&form, &text));
            Showing {
                status: StatusCode::CONFLICT,
                form: Some(RevisionForm { revision: current.sha256(), ..form }),
                complaints: &none,
                note: None,
                above: Above::Moved(Box::new(Moved { since, current: text, typed })),
            }
        }
        Err(
            refusal @ (ReviseError::NoSuchLetter
            | ReviseError::NotOpened
            | ReviseError::Delivered
            | ReviseError::Retracted
            | ReviseError::Fault(_)),
        ) => return Err(refused(refusal)),
    };
    shown(&site, person, &slug, showing).await
}

/// `POST /letters/{slug}/revisions/reminder`: a coordinator reminds those who have not answered to
/// the latest substantive revision; once in 24 hours.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if it is too soon or nobody waits.
pub async fn remind(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, config) = (visitor.person.id, site.config.clone());
    let back = format!("/letters/{slug}/revising?note=reminded");
    site.db
        .write::<_, Error, _>(move |tx| {
            let own = letters::hold_own(tx, person, &slug)?.ok_or(Error::NotFound)?;
            let address = |path: &str| config.address(path);
            signatures::remind_the_silent(tx, &own, &address).map_err(|refusal| match refusal {
                RemindError::NobodyWaits => Error::Refused { why: say!("letters-remind-nobody") },
                RemindError::TooSoon => Error::Refused { why: say!("letters-remind-too-soon") },
                RemindError::Fault(fault) => Error::Fault(fault),
            })
        })
        .await?;
    Ok(redirect::to(back))
}
