//! What caches may keep, of every kind of address and every state of a letter.

use reqwest::Method;

use crate::support::{Page, Visitor};

fn told(visitor: &Visitor<'_>, path: &str, headers: &[(&str, &str)]) -> Page {
    visitor.send(Method::GET, path, headers, None)
}

/// The seconds behind a directive.
fn seconds(page: &Page, directive: &str) -> Option<u32> {
    let kept = page.header("cache-control");
    let found = kept.split(',').find_map(|part| part.trim().strip_prefix(directive)?.strip_prefix('='));
    found.and_then(|seconds| seconds.parse().ok())
}

/// The longest that a name may stand in a cache after it was taken down: while the site answers, and while
/// it does not.
const BOUND: (u32, u32) = (60, 900);

fn may_be_kept_for_a_while(page: &Page) {
    page.is(200);
    let asked = &page.asked;
    assert!(
        page.header("cache-control").starts_with("public, "),
        "{asked}: {}",
        page.header("cache-control")
    );
    let age = seconds(page, "max-age").expect("an age");
    let stale = seconds(page, "stale-while-revalidate").expect("it may be a little stale");
    let away = seconds(page, "stale-if-error").expect("and if nobody answers");
    assert!(age + stale <= BOUND.0 && age + away <= BOUND.1, "{asked}: {age} {stale} {away}");
    assert!(page.header("etag").starts_with('"'), "{asked} has no tag");
    let varies = page.header("vary").to_lowercase();
    assert!(varies.contains("accept-encoding") && varies.contains("cookie"), "{asked}: {varies}");
}

stories! {
    fn what_everybody_gets_may_stand_in_a_cache_for_a_while(site: &Site) {
        let office = site.organization("Office");
        let coalition = office.set_up("Syrian NGO Alliance", "SNA");
        let letter = office.publish(&[]);
        office.sign(&letter);
        let reader = site.reader();
        let pages = ["", "/signatories", "/signatories?q=office", "/history", "/revisions/1"].map(|more| letter.at(more));
        let others = ["/", "/about", "/privacy", "/coalitions", "/organizations/office", coalition.as_str()].map(str::to_owned);
        for path in pages.iter().chain(&others) {
            let page = told(&reader, path, &[("accept-encoding", "br")]);
            may_be_kept_for_a_while(&page);
            assert_eq!(page.header("content-encoding"), "br", "{path}");
            assert!(page.header("vary").to_lowercase().contains("accept-language"), "{path}");
            let tag = page.header("etag").to_owned();
            let known = told(&reader, path, &[("accept-encoding", "br"), ("if-none-match", &tag)]);
            assert!(known.is(304).bytes.is_empty() && known.header("cache-control") == page.header("cache-control"), "{path}");
            // An address that names its language is answered in no other; in another the bytes are others.
            let arabic = told(&reader, &format!("/ar{path}"), &[]);
            may_be_kept_for_a_while(&arabic);
            assert!(!arabic.header("vary").to_lowercase().contains("accept-language"), "{path}");
            assert_eq!(arabic.header("content-language"), "ar");
        }
        for form in [".json", ".csv", ".txt", ".docx", ".pdf"] {
            may_be_kept_for_a_while(&told(&reader, &letter.at(form), &[]));
        }
        may_be_kept_for_a_while(&told(&reader, "/organizations/office.json", &[]));
    }

    fn whoever_signs_sees_it_at_once_and_no_cache_has_theirs(site: &Site) {
        let office = site.organization("Office");
        let coalition = office.set_up("Syrian NGO Alliance", "SNA");
        let letter = office.publish(&[]);
        office.get(&letter.sign());
        for path in [letter.path.clone(), letter.at("/signatories"), letter.json(), "/".into()] {
            let page = office.ask(&path);
            assert_eq!(page.is(200).header("cache-control"), "private, no-cache", "{path}");
            assert!(path == "/" || page.header("vary").contains("Cookie"), "{path}");
        }
        for path in ["/organizations/office", coalition.as_str(), "/desk", "/account", &letter.sign(), &letter.edit()] {
            assert_eq!(office.ask(path).is(200).header("cache-control"), "no-store", "{path}");
        }
        let tag = office.ask(&letter.path).header("etag").to_owned();
        office.sign(&letter);
        told(&office, &letter.path, &[("if-none-match", &tag)]).is(200).sees("Office");
        office.withdraw(&letter);
        told(&office, &letter.path, &[]).is(200).lacks("Office");
    }

    fn what_not_everybody_may_read_is_in_no_cache(site: &Site) {
        let office = site.organization("Office");
        let draft = office.write(&[]);
        for visitor in [&office, &site.reader()] {
            for more in ["", ".json", "/signatories", "/history", ".pdf", "/live", "/sign"] {
                let page = visitor.ask(&draft.at(more));
                assert_eq!(page.header("cache-control"), "no-store", "{}: {}", page.asked, page.status);
            }
        }
        let letter = office.publish(&[]);
        let reader = site.reader();
        may_be_kept_for_a_while(&told(&reader, &letter.path, &[]));
        let operator = site.operator();
        let suspension = format!("/operator/letters/{}", letter.slug());
        operator.fill(&suspension, &format!("{suspension}/suspension"), &[("words", "An order of the court.")]).is(200);
        for more in ["", ".json", "/signatories", ".pdf"] {
            let page = reader.ask(&letter.at(more));
            assert_eq!(page.is(410).header("cache-control"), "no-store", "{}", page.asked);
        }
        for path in ["/register", "/sign-in", "/no-such-page", "/password/forgot"] {
            assert_eq!(reader.ask(path).header("cache-control"), "no-store", "{path}");
        }
        site.read_all_mail();
    }
}
