//! Other programs read, sign and are told: the API, its document, and tokens.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::preparing::colleague;
use crate::support::{Letter, Page, Site, Visitor};

/// Asks as a program without cookies does.
fn read(site: &Site, path: &str) -> Page {
    site.visitor().ask(path)
}

fn with_token(site: &Site, method: Method, path: &str, token: &str, body: Option<&Value>) -> Page {
    let bearer = format!("Bearer {token}");
    let mut headers = vec![("authorization", bearer.as_str())];
    if body.is_some() {
        headers.push(("content-type", "application/json"));
    }
    site.visitor().send(method, path, &headers, body.map(|body| body.to_string().into_bytes()))
}

/// Makes a token on the organization's page; its owners read the mails about it.
#[track_caller]
fn make_token(visitor: &Visitor<'_>, owners: &[&Visitor<'_>], scopes: &[&str]) -> String {
    let path = format!("/organizations/{}/tokens", visitor.slug());
    let mut typed = vec![("name", "The member database")];
    typed.extend(scopes.iter().map(|scope| (*scope, "yes")));
    let page = visitor.fill(&path, &path, &typed);
    page.is(200).sees("it is shown only this once");
    for owner in owners {
        let mail = owner.mail();
        assert!(mail.subject.starts_with("A token was made for"), "{}", mail.subject);
        mail.says("The member database");
    }
    let token = page.all("section.note code").remove(0);
    visitor.get(&path).lacks(&token).sees("The member database").sees("Never used");
    token
}

fn signature(letter: &Letter) -> String {
    format!("/api/v1/letters/{}/signature", letter.slug())
}

fn sha256(site: &Site, letter: &Letter) -> String {
    read(site, &format!("/api/v1{}", letter.path)).json()["revision"]["sha256"]
        .as_str()
        .expect("a hash")
        .to_owned()
}

/// Fails unless the answer is a problem of this status, told by the rules of RFC 9457.
#[track_caller]
fn is_problem(page: &Page, status: u16) -> Value {
    assert_eq!(page.status, status, "{}: {}", page.asked, page.html());
    assert_eq!(page.header("content-type"), "application/problem+json", "{}", page.asked);
    assert!(page.header("cache-control").contains("no-store"), "{}", page.asked);
    let json: Value = serde_json::from_slice(&page.bytes).expect("JSON");
    assert_eq!(json["status"], status, "{}", page.asked);
    for name in ["type", "title", "detail"] {
        assert!(json[name].as_str().is_some_and(|words| !words.is_empty()), "{}: {json}", page.asked);
    }
    json
}

/// The document with its references, as a schema for one of the answers.
fn schema_of(document: &Value, path: &str, method: &str, status: u16) -> Option<Value> {
    let answer = &document["paths"][path][method]["responses"][status.to_string()];
    assert!(answer.is_object(), "{method} {path} answers {status}, of which its document says nothing");
    let content = answer["content"].as_object()?;
    let schema = content.values().next()?["schema"].clone();
    Some(json!({ "allOf": [schema], "components": document["components"] }))
}

#[track_caller]
fn is_documented(document: &Value, path: &str, method: &str, page: &Page) {
    let Some(schema) = schema_of(document, path, method, page.status) else { return };
    let told: Value = serde_json::from_slice(&page.bytes).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<String> =
        validator.iter_errors(&told).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}: {errors:#?}\n{told:#}", page.asked);
}

#[test]
fn the_document_tells_of_what_is_routed_and_of_nothing_else() {
    let document = serde_json::to_value(undersigned::api::document()).expect("JSON");
    let mut told = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("methods").keys() {
            told.insert((method.clone(), path.clone()));
        }
    }
    let routed: BTreeSet<(String, String)> = undersigned::routes::api::OPERATIONS
        .iter()
        .map(|(method, path)| ((*method).to_owned(), (*path).to_owned()))
        .collect();
    assert_eq!(told, routed);
    assert_eq!(document["openapi"], "3.1.0");
    // Every reference in it leads somewhere.
    let text = document.to_string();
    for (at, _) in text.match_indices("#/components/schemas/") {
        let name: String = text[at + 21..].chars().take_while(|c| c.is_alphanumeric()).collect();
        assert!(document["components"]["schemas"][&name].is_object(), "{name}");
    }
}

