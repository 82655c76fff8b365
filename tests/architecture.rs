//! Which way things point. The rules are read from the `use` lines and the paths of `src/`; each
//! failure prints the rule, its reason, and the lines that break it.
//!
//! A `#[cfg(test)]` module may use what it likes: it is cut off before anything is looked at. `src/bin` is a program
//! beside the site, which measures it from outside: it has its own clock, and says what it found.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The concepts, in the order in which their models may know each other: right knows left.
const CONCEPTS: [&str; 16] = [
    "people",
    "organizations",
    "coalitions",
    "letters",
    "invitations",
    "comments",
    "signatures",
    "imports",
    "deliveries",
    "evidence",
    "webhooks",
    "rights",
    "operating",
    "reading",
    "home",
    "api",
];
/// What knows no concept.
const FURNITURE: [&str; 9] = ["web", "mail", "live", "db", "config", "error", "ids", "secrets", "text"];
/// The layers of a concept; every other file of it is its model. A layer that outgrows its file has
/// a folder beside it: `letters/handlers.rs` and `letters/handlers/press.rs`.
const LAYERS: [&str; 4] = ["mod", "handlers", "pages", "mails"];

/// A file of `src/`.
struct File {
    /// Its path below `src/`, such as `letters/model.rs`.
    name: String,
    /// As it is written.
    text: String,
    /// Without comments, without what stands in quotes, without tests; the lines keep their numbers.
    code: String,
    /// Every path in it, written out from the crate's root: its line and its segments.
    paths: Vec<(usize, Vec<String>)>,
}

impl File {
    fn read(name: String, text: String) -> Self {
        let code = bare(&text);
        let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
        let paths = paths(&name, &code);
        Self { name, text, code, paths }
    }

    /// The folder or single file that it belongs to: `letters`, `error`.
    fn top(&self) -> &str {
        let top = self.name.split('/').next().unwrap_or_default();
        top.strip_suffix(".rs").unwrap_or(top)
    }

    /// The layer of its concept that it belongs to.
    fn layer(&self) -> Option<&'static str> {
        let inside = self.name.split('/').nth(1)?;
        LAYERS.into_iter().find(|layer| inside.trim_end_matches(".rs") == *layer)
    }

    fn concept(&self) -> Option<&str> {
        Some(self.top()).filter(|top| CONCEPTS.contains(top))
    }

    /// Whether it holds types, rules, verbs and queries of a concept.
    ///
    /// `people/visitor.rs` is an extractor and `people/passwords.rs` work off the request threads:
    /// both are HTTP's side of people, as `organizations/bearer.rs` is of organizations. `reading`, `home`
    /// and `api` have no model, only views of others'.
    fn is_model(&self) -> bool {
        let outside = ["people/visitor.rs", "people/passwords.rs", "organizations/bearer.rs"];
        let outside = outside.contains(&self.name.as_str());
        self.concept().is_some_and(|concept| !["reading", "home", "api"].contains(&concept))
            && self.layer().is_none()
            && !outside
    }
}

/// Replaces comments and the contents of quotes by spaces.
fn bare(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    let blank = |out: &mut String, c: char| out.push(if c == '\n' { '\n' } else { ' ' });
    while i < chars.len() {
        let raw = (at(i) == 'r') && !(i > 0 && (at(i - 1).is_alphanumeric() || at(i - 1) == '_'));
        let hashes = if raw { (i + 1..).take_while(|j| at(*j) == '#').count() } else { 0 };
        if at(i) == '/' && at(i + 1) == '/' {
            while i < chars.len() && at(i) != '\n' {
                i += 1;
            }
        } else if at(i) == '/' && at(i + 1) == '*' {
            while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                blank(&mut out, at(i));
                i += 1;
            }
            i += 2;
        } else if raw && at(i + 1 + hashes) == '"' {
            i += 2 + hashes;
            while i < chars.len() && !(at(i) == '"' && (1..=hashes).all(|j| at(i + j) == '#')) {
                blank(&mut out, at(i));
                i += 1;
            }
            i += 1 + hashes;
        } else if at(i) == '"' {
            i += 1;
            while i < chars.len() && at(i) != '"' {
                if at(i) == '\\' {
                    blank(&mut out, at(i));
                    i += 1;
                }
                blank(&mut out, at(i));
                i += 1;
            }
            i += 1;
        } else if at(i) == '\'' && (at(i + 2) == '\'' || at(i + 1) == '\\') {
            // A character, not a lifetime.
            i += if at(i + 1) == '\\' { 3 } else { 2 };
            while i < chars.len() && at(i) != '\'' {
                i += 1;
            }
            i += 1;
        } else {
            out.push(at(i));
            i += 1;
        }
    }
    out
}

