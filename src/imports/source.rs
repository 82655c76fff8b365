//! From bytes to lines: what kind of file it is, in which encoding, and its text line by line.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::folding::trimmed;
use super::{columns, docx, tables};
use crate::text::clean;
use crate::text::words::say;

/// A kind of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A table with commas, semicolons or tabs.
    Csv,
    /// A word processor's document.
    Docx,
}

impl std::str::FromStr for Format {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.to_ascii_lowercase().as_str() {
            "txt" | "text" => Ok(Self::Text),
            "md" | "markdown" => Ok(Self::Markdown),
            "csv" | "tsv" => Ok(Self::Csv),
            "docx" => Ok(Self::Docx),
            _ => Err("choose txt, md, csv or docx".to_owned()),
        }
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is no text in any encoding we know.
    NotText,
    /// It was to be a DOCX and is none.
    NotDocx,
    /// Its text is longer than that of any letter.
    TooLong,
    /// A kind of file that people have and that is not read here: PDF, or a document of before 2007.
    OtherKind,
}

impl Unreadable {
    /// A sentence that says so and what to do.
    pub fn in_words(self) -> String {
        match self {
            Self::Empty => say!("imports-unreadable-empty"),
            Self::NotText => say!("imports-unreadable-no-text"),
            Self::NotDocx => say!("imports-unreadable-no-docx"),
            Self::TooLong => say!("imports-unreadable-too-long"),
            Self::OtherKind => say!("imports-unreadable-other"),
        }
    }
}

/// How a line was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// As text.
    Plain,
    /// As a heading.
    Heading,
    /// In bold from end to end.
    Bold,
    /// As a row of a table.
    Row,
}

/// A line of the source.
#[derive(Debug, Clone)]
pub(super) struct SourceLine {
    /// What a reader sees.
    pub text: String,
    /// How it is written, where that differs (Markdown).
    pub written: Option<String>,
    /// How it was set.
    pub hint: Hint,
    /// The cells of a row.
    pub cells: Vec<String>,
}

impl SourceLine {
    /// A line without any setting.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), written: None, hint: Hint::Plain, cells: Vec::new() }
    }

    /// A row of a table.
    pub(super) fn row(cells: Vec<String>) -> Self {
        let shown: Vec<&str> = cells.iter().map(|cell| trimmed(cell)).collect();
        Self { text: shown.join(" | "), written: None, hint: Hint::Row, cells }
    }
}

/// Two megabytes; the longest letter we know, with its thousand signatories, has a twentieth.
const LONGEST: usize = 2 * 1024 * 1024;

/// More lines are no letter; one with five thousand signatories has half of it.
const MOST_LINES: usize = 20_000;

/// Reads a file; its kind is guessed from its content and name where it is not given.
pub(super) fn read(
    bytes: &[u8],
    format: Option<Format>,
    name: Option<&str>,
) -> Result<Vec<SourceLine>, Unreadable> {
    let lines = read_any(bytes, format, name)?;
    let said = lines.iter().filter(|line| !line.text.trim().is_empty()).count();
    if said > MOST_LINES || lines.len() > 10 * MOST_LINES { Err(Unreadable::TooLong) } else { Ok(lines) }
}

fn read_any(bytes: &[u8], format: Option<Format>, name: Option<&str>) -> Result<Vec<SourceLine>, Unreadable> {
    let ending = name.and_then(|name| name.rsplit_once('.')).and_then(|(_, end)| end.parse::<Format>().ok());
    let format = format.or(ending);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let zipped = bytes.starts_with(b"PK\x03\x04");
    if format == Some(Format::Docx) || zipped {
        let lines = docx::read(bytes)?;
        return if lines.iter().all(|line| line.text.is_empty()) {
            Err(Unreadable::Empty)
        } else {
            Ok(lines)
        };
    }
    if bytes.starts_with(b"%PDF")
        || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
        || bytes.starts_with(b"{\\rtf")
    {
        return Err(Unreadable::OtherKind);
    }
    if bytes.len() > 2 * LONGEST {
        return Err(Unreadable::TooLong);
    }
    let text = clean::prose(&decoded(bytes)?);
    if text.len() > LONGEST {
        return Err(Unreadable::TooLong);
    }
    if trimmed(&text).is_empty() {
        return Err(Unreadable::Empty);
    }
    let table = format == Some(Format::Csv) || (format.is_none() && tables::looks_like_csv(&text));
    if table {
        return Ok(tables::read_csv(&text));
    }
    Ok(text_lines(&unquoted(&text), format == Some(Format::Markdown)))
}

