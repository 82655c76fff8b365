//! One letter as its readers get it, at one number of its events.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::OnceCell;

use crate::db::{Moment, Tx};
use crate::deliveries::{self, Handed};
use crate::error::Fault;
use crate::ids::LetterId;
use crate::letters::{self, Event, LetterText, LockedLetter, Standing, Translation};
use crate::signatures::{self, SignatoryList};
use crate::text::language::Language;
use crate::text::words::Words;
use crate::web::languages::links_in_language;
use crate::web::prerendered::Prerendered;

use super::carrying::Carried;
use super::finding::Index;
use super::papers::Papers;
use super::tongues::{InTongues, Tongue, View};
use super::{machine, pages};

/// What a snapshot of the database says of a public letter.
pub struct Snapshot {
    /// With the text that its readers see.
    pub letter: LockedLetter,
    /// Who signed.
    pub list: SignatoryList,
    /// The number of its latest event.
    pub seq: i64,
    /// The number of the latest revision that says something else than those before it: whoever signed
    /// an earlier one is marked. 1 if none does.
    pub agreed_from: i32,
    /// The latest translation of each language.
    pub translations: Vec<Translation>,
    /// To whom it was delivered, and what they answered.
    pub handed: Option<Handed>,
    /// Since when it has stood as it does.
    pub since: Moment,
    /// The events after the number that was asked for, the first first, as far as they were read.
    pub events: Vec<Event>,
    /// When this was read.
    pub taken_at: Moment,
}

/// A letter in all the forms that are served from memory. Its page for those who read it in the letter's
/// own language is there from the beginning, all others from when somebody first asks.
pub struct Rendered {
    /// What all of them are made of.
    pub snapshot: Snapshot,
    json: OnceCell<Prerendered>,
    /// For each text.
    papers: Vec<Papers>,
    pub(super) carried: Carried,
    pub(super) index: Index,
    /// The tongue of whoever asked for none.
    pub(super) own: Tongue,
    address: String,
    /// For each text.
    pages: Vec<InTongues<Place>>,
}

/// Where a page stands once somebody has asked for it.
#[derive(Default)]
struct Place {
    page: OnceCell<Prerendered>,
    asked: AtomicBool,
}

/// How many events a page may have missed and still catch up one by one.
pub(super) const REMEMBERED: i64 = 500;

impl Snapshot {
    /// Reads a public letter, and what has happened since the snapshot `before` (or its latest events); of the list
    /// only the lines that have changed, if it was read for that. `None` if it is not public.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn take(tx: &mut Tx<'_>, id: LetterId, before: Option<&Self>) -> Result<Option<Self>, Fault> {
        let Some(letter) = letters::find_public_by_id(tx, id)? else { return Ok(None) };
        Self::since(tx, letter, before).map(Some)
    }

    /// Reads the list of a letter that the reader may see, public or not.
    pub(super) fn of(tx: &mut Tx<'_>, letter: LockedLetter) -> Result<Self, Fault> {
        Self::since(tx, letter, None)
    }

    fn since(tx: &mut Tx<'_>, letter: LockedLetter, before: Option<&Self>) -> Result<Self, Fault> {
        let id = letter.letter().id;
        let language = letter.revision().language();
        let agreed_from = letters::latest_substantive(tx, id)?.map_or(1, |revision| revision.number);
        let translations = letters::latest_translations(tx, id, language.tag())?;
        let seq = letters::latest_event(tx, id)?;
        let after = before.map_or(0, |before| before.seq).max(seq - REMEMBERED);
        let mut events = letters::events_after(tx, id, after, REMEMBERED)?;
        signatures::without_withheld(tx, id, &mut events)?;
        let list = match before.map(|before| before.list_after(tx, &letter, &events)).transpose()?.flatten() {
            Some(list) => {
                let whole = signatures::signatory_list;
                debug_assert_eq!(list, whole(tx, letter.letter(), &language)?, "another line has changed");
                list
            }
            None => signatures::signatory_list(tx, letter.letter(), &language)?,
        };
        let handed = match letter.letter().delivered_at {
            Some(_) => deliveries::find_handed(tx, id)?,
            None => None,
        };
        let last = letters::events_after(tx, id, seq - 1, 1)?;
        let since = last.last().map_or(letter.revision().created_at, |event| event.happened_at);
        Ok(Self { letter, list, seq, agreed_from, translations, handed, since, events, taken_at: tx.now() })
    }

    /// The list after these events, all that followed, if each of them is about a single line: the others are as they
    /// were. `None` if the list has to be read whole.
    pub(super) fn list_after(
        &self,
        tx: &mut Tx<'_>,
        letter: &LockedLetter,
        events: &[Event],
    ) -> Result<Option<SignatoryList>, Fault> {
        let follow = (self.seq + 1..).zip(events).all(|(seq, event)| event.seq == seq);
        let touched = events.iter().map(|event| event.signature_id).collect::<Option<HashSet<_>>>();
        match touched.filter(|_| follow) {
            Some(touched) => {
                let language = letter.revision().language();
                signatures::signatory_list_since(tx, letter.letter(), &language, &self.list, &touched)
                    .map(Some)
            }
            None => Ok(None),
        }
    }

    /// The language of the letter.
    pub fn language(&self) -> Language {
        self.letter.revision().language()
    }

    /// Which text is in this language, if one is.
    pub fn text_in(&self, tag: &str) -> Option<usize> {
        let of_translation = || self.translations.iter().position(|t| t.tag() == tag).map(|at| at + 1);
        if self.letter.letter().language == tag { Some(0) } else { of_translation() }
    }

    /// The text in the language of these words, or the one that is signed.
    pub(super) fn text_for(&self, words: Words) -> usize {
        self.text_in(words.tag()).unwrap_or(0)
    }

    /// The translation that is text number `text`; none for the text that is signed.
    pub fn translation(&self, text: usize) -> Option<&Translation> {
        self.translations.get(text.checked_sub(1)?)
    }

    /// A text, by its number.
    pub fn text(&self, text: usize) -> LetterText {
        self.translation(text).map_or_else(|| self.letter.revision().text(), Translation::text)
    }

    /// The language of a text, by its number.
    pub fn language_of(&self, text: usize) -> Language {
        self.translation(text).map_or_else(|| self.language(), Translation::language)
    }

    /// The languages of all texts, in their order.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        std::iter::once(self.language()).chain(self.translations.iter().map(Translation::language))
    }

    /// The words around the letter for whoever asked for none.
    pub fn words(&self) -> Words {
        Words::of(&self.language())
    }

    /// Where the letter stands.
    pub fn standing(&self) -> Standing {
        self.letter.letter().standing(self.taken_at)
    }
}

