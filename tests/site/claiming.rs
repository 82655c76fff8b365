//! Registering an organization that exists: a claim and not a second row.

use crate::support::{Site, Visitor};

/// Somebody who registers "River Trust" in Lebanon, and confirms the mail.
fn claims<'s>(site: &'s Site, email: &str, typed: &[(&str, &str)]) -> Visitor<'s> {
    let visitor = site.visitor();
    let mut fields = vec![("email", email), ("country", "LB"), ("person_name", "Rami Saleh")];
    fields.extend_from_slice(typed);
    visitor.register_as("River Trust", &fields).is(200).sees("Look in your mail");
    visitor
}

/// Presses the button of the mail, and is on the page of the claim.
fn confirm(visitor: &Visitor<'_>) -> String {
    let link = visitor.mail().link();
    let sent = visitor.press(&link, &[]);
    sent.is(303);
    let claim = sent.header("location").to_owned();
    assert!(claim.starts_with("/claims/"), "{claim}");
    visitor.get(&claim).is(200).sees("is here already");
    claim
}

stories! {
    fn the_same_name_in_the_same_country_is_a_claim(site: &Site) {
        let operator = site.operator();
        let river = site.organization_in("River Trust", "LB");
        let stranger = claims(site, "rami@second.example", &[]);
        let claim = confirm(&stranger);
        stranger.get("/desk").sees("Two of one name").lacks("You are an owner");
        site.reader().ask("/organizations/river-trust-2").is(404);
        let letter = river.publish(&[]);
        stranger.get(&letter.sign()).lacks("Sign as");
        assert!(operator.get("/operator/claims").is(200).text().contains("None."), "nothing is asked before they have said what they want");

        stranger.fill(&claim, &claim, &[("kind", "act"), ("words", "")]).is(422).complains("words", "Say by what");
        stranger.fill(&claim, &claim, &[("words", "I am new here")]).is(422).complains("kind", "Choose").sees("I am new here");
        stranger.fill(&claim, &claim, &[("kind", "act"), ("words", "I run the Beirut office.")]).is(200).sees("Your words have arrived");
        let asked = river.mail();
        asked.says("Rami Saleh").says("rami@second.example");
        river.get(&asked.link()).is(200).sees("I run the Beirut office.");
        river.fill(&asked.link(), &format!("{claim}/answer"), &[("words", "We do not know him.")]).is(200);

        let page = operator.get(&format!("/operator{claim}"));
        page.is(200).sees("I run the Beirut office.").sees("We do not know him.").sees("rami@second.example").sees("not at the domain");
        let decide = format!("/operator{claim}");
        operator.fill(&decide, &decide, &[("decision", "refuse"), ("reason", "")]).is(422).complains("reason", "Say why");
        operator.fill(&decide, &decide, &[("decision", "refuse"), ("reason", "Nobody there knows him.")]).is(200);
        stranger.mail().says("has refused").says("Nobody there knows him.");
        river.mail().says("has refused");
        operator.press(&decide, &[("decision", "separate"), ("reason", "again")]).is(403);
        site.reader().ask("/organizations/river-trust-2").is(404);
        operator.get("/operator/log").sees("refused a claim").sees("looked at a claim");
    }

    fn an_owner_takes_the_claimant_in(site: &Site) {
        let river = site.organization_in("River Trust", "LB");
        let colleague = claims(site, "rami@second.example", &[]);
        let claim = confirm(&colleague);
        colleague.fill(&claim, &claim, &[("kind", "act"), ("words", "We met on Monday.")]).is(200);
        let link = river.mail().link();
        river.press(&format!("{claim}/acceptance"), &[("role", "emperor")]).is(400);
        river.fill(&link, &format!("{claim}/acceptance"), &[("role", "signatory")]).is(200).sees("Rami Saleh");
        assert!(colleague.mail().subject.contains("You act for River Trust"));
        let letter = river.publish(&[]);
        colleague.sign_with(&letter, &[]).is(200).sees("has signed");
        colleague.mail();
        river.mail();
        river.press(&format!("{claim}/acceptance"), &[("role", "owner")]).is(403);
    }

    fn another_body_of_the_name_becomes_one_of_its_own(site: &Site) {
        let operator = site.operator();
        let river = site.organization_in("River Trust", "LB");
        let other = claims(site, "rami@second.example", &[]);
        let claim = confirm(&other);
        other.fill(&claim, &claim, &[("kind", "another"), ("words", "We are in Tripoli, registered in 1990.")]).is(200);
        river.mail().says("another organization");
        let decide = format!("/operator{claim}");
        operator.fill(&decide, &decide, &[("decision", "separate"), ("reason", "Two registers, two numbers.")]).is(200);
        other.mail().says("an organization of its own");
        river.mail();
        site.reader().get("/organizations/river-trust-2").is(200).sees("River Trust");
        let letter = river.publish(&[]);
        other.sign(&letter);
        assert!(operator.get("/operator/flags").text().contains("None."), "that they are alike is settled with it");
    }

    fn the_same_website_and_a_name_that_looks_alike_is_a_claim(site: &Site) {
        let river = site.visitor();
        river.register_as("River Trust", &[("email", "a@river.org"), ("website", "https://river.org")]);
        river.confirm_from_mail();
        let thief = site.visitor();
        thief.register_as("Rivеr Trust", &[("email", "b@thief.example"), ("website", "https://www.river.org/about")]); // a Cyrillic е
        confirm(&thief);
        site.reader().ask("/organizations/river-trust-2").is(404);
    }

    fn the_same_name_by_chance_is_no_claim(site: &Site) {
        site.organization_in("River Trust", "LB");
        for (at, country) in ["", "TR"].iter().enumerate() {
            let other = site.visitor();
            let email = format!("other{at}@example.org");
            other.register_as("River Trust", &[("email", &email), ("country", country)]);
            other.confirm_from_mail();
        }
        site.reader().get("/organizations/river-trust-2").is(200);
        site.reader().get("/organizations/river-trust-3").is(200);
    }

    fn many_from_one_domain_register_and_sign_as_before(site: &Site) {
        let letter = site.organization("Office").publish(&[]);
        for name in ["Alpha House", "Beta House", "Gamma House", "Delta House", "Epsilon House", "Zeta House", "Eta House"] {
            let visitor = site.organization(name);
            visitor.sign(&letter);
        }
        assert_eq!(site.reader().json(&letter)["count"], 7);
    }

    fn the_page_of_registering_tells_a_stranger_nothing(site: &Site) {
        site.organization_in("River Trust", "LB");
        let answers: Vec<_> = ["River Trust", "Hill Trust"].iter().enumerate().map(|(at, name)| {
            let visitor = site.visitor();
            let email = format!("s{at}@second.example");
            let mut fields = visitor.registration(name, &email);
            fields.push(("country", "LB"));
            let sent = visitor.press("/register", &fields);
            assert_eq!((sent.status, sent.header("location")), (303, "/confirm"));
            let mail = site.mail_to(&email);
            (visitor.get("/confirm").bytes, mail.subject.replace(name, "NAME"))
        }).collect();
        assert_eq!(answers[0], answers[1]);
    }

    fn claims_are_nobody_elses(site: &Site) {
        let river = site.organization_in("River Trust", "LB");
        let hill = site.organization("Hill Trust");
        let stranger = claims(site, "rami@second.example", &[]);
        let claim = confirm(&stranger);
        river.ask(&claim).is(404); // before the claimant has said anything
        for path in [claim.clone(), "/claims/01900000-0000-7000-8000-000000000001".into(), "/claims/x".into()] {
            hill.ask(&path).is(404);
            hill.press(&path, &[("kind", "act"), ("words", "x")]).is(404);
            hill.press(&format!("{path}/acceptance"), &[("role", "owner")]).is(404);
            hill.press(&format!("{path}/answer"), &[("words", "x")]).is(404);
            hill.press(&format!("{path}/withdrawal"), &[]).is(404);
        }
        stranger.press(&format!("{claim}/acceptance"), &[("role", "owner")]).is(404);
        stranger.press(&format!("{claim}/answer"), &[("words", "x")]).is(404);
        stranger.ask(&format!("/operator{claim}")).is(404);
        stranger.fill(&claim, &format!("{claim}/withdrawal"), &[]).is(200);
        stranger.get("/desk").lacks("Two of one name");
        assert!(site.unread_mails().is_empty());
    }

    fn claiming_twice_is_one_claim(site: &Site) {
        site.organization_in("River Trust", "LB");
        let stranger = claims(site, "rami@second.example", &[]);
        let first = confirm(&stranger);
        stranger.register_as("River Trust", &[("email", "rami@second.example"), ("country", "LB")]);
        assert_eq!(confirm(&stranger), first);
    }

    fn two_operators_decide_once(site: &Site) {
        let (one, other) = (site.operator(), site.operator());
        let river = site.organization_in("River Trust", "LB");
        let stranger = claims(site, "rami@second.example", &[]);
        let claim = confirm(&stranger);
        stranger.fill(&claim, &claim, &[("kind", "another"), ("words", "We are in Tripoli.")]).is(200);
        river.mail();
        let path = format!("/operator{claim}");
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let both: Vec<_> = [(&one, "separate"), (&other, "refuse")].into_iter().map(|(operator, decision)| {
                let path = &path;
                scope.spawn(move || operator.press(path, &[("decision", decision), ("reason", "Because.")]).status)
            }).collect();
            both.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        let mut sorted = statuses.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [303, 403], "{statuses:?}");
        stranger.mail();
        river.mail();
    }
}
