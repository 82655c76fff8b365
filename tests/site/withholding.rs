//! Names that are withheld: counted, and found nowhere.

use serde_json::Value;

use crate::listing::{add_listed, line, signed_by_three, the_list};
use crate::preparing::colleague;
use crate::support::letters::list;
use crate::support::secrecy::{Lines, Secret};
use crate::support::{Letter, Page, Site, Visitor};

/// Signs and wishes not to be named; reads the mail about it.
#[track_caller]
fn sign_withheld(visitor: &Visitor<'_>, letter: &Letter) {
    let page = visitor.sign_with(letter, &[("display", "withheld")]);
    page.is(200).sees("has signed this letter. Its name is withheld");
    let mail = visitor.mail();
    assert!(mail.subject.starts_with("Your organization has signed"), "{}", mail.subject);
    mail.says("The name is withheld");
}

/// Changes one's mind on the signing page.
#[track_caller]
fn display(visitor: &Visitor<'_>, letter: &Letter, what: &str) -> Page {
    let slug = visitor.slug();
    visitor.press(&letter.at("/display"), &[("organization", &slug), ("display", what)])
}

/// Protects the line of this name.
#[track_caller]
fn protect(coordinator: &Visitor<'_>, letter: &Letter, name: &str, reason: &str) -> Page {
    let id = line(&the_list(coordinator, letter), name);
    coordinator.press(&letter.at(&format!("/list/lines/{id}/withholding")), &[("withholding_reason", reason)])
}

/// The withheld names, as a coordinator looks them up.
#[track_caller]
fn look_up(coordinator: &Visitor<'_>, letter: &Letter) -> Page {
    let page = the_list(coordinator, letter);
    coordinator.send_form(&page, &letter.at("/withheld"), &[])
}

/// The id of a withheld signature, which only the page of the names knows.
fn id_of(names: &Page, letter: &Letter) -> String {
    let removal = names.attributes("main form", "action").into_iter().find(|to| to.ends_with("/removal"));
    let removal = removal.expect("a form").trim_end_matches("/removal").to_owned();
    removal.trim_start_matches(&letter.at("/list/lines/")).to_owned()
}

fn counts(json: &Value) -> (u64, u64, Vec<u64>) {
    let number = |value: &Value| value.as_u64().expect("a number");
    let groups = json["groups"].as_array().expect("groups").iter().map(|group| number(&group["withheld"]));
    (number(&json["count"]), number(&json["withheld"]), groups.collect())
}

/// Somebody whose name is withheld, and everything by which they could be known.
struct Hidden {
    name: &'static str,
    acronym: &'static str,
    person: &'static str,
    email: &'static str,
    website: &'static str,
}

const LATIN: Hidden = Hidden {
    name: "Quillfeather Haven Trust",
    acronym: "QFHXT",
    person: "Zubaydah Qarnishi",
    email: "zubaydah@quillfeather-haven.example",
    website: "https://quillfeather-haven.example/",
};
const ARABIC: Hidden = Hidden {
    name: "ملاذ الزمردوان للإغاثة",
    acronym: "زمرد",
    person: "سلافة الكهرمانية",
    email: "sulafa@zumurrudwan.example",
    website: "https://zumurrudwan.example/",
};
const FORCED: Hidden = Hidden {
    name: "Brackenmoor Älvdal Relief",
    acronym: "BRKMX",
    person: "Thorvald Ysolde",
    email: "thorvald@brackenmoor.example",
    website: "https://brackenmoor.example/",
};
const ALL: [&Hidden; 3] = [&LATIN, &ARABIC, &FORCED];

impl Hidden {
    fn words(&self) -> Vec<&'static str> {
        // Parts of the names too, which a page might print alone.
        let parts = self.name.split(' ').filter(|part| part.chars().count() > 6);
        parts
            .chain([
                self.name,
                self.acronym,
                self.person,
                self.email,
                "quillfeather-haven",
                "brackenmoor",
                "zumurrudwan",
            ])
            .collect()
    }

    /// Registers, on the way of an invitation or not, and confirms.
    fn register<'s>(&self, site: &'s Site) -> Visitor<'s> {
        let visitor = site.visitor();
        let typed = [
            ("acronym", self.acronym),
            ("website", self.website),
            ("country", "SY"),
            ("person_name", self.person),
            ("email", self.email),
        ];
        visitor.register_as(self.name, &typed).sees("Look in your mail");
        visitor.confirm_from_mail();
        visitor
    }
}

