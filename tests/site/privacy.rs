//! What the page about privacy says is what the installation does.

use undersigned::config::{MailRoute, SecondFactorFor};

stories! {
    fn the_page_says_what_this_installation_does_with_its_own_numbers(site: &Site) {
        let page = site.reader().get("/privacy");
        page.is(200).sees("Readers get no cookie").sees("nobody has used it for 14 days, or for 90 days in all");
        page.sees("a year after the letter closed").sees("Mail does not leave this machine.").sees("by the way you know them");
        assert!(page.cookie("device").is_none() && page.cookie("undersigned").is_none());
        let other = site.sibling(|config| {
            config.accounts.session_idle = 3;
            config.accounts.session_absolute = 30;
            config.accounts.retention_months = 6;
            config.accounts.require_second_factor = SecondFactorFor::Coordinators;
            config.accounts.operator_contact = Some("privacy@letters.example".into());
            config.trusted_proxies = vec!["10.0.0.0/8".parse().expect("a network")];
            let server = "smtp://127.0.0.1:1".parse().expect("an address");
            config.mail = MailRoute::Smtp { server, authority: None };
        });
        let page = other.reader().get("/privacy");
        page.is(200).sees("nobody has used it for 3 days, or for 30 days in all").sees("6 months after the letter closed");
        page.sees("have to have one").sees("privacy@letters.example").sees("Here requests come through a proxy");
        page.sees("Mail leaves through the mail server 127.0.0.1").lacks("Mail does not leave");
        other.finish();
    }

    fn it_is_linked_from_every_page_and_where_people_leave_their_address(site: &Site) {
        let river = site.organization("River Trust");
        let (letter, arabic) = (river.publish(&[]), river.publish(&[("language", "ar")]));
        for path in ["/", "/about", "/register", "/sign-in", &letter.path, &arabic.path, "/no-such-page"] {
            let links = site.reader().ask(path).attributes("footer a", "href");
            assert!(links.contains(&"/privacy".to_owned()), "{path}: {links:?}");
        }
        site.reader().ask(&arabic.path).sees("الخصوصية");
        assert!(site.reader().get("/register").attributes("main a", "href").contains(&"/privacy".to_owned()));
        assert!(river.get(&letter.sign()).attributes("main a", "href").contains(&"/privacy".to_owned()));
    }
}
