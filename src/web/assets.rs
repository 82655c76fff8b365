//! The static files, inside the binary. Addresses of text files carry a piece of their hash, so
//! that a browser may keep them for ever and still get the next version at once.
//!
//! The tokens (`tokens.css`: type, space, colour) are the head of `style.css` as it is served, so that a
//! first visit asks for one style sheet. Style sheets and scripts are served without their comments and
//! the white space between their parts: what those say is for whoever writes them.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use data_encoding::BASE64;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::prerendered::Prerendered;
use crate::error::Error;
use crate::ids::hex;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    address: String,
    content: Prerendered,
}

/// Everything under `static/`, by its path there.
static ASSETS: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    let mut assets = HashMap::new();
    // Fonts first: the style sheet names them by their hashed addresses.
    let mut paths: Vec<String> = Files::iter().map(|path| path.into_owned()).collect();
    paths.sort_by_key(|path| path.ends_with(".css"));
    for path in paths {
        let Some(file) = Files::get(&path) else { continue };
        let mut body = file.data.into_owned();
        if path == TOKENS {
            continue;
        }
        if path.ends_with(".js") {
            body = without_comments(&String::from_utf8_lossy(&body)).into_bytes();
        }
        if path.ends_with(".css") {
            let mut css = String::from_utf8_lossy(&body).into_owned();
            if path == "style.css"
                && let Some(tokens) = Files::get(TOKENS)
            {
                css.insert_str(0, &String::from_utf8_lossy(&tokens.data));
            }
            css = tightened(&css);
            for (other, asset) in &assets {
                let asset: &Asset = asset;
                css = css.replace(&format!("/static/{other}\""), &format!("{}\"", asset.address));
            }
            body = css.into_bytes();
        }
        let version = hex(Sha256::digest(&body).get(..4).unwrap_or_default());
        let address = format!("/static/{path}?v={version}");
        let content = match path.rsplit('.').next().unwrap_or_default() {
            "css" => Prerendered::lasting("text/css; charset=utf-8", body),
            "js" => Prerendered::lasting("text/javascript; charset=utf-8", body),
            "svg" => Prerendered::lasting("image/svg+xml", body),
            "woff2" => Prerendered::lasting_packed("font/woff2", body),
            _ => Prerendered::lasting("text/plain; charset=utf-8", body),
        };
        assets.insert(path, Asset { address, content });
    }
    assets
});

/// What pages load that stand in frames elsewhere.
const FRAMED: [&str; 2] = ["embed.css", "embed-height.js"];

/// Type, space and colour.
const TOKENS: &str = "tokens.css";

/// A script without the lines that are comments, and without what its lines are indented by.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty());
    let mut out = String::with_capacity(script.len());
    let mut inside = false;
    for line in lines {
        if inside || line.starts_with("/*") {
            inside = !line.contains("*/");
        } else if !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// A style sheet without comments, and without white space where it parts nothing.
fn tightened(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    for (at, piece) in css.split("/*").enumerate() {
        // Behind a comment goes on what stands after its end.
        let kept = if at == 0 { piece } else { piece.split_once("*/").map_or("", |(_, after)| after) };
        for c in kept.chars() {
            let c = if c.is_ascii_whitespace() { ' ' } else { c };
            let after_mark = out.ends_with([' ', '{', '}', ';', ',', ':']) || out.is_empty();
            if c == ' ' && after_mark {
                continue;
            }
            if matches!(c, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
        }
    }
    out
}

/// The address of a static file, as pages name it.
pub fn address(path: &str) -> &'static str {
    ASSETS.get(path).map_or("/static/", |asset| asset.address.as_str())
}

/// The icon as a data URL: as a file it would cost every first visit a request.
pub fn icon() -> &'static str {
    static ICON: LazyLock<String> = LazyLock::new(|| {
        let svg = Files::get("icon.svg").map(|file| BASE64.encode(&file.data)).unwrap_or_default();
        format!("data:image/svg+xml;base64,{svg}")
    });
    &ICON
}

/// `GET /static/{path}`
///
/// # Errors
/// 404 for what is not there.
pub async fn file(request: HttpRequest, path: web::Path<String>) -> Result<HttpResponse, Error> {
    let asset = ASSETS.get(path.as_str()).ok_or(Error::NotFound)?;
    let mut answer = asset.content.respond(&request);
    // A file that is opened on its own runs and fetches nothing, and that is shorter to say than what a
    // page may do: it is said with each file of a first visit.
    answer.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'"));
    if FRAMED.contains(&path.as_str()) {
        // A frame that its page has locked up is of no origin, to browsers not even its own.
        let open = HeaderValue::from_static("cross-origin");
        answer.headers_mut().insert(HeaderName::from_static("cross-origin-resource-policy"), open);
    }
    Ok(answer)
}

/// Reads and compresses all of them, so that the first reader does not wait for it.
pub fn prepare() {
    LazyLock::force(&ASSETS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_of_a_file_changes_nothing_that_it_says() {
        let css = "/* a */\n.a , .b > :is(h1, h2) {\n  color: red; /* b */\n  margin: 0 -1px;\n}\n@media (min-width: 4rem) { .a .b { x: y; } }\n";
        assert_eq!(
            tightened(css),
            ".a,.b > :is(h1,h2){color:red;margin:0 -1px}@media (min-width:4rem){.a .b{x:y}}"
        );
        let script = "// why\nconst a = 1;\n  /* one\n     two */\n  b('// no comment');\n";
        assert_eq!(without_comments(script), "const a = 1;\nb('// no comment');\n");
    }

    #[test]
    fn a_first_visit_needs_one_style_sheet() {
        assert!(ASSETS.contains_key("style.css") && !ASSETS.contains_key(TOKENS));
        let css = String::from_utf8_lossy(ASSETS["style.css"].content.identity()).into_owned();
        assert!(css.contains("--paper:#") && css.contains(".masthead"));
        assert!(!css.contains("/*") && css.matches('{').count() == css.matches('}').count());
    }
}
