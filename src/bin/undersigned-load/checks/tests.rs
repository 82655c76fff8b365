use std::io::Write;

use super::*;

const TITLE: &str = "A call of {{count}} organizations";
const PAGE: &str = "<!DOCTYPE html><html><title>A call of 1,250 organizations</title></html>\n";

fn head(status: u16, tag: &str, encoding: &str) -> Head {
    Head { status, tag: tag.into(), encoding: encoding.into(), ..Head::default() }
}

fn gzipped(page: &str) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(page.as_bytes()).unwrap();
    packed.finish().unwrap()
}

#[test]
fn the_right_page_is_right_and_the_same_bytes_are_right_again() {
    let pages = Pages::of(TITLE, 1_250);
    let body = gzipped(PAGE);
    for _ in 0..2 {
        let right = pages.check(Encoding::Gzip, None, &head(200, "\"1-gz\"", "gzip"), &body);
        assert_eq!(right, Ok(Right::Page));
    }
    assert_eq!(pages.seen(), 1);
    let unchanged = pages.check(Encoding::Gzip, Some("\"1-gz\""), &head(304, "\"1-gz\"", ""), b"");
    assert_eq!(unchanged, Ok(Right::Unchanged));
}

#[test]
fn a_wrong_body_is_refused() {
    let check = |page: &str| {
        let pages = Pages::of(TITLE, 1_250);
        pages.check(Encoding::Identity, None, &head(200, "\"1\"", ""), page.as_bytes())
    };
    assert!(check(PAGE).is_ok());
    assert!(check(&PAGE.replace("1,250", "1,249")).is_err(), "one is missing");
    assert!(check(&PAGE.replace("1,250", "")).is_err(), "no count");
    assert!(check(&PAGE.replace("A call", "Another call")).is_err());
    assert!(check(PAGE.trim_end().trim_end_matches("</html>")).is_err(), "half a page");
    assert!(check("").is_err());
}

#[test]
fn other_bytes_under_one_tag_are_refused() {
    let pages = Pages::of(TITLE, 1);
    let head = head(200, "\"1\"", "");
    assert!(pages.check(Encoding::Identity, None, &head, PAGE.as_bytes()).is_ok());
    let other = PAGE.replace("1,250", "1,251");
    assert!(pages.check(Encoding::Identity, None, &head, other.as_bytes()).is_err());
}

#[test]
fn a_wrong_status_encoding_or_tag_is_refused() {
    let pages = Pages::of(TITLE, 1);
    let body = gzipped(PAGE);
    let refused = |encoding, known, head: Head, body: &[u8]| {
        assert!(pages.check(encoding, known, &head, body).is_err(), "{known:?} {head:?}");
    };
    refused(Encoding::Gzip, None, head(500, "\"1\"", "gzip"), &body);
    refused(Encoding::Gzip, None, head(200, "", "gzip"), &body);
    refused(Encoding::Brotli, None, head(200, "\"1\"", "gzip"), &body);
    refused(Encoding::Gzip, None, head(200, "\"1\"", "gzip"), &body[..body.len() - 9]);
    refused(Encoding::Gzip, None, head(304, "\"1\"", ""), b"");
    refused(Encoding::Gzip, Some("\"2\""), head(304, "\"1\"", ""), b"");
    refused(Encoding::Gzip, Some("\"1\""), head(304, "\"1\"", ""), b"x");
    refused(Encoding::Gzip, Some("\"1\""), head(200, "\"1\"", "gzip"), &body);
}

#[test]
fn numbers_are_read_in_their_digits() {
    assert_eq!(number("10,000"), Some(10_000));
    assert_eq!(number("١٠٬٠٠٠"), Some(10_000));
    assert_eq!(number("۲۵"), Some(25));
    assert_eq!(number("  "), None);
    assert_eq!(number("25 b"), None);
    assert_eq!(number("99999999999999999999999"), None);
}

fn letter(lines: &str, count: usize) -> Result<Letter, Wrong> {
    Letter::read(
        format!(
            r#"{{"count":{count},"text":{{"title":"T"}},"revision":{{"sha256":"ab"}},
                "groups":[{{"signatories":[{lines}]}}]}}"#
        )
        .as_bytes(),
    )
}

#[test]
fn a_list_is_right_only_if_count_and_numbers_are() {
    let one = r#"{"number":1,"organization":"a"}"#;
    let two = r#"{"number":2,"organization":null}"#;
    let three = r#"{"number":3,"organization":"c"}"#;
    let checked = |lines: &[&str], count| letter(&lines.join(","), count).unwrap().check_numbers();
    assert!(checked(&[one, two, three], 3).is_ok());
    assert!(checked(&[one, two, three], 4).is_err());
    assert!(checked(&[one, three], 2).is_err());
    assert!(checked(&[two, one], 2).is_err());
    assert!(checked(&[one, "{}"], 2).is_err());
    assert_eq!(letter(&[one, two, three].join(","), 3).unwrap().organizations, ["a", "c"]);
    assert!(Letter::read(b"{}").is_err());
    assert!(Letter::read(b"<html>").is_err());
}

#[test]
fn what_is_stored_is_compared_with_what_was_acknowledged() {
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<HashSet<_>>();
    let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let compare = |listed: &[&str]| {
        Stored::compare(&list(listed), &set(&["before"]), &set(&["a", "b"]), &set(&["maybe"]))
    };
    let right = compare(&["before", "a", "b", "maybe"]);
    assert_eq!(right, Stored { kept: 2, unanswered: 1, ..Stored::default() });
    assert!(right.is_right());
    assert_eq!(compare(&["a"]), Stored { kept: 1, lost: 1, ..Stored::default() });
    assert_eq!(compare(&["a", "b", "b"]), Stored { kept: 2, twice: 1, ..Stored::default() });
    assert_eq!(compare(&["a", "b", "x"]), Stored { kept: 2, unasked: 1, ..Stored::default() });
    assert!(!compare(&["a"]).is_right() && !compare(&["a", "b", "b"]).is_right());
}
