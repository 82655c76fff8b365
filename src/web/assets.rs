//! The static files, inside the binary. Addresses of text files carry a piece of their hash, so
//! that a browser may keep them for ever and still get the next version at once.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header::{HeaderName, HeaderValue};
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
        if path.ends_with(".css") {
            let mut css = String::from_utf8_lossy(&body).into_owned();
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
    let mut response = asset.content.respond(&request);
    if FRAMED.contains(&path.as_str()) {
        // A frame that its page has locked up is of no origin, to browsers not even its own.
        let open = HeaderValue::from_static("cross-origin");
        response.headers_mut().insert(HeaderName::from_static("cross-origin-resource-policy"), open);
    }
    Ok(response)
}

/// Reads and compresses all of them, so that the first reader does not wait for it.
pub fn prepare() {
    LazyLock::force(&ASSETS);
}
