//! A letter on pages and in programs of others: frame, badge, card, oEmbed, the head of its page, sitemap.

use reqwest::Method;
use serde_json::Value;

use crate::support::{Letter, Page, Site, Visitor};

/// Everything of a letter that is carried elsewhere.
const PIECES: [&str; 8] =
    [".atom", ".ics", ".md", "/embed", "/badge.svg", "/card.png", "/share", ".csv?bom=1"];

fn oembed(visitor: &Visitor<'_>, address: &str, more: &[(&str, &str)]) -> Page {
    let mut query = vec![("url", address)];
    query.extend_from_slice(more);
    visitor.ask(&format!("/oembed?{}", crate::support::visitor::form_urlencoded(&query)))
}

fn full(site: &Site, letter: &Letter) -> String {
    format!("{}{}", site.url, letter.path)
}

/// Two coalitions, three of which one is withheld, and one outside.
fn signed<'s>(site: &'s Site, typed: &[(&str, &str)]) -> (Visitor<'s>, Letter) {
    let office = site.organization("Office");
    let (one, other) = (office.set_up("River Alliance", "RA"), office.set_up("Hill Alliance", ""));
    let letter = office.publish(typed);
    for (name, alliance) in [("Ash", &one), ("Birch", &one), ("Cedar", &other)] {
        let tree = site.organization(name);
        office.admit(alliance, &tree);
        let group = alliance.trim_start_matches("/coalitions/").to_owned();
        let display = if name == "Birch" { "withheld" } else { "organization" };
        tree.sign_with(&letter, &[("group", &group), ("display", display)]).is(200);
        for _ in site.subjects_to(&tree.email()) {}
    }
    for _ in site.subjects_to(&office.email()) {}
    (office, letter)
}

/// The data that the head of a page has for programs.
fn linked(page: &Page) -> Value {
    let html = page.html();
    let from = html.find("<script type=\"application/ld+json\">").expect("linked data") + 35;
    let until = html[from..].find("</script>").expect("its end");
    serde_json::from_str(&html[from..from + until]).expect("JSON")
}