/// Without the signs that a mail sets before what it passes on, where most lines have them.
fn unquoted(text: &str) -> Cow<'_, str> {
    let said = || text.lines().filter(|line| !line.trim().is_empty());
    let quoted = said().filter(|line| line.starts_with('>')).count();
    if quoted < 3 || quoted * 2 < said().count() {
        return Cow::Borrowed(text);
    }
    let bare = text.split('\n').map(|line| {
        let inner = line.trim_start_matches(['>', ' ']);
        if line.starts_with('>') { inner } else { line }
    });
    Cow::Owned(bare.collect::<Vec<_>>().join("\n"))
}

/// Most files that are not UTF-8 are of the Windows code page of their language.
fn decoded(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return Ok(text.into_owned());
    }
    let zeros = bytes.iter().take(4096).filter(|byte| **byte == 0).count();
    if zeros * 8 > bytes.len().min(4096) {
        let first = bytes.iter().take(4096).step_by(2).filter(|byte| **byte == 0).count();
        let encoding = if first * 2 > zeros { UTF_16BE } else { UTF_16LE };
        return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return if is_text(text) { Ok(text.to_owned()) } else { Err(Unreadable::NotText) };
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    let (text, _) = guess.decode_without_bom_handling(bytes);
    let mostly_utf8 = String::from_utf8_lossy(bytes);
    let broken = mostly_utf8.matches('\u{fffd}').count();
    // A file of UTF-8 that somebody cut in the middle of a letter stays one.
    let text = if broken * 200 < mostly_utf8.chars().count()
        && mostly_utf8.chars().any(|c| c as u32 > 0x7f && c != '\u{fffd}')
    {
        UTF_8.decode_without_bom_handling(bytes).0
    } else {
        text
    };
    if is_text(&text) { Ok(text.into_owned()) } else { Err(Unreadable::NotText) }
}

/// An image or a program is full of control characters whatever it is decoded as.
fn is_text(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars().take(20_000) {
        all += 1;
        odd += usize::from((c.is_control() && !c.is_whitespace()) || c == '\u{fffd}');
    }
    odd * 20 <= all
}

fn text_lines(text: &str, markdown: bool) -> Vec<SourceLine> {
    let marks = markdown || looks_like_markdown(text);
    let mut lines: Vec<SourceLine> = Vec::new();
    for line in text.split('\n') {
        let read = if marks { markdown_line(line) } else { SourceLine::plain(line) };
        lines.push(tab_cells(read));
    }
    if lines.iter().filter(|line| !line.cells.is_empty()).count() < 2 {
        lines.iter_mut().for_each(|line| {
            line.cells.clear();
            line.hint = if line.hint == Hint::Row { Hint::Plain } else { line.hint };
        });
    }
    columns::set_apart(&mut lines);
    lines
}

/// What was pasted from a spreadsheet has tabs between its cells.
fn tab_cells(mut line: SourceLine) -> SourceLine {
    let inner = line.text.trim();
    if line.cells.is_empty() && inner.contains('\t') {
        let cells: Vec<String> = inner.split('\t').map(|cell| cell.trim().to_owned()).collect();
        let sign = |cell: &String| {
            cell.chars().all(|c| !c.is_alphanumeric())
                || super::markers::read(&format!("{cell} A")).0.number().is_some()
        };
        // A number or bullet that a tab sets apart from its item is no table.
        if cells.len() > 2 || !cells.first().is_some_and(sign) {
            line.cells = cells;
            line.hint = Hint::Row;
        }
    }
    line
}

