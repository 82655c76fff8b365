//! What everybody who has a letter open is told at the same time, whatever happens to the letter.

use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::Shelf;
use crate::live::{HEARTBEAT, Room};

impl Shelf {
    fn in_every_room(&self, say: impl Fn(&Room)) {
        for shelved in self.index.load().by_id.values() {
            shelved.rooms.all().for_each(|(_, room)| say(room));
        }
    }

    /// Keeps the connections of all readers alive until the site stops, and ends them then.
    pub fn keep_rooms_open(self: &Arc<Self>, mut stop: watch::Receiver<bool>) -> JoinHandle<()> {
        let shelf = self.clone();
        tokio::spawn(async move {
            while tokio::time::timeout(HEARTBEAT, stop.wait_for(|stopping| *stopping)).await.is_err() {
                shelf.in_every_room(Room::beat);
            }
            shelf.in_every_room(Room::close);
        })
    }
}
