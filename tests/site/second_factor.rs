//! A code beside the password: setting it up, signing in with it, losing it, and those who want to get
//! past it.

use undersigned::config::SecondFactorFor;
use undersigned::error::Fault;
use undersigned::people;

use crate::support::people::PASSWORD;
use crate::support::second_factor::Program;
use crate::support::{Page, Site, Visitor};

const PATH: &str = "/account/second-factor";

fn sends(browser: &Visitor<'_>, email: &str, password: &str, otp: &str) -> Page {
    browser.press("/sign-in", &[("email", email), ("password", password), ("otp", otp)])
}

/// A site that asks some people for a second factor.
fn that_asks(site: &Site, whom: SecondFactorFor) -> Site {
    site.sibling(|config| config.accounts.require_second_factor = whom)
}

stories! {
    fn a_second_factor_is_set_up_with_password_and_code_and_asked_for_from_then_on(site: &Site) {
        let river = site.organization("River Trust");
        let (phone, laptop) = (site.visitor(), site.visitor());
        phone.sign_in(&river.email(), PASSWORD).is(200);
        river.get("/account").is(200).sees("Off. With it, whoever learns your password");
        river.fill(PATH, PATH, &[("password", "wrong")]).is(422).complains("password", "not your password");
        let page = river.fill(PATH, PATH, &[("password", PASSWORD)]);
        page.is(200).sees("Or type this key").lacks("undersigned.example/");
        let program = Program::with_key_of(site, &page);
        let confirm = format!("{PATH}/confirmation");
        river.send_form(&page, &confirm, &[("otp", "000000")]).is(422).complains("otp", "not the code");
        sends(&laptop, &river.email(), PASSWORD, "").is(303); // it is not on before its first code
        river.mail();
        let shown = river.send_form(&page, &confirm, &[("otp", &program.code())]);
        shown.is(200).sees("This page is the only one that shows them");
        assert_eq!(shown.header("cache-control"), "no-store");
        assert_eq!(shown.all("ol.codes code").len(), 10);
        river.mail().says("asks for a code from now on");
        river.get("/account").is(200).sees("10 recovery codes are left.");
        phone.get("/desk").lacks("River Trust").sees("Sign in");

        let asked = sends(&laptop, &river.email(), PASSWORD, "");
        asked.is(200).sees("This account has a second factor.");
        assert!(asked.cookie("undersigned").is_none() && !asked.html().contains(PASSWORD));
        let wrong = laptop.send_form(&asked, "/sign-in", &[("otp", "000000")]);
        wrong.is(422).complains("otp", "not the code of this moment");
        let let_in = laptop.send_form(&wrong, "/sign-in", &[("otp", &program.code())]);
        assert_eq!(let_in.is(303).header("location"), "/desk");
        laptop.arrives(let_in, &river.email()).is(200).sees("River Trust");
    }

    fn password_and_code_can_be_sent_at_once_and_lead_to_the_page_that_was_asked_for(site: &Site) {
        let river = site.organization("River Trust");
        let (program, _) = river.sets_up_second_factor();
        let browser = site.visitor();
        let fields = [("email", river.email()), ("password", PASSWORD.to_owned()), ("otp", program.code()), ("next", "/account".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let sent = browser.press("/sign-in", &fields);
        assert_eq!(sent.is(303).header("location"), "/account");
        browser.arrives(sent, &river.email()).is(200).sees("Your account");
    }

    fn whether_an_account_has_one_is_said_to_nobody_without_its_password(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        river.sets_up_second_factor();
        for otp in ["", "123456"] {
            let with = sends(&site.visitor(), &river.email(), "wrong password", otp);
            let without = sends(&site.visitor(), &hill.email(), "wrong password", otp);
            with.is(422);
            assert_eq!(with.html().replace("river-trust@", "hill-trust@"), without.html());
        }
        assert!(site.visitor().get("/sign-in").all("input[name=otp]").is_empty());
    }

    fn each_code_is_accepted_once_and_only_from_its_own_program(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let ((ours, _), (theirs, codes)) = (river.sets_up_second_factor(), hill.sets_up_second_factor());
        let code = ours.code();
        site.visitor().signs_in_with_code(&river.email(), &code).is(200).sees("Your desk");
        sends(&site.visitor(), &river.email(), PASSWORD, &code).is(422).complains("otp", "or it was used");
        sends(&site.visitor(), &river.email(), PASSWORD, &ours.code_in(-30)).is(422); // an earlier one too
        sends(&site.visitor(), &river.email(), PASSWORD, &theirs.code()).is(422);
        sends(&site.visitor(), &river.email(), PASSWORD, &codes[0]).is(422);
        sends(&site.visitor(), &river.email(), PASSWORD, &ours.code_in(90)).is(422);
        let late = ours.code();
        site.wait(30);
        site.visitor().signs_in_with_code(&river.email(), &late).is(200).sees("Your desk"); // half a minute late
    }

    fn the_same_code_sent_at_once_from_many_browsers_lets_one_in(site: &Site) {
        let river = site.organization("River Trust");
        let (program, _) = river.sets_up_second_factor();
        let code = program.code();
        let send = || sends(&site.visitor(), "river-trust@example.org", PASSWORD, &code).status;
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
            threads.into_iter().map(|thread| thread.join().expect("an answer")).collect()
        });
        assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
        river.mail();
    }

    fn recovery_codes_let_in_once_each_are_kept_as_a_file_and_renewed(site: &Site) {
        let river = site.organization("River Trust");
        let (program, codes) = river.sets_up_second_factor();
        let written = codes[3].to_uppercase().replace('-', " ");
        site.visitor().signs_in_with_code(&river.email(), &written).is(200).sees("Your desk");
        river.mail().says("9 of them are left");
        sends(&site.visitor(), &river.email(), PASSWORD, &codes[3]).is(422);

        let file = river.press(&format!("{PATH}/codes.txt"), &[("codes", &codes.join("\n"))]);
        file.is(200);
        assert!(file.header("content-disposition").starts_with("attachment; filename=\"recovery-codes.txt\""));
        assert!(codes.iter().all(|code| file.html().contains(code)));
        river.press(&format!("{PATH}/codes.txt"), &[("codes", "<script>alert(1)</script>")]).is(404);
        river.press(&format!("{PATH}/codes.txt"), &[("codes", "")]).is(404);
        site.organization("Hill Trust").press(&format!("{PATH}/codes.txt"), &[("codes", &codes.join("\n"))]).is(404);

        let renew = format!("{PATH}/codes");
        river.fill(PATH, &renew, &[("password", PASSWORD), ("otp", "000000")]).is(422).complains("otp", "");
        let page = river.fill(PATH, &renew, &[("password", PASSWORD), ("otp", &program.code())]);
        let fresh = page.is(200).all("ol.codes code");
        assert_eq!(river.mail().subject, "New recovery codes");
        sends(&site.visitor(), &river.email(), PASSWORD, &codes[0]).is(422);
        site.visitor().signs_in_with_code(&river.email(), &fresh[0]).is(200);
        river.mail();
    }

    fn it_is_turned_off_with_password_and_code_and_its_person_hears_of_it(site: &Site) {
        let river = site.organization("River Trust");
        let (program, codes) = river.sets_up_second_factor();
        let off = format!("{PATH}/removal");
        river.press(&off, &[("password", PASSWORD), ("otp", "")]).is(422).complains("otp", "");
        river.press(&off, &[("password", "wrong"), ("otp", &program.code())]).is(422).complains("password", "");
        river.press(&off, &[("password", PASSWORD), ("otp", &program.code())]).is(303);
        assert_eq!(river.mail().subject, "Your second factor is off");
        site.visitor().sign_in(&river.email(), PASSWORD).is(200).sees("Your desk");
        river.press(&format!("{PATH}/codes.txt"), &[("codes", &codes.join("\n"))]).is(404);
        assert_eq!(site.rows("SELECT 'x' AS line FROM recovery_codes").len(), 0);
    }

    fn its_key_cannot_be_read_in_the_database(site: &Site) {
        let river = site.organization("River Trust");
        let page = river.fill(PATH, PATH, &[("password", PASSWORD)]);
        let key = page.all("code.key").join("").replace(' ', "");
        let bytes = data_encoding::BASE32_NOPAD.decode(key.as_bytes()).expect("a key");
        let kept = site.at_rest();
        let hex = data_encoding::HEXLOWER.encode(&bytes);
        for form in [bytes.as_slice(), key.as_bytes(), hex.as_bytes()] {
            assert!(!kept.windows(form.len()).any(|part| part == form), "the key lies open");
        }
        river.press(&format!("{PATH}/cancellation"), &[]).is(303);
        river.get(PATH).sees("Set it up");
    }

    fn many_wrong_codes_are_slowed_for_a_stranger_and_not_for_the_browser_that_is_known(site: &Site) {
        let river = site.organization("River Trust");
        let (program, _) = river.sets_up_second_factor();
        let thief = site.visitor();
        let mut slowed = None;
        for _ in 0..15 {
            let page = sends(&thief, &river.email(), PASSWORD, "000000");
            if page.status == 429 {
                slowed = Some(page);
                break;
            }
            page.is(422);
        }
        let slowed = slowed.expect("fifteen wrong codes are too many");
        assert!(slowed.header("retry-after").parse::<u32>().is_ok_and(|seconds| (1..=60).contains(&seconds)));
        sends(&thief, &river.email(), PASSWORD, &program.code_in(0)).is(429);
        river.press("/sign-out", &[]).is(303);
        sends(&river, &river.email(), PASSWORD, &program.code_in(0)).is(303); // where they signed in before
        river.get("/desk").is(200).sees("River Trust");
    }

    fn a_step_that_is_forged_truncated_old_or_somebody_elses_leads_nowhere(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let ((program, _), (theirs, _)) = (river.sets_up_second_factor(), hill.sets_up_second_factor());
        let step = |visitor: &Visitor<'_>, email: &str| sends(visitor, email, PASSWORD, "").form("/sign-in")["step"].clone();
        let browser = site.visitor();
        let (own, other) = (step(&browser, &river.email()), step(&browser, &hill.email()));
        let send = |email: &str, step: &str, otp: &str| browser.press("/sign-in", &[("email", email), ("step", step), ("otp", otp)]);
        for forged in ["", "x", &own[..own.len() - 1], &own.to_uppercase(), "\0"] {
            send(&river.email(), forged, &program.code()).is(422).complains("password", "");
        }
        send(&river.email(), &other, &program.code()).is(422).complains("password", "begin once more");
        send(&hill.email(), &own, &theirs.code()).is(422).complains("password", "begin once more");
        site.wait(601);
        send(&river.email(), &own, &program.code()).is(422).complains("password", "took too long");
        let last = step(&browser, &river.email());
        for _ in 0..5 {
            send(&river.email(), &last, "000000").is(422).complains("otp", "");
        }
        send(&river.email(), &last, &program.code()).is(422).complains("password", "too often");
    }

    fn a_mail_that_confirms_an_organization_does_not_go_past_it(site: &Site) {
        let river = site.organization("River Trust");
        river.sets_up_second_factor();
        let browser = site.visitor();
        browser.register_as("Second Trust", &[("email", &river.email())]).is(200);
        let link = river.mail().link();
        let sent = browser.press(&link, &[]);
        assert!(sent.is(303).header("location").starts_with("/sign-in?note=confirmed"));
        assert!(sent.cookie("undersigned").is_none());
    }

    fn those_who_run_the_place_can_turn_it_off_for_somebody_who_lost_everything(site: &Site) {
        let river = site.organization("River Trust");
        river.sets_up_second_factor();
        let turn_off = |email: &'static str| {
            let off = site.db.write::<_, Fault, _>(move |tx| people::turn_off_for(tx, &people::Email::read(email).expect("an address")));
            site.runtime().block_on(off).expect("a database").is_some()
        };
        assert!(!turn_off("nobody@example.org"));
        assert!(turn_off("river-trust@example.org"));
        assert!(!turn_off("river-trust@example.org"), "there is none any more");
        river.mail().says("those who run this place have turned off");
        site.visitor().sign_in(&river.email(), PASSWORD).is(200).sees("Your desk");
    }

    fn coordinators_are_led_to_set_it_up_and_nothing_of_theirs_is_lost(site: &Site) {
        let asking = that_asks(site, SecondFactorFor::Coordinators);
        {
            let river = asking.organization("River Trust");
            river.get("/desk").is(200).sees("River Trust"); // who coordinates nothing is not asked
            let page = river.get("/letters/new");
            let typed = [("title", "Open the road"), ("body", "We ask & ask <again>.\n\nOpen it."), ("then", "save")];
            let made = river.send_form(&page, "/letters/new", &typed);
            let edit = made.is(303).header("location").split('?').next().unwrap_or_default().to_owned();
            let led = river.get(made.header("location"));
            led.is(200).sees("signs in with a password and a code").sees("Set it up");
            for work in ["/desk", edit.as_str(), "/letters/new"] {
                assert!(river.ask(work).is(303).header("location").starts_with("/account/second-factor?next=%2F"), "{work}");
            }
            river.get("/account").is(200).sees("Your account");
            river.get("/privacy").is(200);

            let kept = river.press(&edit, &[("title", "Another title"), ("body", "\nWords & words\n\n<b>"), ("then", "save")]);
            kept.is(403).sees("nothing of what you sent was taken").sees("Set up the second factor");
            let form = kept.form(&edit);
            assert_eq!((form["title"].as_str(), form["body"].replace("\r\n", "\n").as_str()), ("Another title", "\nWords & words\n\n<b>"));
            let large = format!("title={}", "x".repeat(2_000_000)).into_bytes();
            let headers = [("content-type", "application/x-www-form-urlencoded")];
            let page = river.send(reqwest::Method::POST, &edit, &headers, Some(large));
            page.is(403).sees("your browser still has what you typed");
            assert!(page.bytes.len() < 100_000);
            river.sets_up_second_factor();
            river.send_form(&kept, &edit, &[]).is(303);
            river.get(&edit).is(200).sees("Words & words");
        }
        asking.finish();
    }

    fn operators_are_led_to_set_it_up_where_only_they_have_to(site: &Site) {
        let asking = that_asks(site, SecondFactorFor::Operators);
        {
            let river = asking.organization("River Trust");
            river.publish(&[]);
            river.get("/desk").is(200).sees("River Trust");
            let made = asking.db.write::<_, Fault, _>(|tx| people::add_operator(tx, &people::Email::read("river-trust@example.org").expect("an address")));
            asking.runtime().block_on(made).expect("a database");
            assert!(river.ask("/desk").is(303).header("location").starts_with("/account/second-factor"));
            river.press("/operator/outbox", &[]).is(403).sees("A second factor first");
            river.sets_up_second_factor();
            river.get("/desk").is(200).sees("This installation");
        }
        asking.finish();
    }
}
