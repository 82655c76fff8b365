//! Inviting: what was pasted or sent as a file is read, shown, and sent when all of it is readable
//! (or when the coordinator says that the readable part is enough).

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::board::{Above, BoardQuery, own, page, title_at};
use crate::app::{App, Site};
use crate::error::Error;
use crate::ids::Slug;
use crate::invitations::addresses::{Guests, read_addresses, read_table};
use crate::invitations::asking::{self, AskError, MOST, Sent};
use crate::invitations::sending::Letterhead;
use crate::letters::OwnLetter;
use crate::people::SignedIn;
use crate::text::complaints::Complaints;
use crate::text::encoding;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::redirect;
use crate::web::uploaded::Uploaded;

/// Whom to invite.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AskingForm {
    /// Addresses, as mail programs write them.
    pub(in crate::invitations) addresses: String,
    /// A table.
    pub(in crate::invitations) csv: String,
    /// The address of a coalition, all of whose members are invited.
    pub(in crate::invitations) coalition: String,
    /// Which button was pressed: `send` (only if all is readable), `readable` or `preview`.
    pub(in crate::invitations) then: String,
}

/// The megabytes of a form with five thousand lines in Arabic, percent-encoded.
const LARGE: usize = 16;

fn complaint(refusal: AskError) -> Result<Complaints, Error> {
    let about = |field, sentence: String| Ok(Complaints::about(field, sentence));
    match refusal {
        AskError::NoSuchLetter => Err(Error::NotFound),
        AskError::Closed => Err(Error::Refused { why: say!("invitations-closed-nothing") }),
        AskError::Nobody => about("addresses", say!("invitations-nobody")),
        AskError::TooMany => about("addresses", say!("invitations-too-many")),
        AskError::NoSuchCoalition => about("coalition", say!("invitations-no-coalition")),
        AskError::Fault(fault) => Err(Error::Fault(fault)),
    }
}

fn read(form: &AskingForm) -> Guests {
    read_addresses(&form.addresses).and(read_table(&form.csv))
}

/// `POST /letters/{slug}/invitations` `addresses, csv, coalition, then`: invites everybody who is
/// named, each by a mail with a personal link. With a line that cannot be read nothing is sent, and
/// the form comes back with what is wrong, unless `then` is `readable`.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 403 once it is closed; 422 with the words kept.
pub async fn invite(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<AskingForm, LARGE>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let form = form.0;
    let person = visitor.person.id;
    let own = own(&site, person, &slug).await?;
    let (guests, understood) = look_over(&site, &own, &form).await?;
    let sends = form.then == "readable" || (form.then != "preview" && guests.unreadable.is_empty());
    if !sends || understood.is_err() {
        return shown_again(&site, own, &form, &guests, understood).await;
    }
    let (config, mut guests, coalition) = (site.config.clone(), guests, form.coalition.clone());
    let back = format!("/letters/{slug}/invitations");
    let sent = site.db.write(move |tx| {
        let address = |path: &str| config.address(path);
        let head = Letterhead { title: title_at(tx, person, &slug)?, address: &address };
        asking::ask(tx, person, &slug, &mut guests, &coalition, &head)
    });
    match sent.await {
        Ok(Sent { invited, already }) => {
            Ok(redirect::to(format!("{back}?invited={invited}&already={already}")))
        }
        Err(refusal) => {
            let complaints = complaint(refusal)?;
            shown_again(&site, own, &form, &Guests::default(), Err(complaints)).await
        }
    }
}

/// How many would be invited and how many of them are already, or what stands against it.
type Understood = Result<(usize, usize), Complaints>;

/// Reads the form, and looks at what would be done with it.
async fn look_over(site: &App, own: &OwnLetter, form: &AskingForm) -> Result<(Guests, Understood), Error> {
    let mut guests = read(form);
    if guests.guests.len() > MOST {
        return Ok((Guests::default(), complaint(AskError::TooMany).map(Err)?));
    }
    let (own, coalition) = (own.clone(), form.coalition.trim().to_owned());
    let looked = site.db.read::<_, AskError, _>(move |tx| {
        let understood = asking::understand(tx, &own, &mut guests, &coalition)?;
        Ok((guests, understood))
    });
    match looked.await {
        Ok((guests, understood)) if understood.all.is_empty() && guests.unreadable.is_empty() => {
            Ok((guests, complaint(AskError::Nobody).map(Err)?))
        }
        Ok((guests, understood)) => Ok((guests, Ok((understood.all.len(), understood.already)))),
        Err(refusal) => Ok((Guests::default(), complaint(refusal).map(Err)?)),
    }
}

async fn shown_again(
    site: &App,
    own: OwnLetter,
    form: &AskingForm,
    guests: &Guests,
    understood: Understood,
) -> Result<HttpResponse, Error> {
    let wrong = understood.is_err() || !guests.unreadable.is_empty();
    let (understood, complaints) = match understood {
        Ok(understood) => (Some(understood), Complaints::default()),
        Err(complaints) => (None, complaints),
    };
    let asked_to_see = form.then == "preview" && complaints.is_empty();
    let status = if wrong && !asked_to_see { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let above = Above { form, complaints: &complaints, guests: Some(guests), understood, wrong: None };
    page(site, own, status, &BoardQuery::none(), above).await
}

/// `POST /letters/{slug}/invitations/file` `file`: reads a table (CSV in UTF-8, UTF-16 or an older
/// encoding) and shows what was understood. Nothing is sent yet.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 413 for more than two megabytes; 422 for what is
/// no text.
pub async fn read_file(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    // A table of five thousand lines has half a megabyte.
    sent: Uploaded<2>,
) -> Result<HttpResponse, Error> {
    let own = own(&site, visitor.person.id, &slug).await?;
    let bytes = match sent.file("file") {
        Some(file) if file.is_too_large => return Err(Error::TooLarge),
        Some(file) => file.content.as_slice(),
        None => &[],
    };
    let mut form = AskingForm { then: "preview".to_owned(), ..AskingForm::default() };
    let Some(table) = encoding::decode(bytes) else {
        let why = say!("invitations-no-text-file");
        return shown_again(&site, own, &form, &Guests::default(), Err(Complaints::about("file", why))).await;
    };
    form.csv = table;
    let (guests, understood) = look_over(&site, &own, &form).await?;
    shown_again(&site, own, &form, &guests, understood).await
}