/// Every path of the file, with `crate`, `self`, `super` and imported names written out.
fn paths(name: &str, code: &str) -> Vec<(usize, Vec<String>)> {
    let module: Vec<String> = name
        .trim_end_matches(".rs")
        .split('/')
        .filter(|part| !["mod", "lib", "main"].contains(part))
        .map(str::to_owned)
        .collect();
    let mut found = Vec::new();
    let mut rest = code.to_owned();
    let mut imported: HashMap<String, Vec<String>> = HashMap::new();
    for (start, _) in code.match_indices("use ") {
        let begins = code.get(..start).is_some_and(|before| {
            let before = before.trim_end_matches(' ');
            before.is_empty() || before.ends_with(['\n', '{', ')']) || before.ends_with("pub")
        });
        let Some(length) = code.get(start..).and_then(|from| from.find(';')).filter(|_| begins) else {
            continue;
        };
        let line = code.get(..start).map_or(0, |before| before.matches('\n').count()) + 1;
        let tree = code.get(start + 4..start + length).unwrap_or_default();
        for (path, alias) in expand(tree) {
            let path = written_out(&path, &module, &HashMap::new());
            imported.insert(alias, path.clone());
            found.push((line, path));
        }
        let blank: String = rest
            .get(start..start + length)
            .unwrap_or_default()
            .chars()
            .map(|c| if c == '\n' { '\n' } else { ' ' })
            .collect();
        rest.replace_range(start..start + length, &blank);
        // Blanks of one byte for characters of more would move everything after them; use lines are ASCII.
        assert_eq!(rest.len(), code.len(), "{name} has a use line that is not ASCII");
    }
    for (number, line) in rest.lines().enumerate() {
        for word in line.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')) {
            let segments: Vec<String> = word.split("::").map(str::to_owned).collect();
            if segments.len() > 1 && segments.iter().all(|s| !s.contains(':')) {
                found.push((number + 1, written_out(&segments, &module, &imported)));
            }
        }
    }
    found
}

/// The paths of a `use` tree, each with the name it brings in.
fn expand(tree: &str) -> Vec<(Vec<String>, String)> {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let (path, alias) = match tree.split_once(" as ") {
            Some((path, alias)) => (path.trim(), Some(alias.trim().to_owned())),
            None => (tree, None),
        };
        let mut segments: Vec<String> = path.split("::").map(|s| s.trim().to_owned()).collect();
        if segments.last().is_some_and(|last| last == "self") && segments.len() > 1 {
            segments.pop();
        }
        let last = segments.last().cloned().unwrap_or_default();
        return vec![(segments, alias.unwrap_or(last))];
    };
    let prefix = tree.get(..open).unwrap_or_default().trim_end().trim_end_matches("::");
    let inner = tree.get(open + 1..tree.rfind('}').unwrap_or(tree.len())).unwrap_or_default();
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in inner.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| expand(&format!("{prefix}::{}", part.trim()))).collect()
}

fn written_out(path: &[String], module: &[String], imported: &HashMap<String, Vec<String>>) -> Vec<String> {
    let mut from: Vec<String> = Vec::new();
    let mut rest = path;
    match path.first().map(String::as_str) {
        Some("crate" | "undersigned") => rest = path.get(1..).unwrap_or_default(),
        Some("self") => {
            from = module.to_vec();
            rest = path.get(1..).unwrap_or_default();
        }
        Some("super") => {
            from = module.to_vec();
            while rest.first().is_some_and(|s| s == "super") {
                from.pop();
                rest = rest.get(1..).unwrap_or_default();
            }
        }
        Some(first) => {
            return match imported.get(first) {
                Some(whole) => whole.iter().chain(path.iter().skip(1)).cloned().collect(),
                None => path.to_vec(),
            };
        }
        None => {}
    }
    let mut whole = vec!["crate".to_owned()];
    whole.extend(from);
    whole.extend(rest.iter().cloned());
    whole
}