stories! {
    fn every_answer_is_the_documents(site: &Site) {
        let river = site.organization_in("River Trust", "SY");
        let sna = river.set_up("Syrian NGO Alliance", "SNA");
        let big = site.organization_in("Big Heart", "TR");
        river.admit(&sna, &big);
        let letter = river.publish(&[("title", "We, {{count}}"), ("deadline", "2027-03-01T13:00"), ("time_zone", "Europe/Paris")]);
        big.sign(&letter);
        river.sign(&letter);
        big.withdraw(&letter);
        let token = make_token(&big, &[&big], &["sign_letters", "read_invitations"]);
        let document = read(site, "/api/openapi.json").json();

        let mut answered = BTreeSet::new();
        let mut hold = |method: &'static str, path: &'static str, page: Page, status: u16| {
            assert_eq!(page.status, status, "{}: {}", page.asked, page.html());
            is_documented(&document, path, method, &page);
            answered.insert((method, path));
        };
        let of = |end: &str| format!("/api/v1{}{end}", letter.path);
        hold("get", "/api/openapi.json", read(site, "/api/openapi.json"), 200);
        hold("get", "/api/v1/letters", read(site, "/api/v1/letters?limit=1"), 200);
        hold("get", "/api/v1/letters/{slug}", read(site, &of("")), 200);
        hold("get", "/api/v1/letters/{slug}", read(site, "/api/v1/letters/nothing"), 404);
        hold("get", "/api/v1/letters/{slug}/signatories", read(site, &of("/signatories")), 200);
        hold("get", "/api/v1/letters/{slug}/events", read(site, &of("/events")), 200);
        hold("get", "/api/v1/organizations", read(site, "/api/v1/organizations"), 200);
        hold("get", "/api/v1/organizations/{slug}", read(site, "/api/v1/organizations/river-trust"), 200);
        hold("get", "/api/v1/coalitions", read(site, "/api/v1/coalitions"), 200);
        hold("get", "/api/v1/coalitions/{slug}", read(site, "/api/v1/coalitions/syrian-ngo-alliance"), 200);
        hold("get", "/api/v1/coalitions/{slug}/members", read(site, "/api/v1/coalitions/syrian-ngo-alliance/members"), 200);
        hold("get", "/api/v1/letters", read(site, "/api/v1/letters?limit=0"), 400);
        hold("get", "/api/v1/invitations", with_token(site, Method::GET, "/api/v1/invitations", &token, None), 200);
        hold("get", "/api/v1/invitations", read(site, "/api/v1/invitations"), 401);
        let wish = json!({ "revision": sha256(site, &letter), "authority": true });
        let sign = "/api/v1/letters/{slug}/signature";
        hold("post", sign, with_token(site, Method::POST, &signature(&letter), &token, Some(&wish)), 201);
        hold("post", sign, with_token(site, Method::POST, &signature(&letter), &token, Some(&wish)), 200);
        hold("delete", sign, with_token(site, Method::DELETE, &signature(&letter), &token, None), 204);
        hold("delete", sign, with_token(site, Method::DELETE, &signature(&letter), &token, None), 204);
        let all: BTreeSet<_> = undersigned::routes::api::OPERATIONS.iter().copied().collect();
        assert_eq!(answered, all, "an operation was not tried");
        site.read_all_mail();
    }

    fn what_the_letters_own_json_tells_the_api_tells_alike(site: &Site) {
        let river = site.organization_in("River Trust", "SY");
        let letter = river.publish(&[("title", "We, {{count}}"), ("grouping", "country")]);
        river.sign(&letter);
        let own = river.json(&letter);
        let told = read(site, &format!("/api/v1{}", letter.path)).json();
        for name in ["slug", "url", "title", "language", "revision", "state", "open", "published_at", "delivered_at",
            "answered_at", "deadline", "deadline_zone", "count", "withheld", "numbering", "verification", "footnotes", "text"] {
            assert_eq!(told[name], own[name], "{name}");
        }
        let listed = read(site, "/api/v1/letters").json();
        for (name, value) in listed["letters"][0].as_object().expect("a letter") {
            assert_eq!(value, &told[name], "{name}");
        }
        let lines = read(site, &format!("/api/v1{}/signatories", letter.path)).json();
        let (line, own) = (&lines["signatories"][0], &own["groups"][0]["signatories"][0]);
        for (name, value) in own.as_object().expect("a signatory") {
            assert_eq!(&line[name], value, "{name}");
        }
        assert_eq!(line["group"], told["groups"][0]["key"]);
        let page = read(site, "/organizations/river-trust.json").json();
        let organization = read(site, "/api/v1/organizations/river-trust").json();
        for name in ["slug", "url", "name", "website", "country", "verified_by", "verified_at", "signed", "coalitions"] {
            assert_eq!(organization[name], page[name], "{name}");
        }
    }

    fn a_list_is_read_in_pages_and_nothing_twice(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        for name in ["Ash", "Birch", "Cedar", "Dogwood", "Elm"] {
            site.organization(name).sign(&letter);
        }
        let (mut seen, mut next) = (Vec::new(), format!("/api/v1{}/signatories?limit=2", letter.path));
        for at in 0.. {
            let page = read(site, &next);
            let json = page.json();
            seen.extend(json["signatories"].as_array().expect("lines").iter().map(|line| line["name"].as_str().expect("a name").to_owned()));
            if at == 0 {
                // Somebody comes before those who were read, and moves nobody.
                site.organization("Aardvark").sign(&letter);
            }
            let Some(cursor) = json["next"].as_str() else {
                assert_eq!(page.header("link"), "");
                break;
            };
            let link = page.header("link").to_owned();
            assert!(link.ends_with(">; rel=\"next\"") && link.contains(cursor), "{link}");
            next = link.trim_start_matches('<').split('>').next().expect("an address").trim_start_matches(site.url.as_str()).to_owned();
            assert!(next.contains("limit=2"), "{next}");
        }
        assert_eq!(seen, ["Ash", "Birch", "Cedar", "Dogwood", "Elm"]);
        let events = read(site, &format!("/api/v1{}/events?limit=100", letter.path)).json();
        let numbers: Vec<i64> = events["events"].as_array().expect("events").iter().map(|e| e["number"].as_i64().expect("a number")).collect();
        assert_eq!(numbers, (1..=7).collect::<Vec<_>>());
        assert_eq!((&events["events"][0]["kind"], &events["events"][1]["signatory"]["name"]), (&json!("published"), &json!("Ash")));

        let cursor = read(site, "/api/v1/organizations?limit=1").json()["next"].as_str().expect("a cursor").to_owned();
        is_problem(&read(site, &format!("/api/v1/letters?cursor={cursor}")), 400);
        for wrong in ["cursor=%00", "cursor=", "cursor=bA", "limit=101", "limit=x", "limit=1&limit=2", "limit=%FF"] {
            is_problem(&read(site, &format!("/api/v1/letters?{wrong}")), 400);
        }
    }

    fn what_is_refused_is_a_problem_whoever_refuses_it(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let token = make_token(&river, &[&river], &["sign_letters"]);
        let send = |method: Method, path: &str, headers: &[(&str, &str)], body: Option<Vec<u8>>| site.visitor().send(method, path, headers, body);
        let bearer = format!("Bearer {token}");
        let signed = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let path = signature(&letter);

        for nowhere in ["/api/v1/nothing", "/api/nothing", "/api/v1/letters/", "/api/v1/letters/UPPER", "/api/v1/letters/%00", "/api/v1/letters/a/b/c", "/api/v2/letters"] {
            is_problem(&read(site, nowhere), 404);
        }
        for (method, path) in [(Method::POST, "/api/v1/letters"), (Method::PUT, "/api/openapi.json"), (Method::GET, path.as_str()), (Method::PATCH, path.as_str()), (Method::TRACE, "/api/v1/coalitions")] {
            let page = send(method, path, &[], None);
            is_problem(&page, 405);
            assert!(page.header("allow").contains("OPTIONS"), "{}", page.asked);
        }
        is_problem(&send(Method::POST, &path, &[("content-type", "application/json")], Some(b"{}".to_vec())), 401);
        assert!(send(Method::POST, &path, &[], None).header("www-authenticate").starts_with("Bearer"));
        is_problem(&send(Method::POST, &path, &[("authorization", bearer.as_str())], Some(b"{}".to_vec())), 415);
        let large = format!("{{\"revision\":\"{}\"}}", "x".repeat(70_000));
        is_problem(&send(Method::POST, &path, &signed, Some(large.into_bytes())), 413);
        for broken in [&b"{"[..], b"", b"[]", b"null", b"\xff\xfe", b"{\"revision\":1,\"authority\":true}", b"{\"revision\":\"a\"}",
            b"{\"revision\":\"a\",\"authority\":true,\"dispaly\":\"withheld\"}", b"{\"revision\":\"a\",\"authority\":true,\"display\":\"hidden\"}"] {
            let json = is_problem(&send(Method::POST, &path, &signed, Some(broken.to_vec())), 400);
            assert!(!json["detail"].as_str().expect("words").contains("dispaly"));
        }
        let unwilling = json!({ "revision": "0".repeat(64), "authority": false }).to_string();
        let json = is_problem(&send(Method::POST, &path, &signed, Some(unwilling.into_bytes())), 422);
        assert_eq!((&json["type"], &json["errors"][0]["field"]), (&json!("/api#fields"), &json!("authority")));
        let moved = json!({ "revision": "0".repeat(64), "authority": true }).to_string();
        assert_eq!(is_problem(&send(Method::POST, &path, &signed, Some(moved.into_bytes())), 409)["type"], "/api#text-moved");
        is_problem(&with_token(site, Method::GET, "/api/v1/invitations", &token, None), 403);
        is_problem(&with_token(site, Method::GET, "/api/v1/invitations", "undersigned_nothing", None), 401);
        assert_eq!(read(site, &format!("{}/signatories", letter.json())).status, 404);
        for _ in 0..200 {
            let page = with_token(site, Method::DELETE, &path, &token, None);
            if page.status == 429 {
                is_problem(&page, 429);
                assert!(page.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
                return;
            }
            is_problem(&page, 404);
        }
        panic!("nobody was asked to wait");
    }

    fn anyone_may_read_from_anywhere_and_nobody_may_write(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let token = make_token(&river, &[&river], &["sign_letters", "read_invitations"]);
        let elsewhere = [("origin", "https://elsewhere.example"), ("sec-fetch-site", "cross-site")];
        let one = format!("/api/v1{}", letter.path);
        let page = site.visitor().send(Method::GET, &one, &elsewhere, None);
        assert_eq!((page.status, page.header("access-control-allow-origin")), (200, "*"));
        assert!(page.header("access-control-expose-headers").contains("Link"));
        assert_eq!((page.header("access-control-allow-credentials"), page.cookie("undersigned")), ("", None));
        assert!(page.header("cache-control").starts_with("public"), "{}", page.header("cache-control"));
        let tag = page.header("etag").to_owned();
        let again = site.visitor().send(Method::GET, &one, &[("if-none-match", &tag)], None);
        assert_eq!((again.status, again.bytes.len()), (304, 0));
        let head = site.visitor().send(Method::HEAD, &one, &[], None);
        assert_eq!((head.status, head.bytes.len(), head.header("etag")), (200, 0, tag.as_str()));
        let asked = [("origin", "https://elsewhere.example"), ("access-control-request-method", "GET")];
        let preflight = site.visitor().send(Method::OPTIONS, &one, &asked, None);
        assert_eq!((preflight.status, preflight.header("access-control-allow-methods")), (204, "GET, HEAD"));
        assert_eq!(site.visitor().send(Method::GET, "/api/v1/nothing", &elsewhere, None).header("access-control-allow-origin"), "*");

        let path = signature(&letter);
        let asked = [("origin", "https://elsewhere.example"), ("access-control-request-method", "POST")];
        for closed in [path.as_str(), "/api/v1/invitations"] {
            let preflight = site.visitor().send(Method::OPTIONS, closed, &asked, None);
            assert_eq!((preflight.status, preflight.header("access-control-allow-methods")), (204, ""));
        }
        let wish = json!({ "revision": sha256(site, &letter), "authority": true }).to_string().into_bytes();
        // With the cookie of somebody who is signed in and may sign: a cookie is nobody's word here.
        let json = [("content-type", "application/json")];
        is_problem(&river.send(Method::POST, &path, &json, Some(wish.clone())), 401);
        let bearer = format!("Bearer {token}");
        let forged = [elsewhere[0], elsewhere[1], ("authorization", bearer.as_str()), json[0]];
        let refused = site.visitor().send(Method::POST, &path, &forged, Some(wish));
        is_problem(&refused, 403);
        assert_eq!(refused.header("access-control-allow-origin"), "");
        let invitations = with_token(site, Method::GET, "/api/v1/invitations", &token, None);
        assert_eq!((invitations.status, invitations.header("access-control-allow-origin")), (200, ""));
        assert!(invitations.header("cache-control").starts_with("private"));
        assert_eq!(river.json(&letter)["count"], 0);
    }

    fn a_program_signs_as_its_person_would(site: &Site) {
        let river = site.organization("River Trust");
        let big = site.organization("Big Heart");
        let letter = river.publish(&[]);
        let token = make_token(&big, &[&big], &["sign_letters"]);
        let wish = json!({ "revision": sha256(site, &letter), "authority": true, "display": "representative" });
        let given = with_token(site, Method::POST, &signature(&letter), &token, Some(&wish));
        assert_eq!(given.status, 201, "{}", given.html());
        assert!(big.mail().subject.contains("has signed"));
        let given: Value = serde_json::from_slice(&given.bytes).expect("JSON");
        assert_eq!((&given["status"], &given["revision"]["number"], &given["withheld"]), (&json!("listed"), &json!(1), &json!(false)));
        let line = &river.json(&letter)["groups"][0]["signatories"][0];
        assert_eq!((&line["name"], &line["representative"]), (&json!("Big Heart"), &json!("Amal Haddad, Director")));
        big.get(&format!("/organizations/{}/tokens", big.slug())).sees("Last used on");

        // Asked again, it stands as it stood, and nobody gets a mail.
        let again = with_token(site, Method::POST, &signature(&letter), &token, Some(&json!({ "revision": sha256(site, &letter), "authority": true })));
        assert_eq!((again.status, river.json(&letter)["count"].as_u64()), (200, Some(1)));
        with_token(site, Method::DELETE, &signature(&letter), &token, None).is(204);
        assert!(big.mail().subject.contains("has withdrawn"));
        with_token(site, Method::DELETE, &signature(&letter), &token, None).is(204);
        assert_eq!(river.json(&letter)["count"], 0);

        // A name that is to be withheld is in nothing.
        let wish = json!({ "revision": sha256(site, &letter), "authority": true, "display": "withheld" });
        with_token(site, Method::POST, &signature(&letter), &token, Some(&wish)).is(201);
        big.mail().says("The name is withheld");
        let told = read(site, &format!("/api/v1{}", letter.path)).json();
        assert_eq!((&told["count"], &told["withheld"]), (&json!(1), &json!(1)));
        for end in ["", "/signatories", "/events"] {
            read(site, &format!("/api/v1{}{end}", letter.path)).is(200).lacks("Big Heart");
        }
        river.press(&letter.at("/closing"), &[]).is(303);
        let closed = river.publish(&[("title", "Another")]);
        river.press(&closed.at("/closing"), &[]).is(303);
        let wish = json!({ "revision": sha256(site, &closed), "authority": true });
        assert_eq!(is_problem(&with_token(site, Method::POST, &signature(&closed), &token, Some(&wish)), 403)["type"], "/api#closed");
        site.read_all_mail();
    }

    fn two_persons_are_two_persons_for_programs_too(site: &Site) {
        let river = site.organization("River Trust");
        let second = colleague(site, &river, &river.slug(), "second@example.org", "signatory");
        let people = format!("/organizations/{}/people", river.slug());
        river.press(&format!("{people}/steps"), &[("two_steps", "yes")]).is(303);
        let letter = river.publish(&[]);
        let token = make_token(&second, &[&river], &["sign_letters"]);
        let wish = json!({ "revision": sha256(site, &letter), "authority": true });
        let prepared = with_token(site, Method::POST, &signature(&letter), &token, Some(&wish));
        assert_eq!((prepared.status, river.json(&letter)["count"].as_u64()), (202, Some(0)));
        let link = river.mail().link();
        with_token(site, Method::POST, &signature(&letter), &token, Some(&wish)).is(202);
        assert!(site.unread_mails().is_empty(), "asked again is asked once");
        river.fill(&link, &link, &[("authority", "yes")]).is(200).sees("Signed");
        assert_eq!(with_token(site, Method::POST, &signature(&letter), &token, Some(&wish)).status, 200);
        site.read_all_mail();
    }

    fn a_token_ends_with_what_it_rests_on(site: &Site) {
        let river = site.organization("River Trust");
        let second = colleague(site, &river, &river.slug(), "second@example.org", "signatory");
        let stranger = site.organization("Big Heart");
        let path = format!("/organizations/{}/tokens", river.slug());
        let works = |token: &str| with_token(site, Method::GET, "/api/v1/invitations", token, None).status == 200;
        let make = || make_token(&second, &[&river], &["read_invitations"]);
        assert_eq!(stranger.ask(&path).status, 404);
        assert_eq!(stranger.press(&path, &[("name", "x"), ("sign_letters", "yes"), ("days", "90")]).status, 404);
        let wrong = second.press(&path, &[("name", ""), ("days", "0")]);
        wrong.is(422).complains("name", "Say what the token is for.");

        // Revoked by an owner.
        let token = make();
        assert!(works(&token));
        let button = river.get(&path).attributes("main li form", "action").remove(0);
        assert_eq!(stranger.press(&button, &[]).status, 404);
        river.press(&button, &[]).is(303);
        assert!(!works(&token));
        // By its time.
        let token = make();
        site.wait(91 * 86_400);
        assert!(!works(&token));
        river.sign_in(&river.email(), &river.password());
        second.sign_in("second@example.org", crate::support::people::PASSWORD);
        // With the role; and it does not come back with it.
        let token = make();
        let people = format!("/organizations/{}/people", river.slug());
        let role = river.get(&people).attributes("main li form", "action").into_iter().filter(|a| a.ends_with("/role")).nth(1).expect("a form");
        river.press(&role, &[("role", "member")]).is(303);
        assert!(!works(&token));
        assert_eq!(second.ask(&path).status, 404);
        river.press(&role, &[("role", "signatory")]).is(303);
        assert!(!works(&token));
        // With its person.
        let token = make();
        river.press(&role.replace("/role", "/removal"), &[]).is(303);
        site.mail_to("second@example.org");
        assert!(!works(&token));
        // With the organization, which an operator stops.
        let token = make_token(&river, &[&river], &["read_invitations"]);
        assert!(works(&token));
        let operator = site.operator();
        operator.press("/operator/organizations/river-trust/suspension", &[("words", "Being looked at.")]).is(303);
        assert!(!works(&token));
        operator.press("/operator/organizations/river-trust/suspension/lifting", &[("words", "It is well.")]).is(303);
        assert!(!works(&token));
        site.read_all_mail();
        // Of the token itself nothing lies in the database, and its person takes along what is known of it.
        let data = river.ask("/account/data");
        data.is(200).sees("The member database").lacks(&token);
    }

    fn a_program_reads_to_what_its_organization_is_invited(site: &Site) {
        let river = site.organization("River Trust");
        let big = site.organization("Big Heart");
        let other = site.organization("Cedar House");
        let letter = river.write(&[("title", "Not public yet")]);
        river.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        river.fill(&letter.at("/invitations"), &letter.at("/invitations"), &[("addresses", &big.email()), ("then", "send")]).is(200);
        site.read_all_mail();
        let token = make_token(&big, &[&big], &["read_invitations", "sign_letters"]);
        let page = with_token(site, Method::GET, "/api/v1/invitations", &token, None);
        let json = page.json();
        let one = &json["invitations"][0];
        assert_eq!((&one["letter"]["title"], &one["letter"]["state"], &one["stage"]), (&json!("Not public yet"), &json!("collecting"), &json!("invited")), "{json}");
        let wish = json!({ "revision": one["letter"]["revision"]["sha256"], "authority": true });
        let others = make_token(&other, &[&other], &["read_invitations", "sign_letters"]);
        assert_eq!(with_token(site, Method::GET, "/api/v1/invitations", &others, None).json()["invitations"], json!([]));
        is_problem(&with_token(site, Method::POST, &signature(&letter), &others, Some(&wish)), 404);
        is_problem(&read(site, &format!("/api/v1{}", letter.path)), 404);
        with_token(site, Method::POST, &signature(&letter), &token, Some(&wish)).is(201);
        let after = with_token(site, Method::GET, "/api/v1/invitations", &token, None).json();
        assert_eq!(after["invitations"][0]["stage"], "signed");
        site.read_all_mail();
    }

    fn a_suspended_letter_is_gone_for_programs_and_a_protected_organization_does_not_exist(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        river.sign(&letter);
        let operator = site.operator();
        let of = |end: &str| format!("/api/v1{}{end}", letter.path);
        operator.press(&format!("/operator{}/suspension", letter.path), &[("words", "Being looked at.")]).is(303);
        for end in ["", "/signatories", "/events"] {
            let json = is_problem(&read(site, &of(end)), 410);
            assert!(json["detail"].as_str().is_some_and(|words| words.contains("Being looked at.")), "{json}");
        }
        assert_eq!(read(site, "/api/v1/letters").json()["letters"], json!([]));
        assert_eq!(read(site, "/api/v1/organizations").json()["organizations"], json!([]), "named nowhere any more");
        operator.press(&format!("/operator{}/suspension/lifting", letter.path), &[("words", "It is well.")]).is(303);
        read(site, &of("")).is(200);
        read(site, "/api/v1/organizations").is(200).sees("River Trust");
        river.fill("/organizations/river-trust/protection", "/organizations/river-trust/protection", &[]).is(200).sees("Your organization is protected");
        is_problem(&read(site, "/api/v1/organizations/river-trust"), 404);
        assert_eq!(read(site, "/api/v1/organizations").json()["organizations"], json!([]));
        site.read_all_mail();
    }

    fn the_page_for_programs_tells_of_every_operation(site: &Site) {
        for (language, title) in [("", "For programs"), ("/ar", "للبرامج"), ("/fr", "Pour les programmes"), ("/es", "Para programas")] {
            let page = read(site, &format!("{language}/api"));
            page.is(200).sees(title);
            for (method, path) in undersigned::routes::api::OPERATIONS {
                page.sees(&format!("{} {path}", method.to_uppercase()));
            }
            // What the types of problems lead to.
            let ids = page.attributes("[id]", "id");
            for kind in ["fields", "text-moved", "closed", "signed", "two-persons", "not-signed", "token", "scope", "suspended"] {
                assert!(ids.iter().any(|id| id == kind), "{kind}");
            }
            for link in page.attributes("main a[href^='#']", "href") {
                assert!(ids.iter().any(|id| *id == link[1..]), "{link}");
            }
        }
    }
}
