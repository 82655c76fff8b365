//! Setting up a coalition, joining it, and being confirmed.

use crate::support::people::PASSWORD;

stories! {
    fn a_member_stands_on_the_page_once_it_is_confirmed(site: &Site) {
        let alliance = site.organization("Alliance Office");
        let coalition = alliance.set_up("Syrian NGO Alliance", "SNA");
        assert_eq!(coalition, "/coalitions/syrian-ngo-alliance");
        let river = site.organization("River Trust");

        river.ask_to_join(&coalition);
        let mail = alliance.mail();
        assert_eq!(mail.subject, "River Trust asks to join Syrian NGO Alliance");
        site.reader().get(&coalition).is(200).sees("None confirmed yet.").lacks("River Trust");
        site.reader().get("/coalitions").is(200).sees("Syrian NGO Alliance");

        alliance.get("/desk").sees("Members to confirm").sees("River Trust");
        let page = alliance.get(&mail.link());
        page.is(200).sees("Members to confirm").sees("River Trust");
        alliance.send_form(&page, &format!("{coalition}/members/river-trust/confirmation"), &[]).is(303);
        assert_eq!(river.mail().subject, "Syrian NGO Alliance has confirmed River Trust");
        site.reader().get(&coalition).sees("River Trust");
        site.reader().get("/organizations/river-trust").sees("Syrian NGO Alliance").sees("confirmed");
        alliance.get("/desk").lacks("Members to confirm");
    }

    fn asking_and_confirming_twice_changes_nothing(site: &Site) {
        let alliance = site.organization("Alliance Office");
        let coalition = alliance.set_up("Syrian NGO Alliance", "SNA");
        let river = site.organization("River Trust");
        let members = format!("{coalition}/members");
        river.press(&members, &[("organization", "river-trust")]).is(303);
        river.press(&members, &[("organization", "river-trust")]).is(303);
        alliance.mail();
        let confirmation = format!("{coalition}/members/river-trust/confirmation");
        alliance.press(&confirmation, &[]).is(303);
        alliance.press(&confirmation, &[]).is(303);
        river.mail();
        river.press(&members, &[("organization", "river-trust")]).is(303);
        assert_eq!(site.reader().get(&coalition).all("section[aria-labelledby=members] li").len(), 1);
        assert!(site.unread_mails().is_empty(), "one mail each");
    }

    fn only_its_coordinators_confirm_and_remove(site: &Site) {
        let alliance = site.organization("Alliance Office");
        let coalition = alliance.set_up("Syrian NGO Alliance", "SNA");
        let river = site.organization("River Trust");
        river.ask_to_join(&coalition);
        alliance.mail();
        for verb in ["confirmation", "removal"] {
            let address = format!("{coalition}/members/river-trust/{verb}");
            river.press(&address, &[]).is(403).sees("Only the coordinators");
            assert!(site.visitor().press(&address, &[]).is(303).header("location").starts_with("/sign-in"));
        }
        river.get(&coalition).lacks("Members to confirm");
        site.reader().get(&coalition).lacks("River Trust");
        alliance.press(&format!("{coalition}/members/nobody/confirmation"), &[]).is(404);
        alliance.press(&format!("{coalition}/members/alliance-office/confirmation"), &[]).is(404);
        alliance.press("/coalitions/none/members/river-trust/confirmation", &[]).is(404);
        alliance.get(&coalition).sees("River Trust");
    }

    fn nobody_asks_for_anothers_organization(site: &Site) {
        let alliance = site.organization("Alliance Office");
        let coalition = alliance.set_up("Syrian NGO Alliance", "SNA");
        site.organization("River Trust");
        let hill = site.organization("Hill Trust");
        for organization in ["river-trust", "nobody", ""] {
            hill.press(&format!("{coalition}/members"), &[("organization", organization)]).is(403).sees("Choose one of yours");
        }
        hill.press("/coalitions/none/members", &[("organization", "hill-trust")]).is(404);
        alliance.get(&coalition).sees("Nobody is waiting.");
    }

    fn a_declined_request_is_gone_and_can_be_made_again(site: &Site) {
        let alliance = site.organization("Alliance Office");
        let coalition = alliance.set_up("Syrian NGO Alliance", "SNA");
        let river = site.organization("River Trust");
        river.ask_to_join(&coalition);
        alliance.mail();
        let page = alliance.get(&coalition);
        alliance.send_form(&page, &format!("{coalition}/members/river-trust/removal"), &[]).is(303);
        alliance.get(&coalition).sees("Nobody is waiting.").sees("None confirmed yet.");
        river.get(&coalition).lacks("has asked to join");
        alliance.admit(&coalition, &river);
        site.reader().get(&coalition).sees("River Trust");
    }

    fn a_removed_member_stays_where_it_signed_and_cannot_choose_the_heading_again(site: &Site) {
        let alliance = site.organization("Alliance Office");
        let coalition = alliance.set_up("Syrian NGO Alliance", "SNA");
        let river = site.organization("River Trust");
        alliance.admit(&coalition, &river);
        let (letter, other) = (alliance.publish(&[]), alliance.publish(&[]));
        river.sign(&letter);
        alliance.press(&format!("{coalition}/members/river-trust/removal"), &[]).is(303);
        assert_eq!(site.reader().json(&letter)["groups"][0]["acronym"], "SNA");
        river.sign_with(&other, &[("group", "syrian-ngo-alliance")]).is(422).complains("group", "has not confirmed");
    }

    fn a_coalition_needs_a_name_and_the_words_come_back(site: &Site) {
        let river = site.organization("River Trust");
        let page = river.fill("/coalitions/new", "/coalitions/new", &[("name", ""), ("acronym", "SNA"), ("website", "::")]);
        page.is(422).complains("name", "").complains("website", "");
        assert_eq!(page.form("/coalitions/new")["acronym"], "SNA");
        let long = "a".repeat(301);
        river.fill("/coalitions/new", "/coalitions/new", &[("name", &long)]).is(422).complains("name", "301 characters");
        site.reader().get("/coalitions").lacks("SNA");
        site.visitor().get("/coalitions/new").sees("Sign in").lacks("Set it up");
    }

    fn two_coalitions_of_one_name_have_two_addresses(site: &Site) {
        let river = site.organization("River Trust");
        assert_ne!(river.set_up("Alliance", ""), river.set_up("Alliance", ""));
        let names = site.reader().get("/coalitions").all("main li");
        assert_eq!(names.iter().filter(|name| name.contains("Alliance")).count(), 2);
        assert_eq!(river.password(), PASSWORD);
    }
}
