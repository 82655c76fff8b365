//! Moving a deadline.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::composing::with_times;
use super::own;
use crate::app::Site;
use crate::error::Error;
use crate::ids::Slug;
use crate::letters::Letter;
use crate::letters::deadlines::{self, MoveError};
use crate::letters::pages::steps::{NEW_DEADLINE, Times};
use crate::people::SignedIn;
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::dates::{self, NoSuchTime, ZonedTime};
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::redirect;

/// The deadline to be, empty for none, and why.
#[derive(Deserialize)]
pub struct DeadlineForm {
    #[serde(default)]
    deadline: String,
    #[serde(default)]
    time_zone: String,
    #[serde(default)]
    note: String,
}

/// A time as it was typed, or the sentence that says why it is none.
pub(super) fn read_time(typed: &str, zone: &str) -> Result<ZonedTime, String> {
    dates::read(typed, zone).map_err(|refusal| match refusal {
        NoSuchTime::Unreadable => say!("letters-no-time"),
        NoSuchTime::UnknownZone => say!("letters-no-zone"),
        NoSuchTime::Skipped => say!("letters-hour-skipped"),
    })
}

/// What a note may have of characters; more belongs into a mail.
const LONGEST_NOTE: usize = 1000;

/// `POST /letters/{slug}/deadline` `deadline, time_zone, note`: by a coordinator of a letter that is
/// open or was. A closed letter can be signed again.
///
/// # Errors
/// 404 for everybody but its coordinators; 422 with their words kept for a time that is none or is
/// over, or a note that is too long; 403 for a draft or a retracted letter.
pub async fn move_deadline(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<DeadlineForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let typed = [form.0.deadline.as_str(), &form.0.time_zone, &form.0.note];
    let mut complaints = Complaints::default();
    let note = clean::prose(&form.0.note);
    complaints.at_most("note", &note, LONGEST_NOTE);
    let to = if form.0.deadline.trim().is_empty() {
        None
    } else {
        read_time(&form.0.deadline, &form.0.time_zone)
            .map_err(|sentence| complaints.add(NEW_DEADLINE, sentence))
            .ok()
    };
    let again = |letter: &Letter, complaints: &Complaints| {
        with_times(letter, Times { deadline: Some(typed), ..Times::default() }, complaints)
    };
    if !complaints.is_empty() {
        let letter = own(&site, &visitor, &slug).await?;
        return Ok(again(&letter, &complaints));
    }
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note=deadline"));
    let of_letter = slug.clone();
    let moved =
        site.db.write(move |tx| deadlines::move_deadline(tx, person, &of_letter, to.as_ref(), &note)).await;
    match moved {
        Ok(()) => Ok(redirect::to(address)),
        Err(MoveError::NoSuchLetter) => Err(Error::NotFound),
        Err(MoveError::NotOpened) => Err(Error::Refused { why: say!("letters-deadline-of-draft") }),
        Err(MoveError::Retracted) => Err(Error::Refused { why: say!("letters-is-retracted") }),
        Err(MoveError::Over) => {
            complaints.add(NEW_DEADLINE, say!("letters-time-over-deadline"));
            let letter = own(&site, &visitor, &slug).await?;
            Ok(again(&letter, &complaints))
        }
        Err(MoveError::Fault(fault)) => Err(fault.into()),
    }
}
