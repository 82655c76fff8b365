//! Whether an answer is the right one. Pure.
//!
//! A page is taken apart once for each `ETag`: unpacked, looked at for the title with a count that fits.
//! Every further answer with that tag has to have the very same bytes.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::sync::{Arc, PoisonError, RwLock};

use serde_json::Value;

use crate::message::Head;
use crate::options::Encoding;
use crate::wrong::Wrong;

/// What stands for the count in a title.
const COUNT: &str = "{{count}}";

/// A letter as its JSON tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// The title, with `{{count}}` in it if it has a count.
    pub title: String,
    /// The hash of the revision that is signed.
    pub revision: String,
    /// How many signatories it says it has.
    pub count: usize,
    /// The numbers on the list, in its order.
    pub numbers: Vec<usize>,
    /// The addresses of the organizations on it, in its order; listed ones have none.
    pub organizations: Vec<String>,
    /// The lines of the list.
    pub lines: usize,
}

impl Letter {
    /// Reads `/letters/{slug}.json`.
    ///
    /// # Errors
    /// What is not as the site documents it.
    pub fn read(json: &[u8]) -> Result<Self, Wrong> {
        let json: Value = serde_json::from_slice(json)?;
        let text = |pointer: &str| {
            let found = json.pointer(pointer).and_then(Value::as_str);
            found.map(str::to_owned).ok_or_else(|| Wrong::new(format!("the letter's JSON has no {pointer}")))
        };
        let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
        let count = json.get("count").and_then(number).ok_or_else(|| Wrong::new("the JSON has no count"))?;
        let mut letter = Self {
            title: text("/text/title")?,
            revision: text("/revision/sha256")?,
            count,
            ..Self::default()
        };
        let groups = json.get("groups").and_then(Value::as_array);
        for group in groups.ok_or_else(|| Wrong::new("the JSON has no groups"))? {
            for line in group.get("signatories").and_then(Value::as_array).into_iter().flatten() {
                letter.lines += 1;
                letter.numbers.extend(line.get("number").and_then(number));
                let organization = line.get("organization").and_then(Value::as_str);
                letter.organizations.extend(organization.map(str::to_owned));
            }
        }
        Ok(letter)
    }

    /// Whether count, numbers and list agree: numbered through from 1, without a gap.
    ///
    /// # Errors
    /// In what they do not.
    pub fn check_numbers(&self) -> Result<(), Wrong> {
        if self.count != self.lines {
            let Self { count, lines, .. } = self;
            return Err(Wrong::new(format!("the count says {count} and the list has {lines} lines")));
        }
        match self.numbers.iter().enumerate().find(|(at, number)| at + 1 != **number) {
            Some((at, number)) => Err(Wrong::new(format!("line {} has number {number}", at + 1))),
            None if self.numbers.len() == self.lines => Ok(()),
            None => Err(Wrong::new("some lines have no number")),
        }
    }
}

/// What became of signatures that were sent.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// Acknowledged and on the list once.
    pub kept: usize,
    /// Acknowledged and not on it.
    pub lost: usize,
    /// On it more than once.
    pub twice: usize,
    /// On it although refused, or never sent.
    pub unasked: usize,
    /// Without an answer, and on it: they may be.
    pub unanswered: usize,
}

impl Stored {
    /// Compares the list of a letter with what was answered: `acknowledged`, and `unanswered` of which
    /// nobody knows. `before` stood there already.
    pub fn compare(
        listed: &[String],
        before: &HashSet<String>,
        acknowledged: &HashSet<String>,
        unanswered: &HashSet<String>,
    ) -> Self {
        let mut times: HashMap<&str, usize> = HashMap::new();
        for organization in listed {
            *times.entry(organization).or_default() += 1;
        }
        let mut stored =
            Self { twice: times.values().filter(|times| **times > 1).count(), ..Self::default() };
        for organization in acknowledged {
            match times.contains_key(organization.as_str()) {
                true => stored.kept += 1,
                false => stored.lost += 1,
            }
        }
        for organization in times.keys().copied() {
            if !acknowledged.contains(organization) && !before.contains(organization) {
                match unanswered.contains(organization) {
                    true => stored.unanswered += 1,
                    false => stored.unasked += 1,
                }
            }
        }
        stored
    }

    /// Whether acknowledged = stored, none twice.
    pub fn is_right(&self) -> bool {
        (self.lost, self.twice, self.unasked) == (0, 0, 0)
    }
}

