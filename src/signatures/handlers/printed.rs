//! How an organization's name appears in one letter.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::authority;
use super::line::{print_name, read_members};
use crate::app::Site;
use crate::error::Error;
use crate::ids::{SignatureId, Slug};
use crate::invitations;
use crate::letters::Turn;
use crate::people::SignedIn;
use crate::signatures::lines::PrintedName;
use crate::signatures::printed::{self, PrintError};
use crate::text::complaints::Complaints;
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

/// `POST /letters/{slug}/printed-name`: by whoever may sign for the organization, while the letter can
/// be signed; or, with `signature`, by a coordinator. No name is the organization's own.
///
/// # Errors
/// Asks to sign in; 404 for a letter one may not see; 403 for somebody else's organization, after the
/// closing or the delivery; 400 for a name that is none.
pub async fn appear_as(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<PrintedNameForm>,
) -> Result<HttpResponse, Error> {
    let slug = slug.into_inner();
    let form = form.0;
    let name = form.name.as_deref().map(|name| PrintedName::read(name, &form.acronym));
    let name = name.transpose().map_err(|complaints| in_words(&complaints))?;
    if !form.signature.is_empty() {
        let signature: SignatureId = form.signature.parse().map_err(|_| Error::NotFound)?;
        let name = name.unwrap_or(PrintedName { name: String::new(), acronym: None });
        print_name(&site, &visitor, &slug, signature, name).await?;
        return Ok(redirect::to(format!("/letters/{slug}/list?note=saved#s-{signature}")));
    }
    let members = form.members.as_deref().map(read_members).transpose();
    let members = members.map_err(|why| Error::BadRequest { why: why.to_owned() })?;
    let (person, address) = (visitor.person.id, format!("/letters/{slug}/sign?note=printed#signing"));
    let refused = |why: &str| Error::Refused { why: why.to_owned() };
    site.db
        .write::<_, Error, _>(move |tx| {
            let turn = invitations::hold_turn(tx, &slug, Some(person), None)?.ok_or(Error::NotFound)?;
            let letter = match turn {
                Turn::Open(letter) => letter,
                Turn::Closed(_) => {
                    return Err(refused("This letter can no longer be signed, and its names stay as they are. Ask its coordinators."));
                }
            };
            let authority = authority(tx, person, &form.organization)?.ok_or_else(|| {
                refused("An owner or a signatory of the organization says how its name appears.")
            })?;
            printed::appear_as(tx, &authority, &letter, name.as_ref(), members).map_err(|refusal| match refusal {
                PrintError::NotSigned => refused("This organization's name does not stand under this letter."),
                PrintError::Delivered => refused("This letter is delivered: its names stay as they are."),
                PrintError::Fault(fault) => Error::Fault(fault),
            })
        })
        .await?;
    Ok(redirect::to(address))
}
