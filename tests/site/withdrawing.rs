//! Changing one's mind: from the link in the mail, after a delivery, and at the same moment as others.

use std::thread;

use crate::authority::{button, links};
use crate::preparing::colleague;
use crate::queueing::sign_and_wait;
use crate::support::letters::list;
use crate::support::{Letter, Site, Visitor};

/// Does two things at once, and says what each was answered with.
fn at_once(one: impl FnOnce() -> u16 + Send, other: impl FnOnce() -> u16 + Send) -> (u16, u16) {
    thread::scope(|scope| {
        let (one, other) = (scope.spawn(one), scope.spawn(other));
        (one.join().expect("an answer"), other.join().expect("an answer"))
    })
}

/// Whether the organization stands on the list; fails unless page, JSON, count and export say the same.
#[track_caller]
fn stands(site: &Site, letter: &Letter, name: &str) -> bool {
    let json = site.reader().json(letter);
    let lines = list(&json);
    assert_eq!(json["count"].as_u64(), u64::try_from(lines.len()).ok(), "{json}");
    let page = site.reader().read(letter).all("#signatories li .name");
    assert_eq!(page.len(), lines.len(), "{page:?} {lines:?}");
    let listed = lines.iter().any(|line| line.contains(name));
    assert_eq!(page.iter().any(|line| line == name), listed);
    assert_eq!(site.reader().ask(&letter.at(".csv")).html().contains(name), listed);
    listed
}

/// How often the history says that somebody withdrew.
fn told(site: &Site, letter: &Letter) -> usize {
    site.reader().get(&letter.at("/history")).text().matches("withdrew its signature").count()
}

/// How often the coordinators' log says this.
fn logged(office: &Visitor<'_>, letter: &Letter, words: &str) -> usize {
    office.get(&letter.at("/log")).text().matches(words).count()
}

