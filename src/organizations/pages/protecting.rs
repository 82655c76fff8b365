//! Keeping an organization off the site's public pages.

use maud::{Markup, html};

use crate::organizations::Organization;
use crate::text::language::language_of_name;
use crate::text::words::say;

/// What protection does, and the button that begins or ends it.
pub(in crate::organizations) fn protection(organization: &Organization, note: Option<&str>) -> Markup {
    let base = format!("/organizations/{}", organization.slug);
    let (value, words) = if organization.is_protected() {
        ("no", say!("organizations-protect-end"))
    } else {
        ("yes", say!("organizations-protect-begin"))
    };
    html! {
        h1 { (say!("organizations-kept-off")) }
        p.lead { a href={ (base) "/people" } { bdi lang=(language_of_name(&organization.name)) { (organization.name) } } }
        @if let Some(note) = note { p.note role="status" { (note) } }
        @if organization.is_protected() {
            p { (say!("organizations-protected-text")) }
        } @else {
            p { (say!("organizations-unprotected-text")) }
            p { (say!("organizations-unprotected-more")) }
        }
        form method="post" action={ (base) "/protection" } {
            input type="hidden" name="protected" value=(value);
            div.actions { button { (words) } }
        }
    }
}
