//! The pages behind the links in the mail after a signature.

use maud::{Markup, html};

use super::declared::{declarations, moment};
use crate::letters::{Letter, Standing};
use crate::signatures::declaring::Declared;
use crate::signatures::links::InHand;
use crate::signatures::standing::Stands;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::web::form::{Field, textarea};

fn title(letter: &Letter) -> Markup {
    html! { p.lead lang=(letter.language().tag()) dir="auto" { (letter.shown_title()) } }
}

fn name(in_hand: &InHand) -> Markup {
    let name = &in_hand.organization.name;
    html! { bdi lang=(language_of_name(name)) { (name) } }
}

/// Where a signature stands, and the button to withdraw it.
pub(in crate::signatures) fn signature(
    token: &str,
    in_hand: &InHand,
    declared: &[Declared],
    standing: Standing,
) -> Markup {
    let InHand { given, organization, letter, .. } = in_hand;
    let sign = format!("/letters/{}/sign?organization={}", letter.slug, organization.slug);
    html! {
        h1 { "Your signature" }
        (title(letter))
        @if let Some(at) = given.withdrawn_at {
            p.note role="status" { "The name of " (name(in_hand)) " does not stand under this letter: it was withdrawn on " (moment(at)) "." }
            @if letter.delivered_at.is_some_and(|delivered| delivered < at) {
                p { "What was delivered before stays as it was handed over. The letter’s coordinators have a mail, and know whom to tell." }
            }
            @if matches!(standing, Standing::Open { .. }) {
                p { "You can come back while the letter is open. That takes signing in, so that nobody signs for you who only has this mail." }
                p.actions { a.button.quiet href=(sign) { "Sign in and sign again" } }
            }
        } @else {
            p {
                (name(in_hand))
                @match given.stands() {
                    Stands::Listed => " has signed this letter.",
                    Stands::Awaiting(since) => { " has signed this letter. The signature waits for a look of the letter’s coordinators since " (moment(since)) "; it is not on the list and not counted yet." },
                    Stands::Suspended(at) => { " has signed this letter. On " (moment(at)) " an owner said that it was not authorised; it is off the list until the letter’s coordinators have decided." },
                }
            }
            (declarations(declared))
            section aria-labelledby="leave" {
                h2 id="leave" { "Withdraw the signature" }
                p {
                    "The name leaves the list and the count at once. "
                    @if letter.is_public() { "The letter is public, so its history says that the organization withdrew, and when." }
                    @else { "The letter is not public, and no trace of it will be." }
                    @if letter.delivered_at.is_some() { " What was delivered stays as it was handed over; the letter’s coordinators get a mail, and know whom to tell." }
                }
                form method="post" action={ "/signatures/" (token) } { div.actions { button { "Withdraw the signature" } } }
            }
            p.actions { a href=(sign) { "Sign in and see the letter" } }
        }
    }
}

/// What an owner is asked: was this authorised?
pub(in crate::signatures) fn objection(token: &str, in_hand: &InHand, declared: &[Declared]) -> Markup {
    html! {
        h1 { "Was this authorised?" }
        (title(&in_hand.letter))
        p { "You are an owner of " (name(in_hand)) ", which has signed this letter:" }
        (declarations(declared))
        section aria-labelledby="object" {
            h2 id="object" { "This was not authorised" }
            (consequences())
            (objection_form(&format!("/objections/{token}"), None))
        }
    }
}

/// What happens then.
fn consequences() -> Markup {
    html! {
        p { "The name leaves the list and the count at once. Whoever signed, your other owners and the letter’s coordinators get a mail; the coordinators decide whether it is put back, for which one of your owners has to confirm it, or taken off." }
    }
}

/// The form, by link or, with the organization in it, signed in.
pub(super) fn objection_form(action: &str, organization: Option<&str>) -> Markup {
    html! {
        form method="post" action=(action) novalidate {
            @if let Some(organization) = organization { input type="hidden" name="organization" value=(organization); }
            (textarea(&Field::line("words", "What happened?", "").optional().hint("The letter’s coordinators read it."), 3, &Complaints::default()))
            div.actions { button { "This was not authorised" } }
        }
    }
}

/// The same, folded up among other things that can be done.
pub(super) fn objection_folded(letter: &Letter, organization: &str) -> Markup {
    html! {
        details {
            summary { "This was not authorised" }
            (consequences())
            (objection_form(&format!("/letters/{}/objection", letter.slug), Some(organization)))
        }
    }
}

/// After it was said.
pub(in crate::signatures) fn objected(in_hand: &InHand) -> Markup {
    html! {
        h1 { "The signature is suspended" }
        (title(&in_hand.letter))
        p { "The name of " (name(in_hand)) " is off the list and not counted. The letter’s coordinators have a mail, and decide. If it was a mistake, sign in and confirm the signature: then it stands again." }
        p.actions { a.button.quiet href={ "/letters/" (in_hand.letter.slug) "/sign?organization=" (in_hand.organization.slug) } { "Sign in and see the signature" } }
    }
}
