//! Reports: anyone writes them, operators read them, and nobody is flooded.

use crate::support::visitor::form_urlencoded;
use crate::support::{Letter, Site, Visitor};
use reqwest::Method;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn report(visitor: &Visitor<'_>, path: &str, words: &str, email: &str) -> crate::support::Page {
    let path = format!("{path}/report");
    visitor.press(&path, &[("reason", "impostor"), ("words", words), ("email", email)])
}

/// A letter of the River Trust, signed by the Hill Trust.
fn signed(site: &Site) -> (Visitor<'_>, Visitor<'_>, Letter) {
    let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
    let letter = river.publish(&[]);
    hill.sign(&letter);
    (river, hill, letter)
}

fn forms(operator: &Visitor<'_>) -> Vec<String> {
    operator.get("/operator/reports").attributes("form[action^='/operator/reports/']", "action")
}

stories! {
    fn anyone_reports_a_letter_and_gets_an_answer(site: &Site) {
        let operator = site.operator();
        let (river, hill, letter) = signed(site);
        let reader = site.reader();
        let link = reader.read(&letter).attributes("a[href$='/report']", "href");
        assert_eq!(link, [letter.at("/report")]);
        let page = reader.get(&letter.at("/report"));
        page.is(200).sees("Report this letter");
        assert!(page.cookie("undersigned").is_none());
        reader.fill(&letter.at("/report"), &letter.at("/report"), &[("reason", "danger"), ("words", "It names my street."), ("email", "reader@example.net")])
            .is(200).sees("Thank you");
        assert!(site.unread_mails().is_empty(), "the address may be somebody else's: nothing is sent before an operator has looked");

        operator.get("/operator").sees("Reports to answer 1");
        operator.get("/operator/reports").sees("It names my street.").sees("reader@example.net").sees("It puts somebody in danger");
        let form = forms(&operator)[0].clone();
        operator.press(&form, &[("answer", "")]).is(422).complains("answer", "Say what came of it");
        operator.fill("/operator/reports", &form, &[("answer", "The street is gone from it.")]).is(200).sees("None.");
        let mail = site.mail_to("reader@example.net");
        mail.says("The street is gone from it.");
        assert!(!mail.text.contains("It names my street."), "nobody's words are sent to an address a stranger typed");
        operator.press(&form, &[("answer", "again")]).is(403);
        operator.get("/operator/log").sees("settled a report").sees("looked at the reports");
        for other in [&river, &hill] {
            other.ask("/operator/reports").is(404);
            other.get(&letter.at("/warnings")).lacks("It names my street.");
        }
    }

    fn the_coordinators_of_a_letter_see_what_is_said_of_its_signatories(site: &Site) {
        let (river, hill, letter) = signed(site);
        let link = site.reader().get("/organizations/hill-trust").attributes("a[href$='/report']", "href");
        assert_eq!(link, ["/organizations/hill-trust/report"]);
        report(&site.reader(), "/organizations/hill-trust", "The Hill Trust closed in 2015.", "reader@example.net").is(200).sees("Thank you");
        river.get(&letter.at("/warnings")).is(200).sees("Reported: Hill Trust").sees("closed in 2015").lacks("reader@example.net");
        hill.ask(&letter.at("/warnings")).is(404);
        site.reader().get("/organizations/hill-trust").lacks("closed in 2015");
        assert!(site.reader().ask(&letter.at("/warnings")).status == 303, "whoever is not signed in is asked to be");
    }

    fn what_cannot_be_read_comes_back_with_its_words(site: &Site) {
        let (_, _, letter) = signed(site);
        let page = site.reader().press(&letter.at("/report"), &[("reason", "none"), ("words", "kept words"), ("email", "no address")]);
        page.is(422).complains("reason", "Choose").complains("email", "not an email").sees("kept words");
        site.reader().press(&letter.at("/report"), &[("reason", "other")]).is(422).complains("words", "Say what is wrong");
        let long = "a".repeat(4001);
        report(&site.reader(), &letter.path, &long, "").is(422).complains("words", "at most 4,000");
    }

    fn a_report_of_ten_megabytes_is_refused(site: &Site) {
        let (_, _, letter) = signed(site);
        let body = form_urlencoded(&[("reason", "other"), ("words", &"a".repeat(10 * 1024 * 1024))]).into_bytes();
        site.reader().send(Method::POST, &letter.at("/report"), &[FORM], Some(body)).is(413);
        let operator = site.operator();
        assert!(forms(&operator).is_empty());
    }

    fn markup_and_formulas_are_words(site: &Site) {
        let operator = site.operator();
        let (_, _, letter) = signed(site);
        let words = "<script>alert(1)</script> **bold** [a](javascript:x)\n=HYPERLINK(\"http://x.example\")";
        report(&site.reader(), &letter.path, words, "").is(200);
        let page = operator.get("/operator/reports");
        page.sees("<script>alert(1)</script>").sees("**bold**");
        assert!(page.all("main script").is_empty() && page.attributes("main a", "href").iter().all(|link| !link.contains("javascript")));
        let form = forms(&operator)[0].clone();
        operator.press(&form, &[("answer", "=1+1 <b>x</b>")]).is(303);
        let table = operator.ask("/operator/log.csv");
        table.is(200);
        assert!(table.html().contains("'=1+1 <b>x</b>"), "{}", table.html());
        assert!(operator.get("/operator/log").all("main b").is_empty());
    }

    fn a_flood_is_stopped_and_the_same_words_are_one_report(site: &Site) {
        let operator = site.operator();
        let (_, _, letter) = signed(site);
        for _ in 0..5 {
            report(&site.reader(), &letter.path, "The same words.", "").is(200).sees("Thank you");
        }
        assert_eq!(forms(&operator).len(), 1);
        let mut answers = Vec::new();
        for at in 0..40 {
            answers.push(report(&site.reader(), &letter.path, &format!("Words {at}"), "").status);
        }
        assert!(answers.contains(&429), "{answers:?}");
        assert!(forms(&operator).len() <= 31);
        report(&site.reader(), "/organizations/hill-trust", "Another thing.", "").is(200);
    }

    fn what_is_private_cannot_be_reported_and_looks_like_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let draft = river.write(&[]);
        let there = site.reader().ask(&draft.at("/report"));
        let nothing = site.reader().ask("/letters/none/report");
        assert_eq!((there.status, there.html()), (404, nothing.html()));
        report(&site.reader(), &draft.path, "x", "").is(404);
        report(&site.reader(), "/organizations/none", "x", "").is(404);
    }

    fn reports_are_sealed(site: &Site) {
        let (_, _, letter) = signed(site);
        report(&site.reader(), &letter.path, "Unmistakable wording here.", "whistle@blower.example").is(200);
        for words in ["unmistakable wording", "whistle@blower"] {
            assert!(!site.keeps_in_the_clear(words), "{words}");
        }
    }

    fn an_address_that_strangers_type_gets_few_mails(site: &Site) {
        let operator = site.operator();
        let (_, _, letter) = signed(site);
        for at in 0..14 {
            report(&site.reader(), &letter.path, &format!("Words {at}"), "victim@example.net").is(200);
        }
        for form in forms(&operator) {
            operator.press(&form, &[("answer", "Looked at.")]).is(303);
        }
        let mut mails = 0;
        for mail in site.unread_mails() {
            assert_eq!(mail.to, "victim@example.net");
            site.mail_to("victim@example.net");
            mails += 1;
        }
        assert!(mails <= 10, "{mails}");
    }
}
