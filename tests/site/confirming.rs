//! Listed signatories: a coordinator enters a yes, the organization says so itself, or says no.

use serde_json::Value;
use undersigned::signatures::list::fragment;

use crate::listing::{add_listed, line, signed_by_three, the_list};
use crate::support::letters::list;
use crate::support::{Letter, Page, Visitor};

/// The status of each line, in order.
fn statuses(json: &Value) -> Vec<String> {
    let groups = json["groups"].as_array().expect("groups").iter();
    let lines = groups.flat_map(|group| group["signatories"].as_array().expect("lines").iter());
    lines
        .map(|line| {
            format!("{} {}", line["name"].as_str().unwrap_or("?"), line["status"].as_str().unwrap_or("?"))
        })
        .collect()
}

/// Goes on from a personal link with an account.
#[track_caller]
fn goes_on(visitor: &Visitor<'_>, link: &str) -> Page {
    let page = visitor.fill(link, &format!("{link}/acceptance"), &[]);
    page.is(200);
    page
}

/// Lists Oak in the first place of a list that is ordered by hand; returns its line.
fn oak_stands_first(office: &Visitor<'_>, letter: &Letter, email: &str) -> String {
    office.press(&letter.at("/list/ordering"), &[("ordering", "hand")]).is(303);
    add_listed(office, letter, &[("name", "The Oak"), ("acronym", "OAK"), ("email", email)]).is(303);
    let oak = line(&the_list(office, letter), "The Oak");
    office.press(&letter.at("/order"), &[("signature", &oak), ("direction", "top")]).is(303);
    oak
}

