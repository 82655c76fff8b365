//! A letter's addresses, and its list as page and JSON show it.

use std::fmt::Write;

use serde_json::Value;

/// An ordinary letter.
pub const DEFAULTS: [(&str, &str); 8] = [
    ("title", "Open the road"),
    ("addressees", "To the European Council"),
    ("place_and_date", "Gaziantep, 14 December 2016"),
    ("body", "We, the undersigned, ask for one thing.\n\nOpen the road."),
    ("language", "en"),
    ("grouping", "coalition"),
    ("ordering", "name"),
    ("numbering", "through"),
];

/// A letter, by its address.
#[derive(Debug, Clone)]
pub struct Letter {
    pub path: String,
}

impl Letter {
    pub fn at(&self, more: &str) -> String {
        format!("{}{more}", self.path)
    }

    pub fn sign(&self) -> String {
        self.at("/sign")
    }

    pub fn edit(&self) -> String {
        self.at("/edit")
    }

    pub fn json(&self) -> String {
        self.at(".json")
    }

    pub fn slug(&self) -> &str {
        self.path.trim_start_matches("/letters/")
    }
}

/// The list in the JSON, a line each: `1 Big Heart (SNA)`, with `-` for no number and no name.
pub fn list(json: &Value) -> Vec<String> {
    let groups = json["groups"].as_array().expect("groups");
    let lines = groups.iter().flat_map(|group| {
        let heading = group["acronym"].as_str().or(group["name"].as_str()).unwrap_or("-");
        let signatories = group["signatories"].as_array().expect("signatories");
        signatories.iter().map(move |line| {
            let number = line["number"].as_i64().map_or("-".to_owned(), |number| number.to_string());
            format!("{number} {} ({heading})", line["name"].as_str().expect("a name"))
        })
    });
    lines.collect()
}

/// RFC 8785 for an object of strings, written down from the RFC and not from the site's source.
pub fn canonical(object: &Value) -> String {
    let object = object.as_object().expect("an object");
    let mut names: Vec<&String> = object.keys().collect();
    names.sort_by_key(|name| name.encode_utf16().collect::<Vec<_>>());
    let mut out = String::from("{");
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        string(&mut out, name);
        out.push(':');
        string(&mut out, object[*name].as_str().expect("a string"));
    }
    out + "}"
}

fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if u32::from(c) < 0x20 => write!(out, "\\u{:04x}", u32::from(c)).expect("a string grows"),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// SHA-256 in hex.
pub fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