stories! {
    fn the_link_in_the_mail_withdraws_with_one_button(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[]);
        hill.sign_with(&letter, &[]).is(200);
        let id = site.reader().read(&letter).attributes("#signatories li", "id");
        let (link, _) = links(site, &hill.email());
        let phone = site.visitor(); // without signing in
        let page = phone.get(&link);
        page.is(200).sees("Hill Trust has signed this letter.").sees("Amal Haddad (owner, hill-trust@example.org) signed on").sees("its history says that");
        assert_eq!((page.header("referrer-policy"), page.header("cache-control")), ("no-referrer", "no-store"));
        phone.send(reqwest::Method::HEAD, &link, &[], None).is(200);
        assert!(stands(site, &letter, "Hill Trust"), "looking changes nothing");

        phone.fill(&link, &link, &[]).is(200).sees("it was withdrawn on");
        assert!(hill.mail().subject.contains("has withdrawn"));
        assert!(!stands(site, &letter, "Hill Trust"));
        assert_eq!(told(site, &letter), 1);
        phone.press(&link, &[]).is(303); // pressing twice is pressing once: no second mail, no second line
        assert_eq!((told(site, &letter), logged(&office, &letter, "withdrew")), (1, 1));

        // Coming back takes signing in.
        let back = phone.get(&link).attributes("a.button", "href")[0].clone();
        assert!(phone.ask(&back).is(303).header("location").starts_with("/sign-in"));
        hill.get(&back).is(200).sees("Sign this letter");
        hill.sign_with(&letter, &[]).is(200);
        assert_eq!(site.reader().read(&letter).attributes("#signatories li", "id"), id, "the same signature");
        hill.mail();
        phone.get(&link).is(200).sees("Withdraw the signature"); // it is bound to the signature
        office.press(&letter.at("/closing"), &[]).is(303);
        phone.press(&link, &[]).is(303);
        hill.mail();
        phone.get(&link).sees("it was withdrawn on").lacks("Sign in and sign again");
        hill.get(&letter.sign()).sees("can no longer be signed");
        assert!(!stands(site, &letter, "Hill Trust"));
    }

    fn the_link_is_good_for_a_month_after_the_closing(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let then = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(400 * 24);
        let letter = office.publish(&[("deadline", &then.strftime("%Y-%m-%dT%H:%M").to_string())]);
        hill.sign_with(&letter, &[]).is(200);
        let (link, _) = links(site, &hill.email());
        site.wait(399 * 86_400); // while it is open, as long as it is open
        site.visitor().get(&link).is(200);
        site.wait(30 * 86_400);
        site.visitor().get(&link).is(200);
        site.wait(2 * 86_400);
        site.visitor().ask(&link).is(410).sees("Its time is over");
        site.visitor().press(&link, &[]).is(410);
        assert!(stands(site, &letter, "Hill Trust"));
    }

    fn before_publication_the_link_leaves_no_trace(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.write(&[]);
        office.press(&letter.at("/opening"), &[]).is(303);
        office.fill(&letter.at("/invitations"), &letter.at("/invitations"), &[("addresses", &hill.email()), ("then", "send")]).is(200);
        hill.mail();
        hill.sign_with(&letter, &[]).is(200);
        let (link, _) = links(site, &hill.email());
        site.visitor().get(&link).sees("no trace of it will be");
        site.visitor().press(&link, &[]).is(303);
        hill.mail();
        // Objected to, and taken off before anybody could read it: no trace either.
        hill.sign(&letter);
        hill.press(&letter.at("/objection"), &[("organization", "hill-trust")]).is(303);
        office.mail();
        office.press_publish(&letter).is(200);
        office.press(&button(&office, &letter, "/removal"), &[("reason", "As its owner says.")]).is(303);
        hill.mail();
        let history = site.reader().get(&letter.at("/history"));
        history.is(200).lacks("Hill Trust").lacks("withdrew");
        assert!(!stands(site, &letter, "Hill Trust"));
    }

    fn any_owner_withdraws_and_no_member(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let owner = colleague(site, &hill, "hill-trust", "lena@hill.example", "owner");
        let member = colleague(site, &hill, "hill-trust", "nour@hill.example", "member");
        let letter = office.publish(&[]);
        hill.sign_with(&letter, &[]).is(200);
        hill.mail();
        let (link, _) = links(site, "lena@hill.example");
        member.press(&letter.at("/withdrawal"), &[("organization", "hill-trust")]).is(403);
        assert!(stands(site, &letter, "Hill Trust"));
        owner.get("/desk").sees("What they signed");
        site.visitor().press(&link, &[]).is(303);
        for address in ["lena@hill.example", "hill-trust@example.org"] {
            assert!(site.mail_to(address).subject.contains("has withdrawn"));
        }
        assert!(!stands(site, &letter, "Hill Trust"));
    }

    fn after_a_delivery_the_coordinators_know_whom_to_tell(site: &Site) {
        let [office, hill, wood] = ["Alliance Office", "Hill Trust", "Alder Wood"].map(|name| site.organization(name));
        let letter = office.publish(&[]);
        hill.sign_with(&letter, &[]).is(200);
        let (link, _) = links(site, &hill.email());
        wood.sign(&letter);
        office.ask(&letter.at("/copies")).is(404);
        office.press(&letter.at("/delivery"), &[("delivered_to", "The President")]).is(303);
        hill.mail();
        wood.mail();
        let delivered = site.reader().ask(&letter.at("/delivery/pack.zip")).bytes.clone();
        site.visitor().get(&link).sees("What was delivered stays as it was handed over");
        site.visitor().press(&link, &[]).is(303);
        hill.mail().says("no longer stands");
        let mail = office.mail();
        mail.says("The organization: Hill Trust.");
        assert_eq!((mail.subject.as_str(), mail.link()), ("A signatory left after the delivery: Open the road", letter.at("/copies")));
        office.get(&letter.at("/copies")).is(200).sees("Hill Trust Withdrew on").sees("The President")
            .sees("Amal Haddad hill-trust@example.org").sees("alder-wood@example.org").sees("pack.zip");
        office.get(&letter.at("/delivery")).sees("Who got it, and who has left since");
        hill.ask(&letter.at("/copies")).is(404);
        site.reader().get(&letter.at("/delivery")).lacks("Who got it");
        assert_eq!(told(site, &letter), 1);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Alder Wood (-)"]);
        assert_eq!(site.reader().ask(&letter.at("/delivery/pack.zip")).bytes, delivered);
        assert!(!site.keeps_in_the_clear("hill-trust@example.org"));
    }

    fn withdrawing_and_keeping_at_once_have_one_outcome(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let letter = office.publish(&[]);
        hill.sign_with(&letter, &[]).is(200);
        let (link, _) = links(site, &hill.email());
        let mut kept_so_far = 0;
        for round in 2..6 {
            let body = format!("We, the undersigned, ask for {round} things.");
            office.revise_in_substance(&letter, &body, &[]);
            let question = hill.mail().link();
            let form = hill.get(&question);
            let (withdrew, kept) = at_once(
                || site.visitor().press(&link, &[]).status,
                || hill.send_form(&form, &question, &[("answer", "keep")]).status,
            );
            assert_eq!((withdrew, kept), (303, 303), "each is answered");
            // Withdrawing wins over keeping in either order; whatever was kept before was kept.
            assert!(!stands(site, &letter, "Hill Trust"));
            let mails = site.unread_mails();
            let kept_mails = mails.iter().filter(|mail| mail.subject.contains("keeps its signature")).count();
            assert_eq!(mails.len(), 1 + kept_mails, "{mails:#?}");
            for _ in 0..mails.len() {
                hill.mail();
            }
            assert_eq!(told(site, &letter), round - 1, "one dated line for each withdrawal");
            let kept_lines = logged(&office, &letter, "kept its signature under the new revision");
            kept_so_far += kept_mails;
            assert_eq!(kept_lines, kept_so_far, "the log knows what the mails said");
            hill.get(&question).sees("has withdrawn its signature").lacks("Keep the signature");
            hill.sign(&letter);
            assert!(stands(site, &letter, "Hill Trust"));
        }
    }

    fn withdrawing_and_delivering_at_once_have_one_outcome(site: &Site) {
        let (office, hill, wood) = (site.organization("Alliance Office"), site.organization("Hill Trust"), site.organization("Alder Wood"));
        for _ in 0..3 {
            let letter = office.publish(&[]);
            wood.sign(&letter);
            hill.sign_with(&letter, &[]).is(200);
            let (link, _) = links(site, &hill.email());
            let (withdrew, delivered) = at_once(
                || site.visitor().press(&link, &[]).status,
                || office.press(&letter.at("/delivery"), &[]).status,
            );
            assert_eq!((withdrew, delivered), (303, 303));
            assert!(!stands(site, &letter, "Hill Trust"));
            assert_eq!(told(site, &letter), 1);
            let snapshot = site.reader().ask(&letter.at("/delivery/letter.json")).html();
            let was_delivered = snapshot.contains("Hill Trust");
            let json = site.reader().ask(&letter.at("/delivery/letter.json")).json();
            assert_eq!(json["snapshot"]["count"], 1 + u64::from(was_delivered));
            // Who was handed over and left is what the coordinators are told of, and only that.
            let mails = site.unread_mails();
            let of = |to: &Visitor<'_>, words: &str| mails.iter().filter(|mail| mail.to == to.email() && mail.subject.contains(words)).count();
            assert_eq!(of(&office, "left after the delivery"), usize::from(was_delivered));
            assert_eq!(of(&hill, "has withdrawn"), 1);
            let copies = office.get(&letter.at("/copies")).text();
            assert_eq!(copies.contains("Hill Trust Withdrew on"), was_delivered, "{copies}");
            assert_eq!(copies.contains("hill-trust@example.org"), was_delivered);
            for mail in &mails {
                site.mail_to(&mail.to);
            }
        }
    }

    fn withdrawing_and_being_accepted_at_once_have_one_outcome(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        for _ in 0..3 {
            let letter = office.publish(&[("verification", "domain")]);
            sign_and_wait(&hill, &letter);
            let accept = button(&office, &letter, "/acceptance");
            let (withdrew, accepted) = at_once(
                || hill.press(&letter.at("/withdrawal"), &[("organization", "hill-trust")]).status,
                || office.press(&accept, &[("reason", "Welcome.")]).status,
            );
            assert_eq!(withdrew, 303);
            assert!([303, 409].contains(&accepted), "{accepted}");
            let listed_first = accepted == 303;
            assert!(!stands(site, &letter, "Hill Trust"));
            // Whoever stood on the list for a moment has left it; whoever never did leaves no trace.
            assert_eq!(told(site, &letter), usize::from(listed_first));
            assert_eq!(logged(&office, &letter, "put a signature that waited on the list"), usize::from(listed_first));
            let mails = site.unread_mails();
            assert_eq!(mails.len(), 1 + usize::from(listed_first), "{mails:#?}");
            for mail in &mails {
                site.mail_to(&mail.to);
            }
            office.get(&letter.at("/queue")).sees("None waits.");
        }
    }

    fn withdrawing_and_objecting_at_once_have_one_outcome(site: &Site) {
        let (office, hill) = (site.organization("Alliance Office"), site.organization("Hill Trust"));
        let _lena = colleague(site, &hill, "hill-trust", "lena@hill.example", "owner");
        for _ in 0..3 {
            let letter = office.publish(&[]);
            hill.sign_with(&letter, &[]).is(200);
            let (withdraw, _) = links(site, &hill.email());
            let (_, object) = links(site, "lena@hill.example");
            let (withdrew, objected) = at_once(
                || site.visitor().press(&withdraw, &[]).status,
                || site.visitor().press(&object, &[("words", "Not us.")]).status,
            );
            assert_eq!(withdrew, 303);
            assert!([200, 410].contains(&objected), "{objected}");
            assert!(!stands(site, &letter, "Hill Trust"));
            assert_eq!(told(site, &letter), 1, "it stood there, and left");
            let queue = office.get(&letter.at("/queue"));
            queue.sees("Nobody has said so of a signature.");
            assert_eq!(queue.text().contains("withdrawn by the organization"), objected == 200);
            for mail in site.unread_mails() {
                site.mail_to(&mail.to);
            }
        }
    }
}
