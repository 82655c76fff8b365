//! The shelf: every public letter that has been asked for, rendered.

mod catching_up;
mod rooms;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::sync::Mutex;

pub use catching_up::Seen;

use super::changes;
use super::pace::Pace;
use super::papers::{Press, title_of};
use super::rendered::{REMEMBERED, Rendered, Snapshot};
use super::tongues::{InTongues, View};
use crate::config::Config;
use crate::db::{Db, Tx};
use crate::deliveries::Form;
use crate::error::Fault;
use crate::ids::{LetterId, Slug};
use crate::letters::{self, LockedLetter};
use crate::live::{Frame, Room};
use crate::signatures::{self, SignatoryList};
use crate::web::prerendered::Prerendered;

/// Packing well takes a hundred times as long as packing quickly, for a tenth of the bytes: not while a letter
/// is being signed.
const QUIET: Duration = Duration::from_secs(3);

/// A letter on the shelf, and the rooms of those who watch it, by the language of their page.
pub(super) struct Shelved {
    id: LetterId,
    current: ArcSwap<Rendered>,
    pub rooms: InTongues<Room>,
    /// Whether it is public no more: an operator suspended it. Whoever watches it keeps the room, and is
    /// told when it is back.
    gone: AtomicBool,
    /// Held while the letter is rendered.
    rendering: Mutex<()>,
    /// How often that is done.
    pace: Pace,
}

impl Shelved {
    /// The letter as it is now.
    pub fn current(&self) -> Arc<Rendered> {
        self.current.load_full()
    }

    /// Tells everybody who watches it to fetch the page anew, whatever number they have reached.
    fn tell_anew(&self, seq: i64) {
        for (_, room) in self.rooms.all() {
            room.tell(|| Frame { seq: i64::MAX, bytes: changes::anew(seq) });
        }
    }
}

#[derive(Default, Clone)]
struct Index {
    by_slug: HashMap<String, Arc<Shelved>>,
    by_id: HashMap<LetterId, Arc<Shelved>>,
}

/// All letters that have been asked for. Looking is free of locks; a letter that is not there yet
/// is read and rendered once, however many ask.
pub struct Shelf {
    db: Db,
    config: Config,
    index: ArcSwap<Index>,
    adding: Mutex<()>,
    packing: Mutex<()>,
    press: Press,
}

impl Shelf {
    /// An empty shelf.
    pub fn new(db: Db, config: Config) -> Self {
        Self {
            db,
            config,
            index: ArcSwap::default(),
            adding: Mutex::new(()),
            packing: Mutex::new(()),
            press: Press::default(),
        }
    }

    /// The public letter at `slug`, with everything that is committed.
    pub(super) async fn find(self: &Arc<Self>, slug: &Slug) -> Result<Option<Arc<Shelved>>, Fault> {
        let shelved = self.index.load().by_slug.get(slug.as_str()).cloned();
        if let Some(shelved) = shelved {
            shelved.pace.caught_up().await;
            return Ok(Some(shelved).filter(|shelved| !shelved.gone.load(Ordering::Acquire)));
        }
        let wanted = slug.clone();
        let id = self.db.read::<_, Fault, _>(move |tx| {
            Ok(letters::find_public(tx, &wanted)?.map(|public| public.letter().id))
        });
        match id.await? {
            Some(id) => self.add(slug, id).await,
            None => Ok(None),
        }
    }

    /// What the public letter at `slug` answers with, if it is on the shelf and nothing is worth waiting for.
    pub(super) fn at_hand<T>(&self, slug: &str, answer: impl FnOnce(&Rendered) -> Option<T>) -> Option<T> {
        let index = self.index.load();
        let shelved = index.by_slug.get(slug).filter(|shelved| !shelved.gone.load(Ordering::Acquire))?;
        if shelved.pace.is_worth_waiting() {
            return None;
        }
        answer(&shelved.current.load())
    }

