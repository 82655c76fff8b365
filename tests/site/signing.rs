//! Putting a name under a letter, and taking it back.

use std::collections::HashSet;
use std::thread;

use crate::support::letters::list;

stories! {
    fn an_organization_signs_and_the_public_reads_it(site: &Site) {
        let hill = site.organization("Hill Trust");
        let letter = hill.publish(&[("title", "We, {{count}}")]);
        let river = site.organization_in("River Trust", "SY");
        site.reader().read(&letter).sees("No organization has signed yet.").sees("We, 0");

        river.get("/desk").sees("Open for signatures").sees("We, 0");
        let page = river.get(&letter.sign());
        page.is(200).sees("Open the road.").sees("For River Trust");
        let form = page.form(&letter.sign());
        assert_eq!(form["representative_name"], "Amal Haddad");
        assert_eq!(form["representative_title"], "Director");
        assert!(!form.contains_key("authority"), "nobody is taken for authorised");
        let hash = site.reader().json(&letter)["revision"]["sha256"].as_str().expect("a hash").to_owned();
        assert_eq!(form["revision"], hash);

        river.sign_with(&letter, &[]).is(200).sees("River Trust has signed this letter.");
        let mail = river.mail();
        assert_eq!(mail.subject, "River Trust has signed: We, 1");
        mail.says(&hash).says("Amal Haddad has signed");
        let links = mail.links();
        let begin = ["/signatures/", "/objections/", "/receipts/"];
        assert!(links.len() == 3 && links.iter().zip(begin).all(|(link, begin)| link.starts_with(begin)), "{links:?}");

        let page = site.reader().read(&letter);
        page.sees("1 organization").sees("We, 1").sees("River Trust Syria · verified by email").lacks("Amal");
        site.reader().ask(&letter.json()).lacks("Amal");
        assert_eq!(list(&site.reader().json(&letter)), ["1 River Trust (-)"]);
        site.reader().get("/").sees("1 organization");
        site.reader().get("/organizations/river-trust").sees("We, ");
        river.get("/desk").sees("What they signed").lacks("Open for signatures");
    }

    fn who_signs_is_shown_only_if_they_wish(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign_with(&letter, &[("display", "representative"), ("representative_name", "Nour <Haddad>")]).is(200).sees("has signed");
        river.mail();
        site.reader().read(&letter).sees("Nour <Haddad>");
        let shown = site.reader().json(&letter)["groups"][0]["signatories"][0]["representative"].clone();
        assert!(shown.as_str().is_some_and(|shown| shown.contains("Nour <Haddad>")), "{shown}");
    }

    fn a_form_that_needs_another_look_signs_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let page = river.get(&letter.sign());
        let without = river.send_form(&page, &letter.sign(), &[("representative_title", "Chair & co")]);
        without.is(422).complains("authority", "Tick that you are authorised");
        assert_eq!(without.form(&letter.sign())["representative_title"], "Chair & co");
        river.sign_with(&letter, &[("representative_name", " ")]).is(422).complains("representative_name", "Who signs?");
        river.sign_with(&letter, &[("display", "hidden")]).is(422).complains("display", "Choose what is shown");
        let long = "a".repeat(201);
        river.sign_with(&letter, &[("representative_name", &long)]).is(422).complains("representative_name", "201 characters");
        river.sign_with(&letter, &[("group", "no-such-coalition")]).is(422).complains("group", "has not confirmed");
        assert_eq!(site.reader().json(&letter)["count"], 0);
    }

    fn another_text_than_the_one_shown_is_not_signed(site: &Site) {
        let river = site.organization("River Trust");
        let (letter, other) = (river.publish(&[]), river.publish(&[("body", "Something else.")]));
        let hash = site.reader().json(&other)["revision"]["sha256"].as_str().expect("a hash").to_owned();
        for revision in [hash.as_str(), "", "0"] {
            let page = river.sign_with(&letter, &[("revision", revision), ("representative_name", "Nour Haddad")]);
            page.is(409).sees("The text is not the one you were shown").sees("Open the road.");
            assert_eq!(page.form(&letter.sign())["representative_name"], "Nour Haddad");
        }
        assert_eq!(site.reader().json(&letter)["count"], 0);
        let back = river.sign_with(&letter, &[("revision", &hash)]);
        river.send_form(&back, &letter.sign(), &[("authority", "yes")]).is(303);
        river.mail();
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn a_member_stands_under_its_coalition_and_others_cannot(site: &Site) {
        let alliance = site.organization("Alliance Office");
        let coalition = alliance.set_up("Syrian NGO Alliance", "SNA");
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = alliance.publish(&[]);
        hill.ask_to_join(&coalition);
        alliance.mail();
        hill.sign_with(&letter, &[("group", "syrian-ngo-alliance")]).is(422).complains("group", "has not confirmed");
        hill.sign(&letter);
        alliance.admit(&coalition, &river);
        assert_eq!(river.get(&letter.sign()).form(&letter.sign())["group"], "syrian-ngo-alliance", "proposed");
        river.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 River Trust (SNA)", "2 Hill Trust (-)"]);
        assert_eq!(site.reader().read(&letter).all("section.group h3"), ["Syrian NGO Alliance SNA"]);
    }

    fn nobody_signs_or_withdraws_for_anothers_organization(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[]);
        hill.sign_with(&letter, &[("organization", "river-trust")]).is(403).sees("owner or a signatory");
        hill.sign_with(&letter, &[("organization", "nobody")]).is(403);
        assert_eq!(site.reader().json(&letter)["count"], 0);
        river.sign(&letter);
        hill.press(&letter.at("/withdrawal"), &[("organization", "river-trust")]).is(403);
        hill.press(&letter.at("/withdrawal"), &[("organization", "hill-trust")]).is(403).sees("does not stand under");
        assert!(site.visitor().press(&letter.at("/withdrawal"), &[("organization", "river-trust")]).is(303).header("location").starts_with("/sign-in"));
        assert!(site.visitor().press(&letter.sign(), &[("organization", "river-trust")]).is(303).header("location").starts_with("/sign-in"));
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn somebody_with_two_organizations_chooses(site: &Site) {
        let river = site.organization("River Trust");
        let second = site.visitor();
        second.register_as("Hill Trust", &[("email", &river.email())]);
        let link = river.mail().link();
        river.fill(&link, &link, &[]).is(200);
        let letter = river.publish(&[]);
        river.get(&letter.sign()).sees("For which organization?");
        let page = river.get(&letter.at("/sign?organization=hill-trust"));
        river.send_form(&page, &letter.sign(), &[("authority", "yes")]).is(303);
        river.mail();
        river.press(&letter.sign(), &[("authority", "yes")]).is(422);
        river.sign(&letter); // one is left, so there is nothing to choose
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)", "2 River Trust (-)"]);
    }

    fn fifty_presses_at_once_are_one_signature(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let page = river.get(&letter.sign());
        let statuses: Vec<u16> = thread::scope(|scope| {
            let press = || river.send_form(&page, &letter.sign(), &[("authority", "yes")]).status;
            let threads: Vec<_> = (0..50).map(|_| scope.spawn(press)).collect();
            threads.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        assert!(statuses.iter().all(|status| *status == 303), "{statuses:?}");
        assert_eq!(list(&site.reader().json(&letter)), ["1 River Trust (-)"]);
        assert_eq!(site.reader().json(&letter)["count"], 1);
        assert_eq!(site.reader().read(&letter).all("#signatories li").len(), 1);
        assert!(river.mail().subject.contains("has signed"));
        assert!(site.unread_mails().is_empty(), "one mail");
    }

    fn twenty_five_at_once_are_numbered_without_a_gap(site: &Site) {
        let coordinator = site.organization("Coordinator");
        let letter = coordinator.publish(&[("title", "We, {{count}}")]);
        site.reader().read(&letter); // so that it stands on the shelf while they sign
        let all: Vec<_> = (1..=25).map(|number| site.organization(&format!("Trust {number:02}"))).collect();
        thread::scope(|scope| {
            for trust in &all {
                scope.spawn(|| trust.sign(&letter));
            }
        });
        let expected: Vec<String> = (1..=25).map(|number| format!("{number} Trust {number:02} (-)")).collect();
        let json = site.reader().json(&letter);
        assert_eq!(list(&json), expected);
        assert_eq!(json["count"], 25);
        let page = site.reader().read(&letter);
        page.sees("25 organizations").sees("We, 25");
        let names: Vec<String> = (1..=25).map(|number| format!("Trust {number:02}")).collect();
        assert_eq!(page.all("#signatories li .name"), names);
        assert_eq!(page.attributes("#signatories ol", "start"), ["1"]);
        let ids: HashSet<String> = page.attributes("#signatories li", "id").into_iter().collect();
        assert_eq!(ids.len(), 25);
    }

    fn a_signature_withdrawn_and_given_again_is_the_same(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let letter = river.publish(&[("ordering", "time")]);
        river.sign(&letter);
        hill.sign(&letter);
        let id = |name: &str| {
            let page = site.reader().read(&letter);
            let names = page.all("#signatories li .name");
            names.iter().position(|n| n == name).map(|at| page.attributes("#signatories li", "id")[at].clone())
        };
        let first = id("River Trust").expect("it stands there");
        assert!(first.strip_prefix("signatory-").is_some_and(|digits| digits.len() == 12), "{first}");
        river.withdraw(&letter);
        assert_eq!(id("River Trust"), None);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        river.press(&letter.at("/withdrawal"), &[]).is(403).sees("does not stand under");
        river.sign(&letter);
        assert_eq!(id("River Trust"), Some(first));
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)", "2 River Trust (-)"], "as of now");
    }

    fn pressing_twice_is_pressing_once(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let page = river.get(&letter.sign());
        river.sign(&letter);
        let signed_at = site.reader().json(&letter)["groups"][0]["signatories"][0]["signed_at"].clone();
        let again = river.send_form(&page, &letter.sign(), &[("authority", "yes")]);
        assert!(again.is(303).header("location").starts_with(&letter.sign()));
        river.get(&letter.sign()).sees("River Trust has signed this letter.").lacks("Sign this letter");
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["signed_at"], signed_at);
        assert!(site.unread_mails().is_empty(), "one mail");
    }

    fn signing_and_withdrawing_at_once_leave_list_and_count_in_step(site: &Site) {
        let all: Vec<_> = (1..=6).map(|number| site.organization(&format!("Trust {number}"))).collect();
        let letter = all[0].publish(&[]);
        let forms: Vec<_> = all.iter().map(|trust| trust.get(&letter.sign())).collect();
        thread::scope(|scope| {
            for (trust, form) in all.iter().zip(&forms) {
                let letter = &letter;
                scope.spawn(move || {
                    for _ in 0..4 {
                        trust.send_form(form, &letter.sign(), &[("authority", "yes")]).is(303);
                        trust.press(&letter.at("/withdrawal"), &[]).is(303);
                    }
                    trust.send_form(form, &letter.sign(), &[("authority", "yes")]).is(303);
                    for _ in 0..9 {
                        trust.mail();
                    }
                });
            }
        });
        let json = site.reader().json(&letter);
        let expected: Vec<String> = (1..=6).map(|number| format!("{number} Trust {number} (-)")).collect();
        assert_eq!((list(&json), json["count"].as_u64()), (expected, Some(6)));
    }
}
