//! The list in the coordinators' hands: its order, its footnotes, what may be there twice.

use std::future::Future;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::line::tell_renamed;
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{SignatureId, Slug};
use crate::letters::{self, Letter, Ordering, OwnLetter};
use crate::people::SignedIn;
use crate::signatures::changes::{self, LastChange, UndoError};
use crate::signatures::gathering;
use crate::signatures::likeness::{self, DistinctError};
use crate::signatures::lines::{self, LineError};
use crate::signatures::list::{Group, Signatory, SignatoryList};
use crate::signatures::ordering::{self, MoveError, Whereto, WholeOrder};
use crate::signatures::pages::list::{self as pages, FootnoteTyped, ListPage};
use crate::signatures::queue::{self, Waits};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// Looks at a letter as its coordinator; to everybody else it does not exist.
pub(super) async fn looking<T, F>(site: &Site, visitor: &SignedIn, slug: &Slug, look: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce(&mut Tx<'_>, &OwnLetter) -> Result<T, Error> + Send + 'static,
{
    let (person, slug) = (visitor.person.id, slug.clone());
    site.db
        .read(move |tx| {
            let own = letters::find_own(tx, person, &slug)?.ok_or(Error::NotFound)?;
            look(tx, &own)
        })
        .await
}

/// Changes a letter's list as its coordinator, the letter held.
pub(super) fn holding<T, E, F>(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    change: F,
) -> impl Future<Output = Result<T, E>> + use<T, E, F>
where
    T: Send + 'static,
    E: From<Fault> + From<Error> + Send + 'static,
    F: FnOnce(&mut Tx<'_>, &OwnLetter) -> Result<T, E> + Send + 'static,
{
    let (person, slug, db) = (visitor.person.id, slug.clone(), site.db.clone());
    async move {
        db.write(move |tx| {
            let own = letters::hold_own(tx, person, &slug)?.ok_or(Error::NotFound)?;
            change(tx, &own)
        })
        .await
    }
}

/// What the list page is looked at with.
#[derive(Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    note: String,
    /// Only lines with these words in their names are shown.
    #[serde(default)]
    name: String,
}

struct Shown {
    letter: Letter,
    list: SignatoryList,
    groups: Vec<Group>,
    version: i64,
    last: Option<LastChange>,
    duplicates: Vec<(Signatory, Signatory)>,
    waits: Option<Waits>,
}

/// What the list page says besides the list.
#[derive(Default)]
struct Said<'a> {
    note: Option<&'a str>,
    problem: Option<&'a str>,
    /// What was typed into a footnote, and what is wrong with it.
    footnote: Option<FootnoteTyped<'a>>,
    /// The words that are looked for in the names.
    name: &'a str,
}

async fn answer(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    status: StatusCode,
    said: Said<'_>,
) -> Result<HttpResponse, Error> {
    let shown = looking(site, visitor, slug, |tx, own| {
        let letter = own.letter().clone();
        let list = gathering::signatory_list(tx, &letter, &letter.language())?;
        let groups = gathering::groups_of(tx, letter.id)?;
        let (version, last) = (changes::list_version(tx, letter.id)?, changes::last_change(tx, letter.id)?);
        let duplicates = likeness::possible_duplicates(tx, letter.id, &list)?;
        let waits = queue::waits_of(tx, &letter)?;
        Ok(Shown { letter, list, groups, version, last, duplicates, waits })
    })
    .await?;
    let page = ListPage {
        letter: &shown.letter,
        list: &shown.list,
        groups: &shown.groups,
        version: shown.version,
        last: shown.last.as_ref(),
        duplicates: &shown.duplicates,
        waits: shown.waits.as_ref(),
        note: said.note,
        problem: said.problem,
        footnote: said.footnote,
        name: said.name.trim(),
    };
    Ok(frame::work(status, &say!("signatures-list-title"), &["list.js"], pages::list(&page)))
}

/// `GET /letters/{slug}/list`: for its coordinators, in any state of the letter.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_list(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<ListQuery>,
) -> Result<HttpResponse, Error> {
    let note = match query.note.as_str() {
        "saved" => Some(say!("signatures-note-saved")),
        "undone" => Some(say!("signatures-note-undone")),
        "listed" => Some(say!("signatures-note-listed")),
        "asked" => Some(say!("signatures-note-asked")),
        "not-asked" => Some(say!("signatures-note-not-asked")),
        "removed" => Some(say!("signatures-note-removed")),
        "withheld" => Some(say!("signatures-note-withheld")),
        "protection-ended" => Some(say!("signatures-note-protection-ended")),
        _ => None,
    };
    let said = Said { note: note.as_deref(), name: &query.name, ..Said::default() };
    answer(&site, &visitor, &slug, StatusCode::OK, said).await
}

