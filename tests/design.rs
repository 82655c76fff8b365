//! The design is one system: what is said about colour, type and space is said once, as a token, and each
//! component can be looked at.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the sources")
}

/// A style sheet without its comments.
fn css(name: &str) -> String {
    let css = file(&format!("static/{name}"));
    let pieces = css.split("/*").enumerate();
    pieces
        .map(|(at, piece)| if at == 0 { piece } else { piece.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect()
}

/// Every declaration: its line, its property, its value.
fn declarations(css: &str) -> Vec<(usize, String, String)> {
    let mut all = Vec::new();
    for (number, line) in css.lines().enumerate() {
        for part in line.split(['{', '}', ';']) {
            if let Some((property, value)) = part.split_once(": ") {
                let property = property.trim();
                if !property.is_empty() && property.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
                    all.push((number + 1, property.to_owned(), value.trim().to_owned()));
                }
            }
        }
    }
    all
}

fn lengths<'a>(value: &'a str, unit: &str) -> Vec<&'a str> {
    let words = value.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-'));
    words.filter(|word| word.strip_suffix(unit).is_some_and(|n| n.parse::<f64>().is_ok())).collect()
}

/// Names of colours that say nothing in particular, or what the system says.
const NO_COLOURS: [&str; 4] = ["none", "inherit", "currentcolor", "transparent"];
const NAMES: [&str; 14] = [
    "black", "white", "red", "green", "blue", "gray", "grey", "silver", "orange", "yellow", "maroon", "navy",
    "teal", "purple",
];

#[test]
fn what_is_said_of_colour_type_and_space_is_a_token() {
    let mut raw = Vec::new();
    for sheet in ["style.css", "work.css"] {
        let found = declarations(&css(sheet));
        assert!(found.len() > 100, "{sheet} is read");
        for (line, property, value) in found {
            let words: Vec<&str> = value.split(|c: char| !c.is_ascii_alphanumeric()).collect();
            let is_colour = value.contains('#')
                || ["rgb", "hsl", "oklch", "lab("].iter().any(|f| value.contains(f))
                || words.iter().any(|word| NAMES.contains(word) && !NO_COLOURS.contains(word));
            let is_length = lengths(&value, "px").iter().any(|length| !["1px", "-1px"].contains(length));
            let is_size = property == "font-size" && !lengths(&value, "rem").is_empty();
            let is_space = ["margin", "padding", "gap"].iter().any(|space| property.starts_with(space))
                && !value.contains("clamp(")
                && !lengths(&value, "rem").is_empty();
            if is_colour || is_length || is_size || is_space {
                raw.push(format!("{sheet}:{line}: {property}: {value}"));
            }
        }
    }
    assert!(
        raw.is_empty(),
        "not out of tokens.css (hairlines of 1px are said in place):\n{}",
        raw.join("\n")
    );
}

#[test]
fn every_token_that_is_used_is_defined_and_the_other_way_round() {
    let tokens = css("tokens.css");
    let defined: BTreeSet<&str> = tokens
        .match_indices("--")
        .filter_map(|(at, _)| tokens[at..].split_once(':').map(|(name, _)| name))
        .filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        .collect();
    let all = [tokens.clone(), css("style.css"), css("work.css")].concat();
    let used: BTreeSet<&str> =
        all.match_indices("var(").filter_map(|(at, _)| all[at + 4..].split([')', ',']).next()).collect();
    assert_eq!(used, defined);
}

#[test]
fn the_dark_scheme_says_every_colour() {
    let tokens = css("tokens.css");
    let (light, rest) = tokens.split_once("prefers-color-scheme: dark").expect("a dark scheme");
    let dark = rest.split("@media").next().unwrap_or_default();
    let colours = |scheme: &str| {
        let said = scheme.split([';', '{', '}']).filter_map(|part| part.split_once(": #"));
        said.map(|(name, _)| name.trim().to_owned()).collect::<BTreeSet<_>>()
    };
    assert_eq!(colours(light), colours(dark));
    assert!(colours(light).len() > 5);
}

#[test]
fn every_component_of_the_style_sheet_is_shown_on_the_page_for_development() {
    let sheet = css("style.css");
    let selectors = sheet.split('}').filter_map(|rule| rule.rsplit_once('{').map(|(selector, _)| selector));
    let mut styled = BTreeSet::new();
    for selector in selectors {
        for (at, _) in selector.match_indices('.') {
            let name: String =
                selector[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            if name.starts_with(|c: char| c.is_ascii_lowercase()) {
                styled.insert(name);
            }
        }
    }
    assert!(styled.len() > 30, "{styled:?}");
    let shown = ["components", "form", "frame"].map(|name| file(&format!("src/web/{name}.rs"))).concat();
    let missing: Vec<_> = styled
        .iter()
        .filter(|class| {
            !["", " ", "\"", "("].iter().any(|end| {
                let end = if end.is_empty() { "{" } else { end };
                shown.contains(&format!(".{class}{end}"))
            }) && !shown.contains(&format!(".{class}."))
                && !shown.contains(&format!(".{class}["))
                && !shown.contains(&format!("\"{class}\""))
        })
        .collect();
    assert!(missing.is_empty(), "nobody sees these in web/components.rs: {missing:?}");
}
