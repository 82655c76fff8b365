//! A reader on the quick way gets what everybody else gets.

use reqwest::Method;

use crate::support::Page;

/// Everything that an answer says, but the time.
fn said(page: &Page) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = page
        .headers
        .iter()
        .filter(|(name, _)| name.as_str() != "date")
        .map(|(name, value)| (name.to_string(), value.to_str().expect("text").to_owned()))
        .collect();
    all.sort();
    all
}

stories! {
    fn the_quick_way_answers_as_the_long_way_does(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("title", "We, {{count}}")]);
        let reader = site.reader();
        let ways = ["", "/ar", "/fr", "/en"].map(|tag| format!("{tag}{}", letter.path));
        let languages = ["", "ar-SY,ar;q=0.9,en;q=0.8", "de", "fr;q=0,es", ";;;", "*"];
        for signed in [false, true] {
            if signed {
                river.sign(&letter);
            }
            for path in &ways {
                for language in languages {
                    for encoding in ["", "br", "gzip", "gzip, deflate, br", "*;q=0", "identity"] {
                        let headers = [("accept-language", language), ("accept-encoding", encoding)];
                        // A query that means nothing goes the long way, and warms the page for the quick one.
                        let long = reader.send(Method::GET, &format!("{path}?x=1"), &headers, None);
                        let quick = reader.send(Method::GET, path, &headers, None);
                        assert_eq!((long.is(200).status, &long.bytes), (quick.status, &quick.bytes), "{path} {headers:?}");
                        assert_eq!(said(&long), said(&quick), "{path} {headers:?}");
                        let known = [headers[0], headers[1], ("if-none-match", quick.header("etag"))];
                        let long = reader.send(Method::GET, &format!("{path}?x=1"), &known, None);
                        let quick = reader.send(Method::GET, path, &known, None);
                        assert_eq!((long.is(304).status, said(&long)), (quick.status, said(&quick)), "{path} {known:?}");
                    }
                }
            }
        }
        reader.read(&letter).sees("We, 1");
        // Whoever is signed in, and whoever asks for anything else, goes the long way.
        assert_eq!(river.ask(&letter.path).header("cache-control"), "private, no-cache");
        assert_eq!(reader.send(Method::HEAD, &letter.path, &[], None).is(200).bytes.len(), 0);
        reader.ask("/letters/no-such-letter").is(404);
        reader.ask("/letters/").is(404);
        reader.ask(&format!("{}/", letter.path)).is(404);
        reader.ask("/de/letters/x").is(404);
    }

    fn a_letter_that_was_taken_down_is_not_on_the_quick_way(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let reader = site.reader();
        reader.read(&letter);
        let operator = site.operator();
        let page = format!("/operator{}", letter.path);
        operator.fill(&page, &format!("{page}/suspension"), &[("words", "We look into it.")]).is(200);
        reader.ask(&letter.path).is(410);
        river.mail();
    }
}
