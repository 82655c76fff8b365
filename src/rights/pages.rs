//! Deleting an account, and what is kept of people.

use maud::{Markup, html};

use super::leaving::Ties;
use crate::config::{Accounts, SecondFactorFor};
use crate::people::{DEVICE_DAYS, OPERATOR_DAYS, Person, WAITING_DAYS, proof_fields};
use crate::text::complaints::Complaints;
use crate::text::words::say;
use crate::web::form::{choices, summary};
use crate::web::phrase::phrase;
use crate::{imports, mail, organizations};

/// What happens when an account is deleted, and the button.
pub(super) fn deletion(
    person: &Person,
    ties: &Ties,
    coded: bool,
    typed: (&str, &str),
    complaints: &Complaints,
) -> Markup {
    html! {
        h1 { (say!("rights-deletion-title")) }
        @if ties.hold() { (first(ties)) } @else {
            p { (phrase!("rights-deletion-lead", everything = html! { a href="/account/data" { (say!("rights-deletion-everything")) } })) }
            ul {
                li { (say!("rights-deletion-signed")) }
                @for organization in &ties.left_alone {
                    li { (phrase!("rights-deletion-alone", name = &organization.name)) }
                }
                @for draft in &ties.drafts {
                    li { (phrase!("rights-deletion-draft", title = draft.shown_title())) }
                }
                li { (say!("rights-deletion-invitations")) }
                li { (say!("rights-deletion-delivered")) }
            }
            (summary(complaints))
            form method="post" action="/account/deletion" novalidate {
                (choices("names", &say!("rights-deletion-names"), &[
                    ("keep", html! { (say!("rights-deletion-names-keep")) }),
                    ("replace", html! { (say!("rights-deletion-names-replace", somebody = say!("rights-somebody"))) }),
                ], typed.0, complaints))
                (choices("comments", &say!("rights-deletion-comments"), &[
                    ("keep", html! { (say!("rights-deletion-comments-keep")) }),
                    ("erase", html! { (say!("rights-deletion-comments-erase")) }),
                ], typed.1, complaints))
                (proof_fields(person, coded, complaints))
                @if let Some(wrong) = complaints.at("understood") { span.error { (wrong) } }
                label.choice { input id="understood" type="checkbox" name="understood" value="yes" required; " " span { (say!("rights-deletion-understood")) } }
                div.actions { button { (say!("rights-deletion-do")) } a href="/account" { (say!("rights-deletion-not")) } }
            }
        }
    }
}

/// What has to be handed over first.
fn first(ties: &Ties) -> Markup {
    html! {
        p { (say!("rights-first")) }
        ul.rows {
            @for letter in &ties.letters {
                li { div { h2 { bdi { (letter.shown_title()) } } p.about { (say!("rights-first-letter")) } }
                    a.button.quiet href={ "/letters/" (letter.slug) "/coordinators" } { (say!("rights-first-letter-do")) } }
            }
            @for organization in &ties.organizations {
                li { div { h2 { bdi { (organization.name) } } p.about { (say!("rights-first-organization")) } }
                    a.button.quiet href={ "/organizations/" (organization.slug) "/people" } { (say!("rights-first-organization-do")) } }
            }
            @if ties.only_operator {
                li { div { h2 { (say!("rights-first-installation")) } p.about { (phrase!("rights-first-operator", command = html! { bdi lang="en" dir="ltr" { "undersigned operator add EMAIL" } })) } } }
            }
        }
        p.actions { a.button.quiet href="/account" { (say!("rights-your-account")) } }
    }
}

/// Who carries the mail.
pub(super) enum Post {
    /// A mail server, by its host.
    Through(String),
    /// Nobody: it stays on the machine.
    Nobody,
}

/// What the page about privacy is made of.
pub(super) struct Privacy<'a> {
    pub host: &'a str,
    pub accounts: &'a Accounts,
    pub post: Post,
    pub behind_proxy: bool,
    /// Whether it runs without https, which it does on its own machine only.
    pub local: bool,
}