impl Rendered {
    /// Renders and compresses; some milliseconds of work, for a thread that may block. Whoever reads in
    /// another language than the letter's own waits for their page once, and not after each change: the pages
    /// that were asked for since the rendering `before` are made too.
    pub(super) fn of(snapshot: Snapshot, address: &str, before: Option<&Self>) -> Self {
        let own = Tongue::of_nobody(&snapshot);
        let first = View { tongue: own, text: 0 };
        let page_of = |view| {
            let wanted = view == first || before.is_some_and(|before| before.was_asked_for(view));
            Place {
                page: OnceCell::new_with(wanted.then(|| set(&snapshot, address, view))),
                ..Place::default()
            }
        };
        let pages_of = |text| InTongues::made(|tongue| page_of(View { tongue, text }));
        let texts = 0..=snapshot.translations.len();
        Self {
            json: OnceCell::new(),
            papers: texts.clone().map(|_| Papers::default()).collect(),
            pages: texts.map(pages_of).collect(),
            carried: Carried::default(),
            index: Index::default(),
            own,
            address: address.to_owned(),
            snapshot,
        }
    }

    /// The page of a view, if somebody has asked for it before. No lock, no wait.
    pub(super) fn ready(&self, view: View) -> Option<&Prerendered> {
        let place = self.pages.get(view.text)?.of(view.tongue);
        if !place.asked.load(Ordering::Relaxed) {
            place.asked.store(true, Ordering::Relaxed); // written once, for a line that many read is slow to write
        }
        place.page.get()
    }

    fn was_asked_for(&self, view: View) -> bool {
        self.pages.get(view.text).is_some_and(|pages| pages.of(view.tongue).asked.load(Ordering::Relaxed))
    }

    /// Packs the pages that are there as small as they get: for when nothing has changed for a while.
    pub(super) fn pack_well(&self) {
        for page in self.pages.iter().flat_map(|text| text.all()).filter_map(|(_, place)| place.page.get()) {
            page.pack_well();
        }
    }

    /// The page of a view, rendered once however many ask for it. It is rendered to the end even if the
    /// first to ask goes away, so that nobody can have it begun again and again.
    pub(super) async fn page(self: Arc<Self>, view: View) -> Result<Prerendered, Fault> {
        if let Some(ready) = self.ready(view) {
            return Ok(ready.clone());
        }
        let rendering = tokio::spawn(async move {
            let place = self.pages.get(view.text).ok_or_else(|| Fault::new("no such text"))?.of(view.tongue);
            let made = place.page.get_or_try_init(|| async {
                let letter = self.clone();
                let page = move || set(&letter.snapshot, &letter.address, view);
                Ok::<_, Fault>(tokio::task::spawn_blocking(page).await?)
            });
            made.await.cloned()
        });
        rendering.await?
    }

    /// The letter for programs, made once when the first of them asks.
    pub(super) async fn json(self: Arc<Self>) -> Result<Prerendered, Fault> {
        if let Some(ready) = self.json.get() {
            return Ok(ready.clone());
        }
        let making = tokio::spawn(async move {
            let made = self.json.get_or_try_init(|| async {
                let letter = self.clone();
                let make = move || machine::letter(&letter.snapshot, &letter.address);
                let json = tokio::task::spawn_blocking(make).await??;
                Ok::<_, Fault>(Prerendered::changing("application/json; charset=utf-8", json))
            });
            made.await.cloned()
        });
        making.await?
    }

    /// Where the forms of a text are kept.
    pub(super) fn papers(&self, text: usize) -> Result<&Papers, Fault> {
        self.papers.get(text).ok_or_else(|| Fault::new("no such text"))
    }

    /// The moment at which the page says something else without anybody doing anything.
    pub fn turns_at(&self) -> Option<Moment> {
        match self.snapshot.standing() {
            Standing::Open { until } => until,
            Standing::Draft | Standing::Closed { .. } => None,
        }
    }
}

/// The page of a view, compressed.
fn set(snapshot: &Snapshot, address: &str, view: View) -> Prerendered {
    let words = view.tongue.words;
    let page = pages::letter(snapshot, address, view).into_string();
    let page = if view.tongue.goes_on { links_in_language(words, &page) } else { page };
    Prerendered::changing("text/html; charset=utf-8", page.into_bytes()).spoken_in(words.tag())
}
