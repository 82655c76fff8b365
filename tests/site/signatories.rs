//! The list as readers find their way in it: searched, turned page by page, linked to line by line.

use std::collections::HashSet;

use undersigned::error::Fault;
use undersigned::ids::Slug;
use undersigned::letters::{self, EventKind};
use undersigned::people::{self, Email};
use undersigned::signatures::{NewListed, add_group, enter_listed};

use crate::listing::{add_listed, line};
use crate::support::{Letter, Page, Site, Visitor};

/// Enters so many listed signatories at once, of which readers are told: `Group 1 Trust 0007`, all of a
/// group in one country.
fn enter_many(site: &Site, coordinator: &Visitor<'_>, letter: &Letter, groups: &[usize]) {
    let slug: Slug = letter.slug().parse().expect("an address");
    let email = Email::read(&coordinator.email()).expect("an address");
    let groups = groups.to_vec();
    let entering = site.db.write::<_, Fault, _>(move |tx| {
        let letter = letters::find_any(tx, &slug)?.expect("a letter").id;
        let by = people::find_person_by_email(tx, &email)?.expect("its coordinator").id;
        letters::hold(tx, letter)?;
        for (at, size) in groups.iter().enumerate() {
            let group = add_group(tx, letter, &format!("Alliance {}", at + 1), None)?;
            for number in 1..=*size {
                let listed = NewListed {
                    name: format!("Group {} Trust {number:04}", at + 1),
                    country: Some(["FR", "LB", "TR"][at % 3].into()),
                    group: Some(group),
                    ..NewListed::default()
                };
                enter_listed(tx, letter, by, &listed)?;
            }
        }
        letters::record(tx, letter, EventKind::Relisted, None)
    });
    site.runtime().block_on(entering).expect("they are entered");
}

fn names(page: &Page) -> Vec<String> {
    page.all("#signatories .name")
}

/// A letter that nine signed or are listed under, in three countries.
fn nine<'s>(site: &'s Site) -> (Visitor<'s>, Letter) {
    let office = site.organization("Office");
    let letter = office.publish(&[("ordering", "name"), ("grouping", "none")]);
    office.sign(&letter);
    for (name, acronym, country) in [
        ("Union of Relief and Medical Care Organizations", "UOSSM", "FR"),
        ("İnsani Yardım Vakfı", "", "TR"),
        ("جمعيّة الإغاثة", "", "SY"),
        ("Émissaires sans frontières", "", "FR"),
        ("Basmeh & Zeitooneh", "", "LB"),
        ("Orient", "", "TR"),
        ("Kesh Malek", "", "TR"),
        ("Big Heart", "", "TR"),
    ] {
        let typed = [("name", name), ("acronym", acronym), ("country", country)];
        add_listed(&office, &letter, &typed).is(303);
    }
    (office, letter)
}

