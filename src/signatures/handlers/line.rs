//! One line of the list in the coordinators' hands.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::list::{holding, looking};
use super::refusal::Refusal;
use crate::app::Site;
use crate::db::Tx;
use crate::error::{Error, Fault};
use crate::ids::{OrganizationId, SignatureId, Slug};
use crate::letters::{Letter, OwnLetter};
use crate::mail;
use crate::organizations;
use crate::people::SignedIn;
use crate::signatures::declaring::{Declared, declarations_of};
use crate::signatures::lines::{self, LineEdit, LineError, PrintedName};
use crate::signatures::list::{Footnote, Group, Signatory, SignatoryList};
use crate::signatures::listed::{self, KeptEvidence};
use crate::signatures::pages::line::{self as pages, LinePage, LineTyped};
use crate::signatures::removal::{self, RemovalError};
use crate::signatures::{counting, gathering, mails};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::text::{clean, country, markdown};
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// The fields of a line's form; what is not sent stays as it is.
#[derive(Deserialize, Default, Clone)]
pub struct LineForm {
    name: Option<String>,
    acronym: Option<String>,
    country: Option<String>,
    representative_name: Option<String>,
    representative_title: Option<String>,
    sort_name: Option<String>,
    group: Option<String>,
    members: Option<String>,
    sign: Option<String>,
    words: Option<String>,
    /// Typed into the form that asks the organization, and shown again when it needs another look.
    #[serde(skip)]
    email: Option<String>,
}

impl LineForm {
    pub(super) fn with_email(email: String) -> Self {
        Self { email: Some(email), ..Self::default() }
    }
}

/// A number of members; none if empty.
///
/// # Errors
/// The sentence for the field.
pub(super) fn read_members(typed: &str) -> Result<Option<i32>, String> {
    let typed = clean::line(typed);
    if typed.is_empty() {
        return Ok(None);
    }
    let number = typed.parse().ok().filter(|number| (1..=1_000_000).contains(number));
    number.map(Some).ok_or_else(|| say!("signatures-members-number"))
}

fn read(form: &LineForm) -> Result<LineEdit, Complaints> {
    let mut complaints = Complaints::default();
    let mut edit = LineEdit::default();
    if let Some(name) = &form.name {
        match PrintedName::read(name, form.acronym.as_deref().unwrap_or("")) {
            Ok(printed) => edit.printed = Some(printed),
            Err(wrong) => wrong.iter().for_each(|(field, sentence)| complaints.add(field, sentence)),
        }
    }
    if let Some(typed) = &form.country {
        let code = country::read(typed).map(str::to_owned);
        if code.is_none() && !typed.trim().is_empty() {
            complaints.add("country", say!("signatures-choose-country"));
        }
        edit.country = Some(code);
    }
    if let Some(name) = &form.representative_name {
        let (name, title) =
            (clean::line(name), clean::line(form.representative_title.as_deref().unwrap_or("")));
        complaints.at_most("representative_name", &name, 200);
        complaints.at_most("representative_title", &title, 200);
        edit.representative = Some((name, title));
    }
    if let Some(typed) = &form.sort_name {
        let sort_name = clean::optional_line(typed);
        complaints.at_most("sort_name", sort_name.as_deref().unwrap_or(""), 200);
        edit.sort_name = Some(sort_name);
    }
    edit.group = form.group.as_deref().map(clean::optional_line);
    match form.members.as_deref().map(read_members) {
        Some(Ok(members)) => edit.members = Some(members),
        Some(Err(sentence)) => complaints.add("members", sentence),
        None => {}
    }
    if let Some(sign) = form.sign.as_deref().map(clean::line) {
        let words = clean::line(form.words.as_deref().unwrap_or(""));
        // Joiners and marks of direction are kept in names, where scripts need them; alone they are
        // a sign that nobody sees.
        let unseen = sign.chars().any(|c| matches!(c, '\u{200c}'..='\u{200f}'));
        if sign.chars().count() > 4 || sign.contains(' ') || unseen {
            complaints.add("sign", say!("signatures-sign-is-short"));
        }
        complaints.at_most("words", &words, 500);
        if sign.is_empty() && !words.is_empty() {
            complaints.add("sign", say!("signatures-sign-needed"));
        }
        edit.footnote = Some(Some((sign, words)).filter(|(sign, _)| !sign.is_empty()));
    }
    complaints.or(edit)
}

