//! The words of the interface: every language has every message with the same values in it, plurals have
//! the forms of their language, nothing is missing, and nothing lies about unused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 4] = ["en", "ar", "fr", "es"];

/// One message: its value as it is written.
type Messages = BTreeMap<String, String>;

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn folder(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/words").join(language)
}

/// The messages of one file; those of a message over several lines with all its lines.
fn messages_of(path: &Path) -> Vec<(String, String)> {
    let source = fs::read_to_string(path).expect("a file of words");
    let parsed = fluent_syntax::parser::parse(source.as_str());
    assert!(
        parsed.is_ok(),
        "{} does not parse: {:?}",
        path.display(),
        parsed.err().map(|(_, errors)| errors)
    );
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in source.lines() {
        match line.split_once(" =") {
            Some((id, value)) if !line.starts_with([' ', '#', '}']) => {
                messages.push((id.to_owned(), value.to_owned()));
            }
            _ if line.starts_with('#') => {}
            _ => {
                if let Some((_, value)) = messages.last_mut() {
                    value.push('\n');
                    value.push_str(line);
                }
            }
        }
    }
    messages
}

/// All messages of a language. A message that stands twice would be one of the two by chance.
fn messages(language: &str) -> Messages {
    let mut all = Messages::new();
    for path in files(&folder(language), ".ftl") {
        let room = path.file_stem().expect("a name").to_string_lossy().into_owned();
        for (id, value) in messages_of(&path) {
            let own = room == "letter" || id.starts_with(&format!("{room}-"));
            assert!(own, "{}: {id} belongs to another room", path.display());
            assert!(all.insert(id.clone(), value).is_none(), "{language} has {id} twice");
        }
    }
    all
}

/// The names of the values that a message is given.
fn values(message: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    message.match_indices('$').map(|(at, _)| name(&message[at + 1..])).collect()
}

/// The sources without what tests say.
fn sources() -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (path, code.join("\n"))
    };
    files(&src, ".rs").into_iter().map(read).collect()
}

/// What stands behind `say!(` and `phrase!(`: the message and the names of the values it is given.
fn said(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut all = Vec::new();
    for opening in ["say!(", "phrase!("] {
        for (at, _) in code.match_indices(opening) {
            let call = &code[at + opening.len()..];
            let call = &call[..end_of_call(call)];
            let mut parts = split(call).into_iter();
            let Some(id) = parts.next().map(|part| part.trim().to_owned()) else { continue };
            let Some(id) = id.strip_prefix('"').and_then(|id| id.strip_suffix('"')) else { continue };
            let names = parts.filter_map(|part| Some(part.split_once('=')?.0.trim().to_owned()));
            all.push((id.to_owned(), names.filter(|name| !name.is_empty()).collect()));
        }
    }
    all
}

