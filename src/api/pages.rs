//! The document of the API, as people read it: made from the document itself, so that they agree.

use maud::{Markup, html};
use serde_json::{Map, Value};

use crate::text::words::say;
use crate::web::phrase::phrase;

/// The page. What operations say of themselves is English, as in the document.
pub(super) fn page(document: &Value, base: &str) -> Markup {
    html! {
        h1 { (say!("api-title")) }
        p.lead { (say!("api-lead")) }
        p { (phrase!("api-document", here = html! { a href="/api/openapi.json" { (say!("api-document-here")) } })) }
        nav.contents aria-label=(say!("api-contents")) {
            ul {
                @for (id, words) in parts() { li { a href={ "#" (id) } { (words) } } }
            }
        }
        section aria-labelledby="conventions" {
            h2 id="conventions" { (say!("api-conventions")) }
            p { (say!("api-conventions-reading")) }
            p { (phrase!("api-conventions-pages", cursor = code("?cursor="), limit = code("&limit="), next = code("next"), link = code("Link"))) }
            p { (phrase!("api-conventions-etag", etag = code("ETag"), none_match = code("If-None-Match"))) }
            p { (phrase!("api-conventions-token", header = code("Authorization: Bearer"))) }
            p { (phrase!("api-conventions-often", retry = code("Retry-After"))) }
            p { (say!("api-conventions-withheld")) }
        }
        @for tag in ["Reading", "With a token"] {
            section aria-labelledby=(anchor(tag)) {
                h2 id=(anchor(tag)) { @if tag == "Reading" { (say!("api-reading")) } @else { (say!("api-with-a-token")) } }
                @for (path, method, operation) in operations(document, tag) { (one(path, method, operation, base)) }
            }
        }
        section aria-labelledby="webhooks" {
            h2 id="webhooks" { (say!("api-webhooks")) }
            p { (say!("api-webhooks-what")) }
            p { (phrase!("api-webhooks-signed", id = code("webhook-id"), timestamp = code("webhook-timestamp"), signature = code("webhook-signature"), content = code("id.timestamp.body"))) }
            p { (say!("api-webhooks-answer")) }
            p { (phrase!("api-webhooks-shape", shape = html! { a href="#shape-Happening" { code dir="ltr" { "Happening" } } })) }
        }
        section aria-labelledby="problems" {
            h2 id="problems" { (say!("api-problems")) }
            p { (phrase!("api-problems-what", kind = code("type"), blank = code("about:blank"))) }
            dl.shape {
                @for (kind, words) in kinds() { dt id=(kind) { code dir="ltr" { "/api#" (kind) } } dd { (words) } }
            }
        }
        section aria-labelledby="shapes" {
            h2 id="shapes" { (say!("api-shapes")) }
            @if let Some(all) = document.pointer("/components/schemas").and_then(Value::as_object) {
                @for (name, schema) in all { (shape(name, schema)) }
            }
        }
    }
}

