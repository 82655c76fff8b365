//! A claim, for the one who made it and for the owners of the organization.

use maud::{Markup, html};

use crate::db::Moment;
use crate::organizations::claims::{Claim, ClaimKind, ClaimOutcome};
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::dates;
use crate::text::language::Language;
use crate::web::form::{Field, choices, select, summary, textarea};

fn date(at: Moment) -> String {
    dates::date_in_words(at.to_timestamp(), "UTC", &Language::english())
}

fn settled(claim: &Claim) -> Markup {
    html! {
        @if let (Some(outcome), Some(at)) = (claim.outcome, claim.settled_at) {
            p.note role="status" {
                @match outcome {
                    ClaimOutcome::Joined => "The claimant acts for the organization that was here.",
                    ClaimOutcome::Separate => "They are two organizations.",
                    ClaimOutcome::Refused => "This was refused.",
                    ClaimOutcome::Withdrawn => "This was taken back.",
                }
                " " (date(at))
            }
            @if !claim.reason.is_empty() { blockquote dir="auto" { (claim.reason) } }
        }
    }
}

/// For the claimant: what is here, and what they want.
pub(in crate::organizations) fn for_claimant(
    claim: &Claim,
    kind: &str,
    words: &str,
    complaints: &Complaints,
) -> Markup {
    let here = &claim.organization;
    let options = [
        (
            ClaimKind::Act.as_str(),
            html! { "I act for this organization, and want to join those who do here." },
        ),
        (
            ClaimKind::Another.as_str(),
            html! { "We are another body, which happens to have this name or this website." },
        ),
    ];
    html! {
        h1 { bdi { (claim.registered.name) } " is here already" }
        (summary(complaints))
        (settled(claim))
        p { "Your address is confirmed, and you have an account. An organization like the one you registered exists:" }
        dl.facts {
            dt { "Here" } dd { a href={ "/organizations/" (here.slug) } { bdi { (here.name) } } @if let Some(code) = &here.country { ", " (country::name(code, &Language::english())) } }
            dt { "You registered" } dd { bdi { (claim.registered.name) } @if let Some(website) = &claim.registered.website { ", " (website) } ", " (date(claim.raised_at)) }
        }
        @if claim.settled_at.is_none() {
            p { "So that nobody signs in another’s name there are never two of one. Say which of these it is. Those who act for the organization here are asked, and see your name, your address and your words; the operator decides, and you get a mail." }
            @if claim.said_at.is_some() { p.note role="status" { "Your words have arrived. You can change them until it is decided." } }
            form method="post" action={ "/claims/" (claim.id) } novalidate {
                (choices("kind", "Which is it?", &options, kind, complaints))
                (textarea(&Field::line("words", "By what can others tell?", words).hint("Your role, a page that names you, whom to call."), 4, complaints))
                div.actions { button { "Send" } }
            }
            form.actions method="post" action={ "/claims/" (claim.id) "/withdrawal" } { button.quiet { "I do not need it any more" } }
        }
        p.actions { a href="/desk" { "Your desk" } }
    }
}

/// For an owner: who it is, what they say, and what one can do.
pub(in crate::organizations) fn for_owner(claim: &Claim, words: &str, complaints: &Complaints) -> Markup {
    let roles = [
        ("member", "Member: prepares and reads"),
        ("signatory", "Signatory: signs for it"),
        ("owner", "Owner: manages it and signs"),
    ];
    html! {
        h1 { "Somebody registered " bdi { (claim.organization.name) } " again" }
        (summary(complaints))
        (settled(claim))
        dl.facts {
            dt { "Who" } dd { bdi { (claim.person.name) } }
            dt { "Confirmed address" } dd { (claim.email) @if claim.is_at_its_domain() { " — at the domain of your website" } }
            dt { "Registered" } dd { bdi { (claim.registered.name) } @if let Some(website) = &claim.registered.website { ", " (website) } ", " (date(claim.raised_at)) }
            dt { "Says" } dd {
                @match claim.kind {
                    Some(ClaimKind::Act) => "They act for your organization.",
                    Some(ClaimKind::Another) => "They are another body of this name.",
                    None => "Nothing yet.",
                }
            }
        }
        @if !claim.words.is_empty() { blockquote dir="auto" { (claim.words) } }
        @if claim.settled_at.is_none() {
            section aria-labelledby="known" {
                h2 id="known" { "You know them" }
                form method="post" action={ "/claims/" (claim.id) "/acceptance" } {
                    (select(&Field::line("role", "Role", "member"), &roles, &Complaints::default()))
                    div.actions { button { "Take them in as a colleague" } }
                }
            }
            section aria-labelledby="unknown" {
                h2 id="unknown" { "You do not, or are not sure" }
                @if claim.answered_at.is_some() { p.note role="status" { "Your answer has arrived; the operator decides." } }
                form method="post" action={ "/claims/" (claim.id) "/answer" } novalidate {
                    (textarea(&Field::line("words", "Say what you know of them", words).hint("The operator reads this and decides."), 4, complaints))
                    div.actions { button.quiet { "Send" } }
                }
            }
        }
        p.actions { a href="/desk" { "Your desk" } }
    }
}
