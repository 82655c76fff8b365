//! In which language the site answers: by address, by choice, by the browser; and its mails.

use reqwest::Method;

use crate::support::people::PASSWORD;
use crate::support::{Page, Visitor};

fn with_header(visitor: &Visitor<'_>, path: &str, languages: &str) -> Page {
    visitor.send(Method::GET, path, &[("accept-language", languages)], None)
}

fn speaks(page: &Page, language: &str) {
    assert_eq!(page.attributes("html", "lang"), [language], "{}", page.asked);
    assert_eq!(page.attributes("html", "dir"), [if language == "ar" { "rtl" } else { "ltr" }]);
    assert_eq!(page.header("content-language"), language);
}

stories! {
    fn the_address_says_the_language_else_the_browser_does(site: &Site) {
        let reader = site.reader();
        speaks(&reader.get("/sign-in"), "en");
        for language in ["en", "ar", "fr", "es"] {
            speaks(&reader.get(&format!("/{language}/sign-in")), language);
            speaks(&with_header(&reader, "/sign-in", &format!("{language}-XX, de;q=0.5")), language);
            speaks(&with_header(&reader, &format!("/{language}"), "en"), language);
        }
        let page = with_header(&reader, "/sign-in", "de, fr;q=0.4, es;q=0.9");
        speaks(&page, "es");
        assert!(page.header("vary").contains("Accept-Language"), "{}", page.header("vary"));
        speaks(&with_header(&reader, "/fr/sign-in", "ar"), "fr");
    }

    fn a_header_that_cannot_be_read_harms_nobody(site: &Site) {
        let long = "ar-".repeat(2_000);
        for header in ["", ",,,;;;q", "q=1;ar", "ar;q=2", "*;q=0", "x-klingon", "../../etc/passwd", long.as_str()] {
            let page = with_header(&site.reader(), "/sign-in", header);
            page.is(200);
            assert_eq!(page.attributes("html", "dir").len(), 1, "{header}");
        }
        for address in ["/xx/sign-in", "/ar/ar/sign-in", "/ar//evil.example", "/AR/sign-in"] {
            site.reader().ask(address).is(404);
        }
    }

    fn whoever_reads_in_a_language_goes_on_in_it(site: &Site) {
        let reader = site.reader();
        let page = reader.get("/ar/sign-in");
        for address in page.attributes("main a, main form, .masthead a, .footer > a", "href") {
            assert!(address.starts_with("/ar/"), "{address}");
        }
        assert_eq!(page.attributes(".languages a", "href"), ["/en/sign-in", "/fr/sign-in", "/es/sign-in"]);
        assert_eq!(page.attributes(".languages a", "hreflang"), ["en", "fr", "es"]);
        assert_eq!(page.attributes("main form", "action"), ["/ar/sign-in"]);
        assert_eq!(reader.ask("/ar/desk").is(303).header("location"), "/ar/sign-in?next=%2Fdesk");
        let river = site.organization("River Trust");
        let sent = reader.press("/ar/sign-in", &[("email", &river.email()), ("password", PASSWORD), ("next", "/desk")]);
        assert_eq!(sent.is(303).header("location"), "/ar/desk");
        speaks(&reader.get("/ar/desk"), "ar");
        // A form that needs another look has no address in other languages.
        let sent = reader.press("/fr/password/forgot", &[("email", "")]);
        speaks(sent.is(422), "fr");
        assert!(sent.all(".languages a").is_empty());
        site.read_all_mail();
    }

    fn people_are_written_to_in_the_language_in_which_they_came(site: &Site) {
        let river = site.visitor();
        let (name, email) = ("River Trust", "river-trust@example.org");
        let page = river.press("/ar/register", &river.registration(name, email));
        river.follow(page).is(200);
        let mail = site.mail_to(email);
        assert!(mail.link().starts_with("/ar/confirm/"), "{}", mail.link());
        assert!(mail.html.contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", mail.html);
        mail.says("منظمات تضع أسماءها معًا تحت نص واحد.");
        let page = river.get(&mail.link());
        speaks(&page, "ar");
        let action = page.attributes("main form", "action").remove(0);
        let sent = river.press(&action, &[]);
        river.follow(sent).is(200);
        site.read_all_mail();
        // Somebody else asks, in English, for a new password of theirs.
        site.visitor().press("/password/forgot", &[("email", email)]);
        let mail = site.mail_to(email);
        assert!(mail.link().starts_with("/ar/password/reset/"), "{}", mail.link());
    }

    fn one_chooses_a_language_in_ones_account_and_keeps_it(site: &Site) {
        let river = site.organization("River Trust");
        speaks(&river.get("/account"), "en");
        let sent = river.press("/account/language", &[("language", "fr")]);
        let cookie = sent.is(303).cookie("language").expect("a cookie");
        assert!(cookie.starts_with("language=fr;") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        speaks(&river.get("/account"), "fr");
        speaks(&with_header(&river, "/desk", "es"), "fr");
        speaks(&river.get("/es/desk"), "es");
        // What depends on somebody's choice is not for caches that others share.
        assert!(!river.get("/").header("cache-control").contains("public"), "{}", river.get("/").header("cache-control"));
        // The account knows it wherever they sign in next.
        let phone = site.visitor();
        phone.press("/sign-in", &[("email", &river.email()), ("password", PASSWORD)]).is(303);
        speaks(&phone.get("/desk"), "fr");
        site.read_all_mail();
        for nonsense in ["", "de", "fr; Domain=evil.example", "../ar"] {
            river.press("/account/language", &[("language", nonsense)]).is(422).complains("language", "Cette langue n’est pas disponible ici.");
        }
        speaks(&river.get("/account"), "fr");
    }

    fn no_reader_gets_a_cookie_for_reading_in_a_language(site: &Site) {
        let reader = site.reader();
        for path in ["/ar/", "/fr/about", "/es/privacy", "/ar/sign-in"] {
            let page = reader.get(path);
            assert_eq!(page.header("set-cookie"), "", "{path}");
        }
    }
}
