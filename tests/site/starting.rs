//! Starting, stopping, the demo, and the program itself.

use std::time::{Duration, Instant};

use tokio::runtime::Runtime;
use undersigned::demo;
use undersigned::error::Fault;
use undersigned::people::Passwords;

use crate::support::database::Database;
use crate::support::letters::list;
use crate::support::people::PASSWORD;
use crate::support::program::{Program, run};
use crate::support::{Letter, Live, Site, eventually};

/// The 25 under the letter of December 2016, as they were numbered then.
const ALEPPO: [&str; 25] = [
    "1 Big Heart (SNA)",
    "2 Binaa Organization for Development (SNA)",
    "3 Ghiras Al Nahda (SNA)",
    "4 Ghiras Foundation for Child Care (SNA)",
    "5 Hand In Hand For Aid and Development (SNA)",
    "6 Ihsan for Relief and Development (SNA)",
    "7 Masrat (SNA)",
    "8 Orient (SNA)",
    "9 Physician Across Continents (SNA)",
    "10 Syrian American Medical Society (SNA)",
    "11 Social Development International (SNA)",
    "12 Syrian Expatriate Medical Association (SNA)",
    "13 Sham Humanitarian Foundation (SNA)",
    "14 Syria Relief (SNA)",
    "15 Syria Relief and Development (SNA)",
    "16 Takaful Alsham Organization (SNA)",
    "17 Union of Relief and Medical Care Organizations (SNA)",
    "18 Basmeh & Zeitooneh (SHAML CSOs Coalition)",
    "19 Emissa (SHAML CSOs Coalition)",
    "20 Kesh Malek (SHAML CSOs Coalition)",
    "21 Local Development & Small Project Support (SHAML CSOs Coalition)",
    "22 Olive Branch (SHAML CSOs Coalition)",
    "23 Women Now for Development (SHAML CSOs Coalition)",
    "24 BaytnaSyria (SHAML CSOs Coalition)",
    "25 Independent Doctors Association (SHAML CSOs Coalition)",
];

/// Puts the demo into an empty site.
pub fn fill(site: &Site) -> bool {
    site.runtime().block_on(async {
        let hash = Passwords::default().hash(demo::PASSWORD.to_owned()).await.expect("a hash");
        site.db.write::<_, Fault, _>(move |tx| demo::fill(tx, &hash)).await.expect("the demo")
    })
}

