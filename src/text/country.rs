//! Countries by ISO 3166-1, with their names in the letter's language.

use icu_locale::names::RegionDisplayName;
use icu_locale::subtags::Region;
use isocountry::CountryCode;
use unicode_normalization::UnicodeNormalization;

use super::language::Language;
use super::order::NameOrder;

/// In use by organizations there and by most postal services; a user-assigned code in ISO 3166-1.
const KOSOVO: &str = "XK";

fn codes() -> impl Iterator<Item = &'static str> {
    CountryCode::iter().map(CountryCode::alpha2).chain([KOSOVO])
}

/// Reads what was chosen or typed: an alpha-2 or alpha-3 code or an English name.
pub fn read(typed: &str) -> Option<&'static str> {
    let typed = typed.trim();
    let by_code = codes().find(|code| code.eq_ignore_ascii_case(typed));
    by_code.or_else(|| CountryCode::for_alpha3_caseless(typed).ok().map(|country| country.alpha2())).or_else(
        || {
            let plain = |name: &str| name.nfd().filter(char::is_ascii_alphabetic).collect::<String>();
            let wanted = plain(typed).to_lowercase();
            let english = Language::english();
            codes().filter(|_| !wanted.is_empty()).find(|code| {
                let iso = CountryCode::for_alpha2(code).map(|c| plain(c.name())).unwrap_or_default();
                plain(&name(code, &english)).to_lowercase() == wanted || iso.to_lowercase() == wanted
            })
        },
    )
}

/// A country's name in a language; the code itself if the language has none.
pub fn name(code: &str, language: &Language) -> String {
    match Region::try_from_str(code) {
        Ok(region) => {
            RegionDisplayName::new_light_with_fallback(language.locale().into(), region).to_string()
        }
        Err(_) => code.to_owned(),
    }
}

/// All countries with their names in a language, in that language's order; for a select.
pub fn all(language: &Language) -> Vec<(&'static str, String)> {
    let order = NameOrder::of(language);
    let mut all: Vec<_> = codes().map(|code| (code, name(code, language))).collect();
    all.sort_by_cached_key(|(_, name)| order.key(name));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_read_however_it_is_given() {
        for given in ["TR", "tr", "TUR", "Türkiye", "turkey"] {
            assert_eq!(read(given), Some("TR"), "{given}");
        }
        assert_eq!(read("Syria"), Some("SY"));
        assert_eq!(read("xk"), Some("XK"));
        for no in ["", " ", "Atlantis", "ZZ", "☃"] {
            assert_eq!(read(no), None, "{no}");
        }
    }

    #[test]
    fn a_country_has_a_name_in_each_language() {
        assert_eq!(name("SY", &Language::english()), "Syria");
        assert_eq!(name("SY", &"ar".parse().unwrap()), "سوريا");
        assert!(all(&Language::english()).len() > 240);
    }
}
