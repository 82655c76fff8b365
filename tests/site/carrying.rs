//! The forms in which a letter is followed: feeds, a calendar, the published form of its JSON.

use reqwest::Method;
use serde_json::Value;

use crate::support::xml::Element;
use crate::support::{Letter, Page, Visitor};

const ATOM: &str = "{http://www.w3.org/2005/Atom}";

fn atom(name: &str) -> String {
    format!("{ATOM}{name}")
}

/// Everything that RFC 4287 demands of a feed, and its entries.
#[track_caller]
fn entries(page: &Page) -> Vec<Element> {
    assert_eq!(page.header("content-type"), "application/atom+xml; charset=utf-8");
    let feed = page.xml();
    assert_eq!(feed.name(), atom("feed"));
    let moment =
        |element: &Element| element.text_of(&atom("updated")).parse::<jiff::Timestamp>().expect("a moment");
    moment(&feed);
    assert!(!feed.text_of(&atom("id")).is_empty() && !feed.text_of(&atom("title")).is_empty());
    assert_eq!(feed.all(&atom("author")).len(), 1);
    let itself =
        feed.all(&atom("link")).into_iter().find(|link| link.attribute("rel") == "self").expect("itself");
    assert!(itself.attribute("href").starts_with("http://127.0.0.1:"), "{itself:?}");
    let entries = feed.all(&atom("entry"));
    let mut ids: Vec<String> = entries.iter().map(|entry| entry.text_of(&atom("id"))).collect();
    for entry in &entries {
        moment(entry);
        assert!(!entry.text_of(&atom("title")).is_empty() && !entry.all(&atom("link")).is_empty());
    }
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id is nobody else's");
    entries
}

fn titles(entries: &[Element]) -> Vec<String> {
    entries.iter().map(|entry| entry.text_of(&atom("title"))).collect()
}

/// An event of a calendar: its lines unfolded, by name. Fails where RFC 5545 is broken.
#[track_caller]
fn calendar(visitor: &Visitor<'_>, letter: &Letter) -> Vec<(String, String)> {
    let page = visitor.ask(&letter.at(".ics"));
    page.is(200);
    assert_eq!(page.header("content-type"), "text/calendar; charset=utf-8; method=PUBLISH");
    assert!(page.header("content-disposition").starts_with("attachment; filename="));
    let text = page.html();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    for line in text.trim_end().split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    unfolded
        .lines()
        .map(|line| line.split_once(':').expect("a value"))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[track_caller]
fn value<'a>(event: &'a [(String, String)], name: &str) -> &'a str {
    let found: Vec<_> = event.iter().filter(|(one, _)| one == name).collect();
    assert_eq!(found.len(), 1, "{name} in {event:?}");
    &found[0].1
}

/// What the published schema finds wrong.
fn complaints(schema: &Value, letter: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).expect("a schema");
    validator.iter_errors(letter).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The schema with nothing allowed that it does not name.
fn closed(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        if let Some(object) = value.as_object_mut() {
            if object.contains_key("properties") {
                object.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            object.values_mut().for_each(close);
        } else if let Some(items) = value.as_array_mut() {
            items.iter_mut().for_each(close);
        }
    }
    close(&mut schema);
    schema
}