stories! {
    fn a_running_site_says_so(site: &Site) {
        assert_eq!(site.reader().ask("/healthz").is(200).html(), "ok\n");
        assert_eq!(site.reader().ask("/readyz").is(200).html(), "ready\n");
    }

    fn the_demo_is_the_aleppo_letter(site: &Site) {
        assert!(fill(site));
        let letter = Letter { path: "/letters/aleppo".into() };
        let json = site.reader().json(&letter);
        assert_eq!(list(&json), ALEPPO);
        assert_eq!(json["count"], 25);
        let groups: Vec<_> = json["groups"].as_array().expect("groups").iter().map(|group| group["coalition"].clone()).collect();
        assert_eq!(groups, ["syrian-ngo-alliance", "shaml-csos-coalition"]);
        let page = site.reader().read(&letter);
        page.sees("We, the undersigned 25 organizations").sees("25 organizations");
        assert_eq!(page.attributes("#signatories ol", "start"), ["1", "18"]);
        assert_eq!(page.all("#signatories .group li").len(), 25);
        for account in demo::ACCOUNTS {
            site.visitor().sign_in(account.email, demo::PASSWORD).is(200).sees("Your desk");
        }
        assert!(!fill(site), "what is not empty is left alone");
        assert_eq!(list(&site.reader().json(&letter)), ALEPPO);
    }

    fn everything_is_still_there_after_a_restart(site: &Site) {
        let mut second = site.sibling(|_| {});
        let (letter, before) = {
            let river = second.organization("River Trust");
            let letter = river.publish(&[]);
            river.sign(&letter);
            second.visitor().register("Hill Trust");
            (letter.clone(), second.reader().json(&letter))
        };
        second.restart();
        let mut after = second.reader().json(&letter);
        after["url"] = before["url"].clone(); // the port is another
        assert_eq!(after, before);
        let river = second.visitor();
        river.sign_in("river-trust@example.org", PASSWORD).is(200).sees("River Trust");
        river.withdraw(&letter);
        let link = second.mail_to("hill-trust@example.org").link();
        second.visitor().fill(&link, &link, &[]).is(200).sees("Hill Trust is verified");
        second.finish();
    }

    fn the_program_serves_the_demo_and_ends_when_asked(site: &Site) {
        let database = Database::create(site.engine());
        let mut program = Program::start(&["serve", "--demo", "--listen", "127.0.0.1:0", "--database-url", &database.url]);
        let url = program.prints("Undersigned listens at ");
        let letter = program.prints("The letter: ");
        assert!(letter.starts_with(&url), "{letter} is not under {url}");
        let page = reqwest::blocking::get(&letter).expect("an answer");
        assert_eq!(page.status(), 200);
        assert!(page.text().expect("a page").contains("Independent Doctors Association"));

        let runtime = Runtime::new().expect("a runtime");
        let live = Live::open(&runtime, &format!("{letter}/live"), None);
        assert_eq!(live.status, 200);
        let asked = Instant::now();
        let status = program.terminate();
        assert!(status.success(), "{status}");
        assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
        live.is_closed();
    }

    fn the_program_prints_the_first_operators_link_until_there_is_one(site: &Site) {
        let database = Database::create(site.engine());
        let arguments = ["serve", "--listen", "127.0.0.1:0", "--database-url", &database.url];
        let mut program = Program::start(&arguments);
        let url = program.prints("Undersigned listens at ");
        let link = program.prints("  http");
        let page = reqwest::blocking::get(format!("http{link}")).expect("an answer");
        assert_eq!(page.status(), 200);
        assert!(page.text().expect("a page").contains("Run this installation"));
        let fields = [("person_name", "Nour"), ("email", "nour@example.org"), ("password", PASSWORD)];
        let browser = reqwest::blocking::Client::builder().cookie_store(true).build().expect("a browser");
        let desk = browser.post(format!("http{link}")).form(&fields).send().expect("an answer");
        assert_eq!((desk.status().as_u16(), desk.url().as_str()), (200, format!("{url}desk").as_str()));
        drop(browser);
        assert!(program.terminate().success());

        let added = run(&["operator", "add", "nour@example.org", "--database-url", &database.url]);
        assert!(added.status.success());
        assert!(String::from_utf8_lossy(&added.stdout).contains("is an operator now"));
        let invited = run(&["operator", "add", "amal@example.org", "--database-url", &database.url, "--public-url", "https://letters.example.org"]);
        assert!(String::from_utf8_lossy(&invited.stdout).contains("https://letters.example.org/operator/"));
        let refused = run(&["operator", "add", "nobody", "--database-url", &database.url]);
        assert!(!refused.status.success() && String::from_utf8_lossy(&refused.stderr).contains("not an email address"));

        let mut again = Program::start(&arguments);
        assert!(!again.prints("Mail is ").is_empty(), "the link would have stood before this line");
        assert!(again.terminate().success());
    }

    fn migrating_twice_is_migrating_once(site: &Site) {
        let database = Database::create(site.engine());
        for _ in 0..2 {
            let done = run(&["migrate", "--database-url", &database.url]);
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            assert_eq!(String::from_utf8_lossy(&done.stdout), "The database is up to date.\n");
        }
    }

    fn contradictions_are_refused_at_the_start(site: &Site) {
        let taken = site.url.trim_start_matches("http://").to_owned();
        let database = Database::create(site.engine());
        let refusals: [(&[&str], &str); 9] = [
            (&["--public-url", "http://letters.example.org"], "not https"),
            (&["--public-url", "https://letters.example.org"], "--smtp-url or --mail-dir"),
            (&["--listen", "0.0.0.0:0"], "not https"),
            (&["--listen", "0.0.0.0:0", "--public-url", "http://127.0.0.1:0"], "so --listen and --public-url must be"),
            (&["--smtp-url", "smtp://localhost", "--mail-dir", "mail"], "cannot be used with"),
            (&["--smtp-url", "http://localhost"], "smtp:// or smtps://"),
            (&["--demo", "--public-url", "https://letters.example.org", "--smtp-url", "smtp://localhost"], "--demo"),
            (&["--mail-from", "nobody"], "no address"),
            (&["--listen", &taken], "in use"),
        ];
        for (arguments, sentence) in refusals {
            let mut all = vec!["serve", "--database-url", database.url.as_str()];
            if !arguments.contains(&"--listen") {
                all.extend(["--listen", "127.0.0.1:0"]);
            }
            all.extend(arguments);
            let ended = run(&all);
            let errors = String::from_utf8_lossy(&ended.stderr);
            assert!(!ended.status.success(), "{arguments:?}");
            assert!(errors.contains(sentence) && !errors.contains("panicked"), "{arguments:?}: {errors}");
        }
        for url in ["mysql://localhost/x", "nonsense", "sqlite:///no/such/directory/x.db", "postgres://127.0.0.1:1/none"] {
            let ended = run(&["migrate", "--database-url", url]);
            let errors = String::from_utf8_lossy(&ended.stderr);
            assert!(!ended.status.success() && !errors.is_empty() && !errors.contains("panicked"), "{url}: {errors}");
        }
    }

    fn a_site_that_stops_finishes_what_it_was_asked_and_loses_no_mail(site: &Site) {
        let mut second = site.sibling(|_| {});
        let letter = {
            let river = second.organization("River Trust");
            let letter = river.publish(&[]);
            let form = river.get(&letter.sign());
            let answer = std::thread::scope(|scope| {
                let pressed = scope.spawn(|| river.send_form(&form, &letter.sign(), &[("authority", "yes")]));
                eventually("the signature", || (second.reader().json(&letter)["count"] == 1).then_some(()));
                second.stop();
                pressed.join().expect("an answer")
            });
            answer.is(303);
            letter
        };
        second.restart();
        assert!(second.mail_to("river-trust@example.org").subject.contains("has signed"));
        assert_eq!(second.reader().json(&letter)["count"], 1);
        second.finish();
    }
}
