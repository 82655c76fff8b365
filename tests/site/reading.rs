//! The public letter: its list, its languages, its bytes.

use std::io::{Read, Write};

use crate::support::letters::list;
use crate::support::{Page, Visitor};

fn ask_for(reader: &Visitor<'_>, path: &str, headers: &[(&str, &str)]) -> Page {
    reader.send(reqwest::Method::GET, path, headers, None)
}

fn unpacked(page: &Page) -> Vec<u8> {
    let mut plain = Vec::new();
    let bytes = &page.bytes[..];
    let read = match page.header("content-encoding") {
        "" => plain.write(bytes),
        "gzip" => flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain),
        "br" => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain),
        other => panic!("an encoding nobody asked for: {other}"),
    };
    assert!(read.is_ok_and(|length| length > 0));
    plain
}

stories! {
    fn names_stand_as_a_reader_would_look_them_up(site: &Site) {
        let names = ["Zebra", "The Élan Fund", "Eden", "étoile", "Emissa", "an Apple", "zebra crossing"];
        let all: Vec<_> = names.iter().enumerate().map(|(at, name)| {
            let visitor = site.visitor();
            visitor.register_as(name, &[("email", &format!("trust-{at}@example.org"))]);
            visitor.confirm_from_mail();
            visitor
        }).collect();
        let letter = all[0].publish(&[]);
        for trust in &all {
            trust.sign(&letter);
        }
        let expected = ["an Apple", "Eden", "The Élan Fund", "Emissa", "étoile", "Zebra", "zebra crossing"];
        assert_eq!(site.reader().read(&letter).all("#signatories .name"), expected);
    }

    fn an_arabic_letter_is_arabic_in_order_direction_and_digits(site: &Site) {
        let names = ["يد بيد", "بسمة", "الهلال الأحمر", "أطباء", "زيتونة"];
        let all: Vec<_> = names.iter().enumerate().map(|(at, name)| {
            let visitor = site.visitor();
            visitor.register_as(name, &[("email", &format!("trust-{at}@example.org")), ("country", "SY")]);
            visitor.confirm_from_mail();
            visitor
        }).collect();
        let letter = all[0].publish(&[("language", "ar"), ("title", "نحن {{count}} منظمة"), ("body", "افتحوا الطريق.")]);
        for trust in &all {
            trust.sign(&letter);
        }
        let page = site.reader().read(&letter);
        assert_eq!(page.all("#signatories .name"), ["أطباء", "بسمة", "زيتونة", "الهلال الأحمر", "يد بيد"]);
        assert_eq!(page.attributes("html", "dir"), ["rtl"]);
        assert_eq!(page.attributes("html", "lang"), ["ar"]);
        assert_eq!(page.attributes("article.letter", "dir"), ["rtl"]);
        page.sees("سوريا");
        let heading = page.all("h1").join("");
        assert!(heading == "نحن 5 منظمة" || heading == "نحن ٥ منظمة", "{heading}");
        let json = site.reader().json(&letter);
        assert_eq!((json["count"].as_u64(), json["language"].as_str()), (Some(5), Some("ar")));
        assert_eq!(json["title"], heading.as_str());
    }

    fn headings_are_coalitions_countries_or_none(site: &Site) {
        let alliance = site.organization_in("Alliance Office", "TR");
        let sna = alliance.set_up("Syrian NGO Alliance", "SNA");
        let shaml = alliance.set_up("SHAML CSOs Coalition", "");
        let big = site.organization_in("Big Heart", "TR");
        let emissa = site.organization_in("Emissa", "SY");
        let alone = site.organization("Alone");
        alliance.admit(&sna, &big);
        alliance.admit(&shaml, &emissa);
        let letter = alliance.publish(&[]);
        for trust in [&alliance, &emissa, &alone, &big] {
            trust.sign(&letter);
        }
        // Headings in the order in which they came to stand there; whoever is outside comes last.
        assert_eq!(list(&site.reader().json(&letter)), [
            "1 Emissa (SHAML CSOs Coalition)", "2 Big Heart (SNA)", "3 Alliance Office (-)", "4 Alone (-)",
        ]);
        let page = site.reader().read(&letter);
        assert_eq!(page.all("section.group h3"), ["SHAML CSOs Coalition", "Syrian NGO Alliance SNA"]);
        assert_eq!(page.attributes("section.group[aria-label]", "aria-label"), ["Other organizations"]);

        let set = |grouping: &str, numbering: &str| {
            alliance.fill(&letter.edit(), &letter.edit(), &[("grouping", grouping), ("numbering", numbering)]).is(200);
        };
        set("country", "through");
        assert_eq!(list(&site.reader().json(&letter)), [
            "1 Emissa (Syria)", "2 Alliance Office (Türkiye)", "3 Big Heart (Türkiye)", "4 Alone (-)",
        ]);
        set("country", "restart");
        assert_eq!(list(&site.reader().json(&letter)), [
            "1 Emissa (Syria)", "1 Alliance Office (Türkiye)", "2 Big Heart (Türkiye)", "1 Alone (-)",
        ]);
        assert_eq!(site.reader().read(&letter).attributes("#signatories ol", "start"), ["1", "1", "1"]);
        set("none", "none");
        assert_eq!(list(&site.reader().json(&letter)), ["- Alliance Office (-)", "- Alone (-)", "- Big Heart (-)", "- Emissa (-)"]);
        let page = site.reader().read(&letter);
        assert!(page.all("section.group h3").is_empty() && page.all("#signatories ol").is_empty());
        set("coalition", "through");
        assert_eq!(site.reader().read(&letter).attributes("#signatories ol", "start"), ["1", "2", "3"]);
    }

    fn a_list_ordered_by_hand_stays_as_it_was_put(site: &Site) {
        let all = ["Ash", "Birch", "Cedar"].map(|name| site.organization(name));
        let letter = all[0].publish(&[("ordering", "hand")]);
        for trust in [&all[2], &all[0], &all[1]] {
            trust.sign(&letter);
        }
        let names = || site.reader().read(&letter).all("#signatories .name");
        assert_eq!(names(), ["Cedar", "Ash", "Birch"]);
        let page = all[0].get(&letter.at("/order"));
        let cedar = page.attributes("main li", "id")[0].trim_start_matches("s-").to_owned();
        let move_cedar = [("signature", cedar.as_str()), ("direction", "down")];
        all[0].press(&letter.at("/order"), &move_cedar).is(303);
        assert_eq!(names(), ["Ash", "Cedar", "Birch"]);
        all[1].press(&letter.at("/order"), &move_cedar).is(404);
        all[1].get(&letter.at("/order")).is(404);
        all[0].press(&letter.at("/order"), &[("signature", &cedar), ("direction", "sideways")]).is(400);
        all[0].fill(&letter.edit(), &letter.edit(), &[("ordering", "name")]).is(200);
        all[0].press(&letter.at("/order"), &move_cedar).is(403);
        assert_eq!(names(), ["Ash", "Birch", "Cedar"]);
    }

    fn the_count_stands_where_the_letter_says(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[("title", "{{count}} of us"), ("body", "We are {{count}}. Not {{ count }} nor {count}.")]);
        river.sign(&letter);
        hill.sign(&letter);
        let page = site.reader().read(&letter);
        page.sees("We are 2. Not {{ count }} nor {count}.").sees("2 organizations").lacks("{{count}}");
        assert_eq!((page.all("h1"), page.all("title")), (vec!["2 of us".to_owned()], vec!["2 of us · Undersigned".to_owned()]));
        assert_eq!(page.all("[data-count]"), ["2", "2"]);
        site.reader().get("/").sees("2 of us");
        hill.withdraw(&letter);
        site.reader().read(&letter).sees("We are 1.").sees("1 organization");
    }

    fn a_letters_markup_cannot_hurt_its_readers(site: &Site) {
        let river = site.organization("River Trust");
        let body = "<script>alert(1)</script>\n\n[x](javascript:alert(2)) ![p](https://evil.example/p.png) <img src=x onerror=alert(3)>";
        let letter = river.publish(&[("title", "<img src=x onerror=alert(4)>"), ("body", body), ("addressees", "<b>To</b>"), ("place_and_date", "<i>x</i>")]);
        let page = site.reader().read(&letter);
        page.sees("<script>alert(1)</script>").sees("<img src=x onerror=alert(4)>");
        for css in ["article script", "article img", "article b", "article i", "[onerror]", "a[href^=javascript]"] {
            assert!(page.all(css).is_empty(), "{css}: {}", page.html());
        }
        assert!(page.attributes("script", "src").iter().all(|src| src.starts_with("/static/")));
    }

    fn each_reader_gets_the_encoding_they_take(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let reader = site.reader();
        let plain = ask_for(&reader, &letter.path, &[("accept-encoding", "identity")]);
        plain.is(200).sees("Open the road");
        for (accepted, encoding) in [("gzip", "gzip"), ("br, gzip", "br"), ("br;q=0, gzip", "gzip"), ("", ""), ("zstd", "")] {
            let page = ask_for(&reader, &letter.path, &[("accept-encoding", accepted)]);
            assert_eq!(page.is(200).header("content-encoding"), encoding, "{accepted:?}");
            assert!(unpacked(&page) == plain.bytes, "{accepted:?}: other bytes");
            assert!(page.header("vary").to_lowercase().contains("accept-encoding"));
            assert!(page.header("cache-control").contains("public") && page.header("cache-control").contains("max-age=5,"));
            let tag = page.header("etag").to_owned();
            assert!(tag.starts_with('"') && tag.len() > 8, "{tag}");
            let known = ask_for(&reader, &letter.path, &[("accept-encoding", accepted), ("if-none-match", &tag)]);
            assert!(known.is(304).bytes.is_empty());
            assert_eq!(known.header("etag"), tag);
            ask_for(&reader, &letter.path, &[("accept-encoding", accepted), ("if-none-match", "\"other\"")]).is(200);
        }
        let json = ask_for(&reader, &letter.json(), &[("accept-encoding", "gzip")]);
        assert_eq!(json.is(200).header("content-encoding"), "gzip");
        let tag = plain.header("etag").to_owned();
        river.sign(&letter);
        ask_for(&reader, &letter.path, &[("accept-encoding", "identity"), ("if-none-match", &tag)]).is(200).sees("River Trust");
        let head = reader.send(reqwest::Method::HEAD, &letter.path, &[], None);
        assert!(head.is(200).bytes.is_empty());
    }

    fn readers_get_no_cookie_and_nothing_from_elsewhere(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        let reader = site.reader();
        let addresses = ["/", "/about", "/coalitions", "/organizations/river-trust", "/register", "/sign-in", "/no-such-page"];
        let own = [letter.path.clone(), letter.json()];
        for path in addresses.into_iter().chain(own.iter().map(String::as_str)) {
            let page = reader.ask(path);
            assert!(page.headers.get("set-cookie").is_none(), "{path} sets a cookie");
            let policy = page.header("content-security-policy");
            assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
            assert_eq!(page.header("x-content-type-options"), "nosniff");
            for (css, attribute) in [("script", "src"), ("link", "href"), ("img", "src"), ("form", "action")] {
                for address in page.attributes(css, attribute) {
                    assert!(address.starts_with('/') && !address.starts_with("//") || address.starts_with("data:")
                        || address.starts_with(&site.url), "{path}: {css} {address}");
                }
            }
            assert!(page.attributes("[style]", "style").is_empty() && page.all("style").join("").is_empty(), "{path}");
        }
        // Somebody who is signed in reads the same bytes as everybody.
        assert!(river.ask(&letter.path).bytes == reader.ask(&letter.path).bytes);
    }

    fn components_are_shown_on_this_machine_and_to_nobody_else(site: &Site) {
        let page = site.reader().ask("/development/components");
        assert_eq!(page.is(200).header("cache-control"), "no-store");
        assert_eq!(page.attributes("main > section", "dir"), ["ltr", "rtl"]);
        let open = site.sibling(|config| config.listen = "0.0.0.0:0".parse().expect("an address"));
        open.reader().ask("/development/components").is(404);
        open.finish();
    }

    fn the_files_of_the_page_are_kept_for_ever(site: &Site) {
        let river = site.organization("River Trust");
        let page = site.reader().read(&river.publish(&[]));
        let files: Vec<String> = page.attributes("link[rel=stylesheet]", "href").into_iter().chain(page.attributes("script", "src")).collect();
        assert!(files.len() >= 2, "{files:?}");
        for file in files {
            let answer = site.reader().ask(&file);
            assert!(answer.is(200).header("cache-control").contains("immutable"), "{file}");
            assert!(!answer.bytes.is_empty());
        }
        site.reader().ask("/static/../Cargo.toml").is(404);
        site.reader().ask("/static/none.css").is(404);
    }
}
