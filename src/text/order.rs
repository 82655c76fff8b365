//! "By name" means as a reader of the letter's language would look it up, not by bytes.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use super::language::Language;

/// The order of names in one language: CLDR's collation, leading articles ignored. (When no
/// collation data fits, which compiled-in data makes unreachable, code points decide.)
pub struct NameOrder {
    collator: Option<CollatorBorrowed<'static>>,
    language: &'static str,
}

/// A name's place in the order; compares as bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameKey(Vec<u8>);

impl NameOrder {
    /// The order of a language.
    pub fn of(language: &Language) -> Self {
        let preferences = CollatorPreferences::from(language.locale());
        let collator = CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok();
        Self { collator, language: language.tag() }
    }

    /// Which of two names stands before the other; the same as by their keys, which are made quicker for many.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let [one, other] = [one, other].map(|name| without_article(name, self.language));
        match &self.collator {
            Some(collator) => collator.compare(one, other),
            None => one.cmp(other),
        }
    }

    /// Where `name` stands.
    pub fn key(&self, name: &str) -> NameKey {
        let name = without_article(name, self.language);
        let mut key = Vec::with_capacity(name.len() * 3);
        match &self.collator {
            Some(collator) => {
                let Ok(()) = collator.write_sort_key_to(name, &mut key);
            }
            None => key.extend_from_slice(name.as_bytes()),
        }
        NameKey(key)
    }
}

/// The leading articles of a language, as separate words. English ones are ignored everywhere,
/// because English names stand in letters of every language.
fn articles(language: &str) -> &'static [&'static str] {
    match language {
        "fr" => &["le ", "la ", "les ", "l'", "l’", "un ", "une "],
        "es" => &["el ", "la ", "los ", "las ", "un ", "una "],
        "pt" => &["o ", "a ", "os ", "as "],
        "it" => &["il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "l’"],
        "de" => &["der ", "die ", "das "],
        "nl" => &["de ", "het ", "een "],
        _ => &["a ", "an "],
    }
}

/// The name without its leading article. Arabic's is written together with its word and is
/// ignored too, as library catalogues do ("الهلال" stands under ه); a word of fewer than five
/// letters keeps it, for there it is more often part of the word.
fn without_article<'a>(name: &'a str, language: &str) -> &'a str {
    let after = |article: &str| {
        let head = name.get(..article.len())?;
        let rest = name.get(article.len()..)?;
        (head.eq_ignore_ascii_case(article) && !rest.trim().is_empty()).then_some(rest)
    };
    let english = after("the ");
    let own = || articles(language).iter().find_map(|article| after(article));
    let arabic = || {
        let word_length = name.split(' ').next().map_or(0, |word| word.chars().count());
        name.strip_prefix("ال").filter(|_| language == "ar" && word_length >= 5)
    };
    english.or_else(own).or_else(arabic).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: &str, names: &[&str]) -> Vec<String> {
        let order = NameOrder::of(&language.parse().unwrap());
        let mut names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        names.sort_by_key(|name| order.key(name));
        names
    }

    proptest::proptest! {
        #[test]
        fn names_compare_as_their_keys_do(
            language in proptest::sample::select(vec!["en", "ar", "fr", "de", "es"]),
            one in "(The |Les |ال)?[a-zA-Zéäßñأابة َ'’0-9-]{0,8}",
            other in "(The |Les |ال)?[a-zA-Zéäßñأابة َ'’0-9-]{0,8}",
        ) {
            let order = NameOrder::of(&language.parse().unwrap());
            proptest::prop_assert_eq!(order.compare(&one, &other), order.key(&one).cmp(&order.key(&other)));
        }
    }

    #[test]
    fn accents_stand_beside_their_letters_and_articles_do_not_count() {
        assert_eq!(
            sorted("en", &["Zebra", "The Élan Fund", "Eden", "étoile", "an Apple", "Emissa"]),
            ["an Apple", "Eden", "The Élan Fund", "Emissa", "étoile", "Zebra"]
        );
        assert_eq!(
            sorted("fr", &["Les Restos", "Aide", "L’Étape", "Sésame"]),
            ["Aide", "L’Étape", "Les Restos", "Sésame"]
        );
        assert_eq!(sorted("en", &["The", "Then"]), ["The", "Then"]);
    }

    #[test]
    fn arabic_names_stand_in_arabic_order() {
        assert_eq!(
            sorted("ar", &["يد بيد", "الهلال الأحمر", "بسمة", "أطباء", "زيتونة"]),
            ["أطباء", "بسمة", "زيتونة", "الهلال الأحمر", "يد بيد"]
        );
    }

    #[test]
    fn swedish_style_rules_are_the_languages_own() {
        // German sorts ä with a; the order is the letter's language, whatever the name's own is.
        assert_eq!(sorted("de", &["Zorn", "Ärzte", "Arche"]), ["Arche", "Ärzte", "Zorn"]);
    }
}
