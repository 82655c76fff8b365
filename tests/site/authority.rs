//! Who may sign: what is declared, what an owner can say of it, and what the coordinators decide.

use std::thread;

use crate::coordinating::two_coordinators;
use crate::preparing::colleague;
use crate::support::letters::list;
use crate::support::{Letter, Live, Page, Site, Visitor};

/// The two links in the mail after a signature: to withdraw, and to say that it was not authorised.
#[track_caller]
pub fn links(site: &Site, address: &str) -> (String, String) {
    let mail = site.mail_to(address);
    let [withdraw, object] =
        acting(&mail.links()).try_into().unwrap_or_else(|links| panic!("two links: {links:?}"));
    assert!(
        withdraw.starts_with("/signatures/") && object.starts_with("/objections/"),
        "{withdraw} {object}"
    );
    (withdraw, object)
}

/// The links with which something can be done: all but that to the receipt.
fn acting(links: &[String]) -> Vec<String> {
    links.iter().filter(|link| !link.starts_with("/receipts/")).cloned().collect()
}

/// Presses "This was not authorised" behind a link.
fn object(visitor: &Visitor<'_>, link: &str, words: &str) -> Page {
    visitor.fill(link, link, &[("words", words)])
}

/// The action of the first form on the queue page whose address ends so.
#[track_caller]
pub fn button(coordinator: &Visitor<'_>, letter: &Letter, end: &str) -> String {
    let page = coordinator.get(&letter.at("/queue"));
    let found = page.is(200).attributes(&format!("button[formaction$='{end}']"), "formaction");
    found.first().unwrap_or_else(|| panic!("no {end} on {}", page.text())).clone()
}

/// An organization whose signatory signs, and whose owner has the mail about it unread.
fn signed_by_another<'s>(site: &'s Site, office: &Visitor<'_>) -> (Visitor<'s>, Visitor<'s>, Letter) {
    let hill = site.organization("Hill Trust");
    let nour = colleague(site, &hill, "hill-trust", "nour@hill.example", "signatory");
    let letter = office.publish(&[("title", "We, {{count}}")]);
    nour.sign_with(&letter, &[]).is(200).sees("has signed");
    assert_eq!(
        acting(&site.mail_to("nour@hill.example").links()).len(),
        1,
        "who is no owner can only withdraw"
    );
    (hill, nour, letter)
}

