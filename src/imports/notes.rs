//! What stands behind a list and is none of it: notes, references, contacts, what a website adds.

use super::features::Line;
use super::folding::{begins_with_any, digit, fold, has_any};
use super::markers::Marker;
use super::words;

impl Line<'_> {
    /// Whether it ends a list: notes, contacts, a sentence about something else.
    pub(super) fn ends_the_list(&self) -> bool {
        let marked = self.marker != Marker::None;
        let whole = words::NOTES.contains(&self.folded.as_str())
            || words::NOTES_WITH_COLON.contains(&self.folded.as_str());
        let begins =
            begins_with_any(&self.folded, words::NOTES) && (self.rest.contains(':') || self.words > 5);
        let before_colon = self.rest.split_once(':').is_some_and(|(head, _)| {
            let head = fold(head);
            words::NOTES_WITH_COLON.contains(&head.as_str()) || words::NOTES.contains(&head.as_str())
        });
        let rule = self.rest.len() >= 3 && self.rest.chars().all(|c| matches!(c, '#' | '*' | '=' | '_'));
        let phrase = [
            "media contact",
            "press contact",
            "for more information",
            "for further information",
            "learn more",
            "read more",
            "share your",
            "originally published",
            "all rights reserved",
        ];
        let leads_to_contacts = self.rest.ends_with([':', '：'])
            && self.words <= 8
            && (begins_with_any(&self.folded, FOR_THE_PRESS) || has_any(&self.folded, CONTACTS));
        let greets = self.words <= 12
            && begins_with_any(&self.folded, super::body::SALUTATIONS)
            && self.rest.ends_with([',', ':', '،']);
        !marked
            && (whole
                || greets
                || leads_to_contacts
                || self.counts_others()
                || (self.rest.contains("http") && self.words > 2 && self.capitals() < 0.6)
                || (self.leads_to_demands() && !self.cue)
                || (self.rest.contains('@') && self.words > 2 && self.capitals() < 0.5)
                || before_colon
                || begins
                || rule
                || begins_with_any(&self.folded, &phrase)
                || self.is_prose())
    }

    /// "and 133 others": they are not told, and none of them is a name.
    fn counts_others(&self) -> bool {
        let others = [
            "others",
            "other organizations",
            "other organisations",
            "more",
            "more organizations",
            "more organisations",
            "further",
            "additional",
            "individuals",
            "individual signatories",
            "people",
            "citizens",
            "autres",
            "otras",
            "otros",
            "outras",
            "outros",
            "weitere",
            "اخرى",
            "منظمة اخرى",
        ];
        let joins =
            begins_with_any(&self.folded, &["and", "plus", "et", "y", "e", "und", "as well as", "و", "with"]);
        let number = super::counts::first_number(self.rest).is_some();
        self.words <= 20 && joins && number && has_any(&self.folded, &others)
    }

    /// Whether it reads as a footnote: an address, a year, "See …".
    pub(super) fn is_reference(&self) -> bool {
        let begins = [
            "see",
            "ibid",
            "cf",
            "supra",
            "voir",
            "vease",
            "ver",
            "siehe",
            "vgl",
            "according to",
            "source",
            "quoted in",
            "id",
            "انظر",
            "ينظر",
            "راجع",
            "المصدر",
        ];
        let address = ["http", "www.", "doi:", "doi.org"].iter().any(|sign| self.rest.contains(sign));
        let quoted = self.rest.starts_with(['“', '"', '«', '‘']) && self.words > 6;
        let words: Vec<&str> = self.folded.split(' ').collect();
        let year = words.iter().any(|word| {
            let digits: Vec<u32> = word.chars().filter_map(digit).collect();
            word.chars().count() == 4
                && digits.len() == 4
                && matches!(digits.as_slice(), [1, 9, ..] | [2, 0, ..])
        });
        let dated =
            year && self.words >= 4 && (self.rest.contains([',', '(', '،']) || self.rest.ends_with('.'));
        let resolution =
            has_any(&self.folded, &["resolution", "para", "paras", "pp", "op cit", "art", "accessed"])
                && self.words >= 3
                && words.iter().any(|word| word.chars().any(|c| digit(c).is_some()));
        address
            || quoted
            || dated
            || resolution
            || begins_with_any(&self.folded, &begins) && self.words > 1
            || self.is_prose()
    }

    /// The signs before a footnote: `*`, `**`, `†`, `¹`.
    pub(super) fn footnote_sign(&self) -> Option<&str> {
        let text = super::folding::trimmed(&self.source.text);
        let end = text.find(|c: char| !FOOTNOTE_SIGNS.contains(&c)).unwrap_or(text.len());
        text.get(..end).filter(|sign| !sign.is_empty())
    }
}

/// What begins a line that leads to whom a journalist may ask.
const FOR_THE_PRESS: &[&str] = &[
    "for comment",
    "for comments",
    "for interviews",
    "for queries",
    "for enquiries",
    "for inquiries",
    "for media",
    "for press",
    "spokespeople",
    "spokespersons",
];

/// What a line speaks of that leads to addresses and telephones.
const CONTACTS: &[&str] = &[
    "contact",
    "contacts",
    "enquiries",
    "inquiries",
    "contacto",
    "contactos",
    "contato",
    "contatos",
    "kontakt",
    "kontakte",
    "ansprechpartner",
    "ansprechpartnerin",
    "للتواصل",
    "للاستفسار",
];

/// Numbers that no list is counted with: they lead to footnotes.
pub(super) const SMALL_NUMBERS: &[char] = &['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// What refers to a footnote.
pub(super) const FOOTNOTE_SIGNS: &[char] = &['*', '†', '‡', '§', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

#[cfg(test)]
mod tests {
    use super::super::source::SourceLine;
    use super::*;

    #[test]
    fn references_are_no_names() {
        for text in [
            "European Commission, Trade part of the agreement, 2019.",
            "See the report of the commission",
            "UN, Press release, https://example.org/press",
            "Resolution 59/209 of the General Assembly",
        ] {
            assert!(Line::of(&SourceLine::plain(text)).is_reference(), "{text}");
        }
        for text in [
            "River Trust",
            "Women 2000 Network",
            "Committee for Human Rights, Geneva",
            "SECTION 27",
            "Centre for Law, Faculty of Law, University of the Lakes",
        ] {
            assert!(!Line::of(&SourceLine::plain(text)).is_reference(), "{text}");
        }
    }
}
