//! Registering an organization and answering the mail.

use crate::support::Page;
use crate::support::people::{PASSWORD, address_of};

/// What a link that does not work has to say.
fn is_over(page: &Page, next: &str) {
    page.is(410).sees("This link no longer works").sees(next);
    assert_eq!(page.all("p.actions a").len(), 1, "one way on");
}

stories! {
    fn a_link_and_one_button_verify_an_organization(site: &Site) {
        let river = site.visitor();
        river.register("River Trust").is(200).sees("Look in your mail");
        river.get("/desk").sees("Sign in");
        let mail = river.mail();
        assert_eq!(mail.subject, "Confirm your organization on Undersigned");
        mail.says("River Trust was registered");
        let link = mail.link();

        let page = river.get(&link);
        page.is(200).sees("Confirm River Trust").sees("river-trust@example.org");
        assert_eq!(page.all("main button").len(), 1, "one button");
        assert!(page.form(&link).is_empty(), "and nothing to fill in");

        river.fill(&link, &link, &[]).is(200).sees("River Trust is verified, and you are signed in");
        let public = site.reader().get("/organizations/river-trust");
        public.is(200).sees("River Trust").sees("by email").lacks("example.org").lacks("Amal");
    }

    fn opening_the_link_a_hundred_times_confirms_nobody(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let link = river.mail().link();
        let scanner = site.visitor();
        for _ in 0..100 {
            scanner.ask(&link).is(200);
        }
        site.reader().get("/organizations/river-trust").is(404);
        scanner.get("/desk").sees("Sign in");
        river.fill(&link, &link, &[]).is(200).sees("is verified");
    }

    fn the_typed_code_does_what_the_button_does(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let code = river.mail().code();
        let spaced = format!(" {} {}", &code[..3], &code[3..]);
        river.fill("/confirm", "/confirm", &[("code", &spaced)]).is(200).sees("River Trust is verified");
        site.reader().get("/organizations/river-trust").is(200);
    }

    fn a_code_works_only_in_the_browser_that_registered(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let code = river.mail().code();
        let other = site.visitor();
        other.fill("/confirm", "/confirm", &[("code", &code)]).is(422).complains("code", "This browser has not");
        let third = site.visitor();
        third.register("Hill Trust");
        third.mail();
        third.fill("/confirm", "/confirm", &[("code", &code)]).is(422).complains("code", "That is not the code");
        site.reader().get("/organizations/river-trust").is(404);
    }

    fn five_wrong_codes_are_enough(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let mail = river.mail();
        let wrong = if mail.code() == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            river.fill("/confirm", "/confirm", &[("code", wrong)]).is(422);
        }
        river.fill("/confirm", "/confirm", &[("code", wrong)]).is(422).sees("wrong too often");
        river.fill("/confirm", "/confirm", &[("code", &mail.code())]).is(422).sees("wrong too often");
        site.reader().get("/organizations/river-trust").is(404);
        river.fill(&mail.link(), &mail.link(), &[]).is(200).sees("is verified");
    }

    fn a_known_and_an_unknown_address_get_the_same_page(site: &Site) {
        let river = site.organization("River Trust");
        let answers: Vec<Page> = [river.email(), "nobody@example.org".to_owned()]
            .iter()
            .map(|email| {
                let visitor = site.visitor();
                let sent = visitor.press("/register", &visitor.registration("Hill Trust", email));
                assert_eq!(sent.header("location"), "/confirm");
                sent.is(303);
                let cookie = sent.cookie("registration").expect("the cookie for the code");
                assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
                visitor.get("/confirm")
            })
            .collect();
        assert_eq!((answers[0].status, &answers[0].bytes), (answers[1].status, &answers[1].bytes));
        assert_eq!(answers[0].status, 200);

        let known = river.mail();
        assert!(known.subject.starts_with("Add an organization"), "{}", known.subject);
        known.says("already has an account");
        let unknown = site.mail_to("nobody@example.org");
        assert!(unknown.subject.starts_with("Confirm your organization"), "{}", unknown.subject);
    }

    fn a_code_adds_to_an_account_that_is_there_and_does_not_open_it(site: &Site) {
        let river = site.organization("River Trust");
        let other = site.visitor();
        other.register_as("Hill Trust", &[("email", &river.email())]);
        let code = river.mail().code();
        let page = other.fill("/confirm", "/confirm", &[("code", &code)]);
        page.is(200).sees("belongs to your account. Sign in to use it.");
        assert!(other.ask("/desk").status == 303, "nobody is signed in there");
        river.get("/desk").sees("Hill Trust").sees("River Trust");
    }

    fn a_known_address_keeps_its_account_and_its_password(site: &Site) {
        let river = site.organization("River Trust");
        let email = river.email();
        let stranger = site.visitor();
        stranger.register_as("Hill Trust", &[("email", &email), ("password", "a thief's password"), ("person_name", "A Thief")]);
        let link = river.mail().link();
        let at_home = site.visitor();
        at_home.fill(&link, &link, &[]).is(200).sees("Hill Trust is verified");
        at_home.get("/desk").sees("River Trust").sees("Hill Trust").sees("Amal Haddad").lacks("A Thief");
        site.visitor().sign_in(&email, "a thief's password").is(422);
        site.visitor().sign_in(&email, PASSWORD).is(200).sees("Your desk");
    }

    fn a_link_works_once(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let link = river.confirm_link();
        river.press(&link, &[]).is(303);
        is_over(&site.visitor().get(&link), "confirmed already");
        is_over(&site.visitor().press(&link, &[]), "confirmed already");
    }

    fn a_link_works_for_a_day(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let mail = river.mail();
        site.wait(25 * 3600);
        is_over(&river.get(&mail.link()), "register again");
        is_over(&river.press(&mail.link(), &[]), "register again");
        river.fill("/confirm", "/confirm", &[("code", &mail.code())]).is(422).sees("more than 24 hours old");
        site.reader().get("/organizations/river-trust").is(404);
    }

    fn a_forged_or_cut_link_says_what_to_do(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let link = river.confirm_link();
        let cut = &link[..link.len() - 1];
        let longer = format!("{link}A");
        for wrong in ["/confirm/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "/confirm/%00", "/confirm/%FF%FE", cut, &longer] {
            is_over(&river.get(wrong), "register again");
            is_over(&river.press(wrong, &[]), "register again");
        }
        river.press(&link, &[]).is(303);
    }

    fn sending_again_replaces_the_link_and_is_limited(site: &Site) {
        let river = site.visitor();
        river.register("River Trust");
        let first = river.mail();
        let mut latest = first.clone();
        for pause in [0, 60, 120, 180] {
            if pause > 0 {
                river.fill("/confirm", "/confirm/again", &[]).is(429).sees("only just now");
                site.wait(pause - 10);
                river.fill("/confirm", "/confirm/again", &[]).is(429).sees("only just now");
                site.wait(11);
            }
            river.fill("/confirm", "/confirm/again", &[]).is(200).sees("on its way again");
            let newer = river.mail();
            is_over(&river.get(&latest.link()), "Open the newest mail");
            latest = newer;
        }
        site.wait(3600);
        river.fill("/confirm", "/confirm/again", &[]).is(429).sees("five mails");
        if first.code() != latest.code() {
            river.fill("/confirm", "/confirm", &[("code", &first.code())]).is(422);
        }
        site.visitor().fill("/confirm", "/confirm/again", &[]).is(200).sees("If something waits");
        river.fill("/confirm", "/confirm", &[("code", &latest.code())]).is(200).sees("is verified");
    }

    fn one_mailbox_is_not_flooded_and_the_page_does_not_tell(site: &Site) {
        let pages: Vec<Page> = (0..13).map(|_| site.visitor().register_as("River Trust", &[])).collect();
        assert!(pages.iter().all(|page| page.status == 200 && page.bytes == pages[0].bytes));
        for _ in 0..10 {
            site.mail_to("river-trust@example.org");
        }
        assert!(site.unread_mails().is_empty(), "ten mails, not thirteen");
    }

    fn a_wrong_field_brings_the_words_back_and_says_where(site: &Site) {
        let river = site.visitor();
        let page = river.register_as("River Trust", &[
            ("acronym", "RT"), ("website", "not a site"), ("country", "Atlantis"), ("person_name", " "),
            ("email", "river trust"), ("password", "short"),
        ]);
        page.is(422)
            .complains("website", "")
            .complains("country", "")
            .complains("person_name", "Your name is missing.")
            .complains("email", "This is not an email address.")
            .complains("password", "");
        let form = page.form("/register");
        assert_eq!(form["organization_name"], "River Trust");
        assert_eq!((form["acronym"].as_str(), form["website"].as_str()), ("RT", "not a site"));
        assert_eq!(form["email"], "river trust");
        assert_eq!(form["password"], "", "a password is not sent back");
        assert!(!page.html().contains("short\""), "nor anywhere else");

        let long = "a".repeat(301);
        river.register_as(&long, &[("email", "long@example.org")]).is(422).complains("organization_name", "301 characters");
        river.register_as("", &[]).is(422).complains("organization_name", "");
    }

    fn what_people_type_is_cleaned_and_escaped(site: &Site) {
        let name = "<b>River</b> \"Trust\" & Sons";
        let river = site.visitor();
        let typed = "<b>River</b>\u{202e} \"Trust\"\0 &\r\nSons";
        river.register_as(typed, &[("email", "river@example.org"), ("person_name", "<i>Amal</i>")]).is(200);
        let mail = river.mail();
        mail.says(&format!("{name} was registered"));
        assert!(mail.html.contains("&lt;b&gt;River&lt;/b&gt;") && !mail.html.contains("<b>"), "{}", mail.html);
        let link = mail.link();
        let pages = [river.get(&link), river.fill(&link, &link, &[]), river.get(&format!("/organizations/{}", river.slug()))];
        for page in &pages {
            page.is(200).sees(name);
            assert!(!page.html().contains("<b>") && !page.html().contains("<i>"), "{}", page.html());
            assert!(!page.html().contains('\u{202e}') && !page.html().contains('\0'));
        }
        let wrong = river.register_as("\"><script>alert(1)</script>", &[("email", "x")]);
        assert!(!wrong.is(422).html().contains("<script>alert"), "{}", wrong.html());
    }

    fn ten_megabytes_are_refused_in_words(site: &Site) {
        let river = site.visitor();
        let large = "a".repeat(10 * 1024 * 1024);
        let page = river.press("/register", &[("organization_name", &large)]);
        page.is(413).sees("That is too much at once");
        river.send(reqwest::Method::POST, "/register", &[("content-type", "application/json")], Some(b"{}".to_vec())).is(400);
    }

    fn the_same_form_sent_twice_is_one_organization(site: &Site) {
        let (first, second) = (site.visitor(), site.visitor());
        first.register("River Trust");
        let one = first.confirm_link();
        second.register("River Trust");
        let two = second.confirm_link();
        first.press(&one, &[]).is(303);
        second.press(&two, &[]).is(303);
        assert_eq!(second.get("/desk").all("section[aria-labelledby=organizations] h3").len(), 1);
    }

    fn two_organizations_of_one_name_have_two_addresses(site: &Site) {
        let first = site.organization("River Trust");
        let second = site.visitor();
        second.register_as("River Trust", &[("email", &address_of("another river"))]);
        second.confirm_from_mail();
        assert_ne!(first.slug(), second.slug());
    }
}
