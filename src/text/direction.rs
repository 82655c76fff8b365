//! Words of one direction among words of the other.

/// Whether a letter is written from right to left.
pub fn is_rtl(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{1e900}'..='\u{1e95f}')
}

/// Words that stand in a line of this direction. Where a letter in them goes the other way, they are
/// isolated (Unicode, UAX 9), so that they have an order of their own and leave that of the line
/// alone; otherwise they stay as they are, without invisible signs that a copy would take along.
pub fn isolated(words: &str, rtl: bool) -> String {
    if words.chars().any(|c| c.is_alphabetic() && is_rtl(c) != rtl) {
        format!("\u{2068}{words}\u{2069}")
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_goes_the_other_way_is_isolated() {
        assert_eq!(isolated("Big Heart 2", false), "Big Heart 2");
        assert_eq!(isolated("بسمة وزيتونة 2", true), "بسمة وزيتونة 2");
        assert_eq!(isolated("Big Heart.", true), "\u{2068}Big Heart.\u{2069}");
        assert_eq!(isolated("بسمة (SAMS)", true), "\u{2068}بسمة (SAMS)\u{2069}");
    }
}
