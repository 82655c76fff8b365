//! What holds for every answer, every address and every form: found by walking the site, not by remembering
//! to write a story for each.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use reqwest::Method;

use crate::listing::add_listed;
use crate::support::crawl::{Form, Found};
use crate::support::people::PASSWORD;
use crate::support::program::run;
use crate::support::visitor::form_urlencoded;
use crate::support::{Letter, Page, Site, Visitor, eventually};

/// What is logged where nobody says otherwise; see `src/main.rs`.
const USUAL: &str = "info,actix_server=warn";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A coordinator with a bit of everything: a coalition with a member, a draft, a letter that collects in private
/// and has invited people, a public one with signatories, and an import.
struct Busy<'s> {
    river: Visitor<'s>,
    draft: Letter,
    private: Letter,
    public: Letter,
}

impl<'s> Busy<'s> {
    fn at(site: &'s Site) -> Self {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let coalition = river.set_up("Syrian NGO Alliance", "SNA");
        river.admit(&coalition, &hill);
        let draft = river.write(&[("title", "A draft")]);
        let private = river.write(&[("title", "A private letter")]);
        river.fill(&private.edit(), &private.at("/opening"), &[]).is(200);
        let board = private.at("/invitations");
        river.fill(&board, &board, &[("addresses", "Oak <oak@example.org>"), ("then", "send")]).is(200);
        let public = river.publish(&[("title", "A public letter")]);
        river.sign(&public);
        hill.sign(&public);
        add_listed(&river, &public, &[("name", "Ash")]).is(303);
        let page = river.get("/letters/import");
        river
            .send_form(
                &page,
                "/letters/import",
                &[("text", "Open the road\n\nWe ask.\n\n1. Cedar\n2. Birch\n")],
            )
            .is(303);
        site.read_all_mail();
        Self { river, draft, private, public }
    }

    fn crawl(&self) -> Found {
        let from = [
            "/desk",
            "/account",
            &self.draft.path,
            &self.private.path,
            &self.public.path,
            "/letters/new",
            "/letters/import",
        ];
        let found = self.river.walks(&from);
        let forms: Vec<&str> = found.forms.iter().map(|form| form.action.as_str()).collect();
        assert!(found.pages.len() > 30 && forms.len() > 20, "{:?} {forms:?}", found.pages.keys());
        for expected in ["/coalitions/new", "/letters/new", "/letters/import", "/account/sessions/end"] {
            assert!(forms.contains(&expected), "{expected} is not among {forms:?}");
        }
        found
    }
}

/// Every address that something can be posted to, from the table of routes itself, with something in the place
/// of each name.
fn posting_addresses(letter: &Letter) -> Vec<String> {
    let tables = [
        include_str!("../../src/routes.rs"),
        include_str!("../../src/routes/account.rs"),
        include_str!("../../src/routes/api.rs"),
        include_str!("../../src/routes/operators.rs"),
    ];
    let table = tables.concat();
    let mut addresses = Vec::new();
    let (mut rest, mut prefix) = (table.as_str(), String::new());
    while let Some(at) = rest.find("(\"") {
        let before = &rest[..at];
        let (own, called) = (before.ends_with("of"), before.ends_with("resource") || before.ends_with("of"));
        let begins = before.ends_with("format!");
        rest = &rest[at + 2..];
        let Some((path, after)) = rest.split_once('"') else { break };
        if begins {
            // `let of = |path| resource(format!("/letters/{{slug}}{path}"))`: what all that follow begin with.
            prefix = path.replace("{path}", "").replace("{{", "{").replace("}}", "}");
        }
        let until_next = after.find("(\"").map_or(after, |next| &after[..next]);
        if called && (own || path.starts_with('/')) && until_next.contains("post().to(") {
            addresses.push(if own { format!("{prefix}{path}") } else { path.to_owned() });
        }
    }
    for known in ["/sign-in", "/account/password", "/letters/{slug}/list/listed", "/letters/{slug}/closing"] {
        assert!(addresses.iter().any(|address| address == known), "{known} is not among {addresses:?}");
    }
    assert!(addresses.len() > 60, "{addresses:?}");
    let fill = |path: &String| {
        path.replace("/letters/{slug}", &letter.path)
            .replace("/organizations/{slug}", "/organizations/river-trust")
            .replace("/coalitions/{slug}", "/coalitions/syrian-ngo-alliance")
            .replace("{organization}", "hill-trust")
            .replace("{token}", &"a".repeat(32))
            .replace("{line}", "0")
            .replace("{place}", "0")
            .split('/')
            .map(|part| if part.starts_with('{') { "0198f0a0-0000-7000-8000-000000000000" } else { part })
            .collect::<Vec<_>>()
            .join("/")
    };
    // Those that end the session come last.
    let mut filled: Vec<String> = addresses.iter().map(fill).collect();
    filled.sort_by_key(|path| path == "/sign-out" || path.ends_with("/sessions/end"));
    filled
}

