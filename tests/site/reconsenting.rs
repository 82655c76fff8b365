//! What a substantive revision asks of those who signed before it.

use crate::support::letters::list;
use crate::support::{Letter, Visitor, eventually};

pub const OTHER: &str = "We, the undersigned, ask for two things.\n\nOpen the road.";

/// The link in the next mail, which asks to keep or withdraw.
#[track_caller]
pub fn asked(visitor: &Visitor<'_>) -> String {
    let mail = visitor.mail();
    assert!(mail.subject.contains("eep or withdraw"), "{}", mail.subject);
    mail.link()
}

/// The number of the revision that an organization stands under.
fn revision_of(visitor: &Visitor<'_>, letter: &Letter, name: &str) -> Option<i64> {
    let json = visitor.json(letter);
    let lines = json["groups"]
        .as_array()?
        .iter()
        .flat_map(|group| group["signatories"].as_array().cloned().unwrap_or_default());
    lines.into_iter().find(|line| line["name"] == name).and_then(|line| line["revision"].as_i64())
}

/// What the coordinators' board says.
fn board(visitor: &Visitor<'_>, letter: &Letter) -> Vec<String> {
    visitor.get(&letter.at("/revising")).is(200).all("section[aria-labelledby=answers] dd")
}

stories! {
    fn each_signatory_keeps_or_withdraws_with_one_button(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[("title", "We, {{count}}")]);
        hill.sign(&letter);
        lake.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[]).sees("asked to keep or withdraw");
        assert_eq!(board(&river, &letter), ["0", "0", "2", "0"]);
        site.reader().read(&letter).sees("signed revision 1").sees("We, 2");

        let (hills, lakes) = (asked(&hill), asked(&lake));
        assert_ne!(hills, lakes);
        hill.get("/desk").sees("Your answer is asked for");
        hill.get(&letter.sign()).sees("Your answer is asked for");
        let phone = site.visitor(); // without signing in
        let page = phone.get(&hills);
        page.is(200).sees("Hill Trust signed revision 1").sees("It says another thing.").sees("Please answer by").sees("stays on the list");
        assert_eq!(page.all("del").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["one thing"]);
        assert_eq!(page.all("ins").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["two things"]);
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(revision_of(&phone, &letter, "Hill Trust"), Some(1), "looking answers nothing");

        phone.answer(&hills, "keep").is(200).sees("keeps its signature, under revision 2");
        hill.mail().says("has kept the signature of Hill Trust under the changed text");
        assert_eq!(revision_of(&phone, &letter, "Hill Trust"), Some(2));
        phone.answer(&lakes, "withdraw").is(200).sees("Lake Trust has withdrawn");
        assert!(lake.mail().subject.contains("Lake Trust has withdrawn"));
        assert_eq!(list(&phone.json(&letter)), ["1 Hill Trust (-)"]);
        assert_eq!(board(&river, &letter), ["1", "1", "0", "0"]);
        phone.press(&hills, &[("answer", "withdraw")]).is(303);
        phone.get(&hills).is(200).sees("This question is answered").lacks("Withdraw the signature");
        phone.press(&lakes, &[("answer", "keep")]).is(303);
        assert_eq!(list(&phone.json(&letter)), ["1 Hill Trust (-)"], "answered is answered");
        site.reader().read(&letter).lacks("signed revision");
        hill.get("/desk").lacks("Your answer is asked for");
        river.get(&letter.at("/log")).sees("kept its signature").sees("withdrew because of the new revision");
        phone.get("/reconsents/nobodys").is(410);
        phone.press("/reconsents/nobodys", &[("answer", "keep")]).is(410);
        phone.press(&hills, &[("answer", "perhaps")]).is(400);
    }

    fn whoever_is_signed_in_answers_from_the_desk_and_nobody_else(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[]);
        asked(&hill);
        let page = letter.at("/reconsent?organization=hill-trust");
        assert!(hill.get("/desk").attributes("section[aria-labelledby=questions] a.button", "href").contains(&page));
        river.get(&page).is(404);
        river.press(&letter.at("/reconsent"), &[("organization", "hill-trust"), ("answer", "withdraw")]).is(404);
        assert!(site.visitor().ask(&page).is(303).header("location").starts_with("/sign-in"));
        hill.fill(&page, &page, &[("answer", "keep")]).is(200).sees("keeps its signature");
        assert!(hill.mail().subject.contains("keeps its signature"));
        assert_eq!(revision_of(&hill, &letter, "Hill Trust"), Some(2));
    }

    fn the_silent_stay_under_the_earlier_revision_with_a_mark(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[("language", "en")]);
        hill.sign(&letter);
        lake.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[("silence", "stay")]);
        let (hills, lakes) = (asked(&hill), asked(&lake));
        lake.keep(&lakes);
        site.wait(72 * 3600 - 60);
        assert_eq!(board(&river, &letter), ["1", "0", "1", "0"]);
        site.wait(120);
        eventually("silence to be counted", || (board(&river, &letter) == ["1", "0", "0", "1"]).then_some(()));
        let page = site.reader().read(&letter);
        let marked: Vec<String> = page.all("#signatories li").into_iter().filter(|line| line.contains("signed revision 1")).collect();
        assert!(marked.len() == 1 && marked[0].contains("Hill Trust"), "{marked:?}");
        assert_eq!(revision_of(&hill, &letter, "Hill Trust"), Some(1));
        // Late, and still possible while the letter is open.
        hill.get(&hills).sees("You can still answer.");
        hill.keep(&hills);
        site.reader().read(&letter).lacks("signed revision 1");
        assert_eq!(board(&river, &letter), ["2", "0", "0", "0"]);
    }

    fn the_silent_leave_once_where_that_was_said(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
        let mail = hill.mail();
        mail.says("Hill Trust leaves the list");
        site.wait(73 * 3600);
        eventually("the silent to leave", || (site.reader().json(&letter)["count"] == 0).then_some(()));
        let mail_after = hill.mail();
        assert!(mail_after.subject.contains("Hill Trust has left the list"), "{}", mail_after.subject);
        assert_eq!(board(&river, &letter), ["0", "0", "0", "1"]);
        river.get(&letter.at("/log")).sees("did not answer and left the list");
        std::thread::sleep(std::time::Duration::from_millis(1500)); // another step of what happens by itself
        assert!(site.unread_mails().is_empty(), "once");
        hill.get(&mail.link()).sees("left the list");
        hill.press(&mail.link(), &[("answer", "keep")]).is(303);
        assert_eq!(site.reader().json(&letter)["count"], 0);
        hill.sign(&letter);
        assert_eq!(revision_of(&hill, &letter, "Hill Trust"), Some(2));
        hill.get("/desk").lacks("Your answer is asked for");
    }

    fn a_second_change_supersedes_the_question_of_the_first(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
        let first = asked(&hill);
        let open = hill.get(&first);
        river.revise_in_substance(&letter, "We, the undersigned, ask for three things.\n\nOpen the road.", &[("silence", "stay")]);
        let second = asked(&hill);
        let back = hill.send_form(&open, &first, &[("answer", "keep")]);
        back.is(409).sees("revised again while you were reading");
        for link in [&first, &second] {
            let page = hill.get(link);
            assert_eq!(page.all("del").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["one thing"], "from what was signed");
            assert_eq!(page.all("ins").iter().map(|s| s.trim()).collect::<Vec<_>>(), ["three things"], "to what stands");
        }
        site.wait(73 * 3600);
        eventually("silence to be counted", || (board(&river, &letter) == ["0", "0", "0", "1"]).then_some(()));
        assert_eq!(revision_of(&hill, &letter, "Hill Trust"), Some(1), "the rule of the second question counts");
        hill.keep(&second);
        assert_eq!(revision_of(&hill, &letter, "Hill Trust"), Some(3));
    }

    fn those_who_have_not_answered_are_reminded_once_a_day(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        lake.sign(&letter);
        river.press(&letter.at("/revisions/reminder"), &[]).is(403).sees("Nobody is waited for");
        river.revise_in_substance(&letter, OTHER, &[]);
        let first = asked(&hill);
        lake.keep(&asked(&lake));
        let reminder = letter.at("/revisions/reminder");
        hill.press(&reminder, &[]).is(404);
        river.fill(&letter.at("/revising"), &reminder, &[]).is(200).sees("are reminded");
        let mail = hill.mail();
        assert!(mail.subject.starts_with("Reminder"), "{}", mail.subject);
        river.press(&reminder, &[]).is(403).sees("24 hours");
        site.wait(24 * 3600 + 1);
        river.press(&reminder, &[]).is(303);
        hill.mail();
        hill.get(&first).is(200).sees("Keep the signature"); // the first link works as well
        hill.keep(&mail.link());
        hill.get(&first).sees("This question is answered");
    }

    fn withdrawing_elsewhere_answers_the_question_too(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        river.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
        let link = asked(&hill);
        hill.withdraw(&letter);
        assert_eq!(board(&river, &letter), ["0", "1", "0", "0"]);
        hill.get(&link).sees("has withdrawn");
        hill.sign(&letter);
        hill.get("/desk").lacks("Your answer is asked for");
        site.wait(73 * 3600);
        std::thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(revision_of(&hill, &letter, "Hill Trust"), Some(2), "signed anew, under the text as it stands");
    }

    fn the_silent_are_counted_after_a_restart(site: &Site) {
        let mut site = site.sibling(|_| {});
        let letter = {
            let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
            let letter = river.publish(&[]);
            hill.sign(&letter);
            river.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
            hill.mail();
            letter
        };
        site.stop();
        site.restart();
        site.wait(73 * 3600); // the clock of a program that starts is the machine's
        eventually("the silent to leave", || (site.reader().json(&letter)["count"] == 0).then_some(()));
        assert!(site.mail_to("hill-trust@example.org").subject.contains("has left the list"));
        site.finish();
    }

    fn two_nodes_count_the_silent_once(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let all = ["Hill Trust", "Lake Trust", "Wood Trust"].map(|name| site.organization(name));
        for trust in &all {
            trust.sign(&letter);
        }
        river.revise_in_substance(&letter, OTHER, &[("silence", "leave")]);
        for trust in &all {
            asked(trust);
        }
        let second = site.second_node();
        second.db.advance_clock(73 * 3600);
        site.wait(73 * 3600);
        eventually("the silent to leave", || (board(&river, &letter) == ["0", "0", "0", "3"]).then_some(()));
        std::thread::sleep(std::time::Duration::from_millis(1500));
        for trust in &all {
            assert!(trust.mail().subject.contains("has left the list"));
        }
        assert_eq!(river.get(&letter.at("/log?q=left+the+list")).all("ol.log > li").len(), 3);
        assert!(site.unread_mails().is_empty(), "once each");
        site.runtime().block_on(second.stop());
    }

    fn after_the_signing_is_over_one_can_answer_until_the_date_and_then_only_withdraw(site: &Site) {
        let [river, hill, lake] = ["River Trust", "Hill Trust", "Lake Trust"].map(|name| site.organization(name));
        let letter = river.publish(&[]);
        hill.sign(&letter);
        lake.sign(&letter);
        river.press(&letter.at("/closing"), &[]).is(303);
        river.revise_in_substance(&letter, OTHER, &[]);
        let (hills, lakes) = (asked(&hill), asked(&lake));
        hill.keep(&hills).sees("under revision 2");
        site.wait(73 * 3600);
        eventually("silence to be counted", || (board(&river, &letter) == ["1", "0", "0", "1"]).then_some(()));
        let page = lake.get(&lakes);
        page.sees("can no longer be signed").lacks("Keep the signature");
        lake.send_form(&page, &lakes, &[("answer", "keep")]).is(403);
        lake.answer(&lakes, "withdraw").is(200).sees("has withdrawn");
        lake.mail();
    }

    fn a_retracted_letter_is_not_revised(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.press(&letter.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        river.press(&letter.at("/revisions"), &[("kind", "editorial"), ("body", "Other words.")]).is(403).sees("retracted");
        river.get(&letter.at("/revising")).is(403);
        site.reader().get(&letter.at("/history")).is(200).sees("It was wrong.");
    }
}
