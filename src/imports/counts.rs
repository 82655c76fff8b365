//! Counts in digits and in words: "the undersigned 25 NGOs", "Twenty-five", "ثلاث منظمات".

use super::folding::{fold, has_any, leading_number};
use super::headings::COUNTED;
use super::words;

const UNITS: &[(&str, usize)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("veinte", 20),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("dez", 10),
    ("vinte", 20),
    ("trinta", 30),
    ("quarenta", 40),
    ("cinquenta", 50),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("funf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("zwanzig", 20),
    ("dreissig", 30),
    ("funfzig", 50),
    ("واحدة", 1),
    ("واحد", 1),
    ("منظمتان", 2),
    ("منظمتين", 2),
    ("جمعيتان", 2),
    ("اثنتان", 2),
    ("اثنتين", 2),
    ("ثلاث", 3),
    ("ثلاثة", 3),
    ("اربع", 4),
    ("اربعة", 4),
    ("خمس", 5),
    ("خمسة", 5),
    ("ست", 6),
    ("ستة", 6),
    ("سبع", 7),
    ("سبعة", 7),
    ("ثماني", 8),
    ("ثمانية", 8),
    ("تسع", 9),
    ("تسعة", 9),
    ("عشر", 10),
    ("عشرة", 10),
    ("عشرون", 20),
    ("عشرين", 20),
    ("ثلاثون", 30),
    ("ثلاثين", 30),
    ("اربعون", 40),
    ("اربعين", 40),
    ("خمسون", 50),
    ("خمسين", 50),
];

pub(super) fn number_word(word: &str) -> Option<usize> {
    UNITS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// The first number of a text, in digits or in words ("Twenty-five").
pub(super) fn first_number(text: &str) -> Option<usize> {
    let folded: String = fold(&text.chars().take(400).collect::<String>());
    let words: Vec<&str> = folded.split(' ').collect();
    words.iter().enumerate().find_map(|(place, _)| number_at(&words, place)).map(|(count, _)| count)
}

/// The number at a word, and how many words it has.
fn number_at(words: &[&str], place: usize) -> Option<(usize, usize)> {
    let word = words.get(place)?;
    if let Some((number, "")) = leading_number(word) {
        return Some((number as usize, 1));
    }
    let first = number_word(word).or_else(|| number_word(word.strip_prefix('و')?))?;
    // "خمس وعشرون": the ones stand before the tens.
    let tens = words.get(place + 1).and_then(|next| number_word(next.strip_prefix('و')?));
    if let Some(tens) = tens.filter(|tens| first < 10 && *tens >= 20) {
        return Some((first + tens, 2));
    }
    let second =
        words.get(place + 1).and_then(|next| number_word(next)).filter(|unit| first >= 20 && *unit < 10);
    Some(second.map_or((first, 1), |unit| (first + unit, 2)))
}

/// The count of organizations that a line claims for the letter: "We, the undersigned 25 NGOs".
/// In the text only what stands with "undersigned", or at the beginning of a line, is meant.
pub(super) fn claimed(text: &str, is_title: bool) -> Option<usize> {
    let folded: String = fold(&text.chars().take(500).collect::<String>());
    let words: Vec<&str> = folded.split(' ').collect();
    let says_we = has_any(
        &folded,
        &[
            "undersigned",
            "soussignes",
            "soussignees",
            "abajo firmantes",
            "firmantes",
            "abaixo assinadas",
            "abaixo assinados",
            "unterzeichnenden",
            "unterzeichnende",
            "الموقعة",
            "الموقعون",
            "signed by",
            "signatories",
            "signatory",
            "signataires",
            "on behalf of",
            "endorsed by",
        ],
    );
    for place in 0..words.len() {
        let Some((count, length)) = number_at(&words, place) else { continue };
        // "the undersigned 14 human rights and humanitarian organisations"
        let reach = if is_title || says_we { 6 } else { 4 };
        let behind = words.get(place + length..(place + length + reach).min(words.len())).unwrap_or_default();
        let of_bodies = behind.iter().any(|word| {
            COUNTED.contains(word) && words::names_a_body(word)
                || [
                    "ngos",
                    "csos",
                    "ong",
                    "ongs",
                    "signatories",
                    "organizations",
                    "organisations",
                    "منظمة",
                    "منظمات",
                ]
                .contains(word)
        });
        let meant = is_title || says_we || place <= 1;
        if of_bodies && meant && (2..10_000).contains(&count) && !(1900..2100).contains(&count) {
            return Some(count);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_read_in_digits_and_words() {
        assert_eq!(claimed("We, the undersigned 25 NGOs, provide aid", false), Some(25));
        assert_eq!(claimed("Twenty-five NGOs working in Syria have condemned", false), Some(25));
        assert_eq!(claimed("نحن ٣٠ منظمة موقعة", false), Some(30));
        assert_eq!(claimed("The government closed 300 NGOs last year", false), None);
        let qualified = "We, the undersigned 14 human rights and humanitarian organisations, are concerned";
        assert_eq!(claimed(qualified, false), Some(14));
        assert_eq!(claimed("Joint statement by 40 organizations", true), Some(40));
    }
}
