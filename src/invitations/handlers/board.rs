//! The board in the coordinators' hands. To everybody else none of these addresses exists.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::asking::AskingForm;
use crate::app::{App, Site};
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{InvitationId, PersonId, Slug};
use crate::invitations::addresses::Guests;
use crate::invitations::asking;
use crate::invitations::board::{self, ChangeError, Line};
use crate::invitations::model::Stage;
use crate::invitations::pages::board::{self as pages, Board, Filter, Tally, Wrong};
use crate::invitations::reminding::{self, RemindError};
use crate::invitations::sending::Letterhead;
use crate::letters::{self, OwnLetter};
use crate::people::{Email, SignedIn};
use crate::signatures;
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{clean, spreadsheet};
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// How many lines a page of the board has.
const PAGE: usize = 200;

/// Which lines are looked at, and what was just done.
#[derive(Deserialize)]
pub struct BoardQuery {
    #[serde(default)]
    stage: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: Option<usize>,
    invited: Option<usize>,
    already: Option<usize>,
    reminded: Option<usize>,
    #[serde(default)]
    note: String,
    /// The line that was just changed: the page that it stands on is shown.
    #[serde(default)]
    at: String,
}

impl BoardQuery {
    /// The board from its beginning.
    pub(super) fn none() -> Self {
        Self {
            stage: String::new(),
            q: String::new(),
            page: None,
            invited: None,
            already: None,
            reminded: None,
            note: String::new(),
            at: String::new(),
        }
    }

    /// What was done, in words.
    fn done(&self) -> Option<String> {
        if let Some(invited) = self.invited {
            let invited = say!("invitations-note-invited", count = invited);
            return Some(match self.already.filter(|already| *already > 0) {
                Some(already) => format!("{invited} {}", say!("invitations-note-already", count = already)),
                None => invited,
            });
        }
        if let Some(reminded) = self.reminded {
            return Some(match reminded {
                0 => say!("invitations-note-reminded-nobody"),
                n => say!("invitations-note-reminded", count = n),
            });
        }
        match self.note.as_str() {
            "saved" => Some(say!("invitations-note-saved")),
            "revoked" => Some(say!("invitations-note-revoked")),
            "sent" => Some(say!("invitations-note-sent")),
            _ => None,
        }
    }
}

/// What stands over the board beside the lines: the form, and what could not be read of it.
pub(super) struct Above<'a> {
    pub form: &'a AskingForm,
    pub complaints: &'a Complaints,
    pub guests: Option<&'a Guests>,
    /// How many would be invited, and how many of them are already.
    pub understood: Option<(usize, usize)>,
    /// The line whose address needs another look.
    pub wrong: Option<&'a Wrong<'a>>,
}

/// The whole page.
pub(super) async fn page(
    site: &App,
    own: OwnLetter,
    status: StatusCode,
    query: &BoardQuery,
    above: Above<'_>,
) -> Result<HttpResponse, Error> {
    let (letter, person) = (own.letter().clone(), own.person());
    let id = letter.id;
    let found = site.db.read::<_, Fault, _>(move |tx| {
        Ok((board::lines(tx, id)?, asking::coalitions_within_reach(tx, person)?, tx.now()))
    });
    let (all, coalitions, now) = found.await?;
    let tally = Tally::of(all.iter().map(|line| line.stage));
    let stage = Stage::named(&query.stage);
    let typed = clean::line(&query.q);
    let lines = board::select(all, stage, &typed);
    let found = lines.len();
    let pages_in_all = found.div_ceil(PAGE).max(1);
    let at = lines.iter().position(|line| line.invitation.id.to_string() == query.at);
    let number = at.map(|at| at / PAGE + 1).or(query.page).unwrap_or(1).clamp(1, pages_in_all);
    let shown: Vec<Line> = lines.into_iter().skip((number - 1) * PAGE).take(PAGE).collect();
    let board = Board {
        letter: &letter,
        standing: letter.standing(now),
        tally: &tally,
        filter: Filter { stage, typed: &typed, page: number, pages: pages_in_all, found },
        lines: &shown,
        coalitions: &coalitions,
        form: above.form,
        complaints: above.complaints,
        guests: above.guests,
        understood: above.understood,
        note: query.done(),
        wrong: above.wrong,
    };
    Ok(frame::work(status, &say!("invitations-board"), &[], pages::board(&board)))
}

pub(super) async fn own(site: &App, person: PersonId, slug: &Slug) -> Result<OwnLetter, Error> {
    let slug = slug.clone();
    site.db.read(move |tx| letters::find_own(tx, person, &slug)).await?.ok_or(Error::NotFound)
}

