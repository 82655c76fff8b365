//! Taking one's data along, and deleting one's account.

use serde_json::Value;
use undersigned::error::Fault;
use undersigned::people;

use crate::support::people::PASSWORD;
use crate::support::{Page, Site, Visitor};

const PATH: &str = "/account/deletion";

#[track_caller]
fn deletes(who: &Visitor<'_>, typed: &[(&str, &str)]) -> Page {
    let mut fields = vec![("password", PASSWORD), ("understood", "yes")];
    fields.extend_from_slice(typed);
    who.fill(PATH, PATH, &fields)
}

/// A second owner of somebody's organization.
fn second_owner<'s>(site: &'s Site, first: &Visitor<'_>, email: &str) -> Visitor<'s> {
    let people = format!("/organizations/{}/people", first.slug());
    first.fill(&people, &people, &[("email", email), ("role", "owner")]).is(200);
    let link = site.mail_to(email).link();
    let visitor = site.visitor();
    visitor.fill(&link, &link, &[("person_name", "Nour Saleh"), ("password", PASSWORD)]).is(200);
    visitor
}

/// Whether the letter's page names this person.
fn names(site: &Site, letter: &crate::support::Letter, name: &str) -> bool {
    site.reader().ask(&letter.path).is(200).html().contains(name)
}