/// What is made for pages of others; nothing else stands there.
const FOR_OTHERS: [&str; 5] = ["/embed", "/badge.svg", "/card.png", "/embed.js", "/schemas/letter.json"];

/// Fails unless the answer says what a browser may do with it.
#[track_caller]
fn is_guarded(page: &Page) {
    let says = |name: &str, words: &str| {
        let header = page.header(name);
        assert!(header.contains(words), "{} ({}): {name}: {header:?} lacks {words}", page.asked, page.status);
    };
    let path = page.asked.split(['?', '#']).next().unwrap_or_default();
    if page.status < 400 && FOR_OTHERS.iter().any(|end| path.ends_with(end)) {
        says("content-security-policy", "default-src 'none'");
        says("cross-origin-resource-policy", "cross-origin");
        says("x-content-type-options", "nosniff");
        assert!(!page.header("content-security-policy").contains("unsafe"), "{}", page.asked);
        assert_eq!(page.header("set-cookie"), "", "{}", page.asked);
        return;
    }
    // What programs read, they read from every page, without a cookie; see `api`.
    let for_programs = path.contains(" /api/");
    // A file on its own has fewer words, which let it do nothing at all.
    let file = path.contains(" /static/") && page.status < 400;
    for directive in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"] {
        if !file || directive.starts_with("default") {
            says("content-security-policy", directive);
        }
    }
    assert!(!page.header("content-security-policy").contains("unsafe"), "{}", page.asked);
    says("x-content-type-options", "nosniff");
    says("cross-origin-opener-policy", "same-origin");
    says("cross-origin-resource-policy", if for_programs { "cross-origin" } else { "same-origin" });
    says("permissions-policy", "camera=()");
    assert!(["same-origin", "no-referrer"].contains(&page.header("referrer-policy")), "{}", page.asked);
    assert_eq!(
        page.header("access-control-allow-origin"),
        if for_programs { "*" } else { "" },
        "{}",
        page.asked
    );
    assert!(!for_programs || page.header("set-cookie").is_empty(), "{}", page.asked);
    assert_eq!(page.header("server"), "", "{}", page.asked);
    if !page.bytes.is_empty() && page.status != 304 {
        let kind = page.header("content-type");
        assert!(!kind.is_empty(), "{} has no type", page.asked);
        if kind.starts_with("text/") && kind != "text/event-stream" {
            assert!(kind.to_ascii_lowercase().contains("charset=utf-8"), "{}: {kind}", page.asked);
        }
    }
}

