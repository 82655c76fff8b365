//! A delivered letter as blocks of text, before it is drawn as PDF, DOCX or plain text.

mod body;
mod bookmarks;
pub(super) mod commonmark;
pub(super) mod docx;
pub mod fonts;
mod glyphs;
pub(super) mod pdf;
pub(super) mod plain;
mod typesetting;

use super::snapshot::{PrintedGroup, PrintedSignatory, Snapshot};
use crate::error::Fault;
use crate::ids::hex;
use crate::text::direction::isolated;
use crate::text::language::Language;
use crate::text::words::Words;
use crate::text::{country, dates, markdown};

/// Words in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub struck: bool,
    /// Beside what matters: a country, a hash.
    pub faint: bool,
    pub raised: bool,
}

impl Run {
    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What a block is; each way of drawing gives it its size and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    CoverTitle,
    Heading,
    Dateline,
    Addressees,
    Paragraph,
    Quote,
    /// An item of a list in the body.
    Item,
    Code,
    Separator,
    /// The heading of the list.
    ListHeading,
    GroupHeading,
    Signatory,
    Footnote,
    /// What the next line is.
    Label,
    /// A label with which the foot of the cover begins.
    FootLabel,
    /// On the cover.
    Fact,
    /// A hash or an address: small, never broken by a hyphen.
    Mark,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub kind: Kind,
    /// What hangs before it: a number or a bullet.
    pub label: Option<String>,
    pub runs: Vec<Run>,
    /// How deep it is nested.
    pub depth: u8,
}

impl Block {
    fn new(kind: Kind, runs: Vec<Run>) -> Self {
        Self { kind, label: None, runs, depth: 0 }
    }

    fn plain(kind: Kind, text: impl Into<String>) -> Self {
        Self::new(kind, vec![Run::plain(text)])
    }

    /// Its words, without their style.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// A letter ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paper {
    pub title: String,
    pub language: Language,
    /// When it was delivered, or since when the list has stood as it does.
    pub at: jiff::Timestamp,
    /// The page for the addressee; empty for a letter that is not handed to anybody.
    pub cover: Vec<Block>,
    /// The letter and its list.
    pub letter: Vec<Block>,
}

impl Paper {
    /// Composes the letter, and its cover.
    ///
    /// # Errors
    /// See [`Snapshot::canonical`].
    pub fn of(snapshot: &Snapshot) -> Result<Self, Fault> {
        let language = snapshot.language();
        let words = Words::of(&language);
        let title = snapshot.title_with_count();
        let sha256 = hex(&snapshot.sha256()?);
        Ok(Self {
            cover: cover(snapshot, &title, &sha256, words),
            letter: letter(snapshot, &title, words),
            at: snapshot.at(),
            title,
            language,
        })
    }

    /// Composes a letter as it stands, for whoever prints it: `notes` stand above it, and below it
    /// when it was `delivered`, what it is named by, where it can be checked, and since when it has
    /// stood so.
    pub fn standing(snapshot: &Snapshot, notes: &[String], delivered: Option<&str>) -> Self {
        let language = snapshot.language();
        let words = Words::of(&language);
        let title = snapshot.title_with_count();
        let mut blocks = above(snapshot, notes);
        blocks.extend(letter(snapshot, &title, words));
        blocks.extend(below(snapshot, delivered, words));
        Self { cover: Vec::new(), letter: blocks, at: snapshot.at(), title, language }
    }

    /// The signs in it that the fonts of the PDF do not have. Takes as long as setting it.
    pub fn missing_signs(&self) -> std::collections::BTreeSet<char> {
        typesetting::missing(self)
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.language.direction() == "rtl"
    }
}

/// What stands above a letter as it stands.
fn above(snapshot: &Snapshot, notes: &[String]) -> Vec<Block> {
    let rtl = snapshot.language().direction() == "rtl";
    notes.iter().map(|note| Block::new(Kind::Paragraph, vec![strong(isolated(note, rtl))])).collect()
}