stories! {
    fn a_person_takes_along_everything_that_is_kept_about_them(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign_with(&letter, &[("representative_name", "Amal Haddad")]).is(200);
        river.mail();
        let (program, _) = river.sets_up_second_factor();
        let office = site.organization("Alliance Office");
        let other = office.write(&[("title", "Another letter")]);
        office.fill(&other.edit(), &other.at("/opening"), &[]).is(200);
        let board = other.at("/invitations");
        office.fill(&board, &board, &[("addresses", &river.email()), ("then", "send")]).is(200);
        river.mail();

        let file = river.ask("/account/data");
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"undersigned-account.json\"");
        assert_eq!(file.header("cache-control"), "no-store");
        let data: Value = file.json();
        assert_eq!(data["person"]["name"], "Amal Haddad");
        assert_eq!(data["person"]["email"], "river-trust@example.org");
        assert_eq!(data["acting_for"]["organizations"][0]["role"], "owner");
        assert_eq!(data["acting_for"]["letters_you_coordinate"][0]["slug"], letter.slug());
        assert_eq!(data["signatures"]["given_by_you"][0]["organization"], "River Trust");
        assert_eq!(data["invitations_to_you"][0]["letter"], "Another letter");
        assert_eq!(data["signing_in"]["recovery_codes_left"], 10);
        assert_eq!(data["signing_in"]["sessions"].as_array().map(Vec::len), Some(1));
        let acts = data["acts_in_letters"]["log"].as_array().expect("acts");
        assert!(acts.iter().any(|act| act["what"] == "published"), "{acts:?}");
        assert_eq!(data["acts_in_letters"]["revisions"][0]["number"], 1);
        let mails = data["mails_to_you"].as_array().expect("mails");
        assert!(mails.iter().any(|mail| mail["subject"] == "Your second factor is on"), "{mails:?}");
        let text = file.html();
        assert!(!text.contains("argon2") && !text.contains("alliance-office@example.org"), "{text}");
        assert!(!text.contains("\"secret\"") && !text.contains(&program.code_in(0)));
        assert!(site.visitor().ask("/account/data").is(303).header("location").starts_with("/sign-in"));
    }

    fn an_account_is_deleted_with_password_and_code_and_what_was_signed_stays(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = office.publish(&[]);
        let river = site.organization("River Trust");
        river.sign_with(&letter, &[("display", "representative")]).is(200);
        river.mail();
        let (program, _) = river.sets_up_second_factor();
        let phone = site.visitor();
        phone.signs_in_with_code(&river.email(), &program.code()).is(200);
        let page = river.get(PATH);
        page.is(200).sees("What your organizations signed stays signed").sees("River Trust has nobody but you");
        deletes(&river, &[("password", "wrong"), ("otp", &program.code())]).is(422).complains("password", "");
        deletes(&river, &[("otp", "000000")]).is(422).complains("otp", "");
        river.fill(PATH, PATH, &[("password", PASSWORD), ("otp", &program.code())]).is(422).complains("understood", "cannot be undone");
        deletes(&river, &[("names", "sell"), ("otp", "")]).is(422).complains("names", "Choose");
        river.get("/desk").sees("River Trust");

        let gone = deletes(&river, &[("otp", &program.code())]);
        gone.is(200).sees("Your account is deleted.");
        river.mail().says("What your organizations signed stays signed");
        for browser in [&river, &phone] {
            browser.get("/desk").lacks("River Trust").sees("Sign in");
        }
        site.visitor().press("/sign-in", &[("email", &river.email()), ("password", PASSWORD), ("otp", &program.code())]).is(422);
        assert!(names(site, &letter, "Amal Haddad") && names(site, &letter, "River Trust"), "the name stays, as they chose");
        office.get(&letter.at("/log")).is(200).sees("signed");
        assert!(!site.keeps_in_the_clear("river-trust@example.org"));

        // The address is free, and the one who registers with it is somebody else.
        let again = site.organization("River Trust");
        again.get("/desk").is(200);
        assert_eq!(again.ask("/account/data").json()["signatures"]["given_by_you"], serde_json::json!([]));
    }

    fn the_name_is_taken_off_the_list_and_the_comments_along_if_they_choose_so(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = office.write(&[]);
        let river = site.visitor();
        river.register_as("River Trust", &[("person_name", "Zaynab Unusual")]).is(200);
        river.confirm_from_mail();
        let board = letter.at("/invitations");
        office.fill(&board, &board, &[("addresses", &river.email()), ("then", "send")]).is(200);
        let invitation = river.mail().link();
        river.get(&invitation).is(200);
        river.press(&format!("{invitation}/comments"), &[("paragraph", "0"), ("body", "Not like this.")]).is(303);
        site.wait(3600);
        office.press_publish(&letter).is(200);
        for mail in [office.mail(), river.mail()] {
            assert!(!mail.subject.is_empty());
        }
        river.sign_with(&letter, &[("display", "representative")]).is(200);
        river.mail();
        assert!(names(site, &letter, "Zaynab Unusual"));
        deletes(&river, &[("names", "replace"), ("comments", "erase")]).is(200);
        river.mail();
        assert!(!names(site, &letter, "Zaynab Unusual") && names(site, &letter, "River Trust"));
        assert!(!site.reader().ask(&letter.json()).html().contains("Zaynab"));
        let comments = office.get(&letter.at("/comments"));
        comments.is(200).lacks("Zaynab").lacks("Not like this.").sees("has taken this comment along");
        office.get(&letter.at("/log")).is(200).lacks("Zaynab").lacks("river-trust@example.org");
        office.get(&board).is(200).lacks("river-trust@example.org");
        site.visitor().get(&invitation).is(410);
    }

    fn who_others_depend_on_hands_over_first(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let nour = second_owner(site, &river, "nour@river.example");
        let people = format!("/organizations/{}/people", river.slug());
        river.get(PATH).is(200).sees("You are its only coordinator.").lacks("I know that this cannot be undone");
        river.press(PATH, &[("password", PASSWORD), ("understood", "yes")]).is(409).sees("Hand this over first");
        river.get("/desk").sees("River Trust");

        let coordinators = letter.at("/coordinators");
        river.fill(&coordinators, &coordinators, &[("email", "nour@river.example"), ("hand_over", "yes")]).is(200);
        let link = site.mail_to("nour@river.example").link();
        nour.fill(&link, &link, &[]).is(200);
        river.mail();
        deletes(&river, &[]).is(200).sees("Your account is deleted.");
        river.mail();
        nour.get(&letter.edit()).is(200);
        nour.get(&people).is(200).lacks("Amal Haddad");
    }

    fn the_only_owner_among_others_makes_another_one_first(site: &Site) {
        let river = site.organization("River Trust");
        let people = format!("/organizations/{}/people", river.slug());
        river.fill(&people, &people, &[("email", "nour@river.example"), ("role", "member")]).is(200);
        let link = site.mail_to("nour@river.example").link();
        let nour = site.visitor();
        nour.fill(&link, &link, &[("person_name", "Nour Saleh"), ("password", PASSWORD)]).is(200);
        river.get(PATH).is(200).sees("You are its only owner.");
        river.press(PATH, &[("password", PASSWORD), ("understood", "yes")]).is(409);
        deletes(&nour, &[]).is(200).sees("Your account is deleted."); // a member can go
        site.mail_to("nour@river.example");
        deletes(&river, &[]).is(200).sees("Your account is deleted."); // and then the last one
        river.mail();
        site.reader().get("/organizations/river-trust").is(200).sees("River Trust");
    }

    fn a_draft_that_nobody_else_writes_goes_along(site: &Site) {
        let river = site.organization("River Trust");
        let draft = river.write(&[("title", "A secret plan"), ("body", "Words that nobody else has read.")]);
        let at = jiff::Timestamp::from_microsecond(site.db.now().as_micros()).expect("a time") + jiff::SignedDuration::from_hours(24);
        river.press(&draft.at("/publication"), &[("at", &at.to_string())]).is(303);
        let board = draft.at("/invitations");
        river.fill(&board, &board, &[("addresses", "guest@example.org"), ("then", "send")]).is(200);
        let invitation = site.mail_to("guest@example.org").link();
        river.get(PATH).is(200).sees("Your draft “A secret plan” goes with you");
        deletes(&river, &[]).is(200).sees("Your account is deleted.");
        river.mail();
        site.visitor().get(&invitation).is(410);
        site.wait(2 * 86_400);
        std::thread::sleep(std::time::Duration::from_millis(1500));
        site.reader().ask(&draft.path).is(404);
        for words in ["A secret plan", "Words that nobody else has read."] {
            assert!(site.rows("SELECT title || body AS line FROM letters").iter().all(|row| !row.contains(words)));
        }
    }

    fn the_only_operator_stays_until_there_is_another(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let make = |email: &'static str| {
            let made = site.db.write::<_, Fault, _>(move |tx| people::add_operator(tx, &people::Email::read(email).expect("an address")));
            site.runtime().block_on(made).expect("a database");
        };
        make("river-trust@example.org");
        river.get(PATH).is(200).sees("You are its only operator.");
        river.press(PATH, &[("password", PASSWORD), ("understood", "yes")]).is(409);
        make("hill-trust@example.org");
        deletes(&river, &[]).is(200).sees("Your account is deleted.");
        river.mail();
        hill.get("/desk").is(200).sees("This installation");
    }

    fn two_owners_who_leave_at_once_do_not_leave_their_colleagues_without_one(site: &Site) {
        let river = site.organization("River Trust");
        let nour = second_owner(site, &river, "nour@river.example");
        let people = format!("/organizations/{}/people", river.slug());
        river.fill(&people, &people, &[("email", "member@river.example"), ("role", "member")]).is(200);
        let link = site.mail_to("member@river.example").link();
        let member = site.visitor();
        member.fill(&link, &link, &[("person_name", "Sami Khalil"), ("password", PASSWORD)]).is(200);
        let leave = |who: &Visitor<'_>| who.press(PATH, &[("password", PASSWORD), ("understood", "yes")]).status;
        let mut statuses: Vec<u16> = std::thread::scope(|scope| {
            let both = [scope.spawn(|| leave(&river)), scope.spawn(|| leave(&nour))];
            both.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
        assert_eq!(site.rows("SELECT role AS line FROM memberships WHERE role = 'owner'").len(), 1);
        let gone = site.unread_mails();
        assert_eq!(gone.len(), 1);
        site.mail_about(&gone[0].to, "Your account is deleted");
    }

    fn an_account_whose_person_revised_signed_prepared_and_answered_can_be_deleted(site: &Site) {
        let office = site.organization("Alliance Office");
        let nour = second_owner(site, &office, "nour@office.example");
        let river = site.organization("River Trust");
        let letter = office.publish(&[]);
        office.sign(&letter);
        river.sign(&letter);
        office.revise_in_substance(&letter, "We, the undersigned, ask for two things.", &[]);
        river.answer(&river.mail().link(), "keep").is(200);
        for mail in site.unread_mails() {
            site.mail_about(&mail.to, &mail.subject);
        }
        let coordinators = letter.at("/coordinators");
        office.fill(&coordinators, &coordinators, &[("email", "nour@office.example")]).is(200);
        let link = site.mail_to("nour@office.example").link();
        nour.fill(&link, &link, &[]).is(200);
        for mail in site.unread_mails() {
            site.mail_about(&mail.to, &mail.subject);
        }
        deletes(&office, &[]).is(200).sees("Your account is deleted.");
        deletes(&river, &[]).is(200).sees("Your account is deleted.");
        office.mail();
        river.mail();
        let page = site.reader().ask(&letter.path);
        page.is(200).sees("Alliance Office").sees("River Trust");
        nour.get(&letter.at("/log")).is(200).sees("published the letter");
        nour.get(&letter.at("/history")).is(200);
    }
}
