//! The public letter in the language of whoever reads it: the words around it, its bytes, its live stream.

use crate::support::live::Live;
use crate::support::{Letter, Page, Site};

fn read_in(site: &Site, path: &str, languages: &str) -> Page {
    site.reader().send(reqwest::Method::GET, path, &[("accept-language", languages)], None)
}

fn watch(site: &Site, page: &Page) -> Live {
    let from = page.attributes("#signatories", "data-live")[0].clone();
    Live::open(site.runtime(), &format!("{}{from}", site.url), None)
}

fn address(letter: &Letter) -> String {
    letter.at("")
}

stories! {
    fn around_a_letter_stand_the_readers_words_and_the_letter_stays_as_it_is(site: &Site) {
        let river = site.organization_in("River Trust", "SY");
        let hill = site.organization("Hill Trust");
        let letter = river.publish(&[("title", "{{count}} of us"), ("deadline", "2090-05-06T12:00"), ("deadline_zone", "UTC")]);
        river.sign(&letter);
        hill.sign(&letter);

        let own = site.reader().read(&letter);
        own.sees("2 organizations").sees("verified by email").sees("Syria");
        assert_eq!((own.header("content-language"), own.attributes("html", "lang")), ("en", vec!["en".to_owned()]));

        let arabic = read_in(site, &address(&letter), "ar-SY, ar;q=0.9, en;q=0.5");
        arabic.is(200).sees("منظمتان").sees("تم التحقق بالبريد الإلكتروني").sees("سوريا").sees("٢٠٩٠").lacks("verified by").lacks("2 organizations");
        assert_eq!((arabic.attributes("html", "lang"), arabic.attributes("html", "dir")), (vec!["ar".to_owned()], vec!["rtl".to_owned()]));
        // The text is whose it was, with its own digits in it.
        assert_eq!((arabic.attributes("article.letter", "lang"), arabic.attributes("article.letter", "dir")), (vec!["en".to_owned()], vec!["ltr".to_owned()]));
        assert_eq!(arabic.all("h1"), ["2 of us"]);
        assert_eq!(arabic.all("#signatories .name"), own.all("#signatories .name"), "the order is the letter's");
        assert_eq!(arabic.header("content-language"), "ar");
        for page in [&own, &arabic] {
            let vary = page.header("vary").to_ascii_lowercase();
            assert!(vary.contains("accept-encoding") && vary.contains("accept-language"), "{vary}");
        }

        // All who read in a language get the same bytes; what is kept of one language is not another's.
        let again = read_in(site, &address(&letter), "ar");
        assert_eq!((again.header("etag"), &again.bytes), (arabic.header("etag"), &arabic.bytes));
        let known = |languages: &str| {
            let headers = [("accept-language", languages), ("if-none-match", arabic.header("etag"))];
            site.reader().send(reqwest::Method::GET, &address(&letter), &headers, None)
        };
        known("ar").is(304);
        known("fr").is(200).sees("2 organisations");
        known("xx, ;;;q=,").is(200).sees("2 organizations");

        // By the address, whatever the browser says; and its links go on so.
        let by_address = read_in(site, &format!("/es{}", address(&letter)), "ar");
        by_address.is(200).sees("2 organizaciones");
        assert_eq!(by_address.header("content-language"), "es");
        let links = by_address.attributes("main a", "href");
        assert!(links.contains(&format!("/es/organizations/{}", river.slug())), "{links:?}");
        assert!(links.iter().all(|link| !link.starts_with('/') || link.starts_with("/es/")), "{links:?}");
        assert!(read_in(site, &address(&letter), "es").attributes("main a", "href").iter().all(|link| !link.starts_with("/es/")));
        assert!(by_address.attributes("link[rel=stylesheet]", "href").iter().all(|file| file.starts_with("/static/")));
    }

    fn a_german_letter_speaks_english_to_those_who_ask_for_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("language", "de")]);
        river.sign(&letter);
        let page = read_in(site, &address(&letter), "de");
        page.sees("1 organization");
        assert_eq!((page.attributes("html", "lang"), page.attributes("article.letter", "lang")), (vec!["en".to_owned()], vec!["de".to_owned()]));
        assert_eq!(read_in(site, &address(&letter), "de, fr;q=0.1").attributes("html", "lang"), ["fr"]);
    }

    fn news_is_told_in_the_language_of_the_page_that_is_open(site: &Site) {
        let [ash, birch, cedar] = ["Ash", "Birch", "Cedar"].map(|name| site.organization_in(name, "SY"));
        let letter = ash.publish(&[]);
        ash.sign(&letter);
        let english = watch(site, &site.reader().read(&letter));
        let arabic = watch(site, &read_in(site, &format!("/ar{}", address(&letter)), ""));
        let french = watch(site, &read_in(site, &address(&letter), "fr"));
        birch.sign(&letter);
        let told = |live: &Live| {
            let line = live.hears("signatory");
            let count = live.hears("count").data["words"].as_str().expect("words").to_owned();
            (line.data["html"].as_str().expect("a line").to_owned(), line.data["announce"].as_str().expect("words").to_owned(), count)
        };
        let (line, announced, count) = told(&english);
        assert!(line.contains("Syria") && line.contains("\"/organizations/"), "{line}");
        assert_eq!((announced.as_str(), count.as_str()), ("Birch has signed.", "2 organizations"));
        let (line, announced, count) = told(&arabic);
        assert!(line.contains("سوريا") && line.contains("\"/ar/organizations/"), "{line}");
        assert_eq!((announced.as_str(), count.as_str()), ("وقّعت Birch.", "منظمتان"));
        assert!(read_in(site, &format!("/ar{}", address(&letter)), "").html().contains(&line), "the stream sends the page's own line");
        let (line, _, count) = told(&french);
        assert!(line.contains("Syrie") && count == "2 organisations", "{line} {count}");

        // Whoever comes back hears what they missed in that language, whatever their browser asks for since.
        drop(french);
        cedar.sign(&letter);
        arabic.hears("signatory");
        let back = Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live?in=fr")), Some(2));
        assert!(back.hears("signatory").data["html"].as_str().is_some_and(|html| html.contains("Syrie")));
        let strange = Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live?in=../en")), Some(2));
        assert!(strange.hears("signatory").data["html"].as_str().is_some_and(|html| html.contains("Syria")));
    }

    fn a_name_is_read_in_the_readers_language_and_moves_nobody(site: &Site) {
        let (apple, river, zebra) = (site.organization("Apple Trust"), site.organization("River Trust"), site.organization("Zebra Trust"));
        let profile = format!("/organizations/{}/profile", river.slug());
        let typed = [("name_ar", "\u{202e}صندوق النهر\u{2066}"), ("other_language", "fr"), ("other_name", "Fonds \u{202e}<b>A</b> du Fleuve")];
        river.fill(&profile, &profile, &typed).is(200).sees("Saved.");
        let letter = apple.publish(&[]);
        for one in [&zebra, &river, &apple] {
            one.sign(&letter);
        }
        let at = |language: &str| read_in(site, &format!("{language}{}", address(&letter)), "");
        assert_eq!(at("").all("#signatories .name"), ["Apple Trust", "River Trust", "Zebra Trust"]);
        let arabic = at("/ar");
        assert_eq!(arabic.all("#signatories .name"), ["Apple Trust", "صندوق النهر", "Zebra Trust"]);
        assert_eq!(arabic.attributes("#signatories bdi.name", "lang"), ["", "ar", ""]);
        let french = at("/fr");
        assert_eq!(french.all("#signatories .name"), ["Apple Trust", "Fonds <b>A</b> du Fleuve", "Zebra Trust"]);
        for page in [&arabic, &french, &read_in(site, &format!("/ar/organizations/{}", river.slug()), "")] {
            assert!(!page.html().contains(['\u{202e}', '\u{2066}']), "nothing reorders the page");
            assert!(page.all("#signatories b").is_empty());
        }
        let page = read_in(site, &format!("/ar/organizations/{}", river.slug()), "");
        assert_eq!(page.all("h1 bdi"), ["صندوق النهر"]);
        assert!(page.all("p.also").contains(&"River Trust".to_owned()));
        // In this letter it chose another name: that is the one, in every language.
        river.fill(&letter.sign(), &letter.at("/printed-name"), &[("name", "The River")]).is(200);
        assert_eq!(at("/ar").all("#signatories .name"), ["Apple Trust", "The River", "Zebra Trust"]);
        // A withheld name has no other language either.
        let slug = zebra.slug();
        let other = format!("/organizations/{slug}/profile");
        zebra.fill(&other, &other, &[("name_ar", "حمار الوحش")]).is(200);
        assert!(at("/ar").html().contains("حمار الوحش"));
        zebra.press(&letter.at("/display"), &[("organization", &slug), ("display", "withheld")]).is(303);
        for public in ["", ".json", ".txt", ".csv", "/history"] {
            site.reader().get(&format!("/ar{}", letter.at(public))).lacks("حمار الوحش");
        }
        site.read_all_mail();
    }

    fn a_name_in_another_language_can_be_taken_for_anothers_and_is_found(site: &Site) {
        let (river, hill) = (site.organization("صندوق النهر"), site.organization("Hill Trust"));
        let operator = site.operator();
        let profile = format!("/organizations/{}/profile", hill.slug());
        operator.get("/operator/organizations").lacks("may be taken");
        hill.fill(&profile, &profile, &[("name_ar", "صندوق النهر")]).is(200);
        let flags = operator.get("/operator/flags");
        flags.is(200).sees("Hill Trust").sees("صندوق النهر");
        operator.get("/operator/organizations?q=النهر").sees("Hill Trust").sees("صندوق النهر");
        drop(river);
    }
}
