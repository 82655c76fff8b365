//! The list in the coordinator's hands.

use reqwest::Method;

use crate::support::letters::list;
use crate::support::{Letter, Page, Site, Visitor};

/// What the list page calls the line of this name.
pub fn line(page: &Page, name: &str) -> String {
    let names = page.attributes("main li[data-name]", "data-name");
    let at = names.iter().position(|found| found == name).unwrap_or_else(|| panic!("{name} in {names:?}"));
    page.attributes("main li[data-name]", "id")[at].trim_start_matches("s-").to_owned()
}

pub fn the_list(coordinator: &Visitor<'_>, letter: &Letter) -> Page {
    let page = coordinator.get(&letter.at("/list"));
    page.is(200);
    page
}

pub fn order_of(page: &Page) -> String {
    let mut order = String::new();
    for key in page.attributes("section.work-group", "data-place") {
        order.push_str(&format!("g-{key} "));
        for id in page.attributes(&format!("section[data-place='{key}'] li[data-name]"), "id") {
            order.push_str(&format!("{id} "));
        }
    }
    order
}

pub fn add_listed(coordinator: &Visitor<'_>, letter: &Letter, typed: &[(&str, &str)]) -> Page {
    let mut fields = vec![("said_by", "Nour Haddad"), ("said_at", "2016-12-10T09:00")];
    fields.retain(|(name, _)| typed.iter().all(|(other, _)| other != name));
    fields.extend_from_slice(typed);
    coordinator.press(&letter.at("/list/listed"), &fields)
}

pub fn signed_by_three(site: &Site) -> (Vec<Visitor<'_>>, Letter) {
    let all: Vec<Visitor<'_>> = ["Cedar", "Ash", "Birch"].map(|name| site.organization(name)).into();
    let letter = all[0].publish(&[("ordering", "name")]);
    for trust in &all {
        trust.sign(&letter);
    }
    (all, letter)
}

