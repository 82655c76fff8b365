//! In which language a reader gets a public letter.
//!
//! Its text is the coordinators'; what is around it speaks the reader's language. For each language there
//! is one page, the same bytes for all who read in it, made when the first of them asks.

use super::rendered::{Rendered, Snapshot};
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

/// What a reader gets: which text, and whose words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct View {
    pub tongue: Tongue,
    /// 0 for the text that is signed, else the number of a translation, from 1.
    pub text: usize,
}

impl View {
    /// For whoever asks at this moment: the text in the language `chosen`, if the letter has one, else in
    /// theirs, else the one that is signed.
    pub fn asked(rendered: &Rendered, chosen: Option<&str>) -> Self {
        let goes_on = speaking::how_asked() == Asked::ByAddress;
        Self::of(rendered, speaking::asked(), goes_on, chosen)
    }

    /// The same for whoever asked for the language `asked`, by an address that goes on in it or not.
    pub fn of(rendered: &Rendered, asked: Option<Words>, goes_on: bool, chosen: Option<&str>) -> Self {
        let tongue = asked.map_or(rendered.own, |words| Tongue { words, goes_on });
        let text = |tag: &str| rendered.snapshot.text_in(tag);
        let asked = asked.map(|words| words.tag());
        let text = chosen.and_then(text).or_else(|| asked.and_then(text)).unwrap_or(0);
        Self { tongue, text }
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