fn source() -> Vec<File> {
    fn walk(folder: &Path, root: &Path, files: &mut Vec<File>) {
        for entry in fs::read_dir(folder).expect("src can be listed") {
            let path = entry.expect("src can be listed").path();
            if path.is_dir() {
                walk(&path, root, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root).expect("below src").to_string_lossy().into_owned();
                files.push(File::read(name, fs::read_to_string(&path).expect("source is text")));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    files.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(files.len() > 40, "the source was not found");
    files
}

/// Fails with the rule and its reason if any line breaks it.
fn hold(rule: &str, reason: &str, broken: &[String]) {
    let mut said = format!("\n\n  {rule}\n  Why: {reason}\n\n");
    for line in broken {
        let _ = writeln!(said, "    {line}");
    }
    assert!(broken.is_empty(), "{said}");
}

/// The lines with a path of which `forbidden` says yes.
fn with_paths(files: &[File], mut forbidden: impl FnMut(&File, &[&str]) -> bool) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files {
        for (line, path) in &file.paths {
            let segments: Vec<&str> = path.iter().map(String::as_str).collect();
            if forbidden(file, &segments) {
                broken.push(format!("src/{}:{line}: {}", file.name, path.join("::")));
            }
        }
    }
    broken.dedup();
    broken
}

/// The lines of code with one of `words` in them, outside the files for which `allowed` says yes.
fn with_words(files: &[File], words: &[&str], allowed: impl Fn(&File) -> bool) -> Vec<String> {
    let mut broken = Vec::new();
    for file in files.iter().filter(|file| !allowed(file)) {
        for (number, line) in file.code.lines().enumerate() {
            for word in words.iter().filter(|word| has_word(line, word)) {
                broken.push(format!("src/{}:{}: {word}", file.name, number + 1));
            }
        }
    }
    broken
}

fn has_word(line: &str, word: &str) -> bool {
    let part_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(part_of_a_name) && !after.is_some_and(part_of_a_name)
    })
}

#[test]
fn the_reader_of_paths_reads_paths() {
    let text = r##"
        use crate::db::{Tx, on as both};
        use super::model::{self, Letter};
        pub(crate) use self::inner::Thing;
        // use crate::commented::Out;
        fn f() { crate::ids::Slug::new(); model::find(); let _ = "crate::quoted::Text"; let q = '"'; other::path(); }
        const RAW: &str = r#"crate::raw::"Text""#;
    "##;
    let file = File::read("letters/handlers.rs".into(), text.into());
    let found: Vec<String> =
        file.paths.iter().map(|(line, path)| format!("{line} {}", path.join("::"))).collect();
    let expected = [
        "2 crate::db::Tx",
        "2 crate::db::on",
        "3 crate::letters::model",
        "3 crate::letters::model::Letter",
        "4 crate::letters::handlers::inner::Thing",
        "6 crate::ids::Slug::new",
        "6 crate::letters::model::find",
        "6 other::path",
    ];
    assert_eq!(found, expected);
}

#[test]
fn models_know_neither_http_nor_html_nor_mail_servers() {
    let broken = with_paths(&source(), |file, path| {
        file.is_model()
            && match path {
                ["actix_web" | "maud" | "lettre", ..] => true,
                ["crate", "web" | "live" | "app" | "routes", ..] => true,
                ["crate", concept, "pages" | "handlers", ..] => CONCEPTS.contains(concept),
                _ => false,
            }
    });
    hold(
        "A model imports no actix_web, maud, lettre, web, live, pages or handlers.",
        "The rules of signing must be readable and testable without a request, and a page can be \
         redrawn without touching them.",
        &broken,
    );
}

#[test]
fn pages_are_plain_data_turned_into_markup() {
    let broken = with_paths(&source(), |file, path| {
        file.layer() == Some("pages")
            && match path {
                ["diesel", ..] | ["crate", "schema" | "live" | "app", ..] => true,
                // A time is plain data; it is defined in db because only db reads the clock.
                ["crate", "db", "Moment", ..] => false,
                ["crate", "db", ..] => true,
                _ => false,
            }
    });
    hold(
        "pages.rs imports no diesel, schema or db (but db::Moment), nor the running site.",
        "A page that can ask the database asks it in a loop. What it shows was found before.",
        &broken,
    );
}

#[test]
fn handlers_and_views_write_no_sql() {
    let broken = with_paths(&source(), |file, path| {
        let view = ["reading", "home", "api"].contains(&file.top())
            || ["handlers", "pages", "mails"].iter().any(|layer| file.layer() == Some(layer));
        view && matches!(path, ["diesel", ..] | ["crate", "schema", ..] | ["crate", "db", "on", ..])
    });
    hold(
        "handlers.rs, mails.rs and the concepts without a model (reading, home, api) name no diesel and no schema.",
        "Parse, ask the model, answer: a query in a handler is a rule that nothing else obeys.",
        &broken,
    );
}

