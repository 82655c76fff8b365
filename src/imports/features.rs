//! What can be seen of a line by itself: is it a name, a sentence, a heading, a page number.

use super::folding::{begins_with_any, digit, fold, has_any, is_arabic, trimmed};
use super::markers::{self, Marker};
use super::source::{Hint, SourceLine};
use super::words::{self, names_a_body};
use super::{countries, headings};

/// Of longer lines only the beginning is looked at; they are no headings and no names.
const LOOKED_AT: usize = 600;

/// A line and what can be seen of it.
pub(super) struct Line<'a> {
    /// The line of the source.
    pub source: &'a SourceLine,
    /// Its number or bullet.
    pub marker: Marker,
    /// What is marked.
    pub rest: &'a str,
    /// The beginning of that, folded.
    pub folded: String,
    /// How many words it has.
    pub words: usize,
    /// How likely it is a name, from 0 to 1.
    pub name: f32,
    /// Whether nothing stands there.
    pub blank: bool,
    /// Page numbers, rules, addresses of websites: nothing of the letter.
    pub furniture: bool,
    /// Whether it stands over a list of signatories, or could.
    pub cue: bool,
    /// Whether nothing but a space stands behind its number.
    pub loose: bool,
}

impl<'a> Line<'a> {
    /// Looks at a line.
    pub(super) fn of(source: &'a SourceLine) -> Self {
        let text = trimmed(&source.text);
        let (marker, rest) = if source.cells.is_empty() { markers::read(text) } else { (Marker::None, text) };
        let head: String = rest.chars().take(LOOKED_AT).collect();
        let folded = fold(&head);
        let words = rest.split_whitespace().count();
        let mut line = Self {
            source,
            marker,
            rest,
            words,
            name: 0.0,
            blank: text.is_empty(),
            furniture: is_furniture(text, &folded),
            cue: false,
            loose: false,
            folded,
        };
        line.name = line.likeness();
        line.cue = line.is_cue();
        line
    }

    /// Whether it reads as running text.
    pub(super) fn is_prose(&self) -> bool {
        let ends = self.rest.ends_with(['.', '!', '?', '؟', ':', '”', '"', '؛', '…']);
        let sentence = has_any(&self.folded, words::OF_SENTENCES);
        let said = self.rest.trim_end_matches(['"', '”', '»', '’']);
        (self.words >= 14 && (ends || sentence) && self.pieces() < 4)
            || (self.words >= 25 && self.pieces() < 6)
            || (self.words >= 8
                && (sentence || self.capitals() < 0.5)
                && self.pieces() < 4
                && said.ends_with(['.', '!', '?', '؟'])
                && (sentence || !super::entries::abbreviated(said)))
    }

    /// Into how many short pieces separators cut it.
    pub(super) fn pieces(&self) -> usize {
        let pieces: Vec<&str> = self.rest.split([';', '|', '،', ',', '؛', '•', '·']).collect();
        let short = pieces.iter().filter(|piece| (1..=9).contains(&piece.split_whitespace().count())).count();
        if short * 10 >= pieces.len() * 8 && self.capitals() > 0.6 { pieces.len() } else { 1 }
    }

    pub(super) fn capitals(&self) -> f32 {
        let head = self
            .rest
            .char_indices()
            .nth(LOOKED_AT)
            .and_then(|(at, _)| self.rest.get(..at))
            .unwrap_or(self.rest);
        let (mut long, mut capital) = (0.0_f32, 0.0_f32);
        for word in head.split(|c: char| c.is_whitespace() || c == '-' || c == '/') {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let small = words::JOINERS.contains(&word.to_lowercase().as_str());
            if word.chars().count() > 2
                && !small
                && word.chars().next().is_some_and(|c| c.is_lowercase() || c.is_uppercase())
            {
                long += 1.0;
                capital += if word.chars().any(char::is_uppercase) { 1.0 } else { 0.0 };
            }
        }
        if long == 0.0 { if self.rest.chars().any(is_arabic) { 0.8 } else { 0.7 } } else { capital / long }
    }