stories! {
    fn the_list_is_its_coordinators_alone(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let cedar = line(&the_list(&all[0], &letter), "Cedar");
        let (stranger, at) = (&all[1], |more: &str| letter.at(more));
        stranger.get(&at("/list")).is(404);
        stranger.get(&at("/list/listed")).is(404);
        stranger.get(&at(&format!("/list/lines/{cedar}"))).is(404);
        for path in ["/list/undo", "/list/groups", "/list/order", &format!("/list/lines/{cedar}/removal")] {
            stranger.press(&at(path), &[("name", "X"), ("reason", "X"), ("signature", &cedar), ("direction", "up")]).is(404);
        }
        add_listed(stranger, &letter, &[("name", "Oak")]).is(404);
        let other = all[1].publish(&[]);
        all[1].get(&other.at(&format!("/list/lines/{cedar}"))).is(404);
        assert_eq!(site.reader().json(&letter)["count"], 3);
    }

    fn by_hand_begins_with_the_order_that_stood_and_each_move_can_be_undone(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let names = || site.reader().read(&letter).all("#signatories .name");
        all[0].press(&letter.at("/list/ordering"), &[("ordering", "hand")]).is(303);
        assert_eq!(names(), ["Ash", "Birch", "Cedar"]);
        let cedar = line(&the_list(&all[0], &letter), "Cedar");
        all[0].press(&letter.at("/order"), &[("signature", &cedar), ("direction", "top")]).is(303);
        assert_eq!(names(), ["Cedar", "Ash", "Birch"]);
        all[0].press(&letter.at("/list/undo"), &[]).is(303);
        assert_eq!(names(), ["Ash", "Birch", "Cedar"]);
        all[0].press(&letter.at("/list/undo"), &[]).is(303);
        all[0].press(&letter.at("/list/undo"), &[]).is(403).sees("nothing left to undo");
        all[0].press(&letter.at("/order"), &[("signature", &cedar), ("direction", "top")]).is(403);
    }

    fn two_coordinators_do_not_overwrite_each_others_order(site: &Site) {
        let (all, letter) = signed_by_three(site);
        all[0].press(&letter.at("/list/ordering"), &[("ordering", "hand")]).is(303);
        let page = the_list(&all[0], &letter);
        let version = page.attributes("#list", "data-version")[0].clone();
        let backwards: Vec<String> = {
            let order = order_of(&page);
            let mut words: Vec<String> = order.split_whitespace().map(str::to_owned).collect();
            words[1..].reverse();
            words
        };
        let whole = [("order", backwards.join(" ")), ("version", version)];
        let whole: Vec<(&str, &str)> = whole.iter().map(|(n, v)| (*n, v.as_str())).collect();
        all[0].press(&letter.at("/list/order"), &whole).is(303);
        let names = || site.reader().read(&letter).all("#signatories .name");
        assert_eq!(names(), ["Cedar", "Birch", "Ash"]);
        all[0].press(&letter.at("/list/order"), &whole).is(409).sees("The list has moved");
        assert_eq!(names(), ["Cedar", "Birch", "Ash"]);
    }

    fn groups_are_added_filled_and_removed_and_observers_are_not_counted(site: &Site) {
        let (all, letter) = signed_by_three(site);
        all[0].press(&letter.at("/list/groups"), &[("name", "Friends"), ("kind", "observers")]).is(303);
        let page = the_list(&all[0], &letter);
        let ash = line(&page, "Ash");
        let place = page.attributes("section.work-group", "data-place").into_iter().find(|key| key.len() > 20).expect("a group");
        all[0].press(&letter.at(&format!("/list/lines/{ash}")), &[("group", &place)]).is(303);
        let json = site.reader().json(&letter);
        assert_eq!(json["count"], 2);
        assert_eq!(list(&json), ["1 Birch (-)", "2 Cedar (-)", "- Ash (Friends)"]);
        let removal = letter.at(&format!("/list/groups/{place}/removal"));
        all[0].press(&removal, &[]).is(403).sees("One signatory stands under this heading");
        all[0].press(&removal, &[("signatories", "move")]).is(303);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Ash (-)", "2 Birch (-)", "3 Cedar (-)"]);
        all[0].press(&letter.at("/list/undo"), &[]).is(303);
        assert_eq!(site.reader().json(&letter)["count"], 2);
        all[0].press(&letter.at("/list/groups"), &[("kind", "friends")]).is(422);
    }

    fn a_footnote_is_shared_and_goes_with_its_last_line(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let page = the_list(&all[0], &letter);
        let mark = |name: &str, sign: &str, words: &str| {
            let address = letter.at(&format!("/list/lines/{}", line(&page, name)));
            all[0].press(&address, &[("sign", sign), ("words", words)])
        };
        mark("Ash", "†", "").is(422).complains("words", "say what it means");
        mark("Ash", "†", "signed with <reservations>").is(303);
        mark("Birch", "†", "").is(303);
        let shown = site.reader().read(&letter);
        assert_eq!(shown.all("#signatories sup"), ["†", "†"]);
        shown.sees("† signed with <reservations>");
        mark("Ash", "", "").is(303);
        mark("Birch", "", "").is(303);
        site.reader().read(&letter).lacks("reservations");
    }

    fn a_yes_by_mail_is_listed_and_never_shown_as_confirmed(site: &Site) {
        let hill = site.organization("Hill Trust");
        let letter = hill.publish(&[]);
        add_listed(&hill, &letter, &[("name", "Oak"), ("said_by", "")]).is(422).complains("said_by", "Who said yes");
        add_listed(&hill, &letter, &[("name", "Oak"), ("country", "TR"), ("email", "oak@example.org")]).is(303);
        let json = site.reader().json(&letter);
        let oak = &json["groups"][0]["signatories"][0];
        assert_eq!((oak["status"].as_str(), oak["revision"].is_null()), (Some("listed"), true), "{oak}");
        assert_eq!(site.reader().read(&letter).all("li.listed .name"), ["Oak"]);
        let mail = site.mail_to("oak@example.org");
        assert!(mail.subject.starts_with("Please confirm that Oak signs"), "{}", mail.subject);
        assert!(mail.link().starts_with("/invitations/"), "{}", mail.link());
        let draft = hill.write(&[]);
        add_listed(&hill, &draft, &[("name", "Elm"), ("email", "elm@example.org")]).is(303);
        assert_eq!(the_list(&hill, &draft).all("li.listed h3"), ["1. Elm"]); // and no mail: finish() would say
    }

    fn evidence_is_downloaded_by_coordinators_and_never_shown(site: &Site) {
        let (hill, river) = (site.organization("Hill Trust"), site.organization("River Trust"));
        let letter = hill.publish(&[]);
        let post = |content: &[u8]| {
            let mut body = Vec::new();
            for (name, value) in [("name", "Oak"), ("said_by", "Nour"), ("said_at", "2016-12-10")] {
                body.extend(format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
            }
            body.extend(b"--b\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"a\\\".html\"\r\nContent-Type: text/html\r\n\r\n");
            body.extend(content);
            body.extend(b"\r\n--b--\r\n");
            let kind = [("content-type", "multipart/form-data; boundary=b")];
            hill.send(Method::POST, &letter.at("/list/listed"), &kind, Some(body))
        };
        post(&vec![b'x'; 5 * 1024 * 1024 + 1]).is(422).sees("larger than 5 MB");
        post(b"<script>alert(1)</script>").is(303);
        let oak = line(&the_list(&hill, &letter), "Oak");
        let links = hill.get(&letter.at(&format!("/list/lines/{oak}"))).attributes(".facts a", "href");
        let file = hill.ask(&links[0]);
        file.is(200);
        assert_eq!(file.bytes, b"<script>alert(1)</script>");
        assert_eq!(file.header("content-type"), "application/octet-stream");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        assert!(file.header("content-disposition").starts_with("attachment"));
        river.ask(&links[0]).is(404);
    }

    fn taking_off_one_who_signed_needs_a_reason_that_its_owners_read(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let removal = letter.at(&format!("/list/lines/{}/removal", line(&the_list(&all[0], &letter), "Ash")));
        all[0].press(&removal, &[]).is(422);
        assert_eq!(site.reader().json(&letter)["count"], 3);
        all[0].press(&removal, &[("reason", "It is not an organization")]).is(303);
        all[1].mail().says("It is not an organization");
        assert_eq!(site.reader().json(&letter)["count"], 2);
        all[1].sign(&letter);
    }

    fn a_name_appears_as_its_organization_would_like_until_closing(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let (ash, printed) = (&all[1], letter.at("/printed-name"));
        ash.press(&printed, &[("organization", "ash"), ("name", "Ash \u{202e}Trust"), ("acronym", "AT"), ("members", "12")]).is(303);
        site.reader().read(&letter).sees("Ash Trust AT").sees("12");
        site.reader().get("/organizations/ash").lacks("Ash Trust");
        ash.press(&printed, &[("organization", "birch"), ("name", "X")]).is(403);
        let birch = line(&the_list(&all[0], &letter), "Birch");
        all[0].press(&printed, &[("signature", &birch), ("name", "Birch Trees")]).is(303);
        all[2].mail().says("Since then: Birch Trees");
        ash.press(&printed, &[("signature", &birch), ("name", "X")]).is(404);
        all[0].press(&letter.at("/closing"), &[]).is(303);
        ash.press(&printed, &[("organization", "ash"), ("name", "Late")]).is(403);
        site.reader().read(&letter).sees("Ash Trust").sees("Birch Trees");
    }

    fn possible_duplicates_are_proposed_until_somebody_says_no(site: &Site) {
        let (all, letter) = signed_by_three(site);
        add_listed(&all[0], &letter, &[("name", "The Ash Foundation")]).is(303);
        let page = the_list(&all[0], &letter);
        page.sees("Perhaps the same organization twice");
        let (one, other) = (line(&page, "Ash"), line(&page, "The Ash Foundation"));
        assert_eq!(site.reader().json(&letter)["count"], 4, "never merged by the program");
        all[0].press(&letter.at("/list/duplicates"), &[("one", &other), ("other", &one)]).is(303);
        the_list(&all[0], &letter).lacks("Perhaps the same organization twice");
    }
}
