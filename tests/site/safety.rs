//! What other sites, mistaken programs and the curious can do: nothing.

use reqwest::Method;

use crate::support::Visitor;
use crate::support::people::PASSWORD;
use crate::support::visitor::form_urlencoded;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn from_elsewhere(visitor: &Visitor<'_>, path: &str, fields: &[(&str, &str)]) {
    let own = visitor.site.url.clone();
    let evil = format!("{own}.evil.example");
    let ways: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "cross-site"), ("origin", &own)],
        &[("origin", "https://evil.example")],
        &[("origin", &evil)],
        &[("origin", "null")],
    ];
    for way in ways {
        let headers: Vec<(&str, &str)> = way.iter().copied().chain([FORM]).collect();
        let body = form_urlencoded(fields).into_bytes();
        let page = visitor.send(Method::POST, path, &headers, Some(body));
        page.is(403).sees("nothing was done");
    }
}

stories! {
    fn another_sites_page_changes_nothing(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let form = river.get(&letter.sign()).form(&letter.sign());
        let mut fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("authority", "yes"));
        from_elsewhere(&river, &letter.sign(), &fields);
        from_elsewhere(&river, &letter.at("/closing"), &[]);
        from_elsewhere(&river, "/coalitions/new", &[("name", "Foreign")]);
        from_elsewhere(&river, "/sign-out", &[]);
        from_elsewhere(&river, "/account/sessions/end", &[]);
        from_elsewhere(&site.visitor(), "/register", &river.registration("Foreign Trust", "foreign@example.org"));
        from_elsewhere(&site.visitor(), "/sign-in", &[("email", "river-trust@example.org"), ("password", PASSWORD)]);
        let json = site.reader().json(&letter);
        assert_eq!((json["count"].as_u64(), json["state"].as_str()), (Some(0), Some("published")));
        site.reader().get("/coalitions").lacks("Foreign");
        river.get("/desk").sees("River Trust");
        assert!(site.unread_mails().is_empty(), "nobody registered");
    }

    fn our_own_pages_and_programs_without_a_browser_do(site: &Site) {
        let river = site.organization("River Trust");
        let own = site.url.clone();
        let ways: [&[(&str, &str)]; 4] = [&[], &[("sec-fetch-site", "same-origin")], &[("sec-fetch-site", "none")], &[("origin", &own)]];
        for (at, way) in ways.into_iter().enumerate() {
            let headers: Vec<(&str, &str)> = way.iter().copied().chain([FORM]).collect();
            let body = form_urlencoded(&[("name", &format!("Coalition {at}"))]).into_bytes();
            river.send(Method::POST, "/coalitions/new", &headers, Some(body)).is(303);
        }
        for at in 0..4 {
            site.reader().get("/coalitions").sees(&format!("Coalition {at}"));
        }
    }

    fn what_does_not_exist_is_404_and_always_the_same(site: &Site) {
        let river = site.organization("River Trust");
        let first = site.reader().ask("/no-such-page");
        first.is(404).sees("There is no such page");
        for path in ["/letters/none", "/letters/none.json", "/letters/none/live", "/letters/", "/organizations/none",
            "/coalitions/none", "/static/none", "/letters/%00", "/letters/..%2F..%2Fetc", "/letters/%FF", "/organizations/%C3%28",
            "/mail", "/metrics", "/.env", "/admin", "/operator", "/letters/a/b/c/d"] {
            let page = site.reader().ask(path);
            assert_eq!((page.status, page.html()), (404, first.html()), "{path}");
        }
        let long = format!("/letters/{}", "a".repeat(4000));
        site.reader().ask(&long).is(404);
        river.ask("/letters/none/sign").is(404);
        river.ask("/letters/none/edit").is(404);
        for verb in ["sign", "edit", "publication", "closing", "withdrawal", "order"] {
            let fields = [("title", "x"), ("body", "x"), ("authority", "yes"), ("representative_name", "x"),
                ("signature", "0198f0a0-0000-7000-8000-000000000000"), ("direction", "up")];
            let status = river.press(&format!("/letters/none/{verb}"), &fields).status;
            // A route reads its own fields first and takes no others.
            assert!([400, 404].contains(&status), "{verb}: {status}");
        }
    }

    fn a_wrong_method_is_the_clients_mistake(site: &Site) {
        let river = site.organization("River Trust");
        let letter = river.publish(&[]);
        let own = [letter.path.clone(), letter.json(), letter.sign(), letter.edit(), letter.at("/closing"), letter.at("/live")];
        let addresses = ["/", "/about", "/register", "/confirm", "/confirm/x", "/confirm/again", "/sign-in", "/sign-out", "/desk",
            "/account", "/coalitions", "/coalitions/new", "/letters/new", "/healthz", "/readyz", "/static/style.css", "/none"];
        for path in addresses.into_iter().chain(own.iter().map(String::as_str)) {
            for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS, Method::TRACE] {
                let page = river.send(method, path, &[], None);
                assert!((400..500).contains(&page.status), "{}: {}", page.asked, page.status);
            }
        }
        for path in ["/", "/about", "/desk", "/healthz", &letter.path] {
            assert!((400..500).contains(&river.press(path, &[("a", "b")]).status), "{path}");
        }
        assert_eq!(site.reader().json(&letter)["state"], "published");
    }

    fn nothing_changes_on_get(site: &Site) {
        let (river, hill) = (site.organization("River Trust"), site.organization("Hill Trust"));
        let sna = river.set_up("Syrian NGO Alliance", "SNA");
        hill.ask_to_join(&sna);
        river.mail();
        let (letter, draft) = (river.publish(&[]), river.write(&[]));
        river.sign(&letter);
        let before = [site.reader().ask(&letter.json()).html(), site.reader().ask(&sna).html(), river.ask("/desk").html()];
        let addresses = [
            letter.sign(), letter.edit(), letter.at("/closing"), letter.at("/withdrawal?organization=river-trust"), letter.at("/order"),
            letter.at("/publication"), draft.at("/publication"), draft.at("/publication/cancellation"), draft.edit(),
            format!("{}/sign?organization=river-trust&authority=yes&representative_name=x", letter.path),
            format!("{sna}/members?organization=river-trust"), format!("{sna}/members/hill-trust/confirmation"),
            format!("{sna}/members/hill-trust/removal"), "/sign-out".into(), "/account/sessions/end".into(), "/confirm/again".into(),
            "/coalitions/new?name=x".into(), "/letters/new?title=x&body=x".into(), "/password/forgot?email=river-trust@example.org".into(),
            "/register?email=a@example.org".into(), "/operator/outbox".into(),
        ];
        for path in &addresses {
            for method in [Method::GET, Method::HEAD] {
                river.send(method, path, &[], None);
            }
        }
        let after = [site.reader().ask(&letter.json()).html(), site.reader().ask(&sna).html(), river.ask("/desk").html()];
        assert_eq!(before, after);
        site.reader().ask(&draft.path).is(404);
        assert!(site.unread_mails().is_empty());
    }

    fn forms_that_cannot_be_read_are_the_clients_mistake(site: &Site) {
        let river = site.organization("River Trust");
        let before = river.get("/desk").html();
        let bodies: [&[u8]; 6] = [b"name=a&name=b", b"%", b"\xff\xfe\x00", b"name=%FF%FE", b"&&&&=&=", b"name"];
        for body in bodies {
            let page = river.send(Method::POST, "/coalitions/new", &[FORM], Some(body.to_vec()));
            assert!([400, 422].contains(&page.status), "{body:?}: {}", page.status);
        }
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", ""] {
            river.send(Method::POST, "/coalitions/new", &[("content-type", kind)], Some(b"name=Foreign".to_vec())).is(400);
        }
        assert_eq!(river.get("/desk").html(), before);
    }

    fn strange_cookies_and_headers_are_nobody(site: &Site) {
        let reader = site.reader();
        let long = "a".repeat(3000);
        for cookie in ["undersigned=", "undersigned=x; undersigned=y", "undersigned=\u{1f}", "=;;;=", &long, "undersigned=%00%FF"] {
            let Ok(value) = reqwest::header::HeaderValue::from_bytes(cookie.as_bytes()) else { continue };
            let page = reader.send(Method::GET, "/desk", &[("cookie", value.to_str().unwrap_or("x"))], None);
            assert!(page.is(303).header("location").starts_with("/sign-in"), "{cookie:?}");
        }
        for header in ["accept-encoding", "if-none-match", "accept-language", "user-agent", "x-forwarded-for", "last-event-id"] {
            reader.send(Method::GET, "/", &[(header, &long)], None).is(200);
        }
    }
}
