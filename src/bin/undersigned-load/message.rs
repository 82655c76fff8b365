//! The bytes of HTTP/1.1 as a client needs them: requests out, heads and chunks in. Pure.

use std::ops::Range;

use crate::wrong::Wrong;

/// A head longer than this is not read on.
pub const MOST_HEAD: usize = 32 * 1024;
/// Nor a body: the JSON of a list of 100,000 has some 30 MB.
const MOST_BODY: usize = 128 * 1024 * 1024;

/// What the head of an answer says, as far as anything here looks at it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The status.
    pub status: u16,
    /// How many bytes the head has, with its empty line.
    pub bytes: usize,
    /// How many the body has, where that is said.
    pub length: Option<usize>,
    /// Whether the body comes in chunks.
    pub chunked: bool,
    /// `ETag`, with its quotes.
    pub tag: String,
    /// `Content-Encoding`; empty for none.
    pub encoding: String,
    /// `Location`.
    pub location: String,
}

/// The head that `bytes` begin with; `None` while it is not whole.
///
/// # Errors
/// Bytes that are no head, or one without an end.
pub fn head(bytes: &[u8]) -> Result<Option<Head>, Wrong> {
    let mut fields = [httparse::EMPTY_HEADER; 48];
    let mut answer = httparse::Response::new(&mut fields);
    let read = answer.parse(bytes).map_err(|error| Wrong::new(format!("the head of an answer: {error}")))?;
    let httparse::Status::Complete(size) = read else {
        let endless = bytes.len() > MOST_HEAD;
        return if endless { Err(Wrong::new("a head without an end")) } else { Ok(None) };
    };
    let mut head = Head { status: answer.code.unwrap_or(0), bytes: size, ..Head::default() };
    for field in answer.headers.iter() {
        let value = std::str::from_utf8(field.value).unwrap_or_default();
        match field.name {
            name if name.eq_ignore_ascii_case("content-length") => {
                let length = value.parse().map_err(|_| Wrong::new("a Content-Length that is no number"))?;
                if length > MOST_BODY {
                    return Err(Wrong::new("a body too long to be read"));
                }
                head.length = Some(length);
            }
            name if name.eq_ignore_ascii_case("transfer-encoding") => {
                head.chunked = value.eq_ignore_ascii_case("chunked");
            }
            name if name.eq_ignore_ascii_case("etag") => head.tag = value.to_owned(),
            name if name.eq_ignore_ascii_case("content-encoding") => head.encoding = value.to_owned(),
            name if name.eq_ignore_ascii_case("location") => head.location = value.to_owned(),
            _ => {}
        }
    }
    Ok(Some(head))
}

/// A chunk at the beginning of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Where its data is; empty for the last chunk.
    pub data: Range<usize>,
    /// Where the next one begins.
    pub end: usize,
}

/// The chunk that `bytes` begin with; `None` while it is not whole.
///
/// # Errors
/// Bytes that are no chunk.
pub fn chunk(bytes: &[u8]) -> Result<Option<Chunk>, Wrong> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let broken = || Wrong::new("a chunk that is none");
    let (begins, size) = match httparse::parse_chunk_size(bytes).map_err(|_| broken())? {
        httparse::Status::Complete(found) => found,
        httparse::Status::Partial => return Ok(None),
    };
    let size = usize::try_from(size).ok().filter(|size| *size <= MOST_BODY).ok_or_else(broken)?;
    let ends = begins + size;
    match bytes.get(ends..ends + 2) {
        Some(b"\r\n") => Ok(Some(Chunk { data: begins..ends, end: ends + 2 })),
        Some(_) => Err(broken()),
        None => Ok(None),
    }
}

/// A request without a body.
pub fn get(host: &str, path: &str, fields: &[(&str, &str)]) -> Vec<u8> {
    let mut request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n");
    for (name, value) in fields {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str("\r\n");
    request.into_bytes()
}

/// A form, sent as a page of the site sends it.
pub fn post(host: &str, path: &str, cookie: Option<&str>, form: &[(&str, &str)]) -> Vec<u8> {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
        body.len()
    );
    if let Some(cookie) = cookie {
        request.push_str(&format!("Cookie: {cookie}\r\n"));
    }
    request.push_str("\r\n");
    request.push_str(&body);
    request.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        let bytes =
            b"HTTP/1.1 200 OK\r\nETag: \"a-br\"\r\ncontent-length: 3\r\nContent-Encoding: br\r\n\r\nabc";
        for end in 0..bytes.len() - 3 {
            assert_eq!(head(&bytes[..end]).unwrap(), None);
        }
        let whole = head(bytes).unwrap().unwrap();
        assert_eq!((whole.status, whole.length, whole.chunked), (200, Some(3), false));
        assert_eq!((whole.tag.as_str(), whole.encoding.as_str()), ("\"a-br\"", "br"));
        assert_eq!(&bytes[whole.bytes..], b"abc");
    }

    #[test]
    fn what_is_no_head_is_refused() {
        assert!(head(b"SSH-2.0-OpenSSH_9.2\r\n\r\n").is_err());
        assert!(head(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n").is_err());
        assert!(head(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n").is_err());
        let endless = [b"HTTP/1.1 200 OK\r\nX: ".to_vec(), vec![b'x'; MOST_HEAD]].concat();
        assert!(head(&endless).is_err());
    }

    #[test]
    fn chunks_are_read_one_after_the_other() {
        let bytes = b"5\r\nhello\r\n0\r\n\r\n";
        for end in 0..10 {
            assert_eq!(chunk(&bytes[..end]).unwrap(), None, "{end}");
        }
        let first = chunk(bytes).unwrap().unwrap();
        assert_eq!((&bytes[first.data.clone()], first.end), (&b"hello"[..], 10));
        assert!(chunk(&bytes[first.end..]).unwrap().unwrap().data.is_empty());
        assert!(chunk(b"5\r\nhello??").is_err());
        assert!(chunk(b"zz\r\n").is_err());
        assert!(chunk(b"fffffffffffffff\r\n").is_err());
    }

    #[test]
    fn a_form_says_how_long_it_is() {
        let request = String::from_utf8(post("h", "/p", Some("a=b"), &[("name", "ä&b")])).unwrap();
        assert!(request.ends_with("Content-Length: 15\r\nCookie: a=b\r\n\r\nname=%C3%A4%26b"), "{request}");
    }
}