stories! {
    fn a_private_letter_is_nowhere_and_a_suspended_one_is_gone(site: &Site) {
        let operator = site.operator();
        let office = site.organization("Office");
        let letter = office.write(&[("deadline", "2099-03-01T13:00"), ("time_zone", "UTC")]);
        let missing = Letter { path: "/letters/nothing-like-it".into() };
        let hidden = |visitor: &Visitor<'_>| {
            for piece in PIECES {
                let (private, none) = (visitor.ask(&letter.at(piece)), visitor.ask(&missing.at(piece)));
                private.is(404);
                let same = |page: &Page| page.html().replace(letter.slug(), "").replace(missing.slug(), "");
                assert_eq!(same(&private), same(&none), "{piece}");
                assert!(!private.header("content-security-policy").contains("frame-ancestors *"), "{piece}");
            }
            oembed(visitor, &full(site, &letter), &[]).is(404);
            for list in ["/sitemap.xml", "/letters.atom", "/robots.txt"] {
                assert!(!visitor.ask(list).is(200).html().contains(letter.slug()), "{list}");
            }
        };
        hidden(&site.reader());
        hidden(&office);
        office.press(&letter.at("/opening"), &[]).is(303);
        hidden(&site.reader());
        office.press_publish(&letter).is(200);
        for piece in PIECES {
            site.reader().ask(&letter.at(piece)).is(200);
        }
        let path = format!("/operator/letters/{}", letter.slug());
        operator.fill(&path, &format!("{path}/suspension"), &[("words", "It is looked at.")]).is(200);
        for piece in PIECES {
            site.reader().ask(&letter.at(piece)).is(410);
        }
        oembed(&site.reader(), &full(site, &letter), &[]).is(410);
        assert!(!site.reader().ask("/sitemap.xml").html().contains(letter.slug()));
        for _ in site.subjects_to(&office.email()) {}
    }

    fn a_frame_stands_on_anybodys_page_and_nothing_else_does(site: &Site) {
        let (office, letter) = signed(site, &[("title", "We, {{count}}, ask <b>you</b>")]);
        let page = site.reader().ask(&letter.at("/embed"));
        page.is(200).sees("We, 3, ask <b>you</b>").sees("Signed by 3 organizations of 2 coalitions");
        assert_eq!(page.all(".groups li"), ["River Alliance RA 2 organizations", "Hill Alliance 1 organization"]);
        page.lacks("Birch");
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors *"), "{policy}");
        assert!(policy.contains("form-action 'none'") && policy.contains("script-src 'self'"), "{policy}");
        assert_eq!((page.header("set-cookie"), page.header("cross-origin-resource-policy")), ("", "cross-origin"));
        for (link, target) in page.attributes("a", "href").iter().zip(page.attributes("a", "target")) {
            assert!(link.starts_with(&site.url) && target == "_blank", "{link}");
        }
        assert_eq!(page.attributes("a", "rel"), vec!["noopener"; page.all("a").len()]);
        assert_eq!(page.attributes("link[rel=canonical]", "href"), [full(site, &letter)]);
        for other in ["", "/share", "/history", "/sign", "/card.png", ".json"] {
            let policy = site.reader().ask(&letter.at(other)).header("content-security-policy").to_owned();
            assert!(!policy.contains("frame-ancestors *"), "{other}: {policy}");
        }
        let arabic = site.reader().ask(&format!("/ar{}", letter.at("/embed")));
        arabic.is(200).sees("اقرأوا الرسالة");
        assert_eq!((arabic.attributes("html", "dir"), arabic.attributes("h1", "dir")), (vec!["rtl".to_owned()], vec!["ltr".to_owned()]));
        assert!(arabic.attributes("a", "href")[0].starts_with(&format!("{}/ar/letters/", site.url)));
        // What a visitor's browser reads does not change what stands on somebody else's page.
        let english = site.reader().send(Method::GET, &letter.at("/embed"), &[("accept-language", "ar")], None);
        assert_eq!(english.header("etag"), page.header("etag"));
        let script = site.reader().ask("/embed.js");
        script.is(200);
        assert_eq!((script.header("content-type"), script.header("cross-origin-resource-policy")), ("text/javascript; charset=utf-8", "cross-origin"));

        let alone = office.publish(&[("grouping", "none")]);
        for n in 0..10 {
            let tree = site.organization(&format!("Tree {n}"));
            tree.sign(&alone);
        }
        let page = site.reader().ask(&alone.at("/embed"));
        assert_eq!(page.all("ul li").len(), 8);
        page.sees("and 2 other organizations").sees("Sign for your organization");
        office.press(&alone.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        site.reader().ask(&alone.at("/embed")).sees("This letter was retracted on").lacks("Sign for your organization");
        for mail in site.unread_mails() {
            for _ in site.subjects_to(&mail.to) {}
        }
    }

    fn badge_and_card_say_how_many_signed(site: &Site) {
        let (office, letter) = signed(site, &[("title", "We & <you>")]);
        let badge = site.reader().ask(&letter.at("/badge.svg"));
        let svg = badge.xml();
        assert_eq!((badge.header("content-type"), svg.attribute("role"), svg.attribute("aria-label")), ("image/svg+xml", "img", "We & <you>: 3 organizations"));
        let texts: Vec<String> = svg.all("{http://www.w3.org/2000/svg}text").iter().map(crate::support::xml::Element::text).collect();
        assert_eq!(texts, ["Undersigned", "3 organizations"]);
        assert_eq!(badge.header("content-security-policy"), "default-src 'none'; sandbox");
        assert_eq!((badge.header("cross-origin-resource-policy"), badge.header("set-cookie")), ("cross-origin", ""));
        let arabic = site.reader().ask(&format!("/ar{}", letter.at("/badge.svg")));
        assert!(arabic.html().contains("٣ منظمات"), "{}", arabic.html());

        let card = |path: &str| {
            let page = site.reader().ask(path);
            page.is(200);
            assert_eq!((page.header("content-type"), page.header("cross-origin-resource-policy")), ("image/png", "cross-origin"));
            let picture = image::load_from_memory(&page.bytes).expect("a picture");
            assert_eq!((picture.width(), picture.height()), (1200, 630));
            page
        };
        let first = card(&letter.at("/card.png"));
        assert_ne!(first.bytes, card(&format!("/ar{}", letter.at("/card.png"))).bytes);
        let again = site.reader().send(Method::GET, &letter.at("/card.png"), &[("if-none-match", first.header("etag"))], None);
        again.is(304);
        office.sign(&letter);
        assert_ne!(first.bytes, card(&letter.at("/card.png")).bytes, "it follows the list");
        assert_eq!(site.reader().ask(&letter.at("/badge.svg")).xml().attribute("aria-label"), "We & <you>: 4 organizations");
        office.press(&letter.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        assert!(site.reader().ask(&letter.at("/badge.svg")).xml().attribute("aria-label").starts_with("This letter was retracted on"));
        for mail in site.unread_mails() {
            for _ in site.subjects_to(&mail.to) {}
        }
    }

    fn whoever_is_given_an_address_learns_what_to_show(site: &Site) {
        let (_, letter) = signed(site, &[("title", "We \"&\" </iframe><script>alert(1)</script>")]);
        let reader = site.reader();
        let page = oembed(&reader, &full(site, &letter), &[]);
        let found = page.json();
        assert_eq!((page.header("content-type"), page.header("access-control-allow-origin")), ("application/json; charset=utf-8", "*"));
        assert_eq!((&found["version"], &found["type"], &found["width"], &found["height"]), (&"1.0".into(), &"rich".into(), &600.into(), &420.into()));
        assert_eq!(found["thumbnail_url"], format!("{}/card.png", full(site, &letter)).as_str());
        let html = found["html"].as_str().expect("html").to_owned();
        let shown = scraper::Html::parse_fragment(&html);
        let count = |css: &str| shown.select(&scraper::Selector::parse(css).expect("css")).count();
        assert_eq!((count("iframe"), count("script")), (1, 0), "{html}");
        assert!(html.contains(&format!("src=\"{}/embed\"", full(site, &letter))), "{html}");
        let small = oembed(&reader, &full(site, &letter), &[("maxwidth", "320"), ("maxheight", "200"), ("format", "json")]).json();
        assert_eq!((&small["width"], &small["height"], small.get("thumbnail_url")), (&320.into(), &200.into(), None));
        assert!(small["html"].as_str().is_some_and(|html| html.contains("width=\"320\" height=\"200\"")));
        let xml = oembed(&reader, &full(site, &letter), &[("format", "xml")]);
        assert_eq!(xml.header("content-type"), "text/xml; charset=utf-8");
        let xml = xml.xml();
        assert_eq!((xml.name(), xml.text_of("html"), xml.text_of("width"), xml.text_of("type")), ("oembed", html, "600".to_owned(), "rich".to_owned()));
        let arabic = oembed(&reader, &format!("{}/ar{}", site.url, letter.path), &[]).json();
        assert!(arabic["html"].as_str().is_some_and(|html| html.contains("/ar/letters/")));

        oembed(&reader, &full(site, &letter), &[("format", "yaml")]).is(501);
        for wrong in ["wide", "0", "-1", "99999999999"] {
            oembed(&reader, &full(site, &letter), &[("maxwidth", wrong)]).is(400);
        }
        reader.ask("/oembed").is(400);
        for other in ["https://elsewhere.example/letters/x", "", "nonsense", &format!("{}/desk", site.url), &format!("{}@elsewhere.example{}", site.url, letter.path)] {
            oembed(&reader, other, &[]).is(404);
        }
    }

    fn the_head_of_a_letter_says_what_it_is(site: &Site) {
        let hostile = "We \"&\" </script><script>alert(1)</script> {{count}}";
        let (office, letter) = signed(site, &[("title", hostile), ("body", "Open *the* road of </script> now.")]);
        let address = full(site, &letter);
        let page = site.reader().read(&letter);
        let meta = |page: &Page, name: &str| page.attributes(&format!("meta[property='{name}']"), "content").join("|");
        let title = hostile.replace("{{count}}", "3");
        assert_eq!((meta(&page, "og:title"), meta(&page, "og:url"), meta(&page, "og:type")), (title.clone(), address.clone(), "article".to_owned()));
        assert_eq!(meta(&page, "og:description"), "Signed by 3 organizations of 2 coalitions. Open the road of </script> now.");
        assert!(meta(&page, "og:image").starts_with(&format!("{address}/card.png?v=")));
        assert_eq!(page.attributes("meta[name='twitter:card']", "content"), ["summary_large_image"]);
        assert_eq!(page.attributes("link[rel=canonical]", "href"), std::slice::from_ref(&address));
        let languages = page.attributes("link[rel=alternate][hreflang]", "hreflang");
        assert_eq!(languages, ["en", "ar", "fr", "es", "x-default"]);
        for (tag, there) in languages.iter().zip(page.attributes("link[rel=alternate][hreflang]", "href")) {
            let path = if tag == "x-default" { letter.path.clone() } else { format!("/{tag}{}", letter.path) };
            assert_eq!(there, format!("{}{path}", site.url));
            site.reader().ask(&path).is(200);
        }
        let data = linked(&page);
        assert_eq!((&data["@context"], &data["@type"], &data["headline"]), (&"https://schema.org".into(), &"Article".into(), &title.as_str().into()));
        assert_eq!((&data["interactionStatistic"]["userInteractionCount"], &data["inLanguage"]), (&3.into(), &"en".into()));
        assert_eq!(data["contributor"][0]["name"], "River Alliance");
        assert!(!data.to_string().contains("Birch"));
        assert!(page.attributes("script", "src").len() + 1 == page.all("script").len(), "no script but files, and the data");
        let discovered = page.attributes("link[type='application/json+oembed']", "href");
        assert_eq!(site.reader().ask(discovered[0].trim_start_matches(&site.url)).json()["title"], title.as_str());
        let feed = page.attributes("link[type='application/atom+xml']", "href");
        site.reader().ask(feed[0].trim_start_matches(&site.url)).is(200);
        office.press(&letter.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        let page = site.reader().read(&letter);
        assert!(meta(&page, "og:description").starts_with("This letter was retracted on"));
        assert_eq!(linked(&page)["creativeWorkStatus"], "Retracted");
        for mail in site.unread_mails() {
            for _ in site.subjects_to(&mail.to) {}
        }
    }

    fn the_page_to_share_has_everything_and_no_script_of_others(site: &Site) {
        let (office, letter) = signed(site, &[("title", "We & \"you\""), ("deadline", "2099-03-01T13:00"), ("time_zone", "UTC")]);
        assert!(site.reader().read(&letter).attributes("a", "href").contains(&letter.at("/share")));
        let page = site.reader().get(&letter.at("/share"));
        page.sees("Share and carry away").sees("We & \"you\"");
        let links = page.attributes("main a", "href");
        for end in [".pdf", ".docx", ".txt", ".md", ".csv?bom=1", ".json", ".atom", ".ics", "/embed", "/card.png"] {
            assert!(links.contains(&letter.at(end)), "{end}");
            site.reader().ask(&letter.at(end)).is(200);
        }
        let address: String = url::form_urlencoded::byte_serialize(full(site, &letter).as_bytes()).collect();
        for service in ["mailto:?subject=We%20%26%20%22you%22&body=", "https://wa.me/?text=We%20%26%20%22you%22%20", "https://t.me/share/url?url=", "https://x.com/intent/post?", "https://www.facebook.com/sharer/"] {
            let link = links.iter().find(|link| link.starts_with(service)).unwrap_or_else(|| panic!("{service}: {links:?}"));
            assert!(link.contains(&address), "{link}");
        }
        for (link, rel) in page.attributes("main a[rel]", "href").iter().zip(page.attributes("main a[rel]", "rel")) {
            assert!(rel.contains("noopener") && rel.contains("noreferrer"), "{link}");
        }
        assert!(page.attributes("script", "src").iter().all(|source| source.starts_with("/static/")));
        let codes = page.all("textarea");
        assert_eq!(codes[1], format!("<script src=\"{}/embed.js\" data-letter=\"{}\" async></script>", site.url, letter.slug()));
        assert!(codes[2].starts_with(&format!("<iframe src=\"{}/embed\" title=\"We &amp; &quot;you&quot;\"", full(site, &letter))), "{}", codes[2]);
        let french = site.reader().get(&format!("/fr{}", letter.at("/share")));
        french.sees("Partager et emporter");
        assert!(french.attributes("main a", "href").contains(&format!("/fr{}", letter.at(".atom"))));
        assert!(french.all("textarea")[1].contains("data-language=\"fr\""));
        let by_browser = site.reader().send(Method::GET, &letter.at("/share"), &[("accept-language", "es")], None);
        by_browser.sees("Compartir y llevarse");
        assert!(by_browser.header("vary").contains("Accept-Language"));
        office.press(&letter.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        site.reader().get(&letter.at("/share")).sees("This letter was retracted on").sees("It was wrong.");
        for mail in site.unread_mails() {
            for _ in site.subjects_to(&mail.to) {}
        }
    }

    fn a_sitemap_names_what_is_here_for_anyone(site: &Site) {
        let (_, letter) = signed(site, &[]);
        let silent = site.organization("Silent Willow");
        let page = site.reader().ask("/sitemap.xml");
        assert_eq!(page.header("content-type"), "application/xml; charset=utf-8");
        let map = page.xml();
        let sitemap = |name: &str| format!("{{http://www.sitemaps.org/schemas/sitemap/0.9}}{name}");
        assert_eq!(map.name(), sitemap("urlset"));
        let urls = map.all(&sitemap("url"));
        let at = |path: &str| urls.iter().find(|url| url.text_of(&sitemap("loc")) == format!("{}{path}", site.url));
        for path in ["/", &letter.path, &format!("/ar{}", letter.path), "/organizations/ash", "/es/organizations/cedar", "/coalitions/river-alliance"] {
            let url = at(path).unwrap_or_else(|| panic!("{path} is not there"));
            let links = url.all("{http://www.w3.org/1999/xhtml}link");
            let tags: Vec<&str> = links.iter().map(|link| link.attribute("hreflang")).collect();
            assert_eq!(tags, ["en", "ar", "fr", "es", "x-default"], "{path}");
            let own = links.iter().any(|link| link.attribute("href") == format!("{}{path}", site.url));
            assert!(own, "{path} names itself");
            let there = site.reader().ask(path);
            there.is(200);
            assert!(there.attributes("meta[name=robots]", "content").is_empty(), "{path} may be listed");
        }
        let changed = at(&letter.path).expect("the letter").text_of(&sitemap("lastmod"));
        assert!(changed.parse::<jiff::Timestamp>().is_ok(), "{changed}");
        assert!(at("/organizations/birch").is_none() && at(&format!("/organizations/{}", silent.slug())).is_none());
        let unlisted = site.reader().ask("/organizations/silent-willow");
        assert_eq!(unlisted.is(200).attributes("meta[name=robots]", "content"), ["noindex"]);
        site.reader().ask("/sitemap-1.xml").is(200);
        for none in ["/sitemap-0.xml", "/sitemap-2.xml", "/sitemap-x.xml", "/sitemap-99999999999999999999.xml"] {
            site.reader().ask(none).is(404);
        }
        let robots = site.reader().ask("/robots.txt").html();
        assert_eq!(robots, format!("User-agent: *\nDisallow:\n\nSitemap: {}/sitemap.xml\n", site.url));
    }
}
