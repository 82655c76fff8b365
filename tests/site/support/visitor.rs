//! A browser, without JavaScript.

use std::sync::Mutex;
use std::time::Duration;

use reqwest::Method;
use reqwest::blocking::Client;
use reqwest::redirect::Policy;

use super::page::Page;
use super::site::{Site, locked};

/// A browser with its cookies, and the person in front of it.
pub struct Visitor<'s> {
    pub site: &'s Site,
    client: Client,
    pub(super) who: Mutex<Who>,
}

/// What the person knows of themselves.
#[derive(Debug, Clone, Default)]
pub struct Who {
    pub email: String,
    pub password: String,
}

/// A page of this site leads at most so far.
const REDIRECTS: usize = 5;

impl<'s> Visitor<'s> {
    pub fn new(site: &'s Site) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .redirect(Policy::none()) // followed by hand, so that every answer is noted
            .timeout(Duration::from_secs(60))
            .build()
            .expect("a browser");
        Self { site, client, who: Mutex::default() }
    }

    pub fn email(&self) -> String {
        locked(&self.who).email.clone()
    }

    pub fn password(&self) -> String {
        locked(&self.who).password.clone()
    }

    /// Any request, with headers; no redirect is followed.
    pub fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Option<Vec<u8>>) -> Page {
        let asked = format!("{method} {path}");
        let mut request = self.client.request(method, format!("{}{path}", self.site.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let answer = request.send().unwrap_or_else(|error| panic!("{asked}: {error:?}"));
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        self.site.note(&asked, status);
        let bytes = answer.bytes().unwrap_or_else(|error| panic!("{asked}: {error:?}")).to_vec();
        Page { asked, status, headers, bytes }
    }

    /// Opens an address and stays there.
    pub fn ask(&self, path: &str) -> Page {
        self.send(Method::GET, path, &[], None)
    }

    /// Sends a form and stays there.
    pub fn press(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded(fields);
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        self.send(Method::POST, path, &headers, Some(body.into_bytes()))
    }

    /// Goes where an answer leads.
    pub fn follow(&self, mut page: Page) -> Page {
        for _ in 0..REDIRECTS {
            if !(300..400).contains(&page.status) {
                return page;
            }
            let to = page.header("location").to_owned();
            assert!(to.starts_with('/') && !to.starts_with("//"), "{} leads to {to:?}", page.asked);
            page = self.ask(&to);
        }
        panic!("{} leads in circles", page.asked)
    }

    /// Opens an address.
    pub fn get(&self, path: &str) -> Page {
        let page = self.ask(path);
        self.follow(page)
    }

    /// Opens a page, changes these fields of the form to `action` in it, and sends it.
    #[track_caller]
    pub fn fill(&self, page: &str, action: &str, typed: &[(&str, &str)]) -> Page {
        let page = self.get(page);
        let sent = self.send_form(&page, action, typed);
        self.follow(sent)
    }

    /// Changes these fields of a form that is open, and sends it; no redirect is followed.
    #[track_caller]
    pub fn send_form(&self, page: &Page, action: &str, typed: &[(&str, &str)]) -> Page {
        let mut fields = page.form(action);
        for (name, value) in typed {
            fields.insert((*name).to_owned(), (*value).to_owned());
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.press(action, &fields)
    }
}

/// The body of a form.
pub fn form_urlencoded(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}
