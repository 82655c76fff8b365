//! On to the next page after a change (303, so that reloading does not repeat it).

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderName, HeaderValue, LOCATION};

/// To a path of this site.
pub fn to(path: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, path.as_ref()))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}

/// Has the browser forget what its scripts keep for this site: words of drafts that could not be saved lie
/// there, and whoever signs out may not be the next who sits before it.
pub fn leave_nothing_behind(answer: &mut HttpResponse) {
    let storage = HeaderValue::from_static("\"storage\"");
    answer.headers_mut().insert(HeaderName::from_static("clear-site-data"), storage);
}

/// The path a visitor wanted before they had to sign in, if it is one of this site's. Anything a
/// browser could read as another host (`//evil`, `/\evil`, a control character) is not.
pub fn local(path: &str) -> Option<&str> {
    let plain = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\u{7f}']);
    (plain && !path.chars().any(|c| c.is_control() || c.is_whitespace())).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(local("/letters/aleppo/sign"), Some("/letters/aleppo/sign"));
        for elsewhere in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "",
            "evil",
            "/a\nSet-Cookie:x",
        ] {
            assert_eq!(local(elsewhere), None, "{elsewhere:?}");
        }
    }
}