    /// The public letter at `slug` as its readers get it at this moment, for other forms of it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn read(self: &Arc<Self>, slug: &Slug) -> Result<Option<Arc<Rendered>>, Fault> {
        Ok(self.find(slug).await?.map(|shelved| shelved.current()))
    }

    /// The list of a letter in a transaction that has changed it. Where the letter is on the shelf only the lines
    /// that changed since are read.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn list_of_change(&self, tx: &mut Tx<'_>, letter: &LockedLetter) -> Result<SignatoryList, Fault> {
        let id = letter.letter().id;
        let shelved = self.index.load().by_id.get(&id).map(|shelved| shelved.current());
        if let Some(before) = shelved {
            let mut events = letters::events_after(tx, id, before.snapshot.seq, REMEMBERED)?;
            signatures::without_withheld(tx, id, &mut events)?;
            let are_all = events.len() < usize::try_from(REMEMBERED).unwrap_or(0);
            if are_all && let Some(list) = before.snapshot.list_after(tx, letter, &events)? {
                return Ok(list);
            }
        }
        signatures::signatory_list(tx, letter.letter(), &letter.revision().language())
    }

    async fn add(self: &Arc<Self>, slug: &Slug, id: LetterId) -> Result<Option<Arc<Shelved>>, Fault> {
        let _one_at_a_time = self.adding.lock().await;
        if let Some(shelved) = self.index.load().by_slug.get(slug.as_str()) {
            return Ok(Some(shelved.clone()));
        }
        let Some(rendered) = self.render(id, None).await? else { return Ok(None) };
        let rendered = Arc::new(rendered);
        let shelved = Arc::new(Shelved {
            id,
            pace: Pace::at(rendered.snapshot.seq),
            current: ArcSwap::new(rendered),
            rooms: InTongues::made(|_| Room::default()),
            gone: AtomicBool::new(false),
            rendering: Mutex::new(()),
        });
        let mut index = Index::clone(&self.index.load());
        index.by_slug.insert(slug.as_str().to_owned(), shelved.clone());
        index.by_id.insert(id, shelved.clone());
        self.index.store(Arc::new(index));
        // What was committed between the look and this line told nobody: look once more.
        self.bring_up(&shelved, None).await?;
        let (shelf, added) = (self.clone(), shelved.clone());
        tokio::spawn(async move { shelf.pack_when_quiet(&added).await });
        Ok(Some(shelved))
    }

    async fn render(&self, id: LetterId, before: Option<Arc<Rendered>>) -> Result<Option<Rendered>, Fault> {
        let since = before.clone();
        let taken = self.db.read(move |tx: &mut Tx<'_>| {
            Snapshot::take(tx, id, since.as_ref().map(|before| &before.snapshot))
        });
        let Some(snapshot) = taken.await? else { return Ok(None) };
        let address = self.config.address(&format!("/letters/{}", snapshot.letter.letter().slug));
        let render = move || Rendered::of(snapshot, &address, before.as_deref());
        Ok(Some(tokio::task::spawn_blocking(render).await?))
    }

    /// The public letter at `slug` as a file in this form, and what that is called.
    pub(super) async fn paper(
        self: &Arc<Self>,
        slug: &Slug,
        form: Form,
        chosen: Option<&str>,
    ) -> Result<Option<(Prerendered, String)>, Fault> {
        let Some(shelved) = self.find(slug).await? else { return Ok(None) };
        let rendered = shelved.current();
        let text = View::asked(&rendered, chosen).text;
        let title = title_of(&rendered.snapshot, text);
        let address = self.config.address(&format!("/letters/{slug}"));
        Ok(Some((self.press.paper(rendered, form, text, address).await?, title)))
    }

    /// Something readers can see has changed, up to number `seq`. Returns when every reader who asks from now
    /// on sees it, and those who watch have been told; in a burst of changes sooner, see `pace.rs`.
    pub async fn refresh(self: &Arc<Self>, id: LetterId, seq: i64) {
        let shelved = self.index.load().by_id.get(&id).cloned();
        let Some(shelved) = shelved else { return }; // nobody has asked for it yet
        if shelved.pace.want(seq) {
            let (shelf, shelved) = (self.clone(), shelved.clone());
            tokio::spawn(async move {
                shelved.pace.drive(|seq| shelf.bring_up_or_say(&shelved, seq)).await;
                shelf.pack_when_quiet(&shelved).await;
            });
        }
        shelved.pace.reached(seq).await;
    }

    async fn bring_up_or_say(&self, shelved: &Shelved, seq: i64) {
        if let Err(fault) = self.bring_up(shelved, Some(seq)).await {
            tracing::error!(%fault, "a letter could not be rendered; its readers see it as it was");
        }
    }

    /// Packs a letter's pages again, smaller, if nobody changes it for a while.
    async fn pack_when_quiet(&self, shelved: &Shelved) {
        let current = shelved.current();
        tokio::time::sleep(QUIET).await;
        // One after the other: it is done for nobody who waits, and must not be in the way of those who do.
        let _one_at_a_time = self.packing.lock().await;
        if Arc::ptr_eq(&current, &shelved.current()) {
            let packed = tokio::task::spawn_blocking(move || current.pack_well()).await;
            packed.unwrap_or_else(|error| tracing::error!(%error, "a letter could not be packed"));
        }
    }

    async fn bring_up(&self, shelved: &Shelved, seq: Option<i64>) -> Result<(), Fault> {
        let _rendering = shelved.rendering.lock().await;
        let before = shelved.current();
        if seq.is_some_and(|seq| before.snapshot.seq >= seq) {
            return Ok(()); // whoever rendered while we waited has rendered this too
        }
        let Some(mut after) = self.render(shelved.id, Some(before.clone())).await? else {
            if !shelved.gone.swap(true, Ordering::AcqRel) {
                shelved.tell_anew(before.snapshot.seq);
            }
            return Ok(());
        };
        let was_gone = shelved.gone.load(Ordering::Acquire);
        if !was_gone
            && seq.is_none()
            && after.snapshot.seq == before.snapshot.seq
            && before.turns_at() == after.turns_at()
        {
            return Ok(());
        }
        let mut events = before.snapshot.events.clone();
        events.append(&mut after.snapshot.events);
        let remembered = usize::try_from(REMEMBERED).unwrap_or(0);
        after.snapshot.events = events.split_off(events.len().saturating_sub(remembered));
        let after = Arc::new(after);
        shelved.current.store(after.clone());
        shelved.gone.store(false, Ordering::Release);
        let (reached, from) = (after.snapshot.seq, before.snapshot.seq);
        if reached == from {
            shelved.tell_anew(reached); // the deadline passed: no event, but the page says something else
        } else {
            for (tongue, room) in shelved.rooms.all() {
                room.tell(|| changes::since(&after.snapshot, from, tongue));
            }
        }
        Ok(())
    }

    /// Renders the letters whose deadline has passed since they were rendered; called every second.
    pub async fn turn_pages(&self) {
        let now = self.db.now();
        let index = self.index.load_full();
        for shelved in index.by_id.values() {
            if shelved.current().turns_at().is_some_and(|turn| turn <= now)
                && let Err(fault) = self.bring_up(shelved, None).await
            {
                tracing::error!(%fault, "a letter could not be rendered at its deadline");
            }
        }
    }
}