/// What stands below it: since when, where it can be checked, and what its text is named by.
fn below(snapshot: &Snapshot, delivered: Option<&str>, words: Words) -> [Block; 4] {
    let time = dates::time_in_words(snapshot.at(), &snapshot.time_zone, &words.language());
    let stood = words.say_with("as-it-stood", &[("time", &time)]);
    let about = match delivered {
        Some(delivered) => format!("{delivered}. {stood}"),
        None => stood,
    };
    [
        Block::plain(Kind::Label, about),
        Block::plain(Kind::Mark, &snapshot.url),
        text_label(snapshot, words, Kind::Label),
        Block::plain(Kind::Mark, &snapshot.text_sha256),
    ]
}

fn strong(text: impl Into<String>) -> Run {
    Run { bold: true, ..Run::plain(text) }
}

/// "Revision 2 of the text, SHA-256".
fn text_label(snapshot: &Snapshot, words: Words, kind: Kind) -> Block {
    let number = words.language().number(usize::try_from(snapshot.revision).unwrap_or(0));
    Block::plain(kind, words.say_with("text-revision", &[("number", &number)]))
}

fn cover(snapshot: &Snapshot, title: &str, sha256: &str, words: Words) -> Vec<Block> {
    let language = words.language();
    let date = dates::date_in_words(snapshot.at(), &snapshot.time_zone, &language);
    let rtl = snapshot.language().direction() == "rtl";
    let listed = lines(snapshot).filter(|(_, line)| line.status == "listed").count();
    let mut blocks = Vec::new();
    if !snapshot.delivered_to.is_empty() {
        blocks.push(Block::plain(Kind::Label, words.say("addressed-to")));
        blocks.push(Block::plain(Kind::Fact, isolated_lines(&snapshot.delivered_to, rtl)));
    }
    blocks.push(Block::plain(Kind::CoverTitle, isolated(title, rtl)));
    blocks.push(Block::new(Kind::Fact, vec![strong(snapshot.count_line())]));
    if listed > 0 {
        blocks.push(Block::plain(Kind::Fact, words.count("listed-among", listed)));
    }
    blocks.push(Block::plain(Kind::Fact, words.say_with("delivered-on", &[("date", &date)])));
    if !snapshot.note.is_empty() {
        let parts = snapshot.note.split("\n\n");
        blocks.extend(parts.map(|part| Block::plain(Kind::Paragraph, isolated_lines(part, rtl))));
    }
    blocks.push(text_label(snapshot, words, Kind::FootLabel));
    blocks.push(Block::plain(Kind::Mark, &snapshot.text_sha256));
    blocks.push(Block::plain(Kind::Label, words.say("delivery-fingerprint")));
    blocks.push(Block::plain(Kind::Mark, sha256));
    blocks.push(Block::plain(Kind::Label, words.say("check-at")));
    blocks.push(Block::plain(Kind::Mark, &snapshot.url));
    blocks
}

fn letter(snapshot: &Snapshot, title: &str, words: Words) -> Vec<Block> {
    let mut blocks = opening(snapshot, title);
    let count = snapshot.language().number(snapshot.count);
    blocks.extend(body::blocks(&snapshot.body.replace(markdown::COUNT, &count), &words.language()));
    blocks.extend(list(snapshot, words));
    blocks
}

/// What stands before the text.
fn opening(snapshot: &Snapshot, title: &str) -> Vec<Block> {
    let rtl = snapshot.language().direction() == "rtl";
    let mut blocks = Vec::new();
    if !snapshot.place_and_date.is_empty() {
        blocks.push(Block::plain(Kind::Dateline, isolated_lines(&snapshot.place_and_date, rtl)));
    }
    if !snapshot.addressees.is_empty() {
        blocks.push(Block::plain(Kind::Addressees, isolated_lines(&snapshot.addressees, rtl)));
    }
    blocks.push(Block::plain(Kind::Title, isolated(title, rtl)));
    blocks
}