/// `GET /letters/{slug}/invitations` `stage, q, page`: who was asked and what came of it.
///
/// # Errors
/// 404 for everybody but the letter's coordinators.
pub async fn show(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<BoardQuery>,
) -> Result<HttpResponse, Error> {
    let own = own(&site, visitor.person.id, &slug).await?;
    let (form, complaints) = (AskingForm::default(), Complaints::default());
    let above = Above { form: &form, complaints: &complaints, guests: None, understood: None, wrong: None };
    page(&site, own, StatusCode::OK, &query, above).await
}

/// `GET /letters/{slug}/invitations.csv`: the whole board. UTF-8; no cell is a formula.
///
/// # Errors
/// 404 for everybody but the letter's coordinators.
pub async fn export(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let own = own(&site, visitor.person.id, &slug).await?;
    let id = own.letter().id;
    let lines = site.db.read(move |tx| board::lines(tx, id)).await?;
    let rows = lines.iter().map(|line| {
        let invitation = &line.invitation;
        let time = |at: Option<crate::db::Moment>| at.map(|at| at.to_string()).unwrap_or_default();
        vec![
            line.organization().to_owned(),
            invitation.person_name.clone(),
            line.address().unwrap_or_default().to_owned(),
            line.coalition.clone().unwrap_or_default(),
            line.stage.as_str().to_owned(),
            time(Some(invitation.invited_at)),
            time(invitation.opened_at),
            time(invitation.preparing_at),
            time(invitation.signed_at),
            time(invitation.declined_at),
            invitation.decline_reason.clone().unwrap_or_default(),
            invitation.note.clone(),
            invitation.mails.to_string(),
        ]
    });
    let head = [
        "organization",
        "person",
        "email",
        "coalition",
        "stage",
        "invited",
        "opened",
        "preparing",
        "signed",
        "declined",
        "reason",
        "note",
        "mails",
    ];
    let table = spreadsheet::table(&head, rows).map_err(Fault::from_error)?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}-invitations.csv\"")))
        .content_type("text/csv; charset=utf-8")
        .body(table))
}

/// The title of the letter at `slug`, if this person coordinates it.
pub(super) fn title_at(tx: &mut Tx<'_>, person: PersonId, slug: &Slug) -> Result<String, Fault> {
    match letters::find_own(tx, person, slug)? {
        Some(own) => signatures::title_in_mail(tx, own.letter()),
        None => Ok(String::new()),
    }
}

fn not_reminded(refusal: RemindError) -> Error {
    let refused = |why: String| Error::Refused { why };
    match refusal {
        RemindError::NoSuchInvitation => Error::NotFound,
        RemindError::Closed => refused(say!("invitations-not-reminded-closed")),
        RemindError::Answered => refused(say!("invitations-not-reminded-answered")),
        RemindError::Bounced => refused(say!("invitations-not-reminded-bounced")),
        RemindError::TooSoon => refused(say!("invitations-not-reminded-too-soon")),
        RemindError::Enough => refused(say!("invitations-not-reminded-enough")),
        RemindError::Fault(fault) => Error::Fault(fault),
    }
}

/// `POST /letters/{slug}/invitations/reminders`: reminds all who have not answered and had no mail
/// in the last day.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 403 once it is closed.
pub async fn remind_all(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, config, back) =
        (visitor.person.id, site.config.clone(), format!("/letters/{slug}/invitations"));
    let reminded = site.db.write(move |tx| {
        let address = |path: &str| config.address(path);
        let head = Letterhead { title: title_at(tx, person, &slug)?, address: &address };
        reminding::remind_all(tx, person, &slug, &head)
    });
    let reminded = reminded.await.map_err(not_reminded)?;
    Ok(redirect::to(format!("{back}?reminded={reminded}")))
}

/// `POST /letters/{slug}/invitations/{id}/reminder`: reminds one.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 403 with the reason if they are not to be reminded.
pub async fn remind(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = read_path(path)?;
    let (person, config, back) =
        (visitor.person.id, site.config.clone(), format!("/letters/{slug}/invitations"));
    let reminded = site.db.write(move |tx| {
        let address = |path: &str| config.address(path);
        let head = Letterhead { title: title_at(tx, person, &slug)?, address: &address };
        reminding::remind(tx, person, &slug, id, &head)
    });
    reminded.await.map_err(not_reminded)?;
    Ok(redirect::to(format!("{back}?reminded=1&at={id}#i-{id}")))
}

