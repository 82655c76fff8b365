//! Deleting an account, and what is kept of people.

use maud::{Markup, html};

use super::leaving::{SOMEBODY, Ties};
use crate::config::{Accounts, SecondFactorFor};
use crate::letters::months_in_words;
use crate::people::{DEVICE_DAYS, OPERATOR_DAYS, Person, WAITING_DAYS, proof_fields};
use crate::text::complaints::Complaints;
use crate::web::form::{choices, summary};
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
        h1 { "Delete your account" }
        @if ties.hold() { (first(ties)) } @else {
            p { "Your name, your address and everything by which you sign in are deleted at once, on all browsers. You can take " a href="/account/data" { "everything that is kept about you" } " along before." }
            ul {
                li { "What your organizations signed stays signed: they signed, and not you." }
                @for organization in &ties.left_alone {
                    li { bdi { (organization.name) } " has nobody but you. Its page and its signatures stay, and nobody can change or withdraw them until those who run this place give it to somebody. Invite a colleague before, if there is one." }
                }
                @for draft in &ties.drafts {
                    li { "Your draft “" bdi { (draft.shown_title()) } "” goes with you, and so does whom you invited to it." }
                }
                li { "Invitations to your address are deleted. In the logs of letters it still says what was done, and no longer that it was you." }
                li { "What was delivered before stays as it was handed over." }
            }
            (summary(complaints))
            form method="post" action="/account/deletion" novalidate {
                (choices("names", "Your name on the signatures that you gave", &[
                    ("keep", html! { "Stays beside your organizations’" }),
                    ("replace", html! { "Becomes “" (SOMEBODY) "”, and is no longer shown" }),
                ], typed.0, complaints))
                (choices("comments", "Your comments on drafts", &[
                    ("keep", html! { "Stay, in the name of your organization" }),
                    ("erase", html! { "Are erased" }),
                ], typed.1, complaints))
                (proof_fields(person, coded, complaints))
                @if let Some(wrong) = complaints.at("understood") { span.error { (wrong) } }
                label.choice { input id="understood" type="checkbox" name="understood" value="yes" required; " " span { "I know that this cannot be undone." } }
                div.actions { button { "Delete my account" } a href="/account" { "Keep it" } }
            }
        }
    }
}

/// What has to be handed over first.
fn first(ties: &Ties) -> Markup {
    html! {
        p { "Others depend on your account alone. Hand this over first, and come back:" }
        ul.rows {
            @for letter in &ties.letters {
                li { div { h3 { bdi { (letter.shown_title()) } } p.about { "You are its only coordinator." } }
                    a.button.quiet href={ "/letters/" (letter.slug) "/coordinators" } { "Hand it over" } }
            }
            @for organization in &ties.organizations {
                li { div { h3 { bdi { (organization.name) } } p.about { "You are its only owner." } }
                    a.button.quiet href={ "/organizations/" (organization.slug) "/people" } { "Make somebody an owner" } }
            }
            @if ties.only_operator {
                li { div { h3 { "This installation" } p.about { "You are its only operator. On its machine: undersigned operator add EMAIL" } } }
            }
        }
        p.actions { a.button.quiet href="/account" { "Your account" } }
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

fn days(seconds: i64) -> i64 {
    seconds / 86_400
}

/// What is kept, why and how long. Every number comes from where it is used.
pub(super) fn privacy(page: &Privacy<'_>) -> Markup {
    let accounts = page.accounts;
    html! {
        h1 { "Privacy" }
        p.lead { "What this place knows of you, why, and until when." }
        p { "This page is about " strong { (page.host) } " and is written by its program out of its own settings." }

        h2 { "If you read" }
        p { "Nothing. Readers get no cookie and are not counted. No page loads anything from anywhere else, and nobody else learns what you read." }
        p {
            "Your network address reaches this machine, as it reaches any. It is not written down. It is held in memory, at most for a day, and only of whoever tries to sign in, to register or to get a new password, so that programs that guess passwords have to wait."
            @if page.behind_proxy { " Here requests come through a proxy, which passes the address on and may keep a record of its own: ask those who run this place." }
            @else { " What a proxy in front of it keeps, if there is one, those who run this place know." }
        }

        h2 { "If you have an account" }
        ul {
            li { "Your name, title and address, and a hash of your password from which it cannot be read: as long as you have the account." }
            li { "Where you are signed in, as “Firefox, Android” and with times: until you sign out, at the latest until nobody has used it for " (accounts.session_idle) " days, or for " (accounts.session_absolute) " days in all; of those who run this place " (OPERATOR_DAYS.0.min(accounts.session_idle)) " and " (OPERATOR_DAYS.1.min(accounts.session_absolute)) "." }
            li { "Two cookies: one keeps you signed in; one lets us know your browser again, so that you hear when somebody signs in with another. That one lasts " (DEVICE_DAYS) " days. Neither is used for anything else." }
            li {
                "If you set up a second factor: its key, sealed, and hashes of its recovery codes, until you turn it off."
                @match accounts.require_second_factor {
                    SecondFactorFor::None => "",
                    SecondFactorFor::Operators => " Those who run this place have to have one.",
                    SecondFactorFor::Coordinators => " Those who coordinate letters or coalitions, or run this place, have to have one.",
                }
            }
            li { "A new address that you ask for: until it is confirmed, at most two weeks; the old one can stop it for " (WAITING_DAYS) " days." }
            li { "What you do for a letter, in its log, which its coordinators read: as long as the letter." }
        }
        p { "You can " a href="/account/data" { "download all of it" } " and " a href="/account/deletion" { "delete your account" } " at any time. Before you do, it says what becomes of what you signed and wrote." }

        h2 { "If your organization signs" }
        p { "The organization’s name, country and how it was verified are public; that is what signing is. Your own name is public only if you choose so when you sign. A list that was delivered stays as it was handed over." }

        h2 { "If you were invited to a letter" }
        p {
            "Its coordinators gave us your address, perhaps your name, and notes of theirs. Only they see them, to invite you and to know who has answered. They are erased "
            strong { (months_in_words(i32::from(accounts.retention_months))) " after the letter closed" }
            ", unless its coordinators chose another time; each invitation says which. With them go the names of commenters, the mails that prove that somebody said yes, and all names of people that the public does not see."
        }

        h2 { "What is gone by itself" }
        ul {
            li { "A registration, answered or not: " (days(organizations::REGISTRATION_KEPT_SECONDS)) " days after the day it could be answered." }
            li { "An invitation to join an organization that nobody took up: after " (days(organizations::COLLEAGUE_KEPT_SECONDS)) " days." }
            li { "A letter that somebody is importing, and has left: after " (imports::KEPT_DAYS) " days." }
            li { "Mail: its words once it is sent, the rest after " (days(mail::SENT_KEPT_SECONDS)) " days." }
        }

        h2 { "Where it lies, and who else sees it" }
        p { "In one database on this installation’s machine. Names and addresses lie sealed in it, under a key that lies elsewhere. Nobody is told anything for money or for statistics." }
        p {
            @match &page.post {
                Post::Through(host) => { "Mail leaves through the mail server " strong { (host) } ", and its operator sees to whom we write." }
                Post::Nobody => "Mail does not leave this machine.",
            }
            @if page.local { " This is a trial on somebody’s own machine, without https." }
        }

        h2 { "Whom to ask" }
        p {
            @match &accounts.operator_contact {
                Some(contact) => { "Those who run this place: " strong { (contact) } ". They can also tell you which authority watches over them." }
                None => "Those who run this place, by the way you know them.",
            }
        }
    }
}
