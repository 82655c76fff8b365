//! What a live stream says, and whether one reader heard all of it. Pure.
//!
//! Every change has a number without gaps. A batch carries the number it reaches, and has as many lines
//! (new or withdrawn) as it moves the number on; so whoever counts them knows what they have missed.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use arc_swap::ArcSwapOption;
use serde_json::Value;

use crate::wrong::Wrong;

/// Events that belong together: they bring a page to number `id`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// The number that is reached, where one is.
    pub id: Option<i64>,
    /// The names of the lines that were added.
    pub added: Vec<String>,
    /// How many lines went.
    pub withdrawn: usize,
    /// Whether the page is to be fetched anew.
    pub anew: bool,
    /// How many milliseconds to wait before coming back, where that is said.
    pub retry: Option<u64>,
}

/// Reads whole events (`bytes` end with an empty line).
///
/// # Errors
/// What is not as the site documents it.
pub fn read(bytes: &[u8]) -> Result<Vec<Batch>, Wrong> {
    let text = std::str::from_utf8(bytes).map_err(|_| Wrong::new("events that are no UTF-8"))?;
    let mut batches = Vec::new();
    let mut batch = Batch::default();
    for event in text.split("\n\n").filter(|event| !event.is_empty()) {
        let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        if let Some(retry) = field("retry") {
            batch.retry = Some(retry.parse().map_err(|_| Wrong::new("a retry that is no number"))?);
        }
        let Some(name) = field("event") else { continue }; // a comment, or nothing but retry
        let data = field("data").ok_or_else(|| Wrong::new("an event without data"))?;
        let data: Value = serde_json::from_str(data)?;
        match name {
            "signatory" => {
                let name = data.get("name").and_then(Value::as_str);
                batch.added.push(name.ok_or_else(|| Wrong::new("a line without a name"))?.to_owned());
            }
            "withdrawn" => batch.withdrawn += 1,
            "list" => batch.anew = true,
            "count" => {
                data.get("count").and_then(Value::as_u64).ok_or_else(|| Wrong::new("a count without one"))?;
            }
            _ => {}
        }
        if let Some(id) = field("id") {
            batch.id = Some(id.parse().map_err(|_| Wrong::new("an event's id that is no number"))?);
            batches.push(std::mem::take(&mut batch));
        }
    }
    if batch != Batch::default() {
        batches.push(batch);
    }
    Ok(batches)
}

/// What some bytes say.
type Batches = Arc<Vec<Batch>>;

/// Bytes that were read already. All readers of a letter get the same bytes, and ten thousand of them
/// would otherwise read one event's JSON ten thousand times on the processors that are being measured.
#[derive(Default)]
pub struct Heard {
    /// What was heard last is what the next reader hears: looked at first, for it takes no sum of the bytes.
    last: ArcSwapOption<(Box<[u8]>, Batches)>,
    all: RwLock<HashMap<Box<[u8]>, Batches>>,
}

impl Heard {
    /// See [`read`].
    ///
    /// # Errors
    /// The same.
    pub fn read(&self, bytes: &[u8]) -> Result<Batches, Wrong> {
        if let Some(last) = &*self.last.load()
            && *last.0 == *bytes
        {
            return Ok(last.1.clone());
        }
        let known = self.all.read().unwrap_or_else(PoisonError::into_inner).get(bytes).cloned();
        let batches = match known {
            Some(known) => known,
            None => {
                let batches = Arc::new(read(bytes)?);
                let mut all = self.all.write().unwrap_or_else(PoisonError::into_inner);
                all.entry(bytes.into()).or_insert(batches).clone()
            }
        };
        self.last.store(Some(Arc::new((bytes.into(), batches.clone()))));
        Ok(batches)
    }
}

/// What one reader has heard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Follower {
    /// The number before the first batch, once there was one.
    pub from: Option<i64>,
    /// The number that the page has reached.
    pub reached: Option<i64>,
    /// Lines that were added.
    pub added: usize,
    /// How often the page was to be fetched anew.
    pub anew: usize,
}

impl Follower {
    /// Goes on with a batch.
    ///
    /// # Errors
    /// A number that was passed already, or lines that are missing on the way to it.
    pub fn hear(&mut self, batch: &Batch) -> Result<(), Wrong> {
        let Some(id) = batch.id else { return Ok(()) };
        let lines = batch.added.len() + batch.withdrawn;
        if batch.anew {
            self.anew += 1;
            self.from.get_or_insert(id);
            self.reached = Some(self.reached.map_or(id, |reached| reached.max(id)));
            return Ok(());
        }
        let moved = i64::try_from(lines).unwrap_or(i64::MAX);
        let before = *self.reached.get_or_insert(id.saturating_sub(moved));
        self.from.get_or_insert(before);
        if id <= before {
            return Err(Wrong::new("an event came a second time"));
        }
        if id - before != moved {
            return Err(Wrong::new("events are missing between two numbers"));
        }
        self.reached = Some(id);
        self.added += batch.added.len();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(id: i64, names: &[&str]) -> Batch {
        let added = names.iter().map(|name| (*name).to_owned()).collect();
        Batch { id: Some(id), added, ..Batch::default() }
    }

    #[test]
    fn events_are_read_as_the_site_writes_them() {
        let bytes =
            b"retry: 2000\n\n:\n\nevent: signatory\ndata: {\"name\":\"River Trust\",\"number\":1}\n\n\
            id: 7\nevent: count\ndata: {\"count\":1}\n\nid: 9\nevent: list\ndata: {\"seq\":9}\n\n";
        let read = read(bytes).unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(read[0], Batch { retry: Some(2000), ..batch(7, &["River Trust"]) });
        assert!(read[1].anew);
        let opening = super::read(b"retry: 150\n\n").unwrap();
        assert_eq!((opening[0].retry, opening[0].id), (Some(150), None));
    }

    #[test]
    fn events_that_are_not_as_documented_are_refused() {
        assert!(read(b"event: count\ndata: {}\n\n").is_err());
        assert!(read(b"event: signatory\ndata: {\"name\":7}\n\n").is_err());
        assert!(read(b"event: signatory\ndata: no JSON\n\n").is_err());
        assert!(read(b"id: x\nevent: list\ndata: {}\n\n").is_err());
        assert!(read(b"\xff\n\n").is_err());
    }

    #[test]
    fn a_reader_notices_what_is_missing_and_what_comes_twice() {
        let mut reader = Follower::default();
        reader.hear(&batch(5, &["a"])).unwrap();
        assert_eq!(reader.from, Some(4));
        reader.hear(&batch(7, &["b", "c"])).unwrap();
        assert!(reader.hear(&batch(7, &["c"])).is_err());
        assert!(reader.hear(&batch(10, &["d", "e"])).is_err());
        let anew = Batch { id: Some(12), anew: true, ..Batch::default() };
        reader.hear(&anew).unwrap();
        reader.hear(&batch(13, &["f"])).unwrap();
        assert_eq!((reader.reached, reader.added, reader.anew), (Some(13), 4, 1));
    }

    #[test]
    fn the_same_bytes_are_read_once() {
        let heard = Heard::default();
        let bytes = b"id: 3\nevent: list\ndata: {\"seq\":3}\n\n";
        assert!(Arc::ptr_eq(&heard.read(bytes).unwrap(), &heard.read(bytes).unwrap()));
    }
}
