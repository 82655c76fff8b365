//! A mail as its reader sees it.

use std::path::Path;

use mail_parser::MessageParser;

/// A mail that arrived.
#[derive(Debug, Clone)]
pub struct Mail {
    pub to: String,
    pub to_name: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// As it was sent.
    pub raw: String,
}

impl Mail {
    pub fn of_file(file: &Path) -> Self {
        Self::of(&std::fs::read(file).expect("a mail"))
    }

    pub fn of(bytes: &[u8]) -> Self {
        let message = MessageParser::default().parse(bytes).expect("a mail that can be read");
        let to = message.to().and_then(|to| to.first()).expect("a recipient");
        Self {
            to: to.address().unwrap_or_default().to_owned(),
            to_name: to.name().unwrap_or_default().to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).expect("a text part").into_owned(),
            html: message.body_html(0).expect("an HTML part").into_owned(),
            raw: String::from_utf8_lossy(bytes).into_owned(),
        }
    }

    /// The path of the one link in the text; it stands on a line of its own.
    pub fn link(&self) -> String {
        let mut links = self.text.lines().map(str::trim).filter(|line| line.starts_with("http"));
        let link = links.next().unwrap_or_else(|| panic!("no link in {}", self.text));
        assert_eq!(links.next(), None, "a second link in {}", self.text);
        assert!(self.html.contains(&format!("href=\"{link}\"")), "another link in {}", self.html);
        url::Url::parse(link).expect("a link").path().to_owned()
    }

    /// The paths of all links in the text, each on a line of its own, in their order.
    pub fn links(&self) -> Vec<String> {
        let lines = self.text.lines().map(str::trim).filter(|line| line.starts_with("http"));
        let path = |link: &str| {
            assert!(self.html.contains(&format!("href=\"{link}\"")), "another link in {}", self.html);
            url::Url::parse(link).expect("a link").path().to_owned()
        };
        lines.map(path).collect()
    }

    /// The six digits.
    pub fn code(&self) -> String {
        let is_code = |line: &&str| line.len() == 6 && line.chars().all(|c| c.is_ascii_digit());
        let code = self.text.lines().map(str::trim).find(is_code);
        code.unwrap_or_else(|| panic!("no code in {}", self.text)).to_owned()
    }

    /// Fails unless the text says so.
    pub fn says(&self, words: &str) -> &Self {
        let flat = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(words), "{words:?} is not in the mail:\n{}", self.text);
        self
    }

    /// The lines of one header, unfolded; fails if it is there more than once.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.raw.replace("\r\n", "\n");
        let head = head.split("\n\n").next().unwrap_or_default().replace("\n ", " ").replace("\n\t", " ");
        let mut found = head.lines().filter_map(|line| {
            let (field, value) = line.split_once(':')?;
            field.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        });
        let first = found.next();
        assert_eq!(found.next(), None, "{name} stands there twice");
        first
    }
}
