//! What is kept of what people type.
//!
//! Text arrives from forms, pasted from word processors and from people who mean harm. Control
//! characters have no place in any field (PostgreSQL refuses NUL outright). Directional
//! embeddings, overrides and isolates are taken out: a name that contains U+202E would turn the
//! rest of its line around, and nobody types one on purpose. The joiners and marks that Arabic,
//! Persian and Indic spelling needs (U+200C–U+200F) stay.

use unicode_normalization::UnicodeNormalization;

/// Whether a character is an instruction to a terminal or a text engine rather than text.
fn is_instruction(c: char) -> bool {
    matches!(c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // embeddings, overrides, isolates
        | '\u{200b}' | '\u{2060}' | '\u{feff}' // zero-width spaces
        | '\u{e0000}'..='\u{e007f}' // invisible tags
        | '\u{fff9}'..='\u{fffb}' // interlinear annotation
    )
}

/// One line of text: NFC, no control characters, runs of white space (also no-break) as one space.
pub fn line(typed: &str) -> String {
    let spaced = typed.nfc().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c });
    let kept: String = spaced.filter(|c| !is_instruction(*c)).collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A line that may be missing.
pub fn optional_line(typed: &str) -> Option<String> {
    Some(line(typed)).filter(|text| !text.is_empty())
}

/// Text of several lines: NFC, LF line ends, no control characters but line ends and tabs, no
/// space at the ends of lines, none before the first or after the last line.
pub fn prose(typed: &str) -> String {
    let unix = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let kept: String =
        unix.nfc().filter(|c| *c == '\n' || *c == '\t' || !(c.is_control() || is_instruction(*c))).collect();
    let lines: Vec<&str> = kept.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Text as XML 1.0 can carry it: without the control characters and the two that are none, which no
/// escape brings into a document.
pub fn for_xml(text: &str) -> String {
    let carried =
        |c: &char| matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().filter(carried).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_cannot_turn_its_line_around() {
        assert_eq!(line("Big\u{202e} traeH"), "Big traeH");
        assert_eq!(line("  Big\u{a0}\u{a0}Heart\r\nBcc: x@example.org\0 "), "Big Heart Bcc: x@example.org");
        assert_eq!(line("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    #[test]
    fn what_xml_cannot_carry_is_left_out() {
        assert_eq!(for_xml("a\u{0}b\u{b}c\u{ffff}\u{fffe}<&\n\tبسمة 🌉"), "abc<&\n\tبسمة 🌉");
    }

    #[test]
    fn prose_keeps_its_paragraphs() {
        assert_eq!(prose("\r\n\r\nOne  \r\n\r\n\tTwo\r\n"), "One\n\n\tTwo");
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in ".{0,60}") {
            prop_assert_eq!(line(&line(&text)), line(&text));
            prop_assert_eq!(prose(&prose(&text)), prose(&text));
        }

        #[test]
        fn nothing_dangerous_is_left(text in any::<String>()) {
            prop_assert!(!line(&text).chars().any(|c| c.is_control() || is_instruction(c)));
            prop_assert!(!prose(&text).contains('\0'));
        }
    }
}