#[test]
fn furniture_knows_no_concept() {
    let broken = with_paths(&source(), |file, path| {
        FURNITURE.contains(&file.top())
            && match path {
                // The page of kept mail is a page like others and needs the running site.
                ["crate", "app", "Site", ..] => file.name != "mail/handlers.rs",
                // An error becomes a page with the furniture's own notice.
                ["crate", top, ..] => {
                    CONCEPTS.contains(top)
                        || ["app", "routes", "demo", "housekeeping", "nodes", "main"].contains(top)
                }
                _ => false,
            }
    });
    hold(
        "web, mail, live, db, config, error, ids and text import no concept.",
        "They are the ground that all concepts stand on; a floor that knows one tenant holds no other.",
        &broken,
    );
}

#[test]
fn a_lower_floor_of_furniture_knows_no_higher_one() {
    let broken = with_paths(&source(), |file, path| {
        let ["crate", top, ..] = path else { return false };
        // A transaction speaks the language of whoever caused it.
        if file.top() == "db" && path.starts_with(&["crate", "text", "speaking"]) {
            return false;
        }
        match file.top() {
            "text" => *top != "text",
            "ids" => !["ids", "db"].contains(top),
            "db" => !["db", "error", "ids"].contains(top),
            "live" => *top != "live",
            _ => false,
        }
    });
    hold(
        "text knows nothing, live nothing, ids only the column type of db, db only ids, error and text::speaking.",
        "Pure functions stay pure, and the database can be opened in a test without the rest.",
        &broken,
    );
}

#[test]
fn models_point_left() {
    let broken = with_paths(&source(), |file, path| {
        let place = |name: &str| CONCEPTS.iter().position(|concept| *concept == name);
        let ["crate", other, ..] = path else { return false };
        let views = ["reading/rendered.rs", "reading/shelf.rs", "reading/changes.rs", "reading/machine.rs"];
        if !file.is_model() && !views.contains(&file.name.as_str()) {
            return false;
        }
        match (file.concept().and_then(place), place(other)) {
            (Some(own), Some(other)) => other > own,
            _ => false,
        }
    });
    hold(
        "Models know: people ← organizations ← coalitions ← letters ← signatures ← reading; right may use left, never the reverse.",
        "Two models that know each other are one model in two folders. (Handlers, pages and mails \
         may come in by any front door.)",
        &broken,
    );
}

#[test]
fn nobody_reaches_past_a_front_door() {
    let files = source();
    let inner =
        |concept: &str, module: &str| files.iter().any(|file| file.name == format!("{concept}/{module}.rs"));
    let broken = with_paths(&files, |file, path| {
        let ["crate", concept, module, ..] = path else { return false };
        // A page and the stream draw the same list, so its types are looked at by name from outside.
        let open = matches!((*concept, *module), ("signatures", "list"))
            || (*module == "handlers" && file.top() == "routes")
            // What answers a reader before the routes do.
            || (file.name == "app.rs" && path.starts_with(&["crate", "reading", "handlers", "quick"]))
            // The document of the API is made from what the handlers say of themselves.
            || (*module == "handlers" && file.name == "api/document.rs");
        (CONCEPTS.contains(concept) || *concept == "mail")
            && file.top() != *concept
            && inner(concept, module)
            && !open
    });
    hold(
        "Outside a concept, only the names that its mod.rs re-exports; its handlers only in routes.rs.",
        "The folder is the privacy wall: OpenLetter is a proof because nothing else can make one.",
        &broken,
    );
}

#[test]
fn every_concept_is_closed_but_for_its_handlers() {
    let mut broken = Vec::new();
    for file in source().iter().filter(|file| file.concept().is_some() && file.layer() == Some("mod")) {
        for (number, line) in file.code.lines().enumerate() {
            let Some(module) = line.trim().strip_prefix("pub mod ") else { continue };
            let module = module.trim_end_matches([';', '{', ' ']);
            if module != "handlers" && (file.top(), module) != ("signatures", "list") {
                broken.push(format!("src/{}:{}: pub mod {module}", file.name, number + 1));
            }
        }
    }
    hold(
        "A concept's modules are private; only `handlers` (for routes.rs) and `signatures::list` are pub.",
        "What is public is used, and then cannot change.",
        &broken,
    );
}

#[test]
fn only_db_names_a_connection() {
    let words = ["SqliteConnection", "AsyncPgConnection", "PgConnection", "AsyncConnectionWrapper"];
    hold(
        "Only src/db names a backend's connection.",
        "Everything else is written once and runs on both.",
        &with_words(&source(), &words, |file| file.top() == "db"),
    );
}

