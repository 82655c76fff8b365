//! What an operator does: find, verify, suspend, lift; and the log of it.

use crate::support::live::Live;
use crate::support::{Letter, Site, Visitor};
use undersigned::error::Fault;
use undersigned::people::Email;

fn suspend(operator: &Visitor<'_>, path: &str, note: &str) -> crate::support::Page {
    operator.fill(path, &format!("{path}/suspension"), &[("words", note)])
}

fn lift(operator: &Visitor<'_>, path: &str, why: &str) -> crate::support::Page {
    operator.fill(path, &format!("{path}/suspension/lifting"), &[("words", why)])
}

fn signed(site: &Site) -> (Visitor<'_>, Visitor<'_>, Letter) {
    let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
    let letter = river.publish(&[]);
    river.sign(&letter);
    hill.sign(&letter);
    (river, hill, letter)
}

stories! {
    fn strangers_find_nothing_below_operator(site: &Site) {
        let (river, _, letter) = signed(site);
        let nothing = site.reader().ask("/no-such-page");
        let id = "01900000-0000-7000-8000-000000000001";
        let pages = ["", "/log", "/log.csv", "/flags", "/claims", &format!("/claims/{id}"), "/reports", "/organizations",
            "/organizations/river-trust", "/letters", &format!("/letters/{}", letter.slug())].map(|path| format!("/operator{path}"));
        for path in &pages {
            for visitor in [&river, &site.reader()] {
                let page = visitor.ask(path);
                assert_eq!((page.status, page.html()), (404, nothing.html()), "{path}");
            }
        }
        let acts = ["/outbox", &format!("/flags/{id}"), &format!("/claims/{id}"), &format!("/reports/{id}"), "/organizations/river-trust/verification",
            "/organizations/river-trust/verification/end", "/organizations/river-trust/suspension", "/organizations/river-trust/suspension/lifting",
            &format!("/letters/{}/suspension", letter.slug()), &format!("/letters/{}/suspension/lifting", letter.slug())].map(|path| format!("/operator{path}"));
        let fields = [("words", "x"), ("outcome", "different"), ("decision", "refuse"), ("reason", "x"), ("answer", "x"), ("method", "email")];
        for path in &acts {
            for visitor in [&river, &site.reader()] {
                visitor.press(path, &fields).is(404);
            }
        }
        assert_eq!(site.reader().json(&letter)["count"], 2);
    }

    fn ids_are_not_guessed(site: &Site) {
        let operator = site.operator();
        let id = "01900000-0000-7000-8000-000000000001";
        operator.press(&format!("/operator/flags/{id}"), &[("outcome", "different"), ("words", "x")]).is(404);
        operator.press(&format!("/operator/claims/{id}"), &[("decision", "refuse"), ("reason", "x")]).is(404);
        operator.press(&format!("/operator/reports/{id}"), &[("answer", "x")]).is(404);
        for path in ["/operator/claims/x", "/operator/organizations/none", "/operator/letters/none", "/operator/organizations/%00"] {
            operator.ask(path).is(404);
        }
        operator.press("/operator/organizations/none/suspension", &[("words", "x")]).is(404);
        operator.press("/operator/letters/none/suspension", &[("words", "x")]).is(404);
    }

    fn an_organization_is_found_by_its_name_and_verified(site: &Site) {
        let operator = site.operator();
        let (river, _, letter) = signed(site);
        operator.get("/operator/organizations?q=RIVER").is(200).sees("River Trust").lacks("Hill Trust");
        operator.get("/operator/organizations?q=nobody").sees("Nothing found");
        let path = "/operator/organizations/river-trust";
        operator.get(path).is(200).sees("Amal Haddad").sees(&river.email()).sees("Open the road");
        operator.fill(path, "/operator/organizations/river-trust/verification", &[("words", "")]).is(422).complains("words", "at what");
        operator.fill(path, "/operator/organizations/river-trust/verification", &[("words", "Called the ministry.")]).is(200).sees("verified by an operator");
        let lines = site.reader().json(&letter);
        assert!(lines.to_string().contains("\"verified_by\":\"operator\""), "{lines}");
        site.reader().get("/organizations/river-trust").lacks("Called the ministry");
        operator.fill(path, "/operator/organizations/river-trust/verification/end", &[("method", "operator"), ("words", "The ministry was mistaken.")]).is(200);
        assert!(!site.reader().json(&letter).to_string().contains("\"verified_by\":\"operator\""));
        operator.press("/operator/organizations/river-trust/verification/end", &[("method", "magic"), ("words", "x")]).is(400);
        operator.get("/operator/log").sees("verified an organization: River Trust").sees("Called the ministry.").sees("ended a verification")
            .sees("looked at the people of an organization: River Trust");
    }

    fn a_suspended_organization_is_on_no_list_and_comes_back(site: &Site) {
        let operator = site.operator();
        let (river, hill, letter) = signed(site);
        let open = site.reader();
        open.read(&letter).sees("Hill Trust");
        let live = Live::open(site.runtime(), &format!("{}{}/live", site.url, letter.path), None);
        let path = "/operator/organizations/hill-trust";
        operator.fill(path, &format!("{path}/suspension"), &[("words", " ")]).is(422).complains("words-stop", "Say why");
        suspend(&operator, path, "Its register entry is being looked at.").is(200).sees("Suspended since");
        let mail = hill.mail();
        assert!(mail.subject.contains("Hill Trust is suspended"));
        mail.says("Its register entry");
        assert_eq!(live.next().name, "withdrawn");

        let json = site.reader().json(&letter);
        assert_eq!(json["count"], 1);
        assert!(!json.to_string().contains("Hill Trust"));
        site.reader().read(&letter).lacks("Hill Trust").sees("1 organization");
        for form in [".csv", ".txt"] {
            assert!(!site.reader().ask(&letter.at(form)).html().contains("Hill Trust"), "{form}");
        }
        site.reader().get("/organizations/hill-trust").is(200).sees("Suspended by the operator").sees("Its register entry is being looked at.").lacks("Open the road");
        site.reader().get(&letter.at("/history")).sees("Hill Trust is off the list");
        river.get(&letter.at("/log")).sees("The operator of this site suspended a signatory").sees("Hill Trust");
        hill.get("/desk").sees("Hill Trust is suspended by the operator");

        let other = river.publish(&[("title", "Close the road")]);
        hill.press(&other.sign(), &[("organization", "hill-trust"), ("authority", "yes"), ("representative_name", "x")]);
        assert_eq!(site.reader().json(&other)["count"], 0);
        operator.press(&format!("{path}/suspension"), &[("words", "again")]).is(403);

        lift(&operator, path, "It was a mistake of the register.").is(200).lacks("Suspended since");
        hill.mail().says("It was a mistake of the register.");
        assert_eq!(site.reader().json(&letter)["count"], 2);
        site.reader().get("/organizations/hill-trust").lacks("Suspended").sees("Open the road");
        site.reader().get(&letter.at("/history")).sees("Hill Trust is off the list").sees("Hill Trust is on the list again");
        hill.sign(&other);
        operator.press(&format!("{path}/suspension/lifting"), &[("words", "x")]).is(403);
    }

    fn a_suspended_letter_shows_the_note_instead(site: &Site) {
        let operator = site.operator();
        let (river, hill, letter) = signed(site);
        site.reader().read(&letter);
        let live = Live::open(site.runtime(), &format!("{}{}/live", site.url, letter.path), None);
        let path = format!("/operator/letters/{}", letter.slug());
        operator.get("/operator/letters?q=open the").is(200).sees("Open the road");
        suspend(&operator, &path, "It names somebody who must not be named.").is(200).sees("Suspended since");
        assert!(river.mail().subject.contains("A letter is suspended"));
        hill.mail().says("It names somebody");
        assert_eq!(live.next().name, "list");

        for ending in ["", ".csv", ".txt", ".pdf", ".docx", "/live"] {
            let page = site.reader().ask(&letter.at(ending));
            page.is(410).sees("suspended by the operator").sees("It names somebody").lacks("Open the road").lacks("Hill Trust");
            assert_eq!(page.header("cache-control"), "no-store");
        }
        let json = site.reader().ask(&letter.json());
        json.is(410);
        assert!(json.html().contains("\"state\":\"suspended\"") && !json.html().contains("Hill Trust"), "{}", json.html());
        for ending in ["/history", "/revisions/1", "/report", "/delivery"] {
            assert!([404, 303].contains(&site.reader().ask(&letter.at(ending)).status), "{ending}");
        }
        site.reader().get("/").lacks("Open the road");
        site.reader().get("/organizations/hill-trust").lacks("Open the road");
        river.get(&letter.path).is(200).sees("Suspended by the operator").sees("Open the road");
        river.press(&letter.at("/publication"), &[("at", "")]).is(403);
        operator.press(&format!("{path}/suspension"), &[("words", "again")]).is(403);
        let third = site.organization("Third Trust");
        third.ask(&letter.path).is(410);
        third.ask(&letter.sign()).is(404);

        lift(&operator, &path, "The name is gone.").is(200);
        river.mail();
        hill.mail().says("The name is gone.");
        assert_eq!(live.next().name, "list");
        let json = site.reader().json(&letter);
        assert_eq!((&json["count"], &json["state"]), (&serde_json::json!(2), &serde_json::json!("published")));
        third.sign(&letter);
        assert!(["signatory", "count"].contains(&live.next().name.as_str()));
        operator.get("/operator/log").sees("suspended a letter: Open the road").sees("lifted the suspension of a letter");
    }

    fn a_private_letter_is_suspended_by_its_address_and_its_title_stays_private(site: &Site) {
        let operator = site.operator();
        let river = site.organization("River Trust");
        let draft = river.write(&[("title", "A secret title")]);
        operator.get("/operator/letters").lacks("A secret title");
        let path = format!("/operator/letters/{}", draft.slug());
        operator.get(&path).is(200).lacks("A secret title").sees("draft");
        operator.get(&format!("/operator/letters?q=https://undersigned.example{}", draft.path)).is(200).sees(&draft.path);
        suspend(&operator, &path, "It is used to collect names.").is(200);
        river.mail();
        site.reader().ask(&draft.path).is(404);
        river.press(&draft.at("/opening"), &[]).is(403);
        river.press(&draft.at("/publication"), &[("at", "")]).is(403);
        operator.get("/operator/log").lacks("A secret title");
    }

    fn an_operator_who_is_one_no_more_does_nothing(site: &Site) {
        let operator = site.operator();
        let (_, _, letter) = signed(site);
        let page = operator.get("/operator/organizations/hill-trust");
        site.demote(&operator.email());
        let path = "/operator/organizations/hill-trust/suspension";
        operator.send_form(&page, path, &[("words", "too late")]).is(404);
        operator.ask("/operator").is(404);
        assert_eq!(site.reader().json(&letter)["count"], 2);
        let email = Email::read(&operator.email()).expect("an address");
        let again = site.db.write::<_, Fault, _>(move |tx| undersigned::people::add_operator(tx, &email));
        site.runtime().block_on(again).expect("an operator again");
        operator.get("/operator/log").is(200).lacks("too late");
    }

    fn two_operators_suspend_once(site: &Site) {
        let (one, other) = (site.operator(), site.operator());
        let (_, hill, letter) = signed(site);
        let path = "/operator/organizations/hill-trust/suspension";
        let mut statuses: Vec<u16> = std::thread::scope(|scope| {
            let both: Vec<_> =
                [&one, &other].into_iter().map(|operator| scope.spawn(move || operator.press(path, &[("words", "At once.")]).status)).collect();
            both.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 403]);
        hill.mail();
        assert_eq!(site.reader().json(&letter)["count"], 1);
        assert_eq!(one.get("/operator/log").text().matches("suspended an organization: Hill Trust").count(), 1);
    }

    fn the_log_is_a_table_too_and_says_who_took_it(site: &Site) {
        let operator = site.operator();
        site.organization("=River Trust");
        suspend(&operator, "/operator/organizations/river-trust", "=1+1").is(200);
        site.mail_to("-river-trust@example.org");
        let table = operator.ask("/operator/log.csv");
        table.is(200);
        let text = table.html();
        assert!(text.contains("organization-suspended,'=River Trust,'=1+1"), "{text}");
        operator.get("/operator/log").sees("exported this log");
    }
}
