//! Signing in and out, passwords.

use maud::{Markup, html};

pub(super) mod account;
pub(super) mod second_factor;

use super::model::Person;
use crate::text::complaints::Complaints;
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

/// The two fields with which somebody proves once more that it is they.
pub fn proof_fields(person: &Person, coded: bool, complaints: &Complaints) -> Markup {
    html! {
        // For the browser's store of passwords, which asks whose it is.
        input type="hidden" name="username" value=(person.email) autocomplete="username";
        (Field::line("password", "Your password", "").kind("password").fills("current-password").show(complaints))
        @if coded { (otp_field(complaints)) }
    }
}

/// The field of the code; recovery codes have letters, so it is no field of numbers.
fn otp_field(complaints: &Complaints) -> Markup {
    Field::line("otp", "Code", "")
        .fills("one-time-code")
        .hint("The six digits that your program shows now. If you have lost it: a recovery code.")
        .show(complaints)
}

/// The code, once the password was right.
pub(super) fn second_step(email: &str, step: &str, next: &str, complaints: &Complaints) -> Markup {
    html! {
        h1 { "Sign in" }
        p { "The password is right. This account has a second factor." }
        (summary(complaints))
        form method="post" action="/sign-in" novalidate {
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            input type="hidden" name="email" value=(email);
            input type="hidden" name="step" value=(step);
            (otp_field(complaints))
            div.actions { button { "Sign in" } a href="/sign-in" { "Begin once more" } }
        }
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
