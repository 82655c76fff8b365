//! What stands on the desk of claims, and of operating for those who do.

use maud::{Markup, html};

use crate::mail::Outbox;
use crate::operating::Waiting;
use crate::organizations::Claim;
use crate::text::speaking;
use crate::text::words::say;
use crate::web::phrase::phrase;

/// Claims: those they made, and those to organizations they own.
pub(super) fn claims(own: &[Claim], to: &[Claim]) -> Markup {
    html! {
        section aria-labelledby="claims" {
            h2 id="claims" { (say!("home-claims")) }
            ul.rows {
                @for claim in own {
                    li {
                        div {
                            h3 { bdi { (claim.registered.name) } }
                            p.about { @if claim.said_at.is_some() { (say!("home-claim-operator-decides")) } @else { (say!("home-claim-say")) } }
                        }
                        a.button href={ "/claims/" (claim.id) } { (say!("home-look")) }
                    }
                }
                @for claim in to {
                    li {
                        div {
                            h3 { bdi { (claim.organization.name) } }
                            p.about {
                                @if claim.answered_at.is_some() { (phrase!("home-claim-again-answered", name = &claim.person.name)) }
                                @else { (phrase!("home-claim-again", name = &claim.person.name)) }
                            }
                        }
                        a.button href={ "/claims/" (claim.id) } { (say!("home-answer")) }
                    }
                }
            }
        }
    }
}

fn number(count: impl TryInto<usize>) -> String {
    speaking::current().language().number(count.try_into().unwrap_or(usize::MAX))
}

/// What waits for an operator.
pub(super) fn operator(waiting: Waiting, outbox: Outbox) -> Markup {
    html! {
        section aria-labelledby="operator" {
            h2 id="operator" { (say!("home-installation")) }
            dl.facts {
                dt { (say!("home-look-alikes")) } dd { a href="/operator/flags" { (number(waiting.flags)) } }
                dt { (say!("home-operator-claims")) } dd { a href="/operator/claims" { (number(waiting.claims)) } }
                dt { (say!("home-reports")) } dd { a href="/operator/reports" { (number(waiting.reports)) } }
                dt { (say!("home-mail-waiting")) } dd { (number(outbox.waiting)) }
                dt { (say!("home-mail-refused")) } dd { (number(outbox.refused)) }
            }
            @if outbox.refused > 0 {
                form.actions method="post" action="/operator/outbox" { button.quiet { (say!("home-try-refused-again")) } }
            }
            p.actions { a.button.quiet href="/operator" { (say!("home-operate")) } }
        }
    }
}