struct Shown {
    letter: Letter,
    line: Signatory,
    own_name: Option<String>,
    printed_form: Option<String>,
    representative: (String, String),
    groups: Vec<Group>,
    footnotes: Vec<Footnote>,
    evidence: Vec<KeptEvidence>,
    declared: Vec<Declared>,
}

fn look(tx: &mut Tx<'_>, own: &OwnLetter, signature: SignatureId) -> Result<Shown, Error> {
    let letter = own.letter().clone();
    let list = gathering::signatory_list(tx, &letter, &letter.language())?;
    let line = list.lines().find(|(_, line)| line.entry.signature == signature);
    let line = line.ok_or(Error::NotFound)?.1.clone();
    let (row, own_name) = lines::find_line(tx, letter.id, signature)?.ok_or(Error::NotFound)?;
    let groups = gathering::groups_of(tx, letter.id)?;
    let evidence = listed::evidence_of(tx, letter.id, signature)?;
    Ok(Shown {
        line,
        own_name: own_name.map(|own| own.name),
        printed_form: row.printed_form,
        representative: (row.representative_name, row.representative_title),
        groups,
        footnotes: list.footnotes,
        evidence,
        declared: declarations_of(tx, signature)?,
        letter,
    })
}

/// What the form says of a line, with what was typed over it.
fn typed(shown: &Shown, form: &LineForm) -> LineTyped {
    let entry = &shown.line.entry;
    let note = shown.footnotes.iter().find(|note| Some(&note.sign) == entry.footnote.as_ref());
    let over = |typed: &Option<String>, stands: Option<&str>| {
        typed.clone().unwrap_or_else(|| stands.unwrap_or_default().to_owned())
    };
    LineTyped {
        name: over(&form.name, Some(&entry.name)),
        acronym: over(&form.acronym, entry.acronym.as_deref()),
        country: over(&form.country, entry.country.as_deref()),
        representative_name: over(&form.representative_name, Some(&shown.representative.0)),
        representative_title: over(&form.representative_title, Some(&shown.representative.1)),
        sort_name: over(&form.sort_name, entry.sort_name.as_deref()),
        group: over(&form.group, entry.group.map(|id| id.to_string()).as_deref()),
        members: over(&form.members, entry.members.map(|members| members.to_string()).as_deref()),
        sign: over(&form.sign, entry.footnote.as_deref()),
        words: over(&form.words, note.map(|note| note.words.as_str())),
        email: form.email.clone(),
    }
}

pub(super) async fn answer(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    signature: SignatureId,
    form: &LineForm,
    complaints: &Complaints,
    note: Option<&str>,
) -> Result<HttpResponse, Error> {
    let shown = looking(site, visitor, slug, move |tx, own| look(tx, own, signature)).await?;
    let page = LinePage {
        letter: &shown.letter,
        line: &shown.line,
        own_name: shown.own_name.as_deref(),
        printed_form: shown.printed_form.as_deref(),
        groups: &shown.groups,
        footnotes: &shown.footnotes,
        evidence: &shown.evidence,
        declared: &shown.declared,
        typed: &typed(&shown, form),
        complaints,
        note,
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(frame::work(status, &shown.line.entry.name, &[], pages::line(&page)))
}

/// What stands behind `?note=`.
#[derive(Deserialize)]
pub struct LineQuery {
    #[serde(default)]
    note: String,
}

/// `GET /letters/{slug}/list/lines/{signature}`: for the letter's coordinators.
///
/// # Errors
/// 404 for everybody else, and for a line of another letter.
pub async fn show_line(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, SignatureId)>,
    query: web::Query<LineQuery>,
) -> Result<HttpResponse, Error> {
    let (slug, signature) = path.into_inner();
    let note = match query.note.as_str() {
        "asked" => Some(say!("signatures-note-line-asked")),
        _ => None,
    };
    answer(&site, &visitor, &slug, signature, &LineForm::default(), &Complaints::default(), note.as_deref())
        .await
}

