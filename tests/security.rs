//! `SECURITY.md` says nothing that is not so, and what the program may not do by itself it cannot do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// All files under a folder that end so, with their text.
fn files(folder: &str, end: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, end: &str, found: &mut Vec<(String, String)>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, end, found);
            } else if path.to_string_lossy().ends_with(end) {
                let name = path.strip_prefix(root()).unwrap().display().to_string();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), end, &mut found);
    assert!(!found.is_empty(), "nothing is under {folder}");
    found
}

/// How many sections each chapter of OWASP ASVS 5.0.0 has.
const CHAPTERS: [usize; 17] = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3];

const VERDICTS: [&str; 3] = ["met", "not met", "not applicable"];

fn sections() -> BTreeSet<String> {
    let chapters = CHAPTERS.iter().enumerate();
    chapters.flat_map(|(at, many)| (1..=*many).map(move |section| format!("V{}.{section}", at + 1))).collect()
}

/// A row of the table: its section, its verdict, and the rest.
fn row_of(line: &str) -> Option<(String, String, String)> {
    let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let id = cells.first()?.split(' ').next()?;
    let numbers = id.strip_prefix('V')?.split_once('.')?;
    let (chapter, section): (usize, usize) = (numbers.0.parse().ok()?, numbers.1.parse().ok()?);
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
    Some((format!("V{chapter}.{section}"), cell(1), cell(2)))
}

/// The tests a text names: `file::name`.
fn tests_in(text: &str) -> Vec<(String, String)> {
    let quoted = text.split('`').skip(1).step_by(2);
    let named = quoted.filter_map(|words| words.split_once(".rs::"));
    named.map(|(file, name)| (format!("{file}.rs"), name.to_owned())).collect()
}

/// What is wrong with the table, a line each.
fn complaints(table: &str, exists: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut rows: BTreeMap<String, usize> = BTreeMap::new();
    for (section, verdict, why) in table.lines().filter_map(row_of) {
        *rows.entry(section.clone()).or_default() += 1;
        if !VERDICTS.contains(&verdict.as_str()) {
            complaints.push(format!("{section} has no verdict but {verdict:?}"));
        }
        if why.len() < 5 && verdict != "met" {
            complaints.push(format!("{section} is {verdict} and does not say why"));
        }
        let documented = why.contains("](#") || why.contains("The compiler");
        if verdict == "met" && tests_in(&why).is_empty() && !documented {
            complaints.push(format!("{section} is met and names neither a test nor a part of the document"));
        }
    }
    for section in sections() {
        match rows.remove(&section) {
            Some(1) => {}
            Some(many) => complaints.push(format!("{section} has {many} rows")),
            None => complaints.push(format!("{section} has no row")),
        }
    }
    complaints.extend(rows.into_keys().map(|section| format!("{section} is no section of the standard")));
    for (file, name) in tests_in(table) {
        if !exists(&file, &name) {
            complaints.push(format!("there is no test {file}::{name}"));
        }
    }
    complaints
}

/// Whether a file has a test of this name: a function under an attribute that ends in `test`, a story inside
/// `stories!`, or a property inside `proptest!`.
fn is_test(file: &str, name: &str) -> bool {
    let path = if file.starts_with("src/") { root().join(file) } else { root().join("tests").join(file) };
    let Ok(text) = fs::read_to_string(path) else { return false };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let begins = |line: &&str| {
        let bare = line.strip_prefix("async ").unwrap_or(line);
        bare.strip_prefix("fn ")
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with('('))
    };
    let Some(at) = lines.iter().position(begins) else { return false };
    let attributes =
        lines[..at].iter().rev().take_while(|above| above.starts_with('#') || above.starts_with("//"));
    let is_marked = attributes.into_iter().any(|above| above.contains("test]") || above.contains("test("));
    let is_story = text.contains("stories! {") && lines[at].contains("(site: &Site) {");
    is_marked || is_story
}

