//! Catching up with what others committed: other nodes on the same database, whose news this one may have missed.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::{Shelf, Shelved};
use crate::db::Moment;
use crate::error::Fault;
use crate::ids::LetterId;
use crate::letters;

/// What is known of the last look at what others did.
#[derive(Default)]
pub struct Seen {
    /// How far letters were looked at that show nothing of it: those that are suspended.
    reached: HashMap<LetterId, i64>,
    /// When it last could be looked at.
    at: Option<Moment>,
    /// Whether all letters were taken down since then.
    taken_down: bool,
}

/// For so long a node that cannot ask shows what it last knew. A name may have been withdrawn meanwhile, because it
/// is dangerous; caches that cannot ask are told the same bound.
const TRUSTED_SECONDS: i64 = 600;

impl Shelf {
    /// Brings up whatever letter on the shelf is behind. A letter's events are numbered without gaps, under its
    /// lock, and become visible in their order: whoever asks for the latest number misses none.
    ///
    /// # Errors
    /// A fault of the database; what could not be looked at is looked at the next time.
    pub async fn catch_up(self: &Arc<Self>, seen: &mut Seen) -> Result<(), Fault> {
        let now = self.db.now();
        let index = self.index.load_full();
        let ids: Vec<LetterId> = index.by_id.keys().copied().collect();
        let latest = match self.db.read(move |tx| letters::latest_events(tx, &ids)).await {
            Ok(latest) => latest,
            Err(fault) => {
                let since = *seen.at.get_or_insert(now);
                if !seen.taken_down && since.plus_seconds(TRUSTED_SECONDS) <= now {
                    tracing::error!("letters are taken down: what became of them cannot be asked");
                    index.by_id.values().for_each(|shelved| shelved.gone.store(true, Ordering::Release));
                    seen.taken_down = true;
                }
                return Err(fault);
            }
        };
        if seen.taken_down {
            for shelved in index.by_id.values() {
                self.bring_up(shelved, None).await?;
            }
            seen.taken_down = false;
        }
        seen.at = Some(now);
        for (id, seq) in latest {
            let Some(shelved) = index.by_id.get(&id) else { continue };
            if is_behind(shelved, seq) && seen.reached.get(&id) != Some(&seq) {
                self.refresh(id, seq).await;
                // What could not be rendered when its news came counts as done there.
                if is_behind(shelved, seq) && !shelved.gone.load(Ordering::Acquire) {
                    self.bring_up(shelved, Some(seq)).await?;
                }
                seen.reached.insert(id, seq);
            }
        }
        Ok(())
    }
}

fn is_behind(shelved: &Arc<Shelved>, seq: i64) -> bool {
    shelved.current().snapshot.seq < seq
}
