//! Keeping an organization off the site's public pages.

use maud::{Markup, html};

use crate::organizations::Organization;
use crate::text::language::language_of_name;

/// What protection does, and the button that begins or ends it.
pub(in crate::organizations) fn protection(organization: &Organization, note: Option<&str>) -> Markup {
    let base = format!("/organizations/{}", organization.slug);
    let (value, words) = if organization.is_protected() {
        ("no", "Let our organization be found again")
    } else {
        ("yes", "Keep our organization off this site’s public pages")
    };
    html! {
        h1 { "Kept off public pages" }
        p.lead { a href={ (base) "/people" } { bdi lang=(language_of_name(&organization.name)) { (organization.name) } } }
        @if let Some(note) = note { p.note role="status" { (note) } }
        @if organization.is_protected() {
            p { "Your organization is protected. Its page here is there for your own people and the operator only, under an address that says nothing; coalitions count it and do not name it. To sign a letter with its name ends this." }
        } @else {
            p { "Your organization’s page is then there for your own people and the operator only, under an address that says nothing; coalitions count it and do not name it." }
            p { "Where its name stands under a letter it stays: withhold it there, on the page on which you sign. What readers and search engines have copied they keep. To sign a letter with its name later ends the protection." }
        }
        form method="post" action={ (base) "/protection" } {
            input type="hidden" name="protected" value=(value);
            div.actions { button { (words) } }
        }
    }
}
