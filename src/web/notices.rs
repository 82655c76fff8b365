//! Pages that say one thing: what happened and what to do next.

use maud::{Markup, html};

use super::frame::Frame;
use super::phrase::phrase;
use super::posted::KeptForm;
use crate::error::Away;
use crate::text::words::say;

/// A heading, a paragraph or two, and perhaps one way on.
pub fn notice(heading: &str, paragraphs: &[&str], next: Option<(&str, &str)>) -> Markup {
    Frame::of(heading).around(&html! {
        h1 { (heading) }
        @for paragraph in paragraphs { p { (paragraph) } }
        @if let Some((words, path)) = next {
            p.actions { a.button.quiet href=(path) { (words) } }
        }
    })
}

/// 404, for what does not exist and for what is not this visitor's to know of: the same bytes.
pub fn not_found() -> Markup {
    let heading = say!("web-not-found");
    // The same bytes whatever was asked for, so no links to it in other languages.
    let frame = Frame { address: None, ..Frame::of(&heading) };
    frame.around(&html! {
        h1 { (heading) }
        p { (say!("web-not-found-text")) }
        p.actions { a.button.quiet href="/" { (say!("web-to-the-letters")) } }
    })
}

/// 403, for a form of somebody who has to set up a second factor first: it is in the page, to be sent
/// once more.
pub fn second_factor_first(form: &KeptForm) -> Markup {
    let set_up = html! {
        p.actions { a.button href="/account/second-factor" target="_blank" { (say!("web-second-factor-set-up")) } }
    };
    Frame::of(&say!("web-second-factor-first")).around(&html! {
        h1 { (say!("web-second-factor-first")) }
        p { (say!("web-second-factor-first-text")) }
        @match &form.fields {
            Some(fields) => {
                p { (say!("web-second-factor-kept")) }
                (set_up)
                (again(&form.action, fields))
            }
            None => {
                p { (say!("web-second-factor-lost")) }
                (set_up)
            }
        }
    })
}

/// 503, where nothing can be said of the form: a page that was asked for, or a change that was begun.
pub fn away(away: Away) -> Markup {
    let text = match away {
        Away::NothingKept => say!("web-away-text"),
        Away::Unknown => say!("web-away-unknown"),
    };
    notice(&say!("web-away"), &[&text], None)
}

/// 503, with the form that was sent, to be sent once more.
pub fn away_with(form: &KeptForm) -> Markup {
    let Some(fields) = &form.fields else { return away(Away::NothingKept) };
    Frame::of(&say!("web-away")).around(&html! {
        h1 { (say!("web-away")) }
        p { (say!("web-away-kept")) }
        (again(&form.action, fields))
    })
}

/// The form as it was sent, with a button.
fn again(action: &str, fields: &[(String, String)]) -> Markup {
    html! {
        form.actions method="post" action=(action) {
            @for (name, value) in fields { textarea name=(name) hidden readonly { "\n" (value) } }
            button.quiet { (say!("web-send-now")) }
        }
    }
}

/// 413.
pub fn too_large() -> Markup {
    notice(&say!("web-too-large"), &[&say!("web-too-large-text")], None)
}

/// 500, with the number under which the log has the rest.
pub fn fault(reference: &str) -> Markup {
    Frame::of(&say!("web-fault")).around(&html! {
        h1 { (say!("web-fault")) }
        p { (say!("web-fault-text")) }
        p { (phrase!("web-reference", reference = html! { span.reference { (reference) } })) }
        p.actions { a.button.quiet href="/" { (say!("web-to-the-letters")) } }
    })
}