    fn likeness(&self) -> f32 {
        if self.blank || self.furniture || self.rest.chars().all(|c| !c.is_alphabetic()) {
            return 0.0;
        }
        if self.pieces() >= 4 {
            return 0.8;
        }
        let mut score = self.capitals();
        score -= match self.words {
            0..=12 => 0.0,
            13..=17 => 0.25,
            18..=24 => 0.5,
            _ => 0.9,
        };
        if self.rest.ends_with(['.', '!', '?', ':', '؟']) && self.words > 6 {
            score -= 0.4;
        }
        if has_any(&self.folded, words::OF_SENTENCES) {
            score -= 0.35;
        }
        if begins_with_any(&self.folded, words::VERBS) {
            score -= 0.4;
        }
        if names_a_body(&self.folded) {
            score += 0.2;
        }
        score.clamp(0.0, 1.0)
    }

    fn is_cue(&self) -> bool {
        let set_apart = matches!(self.source.hint, Hint::Heading | Hint::Bold);
        let colon = self.rest.ends_with([':', '：']);
        let before_colon: Vec<&str> = self.rest.splitn(2, [':', '：']).collect();
        let inline = before_colon.len() == 2
            && before_colon
                .first()
                .is_some_and(|cue| cue.split_whitespace().count() <= 10 && has_any(&fold(cue), words::CUES));
        let short = self.words <= 10 && !self.rest.ends_with(['.', ';', ',']);
        let long = self.words <= 40 && colon;
        self.marker.number().is_none()
            && !self.is_withheld()
            && (self.closes()
                || self.names_senders()
                || (has_any(&self.folded, words::CUES) && (short || long || set_apart))
                || inline)
    }

    /// Whether it closes a letter: "Yours sincerely,". Names may follow.
    pub(super) fn closes(&self) -> bool {
        self.words <= 9
            && self.marker == Marker::None
            && begins_with_any(&self.folded, words::CLOSINGS)
            && !self.folded.starts_with("signed ")
            && (self.words <= 4 || self.rest.ends_with([',', '،', ':']))
    }

    /// Whether it stands over those who write: "From:".
    pub(super) fn names_senders(&self) -> bool {
        self.rest.ends_with([':', '：']) && words::SENDERS.contains(&self.folded.as_str())
    }

