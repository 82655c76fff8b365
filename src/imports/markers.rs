//! What stands before an item of a list: a number in any digits, or a bullet.

use super::folding::{leading_number, trimmed};

/// The mark before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    /// None.
    None,
    /// A dot, a dash, a star.
    Bullet,
    /// `7.`, `7)`, `(7)`, `7-`, `٧-`.
    Number(u32),
    /// A number with nothing but a space behind it, or with its sign close to the name (`350.org`):
    /// a mark only in a row of such numbers.
    Loose(u32),
}

impl Marker {
    /// The number, if it is certainly one.
    pub(super) fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            Self::None | Self::Bullet | Self::Loose(_) => None,
        }
    }
}

const BULLETS: &[char] = &[
    '•', '●', '▪', '■', '◦', '○', '·', '‣', '►', '▶', '➢', '➤', '✓', '✔', '☑', '→', '◆', '◇', '⁃', '∙',
    '\u{f0b7}', '\u{f0a7}', '❖', '✦', '★', '☆',
];
const DASHES: &[char] = &['-', '–', '—', '*', '+', '−'];

/// Reads the mark at the beginning of a line; the second is what it marks.
pub(super) fn read(text: &str) -> (Marker, &str) {
    let text = trimmed(text);
    if let Some((number, rest)) = enclosed(text).or_else(|| plain_number(text)) {
        return (number, trimmed(rest));
    }
    if let Some(rest) = lettered(text) {
        return (Marker::Bullet, trimmed(rest));
    }
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if BULLETS.contains(&c) => (Marker::Bullet, trimmed(chars.as_str())),
        Some(c) if DASHES.contains(&c) && chars.as_str().starts_with(char::is_whitespace) => {
            (Marker::Bullet, trimmed(chars.as_str()))
        }
        _ => (Marker::None, text),
    }
}

/// `a) Name`, `(b) Name`, `ج- …`: letters count like bullets, nobody looks for gaps in them.
fn lettered(text: &str) -> Option<&str> {
    let (inner, opened) = text.strip_prefix('(').map_or((text, false), |inner| (inner, true));
    let mut chars = inner.chars();
    let letter = chars.next()?;
    let rest = chars.as_str();
    let arabic = matches!(letter, 'أ' | 'ا' | 'ب' | 'ت' | 'ج' | 'د' | 'ه' | 'ز' | 'ح' | 'ط');
    if !letter.is_ascii_lowercase() && !arabic {
        return None;
    }
    let rest = match rest.strip_prefix(')') {
        Some(rest) => rest,
        None => rest.trim_start().strip_prefix('-').filter(|_| arabic && !opened)?,
    };
    rest.starts_with(char::is_whitespace).then_some(rest)
}

/// `(7) Name`, `[7] Name`.
fn enclosed(text: &str) -> Option<(Marker, &str)> {
    let inner = text.strip_prefix(['(', '[', '（'])?;
    let (number, rest) = leading_number(inner)?;
    let rest = rest.strip_prefix([')', ']', '）'])?;
    let rest = rest.strip_prefix(['.', '-', ':']).unwrap_or(rest);
    Some((Marker::Number(number), rest))
}

fn plain_number(text: &str) -> Option<(Marker, &str)> {
    let bare = ["No. ", "N° ", "Nº ", "№ ", "№", "Nr. "].iter().find_map(|sign| text.strip_prefix(sign));
    let (number, rest) = leading_number(bare.unwrap_or(text))?;
    let signs =
        ['.', ')', '-', '–', '—', ':', '/', '°', 'º', '）', '．', '、', '\u{6d4}', '−', '_', '\u{640}'];
    let Some(after) = trimmed_start(rest).strip_prefix(signs) else {
        let gap = rest.starts_with(char::is_whitespace);
        let name = rest.trim_start();
        return (gap && name.chars().next().is_some_and(char::is_alphabetic))
            .then_some((Marker::Loose(number), name));
    };
    let after = after.strip_prefix(['-', '–', '.', ')', ':']).unwrap_or(after);
    match after.chars().next() {
        None => Some((Marker::Number(number), after)),
        Some(c)
            if c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '"' | '“' | '«' | '#' | '*') =>
        {
            Some((Marker::Number(number), after))
        }
        Some(c) if c.is_uppercase() || super::folding::is_arabic(c) && super::folding::digit(c).is_none() => {
            Some((Marker::Number(number), after))
        }
        Some(c) if c.is_alphabetic() => Some((Marker::Loose(number), after)),
        Some(_) => None,
    }
}

fn trimmed_start(text: &str) -> &str {
    text.trim_start_matches([' ', '\u{a0}', '\u{200e}', '\u{200f}'])
}

/// Finds `number` with a sign behind it inside a line: `… Enhancement 8- Orient`. Returns what is
/// before it and what it marks.
/// `loose` if nothing but a space stands behind the numbers of this list.
pub(super) fn find_inside(text: &str, number: u32, loose: bool) -> Option<(&str, &str)> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let starts = before.is_whitespace() && at > 0 && (super::folding::digit(c).is_some() || c == '(');
        before = c;
        if !starts {
            continue;
        }
        let (head, tail) = (text.get(..at)?, text.get(at..)?);
        let (marker, rest) = read(tail);
        let name = rest.chars().next().is_some_and(|c| c.is_alphabetic() || matches!(c, '#' | '"' | '“'));
        let counts = marker == Marker::Number(number) || (loose && marker == Marker::Loose(number));
        if counts && name && !trimmed(head).is_empty() {
            return Some((trimmed(head), rest));
        }
    }
    None
}

/// The numbers that mark something inside a line.
pub(super) fn numbers_inside(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices().take(600) {
        let starts = before.is_whitespace() && at > 0 && (super::folding::digit(c).is_some() || c == '(');
        before = c;
        let Some((marker, rest)) = text.get(at..).filter(|_| starts).map(read) else { continue };
        let name = rest.chars().next().is_some_and(|c| c.is_uppercase() || super::folding::is_arabic(c));
        numbers.extend(marker.number().filter(|_| name));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_in_any_digits_and_style() {
        for text in [
            "7. Orient",
            "7) Orient",
            "(7) Orient",
            "7- Orient",
            "7 - Orient",
            "٧- Orient",
            "۷. Orient",
            "7.Orient",
            "[7] Orient",
            "No. 7: Orient",
            "\u{200f}٧) Orient",
            "7.- Orient",
        ] {
            assert_eq!(read(text), (Marker::Number(7), "Orient"), "{text}");
        }
        assert_eq!(read("• Orient"), (Marker::Bullet, "Orient"));
        assert_eq!(read("– Orient"), (Marker::Bullet, "Orient"));
        assert_eq!(read("350.org"), (Marker::Loose(350), "org"));
        assert_eq!(read("12 Orient"), (Marker::Loose(12), "Orient"));
        for text in ["SECTION 27", "1.5 million", "#TheTotalShutdown", "2016", "-40", "3D House"] {
            assert_eq!(read(text).0, Marker::None, "{text}");
        }
    }

    #[test]
    fn a_second_item_on_a_line_is_found() {
        assert_eq!(find_inside("Masrat – Care 8- Orient", 8, false), Some(("Masrat – Care", "Orient")));
        assert_eq!(find_inside("Article 8. Orient", 9, false), None);
        assert_eq!(find_inside("8- Orient", 8, false), None);
    }
}
