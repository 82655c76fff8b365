//! In which language a reader gets a public letter.
//!
//! Its text is the coordinators'; what is around it speaks the reader's language. For each language there
//! is one page, the same bytes for all who read in it, made when the first of them asks.

use super::rendered::Snapshot;
use crate::text::speaking::{self, Asked};
use crate::text::words::{SPOKEN, Words};
use crate::web::languages::in_language;

/// A language in which a page is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Tongue {
    /// The words around the letter.
    pub words: Words,
    /// Whether the address named the language, so that the page's links go on in it.
    pub goes_on: bool,
}

impl Tongue {
    /// For whoever asked for no language that is spoken here: the letter's own.
    pub fn of_nobody(snapshot: &Snapshot) -> Self {
        Self { words: snapshot.words(), goes_on: false }
    }

    /// For what does not change with who looks: the language of the address, else `own`.
    pub fn of_address(own: Self) -> Self {
        match speaking::how_asked() {
            Asked::ByAddress => Self { words: speaking::current(), goes_on: true },
            Asked::ByChoice | Asked::ByBrowser | Asked::ByNobody => own,
        }
    }

    /// A path of this site as it is named in this language.
    pub fn path(self, path: &str) -> String {
        if self.goes_on { in_language(self.words, path) } else { path.to_owned() }
    }

    /// For whoever asks at this moment; `own` if they asked for none.
    pub fn asked(own: Self) -> Self {
        match speaking::asked() {
            Some(words) => Self { words, goes_on: speaking::how_asked() == Asked::ByAddress },
            None => own,
        }
    }
}

/// Something for each tongue.
pub(super) struct InTongues<T> {
    english: (Tongue, T),
    others: Vec<(Tongue, T)>,
}

impl<T> InTongues<T> {
    /// What `make` makes for each.
    pub fn made(make: impl Fn(Tongue) -> T) -> Self {
        let english = Tongue { words: Words::default(), goes_on: false };
        let words = SPOKEN.iter().filter_map(|tag| Words::spoken(tag));
        let all = words.flat_map(|words| [false, true].map(|goes_on| Tongue { words, goes_on }));
        let others = all.filter(|tongue| *tongue != english).map(|tongue| (tongue, make(tongue))).collect();
        Self { english: (english, make(english)), others }
    }

    /// The one of this tongue.
    pub fn of(&self, tongue: Tongue) -> &T {
        let others = self.others.iter().find(|(own, _)| *own == tongue);
        &others.unwrap_or(&self.english).1
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = (Tongue, &T)> {
        std::iter::once(&self.english).chain(&self.others).map(|(tongue, it)| (*tongue, it))
    }
}
