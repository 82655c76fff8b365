//! Signatures that wait for a look of the coordinators before they are listed.

use std::thread;

use crate::authority::button;
use crate::coordinating::two_coordinators;
use crate::listing::add_listed;
use crate::support::letters::list;
use crate::support::{Letter, Live, Page, Site, Visitor, eventually};

/// Signs below what the letter asks for, and reads the mail about it.
#[track_caller]
pub fn sign_and_wait(visitor: &Visitor<'_>, letter: &Letter) -> Page {
    let page = visitor.sign_with(letter, &[]);
    page.is(200).sees("has signed this letter.").sees("It waits for a look");
    let mail = visitor.mail();
    assert!(mail.subject.contains("has signed, and waits for a coordinator"), "{}", mail.subject);
    mail.says("It is not on the list and not counted yet");
    page
}

/// Everything that the public can read of a letter.
fn public(site: &Site, letter: &Letter) -> String {
    let ends = ["", ".json", ".csv", ".txt", "/history"];
    ends.map(|end| site.reader().ask(&letter.at(end)).is(200).text()).concat()
}

stories! {
    fn who_is_below_what_the_letter_asks_for_waits_and_is_accepted(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[("verification", "domain"), ("title", "We, {{count}}")]);
        assert_eq!(site.reader().json(&letter)["verification"], "domain");
        let live = Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live")), None);
        hill.get(&letter.sign()).sees("Your organization is verified by email, so its signature waits");
        sign_and_wait(&hill, &letter).sees("an address at the organization’s own web domain").lacks("See it on the list");
        assert!(!public(site, &letter).contains("Hill Trust"));
        assert_eq!(site.reader().json(&letter)["count"], 0);
        site.reader().read(&letter).sees("We, 0");
        site.reader().get("/organizations/hill-trust").lacks("We, 0");
        hill.get("/desk").sees("Given, and not on the list").sees("Hill Trust: the signature waits for a look");
        hill.ask(&letter.at("/queue")).is(404);

        office.get("/desk").sees("Waiting for you as a coordinator").sees("1 signature waits to be looked at");
        office.get(&letter.at("/list")).sees("1 signature waits to be looked at").lacks("Hill Trust");
        let page = office.get(&letter.at("/queue"));
        page.is(200).sees("Hill Trust").sees("It is verified by email, since").sees("Amal Haddad (owner, hill-trust@example.org) signed on");
        let accept = button(&office, &letter, "/acceptance");
        let long = "x".repeat(2001);
        for reason in ["", " \n ", long.as_str()] {
            office.press(&accept, &[("reason", reason)]).is(422).sees("needs another look");
        }
        assert_eq!(office.press(&accept, &[("reason", &long)]).all("textarea[name=reason]")[0].len(), 2001, "their words stay");
        office.fill(&letter.at("/queue"), &accept, &[("reason", "We have known them for years.")]).is(200).sees("Decided.")
            .sees("None waits.").sees("We have known them for years.");
        let mail = hill.mail();
        mail.says("We have known them for years.");
        assert_eq!(mail.subject, "Hill Trust is on the list: We, …");
        live.hears("signatory"); // and nothing before it
        assert_eq!(live.hears("count").data["count"], 1);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        office.get(&letter.at("/log")).sees("signed, and waits for a coordinator").sees("put a signature that waited on the list");
        office.press(&accept, &[("reason", "Again.")]).is(409).sees("accepted");
        office.get("/desk").lacks("Waiting for you as a coordinator");
        hill.get(&letter.sign()).lacks("It waits for a look").sees("See it on the list");
    }

    fn whom_it_may_be_taken_for_stands_at_the_line(site: &Site) {
        let (office, hill, other) = (site.organization("Alliance Office"), site.organization("Hill Trust"), site.organization("The HILL Trust"));
        let letter = office.publish(&[("verification", "operator")]);
        sign_and_wait(&other, &letter);
        let page = office.get(&letter.at("/queue"));
        page.is(200).sees("It may be taken for another. Its name reads or looks like the other’s. The other: Hill Trust.");
        sign_and_wait(&hill, &letter);
        hill.get(&letter.sign()).lacks("It may be taken for another");
    }

    fn who_is_refused_hears_why_and_leaves_no_trace(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[("verification", "operator")]);
        sign_and_wait(&hill, &letter);
        office.press(&button(&office, &letter, "/refusal"), &[("reason", "We could not reach you.")]).is(303);
        let mail = hill.mail();
        mail.says("We could not reach you.").says("it can be given again");
        assert_eq!(mail.subject, "Hill Trust is not listed: Open the road");
        assert!(!public(site, &letter).contains("Hill Trust"));
        assert!(!public(site, &letter).contains("withdrew"), "no trace in the history");
        hill.get(&letter.sign()).sees("Sign this letter").lacks("has signed");
        sign_and_wait(&hill, &letter);
        assert_eq!(site.reader().json(&letter)["count"], 0);
        office.get(&letter.at("/queue")).sees("We could not reach you.");
    }

    fn who_withdraws_while_waiting_leaves_no_trace(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[("verification", "vouched")]);
        sign_and_wait(&hill, &letter);
        let accept = button(&office, &letter, "/acceptance");
        hill.withdraw(&letter);
        assert!(!public(site, &letter).contains("Hill Trust") && !public(site, &letter).contains("withdrew"));
        office.press(&accept, &[("reason", "Too late.")]).is(409).sees("withdrawn by the organization");
        assert_eq!(site.reader().json(&letter)["count"], 0);
        // An objection to what waits is a case, and leaves no trace either.
        sign_and_wait(&hill, &letter);
        hill.press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(303);
        office.mail();
        office.press(&button(&office, &letter, "/acceptance"), &[("reason", "Looks well.")]).is(303);
        hill.mail();
        assert_eq!(site.reader().json(&letter)["count"], 0, "suspended stays suspended");
        hill.press(&letter.at("/authorization"), &[("organization", "hill-trust")]).is(303);
        office.mail();
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn who_comes_to_be_verified_as_asked_leaves_the_queue_by_itself(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let (domain, vouched) = (office.publish(&[("verification", "domain")]), office.publish(&[("verification", "vouched")]));
        sign_and_wait(&hill, &domain);
        sign_and_wait(&hill, &vouched);
        site.execute("UPDATE organizations SET verified_by = 'domain'");
        eventually("the signature to be listed", || (site.reader().json(&domain)["count"] == 1).then_some(()));
        let mail = hill.mail();
        mail.says("its verification is what the letter asks for");
        assert_eq!(mail.subject, "Hill Trust is on the list: Open the road");
        assert_eq!(site.reader().json(&vouched)["count"], 0, "a domain is less than a coalition’s word");
        // Less is asked for: the same.
        office.fill(&vouched.edit(), &vouched.edit(), &[("verification", "domain")]).is(200).sees("Saved.");
        assert_eq!(site.reader().json(&vouched)["verification"], "domain");
        eventually("the signature to be listed", || (site.reader().json(&vouched)["count"] == 1).then_some(()));
        hill.mail();
        office.get(&vouched.at("/log")).sees("set how signatories have to be verified");
        // Whoever meets it is listed at once; and more asked for later takes nobody off.
        let wood = site.organization("Alder Wood");
        sign_and_wait(&wood, &domain);
        site.execute("UPDATE organizations SET verified_by = 'vouched'");
        wood.mail();
        let lake = site.organization("Lake Trust");
        site.execute("UPDATE organizations SET verified_by = 'vouched'");
        lake.sign(&domain);
        office.fill(&domain.edit(), &domain.edit(), &[("verification", "operator")]).is(200).sees("Saved.");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(site.reader().json(&domain)["count"], 3);
        assert!(site.unread_mails().is_empty(), "once each");
    }

    fn the_least_verification_is_chosen_with_the_letter(site: &Site) {
        let office = site.organization("Alliance Office");
        let letter = office.write(&[]);
        assert_eq!(office.get(&letter.edit()).form(&letter.edit())["verification"], "email", "everyone, if nothing is said");
        let page = office.get("/letters/new");
        let wrong = office.send_form(&page, "/letters/new", &[("title", "A letter"), ("body", "Words."), ("verification", "hearsay")]);
        wrong.is(422).complains("verification", "Choose one from the list.");
        assert_eq!(wrong.form("/letters/new")["title"], "A letter");
        office.fill(&letter.edit(), &letter.edit(), &[("verification", "vouched")]).is(200).sees("Saved.");
        assert_eq!(office.get(&letter.edit()).form(&letter.edit())["verification"], "vouched");
        // A program that does not know the field leaves it as it is.
        let form = office.get(&letter.edit()).form(&letter.edit());
        let without: Vec<(&str, &str)> = form.iter().filter(|(name, _)| !["verification", "place_and_date"].contains(&name.as_str())).map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let mut other = without.clone();
        other.push(("place_and_date", "Brussels"));
        office.press(&letter.edit(), &other).is(303);
        assert_eq!(office.get(&letter.edit()).form(&letter.edit())["verification"], "vouched");
        assert_eq!(office.get(&format!("/letters/new?from={}", letter.slug())).form("/letters/new")["verification"], "vouched");
        office.press(&letter.edit(), &[("title", "A letter"), ("body", "Words."), ("verification", "x")]).is(422);
        office.press_publish(&letter).is(200);
        assert_eq!(site.reader().json(&letter)["verification"], "vouched");
        office.fill(&letter.edit(), &letter.edit(), &[("verification", "email")]).is(200);
        assert_eq!(site.reader().json(&letter)["verification"], "email");
    }

    fn two_coordinators_who_decide_at_once_are_one(site: &Site) {
        let (river, hill, letter) = two_coordinators(site);
        river.fill(&letter.edit(), &letter.edit(), &[("verification", "domain")]).is(200);
        river.press_publish(&letter).is(200);
        let wood = site.organization("Alder Wood");
        sign_and_wait(&wood, &letter);
        let (accept, refuse) = (button(&river, &letter, "/acceptance"), button(&hill, &letter, "/refusal"));
        let statuses: Vec<u16> = thread::scope(|scope| {
            let one = scope.spawn(|| river.press(&accept, &[("reason", "Welcome.")]).status);
            let other = scope.spawn(|| hill.press(&refuse, &[("reason", "Not you.")]).status);
            [one, other].map(|thread| thread.join().expect("an answer")).to_vec()
        });
        let mut sorted = statuses.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [303, 409], "one wins, the other is told");
        let accepted = statuses[0] == 303;
        assert_eq!(site.reader().json(&letter)["count"], u64::from(accepted));
        wood.mail().says(if accepted { "Welcome." } else { "Not you." });
        let log = river.get(&letter.at("/log")).text();
        assert_eq!(log.contains("put a signature that waited on the list"), accepted);
        assert_eq!(log.contains("refused a signature that waited"), !accepted);
    }

    fn who_is_accepted_after_the_closing_stands_and_after_the_delivery_stands_apart(site: &Site) {
        let [office, hill, wood, lake] = ["Alliance Office", "Hill Trust", "Alder Wood", "Lake Trust"].map(|name| site.organization(name));
        let letter = office.publish(&[("verification", "domain")]);
        for trust in [&hill, &wood, &lake] {
            sign_and_wait(trust, &letter);
        }
        let page = office.get(&letter.at("/queue"));
        let accepts = page.attributes("button[formaction$='/acceptance']", "formaction");
        assert_eq!(page.all("article.waits h3"), ["Hill Trust", "Alder Wood", "Lake Trust"], "the oldest first");
        office.press(&letter.at("/closing"), &[]).is(303);
        office.press(&accepts[0], &[("reason", "In time.")]).is(303);
        hill.mail();
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        office.press(&letter.at("/delivery"), &[]).is(303);
        hill.mail().says("has been delivered");
        office.press(&accepts[1], &[("reason", "In time, too.")]).is(303);
        wood.mail();
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)", "2 Alder Wood (Signed after delivery)"]);
        office.get(&letter.at("/copies")).sees("hill-trust@example.org").lacks("alder-wood@example.org").lacks("lake-trust");
        assert!(!public(site, &letter).contains("Lake Trust"));
    }

    fn who_waits_is_asked_about_a_changed_text_like_everyone(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[("verification", "domain")]);
        sign_and_wait(&hill, &letter);
        let live = Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live")), None);
        office.revise_in_substance(&letter, "We, the undersigned, ask for two things.", &[]);
        live.hears("list");
        hill.keep(&hill.mail().link());
        assert!(!public(site, &letter).contains("Hill Trust"));
        office.press(&button(&office, &letter, "/acceptance"), &[("reason", "Well.")]).is(303);
        hill.mail();
        live.hears("signatory"); // and nothing of its keeping before
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["revision"], 2);
    }

    fn whom_the_coordinators_asked_at_its_own_address_does_not_wait(site: &Site) {
        let (office, hill, wood) = (site.organization("Alliance Office"), site.organization("Hill Trust"), site.organization("Alder Wood"));
        let letter = office.publish(&[("verification", "operator")]);
        add_listed(&office, &letter, &[("name", "Hill Trust"), ("email", &hill.email())]).is(303);
        let link = hill.mail().link();
        hill.fill(&link, &format!("{link}/acceptance"), &[]).is(200).sees("Hill Trust is us");
        hill.sign_with(&letter, &[]).is(200).lacks("It waits for a look");
        hill.mail();
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["status"], "confirmed");
        sign_and_wait(&wood, &letter);
    }
}