#[test]
fn every_section_of_the_standard_has_a_verdict_and_every_test_it_names_exists() {
    assert_eq!(sections().len(), 80);
    let wrong = complaints(&read("SECURITY.md"), is_test);
    assert!(wrong.is_empty(), "SECURITY.md:\n{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_the_table_reads_it() {
    let table = "\
| section | verdict | shown by, or why |
|---|---|---|
| V1.1 Architecture | met | `a.rs::there_is` |
| V1.2 Injection | probably | `a.rs::there_is_not` |
| V1.3 Sanitization | met | |
| V1.4 Memory | not met | |
| V1.4 Memory | met | [Words](#words) |
| V1.9 More | met | `a.rs::there_is` |
A story is `file::name`; `cargo test` runs it.";
    let wrong = complaints(table, |file, name| (file, name) == ("a.rs", "there_is"));
    for expected in [
        "V1.2 has no verdict but \"probably\"",
        "V1.3 is met and names neither a test nor a part of the document",
        "V1.4 is not met and does not say why",
        "V1.4 has 2 rows",
        "V1.5 has no row",
        "V17.3 has no row",
        "V1.9 is no section of the standard",
        "there is no test a.rs::there_is_not",
    ] {
        assert!(wrong.iter().any(|line| line == expected), "{expected} is not among {wrong:#?}");
    }
    assert!(!wrong.iter().any(|line| line.starts_with("V1.1")), "{wrong:#?}");
    assert!(is_test("security.rs", "the_reader_of_the_table_reads_it"));
    assert!(is_test("site/safety.rs", "nothing_changes_on_get"));
    assert!(is_test("browser/main.rs", "everything_works_without_scripts"));
    assert!(is_test("src/text/clean.rs", "cleaning_twice_is_cleaning_once"));
    assert!(!is_test("security.rs", "is_test") && !is_test("security.rs", "the_reader"));
    assert!(!is_test("site/safety.rs", "from_elsewhere") && !is_test("site/none.rs", "x"));
}

#[test]
fn every_link_inside_the_document_leads_somewhere() {
    let text = read("SECURITY.md");
    let heads = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |head: &str| {
        let plain = head.trim_start_matches(['#', ' ']).to_lowercase();
        let kept: String = plain.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect();
        kept.replace(' ', "-")
    };
    let anchors: BTreeSet<String> = heads.map(anchor).collect();
    for link in text.split("](#").skip(1) {
        let link = link.split(')').next().unwrap_or_default();
        assert!(anchors.contains(link), "#{link} is no heading: {anchors:?}");
    }
    for named in text.split('`').skip(1).step_by(2).filter(|words| words.starts_with("src/")) {
        let file = named.split("::").next().unwrap_or_default();
        assert!(root().join(file).exists(), "{file} is named and is not there");
    }
}

/// Lines outside of comments that hold one of these.
fn lines_with(files: &[(String, String)], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in files {
        for (at, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            found.extend(
                words
                    .iter()
                    .filter(|word| code.contains(**word))
                    .map(|word| format!("{name}:{}: {word}", at + 1)),
            );
        }
    }
    found
}

#[test]
fn the_program_starts_no_other_and_asks_no_other_server() {
    // A connection that somebody else opened is a `TcpStream` too (src/app.rs): nothing is called on the type.
    let starts = [
        "process::Command",
        "Command::new",
        "TcpStream::",
        "TcpStream as",
        "TcpSocket",
        "UdpSocket",
        "to_socket_addrs",
        "lookup_host",
    ];
    // The load program is another one, which is in no default build: it starts the site and asks it.
    let is_site = |(name, _): &(String, String)| !name.starts_with("src/bin/");
    let site: Vec<_> = files("src", ".rs").into_iter().filter(is_site).collect();
    let found = lines_with(&site, &starts);
    assert!(
        found.is_empty(),
        "mail and PostgreSQL are spoken to by their libraries, and nobody else is: {found:#?}"
    );
    // Nor has it a library that would.
    let manifest = read("Cargo.toml");
    let own = manifest
        .split("[dependencies]")
        .nth(1)
        .and_then(|rest| rest.split("[dev-dependencies]").next())
        .unwrap();
    // `ureq` sends webhooks, from one file, to addresses that were checked: tests/architecture.rs holds that.
    for client in ["reqwest", "curl", "isahc", "attohttpc", "hickory", "awc", "hyper"] {
        assert!(
            !own.lines().any(|line| line.starts_with(client)),
            "{client} could ask a server that somebody typed"
        );
    }
}

#[test]
fn our_code_is_safe_and_its_sums_are_checked() {
    for entry in ["src/lib.rs", "src/main.rs", "src/bin/undersigned-load/main.rs"] {
        assert!(read(entry).contains("#![forbid(unsafe_code)]"), "{entry}");
    }
    let manifest = read("Cargo.toml");
    let ours = manifest.split("[profile.release.package.undersigned]").nth(1).unwrap_or_default();
    assert!(
        ours.lines().take(3).any(|line| line.trim() == "overflow-checks = true"),
        "a sum that overflows is an error"
    );
}

#[test]
fn our_scripts_use_nothing_that_runs_words() {
    let scripts = files("static", ".js");
    let runs = [
        "eval(",
        "new Function",
        "document.write",
        "outerHTML",
        "insertAdjacentHTML",
        "createContextualFragment",
        "srcdoc",
        "setTimeout(\"",
        "setTimeout('",
        "javascript:",
        "import(",
        "__proto__",
        "document.domain",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
    ];
    let found = lines_with(&scripts, &runs);
    assert!(found.is_empty(), "{found:#?}");
    // To the page around a letter in a frame it is told how high the frame has to be, and nothing else.
    let posts = lines_with(&scripts, &["postMessage"]);
    assert!(posts.len() == 1 && posts[0].starts_with("static/embed-height.js:"), "{posts:#?}");
    // Markup that the server made, from this site, and nothing that a script put together.
    let markup = lines_with(&scripts, &["innerHTML"]);
    let known = |line: &String| line.starts_with("static/live.js:");
    assert!(markup.len() <= 2 && markup.iter().all(known), "{markup:#?}");
    let live = read("static/live.js");
    assert!(live.contains("template.innerHTML = html;") && live.contains("now.innerHTML = then.innerHTML;"));
    // A draft's words may be kept in the browser, by the one script that says so.
    let keeping = lines_with(&scripts, &["localStorage"]);
    assert!(keeping.iter().all(|line| line.starts_with("static/draft.js:")), "{keeping:#?}");
}

#[test]
fn every_component_comes_from_the_registry_with_its_checksum() {
    let lock = read("Cargo.lock");
    let packages: Vec<&str> = lock.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 100);
    for package in packages {
        let ours = package.contains("name = \"undersigned\"\n");
        let known = package.contains("source = \"registry+https://github.com/rust-lang/crates.io-index\"\n")
            && package.contains("checksum = \"");
        assert!(ours || known, "{package}");
    }
    assert!(
        !read("Cargo.toml").contains("[patch"),
        "a patched component is another one than the inventory says"
    );
}

/// Licences that may be combined with ours (AGPL-3.0-or-later), one by one.
const LICENCES: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether an SPDX expression can be fulfilled with [`LICENCES`]: all parts of an AND, one of each OR.
fn may_be_combined(expression: &str) -> bool {
    let flat = expression.replace(['(', ')'], " ").replace(" WITH LLVM-exception", "").replace('/', " OR ");
    // Written as they are, no AND stands inside an OR without parentheses that this would misread to our favour.
    flat.split(" AND ").all(|all| all.split(" OR ").any(|one| LICENCES.contains(&one.trim())))
}

#[test]
fn every_component_may_be_combined_with_ours() {
    assert!(
        may_be_combined("(MIT OR Apache-2.0) AND Unicode-3.0")
            && may_be_combined("Apache-2.0 OR GPL-2.0-only")
    );
    assert!(!may_be_combined("GPL-2.0-only") && !may_be_combined("MIT AND SSPL-1.0") && !may_be_combined(""));
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let asked = std::process::Command::new(cargo)
        .current_dir(root())
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .output()
        .expect("cargo runs");
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 100);
    for package in packages.iter().filter(|package| package["name"] != "undersigned") {
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(may_be_combined(licence), "{} is under {licence:?}", package["name"]);
    }
}
