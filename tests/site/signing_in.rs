//! Signing in and out, a new password, and the people who run the place.

use undersigned::error::Fault;
use undersigned::people;

use crate::support::people::PASSWORD;
use crate::support::{Page, Site};

/// The value of the session cookie that an answer sets.
fn session(page: &Page) -> String {
    let cookie = page.cookie("undersigned").expect("a session cookie");
    cookie.trim_start_matches("undersigned=").split(';').next().unwrap_or_default().to_owned()
}

/// Whether a session is signed in, whoever's browser has it.
fn is_open(site: &Site, session: &str) -> bool {
    let cookie = format!("undersigned={session}");
    let page = site.visitor().send(reqwest::Method::GET, "/desk", &[("cookie", &cookie)], None);
    assert!(page.status == 200 || page.header("location").starts_with("/sign-in"), "{}", page.status);
    page.status == 200
}

fn operator_link(site: &Site) -> String {
    let invited = site.db.write::<_, Fault, _>(|tx| people::invite_operator(tx, None));
    let token = site.runtime().block_on(invited).expect("an invitation");
    format!("/operator/{}", token.as_str())
}

stories! {
    fn the_right_password_leads_to_the_desk(site: &Site) {
        let river = site.organization("River Trust");
        let browser = site.visitor();
        browser.get("/desk").is(200).sees("Sign in");
        browser.sign_in(&river.email(), PASSWORD).is(200).sees("Your desk").sees("River Trust");
        let again = site.visitor();
        again.sign_in(" River-Trust@Example.ORG ", PASSWORD).is(200).sees("Your desk");
    }

    fn a_wrong_password_and_an_unknown_address_look_alike(site: &Site) {
        let river = site.organization("River Trust");
        let visitor = site.visitor();
        let wrong = visitor.press("/sign-in", &[("email", &river.email()), ("password", "wrong password")]);
        let unknown = visitor.press("/sign-in", &[("email", "other-trust@example.org"), ("password", "wrong password")]);
        wrong.is(422).complains("password", "do not go together");
        unknown.is(422);
        assert_eq!(wrong.html().replace("river-trust@", "other-trust@"), unknown.html());
        assert_eq!(wrong.form("/sign-in")["email"], "river-trust@example.org");
        assert_eq!(wrong.form("/sign-in")["password"], "");
        assert!(wrong.cookie("undersigned").is_none());
        let words: Vec<_> = wrong.headers.keys().collect();
        assert_eq!(words, unknown.headers.keys().collect::<Vec<_>>());
    }

    fn the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(site: &Site) {
        let river = site.organization("River Trust");
        let answer = site.visitor().press("/sign-in", &[("email", &river.email()), ("password", PASSWORD)]);
        river.mail();
        let cookie = answer.is(303).cookie("undersigned").expect("a session cookie");
        assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"), "{cookie}");
        assert!(!cookie.contains("Domain"), "{cookie}");
    }

    fn behind_https_cookies_are_bound_to_the_host(site: &Site) {
        let https = site.sibling(|config| config.public_url = "https://letters.example.org".parse().expect("a URL"));
        let visitor = https.visitor();
        let sent = visitor.press("/register", &visitor.registration("River Trust", "river@example.org"));
        let cookie = sent.is(303).cookie("__Host-registration").expect("a cookie");
        assert!(cookie.contains("; Secure") && cookie.contains("; Path=/") && !cookie.contains("Domain"), "{cookie}");
        assert!(sent.header("strict-transport-security").contains("max-age"));
        let mail = https.mail_to("river@example.org");
        assert!(mail.text.contains("https://letters.example.org/confirm/"), "{}", mail.text);
        let cookie = visitor.press(&mail.link(), &[]).is(303).cookie("__Host-undersigned").expect("a cookie");
        assert!(cookie.contains("; Secure") && cookie.contains("; HttpOnly"), "{cookie}");
        https.finish();
    }

    fn signing_in_gives_a_new_session_and_ends_the_one_before(site: &Site) {
        let river = site.organization("River Trust");
        let browser = site.visitor();
        let fields = [("email", river.email()), ("password", PASSWORD.to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let first = session(browser.press("/sign-in", &fields).is(303));
        river.mail();
        assert!(is_open(site, &first));
        let second = session(browser.press("/sign-in", &fields).is(303));
        assert_ne!(first, second);
        assert!(!is_open(site, &first) && is_open(site, &second));
        // A session that somebody planted is not taken over.
        let planted = site.visitor().send(
            reqwest::Method::POST, "/sign-in",
            &[("cookie", "undersigned=planted"), ("content-type", "application/x-www-form-urlencoded")],
            Some(crate::support::visitor::form_urlencoded(&fields).into_bytes()),
        );
        river.mail();
        assert_ne!(session(planted.is(303)), "planted");
        assert!(!is_open(site, "planted"));
    }

    fn signing_out_ends_the_session_here_alone(site: &Site) {
        let river = site.organization("River Trust");
        let other = site.visitor();
        other.sign_in(&river.email(), PASSWORD).is(200);
        river.fill("/desk", "/sign-out", &[]).is(200).sees("You are signed out.");
        river.get("/desk").sees("Sign in").lacks("River Trust");
        other.get("/desk").sees("River Trust");
    }

    fn signing_out_everywhere_ends_the_other_browsers_session(site: &Site) {
        let river = site.organization("River Trust");
        let lost_phone = site.visitor();
        lost_phone.sign_in(&river.email(), PASSWORD).is(200);
        let account = river.get("/account");
        assert_eq!(account.is(200).all("section[aria-labelledby=sessions] li").len(), 2);
        river.fill("/account", "/account/sessions/end", &[]).is(200).sees("You are signed out.");
        lost_phone.get("/desk").sees("Sign in").lacks("River Trust");
        river.get("/desk").sees("Sign in").lacks("River Trust");
    }

    fn a_session_nobody_uses_ends_after_two_weeks(site: &Site) {
        let river = site.organization("River Trust");
        site.wait(13 * 86_400);
        river.get("/desk").sees("River Trust");
        site.wait(13 * 86_400);
        river.get("/desk").sees("River Trust"); // it was used in between
        site.wait(15 * 86_400);
        river.get("/desk").sees("Sign in").lacks("River Trust");
    }

    fn who_has_to_sign_in_first_comes_back_to_where_they_were(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let browser = site.visitor();
        let asked = browser.ask(&letter.sign());
        let page = browser.get(asked.is(303).header("location"));
        let sent = browser.send_form(&page, "/sign-in", &[("email", &river.email()), ("password", PASSWORD)]);
        assert_eq!(sent.is(303).header("location"), letter.sign());
        river.mail();
    }

    fn nobody_is_sent_to_another_site(site: &Site) {
        let river = site.organization("River Trust");
        let elsewhere = ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)"];
        for next in elsewhere {
            let browser = site.visitor();
            let query = crate::support::visitor::form_urlencoded(&[("next", next)]);
            let page = browser.ask(&format!("/sign-in?{query}"));
            let leads = page.is(200).attributes("a, form, link", "href").into_iter().chain(page.attributes("form", "action"));
            for address in leads.chain(page.attributes("input", "value")) {
                // The same page in another language has the query that was asked with, which no page heeds.
                let within = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\");
                assert!(within || !address.contains("evil.example"), "{address}");
                assert!(!address.contains("evil.example") || address.contains("/sign-in?next="), "{address}");
            }
            let fields = [("email", "river-trust@example.org"), ("password", PASSWORD), ("next", next)];
            assert_eq!(browser.press("/sign-in", &fields).is(303).header("location"), "/desk", "{next:?}");
            river.mail();
            let signed_in = river.ask(&format!("/sign-in?{query}"));
            assert_eq!(signed_in.is(303).header("location"), "/desk", "{next:?}");
        }
    }

    fn many_wrong_tries_at_a_password_are_slowed(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let browser = site.visitor();
        for email in [river.email(), "nobody@example.org".to_owned()] {
            let guess = |password: &str| browser.press("/sign-in", &[("email", &email), ("password", password)]);
            for _ in 0..10 {
                guess("guess").is(422);
            }
            guess("guess"); // it may be this one or the next that is too many
            let slowed = guess(PASSWORD);
            slowed.is(429).sees("Please wait");
            assert!(slowed.header("retry-after").parse::<u32>().is_ok_and(|seconds| (1..=60).contains(&seconds)));
            assert!(slowed.cookie("undersigned").is_none());
        }
        site.visitor().sign_in(&hill.email(), PASSWORD).is(200).sees("Your desk");
    }

    fn whoever_knows_the_password_is_never_slowed(site: &Site) {
        let river = site.organization("River Trust");
        for _ in 0..20 {
            site.visitor().sign_in(&river.email(), PASSWORD).is(200).sees("Your desk");
        }
    }

    fn guessing_at_once_is_no_faster_than_one_after_another(site: &Site) {
        let river = site.organization("River Trust");
        let guess = || river.press("/sign-in", &[("email", "river-trust@example.org"), ("password", "guess")]).status;
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..60).map(|_| scope.spawn(guess)).collect();
            threads.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        let tried = statuses.iter().filter(|status| **status == 422).count();
        assert!((1..=15).contains(&tried), "{tried} of 60 guesses at once were compared: {statuses:?}");
        assert!(statuses.iter().all(|status| [422, 429].contains(status)), "{statuses:?}");
    }

    fn a_forgotten_password_is_replaced_by_mail_once(site: &Site) {
        let river = site.organization("River Trust");
        let browser = site.visitor();
        browser.fill("/password/forgot", "/password/forgot", &[("email", &river.email())]).is(200).sees("Look in your mail");
        let link = river.mail().link();
        for _ in 0..3 {
            browser.get(&link).is(200).sees("Choose a new password");
        }
        browser.fill(&link, &link, &[("password", "short")]).is(422).complains("password", "");
        river.get("/desk").sees("River Trust");
        let changed = browser.fill(&link, &link, &[("password", "a quite new password")]);
        changed.is(200).sees("Your password is changed. Sign in with the new one.");
        river.get("/desk").lacks("River Trust").sees("Sign in");
        let told = river.mail();
        assert_eq!(told.subject, "Your password was changed");
        told.says("all devices were signed out");

        browser.get(&link).is(410).sees("Ask for another one");
        browser.press(&link, &[("password", "and another password")]).is(410);
        site.visitor().sign_in(&river.email(), PASSWORD).is(422);
        site.visitor().sign_in(&river.email(), "a quite new password").is(200).sees("Your desk");
    }

    fn the_page_does_not_tell_whether_an_address_has_an_account(site: &Site) {
        let river = site.organization("River Trust");
        let visitor = site.visitor();
        let known = visitor.press("/password/forgot", &[("email", &river.email())]);
        let unknown = visitor.press("/password/forgot", &[("email", "nobody@example.org")]);
        assert_eq!((known.status, &known.bytes), (unknown.status, &unknown.bytes));
        known.is(200);
        assert_eq!(river.mail().subject, "A new password for Undersigned");
        assert_eq!(site.mail_to("nobody@example.org").subject, "There is no account with this address");
        visitor.press("/password/forgot", &[("email", "no address")]).is(422).complains("email", "not an email");
    }

    fn a_link_for_a_new_password_works_for_an_hour(site: &Site) {
        let river = site.organization("River Trust");
        let ask = || {
            site.visitor().press("/password/forgot", &[("email", "river-trust@example.org")]).is(200);
            river.mail().link()
        };
        let (stale, used, replaced) = (ask(), ask(), ask());
        site.visitor().press(&used, &[("password", "a quite new password")]).is(303);
        river.mail();
        site.visitor().get(&replaced).is(410);
        site.visitor().press(&replaced, &[("password", "another new password")]).is(410);
        site.visitor().get(&stale).is(410);
        let late = ask();
        site.wait(3601);
        site.visitor().get(&late).is(410).sees("Ask for another one");
        site.visitor().press(&late, &[("password", "another new password")]).is(410);
        site.visitor().get("/password/reset/forged").is(410);
        site.visitor().sign_in(&river.email(), "a quite new password").is(200);
    }

    fn the_first_operators_link_works_once(site: &Site) {
        site.reader().get("/").is(200).sees("This installation is new");
        let replaced = operator_link(site);
        let link = operator_link(site);
        site.visitor().get(&replaced).is(410);
        let operator = site.visitor();
        operator.get(&link).is(200).sees("Run this installation");
        operator.fill(&link, &link, &[("person_name", ""), ("email", "x"), ("password", "y")]).is(422)
            .complains("person_name", "missing").complains("email", "not an email").complains("password", "");
        let typed = [("person_name", "Nour"), ("email", "nour@example.org"), ("password", PASSWORD)];
        let desk = operator.fill(&link, &link, &typed);
        desk.is(200).sees("This installation").sees("Mail waiting").sees("Mail refused");
        site.visitor().get(&link).is(410).sees("This link made its operator already");
        site.visitor().press(&link, &typed).is(410);
        site.reader().get("/").lacks("This installation is new");
    }

    fn an_operators_link_works_for_a_day_and_takes_over_no_account(site: &Site) {
        let river = site.organization("River Trust");
        let link = operator_link(site);
        let typed = [("person_name", "Nour"), ("email", "river-trust@example.org"), ("password", "a quite new password")];
        site.visitor().fill(&link, &link, &typed).is(422).complains("email", "has an account");
        site.visitor().sign_in(&river.email(), PASSWORD).is(200).lacks("Mail waiting");
        site.wait(86_401);
        site.visitor().get(&link).is(410);
        site.visitor().press(&link, &[("person_name", "Nour"), ("email", "n@example.org"), ("password", PASSWORD)]).is(410);
    }

    fn only_an_operator_sees_and_empties_the_outbox(site: &Site) {
        let river = site.organization("River Trust");
        river.get("/desk").is(200).lacks("Mail waiting");
        river.press("/operator/outbox", &[]).is(404);
        site.visitor().press("/operator/outbox", &[]).is(404);
    }

    fn a_form_sent_after_the_session_ended_leads_back_to_its_page(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.write(&[]);
        river.fill("/desk", "/sign-out", &[]).is(200);
        let send = |from: &str| {
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("referer", from)];
            river.send(reqwest::Method::POST, &letter.edit(), &headers, Some(b"title=Words".to_vec())).header("location").to_owned()
        };
        let back = format!("/sign-in?next={}&note=not-taken", letter.edit().replace('/', "%2F"));
        assert_eq!(send(&format!("{}{}?note=saved", site.url, letter.edit())), back);
        river.get(&back).is(200).sees("nothing of what you sent was taken");
        for elsewhere in ["https://evil.example/letters/x/edit", "nonsense", "http://127.0.0.1:1/desk/x"] {
            assert_eq!(send(elsewhere), "/sign-in?next=%2Fdesk&note=not-taken", "{elsewhere}");
        }
    }
}
