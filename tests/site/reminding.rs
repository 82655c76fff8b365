//! Reminders: before the deadline by themselves, at a wish by hand, and never too many.

use crate::support::{Letter, Site, Visitor};

const HOUR: i64 = 3600;

/// A deadline for the form, so many hours from here.
fn in_hours(hours: i64) -> String {
    let then = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(hours);
    then.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A letter that collects in private until so many hours from here, and one address invited to it.
fn asked(office: &Visitor<'_>, site: &Site, hours: i64, addresses: &[&str]) -> Letter {
    let letter = office.write(&[("deadline", &in_hours(hours))]);
    office.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
    let board = letter.at("/invitations");
    office.fill(&board, &board, &[("addresses", &addresses.join("\n"))]).is(200).sees("invited.");
    for address in addresses {
        site.mail_to(address);
    }
    letter
}

/// Lets the site look around once more; then nobody has an unread mail.
fn nobody_is_written_to(site: &Site) {
    std::thread::sleep(std::time::Duration::from_millis(2500));
    let unread = site.unread_mails();
    assert!(unread.is_empty(), "{:?}", unread.iter().map(|mail| &mail.subject).collect::<Vec<_>>());
}

stories! {
    fn whoever_has_not_answered_is_reminded_72_and_24_hours_before_the_deadline(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = asked(&office, site, 100, &["a@one.example", "b@two.example", "c@three.example"]);
        let board = letter.at("/invitations");
        nobody_is_written_to(site);
        site.wait(29 * HOUR);
        let mail = site.mail_to("a@one.example");
        assert_eq!(mail.subject, "Reminder, a letter to sign: Open the road");
        mail.says("It can be signed until").says("UTC").says("/decline");
        let decline = format!("{}/decline", site.mail_to("b@two.example").link());
        site.visitor().fill(&decline, &decline, &[]).is(200);
        let id = office.get(&board).attributes("ul.board li", "id")[2].replace("i-", "");
        site.mail_to("c@three.example");
        office.fill(&board, &letter.at(&format!("/invitations/{id}/revocation")), &[]).is(200);
        nobody_is_written_to(site);
        site.wait(48 * HOUR);
        site.mail_to("a@one.example").says("has no answer yet");
        nobody_is_written_to(site);
        site.wait(22 * HOUR);
        nobody_is_written_to(site);
    }

    fn whoever_was_invited_only_just_now_is_left_alone(site: &Site) {
        let office = site.organization("Alliance Office");
        asked(&office, site, 60, &["a@one.example"]);
        nobody_is_written_to(site);
        site.wait(37 * HOUR);
        site.mail_to("a@one.example");
        nobody_is_written_to(site);
    }

    fn a_later_deadline_has_its_own_reminders(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = asked(&office, site, 100, &["a@one.example"]);
        site.wait(29 * HOUR);
        site.mail_to("a@one.example");
        office.fill(&letter.edit(), &letter.at("/deadline"), &[("deadline", &in_hours(300))]).is(200);
        nobody_is_written_to(site);
        site.wait(200 * HOUR);
        site.mail_to("a@one.example");
        nobody_is_written_to(site);
    }

    fn by_hand_all_are_reminded_but_not_twice_in_a_day_and_six_mails_are_enough(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = asked(&office, site, 1000, &["a@one.example"]);
        let (board, all) = (letter.at("/invitations"), letter.at("/invitations/reminders"));
        let id = office.get(&board).attributes("ul.board li", "id")[0].replace("i-", "");
        let one = letter.at(&format!("/invitations/{id}/reminder"));
        office.press(&one, &[]).is(403).sees("in the last twenty hours");
        office.fill(&board, &all, &[]).sees("Nobody was reminded");
        for _ in 0..5 {
            site.wait(25 * HOUR);
            office.fill(&board, &all, &[]).is(200).sees("1 address reminded.");
            site.mail_to("a@one.example");
        }
        site.wait(25 * HOUR);
        office.fill(&board, &all, &[]).sees("Nobody was reminded");
        office.press(&one, &[]).is(403).sees("as many mails");
    }

    fn a_closed_letter_reminds_nobody(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = asked(&office, site, 100, &["a@one.example"]);
        office.fill(&letter.edit(), &letter.at("/closing"), &[]).is(200);
        site.wait(29 * HOUR);
        nobody_is_written_to(site);
        office.press(&letter.at("/invitations/reminders"), &[]).is(403);
        office.press(&letter.at("/invitations"), &[("addresses", "b@two.example")]).is(403);
    }
}