fn parts() -> [(&'static str, String); 6] {
    [
        ("conventions", say!("api-conventions")),
        ("reading", say!("api-reading")),
        ("with-a-token", say!("api-with-a-token")),
        ("webhooks", say!("api-webhooks")),
        ("problems", say!("api-problems")),
        ("shapes", say!("api-shapes")),
    ]
}

/// The kinds of problems that have a name of their own.
fn kinds() -> [(&'static str, String); 9] {
    [
        ("fields", say!("api-problem-fields")),
        ("text-moved", say!("api-problem-text-moved")),
        ("closed", say!("api-problem-closed")),
        ("signed", say!("api-problem-signed")),
        ("two-persons", say!("api-problem-two-persons")),
        ("not-signed", say!("api-problem-not-signed")),
        ("token", say!("api-problem-token")),
        ("scope", say!("api-problem-scope")),
        ("suspended", say!("api-problem-suspended")),
    ]
}

fn code(text: &str) -> Markup {
    html! { code dir="ltr" { (text) } }
}

fn anchor(words: &str) -> String {
    words.to_lowercase().replace(' ', "-")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn operations<'a>(document: &'a Value, tag: &'a str) -> Vec<(&'a str, &'a str, &'a Value)> {
    let paths = document.get("paths").and_then(Value::as_object).into_iter().flatten();
    let all = paths.flat_map(|(path, item)| {
        let methods = item.as_object().into_iter().flatten();
        methods.map(move |(method, operation)| (path.as_str(), method.as_str(), operation))
    });
    let tagged = |operation: &Value| {
        let tags = operation.get("tags").and_then(Value::as_array).into_iter().flatten();
        tags.filter_map(Value::as_str).any(|has| has == tag)
    };
    all.filter(|(_, _, operation)| tagged(operation)).collect()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn one(path: &str, method: &str, operation: &Value, base: &str) -> Markup {
    let id = text(operation, "operationId");
    let sent = operation.pointer("/requestBody/content/application~1json/schema");
    html! {
        section.operation aria-labelledby=(id) lang="en" dir="ltr" {
            h3 id=(id) { (text(operation, "summary")) }
            p { code.address { (method.to_uppercase()) " " (path) } }
            p { (text(operation, "description")) }
            @if let Some(scope) = scope_of(operation) { p.meta { "Scope: " code { (scope) } } }
            @if !list(operation, "parameters").is_empty() || sent.is_some() {
                dl.shape {
                    @for parameter in list(operation, "parameters") {
                        dt { code { (text(parameter, "name")) } " " span.meta { (kind_of(parameter.get("schema").unwrap_or(&Value::Null))) ", in the " (text(parameter, "in")) } }
                        dd { (text(parameter, "description")) }
                    }
                    @if let Some(sent) = sent { dt { "What is sent" } dd { (kind_of(sent)) } }
                }
            }
            dl.shape.answers {
                @if let Some(answers) = operation.get("responses").and_then(Value::as_object) {
                    @for (status, answer) in answers {
                        dt { code { (status) } }
                        dd { (text(answer, "description")) @if let Some(schema) = answered(answer) { " " (kind_of(schema)) } }
                    }
                }
            }
            pre { code { (curl(path, method, operation, base)) } }
        }
    }
}

fn scope_of(operation: &Value) -> Option<&str> {
    list(operation, "security").first()?.get("token")?.as_array()?.first()?.as_str()
}

fn answered(answer: &Value) -> Option<&Value> {
    answer.get("content")?.as_object()?.values().next()?.get("schema")
}

/// How somebody tries it in a terminal.
fn curl(path: &str, method: &str, operation: &Value, base: &str) -> String {
    let address = format!("{base}{}", path.replace("{slug}", "SLUG"));
    let mut words = vec!["curl".to_owned()];
    if method != "get" {
        words.push(format!("-X {}", method.to_uppercase()));
    }
    if scope_of(operation).is_some() {
        words.push("-H \"Authorization: Bearer $TOKEN\"".to_owned());
    }
    if operation.get("requestBody").is_some() {
        words.push("\\\n  -H \"Content-Type: application/json\" -d '{\"revision\": \"SHA256\", \"authority\": true}' \\\n ".to_owned());
    }
    words.push(address);
    words.join(" ")
}

/// Which kind of value it is, with the way to its shape.
fn kind_of(schema: &Value) -> Markup {
    if let Some(name) = text(schema, "$ref").rsplit('/').next().filter(|name| !name.is_empty()) {
        return html! { a href={ "#shape-" (name) } { code { (name) } } };
    }
    for several in ["oneOf", "anyOf"] {
        let choices = list(schema, several);
        if !choices.is_empty() {
            return html! { @for (at, choice) in choices.iter().enumerate() { @if at > 0 { " or " } (kind_of(choice)) } };
        }
    }
    if let Some(items) = schema.get("items") {
        return html! { "list of " (kind_of(items)) };
    }
    let words: Vec<&str> = list(schema, "enum").iter().filter_map(Value::as_str).collect();
    match schema.get("type") {
        _ if !words.is_empty() => {
            html! { @for (at, word) in words.iter().enumerate() { @if at > 0 { ", " } code { (word) } } }
        }
        Some(Value::String(kind)) => html! { (kind) },
        Some(Value::Array(kinds)) => {
            let kinds: Vec<&str> = kinds.iter().filter_map(Value::as_str).collect();
            html! { (kinds.join(" or ")) }
        }
        _ => html! { "anything" },
    }
}

fn shape(name: &str, schema: &Value) -> Markup {
    let parts = list(schema, "allOf");
    let parts: Vec<&Value> = if parts.is_empty() { vec![schema] } else { parts.iter().collect() };
    let properties = parts.iter().filter_map(|part| part.get("properties")?.as_object()).flat_map(Map::iter);
    let words = list(schema, "enum");
    html! {
        section lang="en" dir="ltr" aria-labelledby={ "shape-" (name) } {
            h3 id={ "shape-" (name) } { code { (name) } }
            p { (text(schema, "description")) }
            @for part in parts.iter().filter(|part| part.get("$ref").is_some()) { p { "All of " (kind_of(part)) ", and:" } }
            @if !words.is_empty() { p { (kind_of(schema)) } }
            dl.shape {
                @for (field, value) in properties {
                    dt { code { (field) } " " span.meta { (kind_of(value)) } }
                    dd { (text(value, "description")) }
                }
            }
        }
    }
}
