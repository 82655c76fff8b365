//! Collecting in private, deadlines, the press, publication at a moment, and the log.

use crate::support::eventually;
use crate::support::letters::list;

/// A time for a form, so many minutes from this one, UTC.
fn in_minutes(minutes: i64) -> String {
    let then = jiff::Timestamp::now() + jiff::SignedDuration::from_mins(minutes);
    then.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

stories! {
    fn a_letter_collects_in_private_and_is_then_public_with_everyone_who_signed(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[]);
        hill.press(&letter.at("/opening"), &[]).is(404);
        river.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200).sees("stays private");
        river.press(&letter.at("/opening"), &[]).is(403).sees("open for signatures already");
        river.fill(&letter.edit(), &letter.edit(), &[("body", "Another text."), ("then", "save")]).is(409).sees("locked as revision 1");
        for address in ["", "/sign", ".json", "/live"] {
            assert_eq!(site.reader().ask(&letter.at(address)).status, site.reader().ask(&format!("/letters/no-such-letter{address}")).status);
            if address != "/sign" {
                hill.ask(&letter.at(address)).is(404);
            }
        }
        hill.ask(&letter.sign()).is(404);
        hill.press(&letter.sign(), &[("organization", "hill-trust"), ("representative_name", "A"), ("authority", "yes")]).is(404);
        river.sign(&letter);
        site.reader().get("/").lacks("Open the road");
        site.reader().get("/organizations/river-trust").lacks("Open the road");
        river.press(&letter.at("/publication"), &[]).is(303);
        let json = site.reader().json(&letter);
        assert_eq!((&json["state"], &json["open"], &json["revision"]["number"]), (&"published".into(), &true.into(), &1.into()));
        assert_eq!(list(&json), ["1 River Trust (-)"]);
    }

    fn a_letter_that_collected_until_its_deadline_can_still_be_published(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[("deadline", &in_minutes(60))]);
        river.press(&letter.at("/opening"), &[]).is(303);
        river.sign(&letter);
        site.wait(2 * 3600);
        river.press(&letter.at("/publication"), &[]).is(303);
        assert_eq!((site.reader().json(&letter)["state"].as_str(), site.reader().json(&letter)["count"].as_u64()), (Some("closed"), Some(1)));
    }

    fn a_private_letter_is_published_at_its_moment(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        river.press(&letter.at("/opening"), &[]).is(303);
        river.press(&letter.at("/publication"), &[("at", &in_minutes(30))]).is(303);
        site.reader().ask(&letter.path).is(404);
        site.wait(31 * 60);
        eventually("the letter to be public", || (site.reader().ask(&letter.path).status == 200).then_some(()));
        river.get(&letter.at("/log")).sees("published the letter");
    }

    fn a_letter_is_published_at_its_moment_after_a_restart(site: &Site) {
        let mut site = site.sibling(|_| {});
        let letter = {
            let river = site.organization("River Trust");
            let letter = river.write(&[]);
            river.press(&letter.at("/publication"), &[("at", &in_minutes(30))]).is(303);
            letter
        };
        site.stop();
        site.restart();
        site.reader().ask(&letter.path).is(404);
        site.wait(31 * 60); // the clock of a program that starts is the machine's
        eventually("the letter to be public", || (site.reader().ask(&letter.path).status == 200).then_some(()));
        site.finish();
    }

    fn two_nodes_publish_a_letter_at_its_moment_once(site: &Site) {
        let river = site.organization("River Trust");
        let letters: Vec<_> = (0..5).map(|_| river.write(&[])).collect();
        for letter in &letters {
            river.press(&letter.at("/publication"), &[("at", &in_minutes(30))]).is(303);
        }
        let second = site.second_node();
        second.db.advance_clock(31 * 60);
        site.wait(31 * 60);
        for letter in &letters {
            eventually("the letter to be public", || (site.reader().ask(&letter.path).status == 200).then_some(()));
        }
        std::thread::sleep(std::time::Duration::from_millis(1500)); // a step of the other node
        for letter in &letters {
            assert_eq!(river.get(&letter.at("/log?q=published+the")).all("ol.log > li").len(), 1);
            assert_eq!(site.reader().json(letter)["revision"]["number"], 1);
        }
        site.runtime().block_on(second.stop());
    }

    fn those_invited_to_a_draft_hear_once_when_it_is_published_by_itself(site: &Site) {
        let river = site.organization("River Trust");
        let (draft, over) = (river.write(&[]), river.write(&[("title", "Too late")]));
        for letter in [&draft, &over] {
            let board = letter.at("/invitations");
            river.fill(&board, &board, &[("addresses", "nour@hill.example\nsami@wood.example"), ("then", "send")]).is(200).sees("2 addresses invited.");
            for invited in ["nour@hill.example", "sami@wood.example"] {
                site.mail_to(invited);
            }
            river.press(&letter.at("/publication"), &[("at", &in_minutes(30))]).is(303);
        }
        // Somebody who declined hears nothing more; a letter whose deadline is over cannot be signed.
        let board = draft.at("/invitations");
        river.fill(&board, &board, &[("addresses", "lina@marsh.example"), ("then", "send")]).is(200).sees("1 address invited.");
        let decline = format!("{}/decline", site.mail_to("lina@marsh.example").link());
        site.visitor().fill(&decline, &decline, &[]).is(200).sees("You have declined");
        river.fill(&over.edit(), &over.edit(), &[("deadline", &in_minutes(10)), ("then", "save")]).is(200).sees("Saved.");
        let second = site.second_node();
        second.db.advance_clock(31 * 60);
        site.wait(31 * 60);
        for letter in [&draft, &over] {
            eventually("the letter to be public", || (site.reader().ask(&letter.path).status == 200).then_some(()));
        }
        for invited in ["nour@hill.example", "sami@wood.example"] {
            let mail = site.mail_to(invited);
            assert_eq!(mail.subject, "Open for signatures: Open the road");
            site.visitor().get(&mail.link()).is(200).sees("The letter is public.").sees("Sign for your organization");
        }
        std::thread::sleep(std::time::Duration::from_millis(1500)); // a step of each node
        assert!(site.unread_mails().is_empty(), "a second mail, or one about a letter that nobody can sign");
        site.runtime().block_on(second.stop());
    }

    fn a_form_opened_before_the_deadline_has_a_quarter_of_an_hour(site: &Site) {
        let (river, hill, wood) = (site.organization("River Trust"), site.organization("Hill Trust"), site.organization("Wood Trust"));
        let letter = river.publish(&[("deadline", &in_minutes(60))]);
        let (early, earlier) = (hill.get(&letter.sign()), wood.get(&letter.sign()));
        site.wait(60 * 60 + 14 * 60);
        // A form that is opened after the deadline, or with somebody else's stamp, or with a forged one, is too late.
        wood.get(&letter.sign()).sees("can no longer be signed");
        let stamp = early.form(&letter.sign())["opened"].clone();
        wood.send_form(&earlier, &letter.sign(), &[("authority", "yes"), ("opened", &stamp)]).is(403).sees("can no longer be signed");
        wood.send_form(&earlier, &letter.sign(), &[("authority", "yes"), ("opened", "1.00")]).is(403);
        hill.send_form(&early, &letter.sign(), &[("authority", "yes")]).is(303);
        hill.mail();
        site.wait(2 * 60);
        wood.send_form(&earlier, &letter.sign(), &[("authority", "yes")]).is(403);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
    }

    fn closing_ends_the_signing_at_once_and_a_later_deadline_begins_it_again(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[("deadline", &in_minutes(60))]);
        let open = hill.get(&letter.sign());
        river.press(&letter.at("/closing"), &[]).is(303);
        hill.send_form(&open, &letter.sign(), &[("authority", "yes")]).is(403);
        let later = in_minutes(3 * 24 * 60);
        hill.press(&letter.at("/deadline"), &[("deadline", &later)]).is(404);
        river.press(&letter.at("/deadline"), &[("deadline", "2020-01-01T10:00"), ("note", "Kept words")]).is(422).complains("new-deadline", "That time is over").sees("Kept words");
        river.press(&letter.at("/deadline"), &[("deadline", "soon")]).is(422).complains("new-deadline", "no time");
        river.press(&letter.at("/deadline"), &[("deadline", "2027-03-28T02:30"), ("time_zone", "Europe/Paris")]).is(422).complains("new-deadline", "skip this hour");
        river.press(&letter.at("/deadline"), &[("deadline", &later), ("time_zone", "Asia/Damascus"), ("note", "The roads are closed; =two days more.")]).is(303);
        let json = site.reader().json(&letter);
        assert_eq!((json["state"].as_str(), json["deadline_zone"].as_str()), (Some("published"), Some("Asia/Damascus")));
        hill.sign(&letter);
        let log = river.get(&letter.at("/log"));
        log.sees("moved the deadline").sees("The roads are closed").sees("closed the letter").sees("signed: Hill Trust");
    }

    fn whoever_may_see_a_private_letter_is_told_who_else_does_and_until_when(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[("title", "We, {{count}}"), ("deadline", "2030-05-01T12:00"), ("time_zone", "Asia/Damascus")]);
        river.get(&letter.path).is(200).sees("A draft, not public yet: only its coordinators and those invited see it.").sees("We, …");
        river.fill(&letter.at("/invitations"), &letter.at("/invitations"), &[("addresses", "hill-trust@example.org"), ("then", "send")]).is(200);
        let link = hill.mail().link();
        site.visitor().get(&link).is(200).sees("keep it confidential").sees("We, …");
        river.press(&letter.at("/opening"), &[]).is(303);
        hill.mail();
        river.press(&letter.at("/publication"), &[("at", "2030-04-01T09:00")]).is(303);
        hill.fill(&link, &format!("{link}/acceptance"), &[]).is(200);
        for sees in [&river, &hill] {
            sees.get(&letter.path).is(200).sees("Under embargo until 1 April 2030 at 09:00 (Asia/Damascus, UTC+03:00). Until then only its coordinators and those invited see it.");
        }
        hill.get(&letter.path).lacks("Coordinate it");
        site.visitor().get(&link).is(200).sees("That will be on 1 April 2030 at 09:00");
        for page in ["/edit", "/invitations", "/press", "/log", "/revising", "/retraction", "/comments", "/coordinators"] {
            river.get(&letter.at(page)).is(200).sees("Under embargo until 1 April 2030").sees("We, …").lacks("{{count}}\u{a0}");
        }
        // A signature under it is found again on the desk, by those who may see the letter.
        hill.sign(&letter);
        hill.get("/desk").sees("We, 1").sees("not public yet");
        site.reader().get("/organizations/hill-trust").lacks("We, 1");
        river.press(&letter.at("/publication"), &[]).is(303);
        river.get(&letter.edit()).sees("Public: anyone can read it.");
        hill.get("/desk").sees("We, 1").lacks("not public yet");
    }

    fn a_form_from_before_the_deadline_moved_does_not_move_it_back(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[("deadline", "2030-05-01T12:00")]);
        let open = river.get(&letter.edit());
        river.press(&letter.at("/deadline"), &[("deadline", "2030-06-01T12:00"), ("time_zone", "UTC")]).is(303);
        river.send_form(&open, &letter.edit(), &[("numbering", "none"), ("then", "save")]).is(409).sees("The text has moved");
        assert!(site.reader().json(&letter)["deadline"].to_string().contains("2030-06-01"));
    }

    fn the_press_reads_under_embargo_until_the_link_ends(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.write(&[("title", "We, {{count}}")]);
        river.press(&letter.at("/press"), &[("label", "The Daily"), ("hours", "24")]).is(403).sees("not locked");
        river.press(&letter.at("/opening"), &[]).is(303);
        river.sign(&letter);
        river.press(&letter.at("/publication"), &[("at", &in_minutes(10 * 24 * 60))]).is(303);
        hill.press(&letter.at("/press"), &[("label", "Mine")]).is(404);
        river.press(&letter.at("/press"), &[("label", ""), ("hours", "-5")]).is(422).complains("label", "Name the newsroom").complains("hours", "between 1 hour");
        let made = river.press(&letter.at("/press"), &[("label", "The Daily"), ("hours", "24")]);
        let link = made.is(200).all("code.link").pop().expect("a link");
        let path = link.trim_start_matches(&site.url).to_owned();
        river.get(&letter.at("/press")).sees("The Daily").lacks(&link);

        let page = site.reader().ask(&path);
        page.is(200).sees("Under embargo until").sees("This link works until").sees("We, 1").sees("River Trust").lacks("Sign for your organization");
        assert_eq!((page.header("cache-control"), page.header("x-robots-tag"), page.header("referrer-policy")), ("no-store", "noindex", "no-referrer"));
        assert!(page.attributes("#signatories", "data-live").is_empty());
        site.reader().ask("/press/nonsense").is(410);

        site.wait(25 * 3600);
        site.reader().ask(&path).is(410).sees("expired or was revoked");
        let second = river.press(&letter.at("/press"), &[("label", "Radio"), ("hours", "72")]);
        let link = second.all("code.link").pop().expect("a link");
        let path = link.trim_start_matches(&site.url).to_owned();
        let actions = river.get(&letter.at("/press")).attributes("form[action$='/revocation']", "action");
        assert_eq!(actions.len(), 1, "only the one that works");
        hill.press(&actions[0], &[]).is(404);
        site.reader().ask(&path).is(200);
        river.press(&actions[0], &[]).is(303);
        site.reader().ask(&path).is(410);
        river.press(&actions[0], &[]).is(404);
        let third = river.press(&letter.at("/press"), &[("label", "Paper")]).all("code.link").pop().expect("a link");
        river.press(&letter.at("/publication"), &[]).is(303);
        let page = site.reader().ask(third.trim_start_matches(&site.url));
        assert_eq!((page.status, page.header("location")), (303, letter.path.as_str()));
    }

    fn the_log_says_who_did_what_and_can_be_searched_and_taken_along(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("=Hill Trust"));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        hill.withdraw(&letter);
        river.press(&letter.at("/closing"), &[]).is(303);
        let log = river.get(&letter.at("/log"));
        log.sees("Amal Haddad published the letter").sees("Amal Haddad began the letter").sees("signed: =Hill Trust").sees("withdrew: =Hill Trust");
        assert_eq!(log.all("ol.log > li").len(), 5);
        let found = river.get(&letter.at("/log?q=HILL"));
        assert_eq!(found.all("ol.log > li").len(), 2, "{}", found.text());
        assert_eq!(river.get(&letter.at("/log?q=closed+the")).all("ol.log > li").len(), 1);
        river.get(&letter.at("/log?q=%25")).sees("Nothing found");
        river.get(&letter.at("/log?q=amal")).sees("published the letter");
        hill.ask(&letter.at("/log")).is(404);
        hill.ask(&letter.at("/log.csv")).is(404);
        let csv = river.ask(&letter.at("/log.csv"));
        csv.is(200);
        assert!(csv.header("content-disposition").starts_with("attachment"));
        let text = csv.html();
        assert!(text.starts_with('\u{feff}') && text.contains(",'=Hill Trust,"), "{text}");
        assert_eq!(text.lines().count(), 6);
    }

    fn a_retracted_letter_says_so_and_is_signed_by_nobody(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        river.sign(&letter);
        let wood = site.organization("Wood Trust");
        wood.sign(&letter);
        let open = hill.get(&letter.sign());
        hill.press(&letter.at("/retraction"), &[("note", "No.")]).is(404);
        river.fill(&letter.at("/retraction"), &letter.at("/retraction"), &[("note", " ")]).is(422).complains("note", "Say why");
        river.fill(&letter.edit(), &letter.edit(), &[]);
        river.press(&letter.at("/retraction"), &[("note", "A figure in it <was> wrong.")]).is(303);
        site.reader().read(&letter).sees("This letter was retracted on").sees("A figure in it <was> wrong.").sees("River Trust").lacks("Sign for your organization");
        assert_eq!(site.reader().json(&letter)["state"], "retracted");
        hill.send_form(&open, &letter.sign(), &[("authority", "yes")]).is(403);
        // Everyone who signed hears of it once, and can still take their name off.
        river.mail();
        let mail = wood.mail();
        assert_eq!(mail.subject, "Retracted: Open the road");
        mail.says("that Wood Trust signed").says("A figure in it <was> wrong.");
        wood.get(&mail.link()).is(200);
        wood.withdraw(&letter);
        assert_eq!(site.reader().json(&letter)["count"], 1);
        river.press(&letter.at("/retraction"), &[("note", "Again.")]).is(403).sees("retracted already");
        river.press(&letter.at("/deadline"), &[("deadline", &in_minutes(60))]).is(403).sees("retracted");
        let draft = river.write(&[]);
        river.press(&draft.at("/retraction"), &[("note", "Overtaken by events.")]).is(303);
        river.press(&draft.at("/opening"), &[]).is(403).sees("retracted");
        river.press(&draft.at("/publication"), &[]).is(403).sees("retracted");
        site.reader().ask(&draft.path).is(404);
    }
}
