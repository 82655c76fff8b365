//! A sentence with markup in it: a name that is isolated, a link in the middle.

use fluent_bundle::FluentValue;
use maud::{Markup, PreEscaped, Render, html};

use crate::text::words::{Value, Words};

/// What is put into a sentence of a page.
#[derive(Debug, Clone)]
pub enum Part {
    /// Words, which are escaped and isolated.
    Words(String),
    /// A number, which chooses the plural.
    Number(i64),
    /// Markup, which stays as it is.
    Markup(Markup),
}

impl From<Markup> for Part {
    fn from(markup: Markup) -> Self {
        Self::Markup(markup)
    }
}

macro_rules! parts {
    ($($plain:ty),*) => {
        $(impl From<$plain> for Part {
            fn from(plain: $plain) -> Self {
                match Value::from(plain) {
                    Value::Words(words) => Self::Words(words),
                    Value::Number(number) => Self::Number(number),
                }
            }
        })*
    };
}
parts!(i32, i64, u8, u16, u32, u64, usize, &str, String, &String, std::borrow::Cow<'_, str>);

/// A message in the language that is spoken at this moment, as markup:
/// `phrase!("room-id", name = organization.name, here = html! { a href="/x" { "…" } })`. Words are
/// escaped and put in `<bdi>`, markup stays as it is.
macro_rules! phrase {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::web::phrase::sentence(
            $crate::text::speaking::current(),
            $id,
            vec![$((stringify!($name), $crate::web::phrase::Part::from($value))),*],
        )
    };
}
pub(crate) use phrase;

/// Where the first part stands until the sentence is escaped: a letter of private use that no message
/// has. What people wrote comes in afterwards and may have any.
const FIRST_PLACE: u32 = 0xF_0000;

/// The message `id` with these parts.
pub fn sentence(words: Words, id: &str, parts: Vec<(&'static str, Part)>) -> Markup {
    let mut values = Vec::with_capacity(parts.len());
    let mut places = Vec::new();
    for (name, part) in parts {
        let filling = match part {
            Part::Number(number) => {
                values.push((name, FluentValue::from(number)));
                continue;
            }
            Part::Words(words) => html! { bdi { (words) } },
            Part::Markup(markup) => markup,
        };
        let place = u32::try_from(places.len()).ok().and_then(|at| char::from_u32(FIRST_PLACE + at));
        let Some(place) = place else { continue };
        values.push((name, FluentValue::from(place.to_string())));
        places.push((place, filling));
    }
    let sentence = words.format(id, &values).as_str().render().into_string();
    let mut filled = String::with_capacity(sentence.len() * 2);
    for letter in sentence.chars() {
        match places.iter().find(|(place, _)| *place == letter) {
            Some((_, PreEscaped(markup))) => filled.push_str(markup),
            None => filled.push(letter),
        }
    }
    PreEscaped(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped_and_isolated_and_links_stay() {
        let name = "<b>\u{202e}\u{f0000}";
        let parts = vec![("name", Part::from(name))];
        let shown = sentence(Words::default(), "web-acting-for", parts).into_string();
        assert_eq!(shown, "Acting for <bdi>&lt;b&gt;\u{202e}\u{f0000}</bdi>");
        let link = html! { a href="/x" { "Amal" } };
        let shown = sentence(Words::default(), "web-acting-for", vec![("name", link.into())]).into_string();
        assert_eq!(shown, "Acting for <a href=\"/x\">Amal</a>");
    }
}
