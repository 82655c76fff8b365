//! The words around a letter, in the letter's language, with that language's plurals.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::direction::isolated;
use super::language::Language;

type Bundle = FluentBundle<FluentResource>;

/// The languages that are spoken here: their BCP 47 tags, and their messages room by room.
macro_rules! spoken {
    ($($tag:literal),*; $($room:literal),* $(,)?) => {
        /// The languages that the interface speaks, in the order in which they are offered.
        pub const SPOKEN: &[&str] = &[$($tag),*];

        /// The messages of a language, each room's on its own.
        fn sources(tag: &str) -> &'static [(&'static str, &'static str)] {
            spoken!(@rooms tag; [$($tag),*]; [$($room),*])
        }
    };
    (@rooms $asked:ident; [$($tag:literal),*]; $rooms:tt) => {
        match $asked {
            $($tag => spoken!(@one $tag; $rooms),)*
            _ => &[],
        }
    };
    (@one $tag:literal; [$($room:literal),*]) => {
        &[$(($room, include_str!(concat!("words/", $tag, "/", $room, ".ftl")))),*]
    };
}

spoken!(
    "en", "ar", "fr", "es";
    "letter", "web", "mail", "text", "people", "organizations", "coalitions", "letters", "invitations",
    "comments", "signatures", "imports", "deliveries", "evidence", "rights", "operating", "reading", "home",
    "api", "webhooks", "carrying", "translations",
);

static BUNDLES: LazyLock<HashMap<&'static str, Bundle>> =
    LazyLock::new(|| SPOKEN.iter().filter_map(|tag| Some((*tag, bundle(tag)?))).collect());

/// A bundle of the messages of a language; a message that does not parse is missing from it, which
/// the test below would say.
fn bundle(tag: &str) -> Option<Bundle> {
    let language: LanguageIdentifier = tag.parse().ok()?;
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Isolation is done by <bdi> in the markup, where copying does not take invisible marks along, and
    // in plain text only where words run against their line.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match tag {
        "ar" => in_digits::<1>,
        "fr" => in_digits::<2>,
        "es" => in_digits::<3>,
        _ => in_digits::<0>,
    }));
    for (_, source) in sources(tag) {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(parsed, _)| parsed);
        bundle.add_resource_overriding(resource);
    }
    Some(bundle)
}

static LANGUAGES: LazyLock<Vec<Language>> =
    LazyLock::new(|| SPOKEN.iter().map(|tag| Language::of_row(tag)).collect());

/// Numbers in the digits and with the grouping of a language (by ICU4X; fluent has none of its own).
fn in_digits<const LANGUAGE: usize>(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let language = LANGUAGES.get(LANGUAGE)?;
    // Whole and not negative: nothing else is counted here.
    (number.value >= 0.0 && number.value.fract() == 0.0 && number.value < 9e15)
        .then(|| language.number(number.value as usize))
}

/// What is put into a message.
#[derive(Debug, Clone)]
pub enum Value {
    /// Words as somebody wrote them.
    Words(String),
    /// A number, which chooses the plural and comes in the language's digits.
    Number(i64),
}

macro_rules! values {
    ($($number:ty),*; $($words:ty),*) => {
        $(impl From<$number> for Value {
            fn from(number: $number) -> Self { Self::Number(i64::try_from(number).unwrap_or(i64::MAX)) }
        })*
        $(impl From<$words> for Value {
            fn from(words: $words) -> Self { Self::Words(words.to_owned()) }
        })*
    };
}
values!(i32, i64, u8, u16, u32, u64, usize; &str, String, &String);

impl From<std::borrow::Cow<'_, str>> for Value {
    fn from(words: std::borrow::Cow<'_, str>) -> Self {
        Self::Words(words.into_owned())
    }
}

/// A message in the language that is spoken at this moment ([`crate::text::speaking`]), with words and
/// numbers put into it: `say!("room-id", name = organization.name, count = 3usize)`. What runs against
/// the line is isolated, so that no name can reorder the sentence around it. For markup: `phrase!`.
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::speaking::current()
            .say_values($id, &[$((stringify!($name), $crate::text::words::Value::from($value))),*])
    };
}
pub(crate) use say;

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Words(&'static str);

/// English, where nobody asked for another language.
impl Default for Words {
    fn default() -> Self {
        Self("en")
    }
}

impl Words {
    /// The words around a letter in this language; English where there are none.
    pub fn of(language: &Language) -> Self {
        let tag = language.tag();
        Self(if BUNDLES.contains_key(tag) { tag } else { "en" })
    }

    /// The words of the language of this tag, if it is spoken here.
    pub fn spoken(tag: &str) -> Option<Self> {
        SPOKEN.iter().find(|spoken| **spoken == tag).map(|spoken| Self(spoken))
    }

    /// The BCP 47 tag of their language.
    pub fn tag(&self) -> &'static str {
        self.0
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

    /// A message with words and numbers put into it; words that run against the line are isolated.
    pub fn say_values(&self, id: &str, values: &[(&'static str, Value)]) -> String {
        let rtl = self.language().direction() == "rtl";
        let args = values.iter().map(|(name, value)| match value {
            Value::Words(words) => (*name, FluentValue::from(isolated(words, rtl))),
            Value::Number(number) => (*name, FluentValue::from(*number)),
        });
        self.render(id, args.collect())
    }

    /// A message with values as fluent has them, as they are.
    pub fn format(&self, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        self.render(id, values.iter().map(|(name, value)| (*name, value.clone())).collect())
    }

    fn render(&self, id: &str, args: FluentArgs<'_>) -> String {
        let of = |tag| BUNDLES.get(tag).and_then(|bundle| Some((bundle, bundle.get_message(id)?.value()?)));
        let pattern = of(self.0).or_else(|| of("en"));
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

    #[test]
    fn plurals_are_the_languages_own() {
        let arabic = Words::of(&"ar".parse().unwrap());
        let forms: BTreeSet<String> =
            [0, 1, 2, 3, 11, 100].map(|n| arabic.count("organizations", n)).into_iter().collect();
        assert_eq!(forms.len(), 6, "{forms:?}");
        let withheld: BTreeSet<String> =
            [0, 1, 2, 3, 11, 100].map(|n| arabic.count("withheld", n)).into_iter().collect();
        assert_eq!(withheld.len(), 6, "{withheld:?}");
        let english = Words::default();
        assert_eq!(
            english.withheld(3, true).unwrap(),
            "and 3 organizations whose names are withheld for their safety"
        );
        assert_eq!(english.withheld(0, true), None);
        assert_eq!(english.count("organizations", 25), "25 organizations");
        assert_eq!(english.count("organizations", 1), "1 organization");
    }

    #[test]
    fn numbers_come_in_the_digits_of_the_language() {
        let values = [("count", Value::from(1234usize))];
        let shown = |tag: &str| Words::spoken(tag).unwrap().say_values("web-problems", &values);
        assert!(shown("en").contains("1,234"), "{}", shown("en"));
        assert!(shown("ar").contains("١٬٢٣٤"), "{}", shown("ar"));
        assert!(shown("fr").contains("1\u{202f}234"), "{}", shown("fr"));
    }

    #[test]
    fn a_name_that_runs_against_the_line_is_isolated() {
        let values = [("name", Value::from("أمل"))];
        assert_eq!(Words::default().say_values("mail-dear", &values), "Dear \u{2068}أمل\u{2069},");
        let values = [("name", Value::from("Amal"))];
        assert_eq!(Words::default().say_values("mail-dear", &values), "Dear Amal,");
    }
}
