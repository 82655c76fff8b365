//! For whom the reader of a page acts: one quiet line in its frame.
//!
//! The extractors that know who asks note it ([`note`]); the frames of pages that are one visitor's own
//! show it ([`of_this_request`]). It travels beside the request and not through every page, because a
//! page that forgot to pass it on would be a page that hides it. What is rendered for all readers has
//! a frame of its own, which never asks.

use std::cell::RefCell;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use maud::{Markup, html};

use super::phrase::phrase;
use crate::text::words::say;

/// For whom somebody acts, and where that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acting {
    /// The name that they act for; none if they have several and have not chosen.
    pub name: Option<String>,
    /// The language of the name, as far as its script tells.
    pub language: &'static str,
    /// Where another is chosen; none where there is no other.
    pub change: Option<String>,
}

impl Acting {
    /// The line.
    pub fn line(&self) -> Markup {
        html! {
            p.acting {
                @match &self.name {
                    Some(name) => (phrase!("web-acting-for", name = html! { bdi lang=(self.language) { (name) } })),
                    None => (say!("web-acting-for-several")),
                }
                @if let Some(change) = &self.change {
                    " · " a href=(change) {
                        @if self.name.is_some() { (say!("web-acting-change")) } @else { (say!("web-acting-choose")) }
                    }
                }
            }
        }
    }
}

tokio::task_local! {
    static NOTED: RefCell<Option<Acting>>;
}

/// Gives each request a place for the note.
///
/// # Errors
/// None of its own.
pub async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    NOTED.scope(RefCell::new(None), next.call(request)).await
}

/// Notes for whom the person acts who asks.
pub fn note(acting: Acting) {
    let _ = NOTED.try_with(|noted| noted.replace(Some(acting))); // outside a request nobody looks
}

/// For whom the person acts who asks; none for a visitor who is not signed in.
pub fn of_this_request() -> Option<Acting> {
    NOTED.try_with(|noted| noted.borrow().clone()).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_note_ends_with_its_request() {
        let acting = Acting { name: Some("River Trust".into()), language: "", change: None };
        let seen = NOTED.scope(RefCell::new(None), async {
            note(acting.clone());
            of_this_request()
        });
        assert_eq!(seen.await, Some(acting.clone()));
        note(acting);
        assert_eq!(of_this_request(), None);
        assert_eq!(NOTED.scope(RefCell::new(None), async { of_this_request() }).await, None);
    }
}
