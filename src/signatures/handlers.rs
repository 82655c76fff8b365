//! Signing and withdrawing. What coordinators do with the list is in the folder beside.

pub mod by_program;
pub mod cases;
pub mod display;
pub mod groups;
pub mod leaving;
pub mod line;
pub mod list;
pub mod listed;
pub mod printed;
pub mod queue;
pub mod withheld;

pub mod preparing;
pub mod reconsenting;
mod refusal;
mod shown;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use self::shown::{Chosen, Shown, look, look_again};
use super::pages::{self, AppearanceTyped, SignForm, SignPage, Typed};
use super::signing::{self, GivenSignature, SignError, WithdrawError};
use super::withholding::Display;
use super::{declaring, telling};
use crate::app::Site;
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug};
use crate::invitations;
use crate::letters::{Retention, Turn};
use crate::organizations::{self, SigningAuthority};
use crate::people::{Person, SignedIn};
use crate::text::clean;
use crate::text::complaints::Complaints;
use crate::text::markdown;
use crate::text::speaking;
use crate::text::words::{Words, say};
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// What the signing page is looked at with.
#[derive(Deserialize)]
pub struct SignQuery {
    #[serde(default)]
    organization: String,
    #[serde(default)]
    note: String,
}

fn answer(
    site: &Site,
    status: StatusCode,
    shown: &Shown,
    person: &Person,
    typed: &Typed<'_>,
    complaints: &Complaints,
    note: Option<&str>,
) -> HttpResponse {
    let has_others = shown.own.len() > 1;
    let form = shown.chosen.as_ref().map(|chosen| SignForm {
        has_others,
        organization: &chosen.organization,
        coalitions: &chosen.coalitions,
        prepares: chosen.prepares,
        line: chosen.line.as_ref(),
        declares: (person, chosen.role),
        typed,
        complaints,
    });
    page_of(site, status, shown, form, note, None)
}

/// The page with what was typed of how the name is to appear.
fn appearance_again(site: &Site, shown: &Shown, appears: &AppearanceTyped<'_>) -> HttpResponse {
    page_of(site, StatusCode::UNPROCESSABLE_ENTITY, shown, None, None, Some(appears))
}

fn page_of(
    site: &Site,
    status: StatusCode,
    shown: &Shown,
    form: Option<SignForm<'_>>,
    note: Option<&str>,
    appears: Option<&AppearanceTyped<'_>>,
) -> HttpResponse {
    let letter = shown.letter.letter();
    let kept = shown.retention.unwrap_or(Retention::usual(site.config.accounts.retention_months));
    let page = SignPage {
        letter: &shown.letter,
        translation: shown.translation.as_ref(),
        count: shown.count,
        standing: letter.standing(site.db.now()),
        own: &shown.own,
        form,
        note,
        waiting: &shown.waiting,
        moved: shown.moved.as_ref(),
        appears,
        retention: &kept.in_words(letter, site.db.now()),
    };
    let count = letter.language().number(shown.count);
    let title = say!("signatures-sign-title", title = letter.title.replace(markdown::COUNT, &count));
    frame::work(status, &title, &[], pages::sign(&page))
}

/// `GET /letters/{slug}/sign`: the exact text and the form, for people who sign for an
/// organization; for others, how to become one.
///
/// # Errors
/// Asks to sign in; 404 for a letter that is not public.
pub async fn show_sign(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    query: web::Query<SignQuery>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let (person, session, wanted) = (visitor.person.id, visitor.session, query.organization.clone());
    let opened = site.forms_key.stamp(&stamped(&slug, person), site.db.now());
    let shown = site.db.read(move |tx| {
        // Whom the person has chosen to act for decides which form is shown; what is signed for is what
        // that form names.
        let acting = organizations::find_acting(tx, session, person)?;
        let chosen = acting.organization().map(|organization| organization.slug.clone());
        let wanted = if wanted.is_empty() { chosen.unwrap_or_default() } else { wanted };
        look(tx, &slug, person, &wanted)
    });
    let shown = shown.await?.ok_or(Error::NotFound)?;
    // A line that is confirmed stays where it stands, unless its organization says otherwise.
    let first = shown.chosen.as_ref().filter(|chosen| chosen.listed() != "ours");
    let first = first.and_then(|chosen| chosen.coalitions.first());
    let named = shown.chosen.as_ref().and_then(|chosen| chosen.representative.as_ref());
    let named = named.unwrap_or(&visitor.person);
    let typed = Typed {
        representative_name: &named.name,
        representative_title: &named.title,
        group: first.map_or("", |coalition| coalition.slug.as_str()),
        display: "organization",
        listed: shown.chosen.as_ref().map_or("", Chosen::listed),
        opened: &opened,
    };
    let note = match query.note.as_str() {
        "withdrawn" => Some(say!("signatures-note-withdrawn")),
        "prepared" => Some(say!("signatures-note-prepared")),
        "hidden" => Some(say!("signatures-note-hidden")),
        "shown" => Some(say!("signatures-note-shown")),
        "authorised" => Some(say!("signatures-note-authorised")),
        "confirmed" => Some(say!("signatures-note-confirmed")),
        "suspended" => Some(say!("signatures-note-suspended")),
        "printed" => Some(say!("signatures-note-printed")),
        "welcome" => Some(say!("signatures-note-welcome")),
        _ => None,
    };
    let none = Complaints::default();
    Ok(answer(&site, StatusCode::OK, &shown, &visitor.person, &typed, &none, note.as_deref()))
}

