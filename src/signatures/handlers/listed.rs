//! Listed signatories: entered by coordinators, confirmed by organizations.

use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::line::{LineForm, answer as line_answer};
use super::list::{holding, looking};
use super::refusal::Refusal;
use crate::app::Site;
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::{EvidenceId, SignatureId, Slug};
use crate::invitations;
use crate::letters::{OwnLetter, Standing};
use crate::mail;
use crate::organizations::NewOrganization;
use crate::people::{Email, SignedIn};
use crate::signatures::listed::{self, Asked, Evidence, EvidenceFile, ListError, NewListed};
use crate::signatures::pages::listed::{self as pages, ListedTyped};
use crate::signatures::{counting, gathering, lines, mails};
use crate::text::complaints::Complaints;
use crate::text::words::{Words, say};
use crate::text::{clean, dates, markdown};
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

fn typed(form: &Uploaded) -> ListedTyped {
    let text = |name| form.text(name).to_owned();
    ListedTyped {
        name: text("name"),
        acronym: text("acronym"),
        country: text("country"),
        group: text("group"),
        representative_name: text("representative_name"),
        representative_title: text("representative_title"),
        email: text("email"),
        said_by: text("said_by"),
        said_at: text("said_at"),
        note: text("note"),
        display: text("display"),
    }
}

fn read_time(complaints: &mut Complaints, typed: &str, zone: &str, now: Moment) -> Option<(Moment, String)> {
    // A day without an hour is its beginning.
    let whole = if typed.trim().len() == 10 { format!("{}T00:00", typed.trim()) } else { typed.to_owned() };
    match dates::read(&whole, zone) {
        Ok(time) if Moment::from(time.at) > now => {
            complaints.add("said_at", say!("signatures-said-in-future"));
            None
        }
        Ok(time) => Some((Moment::from(time.at), time.zone)),
        Err(_) => {
            complaints.add("said_at", say!("signatures-said-when"));
            None
        }
    }
}

/// The form, with its file: a mail with a scanned page, or a photograph of a letter, fits.
type Uploaded = crate::web::uploaded::Uploaded<5>;

fn read(form: &Uploaded, zone: &str, now: Moment) -> Result<NewListed, Complaints> {
    let named =
        NewOrganization::read("name", form.text("name"), form.text("acronym"), "", form.text("country"));
    let (named, mut complaints) = match named {
        Ok(named) => (Some(named), Complaints::default()),
        Err(complaints) => (None, complaints),
    };
    let representative_name = clean::line(form.text("representative_name"));
    let representative_title = clean::line(form.text("representative_title"));
    complaints.at_most("representative_name", &representative_name, 200);
    complaints.at_most("representative_title", &representative_title, 200);
    let typed_email = form.text("email").trim();
    let email = Email::read(typed_email);
    if !typed_email.is_empty() && email.is_none() {
        complaints.add("email", say!("signatures-an-address"));
    }
    let said_by = clean::line(form.text("said_by"));
    complaints.required("said_by", &said_by, 200, &say!("signatures-said-who"));
    let said_at = read_time(&mut complaints, form.text("said_at"), zone, now);
    let note = clean::prose(form.text("note"));
    complaints.at_most("note", &note, 5000);
    let file = form.file("evidence");
    if file.is_some_and(|file| file.is_too_large) {
        complaints.add("evidence", say!("signatures-file-too-large"));
    }
    let file = file.filter(|file| !file.is_too_large).map(|file| EvidenceFile {
        name: clean::line(&file.name).chars().take(200).collect(),
        media_type: clean::line(&file.media_type).chars().take(100).collect(),
        content: file.content.clone(),
    });
    let withheld = match form.text("display") {
        "" | "organization" => false,
        "withheld" => true,
        _ => {
            complaints.add("display", say!("signatures-choose-display"));
            true
        }
    };
    let Some((named, (said_at, said_zone))) = named.zip(said_at) else { return Err(complaints) };
    complaints.or(NewListed {
        name: named.name,
        acronym: named.acronym,
        country: named.country,
        group: clean::optional_line(form.text("group")),
        representative_name,
        representative_title,
        email,
        withheld,
        evidence: Evidence { said_by, said_at, said_zone, note, file },
    })
}

async fn answer(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    typed: &ListedTyped,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let (letter, groups, now) = looking(site, visitor, slug, |tx, own| {
        Ok((own.letter().clone(), gathering::groups_of(tx, own.letter().id)?, tx.now()))
    })
    .await?;
    let can_be_signed = matches!(letter.standing(now), Standing::Open { .. });
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = pages::listed_form(&letter, &groups, typed, complaints, can_be_signed);
    Ok(frame::work(status, &say!("signatures-listed-title"), &[], page))
}

/// `GET /letters/{slug}/list/listed`: the form, for the letter's coordinators.
///
/// # Errors
/// 404 for everybody else.
pub async fn show_form(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    answer(&site, &visitor, &slug, &ListedTyped::default(), &Complaints::default()).await
}

impl From<ListError> for Refusal {
    fn from(refusal: ListError) -> Self {
        match refusal {
            ListError::NoSuchGroup => Self::Complaint("group", say!("signatures-choose-heading")),
            ListError::Fault(fault) => Self::Error(fault.into()),
        }
    }
}

