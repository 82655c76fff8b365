//! A snapshot in each of the forms that readers get, by itself: for whoever has no shelf, such as the
//! benchmarks, which ask what each costs. In the letter's own language, as for those who ask for none.

use super::rendered::Snapshot;
use super::tongues::{Tongue, View};
use super::{changes, machine, pages};
use crate::error::Fault;
use crate::live::Frame;

impl Snapshot {
    /// The page as HTML, not packed; `address` is the letter's, in full.
    pub fn page(&self, address: &str) -> String {
        let view = View { tongue: Tongue::of_nobody(self), text: 0 };
        pages::letter(self, address, view).into_string()
    }

    /// What `/letters/{slug}.json` has.
    ///
    /// # Errors
    /// None that can be reached: a list is always JSON.
    pub fn json(&self, address: &str) -> Result<Vec<u8>, Fault> {
        machine::letter(self, address)
    }

    /// What brings a page that has reached event number `after` to this snapshot: the events of the live stream.
    /// If it was not taken with all events since, they say to fetch the page anew.
    pub fn news_since(&self, after: i64) -> Frame {
        changes::since(self, after, Tongue::of_nobody(self))
    }
}