/// The signing form.
#[derive(Deserialize)]
pub struct SignatureForm {
    #[serde(default)]
    organization: String,
    #[serde(default)]
    representative_name: String,
    #[serde(default)]
    representative_title: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    authority: String,
    #[serde(default)]
    revision: String,
    #[serde(default)]
    display: String,
    #[serde(default)]
    opened: String,
    #[serde(default)]
    listed: String,
    /// In which language the words that are declared were read.
    #[serde(default)]
    language: String,
}

impl SignatureForm {
    /// What is typed, to be shown again.
    fn typed(&self) -> Typed<'_> {
        Typed {
            representative_name: &self.representative_name,
            representative_title: &self.representative_title,
            group: &self.group,
            display: &self.display,
            listed: &self.listed,
            opened: &self.opened,
        }
    }
}

/// What the stamp in a signing form is for.
fn stamped(slug: &Slug, person: PersonId) -> String {
    format!("{slug} {person}")
}

fn read(form: &SignatureForm) -> Result<GivenSignature, Complaints> {
    let mut complaints = Complaints::default();
    let representative_name = clean::line(&form.representative_name);
    let representative_title = clean::line(&form.representative_title);
    complaints.required("representative_name", &representative_name, 200, &say!("signatures-who-signs"));
    complaints.at_most("representative_title", &representative_title, 200);
    if form.authority.trim().is_empty() {
        complaints.add("authority", say!("signatures-tick-authority"));
    }
    let display = Display::read(&form.display).unwrap_or_else(|sentence| {
        complaints.add("display", sentence);
        Display::Withheld
    });
    let confirms_listed = match form.listed.as_str() {
        "" => None,
        "ours" => Some(true),
        "another" => Some(false),
        _ => {
            complaints.add("listed", say!("signatures-say-whether-yours"));
            None
        }
    };
    complaints.or(GivenSignature {
        confirms_listed,
        revision: form.revision.trim().to_ascii_lowercase(),
        group: clean::optional_line(&form.group),
        representative_name,
        representative_title,
        show_representative: display == Display::Representative,
        withheld: display == Display::Withheld,
    })
}

/// Why the request to sign came to nothing, before or in [`signing::sign`].
enum Refusal {
    NoSuchLetter,
    Closed,
    NotYours,
    Sign(SignError),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Sign(SignError::Fault(fault))
    }
}

fn give(
    tx: &mut Tx<'_>,
    slug: &Slug,
    person: PersonId,
    organization: &str,
    given: &GivenSignature,
    (form_opened, read_in): (Option<Moment>, Words),
    address: impl Fn(&str) -> String,
) -> Result<String, Refusal> {
    let letter = match invitations::hold_turn(tx, slug, Some(person), form_opened)? {
        Some(Turn::Open(open)) => open,
        Some(Turn::Closed(_)) => return Err(Refusal::Closed),
        None => return Err(Refusal::NoSuchLetter),
    };
    let authority = authority(tx, person, organization)?.ok_or(Refusal::NotYours)?;
    let organization = authority.organization();
    let signature = speaking::in_words(read_in, || signing::sign(tx, &authority, &letter, given));
    let signature = signature.map_err(Refusal::Sign)?;
    telling::tell_given(tx, letter.locked(), signature, person, &address)?;
    // Its address may have become another with this signature.
    let all = organizations::memberships_of(tx, person)?;
    let known = all.into_iter().find(|(known, _)| known.id == organization.id);
    Ok(known.map_or_else(|| organization.slug.clone(), |(known, _)| known.slug))
}