/// The list with its footnotes.
fn list(snapshot: &Snapshot, words: Words) -> Vec<Block> {
    let rtl = snapshot.language().direction() == "rtl";
    let mut blocks = vec![Block::plain(Kind::ListHeading, words.count("organizations", snapshot.count))];
    for group in &snapshot.groups {
        if let Some(heading) = group_heading(group, rtl) {
            blocks.push(Block::plain(Kind::GroupHeading, heading));
        }
        blocks.extend(group.signatories.iter().map(|line| signatory(line, snapshot, words)));
        if let Some(withheld) = withheld(group, words) {
            blocks.push(Block::new(Kind::Signatory, vec![Run { italic: true, ..Run::plain(withheld) }]));
        }
    }
    for note in &snapshot.footnotes {
        blocks.push(Block {
            label: Some(note.sign.clone()),
            ..Block::plain(Kind::Footnote, isolated(&note.words, rtl))
        });
    }
    blocks
}

/// That names are withheld, at the end of a group.
pub(super) fn withheld(group: &PrintedGroup, words: Words) -> Option<String> {
    words.withheld(group.withheld, !group.signatories.is_empty())
}

/// All lines of the list, with their groups.
pub(super) fn lines(snapshot: &Snapshot) -> impl Iterator<Item = (&PrintedGroup, &PrintedSignatory)> {
    snapshot.groups.iter().flat_map(|group| group.signatories.iter().map(move |line| (group, line)))
}

fn group_heading(group: &PrintedGroup, rtl: bool) -> Option<String> {
    let name = group.name.as_deref()?;
    Some(with_acronym(name, group.acronym.as_deref(), rtl))
}

/// Lines that may be in another language than the letter: their full stops stand where they belong.
fn isolated_lines(words: &str, rtl: bool) -> String {
    words.lines().map(|line| isolated(line, rtl)).collect::<Vec<_>>().join("\n")
}

/// A name with its acronym, which reads on in the direction of the name.
fn with_acronym(name: &str, acronym: Option<&str>, rtl: bool) -> String {
    match acronym {
        Some(acronym) => isolated(&format!("{name} ({acronym})"), rtl),
        None => isolated(name, rtl),
    }
}

fn signatory(line: &PrintedSignatory, snapshot: &Snapshot, words: Words) -> Block {
    let language = words.language();
    let rtl = snapshot.language().direction() == "rtl";
    let mut runs = vec![Run::plain(with_acronym(&line.name, line.acronym.as_deref(), rtl))];
    if let Some(sign) = &line.footnote {
        runs.push(Run { raised: true, ..Run::plain(sign) });
    }
    let mut about = Vec::new();
    if let Some(code) = &line.country {
        about.push(country::name(code, &language));
    }
    if let Some(members) = line.members.and_then(|members| usize::try_from(members).ok()) {
        about.push(words.count("on-behalf-of", members));
    }
    if let Some(representative) = &line.representative {
        about.push(isolated(representative, rtl));
    }
    if !about.is_empty() {
        runs.push(Run { faint: true, ..Run::plain(format!(" · {}", about.join(" · "))) });
    }
    if let Some(mark) = mark(line, snapshot, words) {
        runs.push(Run { faint: true, italic: true, ..Run::plain(format!(" · {mark}")) });
    }
    let label = line.number.map(|number| format!("{}.", snapshot.language().number(number)));
    Block { label, ..Block::new(Kind::Signatory, runs) }
}

/// What sets a line apart: listed and not confirmed, or given to a text that said something else.
fn mark(line: &PrintedSignatory, snapshot: &Snapshot, words: Words) -> Option<String> {
    if line.status == "listed" {
        return Some(words.say("listed-not-confirmed"));
    }
    let earlier = line.revision.filter(|revision| *revision < snapshot.agreed_from)?;
    let number = words.language().number(usize::try_from(earlier).unwrap_or(0));
    Some(words.say_with("signed-revision", &[("number", &number)]))
}

#[cfg(test)]
mod tests {
    use super::super::snapshot::tests::example;
    use super::*;

    #[test]
    fn signs_that_no_font_has_are_known_beforehand() {
        let missing = |language: &str| -> String {
            Paper::of(&example(language, 25)).unwrap().missing_signs().into_iter().collect()
        };
        assert_eq!((missing("en").as_str(), missing("ar").as_str()), ("字漢", ""));
        assert!(
            fonts::are_there_for(&"fa".parse().unwrap()) && !fonts::are_there_for(&"ja".parse().unwrap())
        );
    }
}
