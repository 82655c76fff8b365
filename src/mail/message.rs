//! What a mail says, written once and set twice: as plain text and as HTML.

use maud::{DOCTYPE, html};
use url::Url;

use crate::text::words::Words;
use crate::web::languages;

/// A mail before it is a row.
#[derive(Debug, Clone)]
pub struct Message {
    /// The words of the language it is in: what every mail says, its direction, and the pages it leads to.
    pub words: Words,
    /// The recipient's name; may be empty.
    pub to_name: String,
    /// The recipient's address.
    pub to_address: String,
    /// The subject, one line.
    pub subject: String,
    /// The paragraphs before the link.
    pub paragraphs: Vec<String>,
    /// The words of the one link and its full address.
    pub link: Option<(String, String)>,
    /// A sentence and the code it introduces.
    pub code: Option<(String, String)>,
    /// The paragraphs after the link.
    pub afterwards: Vec<String>,
}

impl Message {
    /// Says another way to go, after everything else: never as large as the one that is meant.
    pub fn also(mut self, words: &str, address: String) -> Self {
        self.afterwards.push(format!("{words}:\n{address}"));
        self
    }

    /// An address of this site as somebody opens it who reads this mail: its pages speak the mail's language.
    /// English is what they speak to whoever does not say.
    fn in_language(&self, address: &str) -> String {
        let Ok(mut url) = Url::parse(address) else { return address.to_owned() };
        if self.words != Words::default() {
            url.set_path(&languages::in_language(self.words, url.path()));
            return url.into();
        }
        address.to_owned()
    }

    /// The plain part. A link stands on a line of its own, so that no client swallows a full stop
    /// into it.
    pub fn text(&self) -> String {
        let mut parts = self.paragraphs.clone();
        if let Some((words, address)) = &self.link {
            parts.push(format!("{words}:\n{}", self.in_language(address)));
        }
        if let Some((sentence, code)) = &self.code {
            parts.push(format!("{sentence}\n\n    {code}"));
        }
        parts.extend(self.afterwards.iter().map(|paragraph| match way_on(paragraph) {
            Some((words, address)) => format!("{words}\n{}", self.in_language(address)),
            None => paragraph.clone(),
        }));
        parts.push(format!("-- \n{}", self.words.say("mail-signed")));
        parts.join("\n\n") + "\n"
    }

    /// The HTML part: no image, no tracker, nothing fetched.
    pub fn html(&self) -> String {
        let language = self.words.language();
        let serif = "font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55;color:#1d1b17;max-width:34em;margin:0 auto;padding:24px 16px";
        let button = "display:inline-block;background:#1f4d3f;color:#ffffff;text-decoration:none;padding:12px 22px;border-radius:2px";
        html! {
            (DOCTYPE)
            html lang=(language.tag()) dir=(language.direction()) {
                head { meta charset="utf-8"; title { (self.subject) } }
                body style=(serif) {
                    @for paragraph in &self.paragraphs { p { (paragraph) } }
                    @if let Some((words, address)) = &self.link {
                        @let address = self.in_language(address);
                        p { a href=(address) style=(button) { (words) } }
                        p style="font-size:14px" { (self.words.say("mail-or-open")) " " br; bdi dir="ltr" { (address) } }
                    }
                    @if let Some((sentence, code)) = &self.code {
                        p { (sentence) }
                        p style="font-size:30px;letter-spacing:0.2em" { (code) }
                    }
                    @for paragraph in &self.afterwards {
                        @match way_on(paragraph) {
                            Some((words, address)) => {
                                @let address = self.in_language(address);
                                p { (words) " " br; a href=(address) { bdi dir="ltr" { (address) } } }
                            },
                            None => p { (paragraph) },
                        }
                    }
                    p style="font-size:14px;color:#6b665c" { (self.words.say("mail-signed")) }
                }
            }
        }
        .into_string()
    }
}

/// The words and the address of what [`Message::also`] added.
fn way_on(paragraph: &str) -> Option<(&str, &str)> {
    let (words, address) = paragraph.rsplit_once('\n')?;
    let is_address = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    (is_address && !address.contains(char::is_whitespace)).then_some((words, address))
}
