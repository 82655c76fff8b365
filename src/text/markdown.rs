//! Markdown as letters use it, made safe.
//!
//! Images are left out on purpose: each would be a request to somebody else's server, and a
//! reader of a letter is nobody's statistic. So are tables, raw HTML and footnotes.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "h3",
        "h4",
        "strong",
        "em",
        "s",
        "ul",
        "ol",
        "li",
        "blockquote",
        "a",
        "hr",
        "br",
        "code",
        "pre",
    ];
    let mut builder = Builder::default();
    builder
        .tags(HashSet::from(tags))
        .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into())
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener nofollow ugc"));
    builder
});

/// The HTML of a letter's body. `{{count}}` is still in it: see [`with_count`].
pub fn to_html(markdown: &str) -> String {
    // The letter's own title is the page's h1 and the list's heading an h2.
    let shallow = |level| {
        if level == HeadingLevel::H1 || level == HeadingLevel::H2 {
            HeadingLevel::H3
        } else {
            HeadingLevel::H4
        }
    };
    let events = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION);
    let events = events.map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: shallow(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(shallow(level))),
        // Shown as they were typed, not obeyed and not swallowed: nothing of a letter gets lost.
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        other => other,
    });
    let mut unsafe_html = String::new();
    html::push_html(&mut unsafe_html, shallow_enough(events));
    SANITIZER.clean(&unsafe_html).to_string()
}

/// The deepest nesting that is kept; a list in a list in a quotation has six.
const DEEPEST: usize = 24;

/// Leaves out what opens deeper, and keeps its text. An HTML parser takes time by the square of the
/// depth: a hundred kilobytes of `>` would hold it for minutes.
fn shallow_enough<'a>(events: impl Iterator<Item = Event<'a>>) -> impl Iterator<Item = Event<'a>> {
    let mut depth = 0_usize;
    events.filter(move |event| match event {
        Event::Start(_) => {
            depth += 1;
            depth <= DEEPEST
        }
        Event::End(_) => {
            depth = depth.saturating_sub(1);
            depth < DEEPEST
        }
        _ => true,
    })
}

/// How a text begins, in one line without any marks: at most so many characters, the last word whole, an
/// ellipsis where it goes on. `{{count}}` is still in it.
pub fn beginning(markdown: &str, most: usize) -> String {
    let mut text = String::new();
    let events = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION);
    for event in events {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                text.push_str(&words);
            }
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => text.push(' '),
            _ => {}
        }
        if text.len() > most.saturating_mul(8) {
            break; // enough, whatever of it is white space
        }
    }
    let mut line = String::new();
    let mut characters = 0;
    for word in text.split_whitespace() {
        characters += word.chars().count() + 1;
        if characters > most {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The placeholder for the live count, in titles and bodies.
pub const COUNT: &str = "{{count}}";

/// `html` with the count in its place, marked so that the live page can change it. Every value of
/// an attribute has been through the sanitizer, which leaves no attribute that holds free text.
pub fn with_count(html: &str, count: &str) -> String {
    html.replace(COUNT, &format!("<span data-count>{count}</span>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_keeps_its_shape_and_loses_what_could_hurt() {
        let html = to_html(
            "# Dear all\n\nWe *ask*:\n\n1. stop\n2. talk\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](https://example.org/p.png)",
        );
        assert!(html.contains("<h3>Dear all</h3>"), "{html}");
        assert!(html.contains("<em>ask</em>") && html.contains("<li>stop</li>"), "{html}");
        assert!(
            !html.contains("<script") && !html.contains("javascript:") && !html.contains("<img"),
            "{html}"
        );
        assert!(html.contains("&lt;script&gt;"), "what was typed is still read: {html}");
    }

    #[test]
    fn the_count_cannot_break_an_attribute() {
        let html = with_count(
            &to_html("We, {{count}} NGOs, [link](https://example.org/{{count}} \"{{count}}\")"),
            "25",
        );
        assert!(html.contains("We, <span data-count>25</span> NGOs"), "{html}");
        assert_eq!(html.matches("data-count").count(), 1 + html.matches("[link]").count(), "{html}");
    }

    #[test]
    fn a_text_begins_with_whole_words() {
        let body = "# Dear all\n\nWe *ask*, {{count}} of us, for <b>one</b> thing.\n\n1. Open the road\n";
        assert_eq!(
            beginning(body, 200),
            "Dear all We ask, {{count}} of us, for <b>one</b> thing. Open the road"
        );
        assert_eq!(beginning(body, 18), "Dear all We ask,…");
        assert_eq!(beginning("", 18), "");
        assert_eq!(beginning(&"word".repeat(5_000), 18), "…");
        assert!(beginning(&"> * ".repeat(20_000), 100).chars().count() <= 101);
    }

    #[test]
    fn hostile_nesting_is_survived() {
        let deep = to_html(&format!("{} still here", ">".repeat(1000)));
        assert!(deep.contains("still here") && deep.matches("<blockquote>").count() <= DEEPEST, "{deep}");
        for part in [">", "> ", "* ", "- 1. ", "[", "![", "**a ", "`", "<b>", "1. > * ", "\t", "[a]("] {
            let text = part.repeat(100_000 / part.len());
            assert!(to_html(&text).len() < 50_000_000, "{part:?}");
            let lines = format!("{part}\n").repeat(5_000);
            assert!(to_html(&lines).len() < 50_000_000, "{part:?}");
        }
    }
}