/// So many days, as it stands in a sentence.
fn days(count: i64) -> String {
    say!("rights-days", count = count)
}

fn days_of(seconds: i64) -> String {
    days(seconds / 86_400)
}

/// What is kept, why and how long. Every number comes from where it is used.
pub(super) fn privacy(page: &Privacy<'_>) -> Markup {
    let accounts = page.accounts;
    html! {
        h1 { (say!("rights-privacy-title")) }
        p.lead { (say!("rights-privacy-lead")) }
        p { (phrase!("rights-privacy-host", host = html! { strong { bdi { (page.host) } } })) }

        h2 { (say!("rights-privacy-reading-title")) }
        p { (say!("rights-privacy-reading")) }
        p {
            (say!("rights-privacy-network")) " "
            @if page.behind_proxy { (say!("rights-privacy-behind-proxy")) } @else { (say!("rights-privacy-perhaps-proxy")) }
        }

        h2 { (say!("rights-privacy-account-title")) }
        ul {
            li { (say!("rights-privacy-account")) }
            li { (say!("rights-privacy-sessions",
                idle = days(accounts.session_idle.into()),
                absolute = days(accounts.session_absolute.into()),
                operator_idle = OPERATOR_DAYS.0.min(accounts.session_idle),
                operator_absolute = OPERATOR_DAYS.1.min(accounts.session_absolute),
            )) }
            li { (say!("rights-privacy-cookies", days = days(DEVICE_DAYS))) }
            li {
                (say!("rights-privacy-second-factor"))
                @match accounts.require_second_factor {
                    SecondFactorFor::None => "",
                    SecondFactorFor::Operators => { " " (say!("rights-privacy-second-factor-operators")) },
                    SecondFactorFor::Coordinators => { " " (say!("rights-privacy-second-factor-coordinators")) },
                }
            }
            li { (say!("rights-privacy-new-address", days = days(WAITING_DAYS))) }
            li { (say!("rights-privacy-acts")) }
        }
        p { (phrase!("rights-privacy-download",
            download = html! { a href="/account/data" { (say!("rights-privacy-download-all")) } },
            delete = html! { a href="/account/deletion" { (say!("rights-privacy-delete")) } },
        )) }

        h2 { (say!("rights-privacy-signing-title")) }
        p { (say!("rights-privacy-signing")) }

        h2 { (say!("rights-privacy-invited-title")) }
        p { (phrase!("rights-privacy-invited", when = html! {
            strong { (say!("rights-privacy-invited-when", months = accounts.retention_months)) }
        })) }

        h2 { (say!("rights-privacy-gone-title")) }
        ul {
            li { (say!("rights-privacy-gone-registration", days = days_of(organizations::REGISTRATION_KEPT_SECONDS))) }
            li { (say!("rights-privacy-gone-colleague", days = days_of(organizations::COLLEAGUE_KEPT_SECONDS))) }
            li { (say!("rights-privacy-gone-import", days = days(imports::KEPT_DAYS))) }
            li { (say!("rights-privacy-gone-mail", days = days_of(mail::SENT_KEPT_SECONDS))) }
        }

        h2 { (say!("rights-privacy-where-title")) }
        p { (say!("rights-privacy-where")) }
        p {
            @match &page.post {
                Post::Through(host) => (phrase!("rights-privacy-mail-through", host = html! { strong { bdi { (host) } } })),
                Post::Nobody => (say!("rights-privacy-mail-stays")),
            }
            @if page.local { " " (say!("rights-privacy-local")) }
        }

        h2 { (say!("rights-privacy-ask-title")) }
        p {
            @match &accounts.operator_contact {
                Some(contact) => (phrase!("rights-privacy-ask", contact = html! { strong { bdi { (contact) } } })),
                None => (say!("rights-privacy-ask-unknown")),
            }
        }
    }
}
