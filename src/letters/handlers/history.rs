//! The history of a letter's text: for anyone once the letter is public, before for those who may
//! see it.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use maud::Markup;

use crate::app::Site;
use crate::db::{Moment, Tx};
use crate::error::{Error, Fault};
use crate::ids::{PersonId, Slug};
use crate::invitations;
use crate::letters::pages::history::{self as pages, Entry};
use crate::letters::{self, Extension, Letter, Revision, Standing, TextDifference};
use crate::people::Visitor;
use crate::signatures;
use crate::text::markdown;
use crate::text::speaking;
use crate::text::words::Words;
use crate::web::frame;

/// A letter that was opened, with all its revisions, if this visitor may see it.
struct Past {
    letter: Letter,
    revisions: Vec<Revision>,
    /// In the letter's digits.
    count: String,
}

impl Past {
    fn find(tx: &mut Tx<'_>, slug: &Slug, person: Option<PersonId>) -> Result<Option<Self>, Fault> {
        let Some(letter) = letters::find_any(tx, slug)?.filter(|letter| letter.opened_at.is_some()) else {
            return Ok(None);
        };
        if !invitations::may_see(tx, &letter, person)? {
            return Ok(None);
        }
        let revisions = letters::revisions_of(tx, letter.id)?;
        let count = letter.language().number(signatures::count_signatories(tx, letter.id)?);
        Ok(Some(Self { letter, revisions, count }))
    }

    /// The words of the language that was asked for; where none was, those of the letter's own.
    fn words(&self) -> Words {
        speaking::asked().unwrap_or_else(|| Words::of(&self.letter.language()))
    }

    fn title(&self) -> String {
        self.letter.title.replace(markdown::COUNT, &self.count)
    }

    fn revision(&self, number: i32) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.number == number)
    }
}

fn answer(title: &str, words: Words, main: &Markup) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(frame::in_words(title, words, true, main).into_string())
}

/// What happened to a letter and its readers may know, the latest first.
fn entries<'a>(
    past: &'a Past,
    standing: &std::collections::HashMap<crate::ids::RevisionId, signatures::Standing>,
    extensions: &'a [Extension],
    withdrawals: &'a [(Moment, Option<String>)],
    suspensions: &'a [(Moment, String, bool)],
    now: Moment,
) -> Vec<(Moment, Entry<'a>)> {
    let letter = &past.letter;
    let mut entries: Vec<(Moment, Entry<'a>)> = Vec::new();
    for revision in &past.revisions {
        let standing = standing.get(&revision.id).copied().unwrap_or_default();
        entries.push((revision.created_at, Entry::Revision(revision, standing)));
    }
    entries.extend(letter.published_at.map(|at| (at, Entry::Published)));
    entries.extend(extensions.iter().map(|moved| (moved.extended_at, Entry::Deadline(moved))));
    entries.extend(withdrawals.iter().map(|(at, name)| (*at, Entry::Withdrew(name.as_deref()))));
    entries.extend(suspensions.iter().map(|(at, name, suspended)| {
        (*at, if *suspended { Entry::Suspended(name) } else { Entry::Restored(name) })
    }));
    let stopped = letter.retracted_at.or(letter.suspended_at).is_some();
    match letter.standing(now) {
        Standing::Closed { since } if !stopped => entries.push((since, Entry::Closed)),
        Standing::Draft | Standing::Open { .. } | Standing::Closed { .. } => {}
    }
    entries.extend(letter.delivered_at.map(|at| (at, Entry::Delivered)));
    entries.extend(letter.retracted_at.map(|at| (at, Entry::Retracted)));
    entries.sort_by_key(|(at, _)| *at); // stable: what happened at once stays in the order above
    entries.reverse();
    entries
}

/// `GET /letters/{slug}/history`: revisions with what was said of them and how many stand under
/// which; publication, deadlines, closing, delivery; who withdrew since the letter is public.
///
/// # Errors
/// 404 for a letter that this visitor may not see, or that is a draft.
pub async fn history(site: Site, visitor: Visitor, slug: web::Path<Slug>) -> Result<HttpResponse, Error> {
    let (slug, person) = (slug.into_inner(), visitor.person.map(|person| person.id));
    let found = site.db.read::<_, Fault, _>(move |tx| {
        let Some(past) = Past::find(tx, &slug, person)? else { return Ok(None) };
        let id = past.letter.id;
        let standing = signatures::standing_under(tx, id)?;
        let (moved, withdrawn) = (letters::extensions_of(tx, id)?, signatures::public_withdrawals(tx, id)?);
        let suspended = signatures::public_suspensions(tx, id)?;
        Ok(Some((past, standing, moved, withdrawn, suspended)))
    });
    let (past, standing, moved, withdrawn, suspended) = found.await?.ok_or(Error::NotFound)?;
    let words = past.words();
    let entries = entries(&past, &standing, &moved, &withdrawn, &suspended, site.db.now());
    let title = past.title();
    let page = pages::history(&past.letter, &title, &entries, words);
    Ok(answer(&words.say_with("history-of", &[("title", &title)]), words, &page))
}

/// `GET /letters/{slug}/revisions/{n}`: the exact text of a revision; `…/{a}..{b}`: what changed
/// from one to another, in either direction.
///
/// # Errors
/// 404 for a letter that this visitor may not see, and for a revision that it does not have.
pub async fn revision(
    site: Site,
    visitor: Visitor,
    path: web::Path<(Slug, String)>,
) -> Result<HttpResponse, Error> {
    let (slug, which) = path.into_inner();
    let person = visitor.person.map(|person| person.id);
    let past = site.db.read(move |tx| Past::find(tx, &slug, person)).await?.ok_or(Error::NotFound)?;
    let words = past.words();
    let find = |number: &str| {
        let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let number = number.parse().ok().filter(|_| plain)?;
        past.revision(number)
    };
    let Some((from, to)) = which.split_once("..") else {
        let revision = find(&which).ok_or(Error::NotFound)?;
        let page = pages::revision(&past.letter, revision, &past.count, words);
        return Ok(answer(&revision.text().title.replace(markdown::COUNT, &past.count), words, &page));
    };
    let (from, to) = (find(from).ok_or(Error::NotFound)?, find(to).ok_or(Error::NotFound)?);
    let changes = TextDifference::between(&from.text(), &to.text());
    let page = pages::between(&past.letter, from, to, &changes, words);
    Ok(answer(&words.say("what-changed"), words, &page))
}
