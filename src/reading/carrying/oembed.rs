//! oEmbed (oembed.com): what to show where somebody pastes the address of a letter.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::Serialize;
use url::Url;

use super::{Letter, card, share};
use crate::error::Fault;
use crate::ids::Slug;
use crate::text::clean::for_xml;
use crate::text::words::Words;

/// The size of the frame, where whoever shows it has the room.
pub(super) const WIDTH: u32 = 600;
/// See [`WIDTH`].
pub(super) const HEIGHT: u32 = 420;

/// How long an answer may be kept, in seconds: the frame in it stays right by itself.
const KEPT: u32 = 3600;

/// The letter whose address this is, and the language in it; none for an address that is not ours.
pub(super) fn letter_at(address: &str, site: &Url) -> Option<(Slug, Option<Words>)> {
    let address: Url = address.parse().ok()?;
    if address.origin() != site.origin() || !address.username().is_empty() || address.password().is_some() {
        return None;
    }
    let path = address.path().strip_prefix(site.path().trim_end_matches('/'))?;
    let mut parts: Vec<&str> = path.trim_start_matches('/').trim_end_matches('/').split('/').collect();
    let words = parts.first().and_then(|first| Words::spoken(first));
    if words.is_some() {
        parts.remove(0);
    }
    match parts.as_slice() {
        ["letters", slug] => Some((slug.parse().ok()?, words)),
        _ => None,
    }
}

/// How much room there is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Room {
    pub width: Option<u32>,
    pub height: Option<u32>,
}

impl Room {
    fn has(self, width: u32, height: u32) -> bool {
        self.width.is_none_or(|most| most >= width) && self.height.is_none_or(|most| most >= height)
    }
}

#[derive(Serialize)]
struct Answer {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    provider_name: &'static str,
    provider_url: String,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
    #[serde(flatten)]
    thumbnail: Option<Thumbnail>,
}

#[derive(Serialize)]
struct Thumbnail {
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

fn answer(letter: &Letter<'_>, room: Room) -> Answer {
    let width = room.width.map_or(WIDTH, |most| most.min(WIDTH));
    let height = room.height.map_or(HEIGHT, |most| most.min(HEIGHT));
    let card = Thumbnail {
        thumbnail_url: letter.address("/card.png"),
        thumbnail_width: card::WIDTH,
        thumbnail_height: card::HEIGHT,
    };
    Answer {
        version: "1.0",
        kind: "rich",
        title: letter.title(),
        provider_name: "Undersigned",
        provider_url: letter.config.address("/"),
        cache_age: KEPT,
        html: share::frame(letter, width, height).into_string(),
        width,
        height,
        thumbnail: Some(card).filter(|_| room.has(card::WIDTH, card::HEIGHT)),
    }
}

/// The answer as JSON.
pub(super) fn json(letter: &Letter<'_>, room: Room) -> Result<Vec<u8>, Fault> {
    Ok(serde_json::to_vec(&answer(letter, room))?)
}

/// The answer as XML.
pub(super) fn xml(letter: &Letter<'_>, room: Room) -> Result<Vec<u8>, Fault> {
    let answer = serde_json::to_value(answer(letter, room))?;
    let mut writer = Writer::new(Vec::new());
    let declaration = BytesDecl::new("1.0", Some("utf-8"), Some("yes"));
    writer.write_event(Event::Decl(declaration)).map_err(Fault::from)?;
    let written = writer.create_element("oembed").write_inner_content(|writer| {
        for (name, value) in answer.as_object().into_iter().flatten() {
            let words = value.as_str().map_or_else(|| value.to_string(), for_xml);
            writer.create_element(name.as_str()).write_text_content(BytesText::new(&words))?;
        }
        Ok(())
    });
    written.map_err(Fault::from)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_letters_here_are_known() {
        let site: Url = "https://letters.example.org/".parse().unwrap();
        let found = |address: &str| letter_at(address, &site).map(|(slug, words)| (slug.to_string(), words));
        let here = "https://letters.example.org";
        assert_eq!(found(&format!("{here}/letters/aleppo")).unwrap(), ("aleppo".to_owned(), None));
        assert_eq!(found(&format!("{here}/ar/letters/aleppo/?x=1#s")).unwrap().1, Words::spoken("ar"));
        assert!(found("HTTPS://LETTERS.example.org:443/letters/aleppo").is_some());
        for other in [
            "https://letters.example.org.evil.example/letters/aleppo",
            "https://letters.example.org@evil.example/letters/aleppo",
            "https://x@letters.example.org/letters/aleppo",
            "http://letters.example.org/letters/aleppo",
            "https://letters.example.org:8443/letters/aleppo",
            "https://letters.example.org/letters/aleppo/sign",
            "https://letters.example.org/organizations/aleppo",
            "https://letters.example.org/de/letters/aleppo",
            "https://letters.example.org/letters/",
            "/letters/aleppo",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(found(other), None, "{other}");
        }
    }
}
