//! The headings of the list in the coordinators' hands.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::list::{holding, looking};
use super::refusal::Refusal;
use crate::app::Site;
use crate::coalitions;
use crate::db::Tx;
use crate::error::Error;
use crate::ids::{GroupId, Slug};
use crate::letters::OwnLetter;
use crate::people::SignedIn;
use crate::signatures::gathering;
use crate::signatures::groups::{self, GroupError};
use crate::signatures::list::Place;
use crate::signatures::ordering::Direction;
use crate::signatures::pages::groups::{self as pages, GroupTyped};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::{frame, redirect};

/// The form of a group.
#[derive(Deserialize)]
pub struct GroupForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    acronym: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    coalition: String,
}

async fn group_answer(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    group: Option<GroupId>,
    typed: Option<GroupTyped>,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let (letter, standing, coalitions) = looking(site, visitor, slug, move |tx, own| {
        let letter = own.letter().clone();
        let standing = match group {
            Some(id) => {
                let groups = gathering::groups_of(tx, letter.id)?;
                let group = groups.into_iter().find(|group| group.id == id).ok_or(Error::NotFound)?;
                let list = gathering::signatory_list(tx, &letter, &letter.language())?;
                let under_it = list.lines().filter(|(_, line)| line.entry.group == Some(id)).count();
                Some((group, under_it))
            }
            None => None,
        };
        let all = coalitions::all_coalitions(tx)?;
        let coalitions: Vec<(String, String)> = all.into_iter().map(|c| (c.slug, c.name)).collect();
        Ok((letter, standing, coalitions))
    })
    .await?;
    let standing = standing.as_ref().map(|(group, under_it)| (group, *under_it));
    let typed = typed.unwrap_or_else(|| standing.map(|(group, _)| GroupTyped::of(group)).unwrap_or_default());
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = pages::group_form(&letter, standing, &coalitions, &typed, complaints);
    Ok(frame::work(status, &say!("signatures-heading-title"), &[], page))
}

/// `GET /letters/{slug}/list/groups`: the form of a new group.
///
/// # Errors
/// 404 for everybody but its coordinators.
pub async fn show_new_group(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
) -> Result<HttpResponse, Error> {
    group_answer(&site, &visitor, &slug, None, None, &Complaints::default()).await
}

fn read_group(key: &str) -> Result<GroupId, Error> {
    match Place::read(key) {
        Some(Place::Group(id)) => Ok(id),
        _ => Err(Error::NotFound),
    }
}

/// `GET /letters/{slug}/list/groups/{group}`: what a group is called, and what it is.
///
/// # Errors
/// 404 for everybody but its coordinators.
pub async fn show_group(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, group) = path.into_inner();
    group_answer(&site, &visitor, &slug, Some(read_group(&group)?), None, &Complaints::default()).await
}

impl From<GroupError> for Refusal {
    fn from(refusal: GroupError) -> Self {
        let refused = |why: String| Self::Error(Error::Refused { why });
        match refusal {
            GroupError::NoSuchGroup => Self::Error(Error::NotFound),
            GroupError::NoSuchCoalition => Self::Complaint("coalition", say!("signatures-no-such-coalition")),
            GroupError::HasAHeading => Self::Complaint("coalition", say!("signatures-has-a-heading")),
            GroupError::NotEmpty { signatories } => {
                refused(say!("signatures-heading-not-empty", count = signatories))
            }
            GroupError::Delivered => refused(say!("signatures-headings-stay")),
            GroupError::Fault(fault) => Self::Error(fault.into()),
        }
    }
}

async fn save_group(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    group: Option<GroupId>,
    form: GroupForm,
) -> Result<HttpResponse, Error> {
    let typed =
        GroupTyped { name: form.name, acronym: form.acronym, kind: form.kind, coalition: form.coalition };
    let complaints = match typed.read() {
        Err(complaints) => complaints,
        Ok(new) => {
            let saved = holding(site, visitor, slug, move |tx, own| {
                match group {
                    Some(id) => groups::edit_group(tx, own, id, &new)?,
                    None => groups::add_group(tx, own, &new).map(drop)?,
                }
                Ok::<_, Refusal>(())
            });
            match saved.await {
                Ok(()) => return Ok(redirect::to(format!("/letters/{slug}/list?note=saved"))),
                Err(Refusal::Error(error)) => return Err(error),
                Err(Refusal::Complaint(field, sentence)) => Complaints::about(field, sentence),
            }
        }
    };
    group_answer(site, visitor, slug, group, Some(typed), &complaints).await
}

/// `POST /letters/{slug}/list/groups`: adds a group.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if the letter is delivered; 422 if a field needs
/// another look.
pub async fn add_group(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<GroupForm>,
) -> Result<HttpResponse, Error> {
    save_group(&site, &visitor, &slug, None, form.0).await
}

/// `POST /letters/{slug}/list/groups/{group}`: changes a group.
///
/// # Errors
/// As [`add_group`].
pub async fn edit_group(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<GroupForm>,
) -> Result<HttpResponse, Error> {
    let (slug, group) = path.into_inner();
    save_group(&site, &visitor, &slug, Some(read_group(&group)?), form.0).await
}

/// What is to be done with a group: which way, or what becomes of its signatories.
#[derive(Deserialize)]
pub struct GroupActionForm {
    #[serde(default)]
    direction: String,
    #[serde(default)]
    signatories: String,
}

async fn done(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    change: impl FnOnce(&mut Tx<'_>, &OwnLetter) -> Result<(), GroupError> + Send + 'static,
) -> Result<HttpResponse, Error> {
    let done = holding(site, visitor, slug, move |tx, own| Ok::<_, Refusal>(change(tx, own)?));
    match done.await {
        Ok(()) => Ok(redirect::to(format!("/letters/{slug}/list?note=saved"))),
        Err(Refusal::Error(error)) => Err(error),
        Err(Refusal::Complaint(_, sentence)) => Err(Error::Refused { why: sentence }),
    }
}

/// `POST /letters/{slug}/list/groups/{group}/position`: moves a group among those of its kind.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if the letter is delivered.
pub async fn move_group(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<GroupActionForm>,
) -> Result<HttpResponse, Error> {
    let (slug, group) = path.into_inner();
    let unreadable = || Error::BadRequest { why: say!("signatures-heading-move-unreadable") };
    let direction: Direction = form.0.direction.parse().map_err(|()| unreadable())?;
    let group = read_group(&group)?;
    done(&site, &visitor, &slug, move |tx, own| groups::move_group(tx, own, group, direction)).await
}

/// `POST /letters/{slug}/list/groups/{group}/removal`: removes a group; with `signatories=move` also
/// one that is not empty, whose signatories stand without a heading then.
///
/// # Errors
/// 404 for everybody but its coordinators; 403 if somebody stands there, or the letter is delivered.
pub async fn remove_group(
    site: Site,
    visitor: SignedIn,
    path: web::Path<(Slug, String)>,
    form: Posted<GroupActionForm>,
) -> Result<HttpResponse, Error> {
    let (slug, group) = path.into_inner();
    let (group, with_them) = (read_group(&group)?, form.0.signatories == "move");
    done(&site, &visitor, &slug, move |tx, own| groups::remove_group(tx, own, group, with_them)).await
}
