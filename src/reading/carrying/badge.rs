//! How many signed, as a small picture that stays right: for a partner's page, a README, a mail.

use maud::html;

use super::Letter;
use super::drawing::{Setter, Setting};

const HEIGHT: f32 = 28.0;
const SIZE: f32 = 14.0;
/// Between words and edge.
const ROOM: f32 = 11.0;

/// The picture, SVG. Its words are words: read aloud, searched for, copied; in the fonts of whoever looks, made
/// to fit.
pub(super) fn of_letter(letter: &Letter<'_>) -> String {
    let words = letter.tongue.words;
    let count = words.count("organizations", letter.snapshot.list.count());
    let label = letter.retraction().unwrap_or_else(|| format!("{}: {count}", letter.title()));
    drawn(&count, &label, words.tag(), words.language().direction(), letter.retraction().is_some())
}

fn drawn(count: &str, label: &str, tag: &str, direction: &str, retracted: bool) -> String {
    let rtl = direction == "rtl";
    let mut setter = Setter::new();
    let mut width = |words: &str, size: f32| {
        let setting = Setting { size, leading: 1.0, bold: false, rtl, width: 2_000.0 };
        setter.set(words, setting).width()
    };
    // Arabic letters are drawn smaller at the same size.
    let (name, number, size) = ("Undersigned", count, if rtl { SIZE * 1.2 } else { SIZE });
    let (of_name, of_number) = (width(name, SIZE), width(number, size));
    let (left, right) = (of_name + 2.0 * ROOM, of_number + 2.0 * ROOM);
    // In a line from right to left the name, with which it begins, stands on the right.
    let (name_at, number_at) = if rtl { (right, 0.0) } else { (0.0, left) };
    let (total, ink) = (left + right, if retracted { "#97291c" } else { "#1b4a41" });
    let one = |n: f32| format!("{n:.1}");
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(one(total)) height=(HEIGHT) viewBox={ "0 0 " (one(total)) " " (HEIGHT) }
            role="img" aria-label=(label) lang=(tag) font-family="'Noto Serif',Georgia,'Noto Naskh Arabic','Times New Roman',serif" font-size=(SIZE) text-anchor="middle" {
            title { (label) }
            rect width=(one(total)) height=(HEIGHT) rx="4" fill=(ink) {}
            rect x=(one(name_at + 1.0)) y="1" width=(one(left - 2.0)) height=(HEIGHT - 2.0) rx="3" fill="#fbf8f1" {}
            text x=(one(name_at + left / 2.0)) y="19" fill="#211d18" textLength=(one(of_name)) lengthAdjust="spacingAndGlyphs" { (name) }
            text x=(one(number_at + right / 2.0)) y="19" fill="#fff" textLength=(one(of_number)) lengthAdjust="spacingAndGlyphs" font-size=(size) direction=(direction) { (number) }
        }
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_badge_is_well_formed_whatever_the_title_is() {
        let svg = drawn("25 organizations", "<b>\"We\" & 'they'</b>: 25", "en", "ltr", false);
        let mut reader = quick_xml::Reader::from_str(&svg);
        let mut words = String::new();
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Text(text) => words.push_str(&text.decode().unwrap()),
                quick_xml::events::Event::Eof => break,
                _ => {}
            }
        }
        assert!(words.contains("Undersigned") && words.contains("25 organizations"), "{words}");
    }

    #[test]
    fn the_number_stands_where_the_line_ends() {
        let at = |svg: &str| -> f32 {
            let from = svg.rfind("<text x=\"").unwrap() + 9;
            svg[from..].split('"').next().unwrap().parse().unwrap()
        };
        let english = drawn("25 organizations", "x", "en", "ltr", false);
        let arabic = drawn("٢٥ منظمة", "x", "ar", "rtl", false);
        assert!(at(&english) > 100.0 && at(&arabic) < 60.0, "{english}\n{arabic}");
    }
}
