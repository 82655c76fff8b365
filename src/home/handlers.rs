//! The front page, the desk, what this place is, and whether it is well.

use actix_web::{HttpResponse, web};
use maud::html;
use serde::Deserialize;

use super::pages::{self, Counted, Everything};
use crate::app::Site;
use crate::coalitions;
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::{LetterId, PersonId};
use crate::imports;
use crate::invitations;
use crate::letters::{self, Letter, Standing};
use crate::mail;
use crate::operating;
use crate::organizations;
use crate::people::{self, SignedIn};
use crate::signatures;
use crate::text::words::say;
use crate::web::frame;

/// Where the front page begins.
#[derive(Deserialize)]
pub struct IndexQuery {
    before: Option<i64>,
}

fn counted(tx: &mut Tx<'_>, letters: Vec<Letter>) -> Result<Vec<Counted>, Fault> {
    let ids: Vec<LetterId> = letters.iter().map(|letter| letter.id).collect();
    let mut translated = letters::titles_to_read(tx, &ids)?;
    let count = |letter: Letter| {
        let count = signatures::count_signatories(tx, letter.id)?;
        let translated = translated.remove(&letter.id);
        Ok(Counted { letter, count, translated })
    };
    letters.into_iter().map(count).collect()
}

/// `GET /`: the public letters, newest first.
///
/// # Errors
/// None but faults.
pub async fn index(site: Site, query: web::Query<IndexQuery>) -> Result<HttpResponse, Error> {
    let before = query.before.map(Moment::from_micros);
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let page = letters::public_letters(tx, before)?;
        let first_visit = page.letters.is_empty() && people::is_nobody_here(tx)?;
        Ok((counted(tx, page.letters)?, page.older_than, first_visit))
    });
    let (letters, older_than, first_visit) = found.await?;
    let main = pages::index(&letters, older_than, first_visit);
    let title = say!("home-title");
    let mut page = frame::Frame::of(&title);
    page.listed = true;
    let feed = html! { link rel="alternate" type="application/atom+xml" href="/letters.atom"; };
    page.head = Some(&feed);
    let html = page.around(&main).into_string();
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "private, no-cache"))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

/// How many letters the desk proposes to sign; the front page has all.
const PROPOSED: usize = 5;

/// The newest letters that at least one of these organizations could still sign.
fn open_to(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Letter>, Fault> {
    let authorities = organizations::authorities_of(tx, person)?;
    let now = tx.now();
    let mut open = Vec::new();
    for letter in letters::public_letters(tx, None)?.letters {
        if open.len() == PROPOSED || !matches!(letter.standing(now), Standing::Open { .. }) {
            continue;
        }
        for authority in &authorities {
            if signatures::find_signature(tx, letter.id, authority.organization().id)?.is_none() {
                open.push(letter);
                break;
            }
        }
    }
    Ok(open)
}

/// What the desk is looked at with.
#[derive(Deserialize)]
pub struct DeskQuery {
    #[serde(default)]
    welcome: String,
}

/// `GET /desk`: what a signed-in person has to do, and what is theirs.
///
/// # Errors
/// Asks to sign in.
pub async fn desk(
    site: Site,
    visitor: SignedIn,
    query: web::Query<DeskQuery>,
) -> Result<HttpResponse, Error> {
    let person = visitor.person.clone();
    let page = site.db.read::<_, Fault, _>(move |tx| {
        let organizations = organizations::memberships_of(tx, person.id)?;
        let mut signed = Vec::new();
        for (organization, _) in &organizations {
            let letters = signatures::letters_signed_by(tx, organization.id, person.id)?;
            let letters = signatures::as_read(tx, letters)?;
            signed.push((organization.clone(), letters));
        }
        let own = letters::letters_of(tx, person.id)?;
        let waiting = invitations::invitations_waiting_for(tx, person.id)?;
        let waiting: Vec<Letter> = waiting.into_iter().map(|waiting| waiting.letter).collect();
        let mut open = open_to(tx, person.id)?;
        open.retain(|letter| waiting.iter().all(|other| other.id != letter.id));
        let invited = counted(tx, waiting)?;
        let welcome = organizations.iter().map(|(o, _)| o).find(|o| o.slug == query.welcome).cloned();
        let mut suspended = Vec::new();
        for (organization, _) in &organizations {
            if let Some(suspension) = organizations::suspension_of(tx, organization.id)? {
                suspended.push((organization, suspension));
            }
        }
        let everything = Everything {
            welcome: welcome.as_ref(),
            invited: &invited,
            open_letters: &counted(tx, open)?,
            own_letters: &counted(tx, own)?,
            imports: &imports::waiting_for(tx, person.id)?,
            organizations: &organizations,
            signed: &signed,
            coalitions: &coalitions::coordinated_by(tx, person.id)?,
            questions: &signatures::questions_to(tx, person.id)?,
            to_coordinate: &letters::waiting_for(tx, &person.email)?,
            waits: &signatures::waits_for_coordinator(tx, person.id)?,
            off_the_list: &signatures::off_the_list(tx, person.id)?,
            requests: &coalitions::requests_to(tx, person.id)?,
            operating: if person.is_operator() {
                Some((operating::waiting(tx)?, mail::outbox(tx)?))
            } else {
                None
            },
            claims: &organizations::claims_about(tx, person.id)?,
            suspended: &suspended,
            now: tx.now(),
            person: &person,
        };
        Ok(pages::desk(&everything))
    });
    Ok(frame::page(&say!("home-desk"), page.await?))
}

/// `GET /about`
pub async fn about() -> HttpResponse {
    frame::page(&say!("home-about"), pages::about())
}

/// `GET /healthz`: the program runs.
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok\n")
}

/// `GET /readyz`: it also has its database.
pub async fn readyz(site: Site) -> HttpResponse {
    match site.db.ping().await {
        Ok(()) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Err(fault) => {
            tracing::error!(%fault, "not-ready");
            HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body("no database\n")
        }
    }
}

/// What no route knows.
///
/// # Errors
/// 404, always.
pub async fn not_found() -> Result<HttpResponse, Error> {
    Err(Error::NotFound)
}