/// Everything of a letter that anyone can ask for, and every page that links lead to from there.
fn everything_public(visitor: &Visitor<'_>, letter: &Letter, coalition: &str, press: &str) -> Vec<Page> {
    let mut from: Vec<String> =
        ["/", "/about", "/coalitions", "/desk", "/register", "/healthz", "/mail"].map(str::to_owned).into();
    let ends = [
        "",
        ".json",
        ".csv",
        ".txt",
        ".pdf",
        ".docx",
        ".atom",
        ".md",
        ".ics",
        "/embed",
        "/share",
        "/badge.svg",
        "/card.png",
        "/history",
        "/revisions/1",
        "/revisions/1..2",
        "/delivery",
        "/delivery/pack.zip",
        "/delivery/letter.json",
        "/delivery/signatories.csv",
        "/delivery/letter.pdf",
        "/sign",
        "/comments",
        "/list",
        "/withheld",
        "/log",
        "/log.csv",
        "/invitations",
        "/invitations.csv",
        "/translations",
        "/translations/ar",
        "?text=ar",
        ".pdf?text=ar",
        "/signatories",
        "/signatories?q=a",
        "/signatories?country=SY",
        "/signatories?group=rest",
        "/signatories?group=rest&verified=email",
        "/live",
    ];
    from.extend(ends.iter().filter(|end| **end != "/live").map(|end| letter.at(end)));
    from.extend(["", "/signatories", "/events"].map(|end| format!("/api/v1{}{end}", letter.path)));
    from.extend(["letters", "organizations", "coalitions"].map(|all| format!("/api/v1/{all}?limit=100")));
    from.extend([format!("/api/v1{coalition}"), format!("/api/v1{coalition}/members"), "/api".to_owned()]);
    from.extend([coalition.to_owned(), press.to_owned()]);
    for hidden in ALL {
        let slug = undersigned::ids::Slug::reading(hidden.name);
        from.extend(["", "/api/v1"].map(|api| format!("{api}/organizations/{slug}")));
    }
    from.extend(["/letters.atom", "/sitemap.xml", "/robots.txt"].map(str::to_owned));
    for format in ["json", "xml"] {
        let address: String =
            url::form_urlencoded::byte_serialize(format!("{}{}", visitor.site.url, letter.path).as_bytes())
                .collect();
        from.push(format!("/oembed?format={format}&url={address}"));
    }
    visitor.every_page_from(&from).into_values().collect()
}

/// Replaces what differs between any two letters: addresses, ids, times.
fn without_ids(text: &str, letter: &Letter) -> String {
    let text = text.replace(letter.slug(), "THE-LETTER");
    let of_an_id = |c: char| c.is_ascii_hexdigit() || "TZ:.+-".contains(c);
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\n']) {
        if of_an_id(c) {
            run.push(c);
            continue;
        }
        // Lines have ids of twelve digits.
        let digits = run.trim_start_matches('-');
        let of_a_line = digits.len() == 12 && digits.chars().all(|c| c.is_ascii_digit());
        out.push_str(if run.len() >= 20 || of_a_line { "#" } else { &run });
        run.clear();
        out.push(c);
    }
    out
}

