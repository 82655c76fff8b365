//! What stands on the desk of claims, and of operating for those who do.

use maud::{Markup, html};

use crate::mail::Outbox;
use crate::operating::Waiting;
use crate::organizations::Claim;

/// Claims: those they made, and those to organizations they own.
pub(super) fn claims(own: &[Claim], to: &[Claim]) -> Markup {
    html! {
        section aria-labelledby="claims" {
            h2 id="claims" { "Two of one name" }
            ul.rows {
                @for claim in own {
                    li {
                        div {
                            h3 { bdi { (claim.registered.name) } }
                            p.about { @if claim.said_at.is_some() { "It is here already. The operator decides." } @else { "It is here already. Say whether you act for it." } }
                        }
                        a.button href={ "/claims/" (claim.id) } { "Look" }
                    }
                }
                @for claim in to {
                    li {
                        div {
                            h3 { bdi { (claim.organization.name) } }
                            p.about { bdi { (claim.person.name) } " registered it again" @if claim.answered_at.is_some() { "; you have answered" } }
                        }
                        a.button href={ "/claims/" (claim.id) } { "Answer" }
                    }
                }
            }
        }
    }
}

/// What waits for an operator.
pub(super) fn operator(waiting: Waiting, outbox: Outbox) -> Markup {
    html! {
        section aria-labelledby="operator" {
            h2 id="operator" { "This installation" }
            dl.facts {
                dt { "Look-alikes" } dd { a href="/operator/flags" { (waiting.flags) } }
                dt { "Claims" } dd { a href="/operator/claims" { (waiting.claims) } }
                dt { "Reports" } dd { a href="/operator/reports" { (waiting.reports) } }
                dt { "Mail waiting" } dd { (outbox.waiting) }
                dt { "Mail refused" } dd { (outbox.refused) }
            }
            @if outbox.refused > 0 {
                form.actions method="post" action="/operator/outbox" { button.quiet { "Try the refused mail again" } }
            }
            p.actions { a.button.quiet href="/operator" { "Operate it" } }
        }
    }
}
