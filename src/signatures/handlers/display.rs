//! What the public sees of an organization's signature, changed afterwards.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::authority;
use crate::app::Site;
use crate::error::Error;
use crate::ids::Slug;
use crate::invitations;
use crate::people::SignedIn;
use crate::signatures::withholding::{self, Display, DisplayError};
use crate::text::words::say;
use crate::web::posted::Posted;
use crate::web::redirect;

/// Whose signature, and what is to be seen of it: `organization`, `representative` or `withheld`.
#[derive(Deserialize)]
pub struct DisplayForm {
    #[serde(default)]
    organization: String,
    #[serde(default)]
    display: String,
}

/// `POST /letters/{slug}/display` `organization, display`: by whoever may sign for the organization, in
/// any state of the letter.
///
/// # Errors
/// Asks to sign in; 404 for a letter one may not see; 400 for no display that there is; 403 for
/// somebody else's organization, for a name that the coordinators protect, and for one that was
/// delivered as withheld.
pub async fn display(
    site: Site,
    visitor: SignedIn,
    slug: web::Path<Slug>,
    form: Posted<DisplayForm>,
) -> Result<HttpResponse, Error> {
    let (slug, person, form) = (slug.into_inner(), visitor.person.id, form.0);
    if form.display.is_empty() {
        return Err(Error::BadRequest { why: say!("signatures-what-to-show-missing") });
    }
    let wish = Display::read(&form.display).map_err(|why| Error::BadRequest { why })?;
    let note = if wish == Display::Withheld { "hidden" } else { "shown" };
    let address = format!("/letters/{slug}/sign?note={note}#signing");
    let refused = |why: String| Error::Refused { why };
    site.db
        .write::<_, Error, _>(move |tx| {
            let turn = invitations::hold_turn(tx, &slug, Some(person), None)?.ok_or(Error::NotFound)?;
            let authority = authority(tx, person, &form.organization)?
                .ok_or_else(|| refused(say!("signatures-not-yours-to-show")))?;
            withholding::display(tx, &authority, &turn.locked(), wish).map_err(|refusal| match refusal {
                DisplayError::NotSigned => refused(say!("signatures-does-not-stand-here")),
                DisplayError::Protected => refused(say!("signatures-is-protected")),
                DisplayError::Delivered => refused(say!("signatures-was-delivered-so")),
                DisplayError::NotAnOwner => refused(say!("signatures-ask-an-owner")),
                DisplayError::Fault(fault) => Error::Fault(fault),
            })
        })
        .await?;
    Ok(redirect::to(address))
}
