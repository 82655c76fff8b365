//! CommonMark: the letter as its coordinators typed it, and the list, for whoever publishes it elsewhere.
//!
//! Names are somebody else's words: whatever would be a mark in them is escaped, so that they stay text.
//! In the body, which is Markdown, what the page does not obey is not obeyed elsewhere either: raw HTML,
//! pictures from other servers, links that are no links to pages or mail.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::{Block, Kind, above, below, list, opening};
use crate::deliveries::snapshot::Snapshot;
use crate::text::markdown;
use crate::text::words::Words;

/// The letter as it stands: `notes` above it, and below it when it was `delivered`.
pub(in super::super) fn text(snapshot: &Snapshot, notes: &[String], delivered: Option<&str>) -> String {
    let words = Words::of(&snapshot.language());
    let mut out = String::new();
    blocks(&mut out, &above(snapshot, notes));
    blocks(&mut out, &opening(snapshot, &snapshot.title_with_count()));
    let count = snapshot.language().number(snapshot.count);
    out.push_str(harmless(&snapshot.body.replace(markdown::COUNT, &count)).trim_end());
    out.push_str("\n\n");
    blocks(&mut out, &list(snapshot, words));
    out.push_str("---\n\n");
    blocks(&mut out, &below(snapshot, delivered, words));
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Writes blocks, an empty line after each; signatories that follow each other are one list.
fn blocks(out: &mut String, blocks: &[Block]) {
    let mut numbers = Numbers::default();
    let mut open = false;
    for block in blocks {
        // That names are withheld stands alone, and slanting.
        let line = block.kind == Kind::Signatory && !block.runs.iter().all(|run| run.italic);
        if open && !line {
            out.push('\n');
            numbers = Numbers::default();
        }
        open = line;
        match block.kind {
            Kind::Title | Kind::CoverTitle => heading(out, "# ", block),
            Kind::Heading | Kind::ListHeading => heading(out, "## ", block),
            Kind::GroupHeading => heading(out, "### ", block),
            Kind::Signatory if line && block.label.is_none() => {
                out.push_str(&format!("- {}\n", styled(block)));
            }
            Kind::Signatory if line => numbers.item(out, block),
            Kind::Mark if block.text().starts_with("http") => {
                out.push_str(&format!("<{}>\n\n", block.text()));
            }
            Kind::Mark => out.push_str(&format!("`{}`\n\n", block.text())),
            Kind::Footnote => {
                let sign = block.label.as_deref().map(escaped).unwrap_or_default();
                out.push_str(&format!("{sign} {}\n\n", styled(block)));
            }
            _ => {
                out.push_str(&styled(block));
                out.push_str("\n\n");
            }
        }
    }
    if open {
        out.push('\n');
    }
}

fn heading(out: &mut String, mark: &str, block: &Block) {
    out.push_str(mark);
    out.push_str(&escaped(&block.text().replace('\n', " ")));
    out.push_str("\n\n");
}

/// The numbers of a list. Whoever reads CommonMark counts on from the first number of a list; where the
/// letter's own go on otherwise, another list begins, which the other mark behind the number says.
#[derive(Default)]
struct Numbers {
    next: Option<u64>,
    other: bool,
}

impl Numbers {
    fn item(&mut self, out: &mut String, block: &Block) {
        // The label is in the letter's digits; a list in CommonMark has those of ASCII.
        let label = block.label.as_deref().unwrap_or_default();
        let digits: String = label.chars().filter_map(digit).collect();
        let number: u64 = digits.parse().unwrap_or(0);
        if self.next.is_some_and(|next| next != number) {
            self.other = !self.other;
        }
        self.next = Some(number.saturating_add(1));
        let mark = if self.other { ')' } else { '.' };
        out.push_str(&format!("{number}{mark} {}\n", styled(block)));
    }
}

/// A digit of any of the scripts in which letters number, as ASCII has it.
fn digit(c: char) -> Option<char> {
    const ZEROS: [char; 8] = ['0', '٠', '۰', '०', '০', '၀', '𞥐', '๐'];
    let value = ZEROS
        .iter()
        .find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// The words of a block, strong ones marked; lines stay lines.
fn styled(block: &Block) -> String {
    let mut out = String::new();
    for run in &block.runs {
        // Only what begins a line can begin a list or a heading.
        let before = out.chars().next_back().unwrap_or('\n');
        let words = escaped_after(before, &run.text).replace('\n', "\\\n");
        if run.bold && !words.trim().is_empty() {
            out.push_str(&format!("**{words}**"));
        } else {
            out.push_str(&words);
        }
    }
    out
}

/// Words as text: with a backslash before each sign that could be a mark, also one of the dialects in
/// which addresses become links by themselves.
fn escaped(words: &str) -> String {
    escaped_after('\n', words)
}

/// The same for words that go on after others.
fn escaped_after(mut before: char, words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    // Whether the line has nothing but digits so far: behind them a list would begin.
    let mut digits = before == '\n';
    for (at, c) in words.char_indices() {
        let begins = before == '\n';
        digits = begins || (digits && before.is_ascii_digit());
        let marks = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '!' | '$' | '^'
            | '{' | '}' | '@' => true,
            ':' => begins || words.get(at..).is_some_and(|rest| rest.starts_with("://")),
            '-' | '+' | '=' => begins,
            '.' => (digits && !begins) || before.eq_ignore_ascii_case(&'w'), // "1.", "www."
            ')' => digits && !begins,
            _ => false,
        };
        if marks {
            out.push('\\');
        }
        // What is set in by four spaces would be code.
        if !(begins && c == ' ') {
            out.push(c);
            before = c;
        }
    }
    out
}

/// How often at most the body is looked through: what is escaped can only uncover what was inside it.
const ROUNDS: usize = 8;

/// The body with a backslash before everything that the page would not obey.
fn harmless(body: &str) -> String {
    let mut body = body.to_owned();
    for _ in 0..ROUNDS {
        let harms = harms(&body);
        if harms.is_empty() {
            return body;
        }
        for at in harms.into_iter().rev() {
            body.insert(at, '\\');
        }
    }
    // Whoever nests so deep means no good: it is all text.
    body.lines().map(escaped).collect::<Vec<_>>().join("\n")
}

/// Where what the page would not obey begins, in order.
fn harms(body: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(body, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                let raw = body.get(range.clone()).unwrap_or_default();
                found.extend(raw.match_indices('<').map(|(at, _)| range.start + at));
            }
            Event::Start(Tag::Image { .. }) => found.push(range.start),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let leads = ["http://", "https://", "mailto:"];
                let address = dest_url.trim().to_ascii_lowercase();
                let mails = link_type == LinkType::Email;
                if !mails && !leads.iter().any(|scheme| address.starts_with(scheme)) {
                    found.push(range.start);
                }
            }
            _ => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    // What is escaped already is found again where the backslash is itself escaped: never twice at once.
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::snapshot::tests::example;
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::TagEnd;

    /// What whoever reads CommonMark finds in it: words, and the names of everything that is not text.
    fn read(markdown: &str) -> (String, Vec<String>) {
        let (mut words, mut marks) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::SoftBreak | Event::HardBreak => words.push('\n'),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                Event::End(_) => words.push('\n'),
                other => marks.push(format!("{other:?}")),
            }
        }
        (words, marks)
    }

    #[test]
    fn a_letter_is_read_as_it_was_written() {
        let text = text(&example("en", 25), &["It was **wrong**.".to_owned()], Some("Delivered"));
        for part in [
            "**It was \\*\\*wrong\\*\\*.**\n\nGaziantep, December 2016\n\nTo the heads of state and government of the European Union,\\\nmeeting in Brussels\n\n# Open the road out of Aleppo, and keep it open\n\n",
            "\n\n1. to have the evacuation resumed *today*",
            "[the resolution](https://example.org/2328)",
            "## 25 organizations\n\n### Syrian NGO Alliance (SNA)\n\n1. Basmeh \\& Zeitooneh 1 · Türkiye\n2. ",
            "\n\n17. \u{2068}بسمة وزيتونة 17\u{2069}",
            "\nand 3 organizations whose names are withheld",
            "\n\n\\* Signs the first two demands only.\n\n---\n\n",
            "<https://undersigned.example/letters/aleppo>\n",
        ] {
            assert!(text.contains(part), "{part:?} is not in\n{text}");
        }
        let arabic = self::text(&example("ar", 3), &[], None);
        assert!(arabic.contains("\n\n1. \u{2068}River Relief 1\u{2069} · تركيا\n"), "{arabic}");
    }

    #[test]
    fn a_name_stays_a_name() {
        for name in [
            "<script>alert(1)</script>",
            "1. First Aid",
            "12) Twelve",
            "# Hash",
            "- minus",
            "+ plus",
            "=== x",
            "*star* _under_ ~~gone~~ **bold**",
            "[x](javascript:alert(1)) ![y](https://evil.example/p.png)",
            "[ref]: https://evil.example",
            "`code` ``` more",
            "a | b\n--- | ---",
            "&amp; &#60;b&#62;",
            "https://evil.example/ www.evil.example a@evil.example",
            "back\\slash \\* \\",
            "    four spaces",
            "> quoted",
            "x\n===",
            "$a$ ^b^ {c} [^1] :::",
        ] {
            let (words, marks) = read(&format!("1. {}\n", escaped(name)));
            assert_eq!(words.trim_end(), name.trim_start(), "{name:?}");
            assert_eq!(marks.len(), 2, "{name:?} is read as {marks:?}"); // the list and its item
        }
    }

    #[test]
    fn numbers_that_do_not_follow_each_other_stay() {
        let line = |n: &str| Block { label: Some(n.to_owned()), ..Block::plain(Kind::Signatory, "River") };
        let mut out = String::new();
        blocks(&mut out, &[line("1."), line("٢."), line("7."), line("8."), line("10.")]);
        assert_eq!(out, "1. River\n2. River\n7) River\n8) River\n10. River\n\n");
    }

    #[test]
    fn a_body_keeps_its_marks_and_loses_what_could_hurt() {
        let body = "We *ask*: <b>now</b> <img src=x>\n\n<div>\n**x**\n</div>\n\n![p](https://e.example/p.png)\n\n[a](javascript:alert(1)) [b][r] <javascript:alert(1)> [ok](https://e.example) <a@e.example>\n\n[r]: data:text/html,x\n\n> ```\n> <b>\n> ```\n";
        let done = harmless(body);
        assert!(harms(&done).is_empty(), "{done}");
        assert!(
            done.contains("We *ask*: \\<b>now\\</b>") && done.contains("[ok](https://e.example)"),
            "{done}"
        );
        assert!(done.contains("> <b>\n"), "code is text already: {done}");
        assert_eq!(harmless("plain *text*\n"), "plain *text*\n");
    }

    proptest! {
        #[test]
        fn no_name_is_anything_but_text(name in "[ -~\u{a0}-\u{17f}ا-ي]{0,40}") {
            let (words, marks) = read(&format!("x {}\n", escaped(&name)));
            prop_assert_eq!(words.split_whitespace().collect::<String>(), format!("x{}", name.split_whitespace().collect::<String>()));
            prop_assert!(marks.is_empty(), "{:?}", marks);
        }

        #[test]
        fn no_body_does_harm(body in "[<>!\\[\\]()a:/\\\\`*\n -]{0,60}") {
            prop_assert!(harms(&harmless(&body)).is_empty(), "{:?}", harmless(&body));
        }
    }
}