    /// The names behind the colon of "Signed by: A, B, C".
    pub(super) fn behind_cue(&self) -> Option<&'a str> {
        let (cue, names) = self.rest.split_once([':', '：'])?;
        let names = trimmed(names);
        let cue = fold(cue);
        let fits = cue.split(' ').count() <= 40 && (has_any(&cue, words::CUES) || self.lists_behind_colon());
        (fits && names.chars().any(char::is_alphabetic)).then_some(names)
    }

    /// The names behind "is endorsed by" in a sentence: "A, B, the C, and D".
    pub(super) fn behind_by(&self) -> Option<&'a str> {
        if self.rest.contains([':', '：']) || self.words > 400 {
            return None;
        }
        let (at, length) = words::BY.iter().find_map(|by| self.rest.find(by).map(|at| (at, by.len())))?;
        let names = trimmed(self.rest.get(at + length..)?);
        let source = SourceLine::plain(names);
        let pieces = Line::of(&source).pieces();
        (pieces >= 3 && !names.contains(". ")).then_some(names)
    }

    /// Whether several names stand behind its colon.
    pub(super) fn lists_behind_colon(&self) -> bool {
        let Some((cue, names)) = self.rest.split_once([':', '：']) else { return false };
        let names = SourceLine::plain(names);
        let names = Line::of(&names);
        cue.split_whitespace().count() <= 20
            && names.pieces() >= 4
            && !names.rest.contains(". ")
            && !has_any(&fold(cue), words::DEMANDS)
            && has_any(&fold(cue), words::MEMBERS)
    }

    /// Whether demands follow it.
    pub(super) fn leads_to_demands(&self) -> bool {
        let ends: String = self.rest.chars().rev().take(160).collect::<Vec<_>>().into_iter().rev().collect();
        self.rest.ends_with([':', '：']) && has_any(&fold(&ends), words::DEMANDS)
    }

    /// Whether it tells of names that are not told.
    pub(super) fn is_withheld(&self) -> bool {
        self.words <= 25 && has_any(&self.folded, words::WITHHELD)
    }

    /// How many names it says are not told.
    pub(super) fn withheld(&self) -> usize {
        let more = [
            "organizations",
            "organisations",
            "ngos",
            "groups",
            "organizaciones",
            "organizacoes",
            "organisationen",
            "منظمات",
            "جمعيات",
            "others",
            "names",
        ];
        match super::counts::first_number(self.rest) {
            Some(count) if self.marker == Marker::None || has_any(&self.folded, &more) => {
                count.clamp(1, 10_000)
            }
            _ => 1,
        }
    }

    /// Whether it goes on from the line above it, by its first word.
    pub(super) fn begins_in_the_middle(&self) -> bool {
        let first = self.rest.split_whitespace().next().unwrap_or_default();
        let joins =
            words::JOINERS.contains(&first) || (first.chars().count() > 1 && first.chars().all(|c| c == '&'));
        self.marker == Marker::None
            && (joins
                || first == "&"
                || self.rest.starts_with(['(', '–', '-', ',', '/', '،'])
                || self.rest.chars().next().is_some_and(char::is_lowercase))
    }

    /// Whether the next line goes on from it, by its last word.
    pub(super) fn breaks_off(&self) -> bool {
        let last = self.rest.split_whitespace().next_back().unwrap_or_default();
        let joins = words::JOINERS.contains(&last.to_lowercase().as_str()) && self.words > 1 && last != "E";
        let open = self.rest.matches('(').count() > self.rest.matches(')').count();
        joins
            || open
            || last == "&"
            || (self.rest.ends_with(['–', '-', '—', '/', ',', '،']) && self.marker != Marker::None)
    }

    /// Whether it is set as a heading, whatever stands around it.
    pub(super) fn is_surely_heading(&self) -> bool {
        let set_apart = self.source.hint == Hint::Heading;
        let counted = headings::has_count(self.rest);
        let colon = self.rest.ends_with([':', '：']);
        let flagged = countries::without_flags(self.rest).1.is_some() && self.words <= 5;
        self.marker.number().is_none()
            && self.words <= 16
            && !self.is_prose()
            && (set_apart || colon || counted || flagged || self.cue || headings::names_a_kind(&self.folded))
    }

    /// Whether it could be the heading of a group.
    pub(super) fn may_be_heading(&self) -> bool {
        self.marker == Marker::None
            && self.words <= 14
            && !self.blank
            && !self.furniture
            && !self.is_prose()
            && self.rest.chars().any(char::is_alphabetic)
            && !self.rest.ends_with([';', ','])
            && (self.words <= 4 || !self.rest.ends_with('.'))
    }

    /// A country, or a scope such as "Regional": what names of groups are and names of organizations are not.
    pub(super) fn names_a_part_of_the_world(&self) -> bool {
        // "European and international organisations"; "Global 2030" is a name.
        let numbered =
            self.folded.split(' ').any(|word| word.chars().all(|c| super::folding::digit(c).is_some()));
        let scope = begins_with_any(&self.folded, words::SCOPES)
            && (self.words == 1 || self.words <= 6 && headings::is_general(&self.folded))
            && (!numbered || headings::of_organizations(self.rest));
        self.words <= 6
            && (scope
                || countries::read(self.rest.trim_end_matches([':', '：'])).is_some()
                || countries::is_region(self.rest))
    }

    /// Whether it is a country, perhaps with a city, and no more.
    pub(super) fn names_a_country(&self) -> bool {
        let bare = self.rest.trim_matches(['(', ')', '[', ']']);
        let last = bare.rsplit([',', '،']).next().unwrap_or(bare);
        self.words <= 6 && countries::read(last).is_some()
    }

    /// Whether all its letters are capitals, and it has several words.
    pub(super) fn shouts(&self) -> bool {
        self.words >= 2
            && self.rest.chars().any(char::is_uppercase)
            && !self.rest.chars().any(char::is_lowercase)
    }
}

fn is_furniture(text: &str, folded: &str) -> bool {
    if text.is_empty() || text.len() > 300 {
        return false;
    }
    let letters = text.chars().any(char::is_alphabetic);
    let numbers_only = !letters && text.chars().any(|c| digit(c).is_some());
    let rule = !letters && !numbers_only;
    let mut words = folded.split(' ');
    let page = matches!(words.next(), Some("page" | "seite" | "pagina" | "صفحة" | "الصفحة" | "pag" | "p"))
        && words.clone().count() <= 3
        && words.clone().any(|word| word.chars().all(|c| digit(c).is_some()))
        && words.all(|word| {
            word.chars().all(|c| digit(c).is_some()) || ["of", "de", "von", "sur", "من"].contains(&word)
        });
    let address = !text.contains(' ')
        && (text.contains("://") || text.starts_with("www.") || (text.contains('@') && text.contains('.')));
    numbers_only || rule || page || address
}
