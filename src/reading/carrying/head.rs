//! What the head of a letter's page says to programs: where it is in each language, its feed, what to show
//! beside a link to it.

use maud::{Markup, html};
use serde_json::json;

use crate::deliveries;
use crate::reading::papers::title_of;
use crate::reading::rendered::Snapshot;
use crate::reading::tongues::Tongue;
use crate::signatures::list::GroupKind;
use crate::text::words::{SPOKEN, Words};
use crate::text::{dates, markdown};
use crate::web::frame::trusted;

use super::card;

/// How much of the text stands beside a link to it.
const BEGINNING: usize = 160;

/// The languages of the interface as Open Graph names them, with a country.
const LOCALES: [(&str, &str); 4] = [("en", "en_GB"), ("ar", "ar_AR"), ("fr", "fr_FR"), ("es", "es_ES")];

/// "Signed by 25 organizations of 2 coalitions", of the list as it stands.
pub(super) fn count_line(snapshot: &Snapshot, words: Words) -> String {
    let counted = snapshot.list.groups.iter().filter(|group| group.kind != GroupKind::Observers);
    let mut coalitions: Vec<&str> = counted.filter_map(|group| group.coalition.as_deref()).collect();
    coalitions.sort_unstable();
    coalitions.dedup();
    deliveries::count_line(words, snapshot.list.count(), coalitions.len())
}

/// That a letter was retracted, and when.
pub(super) fn retraction(snapshot: &Snapshot, words: Words) -> Option<String> {
    let letter = snapshot.letter.letter();
    let zone = letter.deadline_zone.as_deref().unwrap_or("UTC");
    let at = letter.retracted_at?;
    let date = dates::date_in_words(at.to_timestamp(), zone, &words.language());
    Some(words.say_with("retracted-on", &[("date", &date)]))
}

/// A sentence or two about a letter: that it was retracted, how many signed, how it begins.
pub(super) fn about(snapshot: &Snapshot, words: Words) -> String {
    let own = snapshot.text_for(words);
    let (text, language) = (snapshot.text(own), snapshot.language_of(own));
    let count = language.number(snapshot.list.count());
    let begins = markdown::beginning(&text.body, BEGINNING).replace(markdown::COUNT, &count);
    let parts = [retraction(snapshot, words), Some(count_line(snapshot, words)), Some(begins)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

/// What stands in the head of the letter's page in these words. `address` is the full address of the letter
/// without a language; where the tongue goes on, the page is the one whose address names the language.
pub(in crate::reading) fn head(snapshot: &Snapshot, tongue: Tongue, address: &str) -> Markup {
    let words = tongue.words;
    let (site, slug) = address.rsplit_once("/letters/").unwrap_or((address, ""));
    let in_language = |tag: &str| format!("{site}/{tag}/letters/{slug}");
    let here = if tongue.goes_on { in_language(words.tag()) } else { address.to_owned() };
    let (title, about) = (title_of(snapshot, snapshot.text_for(words)), about(snapshot, words));
    // Whoever keeps pictures by their address fetches this one anew when the letter has changed.
    let card = format!("{here}/card.png?v={}", snapshot.seq);
    let locale = LOCALES.iter().find(|(tag, _)| *tag == words.tag()).map(|(_, locale)| *locale);
    let oembed: String = url::form_urlencoded::byte_serialize(here.as_bytes()).collect();
    html! {
        link rel="canonical" href=(here);
        @for tag in SPOKEN { link rel="alternate" hreflang=(tag) href=(in_language(tag)); }
        link rel="alternate" hreflang="x-default" href=(address);
        link rel="alternate" type="application/atom+xml" href={ (here) ".atom" };
        link rel="alternate" type="application/json+oembed" href={ (site) "/oembed?url=" (oembed) };
        meta property="og:type" content="article";
        meta property="og:site_name" content="Undersigned";
        meta property="og:title" content=(title);
        meta property="og:description" content=(about);
        meta property="og:url" content=(here);
        @if let Some(locale) = locale { meta property="og:locale" content=(locale); }
        meta property="og:image" content=(card);
        meta property="og:image:width" content=(card::WIDTH);
        meta property="og:image:height" content=(card::HEIGHT);
        meta property="og:image:alt" content={ (title) " · " (count_line(snapshot, words)) };
        meta name="twitter:card" content="summary_large_image";
        script type="application/ld+json" { (trusted(in_script(&linked(snapshot, &title, &here, site, &card)))) }
    }
}

/// The letter in the words of schema.org.
fn linked(snapshot: &Snapshot, title: &str, here: &str, site: &str, card: &str) -> serde_json::Value {
    let letter = snapshot.letter.letter();
    let groups = snapshot.list.groups.iter().filter(|group| group.kind != GroupKind::Observers);
    let coalitions = groups.filter_map(|group| {
        let address = format!("{site}/coalitions/{}", group.coalition.as_deref()?);
        Some(json!({ "@type": "Organization", "name": group.name.as_deref()?, "url": address }))
    });
    let mut linked = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "genre": "Open letter",
        "headline": title,
        "inLanguage": letter.language,
        "url": here,
        "image": card,
        "datePublished": letter.published_at.map(|at| at.to_string()),
        "dateModified": snapshot.since.to_string(),
        "version": snapshot.letter.revision().number,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": "https://schema.org/EndorseAction",
            "userInteractionCount": snapshot.list.count(),
        },
        "contributor": coalitions.collect::<Vec<_>>(),
    });
    if letter.retracted_at.is_some()
        && let Some(fields) = linked.as_object_mut()
    {
        fields.insert("creativeWorkStatus".to_owned(), "Retracted".into());
    }
    linked
}

/// JSON as it can stand in a page's script element: in no string of it does one end, or a comment begin.
fn in_script(json: &serde_json::Value) -> String {
    let mut out = String::new();
    for c in json.to_string().chars() {
        match c {
            // All of them stand in strings only.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_string_ends_the_script() {
        let json = json!({ "headline": "</script><script>alert(1)</script><!-- \u{2028} & \"'" });
        let written = in_script(&json);
        assert!(!written.contains(['<', '>', '&', '\u{2028}']), "{written}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&written).unwrap(), json);
    }

    #[test]
    fn every_language_of_the_interface_has_a_locale() {
        for tag in SPOKEN {
            assert!(LOCALES.iter().any(|(known, _)| known == tag), "{tag}");
        }
    }
}
