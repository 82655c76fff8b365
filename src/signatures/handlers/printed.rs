//! How an organization's name appears in one letter.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::line::{print_name, read_members};
use super::shown::look;
use super::{appearance_again, authority};
use crate::app::Site;
use crate::error::Error;
use crate::ids::{SignatureId, Slug};
use crate::invitations;
use crate::letters::Turn;
use crate::people::SignedIn;
use crate::signatures::lines::PrintedName;
use crate::signatures::pages::AppearanceTyped;
use crate::signatures::printed::{self, PrintError};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::redirect;

/// Whose name, and how it is to appear: an organization says so of its own, a coordinator of any
/// line's `signature`.
#[derive(Deserialize)]
pub struct PrintedNameForm {
    #[serde(default)]
    organization: String,
    #[serde(default)]
    signature: String,
    name: Option<String>,
    #[serde(default)]
    acronym: String,
    members: Option<String>,
}

fn in_words(complaints: &Complaints) -> Error {
    let why = complaints.iter().map(|(_, sentence)| sentence).collect::<Vec<_>>().join(" ");
    Error::BadRequest { why }
}

/// Reads what the form says of the name, and of the members.
fn read(form: &PrintedNameForm) -> Result<(Option<PrintedName>, Option<Option<i32>>), Complaints> {
    let mut complaints = Complaints::default();
    let name = form.name.as_deref().map(|name| PrintedName::read(name, &form.acronym)).transpose();
    let name = name.unwrap_or_else(|wrong| {
        complaints = wrong;
        None
    });
    let members = form.members.as_deref().map(read_members).transpose().unwrap_or_else(|why| {
        complaints.add("members", why);
        None
    });
    complaints.or((name, members))
}

/// `POST /letters/{slug}/printed-name`: by whoever may sign for the organization, while the letter can
/// be signed; or, with `signature`, by a coordinator. No name is the organization's own.
///
/// # Errors
/// Asks to sign in; 404 for a letter one may not see; 403 for somebody else's organization, after the
/// closing or the delivery; 422, with the form and what was typed, for a name that is none.
pub async fn appear_as(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<PrintedNameForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let form = form.0;
    if !form.signature.is_empty() {
        let signature: SignatureId = form.signature.parse().map_err(|_| Error::NotFound)?;
        let (name, _) = read(&form).map_err(|complaints| in_words(&complaints))?;
        let name = name.unwrap_or(PrintedName { name: String::new(), acronym: None });
        print_name(&site, &visitor, &slug, signature, name).await?;
        return Ok(redirect::to(format!("/letters/{slug}/list?note=saved#s-{signature}")));
    }
    let (name, members) = match read(&form) {
        Ok(read) => read,
        Err(complaints) => return again(&site, &visitor, &slug, &form, &complaints).await,
    };
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/sign?note=printed#signing"));
    let refused = |why: String| Error::Refused { why };
    site.db
        .write::<_, Error, _>(move |tx| {
            let turn = invitations::hold_turn(tx, &slug, Some(person), None)?.ok_or(Error::NotFound)?;
            let letter = match turn {
                Turn::Open(letter) => letter,
                Turn::Closed(_) => return Err(refused(say!("signatures-names-stay-closed"))),
            };
            let authority = authority(tx, person, &form.organization)?
                .ok_or_else(|| refused(say!("signatures-not-yours-to-print")))?;
            printed::appear_as(tx, &authority, &letter, name.as_ref(), members).map_err(|refusal| {
                match refusal {
                    PrintError::NotSigned => refused(say!("signatures-does-not-stand")),
                    PrintError::Withheld => refused(say!("signatures-not-printed-at-all")),
                    PrintError::Delivered => refused(say!("signatures-names-stay-delivered")),
                    PrintError::Fault(fault) => Error::Fault(fault),
                }
            })
        })
        .await?;
    Ok(redirect::to(address))
}

/// The signing page once more, with what was typed and what is wrong with it.
async fn again(
    site: &Site,
    visitor: &SignedIn,
    slug: &Slug,
    form: &PrintedNameForm,
    complaints: &Complaints,
) -> Result<HttpResponse, Error> {
    let (at, person, wanted) = (slug.clone(), visitor.person.id, form.organization.clone());
    let shown = site.db.read(move |tx| look(tx, &at, person, &wanted)).await?.ok_or(Error::NotFound)?;
    let appears = AppearanceTyped {
        organization: form.organization.trim(),
        name: form.name.as_deref().unwrap_or(""),
        acronym: &form.acronym,
        members: form.members.as_deref().unwrap_or(""),
        complaints,
    };
    Ok(appearance_again(site, &shown, &appears))
}
