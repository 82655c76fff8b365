//! The body of a letter as blocks: the same Markdown that the page shows.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Block, Kind, Run};
use crate::text::language::Language;

/// Deeper than this nothing is set in further.
const DEEPEST: u8 = 4;

#[derive(Default)]
struct Composer {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    bold: usize,
    italic: usize,
    struck: usize,
    quotes: usize,
    code: bool,
    heading: bool,
    /// The open lists, each with the number of its next item, if it is numbered.
    lists: Vec<Option<u64>>,
    label: Option<String>,
    link: Option<String>,
}

/// The blocks of a Markdown text.
pub(super) fn blocks(markdown: &str, language: &Language) -> Vec<Block> {
    let mut composer = Composer::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION)
    {
        composer.take(event, language);
    }
    composer.flush();
    composer.blocks
}

impl Composer {
    fn take(&mut self, event: Event<'_>, language: &Language) {
        match event {
            Event::Start(tag) => self.open(tag, language),
            Event::End(tag) => self.close(tag),
            // Raw HTML is shown as it was typed, as on the page.
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.say(&text);
            }
            Event::SoftBreak => self.say(" "),
            Event::HardBreak => self.say("\n"),
            Event::Rule => {
                self.flush();
                self.blocks.push(Block::plain(Kind::Separator, "* * *"));
            }
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn say(&mut self, text: &str) {
        self.runs.push(Run {
            text: text.to_owned(),
            bold: self.bold > 0,
            italic: self.italic > 0,
            struck: self.struck > 0,
            ..Run::default()
        });
    }

    fn open(&mut self, tag: Tag<'_>, language: &Language) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Strikethrough => self.struck += 1,
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            Tag::List(start) => {
                self.flush();
                self.lists.push(start);
            }
            Tag::Item => {
                self.flush();
                self.label = Some(match self.lists.last_mut() {
                    Some(Some(next)) => {
                        let shown = language.number(usize::try_from(*next).unwrap_or(0));
                        *next = next.saturating_add(1);
                        format!("{shown}.")
                    }
                    Some(None) | None => "•".to_owned(),
                });
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = true;
            }
            Tag::Heading { .. } => {
                self.flush();
                self.heading = true;
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::Link => {
                // Paper cannot be clicked: the address stands behind the words, unless it is them.
                let address = self.link.take().unwrap_or_default();
                let shown = self.runs.last().is_some_and(|run| run.text == address);
                if address.starts_with("http") && !shown {
                    self.say(&format!(" (\u{2066}{address}\u{2069})"));
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::CodeBlock => {
                self.flush();
                self.code = false;
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.heading = false;
            }
            TagEnd::Paragraph | TagEnd::Item | TagEnd::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    /// Ends the block under way, if it has words.
    fn flush(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().all(|run| run.text.trim().is_empty()) {
            return;
        }
        let kind = if self.heading {
            Kind::Heading
        } else if self.code {
            Kind::Code
        } else if !self.lists.is_empty() {
            Kind::Item
        } else if self.quotes > 0 {
            Kind::Quote
        } else {
            Kind::Paragraph
        };
        let depth = self.lists.len().saturating_sub(1) + self.quotes.saturating_sub(1);
        let depth = u8::try_from(depth).unwrap_or(DEEPEST).min(DEEPEST);
        self.blocks.push(Block { kind, label: self.label.take(), runs, depth });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_keeps_its_shape() {
        let english = Language::english();
        let found = blocks(
            "# Dear\n\nWe *ask*:\n\n1. stop\n2. talk\n   - now\n\n> quoted\n\n[us](https://example.org)",
            &english,
        );
        let shape: Vec<(Kind, Option<&str>, String, u8)> =
            found.iter().map(|b| (b.kind, b.label.as_deref(), b.text(), b.depth)).collect();
        assert_eq!(
            shape,
            [
                (Kind::Heading, None, "Dear".to_owned(), 0),
                (Kind::Paragraph, None, "We ask:".to_owned(), 0),
                (Kind::Item, Some("1."), "stop".to_owned(), 0),
                (Kind::Item, Some("2."), "talk".to_owned(), 0),
                (Kind::Item, Some("•"), "now".to_owned(), 1),
                (Kind::Quote, None, "quoted".to_owned(), 0),
                (Kind::Paragraph, None, "us (\u{2066}https://example.org\u{2069})".to_owned(), 0),
            ]
        );
        for part in [">", "* ", "- 1. ", "**a ", "[a]("] {
            assert!(blocks(&part.repeat(20_000), &english).len() < 50_000, "{part:?}");
        }
    }
}
