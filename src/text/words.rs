//! The words around a letter, in the letter's language, with that language's plurals.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::language::Language;

type Bundle = FluentBundle<FluentResource>;

/// The languages the page's words exist in.
const SOURCES: [(&str, &str); 4] = [
    ("en", include_str!("words/en.ftl")),
    ("ar", include_str!("words/ar.ftl")),
    ("fr", include_str!("words/fr.ftl")),
    ("es", include_str!("words/es.ftl")),
];

static BUNDLES: LazyLock<HashMap<&'static str, Bundle>> =
    LazyLock::new(|| SOURCES.iter().filter_map(|(tag, source)| Some((*tag, bundle(tag, source)?))).collect());

/// A bundle of the messages of `source`; a message that does not parse is missing from it, which
/// the test below would say.
fn bundle(tag: &str, source: &str) -> Option<Bundle> {
    let language: LanguageIdentifier = tag.parse().ok()?;
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(parsed, _)| parsed);
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Isolation is done by <bdi> in the markup, where copying does not take invisible marks along.
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).ok()?;
    Some(bundle)
}

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words(&'static str);

impl Words {
    /// The words around a letter in this language; English where there are none.
    pub fn of(language: &Language) -> Self {
        let tag = language.tag();
        Self(if BUNDLES.contains_key(tag) { tag } else { "en" })
    }

    /// The language these words are in.
    pub fn language(&self) -> Language {
        Language::of_row(self.0)
    }

    /// A message without values.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A message with words put into it.
    pub fn say_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let args = values.iter().map(|(name, value)| (*name, FluentValue::from(*value)));
        self.render(id, args.collect())
    }

    /// A message about a number: `$count` chooses the plural, `$shown` is the number in the
    /// language's digits.
    pub fn count(&self, id: &str, count: usize) -> String {
        let mut args = FluentArgs::new();
        args.set("count", FluentValue::from(count));
        args.set("shown", FluentValue::from(self.language().number(count)));
        self.render(id, args)
    }

    /// How many names are withheld at the end of a group that has others, or none: "and 3 organizations
    /// whose names are withheld for their safety".
    pub fn withheld(&self, count: usize, beside_others: bool) -> Option<String> {
        let id = if beside_others { "withheld" } else { "withheld-only" };
        (count > 0).then(|| self.count(id, count))
    }

    fn render(&self, id: &str, args: FluentArgs<'_>) -> String {
        let pattern = BUNDLES.get(self.0).and_then(|bundle| Some((bundle, bundle.get_message(id)?.value()?)));
        match pattern {
            Some((bundle, pattern)) => {
                bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
            }
            None => id.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The names of the messages: what stands before ` = ` at the beginning of a line.
    fn ids(source: &str) -> BTreeSet<&str> {
        source
            .lines()
            .filter(|l| !l.starts_with([' ', '#']))
            .filter_map(|l| Some(l.split_once(" =")?.0))
            .collect()
    }

    #[test]
    fn every_language_has_every_message_and_they_parse() {
        let english = ids(include_str!("words/en.ftl"));
        for (tag, source) in SOURCES {
            assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{tag}");
            assert_eq!(ids(source), english, "{tag}");
        }
    }

    #[test]
    fn plurals_are_the_languages_own() {
        let arabic = Words::of(&"ar".parse().unwrap());
        let forms: BTreeSet<String> =
            [0, 1, 2, 3, 11, 100].map(|n| arabic.count("organizations", n)).into_iter().collect();
        assert_eq!(forms.len(), 6, "{forms:?}");
        let withheld: BTreeSet<String> =
            [0, 1, 2, 3, 11, 100].map(|n| arabic.count("withheld", n)).into_iter().collect();
        assert_eq!(withheld.len(), 6, "{withheld:?}");
        assert_eq!(
            Words::of(&Language::english()).withheld(3, true).unwrap(),
            "and 3 organizations whose names are withheld for their safety"
        );
        assert_eq!(Words::of(&Language::english()).withheld(0, true), None);
        assert_eq!(Words::of(&Language::english()).count("organizations", 25), "25 organizations");
        assert_eq!(Words::of(&Language::english()).count("organizations", 1), "1 organization");
    }
}