/// The pages of one letter that were seen, by their tags.
pub struct Pages {
    title: String,
    least: usize,
    by_tag: RwLock<HashMap<String, Arc<[u8]>>>,
}

/// What a right answer was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// The page.
    Page,
    /// 304: the reader has it.
    Unchanged,
}

impl Pages {
    /// Of a letter with this title, which has at least so many signatories.
    pub fn of(title: &str, least: usize) -> Self {
        Self { title: title.to_owned(), least, by_tag: RwLock::default() }
    }

    /// Checks an answer to whoever asked for `encoding` and said that they have `known`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(
        &self,
        encoding: Encoding,
        known: Option<&str>,
        head: &Head,
        body: &[u8],
    ) -> Result<Right, Wrong> {
        match (head.status, known) {
            (304, Some(known)) if known == head.tag => {
                return if body.is_empty() {
                    Ok(Right::Unchanged)
                } else {
                    Err(Wrong::new("304 with a body"))
                };
            }
            (304, Some(_)) => return Err(Wrong::new("304 for another tag than was sent")),
            (304, None) => return Err(Wrong::new("304 for whoever has nothing")),
            (200, Some(known)) if known == head.tag => {
                return Err(Wrong::new("the page anew for whoever has it"));
            }
            (200, _) => {}
            (status, _) => return Err(Wrong::new(format!("status {status} instead of a letter"))),
        }
        if head.tag.is_empty() {
            return Err(Wrong::new("a page without a tag"));
        }
        if head.encoding != encoding.content() {
            let Head { encoding: got, .. } = head;
            return Err(Wrong::new(format!("asked for {} and got {got:?}", encoding.accept())));
        }
        let first = self.by_tag.read().unwrap_or_else(PoisonError::into_inner).get(&head.tag).cloned();
        match first {
            Some(first) if *first == *body => Ok(Right::Page),
            Some(_) => Err(Wrong::new("other bytes under the same tag")),
            None => {
                self.look_into(&unpacked(&head.encoding, body)?)?;
                let mut by_tag = self.by_tag.write().unwrap_or_else(PoisonError::into_inner);
                by_tag.insert(head.tag.clone(), body.into());
                Ok(Right::Page)
            }
        }
    }

    /// How many different pages there were.
    pub fn seen(&self) -> usize {
        self.by_tag.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether a page is that of the letter, whole, with a count that fits.
    fn look_into(&self, page: &[u8]) -> Result<(), Wrong> {
        let page = std::str::from_utf8(page).map_err(|_| Wrong::new("a page that is no UTF-8"))?;
        if !page.trim_end().ends_with("</html>") {
            return Err(Wrong::new("a page without its end"));
        }
        let title = page.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let (title, _) = title.ok_or_else(|| Wrong::new("a page without a title"))?;
        let Some((before, after)) = self.title.split_once(COUNT) else {
            let is_there = title.contains(&self.title);
            return if is_there { Ok(()) } else { Err(Wrong::new("a page with another title")) };
        };
        let rest = title.split_once(before).map(|(_, rest)| rest);
        let count = rest.and_then(|rest| rest.split_once(after)).and_then(|(count, _)| number(count));
        match count {
            Some(count) if count >= self.least => Ok(()),
            Some(count) => Err(Wrong::new(format!("a page counts {count}, and {} signed", self.least))),
            None => Err(Wrong::new("a page with another title")),
        }
    }
}

/// A number in the digits of any language, with what groups them.
fn number(words: &str) -> Option<usize> {
    let mut number: Option<usize> = None;
    for c in words.chars() {
        let digit = c.to_digit(10).or_else(|| {
            let zero = ['\u{660}', '\u{6f0}'].into_iter().find(|zero| (*zero..).take(10).any(|d| d == c))?;
            u32::from(c).checked_sub(u32::from(zero))
        });
        match digit {
            Some(digit) => {
                let digit = usize::try_from(digit).ok()?;
                number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
            }
            None if c.is_alphabetic() => return None,
            None => {}
        }
    }
    number
}

/// Bytes without their encoding.
fn unpacked(encoding: &str, body: &[u8]) -> Result<Vec<u8>, Wrong> {
    let mut plain = Vec::new();
    match encoding {
        "br" => brotli::Decompressor::new(body, 64 * 1024).read_to_end(&mut plain),
        "gzip" => flate2::read::GzDecoder::new(body).read_to_end(&mut plain),
        _ => return Ok(body.to_vec()),
    }
    .map_err(|error| Wrong::new(format!("{encoding} that does not unpack: {error}")))?;
    Ok(plain)
}

#[cfg(test)]
mod tests;