/// The authority for the named organization, or, if none is named, for the only one there is.
fn authority(tx: &mut Tx<'_>, person: PersonId, named: &str) -> Result<Option<SigningAuthority>, Fault> {
    if named.trim().is_empty() {
        let mut all = organizations::authorities_of(tx, person)?;
        return Ok(if all.len() == 1 { all.pop() } else { None });
    }
    match named.trim().parse() {
        Ok(slug) => organizations::find_authority(tx, person, &slug),
        Err(()) => Ok(None),
    }
}

/// `POST /letters/{slug}/sign`: puts the organization's name under the text that was shown.
/// Pressing twice is pressing once.
///
/// # Errors
/// Asks to sign in; 404 for a letter that is not public; 403 for somebody else's organization or
/// after the closing. 409, with the form and what was typed, if the text moved; 422 if a field
/// needs another look.
pub async fn sign(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<SignatureForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let form = form.0;
    let person = visitor.person.id;
    let (status, complaints) = match read(&form) {
        Err(complaints) => (StatusCode::UNPROCESSABLE_ENTITY, complaints),
        Ok(given) => {
            let (config, slug, organization) = (site.config.clone(), slug.clone(), form.organization.clone());
            let opened = site.forms_key.read_stamp(&stamped(&slug, person), &form.opened);
            let shown = (opened, declaring::shown_in(&form.language));
            let address = format!("/letters/{slug}/sign");
            let turn = format!("signing {slug}");
            let result = site.db.write_in_turn(turn, move |tx| {
                give(tx, &slug, person, &organization, &given, shown, |path| config.address(path))
            });
            match result.await {
                Ok(organization) => {
                    return Ok(redirect::to(format!("{address}?organization={organization}#signing")));
                }
                Err(Refusal::Sign(SignError::AlreadySigned)) => {
                    return Ok(redirect::to(format!("{address}#signing")));
                }
                Err(Refusal::Sign(SignError::TextMoved)) => (
                    StatusCode::CONFLICT,
                    Complaints::about("signing", say!("signatures-not-the-shown-text")),
                ),
                Err(Refusal::Sign(SignError::NotAMember)) => (
                    StatusCode::UNPROCESSABLE_ENTITY,
                    Complaints::about("group", say!("signatures-not-a-member")),
                ),
                Err(Refusal::Sign(SignError::Fault(fault))) => return Err(fault.into()),
                Err(Refusal::NoSuchLetter) => return Err(Error::NotFound),
                Err(Refusal::Closed) => {
                    return Err(Error::Refused { why: say!("signatures-signing-is-over") });
                }
                Err(Refusal::Sign(SignError::NeedsAnother)) => {
                    return Err(Error::Refused { why: say!("signatures-needs-two") });
                }
                Err(Refusal::NotYours) => {
                    return Err(Error::Refused { why: say!("signatures-not-yours-to-sign") });
                }
            }
        }
    };
    let wanted = form.organization.clone();
    let shown_hash = (status == StatusCode::CONFLICT).then(|| form.revision.clone());
    let shown = site.db.read(move |tx| look_again(tx, &slug, person, &wanted, shown_hash.as_deref()));
    let shown = shown.await?.ok_or(Error::NotFound)?;
    Ok(answer(&site, status, &shown, &visitor.person, &form.typed(), &complaints, None))
}

/// Whose signature to withdraw.
#[derive(Deserialize)]
pub struct WithdrawalForm {
    #[serde(default)]
    organization: String,
}

/// `POST /letters/{slug}/withdrawal`: takes the organization's name from under the letter. Signing
/// again is possible while the letter is open.
///
/// # Errors
/// Asks to sign in; 404 for a letter that is not public; 403 for somebody else's organization or
/// one that has not signed.
pub async fn withdraw(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<WithdrawalForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let person = visitor.person.id;
    let address = format!("/letters/{slug}/sign?note=withdrawn#signing");
    let config = site.config.clone();
    site.db
        .write::<_, Error, _>(move |tx| {
            let turn = invitations::hold_turn(tx, &slug, Some(person), None)?.ok_or(Error::NotFound)?;
            let letter = turn.locked();
            let authority = authority(tx, person, &form.0.organization)?
                .ok_or_else(|| Error::Refused { why: say!("signatures-not-yours-to-withdraw") })?;
            match signing::withdraw(tx, &authority, &letter, &|path| config.address(path)) {
                Ok(_) => {}
                Err(WithdrawError::NotSigned) => {
                    return Err(Error::Refused { why: say!("signatures-does-not-stand") });
                }
                Err(WithdrawError::Fault(fault)) => return Err(fault.into()),
            }
            Ok(())
        })
        .await?;
    Ok(redirect::to(address))
}
