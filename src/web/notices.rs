//! Pages that say one thing: what happened and what to do next.

use maud::{Markup, html};

use super::frame::Frame;

/// A heading, a paragraph or two, and perhaps one way on.
pub fn notice(heading: &str, paragraphs: &[&str], next: Option<(&str, &str)>) -> Markup {
    Frame::english(heading).around(&html! {
        h1 { (heading) }
        @for paragraph in paragraphs { p { (paragraph) } }
        @if let Some((words, path)) = next {
            p.actions { a.button.quiet href=(path) { (words) } }
        }
    })
}

/// 404, for what does not exist and for what is not this visitor's to know of: the same bytes.
pub fn not_found() -> Markup {
    notice(
        "There is no such page",
        &[
            "The address may be mistyped, or the page is not public (yet). If it came in a mail, open the link there once more.",
        ],
        Some(("To the letters", "/")),
    )
}

/// 413.
pub fn too_large() -> Markup {
    notice(
        "That is too much at once",
        &[
            "The form is larger than this page takes, and nothing of it was saved. Go back: your browser still has what you typed. Shorten it and send it again.",
        ],
        None,
    )
}

/// 500, with the number under which the log has the rest.
pub fn fault(reference: &str) -> Markup {
    Frame::english("Something went wrong here").around(&html! {
        h1 { "Something went wrong here" }
        p { "It is our fault, not yours, and nothing was changed. Go back (your browser still has what you typed) and try once more. If it happens again, tell the people who run this place and give them this reference." }
        p { "Reference " span.reference { (reference) } }
        p.actions { a.button.quiet href="/" { "To the letters" } }
    })
}
