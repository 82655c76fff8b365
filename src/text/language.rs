//! The languages a letter can be written in.

use std::fmt;
use std::str::FromStr;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::names::{LanguageIdentifierDisplayName, LanguageIdentifierDisplayNameOptions};
use icu_locale::{Locale, LocaleDirectionality};
use writeable::TryWriteable;

/// The languages offered when a letter is drafted, by their own names. The first four have the
/// page's words too; for others the page speaks English around the letter.
pub const OFFERED: &[(&str, &str)] = &[
    ("en", "English"),
    ("ar", "العربية"),
    ("fr", "Français"),
    ("es", "Español"),
    ("am", "አማርኛ"),
    ("bn", "বাংলা"),
    ("ckb", "کوردیی ناوەندی"),
    ("de", "Deutsch"),
    ("fa", "فارسی"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("ku", "Kurdî"),
    ("my", "မြန်မာ"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("sw", "Kiswahili"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// A language one of whose texts can be a letter: a BCP 47 tag that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    tag: &'static str,
    locale: Locale,
}

impl Language {
    /// English, the language of the interface where nothing else is known.
    pub fn english() -> Self {
        Self { tag: "en", locale: icu_locale::locale!("en") }
    }

    /// The language a row names; English if it names none we know.
    pub fn of_row(tag: &str) -> Self {
        tag.parse().unwrap_or_else(|()| Self::english())
    }

    /// The BCP 47 tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// What its speakers call it.
    pub fn own_name(&self) -> &'static str {
        OFFERED.iter().find(|(tag, _)| *tag == self.tag).map_or(self.tag, |(_, name)| name)
    }

    /// The language as ICU4X knows it.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// `rtl` or `ltr`, as HTML's `dir` has it.
    pub fn direction(&self) -> &'static str {
        let directions = LocaleDirectionality::new_extended();
        if directions.is_right_to_left(&self.locale.id) { "rtl" } else { "ltr" }
    }

    /// A number in this language's digits and grouping.
    pub fn number(&self, number: usize) -> String {
        let decimal = Decimal::from(number as u64);
        match DecimalFormatter::try_new((&self.locale).into(), Default::default()) {
            Ok(formatter) => formatter.format(&decimal).to_string(),
            Err(_) => number.to_string(), // a locale without data counts like everyone else
        }
    }
}

impl FromStr for Language {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (tag, _) = OFFERED.iter().find(|(tag, _)| *tag == text).ok_or(())?;
        // CLDR leaves "ar" with the digits of the Maghreb; most who write letters in Arabic, and
        // the case this began with, write ٢٥.
        let locale = Locale::try_from_str(if *tag == "ar" { "ar-u-nu-arab" } else { tag }).map_err(drop)?;
        Ok(Self { tag, locale })
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag)
    }
}

/// What a language is called in another: "English" in French is "anglais". By its own name where the other
/// has none for it.
pub fn name_in(language: &Language, other: &Language) -> String {
    let options = LanguageIdentifierDisplayNameOptions::default();
    let subject = language.locale.id.clone();
    let known = LanguageIdentifierDisplayName::try_new_light(other.locale().into(), subject, options);
    let words =
        known.ok().and_then(|known| Some(known.as_borrowed().try_write_to_string().ok()?.into_owned()));
    words.unwrap_or_else(|| own_name(language.tag).to_owned())
}

/// What a language calls itself; its tag if it is not offered.
pub fn own_name(tag: &str) -> &str {
    OFFERED.iter().find(|(own, _)| *own == tag).map_or(tag, |(_, name)| name)
}

/// The `lang` of a name whose language nobody told us: what its first letter's script suggests,
/// so that fonts and digits fit; empty (HTML's "unknown") for scripts of many languages.
pub fn language_of_name(name: &str) -> &'static str {
    match name.chars().find(|c| c.is_alphabetic()) {
        Some(
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{feff}',
        ) => "ar",
        Some('\u{590}'..='\u{5ff}') => "he",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_language_is_one() {
        for (tag, _) in OFFERED {
            assert!(tag.parse::<Language>().is_ok(), "{tag}");
        }
    }

    #[test]
    fn every_language_is_called_something_in_every_other() {
        let french: Language = "fr".parse().unwrap();
        assert_eq!(name_in(&Language::english(), &french), "anglais");
        assert_eq!(name_in(&Language::english(), &"ar".parse().unwrap()), "الإنجليزية");
        for (tag, own) in OFFERED {
            let name = name_in(&tag.parse().unwrap(), &french);
            assert!(!name.is_empty() && (name != *tag || own == tag), "{tag}: {name}");
        }
    }

    #[test]
    fn languages_know_their_direction_and_digits() {
        let arabic: Language = "ar".parse().unwrap();
        assert_eq!(arabic.direction(), "rtl");
        assert_eq!(arabic.number(25), "٢٥");
        assert_eq!("ckb".parse::<Language>().unwrap().direction(), "rtl");
        assert_eq!(Language::english().direction(), "ltr");
        assert_eq!(Language::english().number(1234), "1,234");
    }
}
