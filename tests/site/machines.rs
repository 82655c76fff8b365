//! The letter for programs.

use std::collections::BTreeSet;

use serde_json::{Value, json};

fn names(object: &Value) -> BTreeSet<&str> {
    object.as_object().expect("an object").keys().map(String::as_str).collect()
}

stories! {
    fn the_json_has_the_promised_shape(site: &Site) {
        let river = site.organization_in("River Trust", "SY");
        let sna = river.set_up("Syrian NGO Alliance", "SNA");
        let big = site.visitor();
        big.register_as("Big Heart", &[("acronym", "BH"), ("country", "TR")]);
        big.confirm_from_mail();
        river.admit(&sna, &big);
        let letter = river.publish(&[("title", "We, {{count}}"), ("deadline", "2027-03-01T13:00"), ("time_zone", "Europe/Paris")]);
        big.sign_with(&letter, &[("display", "representative")]).is(200);
        big.mail();
        river.sign(&letter);

        let answer = site.reader().ask(&letter.json());
        assert!(answer.header("content-type").starts_with("application/json"), "{}", answer.header("content-type"));
        let json = answer.json();
        assert_eq!(json["slug"], letter.slug());
        assert_eq!(json["url"], format!("{}{}", site.url, letter.path).as_str());
        assert_eq!((&json["title"], &json["language"], &json["state"]), (&json!("We, 2"), &json!("en"), &json!("published")));
        assert_eq!((&json["count"], &json["withheld"]), (&json!(2), &json!(0)));
        assert_eq!((&json["deadline"], &json["deadline_zone"]), (&json!("2027-03-01T12:00:00Z"), &json!("Europe/Paris")));
        assert_eq!(json["revision"]["number"], json!(1));
        assert!(json["revision"]["sha256"].as_str().is_some_and(|hash| hash.len() == 64 && hash.chars().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase())));
        assert_eq!(names(&json["text"]), BTreeSet::from(["addressees", "body", "language", "place_and_date", "title"]));

        let groups = json["groups"].as_array().expect("groups");
        assert_eq!(groups.len(), 2);
        for group in groups {
            assert_eq!(names(group), BTreeSet::from(["acronym", "coalition", "name", "signatories", "withheld"]));
            assert_eq!(group["withheld"], json!(0));
        }
        assert_eq!((&groups[0]["name"], &groups[0]["acronym"], &groups[0]["coalition"]),
            (&json!("Syrian NGO Alliance"), &json!("SNA"), &json!("syrian-ngo-alliance")));
        assert_eq!((&groups[1]["name"], &groups[1]["acronym"], &groups[1]["coalition"]), (&Value::Null, &Value::Null, &Value::Null));

        let promised = ["number", "name", "acronym", "country", "representative", "status", "verified_by", "signed_at", "revision"];
        for line in groups.iter().flat_map(|group| group["signatories"].as_array().expect("signatories")) {
            assert!(names(line).is_superset(&BTreeSet::from(promised)), "{line}");
            assert!(line["signed_at"].as_str().is_some_and(|at| at.parse::<jiff::Timestamp>().is_ok()), "{line}");
        }
        let big = &groups[0]["signatories"][0];
        assert_eq!((&big["number"], &big["name"], &big["acronym"], &big["country"]), (&json!(1), &json!("Big Heart"), &json!("BH"), &json!("TR")));
        assert_eq!((&big["status"], &big["verified_by"], &big["revision"]), (&json!("confirmed"), &json!("vouched"), &json!(1)));
        assert!(big["representative"].as_str().is_some_and(|shown| shown.contains("Amal Haddad")));
        let river = &groups[1]["signatories"][0];
        assert_eq!((&river["number"], &river["acronym"], &river["representative"]), (&json!(2), &Value::Null, &Value::Null));
    }

    fn a_letter_nobody_has_signed_has_no_groups(site: &Site) {
        let river = site.organization("River Trust");
        let json = site.reader().json(&river.publish(&[]));
        assert_eq!((&json["count"], &json["groups"], &json["deadline"]), (&json!(0), &json!([]), &Value::Null));
    }

    fn programs_that_ask_again_get_nothing_twice(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let first = site.reader().ask(&letter.json());
        let tag = first.is(200).header("etag").to_owned();
        let again = |tag: &str| site.reader().send(reqwest::Method::GET, &letter.json(), &[("if-none-match", tag)], None);
        again(&tag).is(304);
        river.sign(&letter);
        again(&tag).is(200).sees("River Trust");
    }

    fn no_address_or_password_is_in_any_public_answer(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        for path in [letter.path.clone(), letter.json(), "/organizations/river-trust".into(), "/".into(), "/coalitions".into()] {
            let page = site.reader().ask(&path);
            assert!(!page.is(200).html().contains("@example.org"), "{path}");
            assert!(!page.html().contains("Amal"), "{path}");
        }
    }
}