fn looks_like_markdown(text: &str) -> bool {
    let heading = |line: &str| heading_text(line).is_some();
    let bold =
        |line: &str| line.trim().starts_with("**") && line.trim().ends_with("**") && line.trim().len() > 4;
    text.lines().any(|line| heading(line) || bold(line))
}

fn heading_text(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    ((1..=6).contains(&level) && rest.starts_with(' ')).then(|| rest.trim().trim_end_matches('#').trim_end())
}

fn markdown_line(line: &str) -> SourceLine {
    let mut read = SourceLine::plain("");
    let inner = line.trim();
    if inner.starts_with('|') && inner.ends_with('|') && inner.len() > 2 {
        let cells: Vec<String> =
            inner.trim_matches('|').split('|').map(|cell| without_marks(cell.trim())).collect();
        let rule =
            cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':' | ' ')));
        read = if rule { SourceLine::plain("") } else { SourceLine::row(cells) };
    } else if let Some(heading) = heading_text(line) {
        read.text = without_marks(heading);
        read.hint = Hint::Heading;
    } else if inner.len() > 4
        && ["**", "__"]
            .iter()
            .any(|m| inner.starts_with(m) && inner.ends_with(m) && inner.matches(m).count() == 2)
    {
        read.text = without_marks(inner);
        read.hint = Hint::Bold;
    } else if let Some(whole) = emphasized(inner) {
        read.text = without_marks(whole);
    } else {
        read.text = without_marks(line.trim_end_matches('\\').trim_start_matches("> "));
    }
    read.written = Some(line.to_owned());
    read
}

/// What a line says that is set in italics as a whole.
fn emphasized(line: &str) -> Option<&str> {
    ['*', '_'].into_iter().find_map(|mark| {
        let inner = line.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inner.contains(mark) && inner.starts_with(|c: char| !c.is_whitespace())).then_some(inner)
    })
}

/// A line of Markdown as its reader sees it: no emphasis, links by their words, no escapes.
fn without_marks(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut shown = String::with_capacity(text.len());
    let at = |i: usize| chars.get(i).copied();
    let mut i = 0;
    let mut address_from = 0;
    while let Some(c) = at(i) {
        match c {
            '\\' if at(i + 1).is_some_and(|next| next.is_ascii_punctuation()) => {
                shown.extend(at(i + 1));
                i += 2;
            }
            '*' | '_' if at(i + 1) == Some(c) => i += 2,
            '*' if at(i + 1).is_some_and(|next| !next.is_whitespace())
                || (i > 0 && at(i - 1).is_some_and(char::is_alphanumeric)) =>
            {
                i += 1
            }
            '[' if is_link(&chars, i, &mut address_from) => i += 1,
            ']' if at(i + 1) == Some('(') => match closing(&chars, i + 2) {
                Some(end) => i = end + 1,
                None => {
                    shown.push(c);
                    i += 1;
                }
            },
            _ => {
                shown.push(c);
                i += 1;
            }
        }
    }
    shown
}

/// How far an address of a link may reach; so looking for its end is bounded.
const FARTHEST: usize = 500;

fn closing(chars: &[char], from: usize) -> Option<usize> {
    let address = chars.get(from..(from + FARTHEST).min(chars.len()))?;
    let end = address.iter().position(|c| *c == ')')?;
    (!address.get(..end)?.contains(&' ')).then_some(from + end)
}

fn is_link(chars: &[char], from: usize, looked_to: &mut usize) -> bool {
    if *looked_to > from {
        return false;
    }
    let words = chars.get(from..(from + FARTHEST).min(chars.len())).unwrap_or_default();
    *looked_to = from;
    words.windows(2).any(|pair| pair == [']', '('])
}
