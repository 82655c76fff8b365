//! What the public can know of a letter's past.

stories! {
    fn the_history_says_what_changed_and_how_many_signed_which(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        let page = site.reader().read(&letter);
        assert_eq!(page.attributes(".colophon a[href$='/history']", "href"), [letter.at("/history")]);
        let first = site.reader().json(&letter)["revision"]["sha256"].as_str().expect("a hash").to_owned();
        hill.sign(&letter);
        lake.sign(&letter);
        river.revise_in_substance(&letter, "We, the undersigned, ask for two things.\n\nOpen the road.", &[("note", "A second demand <b>now</b>.")]);
        let (hills, lakes) = (hill.mail().link(), lake.mail().link());
        hill.keep(&hills);
        lake.keep(&lakes);
        lake.withdraw(&letter);
        river.sign(&letter);

        let second = site.reader().json(&letter)["revision"]["sha256"].as_str().expect("a hash").to_owned();
        let page = site.reader().get(&letter.at("/history"));
        page.is(200).sees("Revision 2").sees("Substantive").sees("A second demand <b>now</b>.").sees(&second).sees(&first)
            .sees("2 organizations stand under this text").sees("1 of them had signed an earlier text")
            .sees("0 organizations stand under this text").sees("The letter was published").sees("Lake Trust withdrew its signature");
        let links = page.attributes("main a", "href");
        assert!(links.contains(&letter.at("/revisions/1")) && links.contains(&letter.at("/revisions/1..2")), "{links:?}");

        site.reader().get(&letter.at("/revisions/1")).is(200).sees("ask for one thing").sees(&first).lacks(&second);
        site.reader().get(&letter.at("/revisions/2")).is(200).sees("ask for two things").sees(&second);
        let change = site.reader().get(&letter.at("/revisions/1..2"));
        assert_eq!((change.all("del").join("").trim(), change.all("ins").join("").trim()), ("one thing", "two things"));
        let back = site.reader().get(&letter.at("/revisions/2..1"));
        assert_eq!((back.all("del").join("").trim(), back.all("ins").join("").trim()), ("two things", "one thing"));
        site.reader().get(&letter.at("/revisions/1..1")).is(200).sees("The two texts are the same.");
        for none in ["3", "0", "-1", "+1", "1..3", "3..1", "1..", "..1", "..", "x", "1..2..3", "99999999999999999999"] {
            site.reader().ask(&letter.at(&format!("/revisions/{none}"))).is(404);
        }
    }

    fn before_publication_a_withdrawal_leaves_no_trace(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        river.press(&letter.at("/opening"), &[]).is(303);
        river.sign(&letter);
        river.withdraw(&letter);
        river.get(&letter.at("/history")).is(200).lacks("River Trust").lacks("withdrew");
        river.press_publish(&letter).is(200);
        site.reader().get(&letter.at("/history")).is(200).lacks("River Trust").lacks("withdrew").sees("The letter was published");
        river.sign(&letter);
        river.withdraw(&letter);
        let page = site.reader().get(&letter.at("/history"));
        page.sees("River Trust withdrew its signature");
        assert_eq!(page.text().matches("withdrew").count(), 1, "the one since it is public");
    }

    fn deadlines_and_the_closing_stand_in_the_history(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("deadline", "2030-12-14T13:00"), ("time_zone", "Europe/Paris")]);
        river.press(&letter.at("/deadline"), &[("deadline", "2031-01-10T13:00"), ("time_zone", "Europe/Paris"), ("note", "Holidays.")]).is(303);
        river.press(&letter.at("/closing"), &[]).is(303);
        site.reader().get(&letter.at("/history")).sees("The deadline was moved to 10 January 2031 at 13:00").sees("Holidays.").sees("Signing was closed");
    }

    fn the_history_speaks_the_language_of_the_letter(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("language", "ar"), ("title", "افتحوا الطريق"), ("body", "نطالب بأمر واحد.")]);
        river.sign(&letter);
        river.revise_in_substance(&letter, "نطالب بأمرين.", &[("note", "مطلب ثانٍ")]);
        river.mail();
        site.reader().read(&letter).sees("وقّعت الصيغة ١");
        let page = site.reader().get(&letter.at("/history"));
        page.is(200).sees("الصيغة ٢").sees("مطلب ثانٍ").sees("منظمة واحدة موقّعة على هذا النص");
        assert_eq!(page.attributes("html", "dir"), ["rtl"]);
        let change = site.reader().get(&letter.at("/revisions/1..2"));
        assert_eq!(change.attributes(".difference", "dir"), ["rtl"]);
        assert!(!change.all("ins").is_empty() && !change.all("del").is_empty());
    }
}