impl From<LineError> for Refusal {
    fn from(refusal: LineError) -> Self {
        match refusal {
            LineError::NoSuchSignatory => Self::Error(Error::NotFound),
            LineError::NoSuchGroup => Self::Complaint("group", say!("signatures-choose-heading")),
            LineError::FootnoteWithoutWords => {
                Self::Complaint("words", say!("signatures-sign-without-words"))
            }
            LineError::FootnoteDelivered => Self::Complaint("words", say!("signatures-footnote-delivered")),
            LineError::Delivered => Self::Error(Error::Refused { why: say!("signatures-line-stays") }),
            LineError::Fault(fault) => Self::Error(fault.into()),
        }
    }
}

/// `POST /letters/{slug}/list/lines/{signature}`: changes a line; fields that are not sent stay as
/// they are. The owners of an organization whose name reads otherwise get a mail.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 403 if the line is delivered; 422 if a field needs
/// another look.
pub async fn edit_line(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, SignatureId)>,
    form: Posted<LineForm>,
) -> Result<HttpResponse, Error> {
    let (slug, signature) = path.into_inner();
    let complaints = match read(&form.0) {
        Err(complaints) => complaints,
        Ok(edit) => match save(&site, &visitor, &slug, signature, edit).await {
            Ok(()) => return Ok(redirect::to(format!("/letters/{slug}/list?note=saved#s-{signature}"))),
            Err(Refusal::Error(error)) => return Err(error),
            Err(Refusal::Complaint(field, sentence)) => Complaints::about(field, sentence),
        },
    };
    answer(&site, &visitor, &slug, signature, &form.0, &complaints, None).await
}

async fn save(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    signature: SignatureId,
    edit: LineEdit,
) -> Result<(), Refusal> {
    let config = site.config.clone();
    holding(site, visitor, slug, move |tx, own| {
        if let Some(renamed) = lines::edit_line(tx, own, signature, &edit)? {
            let names = (renamed.before.as_str(), renamed.after.as_str());
            tell_owners(tx, own, renamed.organization, names, &|path| config.address(path))?;
        }
        Ok(())
    })
    .await
}

/// Prints a name otherwise, by a coordinator; for `/printed-name`.
pub(super) async fn print_name(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    signature: SignatureId,
    printed: PrintedName,
) -> Result<(), Error> {
    let edit = LineEdit { printed: Some(printed), ..LineEdit::default() };
    save(site, visitor, slug, signature, edit).await.map_err(|refusal| match refusal {
        Refusal::Error(error) => error,
        Refusal::Complaint(_, sentence) => Error::Refused { why: sentence },
    })
}

pub(super) fn title_of(tx: &mut Tx<'_>, letter: &Letter) -> Result<String, Fault> {
    let count = counting::count_signatories(tx, letter.id)?;
    Ok(letter.title.replace(markdown::COUNT, &count.to_string()))
}

fn tell_owners(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    organization: Option<OrganizationId>,
    (before, after): (&str, &str),
    address: &dyn Fn(&str) -> String,
) -> Result<(), Fault> {
    let Some(organization) = organization else { return Ok(()) };
    let title = title_of(tx, own.letter())?;
    for owner in organizations::owners_of(tx, organization)? {
        let link = address(&format!("/letters/{}/sign", own.letter().slug));
        mail::enqueue(tx, &mails::is_renamed(&owner, before, after, &title, link))?;
    }
    Ok(())
}