fn read_path(path: web::Path<(Slug, String)>) -> Result<(Slug, InvitationId), Error> {
    let (slug, id) = path.into_inner();
    Ok((slug, id.parse().map_err(|_| Error::NotFound)?))
}

fn taken() -> String {
    say!("invitations-address-taken")
}

fn enough() -> String {
    say!("invitations-address-enough")
}

fn declined() -> String {
    say!("invitations-address-declined")
}

fn not_changed(refusal: ChangeError) -> Error {
    let refused = |why: String| Error::Refused { why };
    match refusal {
        ChangeError::NoSuchInvitation => Error::NotFound,
        ChangeError::Signed => refused(say!("invitations-not-changed-signed")),
        ChangeError::AddressTaken => refused(taken()),
        ChangeError::Enough => refused(enough()),
        ChangeError::Declined => refused(declined()),
        ChangeError::Fault(fault) => Error::Fault(fault),
    }
}

/// The coordinators' own note.
#[derive(Deserialize)]
pub struct NoteForm {
    #[serde(default)]
    note: String,
}

/// A note has as many characters at most.
const LONGEST_NOTE: usize = 1000;

/// `POST /letters/{slug}/invitations/{id}/note` `note`: for the coordinators' eyes only.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 400 for a note that is too long.
pub async fn note(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<NoteForm>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = read_path(path)?;
    let note = clean::prose(&form.0.note);
    if note.chars().count() > LONGEST_NOTE {
        return Err(Error::BadRequest { why: say!("invitations-note-too-long") });
    }
    let (person, back) =
        (visitor.person.id, format!("/letters/{slug}/invitations?note=saved&at={id}#i-{id}"));
    site.db.write(move |tx| board::set_note(tx, person, &slug, id, &note)).await.map_err(not_changed)?;
    Ok(redirect::to(back))
}

/// `POST /letters/{slug}/invitations/{id}/revocation`: takes it back; its links stop working.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 403 once they have signed.
pub async fn revoke(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = read_path(path)?;
    let (person, back) =
        (visitor.person.id, format!("/letters/{slug}/invitations?note=revoked&at={id}#i-{id}"));
    site.db.write(move |tx| board::revoke(tx, person, &slug, id)).await.map_err(not_changed)?;
    Ok(redirect::to(back))
}

/// The right address.
#[derive(Deserialize)]
pub struct AddressForm {
    #[serde(default)]
    email: String,
}

/// `POST /letters/{slug}/invitations/{id}/address` `email`: corrects the address and sends the
/// invitation there; also gives a revoked one again.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 422 with the words kept for an address that cannot
/// be written to; 403 once they have signed.
pub async fn correct(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<AddressForm>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = read_path(path)?;
    let (person, config) = (visitor.person.id, site.config.clone());
    let Some(email) = Email::read(&form.0.email) else {
        return address_again(&site, person, &slug, id, &form.0.email, &say!("invitations-no-address")).await;
    };
    let of_letter = slug.clone();
    let back = format!("/letters/{slug}/invitations?note=sent&at={id}#i-{id}");
    let sent = site.db.write(move |tx| {
        let address = |path: &str| config.address(path);
        let head = Letterhead { title: title_at(tx, person, &of_letter)?, address: &address };
        board::correct(tx, person, &of_letter, id, &email, &head)
    });
    let sentence = match sent.await {
        Ok(()) => return Ok(redirect::to(back)),
        Err(ChangeError::AddressTaken) => taken(),
        Err(ChangeError::Enough) => enough(),
        Err(ChangeError::Declined) => declined(),
        Err(refusal @ (ChangeError::NoSuchInvitation | ChangeError::Signed | ChangeError::Fault(_))) => {
            return Err(not_changed(refusal));
        }
    };
    address_again(&site, person, &slug, id, &form.0.email, &sentence).await
}

/// The board with the line whose address needs another look.
async fn address_again(
    site: &App,
    person: PersonId,
    slug: &Slug,
    id: InvitationId,
    typed: &str,
    sentence: &str,
) -> Result<HttpResponse, Error> {
    let own = own(site, person, slug).await?;
    let (form, complaints) = (AskingForm::default(), Complaints::default());
    let wrong = Wrong { id, typed, sentence };
    let above =
        Above { form: &form, complaints: &complaints, guests: None, understood: None, wrong: Some(&wrong) };
    let query = BoardQuery { at: id.to_string(), ..BoardQuery::none() };
    page(site, own, StatusCode::UNPROCESSABLE_ENTITY, &query, above).await
}
