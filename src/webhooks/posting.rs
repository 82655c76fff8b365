//! One request to a webhook. The only place that names the HTTP client.
//!
//! The client is given our look-up of names, which refuses addresses that are not to be reached, and it
//! connects to what this look-up gave: between the check and the connection no name can change. No
//! redirect is followed, no proxy of the environment is asked, and of the answer nothing is read but its
//! status: what stands in it could be somebody else's secret, and is nobody's to see here.

use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::http::uri::Scheme;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Timeout};

use super::model::Trouble;
use super::targets::may_be_reached;

/// A receiver that works takes a message and thinks about it later.
const PATIENCE: Duration = Duration::from_secs(15);
const PATIENCE_TO_CONNECT: Duration = Duration::from_secs(5);
/// More head than any honest answer has.
const LONGEST_HEAD: usize = 16 * 1024;

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was answered with this status.
    Answered(u16),
    /// It was not answered.
    Trouble(Trouble),
}

/// Where webhooks are sent from.
#[derive(Clone)]
pub(super) struct Poster(Agent);

/// Looks names up, and lets through what may be reached.
#[derive(Debug)]
struct Checked {
    local: bool,
    names: DefaultResolver,
}

/// What [`Checked`] says of an address that may not be reached.
#[derive(Debug)]
struct NotToBeReached;

impl std::fmt::Display for NotToBeReached {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an address that is not to be reached")
    }
}

impl std::error::Error for NotToBeReached {}

impl Resolver for Checked {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let https = uri.scheme() == Some(&Scheme::HTTPS);
        // One that leads inside among others outside is no accident.
        if found.iter().all(|address| may_be_reached(address.ip(), https, self.local)) {
            Ok(found)
        } else {
            Err(std::io::Error::other(NotToBeReached).into())
        }
    }
}

/// A message on its way.
pub(super) struct Sending<'a> {
    pub url: &'a str,
    pub id: &'a str,
    pub seconds: i64,
    pub signatures: &'a str,
    pub body: &'a str,
}

impl Poster {
    /// `local` if the site itself runs on this machine alone.
    pub(super) fn new(local: bool) -> Self {
        let config = Config::builder()
            .https_only(!local)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .user_agent("Undersigned")
            .max_response_header_size(LONGEST_HEAD)
            // A connection that is kept would skip the look-up.
            .max_idle_connections(0)
            .timeout_global(Some(PATIENCE))
            .timeout_resolve(Some(PATIENCE_TO_CONNECT))
            .timeout_connect(Some(PATIENCE_TO_CONNECT))
            .build();
        let names = Checked { local, names: DefaultResolver::default() };
        Self(Agent::with_parts(config, DefaultConnector::default(), names))
    }

    /// Sends one message, on a thread that may block.
    pub(super) fn post(&self, sending: &Sending<'_>) -> Outcome {
        let request = self
            .0
            .post(sending.url)
            .content_type("application/json")
            .header("webhook-id", sending.id)
            .header("webhook-timestamp", sending.seconds.to_string())
            .header("webhook-signature", sending.signatures);
        match request.send(sending.body) {
            Ok(answer) => Outcome::Answered(answer.status().as_u16()),
            Err(error) => Outcome::Trouble(trouble_of(&error)),
        }
    }
}

fn trouble_of(error: &Error) -> Trouble {
    match error {
        Error::Io(error) if error.get_ref().is_some_and(|inner| inner.is::<NotToBeReached>()) => {
            Trouble::NotPublic
        }
        Error::HostNotFound => Trouble::NoSuchName,
        Error::Timeout(Timeout::Resolve) => Trouble::NoSuchName,
        Error::Timeout(_) => Trouble::TooSlow,
        Error::Tls(_) | Error::Rustls(_) => Trouble::NotTrusted,
        _ => Trouble::Unreachable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;

    fn sent_to(poster: &Poster, url: &str) -> Outcome {
        poster.post(&Sending { url, id: "msg_1", seconds: 1, signatures: "v1,x", body: "{}" })
    }

    /// Answers one request with these bytes, and says what it got.
    fn answering(answer: &'static str) -> (String, std::thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let got = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut bytes = vec![0; 4096];
            let mut got = String::new();
            while !got.ends_with("{}") {
                let read = stream.read(&mut bytes).unwrap();
                got.push_str(&String::from_utf8_lossy(&bytes[..read]));
            }
            stream.write_all(answer.as_bytes()).unwrap();
            got
        });
        (url, got)
    }

    #[test]
    fn a_redirect_is_an_answer_and_is_not_followed() {
        let (url, got) =
            answering("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
        assert_eq!(sent_to(&Poster::new(true), &url), Outcome::Answered(302));
        let got = got.join().unwrap().to_lowercase();
        assert!(got.contains("webhook-id: msg_1") && got.contains("webhook-signature: v1,x"), "{got}");
    }

    #[test]
    fn an_address_inside_is_not_connected_to() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        for url in [format!("https://127.0.0.1:{port}/"), format!("https://localhost:{port}/")] {
            assert_eq!(sent_to(&Poster::new(false), &url), Outcome::Trouble(Trouble::NotPublic), "{url}");
        }
        assert!(listener.accept().is_err(), "somebody came");
    }
}