stories! {
    fn a_feed_tells_who_signed_and_who_withdrew(site: &Site) {
        let office = site.organization("Office");
        let letter = office.write(&[("title", "We & <you>, {{count}}")]);
        office.press(&letter.at("/opening"), &[]).is(303);
        let early = site.organization("Early Bird");
        office.fill(&letter.at("/invitations"), &letter.at("/invitations"), &[("addresses", &early.email()), ("then", "send")]);
        site.reader().ask(&letter.at(".atom")).is(404);
        office.press_publish(&letter).is(200);
        assert!(entries(&site.reader().ask(&letter.at(".atom"))).is_empty());
        let hill = site.organization_in("Hill <b>&amp;</b> \"Trust\"", "SY");
        office.sign(&letter);
        site.wait(5);
        hill.sign(&letter);
        let page = site.reader().ask(&letter.at(".atom"));
        let signed = entries(&page);
        assert_eq!(titles(&signed), ["Hill <b>&amp;</b> \"Trust\" signed", "Office signed"]);
        assert_eq!(signed[0].text_of(&atom("summary")), "Syria");
        assert_eq!(page.xml().text_of(&atom("title")), "We & <you>, 2");
        let known = page.header("etag").to_owned();
        site.reader().send(Method::GET, &letter.at(".atom"), &[("if-none-match", &known)], None).is(304);
        assert_eq!(page.header("cache-control"), site.reader().read(&letter).header("cache-control"));

        site.wait(5);
        hill.withdraw(&letter);
        let after = entries(&site.reader().ask(&letter.at(".atom")));
        assert_eq!(titles(&after), ["Hill <b>&amp;</b> \"Trust\" withdrew its signature", "Office signed"]);
        assert_eq!(after[1].text_of(&atom("id")), signed[1].text_of(&atom("id")), "an entry keeps its id");
        site.wait(5);
        hill.sign_with(&letter, &[("display", "withheld")]).is(200);
        hill.mail();
        let arabic = site.reader().ask(&format!("/ar{}", letter.at(".atom")));
        assert_eq!(titles(&entries(&arabic)), ["سحبت منظمة محجوبة الاسم توقيعها", "وقّعت \u{2068}Office\u{2069}"], "as the history says it");
        assert_eq!(entries(&arabic)[1].text_of(&atom("id")), signed[1].text_of(&atom("id")), "in every language the same");
        let link = entries(&arabic)[1].all(&atom("link"))[0].attribute("href").to_owned();
        assert!(link.starts_with(&format!("{}/ar{}/signatories?", site.url, letter.path)), "{link}");
        let there = site.reader().ask(link.trim_start_matches(&site.url));
        assert!(there.header("location").contains("#signatory-"), "{}", there.header("location"));
        office.press(&letter.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        office.mail();
        let page = site.reader().ask(&letter.at(".atom"));
        assert!(page.xml().text_of(&atom("subtitle")).contains("This letter was retracted on"));
        for address in [office.email(), hill.email(), early.email()] {
            for _ in site.subjects_to(&address) {}
        }
    }

    fn the_feed_of_the_site_has_public_letters_only(site: &Site) {
        let office = site.organization("Office");
        assert!(entries(&site.reader().ask("/letters.atom")).is_empty());
        let first = office.publish(&[("title", "The <first>, {{count}}"), ("body", "Open *the* road.")]);
        let hidden = office.write(&[("title", "A quiet draft")]);
        site.wait(5);
        let second = office.publish(&[("title", "رسالة"), ("language", "ar")]);
        office.sign(&first);
        let page = site.reader().ask("/letters.atom");
        let both = entries(&page);
        assert_eq!(titles(&both), ["رسالة", "The <first>, 1"]);
        assert_eq!(both[0].all(&atom("title"))[0].attribute("{http://www.w3.org/XML/1998/namespace}lang"), "ar");
        assert_eq!(both[1].text_of(&atom("summary")), "Signed by 1 organization. Open the road.");
        assert_eq!(both[1].text_of(&atom("id")), format!("{}{}", site.url, first.path));
        assert!(!page.html().contains("quiet") && !page.html().contains(hidden.slug()));
        let home = site.reader().get("/");
        assert_eq!(home.attributes("link[type='application/atom+xml']", "href"), ["/letters.atom"]);
        site.reader().ask(&second.at(".atom")).is(200);
    }

    fn the_deadline_goes_into_a_calendar_and_moves_there(site: &Site) {
        let office = site.organization("Office");
        let without = office.publish(&[]);
        site.reader().ask(&without.at(".ics")).is(404);
        let title = "Open the road; keep it open, and let nobody say: it was closed. افتحوا الطريق وأبقوه مفتوحًا";
        let letter = office.publish(&[("title", title), ("deadline", "2099-03-01T13:00"), ("time_zone", "Europe/Paris")]);
        let first = calendar(&site.reader(), &letter);
        assert_eq!((value(&first, "DTSTART"), value(&first, "SEQUENCE"), value(&first, "STATUS")), ("20990301T120000Z", "0", "CONFIRMED"));
        assert_eq!(value(&first, "SUMMARY"), format!("Last day to sign: \u{2068}{}\u{2069}", title.replace(';', "\\;").replace(',', "\\,")));
        assert_eq!(value(&first, "URL"), format!("{}{}", site.url, letter.path));
        assert_eq!((value(&first, "VERSION"), value(&first, "METHOD")), ("2.0", "PUBLISH"));
        let uid = value(&first, "UID").to_owned();
        office.sign(&letter);
        assert_eq!(calendar(&site.reader(), &letter).iter().filter(|(name, _)| name == "DTSTAMP").count(), 1);

        site.wait(60);
        let moved = [("deadline", "2099-03-08T13:00"), ("time_zone", "Europe/Paris"), ("note", "More time.")];
        office.press(&letter.at("/deadline"), &moved).is(303);
        let second = calendar(&site.reader(), &letter);
        assert_eq!((value(&second, "DTSTART"), value(&second, "SEQUENCE")), ("20990308T120000Z", "2"));
        assert_eq!(value(&second, "UID"), uid);
        assert!(value(&second, "LAST-MODIFIED") > value(&first, "LAST-MODIFIED"));
        office.press(&letter.at("/closing"), &[]).is(303);
        let closed = calendar(&site.reader(), &letter);
        assert_eq!((value(&closed, "SEQUENCE"), value(&closed, "STATUS")), ("3", "CANCELLED"));
        office.press(&letter.at("/deadline"), &[("deadline", "2099-04-01T13:00"), ("time_zone", "UTC"), ("note", "")]).is(303);
        let again = calendar(&site.reader(), &letter);
        assert_eq!((value(&again, "SEQUENCE"), value(&again, "STATUS"), value(&again, "UID")), ("4", "CONFIRMED", uid.as_str()));
        for _ in site.subjects_to(&office.email()) {}
    }

    fn the_json_is_what_its_schema_says(site: &Site) {
        assert!(crate::starting::fill(site));
        let aleppo = Letter { path: "/letters/aleppo".into() };
        let answer = site.reader().ask(&aleppo.json());
        assert_eq!(answer.header("link"), format!("<{}/schemas/letter.json>; rel=\"describedby\"; type=\"application/schema+json\"", site.url));
        let page = site.reader().ask("/schemas/letter.json");
        assert_eq!((page.header("content-type"), page.header("access-control-allow-origin")), ("application/schema+json", "*"));
        let schema = page.json();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("{}/schemas/letter.json", site.url).as_str());
        jsonschema::meta::validate(&schema).expect("a schema by its own rules");
        let letter = answer.json();
        assert_eq!(complaints(&schema, &letter), Vec::<String>::new());
        assert_eq!(complaints(&closed(schema.clone()), &letter), Vec::<String>::new(), "it names everything");
        for (pointer, wrong) in [("/count", Value::from("25")), ("/state", "draft".into()), ("/groups/0/signatories/0/status", "perhaps".into()), ("/revision/sha256", "x".into())] {
            let mut broken = letter.clone();
            *broken.pointer_mut(pointer).expect("a field") = wrong;
            assert_eq!(complaints(&schema, &broken).len(), 1, "{pointer}");
        }
    }

    fn a_letter_with_everything_in_it_is_what_the_schema_says(site: &Site) {
        let office = site.organization_in("Office", "SY");
        let letter = office.publish(&[("deadline", "2099-03-01T13:00"), ("time_zone", "UTC")]);
        crate::listing::add_listed(&office, &letter, &[("name", "Oak")]).is(303);
        office.sign(&letter);
        let hidden = site.organization("Hidden");
        hidden.sign_with(&letter, &[("display", "withheld")]).is(200);
        hidden.mail();
        office.fill(&letter.at("/delivery"), &letter.at("/delivery"), &[("signing", "open")]).is(200);
        let late = site.organization("Late");
        late.sign(&letter);
        let schema = closed(site.reader().ask("/schemas/letter.json").json());
        let json = site.reader().json(&letter);
        assert_eq!(complaints(&schema, &json), Vec::<String>::new());
        assert!(json.to_string().contains("\"after_delivery\":true"));
        office.press(&letter.at("/retraction"), &[("note", "It was wrong.")]).is(303);
        let json = site.reader().json(&letter);
        assert_eq!((complaints(&schema, &json), &json["state"]), (Vec::<String>::new(), &Value::from("retracted")));
        for visitor in [&office, &hidden, &late] {
            for _ in site.subjects_to(&visitor.email()) {}
        }
    }
}
