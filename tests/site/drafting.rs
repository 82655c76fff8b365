//! Writing a letter, publishing it, closing it.

use crate::support::letters::{DEFAULTS, canonical, sha256};
use crate::support::{Letter, Page, eventually};

/// Fails unless two answers are the same to the byte, but for the date.
fn same(one: &Page, other: &Page) {
    let head = |page: &Page| {
        let mut headers = page.headers.clone();
        headers.remove("date");
        headers
    };
    assert_eq!((one.status, &one.bytes), (other.status, &other.bytes), "{} and {}", one.asked, other.asked);
    assert_eq!(head(one), head(other), "{} and {}", one.asked, other.asked);
}

/// A deadline for the form, so many days after today.
fn in_days(days: i64) -> String {
    let then = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * days);
    then.strftime("%Y-%m-%dT%H:%M").to_string()
}

stories! {
    fn a_preview_shows_the_letter_and_saves_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let mut typed = DEFAULTS.to_vec();
        typed.extend([("then", "preview"), ("body", "We *ask*.\n\n- one\n- two"), ("title", "We, {{count}}")]);
        let page = river.fill("/letters/new", "/letters/new", &typed);
        page.is(200).sees("This is a preview. Nothing is saved yet.").sees("We, …");
        assert_eq!(page.all(".preview .text li"), ["one", "two"]);
        assert_eq!(page.all(".preview em"), ["ask"]);
        assert_eq!(page.form("/letters/new")["body"], "We *ask*.\n\n- one\n- two");
        river.get("/desk").sees("Letters you coordinate None yet.");
    }

    fn a_saved_draft_keeps_every_word(site: &Site) {
        let river = site.organization("River Trust");
        let body = "  First «line»\r\n\r\n\tSecond & <third>\r\n";
        let letter = river.write(&[("body", body), ("deadline", "2027-01-31T13:00"), ("time_zone", "Europe/Paris"),
            ("grouping", "country"), ("ordering", "time"), ("numbering", "restart"), ("language", "fr")]);
        let form = river.get(&letter.edit()).form(&letter.edit());
        assert_eq!(form["body"], "  First «line»\n\n\tSecond & <third>");
        assert_eq!((form["deadline"].as_str(), form["time_zone"].as_str()), ("2027-01-31T13:00", "Europe/Paris"));
        assert_eq!([&form["grouping"], &form["ordering"], &form["numbering"], &form["language"]], ["country", "time", "restart", "fr"]);
        river.fill(&letter.edit(), &letter.edit(), &[("title", "Another title")]).is(200).sees("Saved.");
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["title"], "Another title");
        river.get(&letter.path).is(200).sees("Another title").sees("only its coordinators and those invited see it");
        river.get("/desk").sees("Another title").sees("Draft");
        river.fill(&letter.edit(), &letter.edit(), &[("then", "preview"), ("title", "Only looked at")]).is(200).sees("Nothing is saved yet");
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["title"], "Another title");
    }

    fn a_letter_without_a_title_comes_back_with_its_words(site: &Site) {
        let river = site.organization("River Trust");
        let mut typed = DEFAULTS.to_vec();
        typed.extend([("then", "save"), ("title", " "), ("body", ""), ("grouping", "sector"), ("ordering", "luck"),
            ("numbering", "roman"), ("language", "tlh"), ("deadline", "soon"), ("place_and_date", "Gaziantep")]);
        let page = river.fill("/letters/new", "/letters/new", &typed);
        page.is(422).complains("title", "The letter needs a title.").complains("body", "The letter needs a text.")
            .complains("grouping", "Choose one").complains("ordering", "Choose one").complains("numbering", "Choose one")
            .complains("language", "Choose one").complains("deadline", "A deadline looks like");
        assert_eq!(page.form("/letters/new")["place_and_date"], "Gaziantep");
        assert_eq!(page.form("/letters/new")["deadline"], "soon");

        let long = "a".repeat(301);
        river.fill("/letters/new", "/letters/new", &[("title", &long)]).is(422).complains("title", "301 characters");
        let long = "a".repeat(100_001);
        river.fill("/letters/new", "/letters/new", &[("body", &long)]).is(422).complains("body", "100,001 characters");
        let signs = "&".repeat(5001);
        river.fill("/letters/new", "/letters/new", &[("body", &signs)]).is(422).complains("body", "which no letter needs");
        river.get("/desk").sees("Letters you coordinate None yet.");
    }

    fn an_hour_that_the_clocks_skip_is_no_deadline(site: &Site) {
        let river = site.organization("River Trust");
        let mut typed = DEFAULTS.to_vec();
        typed.extend([("then", "save"), ("deadline", "2027-03-28T02:30"), ("time_zone", "Europe/Paris")]);
        river.fill("/letters/new", "/letters/new", &typed).is(422).complains("deadline", "The clocks skip this hour");
        typed.push(("time_zone", "Europe/Atlantis"));
        river.fill("/letters/new", "/letters/new", &typed).is(422).complains("time_zone", "no such time zone");
        // An hour later there is one, and an hour that exists twice means the first of the two.
        let letter = river.publish(&[("deadline", "2027-10-31T02:30"), ("time_zone", "Europe/Paris")]);
        assert_eq!(site.reader().json(&letter)["deadline"], "2027-10-31T00:30:00Z");
        site.reader().read(&letter).sees("31 October 2027 at 02:30 (Europe/Paris, UTC+02:00)");
    }

    fn two_people_who_edit_at_once_lose_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        let (one, two) = (river.get(&letter.edit()), river.get(&letter.edit()));
        river.send_form(&one, &letter.edit(), &[("body", "The first wording.")]).is(303);
        let back = river.send_form(&two, &letter.edit(), &[("body", "The second wording.")]);
        back.is(409).sees("The first wording.");
        assert_eq!(back.form(&letter.edit())["body"], "The second wording.");
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["body"], "The first wording.");
        // Seen, compared, and sent once more: now it is meant.
        river.send_form(&back, &letter.edit(), &[]).is(303);
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["body"], "The second wording.");
    }

    fn a_draft_does_not_exist_for_strangers(site: &Site) {
        let river = site.organization("River Trust");
        let hill = site.organization("Hill Trust");
        let draft = river.write(&[("title", "A secret letter")]);
        let none = Letter { path: "/letters/a-secret-letter-aaaaaaaa".into() };
        let mut addresses: Vec<(&str, &str)> = vec![("GET", ""), ("GET", ".json"), ("GET", "/live")];
        for stranger in [site.visitor(), hill] {
            for (method, more) in &addresses {
                let method: reqwest::Method = method.parse().expect("a method");
                let answers = [&draft, &none].map(|letter| stranger.send(method.clone(), &letter.at(more), &[], None));
                same(&answers[0], &answers[1]);
                assert_eq!(answers[0].status, 404, "{}", answers[0].asked);
                answers[0].lacks("secret");
            }
            // Only those who are signed in come as far as these.
            addresses.extend([("GET", "/sign"), ("GET", "/edit"), ("GET", "/order"), ("POST", "/sign"), ("POST", "/edit"),
                ("POST", "/publication"), ("POST", "/publication/cancellation"), ("POST", "/closing"), ("POST", "/withdrawal")]);
        }
        let visitor = site.visitor();
        for more in ["/sign", "/edit"] {
            let answers = [&draft, &none].map(|letter| visitor.ask(&letter.at(more)));
            assert_eq!(answers[0].status, answers[1].status);
            let to = answers.map(|answer| answer.header("location").to_owned());
            assert_eq!(to[0].replace(draft.slug(), ""), to[1].replace(none.slug(), ""));
        }
        site.reader().get("/").lacks("A secret letter");
        river.get(&draft.path).is(200).sees("A secret letter");
    }

    fn publishing_locks_the_text_as_revision_1(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("title", "We, {{count}} \"friends\" & حلب"), ("body", "Line\r\nand\ttab \u{1}\\ é e\u{301}\r\n\r\nend")]);
        site.reader().ask(&letter.path).is(404);
        river.press_publish(&letter).is(200).sees("We, 0 \"friends\" & حلب");
        let json = site.reader().json(&letter);
        assert_eq!(json["revision"]["number"], 1);
        assert_eq!(json["text"]["title"], "We, {{count}} \"friends\" & حلب");
        assert_eq!(json["text"]["body"], "Line\nand\ttab \\ é é\n\nend");
        let hash = sha256(&canonical(&json["text"]));
        assert_eq!(json["revision"]["sha256"], hash.as_str(), "{}", canonical(&json["text"]));
        site.reader().read(&letter).sees(&hash);
        site.reader().get("/").sees("We, 0");

        river.sign(&letter);
        let again = site.reader().json(&letter);
        assert_eq!((&again["revision"], &again["text"]), (&json["revision"], &json["text"]), "a signature changes no text");
        assert!(again["title"].as_str().is_some_and(|title| title.starts_with("We, 1 ")));
    }

    fn a_published_text_cannot_be_edited_but_its_list_can(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        let open = river.get(&letter.edit());
        river.press_publish(&letter).is(200);
        let before = site.reader().json(&letter);
        let back = river.send_form(&open, &letter.edit(), &[("body", "Something else.")]);
        back.is(409).sees("locked as revision 1");
        let revisions = letter.at("/revisions");
        assert_eq!(back.form(&revisions)["body"], "Something else.", "the words come back");
        // And they can go on as a revision.
        let kind = river.send_form(&back, &revisions, &[("then", "preview")]);
        kind.is(422).complains("kind", "editorial or substantive");
        let preview = river.send_form(&kind, &revisions, &[("then", "preview"), ("kind", "editorial")]);
        preview.is(200).sees("What would change");
        assert_eq!(preview.form(&revisions)["body"], "Something else.");
        river.press(&letter.edit(), &[("title", "Other"), ("body", "Other"), ("then", "save")]).is(409);
        assert_eq!(site.reader().json(&letter)["text"], before["text"]);
        river.fill(&letter.edit(), &letter.edit(), &[("numbering", "none"), ("deadline", "2027-05-01T12:00")]).is(200).sees("Saved.");
        let after = site.reader().json(&letter);
        assert_eq!((after["numbering"].as_str(), after["deadline"].as_str()), (Some("none"), Some("2027-05-01T12:00:00Z")));
        assert_eq!(after["revision"], before["revision"]);
        river.press(&letter.at("/publication"), &[]).is(403).sees("public already");
    }

    fn a_letter_is_published_by_itself_at_its_moment(site: &Site) {
        let river = site.organization("River Trust");
        let (sooner, letter) = (river.write(&[]), river.write(&[("body", "The first wording.")]));
        for (letter, days) in [(&sooner, 1), (&letter, 2)] {
            let page = river.fill(&letter.edit(), &letter.at("/publication"), &[("at", &in_days(days))]);
            page.is(200).sees("will be published by itself");
            site.reader().ask(&letter.path).is(404);
        }
        river.fill(&letter.edit(), &letter.edit(), &[("body", "The last wording.")]).is(200);
        site.wait(86_400 + 60);
        eventually("the sooner letter to be public", || (site.reader().ask(&sooner.path).status == 200).then_some(()));
        site.reader().ask(&letter.path).is(404);
        site.wait(86_400);
        eventually("the letter to be public", || (site.reader().ask(&letter.path).status == 200).then_some(()));
        site.reader().read(&letter).sees("The last wording.");
        assert_eq!(site.reader().json(&letter)["revision"]["number"], 1);
    }

    fn a_publication_can_be_called_off(site: &Site) {
        let river = site.organization("River Trust");
        let (called_off, other) = (river.write(&[]), river.write(&[]));
        let at = in_days(1);
        for letter in [&called_off, &other] {
            river.fill(&letter.edit(), &letter.at("/publication"), &[("at", &at)]).is(200);
        }
        river.fill(&called_off.edit(), &called_off.at("/publication/cancellation"), &[]).is(200).lacks("published by itself on");
        river.press(&other.at("/publication"), &[("at", "2020-01-01T00:00")]).is(422).complains("at", "That time is over");
        river.press(&other.at("/publication"), &[("at", "tomorrow")]).is(422).complains("at", "no time");
        site.wait(86_400 + 60);
        eventually("the other letter to be public", || (site.reader().ask(&other.path).status == 200).then_some(()));
        site.reader().ask(&called_off.path).is(404);
    }

    fn a_letter_whose_deadline_is_over_is_not_published(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("deadline", &in_days(1))]);
        river.press(&letter.at("/publication"), &[("at", &in_days(2))]).is(403).sees("Choose a later deadline");
        site.wait(2 * 86_400);
        river.press(&letter.at("/publication"), &[]).is(403).sees("Choose a later deadline");
        site.reader().ask(&letter.path).is(404);
    }

    fn at_the_deadline_a_letter_closes_by_itself(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[("deadline", &in_days(1))]);
        river.sign(&letter);
        let form = hill.get(&letter.sign());
        site.reader().read(&letter).sees("Open for signatures until").sees("Sign for your organization");
        site.wait(86_400 + 16 * 60);
        hill.send_form(&form, &letter.sign(), &[("authority", "yes")]).is(403).sees("can no longer be signed");
        eventually("the page to say so", || site.reader().read(&letter).text().contains("Signing closed on").then_some(()));
        site.reader().read(&letter).lacks("Sign for your organization").sees("River Trust");
        let json = site.reader().json(&letter);
        assert_eq!((json["state"].as_str(), json["count"].as_u64()), (Some("closed"), Some(1)));
        hill.get(&letter.sign()).is(200).sees("This letter can no longer be signed.");
    }

    fn closing_ends_the_signing_and_keeps_the_list(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        river.sign(&letter);
        let form = hill.get(&letter.sign());
        hill.press(&letter.at("/closing"), &[]).is(404);
        assert_eq!(site.reader().json(&letter)["state"], "published");
        river.fill(&letter.edit(), &letter.at("/closing"), &[]).is(200).sees("Signing closed on").sees("River Trust");
        hill.send_form(&form, &letter.sign(), &[("authority", "yes")]).is(403).sees("can no longer be signed");
        let json = site.reader().json(&letter);
        assert_eq!((json["state"].as_str(), json["count"].as_u64()), (Some("closed"), Some(1)));
        river.press(&letter.at("/closing"), &[]).is(403).sees("nothing to close");
        river.withdraw(&letter);
        assert_eq!(site.reader().json(&letter)["count"], 0, "nobody is held to a text");
    }

    fn a_draft_is_not_closed(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        river.press(&letter.at("/closing"), &[]).is(403).sees("not open");
        river.press_publish(&letter).is(200).sees("Open for signatures");
    }

    fn both_texts_and_their_difference_are_shown_word_by_word(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("body", "We ask for peace.\n\nOpen the road today.")]);
        let (one, two) = (river.get(&letter.edit()), river.get(&letter.edit()));
        river.send_form(&one, &letter.edit(), &[("body", "We ask for peace.\n\nOpen the road tomorrow.")]).is(303);
        let back = river.send_form(&two, &letter.edit(), &[("body", "We ask for bread.\n\nOpen the road today.")]);
        back.is(409).sees("The text has moved; here is the difference");
        assert_eq!(back.all(".difference del"), ["peace", "tomorrow"], "what was saved and the form lacks");
        assert_eq!(back.all(".difference ins"), ["bread", "today"], "what the form has alone");
        assert_eq!(back.all(".moved textarea"), ["We ask for peace. Open the road tomorrow."], "the saved text, to copy from");
        assert_eq!(back.form(&letter.edit())["body"], "We ask for bread.\n\nOpen the road today.");
        // The same words are no conflict, whoever wrote them first.
        let three = river.send_form(&two, &letter.edit(), &[("body", "We ask for peace.\n\nOpen the road tomorrow.")]);
        three.is(303);
    }

    fn a_draft_saves_itself_and_moves_its_version_on(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        let page = river.get(&letter.edit());
        let by_itself = ("then", "autosave");
        let version = |answer: &Page| answer.json()["version"].to_string();
        let first = river.send_form(&page, &letter.edit(), &[by_itself, ("body", "One.")]);
        let second = version(&first);
        assert_ne!(second, page.form(&letter.edit())["version"]);
        let third = version(&river.send_form(&page, &letter.edit(), &[by_itself, ("version", &second), ("body", "One. Two.")]));
        assert_ne!(third, second);
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["body"], "One. Two.");
        // The version of an answer that got lost, with words that arrived: saved is saved.
        assert_eq!(version(&river.send_form(&page, &letter.edit(), &[by_itself, ("body", "One. Two.")])), third);
        let moved = river.send_form(&page, &letter.edit(), &[by_itself, ("body", "Other.")]);
        moved.is(409);
        assert!(moved.bytes.len() < 100, "a small answer");
        river.send_form(&page, &letter.edit(), &[by_itself, ("title", "")]).is(422);
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["body"], "One. Two.", "nothing else was kept");
        site.organization("Hill Trust").press(&letter.edit(), &[by_itself]).is(404);
    }

    fn saving_does_not_flood_the_log(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        let saved = || river.get(&letter.at("/log")).text().matches("saved the draft").count();
        for words in ["One.", "One. Two.", "One. Two. Three."] {
            river.fill(&letter.edit(), &letter.edit(), &[("body", words)]).is(200);
        }
        assert_eq!(saved(), 1);
        site.wait(601);
        river.fill(&letter.edit(), &letter.edit(), &[("body", "Four.")]).is(200);
        assert_eq!(saved(), 2);
        river.fill(&letter.edit(), &letter.edit(), &[]).is(200);
        site.wait(601);
        river.fill(&letter.edit(), &letter.edit(), &[]).is(200);
        assert_eq!(saved(), 2, "nothing changed");
    }

    fn red_lines_have_an_hour_in_a_zone(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        let set = |by: &str, zone: &str| river.fill(&letter.edit(), &letter.edit(), &[("red_lines_by", by), ("red_lines_zone", zone)]);
        set("2027-03-28T02:30", "Europe/Paris").is(422).complains("red_lines_by", "The clocks skip this hour");
        set("soon", "Europe/Paris").is(422).complains("red_lines_by", "looks like");
        set("2027-03-28T12:30", "Europe/Atlantis").is(422).complains("red_lines_zone", "no such time zone");
        set("2027-03-28T12:30", "Asia/Beirut").is(200);
        let form = river.get(&letter.edit()).form(&letter.edit());
        assert_eq!((form["red_lines_by"].as_str(), form["red_lines_zone"].as_str()), ("2027-03-28T12:30", "Asia/Beirut"));
        river.get(&letter.at("/log")).sees("28 March 2027 at 12:30 (Asia/Beirut");
        // A program that does not know of the hour leaves it as it is.
        let typed: Vec<_> = DEFAULTS.iter().map(|(name, value)| if *name == "body" { ("body", "Other words.") } else { (*name, *value) }).collect();
        river.press(&letter.edit(), &typed).is(303);
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["red_lines_by"], "2027-03-28T12:30");
        set("", "").is(200);
        assert_eq!(river.get(&letter.edit()).form(&letter.edit())["red_lines_by"], "");
    }

    fn a_letter_starts_from_an_earlier_one(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[("title", "Every winter"), ("numbering", "restart"), ("deadline", "2027-01-31T13:00"), ("red_lines_by", "2027-01-01T13:00")]);
        let from = format!("/letters/new?from={}", letter.slug());
        river.get("/letters/new").sees("Start from an earlier letter").sees("Every winter");
        let form = river.get(&from).form("/letters/new");
        assert_eq!((form["title"].as_str(), form["body"].as_str(), form["numbering"].as_str()), ("Every winter", DEFAULTS[3].1, "restart"));
        assert_eq!(form["deadline"], "");
        assert!(!form.contains_key("version"));
        hill.ask(&from).is(404);
        hill.ask("/letters/new?from=nothing-like-it").is(404);
        river.press_publish(&letter).is(200);
        assert_eq!(hill.get(&from).form("/letters/new")["title"], "Every winter");
        let next = hill.send_form(&hill.get(&from), "/letters/new", &[("title", "Another winter"), ("then", "save")]);
        next.is(303);
        assert_ne!(next.header("location"), format!("{}?note=saved", letter.edit()));
        site.reader().read(&letter).sees("Every winter").lacks("Another winter");
    }

    fn a_coordinator_finds_every_page_of_the_letter(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        let places = |page: &Page| page.attributes("nav.places a", "href");
        let draft = places(&river.get(&letter.edit()));
        for place in ["/comments", "/coordinators", "/invitations", "/list", "/log", "/press"] {
            assert!(draft.contains(&letter.at(place)), "{place} in {draft:?}");
        }
        assert!(!draft.contains(&letter.at("/revising")) && !draft.contains(&letter.at("/delivery")), "{draft:?}");
        river.press_publish(&letter).is(200);
        let public = places(&river.get(&letter.edit()));
        assert!(public.contains(&letter.at("/revising")) && public.contains(&letter.at("/delivery")), "{public:?}");
        assert!(!public.contains(&letter.at("/press")), "there is no embargo on a public letter");
        assert!(places(&site.reader().get(&letter.path)).is_empty());
    }

    fn a_saved_draft_looks_as_it_will(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("numbering", "restart"), ("deadline", "2027-01-31T13:00"), ("time_zone", "Europe/Paris")]);
        let page = river.get(&letter.path);
        page.is(200).sees("Open for signatures until 31 January 2027 at 13:00 (Europe/Paris").sees("An organization");
        assert_eq!(page.all(".to-come h3"), ["A coalition", "Another coalition"]);
        let preview = river.fill(&letter.edit(), &letter.edit(), &[("then", "preview"), ("grouping", "none")]);
        preview.is(200).sees("As it will look").sees("An organization");
        assert!(preview.all(".to-come h3").is_empty(), "there are no headings to come");
    }
}
