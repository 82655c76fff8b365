//! Signing in and out, passwords, one's own account.

use maud::{Markup, html};

use super::model::Person;
use super::sessions::Session;
use crate::ids::SessionId;
use crate::text::complaints::Complaints;
use crate::text::dates;
use crate::text::language::Language;
use crate::web::form::{Field, summary};

/// The sign-in page.
pub(super) fn sign_in(email: &str, next: &str, note: Option<&str>, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Sign in" }
        @if let Some(note) = note { p.note role="status" { (note) } }
        (summary(complaints))
        form method="post" action="/sign-in" novalidate {
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            (Field::line("email", "Email", email).kind("email").fills("username").show(complaints))
            (Field::line("password", "Password", "").kind("password").fills("current-password").show(complaints))
            div.actions { button { "Sign in" } a href="/password/forgot" { "I forgot my password" } }
        }
        p { "Your organization is not here yet? " a href="/register" { "Register it" } "." }
    }
}

/// Asking for a new password.
pub(super) fn forgot(email: &str, complaints: &Complaints) -> Markup {
    html! {
        h1 { "A new password" }
        p.lead { "We send you a link to choose one." }
        (summary(complaints))
        form method="post" action="/password/forgot" novalidate {
            (Field::line("email", "Email", email).kind("email").fills("username").show(complaints))
            div.actions { button { "Send the link" } a href="/sign-in" { "Back to signing in" } }
        }
    }
}

/// After asking: the same words whether or not there is such an account.
pub(super) fn look_in_your_mail() -> Markup {
    html! {
        h1 { "Look in your mail" }
        p { "We have written to the address you gave. The link in the mail lets you choose a new password. It works once, within an hour." }
        p.meta { "Nothing came? Look in the spam folder, and check that you typed the address with which you registered." }
        p.actions { a.button.quiet href="/password/forgot" { "Try another address" } }
    }
}

/// Choosing the new password.
pub(super) fn reset(token: &str, person: &Person, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Choose a new password" }
        p { "For the account of " bdi { (person.name) } "." }
        (summary(complaints))
        form method="post" action={ "/password/reset/" (token) } novalidate {
            input type="hidden" name="username" value=(person.email) autocomplete="username";
            (Field::line("password", "New password", "").kind("password").fills("new-password")
                .hint("At least 8 characters. A short sentence is good.").show(complaints))
            div.actions { button { "Set this password" } }
        }
    }
}

/// One's own account and where it is signed in.
pub(super) fn account(person: &Person, own: SessionId, sessions: &[Session]) -> Markup {
    let english = Language::english();
    html! {
        h1 { "Your account" }
        dl.facts {
            dt { "Name" } dd { bdi { (person.name) } }
            @if !person.title.is_empty() { dt { "Title" } dd { bdi { (person.title) } } }
            dt { "Email" } dd { (person.email) }
        }
        section aria-labelledby="sessions" {
            h2 id="sessions" { "Where you are signed in" }
            ul.rows {
                @for session in sessions {
                    li { div {
                        h3 { (session.device) @if session.id == own { " " span.meta { "this browser" } } }
                        p.about { "since " (dates::time_in_words(session.created_at.to_timestamp(), "UTC", &english)) }
                    } }
                }
            }
            form.actions method="post" action="/account/sessions/end" {
                button.quiet { "Sign out everywhere" }
            }
        }
        p.actions { a.button.quiet href="/password/forgot" { "Change the password" } }
        form.actions method="post" action="/sign-out" { button.quiet { "Sign out here" } }
    }
}

/// What the form of a new operator was filled with.
pub(super) struct OperatorForm<'a> {
    pub token: &'a str,
    pub name: &'a str,
    pub email: &'a str,
    pub fixed_email: bool,
}

/// Becoming an operator.
pub(super) fn become_operator(form: &OperatorForm<'_>, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Run this installation" }
        p.lead { "This link makes one operator, once." }
        (summary(complaints))
        form method="post" action={ "/operator/" (form.token) } novalidate {
            (Field::line("person_name", "Your name", form.name).fills("name").show(complaints))
            @if form.fixed_email {
                p { "Email: " strong { (form.email) } }
                input type="hidden" name="email" value=(form.email);
            } @else {
                (Field::line("email", "Email", form.email).kind("email").fills("email").show(complaints))
            }
            (Field::line("password", "Password", "").kind("password").fills("new-password")
                .hint("At least 8 characters. A short sentence is good.").show(complaints))
            div.actions { button { "Become the operator" } }
        }
    }
}
