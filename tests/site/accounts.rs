//! One's own account: what it is called, its browsers, its sessions, its address.

use crate::support::people::PASSWORD;
use crate::support::{Page, Site, Visitor};

const EMAIL: &str = "/account/email";
const NEW: &str = "amal@river.example";

/// Asks for another address and returns the links of the new and the old mailbox.
#[track_caller]
fn asks(river: &Visitor<'_>, new: &str) -> (String, String) {
    let page = river.fill(EMAIL, EMAIL, &[("email", new), ("password", PASSWORD)]);
    page.is(200).sees("We have written to both addresses.");
    (river.site.mail_about(new, "Is this your address?").link(), river.mail().link())
}

fn answers(site: &Site, link: &str, answer: &str) -> Page {
    let browser = site.visitor();
    browser.get(link).is(200);
    let sent = browser.press(link, &[("answer", answer)]);
    browser.follow(sent)
}

fn changed(site: &Site, old: &str, new: &str) {
    site.mail_about(old, "Your account has another address");
    site.mail_about(new, "Your account has another address");
}

stories! {
    fn a_sign_in_with_a_new_browser_is_told_and_one_with_a_known_browser_is_not(site: &Site) {
        let river = site.organization("River Trust"); // registering is the first sign-in, and sends no mail of it
        let phone = site.visitor();
        let agent = [("content-type", "application/x-www-form-urlencoded"), ("user-agent", "Mozilla/5.0 (Android 14; Mobile) Firefox/140.0")];
        let body = crate::support::visitor::form_urlencoded(&[("email", "river-trust@example.org"), ("password", PASSWORD)]);
        let sent = phone.send(reqwest::Method::POST, "/sign-in", &agent, Some(body.into_bytes()));
        let cookie = sent.is(303).cookie("device").expect("a cookie");
        assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"), "{cookie}");
        let mail = river.mail();
        mail.says("Firefox, Android").says("If it was not, somebody knows your password");
        assert!(!mail.text.contains("127.0.0.1") && mail.link() == "/password/forgot");
        for browser in [&phone, &river] {
            browser.press("/sign-out", &[]).is(303);
            let again = browser.press("/sign-in", &[("email", &river.email()), ("password", PASSWORD)]);
            assert!(again.is(303).cookie("device").is_none());
        }
        let token = cookie.trim_start_matches("device=").split(';').next().unwrap_or_default().to_owned();
        let kept = site.at_rest();
        assert!(!kept.windows(token.len()).any(|part| part == token.as_bytes()), "the cookie lies open in the database");
    }

    fn two_people_in_one_browser_are_both_known_there_and_a_planted_cookie_is_not_shared(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let office = site.visitor();
        office.sign_in(&river.email(), PASSWORD).is(200);
        office.press("/sign-out", &[]).is(303);
        office.sign_in(&hill.email(), PASSWORD).is(200);
        office.press("/sign-out", &[]).is(303);
        for email in [river.email(), hill.email()] {
            let sent = office.press("/sign-in", &[("email", &email), ("password", PASSWORD)]);
            assert!(sent.is(303).cookie("device").is_none(), "known, though somebody else was there meanwhile");
        }
        // A thief plants their own cookie: after the victim signs in it is nobody's.
        let thief = site.organization("Thief");
        let own = thief.press("/sign-out", &[]);
        own.is(303);
        let sent = site.visitor().press("/sign-in", &[("email", "thief@example.org"), ("password", PASSWORD)]);
        let planted = sent.is(303).cookie("device").expect("a cookie").split(';').next().unwrap_or_default().to_owned();
        thief.mail();
        let with_it = |email: &str| {
            let body = crate::support::visitor::form_urlencoded(&[("email", email), ("password", PASSWORD)]);
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", planted.as_str())];
            site.visitor().send(reqwest::Method::POST, "/sign-in", &headers, Some(body.into_bytes()))
        };
        let fresh = with_it(&river.email()).is(303).cookie("device").expect("a fresh cookie");
        river.mail();
        assert!(!fresh.starts_with(&planted));
        assert!(with_it(&river.email()).is(303).cookie("device").is_some(), "the planted one is not known to the victim");
        river.mail();
    }

    fn a_name_and_title_can_be_set_right(site: &Site) {
        let river = site.organization("River Trust");
        river.fill("/account", "/account", &[("person_name", "")]).is(422).complains("person_name", "missing");
        let long = "x".repeat(201);
        let page = river.fill("/account", "/account", &[("person_title", &long)]);
        page.is(422).complains("person_title", "");
        assert_eq!(page.form("/account")["person_title"], long);
        river.fill("/account", "/account", &[("person_name", "Amal\0 \u{202e}Haddad-Saleh"), ("person_title", "")]).is(200).sees("Saved.");
        assert_eq!(river.get("/account").form("/account")["person_name"], "Amal Haddad-Saleh");
    }

    fn one_browser_can_be_signed_out_and_nobody_elses(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let phone = site.visitor();
        phone.sign_in(&river.email(), PASSWORD).is(200);
        let ends = |visitor: &Visitor<'_>| -> Vec<String> {
            let actions = visitor.get("/account").attributes("section[aria-labelledby=sessions] li form", "action");
            actions.into_iter().filter(|action| !action.is_empty()).collect()
        };
        let (own, theirs) = (ends(&river), ends(&hill));
        assert_eq!((own.len(), theirs.len()), (2, 1));
        river.press(&theirs[0], &[]).is(404);
        river.press("/account/sessions/nonsense/end", &[]).is(404);
        hill.get("/desk").sees("Hill Trust");
        for end in own {
            let sent = river.press(&end, &[]);
            if sent.is(303).header("location").starts_with("/sign-in") {
                break;
            }
            river.get("/account").is(200);
            phone.get("/desk").lacks("River Trust").sees("Sign in");
        }
        river.get("/desk").lacks("River Trust").sees("Sign in");
    }

    fn sessions_last_as_long_as_the_installation_says_and_shorter_for_operators(site: &Site) {
        let short = site.sibling(|config| {
            config.accounts.session_idle = 2;
            config.accounts.session_absolute = 5;
        });
        {
            let (river, hill) = (short.organization("River Trust"), short.organization("Hill Trust"));
            short.wait(2 * 86_400 - 60);
            river.get("/desk").sees("River Trust");
            short.wait(86_400);
            hill.get("/desk").lacks("Hill Trust").sees("Sign in");
            river.get("/desk").sees("River Trust");
            short.wait(86_400);
            river.get("/desk").sees("River Trust");
            short.wait(86_400 + 120);
            river.get("/desk").lacks("River Trust").sees("Sign in"); // five days, though it was used
        }
        short.finish();
        let river = site.organization("River Trust");
        let made = site.db.write::<_, undersigned::error::Fault, _>(|tx| {
            undersigned::people::add_operator(tx, &undersigned::people::Email::read("river-trust@example.org").expect("an address"))
        });
        site.runtime().block_on(made).expect("a database");
        for _ in 0..7 {
            site.wait(86_400 - 60);
            river.get("/desk").sees("River Trust");
        }
        site.wait(3600); // a week, though it was used an hour ago
        river.get("/desk").lacks("River Trust").sees("Sign in");
    }

    fn another_address_takes_both_mailboxes(site: &Site) {
        let river = site.organization("River Trust");
        river.fill(EMAIL, EMAIL, &[("email", NEW), ("password", "wrong")]).is(422).complains("password", "not your password");
        river.fill(EMAIL, EMAIL, &[("email", "nonsense"), ("password", PASSWORD)]).is(422).complains("email", "not an email");
        river.fill(EMAIL, EMAIL, &[("email", &river.email()), ("password", PASSWORD)]).is(422).complains("email", "your account has");
        let (new, old) = asks(&river, NEW);
        river.get("/account").is(200).sees("Is to become amal@river.example");
        answers(site, &new, "confirm").is(200).sees("The present mailbox is asked too");
        site.visitor().sign_in(NEW, PASSWORD).is(422);
        answers(site, &old, "confirm").is(200).sees("has its new address");
        changed(site, "river-trust@example.org", NEW);
        river.get("/account").is(200).sees(NEW);
        for link in [&new, &old] {
            site.visitor().get(link).is(410);
            site.visitor().press(link, &[("answer", "stop")]).is(410);
        }
        site.visitor().sign_in(NEW, PASSWORD).is(200).sees("River Trust");
        let browser = site.visitor();
        browser.press("/sign-in", &[("email", "river-trust@example.org"), ("password", PASSWORD)]).is(422);
    }

    fn a_lost_mailbox_says_nothing_for_a_week_and_the_change_takes_effect(site: &Site) {
        let river = site.organization("River Trust");
        let (new, _old) = asks(&river, NEW);
        answers(site, &new, "confirm").is(200);
        site.wait(7 * 86_400 - 60);
        std::thread::sleep(std::time::Duration::from_millis(1500)); // the clock's worker has looked
        river.get("/account").is(200).sees("river-trust@example.org");
        site.wait(120);
        changed(site, "river-trust@example.org", NEW);
        site.visitor().sign_in(NEW, PASSWORD).is(200).sees("River Trust");
    }

    fn without_the_new_mailbox_nothing_changes_however_long_one_waits(site: &Site) {
        let river = site.organization("River Trust");
        let (new, old) = asks(&river, NEW);
        answers(site, &old, "confirm").is(200).sees("The new mailbox has to confirm");
        site.wait(13 * 86_400);
        river.get("/account").is(200).sees("river-trust@example.org");
        site.wait(2 * 86_400);
        site.visitor().get(&new).is(410).sees("more than two weeks old");
        site.visitor().sign_in("river-trust@example.org", PASSWORD).is(200);
    }

    fn the_old_mailbox_stops_a_thief_and_signs_everybody_out(site: &Site) {
        let river = site.organization("River Trust");
        let thief = site.visitor();
        thief.sign_in(&river.email(), PASSWORD).is(200);
        let page = thief.press(EMAIL, &[("email", "thief@evil.example"), ("password", PASSWORD)]);
        page.is(303);
        let new = site.mail_to("thief@evil.example").link();
        let old = river.mail().says("If it was not, stop it.").link();
        answers(site, &new, "confirm").is(200);
        site.visitor().press(&new, &[("answer", "stop")]).is(410); // only the old one stops it
        site.visitor().press(&old, &[("answer", "something")]).is(400);
        answers(site, &old, "stop").is(200).sees("Nothing was changed, and your account is signed out everywhere.");
        thief.get("/desk").lacks("River Trust").sees("Sign in");
        site.wait(8 * 86_400);
        site.visitor().press(&new, &[("answer", "confirm")]).is(410);
        site.visitor().sign_in(&river.email(), PASSWORD).is(200).sees("River Trust");
    }

    fn the_page_does_not_tell_whether_the_new_address_has_an_account(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let known = river.press(EMAIL, &[("email", &hill.email()), ("password", PASSWORD)]);
        river.mail();
        assert_eq!(hill.mail().subject, "This address has an account already");
        let unknown = river.press(EMAIL, &[("email", NEW), ("password", PASSWORD)]);
        let link = river.mail().link();
        site.mail_to(NEW);
        assert_eq!((known.status, known.header("location")), (unknown.status, unknown.header("location")));
        river.fill("/account", "/account/email/cancellation", &[]).is(200).sees("Your address stays as it is.");
        site.visitor().get(&link).is(410);
    }

    fn an_address_that_somebody_registers_meanwhile_is_not_taken_from_them(site: &Site) {
        let river = site.organization("River Trust");
        let (new, old) = asks(&river, "hill-trust@example.org");
        answers(site, &old, "confirm").is(200);
        let hill = site.organization("Hill Trust");
        let refused = site.visitor().press(&new, &[("answer", "confirm")]);
        refused.is(409).sees("made an account with this address meanwhile");
        hill.get("/account").is(200).sees("hill-trust@example.org");
        river.get("/account").is(200).sees("river-trust@example.org");
    }

    fn links_to_change_an_address_that_are_forged_or_cut_do_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let (new, _) = asks(&river, NEW);
        for forged in [&new[..new.len() - 1], "/addresses/x", "/addresses/%00", &format!("{new}a"), &new.to_uppercase().replace("/ADDRESSES/", "/addresses/")] {
            site.visitor().get(forged).is(410);
            site.visitor().press(forged, &[("answer", "confirm")]).is(410);
        }
        river.get("/account").is(200).sees("river-trust@example.org");
    }

    fn a_new_password_by_mail_takes_back_an_address_that_somebody_asked_for(site: &Site) {
        let river = site.organization("River Trust");
        let (new, _) = asks(&river, "thief@evil.example");
        answers(site, &new, "confirm").is(200);
        river.fill("/password/forgot", "/password/forgot", &[("email", &river.email())]).is(200);
        let link = river.mail().link();
        site.visitor().press(&link, &[("password", "a quite new password")]).is(303);
        river.mail();
        site.wait(8 * 86_400);
        site.visitor().sign_in(&river.email(), "a quite new password").is(200).sees("River Trust");
    }

    fn nothing_of_an_account_changes_for_a_form_from_elsewhere_or_a_get(site: &Site) {
        let river = site.organization("River Trust");
        let forms = ["/account", "/account/password", EMAIL, "/account/deletion", "/account/second-factor", "/account/sessions/end", "/account/second-factor/removal"];
        let fields = [("password", PASSWORD), ("email", NEW), ("understood", "yes"), ("new_password", "a quite new password"), ("person_name", "Thief")];
        for path in forms {
            let body = crate::support::visitor::form_urlencoded(&fields).into_bytes();
            for origin in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")] {
                let headers = [("content-type", "application/x-www-form-urlencoded"), origin];
                let page = river.send(reqwest::Method::POST, path, &headers, Some(body.clone()));
                page.is(403);
            }
            river.ask(&format!("{path}?{}", crate::support::visitor::form_urlencoded(&fields)));
        }
        river.get("/account").is(200).sees("river-trust@example.org").sees("Off. With it").lacks("Thief");
        for path in forms {
            assert!(site.visitor().press(path, &fields).is(303).header("location").starts_with("/sign-in"), "{path}");
        }
    }
}
