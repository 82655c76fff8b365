//! Looking everywhere for words that may stand nowhere: every page that can be reached, every form of a
//! letter, files inside files, the mails, and what the program says of itself.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock};

use super::page::Page;
use super::site::locked;
use super::visitor::Visitor;

/// Words by which somebody could be known, in the forms they might be written in.
pub struct Secret {
    /// Each form in lower case, and the word it is of.
    forms: BTreeMap<String, String>,
    /// Each form that a database's file might keep, a character for a byte.
    kept: BTreeMap<String, String>,
}

/// Bytes as a text of as many characters, in which is looked faster than among bytes.
fn a_char_a_byte(bytes: &[u8]) -> String {
    bytes.to_ascii_lowercase().into_iter().map(char::from).collect()
}

impl Secret {
    pub fn of(words: &[&str]) -> Self {
        let (mut forms, mut kept) = (BTreeMap::new(), BTreeMap::new());
        for word in words {
            let encoded: String = url::form_urlencoded::byte_serialize(word.as_bytes()).collect();
            let each = |form: &dyn Fn(char) -> String| {
                word.chars().map(|c| if c.is_ascii() { c.to_string() } else { form(c) }).collect::<String>()
            };
            let escaped = each(&|c| format!("\\u{:04x}", u32::from(c)));
            let entities = each(&|c| format!("&#{};", u32::from(c)));
            let slug = undersigned::ids::Slug::reading(word).as_str().to_owned();
            for form in [(*word).to_owned(), encoded, escaped, entities, slug] {
                forms.insert(form.to_lowercase(), (*word).to_owned());
            }
            for form in [(*word).to_owned(), word.to_lowercase()] {
                let wide =
                    |order: fn(u16) -> [u8; 2]| form.encode_utf16().flat_map(order).collect::<Vec<u8>>();
                let hex = form.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
                for bytes in [
                    form.clone().into_bytes(),
                    wide(u16::to_le_bytes),
                    wide(u16::to_be_bytes),
                    hex.into_bytes(),
                ] {
                    kept.insert(a_char_a_byte(&bytes), (*word).to_owned());
                }
            }
        }
        Self { forms, kept }
    }

    /// The word that these bytes have in them.
    pub fn found_in(&self, bytes: &[u8]) -> Option<&str> {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        self.forms.iter().find(|(form, _)| text.contains(form.as_str())).map(|(_, word)| word.as_str())
    }

    /// Fails if what lies in a database has one of the words: as UTF-8, UTF-16 or in hexadecimal.
    #[track_caller]
    pub fn is_not_kept_in(&self, what: &str, bytes: &[u8]) {
        let bytes = a_char_a_byte(bytes);
        let found = self.kept.iter().find(|(form, _)| bytes.contains(form.as_str()));
        assert!(found.is_none(), "{what} keeps {:?}", found.map(|(_, word)| word));
    }

    /// Fails if these bytes, or a file that is packed in them, have one of the words.
    #[track_caller]
    pub fn is_not_in(&self, what: &str, bytes: &[u8]) {
        for (part, content) in unpacked(bytes) {
            if let Some(word) = self.found_in(&content) {
                let text = String::from_utf8_lossy(&content).into_owned();
                let line = text.lines().find(|line| self.found_in(line.as_bytes()).is_some());
                panic!("{word:?} stands in {what} {part}: {}", line.unwrap_or(&text));
            }
        }
    }

    /// Fails if an answer has one of the words in its bytes or its headers.
    #[track_caller]
    pub fn is_not_in_answer(&self, page: &Page) {
        self.is_not_in(&page.asked, &page.bytes);
        for (name, value) in &page.headers {
            self.is_not_in(&format!("{} {name}", page.asked), value.as_bytes());
        }
    }
}

/// These bytes, and where they are a ZIP the files in it, and where a PDF its words.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut all = vec![(String::new(), bytes.to_vec())];
    if bytes.starts_with(b"PK\x03\x04") {
        let mut files = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP");
        for at in 0..files.len() {
            let mut file = files.by_index(at).expect("a file");
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("its content");
            let name = file.name().expect("a name").into_owned();
            all.extend(
                unpacked(&content).into_iter().map(|(part, content)| (format!("{name} {part}"), content)),
            );
        }
    } else if bytes.starts_with(b"%PDF-") {
        all.extend(words_of_pdf(bytes).map(|words| ("as words".to_owned(), words)));
    }
    all
}

/// What a reader sees of a PDF, where poppler's tool is installed.
pub fn words_of_pdf(bytes: &[u8]) -> Option<Vec<u8>> {
    let child =
        Command::new("pdftotext").args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        eprintln!("pdftotext is not installed: the words of PDFs are not looked at");
        return None;
    };
    let mut input = child.stdin.take().expect("its input");
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || input.write_all(&bytes));
    let output = child.wait_with_output().expect("its output");
    writer.join().expect("a thread").expect("a PDF is read to its end");
    assert!(output.status.success(), "a PDF that cannot be read");
    Some(output.stdout)
}

impl Visitor<'_> {
    /// Opens every page that links lead to from these, and returns the answers by their addresses.
    pub fn every_page_from(&self, from: &[String]) -> BTreeMap<String, Page> {
        let mut waiting: VecDeque<String> = from.iter().cloned().collect();
        let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
        let mut pages = BTreeMap::new();
        while let Some(path) = waiting.pop_front() {
            let page = self.ask(&path);
            let mut links = page.attributes("a, link", "href");
            links.extend(page.attributes("script, img", "src"));
            links.push(page.header("location").to_owned());
            for link in links {
                let link = link.split('#').next().unwrap_or_default().to_owned();
                let link = link.trim_start_matches(self.site.url.as_str()).to_owned();
                if link.starts_with('/') && !link.starts_with("//") && seen.insert(link.clone()) {
                    waiting.push_back(link);
                }
            }
            assert!(pages.len() < 500, "the site is larger than a test should read: {path}");
            pages.insert(path, page);
        }
        pages
    }
}

/// What the program says of itself, collected from here on; for all tests of this process together.
#[derive(Clone, Default)]
pub struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        locked(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Lines {
    /// Begins to collect, at the most talkative level of which a line is not about each byte.
    pub fn collect() -> Self {
        static LINES: OnceLock<Lines> = OnceLock::new();
        let lines = LINES.get_or_init(|| {
            let lines = Lines::default();
            let writer = lines.clone();
            tracing_subscriber::fmt()
                // Without the programs of the test itself, which read what anyone may not.
                .with_env_filter("debug,html5ever=off,selectors=off,reqwest=off,hyper_util=off")
                .with_ansi(false)
                .with_writer(move || writer.clone())
                .init();
            lines
        });
        lines.clone()
    }

    pub fn so_far(&self) -> Vec<u8> {
        locked(&self.0).clone()
    }
}
