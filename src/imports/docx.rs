//! The text of a word processor's document: paragraphs, automatic numbers, tables row by row.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::source::{Hint, SourceLine, Unreadable};
use crate::text::clean;

/// Unpacked; a document of a hundred pages has a tenth. What is longer is a bomb or no letter.
const LONGEST_XML: u64 = 24 * 1024 * 1024;
/// As for other files.
const LONGEST_TEXT: usize = 2 * 1024 * 1024;
/// Tables in tables in tables: nobody reads them either.
const DEEPEST: usize = 64;

/// Reads the paragraphs and rows of a document.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<SourceLine>, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NotDocx)?;
    let document = part(&mut archive, "word/document.xml")?.ok_or(Unreadable::NotDocx)?;
    let numbering = part(&mut archive, "word/numbering.xml")?.unwrap_or_default();
    let styles = part(&mut archive, "word/styles.xml")?.unwrap_or_default();
    let mut reading =
        Reading { numbers: Numbers::read(&numbering), styles: Styles::read(&styles), ..Reading::default() };
    reading.read(&document)?;
    Ok(reading.lines)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    file.take(LONGEST_XML + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::NotDocx)?;
    if bytes.len() as u64 > LONGEST_XML { Err(Unreadable::TooLong) } else { Ok(Some(bytes)) }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

fn number_of(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

/// Calls `each` for every element that begins.
fn elements(xml: &[u8], mut each: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Start(element) | Event::Empty(element) => each(&element),
            Event::Eof => return,
            _ => {}
        }
        buffer.clear();
    }
}

/// Which styles are headings, and which number their paragraphs.
#[derive(Default)]
struct Styles {
    headings: Vec<String>,
    numbered: HashMap<String, (u32, u32)>,
}

impl Styles {
    fn read(xml: &[u8]) -> Self {
        let mut styles = Self::default();
        let (mut style, mut level) = (String::new(), 0);
        elements(xml, |element| match element.name().as_ref() {
            b"w:style" => {
                style = attribute(element, "w:styleId").unwrap_or_default();
                level = 0;
            }
            b"w:name" => {
                let name = attribute(element, "w:val").unwrap_or_default().to_lowercase();
                if name.starts_with("heading ") || name == "title" || name == "subtitle" {
                    styles.headings.push(style.clone());
                }
            }
            b"w:ilvl" => level = number_of(element, "w:val").unwrap_or(0),
            b"w:numId" => {
                if let Some(id) = number_of(element, "w:val") {
                    styles.numbered.insert(style.clone(), (id, level));
                }
            }
            _ => {}
        });
        styles
    }
}

/// How paragraphs are numbered by the word processor itself.
#[derive(Default)]
struct Numbers {
    abstracts: HashMap<u32, u32>,
    /// By abstract number and level: whether it is a bullet, and where it starts.
    levels: HashMap<(u32, u32), (bool, u32)>,
    overrides: HashMap<(u32, u32), u32>,
    next: HashMap<(u32, u32), u32>,
}

impl Numbers {
    fn read(xml: &[u8]) -> Self {
        let mut numbers = Self::default();
        let (mut current, mut level, mut num) = (0, 0, None);
        elements(xml, |element| match element.name().as_ref() {
            b"w:abstractNum" => current = number_of(element, "w:abstractNumId").unwrap_or(0),
            b"w:lvl" if num.is_none() => level = number_of(element, "w:ilvl").unwrap_or(0),
            b"w:start" if num.is_none() => {
                let start = number_of(element, "w:val").unwrap_or(1);
                numbers.levels.entry((current, level)).or_insert((false, 1)).1 = start;
            }
            b"w:numFmt" if num.is_none() => {
                let format = attribute(element, "w:val").unwrap_or_default();
                let bullet = format == "bullet" || format == "none";
                numbers.levels.entry((current, level)).or_insert((false, 1)).0 = bullet;
            }
            b"w:num" => num = number_of(element, "w:numId"),
            b"w:abstractNumId" => {
                if let (Some(num), Some(id)) = (num, number_of(element, "w:val")) {
                    numbers.abstracts.insert(num, id);
                }
            }
            b"w:lvlOverride" => level = number_of(element, "w:ilvl").unwrap_or(0),
            b"w:startOverride" => {
                if let (Some(num), Some(start)) = (num, number_of(element, "w:val")) {
                    numbers.overrides.insert((num, level), start);
                }
            }
            _ => {}
        });
        numbers
    }

    /// What the word processor prints before a paragraph of this list.
    fn mark(&mut self, num: u32, level: u32) -> String {
        if num == 0 {
            return String::new(); // how a paragraph says that it is not numbered after all
        }
        let of = self.abstracts.get(&num).copied().unwrap_or(num);
        let (bullet, start) = self.levels.get(&(of, level)).copied().unwrap_or((false, 1));
        if bullet {
            return "• ".to_owned();
        }
        // Lists that share a definition go on counting; one that starts anew says so, once.
        let restart = self.overrides.remove(&(num, level));
        let next = self.next.entry((of, level)).or_insert(start);
        if let Some(restart) = restart {
            *next = restart;
        }
        let mark = format!("{next}. ");
        *next = next.saturating_add(1);
        self.next.retain(|(other, deeper), _| *other != of || *deeper <= level);
        mark
    }
}

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    level: u32,
    num: Option<u32>,
    bold: usize,
    plain: usize,
}

