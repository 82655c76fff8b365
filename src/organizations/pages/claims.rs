//! A claim, for the one who made it and for the owners of the organization.

use maud::{Markup, html};

use super::ltr;
use crate::db::Moment;
use crate::organizations::claims::{Claim, ClaimKind, ClaimOutcome};
use crate::text::complaints::Complaints;
use crate::text::country;
use crate::text::dates;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::form::{Field, choices, select, summary, textarea};
use crate::web::phrase::phrase;

fn date(at: Moment) -> String {
    dates::date_in_words(at.to_timestamp(), "UTC", &speaking::current().language())
}

fn settled(claim: &Claim) -> Markup {
    html! {
        @if let (Some(outcome), Some(at)) = (claim.outcome, claim.settled_at) {
            p.note role="status" {
                @match outcome {
                    ClaimOutcome::Joined => (say!("organizations-claim-joined", date = date(at))),
                    ClaimOutcome::Separate => (say!("organizations-claim-separate", date = date(at))),
                    ClaimOutcome::Refused => (say!("organizations-claim-refused", date = date(at))),
                    ClaimOutcome::Withdrawn => (say!("organizations-claim-taken-back", date = date(at))),
                }
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
        (ClaimKind::Act.as_str(), html! { (say!("organizations-claim-act")) }),
        (ClaimKind::Another.as_str(), html! { (say!("organizations-claim-another")) }),
    ];
    html! {
        h1 { (phrase!("organizations-claim-here-already", name = &claim.registered.name)) }
        (summary(complaints))
        (settled(claim))
        p { (say!("organizations-claim-exists")) }
        dl.facts {
            dt { (say!("organizations-claim-here")) } dd { a href={ "/organizations/" (here.slug) } { bdi { (here.name) } } @if let Some(code) = &here.country { ", " (country::name(code, &speaking::current().language())) } }
            dt { (say!("organizations-claim-you-registered")) } dd { bdi { (claim.registered.name) } @if let Some(website) = &claim.registered.website { ", " (website) } ", " (date(claim.raised_at)) }
        }
        @if claim.settled_at.is_none() {
            p { (say!("organizations-claim-never-two")) }
            @if claim.said_at.is_some() { p.note role="status" { (say!("organizations-claim-arrived")) } }
            form method="post" action={ "/claims/" (claim.id) } novalidate {
                (choices("kind", &say!("organizations-claim-which"), &options, kind, complaints))
                (textarea(&Field::line("words", &say!("organizations-claim-by-what"), words).hint(&say!("organizations-claim-by-what-hint")), 4, complaints))
                div.actions { button { (say!("organizations-send")) } }
            }
            form.actions method="post" action={ "/claims/" (claim.id) "/withdrawal" } { button.quiet { (say!("organizations-claim-not-needed")) } }
        }
        p.actions { a href="/desk" { (say!("organizations-your-desk")) } }
    }
}

/// For an owner: who it is, what they say, and what one can do.
pub(in crate::organizations) fn for_owner(claim: &Claim, words: &str, complaints: &Complaints) -> Markup {
    let roles = [
        ("member", say!("organizations-role-member")),
        ("signatory", say!("organizations-role-signatory")),
        ("owner", say!("organizations-role-owner")),
    ];
    let roles = roles.each_ref().map(|(role, words)| (*role, words.as_str()));
    html! {
        h1 { (phrase!("organizations-claim-registered-again", name = &claim.organization.name)) }
        (summary(complaints))
        (settled(claim))
        dl.facts {
            dt { (say!("organizations-claim-who")) } dd { bdi { (claim.person.name) } }
            dt { (say!("organizations-claim-confirmed-address")) } dd {
                @let email = ltr(&claim.email);
                @if claim.is_at_its_domain() { (phrase!("organizations-claim-at-domain", email = email)) } @else { (email) }
            }
            dt { (say!("organizations-claim-registered")) } dd { bdi { (claim.registered.name) } @if let Some(website) = &claim.registered.website { ", " (website) } ", " (date(claim.raised_at)) }
            dt { (say!("organizations-claim-says")) } dd {
                @match claim.kind {
                    Some(ClaimKind::Act) => (say!("organizations-claim-says-act")),
                    Some(ClaimKind::Another) => (say!("organizations-claim-says-another")),
                    None => (say!("organizations-claim-says-nothing")),
                }
            }
        }
        @if !claim.words.is_empty() { blockquote dir="auto" { (claim.words) } }
        @if claim.settled_at.is_none() {
            section aria-labelledby="known" {
                h2 id="known" { (say!("organizations-claim-known")) }
                form method="post" action={ "/claims/" (claim.id) "/acceptance" } {
                    (select(&Field::line("role", &say!("organizations-role"), "member"), &roles, &Complaints::default()))
                    div.actions { button { (say!("organizations-claim-take-in")) } }
                }
            }
            section aria-labelledby="unknown" {
                h2 id="unknown" { (say!("organizations-claim-unknown")) }
                @if claim.answered_at.is_some() { p.note role="status" { (say!("organizations-claim-answer-arrived")) } }
                form method="post" action={ "/claims/" (claim.id) "/answer" } novalidate {
                    (textarea(&Field::line("words", &say!("organizations-claim-say-known-label"), words).hint(&say!("organizations-claim-operator-reads")), 4, complaints))
                    div.actions { button.quiet { (say!("organizations-send")) } }
                }
            }
        }
        p.actions { a href="/desk" { (say!("organizations-your-desk")) } }
    }
}