#[test]
fn only_config_reads_the_environment() {
    let broken = with_paths(&source(), |file, path| {
        let reads = matches!(path, ["std", "env", ..] | ["env", "var" | "var_os" | "vars" | "args", ..]);
        reads && file.name != "config.rs" && file.top() != "bin"
    });
    // main.rs asks tracing's own EnvFilter for RUST_LOG, which this rule does not see and need not.
    hold(
        "Only config.rs reads the environment.",
        "A setting that is read in the middle of the program is in no --help and is checked by nobody.",
        &broken,
    );
}

#[test]
fn only_db_reads_the_clock() {
    let broken = with_paths(&source(), |file, path| {
        let reads = matches!(
            path,
            [
                ..,
                "Timestamp" | "SystemTime" | "Zoned" | "Utc" | "Local" | "OffsetDateTime",
                "now" | "now_utc"
            ] | [.., "Instant", "now"]
        );
        let allowed = match file.name.as_str() {
            "web/guard.rs" => path.last() == Some(&"now") && path.contains(&"Instant"), // how long a request took
            // When the next heartbeat is due, and the next rendering; how long somebody is waited for, how many
            // lines of a kind there were in a minute, and how long a password took.
            "live.rs"
            | "people/passwords.rs"
            | "reading/pace.rs"
            | "web/connection.rs"
            | "web/posted.rs"
            | "web/sparing.rs" => path.contains(&"tokio"),
            _ => file.top() == "db" || file.top() == "bin",
        };
        reads && !allowed
    });
    hold(
        "Only src/db reads the clock; durations (log timing, tokio's timers) are no clock.",
        "A transaction knows one time, and a test can let a day pass.",
        &broken,
    );
}

#[test]
fn only_mail_names_lettre() {
    let broken = with_paths(&source(), |file, path| path.first() == Some(&"lettre") && file.top() != "mail");
    hold(
        "Only src/mail names lettre.",
        "A mail is a row in the transaction of its cause. Whoever can open a connection to a mail \
         server can send before the commit.",
        &broken,
    );
}

#[test]
fn only_webhooks_name_an_http_client() {
    let broken = with_paths(&source(), |file, path| {
        path.first() == Some(&"ureq") && file.name != "webhooks/posting.rs"
    });
    hold(
        "Only src/webhooks/posting.rs names ureq.",
        "What this program asks of others it asks from inside its own network. There the look-up of names \
         is ours, and leads nowhere that only we can reach.",
        &broken,
    );
}

#[test]
fn a_revision_is_never_changed() {
    let mut broken = Vec::new();
    for file in source() {
        let squeezed: String = file.text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
        for forbidden in ["update(revisions", "delete(revisions", "updaterevisions", "deletefromrevisions"] {
            if squeezed.contains(forbidden) {
                broken.push(format!("src/{}: {forbidden}", file.name));
            }
        }
    }
    hold(
        "Nothing updates or deletes a row of `revisions`.",
        "A signature stands under exactly these bytes. (The database refuses too: tests/migrations.rs.)",
        &broken,
    );
}

#[test]
fn nothing_is_left_for_later() {
    let files = source();
    let mut broken = with_words(&files, &["todo!", "unimplemented!", "dbg!"], |_| false);
    broken.extend(with_words(&files, &["println!", "print!", "eprintln!", "eprint!"], |file| {
        ["main.rs", "bin/undersigned-load/main.rs"].contains(&file.name.as_str())
    }));
    for file in &files {
        for (number, line) in file.text.lines().enumerate() {
            if ["TODO", "FIXME", "XXX", "HACK"].iter().any(|word| has_word(line, word)) {
                broken.push(format!("src/{}:{}: {}", file.name, number + 1, line.trim()));
            }
        }
    }
    hold(
        "No TODO, FIXME, todo!, unimplemented! or dbg!; only main.rs prints.",
        "What is not done is not hinted at; what has to be said is logged, without what must not be.",
        &broken,
    );
}

#[test]
fn no_file_is_long() {
    const LINES: usize = 450;
    let mut broken = Vec::new();
    for file in source() {
        let lines = file.text.lines().count();
        // The tables stand in one file because diesel's own tool, if it wrote them, would.
        if lines > LINES && file.name != "schema.rs" {
            broken.push(format!("src/{}: {lines} lines", file.name));
        }
    }
    hold(
        "No file of src but schema.rs is over 450 lines.",
        "What separates pleasant code from the rest is its longest file.",
        &broken,
    );
}