stories! {
    fn what_is_declared_is_kept_in_the_language_in_which_it_was_read(site: &Site) {
        let office = site.organization("Alliance Office");
        let hill = site.organization("Hill Trust");
        let letter = office.publish(&[]);
        let declared = "J’ai qualité pour signer au nom de Hill Trust.";
        let form = hill.get(&format!("/fr{}", letter.sign()));
        assert_eq!(form.attributes("input[name='language']", "value"), ["fr"]);
        form.sees(declared).lacks("I am authorised");
        // As a form that was read in French is sent once the site speaks English to its reader.
        hill.sign_with(&letter, &[("language", "fr")]).is(200).sees("has signed").sees(declared).lacks("I am authorised");
        hill.mail().says("declared on").says(declared);
        let river = site.organization("River Trust");
        river.sign_with(&letter, &[("language", "../fr")]).is(200).sees("I am authorised to sign for River Trust.");
        river.mail();
    }

    fn what_is_declared_is_shown_and_kept(site: &Site) {
        let office = site.organization("Alliance Office");
        let hill = site.organization("Hill Trust");
        let nour = colleague(site, &hill, "hill-trust", "nour@hill.example", "signatory");
        let letter = office.publish(&[]);
        let form = nour.get(&letter.sign());
        form.sees("I am authorised to sign for Hill Trust. I put its name under this letter, in exactly the text that was shown to me.");
        form.sees("You declare it as Nour Saleh (signatory), from nour@hill.example.");
        nour.sign_with(&letter, &[("representative_name", "The Board")]).is(200);
        site.mail_to("nour@hill.example");
        hill.mail().says("The Board has signed").says("Nour Saleh (signatory, nour@hill.example) declared on")
            .says("“I am authorised to sign for Hill Trust. I put its name under this letter, in exactly the text that was shown to me.”");

        let known = "Nour Saleh (signatory, nour@hill.example) signed on";
        let said = "I am authorised to sign for Hill Trust. I put its name";
        hill.get(&letter.sign()).sees(known).sees(said);
        let id = office.get(&letter.at("/list")).attributes("main li[data-name]", "id")[0].replace("s-", "");
        let line = letter.at(&format!("/list/lines/{id}"));
        office.get(&line).is(200).sees(known).sees(said).sees("revision 1");
        hill.ask(&line).is(404);
        for public in [letter.path.clone(), letter.json(), letter.at("/history"), letter.at(".csv"), letter.at(".txt"), "/organizations/hill-trust".into()] {
            site.reader().ask(&public).is(200).lacks("Nour").lacks("nour@hill").lacks("The Board");
        }
        assert!(!site.keeps_in_the_clear("nour@hill.example") && !site.keeps_in_the_clear("I am authorised to sign for Hill"));
    }

    fn a_change_of_the_person_or_their_role_changes_nothing_that_was_declared(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        hill.mail();
        let people = "/organizations/hill-trust/people";
        let removal = nour.get(people).attributes("form[action$=removal]", "action")[0].clone();
        hill.press(&removal, &[]).is(303);
        site.mail_to("nour@hill.example").says("taken you out");
        hill.get(&letter.sign()).sees("Nour Saleh (signatory, nour@hill.example) signed on");
        nour.get(&letter.sign()).lacks("Who declared what");
    }

    fn who_deletes_their_account_is_forgotten_in_what_they_declared(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        hill.mail();
        let export = nour.get("/account/data").json();
        assert_eq!(export["signatures"]["declared_by_you"][0]["role"], "signatory", "{export}");
        assert_eq!(export["signatures"]["declared_by_you"][0]["email"], "nour@hill.example");
        let typed = [("names", "replace"), ("comments", "erase"), ("understood", "yes"), ("password", "the river runs to the sea")];
        nour.press("/account/deletion", &typed).is(303);
        site.mail_to("nour@hill.example");
        let page = hill.get(&letter.sign());
        page.sees("A representative (signatory) signed on").lacks("Nour").lacks("nour@hill");
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"], "the signature is the organization’s");
    }

    fn both_of_two_persons_stand_at_the_signature(site: &Site) {
        let office = site.organization("Alliance Office");
        let hill = site.organization("Hill Trust");
        let member = colleague(site, &hill, "hill-trust", "nour@hill.example", "member");
        let letter = office.publish(&[]);
        member.fill(&letter.sign(), &letter.at("/preparation"), &[]).is(200);
        let link = hill.mail().link();
        site.visitor().get(&link).sees("I am Amal Haddad and authorised to sign for Hill Trust. I put its name under this letter");
        site.visitor().press(&link, &[("authority", "yes")]).is(200);
        site.mail_to("nour@hill.example").says("approved");
        hill.mail().says("Amal Haddad (owner, hill-trust@example.org) declared");
        let page = hill.get(&letter.sign());
        page.sees("Nour Saleh (member, nour@hill.example) prepared it on").sees("It is given only by somebody else with authority.");
        page.sees("Amal Haddad (owner, hill-trust@example.org) approved and gave it on").sees("I am Amal Haddad and authorised");
        // Keeping is declared too.
        office.revise_in_substance(&letter, "We, the undersigned, ask for two things.", &[]);
        let question = hill.mail().link();
        hill.get(&question).sees("Whoever keeps it declares:").sees("I keep its name under this letter");
        hill.keep(&question);
        hill.get(&letter.sign()).sees("kept it under the changed text on").sees("revision 2");
    }

    fn an_owner_suspends_a_signature_from_the_mail_at_once(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        let live = Live::open(site.runtime(), &format!("{}{}", site.url, letter.at("/live")), None);
        let (_, link) = links(site, "hill-trust@example.org");
        let phone = site.visitor();
        let page = phone.get(&link);
        page.is(200).sees("Was this authorised?").sees("Nour Saleh (signatory, nour@hill.example) signed on");
        assert_eq!((page.header("referrer-policy"), page.header("cache-control")), ("no-referrer", "no-store"));
        phone.send(reqwest::Method::HEAD, &link, &[], None).is(200);
        assert_eq!(site.reader().json(&letter)["count"], 1, "looking changes nothing");

        object(&phone, &link, "Nobody <b>asked</b> the board.").is(200).sees("The signature is suspended");
        let json = site.reader().json(&letter);
        assert_eq!((list(&json).len(), json["count"].as_u64()), (0, Some(0)));
        site.reader().read(&letter).lacks("Hill Trust").sees("We, 0");
        for export in [".csv", ".txt"] {
            site.reader().ask(&letter.at(export)).is(200).lacks("Hill Trust");
        }
        site.reader().get("/organizations/hill-trust").lacks("We, 0");
        site.reader().get(&letter.at("/history")).lacks("Hill Trust").lacks("withdrew");
        live.hears("withdrawn");
        assert_eq!(live.hears("count").data["count"], 0);

        let mail = office.mail();
        assert_eq!(mail.subject, "A signature is said not to be authorised: We, …");
        mail.says("The organization: Hill Trust.");
        assert_eq!(mail.link(), letter.at("/queue"));
        site.mail_to("nour@hill.example").says("Amal Haddad has said, as an owner of your organization");
        nour.get(&letter.sign()).sees("It is suspended").lacks("Confirm the signature");
        nour.get("/desk").sees("an owner said that the signature was not authorised");
        office.get("/desk").sees("1 is said not to be authorised");
        office.get(&letter.at("/list")).sees("1 is said not to be authorised");
        office.get(&letter.at("/queue")).is(200).sees("Hill Trust").sees("Nobody <b>asked</b> the board.").sees("verified by email")
            .sees("Nour Saleh (signatory, nour@hill.example) signed on").lacks("Put it back");
        assert!(!site.keeps_in_the_clear("asked</b> the board"));

        // Once is once.
        for again in [phone.get(&link), object_again(&phone, &link)] {
            again.is(410).sees("It was used");
        }
        assert_eq!(office.get(&letter.at("/queue")).text().matches("said that it was not authorised").count(), 1);
        hill.get(&letter.at("/log")).is(404);
        office.get(&letter.at("/log")).sees("said that the signature was not authorised");
    }

    fn a_coordinator_puts_it_back_only_on_the_word_of_an_owner(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        let second = colleague(site, &hill, "hill-trust", "lena@hill.example", "owner");
        let (_, link) = links(site, "hill-trust@example.org");
        object(&site.visitor(), &link, "").is(200);
        for address in ["nour@hill.example", "lena@hill.example"] {
            site.mail_to(address).says("not authorised");
        }
        office.mail();
        let removal = button(&office, &letter, "/removal");
        let restoration = removal.replace("/removal", "/restoration");
        office.press(&restoration, &[("reason", "They said so by phone.")]).is(422).sees("No owner of the organization has confirmed").sees("They said so by phone.");
        office.press(&removal, &[("reason", " ")]).is(422).sees("Say why");
        nour.press(&letter.at("/authorization"), &[("organization", "hill-trust")]).is(404);
        assert_eq!(site.reader().json(&letter)["count"], 0);

        // The other owner confirms: they disagree, so it stays, and the coordinator decides.
        second.fill(&letter.sign(), &letter.at("/authorization"), &[]).is(200).sees("Another owner says it is not");
        assert!(office.mail().subject.starts_with("Two owners disagree"));
        assert_eq!(site.reader().json(&letter)["count"], 0);
        office.get(&letter.at("/queue")).sees("said that it was not authorised").sees("confirmed that it is authorised");
        office.press(&button(&office, &letter, "/restoration"), &[("reason", "The board’s minutes say so.")]).is(303);
        for address in ["nour@hill.example", "lena@hill.example", "hill-trust@example.org"] {
            let mail = site.mail_to(address);
            mail.says("The board’s minutes say so.");
            assert_eq!(mail.subject, "Hill Trust: the signature stands again: We, …");
        }
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        site.reader().get(&letter.at("/history")).lacks("withdrew");
        office.press(&removal, &[("reason", "Late.")]).is(409).sees("put back on the list");
        assert_eq!(site.reader().json(&letter)["count"], 1);
        office.get(&letter.at("/queue")).sees("Nobody has said so of a signature.").sees("The board’s minutes say so.");
        office.get(&letter.at("/log")).sees("put a suspended signature back").sees("confirmed that the signature is authorised");
    }

    fn whoever_objected_by_mistake_takes_it_back(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, _nour, letter) = signed_by_another(site, &office);
        hill.mail();
        hill.press(&letter.at("/authorization"), &[("organization", "hill-trust")]).is(403).sees("nothing to confirm");
        // Signed in, from the letter's page.
        hill.fill(&letter.sign(), &letter.at("/objection"), &[("words", "Not us.")]).is(200).sees("The signature is suspended");
        office.mail();
        site.mail_to("nour@hill.example");
        hill.press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(303); // saying it twice
        hill.get("/desk").sees("Given, and not on the list");
        hill.fill(&letter.sign(), &letter.at("/authorization"), &[]).is(200).sees("It stands again");
        assert!(office.mail().subject.starts_with("A signature stands again"));
        site.mail_to("nour@hill.example").says("it stands again");
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        office.get(&letter.at("/queue")).sees("Nobody has said so of a signature.").sees("taken back by who had said it");
        hill.get("/desk").lacks("Given, and not on the list");
    }

    fn saying_it_and_taking_it_back_all_day_is_no_way_to_send_mail(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[]);
        hill.sign(&letter);
        let form = [("organization", "hill-trust")];
        let mut statuses = Vec::new();
        for _ in 0..12 {
            hill.press(&letter.at("/objection"), &form).is(303);
            statuses.push(hill.press(&letter.at("/authorization"), &form).status);
        }
        assert_eq!((statuses[0], statuses[11]), (303, 429), "{statuses:?}");
        let taken_back = statuses.iter().filter(|status| **status == 303).count();
        let mails = site.unread_mails();
        assert!(mails.len() <= 2 * taken_back + 1, "{} mails", mails.len());
        for mail in &mails {
            site.mail_to(&mail.to);
        }
        assert_eq!(site.reader().json(&letter)["count"], 0, "to object is never refused");
    }

    fn a_coordinator_takes_it_off_and_the_history_says_so(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        hill.mail();
        hill.press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(303);
        office.mail();
        site.mail_to("nour@hill.example");
        office.press(&button(&office, &letter, "/removal"), &[("reason", "Its owner says no.")]).is(303);
        for address in ["nour@hill.example", "hill-trust@example.org"] {
            site.mail_to(address).says("Its owner says no.");
        }
        site.reader().get(&letter.at("/history")).sees("Hill Trust withdrew its signature");
        office.get(&letter.at("/log")).sees("took a suspended signature off").sees("Its owner says no.");

        // Whoever signed without authority does not get back by signing again; the owner does.
        nour.sign_with(&letter, &[]).is(200).sees("It waits for a look");
        assert!(site.mail_to("nour@hill.example").subject.contains("waits for a coordinator"));
        hill.mail();
        assert_eq!(site.reader().json(&letter)["count"], 0);
        office.get(&letter.at("/queue")).sees("An owner said that an earlier signature of this organization here was not authorised");
        office.press(&button(&office, &letter, "/refusal"), &[("reason", "Ask your owner.")]).is(303);
        site.mail_to("nour@hill.example").says("Ask your owner.");
        hill.mail().says("Ask your owner.");
        hill.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
    }

    fn withdrawing_and_signing_again_is_no_way_around_an_objection(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        hill.mail();
        hill.press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(303);
        office.mail();
        site.mail_to("nour@hill.example");
        nour.press(&letter.at("/withdrawal"), &[("organization", "hill-trust")]).is(303);
        hill.mail().says("no longer stands");
        office.get(&letter.at("/queue")).sees("Nobody has said so of a signature.").sees("withdrawn by the organization");
        nour.sign_with(&letter, &[]).is(200).sees("It waits for a look");
        site.mail_to("nour@hill.example");
        hill.mail();
        assert_eq!(site.reader().json(&letter)["count"], 0);
        office.press(&button(&office, &letter, "/acceptance"), &[("reason", "The owner agrees by now.")]).is(303);
        site.mail_to("nour@hill.example");
        hill.mail();
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn forged_replayed_swapped_and_truncated_links_open_nothing(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        let (withdraw, object_link) = links(site, "hill-trust@example.org");
        let token = |link: &str| link.rsplit('/').next().unwrap_or_default().to_owned();
        let (w, o) = (token(&withdraw), token(&object_link));
        let stranger = site.visitor();
        let mut wrong = vec![
            format!("/signatures/{o}"), format!("/objections/{w}"), // each for the other's purpose
            format!("/approvals/{o}"), format!("/reconsents/{w}"), format!("/confirm/{o}"), format!("/colleagues/{w}"),
            "/signatures/aaaaaaaa".into(), "/objections/aaaaaaaa".into(), format!("/objections/{}", "a".repeat(32)),
            format!("/objections/{}", o.to_uppercase()), format!("/objections/{o}a"), "/objections/%00".into(),
        ];
        for cut in [1, 16, 31] {
            wrong.push(format!("/objections/{}", &o[..cut]));
            wrong.push(format!("/signatures/{}", &w[..cut]));
        }
        for path in &wrong {
            let seen = stranger.ask(path).status;
            let pressed = stranger.press(path, &[("words", "x"), ("authority", "yes"), ("answer", "withdraw")]).status;
            assert!([404, 410, 303].contains(&seen) && [303, 404, 410, 422].contains(&pressed), "{path}: {seen} {pressed}");
            if path.starts_with("/signatures") || path.starts_with("/objections") {
                assert_eq!((seen, pressed), (410, 410), "{path}");
            }
        }
        assert_eq!(site.reader().json(&letter)["count"], 1);

        // An old link of somebody who is no owner any more.
        let second = colleague(site, &hill, "hill-trust", "lena@hill.example", "owner");
        let people = "/organizations/hill-trust/people";
        let own = |who: &Visitor<'_>| who.get(people).attributes("form[action$=removal]", "action");
        let (before, of_nour) = (own(&second), own(&nour));
        assert_eq!((before.len(), of_nour.len()), (3, 1));
        let roles: Vec<String> = before.iter().map(|action| action.replace("/removal", "/role")).collect();
        second.press(&roles[0], &[("role", "signatory")]).is(303); // the first is who founded it
        stranger.ask(&object_link).is(410);
        stranger.press(&object_link, &[("words", "x")]).is(410);
        stranger.get(&withdraw).is(200).sees("Withdraw the signature"); // a signatory may withdraw
        second.press(&roles[0], &[("role", "member")]).is(303);
        stranger.ask(&withdraw).is(410);
        stranger.press(&withdraw, &[]).is(410);
        second.press(&roles[0], &[("role", "owner")]).is(303);
        assert_eq!(site.reader().json(&letter)["count"], 1);
        stranger.get(&object_link).is(200);
        site.wait(30 * 86_400 + 1);
        stranger.ask(&object_link).is(410).sees("Its time is over");
        stranger.press(&object_link, &[]).is(410);
        assert_eq!(site.reader().json(&letter)["count"], 1);
    }

    fn a_link_is_about_the_signature_that_stood_when_it_was_sent(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[]);
        hill.sign_with(&letter, &[]).is(200);
        let (withdraw, object_link) = links(site, "hill-trust@example.org");
        hill.withdraw(&letter);
        site.visitor().ask(&object_link).is(410);
        site.visitor().press(&object_link, &[]).is(410);
        hill.sign_with(&letter, &[]).is(200);
        let (again, _) = links(site, "hill-trust@example.org");
        site.visitor().press(&object_link, &[]).is(410).sees("given anew since");
        assert_eq!(site.reader().json(&letter)["count"], 1);
        site.visitor().get(&withdraw).is(200);
        site.visitor().press(&again, &[]).is(303);
        hill.mail();
        assert_eq!(site.reader().json(&letter)["count"], 0);
    }

    fn nobody_says_it_for_anothers_organization(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        hill.mail();
        let wood = site.organization("Alder Wood");
        for organization in ["hill-trust", "alder-wood", "nobody", "", "../x"] {
            for action in ["/objection", "/authorization"] {
                wood.press(&letter.at(action), &[("organization", organization)]).is(404);
                office.press(&letter.at(action), &[("organization", organization)]).is(404);
            }
        }
        nour.press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(404);
        assert!(site.visitor().press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(303).header("location").starts_with("/sign-in"));
        // A signatory of one organization signs, withdraws and keeps for no other.
        let form = wood.get(&letter.sign());
        wood.send_form(&form, &letter.sign(), &[("organization", "hill-trust"), ("authority", "yes")]).is(403);
        let fields = form.form(&letter.sign());
        let mut fields: Vec<(&str, &str)> = fields.iter().filter(|(name, _)| *name != "organization").map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("organization", "hill-trust"));
        wood.press(&letter.at("/preparation"), &fields).is(403);
        wood.press(&letter.at("/withdrawal"), &[("organization", "hill-trust")]).is(403);
        office.revise_in_substance(&letter, "We, the undersigned, ask for two things.", &[]);
        let question = hill.mail().link();
        site.mail_to("nour@hill.example");
        for answer in ["keep", "withdraw"] {
            wood.press(&letter.at("/reconsent?organization=hill-trust"), &[("answer", answer)]).is(404);
            wood.press(&letter.at("/reconsent"), &[("organization", "hill-trust"), ("answer", answer)]).is(404);
        }
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["revision"], 1);
        hill.keep(&question);
    }

    fn guessed_ids_and_other_letters_ids_lead_nowhere(site: &Site) {
        let (river, second, own) = two_coordinators(site);
        let office = site.organization("Alliance Office");
        let wood = site.organization("Alder Wood");
        let letter = office.publish(&[]);
        wood.sign(&letter);
        wood.press(&letter.at("/objection"), &[("organization", "alder-wood")]).is(303);
        office.mail();
        let removal = button(&office, &letter, "/removal");
        let elsewhere = removal.replace(letter.slug(), own.slug());
        let reason = [("reason", "A guess.")];
        for guess in [&removal, &elsewhere] {
            river.press(guess, &reason).is(404);
            second.press(&guess.replace("/removal", "/restoration"), &reason).is(404);
            wood.press(guess, &reason).is(404);
        }
        for id in ["01900000-0000-7000-8000-000000000001", "1", "x", "%00"] {
            for end in [format!("/cases/{id}/removal"), format!("/cases/{id}/restoration"), format!("/queue/{id}/acceptance"), format!("/queue/{id}/refusal")] {
                office.press(&letter.at(&end), &reason).is(404);
            }
        }
        river.ask(&letter.at("/queue")).is(404);
        wood.ask(&letter.at("/queue")).is(404);
        river.press(&removal, &[]).is(404);
        assert!(site.visitor().ask(&letter.at("/queue")).is(303).header("location").starts_with("/sign-in"));
        assert!(site.visitor().press(&removal, &reason).is(303).header("location").starts_with("/sign-in"));
        office.get(&letter.at("/queue")).sees("Alder Wood");
        assert_eq!(site.reader().json(&letter)["count"], 0);
    }

    fn two_coordinators_who_settle_at_once_are_one(site: &Site) {
        let (river, hill, letter) = two_coordinators(site);
        river.press_publish(&letter).is(200);
        let wood = site.organization("Alder Wood");
        let second = colleague(site, &wood, "alder-wood", "lena@wood.example", "owner");
        wood.sign_with(&letter, &[]).is(200);
        wood.mail();
        site.mail_to("lena@wood.example");
        wood.press(&letter.at("/objection"), &[("organization", "alder-wood")]).is(303);
        site.mail_to("lena@wood.example");
        second.press(&letter.at("/authorization"), &[("organization", "alder-wood")]).is(303);
        for coordinator in [&river, &hill] {
            coordinator.mail();
            coordinator.mail();
        }
        let (restore, remove) = (button(&river, &letter, "/restoration"), button(&hill, &letter, "/removal"));
        let statuses: Vec<u16> = thread::scope(|scope| {
            let one = scope.spawn(|| river.press(&restore, &[("reason", "Put it back.")]).status);
            let other = scope.spawn(|| hill.press(&remove, &[("reason", "Take it off.")]).status);
            [one, other].map(|thread| thread.join().expect("an answer")).to_vec()
        });
        let mut sorted = statuses.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [303, 409], "one wins, the other is told");
        let stands = site.reader().json(&letter)["count"] == 1;
        assert_eq!(stands, statuses[0] == 303);
        for address in ["alder-wood@example.org", "lena@wood.example"] {
            site.mail_to(address).says(if stands { "Put it back." } else { "Take it off." });
        }
        let log = river.get(&letter.at("/log")).text();
        assert_eq!(log.contains("put a suspended signature back"), stands);
        assert_eq!(log.contains("took a suspended signature off"), !stands);
    }

    fn after_a_delivery_the_case_says_whom_to_tell(site: &Site) {
        let office = site.organization("Alliance Office");
        let (hill, nour, letter) = signed_by_another(site, &office);
        hill.mail();
        office.press(&letter.at("/delivery"), &[("delivered_to", "The President"), ("signing", "open")]).is(303);
        for address in ["nour@hill.example", "hill-trust@example.org"] {
            site.mail_to(address).says("has been delivered");
        }
        let delivered = site.reader().ask(&letter.at("/delivery/letter.json")).bytes.clone();
        hill.press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(303);
        office.mail().says("The letter was delivered before");
        site.mail_to("nour@hill.example");
        office.get(&letter.at("/queue")).sees("The letter was delivered with this name").sees("see who got it");
        let copies = office.get(&letter.at("/copies"));
        copies.is(200).sees("Hill Trust Suspended on").sees("The President").sees("To the European Council")
            .sees("nour@hill.example").sees("hill-trust@example.org").sees("letter.pdf");
        nour.ask(&letter.at("/copies")).is(404);
        site.visitor().ask(&letter.at("/copies")).is(303);
        assert_eq!(site.reader().ask(&letter.at("/delivery/letter.json")).bytes, delivered, "what was delivered stays");
        assert_eq!(site.reader().json(&letter)["count"], 0);
        hill.press(&letter.at("/authorization"), &[("organization", "hill-trust")]).is(303);
        office.mail();
        site.mail_to("nour@hill.example");
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"], "in its place, with its number");
        office.get(&letter.at("/copies")).sees("Nobody has withdrawn since the delivery.");
    }

    fn somebody_who_is_demoted_between_form_and_press_signs_nothing(site: &Site) {
        let office = site.organization("Alliance Office");
        let hill = site.organization("Hill Trust");
        let nour = colleague(site, &hill, "hill-trust", "nour@hill.example", "signatory");
        let letter = office.publish(&[]);
        let form = nour.get(&letter.sign());
        let own = nour.get("/organizations/hill-trust/people").attributes("form[action$=removal]", "action")[0].replace("/removal", "/role");
        hill.press(&own, &[("role", "member")]).is(303);
        nour.send_form(&form, &letter.sign(), &[("authority", "yes")]).is(403).sees("owner or a signatory");
        assert_eq!(site.reader().json(&letter)["count"], 0);
        // As a member they prepare, and do not approve what they prepared, not even once promoted.
        nour.fill(&letter.sign(), &letter.at("/preparation"), &[]).is(200);
        let to_hill = hill.mail().link();
        hill.press(&own, &[("role", "owner")]).is(303);
        nour.press(&to_hill, &[("authority", "yes")]).is(200); // the link is Amal's: it is signed in her name
        hill.mail().says("Amal Haddad (owner, hill-trust@example.org) declared");
        site.mail_to("nour@hill.example");
        hill.withdraw(&letter);
        site.mail_to("nour@hill.example");
    }

    fn nobody_approves_their_own_preparation_whatever_the_database_says(site: &Site) {
        let office = site.organization("Alliance Office");
        let hill = site.organization("Hill Trust");
        let _nour = colleague(site, &hill, "hill-trust", "nour@hill.example", "owner");
        hill.fill("/organizations/hill-trust/people", "/organizations/hill-trust/people/steps", &[("two_steps", "yes")]).is(200);
        let letter = office.publish(&[]);
        hill.fill(&letter.sign(), &letter.at("/preparation"), &[]).is(200);
        let link = site.mail_to("nour@hill.example").link();
        site.visitor().get(&link).is(200);
        // As if Amal, who prepared it, had the link.
        site.execute("UPDATE approval_links SET person_id = (SELECT prepared_by FROM prepared_signatures)");
        site.visitor().get(&link).is(410).sees("You have prepared this signature yourself");
        site.visitor().press(&link, &[("authority", "yes")]).is(410);
        site.visitor().press(&format!("{link}/refusal"), &[("reason", "x")]).is(410);
        assert_eq!(site.reader().json(&letter)["count"], 0);
    }
}

/// Presses the button of a page that is not there any more.
fn object_again(visitor: &Visitor<'_>, link: &str) -> Page {
    visitor.press(link, &[("words", "again")])
}
