//! Headings, numbers, footnotes and undo: what coordinators do to a list, and what it stays.

use crate::listing::{add_listed, line, order_of, signed_by_three, the_list};
use crate::support::letters::list;
use crate::support::{Letter, Site, Visitor};

/// Adds a group and returns its id.
#[track_caller]
fn add_group(coordinator: &Visitor<'_>, letter: &Letter, typed: &[(&str, &str)]) -> String {
    let places = || the_list(coordinator, letter).attributes("section.work-group", "data-place");
    let before = places();
    coordinator.press(&letter.at("/list/groups"), typed).is(303);
    places().into_iter().find(|place| place.len() > 20 && !before.contains(place)).expect("a new group")
}

#[track_caller]
fn puts(coordinator: &Visitor<'_>, letter: &Letter, name: &str, group: &str) {
    let line = line(&the_list(coordinator, letter), name);
    coordinator.press(&letter.at(&format!("/list/lines/{line}")), &[("group", group)]).is(303);
}

/// The list as readers have it: its groups in the JSON, and the words of the page.
fn seen(site: &Site, letter: &Letter) -> (serde_json::Value, String) {
    let page = site.reader().read(letter).all("#signatories").join(" ");
    (site.reader().json(letter)["groups"].clone(), page)
}

stories! {
    fn groups_are_renamed_and_ordered_and_one_may_have_no_name(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let office = &all[0];
        let north = add_group(office, &letter, &[("name", "North")]);
        let unnamed = add_group(office, &letter, &[]);
        puts(office, &letter, "Ash", &north);
        puts(office, &letter, "Birch", &unnamed);
        let now = || list(&site.reader().json(&letter));
        assert_eq!(now(), ["1 Ash (North)", "2 Birch (-)", "3 Cedar (-)"]);
        assert_eq!(site.reader().json(&letter)["groups"].as_array().map(Vec::len), Some(3), "without a heading, and yet a group");
        let at = |group: &str, more: &str| letter.at(&format!("/list/groups/{group}{more}"));
        office.press(&at(&unnamed, "/position"), &[("direction", "up")]).is(303);
        assert_eq!(now(), ["1 Birch (-)", "2 Ash (North)", "3 Cedar (-)"], "the numbers go on through the groups");
        office.press(&at(&unnamed, "/position"), &[("direction", "up")]).is(303);
        office.press(&at(&unnamed, "/position"), &[("direction", "sideways")]).is(400);
        assert_eq!(now()[0], "1 Birch (-)", "further up than first is first");
        office.fill(&at(&north, ""), &at(&north, ""), &[("name", "The <b>North</b>"), ("acronym", "NA")]).is(200);
        assert_eq!(now()[1], "2 Ash (NA)");
        site.reader().read(&letter).sees("The <b>North</b>");
        let page = office.press(&at(&north, ""), &[("name", &"n".repeat(10_000)), ("acronym", "NA")]);
        page.is(422).complains("name", "at most 200 fit");
        assert_eq!(page.form(&at(&north, ""))["name"].len(), 10_000);
        // Whoever observes is never taken for a signatory, also under a heading that nobody named.
        let observers = add_group(office, &letter, &[("kind", "observers")]);
        puts(office, &letter, "Cedar", &observers);
        assert_eq!(now()[2], "- Cedar (Observers)");
        the_list(office, &letter).sees("2 organizations, and 1 observer");
        office.get(&at("00000000-0000-0000-0000-000000000000", "")).is(404);
        all[1].press(&at(&north, ""), &[("name", "X")]).is(404);
    }

    fn a_heading_for_a_coalition_gathers_its_members_under_whatever_it_is_called(site: &Site) {
        let (office, ash, birch) = (site.organization("Office"), site.organization("Ash"), site.organization("Birch"));
        let coalition = office.set_up("River Alliance", "RA");
        office.admit(&coalition, &ash);
        office.admit(&coalition, &birch);
        let letter = office.publish(&[]);
        let group = add_group(&office, &letter, &[("coalition", "river-alliance")]);
        ash.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Ash (RA)"]);
        let at = letter.at(&format!("/list/groups/{group}"));
        office.fill(&at, &at, &[("name", "Alliance of the River"), ("acronym", "AoR")]).is(200);
        birch.sign(&letter);
        let json = site.reader().json(&letter);
        assert_eq!(list(&json), ["1 Ash (AoR)", "2 Birch (AoR)"], "under the heading as it is called here");
        assert_eq!((json["groups"][0]["name"].as_str(), json["groups"][0]["coalition"].as_str()),
            (Some("Alliance of the River"), Some("river-alliance")));
        site.reader().get("/coalitions/river-alliance").sees("River Alliance").lacks("Alliance of the River");
        office.press(&letter.at("/list/groups"), &[("coalition", "river-alliance")]).is(422).complains("coalition", "has a heading in this letter already");
        office.press(&letter.at("/list/groups"), &[("coalition", "nobodys")]).is(422).complains("coalition", "no such coalition");
        // A free heading again: its members stay under it, and the next one brings the coalition's.
        office.fill(&at, &at, &[("coalition", "")]).is(200);
        birch.withdraw(&letter);
        birch.sign(&letter);
        assert_eq!(list(&site.reader().json(&letter)), ["1 Ash (AoR)", "2 Birch (RA)"]);
    }

    fn numbers_follow_the_rule_when_somebody_moves_to_another_group(site: &Site) {
        for (numbering, before, after) in [
            ("through", ["1 Ash (N)", "2 Birch (N)", "3 Cedar (S)"], ["1 Birch (N)", "2 Ash (S)", "3 Cedar (S)"]),
            ("restart", ["1 Ash (N)", "2 Birch (N)", "1 Cedar (S)"], ["1 Birch (N)", "1 Ash (S)", "2 Cedar (S)"]),
            ("none", ["- Ash (N)", "- Birch (N)", "- Cedar (S)"], ["- Birch (N)", "- Ash (S)", "- Cedar (S)"]),
        ] {
            let site = site.sibling(|_| {});
            let office = site.organization("Office");
            let letter = office.publish(&[("numbering", numbering)]);
            let (north, south) = (add_group(&office, &letter, &[("name", "N")]), add_group(&office, &letter, &[("name", "S")]));
            for (name, group) in [("Ash", &north), ("Birch", &north), ("Cedar", &south)] {
                add_listed(&office, &letter, &[("name", name), ("group", group)]).is(303);
            }
            assert_eq!(list(&site.reader().json(&letter)), before);
            puts(&office, &letter, "Ash", &south);
            let json = site.reader().json(&letter);
            assert_eq!((list(&json), json["count"].as_u64()), (after.map(str::to_owned).to_vec(), Some(3)));
            office.press(&letter.at("/list/undo"), &[]).is(303);
            assert_eq!(list(&site.reader().json(&letter)), before);
            drop(office);
            site.finish();
        }
    }

    fn every_kind_of_change_can_be_undone_one_after_the_other(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let office = &all[0];
        add_listed(office, &letter, &[("name", "Oak"), ("country", "TR")]).is(303);
        let page = the_list(office, &letter);
        let at = |name: &str| letter.at(&format!("/list/lines/{}", line(&page, name)));
        let mut stood = Vec::new();
        let mut changes = |address: &str, fields: &[(&str, &str)]| {
            stood.push(seen(site, &letter));
            office.press(address, fields).is(303);
            assert_ne!(seen(site, &letter), *stood.last().expect("what stood"), "{address} {fields:?} changes something");
        };
        changes(&at("Ash"), &[("sort_name", "Zebra")]);
        changes(&at("Ash"), &[("members", "12")]);
        changes(&at("Ash"), &[("name", "Ash of the River"), ("acronym", "AR")]);
        changes(&at("Oak"), &[("country", "LB")]);
        changes(&at("Birch"), &[("sign", "†"), ("words", "With reservations.")]);
        changes(&letter.at("/list/footnotes"), &[("sign", "†"), ("words", "With one reservation.")]);
        changes(&letter.at("/list/ordering"), &[("ordering", "time")]);
        office.press(&letter.at("/list/ordering"), &[("ordering", "hand")]).is(303); // begins as it stood: nobody sees it
        changes(&letter.at("/order"), &[("signature", &line(&page, "Oak")), ("position", "1")]);
        changes(&letter.at("/list/lines/OAK/removal").replace("OAK", &line(&page, "Oak")), &[]);
        changes(&at("Birch"), &[("sign", "")]);
        office.press(&letter.at("/list/groups"), &[("name", "North"), ("kind", "late")]).is(303);
        let north = the_list(office, &letter).attributes("section.work-group", "data-place").into_iter().find(|p| p.len() > 20).expect("a group");
        changes(&at("Cedar"), &[("group", &north)]);
        changes(&letter.at(&format!("/list/groups/{north}")), &[("name", "South"), ("kind", "observers")]);
        changes(&letter.at(&format!("/list/groups/{north}/removal")), &[("signatories", "move")]);
        all[1].mail().says("Since then: Ash of the River (AR)");

        while let Some(before) = stood.pop() {
            for _ in 0..3 {
                office.press(&letter.at("/list/undo"), &[]).is(303);
                if seen(site, &letter) == before { break; } // changes that nobody sees are between
            }
            assert_eq!(seen(site, &letter), before);
        }
        all[1].mail().says("Since then: Ash");
        office.press(&letter.at("/list/undo"), &[]).is(403).sees("nothing left to undo");
        assert_eq!(list(&site.reader().json(&letter)), ["1 Ash (-)", "2 Birch (-)", "3 Cedar (-)", "4 Oak (-)"]);
    }

    fn an_undo_never_overwrites_what_was_done_since(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let office = &all[0];
        let group = add_group(office, &letter, &[("name", "North")]);
        let change = the_list(office, &letter).form(&letter.at("/list/undo"))["change"].clone();
        puts(office, &letter, "Ash", &group);
        office.press(&letter.at("/list/undo"), &[("change", &change)]).is(403).sees("Somebody changed the list after you had opened it");
        // The organization says itself how it appears: that is not the coordinators' to undo.
        let ash = letter.at(&format!("/list/lines/{}", line(&the_list(office, &letter), "Ash")));
        office.press(&ash, &[("name", "Ash Trees")]).is(303);
        all[1].mail();
        all[1].press(&letter.at("/printed-name"), &[("name", "The Ash"), ("organization", "ash")]).is(303);
        office.press(&letter.at("/list/undo"), &[]).is(403).sees("can no longer be undone");
        assert_eq!(list(&site.reader().json(&letter))[0], "1 The Ash (North)");
    }

    fn a_line_moves_to_any_place_without_a_script(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let office = &all[0];
        let names = || site.reader().read(&letter).all("#signatories .name");
        let page = the_list(office, &letter);
        assert!(page.attributes("#list", "data-order").is_empty(), "ordered by name, nothing moves");
        office.press(&letter.at("/list/ordering"), &[("ordering", "hand")]).is(303);
        let cedar = line(&page, "Cedar");
        let page = the_list(office, &letter);
        let buttons = page.all(&format!("#s-{cedar} button"));
        assert_eq!(buttons, ["↑ Up", "↓ Down", "First", "Last", "Move"]);
        for (field, value, expected) in [
            ("position", "1", ["Cedar", "Ash", "Birch"]),
            ("position", "2", ["Ash", "Cedar", "Birch"]),
            ("position", "99", ["Ash", "Birch", "Cedar"]),
            ("direction", "up", ["Ash", "Cedar", "Birch"]),
            ("direction", "down", ["Ash", "Birch", "Cedar"]),
            ("direction", "down", ["Ash", "Birch", "Cedar"]),
            ("direction", "top", ["Cedar", "Ash", "Birch"]),
            ("direction", "end", ["Ash", "Birch", "Cedar"]),
        ] {
            office.press(&letter.at("/order"), &[("signature", &cedar), (field, value)]).is(303);
            assert_eq!(names(), expected, "{field} {value}");
        }
        for wrong in [[("position", "0")], [("position", "-1")], [("position", "first")], [("direction", "left")], [("order", "s-1")]] {
            let mut fields = wrong.to_vec();
            fields.push(("signature", &cedar));
            office.press(&letter.at("/order"), &fields).is(400);
        }
        let found = office.get(&letter.at("/list?name=ÀSH"));
        assert_eq!((found.attributes("main li[data-name]", "data-name"), found.attributes("#list", "data-order")), (vec!["Ash".to_owned()], vec![]));
        office.get(&letter.at("/list?name=nobody")).sees("No name on the list has these words.");
    }

    fn two_coordinators_who_change_a_list_at_once_lose_nobody(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let office = &all[0];
        office.press(&letter.at("/list/ordering"), &[("ordering", "hand")]).is(303);
        for name in ["Oak", "Elm", "Fir", "Yew"] {
            add_listed(office, &letter, &[("name", name)]).is(303);
        }
        let other = site.visitor();
        other.sign_in(&office.email(), &office.password()).is(200);
        let group = add_group(office, &letter, &[("name", "North")]);
        let page = the_list(office, &letter);
        let (version, whole) = (page.attributes("#list", "data-version")[0].clone(), order_of(&page));
        std::thread::scope(|scope| {
            for (visitor, direction) in [(office, "top"), (&other, "end")] {
                let (letter, page) = (&letter, &page);
                scope.spawn(move || {
                    for name in ["Ash", "Oak", "Yew", "Elm"] {
                        visitor.press(&letter.at("/order"), &[("signature", &line(page, name)), ("direction", direction)]).is(303);
                    }
                });
            }
            for visitor in [office, &other] {
                let (letter, page, group) = (&letter, &page, &group);
                scope.spawn(move || {
                    for name in ["Fir", "Birch"] {
                        visitor.press(&letter.at(&format!("/list/lines/{}", line(page, name))), &[("group", group)]).is(303);
                    }
                });
            }
        });
        other.press(&letter.at("/list/order"), &[("order", &whole), ("version", &version)]).is(409).sees("your move was not made");
        let json = site.reader().json(&letter);
        let mut lines = list(&json);
        assert!(lines[..2].iter().all(|line| line.ends_with("(North)")), "{lines:?}");
        let numbers: Vec<String> = lines.iter().map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect();
        assert_eq!(numbers, (1..=7).map(|n| n.to_string()).collect::<Vec<_>>());
        lines.sort_by_key(|line| line.split(' ').nth(1).map(str::to_owned));
        let names: Vec<_> = lines.iter().filter_map(|line| line.split(' ').nth(1)).collect();
        assert_eq!(names, ["Ash", "Birch", "Cedar", "Elm", "Fir", "Oak", "Yew"]);
        assert_eq!(json["count"], 7);
    }

    fn a_delivered_list_refuses_every_change_in_words(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let office = &all[0];
        let observers = add_group(office, &letter, &[("name", "Friends"), ("kind", "observers")]);
        let elm = site.organization("Elm");
        elm.sign(&letter);
        puts(office, &letter, "Elm", &observers);
        let ash = line(&the_list(office, &letter), "Ash");
        office.press(&letter.at(&format!("/list/lines/{ash}")), &[("sign", "*"), ("words", "In part.")]).is(303);
        office.press(&letter.at("/list/ordering"), &[("ordering", "hand")]).is(303);
        let page = the_list(office, &letter);
        let (version, whole) = (page.attributes("#list", "data-version")[0].clone(), order_of(&page));
        office.press(&letter.at("/delivery"), &[("delivered_to", "The Council"), ("signing", "open")]).is(303);
        for visitor in all.iter().chain([&elm]) {
            visitor.mail().says("has been delivered");
        }
        let stood = list(&site.reader().json(&letter));
        assert_eq!(stood, ["1 Ash (-)", "2 Birch (-)", "3 Cedar (-)", "- Elm (Friends)"]);

        let group = format!("/list/groups/{observers}");
        let refused: [(&str, &[(&str, &str)]); 11] = [
            ("/order", &[("signature", &ash), ("direction", "end")]),
            ("/order", &[("signature", &ash), ("position", "2")]),
            ("/list/order", &[("order", &whole), ("version", &version)]),
            ("/list/ordering", &[("ordering", "name")]),
            ("/list/undo", &[]),
            ("/list/groups", &[("name", "More")]),
            (&group, &[("name", "Others")]),
            (&format!("{group}/position"), &[("direction", "up")]),
            (&format!("{group}/removal"), &[("signatories", "move")]),
            (&format!("/list/lines/{ash}"), &[("members", "3")]),
            ("/list/footnotes", &[("sign", "*"), ("words", "In full.")]),
        ];
        for (path, fields) in refused {
            office.press(&letter.at(path), fields).is(403).sees("deliver");
        }
        office.press(&letter.at(&format!("/list/lines/{ash}/removal")), &[("reason", "X")]).is(403).sees("is delivered");
        all[1].press(&letter.at("/printed-name"), &[("organization", "ash"), ("name", "X")]).is(403).sees("is delivered");
        assert_eq!(list(&site.reader().json(&letter)), stood);
        the_list(office, &letter).sees("stay as they are").lacks("Undo").lacks("To move a line");

        // Who comes since is numbered on, and no number is given twice, whoever leaves.
        let (fir, yew) = (site.organization("Fir"), site.organization("Yew"));
        fir.sign(&letter);
        all[0].withdraw(&letter); // Cedar, who had the highest number
        assert!(office.mail().subject.contains("left after the delivery"));
        assert_eq!(list(&site.reader().json(&letter)), ["1 Ash (-)", "2 Birch (-)", "4 Fir (Signed after delivery)", "- Elm (Friends)"]);
        all[0].sign(&letter);
        yew.sign(&letter);
        the_list(office, &letter).lacks("Undo");
        puts(office, &letter, "Yew", &observers);
        let json = site.reader().json(&letter);
        assert_eq!(list(&json), ["1 Ash (-)", "2 Birch (-)", "4 Fir (Signed after delivery)", "5 Cedar (Signed after delivery)", "- Elm (Friends)", "- Yew (Friends)"]);
        the_list(office, &letter).sees("Undo");
        assert_eq!(json["count"], 4, "observers are not counted, whenever they came");
        site.reader().get(&elm.get("/desk").attributes("section[aria-labelledby=organizations] h3 a", "href")[0]).is(200);
    }

    fn names_that_mean_harm_are_names(site: &Site) {
        let office = site.organization("Office");
        let letter = office.publish(&[]);
        for (typed, shown) in [
            ("\u{202e}Ash\u{202c} of \u{2066}the Wood", "Ash of the Wood"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("Bi\u{200b}rch\u{feff}\u{0}\r\nBcc: x@example.org", "Birch Bcc: x@example.org"),
            ("Robert'); DROP TABLE signatures;--", "Robert'); DROP TABLE signatures;--"),
            ("Z\u{300}\u{301}\u{302}\u{303}algo", "Z\u{300}\u{301}\u{302}\u{303}algo"),
            ("{{count}}", "{{count}}"),
        ] {
            add_listed(&office, &letter, &[("name", typed)]).is(303);
            let page = site.reader().read(&letter);
            assert!(page.all("#signatories .name").contains(&shown.to_owned()), "{typed:?}: {:?}", page.all("#signatories .name"));
            assert!(!page.html().contains("<script>alert"), "{typed}");
            assert!(the_list(&office, &letter).attributes("main li[data-name]", "data-name").contains(&shown.to_owned()));
        }
        for nothing in ["", " \u{200b} ", "\u{202e}", "---"] {
            add_listed(&office, &letter, &[("name", nothing)]).is(422);
        }
        // A sign that cannot be seen is none.
        let birch = letter.at(&format!("/list/lines/{}", line(&the_list(&office, &letter), "Birch Bcc: x@example.org")));
        for (sign, words) in [("\u{200d}", "Invisible"), ("* *", "Two"), ("12345", "Long"), ("*", &"x".repeat(10_000)), ("", "Without a sign")] {
            let page = office.press(&birch, &[("sign", sign), ("words", words)]);
            page.is(422);
            assert_eq!(page.form(&birch)["words"], words);
        }
        office.press(&birch, &[("sign", "<i>"), ("words", "<img src=x onerror=alert(1)>")]).is(303);
        let page = site.reader().read(&letter);
        page.sees("<img src=x onerror=alert(1)>");
        assert!(!page.html().contains("<img") && !page.html().contains("<i>"));
        let page = office.press(&letter.at("/list/footnotes"), &[("sign", "<i>"), ("words", &"x".repeat(10_000))]);
        page.is(422).sees("at most 500 fit");
        assert_eq!(page.attributes(".footnotes input[name=words]", "value")[0].len(), 10_000);
        office.press(&letter.at("/list/footnotes"), &[("sign", "‡"), ("words", "Nowhere")]).is(404);
        for members in ["0", "-3", "many", "99999999999"] {
            office.press(&birch, &[("members", members)]).is(422).complains("members", "a number of members");
        }
    }

    fn how_a_name_appears_is_typed_again_only_where_it_is_wrong(site: &Site) {
        let (all, letter) = signed_by_three(site);
        let printed = letter.at("/printed-name");
        let page = all[1].press(&printed, &[("organization", "ash"), ("name", &"ش".repeat(10_000)), ("acronym", "AT"), ("members", "a few")]);
        page.is(422).complains("name", "at most 200 fit").complains("members", "a number of members");
        let form = page.form(&printed);
        assert_eq!((form["name"].chars().count(), form["acronym"].as_str(), form["members"].as_str()), (10_000, "AT", "a few"));
        all[1].press(&printed, &[("organization", "ash"), ("name", "Ash"), ("members", "1")]).is(303);
        site.reader().read(&letter).sees("on behalf of 1 member");
        all[1].press(&printed, &[("organization", "ash"), ("name", "Ash"), ("members", "1200")]).is(303);
        site.reader().read(&letter).sees("on behalf of 1,200 members");
        the_list(&all[0], &letter).sees("on behalf of 1,200 members");
        assert_eq!(site.reader().json(&letter)["groups"][0]["signatories"][0]["members"], 1200);
    }

    fn possible_duplicates_in_either_script_are_proposed_and_never_merged(site: &Site) {
        let office = site.organization("Office");
        let letter = office.publish(&[]);
        let proposed = || the_list(&office, &letter).all(".duplicates li > div:first-child").len();
        for (nth, (one, other)) in [
            (("منظمة بنفسج", ""), ("بنفســج", "")),
            (("The Big Heart Foundation", ""), ("Big Heart", "")),
            (("Syrian American Medical Society", "SAMS"), ("SAMS", "")),
            (("Orient", ""), ("\u{41e}rient", "")), // with a Cyrillic О
            (("Cedar Trust", ""), ("Ce\u{200d}dar Trust", "")),
        ].into_iter().enumerate() {
            for (name, acronym) in [one, other] {
                add_listed(&office, &letter, &[("name", name), ("acronym", acronym)]).is(303);
            }
            assert_eq!(proposed(), nth + 1, "{one:?} {other:?}");
        }
        for (one, other) in [("Save the Children Norway", "Save the Children Sweden"), ("جمعية الأمل", "جمعية العمل")] {
            add_listed(&office, &letter, &[("name", one)]).is(303);
            add_listed(&office, &letter, &[("name", other)]).is(303);
        }
        assert_eq!((proposed(), site.reader().json(&letter)["count"].as_u64()), (5, Some(14)));
        let page = the_list(&office, &letter);
        let pair = page.form(&letter.at("/list/duplicates"));
        office.press(&letter.at("/list/duplicates"), &[("one", &pair["one"]), ("other", &pair["other"])]).is(303);
        assert_eq!(proposed(), 4);
        office.press(&letter.at("/list/duplicates"), &[("one", &pair["one"]), ("other", &pair["one"])]).is(404);
        let second = the_list(&office, &letter).attributes(".duplicates form[action$=removal]", "action")[0].clone();
        office.press(&second, &[("reason", "The same")]).is(303);
        assert_eq!((proposed(), site.reader().json(&letter)["count"].as_u64()), (3, Some(13)));
        office.press(&letter.at("/list/undo"), &[]).is(303);
        assert_eq!(proposed(), 4, "what was said of the first pair is remembered");
    }

    fn the_list_of_a_private_letter_does_not_exist_for_others(site: &Site) {
        let (office, stranger) = (site.organization("Office"), site.organization("Stranger"));
        let letter = office.write(&[]);
        office.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        add_listed(&office, &letter, &[("name", "Oak")]).is(303);
        let oak = line(&the_list(&office, &letter), "Oak");
        let nowhere = Letter { path: "/letters/nowhere".into() };
        for path in ["/list", "/order", "/list/listed", "/list/groups", &format!("/list/lines/{oak}")] {
            let (there, not_there) = (stranger.get(&letter.at(path)), stranger.get(&nowhere.at(path)));
            assert_eq!((there.status, there.text()), (404, not_there.text()), "{path}");
        }
        for path in ["/list/undo", "/list/ordering", "/list/footnotes", "/list/duplicates", &format!("/list/lines/{oak}/question"), "/printed-name"] {
            stranger.press(&letter.at(path), &[("ordering", "hand"), ("sign", "*"), ("words", "x"), ("one", &oak), ("other", &oak), ("email", "x@example.org"), ("signature", &oak)]).is(404);
        }
        site.reader().ask(&letter.at("/list")).is(303); // asks to sign in, as for any address
    }
}
