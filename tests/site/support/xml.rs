//! XML as somebody else's program reads it: Python's own parser, which refuses what is not well formed.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::Page;

const READ: &str = "
import json, sys, xml.etree.ElementTree as tree
def read(e):
    return {'name': e.tag, 'of': e.attrib, 'text': e.text or '', 'in': [read(c) for c in e]}
print(json.dumps(read(tree.fromstring(sys.stdin.buffer.read()))))
";

/// An element.
#[derive(Debug, Clone)]
pub struct Element(Value);

impl Page {
    /// The answer as XML.
    #[track_caller]
    pub fn xml(&self) -> Element {
        self.is(200);
        let python =
            Command::new("python3").args(["-c", READ]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut python = python.expect("python3");
        python.stdin.take().expect("its input").write_all(&self.bytes).expect("it reads");
        let output = python.wait_with_output().expect("its output");
        assert!(output.status.success(), "{} is not well formed: {}", self.asked, self.html());
        Element(serde_json::from_slice(&output.stdout).expect("JSON"))
    }
}

impl Element {
    /// The elements in it of this name (`{namespace}name`), in order.
    pub fn all(&self, name: &str) -> Vec<Element> {
        let inner = self.0["in"].as_array().expect("elements");
        inner.iter().filter(|one| one["name"] == name).map(|one| Element(one.clone())).collect()
    }

    /// The text of the only one.
    #[track_caller]
    pub fn text_of(&self, name: &str) -> String {
        let all = self.all(name);
        assert_eq!(all.len(), 1, "{name} in {self:?}");
        all[0].text()
    }

    pub fn name(&self) -> &str {
        self.0["name"].as_str().expect("a name")
    }

    pub fn text(&self) -> String {
        self.0["text"].as_str().expect("a text").to_owned()
    }

    /// An attribute; empty where it is not there.
    pub fn attribute(&self, name: &str) -> &str {
        self.0["of"][name].as_str().unwrap_or("")
    }
}
