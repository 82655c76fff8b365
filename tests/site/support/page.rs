//! An answer, as its reader sees it.

use std::collections::BTreeMap;

use reqwest::header::HeaderMap;
use scraper::{ElementRef, Html, Selector};

/// An answer of the site.
#[derive(Debug)]
pub struct Page {
    pub asked: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"))
}

/// What stands inside a line; everything else begins and ends one.
const INLINE: [&str; 10] = ["a", "abbr", "b", "bdi", "code", "em", "i", "span", "strong", "time"];

fn gather(element: ElementRef<'_>, out: &mut String) {
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            out.push_str(text);
        } else if let Some(inner) = ElementRef::wrap(child) {
            let apart = if INLINE.contains(&inner.value().name()) { "" } else { " " };
            out.push_str(apart);
            gather(inner, out);
            out.push_str(apart);
        }
    }
}

fn words(element: ElementRef<'_>) -> String {
    let mut out = String::new();
    gather(element, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in a form, as a browser would send it unchanged.
pub(super) fn fields_of(form: ElementRef<'_>) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    for field in form.select(&select("input, textarea, select")) {
        let Some(name) = field.value().attr("name") else { continue };
        let value = match field.value().name() {
            "textarea" => Some(field.text().collect::<String>()),
            "select" => {
                let chosen = field.select(&select("option[selected]")).next();
                let chosen = chosen.or_else(|| field.select(&select("option")).next());
                chosen.and_then(|option| Some(option.value().attr("value")?.to_owned()))
            }
            _ => match field.value().attr("type") {
                Some("radio" | "checkbox") if field.value().attr("checked").is_none() => None,
                _ => Some(field.value().attr("value").unwrap_or_default().to_owned()),
            },
        };
        if let Some(value) = value {
            fields.insert(name.to_owned(), value);
        }
    }
    fields
}

impl Page {
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    fn parsed(&self) -> Html {
        Html::parse_document(&self.html())
    }

    /// All words of the page, with single spaces.
    pub fn text(&self) -> String {
        words(self.parsed().root_element())
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap_or("unreadable"))
    }

    /// Fails unless the answer has this status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text());
        self
    }

    /// Fails unless the reader sees these words.
    #[track_caller]
    pub fn sees(&self, expected: &str) -> &Self {
        let text = self.text();
        assert!(
            text.contains(expected),
            "{} ({}) does not say {expected:?}: {text}",
            self.asked,
            self.status
        );
        self
    }

    /// Fails if the reader sees these words.
    #[track_caller]
    pub fn lacks(&self, unexpected: &str) -> &Self {
        let text = self.text();
        assert!(!text.contains(unexpected), "{} says {unexpected:?}: {text}", self.asked);
        self
    }

    /// The words of each element that a CSS selector finds.
    pub fn all(&self, css: &str) -> Vec<String> {
        self.parsed().select(&select(css)).map(words).collect()
    }

    /// An attribute of each element that a CSS selector finds.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let parsed = self.parsed();
        parsed.select(&select(css)).filter_map(|e| Some(e.value().attr(name)?.to_owned())).collect()
    }

    /// Fails unless the field has this complaint, at the field, in the summary, and for those who
    /// do not see it.
    #[track_caller]
    pub fn complains(&self, field: &str, sentence: &str) -> &Self {
        let summary = self.all(&format!(".problem a[href='#{field}']")).join(" ");
        let says = |found: &str| !found.is_empty() && found.contains(sentence);
        assert!(says(&summary), "{field}: {summary:?} does not say {sentence:?}: {}", self.text());
        if !self.all(&format!("input#{field}, select#{field}, textarea#{field}")).is_empty() {
            // A checkbox has its complaint above its label.
            let beside =
                self.all(&format!("#{field}-error, fieldset#{field} .error, form > .error")).join(" ");
            assert!(says(&beside), "{field}: beside it stands {beside:?}, not {sentence:?}");
        }
        self
    }

    /// What stands in the form that is sent to `action`, as a browser would send it unchanged.
    #[track_caller]
    pub fn form(&self, action: &str) -> BTreeMap<String, String> {
        let parsed = self.parsed();
        let form = parsed.select(&select("form")).find(|form| form.value().attr("action") == Some(action));
        let form = form.unwrap_or_else(|| panic!("{} has no form to {action}: {}", self.asked, self.text()));
        fields_of(form)
    }

    /// The value of a `Set-Cookie` header for this cookie, with its attributes.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.headers.get_all("set-cookie").iter();
        let mut cookies = cookies.filter_map(|value| value.to_str().ok());
        cookies.find(|cookie| cookie.starts_with(&format!("{name}="))).map(str::to_owned)
    }

    /// The answer as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        self.is(200);
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{}: {error}", self.asked))
    }
}
