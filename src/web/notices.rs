//! Pages that say one thing: what happened and what to do next.

use maud::{Markup, html};

use super::frame::Frame;
use super::posted::KeptForm;

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

/// 403, for a form of somebody who has to set up a second factor first: it is in the page, to be sent
/// once more.
pub fn second_factor_first(form: &KeptForm) -> Markup {
    Frame::english("A second factor first").around(&html! {
        h1 { "A second factor first" }
        p { "Whoever coordinates or runs things here signs in with a password and a code, and you have not set up the code yet. So nothing of what you sent was taken." }
        @match &form.fields {
            Some(fields) => {
                p { "It is kept in this page. Set up the second factor in another tab, come back to this one, and send it." }
                p.actions { a.button href="/account/second-factor" target="_blank" { "Set up the second factor" } }
                form.actions method="post" action=(form.action) {
                    @for (name, value) in fields { textarea name=(name) hidden readonly { "\n" (value) } }
                    button.quiet { "Send it now" }
                }
            }
            None => {
                p { "Go back (your browser still has what you typed), set up the second factor in another tab, and send it once more." }
                p.actions { a.button href="/account/second-factor" target="_blank" { "Set up the second factor" } }
            }
        }
    })
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
