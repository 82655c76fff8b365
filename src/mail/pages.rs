//! The mail that is kept here, for whoever tries the program on their own machine.

use maud::{Markup, html};

use super::model::Outgoing;

pub(super) fn kept(mails: &[Outgoing]) -> Markup {
    html! {
        h1 { "Mail" }
        p.lead { "No mail server is set, so mail stays here. Only this machine can see this page." }
        @if mails.is_empty() { p.empty { "Nothing yet." } }
        @for mail in mails {
            section.mail aria-labelledby={ "m-" (mail.id) } {
                h2 id={ "m-" (mail.id) } { (mail.subject) }
                p.about { "To " bdi { (mail.to_name) } " <" (mail.to_address) "> · " time { (mail.created_at) } }
                @if mail.attachment_id.is_some() { p.about { "With a file attached." } }
                pre dir="auto" { (linked(mail.text_part.as_deref().unwrap_or_default())) }
            }
        }
    }
}

/// The text with the lines that are addresses as links.
fn linked(text: &str) -> Markup {
    html! {
        @for line in text.lines() {
            @if line.starts_with("http://") || line.starts_with("https://") { a href=(line) { (line) } }
            @else { (line) }
            "\n"
        }
    }
}
