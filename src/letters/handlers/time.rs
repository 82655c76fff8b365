//! Moving a deadline.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use crate::app::Site;
use crate::error::Error;
use crate::ids::Slug;
use crate::letters::deadlines::{self, MoveError};
use crate::people::SignedIn;
use crate::text::clean;
use crate::text::dates::{self, NoSuchTime, ZonedTime};
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
pub(super) fn read_time(typed: &str, zone: &str) -> Result<Option<ZonedTime>, Error> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let unreadable = |why: &str| Error::BadRequest { why: why.to_owned() };
    dates::read(typed, zone).map(Some).map_err(|refusal| match refusal {
        NoSuchTime::Unreadable => unreadable("This is no time. A time looks like 2026-12-14T13:00."),
        NoSuchTime::UnknownZone => unreadable("There is no such time zone."),
        NoSuchTime::Skipped => unreadable(
            "The clocks skip this hour: daylight saving time begins. Go back and choose an hour later.",
        ),
    })
}

/// What a note may have of characters; more belongs into a mail.
const LONGEST_NOTE: usize = 1000;

/// `POST /letters/{slug}/deadline` `deadline, time_zone, note`: by a coordinator of a letter that is
/// open or was. A closed letter can be signed again.
///
/// # Errors
/// 404 for everybody but its coordinators; 400 for a time that is none; 403 for a draft, or a time
/// that is over.
pub async fn move_deadline(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<DeadlineForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let to = read_time(&form.0.deadline, &form.0.time_zone)?;
    let note = clean::prose(&form.0.note);
    if note.chars().count() > LONGEST_NOTE {
        return Err(Error::BadRequest { why: "The note is longer than 1,000 characters.".into() });
    }
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/edit?note=deadline"));
    let moved =
        site.db.write(move |tx| deadlines::move_deadline(tx, person, &slug, to.as_ref(), &note)).await;
    match moved {
        Ok(()) => Ok(redirect::to(address)),
        Err(MoveError::NoSuchLetter) => Err(Error::NotFound),
        Err(MoveError::NotOpened) => Err(Error::Refused {
            why: "This letter is a draft: its deadline is part of the draft’s form.".into(),
        }),
        Err(MoveError::Retracted) => Err(Error::Refused { why: "This letter is retracted.".into() }),
        Err(MoveError::Over) => Err(Error::Refused {
            why: "That time is over. Choose a later one, or none; to end the signing at once, close the letter.".into(),
        }),
        Err(MoveError::Fault(fault)) => Err(fault.into()),
    }
}