stories! {
    fn a_name_is_found_however_it_is_typed(site: &Site) {
        let (_, letter) = nine(site);
        let page = site.reader().read(&letter);
        let form = page.form(&letter.at("/signatories"));
        assert_eq!(form.keys().map(String::as_str).collect::<Vec<_>>(), ["country", "q", "verified"], "one heading needs no choice");
        let find = |query: &str| {
            let page = site.reader().ask(&format!("{}?{query}", letter.at("/signatories")));
            page.is(200);
            names(&page)
        };
        for typed in ["q=uossm", "q=UOSSM", "q=relief+union", "q=medical", "q=uoramc", "q=u.o.r.", "country=FR&q=union", "q=relief&country=&group=&verified=&page="] {
            assert_eq!(find(typed), ["Union of Relief and Medical Care Organizations"], "{typed}");
        }
        assert_eq!(find("q=yardim"), ["İnsani Yardım Vakfı"]);
        assert_eq!(find("q=EMISSAIRES+frontieres"), ["Émissaires sans frontières"]);
        assert_eq!(find("q=%D8%AC%D9%85%D8%B9%D9%8A%D9%87+%D8%A7%D9%84%D8%A7%D8%BA%D8%A7%D8%AB%D8%A9"), ["جمعيّة الإغاثة"]);
        assert_eq!(find("country=LB"), ["Basmeh & Zeitooneh"]);
        assert_eq!(find("country=Lebanon"), ["Basmeh & Zeitooneh"]);
        assert_eq!(find("verified=email"), ["Office"]);
        assert_eq!(find("verified=listed").len(), 8);
        assert_eq!(find("country=TR&verified=email"), [] as [&str; 0]);

        let found = site.reader().ask(&letter.at("/signatories?q=orient"));
        found.sees("Shown: 1 of 9").sees("The whole list").sees("listed, not yet confirmed");
        assert_eq!(found.attributes("#signatories li", "value"), [] as [&str; 0], "the browser counts from where it starts");
        let whole = site.reader().json(&letter);
        let number = whole["groups"][0]["signatories"].as_array().expect("lines").iter().find(|line| line["name"] == "Orient").expect("it")["number"].to_string();
        assert_eq!(found.attributes("#signatories ol", "start"), [number], "the number it has in the whole list");
        assert_eq!(found.form(&letter.at("/signatories"))["q"], "orient");
        site.reader().ask(&letter.at("/signatories?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")).is(200).sees("No name on this list matches.").lacks("<script>alert");
        let long = format!("{}?q={}", letter.at("/signatories"), "x".repeat(3_000));
        site.reader().ask(&long).is(200).sees("No name on this list matches.");
        for strange in ["q=%00%ff", "country=%F0%9F%98%80", "group=../..", "verified=%27", "q=%E2%80%AE"] {
            site.reader().ask(&format!("{}?{strange}", letter.at("/signatories"))).is(200);
        }
    }

    fn each_line_has_an_address_that_stays_its_own(site: &Site) {
        let (office, letter) = nine(site);
        let fragments = || {
            let page = site.reader().read(&letter);
            names(&page).into_iter().zip(page.attributes("#signatories .group li", "id")).collect::<Vec<_>>()
        };
        let before = fragments();
        assert_eq!(before.iter().map(|(_, id)| id).collect::<HashSet<_>>().len(), 9);
        let of = |all: &[(String, String)], name: &str| all.iter().find(|(known, _)| known == name).map(|(_, id)| id.clone());
        let orient = of(&before, "Orient").expect("it stands there");
        let page = site.reader().read(&letter);
        assert!(page.attributes("#signatories a.here", "href").contains(&format!("#{orient}")));
        assert!(page.attributes("#signatories a.verified", "href").iter().all(|to| to == "#how-verified"));
        assert_eq!(page.attributes("#how-verified", "id").len(), 1);
        page.sees("It confirmed the email address that it registered with.").sees("It has not signed here.");

        // Others before it, another order, another number: it stays.
        let first = site.organization("Aardvark");
        first.sign(&letter);
        office.fill(&letter.edit(), &letter.edit(), &[("ordering", "time"), ("numbering", "none")]).is(200);
        let after = fragments();
        for (name, id) in &before {
            assert_eq!(of(&after, name).as_ref(), Some(id), "{name}");
        }
        // Withdrawn and given again it is the same; in between it leads nowhere.
        let own = of(&after, "Aardvark").expect("it stands there");
        let address = letter.at(&format!("/signatories?signatory={}", own.trim_start_matches("signatory-")));
        assert_eq!(site.reader().ask(&address).is(303).header("location"), format!("{}#{own}", letter.path));
        first.get(&letter.sign()).sees("See it on the list");
        first.withdraw(&letter);
        site.reader().ask(&address).is(404);
        first.sign(&letter);
        assert_eq!(of(&fragments(), "Aardvark"), Some(own.clone()));

        // Nothing of it says when or in which order they came.
        first.press(&letter.at("/display"), &[("display", "withheld"), ("organization", "")]).is(303);
        site.reader().ask(&address).is(404);
        for asked in ["q=aardvark", "q=a", "country=SY", "verified=email"] {
            let found = site.reader().ask(&letter.at(&format!("/signatories?{asked}")));
            found.is(200).lacks("Aardvark").sees("Names that are withheld are not searched.");
            assert!(found.all(".withheld").is_empty(), "{asked}: an answer that says something of them");
        }
        site.read_all_mail();
    }

    fn a_long_list_is_turned_page_by_page_and_its_count_is_whole(site: &Site) {
        let office = site.organization("Office");
        let letter = office.publish(&[("ordering", "name"), ("grouping", "coalition"), ("numbering", "through"), ("title", "{{count}} of us")]);
        enter_many(site, &office, &letter, &[120, 230, 900, 3]);
        let reader = site.reader();
        let mut pages = vec![reader.read(&letter)];
        for number in 2.. {
            let page = reader.ask(&letter.at(&format!("/signatories?page={number}")));
            if page.status == 404 {
                break;
            }
            pages.push(page);
        }
        assert!((4..8).contains(&pages.len()), "{} pages", pages.len());
        let all: Vec<String> = pages.iter().flat_map(names).collect();
        let whole: Vec<String> = reader.json(&letter)["groups"].as_array().expect("groups").iter()
            .flat_map(|group| group["signatories"].as_array().expect("lines").iter().map(|line| line["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>())
            .collect();
        assert_eq!(all, whole);
        let mut next = 1;
        for page in &pages {
            page.sees("1,253 organizations");
            assert!(page.bytes.len() < 300_000, "{} bytes", page.bytes.len());
            for (start, ol) in page.attributes("#signatories ol", "start").iter().zip(0..) {
                assert_eq!(*start, next.to_string());
                next += page.all(&format!("#signatories section.group:nth-of-type({}) li", ol + 1)).len();
            }
            assert_eq!(page.all("nav.jumps a").len(), 4, "all headings, from each page");
        }
        assert_eq!(pages[0].all("#signatories h3"), ["Alliance 1", "Alliance 2"], "whole headings");
        assert!(pages[2].all("#signatories h3")[0].contains("(continued)"));
        for (at, link) in pages[0].attributes("nav.jumps a", "href").iter().enumerate() {
            let (path, key) = link.split_once('#').expect("a heading");
            let there = reader.ask(if path.is_empty() { &letter.path } else { path });
            let headings: Vec<String> = there.attributes(&format!("#{key}"), "id");
            assert_eq!(headings.len(), 1, "{link} leads to its heading");
            there.sees(&format!("Alliance {}", at + 1));
        }
        pages[0].sees("Print the whole list (PDF)");
        assert_eq!(String::from_utf8_lossy(&reader.ask(&letter.at(".csv")).bytes).lines().count(), 1_254);

        // One line, wherever it stands.
        let last = pages.last().expect("a page").attributes("#signatories .group li", "id").last().expect("a line").clone();
        let there = reader.ask(&letter.at(&format!("/signatories?signatory={last}")));
        let (path, fragment) = there.is(303).header("location").split_once('#').expect("a line");
        assert_eq!(fragment, last);
        assert_eq!(reader.ask(path).attributes(&format!("#{last}"), "id").len(), 1);

        // What is found is turned as well.
        let found = reader.ask(&letter.at("/signatories?q=trust&country=TR"));
        found.sees("Shown: 900 of 1,253");
        let next = found.attributes("a[rel=next]", "href")[0].clone();
        reader.ask(next.split('#').next().expect("an address")).is(200).sees("Shown: 900 of 1,253").sees("Page 2 of");
        for none in ["?page=0", "?page=99", "?page=-1", "?page=x", "?page=2.5", "?page=99999999999999999999", "?q=nobody&page=2", "?signatory=1", "?signatory=x", "?q=a&q=b"] {
            reader.ask(&letter.at(&format!("/signatories{none}"))).is(404);
        }
        assert_eq!(reader.ask(&letter.at("/signatories?page=")).is(200).all("#signatories h2"), ["1,253 organizations"]);
    }

    fn the_list_of_a_letter_that_is_not_there_is_not_there(site: &Site) {
        let office = site.organization("Office");
        let draft = office.write(&[]);
        for visitor in [&office, &site.reader()] {
            for more in ["/signatories", "/signatories?q=a", "/signatories?page=2"] {
                visitor.ask(&draft.at(more)).is(404);
            }
        }
        let letter = office.publish(&[]);
        office.sign(&letter);
        let reader = site.reader();
        reader.ask(&letter.at("/signatories")).is(200).sees("Office");
        let operator = site.operator();
        let suspension = format!("/operator/letters/{}", letter.slug());
        operator.fill(&suspension, &format!("{suspension}/suspension"), &[("words", "An order of the court.")]).is(200);
        let gone = reader.ask(&letter.at("/signatories?q=office"));
        gone.is(410).lacks("Office");
        assert_eq!(gone.header("cache-control"), "no-store");
        site.read_all_mail();
    }

    fn what_is_found_is_said_in_the_readers_language(site: &Site) {
        let (office, letter) = nine(site);
        let page = site.reader().ask(&format!("/ar{}", letter.at("/signatories?country=FR")));
        page.is(200).sees("المعروض: ٢ من ٩").sees("فرنسا");
        let to_letter = page.attributes("h1 a", "href");
        assert_eq!(to_letter, [format!("/ar{}", letter.path)]);
        assert!(page.attributes("form.find", "action").iter().all(|to| to.starts_with("/ar/letters/")));
        let page = site.reader().ask(&format!("/fr{}", letter.at("/signatories?q=nobody")));
        page.is(200).sees("Aucun nom de cette liste ne correspond.");
        let there = line(&office.get(&letter.at("/list")), "Orient");
        assert_eq!(there.len(), 36, "coordinators know it by its own id");
    }
}
