//! Organizations that may be taken for others: flagged to operators and coordinators, to nobody else.

use crate::support::people::address_of;
use crate::support::{Page, Site, Visitor};

/// Registers and confirms an organization, with an address of its own kind of domain.
fn at<'s>(site: &'s Site, name: &str, email: &str, typed: &[(&str, &str)]) -> Visitor<'s> {
    let visitor = site.visitor();
    let mut fields = vec![("email", email)];
    fields.extend_from_slice(typed);
    visitor.register_as(name, &fields).is(200);
    visitor.confirm_from_mail();
    visitor
}

/// The pairs in the operator's queue: "later | earlier | reason".
fn flagged(operator: &Visitor<'_>) -> Vec<String> {
    let page = operator.get("/operator/flags");
    page.is(200);
    page.all("ul.rows > li > div")
        .iter()
        .map(|line| line.split(" Settle ").next().unwrap_or("").to_owned())
        .collect()
}

fn flag_forms(page: &Page) -> Vec<String> {
    page.attributes("form[action^='/operator/flags/']", "action")
}

stories! {
    fn names_that_look_or_read_the_same_are_flagged(site: &Site) {
        let operator = site.operator();
        at(site, "Amnesty International", "a@first.example", &[("acronym", "AI-INT")]);
        assert!(flagged(&operator).is_empty());
        for (nth, name) in [
            "Аmnesty International",            // a Cyrillic А
            "Am\u{200d}nesty International",    // a joiner that nobody sees
            "Ａｍｎｅｓｔｙ Ｉｎｔｅｒｎａｔｉｏｎａｌ", // fullwidth
            "AMNESTY INTERNATIONAL",
            "Amnesty lnternational",            // an l for the I
            "The Amnesty International Foundation",
            "International Amnesty",
            "Amnésty Internationål",
        ]
        .into_iter()
        .enumerate()
        {
            let before = flagged(&operator).len();
            at(site, name, &format!("a@other{nth}.example"), &[]);
            let after = flagged(&operator);
            assert!(after.len() > before, "{name} was not flagged: {after:?}");
            let says = after.iter().any(|line| line.contains("may be taken for Amnesty International") && line.contains("reads or looks like"));
            assert!(says, "{name}: {after:?}");
        }
    }

    fn a_name_of_its_own_is_not_flagged(site: &Site) {
        let operator = site.operator();
        for (name, email) in [("River Trust", "a@river.example"), ("Hill Trust", "a@hill.example"), ("River Table", "a@table.example"),
            ("Save the Children Norway", "a@norway.example"), ("Save the Children Sweden", "a@sweden.example")] {
            at(site, name, email, &[]);
        }
        assert!(flagged(&operator).is_empty(), "{:?}", flagged(&operator));
    }

    fn a_squatted_acronym_is_flagged_both_ways_and_across_scripts(site: &Site) {
        let operator = site.operator();
        at(site, "Syrian American Medical Society", "a@first.example", &[]);
        at(site, "Saad Medical", "a@second.example", &[("acronym", "SAMS")]);
        assert_eq!(flagged(&operator).len(), 1, "{:?}", flagged(&operator));
        at(site, "الجمعية الطبية", "a@third.example", &[("acronym", "S.A.M.S.")]);
        let all = flagged(&operator);
        assert!(all.iter().any(|line| line.starts_with("الجمعية الطبية") && line.contains("Saad Medical")), "{all:?}");
    }

    fn a_shared_domain_is_flagged_and_free_mail_never(site: &Site) {
        let operator = site.operator();
        at(site, "River Trust", "a@river.org", &[("website", "https://www.river.org")]);
        at(site, "Quite Another", "b@mail.river.org", &[]);
        let all = flagged(&operator);
        assert_eq!(all.len(), 1, "{all:?}");
        assert!(all[0].contains("at the other’s domain"), "{all:?}");
        at(site, "Alpha", "alpha.house@gmail.com", &[]);
        at(site, "Beta", "beta.house@gmail.com", &[]);
        assert_eq!(flagged(&operator).len(), 1);
    }

    fn mixed_scripts_and_turned_names_are_flagged_by_themselves(site: &Site) {
        let operator = site.operator();
        at(site, "Big Нeart", "a@first.example", &[]); // a Cyrillic Н
        at(site, "Small \u{202e}traeH", "a@second.example", &[]);
        let all = flagged(&operator);
        assert!(all.iter().any(|line| line.starts_with("Big Нeart") && line.contains("mixes letters")), "{all:?}");
        assert!(all.iter().any(|line| line.starts_with("Small traeH") && line.contains("nobody sees")), "{all:?}");
        at(site, "می\u{200c}خواهم", "a@third.example", &[]);
        assert_eq!(flagged(&operator).len(), 2, "a joiner that its spelling needs");
    }

    fn nobody_who_registers_learns_of_it_and_nothing_is_stopped(site: &Site) {
        let first = at(site, "River Trust", "a@first.example", &[]);
        let impostor = at(site, "Rivеr Trust", "a@second.example", &[]); // a Cyrillic е
        let letter = first.publish(&[]);
        impostor.sign(&letter);
        for page in ["/desk", "/organizations/river-trust", "/organizations/river-trust-2"] {
            impostor.get(page).is(200).lacks("taken for").lacks("look-alike").lacks("Look-alike").lacks("mixes letters");
        }
        site.reader().read(&letter).lacks("taken for").lacks("mixes");
        impostor.ask("/operator/flags").is(404);
        impostor.ask(&letter.at("/warnings")).is(404);
        assert!(site.unread_mails().is_empty(), "nobody is told");

        first.get(&letter.at("/warnings")).is(200).sees("Rivеr Trust").sees("may be taken for River Trust").sees("reads or looks like");
    }

    fn that_a_protected_organization_is_here_is_told_to_operators_alone(site: &Site) {
        let operator = site.operator();
        let hidden = at(site, "River Trust", "a@first.example", &[("country", "SY"), ("website", "https://first.example")]);
        let protection = "/organizations/river-trust/protection";
        hidden.fill(protection, protection, &[]).is(200).sees("Your organization is protected");
        // Somebody who wants to know registers its name, and has whoever signs so in a letter of their own.
        let curious = at(site, "River Trust", "b@second.example", &[("country", "SY"), ("website", "https://first.example")]);
        let letter = curious.publish(&[("verification", "operator")]);
        curious.sign_with(&letter, &[]).is(200);
        for path in ["/queue", "/warnings", "/list"] {
            curious.get(&letter.at(path)).is(200).lacks("taken for River Trust").lacks("reads or looks like").lacks("at the other’s domain");
        }
        curious.get("/desk").lacks("Two of one name").sees("you are an owner");
        assert!(!flagged(&operator).is_empty(), "the operator knows");
        site.read_all_mail();
    }

    fn a_rename_is_looked_at_too(site: &Site) {
        let operator = site.operator();
        at(site, "River Trust", "a@first.example", &[]);
        let other = at(site, "Hill Table", "a@second.example", &[]);
        assert!(flagged(&operator).is_empty());
        other.fill("/organizations/hill-table/profile", "/organizations/hill-table/profile", &[("organization_name", "The River Trust")]).is(200);
        let all = flagged(&operator);
        assert_eq!(all.len(), 1, "{all:?}");
        assert!(all[0].starts_with("The River Trust"), "{all:?}");
    }

    fn an_operator_settles_and_it_stays_settled(site: &Site) {
        let operator = site.operator();
        at(site, "River Trust", "a@first.example", &[]);
        at(site, "The River Trust", "a@second.example", &[]);
        let form = flag_forms(&operator.get("/operator/flags"))[0].clone();
        operator.fill("/operator/flags", &form, &[("outcome", "different"), ("words", "")]).is(422).complains("words", "Say why");
        operator.press(&form, &[("outcome", "nonsense"), ("words", "kept words")]).is(422).sees("kept words");
        operator.fill("/operator/flags", &form, &[("outcome", "different"), ("words", "One is in Lebanon.")]).is(200).sees("None.");
        operator.press(&form, &[("outcome", "impostor"), ("words", "too late")]).is(403).sees("settled already");
        site.reader().get("/organizations/the-river-trust").is(200).lacks("Suspended");
        operator.get("/operator/log").sees("found two organizations to be different bodies").sees("One is in Lebanon.");
    }

    fn an_impostor_is_suspended_with_one_click(site: &Site) {
        let operator = site.operator();
        let river = at(site, "River Trust", "a@first.example", &[]);
        let impostor = at(site, "Rivеr Trust", "a@second.example", &[]);
        let letter = river.publish(&[]);
        impostor.sign(&letter);
        let page = operator.get("/operator/flags");
        let form = flag_forms(&page)[0].clone();
        operator.fill("/operator/flags", &form, &[("outcome", "impostor"), ("words", "It is not the River Trust.")]).is(200);
        assert!(impostor.mail().subject.contains("is suspended"));
        assert_eq!(site.reader().json(&letter)["count"], 0);
        site.reader().get("/organizations/river-trust-2").sees("Suspended").sees("It is not the River Trust.");
    }

    fn the_same_body_becomes_a_claim(site: &Site) {
        let operator = site.operator();
        let first = at(site, "River Trust", "a@first.example", &[]);
        let second = at(site, "The River Trust", "b@second.example", &[]);
        let form = flag_forms(&operator.get("/operator/flags"))[0].clone();
        operator.fill("/operator/flags", &form, &[("outcome", "same"), ("words", "Two offices of one body.")]).is(200);
        let mail = first.mail();
        mail.says("b@second.example");
        let link = mail.link();
        first.fill(&link, &format!("{link}/acceptance"), &[("role", "signatory")]).is(200);
        assert!(second.mail().subject.contains("You act for River Trust"));
        second.get("/desk").sees("River Trust").sees("you are a signatory");
    }

    fn what_is_kept_of_likeness_is_sealed(site: &Site) {
        at(site, "Riverbankers Trust", "a@riverbankers.example", &[("acronym", "RBKTX"), ("website", "https://riverbankers.example")]);
        at(site, "The Riverbankers Trust", "b@second.example", &[]);
        for words in ["riverbankers", "rbktx"] {
            assert!(!site.keeps_in_the_clear(words), "{words}");
        }
        assert_eq!(address_of("A B"), "a-b@example.org");
    }
}