stories! {
    fn whoever_registers_from_the_link_confirms_the_line_where_it_stands(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let oak = oak_stands_first(&all[0], &letter, "oak@oak.example");
        let link = site.mail_to("oak@oak.example").link();
        let nour = site.visitor();
        nour.get(&link).is(200).sees("is on the list, because somebody said yes").sees("take our name off the list");
        let form = goes_on(&nour, &link);
        assert_eq!(form.form("/register")["organization_name"], "The Oak");
        let typed = [("organization_name", "Oak Tree Fellowship"), ("person_name", "Nour"), ("password", "the river runs to the sea")];
        nour.send_form(&form, "/register", &typed).is(303);
        let confirm = site.mail_to("oak@oak.example").link();
        let page = nour.fill(&confirm, &confirm, &[]);
        page.is(200).sees("waits to be confirmed").sees("The Oak (OAK) is us");
        assert_eq!(page.form(&letter.sign())["listed"], "ours");
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["status"], "listed", "not before they sign");
        nour.fill(&letter.sign(), &letter.sign(), &[("authority", "yes")]).is(200).sees("has signed");
        site.mail_to("oak@oak.example");

        let json = site.reader().json(&letter);
        assert_eq!(list(&json), ["1 The Oak (-)", "2 Ash (-)", "3 Birch (-)", "4 Cedar (-)"], "its place, and its name as printed");
        assert_eq!(statuses(&json)[0], "The Oak confirmed");
        assert_eq!((json["count"].as_u64(), json["groups"][0]["signatories"][0]["acronym"].as_str()), (Some(4), Some("OAK")));
        let page = site.reader().read(&letter);
        assert_eq!(page.attributes("#signatories li", "id")[0], fragment(oak.parse().expect("an id")), "the same line");
        assert_eq!(page.attributes(".name a", "href")[0], "/organizations/oak-tree-fellowship");
        all[0].press(&letter.at(&format!("/list/lines/{oak}/question")), &[("email", "x@oak.example")]).is(403).sees("has signed here");
        // It appears as it would like from here on.
        nour.press(&letter.at("/printed-name"), &[("name", ""), ("acronym", ""), ("organization", "")]).is(303);
        assert_eq!(list(&site.reader().json(&letter))[0], "1 Oak Tree Fellowship (-)");
    }

    fn an_organization_that_is_here_confirms_by_its_mail(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let other = site.organization("Quercus");
        oak_stands_first(&all[0], &letter, &other.email());
        let link = other.mail().link();
        goes_on(&other, &link).sees("For Quercus").sees("The Oak (OAK) is us");
        let alliance = other.set_up("Alliance of Trees", "AT");
        other.admit(&alliance, &other);
        other.get(&letter.sign()).sees("Where the line stands");
        other.sign(&letter);
        let json = site.reader().json(&letter);
        assert_eq!(statuses(&json)[..2], ["The Oak confirmed", "Ash confirmed"], "where it stood, whatever coalition it is in: {json}");
        other.withdraw(&letter);
        assert_eq!(site.reader().json(&letter)["count"], 3);
        site.reader().get(&letter.at("/history")).sees("The Oak");
    }

    fn a_link_that_was_passed_on_confirms_nobody_elses_line(site: &Site) {
        let (all, letter) = signed_by_three(site);
        oak_stands_first(&all[0], &letter, "oak@oak.example");
        let link = site.mail_to("oak@oak.example").link();
        let river = site.organization("River Trust");
        let page = goes_on(&river, &link);
        assert_eq!(page.form(&letter.sign())["listed"], "another", "another name and another address");
        river.send_form(&page, &letter.sign(), &[("authority", "yes"), ("listed", "whatever")]).is(422).complains("listed", "Say whether");
        river.sign(&letter);
        let json = site.reader().json(&letter);
        assert_eq!(statuses(&json)[0], "The Oak listed");
        assert!(list(&json).contains(&"5 River Trust (-)".to_owned()), "{json}");
        // Whose the line is confirms it afterwards.
        let oak = site.visitor();
        let form = goes_on(&oak, &link);
        oak.send_form(&form, "/register", &[("person_name", "Nour"), ("password", "the river runs to the sea")]).is(303);
        let confirm = site.mail_to("oak@oak.example").link();
        oak.fill(&confirm, &confirm, &[]).is(200).sees("The Oak (OAK) is us");
        oak.fill(&letter.sign(), &letter.sign(), &[("authority", "yes")]).is(200);
        site.mail_to("oak@oak.example");
        let json = site.reader().json(&letter);
        assert_eq!((statuses(&json)[0].as_str(), json["count"].as_u64()), ("The Oak confirmed", Some(5)));
    }

    fn whoever_is_listed_and_is_another_signs_beside_the_line(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let other = site.organization("Quercus");
        oak_stands_first(&all[0], &letter, &other.email());
        let link = other.mail().link();
        goes_on(&other, &link);
        other.sign_with(&letter, &[("listed", "another")]).is(200).sees("has signed");
        other.mail();
        let json = site.reader().json(&letter);
        assert_eq!((statuses(&json)[0].as_str(), json["count"].as_u64()), ("The Oak listed", Some(5)));
    }

    fn take_us_off_is_done_at_once_and_the_coordinators_hear_of_it(site: &Site) {
        let (all, letter) = signed_by_three(site);
        oak_stands_first(&all[0], &letter, "oak@oak.example");
        let link = site.mail_to("oak@oak.example").link();
        let decline = format!("{link}/decline");
        let nour = site.visitor();
        nour.get(&decline).is(200).sees("is taken off the list");
        assert_eq!(site.reader().json(&letter)["count"], 4, "looking takes nobody off");
        nour.fill(&decline, &decline, &[("reason", "Nobody asked the board.")]).is(200).sees("You have declined");
        let mail = all[0].mail();
        assert!(mail.subject.starts_with("The Oak does not sign"), "{}", mail.subject);
        assert!(!mail.text.contains("Nobody asked the board."), "the reason stays on the board");
        all[0].get(&letter.at("/invitations")).sees("Nobody asked the board.");
        assert_eq!(list(&site.reader().json(&letter)), ["1 Ash (-)", "2 Birch (-)", "3 Cedar (-)"]);
        site.reader().get(&letter.at("/history")).lacks("The Oak");
        all[0].get(&letter.at("/log")).sees("The Oak");
        nour.press(&decline, &[]).is(303); // pressing twice is pressing once
        // Nobody is put back who said no: what is undone is the coordinator's last move, not this.
        all[0].press(&letter.at("/list/undo"), &[]);
        assert_eq!(site.reader().json(&letter)["count"], 3);
    }

    fn what_proves_a_yes_is_asked_for_and_kept_when_something_is_missing(site: &Site) {
        let hill = site.organization("Hill Trust");
        let letter = hill.publish(&[]);
        let long = "ش".repeat(10_000);
        for (field, typed, sentence) in [
            ("name", long.as_str(), "at most 200 fit"),
            ("name", "!!!", "has letters"),
            ("said_at", "2999-01-01T00:00", "still to come"),
            ("said_at", "yesterday", "A time looks like"),
            ("email", "nobody at all", "An address looks like"),
            ("group", "nobodys-alliance", "Choose a heading"),
            ("country", "Atlantis", "Choose a country"),
        ] {
            let mut all = vec![("note", "By telephone,\nin the evening")];
            if field != "name" { all.push(("name", "Oak")); }
            all.push((field, typed));
            let page = add_listed(&hill, &letter, &all);
            page.is(422).complains(field, sentence);
            assert_eq!(page.form(&letter.at("/list/listed"))["note"].trim(), "By telephone,\nin the evening");
        }
        assert_eq!(site.reader().json(&letter)["count"], 0);
        add_listed(&hill, &letter, &[("name", "Oak")]).is(303);
        let oak = letter.at(&format!("/list/lines/{}", line(&the_list(&hill, &letter), "Oak")));
        let page = hill.press(&format!("{oak}/question"), &[("email", "not an address")]);
        page.is(422).complains("email", "An address looks like");
        assert_eq!(page.form(&format!("{oak}/question"))["email"], "not an address");
        assert!(site.unread_mails().is_empty());
    }

    fn nobody_is_asked_to_confirm_more_than_they_bear(site: &Site) {
        let hill = site.organization("Hill Trust");
        let letter = hill.publish(&[]);
        add_listed(&hill, &letter, &[("name", "Oak"), ("email", "oak@oak.example")]).is(303);
        site.mail_to("oak@oak.example");
        let ask = letter.at(&format!("/list/lines/{}/question", line(&the_list(&hill, &letter), "Oak")));
        let again = || hill.press(&ask, &[("email", "oak@oak.example")]);
        again().is(429).sees("Give them a little time");
        site.wait(86_400);
        again().is(303);
        site.mail_to("oak@oak.example");
        let mut asked = 2;
        loop {
            site.wait(86_400);
            let answer = again();
            if answer.status == 429 { break; }
            answer.is(303);
            site.mail_to("oak@oak.example");
            asked += 1;
            assert!(asked <= 10, "asked {asked} times");
        }
        site.wait(2 * 86_400);
        again().is(429).sees("as often as anybody should be");
    }
}