/// Tells the owners of organizations that signed here, and whose name an undo has changed back.
pub(super) fn tell_renamed(
    tx: &mut Tx<'_>,
    own: &OwnLetter,
    before: &SignatoryList,
    renamed: &[SignatureId],
    address: impl Fn(&str) -> String,
) -> Result<(), Fault> {
    if renamed.is_empty() {
        return Ok(());
    }
    let after = gathering::signatory_list(tx, own.letter(), &own.letter().language())?;
    for id in renamed {
        let name = |list: &SignatoryList| {
            list.lines()
                .find(|(_, line)| line.entry.signature == *id)
                .map(|(_, line)| line.entry.name.clone())
        };
        let Some((line, _)) = lines::find_line(tx, own.letter().id, *id)? else { continue };
        let organization = line.organization_id.filter(|_| line.confirmed_at.is_some());
        if let Some((before, after)) = name(before).zip(name(&after)) {
            tell_owners(tx, own, organization, (&before, &after), &address)?;
        }
    }
    Ok(())
}

/// Why a line is taken off.
#[derive(Deserialize)]
pub struct RemovalForm {
    #[serde(default)]
    reason: String,
}

/// `POST /letters/{slug}/list/lines/{signature}/removal`: takes a line off the list. The owners of an
/// organization that had signed are told, with the reason.
///
/// # Errors
/// 404 for everybody but the letter's coordinators; 403 if the line is delivered; 422 if an
/// organization signed there and no reason is given.
pub async fn remove(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, SignatureId)>,
    form: Posted<RemovalForm>,
) -> Result<HttpResponse, Error> {
    let (slug, signature) = path.into_inner();
    let reason: String = clean::line(&form.0.reason).chars().take(500).collect();
    let config = site.config.clone();
    let removed = holding(&site, &visitor, &slug, move |tx, own| {
        let removed = removal::remove(tx, own, signature, &reason)?;
        let Some(organization) = removed.organization else { return Ok(()) };
        let title = title_of(tx, own.letter())?;
        for owner in organizations::owners_of(tx, organization)? {
            let link = config.address(&format!("/letters/{}/sign", own.letter().slug));
            mail::enqueue(
                tx,
                &mails::is_removed(&owner, &removed.name, &title, &reason, link, removed.withheld),
            )?;
        }
        Ok::<_, Removing>(())
    });
    match removed.await {
        Ok(()) => Ok(redirect::to(format!("/letters/{slug}/list?note=removed"))),
        Err(Removing::ReasonMissing) => {
            let complaints = Complaints::about("reason", say!("signatures-say-why-removed"));
            again(&site, &visitor, &slug, signature, &complaints).await
        }
        Err(Removing::Error(error)) => Err(error),
    }
}

/// The page of the line with what is wrong; a line whose name is withheld has none.
pub(super) async fn again(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    signature: SignatureId,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    match answer(site, visitor, slug, signature, &LineForm::default(), complaints, None).await {
        Err(Error::NotFound) => {
            let why = complaints.iter().map(|(_, sentence)| sentence).collect::<Vec<_>>().join(" ");
            Err(Error::BadRequest { why })
        }
        other => other,
    }
}

enum Removing {
    ReasonMissing,
    Error(Error),
}

impl From<Fault> for Removing {
    fn from(fault: Fault) -> Self {
        Self::Error(fault.into())
    }
}

impl From<Error> for Removing {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<RemovalError> for Removing {
    fn from(refusal: RemovalError) -> Self {
        match refusal {
            RemovalError::NoSuchSignatory => Self::Error(Error::NotFound),
            RemovalError::ReasonMissing => Self::ReasonMissing,
            RemovalError::ReasonNames => {
                Self::Error(Error::BadRequest { why: say!("signatures-reason-names") })
            }
            RemovalError::Delivered => Self::Error(Error::Refused { why: say!("signatures-line-stays") }),
            RemovalError::Fault(fault) => Self::Error(fault.into()),
        }
    }
}
