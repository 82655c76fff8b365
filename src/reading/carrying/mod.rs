//! **Carrying**: a public letter elsewhere. Its feed, the deadline for a calendar, what a partner shows of it
//! on a page of their own (a frame, a badge), what other programs show when somebody names its address
//! (a card, oEmbed, the head of the page), and the lists of addresses for those who look through the
//! site.
//!
//! Each piece is made of the same [`Snapshot`] as the page, when somebody first asks for it, and kept beside
//! the page until the letter changes. So what the list does not name no piece names, and a piece never
//! says something else than the page.
//!
//! A piece speaks the letter's language, or that of its address (`/ar/letters/…`): what stands on somebody
//! else's page must not change with who looks at it.

mod badge;
mod calendar;
mod card;
mod drawing;
mod embed;
mod feed;
pub mod handlers;
mod head;
mod oembed;
mod share;
mod sitemap;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OnceCell, Semaphore};

pub(super) use head::head;

use super::rendered::{Rendered, Snapshot};
use super::tongues::Tongue;
use crate::config::Config;
use crate::db::{Db, Moment};
use crate::error::Fault;
use crate::letters;
use crate::signatures;
use crate::text::language::Language;
use crate::text::speaking;
use crate::web::prerendered::Prerendered;

/// A piece of a letter that is carried elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Piece {
    /// The feed of its signatories.
    Feed,
    /// Its deadline, for a calendar.
    Calendar,
    /// The frame on a partner's page.
    Embed,
    /// The count as a picture.
    Badge,
    /// The picture that others show beside a link to it.
    Card,
    /// The page on which all this is found.
    Share,
}

/// What a piece is made of.
struct Letter<'a> {
    snapshot: &'a Snapshot,
    tongue: Tongue,
    config: &'a Config,
}

impl Letter<'_> {
    /// Its address under `/letters/`.
    fn slug(&self) -> &str {
        &self.snapshot.letter.letter().slug
    }

    /// The path of something of this letter: `.json`, `/embed`.
    fn path(&self, more: &str) -> String {
        self.tongue.path(&format!("/letters/{}{more}", self.slug()))
    }

    /// The full address of that.
    fn address(&self, more: &str) -> String {
        self.config.address(&self.path(more))
    }

    /// Its title, with the count in it.
    fn title(&self) -> String {
        super::papers::title_of(self.snapshot, self.snapshot.text_for(self.tongue.words))
    }

    /// The language of its title: the reader's, where the letter has a text in it.
    fn language(&self) -> Language {
        self.snapshot.language_of(self.snapshot.text_for(self.tongue.words))
    }

    /// "Signed by 25 organizations of 2 coalitions".
    fn count_line(&self) -> String {
        head::count_line(self.snapshot, self.tongue.words)
    }

    /// That it was retracted, and when; nothing for any other.
    fn retraction(&self) -> Option<String> {
        head::retraction(self.snapshot, self.tongue.words)
    }
}

type Key = (Piece, Tongue);

/// The pieces of one rendering of a letter, as far as somebody asked for them: at most one of each kind in
/// each language.
#[derive(Default)]
pub(super) struct Carried(Mutex<HashMap<Key, Arc<OnceCell<Prerendered>>>>);

impl Carried {
    fn place(&self, key: Key) -> Arc<OnceCell<Prerendered>> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        places.entry(key).or_default().clone()
    }
}

/// How many pieces are made at once. One: a card takes a processor for a while, and pages are to be rendered
/// meanwhile.
static MAKING: Semaphore = Semaphore::const_new(1);

/// What of a letter is not in its snapshot, and only one piece needs.
#[derive(Default)]
struct Past {
    /// Who withdrew when, as its history says.
    withdrawals: Vec<(Moment, Option<String>)>,
    /// How often its deadline was moved, and when last.
    deadline_moved: (usize, Option<Moment>),
}

async fn past(db: &Db, rendered: &Rendered, piece: Piece) -> Result<Past, Fault> {
    let id = rendered.snapshot.letter.letter().id;
    match piece {
        Piece::Feed => {
            let withdrawals = db.read(move |tx| signatures::public_withdrawals(tx, id)).await?;
            Ok(Past { withdrawals, ..Past::default() })
        }
        Piece::Calendar => {
            let moves = db.read(move |tx| letters::extensions_of(tx, id)).await?;
            let last = moves.last().map(|last| last.extended_at);
            Ok(Past { deadline_moved: (moves.len(), last), ..Past::default() })
        }
        Piece::Embed | Piece::Badge | Piece::Card | Piece::Share => Ok(Past::default()),
    }
}

/// A piece of a letter as it stands, made once however many ask, and to the end even if the first to ask
/// goes away.
async fn piece(
    db: Db,
    config: Config,
    rendered: Arc<Rendered>,
    piece: Piece,
    tongue: Tongue,
) -> Result<Prerendered, Fault> {
    let place = rendered.carried.place((piece, tongue));
    if let Some(ready) = place.get() {
        return Ok(ready.clone());
    }
    let making = tokio::spawn(async move {
        let made = place.get_or_try_init(|| async {
            let past = past(&db, &rendered, piece).await?;
            let _turn = MAKING.acquire().await.map_err(Fault::from_error)?;
            let rendered = rendered.clone();
            tokio::task::spawn_blocking(move || {
                let letter = Letter { snapshot: &rendered.snapshot, tongue, config: &config };
                speaking::in_words(tongue.words, || make(&letter, piece, &past))
            })
            .await?
        });
        made.await.cloned()
    });
    making.await?
}

fn make(letter: &Letter<'_>, piece: Piece, past: &Past) -> Result<Prerendered, Fault> {
    let html = "text/html; charset=utf-8";
    Ok(match piece {
        Piece::Feed => Prerendered::changing(feed::TYPE, feed::of_letter(letter, &past.withdrawals)?),
        Piece::Calendar => {
            let calendar = calendar::of_deadline(letter, past.deadline_moved);
            Prerendered::changing(calendar::TYPE, calendar.into_bytes())
        }
        Piece::Embed => Prerendered::changing(html, embed::page(letter).into_string().into_bytes()),
        Piece::Badge => Prerendered::changing("image/svg+xml", badge::of_letter(letter).into_bytes()),
        Piece::Card => Prerendered::changing_packed("image/png", card::of_letter(letter)?),
        Piece::Share => {
            let page = Prerendered::changing(html, share::page(letter).into_bytes());
            page.spoken_in(letter.tongue.words.tag())
        }
    })
}
