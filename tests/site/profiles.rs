//! What an organization says of itself, in every language, at an address that lasts.

use std::sync::Barrier;
use std::thread;

use undersigned::db::Db;
use undersigned::error::Fault;
use undersigned::ids::Slug;
use undersigned::organizations::{self, VerifiedBy};

use crate::preparing::colleague;
use crate::support::letters::list;
use crate::support::people::PASSWORD;
use crate::support::{Page, Site, Visitor, eventually, key_file};

const PROFILE: &str = "/organizations/river-trust/profile";

#[track_caller]
fn save(owner: &Visitor<'_>, typed: &[(&str, &str)]) -> Page {
    let page = owner.fill(PROFILE, PROFILE, typed);
    page.is(200).sees("Saved.");
    page
}

stories! {
    fn names_stand_in_their_languages(site: &Site) {
        let river = site.organization("River Trust");
        save(&river, &[
            ("acronym", "RT"),
            ("country", "SY"),
            ("name_ar", "\u{202e}صندوق النهر\u{0}"),
            ("description_ar", "ماء نظيف."),
            ("description_en", "Clean water,\r\n for <b>everyone</b>."),
            ("other_language", "tr"),
            ("other_name", "Nehir Vakfı"),
        ]);
        let page = site.reader().get("/organizations/river-trust");
        page.is(200).sees("Clean water, for <b>everyone</b>.").sees("Syria").sees("RT");
        assert_eq!(page.all("p.also[lang=ar][dir=rtl]"), ["صندوق النهر"]);
        assert_eq!(page.all("p.also[lang=tr][dir=ltr]"), ["Nehir Vakfı"]);
        assert_eq!(page.all("p.lead[lang=ar][dir=rtl]"), ["ماء نظيف."]);
        assert!(!page.html().contains('\u{202e}'));
        let json = site.reader().ask("/organizations/river-trust.json").json();
        assert_eq!(json["names"], serde_json::json!([{"language": "ar", "text": "صندوق النهر"}, {"language": "tr", "text": "Nehir Vakfı"}]));
        assert_eq!(json["descriptions"][0]["text"], "Clean water, for <b>everyone</b>.");
        let form = river.get(PROFILE).form(PROFILE);
        assert_eq!((form["name_tr"].as_str(), form["name_ar"].as_str()), ("Nehir Vakfı", "صندوق النهر"));
        save(&river, &[("name_tr", ""), ("description_ar", "")]);
        site.reader().get("/organizations/river-trust").lacks("Nehir").sees("صندوق");
    }

    fn whoever_changes_an_organization_and_ends_at_once_leaves_its_letters_to_others(site: &Site) {
        let mut second = site.sibling(|_| {});
        let letter = {
            let river = second.organization("River Trust");
            let letter = river.publish(&[]);
            river.sign(&letter);
            letter
        };
        let verified = |site: &Site| site.reader().json(&letter)["groups"][0]["signatories"][0]["verified_by"].clone();
        let shown_anew = |site: &Site| site.rows("SELECT kind AS line FROM letter_events WHERE kind = 'relisted'").len();
        let left = |site: &Site| site.rows("SELECT 'x' AS line FROM organization_renewals").len();
        assert_eq!((verified(&second), shown_anew(&second), left(&second)), ("email".into(), 0, 0));
        // As a program whose process ended when the change was committed: nobody hears the news of it.
        let change_and_end = |site: &Site| {
            let db = site.runtime().block_on(Db::open(site.database_url(), key_file())).expect("the database");
            site.runtime().block_on(db.write::<_, Fault, _>(|tx| {
                let slug: Slug = "river-trust".parse().expect("a slug");
                let river = organizations::find_organization(tx, &slug)?.expect("an organization");
                let owner = organizations::owners_of(tx, river.id)?.remove(0);
                match river.verified_by {
                    Some(VerifiedBy::Operator) => organizations::end_verification(tx, river.id, VerifiedBy::Operator),
                    _ => organizations::verify_by_operator(tx, river.id, owner.id, "their statutes"),
                }
            })).expect("a change");
        };
        change_and_end(&second);
        assert_eq!((verified(&second), left(&second)), ("email".into(), 1));
        second.wait(60);
        eventually("the letter to be shown anew", || (verified(&second) == "operator").then_some(()));
        assert_eq!((shown_anew(&second), left(&second)), (1, 0));
        // Where everything ended, it is done at the next start.
        second.stop();
        change_and_end(&second);
        assert_eq!(left(&second), 1);
        second.restart();
        assert_eq!((verified(&second), shown_anew(&second), left(&second)), ("email".into(), 2, 0));
        second.finish();
    }

    fn another_name_is_shown_under_every_letter_but_those_that_were_delivered(site: &Site) {
        let office = site.organization("Alliance Office");
        let river = site.organization("River Trust");
        let (open, delivered, own_name) = (office.publish(&[]), office.publish(&[("title", "Delivered")]), office.publish(&[("title", "Printed otherwise")]));
        for letter in [&open, &delivered, &own_name] {
            river.sign(letter);
        }
        river.fill(&own_name.sign(), &own_name.at("/printed-name"), &[("name", "The River")]).is(200);
        let done = office.fill(&delivered.at("/delivery"), &delivered.at("/delivery"), &[("delivered_to", "The Council"), ("signing", "open")]);
        done.is(200);
        river.mail();
        let before = office.get(&delivered.at("/delivery")).attributes("ul.rows a", "href");
        let frozen: Vec<Vec<u8>> = before.iter().map(|file| site.reader().ask(file).bytes).collect();

        save(&river, &[("organization_name", "Delta Trust"), ("acronym", "DT")]);
        assert_eq!(list(&site.reader().json(&open)), ["1 Delta Trust (-)"]);
        site.reader().read(&open).sees("Delta Trust").lacks("River Trust");
        assert_eq!(list(&site.reader().json(&own_name)), ["1 The River (-)"]);
        assert_eq!(list(&site.reader().json(&delivered)), ["1 River Trust (-)"], "it was handed over so");
        let after: Vec<Vec<u8>> = before.iter().map(|file| site.reader().ask(file).bytes).collect();
        assert!(frozen == after, "what was delivered is what was delivered");
        office.get(&open.at("/log")).is(200).sees("gave an organization another name").sees("Delta Trust").sees("River Trust");
        office.get(&own_name.at("/log")).lacks("another name");
        assert_eq!(site.reader().json(&open)["groups"][0]["signatories"][0]["organization"], "river-trust", "its address is another question");
    }

    fn a_sort_name_decides_the_place_on_the_list(site: &Site) {
        let (the, hill) = (site.organization("Zebra Relief"), site.organization("Hill Trust"));
        let letter = hill.publish(&[]);
        the.sign(&letter);
        hill.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)", "2 Zebra Relief (-)"]);
        let page = "/organizations/zebra-relief/profile";
        the.fill(page, page, &[("sort_name", "Aid, Zebra")]).is(200);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Zebra Relief (-)", "2 Hill Trust (-)"]);
    }

    fn an_address_that_was_given_up_leads_on_and_is_nobody_elses(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        let open = river.get(PROFILE); // a form from before
        save(&river, &[("slug", "delta")]);
        for (old, new) in [("/organizations/river-trust", "/organizations/delta"), ("/organizations/river-trust.json", "/organizations/delta.json")] {
            let moved = site.reader().ask(old);
            assert_eq!(moved.is(308).header("location"), new);
            assert_eq!(moved.header("cache-control"), "no-store", "it may be its address again");
            site.reader().get(old).is(200).sees("River Trust");
        }
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["organization"], "delta");
        assert!(site.reader().read(&letter).html().contains("href=\"/organizations/delta\""));
        let csv = site.reader().ask(&letter.at(".csv"));
        assert!(!csv.is(200).html().contains("river-trust"), "{}", csv.html());
        river.send_form(&open, PROFILE, &[]).is(409);
        river.withdraw(&letter);

        let namesake = site.visitor();
        namesake.register_as("River Trust", &[("email", "other@elsewhere.example")]).sees("Look in your mail");
        namesake.confirm_from_mail();
        site.reader().get("/organizations/river-trust-2").is(200);
        let hill = site.organization("Hill Trust");
        let page = "/organizations/hill-trust/profile";
        hill.fill(page, page, &[("slug", "river-trust")]).is(422).complains("slug", "or had it");
        hill.fill(page, page, &[("slug", "delta")]).is(422).complains("slug", "Another organization");
        for bad in ["", "-", "a--b", "../evil", "دلتا", "Delta", &"a".repeat(61)] {
            hill.fill(page, page, &[("slug", bad)]).is(422).complains("slug", "hyphens between them");
        }
        let page = "/organizations/delta/profile";
        river.fill(page, page, &[("slug", "river-trust")]).is(200);
        site.reader().ask("/organizations/river-trust").is(200);
        assert_eq!(site.reader().ask("/organizations/delta").is(308).header("location"), "/organizations/river-trust");
    }

    fn of_two_owners_at_once_the_second_is_told(site: &Site) {
        let river = site.organization("River Trust");
        let nour = colleague(site, &river, "river-trust", "nour@river.example", "owner");
        let (one, other) = (river.get(PROFILE), nour.get(PROFILE));
        river.send_form(&one, PROFILE, &[("description_en", "Clean water.")]).is(303);
        let late = nour.send_form(&other, PROFILE, &[("description_en", "Dry land."), ("name_fr", "Fleuve")]);
        late.is(409).sees("Somebody else has changed the profile");
        assert_eq!(late.form(PROFILE)["description_en"], "Dry land.", "their words are kept");
        site.reader().get("/organizations/river-trust").sees("Clean water.").lacks("Dry land.");
        nour.send_form(&late, PROFILE, &[]).is(303);
        site.reader().get("/organizations/river-trust").sees("Dry land.").sees("Fleuve");

        // A form that needs another look is still the form of before.
        let (one, other) = (river.get(PROFILE), nour.get(PROFILE));
        river.send_form(&one, PROFILE, &[("description_en", "Both.")]).is(303);
        let wrong = nour.send_form(&other, PROFILE, &[("organization_name", "")]);
        wrong.is(422);
        nour.send_form(&wrong, PROFILE, &[("organization_name", "River Trust")]).is(409);

        let barrier = Barrier::new(2);
        let forms = [(&river, river.get(PROFILE)), (&nour, nour.get(PROFILE))];
        let statuses: Vec<u16> = thread::scope(|scope| {
            let sent = forms.iter().map(|(owner, page)| {
                let barrier = &barrier;
                scope.spawn(move || {
                    barrier.wait();
                    owner.send_form(page, PROFILE, &[("acronym", "RT")]).status
                })
            });
            sent.collect::<Vec<_>>().into_iter().map(|sent| sent.join().expect("an answer")).collect()
        });
        let mut statuses = statuses;
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409]);
    }

    fn only_its_owners_change_it(site: &Site) {
        let river = site.organization("River Trust");
        let hill = site.organization("Hill Trust");
        let member = colleague(site, &river, "river-trust", "nour@river.example", "member");
        let signatory = colleague(site, &river, "river-trust", "sami@river.example", "signatory");
        let fields = [("organization_name", "Stolen"), ("slug", "stolen"), ("version", "1")];
        for visitor in [&hill, &member, &signatory] {
            visitor.ask(PROFILE).is(404);
            visitor.press(PROFILE, &fields).is(404);
            visitor.press("/organizations/river-trust/address", &[("email", "x@evil.example")]).is(404);
        }
        assert!(site.visitor().press(PROFILE, &fields).is(303).header("location").starts_with("/sign-in"));
        site.reader().get("/organizations/river-trust").is(200).sees("River Trust").lacks("Profile");
        member.get("/organizations/river-trust").sees("People").lacks("Profile");
        river.get("/organizations/river-trust").sees("Profile");
        river.ask("/organizations/nobody/profile").is(404);
    }

    fn what_does_not_fit_comes_back_with_its_words(site: &Site) {
        let river = site.organization("River Trust");
        let long = "a".repeat(301);
        let page = river.fill(PROFILE, PROFILE, &[
            ("organization_name", "!!"), ("website", "https://user@example.org"), ("description_en", &long), ("name_ar", "٪"),
            ("country", "Atlantis"), ("other_name", "Nehir"),
        ]);
        page.is(422).complains("organization_name", "letters").complains("website", "looks like").complains("description_en", "301 characters");
        page.complains("name_ar", "letters").complains("country", "Choose").complains("other_language", "language");
        assert_eq!(page.form(PROFILE)["description_en"], long);
        for website in ["https://192.0.2.1", "ftp://example.org", "https://", "http://localhost", "data:text/html,x"] {
            river.fill(PROFILE, PROFILE, &[("website", website)]).is(422).complains("website", "");
        }
        let huge = "a".repeat(10 * 1024 * 1024);
        river.press(PROFILE, &[("organization_name", &huge)]).is(413);
        let large = "a".repeat(500_000);
        river.fill(PROFILE, PROFILE, &[("organization_name", &large)]).is(422).complains("organization_name", "at most 200");
        river.press(PROFILE, &[("organization_name", "A"), ("organization_name", "B")]).is(400);
        site.reader().get("/organizations/river-trust").sees("River Trust");
        assert_eq!(river.password(), PASSWORD);
    }

    fn its_people_see_every_letter_and_take_the_list_to_their_board(site: &Site) {
        let office = site.organization("Alliance Office");
        let river = site.organization("River Trust");
        let member = colleague(site, &river, "river-trust", "nour@river.example", "member");
        let (public, left) = (office.publish(&[("title", "=Public")]), office.publish(&[("title", "Left")]));
        let secret = office.write(&[("title", "Not yet public")]);
        office.fill(&secret.edit(), &secret.at("/opening"), &[]).is(200);
        let board = secret.at("/invitations");
        office.fill(&board, &board, &[("addresses", &river.email()), ("then", "send")]).is(200);
        let invitation = river.mail().link();
        river.fill(&invitation, &format!("{invitation}/acceptance"), &[]).is(200);
        for letter in [&public, &left, &secret] {
            river.sign_with(letter, &[("representative_name", "=HYPERLINK(\"x\")")]).is(200);
            river.mail();
        }
        river.withdraw(&left);
        let page = member.get("/organizations/river-trust/letters");
        page.is(200).sees("3 letters, 2 with our name under it").sees("=Public").sees("Withdrawn").sees("Not yet public").sees("revision 1");
        assert!(page.header("cache-control").contains("no-store"));
        let csv = member.ask("/organizations/river-trust/letters.csv");
        assert!(csv.is(200).header("content-disposition").starts_with("attachment"), "{}", csv.header("content-disposition"));
        let text = csv.html();
        assert!(text.starts_with("\u{feff}letter,address,language,state"), "{text}");
        assert_eq!(text.lines().count(), 4);
        assert!(text.contains("'=Public") && text.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{text}");
        assert!(text.contains("Not yet public") && text.contains(",collecting,"), "{text}");

        for path in ["/organizations/river-trust/letters", "/organizations/river-trust/letters.csv"] {
            office.ask(path).is(404);
            assert!(site.visitor().ask(path).is(303).header("location").starts_with("/sign-in"));
        }
        site.reader().get("/organizations/river-trust").sees("=Public").lacks("Not yet public").lacks("Left");
        let json = site.reader().ask("/organizations/river-trust.json").json();
        assert_eq!(json["signed"].as_array().map(Vec::len), Some(1));
    }
}
