//! Handing an organization over, leaving it, and choosing for which one acts.

use crate::preparing::colleague;
use crate::support::people::PASSWORD;
use crate::support::{Page, Visitor};

const PEOPLE: &str = "/organizations/river-trust/people";
const OFFER: &str = "/organizations/river-trust/ownership";

/// The id of a colleague, as the form of handing over has it.
fn id_of(page: &Page, name: &str) -> String {
    let names = page.all("select#person option");
    let ids = page.attributes("select#person option", "value");
    let found = names.iter().position(|other| other == name).expect("a colleague");
    ids[found].clone()
}

#[track_caller]
fn offer(owner: &Visitor<'_>, afterwards: &str) {
    let page = owner.get(PEOPLE);
    let to = id_of(&page, "Nour Saleh");
    owner
        .fill(PEOPLE, OFFER, &[("person", &to), ("afterwards", afterwards)])
        .is(200)
        .sees("The offer is on its way");
}

stories! {
    fn an_owner_hands_over_and_the_other_accepts(site: &Site) {
        let river = site.organization("River Trust");
        let third = colleague(site, &river, "river-trust", "sami@river.example", "owner");
        let nour = colleague(site, &river, "river-trust", "nour@river.example", "member");
        let page = river.get(PEOPLE);
        assert_eq!(page.all("select#person option").len(), 2, "another owner needs no offer");
        offer(&river, "signatory");
        river.get(PEOPLE).sees("You have offered it to Nour Saleh").sees("owner: signs");
        let mail = site.mail_to("nour@river.example");
        mail.says("wants to hand River Trust over to you");
        let link = mail.link();
        nour.ask("/organizations/river-trust/profile").is(404);

        for stranger in [&river, &third] {
            stranger.get(&link).is(410);
            stranger.press(&link, &[]).is(410);
        }
        assert!(site.visitor().ask(&link).is(303).header("location").starts_with("/sign-in"));
        for _ in 0..2 {
            nour.get(&link).is(200).sees("Take over River Trust?").sees("signs for it and no longer owns it");
        }
        nour.ask("/organizations/river-trust/profile").is(404);
        nour.fill(&link, &link, &[]).is(200).sees("It is yours.");
        for address in [river.email().as_str(), "sami@river.example", "nour@river.example"] {
            site.mail_to(address).says("has handed River Trust over to Nour Saleh").says("signs for it from now on");
        }
        nour.press(&link, &[]).is(410);
        nour.ask("/organizations/river-trust/profile").is(200);
        river.ask("/organizations/river-trust/profile").is(404);
        river.get(PEOPLE).is(200).sees("signatory: signs").lacks("Hand it over");
        let letter = river.publish(&[]);
        river.sign_with(&letter, &[]).is(200).sees("has signed");
        for address in ["sami@river.example", "nour@river.example"] {
            site.mail_to(address).says("has signed");
        }
    }

    fn an_offer_is_taken_back_refused_or_over(site: &Site) {
        let river = site.organization("River Trust");
        let nour = colleague(site, &river, "river-trust", "nour@river.example", "signatory");
        offer(&river, "leaves");
        let first = site.mail_to("nour@river.example").link();
        let withdrawal = format!("{OFFER}/withdrawal");
        river.fill(PEOPLE, &withdrawal, &[]).is(200).sees("taken back");
        nour.press(&first, &[]).is(410);
        river.press(&withdrawal, &[]).is(410);

        offer(&river, "leaves");
        let second = site.mail_to("nour@river.example").link();
        let page = nour.get(&second);
        page.is(200).sees("leaves it");
        nour.send_form(&page, &format!("{second}/refusal"), &[]).is(303);
        river.mail().says("does not take River Trust over").says("you own it");
        nour.press(&second, &[]).is(410);

        offer(&river, "leaves");
        let third = site.mail_to("nour@river.example").link();
        site.wait(15 * 86_400);
        nour.sign_in("nour@river.example", PASSWORD).is(200);
        nour.press(&third, &[]).is(410);
        river.sign_in(&river.email(), PASSWORD).is(200);
        river.get(PEOPLE).is(200).sees("owner: signs").lacks("You have offered");
    }

    fn whoever_is_no_owner_any_more_has_nothing_to_offer(site: &Site) {
        let river = site.organization("River Trust");
        let nour = colleague(site, &river, "river-trust", "nour@river.example", "signatory");
        let sami = colleague(site, &river, "river-trust", "sami@river.example", "owner");
        offer(&river, "member");
        let link = site.mail_to("nour@river.example").link();
        let own = river.get(PEOPLE).attributes("form[action$='/role']", "action");
        let own = own.iter().find(|action| sami.get(PEOPLE).html().contains(action.as_str())).expect("a role");
        sami.press(own, &[("role", "member")]).is(303); // the first: who registered it
        nour.press(&link, &[]).is(410);
        for (owner, form) in [(&nour, ("person", "x")), (&river, ("afterwards", "emperor"))] {
            assert!([400, 404].contains(&owner.press(OFFER, &[form]).status));
        }
        let hill = site.organization("Hill Trust");
        let person = id_of(&sami.get(PEOPLE), "Nour Saleh");
        hill.press(OFFER, &[("person", &person), ("afterwards", "member")]).is(404);
        nour.press(OFFER, &[("person", &person), ("afterwards", "member")]).is(404);
    }

    fn leaving_says_what_it_means_and_the_last_owner_hands_over_first(site: &Site) {
        let river = site.organization("River Trust");
        let nour = colleague(site, &river, "river-trust", "nour@river.example", "signatory");
        let leaving = "/organizations/river-trust/leaving";
        river.get(leaving).is(200).sees("You are its only owner").sees("Hand it over first");
        river.press(leaving, &[]).is(403).sees("Hand it over to a colleague first");
        let letter = river.publish(&[]);
        nour.sign_with(&letter, &[]).is(200);
        river.mail().says("has signed");
        nour.get(PEOPLE).sees("Leave");
        nour.get(leaving).is(200).sees("What you signed for it stays signed.");
        nour.get(leaving); // looking is not leaving
        nour.fill(leaving, leaving, &[]).is(200).sees("Your desk").sees("None. Register one");
        river.mail().says("Nour Saleh has left River Trust");
        nour.ask(leaving).is(404);
        nour.press(leaving, &[]).is(404);
        assert_eq!(site.reader().json(&letter)["count"], 1);

        let sami = colleague(site, &river, "river-trust", "sami@river.example", "member");
        let page = river.get(PEOPLE);
        let to = id_of(&page, "Nour Saleh"); // the name that colleagues of these stories have
        river.fill(PEOPLE, OFFER, &[("person", &to), ("afterwards", "leaves")]).is(200);
        let link = site.mail_to("sami@river.example").link();
        sami.fill(&link, &link, &[]).is(200);
        river.mail().says("has left it");
        site.mail_to("sami@river.example").says("owns it from now on");
        river.ask(PEOPLE).is(404);
        river.get("/desk").sees("None. Register one");
    }

    fn whoever_has_several_organizations_sees_for_which_they_act(site: &Site) {
        let river = site.organization("River Trust");
        assert_eq!(river.get("/desk").all("p.acting"), ["Acting for River Trust"]);
        let email = river.email();
        river.register_as("Hill Trust", &[("email", &email)]).sees("Look in your mail");
        let link = river.mail().link();
        river.fill(&link, &link, &[]).is(200);
        let letter = river.publish(&[]);
        assert_eq!(river.get("/desk").all("p.acting"), ["You act for several organizations · choose one"]);
        river.get(&letter.sign()).is(200).sees("For which organization?").lacks("Sign this letter");

        let page = river.get(&letter.sign());
        let choose = page.attributes("p.acting a", "href")[0].clone();
        let page = river.get(&choose);
        page.is(200).sees("For whom do you act?").sees("River Trust").sees("Hill Trust");
        let chosen = river.press("/acting", &[("organization", "hill-trust"), ("next", &letter.sign())]);
        assert_eq!(chosen.is(303).header("location"), letter.sign());
        let page = river.get(&letter.sign());
        assert_eq!(page.all("p.acting"), ["Acting for Hill Trust · change"]);
        page.sees("For Hill Trust · another one");
        assert_eq!(page.form(&letter.sign())["organization"], "hill-trust", "the form names it");
        for path in ["/desk", "/organizations/river-trust/people", "/coalitions", "/letters/new", "/account"] {
            let line = river.get(path).all("p.acting");
            assert!(path == "/coalitions" || line == ["Acting for Hill Trust · change"], "{path}: {line:?}");
        }
        // What is the same for all readers says nothing of one of them.
        for path in [letter.path.as_str(), "/"] {
            assert!(river.get(path).all("p.acting").is_empty(), "{path}");
        }

        // A form that names no organization rests on no choice made elsewhere.
        let hash = page.form(&letter.sign())["revision"].clone();
        river.press(&letter.sign(), &[("authority", "yes"), ("representative_name", "Amal"), ("revision", &hash)]).is(403);
        assert_eq!(site.reader().json(&letter)["count"], 0);
        river.sign(&letter);
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["name"], "Hill Trust");

        // Another browser has not chosen, and nobody chooses what is not theirs.
        let other = site.visitor();
        other.sign_in(&email, PASSWORD).is(200);
        assert_eq!(other.get("/desk").all("p.acting"), ["You act for several organizations · choose one"]);
        let stranger = site.organization("Oak Trust");
        for wanted in ["hill-trust", "nobody", "", "../x"] {
            stranger.press("/acting", &[("organization", wanted)]).is(403);
        }
        for next in ["//evil.example", "https://evil.example", "/\\evil.example"] {
            let answer = river.press("/acting", &[("organization", "river-trust"), ("next", next)]);
            assert_eq!(answer.is(303).header("location"), "/desk", "{next}");
        }
    }
}