/// Walks over Rust outside of its strings: calls `see` with each character's place and the depth of brackets.
fn walk(code: &str, mut see: impl FnMut(usize, char, i32) -> bool) {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in code.char_indices() {
        if quoted {
            (quoted, escaped) = (escaped || c != '"', c == '\\' && !escaped);
            continue;
        }
        match c {
            '"' => quoted = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if see(at, c, depth) {
            return;
        }
    }
}

fn end_of_call(code: &str) -> usize {
    let mut end = code.len();
    walk(code, |at, _, depth| {
        let over = depth < 0;
        if over {
            end = at;
        }
        over
    });
    end
}

fn split(call: &str) -> Vec<&str> {
    let mut commas = vec![];
    walk(call, |at, c, depth| {
        if c == ',' && depth == 0 {
            commas.push(at);
        }
        false
    });
    let mut parts = Vec::new();
    let mut from = 0;
    for comma in commas {
        parts.push(&call[from..comma]);
        from = comma + 1;
    }
    parts.push(&call[from..]);
    parts
}

#[test]
fn every_language_has_every_message_with_the_same_values() {
    let english = messages("en");
    for language in LANGUAGES {
        let theirs = messages(language);
        let ids = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        let missing: Vec<_> = ids(&english).difference(&ids(&theirs)).cloned().collect();
        let more: Vec<_> = ids(&theirs).difference(&ids(&english)).cloned().collect();
        assert!(
            missing.is_empty() && more.is_empty(),
            "{language} lacks {missing:?} and has beyond English {more:?}"
        );
        for (id, message) in &theirs {
            assert_eq!(values(message), values(&english[id]), "{language}: {id}");
        }
    }
}

#[test]
fn a_message_about_a_number_has_the_plurals_of_its_language() {
    let forms = |language: &str| match language {
        "ar" => vec!["zero", "one", "two", "few", "many", "other"],
        _ => vec!["one", "other"],
    };
    // Which messages choose by a number, English says: they name its singular.
    for (id, english) in messages("en").iter().filter(|(_, message)| message.contains("[one]")) {
        for language in LANGUAGES {
            let theirs = &messages(language)[id];
            for form in forms(language) {
                assert!(
                    theirs.contains(&format!("[{form}]")),
                    "{language}: {id} has no form {form}\n{english}"
                );
            }
        }
    }
}

#[test]
fn what_is_said_exists_and_what_exists_is_said() {
    let english = messages("en");
    let sources = sources();
    let mut wrong = Vec::new();
    for (path, code) in &sources {
        for (id, names) in said(code) {
            match english.get(&id) {
                None => wrong.push(format!("{}: there is no message {id}", path.display())),
                Some(message) if values(message) != names => wrong.push(format!(
                    "{}: {id} is given {names:?} and has {:?}",
                    path.display(),
                    values(message)
                )),
                Some(_) => {}
            }
        }
    }
    // Whatever else names a message names it whole, in quotation marks.
    let all: String = sources.into_iter().map(|(_, code)| code).collect();
    let unused = english.keys().filter(|id| !all.contains(&format!("\"{id}\"")));
    wrong.extend(unused.map(|id| format!("nobody says {id}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands in quotation marks in a line of Rust.
fn quoted(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut opened = None;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match (c, opened) {
            ('"', None) => opened = Some(at + 1),
            ('"', Some(from)) if !escaped => {
                found.push(&line[from..at]);
                opened = None;
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    found
}

/// Whether a text has two words of small letters beside each other, as sentences do.
fn is_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    let first = |word: &str| word.len() > 1 && word.chars().skip(1).all(|c| c.is_ascii_lowercase());
    words.windows(2).any(|pair| first(pair[0]) && is_word(pair[1]))
}

#[test]
fn no_page_mail_or_answer_speaks_english_past_the_messages() {
    /// Values of attributes, names of things inside the program, what only logs and tests read, and what is
    /// typed at a terminal.
    const TECHNICAL: [&str; 6] = [
        "noopener noreferrer",
        "nofollow noopener ugc",
        "signing forms",
        "Fault::new",
        "undersigned operator",
        "undersigned verify",
    ];
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let name = path.to_string_lossy().into_owned();
        let speaks = ["/pages", "/mails", "/handlers"].iter().any(|layer| name.contains(layer));
        // What the API says of itself, and refuses to programs, is English like its document.
        let to_programs = name.contains("/src/api/") || name.ends_with("/handlers/by_program.rs");
        if !speaks || to_programs {
            continue;
        }
        for line in code.lines().filter(|line| !TECHNICAL.iter().any(|fine| line.contains(fine))) {
            let sentences = quoted(line).into_iter().filter(|text| is_sentence(text));
            wrong.extend(sentences.map(|text| format!("{name}: {text:?}")));
        }
    }
    assert!(wrong.is_empty(), "{} sentences stand in the code:\n{}", wrong.len(), wrong.join("\n"));
}

/// A French sign of two parts keeps its space, and the line does not break before it.
#[test]
fn a_french_line_does_not_begin_with_a_sign() {
    for path in files(&folder("fr"), ".ftl") {
        for (id, value) in messages_of(&path) {
            for sign in [" : ", " ; ", " ! ", " ? ", "« ", " »", " :\n", " ?\n", " !\n"] {
                let plain = format!("{value}\n").contains(sign);
                assert!(!plain, "{}: {id} has a plain space at {sign:?}", path.display());
            }
        }
    }
}
