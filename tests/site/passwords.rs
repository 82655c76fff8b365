//! Which passwords are taken, how they lie in the database, and guessing them.

use undersigned::error::Fault;
use undersigned::people::{self, Email, NewPerson, PasswordHash};

use crate::support::people::PASSWORD;
use crate::support::{Page, Visitor};

fn tries(browser: &Visitor<'_>, email: &str, password: &str) -> Page {
    browser.press("/sign-in", &[("email", email), ("password", password)])
}

/// What an operator's proxy tells of where a visitor comes from.
fn from(browser: &Visitor<'_>, address: &str, email: &str, password: &str) -> Page {
    let body = crate::support::visitor::form_urlencoded(&[("email", email), ("password", password)]);
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-forwarded-for", address)];
    browser.send(reqwest::Method::POST, "/sign-in", &headers, Some(body.into_bytes()))
}

stories! {
    fn what_everybody_tries_first_is_refused_wherever_a_password_is_chosen(site: &Site) {
        let guessed = ["password", "Password123", "12345678", "qwertyuiop", "aaaaaaaaaaaa", "undersigned", "Undersigned2026", "river trust",
            "RiverTrust1", "amal haddad", "river-trust@example.org", "rivertrust"];
        let visitor = site.visitor();
        for password in guessed {
            let page = visitor.register_as("River Trust", &[("password", password)]);
            page.is(422).complains("password", "A short sentence is good.");
            assert_eq!(page.form("/register")["organization_name"], "River Trust");
            assert_eq!(page.form("/register")["password"], "");
        }
        let river = site.organization("River Trust");
        river.fill("/password/forgot", "/password/forgot", &[("email", &river.email())]).is(200);
        let link = river.mail().link();
        for password in ["iloveyou1", "Amal Haddad 1", "undersigned1"] {
            site.visitor().fill(&link, &link, &[("password", password)]).is(422).complains("password", "");
            let changed = river.fill("/account/password", "/account/password", &[("password", PASSWORD), ("new_password", password)]);
            changed.is(422).complains("new_password", "");
        }
        let people = format!("/organizations/{}/people", river.slug());
        river.fill(&people, &people, &[("email", "nour@example.org"), ("role", "member")]).is(200);
        let place = site.mail_to("nour@example.org").link();
        for password in ["rivertrust", "Nour Saleh", "superman1"] {
            let page = site.visitor().fill(&place, &place, &[("person_name", "Nour Saleh"), ("password", password)]);
            page.is(422).complains("password", "");
            assert_eq!(page.form(&place)["person_name"], "Nour Saleh");
        }
        let made = site.db.write::<_, Fault, _>(|tx| people::invite_operator(tx, None));
        let token = site.runtime().block_on(made).expect("an invitation");
        let operator = format!("/operator/{}", token.as_str());
        let typed = [("person_name", "Nour Saleh"), ("email", "n.saleh@example.org"), ("password", "noursaleh")];
        site.visitor().fill(&operator, &operator, &typed).is(422).complains("password", "your own name");
        for sentence in ["correct horse battery staple", "the mountains are far away"] {
            site.visitor().register_as("Hill Trust", &[("password", sentence)]).is(200).sees("Look in your mail");
            site.mail_to("hill-trust@example.org");
        }
    }

    fn a_password_of_megabytes_or_with_nul_bytes_is_only_a_wrong_one(site: &Site) {
        let river = site.organization("River Trust");
        let long = "x".repeat(900_000);
        tries(&site.visitor(), &river.email(), &long).is(422).complains("password", "do not go together");
        tries(&site.visitor(), &river.email(), &"x".repeat(10_000_000)).is(413);
        tries(&site.visitor(), &river.email(), &format!("{PASSWORD}\0")).is(422);
        tries(&site.visitor(), "river-trust@example.org\0", "\0").is(422);
        let long_otp = [("email", river.email()), ("password", PASSWORD.into()), ("otp", "9".repeat(500_000)), ("step", "\0".into())];
        let fields: Vec<(&str, &str)> = long_otp.iter().map(|(n, v)| (*n, v.as_str())).collect();
        site.visitor().press("/sign-in", &fields).is(303); // nobody asked for a code
        river.mail();
        for password in [long.as_str(), &"x".repeat(501)] {
            let page = river.fill("/account/password", "/account/password", &[("password", PASSWORD), ("new_password", password)]);
            page.is(422).complains("new_password", "at most 500");
        }
        river.press("/account/password", &[("password", &long), ("new_password", "a quite new password")]).is(422);
    }

    fn a_weak_hash_is_replaced_by_a_stronger_one_at_the_next_sign_in(site: &Site) {
        // argon2id with 8 KiB and one pass of "the river runs to the sea".
        const WEAK: &str = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$";
        let weak = format!("{WEAK}{}", weak_hash_of_the_password());
        let new = NewPerson {
            name: "Amal Haddad".into(),
            title: String::new(),
            email: Email::read("amal@example.org").expect("an address"),
            password: PasswordHash::of_registration(weak.clone()),
        };
        let added = site.db.write::<_, Fault, _>(move |tx| people::add_person(tx, &new));
        site.runtime().block_on(added).expect("a database").expect("a new person");
        let hash = || site.rows("SELECT password_hash AS line FROM people").join("");
        tries(&site.visitor(), "amal@example.org", "wrong").is(422);
        assert_eq!(hash(), weak, "a wrong password changes nothing");
        site.visitor().sign_in("amal@example.org", PASSWORD).is(200);
        let stronger = hash();
        assert!(stronger.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stronger}");
        site.visitor().sign_in("amal@example.org", PASSWORD).is(200);
        assert_eq!(hash(), stronger, "once is enough");
    }

    fn guesses_slow_whoever_makes_them_longer_each_time_and_lock_nobody_out(site: &Site) {
        let behind = site.sibling(|config| config.trusted_proxies = vec!["127.0.0.1/32".parse().expect("a network")]);
        {
            let river = behind.organization("River Trust");
            let thief = behind.visitor();
            let guess = || from(&thief, "198.51.100.7", "river-trust@example.org", "guess");
            for _ in 0..11 {
                guess().is(422);
            }
            let mut pauses = Vec::new();
            for _ in 0..4 {
                let slowed = guess();
                slowed.is(429).sees("Please wait");
                let pause: i64 = slowed.header("retry-after").parse().expect("seconds");
                pauses.push(pause);
                behind.wait(pause);
                guess().is(422);
            }
            assert!(pauses.windows(2).all(|two| two[1] > two[0]), "{pauses:?}");
            from(&thief, "198.51.100.7", "river-trust@example.org", PASSWORD).is(429);
            // From elsewhere the person gets in, and from a browser they used before from anywhere.
            let phone = behind.visitor();
            let let_in = from(&phone, "203.0.113.9", "river-trust@example.org", PASSWORD);
            phone.arrives(let_in, "river-trust@example.org").is(200).sees("River Trust");
            river.press("/sign-out", &[]).is(303);
            from(&river, "198.51.100.7", "river-trust@example.org", PASSWORD).is(303);
            behind.wait(86_401);
            for _ in 0..10 {
                guess().is(422); // a quiet day is forgotten
            }
        }
        behind.finish();
    }

    fn a_browser_that_was_used_before_is_not_slowed_by_guesses_from_elsewhere(site: &Site) {
        let river = site.organization("River Trust");
        let thief = site.visitor();
        for _ in 0..12 {
            tries(&thief, &river.email(), "guess");
        }
        tries(&thief, &river.email(), PASSWORD).is(429);
        river.press("/sign-out", &[]).is(303);
        tries(&river, &river.email(), PASSWORD).is(303);
        // The cookie lets nobody in, and one that was made up is no cookie of ours.
        let cookie = |value: &str| {
            let body = crate::support::visitor::form_urlencoded(&[("email", "river-trust@example.org"), ("password", PASSWORD)]);
            let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", value)];
            site.visitor().send(reqwest::Method::POST, "/sign-in", &headers, Some(body.into_bytes())).status
        };
        assert_eq!(cookie("device=made-up"), 429);
        assert_eq!(cookie("device="), 429);
        assert_eq!(river.press("/sign-in", &[("email", &river.email()), ("password", "wrong")]).status, 422);
    }

    fn an_unknown_address_is_slowed_exactly_like_a_known_one(site: &Site) {
        let river = site.organization("River Trust");
        let answers = |email: &str| -> Vec<u16> {
            let browser = site.visitor();
            (0..13).map(|_| tries(&browser, email, "guess").status).collect()
        };
        assert_eq!(answers(&river.email()), answers("nobody@example.org"));
    }

    fn a_new_password_signs_out_the_other_browsers_and_tells_the_mailbox(site: &Site) {
        let river = site.organization("River Trust");
        let phone = site.visitor();
        phone.sign_in(&river.email(), PASSWORD).is(200);
        let path = "/account/password";
        river.fill(path, path, &[("password", "wrong"), ("new_password", "a quite new password")]).is(422)
            .complains("password", "not your password");
        river.fill(path, path, &[("password", PASSWORD), ("new_password", "a quite new password")]).is(200)
            .sees("all other browsers are signed out");
        assert_eq!(river.mail().subject, "Your password was changed");
        river.get("/desk").sees("River Trust");
        phone.get("/desk").lacks("River Trust").sees("Sign in");
        tries(&phone, &river.email(), PASSWORD).is(422);
        phone.sign_in(&river.email(), "a quite new password").is(200); // and its cookie is forgotten: a mail
    }

    fn guesses_at_the_password_of_an_open_session_are_slowed_too(site: &Site) {
        let river = site.organization("River Trust");
        let guess = || river.press("/account/deletion", &[("understood", "yes"), ("password", "guess")]).status;
        let statuses: Vec<u16> = (0..14).map(|_| guess()).collect();
        assert_eq!(statuses[..10], [422; 10]);
        assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
        river.get("/desk").sees("River Trust");
    }
}

/// The hash's last part, made here as a weaker installation would have.
fn weak_hash_of_the_password() -> String {
    use argon2::{Algorithm, Argon2, Params, Version};
    let params = Params::new(8, 1, 1, None).expect("parameters");
    let mut hash = [0_u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(PASSWORD.as_bytes(), b"somesaltsomesalt", &mut hash)
        .expect("a hash");
    data_encoding::BASE64_NOPAD.encode(&hash)
}
