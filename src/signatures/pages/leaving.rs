//! The pages behind the links in the mail after a signature.

use maud::{Markup, html};

use super::declared::{declarations, moment};
use crate::letters::{Letter, Standing};
use crate::signatures::declaring::Declared;
use crate::signatures::links::InHand;
use crate::signatures::standing::Stands;
use crate::text::complaints::Complaints;
use crate::text::language::language_of_name;
use crate::text::words::say;
use crate::web::form::{Field, textarea};
use crate::web::phrase::phrase;

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
        h1 { (say!("signatures-your-signature")) }
        (title(letter))
        @if let Some(at) = given.withdrawn_at {
            p.note role="status" { (phrase!("signatures-was-withdrawn", name = name(in_hand), time = html! { (moment(at)) })) }
            @if letter.delivered_at.is_some_and(|delivered| delivered < at) {
                p { (say!("signatures-was-delivered-before")) }
            }
            @if matches!(standing, Standing::Open { .. }) {
                p { (say!("signatures-can-come-back")) }
                p.actions { a.button.quiet href=(sign) { (say!("signatures-sign-in-and-sign")) } }
            }
        } @else {
            p {
                @match given.stands() {
                    Stands::Listed => (phrase!("signatures-has-signed", name = name(in_hand))),
                    Stands::Awaiting(since) => (phrase!("signatures-has-signed-waits", name = name(in_hand), time = html! { (moment(since)) })),
                    Stands::Suspended(at) => (phrase!("signatures-has-signed-suspended", name = name(in_hand), time = html! { (moment(at)) })),
                }
            }
            (declarations(declared))
            section aria-labelledby="leave" {
                h2 id="leave" { (say!("signatures-withdraw")) }
                p {
                    (say!("signatures-leaves-at-once")) " "
                    @if letter.is_public() { (say!("signatures-leaves-a-trace")) } @else { (say!("signatures-leaves-no-trace")) }
                    @if letter.delivered_at.is_some() { " " (say!("signatures-leaves-delivered")) }
                }
                form method="post" action={ "/signatures/" (token) } { div.actions { button { (say!("signatures-withdraw")) } } }
            }
            p.actions { a href=(sign) { (say!("signatures-sign-in-see-letter")) } }
        }
    }
}

/// What an owner is asked: was this authorised?
pub(in crate::signatures) fn objection(token: &str, in_hand: &InHand, declared: &[Declared]) -> Markup {
    html! {
        h1 { (say!("signatures-was-authorised")) }
        (title(&in_hand.letter))
        p { (phrase!("signatures-owner-of", name = name(in_hand))) }
        (declarations(declared))
        section aria-labelledby="object" {
            h2 id="object" { (say!("signatures-not-authorised")) }
            (consequences())
            (objection_form(&format!("/objections/{token}"), None))
        }
    }
}

/// What happens then.
fn consequences() -> Markup {
    html! {
        p { (say!("signatures-objection-does")) }
    }
}

/// The form, by link or, with the organization in it, signed in.
pub(super) fn objection_form(action: &str, organization: Option<&str>) -> Markup {
    html! {
        form method="post" action=(action) novalidate {
            @if let Some(organization) = organization { input type="hidden" name="organization" value=(organization); }
            (textarea(&Field::line("words", &say!("signatures-what-happened"), "").optional().hint(&say!("signatures-coordinators-read")), 3, &Complaints::default()))
            div.actions { button { (say!("signatures-not-authorised")) } }
        }
    }
}

/// The same, folded up among other things that can be done.
pub(super) fn objection_folded(letter: &Letter, organization: &str) -> Markup {
    html! {
        details {
            summary { (say!("signatures-not-authorised")) }
            (consequences())
            (objection_form(&format!("/letters/{}/objection", letter.slug), Some(organization)))
        }
    }
}

/// After it was said.
pub(in crate::signatures) fn objected(in_hand: &InHand) -> Markup {
    html! {
        h1 { (say!("signatures-is-suspended")) }
        (title(&in_hand.letter))
        p { (phrase!("signatures-objected", name = name(in_hand))) }
        p.actions { a.button.quiet href={ "/letters/" (in_hand.letter.slug) "/sign?organization=" (in_hand.organization.slug) } { (say!("signatures-sign-in-see-signature")) } }
    }
}
