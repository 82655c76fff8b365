//! What a letter needed of people is erased some months after it closed, as they were told.

use crate::support::{Letter, Site, Visitor, eventually};

const DAY: i64 = 86_400;

/// A letter that collects in private, with one guest invited by name; returns the guest's link.
fn with_a_guest(site: &Site, office: &Visitor<'_>, typed: &[(&str, &str)]) -> (Letter, String) {
    let letter = office.write(typed);
    office.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
    let board = letter.at("/invitations");
    let csv = "email;organization;person\nzaynab@guest.example;Guest Trust;Zaynab Unusual";
    office.fill(&board, &board, &[("csv", csv), ("then", "send")]).is(200);
    let link = site.mail_to("zaynab@guest.example").link();
    (letter, link)
}

fn erased(office: &Visitor<'_>, letter: &Letter) {
    eventually("the contacts to be erased", || {
        office.get(&letter.at("/log")).text().contains("the contacts were erased").then_some(())
    });
}

stories! {
    fn contacts_are_erased_the_months_after_closing_that_were_promised(site: &Site) {
        let office = site.organization("Alliance Office");
        let (letter, link) = with_a_guest(site, &office, &[("retention", "3")]);
        let page = site.visitor().get(&link);
        page.is(200).sees("are erased here 3 months after the letter closes").sees("What is kept of you");
        office.get(&letter.sign()).is(200).sees("are erased here 3 months after the letter closes");
        let river = site.organization("River Trust");
        office.fill(&letter.at("/invitations"), &letter.at("/invitations"), &[("addresses", &river.email()), ("then", "send")]).is(200);
        let invitation = river.mail().link();
        river.get(&invitation).is(200);
        river.sign_with(&letter, &[("representative_name", "Amal Unseen"), ("display", "organization")]).is(200);
        river.mail();
        office.press(&letter.at("/closing"), &[]).is(303);
        office.get(&letter.at("/invitations")).is(200).sees("zaynab@guest.example");

        site.wait(60 * DAY);
        std::thread::sleep(std::time::Duration::from_millis(1500));
        office.sign_in(&office.email(), crate::support::people::PASSWORD).is(200);
        office.get(&letter.at("/invitations")).is(200).sees("zaynab@guest.example");
        site.wait(20 * DAY);
        let mail = office.mail();
        assert!(mail.subject.starts_with("The contacts of “Open the road” are erased on "), "{}", mail.subject);
        office.sign_in(&office.email(), crate::support::people::PASSWORD).is(200);
        office.get(&mail.link()).is(200).sees("zaynab@guest.example");

        site.wait(15 * DAY);
        office.sign_in(&office.email(), crate::support::people::PASSWORD).is(200);
        erased(&office, &letter);
        office.get(&letter.at("/log")).sees("2 were invited, 1 of them signed, 0 declined.")
            .lacks("zaynab@guest.example").lacks("Zaynab").lacks("river-trust@example.org");
        office.get(&letter.at("/invitations")).is(200).lacks("zaynab@guest.example").lacks("Zaynab Unusual");
        site.visitor().get(&link).is(410);
        assert_eq!(site.rows("SELECT 'x' AS line FROM invitations").len(), 0);
        let line = office.get(&letter.at("/list"));
        line.is(200).sees("River Trust").lacks("Amal Unseen");
        assert!(!site.keeps_in_the_clear("zaynab@guest.example"));
    }

    fn the_list_the_public_names_and_other_letters_stay(site: &Site) {
        let office = site.organization("Alliance Office");
        let river = site.organization("River Trust");
        let (closed, open) = (office.publish(&[("retention", "1")]), office.publish(&[("title", "Another letter"), ("retention", "1")]));
        for letter in [&closed, &open] {
            river.sign_with(letter, &[("representative_name", "Amal Public"), ("display", "representative")]).is(200);
            river.mail();
            let board = letter.at("/invitations");
            office.fill(&board, &board, &[("addresses", "zaynab@guest.example"), ("then", "send")]).is(200);
            site.mail_to("zaynab@guest.example");
        }
        office.press(&closed.at("/closing"), &[]).is(303);
        site.wait(20 * DAY);
        assert!(office.mail().subject.contains("Open the road"));
        site.wait(12 * DAY);
        office.sign_in(&office.email(), crate::support::people::PASSWORD).is(200);
        erased(&office, &closed);
        for letter in [&closed, &open] {
            site.reader().ask(&letter.path).is(200).sees("River Trust").sees("Amal Public");
        }
        office.get(&open.at("/invitations")).is(200).sees("zaynab@guest.example");
        office.get(&open.at("/log")).lacks("the contacts were erased");
    }

    fn a_promise_that_was_read_only_becomes_shorter(site: &Site) {
        let office = site.organization("Alliance Office");
        let (letter, link) = with_a_guest(site, &office, &[("retention", "6")]);
        let longer = office.fill(&letter.edit(), &letter.edit(), &[("retention", "24"), ("then", "save")]);
        longer.is(200).sees("are not kept longer");
        site.visitor().get(&link).sees("6 months after the letter closes");
        office.fill(&letter.edit(), &letter.edit(), &[("retention", "1"), ("then", "save")]).is(200).sees("Saved.");
        site.visitor().get(&link).sees("a month after the letter closes");
        for nonsense in ["0", "-1", "121", "soon", "99999999999"] {
            office.fill(&letter.edit(), &letter.edit(), &[("retention", nonsense), ("then", "save")]).is(422).complains("retention", "Choose");
        }
        office.get(&letter.edit()).is(200).lacks("After a year");
    }

    fn without_a_choice_the_installations_own_time_holds_and_does_not_move_later(site: &Site) {
        let office = site.organization("Alliance Office");
        let (letter, link) = with_a_guest(site, &office, &[]);
        site.visitor().get(&link).sees("a year after the letter closes");
        assert_eq!(office.get(&letter.edit()).form(&letter.edit())["retention"], "12");
        assert_eq!(site.rows("SELECT CAST(months AS TEXT) AS line FROM retentions"), ["12"]);
        assert_eq!(office.get("/letters/new").form("/letters/new")["retention"], "12");
    }

    fn a_deadline_counts_as_closing_and_a_letter_that_is_opened_again_is_not_erased(site: &Site) {
        let office = site.organization("Alliance Office");
        let day = |days: i64| {
            let at = jiff::Timestamp::from_microsecond(site.db.now().as_micros()).expect("a time");
            (at + jiff::SignedDuration::from_hours(24 * days)).strftime("%Y-%m-%dT12:00").to_string()
        };
        let (letter, link) = with_a_guest(site, &office, &[("retention", "1"), ("deadline", &day(3)), ("time_zone", "UTC")]);
        site.visitor().get(&link).sees("by ");
        site.wait(10 * DAY);
        office.fill(&letter.edit(), &letter.at("/deadline"), &[("deadline", &day(60)), ("time_zone", "UTC"), ("note", "More time.")]);
        for mail in site.unread_mails() {
            site.mail_about(&mail.to, &mail.subject);
        }
        site.wait(40 * DAY);
        std::thread::sleep(std::time::Duration::from_millis(1500));
        office.sign_in(&office.email(), crate::support::people::PASSWORD).is(200);
        office.get(&letter.at("/invitations")).is(200).sees("zaynab@guest.example");
        for mail in site.unread_mails() {
            site.mail_about(&mail.to, &mail.subject);
        }
    }
}