#[derive(Default)]
struct Reading {
    lines: Vec<SourceLine>,
    length: usize,
    numbers: Numbers,
    styles: Styles,
    paragraphs: Vec<Paragraph>,
    /// The rows of the tables we are in, outermost first; the cells of each.
    rows: Vec<Vec<String>>,
    /// How deep we are in what a reader does not see: alternatives for old programs.
    hidden: usize,
    in_text: bool,
    in_run: bool,
    bold_run: bool,
}

impl Reading {
    fn read(&mut self, xml: &[u8]) -> Result<(), Unreadable> {
        let mut reader = Reader::from_reader(xml);
        reader.config_mut().check_end_names = false;
        let mut buffer = Vec::new();
        loop {
            match reader.read_event_into(&mut buffer).map_err(|_| Unreadable::NotDocx)? {
                Event::Start(element) => self.begin(&element),
                Event::Empty(element) => {
                    self.begin(&element);
                    self.end(element.name().as_ref());
                }
                Event::End(element) => self.end(element.name().as_ref()),
                Event::Text(text) if self.in_text => {
                    let text = text.decode().map_err(|_| Unreadable::NotDocx)?;
                    self.say(&text);
                }
                Event::CData(text) if self.in_text => {
                    let text = text.decode().map_err(|_| Unreadable::NotDocx)?;
                    self.say(&text);
                }
                Event::GeneralRef(reference) if self.in_text => {
                    let name: &[u8] = &reference;
                    let named = match name {
                        b"amp" => Some('&'),
                        b"lt" => Some('<'),
                        b"gt" => Some('>'),
                        b"quot" => Some('"'),
                        b"apos" => Some('\''),
                        _ => reference.resolve_char_ref().ok().flatten(),
                    };
                    if let Some(c) = named {
                        self.say(c.encode_utf8(&mut [0; 4]));
                    }
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
            if self.length > LONGEST_TEXT || self.lines.len() > LONGEST_TEXT / 8 {
                return Err(Unreadable::TooLong);
            }
            buffer.clear();
        }
    }

    fn say(&mut self, text: &str) {
        let (hidden, bold) = (self.hidden > 0, self.bold_run);
        self.length += text.len();
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !hidden) {
            paragraph.text.push_str(text);
            let words = text.chars().filter(|c| c.is_alphanumeric()).count();
            if bold { paragraph.bold += words } else { paragraph.plain += words }
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            b"mc:Fallback" | b"w:del" => self.hidden += 1,
            b"w:p" if self.paragraphs.len() < DEEPEST => self.paragraphs.push(Paragraph::default()),
            b"w:tr" if self.rows.len() < DEEPEST => self.rows.push(Vec::new()),
            b"w:tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(String::new());
                }
            }
            b"w:r" => (self.in_run, self.bold_run) = (true, false),
            b"w:b" if self.in_run => {
                let value = attribute(element, "w:val").unwrap_or_default();
                self.bold_run = !["0", "false"].contains(&value.as_str());
            }
            b"w:t" => self.in_text = true,
            b"w:tab" if self.in_run => self.say("\t"),
            b"w:br" | b"w:cr" if self.in_run => self.say("\n"),
            b"w:noBreakHyphen" => self.say("-"),
            b"w:pStyle" => {
                let style = attribute(element, "w:val").unwrap_or_default();
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.style = style;
                }
            }
            b"w:ilvl" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.level = number_of(element, "w:val").unwrap_or(0);
                }
            }
            b"w:numId" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.num = number_of(element, "w:val");
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"mc:Fallback" | b"w:del" => self.hidden = self.hidden.saturating_sub(1),
            b"w:t" => self.in_text = false,
            b"w:r" => (self.in_run, self.bold_run) = (false, false),
            b"w:p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.finish(paragraph);
                }
            }
            b"w:tr" => {
                if let Some(cells) = self.rows.pop() {
                    self.finish_row(cells);
                }
            }
            _ => {}
        }
    }

    fn finish(&mut self, paragraph: Paragraph) {
        let numbered = paragraph.num.map(|num| (num, paragraph.level));
        let numbered = numbered.or_else(|| self.styles.numbered.get(&paragraph.style).copied());
        let text = clean::prose(&paragraph.text);
        // An empty paragraph of a list has no number in print either.
        let mark = match numbered {
            Some((num, level)) if !text.trim().is_empty() => self.numbers.mark(num, level),
            _ => String::new(),
        };
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() && !text.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&mark);
            cell.push_str(&text);
            return;
        }
        let heading = self.styles.headings.contains(&paragraph.style);
        let hint = match (heading, paragraph.bold > 0 && paragraph.plain == 0) {
            (true, _) => Hint::Heading,
            (false, true) => Hint::Bold,
            (false, false) => Hint::Plain,
        };
        for (place, line) in text.split('\n').enumerate() {
            let text = if place == 0 { format!("{mark}{line}") } else { line.to_owned() };
            self.lines.push(SourceLine { text, hint, written: None, cells: Vec::new() });
        }
    }

    fn finish_row(&mut self, cells: Vec<String>) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push_str(&cells.join(" ")); // a table in a table
            return;
        }
        let filled: Vec<&String> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
        match filled.as_slice() {
            [] => {}
            // A table of one cell, or of cells with lists in them, only sets things side by side.
            [only] => self.lines.extend(only.split('\n').map(SourceLine::plain)),
            several if several.iter().all(|cell| cell.matches('\n').count() >= 2) => {
                for cell in several {
                    self.lines.extend(cell.split('\n').map(SourceLine::plain));
                }
            }
            _ => {
                let one_line = |cell: &String| cell.replace(['\n', '\t'], " ");
                self.lines.push(SourceLine::row(cells.iter().map(one_line).collect()));
            }
        }
    }
}
