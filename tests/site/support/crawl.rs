//! Everything that somebody can reach by following links, and every form on the way.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use scraper::{Html, Selector};

use super::page::{Page, fields_of};
use super::visitor::Visitor;

/// A form as a browser would send it unchanged.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// All its fields.
    pub fields: BTreeMap<String, String>,
    /// Those that somebody types into.
    pub typed: BTreeSet<String>,
}

/// What was found.
pub struct Found {
    /// The pages, by address.
    pub pages: BTreeMap<String, Page>,
    /// The forms that post, one of each kind.
    pub forms: Vec<Form>,
}

/// More pages than a small site has are a trap.
const MOST: usize = 400;

/// An address without what differs between two things of a kind.
fn kind(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let parts = path.split('/').map(|part| {
        let id = part.len() == 36 && part.matches('-').count() == 4;
        let token = part.len() == 32 && part.chars().all(|c| c.is_ascii_alphanumeric());
        let number = !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        if id || token || number { "*" } else { part }
    });
    parts.collect::<Vec<_>>().join("/")
}

fn select(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

fn forms_of(address: &str, page: &Page) -> Vec<Form> {
    let parsed = Html::parse_document(&page.html());
    let mut forms = Vec::new();
    for form in parsed.select(&select("form[method=post], form[method=POST]")) {
        let action = form.value().attr("action").unwrap_or(address).to_owned();
        let fields = select(
            "textarea, select, input:not([type]), input[type=text], input[type=email], input[type=password], \
             input[type=url], input[type=number], input[type=search], input[type=datetime-local], input[type=date]",
        );
        let typed =
            form.select(&fields).filter_map(|field| field.value().attr("name")).map(str::to_owned).collect();
        forms.push(Form { fields: fields_of(form), action, typed });
    }
    forms
}

impl Visitor<'_> {
    /// Follows every link of this site from these addresses on; redirects too.
    pub fn walks(&self, from: &[&str]) -> Found {
        let mut queue: VecDeque<String> = from.iter().map(|address| (*address).to_owned()).collect();
        let mut seen: BTreeSet<String> = queue.iter().map(|address| kind(address)).collect();
        let mut found = Found { pages: BTreeMap::new(), forms: Vec::new() };
        let mut kinds = BTreeSet::new();
        while let Some(address) = queue.pop_front() {
            assert!(found.pages.len() < MOST, "there is no end to the pages: {:?}", found.pages.keys());
            let page = self.ask(&address);
            let mut next = Vec::new();
            if (300..400).contains(&page.status) {
                next.push(page.header("location").to_owned());
            } else if page.header("content-type").starts_with("text/html") {
                next.extend(page.attributes("a[href]", "href"));
                for form in forms_of(&address, &page) {
                    if kinds.insert(kind(&form.action)) {
                        found.forms.push(form);
                    }
                }
            }
            for link in next {
                let local = link.starts_with('/') && !link.starts_with("//");
                let stream = link.ends_with("/live") || link.starts_with("/static/");
                // The same pages in other languages: the routes do not know of them.
                let again = ["/en/", "/ar/", "/fr/", "/es/"].iter().any(|tag| link.starts_with(tag));
                if local && !stream && !again && seen.insert(kind(&link)) {
                    queue.push_back(link.split('#').next().unwrap_or_default().to_owned());
                }
            }
            found.pages.insert(address, page);
        }
        found
    }
}