/// A request as it is written, and what comes back until the server ends or falls silent.
fn raw(site: &Site, request: &str) -> String {
    let mut stream = TcpStream::connect(site.url.trim_start_matches("http://")).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(2))).expect("a timeout");
    stream.write_all(request.as_bytes()).expect("it is sent");
    let mut answer = Vec::new();
    let mut part = [0; 4096];
    while let Ok(read) = stream.read(&mut part) {
        if read == 0 {
            break;
        }
        answer.extend_from_slice(&part[..read]);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

fn statuses(answer: &str) -> Vec<u16> {
    let heads = answer.split("HTTP/1.1 ").skip(1);
    heads.filter_map(|head| head.get(..3)?.parse().ok()).collect()
}

/// What nobody types who means well.
fn hostile() -> Vec<String> {
    let plain = [
        "\0",
        "a\0b\r\nBcc: spy@evil.example\r\n\r\n<b>",
        "\u{1}sealed1:AAAA",
        "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
        "'; DROP TABLE people; --",
        "\u{202e}\u{2066}\u{feff}\u{e0041}",
        "{{count}} {{title}} ${x} %s %n",
        "-1",
        "99999999999999999999999999",
        "2026-13-45T99:99",
        "../../etc/passwd",
        "javascript:alert(1)",
        "=HYPERLINK(\"http://evil.example\")",
        "١٢٣ é e\u{301} ﷽",
    ];
    let mut all: Vec<String> = plain.map(str::to_owned).into();
    all.push("🕊".repeat(3000));
    all.push("\n".repeat(20_000));
    all
}

/// Types into each of these forms what nobody types who means well, and into the fields that nobody types into.
fn type_harm(visitor: &Visitor<'_>, forms: &[Form]) {
    for form in forms {
        for evil in hostile() {
            let typed: Vec<(&str, &str)> = form
                .fields
                .iter()
                .map(|(name, value)| {
                    (name.as_str(), if form.typed.contains(name) { &evil } else { value.as_str() })
                })
                .collect();
            let page = send(visitor, form, &typed);
            assert!(page.status < 500, "{} with {evil:?}: {}", form.action, page.status);
            let html = page.html();
            assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{}", form.action);
            let all: Vec<(&str, &str)> =
                form.fields.keys().map(|name| (name.as_str(), evil.as_str())).collect();
            let page = send(visitor, form, &all);
            assert!(page.status < 500, "{} with all {evil:?}: {}", form.action, page.status);
        }
        let broken: String = form.fields.keys().map(|name| format!("{name}=%FF%FE%00&")).collect();
        let page = visitor.send(Method::POST, &form.action, &[FORM], Some(broken.into_bytes()));
        assert!(page.status < 500, "{} with no UTF-8: {}", form.action, page.status);
    }
}

/// Fails if a cell of this export is a formula to a spreadsheet program; how many cells there are.
fn plain_cells(visitor: &Visitor<'_>, export: &str) -> usize {
    let page = visitor.ask(export);
    page.is(200);
    let text = page.html();
    let table = text.trim_start_matches('\u{feff}').as_bytes();
    let mut table = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(table);
    let (mut rows, mut cells) = (0, 0);
    for row in table.records() {
        for cell in &row.expect("a row") {
            let first = cell.trim_start().chars().next();
            let formula =
                matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'));
            assert!(!formula, "{export}: {cell:?}");
            cells += 1;
        }
        rows += 1;
    }
    assert!(rows > 1, "{export}: {text}");
    cells
}

fn send(visitor: &Visitor<'_>, form: &Form, fields: &[(&str, &str)]) -> Page {
    visitor.send(Method::POST, &form.action, &[FORM], Some(form_urlencoded(fields).into_bytes()))
}

stories! {
    fn every_answer_says_what_browsers_may_do_with_it(site: &Site) {
        let busy = Busy::at(site);
        let (river, reader) = (&busy.river, site.reader());
        for page in busy.crawl().pages.values() {
            is_guarded(page);
        }
        let public = &busy.public;
        let more = [".json", ".csv", ".txt", ".pdf", ".docx", ".md", ".atom", "/embed", "/badge.svg", "/card.png", "/share", "/history"].map(|end| public.at(end));
        for path in more.iter().map(String::as_str).chain(["/static/style.css", "/static/live.js", "/healthz", "/readyz", "/no-such-page"]) {
            is_guarded(&reader.ask(path));
            is_guarded(&reader.send(Method::HEAD, path, &[], None));
        }
        let etag = reader.ask(&public.path).header("etag").to_owned();
        is_guarded(reader.send(Method::GET, &public.path, &[("if-none-match", &etag)], None).is(304));
        is_guarded(reader.press("/sign-in", &[("email", "x@example.org")]).is(422));
        is_guarded(reader.send(Method::POST, "/sign-in", &[FORM, ("sec-fetch-site", "cross-site")], None).is(403));
        is_guarded(reader.send(Method::POST, "/coalitions/new", &[FORM], None).is(303));
        is_guarded(&river.send(Method::POST, "/coalitions/new", &[FORM], Some(b"%".to_vec())));
        is_guarded(river.send(Method::POST, "/coalitions/new", &[FORM], Some(vec![b'a'; 2 << 20])).is(413));
        is_guarded(reader.ask("/password/reset/none").is(410));
        for method in [Method::PUT, Method::OPTIONS, Method::TRACE] {
            let page = reader.send(method, "/", &[("x-secret", "squeamish")], None);
            is_guarded(&page);
            assert!((400..500).contains(&page.status) && !page.html().contains("squeamish"), "{}", page.asked);
        }
    }

    fn behind_https_every_answer_stays_on_https_and_every_cookie_on_its_host(site: &Site) {
        let https = site.sibling(|config| config.public_url = "https://letters.example.org".parse().expect("a URL"));
        let reader = https.reader();
        let evil = [("sec-fetch-site", "cross-site")];
        let pages = [
            reader.ask("/"),
            reader.ask("/no-such-page"),
            reader.ask("/static/style.css"),
            reader.ask("/desk"),
            reader.send(Method::POST, "/sign-in", &evil, None),
            reader.send(Method::PUT, "/", &[], None),
            reader.press("/register", &reader.registration("River Trust", "river@example.org")),
        ];
        for page in &pages {
            let header = page.header("strict-transport-security");
            let age = header.split(';').find_map(|part| part.trim().strip_prefix("max-age=")?.parse::<u64>().ok());
            assert!(age >= Some(31_536_000) && header.contains("includeSubDomains"), "{}: {header}", page.asked);
            for cookie in page.headers.get_all("set-cookie") {
                let cookie = cookie.to_str().expect("text");
                assert!(cookie.starts_with("__Host-"), "{cookie}");
                for attribute in ["; Secure", "; HttpOnly", "; SameSite=", "; Path=/"] {
                    assert!(cookie.contains(attribute), "{cookie} lacks {attribute}");
                }
                assert!(!cookie.contains("Domain=") && cookie.len() < 4096, "{cookie}");
            }
        }
        assert!(pages.iter().any(|page| page.headers.contains_key("set-cookie")));
        https.read_all_mail();
        https.finish();
    }

    fn pages_about_somebody_are_kept_by_no_cache(site: &Site) {
        let busy = Busy::at(site);
        let mut for_all = 0;
        for (path, page) in &busy.crawl().pages {
            let kept = page.header("cache-control");
            if kept.contains("no-store") {
                continue;
            }
            // What caches may keep is what everybody gets.
            let anybody = site.reader().send(Method::GET, path, &[("cookie", "language=en")], None);
            assert_eq!((anybody.status, &anybody.bytes), (page.status, &page.bytes), "{path}: {kept:?}");
            assert!(["public", "no-cache", "private, no-cache"].iter().any(|word| kept.starts_with(word)), "{path}: {kept:?}");
            for_all += 1;
        }
        assert!(for_all > 2, "the public letter is kept by caches");
        let delivery = busy.public.at("/delivery");
        busy.river.fill(&delivery, &delivery, &[("to", "The Council"), ("channel", "By hand")]);
        for file in busy.river.get(&delivery).attributes("main a[href]", "href").iter().filter(|link| link.contains("/delivery/")) {
            busy.river.ask(file).is(200);
            assert_eq!(busy.river.ask(file).header("cache-control"), "no-store", "{file}");
        }
        site.read_all_mail();
    }

    fn what_coordinators_see_does_not_exist_for_others(site: &Site) {
        let busy = Busy::at(site);
        let stranger = site.organization("Stranger Trust");
        let mut own = BTreeSet::new();
        for letter in [&busy.draft, &busy.private] {
            own.extend(busy.river.walks(&[&letter.path]).pages.into_keys().filter(|path| path.contains(letter.slug())));
        }
        own.extend(busy.crawl().pages.into_keys().filter(|path| path.starts_with("/imports/")));
        assert!(own.len() > 20, "{own:?}");
        for path in &own {
            stranger.ask(path).is(404);
            let anybody = site.reader().send(Method::GET, path, &[("cookie", "language=en")], None);
            let asked_to_sign_in = anybody.status == 303 && anybody.header("location").starts_with("/sign-in");
            assert!(anybody.status == 404 || asked_to_sign_in, "{path}: {}", anybody.status);
        }
        // And of a public letter what is its coordinators' alone.
        for verb in ["/edit", "/list", "/invitations", "/invitations.csv", "/log", "/log.csv", "/press", "/coordinators", "/revising", "/retraction"] {
            busy.river.ask(&busy.public.at(verb)).is(200);
            stranger.ask(&busy.public.at(verb)).is(404);
        }
    }

    fn whatever_is_typed_into_any_form_is_answered(site: &Site) {
        let busy = Busy::at(site);
        let forms: Vec<Form> = busy.crawl().forms.into_iter().filter(|form| !form.typed.is_empty()).collect();
        assert!(forms.len() > 15, "{forms:?}");
        type_harm(&busy.river, &forms);
        // Whatever was taken of it does no harm on the pages afterwards.
        for page in busy.crawl().pages.values() {
            assert!(page.status < 500, "{}", page.asked);
            let html = page.html();
            if page.header("content-type").starts_with("text/html") {
                assert!(!html.contains("<script>alert") && !html.contains("<img src=x") && !html.contains('\0'), "{}", page.asked);
            }
        }
        for mail in site.read_all_mail() {
            assert!(mail.raw.split("\r\n\r\n").next().is_some_and(|head| !head.contains("\nBcc:")), "{}", mail.raw);
            assert!(!mail.html.contains("<script>alert") && !mail.html.contains("<img"), "{}", mail.html);
        }
    }

    fn whatever_an_operator_types_is_answered_and_kept_by_no_cache(site: &Site) {
        let busy = Busy::at(site);
        let operator = site.operator();
        let letter = format!("/operator/letters/{}", busy.public.slug());
        let found = operator.walks(&["/operator", "/operator/log", "/operator/organizations/river-trust", &letter]);
        let own: Vec<&Page> = found.pages.iter().filter(|(path, _)| path.starts_with("/operator")).map(|(_, page)| page).collect();
        assert!(own.len() > 5, "{:?}", found.pages.keys());
        for page in own {
            is_guarded(page);
            assert_eq!(page.header("cache-control"), "no-store", "{}", page.asked);
        }
        let forms: Vec<Form> = found.forms.into_iter().filter(|form| form.action.starts_with("/operator") && !form.typed.is_empty()).collect();
        assert!(forms.len() > 2, "{forms:?}");
        type_harm(&operator, &forms);
        for path in ["/operator", "/operator/log", "/operator/organizations/river-trust", &letter, "/"] {
            let page = operator.ask(path);
            assert!(page.status < 500 && !page.html().contains("<script>alert"), "{path}: {}", page.status);
        }
        assert!(plain_cells(&operator, "/operator/log.csv") > 5);
        site.read_all_mail();
    }

    fn a_field_twice_is_refused_wherever_it_is_sent(site: &Site) {
        let busy = Busy::at(site);
        let mut refused = 0;
        for form in busy.crawl().forms.iter().filter(|form| !form.typed.is_empty()) {
            let twice: Vec<(&str, &str)> =
                form.fields.iter().flat_map(|(name, value)| [(name.as_str(), value.as_str()), (name.as_str(), "x")]).collect();
            send(&busy.river, form, &twice).is(400);
            refused += 1;
        }
        assert!(refused > 15);
        let path = format!("/sign-in?next=/desk&next={}", "https://evil.example");
        site.reader().ask(&path).is(404);
    }

    fn ten_megabytes_are_refused_wherever_they_are_sent(site: &Site) {
        let busy = Busy::at(site);
        let mut body = b"title=".to_vec();
        body.resize(body.len() + 10 * 1024 * 1024, b'a');
        let (mut too_large, mut taken) = (0, Vec::new());
        for path in posting_addresses(&busy.private) {
            let page = busy.river.send(Method::POST, &path, &[FORM], Some(body.clone()));
            assert!(page.status < 500, "{path}: {}", page.status);
            too_large += usize::from(page.status == 413);
            if page.status < 400 {
                taken.push(path);
            }
        }
        assert!(too_large > 40, "{too_large}; taken: {taken:?}");
        // A button on its own has no fields, and nothing of what is sent with it is read.
        for path in &taken {
            let button = busy.river.send(Method::POST, path, &[FORM], Some(b"title=a&title=b".to_vec()));
            assert!(button.status < 500, "{path}");
        }
        site.reader().ask("/healthz").is(200);
        site.read_all_mail();
    }

    fn fields_that_a_form_does_not_have_change_nothing(site: &Site) {
        let river = site.visitor();
        let more = [("operator_since", "1"), ("is_operator", "true"), ("role", "owner"), ("verified_by", "operator"), ("verified_at", "1"),
            ("id", "0198f0a0-0000-7000-8000-000000000000"), ("slug", "mine"), ("person_id", "x")];
        river.register_as("River Trust", &more).is(200);
        river.confirm_from_mail();
        river.get("/desk").lacks("outbox").lacks("Mail that");
        assert_eq!(river.slug(), "river-trust");
        let letter = river.write(&[("published_at", "1"), ("opened_at", "1"), ("slug", "mine"), ("version", "99"), ("coordinator", "x")]);
        assert!(letter.slug() != "mine", "{}", letter.slug());
        site.reader().ask(&letter.path).is(404);
        let public = river.publish(&[]);
        let signed = [("signed_at", "1"), ("confirmed_at", "1"), ("signed_by", "x"), ("letter_id", "x"), ("verified_by", "operator")];
        river.sign_with(&public, &signed).is(200).sees("has signed");
        river.mail();
        let json = site.reader().json(&public);
        let line = &json["groups"][0]["signatories"][0];
        assert_eq!(line["verified_by"], "email");
        assert!(line["signed_at"].as_str().is_some_and(|at| at > "2020"), "{line}");
    }

    fn nobody_makes_letters_without_end(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        // A thousand at once, and what has grown again meanwhile.
        let made = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let next = || format!("Coalition {}", made.fetch_add(1, Ordering::Relaxed));
                    while river.press("/coalitions/new", &[("name", &next())]).status == 303 {
                        assert!(made.load(Ordering::Relaxed) < 1300, "there is no end to it");
                    }
                });
            }
        });
        assert!(made.load(Ordering::Relaxed) >= 1000);
        let page = river.press("/coalitions/new", &[("name", "One more")]);
        page.is(422).complains("name", "very many");
        assert_eq!(page.form("/coalitions/new")["name"], "One more");
        let form = river.get("/letters/new");
        let page = river.send_form(&form, "/letters/new", &[("title", "My words"), ("body", "We ask."), ("then", "save")]);
        page.is(422).complains("title", "very many");
        assert_eq!(page.form("/letters/new")["title"], "My words");
        let page = river.get("/letters/import");
        river.send_form(&page, "/letters/import", &[("text", "Open the road\n\nWe ask.\n\n1. Cedar\n")]).is(429).sees("Cedar");
        hill.press("/coalitions/new", &[("name", "Another's")]).is(303);
    }

    fn no_header_leads_anybody_elsewhere(site: &Site) {
        let evil = [("host", "evil.example"), ("x-forwarded-host", "evil.example"), ("x-forwarded-proto", "https"),
            ("forwarded", "host=evil.example;proto=https"), ("x-original-url", "/evil"), ("x-rewrite-url", "/evil")];
        let visitor = site.visitor();
        let body = form_urlencoded(&visitor.registration("River Trust", "river@example.org"));
        let headers: Vec<(&str, &str)> = evil.into_iter().chain([FORM]).collect();
        let sent = visitor.send(Method::POST, "/register", &headers, Some(body.into_bytes()));
        sent.is(303);
        assert!(sent.header("location").starts_with("/confirm"), "{}", sent.header("location"));
        let mail = site.mail_to("river@example.org");
        let own = format!("{}/confirm/", site.url);
        assert!(mail.text.contains(&own) && !mail.text.contains("evil") && !mail.html.contains("evil"), "{}", mail.text);
        visitor.fill(&mail.link(), &mail.link(), &[]).is(200);
        let forgot = form_urlencoded(&[("email", "river@example.org")]);
        visitor.send(Method::POST, "/password/forgot", &headers, Some(forgot.into_bytes())).is(200);
        let mail = site.mail_to("river@example.org");
        assert!(mail.text.contains(&site.url) && !mail.text.contains("evil"), "{}", mail.text);

        let reader = site.reader();
        let sent_from = |referer: &str| {
            let headers = [evil[0], ("referer", referer), FORM];
            reader.send(Method::POST, "/coalitions/new", &headers, Some(b"name=x".to_vec())).header("location").to_owned()
        };
        for referer in ["http://evil.example/x", "http://evil.example//other.example/", "http://evil.example/\\other.example"] {
            let location = sent_from(referer);
            assert!(location.starts_with("/sign-in?next="), "{location}");
            let next = location.split("next=").nth(1).unwrap_or_default().split('&').next().unwrap_or_default();
            let form = reader.get(&format!("/sign-in?next={next}")).form("/sign-in");
            let next = form.get("next").map(String::as_str).unwrap_or_default();
            assert!(!next.starts_with("//") && !next.contains("example"), "{referer}: {next}");
        }
        for path in ["/desk", "/letters/none/sign"] {
            let page = reader.send(Method::GET, path, &evil, None);
            assert!(!page.header("location").contains("evil") && !page.html().contains("evil"), "{path}");
        }
    }

    fn mail_that_is_kept_is_not_shown_under_another_name(site: &Site) {
        let keeping = site.sibling(|config| config.mail = undersigned::config::MailRoute::Kept);
        let reader = keeping.reader();
        reader.ask("/mail").is(200);
        let port = keeping.url.rsplit(':').next().expect("a port");
        reader.send(Method::GET, "/mail", &[("host", &format!("localhost:{port}"))], None).is(200);
        for other in ["evil.example", &format!("evil.example:{port}"), "localhost.evil.example", "127.0.0.1.evil.example", ""] {
            reader.send(Method::GET, "/mail", &[("host", other)], None).is(404);
        }
        keeping.finish();
    }

    fn where_a_request_ends_is_never_in_doubt(site: &Site) {
        let smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        let body = format!("0\r\n\r\n{smuggled}");
        let post = |headers: &str, body: &str| {
            raw(site, &format!("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n{headers}\r\n\r\n{body}"))
        };
        // Two lengths, a length that is none, codings nobody knows: refused, and what follows is no request.
        for headers in ["Content-Length: 5\r\nContent-Length: 50", "Content-Length: 5, 50", "Content-Length: +5", "Content-Length: -1",
            "Content-Length: 0x5", "Transfer-Encoding: chunked, identity", "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"] {
            let answer = post(headers, &body);
            let all = statuses(&answer);
            assert!(all.len() <= 1 && all.iter().all(|status| (400..500).contains(status)), "{headers:?}: {answer}");
        }
        // Both: the coding counts and the length does not, or it is refused.
        let both = post(&format!("Content-Length: {}\r\nTransfer-Encoding: chunked", body.len()), &body);
        let all = statuses(&both);
        assert!(all == [400] || all == [422, 404], "{both}");
        for odd in ["GET / HTTP/1.1\r\nHost: x\r\nBad Header: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n folded: x\r\n\r\n", "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n"] {
            let answer = raw(site, odd);
            assert!(statuses(&answer).iter().all(|status| (400..500).contains(status)), "{odd:?}: {answer}");
        }
        // What is far too long is refused in its head.
        for long in [format!("GET /letters/{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(100_000)),
            format!("GET / HTTP/1.1\r\nHost: x\r\nCookie: {}\r\n\r\n", "a".repeat(300_000))] {
            let answer = raw(site, &long);
            assert!(statuses(&answer).iter().all(|status| (400..500).contains(status)), "{answer}");
        }
        for end in ["json", "pdf", "csv"] {
            site.reader().ask(&format!("/letters/{}.{end}", "a".repeat(60_000))).is(404);
        }
        site.reader().ask("/healthz").is(200);
    }

    fn signing_out_clears_what_the_browser_keeps(site: &Site) {
        let river = site.organization("River Trust");
        let here = river.send(Method::POST, "/sign-out", &[FORM], None);
        assert_eq!(here.is(303).header("clear-site-data"), "\"storage\"");
        river.sign_in("river-trust@example.org", PASSWORD).is(200);
        let everywhere = river.send(Method::POST, "/account/sessions/end", &[FORM], None);
        assert_eq!(everywhere.is(303).header("clear-site-data"), "\"storage\"");
        assert_eq!(site.reader().ask("/").header("clear-site-data"), "", "a reader keeps what is theirs");
    }

    fn signing_out_is_one_link_from_every_page(site: &Site) {
        let busy = Busy::at(site);
        let mut pages = 0;
        for page in busy.crawl().pages.values() {
            let framed = page.asked.ends_with("/embed"); // stands on the pages of others, where nobody is signed in
            if page.status == 200 && page.header("content-type").starts_with("text/html") && !framed {
                assert!(!page.all("a[href='/desk'], form[action='/sign-out']").is_empty(), "{} has no way to sign out", page.asked);
                pages += 1;
            }
        }
        assert!(pages > 30);
        busy.river.get("/desk").form("/sign-out");
    }

    fn an_operator_signs_out_one_person_or_everybody(site: &Site) {
        let (river, hill, oak) = (site.organization("River Trust"), site.organization("Hill Trust"), site.organization("Oak Trust"));
        let sign_out = |more: &[&str]| {
            let all: Vec<&str> = ["operator", "sign-out"].iter().chain(more).copied().chain(["--database-url", site.database_url()]).collect();
            let done = run(&all);
            (done.status.success(), String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned())
        };
        assert_eq!(sign_out(&["river-trust@example.org"]), (true, "Sessions ended: 1.\n".to_owned()));
        river.ask("/desk").is(303);
        hill.ask("/desk").is(200);
        let (known, words) = sign_out(&["nobody@example.org"]);
        assert!(!known && words.contains("nobody has an account"), "{words}");
        assert!(!sign_out(&[]).0 && !sign_out(&["hill-trust@example.org", "--everybody"]).0);
        hill.ask("/desk").is(200);
        assert_eq!(sign_out(&["--everybody"]), (true, "Sessions ended: 2.\n".to_owned()));
        hill.ask("/desk").is(303);
        oak.ask("/desk").is(303);
        river.sign_in("river-trust@example.org", PASSWORD).is(200).sees("Your desk");
        site.read_all_mail();
    }

    fn no_cell_of_any_export_is_a_formula(site: &Site) {
        let names = ["=HYPERLINK(\"http://evil.example\")", "+1 Trust", "-2 Trust", "@SUM(A1) Trust", "＝1 Trust"];
        let first = site.visitor();
        first.register_as(names[0], &[("email", "=cmd@example.org"), ("person_name", "=1+1 Amal"), ("acronym", "=A1")]).is(200);
        first.confirm_from_mail();
        let letter = first.publish(&[("title", "=1+1"), ("addressees", "@all")]);
        first.sign_with(&letter, &[("representative_name", "+Amal"), ("representative_title", "-Director"), ("display", "representative")]).is(200);
        for (at, name) in names.iter().enumerate().skip(1) {
            let email = format!("trust{at}@example.org");
            let other = site.visitor();
            other.register_as(name, &[("email", &email)]).is(200);
            other.confirm_from_mail();
            other.sign_with(&letter, &[]).is(200);
        }
        let board = letter.at("/invitations");
        first.fill(&board, &board, &[("addresses", "\"=SUM(1)\" <+oak@example.org>"), ("then", "send")]);
        let exports = [letter.at(".csv"), letter.at("/invitations.csv"), letter.at("/log.csv")];
        let cells: usize = exports.iter().map(|export| plain_cells(&first, export)).sum();
        assert!(cells > 30);
        site.read_all_mail();
    }

    fn the_log_of_a_whole_sign_on_names_nobody(site: &Site) {
        let mut other = site.sibling(|_| {});
        let program = other.go_on_as_program(USUAL);
        let amal = other.visitor();
        let (email, person) = ("amal.unheard@secret.example.org", "Amal Unheard");
        amal.register_as("Quiet River Trust", &[("email", email), ("person_name", person)]).is(200);
        let mut mails = vec![amal.mail()];
        amal.fill(&mails[0].link(), &mails[0].link(), &[]).is(200);
        let session = amal.ask("/account").html();
        amal.press("/sign-in", &[("email", email), ("password", "mistyped password")]);
        amal.fill("/password/forgot", "/password/forgot", &[("email", email)]).is(200);
        let letter = amal.write(&[("title", "An unheard title"), ("addressees", "To a secret council")]);
        amal.ask(&letter.path).is(200);
        amal.fill(&letter.edit(), &letter.at("/opening"), &[]).is(200);
        let board = letter.at("/invitations");
        amal.fill(&board, &board, &[("addresses", "Hidden Oak Trust <samar@oak.example.org>"), ("then", "send")]).is(200);
        let invited = other.mail_to("samar@oak.example.org");
        let samar = other.visitor();
        samar.get(&invited.link()).is(200);
        let decline = format!("{}/decline", invited.link());
        samar.fill(&decline, &decline, &[("reason", "Our unheard reason")]);
        amal.press_publish(&letter).is(200);
        amal.sign_with(&letter, &[]).is(200);
        amal.press(&letter.at("/list/listed"), &[("name", "Listed Unheard"), ("said_by", "Nour Unheard"), ("said_at", "2016-12-10T09:00")]);
        amal.fill(&letter.sign(), &letter.at("/withdrawal"), &[]).is(200);
        amal.press("/sign-out", &[]).is(303);
        amal.ask("/confirm/none");
        mails.extend(other.read_all_mail());
        mails.push(invited);
        let log = eventually("the last line", || Some(program.log()).filter(|log| log.contains("/sign-out")));
        assert!(log.lines().count() > 10 && log.contains("route=\"/letters/{slug}/sign\""), "{log}");
        assert!(!log.contains('\u{1b}'), "colours are for terminals: {log}");
        for line in log.lines() {
            assert!(line.starts_with("20") && line.split_whitespace().next().is_some_and(|at| at.ends_with('Z')), "no time in UTC: {line}");
            assert!(["INFO", "WARN"].iter().any(|level| line.contains(level)), "{line}");
        }
        let mut secrets: BTreeSet<String> = ["unheard", "amal", "samar", "nour", "hidden oak", "quiet river", "quiet-river", "secret",
            "example.org", "mistyped", PASSWORD, letter.slug(), "127.0.0.1"].map(str::to_lowercase).into();
        for mail in &mails {
            let words = mail.text.split(|c: char| !c.is_ascii_alphanumeric());
            secrets.extend(words.filter(|word| word.len() == 32).map(str::to_owned));
        }
        assert!(secrets.len() > 15, "no token is among {secrets:?}");
        let lower = log.to_lowercase();
        for secret in &secrets {
            assert!(!lower.contains(secret), "{secret} is in the log:\n{log}");
        }
        assert!(!session.is_empty() && log.contains("person="), "{log}");
        other.finish();
    }

    fn the_log_says_who_was_refused_what(site: &Site) {
        let mut other = site.sibling(|_| {});
        let program = other.go_on_as_program(USUAL);
        let (river, hill) = (other.organization("River Trust"), other.organization("Hill Trust"));
        let draft = river.write(&[]);
        hill.ask(&draft.edit()).is(404);
        hill.ask("/password/reset/none").is(410);
        hill.send(Method::POST, "/coalitions/new", &[FORM, ("sec-fetch-site", "cross-site")], Some(b"name=x".to_vec())).is(403);
        let stranger = other.visitor();
        for _ in 0..12 {
            stranger.press("/sign-in", &[("email", "hill-trust@example.org"), ("password", "guess guess guess")]);
        }
        stranger.press("/sign-in", &[("email", "nobody@example.org"), ("password", "guess guess guess")]).is(422);
        other.visitor().sign_in("river-trust@example.org", PASSWORD).is(200);
        let log = eventually("the lines", || {
            Some(program.log()).filter(|log| log.lines().filter(|line| line.contains("/sign-in")).count() > 13)
        });
        let lines = |words: &[&str]| -> Vec<String> {
            log.lines().filter(|line| words.iter().all(|word| line.contains(word))).map(str::to_owned).collect()
        };
        let person = |line: &String| line.split("person=").nth(1).map(|rest| rest.split(' ').next().unwrap_or_default().to_owned());
        let kept_out = lines(&["GET", "route=\"/letters/{slug}/edit\"", "status=404"]);
        let hills = person(&kept_out[0]).expect("an id");
        assert_eq!(hills.len(), 36, "{hills}");
        assert_eq!(lines(&["GET", "route=\"/password/reset/{token}\"", "status=410"]).len(), 1, "{log}");
        assert_eq!(lines(&["POST", "/coalitions/new", "status=403"]).len(), 1, "{log}");
        let wrong = lines(&["POST", "/sign-in", "status=422"]);
        assert!(wrong.iter().filter(|line| person(line).as_deref() == Some(&hills)).count() >= 10, "{log}");
        assert!(wrong.iter().any(|line| person(line).is_none()), "an address nobody has: {log}");
        assert!(!lines(&["POST", "/sign-in", "status=429"]).is_empty(), "{log}");
        let right = lines(&["POST", "/sign-in", "status=303"]);
        assert!(right.iter().any(|line| person(line).is_some_and(|id| id != hills)), "{log}");
        assert!(lines(&["GET", "status=200"]).is_empty(), "who reads is not logged: {log}");
        other.read_all_mail();
        other.finish();
    }

    fn a_fault_is_a_reference_here_and_a_line_there(site: &Site) {
        let mut other = site.sibling(|_| {});
        let program = other.go_on_as_program(USUAL);
        let river = other.organization("River Trust");
        let gone = "ALTER TABLE memberships RENAME TO memberships_gone";
        other.behind_its_back(gone, gone);
        let page = river.ask("/desk");
        page.is(500).sees("Reference");
        let (html, text) = (page.html(), page.text());
        for internal in ["memberships", "sqlite", "SELECT", "relation", "table", "diesel", ".rs:", "panicked", "stack"] {
            assert!(!html.contains(internal), "{internal}: {html}");
        }
        is_guarded(&page);
        assert_eq!(page.header("cache-control"), "no-store");
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() == 8).collect();
        let log = eventually("the fault", || Some(program.log()).filter(|log| log.contains("a request failed")));
        let line = log.lines().find(|line| line.contains("a request failed")).expect("a line");
        assert!(line.contains("ERROR") && words.iter().any(|word| line.contains(&format!("reference=\"{word}\""))), "{line}: {words:?}");
        assert!(line.contains("memberships"), "{line}");
        // Nothing was half done, and when the table is back everything goes on.
        let back = "ALTER TABLE memberships_gone RENAME TO memberships";
        other.behind_its_back(back, back);
        river.get("/desk").is(200).sees("River Trust");
    }
}
