//! The document of the API, made from what the handlers say of themselves and from the types they answer
//! with. `tests/site/programs.rs` holds it to the routes and to the answers.

use serde_json::Value;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{OpenApi as Document, Server};
use utoipa::{Modify, OpenApi};

use super::handlers as h;
use crate::config::Config;
use crate::error::Fault;
use crate::signatures::handlers::by_program as s;
use crate::webhooks::Told;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Undersigned",
        version = "1",
        description = "Open letters that organizations sign together: what anyone can read, and what an organization's own programs can do with a token.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later")
    ),
    paths(
        h::letters::list,
        h::letters::one,
        h::letters::signatories,
        h::letters::events,
        h::organizations::list,
        h::organizations::one,
        h::coalitions::list,
        h::coalitions::one,
        h::coalitions::members,
        h::openapi,
        h::invitations::list,
        s::sign,
        s::withdraw,
    ),
    components(schemas(Told)),
    modifiers(&Token),
    tags(
        (name = "Reading", description = "For everybody, from every page of the web."),
        (name = "With a token", description = "For an organization's own programs."),
    )
)]
struct Api;

struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut Document) {
        let mut scheme = Http::new(HttpAuthScheme::Bearer);
        scheme.description = Some("A token of the organization, made on its page.".to_owned());
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

/// The document, without the address of an installation.
pub fn document() -> Document {
    Api::openapi()
}

/// The document of this installation.
pub(super) fn as_json(config: &Config) -> Result<Value, Fault> {
    let mut document = document();
    document.servers = Some(vec![Server::new(config.address(""))]);
    Ok(serde_json::to_value(&document)?)
}