/// `POST /letters/{slug}/list/listed` (multipart, with the file `evidence`): enters a listed
/// signatory. If an address is given and the letter can be signed, it gets a mail that asks to
/// confirm.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 422 if a field needs another look.
pub async fn add(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Uploaded,
) -> Result<HttpResponse, Error> {
    let zone = looking(&site, &visitor, &slug, |_, own| Ok(own.letter().deadline_zone.clone())).await?;
    let complaints = match read(&form, zone.as_deref().unwrap_or("UTC"), site.db.now()) {
        Err(complaints) => complaints,
        Ok(new) => {
            let config = site.config.clone();
            let added = holding(&site, &visitor, &slug, move |tx, own| {
                let id = listed::add_listed(tx, own, &new)?;
                let Some(email) = &new.email else { return Ok("listed") };
                let whom = Whom { name: &new.name, email, withheld: new.withheld };
                let asked = ask_by_mail(tx, own, id, &whom, |path| config.address(path))?;
                Ok::<_, Refusal>(match asked {
                    Mailed::Asked => "asked",
                    Mailed::NotOpen => "listed",
                    Mailed::Answered | Mailed::Enough => "not-asked",
                })
            });
            match added.await {
                Ok(note) => return Ok(redirect::to(format!("/letters/{slug}/list?note={note}"))),
                Err(Refusal::Error(error)) => return Err(error),
                Err(Refusal::Complaint(field, sentence)) => Complaints::about(field, sentence),
            }
        }
    };
    answer(&site, &visitor, &slug, &typed(&form), &complaints).await
}

enum Mailed {
    Asked,
    NotOpen,
    Answered,
    Enough,
}

/// Who is asked to confirm a line.
struct Whom<'a> {
    name: &'a str,
    email: &'a Email,
    withheld: bool,
}

fn ask_by_mail(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    signature: SignatureId,
    &Whom { name, email, withheld }: &Whom<'_>,
    address: impl Fn(&str) -> String,
) -> Result<Mailed, Fault> {
    match listed::ask(tx, own, signature, name, email)? {
        Asked::By(invitation, token) => {
            let letter = own.letter();
            let count = counting::count_signatories(tx, letter.id)?;
            let title = letter.title.replace(markdown::COUNT, &count.to_string());
            let link = address(&format!("/invitations/{}", token.as_str()));
            let words = Words::of(&letter.language());
            let mail = mail::enqueue(
                tx,
                &mails::please_confirm(words, name, email.as_str(), &title, link, withheld),
            )?;
            invitations::has_been_mailed(tx, invitation, mail)?;
            Ok(Mailed::Asked)
        }
        Asked::NotOpen => Ok(Mailed::NotOpen),
        Asked::Answered => Ok(Mailed::Answered),
        Asked::Enough => Ok(Mailed::Enough),
    }
}

/// Whom to ask.
#[derive(Deserialize)]
pub struct QuestionForm {
    #[serde(default)]
    email: String,
}

/// `POST /letters/{slug}/list/lines/{signature}/question`: asks an organization by mail to confirm its
/// listed line.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 403 if the letter cannot be signed, the line is
/// confirmed, or the address has answered; 422 for no address; 429 for too many mails to it.
pub async fn ask(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, SignatureId)>,
    form: Posted<QuestionForm>,
) -> Result<HttpResponse, Error> {
    let (slug, signature) = path.into_inner();
    let Some(email) = Email::read(form.0.email.trim()) else {
        let complaints = Complaints::about("email", say!("signatures-an-address"));
        let typed = LineForm::with_email(form.0.email);
        return line_answer(&site, &visitor, &slug, signature, &typed, &complaints, None).await;
    };
    let config = site.config.clone();
    let refused = |why: String| Error::Refused { why };
    let withheld = holding(&site, &visitor, &slug, move |tx, own| {
        let found = lines::find_line(tx, own.letter().id, signature)?;
        let (line, _) = found.ok_or(Error::NotFound)?;
        if line.confirmed_at.is_some() {
            return Err(refused(say!("signatures-nothing-to-ask")));
        }
        let (withheld, name) = (line.withheld_at.is_some(), line.printed_name.unwrap_or_default());
        let whom = Whom { name: &name, email: &email, withheld };
        match ask_by_mail(tx, own, signature, &whom, |path| config.address(path))? {
            Mailed::Asked => Ok(withheld),
            Mailed::NotOpen => Err(refused(say!("signatures-nobody-asked-now"))),
            Mailed::Answered => Err(refused(say!("signatures-address-answered"))),
            Mailed::Enough => Err(Error::TooMany { why: say!("signatures-asked-enough"), seconds: 3600 }),
        }
    })
    .await?;
    // The page of a line that is withheld is none: its name is looked up elsewhere.
    let back = if withheld { "?note=asked".to_owned() } else { format!("/lines/{signature}?note=asked") };
    Ok(redirect::to(format!("/letters/{slug}/list{back}")))
}

/// `GET /letters/{slug}/list/evidence/{evidence}`: a file that proves a yes, to be saved and never to be
/// shown: it came from outside, and whatever it is, no browser is to run it here.
///
/// # Errors
/// 404 for everybody but the letter's coordinators, and for a file of another letter.
pub async fn evidence(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, EvidenceId)>,
) -> Result<HttpResponse, Error> {
    let (slug, id) = path.into_inner();
    let (name, content) = looking(&site, &visitor, &slug, move |tx, own| {
        listed::find_file(tx, own.letter().id, id)?.ok_or(Error::NotFound)
    })
    .await?;
    // RFC 6266: the plain name for old programs, the real one percent-encoded.
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' }).collect();
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let encoded = encoded.replace('+', "%20");
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        ))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .content_type("application/octet-stream")
        .body(content))
}
