//! The mail that is kept here, for whoever tries the program on their own machine.

use crate::text::words::say;
use crate::web::phrase::phrase;
use maud::{Markup, html};

use super::model::Outgoing;

pub(super) fn kept(mails: &[Outgoing]) -> Markup {
    html! {
        h1 { (say!("mail-page")) }
        p.lead { (say!("mail-page-lead")) }
        @if mails.is_empty() { p.empty { (say!("mail-page-none")) } }
        @for mail in mails {
            section.mail aria-labelledby={ "m-" (mail.id) } {
                h2 id={ "m-" (mail.id) } { (mail.subject) }
                p.about {
                    (phrase!(
                        "mail-page-to",
                        whom = html! { bdi { (mail.to_name) } " " bdi dir="ltr" { "<" (mail.to_address) ">" } },
                        time = html! { time { (mail.created_at) } },
                    ))
                }
                @if mail.attachment_id.is_some() { p.about { (say!("mail-page-attached")) } }
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
