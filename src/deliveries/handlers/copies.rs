//! Who got a delivered letter, for its coordinators.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use crate::app::Site;
use crate::deliveries::copies;
use crate::deliveries::pages::copies as pages;
use crate::error::Error;
use crate::ids::Slug;
use crate::letters;
use crate::people::SignedIn;
use crate::text::words::say;
use crate::web::frame;

/// `GET /letters/{slug}/copies`: to whom a delivered letter went, and who has left its list since.
///
/// # Errors
/// Asks to sign in; 404 for everybody but the letter's coordinators, and before the delivery.
pub async fn show(site: Site, visitor: SignedIn, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (person, slug) = (visitor.person.id, slug.into_inner());
    let (letter, copies) = site
        .db
        .read(move |tx| {
            let own = letters::find_own(tx, person, &slug)?.ok_or(Error::NotFound)?;
            let copies = copies::copies_of(tx, own.letter().id)?.ok_or(Error::NotFound)?;
            Ok::<_, Error>((own.letter().clone(), copies))
        })
        .await?;
    Ok(frame::work(StatusCode::OK, &say!("deliveries-copies"), &[], pages::copies(&letter, &copies)))
}