stories! {
    fn an_organization_signs_and_is_counted_without_its_name(site: &Site) {
        let office = site.organization("Office");
        let letter = office.publish(&[("title", "We, {{count}}")]);
        office.sign(&letter);
        let river = site.organization_in("River Trust", "SY");
        river.get(&letter.sign()).sees("Count us, and do not name us").sees("It does not protect from what is known already");
        sign_withheld(&river, &letter);

        let page = site.reader().read(&letter);
        page.sees("We, 2").sees("2 organizations").sees("and 1 organization whose name is withheld for its safety");
        assert_eq!(page.all("#signatories .name"), ["Office"]);
        let json = site.reader().json(&letter);
        assert_eq!(counts(&json), (2, 1, vec![1]));
        assert_eq!(list(&json), ["1 Office (-)"]);
        for (form, words) in [(".txt", "and 1 organization whose name is withheld for its safety"), (".csv", "and 1 organization whose name is withheld for its safety,,,withheld,")] {
            assert!(site.reader().ask(&letter.at(form)).html().contains(words), "{form}");
        }
        river.get("/desk").sees("River Trust · its name is withheld").sees("protected: not on public pages");
        the_list(&office, &letter).sees("1 name is withheld.").lacks("River Trust");
        office.get(&letter.at("/log")).sees("An organization whose name is withheld signed").lacks("River Trust");

        river.withdraw(&letter);
        assert_eq!(counts(&site.reader().json(&letter)), (1, 0, vec![0]));
        site.reader().get(&letter.at("/history")).sees("An organization whose name is withheld withdrew its signature").lacks("River");
        sign_withheld(&river, &letter);
        assert_eq!(counts(&site.reader().json(&letter)), (2, 1, vec![1]));
        river.withdraw(&letter);
        river.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Office (-)", "2 River Trust (-)"]);
        let past = site.reader().get(&letter.at("/history"));
        past.lacks("River Trust");
        assert_eq!(past.text().matches("whose name is withheld withdrew").count(), 2, "what was withheld then stays so");
    }

    fn whoever_signed_can_hide_the_name_and_show_it_again(site: &Site) {
        let (all, letter) = signed_by_three(site);
        all[1].get(&letter.sign()).sees("copies that readers, search engines and those who got it have made keep the name");
        display(&all[1], &letter, "withheld").is(303);
        let json = site.reader().json(&letter);
        assert_eq!((list(&json), counts(&json)), (vec!["1 Birch (-)".to_owned(), "2 Cedar (-)".to_owned()], (3, 1, vec![1])));
        all[0].get(&letter.at("/log")).lacks("Ash").sees("An organization whose name is withheld had its name withheld");
        site.reader().get("/organizations/ash").is(404);
        all[1].press(&letter.at("/printed-name"), &[("organization", &all[1].slug()), ("name", "Ashes")]).is(403).sees("not printed at all");
        for wrong in ["Withheld", "", "both", "organization\u{0}"] {
            display(&all[1], &letter, wrong).is(400);
        }
        all[1].press(&letter.at("/display"), &[("organization", &all[2].slug()), ("display", "organization")]).is(403);
        site.visitor().press(&letter.at("/display"), &[("display", "organization")]).is(303);
        assert_eq!(counts(&site.reader().json(&letter)).1, 1);
        all[0].press(&letter.at("/closing"), &[]).is(303);
        display(&all[1], &letter, "representative").is(303);
        site.reader().read(&letter).sees("Ash").sees("Amal Haddad, Director").lacks("withheld");
        display(&all[1], &letter, "organization").is(303);
        site.reader().read(&letter).sees("Ash").lacks("Amal Haddad");
        site.reader().get("/organizations/ash").is(200);
    }

    fn what_a_coordinator_protects_is_shown_only_if_both_agree(site: &Site) {
        let (all, letter) = signed_by_three(site);
        protect(&all[0], &letter, "Birch", "").is(422).complains("withholding_reason", "Say why");
        protect(&all[0], &letter, "Birch", "They at BIRCH were threatened").is(422).complains("withholding_reason", "says whose name it is");
        assert_eq!(counts(&site.reader().json(&letter)).1, 0);
        protect(&all[0], &letter, "Birch", "They were threatened").is(303);
        let mail = all[2].mail();
        assert!(!mail.subject.contains("Birch"), "{}", mail.subject);
        mail.says("The reason they gave: They were threatened").says("Copies that were made before");
        assert_eq!(counts(&site.reader().json(&letter)), (3, 1, vec![1]));
        all[0].get(&letter.at("/log")).sees("withheld a name to protect it: an organization whose name is withheld").sees("They were threatened").lacks("Birch");

        all[2].get(&letter.sign()).sees("The coordinators of this letter withhold the name").lacks("Show the name");
        display(&all[2], &letter, "organization").is(403).sees("Ask them to end that");
        all[2].withdraw(&letter);
        all[2].sign_with(&letter, &[("display", "organization")]).is(200).sees("Its name is withheld");
        assert!(all[2].mail().subject.starts_with("Your organization"));
        assert_eq!(counts(&site.reader().json(&letter)), (3, 1, vec![1]), "nor by signing again");

        all[0].ask(&letter.at("/withheld")).is(303);
        let names = look_up(&all[0], &letter);
        names.is(200).sees("Birch").sees("Withheld by the coordinators");
        assert!(names.header("cache-control").contains("no-store"));
        all[0].get(&letter.at("/log")).sees("looked at the withheld names: 1 name").lacks("Birch");
        let other = all[1].publish(&[]);
        for stranger in [&all[1], &all[2]] {
            stranger.press(&letter.at("/withheld"), &[]).is(404);
            stranger.ask(&letter.at("/withheld")).is(404);
        }
        let id = id_of(&names, &letter);
        all[1].press(&other.at(&format!("/list/lines/{id}/showing")), &[]).is(404);
        all[2].press(&letter.at(&format!("/list/lines/{id}/showing")), &[]).is(404);
        all[0].get(&letter.at(&format!("/list/lines/{id}"))).is(404);
        all[0].press(&letter.at(&format!("/list/lines/{id}")), &[("name", "Birch!")]).is(404);
        all[0].press(&letter.at(&format!("/list/lines/{id}/showing")), &[]).is(303);
        all[2].mail().says("It stays withheld until your organization shows it itself.");
        assert_eq!(counts(&site.reader().json(&letter)).1, 1, "by nobody else's button");
        all[0].press(&letter.at(&format!("/list/lines/{id}/showing")), &[]).is(403).sees("wishes itself not to be named");
        display(&all[2], &letter, "organization").is(303);
        assert_eq!(counts(&site.reader().json(&letter)).1, 0);

        protect(&all[0], &letter, "Birch", "Again").is(303);
        all[2].mail();
        let id = id_of(&look_up(&all[0], &letter), &letter);
        let removal = letter.at(&format!("/list/lines/{id}/removal"));
        all[0].press(&removal, &[("reason", "")]).is(400);
        all[0].press(&removal, &[("reason", "Birch is no organization")]).is(400).sees("Say it without the name");
        all[0].press(&removal, &[("reason", "It is no organization")]).is(303);
        let mail = all[2].mail();
        mail.says("It is no organization");
        assert!(mail.subject.starts_with("Your organization was taken off"), "{}", mail.subject);
        assert_eq!(counts(&site.reader().json(&letter)), (2, 0, vec![0]));
        all[0].get(&letter.at("/log")).lacks("Birch");
    }

    fn a_listed_line_is_withheld_asked_and_confirmed_without_its_name(site: &Site) {
        let (all, letter) = signed_by_three(site);
        add_listed(&all[0], &letter, &[("name", "Oak"), ("display", "hidden")]).is(422).complains("display", "Choose what is shown");
        add_listed(&all[0], &letter, &[("name", "The Oak"), ("display", "withheld"), ("email", "oak@oak.example"), ("said_by", "Somebody of The Oak")]).is(303);
        let mail = site.mail_to("oak@oak.example");
        assert_eq!(mail.subject, "Please confirm that your organization signs: Open the road");
        mail.says("its name is withheld");
        assert_eq!(counts(&site.reader().json(&letter)), (4, 1, vec![1]));
        the_list(&all[0], &letter).lacks("Oak");
        all[0].get(&letter.at("/log")).lacks("Oak").lacks("oak@").sees("entered a listed signatory: an organization whose name is withheld");
        look_up(&all[0], &letter).sees("The Oak").sees("listed on").sees("not confirmed");
        // Somebody to whom the link was passed on is told of no line.
        let passed_on = all[1].fill(&mail.link(), &format!("{}/acceptance", mail.link()), &[]);
        passed_on.is(200).lacks("Oak");

        let nour = site.visitor();
        let form = nour.fill(&mail.link(), &format!("{}/acceptance", mail.link()), &[]);
        nour.send_form(&form, "/register", &[("organization_name", "The Oak"), ("person_name", "Nour"), ("password", "the river runs to the sea")]).is(303);
        let confirm = site.mail_to("oak@oak.example").link();
        nour.fill(&confirm, &confirm, &[]).is(200).sees("The Oak is us");
        nour.fill(&letter.sign(), &letter.sign(), &[("authority", "yes")]).is(200).sees("Its name is withheld");
        assert!(!site.mail_to("oak@oak.example").subject.contains("Oak"));
        assert_eq!(counts(&site.reader().json(&letter)), (4, 1, vec![1]), "what a coordinator withheld stays so");
        look_up(&all[0], &letter).sees("The Oak").sees("signed on");

        add_listed(&all[0], &letter, &[("name", "Elm"), ("display", "withheld")]).is(303);
        let names = look_up(&all[0], &letter);
        let showing = names.attributes("main form", "action").into_iter().filter(|to| to.ends_with("/showing"));
        let showing: Vec<String> = showing.collect();
        all[0].press(&showing[0], &[]).is(303);
        assert!(list(&site.reader().json(&letter)).contains(&"4 Elm (-)".to_owned()), "a listed one is the coordinators' to show");
    }

    fn two_persons_withhold_a_name_together(site: &Site) {
        let office = site.organization("Office");
        let letter = office.publish(&[]);
        let hill = site.organization("Hill Trust");
        let people = format!("/organizations/{}/people", hill.slug());
        hill.fill(&people, &format!("{people}/steps"), &[("two_steps", "yes")]).is(200);
        let nour = colleague(site, &hill, &hill.slug(), "nour@hill.example", "signatory");
        hill.fill(&letter.sign(), &letter.at("/preparation"), &[("display", "Withheld")]).is(422).complains("display", "Choose");
        hill.fill(&letter.sign(), &letter.at("/preparation"), &[("display", "withheld")]).is(200).sees("is prepared");
        let mail = site.mail_to("nour@hill.example");
        assert!(!mail.subject.contains("Hill"), "{}", mail.subject);
        office.get(&letter.at("/log")).lacks("Hill").sees("An organization whose name is withheld prepared a signature");
        let link = mail.link();
        site.visitor().get(&link).sees("the name is withheld");
        site.visitor().press(&link, &[("authority", "yes")]).is(200).sees("is counted under this letter, and withheld");
        assert!(!hill.mail().subject.contains("Hill"));
        assert_eq!(site.mail_to("nour@hill.example").subject, "Your organization has signed: Open the road");
        assert_eq!(counts(&site.reader().json(&letter)), (1, 1, vec![1]));
        site.reader().read(&letter).sees("1 organization whose name is withheld for its safety").lacks("and 1 organization");
        office.get(&letter.at("/log")).lacks("Hill").lacks("Nour Saleh").lacks("Director");
        let slug = hill.slug();
        nour.press(&letter.at("/display"), &[("organization", &slug), ("display", "organization")]).is(403).sees("ask an owner");
        hill.press(&letter.at("/display"), &[("organization", &slug), ("display", "organization")]).is(303);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Hill Trust (-)"]);
        let slug = hill.slug();
        assert_eq!(slug, "hill-trust");
        nour.press(&letter.at("/display"), &[("organization", &slug), ("display", "withheld")]).is(303);
        assert_eq!(counts(&site.reader().json(&letter)).1, 1, "to protect, one is enough");
    }

    fn who_is_named_here_and_withheld_there_at_the_same_moment_is_not_protected(site: &Site) {
        let office = site.organization("Office");
        let (named, unnamed) = (office.publish(&[("title", "Named")]), office.publish(&[("title", "Unnamed")]));
        for round in 1..=8 {
            let twin = site.organization(&format!("Twin Trust {round}"));
            let pressed = std::thread::scope(|scope| {
                let first = scope.spawn(|| twin.sign_with(&named, &[]));
                let second = scope.spawn(|| twin.sign_with(&unnamed, &[("display", "withheld")]));
                [first.join().expect("an answer"), second.join().expect("an answer")]
            });
            for (page, letter, typed) in [(&pressed[0], &named, "organization"), (&pressed[1], &unnamed, "withheld")] {
                if page.status != 200 {
                    // Protected or found again in between, it had another address than the form said.
                    assert!([403, 404].contains(&page.status), "{typed}: {} {}", page.status, page.text());
                    twin.sign_with(letter, &[("display", typed)]).is(200);
                }
            }
            let slug = format!("twin-trust-{round}");
            assert_eq!(twin.slug(), slug);
            site.reader().get(&format!("/organizations/{slug}")).is(200).sees(&format!("Twin Trust {round}"));
        }
        assert_eq!(site.reader().json(&named)["withheld"], 0);
        assert_eq!(site.reader().json(&unnamed)["withheld"], 8);
        site.read_all_mail();
    }

    fn a_protected_organization_is_its_own_peoples_alone(site: &Site) {
        let office = site.organization("Office");
        let alliance = office.set_up("River Alliance", "RA");
        let river = site.organization("River Trust");
        site.reader().get("/organizations/river-trust").is(200);
        let protection = "/organizations/river-trust/protection";
        office.ask(protection).is(404);
        office.press(protection, &[("protected", "yes")]).is(404);
        river.press(protection, &[("protected", "perhaps")]).is(400);
        river.fill(protection, protection, &[]).is(200).sees("Your organization is protected");
        let slug = river.slug();
        assert!(slug.len() == 16 && !slug.contains("river"), "{slug}");
        let page = format!("/organizations/{slug}");
        river.get(&page).is(200).sees("kept off the site’s public pages");
        for stranger in [&site.reader(), &office] {
            stranger.get(&page).is(404).lacks("River Trust");
            stranger.get(&format!("{page}/report")).is(404);
            stranger.get(&format!("{page}.json")).is(404);
            stranger.get("/organizations/river-trust").is(404);
        }
        river.ask_to_join(&alliance);
        assert_eq!(office.mail().subject, "An organization asks to join River Alliance");
        office.fill(&alliance, &format!("{alliance}/members/{slug}/confirmation"), &[]).is(200).sees("River Trust");
        assert_eq!(river.mail().subject, "River Alliance has confirmed your organization");
        site.reader().get(&alliance).is(200).sees("and 1 member that is not named here for its safety").lacks("River Trust");
        // A fellow member invites the others, and is not told of this one.
        let hill = site.organization("Hill Trust");
        office.admit(&alliance, &hill);
        let letter = hill.write(&[]);
        let board = letter.at("/invitations");
        let coalition = alliance.trim_start_matches("/coalitions/");
        hill.fill(&board, &board, &[("coalition", coalition), ("then", "send")]);
        hill.get(&board).is(200).lacks("River Trust");

        let letter = office.publish(&[]);
        river.get(&letter.sign()).sees("To sign with its name ends that");
        river.sign_with(&letter, &[("group", coalition)]).is(200).sees("has signed");
        river.mail();
        site.reader().get("/organizations/river-trust").is(200).sees("Open the road");
        site.reader().get(&alliance).sees("River Trust");
        assert_eq!(river.slug(), "river-trust");
    }

    fn what_is_withheld_stands_in_its_group_and_under_no_country(site: &Site) {
        let office = site.organization("Office");
        let alliance = office.set_up("River Alliance", "RA");
        let river = site.organization_in("River Trust", "SY");
        let hill = site.organization_in("Hill Trust", "LB");
        office.admit(&alliance, &river);
        let letter = office.publish(&[("language", "ar"), ("grouping", "coalition")]);
        let group = alliance.trim_start_matches("/coalitions/");
        river.sign_with(&letter, &[("display", "withheld"), ("group", group)]).is(200);
        river.mail();
        hill.sign(&letter);
        let json = site.reader().json(&letter);
        assert_eq!((list(&json), counts(&json)), (vec!["1 Hill Trust (-)".to_owned()], (2, 1, vec![1, 0])));
        assert_eq!(json["groups"][0]["name"], "River Alliance", "also where no name stands under it");
        site.reader().read(&letter).sees("منظمة واحدة حُجب اسمها حفاظًا على سلامتها");
        river.get(&format!("/organizations/{}", river.slug())).is(200).lacks("kept off").lacks("Open the road");
        site.reader().get(&format!("/organizations/{}", river.slug())).is(200).lacks("Open the road");

        let by_country = office.publish(&[("grouping", "country"), ("language", "fr")]);
        sign_withheld(&river, &by_country);
        hill.sign(&by_country);
        let json = site.reader().json(&by_country);
        assert_eq!((list(&json), counts(&json).2), (vec!["1 Hill Trust (Liban)".to_owned()], vec![0, 1]));
        assert!(!json.to_string().contains("Syrie"));
        site.reader().read(&by_country).sees("1 organisation dont le nom n’est pas publié pour sa sécurité").lacks("Syrie");
    }

    fn the_stream_says_a_count_and_nobodys_id(site: &Site) {
        let office = site.organization("Office");
        let letter = office.publish(&[]);
        office.sign(&letter);
        site.reader().read(&letter);
        let river = site.organization("River Trust");
        let live = crate::support::Live::open(site.runtime(), &format!("{}{}/live", site.url, letter.path), None);
        sign_withheld(&river, &letter);
        let event = live.hears("count");
        assert_eq!((&event.data["count"], &event.data["withheld"], &event.data["words"]), (&2.into(), &1.into(), &"2 organizations".into()));
        assert_eq!(event.data["withheld_words"]["rest"], "and 1 organization whose name is withheld for its safety");
        river.withdraw(&letter);
        let event = live.hears("count");
        assert_eq!((&event.data["count"], &event.data["withheld"]), (&1.into(), &0.into()));
        river.sign(&letter);
        assert_eq!(live.hears("signatory").data["name"], "River Trust");
        live.hears("count");
        display(&river, &letter, "withheld").is(303);
        let event = live.hears("list");
        // Whoever comes back later learns from the past what the present may say.
        let again = crate::support::Live::open(site.runtime(), &format!("{}{}/live", site.url, letter.path), Some(1));
        let first = again.next();
        assert_eq!((first.name.as_str(), first.id), ("list", event.id), "{first:?}");
    }

    fn a_delivery_has_no_name_and_no_gap_and_what_it_named_is_no_longer_offered(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let dune = site.organization("Beech");
        sign_withheld(&dune, &letter);
        all[0].fill(&letter.at("/delivery"), &letter.at("/delivery"), &[("signing", "open")]).is(200);
        for visitor in all.iter().chain([&dune]) {
            assert_eq!(visitor.mail().subject, "Delivered: Open the road");
        }
        let json = site.reader().json(&letter);
        assert_eq!((list(&json), counts(&json)), (vec!["1 Ash (-)".to_owned(), "2 Birch (-)".to_owned(), "3 Cedar (-)".to_owned()], (4, 1, vec![1])));
        let delivered: Value = site.reader().ask(&letter.at("/delivery/letter.json")).json();
        assert_eq!((&delivered["snapshot"]["count"], &delivered["snapshot"]["groups"][0]["withheld"]), (&4.into(), &1.into()));
        display(&dune, &letter, "organization").is(403).sees("was delivered like this");
        let late = site.organization("Willow");
        sign_withheld(&late, &letter);
        assert_eq!(counts(&site.reader().json(&letter)), (5, 2, vec![1, 1]), "who came later is counted apart");
        display(&late, &letter, "organization").is(303);
        assert_eq!(list(&site.reader().json(&letter))[3], "4 Willow (Signed after delivery)");

        site.reader().get(&letter.at("/delivery")).is(200).sees("letter.pdf");
        all[1].get(&letter.sign()).sees("the delivered files are no longer offered here then");
        display(&all[1], &letter, "withheld").is(303);
        let json = site.reader().json(&letter);
        assert_eq!(list(&json)[..2], ["2 Birch (-)", "3 Cedar (-)"], "no delivered number is another's");
        assert_eq!(counts(&json).1, 2);
        for stranger in [&site.reader(), &all[1]] {
            stranger.get(&letter.at("/delivery")).is(200).sees("The delivered files are no longer offered here").lacks("letter.pdf");
            stranger.ask(&letter.at("/delivery/letter.pdf")).is(404);
            stranger.ask(&letter.at("/delivery/pack.zip")).is(404);
        }
        all[0].ask(&letter.at("/delivery/pack.zip")).is(200);
        display(&all[1], &letter, "organization").is(303);
        assert_eq!(list(&site.reader().json(&letter))[0], "1 Ash (-)", "where it was delivered");
        site.reader().ask(&letter.at("/delivery/letter.pdf")).is(200);
    }

    fn coordinators_are_asked_and_told_without_names(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let river = site.organization("River Trust");
        sign_withheld(&river, &letter);
        let soon = [("answer_by", "2099-01-01T10:00"), ("silence", "stay")];
        all[0].revise_in_substance(&letter, "It asks for two things.", &soon);
        for visitor in all.iter().chain([&river]) {
            assert_eq!(visitor.mail().subject, "Keep or withdraw: Open the road");
        }
        all[0].get(&letter.at("/revising")).sees("A name that is withheld").lacks("River Trust");
        all[0].get(&letter.at("/delivery")).sees("1 whose name is withheld").lacks("River Trust");
        let keep = letter.at(&format!("/reconsent?organization={}", river.slug()));
        river.fill(&keep, &keep, &[("answer", "keep")]).is(200);
        assert_eq!(river.mail().subject, "Your organization keeps its signature: Open the road");
        all[0].get(&letter.at("/log")).sees("An organization whose name is withheld kept its signature").lacks("River Trust");
        assert_eq!(counts(&site.reader().json(&letter)), (4, 1, vec![1]));
        let order = [("ordering", "hand")];
        all[0].press(&letter.at("/list/ordering"), &order).is(303);
        all[0].press(&letter.at("/list/undo"), &[]).is(303);
        assert_eq!(counts(&site.reader().json(&letter)), (4, 1, vec![1]));
    }

    fn two_letters_that_differ_by_a_withheld_name_read_the_same(site: &Site) {
        let (office, hill) = (site.organization("Office"), site.organization("Hill Trust"));
        let read = |name: &str, country: &str, first: bool| {
            let letter = office.publish(&[("title", "We, {{count}}"), ("grouping", "country"), ("ordering", "name")]);
            let hidden = site.organization_in(name, country);
            if first {
                sign_withheld(&hidden, &letter);
            }
            office.sign(&letter);
            hill.sign(&letter);
            if !first {
                sign_withheld(&hidden, &letter);
            }
            let forms = ["", ".json", ".txt", ".csv", ".docx", ".pdf", ".md", ".atom", "/embed", "/badge.svg", "/share"];
            let bytes = forms.map(|form| site.reader().ask(&letter.at(form)).is(200).bytes.clone());
            let [html, json, txt, csv, docx, pdf, md, atom, embed, badge, share] = bytes;
            let mut docx = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("a ZIP");
            let mut document = String::new();
            std::io::Read::read_to_string(&mut docx.by_name("word/document.xml").expect("a document"), &mut document).expect("text");
            let mut all = vec![document];
            all.extend([html, json, txt, csv, md, atom, embed, badge, share].map(|bytes| String::from_utf8(bytes).expect("text")));
            all.extend(crate::support::secrecy::words_of_pdf(&pdf).map(|words| String::from_utf8(words).expect("text")));
            all.into_iter().map(|text| without_ids(&text, &letter)).collect::<Vec<_>>()
        };
        let first = read("Aardvark", "SY", true);
        let second = read("Zzyzx Foundation for the Longest of All Names in the Alphabet", "LB", false);
        for (one, other) in first.iter().zip(&second) {
            if let Some(at) = one.chars().zip(other.chars()).position(|(one, other)| one != other) {
                let around = |text: &str| text.chars().skip(at.saturating_sub(200)).take(400).collect::<String>();
                panic!("{}\n\nand\n\n{}", around(one), around(other));
            }
            assert_eq!(one.len(), other.len());
        }
        let says = |text: &&String| text.contains("organization whose name is withheld");
        assert!(first.iter().filter(says).count() >= 4, "what is compared has the sentence");
    }

    fn a_withheld_name_is_found_nowhere(site: &Site) {
        let lines = Lines::collect();
        let secret = Secret::of(&ALL.iter().flat_map(|hidden| hidden.words()).collect::<Vec<_>>());
        let office = site.organization("Alliance Office");
        let alliance = office.set_up("River Alliance", "RA");
        let hill = site.organization("Hill Trust");
        office.admit(&alliance, &hill);

        // A draft that is commented on, and invitations by mail.
        let letter = office.write(&[("title", "We, {{count}}"), ("grouping", "coalition")]);
        let board = letter.at("/invitations");
        let table = format!(
            "email;organization;person\n{};{};{}\n{};{};{}",
            LATIN.email, LATIN.name, LATIN.person, FORCED.email, FORCED.name, FORCED.person
        );
        office.fill(&board, &board, &[("csv", &table), ("then", "send")]).is(200);
        let comments = format!("{}/comments", site.mail_to(LATIN.email).link());
        site.visitor().fill(&comments, &comments, &[("body", "We could sign this without our name.")]).is(200);
        assert_eq!(office.mail().subject, "There are comments on your draft");
        office.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        let invited = |hidden: &Hidden| {
            let links: Vec<String> = site.unread_mails().iter().filter(|mail| mail.to == hidden.email && mail.text.contains("/invitations/")).map(|mail| mail.link()).collect();
            for _ in site.subjects_to(hidden.email) {}
            links.last().cloned()
        };
        let (quill, moor) = (invited(&LATIN), invited(&FORCED));
        let on_the_way = |hidden: &Hidden, link: Option<String>| {
            let visitor = hidden.register(site);
            let link = link.expect("a link");
            visitor.fill(&link, &format!("{link}/acceptance"), &[]).is(200);
            visitor
        };
        let quill = on_the_way(&LATIN, quill);
        let moor = on_the_way(&FORCED, moor);

        // Each way of being withheld, while the letter is private.
        sign_withheld(&quill, &letter);
        moor.sign(&letter);
        assert!(list_page_says(&office, &letter, FORCED.name));
        office.press(&letter.at("/printed-name"), &[("signature", &line(&the_list(&office, &letter), FORCED.name)), ("name", "Brackenmoor for Relief")]).is(303);
        moor.mail();
        office.get(&letter.at("/log")).sees("Brackenmoor");
        let named_before: Vec<String> = site.all_mails().into_iter().filter(|mail| mail.to == FORCED.email).map(|mail| mail.subject).collect();
        protect(&office, &letter, "Brackenmoor for Relief", "They asked for it by telephone").is(303);
        moor.mail();
        add_listed(&office, &letter, &[
            ("name", ARABIC.name), ("acronym", ARABIC.acronym), ("representative_name", ARABIC.person), ("email", ARABIC.email),
            ("said_by", ARABIC.person), ("display", "withheld"), ("note", ARABIC.website),
        ]).is(303);
        let press = press_link(&office, &letter);
        let look_everywhere = |when: &str| {
            for visitor in [site.reader(), signed_in(site, &hill)] {
                for page in everything_public(&visitor, &letter, &alliance, &press) {
                    assert!(page.status < 500, "{}", page.asked);
                    secret.is_not_in_answer(&page);
                }
            }
            for page in ["/list", "/log", "/log.csv", "/edit", "/revising", "/history", "/press", "/delivery", "", "/order", "/coordinators"] {
                secret.is_not_in_answer(&office.get(&letter.at(page)));
            }
            for mail in site.all_mails() {
                if !named_before.contains(&mail.subject) {
                    let what = format!("{when}: a subject to {}", mail.to);
                    secret.is_not_in(&what, mail.subject.as_bytes());
                }
                if ALL.iter().all(|hidden| hidden.email != mail.to) {
                    for part in [&mail.text, &mail.html, &mail.raw] {
                        secret.is_not_in(&format!("{when}: a mail to {}", mail.to), part.as_bytes());
                    }
                }
            }
            secret.is_not_in(&format!("{when}: a line of the log"), &lines.so_far());
            secret.is_not_kept_in(&format!("{when}: the database"), &site.at_rest());
        };
        look_everywhere("while it is private");

        // Published, revised, withdrawn and given again, closed, delivered.
        office.fill(&letter.edit(), &letter.at("/publication"), &[("at", "")]).is(200);
        let live = crate::support::Live::open(site.runtime(), &format!("{}{}/live?after=0", site.url, letter.path), None);
        hill.sign(&letter);
        assert_eq!(counts(&site.reader().json(&letter)).1, 3);
        look_everywhere("when it is public");
        office.revise_in_substance(&letter, "It asks for two things.", &[("answer_by", "2099-01-01T10:00"), ("silence", "stay")]);
        let keep = letter.at(&format!("/reconsent?organization={}", quill.slug()));
        quill.fill(&keep, &keep, &[("answer", "keep")]).is(200);
        office.press(&letter.at("/revisions/reminder"), &[]);
        moor.press(&letter.at("/withdrawal"), &[("organization", &moor.slug())]).is(303);
        look_everywhere("when it is revised and one has withdrawn");
        moor.sign_with(&letter, &[]).is(200).sees("Its name is withheld");
        display(&quill, &letter, "organization").is(303);
        assert_eq!(counts(&site.reader().json(&letter)).1, 2, "what is looked for can be found");
        assert!(secret.found_in(&site.reader().read(&letter).bytes).is_some());
        display(&quill, &letter, "withheld").is(303);
        office.press(&letter.at("/closing"), &[]).is(303);
        look_everywhere("when it is closed");
        office.fill(&letter.at("/delivery"), &letter.at("/delivery"), &[]).is(200);
        assert_eq!(counts(&site.reader().json(&letter)).1, 3);
        look_everywhere("when it is delivered");
        for event in live.so_far() {
            let named = event.data["name"] == LATIN.name; // when it was shown, for a moment, by itself
            assert!(!named && secret.found_in(event.data.to_string().as_bytes()).is_none(), "{event:?}");
        }
        let names = look_up(&office, &letter);
        names.sees(LATIN.name).sees(ARABIC.name).sees("Brackenmoor for Relief").sees(ARABIC.person);
        look_everywhere("when its coordinator has looked");
        for address in [office.email(), hill.email(), LATIN.email.into(), FORCED.email.into(), ARABIC.email.into()] {
            site.subjects_to(&address);
        }
    }
}

fn list_page_says(coordinator: &Visitor<'_>, letter: &Letter, name: &str) -> bool {
    the_list(coordinator, letter).text().contains(name)
}

/// A link for journalists.
fn press_link(coordinator: &Visitor<'_>, letter: &Letter) -> String {
    let page = letter.at("/press");
    let made = coordinator.fill(&page, &page, &[("label", "A paper"), ("days", "7")]);
    let text = made.is(200).text();
    let at = text.find("/press/").expect("a link");
    text[at..].split_whitespace().next().expect("a link").trim_end_matches(['.', ',']).to_owned()
}

/// The same person in another browser.
fn signed_in<'s>(site: &'s Site, person: &Visitor<'_>) -> Visitor<'s> {
    let visitor = site.visitor();
    visitor.sign_in(&person.email(), &person.password()).is(200);
    visitor
}
