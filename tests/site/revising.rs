//! Revising a text that is locked: editorially, in substance, and while somebody reads it.

use std::thread;

const TEXT: &str = "We, the undersigned, ask for one thing.\n\nOpen the road.";

stories! {
    fn an_editorial_revision_tells_those_who_signed_and_asks_nothing(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[("title", "We, {{count}}")]);
        hill.sign(&letter);
        let before = site.reader().json(&letter);
        river.get(&letter.edit()).sees("revise it");
        river.revise(&letter, &[("kind", "editorial"), ("note", "A missing word."), ("body", "We, the undersigned, ask for one thing.\n\nOpen the whole road.")])
            .sees("those who signed are told");
        let mail = hill.mail();
        assert!(mail.subject.starts_with("The text was corrected"), "{}", mail.subject);
        mail.says("Hill Trust signed").says("Before: Open the road.").says("After: Open the whole road.").says("A missing word.");
        assert_eq!(mail.link(), letter.at("/revisions/1..2"));
        hill.get(&mail.link()).is(200).sees("A missing word.");
        assert_eq!(hill.get(&mail.link()).all("ins").join(" ").trim(), "whole");

        let after = site.reader().json(&letter);
        assert_eq!((&after["revision"]["number"], &after["count"]), (&2.into(), &1.into()));
        assert_ne!(after["revision"]["sha256"], before["revision"]["sha256"]);
        assert_eq!(after["groups"][0]["signatories"][0]["revision"], 1, "the signature keeps its revision");
        site.reader().read(&letter).sees("Open the whole road.").sees("Revision 2").lacks("signed revision");
        hill.get(&letter.sign()).lacks("Your answer is asked for");
        hill.get("/desk").lacks("Your answer is asked for");
        river.get(&letter.at("/log")).sees("revised the text");
    }

    fn what_would_change_is_shown_before_anything_is_locked(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let page = river.fill(&letter.at("/revising"), &letter.at("/revisions"),
            &[("then", "preview"), ("kind", "editorial"), ("body", "We, the undersigned, ask for two things.\n\nOpen the road.")]);
        page.is(200).sees("Nothing is locked yet");
        assert_eq!(page.all("del").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["one thing"]);
        assert_eq!(page.all("ins").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["two things"]);
        assert_eq!(page.form(&letter.at("/revisions"))["body"], "We, the undersigned, ask for two things.\n\nOpen the road.");
        assert_eq!(site.reader().json(&letter)["revision"]["number"], 1);
        river.send_form(&page, &letter.at("/revisions"), &[("then", "lock")]).is(303);
        assert_eq!(site.reader().json(&letter)["revision"]["number"], 2);
    }

    fn a_revision_that_needs_another_look_changes_nothing(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        let revisions = letter.at("/revisions");
        let send = |typed: &[(&str, &str)]| river.fill(&letter.at("/revising"), &revisions, typed);
        send(&[("kind", "editorial")]).is(422).complains("body", "the text as it stands");
        send(&[("body", "Other words.")]).is(422).complains("kind", "editorial or substantive");
        send(&[("kind", "first"), ("body", "Other words.")]).is(422).complains("kind", "editorial or substantive");
        send(&[("kind", "editorial"), ("title", " ")]).is(422).complains("title", "needs a title");
        let page = send(&[("kind", "substantive"), ("body", "Other words."), ("answer_by", "2001-01-01T12:00"), ("silence", "shrug")]);
        page.is(422).complains("note", "what is changed and why").complains("answer_by", "That time is over").complains("silence", "what silence means");
        assert_eq!(page.form(&revisions)["body"], "Other words.");
        send(&[("kind", "substantive"), ("note", "n"), ("body", "Other."), ("answer_by", "soon")]).is(422).complains("answer_by", "A date looks like");
        assert_eq!(site.reader().json(&letter)["revision"]["number"], 1);
        hill.get(&letter.at("/revising")).is(404);
        hill.press(&revisions, &[("kind", "editorial"), ("body", "Other words.")]).is(404);
        assert!(site.visitor().press(&revisions, &[("kind", "editorial")]).is(303).header("location").starts_with("/sign-in"));
        let draft = river.write(&[]);
        river.press(&draft.at("/revisions"), &[("kind", "editorial"), ("body", "Other words.")]).is(403).sees("is a draft");
    }

    fn what_is_not_sent_stays_as_it_is(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.press(&letter.at("/revisions"), &[("kind", "editorial"), ("note", ""), ("title", "Open all roads"), ("body", TEXT)]).is(303);
        let text = site.reader().json(&letter)["text"].clone();
        assert_eq!(text["title"], "Open all roads");
        assert_eq!((text["addressees"].as_str(), text["place_and_date"].as_str(), text["body"].as_str()),
            (Some("To the European Council"), Some("Gaziantep, 14 December 2016"), Some(TEXT)));
        river.press(&letter.at("/revisions"), &[("kind", "editorial"), ("addressees", "")]).is(303);
        assert_eq!(site.reader().json(&letter)["text"]["addressees"], "");
        site.reader().get("/").sees("Open all roads");
    }

    fn two_coordinators_who_revise_at_once_lose_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let (one, two) = (river.get(&letter.at("/revising")), river.get(&letter.at("/revising")));
        let revisions = letter.at("/revisions");
        river.send_form(&one, &revisions, &[("kind", "editorial"), ("body", "The first wording.")]).is(303);
        let back = river.send_form(&two, &revisions, &[("kind", "editorial"), ("body", "The second wording.")]);
        back.is(409).sees("The text has moved").sees("The first wording.");
        assert!(!back.all("ins").is_empty() && !back.all("del").is_empty(), "the difference is shown");
        assert_eq!(back.form(&revisions)["body"], "The second wording.");
        assert_eq!(site.reader().json(&letter)["text"]["body"], "The first wording.");
        river.send_form(&back, &revisions, &[]).is(303);
        assert_eq!(site.reader().json(&letter)["text"]["body"], "The second wording.");
        assert_eq!(site.reader().json(&letter)["revision"]["number"], 3);

        let opened = river.get(&letter.at("/revising"));
        let statuses: Vec<u16> = thread::scope(|scope| {
            let press = |n: usize| river.send_form(&opened, &revisions, &[("kind", "editorial"), ("body", &format!("Wording {n}."))]).status;
            let threads: Vec<_> = (0..8).map(|n| scope.spawn(move || press(n))).collect();
            threads.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 7, "{statuses:?}");
        assert_eq!(site.reader().json(&letter)["revision"]["number"], 4);
    }

    fn whoever_signs_a_text_that_moved_is_shown_the_change_and_asked_again(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        let form = hill.get(&letter.sign());
        river.revise(&letter, &[("kind", "editorial"), ("body", "We, the undersigned, ask for one thing.\n\nClose the road.")]);
        let back = hill.send_form(&form, &letter.sign(), &[("authority", "yes"), ("representative_name", "Nour Haddad")]);
        back.is(409).sees("revised while you were reading").sees("Close the road.");
        assert_eq!(back.all("del").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["Open"]);
        assert_eq!(back.all("ins").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["Close"]);
        let words = back.form(&letter.sign());
        assert_eq!(words["representative_name"], "Nour Haddad");
        assert!(!words.contains_key("authority"), "asked again");
        assert_eq!(words["revision"], site.reader().json(&letter)["revision"]["sha256"].as_str().expect("a hash"));
        assert_eq!(site.reader().json(&letter)["count"], 0);
        hill.send_form(&back, &letter.sign(), &[("authority", "yes")]).is(303);
        hill.mail();
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["revision"], 2);
    }

    fn a_page_that_is_open_is_fetched_anew_when_the_text_is_revised(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        site.reader().read(&letter);
        let live = crate::support::Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live")), None);
        river.revise(&letter, &[("kind", "editorial"), ("body", "Other words.")]);
        live.hears("list");
        assert_eq!(site.reader().json(&letter)["revision"]["number"], 2);
    }

    fn a_letter_that_collects_in_private_is_revised_before_it_is_public(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        river.press(&letter.at("/opening"), &[]).is(303);
        river.revise(&letter, &[("kind", "editorial"), ("title", "Open all roads")]);
        let stranger = site.organization("Hill Trust");
        for more in ["/history", "/revisions/1", "/revisions/1..2", "/revising"] {
            stranger.ask(&letter.at(more)).is(404).lacks("Open all roads");
        }
        site.reader().ask(&letter.at("/history")).is(404);
        river.get(&letter.at("/history")).is(200).sees("Revision 2");
        river.press_publish(&letter).is(200).sees("Open all roads");
        site.reader().get(&letter.at("/history")).is(200).sees("Revision 2").sees("Revision 1");
    }
}