/// `GET /letters/{slug}/order`: the list, where its order is changed.
///
/// # Errors
/// 404 for everybody but its coordinators.
pub async fn show_order(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    looking(&site, &visitor, &slug, |_, _| Ok(())).await?;
    Ok(redirect::to(format!("/letters/{slug}/list")))
}

/// Whom to move where (a direction, or a place under its heading counted from 1), or the whole order with the version of the list that it is an order of.
#[derive(Deserialize)]
pub struct OrderForm {
    #[serde(default)]
    signature: String,
    #[serde(default)]
    direction: String,
    #[serde(default)]
    position: String,
    #[serde(default)]
    order: String,
    #[serde(default)]
    version: String,
}

/// What a move came to that is answered with the list.
enum Moving {
    ListMoved,
    Refused(Error),
}

impl From<Fault> for Moving {
    fn from(fault: Fault) -> Self {
        Self::Refused(fault.into())
    }
}

impl From<Error> for Moving {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<MoveError> for Moving {
    fn from(refusal: MoveError) -> Self {
        let refused = |why: String| Self::Refused(Error::Refused { why });
        match refusal {
            MoveError::NotByHand => refused(say!("signatures-not-by-hand")),
            MoveError::NoSuchSignatory => Self::Refused(Error::NotFound),
            MoveError::ListMoved => Self::ListMoved,
            MoveError::Delivered => refused(say!("signatures-order-stays")),
            MoveError::Fault(fault) => Self::Refused(fault.into()),
        }
    }
}

/// A button says a direction; without one the field with the place counts.
fn read_whereto(form: &OrderForm) -> Option<Whereto> {
    if !form.direction.is_empty() {
        return form.direction.parse().ok().map(Whereto::Towards);
    }
    let place: usize = form.position.trim().parse().ok()?;
    (place > 0).then_some(Whereto::Nth(place))
}

/// `POST /letters/{slug}/order` (also `…/list/order`): moves a signatory under its heading, or puts
/// the whole list in order at once.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if the list is not ordered by hand or is delivered;
/// 409 with the list as it stands if somebody changed it since it was shown.
pub async fn reorder(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<OrderForm>,
) -> Result<HttpResponse, Error> {
    let form = form.0;
    let unreadable = || Error::BadRequest { why: say!("signatures-move-unreadable") };
    let (moved, back) = if form.order.trim().is_empty() {
        let signature: SignatureId = form.signature.parse().map_err(|_| unreadable())?;
        let whereto = read_whereto(&form).ok_or_else(unreadable)?;
        let moved = holding(&site, &visitor, &slug, move |tx, own| {
            Ok::<_, Moving>(ordering::move_signatory(tx, own, signature, whereto)?)
        });
        (moved.await, format!("/letters/{slug}/list#s-{signature}"))
    } else {
        let order = WholeOrder::read(&form.order).map_err(|()| unreadable())?;
        let version: i64 = form.version.trim().parse().map_err(|_| unreadable())?;
        let moved = holding(&site, &visitor, &slug, move |tx, own| {
            Ok::<_, Moving>(ordering::put_whole_list_in_order(tx, own, version, &order)?)
        });
        (moved.await, format!("/letters/{slug}/list"))
    };
    match moved {
        Ok(()) => Ok(redirect::to(back)),
        Err(Moving::ListMoved) => {
            let problem = say!("signatures-list-moved");
            let said = Said { problem: Some(&problem), ..Said::default() };
            answer(&site, &visitor, &slug, StatusCode::CONFLICT, said).await
        }
        Err(Moving::Refused(error)) => Err(error),
    }
}

/// By what to order.
#[derive(Deserialize)]
pub struct OrderingForm {
    #[serde(default)]
    ordering: String,
}

/// `POST /letters/{slug}/list/ordering`: by name, by time or by hand; by hand begins with the order
/// that stood before.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if the letter is delivered.
pub async fn order_by(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<OrderingForm>,
) -> Result<HttpResponse, Error> {
    let unreadable = || Error::BadRequest { why: say!("signatures-ordering-unreadable") };
    let ordering: Ordering = form.0.ordering.parse().map_err(|()| unreadable())?;
    let done = holding(&site, &visitor, &slug, move |tx, own| {
        Ok::<_, Moving>(ordering::order_by(tx, own, ordering)?)
    });
    match done.await {
        Ok(()) | Err(Moving::ListMoved) => Ok(redirect::to(format!("/letters/{slug}/list?note=saved"))),
        Err(Moving::Refused(error)) => Err(error),
    }
}

/// Which change to undo; the latest if empty.
#[derive(Deserialize)]
pub struct UndoForm {
    #[serde(default)]
    change: String,
}

/// `POST /letters/{slug}/list/undo`: undoes the latest change of the list; pressed again, the one
/// before.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 with the reason if it cannot be.
pub async fn undo(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<UndoForm>,
) -> Result<HttpResponse, Error> {
    let refused = |why: String| Error::Refused { why };
    let shown: Option<i64> = form.0.change.trim().parse().ok();
    let config = site.config.clone();
    holding(&site, &visitor, &slug, move |tx, own| {
        let latest = changes::last_change(tx, own.letter().id)?.map(|last| last.seq);
        if shown.is_some() && shown != latest {
            return Err(refused(say!("signatures-undo-other-first")));
        }
        let before = gathering::signatory_list(tx, own.letter(), &own.letter().language())?;
        let renamed = changes::undo(tx, own).map_err(|refusal| match refusal {
            UndoError::NothingToUndo => refused(say!("signatures-undo-nothing")),
            UndoError::NoLongerFits => refused(say!("signatures-undo-no-longer")),
            UndoError::Delivered => refused(say!("signatures-undo-delivered")),
            UndoError::Fault(fault) => Error::Fault(fault),
        })?;
        tell_renamed(tx, own, &before, &renamed, |path| config.address(path))?;
        Ok(())
    })
    .await?;
    Ok(redirect::to(format!("/letters/{slug}/list?note=undone")))
}

/// Which two are not the same.
#[derive(Deserialize)]
pub struct PairForm {
    #[serde(default)]
    one: String,
    #[serde(default)]
    other: String,
}

/// `POST /letters/{slug}/list/duplicates`: two lines are not the same organization's; they are not
/// proposed again.
///
/// # Errors
/// 404 for everybody but its coordinators, and for lines of another letter.
pub async fn not_the_same(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<PairForm>,
) -> Result<HttpResponse, Error> {
    let one: SignatureId = form.0.one.parse().map_err(|_| Error::NotFound)?;
    let other: SignatureId = form.0.other.parse().map_err(|_| Error::NotFound)?;
    holding(&site, &visitor, &slug, move |tx, own| {
        likeness::are_distinct(tx, own, one, other).map_err(|refusal| match refusal {
            DistinctError::NoSuchPair => Error::NotFound,
            DistinctError::Fault(fault) => Error::Fault(fault),
        })
    })
    .await?;
    Ok(redirect::to(format!("/letters/{slug}/list?note=saved")))
}

/// A footnote's sign and its words.
#[derive(Deserialize)]
pub struct FootnoteForm {
    #[serde(default)]
    sign: String,
    #[serde(default)]
    words: String,
}

/// `POST /letters/{slug}/list/footnotes`: gives a footnote other words.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if delivered lines have it; 422 with the list, and what
/// was typed, for no words or too many.
pub async fn edit_footnote(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<FootnoteForm>,
) -> Result<HttpResponse, Error> {
    let (sign, words) = (clean::line(&form.0.sign), clean::line(&form.0.words));
    let mut complaints = Complaints::default();
    complaints.required("words", &words, 500, &say!("signatures-footnote-has-words"));
    if let Some(complaint) = complaints.at("words") {
        let typed = FootnoteTyped { sign: &sign, words: &form.0.words, complaint };
        let said = Said { footnote: Some(typed), ..Said::default() };
        return answer(&site, &visitor, &slug, StatusCode::UNPROCESSABLE_ENTITY, said).await;
    }
    holding(&site, &visitor, &slug, move |tx, own| {
        lines::edit_footnote(tx, own, &sign, &words).map_err(|refusal| match refusal {
            LineError::NoSuchSignatory | LineError::NoSuchGroup | LineError::FootnoteWithoutWords => {
                Error::NotFound
            }
            LineError::FootnoteDelivered | LineError::Delivered => {
                Error::Refused { why: say!("signatures-footnote-stays") }
            }
            LineError::Fault(fault) => Error::Fault(fault),
        })
    })
    .await?;
    Ok(redirect::to(format!("/letters/{slug}/list?note=saved")))
}
